//! Values with their places, in the form that [`toml::Spanned`] reads.
//!
//! In: a value, or a key that is an editor's own word, and its place. Out: the
//! start, the end and the value, under the keys that the type asks for.

use std::ops::Range;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer, UsizeDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::notes::Stop;

/// Whether a type wants its value with its place. The parser keeps the name
/// to itself; that places arrive is held by the tests of this room.
pub(super) fn wants_its_place(shape: &str) -> bool {
    shape.starts_with("$__serde_spanned")
}

/// A value with its place, in the form that [`toml::Spanned`] reads.
pub(super) struct Placed<D> {
    fields: std::slice::Iter<'static, &'static str>,
    span: Range<usize>,
    inner: Option<D>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    End,
    Value,
}

impl<D> Placed<D> {
    /// `inner`, written at `span`; `fields` are the keys of start, end and
    /// value, in that order.
    pub(super) fn new(fields: &'static [&'static str], span: Range<usize>, inner: D) -> Placed<D> {
        Placed {
            fields: fields.iter(),
            span,
            inner: Some(inner),
            step: Step::Start,
        }
    }
}

impl<'de, D: Deserializer<'de, Error = Stop>> MapAccess<'de> for Placed<D> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Stop> {
        let Some(field) = self.fields.next() else {
            return Ok(None);
        };
        // The type of the parser reads nothing but borrowed keys.
        seed.deserialize(BorrowedStrDeserializer::<Stop>::new(field))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        let offset = match self.step {
            Step::Start => {
                self.step = Step::End;
                self.span.start
            }
            Step::End => {
                self.step = Step::Value;
                self.span.end
            }
            Step::Value => {
                let inner = self.inner.take();
                let inner = inner.ok_or_else(|| serde::de::Error::custom("a value read twice"));
                return seed.deserialize(inner?);
            }
        };
        let offset: UsizeDeserializer<Stop> = offset.into_deserializer();
        seed.deserialize(offset)
    }
}

/// A key that is an editor's own word.
pub(super) struct Key<'t> {
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str(self.text)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let text: StrDeserializer<'_, Stop> = self.text.into_deserializer();
        visitor.visit_map(Placed::new(fields, self.span, text))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}
