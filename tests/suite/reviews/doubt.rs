//! What cannot be told is never said to be nothing.

use serde_json::json;
use signpost::commands::Outcome;

use super::S0;
use crate::desk::Desk;
use crate::site::SiteTest;

#[test]
fn what_cannot_be_told_is_never_said_to_be_nothing() {
    let base = SiteTest::base;
    let cases = [
        (base().without("content/school.toml"), "content/school.toml"),
        (base().without("content/people.toml"), "content/people.toml"),
        (
            base().append("content/schedule.toml", "every = \"1 year"),
            "content/schedule.toml",
        ),
        (
            base().edit("content/schedule.toml", "\"dsl\"", "\"dls\""),
            "content/schedule.toml",
        ),
        (
            base().append("content/approvals.toml", "[[approval]]\n"),
            "content/approvals.toml",
        ),
        (
            base().bytes("content/schedule.toml", *b"PK\x03\x04"),
            "content/schedule.toml",
        ),
        (
            base().append("content/people.toml", "x = 1\n"),
            "content/people.toml",
        ),
    ];
    for (site, path) in cases {
        let desk = Desk::of(&site, "2026-03-01");
        let said = desk.run(&["reviews"]);
        assert_eq!(
            (said.outcome, said.out.as_str()),
            (Outcome::Failed, ""),
            "{path}"
        );
        assert!(
            said.err
                .starts_with("error: what is due cannot be told, and nothing was looked at: "),
            "{}",
            said.err
        );
        assert!(said.err.contains(path), "{path}: {}", said.err);
        let (outcome, document) = desk.json(&["reviews"]);
        assert_eq!(outcome, Outcome::Failed);
        let error = document["error"].as_object().expect("the error");
        assert_eq!(document.as_object().map(serde_json::Map::len), Some(1));
        let named = error["path"].as_str().expect("a path");
        assert_eq!(named, format!("SITE/{path}"));
        for form in ["csv", "ics"] {
            let said = desk.run(&["reviews", "--format", form]);
            assert_eq!(
                (said.outcome, said.out.as_str()),
                (Outcome::Failed, ""),
                "{path}"
            );
        }
    }
    let nowhere = Desk::of(&SiteTest::empty(), "2026-03-01").run(&["reviews"]);
    assert_eq!(
        (nowhere.outcome, nowhere.out.as_str()),
        (Outcome::Failed, "")
    );
}

#[test]
fn a_site_without_a_schedule_says_so_and_none_of_it_is_current() {
    let site = SiteTest::base().without("content/schedule.toml");
    let desk = Desk::of(&site, "2026-03-01");
    let said = desk.run(&["reviews"]);
    assert_eq!(said.outcome, Outcome::Done);
    for sentence in [
        "There is no content/schedule.toml, so nothing says when a page is to be reviewed",
        "  Unscheduled: Online safety (policies/online-safety)\n    No due date: not in content/schedule.toml.\n",
        "Next: add a [[review]] with page = \"policies/online-safety\"",
    ] {
        assert!(said.out.contains(sentence), "{sentence}: {}", said.out);
    }
    assert!(
        !said.out.contains("Nothing here is overdue"),
        "{}",
        said.out
    );
    for form in ["json", "csv", "ics"] {
        let said = desk.run(&["reviews", "--format", form]);
        assert_eq!(said.outcome, Outcome::Done);
        assert!(
            said.err.contains("There is no content/schedule.toml"),
            "{said:?}"
        );
    }
}

#[test]
fn what_else_is_wrong_stops_nobody_and_is_told() {
    let site = SiteTest::base()
        .file("content/schedule.toml", S0)
        .append("content/parents/phones.md", "\nAsk [[role:dls]].\n");
    let said = Desk::of(&site, "2026-11-22").run(&["reviews"]);
    assert_eq!(said.outcome, Outcome::Stopped);
    assert!(
        said.out
            .contains("The site has 1 error: signpost check SITE\n"),
        "{}",
        said.out
    );

    // A policy that cannot be read is not one that is not due.
    let site = SiteTest::base().file("content/policies/online-safety.md", "no settings\n");
    let desk = Desk::of(&site, "2027-11-22");
    let (outcome, document) = desk.json(&["reviews"]);
    assert_eq!(outcome, Outcome::Done);
    assert_eq!(
        document["unread"],
        json!(["content/policies/online-safety.md"])
    );
    let said = desk.run(&["reviews"]).out;
    assert!(
        said.contains("What is due may be more than this, because of errors in content/policies/online-safety.md."),
        "{said}"
    );
}

#[test]
fn what_a_school_calls_an_error_is_still_only_overdue() {
    let site = SiteTest::base().file("content/schedule.toml", S0).append(
        "content/school.toml",
        "\n[rules]\nreview-overdue = { level = \"error\", reason = \"we want to know\" }\n",
    );
    let desk = Desk::of(&site, "2026-11-22");
    let (_, checked) = desk.json(&["check"]);
    assert_eq!(checked["summary"]["errors"], 1, "{checked}");
    assert_eq!(desk.json(&["reviews"]).0, Outcome::Stopped);
}
