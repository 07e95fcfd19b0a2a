//! The reference of files and keys, made from the types that read them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value};
use signpost::load::schema::{FileSchema, SCHEMAS};

/// Where more is said of a file: the page that has an example of it and says
/// what each of its keys is for.
pub(super) const PAGES: [(&str, &str); 16] = [
    ("accessibility", "accessibility.md"),
    ("school", "school.md"),
    ("help", "help.md"),
    ("people", "people.md"),
    ("helplines", "helplines.md"),
    ("images", "images.md"),
    ("guidance", "guidance.md"),
    ("glossary", "glossary.md"),
    ("systems", "systems.md"),
    ("schedule", "schedule.md"),
    ("approvals", "approvals.md"),
    ("tables", "tables.md"),
    ("procedures", "procedures.md"),
    ("checklists", "checklists.md"),
    ("agreements", "agreements.md"),
    ("page", "../pages.md"),
];

const HEAD: &str = "\
# Every file and every key

This page is made from the types by which Signpost reads a site, so it says neither more nor less than they do. Whatever is not here is refused, with the
file, the line and the nearest key there is. What each file is for, with an example, is on a page of its own; your text editor can show all of
this [while you type](../editors.md). What else can stand in the folder `content/`: [folders and files](files.md).

A key in **bold** has to be there. A day is written `2026-09-30`; a month stands in quotes, `\"2026-09\"`.

";

/// The whole page.
pub(super) fn reference() -> String {
    let mut said = String::from(HEAD);
    for file in &SCHEMAS {
        let _ = writeln!(said, "- [{}](#{})", title(file), anchor(&title(file)));
    }
    for file in &SCHEMAS {
        let schema: Value = serde_json::from_str(&file.json()).expect("a schema is JSON");
        let _ = write!(said, "\n## {}\n\n", title(file));
        if let Some(text) = schema["description"].as_str() {
            let _ = writeln!(said, "{text}");
        }
        let more = PAGES.iter().find(|(name, _)| *name == file.name);
        let (_, page) =
            more.unwrap_or_else(|| panic!("no page of the manual is about {}", file.name));
        let _ = writeln!(said, "[More about it]({page}), with an example.");
        keys(&schema, &schema, &mut said);
        for (name, part) in parts(&schema) {
            if part["properties"].is_object() {
                let _ = write!(said, "\n### {} in {}\n\n", spaced(name), title(file));
                let _ = writeln!(said, "{}", part["description"].as_str().unwrap_or(""));
                keys(part, &schema, &mut said);
            }
        }
    }
    said
}

/// `people.toml`, `tables/`, `page settings`
fn title(file: &FileSchema) -> String {
    match file.name {
        "page" => "Page settings".to_owned(),
        name @ ("tables" | "procedures" | "checklists" | "agreements") => format!("{name}/"),
        name => format!("{name}.toml"),
    }
}

/// As a forge makes it from a heading.
fn anchor(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || *c == ' ');
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// `ChildrenHelp` as words: `Children help`.
fn spaced(name: &str) -> String {
    let mut said = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !said.is_empty() {
            said.push(' ');
            said.extend(c.to_lowercase());
        } else {
            said.push(c);
        }
    }
    said
}

/// Every key that a file can have, wherever in it.
pub(super) fn all(file: &FileSchema) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(&file.json()).expect("a schema is JSON");
    let parts = parts(&schema).map(|(_, part)| part);
    let properties = parts
        .chain([&schema])
        .filter_map(|part| part["properties"].as_object());
    properties.flat_map(Map::keys).cloned().collect()
}

fn parts(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["$defs"].as_object().into_iter().flat_map(Map::iter)
}

fn keys(part: &Value, whole: &Value, said: &mut String) {
    said.push_str("\n| Key | What it is | Written as |\n|---|---|---|\n");
    let required = part["required"].as_array().cloned().unwrap_or_default();
    let properties = part["properties"]
        .as_object()
        .into_iter()
        .flat_map(Map::iter);
    for (key, value) in properties {
        let must = required.iter().any(|name| name == key);
        let key = if must {
            format!("**`{key}`**")
        } else {
            format!("`{key}`")
        };
        let what = value["description"].as_str().unwrap_or("");
        let what = what.replace('|', "\\|");
        let _ = writeln!(said, "| {key} | {what} | {} |", form(value, whole));
    }
}

/// How a value is written, in words.
fn form(value: &Value, whole: &Value) -> String {
    if let Some(name) = value["$ref"].as_str() {
        let name = name.rsplit('/').next().expect("a name");
        let part = &whole["$defs"][name];
        if part["properties"].is_object() {
            return spaced(name);
        }
        return form(part, whole);
    }
    if let Some(word) = value["const"].as_str() {
        return format!("`{word}`");
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = value[choice].as_array() {
            let mut forms: Vec<String> = choices.iter().map(|one| form(one, whole)).collect();
            forms.dedup();
            return forms.join(" or ");
        }
    }
    if let Some(words) = value["enum"].as_array() {
        let words: Vec<String> = words
            .iter()
            .map(|word| format!("`{}`", said(word)))
            .collect();
        return words.join(" or ");
    }
    match value["type"].as_str() {
        Some("array") => format!("list: {}", form(&value["items"], whole)),
        Some("object") => format!(
            "for each name: {}",
            form(&value["additionalProperties"], whole)
        ),
        Some("integer") => "number".to_owned(),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("string") if value["format"] == "date" => "day".to_owned(),
        Some("string") if value["pattern"] == "^[0-9]{4}-[0-9]{2}$" => "month".to_owned(),
        _ => "text".to_owned(),
    }
}

fn said(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
