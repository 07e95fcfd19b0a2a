//! Each defect that was found in two schools' policies and that a rule can see:
//! `tests/defects/<item>.md`, and the table in `docs/what-check-finds.md`.
//!
//! A story is the small site with exactly that defect (see
//! [`stories`](crate::stories)); its block `found` holds the one finding. The
//! table names the rule as a link, and has a story for every rule that it
//! names so. To write down what is found now:
//! `SNAPSHOTS=overwrite cargo test --test suite defects`.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::stories::set;

/// How many things the list has.
const ITEMS: usize = 35;

#[test]
fn each_defect_is_found_by_the_rule_that_the_manual_names() {
    let table = table();
    let mut wrong = Vec::new();
    let mut shown: BTreeSet<(String, String)> = BTreeSet::new();
    for path in stories() {
        let name = path.file_stem().expect("a story has a name");
        let name = name.to_string_lossy().into_owned();
        let item = item(&name);
        let told = fs::read_to_string(&path).expect("a story is text");
        let findings = set(&told).findings();
        let [(rule, found)] = &findings[..] else {
            let all: Vec<&str> = findings.iter().map(|(_, found)| found.as_str()).collect();
            wrong.push(format!("{name}: not one finding:\n{}", all.concat()));
            continue;
        };
        shown.insert((item.clone(), rule.clone()));
        if !table
            .iter()
            .any(|row| row.item == item && row.rules.contains(rule))
        {
            wrong.push(format!(
                "{name}: the manual does not name {rule} for {item}"
            ));
        }
        let (before, expected) = told.split_once("```found\n").expect("a block “found”");
        let expected = expected.strip_suffix("```\n").unwrap_or(expected);
        if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
            fs::write(&path, format!("{before}```found\n{found}```\n")).expect("a story is ours");
        } else if expected != found {
            wrong.push(format!("{name}: expected\n{expected}found\n{found}"));
        }
    }
    for row in &table {
        for rule in &row.rules {
            if !shown.contains(&(row.item.clone(), rule.clone())) {
                wrong.push(format!("{}: no story shows that {rule} finds it", row.item));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_manual_has_each_item_once_and_names_rules_that_there_are() {
    let rules: BTreeSet<&str> = signpost::check::rules()
        .iter()
        .map(|rule| rule.name)
        .collect();
    let table = table();
    let items: Vec<&str> = table.iter().map(|row| row.item.as_str()).collect();
    let all: Vec<String> = (1..=ITEMS).map(|number| format!("O{number}")).collect();
    assert_eq!(items, all);
    for rule in table.iter().flat_map(|row| &row.rules) {
        assert!(rules.contains(rule.as_str()), "there is no rule {rule}");
    }
}

/// A row of the table: the item, and the rules that it names as links.
struct Row {
    item: String,
    rules: Vec<String>,
}

fn table() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/what-check-finds.md");
    let text = fs::read_to_string(path).expect("the page of the manual");
    text.lines()
        .filter(|line| line.starts_with("| O"))
        .map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            let links = line.split("](rules/").skip(1);
            Row {
                item: cells.next().unwrap_or_default().to_owned(),
                rules: links
                    .filter_map(|link| Some(link.split_once(".md)")?.0.to_owned()))
                    .collect(),
            }
        })
        .collect()
}

/// The item that a story is of: `O5` of `O05-body`.
fn item(name: &str) -> String {
    let number = name.trim_start_matches('O').split('-').next();
    let number = number.unwrap_or_default().trim_start_matches('0');
    format!("O{number}")
}

fn stories() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/defects");
    let mut stories: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of the stories")
        .map(|entry| entry.expect("a story").path())
        .collect();
    stories.sort();
    stories
}
