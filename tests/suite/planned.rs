//! The demonstration on the day that its schedule and its ledger are written
//! for: every state that a policy can be in is there to be seen, and what the
//! check finds is what was planned, and nothing else.
//!
//! A demo that had faults of its own would teach an editor to pass over what
//! the check says.

use std::ffi::OsString;

use serde_json::Value;
use signpost::commands::{self, Outcome};

/// The day of the demo, in `tests/approve-demo` and `tests/run` as well.
const DAY: &str = "2026-11-22";

/// What the check is meant to find: the rule, and what the page or the duty
/// is called.
const PLANNED: [(&str, &str); 6] = [
    (
        "duty-overdue",
        "Clear pictures of pupils from every tablet and camera",
    ),
    ("review-changed", "Handling personal data"),
    ("review-due-soon", "Mobile phones policy"),
    ("review-opened", "Handling personal data"),
    ("review-overdue", "Acceptable use policy"),
    ("review-pending", "Handling a worry about an adult"),
];

/// What a command says of the demo on its day, as JSON.
fn said(words: &[&str]) -> (Outcome, Value) {
    let mut all: Vec<OsString> = vec!["signpost".into()];
    all.extend(words.iter().map(Into::into));
    all.push(env!("CARGO_MANIFEST_DIR").into());
    all.extend(["--today", DAY, "--format", "json"].map(Into::into));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = commands::run(all, &mut out, &mut err);
    let document = serde_json::from_slice(&out).expect("one document of JSON");
    (outcome, document)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().expect("a text")
}

#[test]
fn the_check_finds_what_was_planned_and_nothing_else() {
    let (outcome, document) = said(&["check", "--strict"]);
    assert_eq!(outcome, Outcome::Stopped);
    let findings = document["findings"].as_array().expect("a list");
    let mut found: Vec<(&str, &str)> = Vec::new();
    for finding in findings {
        let message = text(finding, "message");
        let called = message.split(['“', '”']).nth(1).unwrap_or(message);
        found.push((text(finding, "rule"), called));
    }
    found.sort_unstable();
    assert_eq!(
        found, PLANNED,
        "If a policy is told as changed that was not meant to be, run tests/approve-demo. Whatever \
         else is new here is a fault of the demo: mend it."
    );
}

#[test]
fn every_state_of_a_policy_can_be_seen() {
    let (outcome, document) = said(&["reviews"]);
    assert_eq!(outcome, Outcome::Stopped, "one policy is overdue");
    let entries = document["entries"].as_array().expect("a list").iter();
    let pages = entries.filter(|entry| text(entry, "kind") != "duty");
    let (current, unusual): (Vec<&Value>, Vec<&Value>) =
        pages.partition(|page| text(page, "state") == "current");
    let mut unusual: Vec<(&str, &str)> = unusual
        .into_iter()
        .map(|page| (text(page, "state"), text(page, "id")))
        .collect();
    unusual.sort_unstable();
    assert_eq!(
        unusual,
        [
            ("changed", "policies/data-handling"),
            ("due-soon", "policies/mobile-phones"),
            ("overdue", "policies/acceptable-use"),
            ("pending", "policies/handling-allegations"),
        ]
    );
    // All others are current, and more policies are so than are anything else.
    let policies = current
        .iter()
        .filter(|page| text(page, "id").starts_with("policies/"));
    assert!(policies.count() > 1);
}
