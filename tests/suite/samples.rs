//! How often the rules that guess are wrong, on texts that people have judged:
//! `tests/samples/<rule>.toml`.
//!
//! Each case is the text of a page and what a person says of it. A case that
//! the rule gets wrong stays in its sample and is counted: the table in
//! `docs/rules/README.md` says how many there are. To write it anew:
//! `SNAPSHOTS=overwrite cargo test --test suite samples`, which prints the
//! cases that it gets wrong as well.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::stories::set;

/// The texts for one rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    /// Blocks of a story, which change the small site for all cases.
    #[serde(default)]
    set: String,
    /// The folder in which the pages stand.
    #[serde(default = "parents")]
    folder: String,
    /// What stands above each text on its page.
    #[serde(default)]
    before: String,
    /// More lines for the front matter of each page.
    #[serde(default)]
    settings: String,
    case: Vec<Case>,
}

/// A text, and what a person says of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The page, as Markdown, below its front matter.
    #[serde(default)]
    text: String,
    /// Its title, where that is what is judged.
    title: Option<String>,
    /// A document for parents, where its file's name is what is judged.
    file: Option<String>,
    /// Whether the rule should speak.
    found: bool,
}

/// What a rule makes of its sample.
#[derive(Default)]
struct Measured {
    to_find: usize,
    missed: Vec<String>,
    harmless: usize,
    false_alarms: Vec<String>,
}

fn parents() -> String {
    "parents".to_owned()
}

#[test]
fn the_manual_says_how_often_rules_that_guess_are_wrong() {
    let rules: BTreeSet<&str> = signpost::check::rules()
        .iter()
        .map(|rule| rule.name)
        .collect();
    let mut table = String::from(
        "| rule | should be found | missed | harmless | false alarms |\n|---|--:|--:|--:|--:|\n",
    );
    let mut wrong = String::new();
    for path in samples() {
        let rule = path.file_stem().and_then(|name| name.to_str());
        let rule = rule.expect("a sample has the name of its rule");
        assert!(rules.contains(rule), "there is no rule {rule}");
        let told = fs::read_to_string(&path).expect("a sample is text");
        let sample: Sample = toml::from_str(&told).unwrap_or_else(|fault| panic!("{fault}"));
        let measured = measure(rule, &sample);
        let _ = writeln!(
            table,
            "| [{rule}]({rule}.md) | {} | {} | {} | {} |",
            measured.to_find,
            measured.missed.len(),
            measured.harmless,
            measured.false_alarms.len()
        );
        for text in measured.missed {
            let _ = writeln!(wrong, "{rule} misses: {text}");
        }
        for text in measured.false_alarms {
            let _ = writeln!(wrong, "{rule} cries wolf: {text}");
        }
    }
    kept(&table, &wrong);
}

/// Judges each case as a page of its own, all of them on one site.
fn measure(rule: &str, sample: &Sample) -> Measured {
    let mut site = set(&sample.set);
    for (number, case) in sample.case.iter().enumerate() {
        if case.file.is_some() {
            site = site.file(&path_of(sample, number), "%PDF-1.7");
            continue;
        }
        let Case { text, title, .. } = case;
        let title = title.clone().unwrap_or_else(|| format!("Case {number}"));
        let page = format!(
            "+++\ntitle = {title:?}\n{}+++\n\n{}\n\n{}\n",
            sample.settings,
            sample.before,
            text.trim_end()
        );
        site = site.file(&path_of(sample, number), page);
    }
    let found: BTreeSet<String> = site
        .findings()
        .into_iter()
        .filter(|(of, _)| of == rule)
        .filter_map(|(_, said)| Some(said.split_once(':')?.0.to_owned()))
        .collect();
    let mut measured = Measured::default();
    for (number, case) in sample.case.iter().enumerate() {
        let speaks = found.contains(&path_of(sample, number));
        let told = case.file.as_ref().or(case.title.as_ref());
        let told = told.unwrap_or(&case.text).trim().to_owned();
        if case.found {
            measured.to_find += 1;
        } else {
            measured.harmless += 1;
        }
        match (case.found, speaks) {
            (true, false) => measured.missed.push(told),
            (false, true) => measured.false_alarms.push(told),
            (true, true) | (false, false) => {}
        }
    }
    measured
}

fn path_of(sample: &Sample, number: usize) -> String {
    match &sample.case[number].file {
        Some(file) => format!("content/files/parents/{file}"),
        None => format!("content/{}/case-{number}.md", sample.folder),
    }
}

/// Compares the table in the manual with what was measured, or writes it.
#[expect(
    clippy::print_stdout,
    reason = "whoever writes the table anew is told which cases are wrong"
)]
fn kept(table: &str, wrong: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules/README.md");
    let told = fs::read_to_string(&path).expect("the list of rules");
    let (before, rest) = told
        .split_once("<!-- measured -->\n")
        .expect("where the table begins");
    let (_, after) = rest
        .split_once("<!-- /measured -->")
        .expect("where the table ends");
    let now = format!("{before}<!-- measured -->\n{table}<!-- /measured -->{after}");
    if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(&path, &now).expect("the list is ours");
        print!("{wrong}");
    } else {
        assert!(
            now == told,
            "SNAPSHOTS=overwrite cargo test --test suite samples\n{table}{wrong}"
        );
    }
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut samples: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of the samples")
        .map(|entry| entry.expect("a sample").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    samples.sort();
    samples
}
