//! The JSON Schema of each kind of file, for editors of text that complete
//! keys and mark mistakes while somebody types.
//!
//! In: the name of a file. Out: what such a file can say (draft 2020-12),
//! derived from the types that read it; the comments on their fields are what
//! an editor shows. Must never say more or less than those types: it is theirs
//! with the marks of the program taken off.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, schema_for};
use serde_json::{Map, Value};

use super::raw;

/// What a kind of file can say.
#[derive(Debug)]
pub struct FileSchema {
    /// `people` for `people.toml`, `tables` for a file in `tables/`, `page`
    /// for the settings at the top of a page.
    pub name: &'static str,
    /// What it is of, in words.
    pub of: &'static str,
    derive: fn() -> Schema,
}

const fn of<T: JsonSchema>(name: &'static str, of: &'static str) -> FileSchema {
    FileSchema {
        name,
        of,
        derive: || schema_for!(T),
    }
}

/// Every kind of file, in the order in which editors are told of them.
pub static SCHEMAS: [FileSchema; 16] = [
    of::<raw::RawSchool>("school", "content/school.toml"),
    of::<raw::RawHelp>("help", "content/help.toml"),
    of::<raw::RawPeople>("people", "content/people.toml"),
    of::<raw::RawHelplines>("helplines", "content/helplines.toml"),
    of::<raw::RawImages>("images", "content/images.toml"),
    of::<raw::RawGuidanceRegister>("guidance", "content/guidance.toml"),
    of::<raw::RawGlossary>("glossary", "content/glossary.toml"),
    of::<raw::RawSystems>("systems", "content/systems.toml"),
    of::<raw::RawAccessibility>("accessibility", "content/accessibility.toml"),
    of::<raw::RawSchedule>("schedule", "content/schedule.toml"),
    of::<raw::RawApprovals>("approvals", "content/approvals.toml"),
    of::<raw::RawTable>("tables", "A file in content/tables/"),
    of::<raw::RawProcedure>("procedures", "A file in content/procedures/"),
    of::<raw::RawChecklist>("checklists", "A file in content/checklists/"),
    of::<raw::RawAgreement>("agreements", "A file in content/agreements/"),
    of::<raw::RawFront>("page", "The settings at the top of a page"),
];

/// The schema of the file that somebody names: `people.toml`,
/// `content/tables/phones.toml`, `tables`, `page`, `content/staff/leavers.md`.
pub fn named(written: &str) -> Option<&'static FileSchema> {
    let path = written.trim().replace('\\', "/").to_lowercase();
    let find = |name: &str| SCHEMAS.iter().find(|schema| schema.name == name);
    if path.strip_suffix(".md").is_some() {
        return find("page");
    }
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let last = parts.next().unwrap_or_default();
    let folder = parts.next().and_then(find);
    folder.or_else(|| find(last.strip_suffix(".toml").unwrap_or(last)))
}

impl FileSchema {
    /// The schema as JSON, with a line end.
    pub fn json(&self) -> String {
        let mut schema = (self.derive)().to_value();
        tidy(&mut schema);
        schema["title"] = self.of.into();
        // What it is about stands first, for whoever opens the file.
        let first = ["$schema", "title", "description"];
        let mut parts = Map::new();
        for key in first {
            parts.extend(schema.get(key).map(|part| (key.to_owned(), part.clone())));
        }
        if let Value::Object(rest) = schema {
            let rest = rest.into_iter();
            parts.extend(rest.filter(|(key, _)| !first.contains(&key.as_str())));
        }
        format!("{:#}\n", Value::Object(parts))
    }
}

/// The schemas of all kinds of files, by the names of the files that hold
/// them: `people.json`.
pub fn all() -> BTreeMap<String, String> {
    let schemas = SCHEMAS.iter();
    schemas
        .map(|schema| (format!("{}.json", schema.name), schema.json()))
        .collect()
}

/// Takes off the marks of the program: the names of types, the line ends of
/// comments, and what TOML cannot say.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(parts) => {
            tidy_parts(parts);
            for (_, part) in parts.iter_mut() {
                tidy(part);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn tidy_parts(parts: &mut Map<String, Value>) {
    without_nothing(parts);
    if let Some(Value::String(description)) = parts.get_mut("description") {
        *description = on_one_line(description);
    }
    if let Some(Value::String(reference)) = parts.get_mut("$ref") {
        *reference = reference.replace("/Raw", "/");
    }
    if let Some(Value::Object(definitions)) = parts.get_mut("$defs") {
        let named = std::mem::take(definitions).into_iter();
        definitions.extend(named.map(|(name, part)| (without_raw(&name), part)));
    }
    // A number of our own making, and a list that is empty when it is left out.
    if parts.get("format").is_some_and(|format| format == "int64") {
        parts.shift_remove("format");
    }
    let is_empty = |value: &Value| {
        value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty)
    };
    if parts.get("default").is_some_and(is_empty) {
        parts.shift_remove("default");
    }
}

/// Takes `null` out: what may be left out is left out, and never nothing.
fn without_nothing(parts: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = parts.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            parts.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(forms)) = parts.get_mut("anyOf") {
        forms.retain(|form| form.get("type").is_none_or(|kind| kind != "null"));
        if let [Value::Object(only)] = &mut forms[..] {
            let only = std::mem::take(only);
            parts.shift_remove("anyOf");
            for (key, part) in only {
                parts.entry(key).or_insert(part);
            }
        }
    }
}

fn without_raw(name: &str) -> String {
    name.strip_prefix("Raw").unwrap_or(name).to_owned()
}

/// A comment as one paragraph, or several: its lines were as long as the
/// source's.
fn on_one_line(comment: &str) -> String {
    let paragraphs = comment.split("\n\n");
    let paragraphs = paragraphs.map(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_any_of_its_names() {
        for (written, name) in [
            ("people.toml", "people"),
            ("content/people.toml", "people"),
            ("C:\\site\\content\\People.toml", "people"),
            ("tables/communications.toml", "tables"),
            ("content/tables/", "tables"),
            ("tables", "tables"),
            ("page", "page"),
            ("content/staff/leavers.md", "page"),
            ("approvals", "approvals"),
        ] {
            let schema = named(written);
            assert_eq!(schema.map(|schema| schema.name), Some(name), "{written}");
        }
        for written in ["", "pupils.toml", "content", "people.json", "/"] {
            assert!(named(written).is_none(), "{written}");
        }
    }

    #[test]
    fn an_editor_reads_no_word_of_the_program() {
        for (name, schema) in all() {
            for word in ["Raw", "null", "crate", "[`", "](", "int64", "Spanned"] {
                assert!(!schema.contains(word), "{name}: {word}\n{schema}");
            }
        }
    }
}
