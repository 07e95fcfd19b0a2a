//! The JSON Schemas say what the reader of records says: no more, no less.
//!
//! An example is made of each schema, with all keys and with those alone that
//! it requires, and the command reads it. That programs other than ours find
//! the same is held by `tests/schemas`.

mod example;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use signpost::load::schema::{self, FileSchema, SCHEMAS};

use crate::demo::demo;
use crate::site::{SiteTest, files_under};

use example::Example;

/// Where a file of a kind stands in a site, and what stands around its TOML.
fn place(of: &FileSchema) -> (String, &'static str, &'static str) {
    let name = of.name;
    match name {
        "page" => (
            "content/staff/made.md".to_owned(),
            "+++\n",
            "+++\n\nWords.\n",
        ),
        "tables" | "procedures" | "checklists" | "agreements" => {
            (format!("content/{name}/made.toml"), "", "")
        }
        _ => (format!("content/{name}.toml"), "", ""),
    }
}

/// What the reader of records has to say of an example: nothing of what other
/// rules find, for an example means nothing.
fn said(of: &FileSchema, text: &str) -> Vec<String> {
    let (path, before, after) = place(of);
    let site = SiteTest::base().file(&path, format!("{before}{text}{after}"));
    let findings = site.findings().into_iter();
    findings
        .filter(|(rule, said)| {
            let of_reading = ["schema", "toml-syntax", "front-matter"].contains(&rule.as_str());
            of_reading && said.starts_with(&path)
        })
        .map(|(_, said)| said)
        .collect()
}

#[test]
fn every_key_of_a_schema_is_known_to_the_reader() {
    for of in &SCHEMAS {
        let example = Example::of(&of.json());
        for text in [example.whole(), example.least()] {
            assert_eq!(said(of, &text), [""; 0], "{}\n{text}", of.name);
        }
    }
}

#[test]
fn every_key_that_a_schema_requires_is_demanded_by_the_reader() {
    for of in &SCHEMAS {
        let example = Example::of(&of.json());
        for (key, text) in example.each_without_a_required_key() {
            assert_eq!(said(of, &text).len(), 1, "{}: {key}\n{text}", of.name);
        }
    }
}

#[test]
fn a_key_that_no_schema_has_is_known_to_nobody() {
    for of in &SCHEMAS {
        let example = Example::of(&of.json());
        for (part, text) in example.each_with_an_unknown_key() {
            assert_eq!(said(of, &text).len(), 1, "{}: {part}\n{text}", of.name);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_schemas_beside_the_demo_are_those_of_the_types() {
    let folder = root().join("schemas");
    let made = schema::all();
    if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (name, text) in &made {
            fs::write(folder.join(name), text).expect("a schema can be written");
        }
    }
    let made: BTreeMap<String, Vec<u8>> = made
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    let there = files_under(&folder);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&made));
    for (name, text) in made {
        assert!(
            there[&name] == text,
            "schemas/{name} is old: run signpost schema --all schemas"
        );
    }
}

#[test]
fn every_record_of_the_demo_names_its_schema_on_its_first_line() {
    for (path, bytes) in demo() {
        let Some(rest) = path.strip_suffix(".toml") else {
            continue;
        };
        let rest = rest.strip_prefix("content/").expect("all is in content");
        let hint = match rest.split_once('/') {
            None => format!("#:schema ../schemas/{rest}.json"),
            Some((folder, _)) => format!("#:schema ../../schemas/{folder}.json"),
        };
        let text = String::from_utf8(bytes).expect("a record is text");
        assert_eq!(text.lines().next(), Some(hint.as_str()), "{path}");
    }
}
