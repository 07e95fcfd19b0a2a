//! Every rule fires once and is quiet once: `tests/rules/<rule>/`.
//!
//! A fixture is written like a story (see [`stories`](crate::stories)): the
//! small site, with some files changed. In `fires*.md` a block `found` holds
//! what is found; it has one finding, by the rule of the folder, because one
//! mistake is told once. In `quiet*.md` nothing is found. To write down what is
//! found now: `SNAPSHOTS=overwrite cargo test --test suite rules`.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::stories::set;

/// Rules that no text makes fire: a shortcut in the place of a file, a machine that refuses to read a file, and
/// a text that the parser gives up on.
const OUT_OF_REACH: [&str; 3] = ["not-a-file", "unreadable-file", "unreadable"];

/// A fixture shows no more than it needs: what of its records no page shows,
/// and what of a draft is still to be filled in, is asked in the fixtures of
/// these rules alone.
const OF_THEIR_OWN: [&str; 2] = ["unused-record", "to-fill-in"];

/// A page with this many mistakes has others as well.
const WITH_OTHERS: [&str; 1] = ["many-problems"];

#[test]
fn every_rule_fires_once_and_is_quiet_once() {
    let mut wrong = Vec::new();
    let rules: BTreeSet<&str> = signpost::check::rules()
        .iter()
        .map(|rule| rule.name)
        .collect();
    for folder in entries(&root()) {
        let name = named(&folder);
        if !rules.contains(name.as_str()) {
            wrong.push(format!("there is no rule {name}"));
        }
    }
    for rule in rules.iter().filter(|rule| !OUT_OF_REACH.contains(rule)) {
        let fixtures = entries(&root().join(rule));
        for kind in ["fires", "quiet"] {
            if !fixtures.iter().any(|path| named(path).starts_with(kind)) {
                wrong.push(format!("{rule} has no fixture {kind}.md"));
            }
        }
        for fixture in fixtures {
            wrong.extend(judged(rule, &fixture));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with what a fixture finds.
fn judged(rule: &str, fixture: &Path) -> Option<String> {
    let told = fs::read_to_string(fixture).expect("a fixture is text");
    let findings = set(&told).findings().into_iter();
    let findings = findings.filter(|(of, _)| of == rule || !OF_THEIR_OWN.contains(&of.as_str()));
    let (found, others): (Vec<_>, Vec<_>) = findings.partition(|(of, _)| of == rule);
    let at = format!("tests/rules/{rule}/{}.md", named(fixture));
    if let ([(_, other), ..], false) = (&others[..], WITH_OTHERS.contains(&rule)) {
        return Some(format!("{at}: this is found as well:\n{other}"));
    }
    if named(fixture).starts_with("quiet") {
        return found
            .first()
            .map(|(_, found)| format!("{at}: this is found:\n{found}"));
    }
    let [(_, found)] = &found[..] else {
        return Some(format!("{at}: {} findings, not one", found.len()));
    };
    let Some((before, expected)) = told.split_once("```found\n") else {
        return Some(format!("{at}: a block “found” is missing"));
    };
    let expected = expected.strip_suffix("```\n").unwrap_or(expected);
    if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(fixture, format!("{before}```found\n{found}```\n")).expect("a fixture is ours");
        return None;
    }
    (expected != found).then(|| format!("{at}: expected\n{expected}found\n{found}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// What is in a folder, in order; nothing if it is not there.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("a fixture can be read").path())
        .collect();
    entries.sort();
    entries
}

fn named(path: &Path) -> String {
    let name = path.file_stem().expect("a fixture has a name");
    name.to_string_lossy().into_owned()
}
