//! A rule about citations: they name the edition that is in force.
//!
//! In: a text word by word, and the register of guidance. Out: citations of an
//! edition that was replaced. It guesses, so it warns: what stands behind a
//! title is hardly ever anything but its edition, but it may be.

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{Edition, Guidance};
use crate::words::{Mark, Passage, Words};

/// No page cites an edition that was replaced (seeds I9, I15, O5).
pub(crate) static SUPERSEDED_EDITION: Rule = Rule {
    name: "superseded-edition",
    severity: Severity::Warning,
    summary: "Where a law or guidance is cited with its edition, that edition is in force.",
    explanation: explained!("superseded-edition"),
};

/// The editions of one text, as they may be named.
pub(super) struct Editions {
    current: Vec<String>,
    older: Vec<Vec<String>>,
    /// Years that stand for the edition in force.
    years: Vec<u16>,
}

/// How far from a title its edition may stand, in words.
const FAR: usize = 10;

/// How many words before its last an edition's name may begin.
const LONGEST: usize = 4;

/// What can stand between a title and its edition: months and numbers besides.
const BETWEEN: [&str; 27] = [
    "edition",
    "version",
    "update",
    "updated",
    "issue",
    "issued",
    "published",
    "dated",
    "of",
    "from",
    "dfe",
    "department",
    "education",
    "statutory",
    "guidance",
    "part",
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "page",
    "pages",
    "p",
    "pp",
    "annex",
    "section",
    "chapter",
];
/// The same, behind another word only.
const BEHIND: [(&str, &str); 8] = [
    ("department", "for"),
    ("published", "in"),
    ("issued", "in"),
    ("updated", "in"),
    ("part", "one"),
    ("part", "two"),
    ("part", "three"),
    ("part", "four"),
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What says, before a title, that a year is that of an edition.
const EDITION: [&str; 4] = ["edition", "version", "update", "issue"];
/// Words before a year with which something happened in that year.
const WHEN: [&str; 8] = [
    "in", "since", "from", "until", "by", "after", "before", "during",
];

/// What stands where an edition may.
enum Stands {
    Current,
    Older(usize),
    /// Something that may stand between a title and its edition.
    Between,
    Else,
}

impl Editions {
    /// The editions of a text on a day; none where none is in force.
    pub(super) fn of(guidance: &Guidance, today: Date) -> Option<Editions> {
        let named = |edition: &Edition| lowered(&Passage::plain(&edition.name.value, 0..0));
        let edition = guidance.in_force(today)?;
        let current = named(edition);
        let mut years: Vec<u16> = current.iter().filter_map(|word| year(word)).collect();
        years.extend(u16::try_from(edition.in_force.value.first_day().year()).ok());
        Some(Editions {
            current,
            older: guidance.superseded(today).map(named).collect(),
            years,
        })
    }

    /// The words of a citation whose title is `title`, where it names an
    /// edition that was replaced.
    pub(super) fn outdated(&self, words: &Words<'_>, title: Range<usize>) -> Option<Range<usize>> {
        let sentence = Sentence::of(words, title.start);
        for at in title.end..title.end + FAR {
            match self.stands(&sentence, at) {
                Stands::Current => return None,
                Stands::Older(length) => return Some(title.start..at + length),
                Stands::Between => {}
                Stands::Else => break,
            }
        }
        self.before(&sentence, title)
    }

    /// `the 2023 edition of …`, `the 2023 …`
    fn before(&self, sentence: &Sentence<'_, '_>, title: Range<usize>) -> Option<Range<usize>> {
        let mut at = title.start.checked_sub(1)?;
        let mut is_edition = false;
        for _ in 0..FAR {
            let word = sentence.said(at)?;
            if EDITION.contains(&word) {
                is_edition = true;
            } else if !["of", "the", "dfe", "dfe's", "statutory", "guidance"].contains(&word) {
                break;
            }
            at = at.checked_sub(1)?;
        }
        // An edition's name ends here, wherever it begins.
        for start in at.saturating_sub(LONGEST)..=at {
            if let Stands::Older(length) = self.stands(sentence, start)
                && start + length == at + 1
            {
                let is_near = at + 1 == title.start;
                let when = start.checked_sub(1).and_then(|at| sentence.said(at));
                let happened = when.is_some_and(|word| WHEN.contains(&word));
                return (is_edition || (is_near && !happened)).then_some(start..title.end);
            }
        }
        None
    }

    fn stands(&self, sentence: &Sentence<'_, '_>, at: usize) -> Stands {
        let is = |name: &[String]| {
            let mut name = name.iter().enumerate();
            name.all(|(n, word)| sentence.said(at + n) == Some(word))
        };
        let Some(word) = sentence.said(at) else {
            return Stands::Else;
        };
        if !self.current.is_empty() && is(&self.current) {
            return Stands::Current;
        }
        let older = self
            .older
            .iter()
            .filter(|name| !name.is_empty() && is(name));
        if let Some(name) = older.max_by_key(|name| name.len()) {
            return Stands::Older(name.len());
        }
        if let Some(year) = year(word) {
            return match self.years.iter().min() {
                Some(first) if year < *first => Stands::Older(1),
                Some(_) if self.years.contains(&year) => Stands::Current,
                Some(_) | None => Stands::Else,
            };
        }
        let last = at
            .checked_sub(1)
            .and_then(|at| sentence.said(at))
            .unwrap_or_default();
        let short = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        let letter = word.len() == 1 && last == "annex";
        if short
            || letter
            || BETWEEN.contains(&word)
            || BEHIND.contains(&(last, word))
            || MONTHS.contains(&word)
        {
            Stands::Between
        } else {
            Stands::Else
        }
    }

    /// Whether some of the words name the edition in force.
    pub(super) fn are_named(&self, words: &Words<'_>, some: Range<usize>) -> bool {
        let length = self.current.len();
        length > 0
            && some.into_iter().any(|at| {
                let mut name = self.current.iter().enumerate();
                name.all(|(n, word)| words.plain(at + n) == word)
            })
    }
}

/// A sentence, asked by the places of its words in the passage.
struct Sentence<'w, 'p> {
    words: &'w Words<'p>,
    number: usize,
}

impl<'w, 'p> Sentence<'w, 'p> {
    fn of(words: &'w Words<'p>, at: usize) -> Sentence<'w, 'p> {
        let number = words.get(at).map_or(0, |word| word.sentence);
        Sentence { words, number }
    }

    /// The word at a place in small letters, if it belongs to the sentence and
    /// is read as text.
    fn said(&self, at: usize) -> Option<&'w str> {
        let word = self.words.get(at)?;
        let is_read = matches!(word.mark, Mark::Plain | Mark::Fixed);
        (is_read && word.sentence == self.number).then(|| self.words.plain(at))
    }
}

/// A year, written in full.
fn year(word: &str) -> Option<u16> {
    let year: u16 = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (1900..2100).contains(&year).then_some(year)
}

fn lowered(passage: &Passage) -> Vec<String> {
    let words = passage.words();
    (0..words.len())
        .map(|at| words.plain(at).to_owned())
        .collect()
}
