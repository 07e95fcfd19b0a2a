//! The names of terms and of their halves.
//!
//! In: a name as a school writes it, such as `Autumn 2026`. Out: which term of
//! which year it is. Must never say when that is: only the school's own
//! [`Terms`](super::Terms) know.

use std::fmt;

use super::partial::digits;

/// What schools call a term. A school has three in a year; what some count as
/// six terms are the halves of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// The first term, from September.
    Autumn,
    /// The second term, from January.
    Spring,
    /// The third term, from April.
    Summer,
    /// The first term, by its church name.
    Michaelmas,
    /// The second term, by its church name.
    Lent,
    /// The third term, by its church name.
    Trinity,
}

impl Season {
    const ALL: [Season; 6] = [
        Season::Autumn,
        Season::Spring,
        Season::Summer,
        Season::Michaelmas,
        Season::Lent,
        Season::Trinity,
    ];

    /// The season that a word names, in any case.
    pub(super) fn read(word: &str) -> Option<Season> {
        let named = |season: &Season| season.word().eq_ignore_ascii_case(word);
        Season::ALL.into_iter().find(named)
    }

    fn word(self) -> &'static str {
        match self {
            Season::Autumn => "Autumn",
            Season::Spring => "Spring",
            Season::Summer => "Summer",
            Season::Michaelmas => "Michaelmas",
            Season::Lent => "Lent",
            Season::Trinity => "Trinity",
        }
    }

    /// Which term of the calendar year it is, from 0: the spring comes first.
    fn place(self) -> i32 {
        match self {
            Season::Spring | Season::Lent => 0,
            Season::Summer | Season::Trinity => 1,
            Season::Autumn | Season::Michaelmas => 2,
        }
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The name of a term: the season, and the calendar year in which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TermName {
    /// `Autumn`
    pub season: Season,
    /// `2026`
    pub year: i16,
}

impl TermName {
    /// Reads `Autumn 2026` or `Autumn term 2026`.
    ///
    /// # Errors
    /// A sentence for the editor that says how terms are named here.
    pub fn parse(written: &str) -> Result<TermName, String> {
        match read(written) {
            Some((name, None)) => Ok(name),
            Some((name, Some(half))) => Err(format!(
                "{} is the {} of a term; name the whole term, {name}, and say in half_term when its first half ends",
                super::written::quoted(written),
                half.in_words()
            )),
            None => Err(format!(
                "{} is not a name for a term; write Autumn, Spring or Summer (or Michaelmas, Lent or Trinity) and the year, as in Autumn 2026",
                super::written::quoted(written)
            )),
        }
    }

    /// The place of the term among all terms of all years, whatever it is
    /// called: the next term has the next number.
    pub(super) fn number(self) -> i32 {
        i32::from(self.year) * 3 + self.season.place()
    }
}

impl fmt::Display for TermName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:04}", self.season, self.year)
    }
}

/// A half of a term; the half-term holiday lies between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Up to the half-term holiday: `Autumn 1`.
    First,
    /// After it: `Autumn 2`.
    Second,
}

impl Half {
    /// The number that schools write for it.
    pub fn number(self) -> u8 {
        match self {
            Half::First => 1,
            Half::Second => 2,
        }
    }

    /// The half that a number stands for.
    pub(super) fn read(word: &str) -> Option<Half> {
        match word {
            "1" => Some(Half::First),
            "2" => Some(Half::Second),
            _ => None,
        }
    }

    /// `first half`
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Half::First => "first half",
            Half::Second => "second half",
        }
    }
}

/// Reads `Autumn 2026`, `Autumn term 2026`, `Autumn 1 2026` and no other form.
pub(super) fn read(written: &str) -> Option<(TermName, Option<Half>)> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let (season, rest) = words.split_first()?;
    let season = Season::read(season)?;
    let rest = match rest {
        [word, rest @ ..] if word.eq_ignore_ascii_case("term") => rest,
        rest => rest,
    };
    let (half, year) = match rest {
        [year] => (None, year),
        [half, year] => (Some(Half::read(half)?), year),
        _ => return None,
    };
    let year = digits(year, 4)?;
    Some((TermName { season, year }, half))
}
