//! Tests of the calendar as a whole.

mod arithmetic;
mod intervals;
mod naive;
mod schedule;
mod terms;
mod wordings;

use jiff::civil::Date;

use super::{Interval, Period, Term, TermName, Terms};

/// A day as it is written.
fn day(written: &str) -> Date {
    written.parse().expect("a day")
}

/// A period as it is written.
fn period(written: &str) -> Period {
    Period::parse(written).expect("a period")
}

/// An interval as it is written.
fn interval(written: &str) -> Interval {
    Interval::parse(written).expect("an interval")
}

/// A term: its name, first day, last day before half-term, last day.
fn term(name: &str, [starts, half_term, ends]: [&str; 3]) -> Term {
    Term {
        name: TermName::parse(name).expect("a name"),
        starts: day(starts),
        half_term: (!half_term.is_empty()).then(|| day(half_term)),
        resumes: None,
        ends: day(ends),
    }
}

/// Two school years of an invented school, whose autumn half-term holiday of
/// 2027 is two weeks long.
fn two_years() -> Terms {
    let mut given = vec![
        term("Autumn 2026", ["2026-09-02", "2026-10-23", "2026-12-18"]),
        term("Spring 2027", ["2027-01-05", "2027-02-12", "2027-03-25"]),
        term("Summer 2027", ["2027-04-12", "2027-05-28", "2027-07-21"]),
        term("Autumn 2027", ["2027-09-02", "2027-10-15", "2027-12-17"]),
        term("Spring 2028", ["2028-01-04", "2028-02-11", "2028-03-31"]),
        term("Summer 2028", ["2028-04-17", "2028-05-26", "2028-07-20"]),
    ];
    given[3].resumes = Some(day("2027-11-01"));
    let (terms, faults) = Terms::new(given);
    assert!(faults.is_empty(), "{faults:#?}");
    terms
}
