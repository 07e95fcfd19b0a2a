//! Dates, terms and reasons in words.
//!
//! In: what a schedule states, and why something is due when it is. Out: words
//! for a sentence, in the language of the site. What editors are told of the
//! same things in findings and reports stands in `date`, and is English. Must
//! never say a date otherwise than in words: `2025-10-14` is for programs.

use jiff::civil::Date;

use super::Wording;
use crate::date::{
    CountedFrom, Every, Half, Interval, PartialDate, Period, Reason, SchoolYear, Season, TermName,
    Unit, UnknownTerm,
};

impl Wording {
    /// A date: `30 September 2026`, `September 2026`.
    pub fn date(&self, date: PartialDate) -> String {
        let (PartialDate::Day(first) | PartialDate::Month(first)) = date;
        let month = self.said(&format!("date.month-{}", first.month()), &[]);
        let (day, year) = (first.day().to_string(), first.year().to_string());
        match date {
            PartialDate::Day(_) => self.said(
                "date.day",
                &[("day", &day), ("month", &month), ("year", &year)],
            ),
            PartialDate::Month(_) => self.said("date.month", &[("month", &month), ("year", &year)]),
        }
    }

    /// When something was: `on 30 September 2026`, `in September 2026`.
    pub fn when(&self, date: PartialDate) -> String {
        let words = self.date(date);
        match date {
            PartialDate::Day(_) => self.said("date.on", &[("date", &words)]),
            PartialDate::Month(_) => self.said("date.in", &[("date", &words)]),
        }
    }

    /// A term: `Autumn term 2026`.
    pub fn term(&self, TermName { season, year }: TermName) -> String {
        let year = year.to_string();
        match season {
            Season::Autumn => self.said("term.autumn", &[("year", &year)]),
            Season::Spring => self.said("term.spring", &[("year", &year)]),
            Season::Summer => self.said("term.summer", &[("year", &year)]),
            Season::Michaelmas => self.said("term.michaelmas", &[("year", &year)]),
            Season::Lent => self.said("term.lent", &[("year", &year)]),
            Season::Trinity => self.said("term.trinity", &[("year", &year)]),
        }
    }

    /// A school year: `school year 2026 to 2027`.
    pub fn school_year(&self, year: SchoolYear) -> String {
        let [first, last] = year.years().map(|year| year.to_string());
        self.said("term.school-year", &[("first", &first), ("last", &last)])
    }

    /// What a schedule states: a date, `Autumn term 2026`, `first half of
    /// Autumn term 2026`, `school year 2026 to 2027`.
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Date(date) => self.date(date),
            Period::Term(name) => self.term(name),
            Period::HalfTerm(name, Half::First) => {
                self.said("term.first-half", &[("term", &self.term(name))])
            }
            Period::HalfTerm(name, Half::Second) => {
                self.said("term.second-half", &[("term", &self.term(name))])
            }
            Period::SchoolYear(year) => self.school_year(year),
        }
    }

    /// How often: `every year`, `every 6 months`, `“regularly”`.
    pub fn every(&self, every: &Every) -> String {
        let interval = match every {
            Every::Interval(interval) => interval,
            Every::Vague(written) => return self.said("every.vague", &[("written", written)]),
        };
        let number = usize::from(interval.number().get());
        match interval.unit() {
            Unit::Day => self.counted("every.day", number, &[]),
            Unit::Week => self.counted("every.week", number, &[]),
            Unit::Month => self.counted("every.month", number, &[]),
            Unit::Year => self.counted("every.year", number, &[]),
            Unit::HalfTerm => self.counted("every.half-term", number, &[]),
            Unit::Term => self.counted("every.term", number, &[]),
            Unit::SchoolYear => self.counted("every.school-year", number, &[]),
        }
    }

    /// How long: `1 year`, `6 months`.
    fn length(&self, interval: Interval) -> String {
        let number = usize::from(interval.number().get());
        match interval.unit() {
            Unit::Day => self.counted("length.day", number, &[]),
            Unit::Week => self.counted("length.week", number, &[]),
            Unit::Month => self.counted("length.month", number, &[]),
            Unit::Year => self.counted("length.year", number, &[]),
            Unit::HalfTerm => self.counted("length.half-term", number, &[]),
            Unit::Term => self.counted("length.term", number, &[]),
            Unit::SchoolYear => self.counted("length.school-year", number, &[]),
        }
    }

    /// Why something is due when it is, or why no day can be told: `1 year
    /// after the end of September 2025`.
    pub fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Next(period) => self.said("because.next", &[("period", &self.period(*period))]),
            Reason::Class {
                class,
                at_most,
                from,
            } => {
                let (length, from) = (self.length(*at_most), self.counted_from(*from));
                self.said(
                    "because.class",
                    &[("class", class), ("length", &length), ("from", &from)],
                )
            }
            Reason::Every { every, from } => {
                let (length, from) = (self.length(*every), self.counted_from(*from));
                self.said("because.every", &[("length", &length), ("from", &from)])
            }
            Reason::NoStart => self.said("because.no-start", &[]),
            Reason::NoInterval => self.said("because.no-interval", &[]),
            Reason::Unknown(term) => self.unknown(*term),
        }
    }

    fn counted_from(&self, from: CountedFrom) -> String {
        match from {
            CountedFrom::Last(Period::Date(PartialDate::Day(day))) => self.day(day),
            CountedFrom::Last(period @ (Period::Date(_) | Period::Term(_))) => {
                self.said("because.end", &[("period", &self.period(period))])
            }
            CountedFrom::Last(period @ (Period::HalfTerm(..) | Period::SchoolYear(_))) => {
                self.said("because.end-of-the", &[("period", &self.period(period))])
            }
            CountedFrom::Approval(day) => self.said("because.approval", &[("day", &self.day(day))]),
        }
    }

    fn unknown(&self, term: UnknownTerm) -> String {
        match term {
            UnknownTerm::Named(name) => self.said("because.no-term", &[("term", &self.term(name))]),
            UnknownTerm::HalfTerm(name) => {
                self.said("because.no-half-term", &[("term", &self.term(name))])
            }
            UnknownTerm::Holding(day) => {
                self.said("because.no-term-then", &[("day", &self.day(day))])
            }
            UnknownTerm::After(name) => {
                self.said("because.no-term-after", &[("term", &self.term(name))])
            }
        }
    }

    fn day(&self, day: Date) -> String {
        self.date(PartialDate::Day(day))
    }
}
