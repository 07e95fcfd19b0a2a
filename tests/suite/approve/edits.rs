//! What becomes of a page that was approved, and edited or approved again.

use serde_json::{Value, json};

use super::{FILE, LEDGER, POLICY, approve, desk};
use crate::desk::Desk;

/// Which views of the policy are not what was approved, with their sections.
fn changed(desk: &Desk) -> Value {
    desk.entry(POLICY)["changed"].clone()
}

#[test]
fn a_staff_paragraph_changes_what_staff_were_shown_alone() {
    let desk = desk();
    approve(&desk, &[]);
    desk.edit(FILE, "Write it down and tell", "Tell");
    assert_eq!(
        changed(&desk),
        json!([{ "view": "staff", "sections": ["Handling a report"] }])
    );
    let said = desk.run(&["reviews"]).out;
    assert!(said.contains("  Changed: Online safety"), "{said}");
    assert!(
        said.contains(
            "    Changed since it was approved: what staff read, in “Handling a report”.\n"
        ),
        "{said}"
    );
    desk.edit(
        FILE,
        "until the end of the day",
        "until the end of the lesson",
    );
    assert_eq!(
        changed(&desk),
        json!([
            { "view": "parents", "sections": ["Phones"] },
            { "view": "staff", "sections": ["Phones", "Handling a report"] },
        ])
    );
}

#[test]
fn one_word_of_a_parents_paragraph_changes_both_and_names_the_place() {
    let desk = desk();
    approve(&desk, &[]);
    desk.edit(FILE, "teach every class", "teach each class");
    assert_eq!(
        changed(&desk),
        json!([
            { "view": "parents", "sections": [""] },
            { "view": "staff", "sections": [""] },
        ])
    );
    let said = desk.run(&["reviews"]).out;
    assert!(
        said.contains("what parents read, in the beginning; what staff read, in the beginning."),
        "{said}"
    );
}

#[test]
fn a_new_telephone_number_and_another_spelling_change_nothing() {
    let desk = desk();
    approve(&desk, &[]);
    let as_approved = desk.entry(POLICY);
    desk.edit("content/people.toml", "01632 960002", "01632 960099");
    assert_eq!(desk.entry(POLICY), as_approved, "a telephone number");
    let text = desk.read(FILE);
    desk.write(FILE, &text.replace('\n', "\r\n"));
    assert_eq!(desk.entry(POLICY), as_approved, "line ends");
    let spaced = text.replace(
        "## Phones\n\nPhones stay in the",
        "Phones\n------\n\n\nPhones   stay\nin the",
    );
    assert_ne!(spaced, text);
    desk.write(FILE, &spaced.replace("every class", "ever&#121; class"));
    assert_eq!(desk.entry(POLICY), as_approved, "another spelling");
}

#[test]
fn an_unchanged_text_is_counted_as_redated() {
    let desk = desk();
    approve(&desk, &[]);
    let said = approve(&desk, &["--evidence", "Minutes again"]).out;
    assert!(
        said.contains("warning: Not a word has changed since the approval of 20 November 2026: this is counted as re-dated.\n"),
        "{said}"
    );
    assert_eq!(desk.entry(POLICY)["redated"], 1);
    let said = desk.run(&["reviews"]).out;
    assert!(
        said.contains("Approved again once without a word changed."),
        "{said}"
    );
    // The very same again is no new approval.
    let before = desk.read(LEDGER);
    let said = approve(&desk, &["--evidence", "Minutes again"]).out;
    assert!(said.contains("already: nothing was written."), "{said}");
    assert_eq!(desk.read(LEDGER), before);
}

#[test]
fn a_minor_change_does_not_renew_the_review() {
    let desk = desk();
    let said = approve(&desk, &["--minor", "a slip"]).out;
    assert!(
        said.contains("warning: It has had no full approval yet"),
        "{said}"
    );
    assert_eq!(desk.entry(POLICY)["also"], json!(["pending"]));
    approve(&desk, &[]);
    desk.edit(FILE, "teach every class", "teach each class");
    assert_eq!(desk.entry(POLICY)["state"], "changed");
    approve(&desk, &["--on", "2026-11-22", "--minor", "a slip"]);
    let entry = desk.entry(POLICY);
    assert_eq!(
        (&entry["state"], &entry["approved"]),
        (&json!("current"), &json!("2026-11-20"))
    );
}

#[test]
fn a_table_changes_for_those_who_were_shown_that_cell() {
    let desk = desk();
    let block = "## Phones\n\n```table\nid = \"phones\"\n```\n";
    desk.edit(FILE, "## Phones\n", block);
    approve(&desk, &[]);
    let table = "content/tables/phones.toml";
    // No page under review shows what children read.
    desk.edit(
        table,
        "child = \"Bring a phone\"",
        "child = \"Take a phone\"",
    );
    assert_eq!(changed(&desk), json!([]));
    desk.edit(
        table,
        "{ staff = \"allowed\",",
        "{ staff = \"not-allowed\",",
    );
    assert_eq!(
        changed(&desk),
        json!([{ "view": "staff", "sections": ["Phones"] }])
    );
    desk.edit(table, "pupils = \"not-stated\"", "pupils = \"not-allowed\"");
    assert_eq!(
        changed(&desk),
        json!([
            { "view": "parents", "sections": ["Phones"] },
            { "view": "staff", "sections": ["Phones"] },
        ])
    );
}
