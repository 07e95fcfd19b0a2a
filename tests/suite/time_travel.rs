//! The demonstration site on ten days of three years: nobody touches it, and
//! its review desk says each time what has become of it.
//!
//! The table was reckoned by hand from `content/schedule.toml`,
//! `content/approvals.toml` and the terms of `content/school.toml`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;
use signpost::pipeline::{self, Settings};
use signpost::render::Edition;
use tempfile::TempDir;

use crate::demo::{Folder, demo};

/// What the desk holds on a day.
#[derive(Clone, Copy)]
struct Day {
    today: &'static str,
    /// Of reviews: overdue, changed, pending, unscheduled, due soon, not due
    /// yet. Those that are due with their folder are added to one of them.
    reviews: [usize; 6],
    /// Where the policies stand that are due in July.
    july: usize,
    /// Where the policies stand that are due with their folder, or in the
    /// same month.
    policies: usize,
    /// Where the guides stand.
    guides: usize,
    /// Of duties: overdue, without a date, due soon, not due yet.
    duties: [usize; 4],
    /// Whether helplines, contacts and the register are old.
    old: bool,
}

const OVERDUE: usize = 0;
const DUE_SOON: usize = 4;
const NOT_YET: usize = 5;

const fn day(today: &'static str, reviews: [usize; 6], folders: usize, duties: [usize; 4]) -> Day {
    Day {
        today,
        reviews,
        // No day of the table is in the 60 days before the 8th of July.
        july: if folders == NOT_YET { NOT_YET } else { OVERDUE },
        policies: folders,
        guides: folders,
        duties,
        old: false,
    }
}

const fn old(day: Day) -> Day {
    Day { old: true, ..day }
}

const DAYS: [Day; 10] = [
    // Acceptable use is late, data handling was changed, handling allegations
    // was not approved, mobile phones is due on 20 January; the tablets are
    // late since half-term, and the weekly reports were read two days ago.
    day("2026-11-22", [1, 1, 1, 0, 1, 0], NOT_YET, [1, 0, 2, 13]),
    // The two weekly reports are a day late.
    day("2026-11-28", [1, 1, 1, 0, 1, 0], NOT_YET, [3, 0, 2, 11]),
    // The last day of term was yesterday; Safer Internet Day comes near.
    day("2026-12-19", [1, 1, 1, 0, 1, 0], NOT_YET, [5, 0, 1, 10]),
    // The day on which mobile phones is due, and the day after.
    day("2027-01-20", [1, 1, 1, 0, 1, 0], NOT_YET, [5, 0, 2, 9]),
    day("2027-01-21", [2, 1, 1, 0, 0, 0], NOT_YET, [5, 0, 2, 9]),
    // The day after the spring term.
    day("2027-03-26", [2, 1, 1, 0, 0, 0], NOT_YET, [9, 0, 1, 6]),
    // A new school year: what was approved a year ago comes near.
    old(day(
        "2027-09-01",
        [2, 1, 1, 0, 0, 0],
        DUE_SOON,
        [11, 0, 4, 1],
    )),
    // The guides were due yesterday.
    old(day(
        "2027-10-01",
        [2, 1, 1, 0, 0, 0],
        OVERDUE,
        [14, 0, 1, 1],
    )),
    // The day after two years without a review of data handling.
    old(day(
        "2028-06-17",
        [4, 0, 0, 0, 0, 0],
        OVERDUE,
        [15, 0, 0, 1],
    )),
    // Three years on everything is late, and nothing is called current.
    old(day(
        "2029-11-22",
        [4, 0, 0, 0, 0, 0],
        OVERDUE,
        [16, 0, 0, 0],
    )),
];

/// The demo as it is built on a day.
fn built(folder: &Folder, today: &str) -> Edition {
    let root = TempDir::new().expect("a folder for a test");
    for (path, bytes) in folder {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, bytes).expect("it can be written");
    }
    let today: Date = today.parse().expect("a day");
    let settings = Settings {
        today,
        strict: false,
    };
    let findings = pipeline::check(root.path(), settings).expect("the demo is read");
    let publishable = findings.gate().expect("age is no error");
    pipeline::print(root.path(), &publishable).expect("the demo is printed")
}

fn text<'e>(edition: &'e Edition, path: &str) -> &'e str {
    let bytes = edition.staff.files.get(path).expect("a file of staff's");
    str::from_utf8(bytes).expect("text")
}

/// The entries of `reviews.json`, those that are duties or those that are not.
fn entries(edition: &Edition, duties: bool) -> Vec<Value> {
    let said: Value = serde_json::from_str(text(edition, "reviews.json")).expect("JSON");
    let entries = said["entries"].as_array().expect("a list").clone();
    let is_duty = |entry: &Value| entry["kind"] == "duty";
    let entries = entries.into_iter();
    entries.filter(|entry| is_duty(entry) == duties).collect()
}

/// How many entries are in each of these states.
fn counts<const N: usize>(entries: &[Value], states: [&str; N]) -> [usize; N] {
    states.map(|state| {
        entries
            .iter()
            .filter(|entry| entry["state"] == state)
            .count()
    })
}

#[test]
fn the_desk_says_what_has_become_of_the_demo() {
    let folder = demo();
    for day in DAYS {
        let edition = built(&folder, day.today);
        let reviews = entries(&edition, false);
        // Pages are added to the demo; whatever goes by the entry of a folder
        // is counted from the day of that folder, and whatever was approved
        // in July or with the online safety policy from that day.
        let due = |date: &str| reviews.iter().filter(|entry| entry["due"] == date).count();
        let mut expected = day.reviews;
        expected[day.july] += due("2027-07-08");
        expected[day.policies] += due("2027-09-14") + due("2027-09-23");
        expected[day.guides] += due("2027-09-30");
        let states = [
            "overdue",
            "changed",
            "pending",
            "unscheduled",
            "due-soon",
            "current",
        ];
        assert_eq!(
            counts(&reviews, states),
            expected,
            "reviews on {}",
            day.today
        );
        let duties = entries(&edition, true);
        let states = ["overdue", "unscheduled", "due-soon", "current"];
        assert_eq!(
            counts(&duties, states),
            day.duties,
            "duties on {}",
            day.today
        );
        let desk = text(&edition, "reviews.html");
        for (what, said) in [
            ("helplines", "Helplines whose facts are old"),
            ("contacts", "People outside school whose numbers are old"),
            ("the register", "Nobody has been through the register"),
        ] {
            assert_eq!(desk.contains(said), day.old, "{what} on {}", day.today);
        }
        assert!(desk.contains(&format!("<time datetime=\"{}\">", day.today)));
        let events = text(&edition, "reviews.ics")
            .matches("BEGIN:VEVENT")
            .count();
        let all = reviews.iter().chain(&duties);
        let days = all.filter_map(|entry| Some((entry["due"].as_str()?, entry["kind"].as_str()?)));
        let days: BTreeSet<(&str, &str)> = days.collect();
        assert_eq!(events, days.len(), "{}", day.today);
    }
}

#[test]
fn the_ledger_of_the_demo_fits_its_words() {
    let edition = built(&demo(), "2026-11-22");
    let reviews = entries(&edition, false);
    let those_that_are = |state: &str| -> Vec<String> {
        let found = reviews.iter().filter(|entry| entry["state"] == state);
        found
            .map(|entry| entry["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    for (state, page) in [
        ("changed", "policies/data-handling"),
        ("pending", "policies/handling-allegations"),
    ] {
        let found = those_that_are(state);
        assert_eq!(
            found,
            [page],
            "{found:?} should not be {state}: a policy, or a record that it shows, has other \
             words than were approved. Run tests/approve-demo, which has the demo approved anew."
        );
    }
}

#[test]
fn nothing_of_the_desk_is_on_the_web() {
    let edition = built(&demo(), "2026-11-22");
    for path in edition.web.files.keys() {
        for name in ["reviews.", "calendar.", "governors."] {
            assert!(!path.contains(name), "{path} is on the web");
        }
    }
    // Each state that a policy can be in is in the demo.
    let reviews = entries(&edition, false);
    let policies: Vec<Value> = reviews
        .into_iter()
        .filter(|entry| entry["kind"] == "policy")
        .collect();
    let states = ["overdue", "changed", "pending", "unscheduled", "due-soon"];
    assert_eq!(counts(&policies, states), [1, 1, 1, 0, 1]);
    let summary = text(&edition, "governors.html");
    assert!(summary.contains("Re-dated, not changed: 1 of"), "{summary}");
    assert!(
        summary.contains("Small changes noted without a full approval: 1."),
        "{summary}"
    );
}
