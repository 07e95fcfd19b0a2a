//! The page on each rule, which `signpost explain` prints, and their list in
//! the manual: `docs/rules/`.
//!
//! To write the list and the heads of the pages anew:
//! `SNAPSHOTS=overwrite cargo test --test suite explained`.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use signpost::diagnostic::{Rule, Severity};

/// The most lines of a page: one is read in a terminal, in a hurry.
const MOST_LINES: usize = 60;

#[test]
fn every_page_says_what_the_rule_is_and_where_it_comes_from() {
    let mut wrong = Vec::new();
    for rule in signpost::check::rules() {
        let head = head(rule);
        let page = rule.explanation;
        if !page.starts_with(&head) {
            if overwrites() {
                let body = page.split("\n\n").skip(2).collect::<Vec<_>>().join("\n\n");
                fs::write(file(rule.name), format!("{head}{body}")).expect("a page is ours");
            }
            wrong.push(format!(
                "docs/rules/{}.md does not begin with:\n{head}",
                rule.name
            ));
        }
        let guesses = rule.severity == Severity::Warning;
        let asked = [
            ("\nWhy: ", true),
            ("Source: ", true),
            ("\nWhen it is wrong: ", guesses),
        ];
        for (part, _) in asked
            .iter()
            .filter(|(part, asked)| *asked && !page.contains(part))
        {
            wrong.push(format!(
                "docs/rules/{}.md has no “{}”",
                rule.name,
                part.trim()
            ));
        }
        if page.lines().count() > MOST_LINES {
            wrong.push(format!(
                "docs/rules/{}.md has over {MOST_LINES} lines",
                rule.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_is_of_a_rule() {
    let rules: BTreeSet<String> = signpost::check::rules()
        .iter()
        .map(|rule| format!("{}.md", rule.name))
        .collect();
    let strays: Vec<String> = fs::read_dir(folder())
        .expect("the folder of the pages")
        .map(|entry| {
            entry
                .expect("a page")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "README.md" && !rules.contains(name))
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
}

#[test]
fn the_list_has_every_rule_with_its_level() {
    let path = folder().join("README.md");
    let told = fs::read_to_string(&path).expect("the list of rules");
    let (before, rest) = told
        .split_once("<!-- rules -->\n")
        .expect("where the list begins");
    let (_, after) = rest
        .split_once("<!-- /rules -->")
        .expect("where the list ends");
    let mut list = String::from("| rule | level | what it asks for |\n|---|---|---|\n");
    for rule in signpost::check::rules() {
        let Rule { name, summary, .. } = rule;
        let level = rule.severity.word();
        let _ = writeln!(list, "| [{name}]({name}.md) | {level} | {summary} |");
    }
    let now = format!("{before}<!-- rules -->\n{list}<!-- /rules -->{after}");
    if overwrites() {
        fs::write(&path, &now).expect("the list is ours");
    } else {
        assert!(
            now == told,
            "SNAPSHOTS=overwrite cargo test --test suite explained"
        );
    }
}

/// What a page begins with.
fn head(rule: &Rule) -> String {
    let level = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    format!("# {}\n\n**{level}.** {}\n\n", rule.name, rule.summary)
}

fn overwrites() -> bool {
    env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite")
}

fn file(name: &str) -> PathBuf {
    folder().join(format!("{name}.md"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")
}
