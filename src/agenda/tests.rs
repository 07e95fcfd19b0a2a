//! An entry for the tests of the documents.

use jiff::civil::{Date, date};

use super::{Because, Change, Entry, Kind, Opened, Owner, State};
use crate::date::{Every, PartialDate, Period, Reason};

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
        last: Some(month(2024)),
        every: Every::parse("1 year").ok(),
        due: Some(date(2025, 9, 30)),
        because: Because::Stated(Reason::Next(month(2025))),
        state: State::Overdue,
        also: vec![State::Pending],
        days_left: Some(-418),
        changed: vec![Change {
            view: "staff",
            sections: vec!["Phones".to_owned(), String::new()],
        }],
        opened: vec![Opened::Edition {
            title: "a guidance".to_owned(),
            name: "second".to_owned(),
            from: PartialDate::Month(date(2026, 5, 1)),
        }],
        redated: 1,
        evidence: None,
    }
}

fn month(year: i16) -> Period {
    Period::Date(PartialDate::Month(date(year, 9, 1)))
}
