//! The arithmetic against the calendar walked day by day.

use jiff::civil::Date;
use proptest::prelude::*;

use super::naive::{AtSchool, days_after, diary, distance, months_after, nth_after, parts};
use super::{day, interval};
use crate::date::{SchoolYear, Season, Term, TermName, Terms, days_left};

/// Any day round the years that matter, month ends and leap days often.
fn a_day() -> impl Strategy<Value = Date> {
    let any = (1995_i16..2035, 1_i8..=12, 1_i8..=31);
    let ends = (
        1995_i16..2035,
        prop::sample::select(vec![1_i8, 2, 3, 8, 10, 12]),
        28_i8..=31,
    );
    let centuries = (
        prop::sample::select(vec![1900_i16, 2000, 2100]),
        2_i8..=2,
        27_i8..=29,
    );
    prop_oneof![any, ends, centuries].prop_map(|(year, month, day)| {
        let first = Date::new(year, month, 1).expect("each month has a first day");
        Date::new(year, month, day).unwrap_or(first.last_of_month())
    })
}

/// So many days later, walked.
fn later(from: Date, days: u32) -> Date {
    let (y, m, d) = days_after(from, days);
    day(&format!("{y:04}-{m:02}-{d:02}"))
}

/// School years one after another, of terms of any length, each with its
/// half-term holiday.
fn school_years() -> impl Strategy<Value = Vec<Term>> {
    let term = (0_i32..12, 20_i32..60, 1_i32..21, 15_i32..50);
    prop::collection::vec(term, 1..10).prop_map(|lengths| {
        let mut terms = Vec::new();
        for (at, (late, first, holiday, second)) in lengths.into_iter().enumerate() {
            let (season, month) = [
                (Season::Autumn, 9),
                (Season::Spring, 1),
                (Season::Summer, 4),
            ][at % 3];
            let year = 2026 + i16::try_from(at.div_ceil(3)).expect("few");
            let later = |from, days: i32| later(from, u32::try_from(days).expect("not back"));
            // Long enough to touch the next term, never to reach into it.
            let starts = later(Date::new(year, month, 1).expect("a day"), late);
            let half_term = later(starts, first);
            let resumes = later(half_term, holiday.min(10));
            let ends = later(
                resumes,
                second.min(104 - late - first - holiday.min(10)).max(0),
            );
            terms.push(Term {
                name: TermName { season, year },
                starts,
                half_term: Some(half_term),
                resumes: Some(resumes),
                ends: ends.min(later(Date::new(year, month, 1).expect("a day"), 88)),
            });
        }
        terms
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn days_weeks_months_and_years(from in a_day(), n in 1_u16..=40) {
        let none = Terms::default();
        let after = |unit: &str| {
            let due = interval(&format!("{n} {unit}")).after(from, &none);
            parts(due.expect("no term is needed"))
        };
        let n = u32::from(n);
        prop_assert_eq!(after("days"), days_after(from, n));
        prop_assert_eq!(after("weeks"), days_after(from, 7 * n));
        prop_assert_eq!(after("months"), months_after(from, n));
        prop_assert_eq!(after("years"), months_after(from, 12 * n));
    }

    #[test]
    fn days_that_are_left(early in a_day(), n in 0_u32..900) {
        let late = later(early, n);
        let walked = distance(early, late);
        prop_assert_eq!(days_left(late, early), walked);
        prop_assert_eq!(days_left(early, late), -walked);
    }

    #[test]
    fn school_years_end_with_august(from in a_day(), n in 1_u16..=4) {
        let due = interval(&format!("{n} school-years")).after(from, &Terms::default());
        // Walk over n + 1 last days of August, beginning with today's.
        let mut walked = from;
        for turn in 0..=n {
            if turn > 0 {
                walked = walked.tomorrow().expect("in the calendar");
            }
            while (walked.month(), walked.day()) != (8, 31) {
                walked = walked.tomorrow().expect("in the calendar");
            }
        }
        prop_assert_eq!(due, Ok(walked));
        let year = SchoolYear::of(from);
        prop_assert!(year.first_day() <= from && from <= year.last_day());
    }

    #[test]
    fn terms_and_half_terms(
        all in school_years(), ahead in 0_u32..1200, n in 1_u16..=6,
        edge in prop::option::of((0_usize..10, 0_usize..4, 0_u32..3)),
    ) {
        let from = match edge {
            None => later(all[0].starts, ahead),
            // The days round the first and last ones.
            Some((at, side, shift)) => {
                let term = &all[at % all.len()];
                let (half_term, resumes) = (term.half_term, term.resumes);
                let days = [Some(term.starts), half_term, resumes, Some(term.ends)];
                let day = days[side].expect("each has its half-term here");
                later(day.yesterday().expect("in the calendar"), shift)
            }
        };
        let (terms, faults) = Terms::new(all.clone());
        prop_assert!(faults.is_empty(), "{:?}", faults);
        // After the last term it may be a holiday or not: nothing is known.
        let end = all[all.len() - 1].ends.tomorrow().expect("in the calendar");
        let diary = diary(&all, end);
        let one_term = |a, b| matches!((a, b), (AtSchool::In(a, _), AtSchool::In(b, _)) if a == b);
        let by_term = nth_after(&diary, from, n, one_term);
        prop_assert_eq!(terms.term_after(from, n).ok(), by_term);
        let by_half = nth_after(&diary, from, n, |a, b| a == b);
        prop_assert_eq!(terms.half_term_after(from, n).ok(), by_half);
    }

    /// With a term left out nothing is reckoned across the gap; what is
    /// reckoned is what it would be with all of them.
    #[test]
    fn a_missing_term_is_never_passed_over(
        all in school_years(), out in 0_usize..10, ahead in 0_u32..1200, n in 1_u16..=4,
    ) {
        let from = later(all[0].starts, ahead);
        let mut some = all.clone();
        some.remove(out % all.len());
        let (whole, _) = Terms::new(all);
        let (some, _) = Terms::new(some);
        if let Ok(due) = some.term_after(from, n) {
            prop_assert_eq!(Ok(due), whole.term_after(from, n));
        }
        if let Ok(due) = some.half_term_after(from, n) {
            prop_assert_eq!(Ok(due), whole.half_term_after(from, n));
        }
    }
}

#[test]
fn month_ends_and_leap_days() {
    let cases = [
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2096-02-29", "4 years", "2100-02-28"),
        ("2025-02-28", "3 years", "2028-02-28"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-01-31", "2 months", "2026-03-31"),
        ("2026-03-31", "1 month", "2026-04-30"),
        ("2026-12-31", "1 day", "2027-01-01"),
        ("2024-02-22", "1 week", "2024-02-29"),
        ("2026-11-22", "6 weeks", "2027-01-03"),
        ("2026-11-22", "90 days", "2027-02-20"),
        ("2024-09-30", "1 year", "2025-09-30"),
        ("9999-12-31", "9999 years", "9999-12-31"),
    ];
    for (from, every, due) in cases {
        let reckoned = interval(every).after(day(from), &Terms::default());
        assert_eq!(reckoned, Ok(day(due)), "{every} after {from}");
    }
}

/// Twice six months from a stated date is a year from it; six months from a
/// computed date would have lost the 31st.
#[test]
fn a_computed_date_is_never_counted_from() {
    let none = Terms::default();
    let from = day("2026-08-31");
    let half = interval("6 months").after(from, &none).expect("no term");
    let twice = interval("6 months").after(half, &none).expect("no term");
    assert_eq!(twice, day("2027-08-28"));
    assert_eq!(
        interval("12 months").after(from, &none),
        Ok(day("2027-08-31"))
    );
}
