//! A value that an editor wrote, as the types of records read it.
//!
//! In: a value with its place, and what a type asks for. Out: the value, or a
//! stand-in of the kind that was asked for and a note of what is wrong. The
//! types say what they want (`deserialize_string`, the names of a part's keys,
//! the words of a choice), so the note can say it in an editor's words.

use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::did_you_mean;

use super::access::{Keys, List, NoItems, One, Part, Placed, wants_its_place};
use super::notes::{Notes, Said, StandIn, Stop};
use super::words::{self, Owner, Wanted};

/// Where a value stands.
#[derive(Debug, Clone)]
pub(super) struct Spot<'t> {
    /// The part it belongs to.
    pub(super) owner: Owner<'t>,
    /// The key it was written under.
    pub(super) field: &'t str,
    /// Whether it is one of a list under that key.
    pub(super) in_list: bool,
    /// Its bytes of the whole file.
    pub(super) span: Range<usize>,
}

impl Spot<'_> {
    /// `“title” of the role “dsl”`
    pub(super) fn phrase(&self) -> String {
        let owner = self.owner.phrase();
        if self.in_list {
            format!("an entry of “{}” in {owner}", self.field)
        } else {
            format!("“{}” of {owner}", self.field)
        }
    }
}

/// A value, read by the type of a record.
pub(super) struct Entry<'t, 'n, 'p> {
    value: Value<'t>,
    spot: Spot<'t>,
    notes: &'p mut Notes<'n>,
}

/// The file as a whole, or a value in it.
#[derive(Clone, Copy)]
enum Value<'t> {
    File(&'t DeTable<'t>),
    Written(&'t DeValue<'t>),
}

impl<'t> Value<'t> {
    fn table(self) -> Option<&'t DeTable<'t>> {
        match self {
            Value::File(table) | Value::Written(DeValue::Table(table)) => Some(table),
            Value::Written(_) => None,
        }
    }

    fn list(self) -> Option<&'t DeArray<'t>> {
        match self {
            Value::Written(DeValue::Array(list)) => Some(list),
            Value::File(_) | Value::Written(_) => None,
        }
    }

    fn text(self) -> Option<&'t str> {
        match self {
            Value::Written(DeValue::String(text)) => Some(text),
            Value::File(_) | Value::Written(_) => None,
        }
    }

    fn number(self) -> Option<i64> {
        match self {
            Value::Written(DeValue::Integer(number)) => {
                i64::from_str_radix(number.as_str(), number.radix()).ok()
            }
            Value::File(_) | Value::Written(_) => None,
        }
    }
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

/// What a type that read a value by itself had against it.
fn refused(spot: &Spot<'_>, said: &Said) -> (String, String) {
    let phrase = words::capital(&spot.phrase());
    match said {
        Said::Wants(wanted) => (
            format!("{phrase} must be {wanted}."),
            format!(
                "Write it as in this line: {}",
                words::line(spot.field, Wanted::Own)
            ),
        ),
        Said::Sentence(sentence) => {
            let (wrong, todo) = sentence.split_once("; ").unwrap_or((sentence, ""));
            let todo = if todo.is_empty() {
                format!(
                    "Write it as in this line: {}",
                    words::line(spot.field, Wanted::Own)
                )
            } else {
                format!("{}.", words::capital(todo))
            };
            (format!("{phrase} cannot be used: {wrong}."), todo)
        }
    }
}

/// What to write instead of a value of the wrong kind.
fn advice(value: Value<'_>, spot: &Spot<'_>, wanted: Wanted, notes: &Notes<'_>) -> String {
    let field = spot.field;
    let written = notes.written(&spot.span).unwrap_or("…");
    let set = |value: &str| {
        if spot.in_list {
            format!("Write {value}")
        } else {
            format!("Write {field} = {value}")
        }
    };
    match (wanted, value) {
        (Wanted::Text, Value::Written(DeValue::Array(_))) if written.starts_with("[\"") => {
            format!(
                "Only one can stand here. {}",
                set(written
                    .trim_matches(['[', ']', ' '])
                    .split(", ")
                    .next()
                    .unwrap_or("\"…\""))
            )
        }
        (Wanted::Text, Value::Written(DeValue::Array(_) | DeValue::Table(_)) | Value::File(_)) => {
            set("\"…\"")
        }
        (Wanted::Text, Value::Written(_)) => {
            format!("Put quotes round it. {}", set(&format!("\"{written}\"")))
        }
        (Wanted::List, Value::Written(DeValue::Table(_))) => format!(
            "If “{field}” is a heading, write it with two brackets on each side: [[{field}]]"
        ),
        (Wanted::List, _) => {
            format!(
                "Put square brackets round it. {}",
                set(&format!("[{written}]"))
            )
        }
        (Wanted::Part(_, fields), Value::Written(DeValue::String(_))) => {
            let key = ["name", "text", "phone", "ks1"]
                .into_iter()
                .find(|key| fields.contains(key))
                .unwrap_or(fields.first().copied().unwrap_or("…"));
            let also = if key == "ks1" { ", ks2 = \"…\"" } else { "" };
            set(&format!("{{ {key} = {written}{also} }}"))
        }
        (Wanted::Part(..), Value::Written(DeValue::Array(_))) if !written.starts_with('{') => {
            format!(
                "There is only one. If it is a heading, write it with single brackets: [{field}]"
            )
        }
        (Wanted::Flag, Value::Written(DeValue::String(text))) => {
            let no = ["no", "false", "n"].contains(&text.trim().to_lowercase().as_str());
            set(if no { "false" } else { "true" })
        }
        (Wanted::Number, Value::Written(DeValue::String(text)))
            if text.trim().parse::<i64>().is_ok() =>
        {
            set(text.trim())
        }
        _ => set(&words::sample(field, wanted)),
    }
}

impl<'de> Deserializer<'de> for Entry<'_, '_, '_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.own(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Stop> {
        let text = self.value.text();
        if text.is_none() {
            self.mismatch(Wanted::Text);
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
            let first = self.value.list()?.get(0)?;
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
                    let message = format!(
                        "“{text}” is not a word for {}; it must be {}.",
                        spot.phrase(),
                        words::kind(Wanted::OneOf(variants))
                    );
                    (message, did_you_mean(text, variants.iter().copied()))
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
