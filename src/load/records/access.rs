//! Lists and parts of a record, handed to their types entry by entry.
//!
//! In: a list or table that an editor wrote. Out: its entries, one after the
//! other, each with its place; of a part, the keys that are not written too,
//! so that their types say whether they may be left out.

use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use crate::diagnostic::suggestion;

use super::absent::{Absent, Silence};
use super::advice::Spot;
use super::entry::Entry;
use super::meant;
use super::notes::{Notes, Stop};
use super::placed::Key;

type Pairs<'t> = toml::map::Iter<'t, Spanned<DeString<'t>>, Spanned<DeValue<'t>>>;

/// The entries of a list.
pub(super) struct List<'t, 'n, 'p> {
    items: std::slice::Iter<'t, Spanned<DeValue<'t>>>,
    spot: Spot<'t>,
    notes: &'p mut Notes<'n>,
}

impl<'t, 'n, 'p> List<'t, 'n, 'p> {
    pub(super) fn new(
        list: &'t DeArray<'t>,
        mut spot: Spot<'t>,
        notes: &'p mut Notes<'n>,
    ) -> List<'t, 'n, 'p> {
        spot.in_list = true;
        List {
            items: list.iter(),
            spot,
            notes,
        }
    }
}

impl<'de> SeqAccess<'de> for List<'_, '_, '_> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Stop> {
        if self.notes.is_full() {
            return Ok(None);
        }
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        seed.deserialize(Entry::written(item, self.spot.clone(), self.notes))
            .map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// A list of one entry.
pub(super) struct One<D>(pub(super) Option<D>);

impl<'de, D: Deserializer<'de, Error = Stop>> SeqAccess<'de> for One<D> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Stop> {
        self.0
            .take()
            .map(|entry| seed.deserialize(entry))
            .transpose()
    }
}

/// A list or map of nothing.
pub(super) struct NoItems;

impl<'de> SeqAccess<'de> for NoItems {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        _: S,
    ) -> Result<Option<S::Value>, Stop> {
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for NoItems {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, Stop> {
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<S::Value, Stop> {
        Err(serde::de::Error::custom("nothing is here"))
    }
}

/// The entries of a map, whose keys are the editor's own.
pub(super) struct Keys<'t, 'n, 'p> {
    entries: Pairs<'t>,
    value: Option<(&'t str, &'t Spanned<DeValue<'t>>)>,
    spot: Spot<'t>,
    notes: &'p mut Notes<'n>,
}

impl<'t, 'n, 'p> Keys<'t, 'n, 'p> {
    pub(super) fn new(
        table: &'t DeTable<'t>,
        mut spot: Spot<'t>,
        notes: &'p mut Notes<'n>,
    ) -> Keys<'t, 'n, 'p> {
        spot.in_list = false;
        spot.under = spot.field;
        Keys {
            entries: table.iter(),
            value: None,
            spot,
            notes,
        }
    }
}

impl<'de> MapAccess<'de> for Keys<'_, '_, '_> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Stop> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some((key.get_ref(), value));
        let span = moved(key.span(), self.notes.base);
        let text = key.get_ref();
        seed.deserialize(Key { text, span }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        let Some((field, value)) = self.value.take() else {
            return Err(serde::de::Error::custom("a value without its key"));
        };
        let spot = Spot {
            field,
            ..self.spot.clone()
        };
        seed.deserialize(Entry::written(value, spot, self.notes))
    }
}

fn moved(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

/// The keys of a part of a record: those that are written, then those that
/// are not.
pub(super) struct Part<'t, 'n, 'p> {
    table: Option<&'t DeTable<'t>>,
    entries: Option<Pairs<'t>>,
    fields: &'static [&'static str],
    unwritten: std::slice::Iter<'static, &'static str>,
    next: Option<(&'t str, Option<&'t Spanned<DeValue<'t>>>)>,
    /// Keys that a misspelt one was probably meant to be: not missing.
    misspelt: Vec<&'static str>,
    spot: Spot<'t>,
    notes: &'p mut Notes<'n>,
}

impl<'t, 'n, 'p> Part<'t, 'n, 'p> {
    /// The keys of `table`, or of one that is not there and was reported.
    pub(super) fn new(
        table: Option<&'t DeTable<'t>>,
        fields: &'static [&'static str],
        mut spot: Spot<'t>,
        notes: &'p mut Notes<'n>,
    ) -> Part<'t, 'n, 'p> {
        spot.in_list = false;
        spot.under = "";
        Part {
            table,
            entries: table.map(DeTable::iter),
            fields,
            unwritten: fields.iter(),
            next: None,
            misspelt: Vec::new(),
            spot,
            notes,
        }
    }

    fn next_field(&mut self) -> Option<&'t str> {
        for (key, value) in self.entries.iter_mut().flatten() {
            let name: &'t str = key.get_ref();
            if self.fields.contains(&name) {
                self.next = Some((name, Some(value)));
                return Some(name);
            }
            let (fields, owner) = (self.fields, self.spot.owner);
            self.misspelt
                .extend(suggestion(name, fields.iter().copied()));
            let span = moved(key.span(), self.notes.base);
            self.notes.wrong(&span, |_| {
                (
                    format!("“{name}” is not something {} can have.", owner.phrase()),
                    meant::key_help(name, owner, fields),
                )
            });
        }
        let table = self.table;
        let field = self
            .unwritten
            .find(|field| table.is_none_or(|table| !table.contains_key(**field)))?;
        self.next = Some((field, None));
        Some(field)
    }
}

impl<'de> MapAccess<'de> for Part<'_, '_, '_> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Stop> {
        let Some(field) = self.next_field() else {
            return Ok(None);
        };
        let field: StrDeserializer<'_, Stop> = field.into_deserializer();
        seed.deserialize(field).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        let Some((field, value)) = self.next.take() else {
            return Err(serde::de::Error::custom("a value without its key"));
        };
        let spot = Spot {
            field,
            ..self.spot.clone()
        };
        let silence = match self.table {
            Some(_) if !self.misspelt.contains(&field) => Silence::Speak,
            Some(_) | None => Silence::Quiet,
        };
        match value {
            Some(value) => seed.deserialize(Entry::written(value, spot, self.notes)),
            None => seed.deserialize(Absent::new(spot, silence, self.notes)),
        }
    }
}
