//! How often: what is read, what is refused, and which is the longer.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::interval;
use crate::date::{Every, Interval, Terms};

#[test]
fn intervals_are_read_and_written_alike() {
    for written in [
        "1 year",
        "2 years",
        "6 months",
        "6 weeks",
        "90 days",
        "1 term",
        "1 half-term",
        "1 school-year",
        "3 half-terms",
        "1 day",
        "9999 days",
    ] {
        assert_eq!(interval(written).to_string(), written);
        assert_eq!(
            Every::parse(written),
            Ok(Every::Interval(interval(written)))
        );
    }
    assert_eq!(interval("1 years").to_string(), "1 year");
}

#[test]
fn words_for_an_interval_are_refused_with_the_interval() {
    for (written, meant) in [
        ("annually", "1 year"),
        ("Annually or as required", "1 year"),
        ("at least annually", "1 year"),
        ("yearly", "1 year"),
        ("every year", "1 year"),
        ("once a year", "1 year"),
        ("a year", "1 year"),
        ("one year", "1 year"),
        ("1 Year", "1 year"),
        ("1yr", "1 year"),
        ("12months", "12 months"),
        ("every two years", "2 years"),
        ("every other year", "2 years"),
        ("biennially", "2 years"),
        ("3-yearly", "3 years"),
        ("six-monthly", "6 months"),
        ("twice a year", "6 months"),
        ("every half year", "6 months"),
        ("quarterly", "3 months"),
        ("monthly", "1 month"),
        ("fortnightly", "2 weeks"),
        ("weekly", "1 week"),
        ("daily", "1 day"),
        ("termly", "1 term"),
        ("every term", "1 term"),
        ("half-termly", "1 half-term"),
        ("by end of each half term", "1 half-term"),
        ("1 half term", "1 half-term"),
        ("every academic year", "1 school-year"),
        ("1 school year", "1 school-year"),
        ("2  years", "2 years"),
        ("01 year", "1 year"),
    ] {
        for said in [
            Interval::parse(written).expect_err(written),
            Every::parse(written).expect_err(written),
        ] {
            assert!(
                said.contains(&format!("; write \"{meant}\" (")),
                "{written}: {said}"
            );
        }
    }
    let said = Interval::parse("biannually").expect_err("twice a year, or every two");
    assert!(
        said.contains("write \"6 months\" or \"2 years\" ("),
        "{said}"
    );
    let said = Interval::parse("weekly and termly").expect_err("two intervals");
    assert!(said.contains("write \"1 week\" or \"1 term\" ("), "{said}");
}

#[test]
fn words_without_a_number_are_kept_for_a_rule() {
    for written in [
        "regularly",
        "Regular",
        "as required",
        "as and when",
        "from time to time",
        "ongoing",
        "on a regular basis",
    ] {
        assert_eq!(Every::parse(written), Ok(Every::Vague(written.to_owned())));
        let said = Interval::parse(written).expect_err(written);
        assert!(
            said.contains("does not say how often; write a number"),
            "{said}"
        );
    }
}

#[test]
fn what_means_nothing_is_refused_without_a_guess() {
    for written in [
        "",
        "purple",
        "0 days",
        "-1 years",
        "+1 year",
        "10000 days",
        "1.5 years",
        "1 to 2 years",
        "2-3 years",
        "one or two years",
        "half a year and a week",
        "three times a year",
        "72 hours",
        "year",
        "term",
        "1",
        "２ years",
        "1 decade",
    ] {
        let said = Interval::parse(written).expect_err(written);
        assert!(
            said.contains("is not an interval; write a number"),
            "{written}: {said}"
        );
        assert!(Every::parse(written).is_err(), "{written}");
    }
}

#[test]
fn intervals_are_compared_when_they_can_be() {
    for (one, other, order) in [
        ("2 years", "1 year", Some(Ordering::Greater)),
        ("12 months", "1 year", Some(Ordering::Equal)),
        ("7 days", "1 week", Some(Ordering::Equal)),
        ("90 days", "6 months", Some(Ordering::Less)),
        ("2 years", "52 weeks", Some(Ordering::Greater)),
        ("365 days", "1 year", None),
        ("2 terms", "1 term", Some(Ordering::Greater)),
        ("1 term", "2 half-terms", None),
        ("1 school-year", "1 year", None),
        ("1 term", "90 days", None),
    ] {
        assert_eq!(
            interval(one).compare(interval(other)),
            order,
            "{one}, {other}"
        );
        let reverse = order.map(Ordering::reverse);
        assert_eq!(
            interval(other).compare(interval(one)),
            reverse,
            "{other}, {one}"
        );
    }
}

#[test]
fn reads_what_toml_holds() {
    #[derive(Debug, serde::Deserialize)]
    struct Record {
        every: Every,
    }
    let record: Record = toml::from_str("every = \"6 weeks\"").expect("an interval");
    assert_eq!(record.every.interval(), Some(interval("6 weeks")));
    let record: Record = toml::from_str("every = \"regularly\"").expect("words");
    assert_eq!(record.every.interval(), None);
    assert_eq!(record.every.to_string(), "regularly");
    for wrong in ["every = 1", "every = 2026-09-30", "every = \"annually\""] {
        assert!(toml::from_str::<Record>(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// The longer of two intervals is never over before the other, wherever
    /// they begin.
    #[test]
    fn the_longer_is_over_later(
        n in 1_u16..=1200, m in 1_u16..=40, year in 1890_i16..2110, month in 1_i8..=12, day in 1_i8..=31,
        one in prop::sample::select(vec!["days", "weeks", "months", "years"]),
        other in prop::sample::select(vec!["days", "weeks", "months", "years"]),
    ) {
        let Ok(from) = jiff::civil::Date::new(year, month, day) else { return Ok(()) };
        let over = |interval: Interval| interval.after(from, &Terms::default()).expect("no term");
        let (one, other) = (interval(&format!("{n} {one}")), interval(&format!("{m} {other}")));
        let (first, second) = (over(one), over(other));
        match one.compare(other) {
            Some(Ordering::Less) => prop_assert!(first < second),
            Some(Ordering::Greater) => prop_assert!(first > second),
            Some(Ordering::Equal) => prop_assert_eq!(first, second),
            None => {}
        }
    }

    #[test]
    fn a_text_of_any_length_is_refused_at_once(piece in ".{1,8}") {
        let said = Interval::parse(&piece.repeat(20_000)).expect_err("no interval is so long");
        prop_assert!(said.len() < 1000);
    }

    #[test]
    fn no_text_is_too_odd(written in any::<String>()) {
        let _ = Every::parse(&written);
    }

    /// What a refusal offers is read.
    #[test]
    fn advice_can_be_followed(
        count in prop::sample::select(vec!["", "1", "two", "every", "3", "at least", "each", "six"]),
        word in prop::sample::select(vec!["year", "yrs", "terms", "half term", "monthly", "annually", "fortnight"]),
    ) {
        let Err(said) = Interval::parse(&format!("{count} {word}")) else { return Ok(()) };
        if let Some((_, offer)) = said.split_once("here; write \"") {
            let (offer, _) = offer.split_once('"').expect("a second quote");
            prop_assert!(Interval::parse(offer).is_ok(), "{}", said);
        }
    }
}
