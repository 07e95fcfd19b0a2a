//! A value that an editor wrote, as the types of records read it.
//!
//! In: a value with its place, and what a type asks for. Out: the value, or a
//! stand-in of the kind that was asked for and a note of what is wrong. The
//! types say what they want (`deserialize_string`, the names of a part's keys,
//! the words of a choice), so the note can say it in an editor's words.

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::access::{Keys, List, NoItems, One, Part};
use super::advice::{Spot, Value, advice, refused};
use super::meant;
use super::notes::{Notes, StandIn, Stop};
use super::placed::{Placed, wants_its_place};
use super::words::{self, Owner, Wanted};

/// A value, read by the type of a record.
pub(super) struct Entry<'t, 'n, 'p> {
    value: Value<'t>,
    spot: Spot<'t>,
    notes: &'p mut Notes<'n>,
}

impl<'t, 'n, 'p> Entry<'t, 'n, 'p> {
    /// The table that is the file.
    pub(super) fn root(
        table: &'t DeTable<'t>,
        spot: Spot<'t>,
        notes: &'p mut Notes<'n>,
    ) -> Entry<'t, 'n, 'p> {
        Entry {
            value: Value::File(table),
            spot,
            notes,
        }
    }

    /// A value of a table or a list, at `spot` but for its place.
    pub(super) fn written(
        value: &'t Spanned<DeValue<'t>>,
        mut spot: Spot<'t>,
        notes: &'p mut Notes<'n>,
    ) -> Entry<'t, 'n, 'p> {
        let span = value.span();
        spot.span = span.start + notes.base..span.end + notes.base;
        Entry {
            value: Value::Written(value.get_ref()),
            spot,
            notes,
        }
    }

    /// Notes that the value is of the wrong kind.
    fn mismatch(&mut self, wanted: Wanted) {
        let Entry { value, spot, notes } = self;
        notes.wrong(&spot.span, |notes| {
            let message = format!(
                "{} must be {}.",
                words::capital(&spot.phrase()),
                words::kind(wanted)
            );
            (message, advice(*value, spot, wanted, notes))
        });
    }

    /// Lets the type read the value by itself, or what stands in for it.
    fn own<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let Entry { value, spot, notes } = self;
        let (read, failed) = notes.own_read();
        let result = match failed {
            Some((said, stand_in)) => {
                notes.wrong(&spot.span, |_| refused(&spot, &said));
                visit_stand_in(stand_in, visitor)
            }
            None => match value {
                Value::Written(DeValue::String(text)) => visitor.visit_str(text),
                Value::Written(DeValue::Boolean(flag)) => visitor.visit_bool(*flag),
                Value::Written(DeValue::Datetime(date)) => visitor.visit_str(&date.to_string()),
                Value::Written(DeValue::Integer(number)) => match value.number() {
                    Some(number) => visitor.visit_i64(number),
                    None => visitor.visit_str(number.as_str()),
                },
                Value::Written(DeValue::Float(number)) => match number.as_str().parse() {
                    Ok(number) => visitor.visit_f64(number),
                    Err(_) => visitor.visit_str(number.as_str()),
                },
                Value::Written(DeValue::Array(list)) => {
                    visitor.visit_seq(List::new(list, spot, notes))
                }
                Value::Written(DeValue::Table(table)) | Value::File(table) => {
                    visitor.visit_map(Keys::new(table, spot, notes))
                }
            },
        };
        result.map_err(|stop| stop.of(read))
    }
}

/// Gives a type something that it may be content with.
pub(super) fn visit_stand_in<'de, V: Visitor<'de>>(
    stand_in: StandIn,
    visitor: V,
) -> Result<V::Value, Stop> {
    match stand_in {
        StandIn::Text(text) => visitor.visit_str(text),
        StandIn::List => visitor.visit_seq(NoItems),
        StandIn::Number(number) => visitor.visit_i64(number),
        StandIn::Flag => visitor.visit_bool(false),
    }
}

impl<'de> Deserializer<'de> for Entry<'_, '_, '_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.own(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let text = self.value.text();
        match text {
            None => self.mismatch(Wanted::Text),
            Some(text) if text.trim().is_empty() => {
                let Entry { spot, notes, .. } = &mut self;
                notes.wrong(&spot.span, |_| {
                    let message = format!("{} is empty.", words::capital(&spot.phrase()));
                    (message, words::for_empty(spot.under).to_owned())
                });
            }
            Some(_) => {}
        }
        visitor.visit_str(text.unwrap_or_default())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let Value::Written(DeValue::Boolean(flag)) = self.value else {
            self.mismatch(Wanted::Flag);
            return visitor.visit_bool(false);
        };
        visitor.visit_bool(*flag)
    }

    fn deserialize_i64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let number = self.value.number();
        if number.is_none() {
            self.mismatch(Wanted::Number);
        }
        visitor.visit_i64(number.unwrap_or_default())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let list = self.value.list();
        if list.is_none() {
            self.mismatch(Wanted::List);
        }
        self.spot.in_list = true;
        match list {
            Some(list) => visitor.visit_seq(List::new(list, self.spot, self.notes)),
            // One entry without its brackets is still that entry.
            None => visitor.visit_seq(One(Some(self))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let Some(table) = self.value.table() else {
            self.mismatch(Wanted::Part("", &[]));
            return visitor.visit_map(NoItems);
        };
        visitor.visit_map(Keys::new(table, self.spot, self.notes))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        shape: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if wants_its_place(shape) {
            let span = self.spot.span.clone();
            return visitor.visit_map(Placed::new(fields, span, self));
        }
        let table = self.value.table();
        if table.is_none() {
            self.mismatch(Wanted::Part(shape, fields));
        }
        // [[children]] for [children]: read the first as the one.
        let table = table.or_else(|| {
            let first = self.value.list()?.first()?;
            first.get_ref().as_table()
        });
        let owner = Owner::of(shape, table, self.spot.field);
        let spot = Spot { owner, ..self.spot };
        visitor.visit_map(Part::new(table, fields, spot, self.notes))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let word = match self.value.text() {
            Some(text) if variants.contains(&text) => text,
            Some(text) => {
                let Entry { spot, notes, .. } = &mut self;
                notes.wrong(&spot.span, |_| {
                    let message = if spot.field == "for" {
                        let owner = words::capital(&spot.owner.phrase());
                        format!("{owner} cannot be for “{text}”.")
                    } else {
                        format!(
                            "“{text}” is not a word for {}; it must be {}.",
                            spot.phrase(),
                            words::kind(Wanted::OneOf(variants))
                        )
                    };
                    (message, meant::word_help(text, variants))
                });
                words::safest(variants)
            }
            None => {
                self.mismatch(Wanted::OneOf(variants));
                words::safest(variants)
            }
        };
        let word: StrDeserializer<'_, Stop> = word.into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}
