//! The terms that a school has said, and what can be counted with them.
//!
//! In: terms with their days, from `school.toml`. Out: the days of a term or
//! of a half, and the last day of the n-th one after a day. Must never go
//! beyond what is known: where a term is missing, [`UnknownTerm`] says which.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use super::term::{Half, TermName};

#[expect(
    clippy::struct_field_names,
    reason = "half_term is the key in school.toml"
)]
/// A term of the school year, as the school has set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// What it is called.
    pub name: TermName,
    /// The first day.
    pub starts: Date,
    /// The last day before the half-term holiday.
    pub half_term: Option<Date>,
    /// The first day after the half-term holiday. A school whose holiday is
    /// the week after `half_term`, from Monday to Sunday, need not say it.
    pub resumes: Option<Date>,
    /// The last day.
    pub ends: Date,
}

impl Term {
    /// The first day of the second half.
    fn resumed(&self, half_term: Date) -> Date {
        let monday = i64::from(half_term.weekday().to_monday_zero_offset());
        let after_a_week = half_term.saturating_add((14 - monday).days());
        self.resumes.unwrap_or(after_a_week).min(self.ends)
    }

    /// The last day before the half-term holiday, which must be known.
    fn half_term(&self) -> Result<Date, UnknownTerm> {
        self.half_term.ok_or(UnknownTerm::HalfTerm(self.name))
    }

    /// What cannot be true of the term, whatever the others are.
    fn wrong(&self) -> Option<String> {
        let Term {
            name,
            starts,
            half_term,
            resumes,
            ends,
        } = *self;
        if ends < starts {
            return Some(format!(
                "{name} ends on {ends}, before it starts; put its two days right"
            ));
        }
        if starts.year() != name.year || ends.year() != name.year {
            return Some(format!(
                "{name} starts on {starts} and ends on {ends}; both days lie in the year of its name",
            ));
        }
        let Some(half_term) = half_term else {
            return resumes.map(|day| {
                format!("{name} resumes on {day} from no holiday; write half_term too, the last day before it")
            });
        };
        if half_term < starts || half_term >= ends {
            return Some(format!(
                "the half-term holiday of {name} does not lie within it; half_term is the last day before the holiday, after {starts} and before {ends}"
            ));
        }
        resumes.filter(|day| *day <= half_term || *day > ends).map(|day| {
            format!("{name} cannot resume on {day}; resumes is the first day after the half-term holiday, after {half_term} and not after {ends}")
        })
    }
}

/// What cannot be true of two terms together.
fn clash(kept: &Term, term: &Term) -> Option<String> {
    let (first, second) = (kept.name, term.name);
    if first.number() == second.number() {
        return Some(if first == second {
            format!("{second} is there twice; delete one of the two")
        } else {
            format!("{first} and {second} are one term by two names; delete one of the two")
        });
    }
    if kept.starts <= term.ends && term.starts <= kept.ends {
        return Some(format!(
            "{first} and {second} share days; put their first and last days right"
        ));
    }
    let agree = (first.number() < second.number()) == (kept.starts < term.starts);
    (!agree).then(|| {
        let (early, late) = if first.number() < second.number() {
            (first, second)
        } else {
            (second, first)
        };
        format!("{early} starts after {late}; put their names or their days right")
    })
}

/// Why one of the terms that were given was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermFault {
    /// Which one, counted from 0 in the order in which they were given.
    pub at: usize,
    /// A sentence for the editor: what is wrong; what to do.
    pub sentence: String,
}

/// A school's terms in order, none over another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    terms: Vec<Term>,
}

/// A term that is needed and not known. As text, a sentence for the editor:
/// what is wrong; what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnknownTerm {
    /// The term that was stated.
    Named(TermName),
    /// The half-term holiday of a term.
    HalfTerm(TermName),
    /// The term that holds a day, or ended before the holiday that holds it.
    Holding(Date),
    /// The term after one that is known.
    After(TermName),
}

impl fmt::Display for UnknownTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let add = "add it there, with its first and its last day";
        match self {
            UnknownTerm::Named(name) => {
                write!(f, "{name} is not among the terms in school.toml; {add}")
            }
            UnknownTerm::HalfTerm(name) => write!(
                f,
                "school.toml does not say when half-term is in {name}; add half_term to it, the last day before the holiday"
            ),
            UnknownTerm::Holding(day) => {
                write!(
                    f,
                    "the term of {day} is not among the terms in school.toml; {add}"
                )
            }
            UnknownTerm::After(name) => {
                write!(
                    f,
                    "the term after {name} is not among the terms in school.toml; {add}"
                )
            }
        }
    }
}

impl Terms {
    /// The terms that can all be true, in order, and why each of the others
    /// was left out.
    pub fn new(given: Vec<Term>) -> (Terms, Vec<TermFault>) {
        let mut terms: Vec<Term> = Vec::new();
        let mut faults = Vec::new();
        for (at, term) in given.into_iter().enumerate() {
            let beside = || terms.iter().find_map(|kept| clash(kept, &term));
            let wrong = term.wrong().or_else(beside);
            match wrong {
                Some(sentence) => faults.push(TermFault { at, sentence }),
                None => terms.push(term),
            }
        }
        terms.sort_by_key(|term| term.starts);
        (Terms { terms }, faults)
    }

    /// The terms, the earliest first.
    pub fn iter(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter()
    }

    /// The first day of a term, or of a half of it.
    ///
    /// # Errors
    /// The term, or its half-term holiday, when it is needed and not known.
    pub fn first_day(&self, name: TermName, half: Option<Half>) -> Result<Date, UnknownTerm> {
        let term = self.named(name)?;
        match half {
            None | Some(Half::First) => Ok(term.starts),
            Some(Half::Second) => term.half_term().map(|day| term.resumed(day)),
        }
    }

    /// The last day of a term, or of a half of it.
    ///
    /// # Errors
    /// The term, or its half-term holiday, when it is needed and not known.
    pub fn last_day(&self, name: TermName, half: Option<Half>) -> Result<Date, UnknownTerm> {
        let term = self.named(name)?;
        match half {
            None | Some(Half::Second) => Ok(term.ends),
            Some(Half::First) => term.half_term(),
        }
    }

    /// The last day of the `n`-th term after the one that holds `day`; in a
    /// holiday, after the one just ended.
    ///
    /// # Errors
    /// The first term on the way that is not known.
    pub fn term_after(&self, day: Date, n: u16) -> Result<Date, UnknownTerm> {
        let at = self.reach(self.holding(day)?, usize::from(n))?;
        Ok(self.terms[at].ends)
    }

    /// The last day of the `n`-th half-term after the one that holds `day`; in
    /// a holiday, after the one just ended.
    ///
    /// # Errors
    /// The first term on the way that is not known, or whose half-term holiday
    /// is needed and not known.
    pub fn half_term_after(&self, day: Date, n: u16) -> Result<Date, UnknownTerm> {
        let at = self.holding(day)?;
        let term = &self.terms[at];
        let in_second = usize::from(day >= term.resumed(term.half_term()?));
        let halves = in_second + usize::from(n);
        let term = &self.terms[self.reach(at, halves / 2)?];
        match halves % 2 {
            0 => term.half_term(),
            _ => Ok(term.ends),
        }
    }

    /// The term of that name.
    fn named(&self, name: TermName) -> Result<&Term, UnknownTerm> {
        let term = self.terms.iter().find(|term| term.name == name);
        term.ok_or(UnknownTerm::Named(name))
    }

    /// The place of the term that holds a day, or ended before the holiday
    /// that holds it. After the last known term nobody can tell whether it is
    /// still the holiday.
    fn holding(&self, day: Date) -> Result<usize, UnknownTerm> {
        let unknown = UnknownTerm::Holding(day);
        let begun = self.terms.partition_point(|term| term.starts <= day);
        let at = begun.checked_sub(1).ok_or(unknown)?;
        if day <= self.terms[at].ends {
            return Ok(at);
        }
        self.reach(at, 1).map(|_| at).map_err(|_| unknown)
    }

    /// The place `steps` terms on, when every term up to there is known.
    fn reach(&self, at: usize, steps: usize) -> Result<usize, UnknownTerm> {
        for before in at..at.saturating_add(steps) {
            let name = self.terms[before].name;
            let next = self.terms.get(before + 1);
            if next.is_none_or(|next| next.name.number() != name.number() + 1) {
                return Err(UnknownTerm::After(name));
            }
        }
        Ok(at.saturating_add(steps))
    }
}
