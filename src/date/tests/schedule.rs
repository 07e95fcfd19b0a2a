//! By when, and why.

use jiff::civil::Date;
use proptest::prelude::*;

use super::{day, interval, period, two_years};
use crate::date::{ClassLimit, Due, Interval, Period, Reason, Stated, Terms, UnknownTerm};

fn child_protection() -> ClassLimit<'static> {
    ClassLimit {
        class: "child-protection",
        at_most: interval("1 year"),
    }
}

/// The due date, the reason and the days left on 22 November 2026.
fn told(stated: &Stated<'_>) -> (Option<String>, String, Option<i32>) {
    let due = Due::of(stated, &two_years());
    let date = due.date.map(|day| day.to_string());
    let left = due.days_left(day("2026-11-22"));
    (date, due.because.to_string(), left)
}

fn tells(stated: &Stated<'_>, date: &str, because: &str, left: i32) {
    let expected = (Some(date.to_owned()), because.to_owned(), Some(left));
    assert_eq!(told(stated), expected);
}

/// *E1, E3* and *E6* of the two schools' policies, as they are written there.
#[test]
fn the_two_schools_are_overdue_by_418_571_and_206_days() {
    let first = Stated {
        last: Some(period("2024-09")),
        every: Some(interval("1 year")),
        next: Some(period("2025-09")),
        ..Stated::default()
    };
    tells(&first, "2025-09-30", "next review stated as 2025-09", -418);
    let second = Stated {
        last: Some(period("2024-04")),
        every: Some(interval("2 years")),
        next: Some(period("2026-04")),
        class: Some(child_protection()),
        ..Stated::default()
    };
    let because = "class child-protection allows at most 1 year after the end of 2024-04";
    tells(&second, "2025-04-30", because, -571);
    let without = Stated {
        class: None,
        ..second
    };
    tells(
        &without,
        "2026-04-30",
        "next review stated as 2026-04",
        -206,
    );
}

#[test]
fn the_count_starts_from_the_later_of_last_and_approval() {
    let stated = |last: &str, approved: &str| Stated {
        last: Some(period(last)),
        approved: Some(day(approved)),
        every: Some(interval("1 year")),
        ..Stated::default()
    };
    // Within the month that was stated: its end is later.
    let from_last = stated("2026-09", "2026-09-15");
    tells(
        &from_last,
        "2027-09-30",
        "1 year after the end of 2026-09",
        312,
    );
    let one_day = stated("2026-09-15", "2026-09-15");
    tells(&one_day, "2027-09-15", "1 year after 2026-09-15", 297);
    let approved = stated("2026-09", "2026-10-01");
    tells(
        &approved,
        "2027-10-01",
        "1 year after the approval of 2026-10-01",
        313,
    );
    let alone = Stated {
        last: None,
        ..approved
    };
    tells(
        &alone,
        "2027-10-01",
        "1 year after the approval of 2026-10-01",
        313,
    );
    let in_a_term = stated("Autumn 1 2026", "2026-10-01");
    tells(
        &in_a_term,
        "2027-10-23",
        "1 year after the end of Autumn 1 2026",
        335,
    );
}

#[test]
fn a_next_that_was_over_already_is_spent() {
    let stated = Stated {
        last: Some(period("2026-09")),
        every: Some(interval("1 year")),
        next: Some(period("2026-09-30")),
        ..Stated::default()
    };
    let due = Due::of(&stated, &Terms::default());
    assert_eq!(due.date, Some(day("2027-09-30")));
    assert_eq!(due.spent, Some(period("2026-09-30")));
    // The day after it is to come.
    let next = Some(period("2026-10-01"));
    let due = Due::of(&Stated { next, ..stated }, &Terms::default());
    assert_eq!((due.date, due.spent), (Some(day("2026-10-01")), None));
    // An approval spends it too.
    let approved = Some(day("2026-10-01"));
    let due = Due::of(
        &Stated {
            approved,
            next,
            ..stated
        },
        &Terms::default(),
    );
    assert_eq!(due.date, Some(day("2027-10-01")));
    assert_eq!(due.spent, next);
    // With nothing else stated, nothing says when.
    let due = Due::of(
        &Stated {
            approved,
            every: None,
            next,
            ..stated
        },
        &Terms::default(),
    );
    assert_eq!((due.date, due.because), (None, Reason::NoInterval));
    assert_eq!(due.spent, next);
}

#[test]
fn the_earliest_wins_and_ties_have_their_order() {
    let stated = Stated {
        last: Some(period("2026-04-30")),
        every: Some(interval("12 months")),
        next: Some(period("2027-04")),
        class: Some(child_protection()),
        ..Stated::default()
    };
    tells(&stated, "2027-04-30", "next review stated as 2027-04", 159);
    let class = Stated {
        next: None,
        ..stated
    };
    let because = "class child-protection allows at most 1 year after 2026-04-30";
    tells(&class, "2027-04-30", because, 159);
    let every = Stated {
        class: None,
        ..class
    };
    tells(&every, "2027-04-30", "12 months after 2026-04-30", 159);
    let sooner = Stated {
        every: Some(interval("6 months")),
        ..stated
    };
    tells(&sooner, "2026-10-30", "6 months after 2026-04-30", -23);
}

#[test]
fn overdue_begins_the_day_after() {
    let stated = Stated {
        next: Some(period("2026-11-22")),
        ..Stated::default()
    };
    let due = Due::of(&stated, &Terms::default());
    let left = |today| due.days_left(day(today));
    assert_eq!(left("2026-11-21"), Some(1));
    assert_eq!(left("2026-11-22"), Some(0));
    assert_eq!(left("2026-11-23"), Some(-1));
}

#[test]
fn with_nothing_to_count_from_nothing_is_due() {
    let stated = Stated {
        every: Some(interval("1 year")),
        class: Some(child_protection()),
        ..Stated::default()
    };
    let due = Due::of(&stated, &Terms::default());
    assert_eq!(due.date, None);
    assert_eq!(due.days_left(day("2026-11-22")), None);
    assert_eq!(due.because, Reason::NoStart);
    // A stated date needs nothing to count from.
    let next = Some(period("2027-28"));
    let due = Due::of(&Stated { next, ..stated }, &Terms::default());
    assert_eq!(due.date, Some(day("2028-08-31")));
}

#[test]
fn a_term_that_is_not_known_is_named_once() {
    let autumn = UnknownTerm::Named(crate::date::TermName::parse("Autumn 2030").expect("a name"));
    let stated = Stated {
        last: Some(period("Autumn 2030")),
        every: Some(interval("1 term")),
        next: Some(period("Autumn 2030")),
        ..Stated::default()
    };
    let due = Due::of(&stated, &two_years());
    assert_eq!((due.date, due.because), (None, Reason::Unknown(autumn)));
    assert_eq!(due.unknown, [autumn]);
    // What can be reckoned is, and the term is named beside it.
    let approved = Some(day("2026-10-15"));
    let due = Due::of(&Stated { approved, ..stated }, &two_years());
    assert_eq!(due.date, Some(day("2027-03-25")));
    assert_eq!(due.unknown, [autumn]);
    // A duty of the summer's last term: the next one is not known.
    let duty = Stated {
        last: Some(period("2028-06-10")),
        every: Some(interval("1 term")),
        ..Stated::default()
    };
    let due = Due::of(&duty, &two_years());
    assert_eq!(due.date, None);
    assert!(
        due.because
            .to_string()
            .starts_with("the term after Summer 2028 is not among")
    );
}

/// A period that needs no terms.
fn a_period() -> impl Strategy<Value = Period> {
    (2023_i16..2027, 1_i8..=12, 1_i8..=28, 0..3).prop_map(|(year, month, day, form)| {
        let date = Date::new(year, month, day).expect("each month has 28 days");
        match form {
            0 => period(&date.to_string()),
            1 => period(&date.strftime("%Y-%m").to_string()),
            _ => period(&format!("{year}-{}", year + 1)),
        }
    })
}

fn an_interval() -> impl Strategy<Value = Interval> {
    let units = vec!["days", "weeks", "months", "years", "school-years"];
    (1_u16..20, prop::sample::select(units)).prop_map(|(n, unit)| interval(&format!("{n} {unit}")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// Day by day from the first day on: the first on which anything that is
    /// stated says “now”.
    #[test]
    fn the_due_date_is_the_first_on_which_something_falls_due(
        last in prop::option::of(a_period()), approved in prop::option::of(a_period()),
        every in prop::option::of(an_interval()), next in prop::option::of(a_period()),
        limit in prop::option::of(an_interval()),
    ) {
        let none = Terms::default();
        let end = |period: Period| period.last_day(&none).expect("no term");
        let approved = approved.map(end);
        let class = limit.map(|at_most| ClassLimit { class: "c", at_most });
        let due = Due::of(&Stated { last, approved, every, next, class }, &none);
        let from = last.map(end).max(approved);
        let falls = |interval: Option<Interval>, today: Date| {
            from.zip(interval).is_some_and(|(from, interval)| interval.after(from, &none) == Ok(today))
        };
        let spent = next.filter(|next| from.is_some_and(|from| end(*next) <= from));
        prop_assert_eq!(due.spent, spent);
        let mut today = day("2023-01-01");
        let mut told = None;
        while told.is_none() && today.year() < 2050 {
            let stated = next.is_some_and(|next| spent.is_none() && end(next) == today);
            told = if stated { Some("next") }
                else if falls(limit, today) { Some("class") }
                else if falls(every, today) { Some("every") }
                else { None };
            if told.is_none() {
                today = today.tomorrow().expect("in the calendar");
            }
        }
        let named = match due.because {
            Reason::Next(_) => Some("next"),
            Reason::Class { .. } => Some("class"),
            Reason::Every { .. } => Some("every"),
            Reason::NoStart | Reason::NoInterval => None,
            Reason::Unknown(_) => Some("unknown"),
        };
        prop_assert_eq!(named, told);
        prop_assert_eq!(due.date, told.map(|_| today));
    }
}
