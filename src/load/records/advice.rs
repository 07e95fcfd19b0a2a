//! What to write instead of a value that is wrong.
//!
//! In: a value, where it stands, and what its type wants. Out: a sentence with
//! the line to write, made of what the editor wrote where that helps.

use std::ops::Range;

use toml::de::{DeArray, DeTable, DeValue};

use super::meant;
use super::notes::{Notes, Said};
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
    /// Where that key is the editor's own word: what it stands under.
    pub(super) under: &'t str,
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

/// The file as a whole, or a value in it.
#[derive(Clone, Copy)]
pub(super) enum Value<'t> {
    File(&'t DeTable<'t>),
    Written(&'t DeValue<'t>),
}

impl<'t> Value<'t> {
    pub(super) fn table(self) -> Option<&'t DeTable<'t>> {
        match self {
            Value::File(table) | Value::Written(DeValue::Table(table)) => Some(table),
            Value::Written(_) => None,
        }
    }

    pub(super) fn list(self) -> Option<&'t DeArray<'t>> {
        match self {
            Value::Written(DeValue::Array(list)) => Some(list),
            Value::File(_) | Value::Written(_) => None,
        }
    }

    pub(super) fn text(self) -> Option<&'t str> {
        match self {
            Value::Written(DeValue::String(text)) => Some(text),
            Value::File(_) | Value::Written(_) => None,
        }
    }

    pub(super) fn number(self) -> Option<i64> {
        match self {
            Value::Written(DeValue::Integer(number)) => {
                i64::from_str_radix(number.as_str(), number.radix()).ok()
            }
            Value::File(_) | Value::Written(_) => None,
        }
    }
}

/// What a type that read a value by itself had against it.
pub(super) fn refused(spot: &Spot<'_>, said: &Said) -> (String, String) {
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

/// What to write where a text stands for a list.
fn list_of(text: &str, spot: &Spot<'_>, written: &str) -> String {
    let field = spot.field;
    let empty = ["vacant", "vacancy", "none", "nobody", "tbc", "empty", ""];
    if field == "holders" && empty.contains(&text.trim().to_lowercase().as_str()) {
        return "For an empty post write holders = []".to_owned();
    }
    if field == "holders" {
        return format!("Write holders = [{{ name = {written} }}]");
    }
    if !matches!(
        field,
        "for" | "audience" | "name_for" | "photo_for" | "find_for"
    ) {
        return format!("Put square brackets round it. Write {field} = [{written}]");
    }
    let readers: Option<Vec<String>> = text
        .replace(" and ", ",")
        .split(',')
        .map(|reader| meant::word(reader.trim(), &READERS))
        .map(|reader| reader.map(|reader| format!("\"{reader}\"")))
        .collect();
    match readers {
        Some(readers) => format!(
            "Put square brackets round it. Write {field} = [{}]",
            readers.join(", ")
        ),
        // Of what nobody can tell, the narrowest.
        None => format!(
            "Name those it is for in square brackets, as in {field} = [\"staff\"] or {field} = [\"parents\", \"staff\"]"
        ),
    }
}

/// Those whom a record can be for.
const READERS: [&str; 3] = ["children", "parents", "staff"];

/// What to write instead of a value of the wrong kind.
pub(super) fn advice(
    value: Value<'_>,
    spot: &Spot<'_>,
    wanted: Wanted,
    notes: &Notes<'_>,
) -> String {
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
        (Wanted::List, Value::Written(DeValue::String(text))) => list_of(text, spot, written),
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
