//! The names that rules look for in texts: of guidance with editions, of what
//! was renamed, and of systems that are for staff.
//!
//! In: a site. Out: what is found in a passage, with what is said about it.
//! Made once for a site, and asked about each of its texts.

use std::ops::Range;

use super::citations::Citations;
use super::editions::SUPERSEDED_EDITION;
use super::named_systems::{self, SYSTEM_NAMED};
use super::old_names::{self, OLD_NAME};
use super::sink::Said;
use crate::audience::Audiences;
use crate::diagnostic::Rule;
use crate::model::{Page, Renamed, Site, System};
use crate::words::{Mark, Passage, Phrases, Words};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&SUPERSEDED_EDITION, &OLD_NAME, &SYSTEM_NAMED];

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) struct Where<'s> {
    /// The page, unless it is a text of a record.
    pub(super) page: Option<&'s Page>,
    /// Who reads it.
    pub(super) readers: Audiences,
}

/// Something that was found: what is said about it, and the bytes of the
/// passage.
pub(super) type Found = (Said, Range<usize>);

/// How far around a name a sentence is looked at, in words: a sentence can be
/// a whole page.
pub(super) const AROUND: usize = 40;

/// What tells readers that a name or an edition is one of the past.
const OF_THE_PAST: [&str; 11] = [
    "former",
    "formerly",
    "previous",
    "previously",
    "renamed",
    "replace",
    "replaced",
    "replaces",
    "superseded",
    "supersedes",
    "withdrawn",
];
const IN_TWO_WORDS: [(&str, &str); 4] = [
    ("no", "longer"),
    ("used", "to"),
    ("was", "called"),
    ("once", "called"),
];

/// The names that are looked for.
pub(super) struct Lexicon<'s> {
    citations: Citations<'s>,
    old_names: Phrases<&'s Renamed>,
    systems: Phrases<&'s System>,
}

impl<'s> Lexicon<'s> {
    /// What there is to be looked for on a site.
    pub(super) fn of(site: &'s Site) -> Lexicon<'s> {
        Lexicon {
            citations: Citations::of(site),
            old_names: old_names::names(site),
            systems: named_systems::names(site),
        }
    }

    /// Whether something could be found in a text, marks and all.
    pub(super) fn concerns(&self, text: &str) -> bool {
        self.citations.concern(text)
            || self.old_names.may_stand_in(text)
            || self.systems.may_stand_in(text)
    }

    /// All that is found in a passage.
    pub(super) fn found(&self, passage: &Passage, place: Where<'_>) -> Vec<Found> {
        let words = passage.words();
        let mut found = Vec::new();
        self.citations.found(&words, place, &mut found);
        old_names::found(&self.old_names, &words, &mut found);
        named_systems::found(&self.systems, &words, place, &mut found);
        found
    }
}

/// Code shows how something is written, not what the school says.
pub(super) fn is_read(mark: Mark) -> bool {
    matches!(mark, Mark::Plain | Mark::Fixed)
}

/// Whether some of the words say that a name or an edition is one of the past.
pub(super) fn is_of_the_past(words: &Words<'_>, some: Range<usize>) -> bool {
    let mut some = some;
    some.any(|at| {
        let word = words.plain(at);
        OF_THE_PAST.contains(&word) || IN_TWO_WORDS.contains(&(word, words.plain(at + 1)))
    })
}
