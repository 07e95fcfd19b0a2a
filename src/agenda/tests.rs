//! An entry for the tests of the documents.

use jiff::civil::{Date, date};

use super::{Change, Entry, Kind, Owner, State};

/// The day on which they happen.
pub(super) fn today() -> Date {
    date(2026, 11, 22)
}

/// A policy that is overdue, was never approved, and changed.
pub(super) fn overdue() -> Entry {
    Entry {
        id: "policies/online-safety".to_owned(),
        kind: Kind::Policy,
        title: "Online safety".to_owned(),
        owner: Some(Owner {
            id: "online-safety-lead".to_owned(),
            title: "Online safety lead".to_owned(),
            vacant: false,
        }),
        approved: None,
        last: Some("2024-09".to_owned()),
        every: Some("1 year".to_owned()),
        due: Some(date(2025, 9, 30)),
        because: "next review stated as 2025-09".to_owned(),
        state: State::Overdue,
        also: vec![State::Pending],
        days_left: Some(-418),
        changed: vec![Change {
            view: "staff",
            sections: vec!["Phones".to_owned(), String::new()],
        }],
        opened: vec!["a new edition (May 2026)".to_owned()],
        redated: 1,
        evidence: None,
    }
}
