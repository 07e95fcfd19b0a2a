//! What schools really write for a date, and what becomes of it.

use proptest::prelude::*;

use super::period;
use crate::date::{PartialDate, Period};
use crate::wording::Wording;

/// What is read, and how it is written back.
const READ: [(&str, &str, &str); 21] = [
    ("2026-09-30", "2026-09-30", "30 September 2026"),
    (" 2026-09-30 ", "2026-09-30", "30 September 2026"),
    ("2024-02", "2024-02", "February 2024"),
    ("2024-09", "2024-09", "September 2024"),
    ("2024-12", "2024-12", "December 2024"),
    ("2012-12", "2012-12", "December 2012"),
    ("2012-13", "2012-13", "school year 2012 to 2013"),
    ("Spring 2027", "Spring 2027", "Spring term 2027"),
    ("autumn 2026", "Autumn 2026", "Autumn term 2026"),
    ("Summer term 2025", "Summer 2025", "Summer term 2025"),
    ("Michaelmas 2026", "Michaelmas 2026", "Michaelmas term 2026"),
    (
        "Autumn 1 2024",
        "Autumn 1 2024",
        "first half of Autumn term 2024",
    ),
    (
        "Spring 2 2027",
        "Spring 2 2027",
        "second half of Spring term 2027",
    ),
    (
        "Spring Term 2 2027",
        "Spring 2 2027",
        "second half of Spring term 2027",
    ),
    ("2026-27", "2026-27", "school year 2026 to 2027"),
    ("2023/24", "2023-24", "school year 2023 to 2024"),
    ("2024-2025", "2024-25", "school year 2024 to 2025"),
    ("2024/2025", "2024-25", "school year 2024 to 2025"),
    ("2024–25", "2024-25", "school year 2024 to 2025"),
    ("2011-2012", "2011-2012", "school year 2011 to 2012"),
    ("1999-00", "1999-00", "school year 1999 to 2000"),
];

#[test]
fn what_is_read_keeps_its_precision() {
    let english = Wording::english();
    for (written, back, words) in READ {
        let read = Period::parse(written).expect(written);
        assert_eq!(english.period(read), words, "{written}");
        assert_eq!(read, period(&read.to_string()), "{written}");
        assert_eq!(read.to_string(), back, "{written}");
    }
}

/// What is refused, and the advice that its sentence holds.
const REFUSED: [(&str, &str); 52] = [
    // A day or a month in another form: the one to write.
    ("31st August 2024", "write 2024-08-31 ("),
    ("31 August 2024", "write 2024-08-31 ("),
    ("31st of August, 2024", "write 2024-08-31 ("),
    ("August 31, 2024", "write 2024-08-31 ("),
    ("01/09/2026", "write 2026-09-01 ("),
    ("1.9.2026", "write 2026-09-01 ("),
    ("2026-9-1", "write 2026-09-01 ("),
    ("2026/09/01", "write 2026-09-01 ("),
    ("September 2024", "write \"2024-09\" ("),
    ("Sept 2024", "write \"2024-09\" ("),
    ("Sept. 2024", "write \"2024-09\" ("),
    ("09/2026", "write \"2026-09\" ("),
    ("2024/09", "write \"2024-09\" ("),
    ("2024–09", "write \"2024-09\" ("),
    ("2026-9", "write \"2026-09\" ("),
    ("December 2011", "write 2011-12-31 ("),
    // With words round it.
    (
        "as required and no later than July 2027",
        "write \"2027-07\" (",
    ),
    ("September 2024 (Pending)", "write \"2024-09\" ("),
    ("September 2024(Pending)", "approvals.toml"),
    ("Next review: Spring 2027", "write \"Spring 2027\" ("),
    ("by the end of Autumn term 2026", "write \"Autumn 2026\" ("),
    ("Autumn1 2024", "write \"Autumn 1 2024\" ("),
    ("academic year 2023/24", "write \"2023-24\" ("),
    // More than one.
    (
        "Autumn 1 2021/24/27",
        "write one of them: \"Autumn 1 2021\", \"Autumn 1 2024\" or \"Autumn 1 2027\" (",
    ),
    (
        "Spring 2026/27",
        "write one of them: \"Spring 2026\" or \"Spring 2027\" (",
    ),
    (
        "September 2024 - August 2025",
        "write one of them: \"2024-09\" or \"2025-08\" (",
    ),
    ("2024-September or August 2025", "a day is 2026-09-30"),
    // Two readings.
    (
        "2011-12",
        "write 2011-12-31 for the month, or \"2011-2012\" for the school year",
    ),
    (
        "2011/12",
        "can be read as December 2011 and as the school year 2011 to 2012",
    ),
    (
        "2000-01",
        "write 2000-01-31 for the month, or \"2000-2001\" for the school year",
    ),
    // In no calendar.
    ("2026-02-29", "there is no 29 February"),
    ("31 September 2026", "there is no 31 September"),
    ("31/09/2026", "there is no 31 September"),
    ("2026-28", "is neither a month nor a school year"),
    ("2026-00", "is neither a month nor a school year"),
    ("2024-2026", "is neither a month nor a school year"),
    ("Summer 3 2025", "half a term \"Autumn 1 2026\""),
    // No date, or not all of one.
    ("next September", "does not name a year in full"),
    ("Sept 24", "does not name a year in full"),
    ("Spring", "does not name a year in full"),
    ("01/09/26", "does not name a year in full"),
    ("tbc", "leave the line out until the date is known"),
    ("", "leave the line out until the date is known"),
    (
        "To be confirmed",
        "leave the line out until the date is known",
    ),
    ("annually", "write every = \"1 year\" for that"),
    ("Recommended annually", "write every = \"1 year\" for that"),
    ("termly", "write every = \"1 term\" for that"),
    ("as required", "says how often, not when"),
    ("2026", "a school year \"2026-27\""),
    ("Term 3 2027", "a term \"Autumn 2026\""),
    // Nothing is offered when a part that bears on it would be passed over.
    (
        "first half of Autumn 2026",
        "is not a date as it is written here",
    ),
    ("1-5 September 2024", "is not a date as it is written here"),
];

#[test]
fn what_is_refused_says_what_to_write() {
    for (written, advice) in REFUSED {
        let said = Period::parse(written).expect_err(written);
        assert!(said.contains(advice), "{written}: {said}");
        assert!(said.contains("; "), "what is wrong, what to do: {said}");
        assert!(!said.contains('\n') && !said.ends_with('.'), "{said}");
        let two_ways = said.contains("can be read as");
        let no_day = written == "2026-02-29";
        assert!(
            two_ways || no_day || said.contains("a school year \"2026-27\""),
            "{said}"
        );
    }
}

#[test]
fn a_narrow_date_takes_no_term_and_no_school_year() {
    for written in ["Autumn 2026", "2026-27", "2023/24", "Autumn 1 2026"] {
        assert!(PartialDate::parse(written).is_err(), "{written}");
    }
    // There a year and a month have only one reading.
    let month = PartialDate::parse("2011-12").expect("a month");
    assert_eq!(month.last_day().to_string(), "2011-12-31");
}

#[test]
fn reads_what_toml_holds() {
    #[derive(Debug, serde::Deserialize)]
    struct Record {
        bare: Period,
        text: Period,
    }
    let record: Record =
        toml::from_str("bare = 2026-09-30\ntext = \"Autumn 1 2026\"").expect("both are periods");
    assert_eq!(record.bare.to_string(), "2026-09-30");
    assert_eq!(record.text.to_string(), "Autumn 1 2026");
    let said = toml::from_str::<Record>("bare = 2026\ntext = \"2026-27\"").expect_err("a number");
    assert!(
        said.to_string().contains("a date such as 2026-09-30"),
        "{said}"
    );
    let said = toml::from_str::<Record>("bare = 2026-09-30T10:00:00\ntext = \"2026-27\"");
    assert!(said.is_err(), "a time of day is no date");
}

#[test]
fn a_text_of_any_length_is_refused_at_once() {
    for piece in ["1 May 2026 ", "2 days ", "Autumn 2021/22/23/", "tbc", "é–"] {
        let said = Period::parse(&piece.repeat(50_000)).expect_err("no date is so long");
        assert!(said.len() < 1000, "{piece}");
    }
}

#[test]
fn a_semicolon_in_the_text_does_not_part_the_sentence() {
    let said = Period::parse("reviewed; see minutes").expect_err("no date");
    let (wrong, _) = said.split_once("; ").expect("two parts");
    assert!(wrong.contains("“reviewed, see minutes”"), "{said}");
}

/// Texts made of what dates are made of.
fn date_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "2026",
        "2011",
        "27",
        "12",
        "09",
        "1",
        "2",
        "31",
        "00",
        "-",
        "–",
        "/",
        ".",
        " ",
        "  ",
        "Autumn",
        "spring",
        "term",
        "September",
        "may",
        "st",
        "(",
        ",",
        "every",
        "year",
        "half",
        "é",
        "٣",
        "’",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

/// The shape of a text: digits are `9`, letters `a`.
fn shape(text: &str) -> String {
    let shape = |c: char| match c {
        '0'..='9' => '9',
        c if c.is_ascii_alphabetic() => 'a',
        c => c,
    };
    text.trim().chars().map(shape).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is read has one of the forms, and its year is in the text.
    #[test]
    fn nothing_is_silently_misread(written in date_like()) {
        match Period::parse(&written) {
            Err(said) => prop_assert!(said.contains("; "), "{}", said),
            Ok(read) => {
                let digits: String = written.chars().filter(char::is_ascii_digit).collect();
                let shape = shape(&written);
                let back = read.to_string();
                prop_assert_eq!(period(&back), read);
                match read {
                    Period::Date(PartialDate::Day(_)) => prop_assert_eq!(shape, "9999-99-99"),
                    Period::Date(PartialDate::Month(_)) => {
                        prop_assert_eq!(shape, "9999-99");
                        // 2011-12 is a school year as well: neither is guessed.
                        prop_assert!(back != "2011-12", "{}", back);
                    }
                    Period::SchoolYear(year) => {
                        let first = i32::from(year.first_day().year());
                        let long = format!("{first:04}{:04}", first + 1);
                        let short = format!("{first:04}{:02}", (first + 1) % 100);
                        prop_assert!(digits == long || digits == short, "{}", back);
                        prop_assert!(first != 2011 || digits == long);
                    }
                    Period::Term(name) => prop_assert_eq!(digits, format!("{:04}", name.year)),
                    Period::HalfTerm(name, half) => {
                        prop_assert_eq!(digits, format!("{}{:04}", half.number(), name.year));
                    }
                }
            }
        }
    }

    #[test]
    fn no_text_is_too_odd(written in any::<String>()) {
        let _ = Period::parse(&written);
        let _ = PartialDate::parse(&written);
    }

    /// What a refusal offers is read, as what it was offered for.
    #[test]
    fn advice_can_be_followed(year in 1990_i16..2120, month in 1_i8..=12, day in 1_i8..=31) {
        let Ok(date) = jiff::civil::Date::new(year, month, day) else { return Ok(()) };
        for form in ["%-d %B %Y", "%d/%m/%Y", "%B %-d, %Y", "%B %Y", "%m/%Y"] {
            let said = Period::parse(&date.strftime(form).to_string()).expect_err(form);
            let (_, offered) = said.split_once("write ").expect("an offer");
            let (offered, _) = offered.split_once(" (").expect("the forms");
            let read = period(offered.trim_matches('"'));
            let none = crate::date::Terms::default();
            let last = read.last_day(&none).expect("no term is needed");
            let meant = if form.contains('d') { date } else { date.last_of_month() };
            prop_assert_eq!(last, meant, "{}", said);
        }
    }
}
