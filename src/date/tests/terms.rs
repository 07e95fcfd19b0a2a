//! Terms, half-terms and school years, reckoned by hand.

use super::{day, interval, period, term, two_years};
use crate::date::{Terms, UnknownTerm};

#[test]
fn periods_have_their_first_and_last_days() {
    let terms = two_years();
    let cases = [
        ("2026-09-30", "2026-09-30", "2026-09-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("Autumn 2026", "2026-09-02", "2026-12-18"),
        ("Autumn 1 2026", "2026-09-02", "2026-10-23"),
        // The week after 23 October is the holiday.
        ("Autumn 2 2026", "2026-11-02", "2026-12-18"),
        // Two weeks, as the school says itself.
        ("Autumn 2 2027", "2027-11-01", "2027-12-17"),
        ("2026-27", "2026-09-01", "2027-08-31"),
        ("2011-2012", "2011-09-01", "2012-08-31"),
    ];
    for (written, first, last) in cases {
        let period = period(written);
        assert_eq!(period.first_day(&terms), Ok(day(first)), "{written}");
        assert_eq!(period.last_day(&terms), Ok(day(last)), "{written}");
    }
}

#[test]
fn intervals_in_terms_are_over_with_a_term() {
    let cases = [
        // In a term, on its first and on its last day.
        ("2026-10-15", "1 term", "2027-03-25"),
        ("2026-09-02", "1 term", "2027-03-25"),
        ("2026-12-18", "1 term", "2027-03-25"),
        ("2026-10-15", "2 terms", "2027-07-21"),
        ("2026-10-15", "3 terms", "2027-12-17"),
        // In the holidays the term just ended counts.
        ("2026-12-19", "1 term", "2027-03-25"),
        ("2027-01-04", "1 term", "2027-03-25"),
        ("2027-08-15", "1 term", "2027-12-17"),
        ("2026-10-28", "1 term", "2027-03-25"),
        // Half-terms, before and in and after the half-term holiday.
        ("2026-10-15", "1 half-term", "2026-12-18"),
        ("2026-10-23", "1 half-term", "2026-12-18"),
        ("2026-10-24", "1 half-term", "2026-12-18"),
        ("2026-11-01", "1 half-term", "2026-12-18"),
        ("2026-11-02", "1 half-term", "2027-02-12"),
        ("2026-12-30", "1 half-term", "2027-02-12"),
        ("2026-10-15", "2 half-terms", "2027-02-12"),
        ("2026-10-15", "6 half-terms", "2027-10-15"),
        ("2027-10-31", "1 half-term", "2027-12-17"),
        ("2027-11-01", "1 half-term", "2028-02-11"),
        // School years.
        ("2026-10-15", "1 school-year", "2028-08-31"),
        ("2026-08-31", "1 school-year", "2027-08-31"),
        ("2026-09-01", "1 school-year", "2028-08-31"),
        ("2026-08-15", "2 school-years", "2028-08-31"),
    ];
    let terms = two_years();
    for (from, every, due) in cases {
        let reckoned = interval(every).after(day(from), &terms);
        assert_eq!(reckoned, Ok(day(due)), "{every} after {from}");
    }
}

#[test]
fn beyond_the_known_terms_nothing_is_guessed() {
    let terms = two_years();
    let name = |written| crate::date::TermName::parse(written).expect("a name");
    let after = |from, every| interval(every).after(day(from), &terms);
    let last = UnknownTerm::After(name("Summer 2028"));
    assert_eq!(after("2028-07-20", "1 term"), Err(last));
    assert_eq!(after("2028-02-01", "9 terms"), Err(last));
    assert_eq!(after("2028-06-10", "1 half-term"), Err(last));
    // A day after the last known term may be in the holiday or in a term.
    let holding = |date| Err(UnknownTerm::Holding(day(date)));
    assert_eq!(after("2028-07-21", "1 term"), holding("2028-07-21"));
    assert_eq!(after("2026-09-01", "1 term"), holding("2026-09-01"));
    assert_eq!(
        period("Autumn 2031").last_day(&terms),
        Err(UnknownTerm::Named(name("Autumn 2031")))
    );
    // The school has no term of that name, whatever it may be called elsewhere.
    let michaelmas = period("Michaelmas 2026").last_day(&terms);
    let said = michaelmas.expect_err("another school's").to_string();
    assert_eq!(
        said,
        "Michaelmas 2026 is not among the terms in school.toml; add it there, with its first and its last day"
    );
    assert_eq!(
        last.to_string(),
        "the term after Summer 2028 is not among the terms in school.toml; add it there, with its first and its last day"
    );
}

#[test]
fn a_term_without_its_half_term_is_reckoned_with_as_far_as_it_goes() {
    let (terms, faults) = Terms::new(vec![
        term("Autumn 2026", ["2026-09-02", "2026-10-23", "2026-12-18"]),
        term("Spring 2027", ["2027-01-05", "", "2027-03-25"]),
    ]);
    assert!(faults.is_empty());
    let spring = terms.iter().nth(1).expect("two terms").name;
    let unknown = Err(UnknownTerm::HalfTerm(spring));
    let after = |from, every| interval(every).after(day(from), &terms);
    assert_eq!(after("2026-10-15", "1 half-term"), Ok(day("2026-12-18")));
    assert_eq!(after("2026-10-15", "2 half-terms"), unknown);
    assert_eq!(after("2026-10-15", "3 half-terms"), Ok(day("2027-03-25")));
    assert_eq!(after("2027-01-10", "1 half-term"), unknown);
    assert_eq!(period("Spring 1 2027").last_day(&terms), unknown);
    assert_eq!(
        period("Spring 2 2027").last_day(&terms),
        Ok(day("2027-03-25"))
    );
    assert_eq!(period("Spring 2 2027").first_day(&terms), unknown);
}

#[test]
fn a_term_that_is_not_listed_is_not_stepped_over() {
    let (terms, _) = Terms::new(vec![
        term("Autumn 2026", ["2026-09-02", "2026-10-23", "2026-12-18"]),
        term("Summer 2027", ["2027-04-12", "2027-05-28", "2027-07-21"]),
    ]);
    let after = |from, every| interval(every).after(day(from), &terms);
    let autumn = terms.iter().next().expect("two terms").name;
    assert_eq!(
        after("2026-10-15", "1 term"),
        Err(UnknownTerm::After(autumn))
    );
    assert_eq!(after("2026-10-15", "1 half-term"), Ok(day("2026-12-18")));
    // Between the two it may be any day of the spring term.
    let march = UnknownTerm::Holding(day("2027-03-03"));
    assert_eq!(after("2027-03-03", "1 term"), Err(march));
}

#[test]
fn terms_that_cannot_be_are_left_out_and_named() {
    let autumn = term("Autumn 2026", ["2026-09-02", "2026-10-23", "2026-12-18"]);
    let cases = [
        (
            term("Spring 2027", ["2027-03-25", "", "2027-01-05"]),
            "before it starts",
        ),
        (
            term("Spring 2026", ["2027-01-05", "", "2027-03-25"]),
            "the year of its name",
        ),
        (
            term("Spring 2027", ["2027-01-05", "2027-04-01", "2027-03-25"]),
            "does not lie within it",
        ),
        (
            term("Autumn 2026", ["2026-09-02", "", "2026-12-18"]),
            "Autumn 2026 is there twice",
        ),
        (
            term("Michaelmas 2026", ["2026-09-02", "", "2026-12-18"]),
            "one term by two names",
        ),
        (
            term("Summer 2026", ["2026-04-13", "", "2026-09-02"]),
            "share days",
        ),
        (
            term("Summer 2026", ["2026-12-19", "", "2026-12-20"]),
            "Summer 2026 starts after Autumn 2026",
        ),
    ];
    for (wrong, said) in cases {
        let (terms, faults) = Terms::new(vec![autumn, wrong]);
        assert_eq!(terms.iter().count(), 1, "{said}");
        let [fault] = faults.as_slice() else {
            panic!("one mistake, one finding: {faults:#?}");
        };
        assert_eq!(fault.at, 1);
        assert!(fault.sentence.contains(said), "{}", fault.sentence);
        assert!(fault.sentence.contains("; "), "{}", fault.sentence);
    }
    let mut resumed = autumn;
    resumed.resumes = Some(day("2026-10-23"));
    let (_, faults) = Terms::new(vec![resumed]);
    assert!(faults[0].sentence.contains("cannot resume on 2026-10-23"));
    resumed.half_term = None;
    let (_, faults) = Terms::new(vec![resumed]);
    assert!(faults[0].sentence.contains("from no holiday"));
}

#[test]
fn names_of_terms() {
    let name = crate::date::TermName::parse;
    assert_eq!(
        name("autumn term 2026").map(|name| name.to_string()),
        Ok("Autumn 2026".to_owned())
    );
    for (written, said) in [
        (
            "Term 1 2026",
            "is not a name for a term; write Autumn, Spring or Summer",
        ),
        ("Autumn", "the year, as in Autumn 2026"),
        ("Autumn 1 2026", "name the whole term, Autumn 2026"),
    ] {
        let sentence = name(written).expect_err(written);
        assert!(sentence.contains(said), "{sentence}");
    }
}
