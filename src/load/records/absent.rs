//! A key that an editor did not write, as the types of records read it.
//!
//! In: what a type asks for. Out: nothing, where it may be left out; else a
//! stand-in, and a note of what is missing with the line to paste.

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{NoItems, Part};
use super::advice::Spot;
use super::entry::visit_stand_in;
use super::notes::{Notes, Stop};
use super::placed::{Placed, wants_its_place};
use super::words::{self, Wanted};

/// Whether what is missing is worth a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// It is.
    Speak,
    /// It is missing because all around it is, and that was said.
    Quiet,
}

/// A value that is not there.
pub(super) struct Absent<'t, 'n, 'p> {
    spot: Spot<'t>,
    silence: Silence,
    /// Whether its place is asked for: then even a list must be written.
    must_stand: bool,
    notes: &'p mut Notes<'n>,
}

impl<'t, 'n, 'p> Absent<'t, 'n, 'p> {
    /// What `spot.field` would be; the span of `spot` is that of its part.
    pub(super) fn new(
        spot: Spot<'t>,
        silence: Silence,
        notes: &'p mut Notes<'n>,
    ) -> Absent<'t, 'n, 'p> {
        Absent {
            spot,
            silence,
            must_stand: false,
            notes,
        }
    }

    fn miss(&mut self, wanted: Wanted) {
        if self.silence == Silence::Quiet {
            return;
        }
        let Spot {
            owner, field, span, ..
        } = &self.spot;
        self.notes.missing(span, |_| {
            (
                format!(
                    "{} {} no “{field}”.",
                    owner.phrase_first(),
                    if owner.is_front_matter() {
                        "have"
                    } else {
                        "has"
                    }
                ),
                format!("Add this to it: {}", words::line(field, wanted)),
            )
        });
    }
}

impl<'de> Deserializer<'de> for Absent<'_, '_, '_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        self.miss(Wanted::Own);
        let (read, failed) = self.notes.own_read();
        let stand_in = failed.map_or_else(Notes::first_stand_in, |(_, stand_in)| stand_in);
        visit_stand_in(stand_in, visitor).map_err(|stop| stop.of(read))
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        self.miss(Wanted::Text);
        visitor.visit_str("")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        self.miss(Wanted::Flag);
        visitor.visit_bool(false)
    }

    fn deserialize_i64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        self.miss(Wanted::Number);
        visitor.visit_i64(0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        if self.must_stand {
            self.miss(Wanted::List);
        }
        visitor.visit_seq(NoItems)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_map(NoItems)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        shape: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if wants_its_place(shape) {
            self.must_stand = true;
            let span = self.spot.span.clone();
            return visitor.visit_map(Placed::new(fields, span, self));
        }
        self.miss(Wanted::Part(shape, fields));
        visitor.visit_map(Part::new(None, fields, self.spot, self.notes))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        self.miss(Wanted::OneOf(variants));
        let word: StrDeserializer<'_, Stop> = words::safest(variants).into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}
