//! `docs/seed-coverage.md` says of each item of the two policies where the
//! demonstration shows it: every item has its row, and whatever a row names is
//! there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How many items each section of the list has.
const SECTIONS: [(char, usize); 17] = [
    ('A', 12),
    ('B', 33),
    ('C', 24),
    ('D', 8),
    ('E', 10),
    ('F', 21),
    ('G', 14),
    ('H', 19),
    ('I', 30),
    ('J', 21),
    ('K', 15),
    ('L', 10),
    ('M', 11),
    ('N', 11),
    ('O', 35),
    ('P', 22),
    ('Q', 12),
];

/// The fewest letters in which something can be said.
const SAID: usize = 5;

/// A row of the page.
struct Row {
    id: String,
    what: String,
    shown: String,
}

/// Every id of the list, in order.
fn ids() -> Vec<String> {
    let sections = SECTIONS.iter();
    let ids = sections.flat_map(|(name, count)| (1..=*count).map(move |n| format!("{name}{n}")));
    ids.collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of all tables, in the order of the page.
fn rows() -> Vec<Row> {
    let page = fs::read_to_string(root().join("docs/seed-coverage.md")).expect("the page is there");
    let mut rows = Vec::new();
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, what, shown] = cells[..] else {
            panic!("a row has three cells: {line}");
        };
        if id != "Id" {
            rows.push(Row {
                id: id.to_owned(),
                what: what.to_owned(),
                shown: shown.to_owned(),
            });
        }
    }
    rows
}

/// What a text names between backquotes.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The address that a heading of a page has.
fn address(heading: &str) -> String {
    let words = heading.split('{').next().unwrap_or_default().to_lowercase();
    let words = words.replace(['\'', '’'], "");
    let words = words.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Whether a file has a heading with this address, or a key, an id or a page
/// of this name.
fn has(file: &Path, anchor: &str) -> bool {
    let text = fs::read_to_string(file).expect("a file of the demo is text");
    let is_page = file.extension().is_some_and(|end| end == "md");
    text.lines().any(|line| {
        if is_page {
            return line.starts_with('#') && address(line) == anchor;
        }
        let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
        let head = key.trim_matches(['[', ']']);
        key == anchor
            || (["id", "page"].contains(&key) && value.trim_matches('"') == anchor)
            || (key.starts_with('[') && head.rsplit('.').next() == Some(anchor))
    })
}

/// Why what a row names is not there, if it is not.
fn fault(name: &str) -> Option<String> {
    if !name.contains(['/', '.']) {
        let is_rule = signpost::check::rules()
            .iter()
            .any(|rule| rule.name == name);
        return (!is_rule).then(|| format!("there is no rule {name}"));
    }
    let (path, anchor) = match name.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (name, None),
    };
    let places = [root().join("content").join(path), root().join(path)];
    let Some(file) = places.iter().find(|place| place.exists()) else {
        return Some(format!("there is no {path}"));
    };
    let anchor = anchor.filter(|anchor| !has(file, anchor))?;
    Some(format!("{path} has no “{anchor}”"))
}

/// The other rows to which one sends its reader.
fn sent_to(shown: &str) -> impl Iterator<Item = &str> {
    let after = ["see ", "See ", "as "];
    let words = after.into_iter().flat_map(|word| shown.split(word).skip(1));
    let ids = words.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    ids.flatten().filter(|id| {
        let mut letters = id.chars();
        letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.clone().count() > 0
            && letters.all(|c| c.is_ascii_digit())
    })
}

#[test]
fn every_item_has_one_row() {
    let found: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    assert_eq!(found, ids());
    assert_eq!(found.len(), 308);
}

#[test]
fn no_row_is_empty_and_what_it_names_is_there() {
    let ids: BTreeSet<String> = ids().into_iter().collect();
    let mut wrong = Vec::new();
    for Row { id, what, shown } in rows() {
        if what.chars().count() < SAID || shown.chars().count() < SAID {
            wrong.push(format!("{id} says nothing"));
        }
        let faults = named(&shown).filter_map(fault);
        wrong.extend(faults.map(|fault| format!("{id}: {fault}")));
        let mut rows = sent_to(&shown).peekable();
        let says_why = shown.starts_with("Left out:") || shown.starts_with("No");
        if named(&shown).next().is_none() && rows.peek().is_none() && !says_why {
            wrong.push(format!("{id} names nothing, and does not say why"));
        }
        let astray = rows.filter(|row| !ids.contains(*row) || *row == id);
        wrong.extend(astray.map(|row| format!("{id} sends its reader to {row}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_is_read_as_it_is_meant() {
    let names: Vec<&str> = named("See `a.md#b`, and `rule`.").collect();
    assert_eq!(names, ["a.md#b", "rule"]);
    let rows: Vec<&str> = sent_to("Left out, as F2; see O19. See x, see A").collect();
    assert_eq!(rows, ["O19", "F2"]);
    assert_eq!(
        address("## The school’s *own* phone {.staff}"),
        "the-schools-own-phone"
    );
    assert!(fault("help.toml#do_not").is_none());
    assert!(fault("help.toml#undone").is_some());
    assert!(fault("schedule.toml#policies/online-safety").is_none());
    assert!(fault("policies/nothing.md").is_some());
    assert!(fault("no-such-rule").is_some());
}
