//! The names that rules look for in texts: those of guidance with editions,
//! and names that something had once.
//!
//! In: a site. Out: what is found in a passage, with what is said about it.
//! Made once for a site, and asked about each of its texts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::editions::{Editions, SUPERSEDED_EDITION};
use super::sink::Said;
use crate::diagnostic::{Rule, Severity};
use crate::model::{GuidanceId, Record, Renamed, Site};
use crate::words::{Capitals, Mark, Passage, Phrases, Words};

/// Nothing goes by a name that it does not have any more (seeds I17, I21, O24).
pub(crate) static OLD_NAME: Rule = Rule {
    name: "old-name",
    severity: Severity::Warning,
    summary: "A body or a service that was renamed goes by its new name.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&SUPERSEDED_EDITION, &OLD_NAME];

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Page,
    Record,
}

/// Something that was found: what is said about it, and the bytes of the
/// passage.
pub(super) type Found = (Said, Range<usize>);

/// How far around a name a sentence is looked at, in words: a sentence can be
/// a whole page.
const AROUND: usize = 40;

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
    site: &'s Site,
    citations: Phrases<GuidanceId>,
    editions: BTreeMap<GuidanceId, Editions>,
    old_names: Phrases<&'s Renamed>,
}

impl<'s> Lexicon<'s> {
    /// What there is to be looked for on a site.
    pub(super) fn of(site: &'s Site) -> Lexicon<'s> {
        let mut lexicon = Lexicon {
            site,
            citations: Phrases::new(Capitals::Any),
            editions: BTreeMap::new(),
            old_names: Phrases::new(Capitals::Written),
        };
        for id in site.guidance_ids() {
            let guidance = site.guidance(id);
            if let Some(editions) = Editions::of(guidance, site.today) {
                for name in std::iter::once(&guidance.title).chain(&guidance.aliases) {
                    lexicon.citations.add(&name.value, id);
                }
                lexicon.editions.insert(id, editions);
            }
        }
        for renamed in &site.handbook.renamed {
            let has_begun = renamed
                .since
                .is_none_or(|since| since.first_day() <= site.today);
            for name in renamed.was.iter().filter(|_| has_begun) {
                lexicon.old_names.add(&name.value, renamed);
            }
        }
        lexicon
    }

    /// Whether something could be found in a text, marks and all.
    pub(super) fn concerns(&self, text: &str) -> bool {
        self.citations.may_stand_in(text)
            || self.old_names.may_stand_in(text)
            || (!self.citations.is_empty() && text.contains("[[guidance:"))
    }

    /// All that is found in a passage.
    pub(super) fn found(&self, passage: &Passage, place: Where) -> Vec<Found> {
        let words = passage.words();
        let mut found = Vec::new();
        self.citations(&words, place, &mut found);
        self.old_names(&words, &mut found);
        found
    }

    fn citations(&self, words: &Words<'_>, place: Where, found: &mut Vec<Found>) {
        let mut at = 0;
        while at < words.len() {
            let Some((length, id)) = self.cited(words, at) else {
                at += 1;
                continue;
            };
            let title = at..at + length;
            at += length;
            let Some(editions) = self.editions.get(&id) else {
                continue;
            };
            let Some(citation) = editions.outdated(words, title) else {
                continue;
            };
            let around = words.around(citation.clone(), AROUND);
            if !is_of_the_past(words, around.clone()) && !editions.are_named(words, around) {
                found.push((self.superseded(id, place), words.span(citation.clone())));
            }
            at = at.max(citation.end);
        }
    }

    /// The guidance whose title, alias or reference begins here.
    fn cited(&self, words: &Words<'_>, at: usize) -> Option<(usize, GuidanceId)> {
        if words.get(at)?.mark == Mark::Reference {
            return match self.site.record(words.said(at)) {
                Ok(Record::Guidance(id)) => Some((1, id)),
                Ok(_) | Err(_) => None,
            };
        }
        let found = self.citations.at(words, at, is_read);
        found.map(|(length, id)| (length, *id))
    }

    fn superseded(&self, id: GuidanceId, place: Where) -> Said {
        let guidance = self.site.guidance(id);
        let (name, since) = match guidance.in_force(self.site.today) {
            Some(edition) => (
                edition.name.value.as_str(),
                edition.in_force.value.in_words(),
            ),
            None => ("", String::new()),
        };
        let title = &guidance.title.value;
        let instead = match place {
            Where::Page => format!(
                "Write [[guidance:{}]], which always names the edition in force.",
                guidance.id.value
            ),
            Where::Record => format!("Write “{name}”, or leave the edition out."),
        };
        (
            &SUPERSEDED_EDITION,
            format!(
                "This is an older edition of “{title}”. The one in force since {since} is {name}."
            ),
            format!(
                "{instead} To tell readers of the older one, say in the same sentence that it was replaced."
            ),
        )
    }

    fn old_names(&self, words: &Words<'_>, found: &mut Vec<Found>) {
        let mut at = 0;
        // A name and its short form behind it are one mistake.
        let mut last: Option<(&Renamed, usize)> = None;
        while let Some(word) = words.get(at) {
            let Some((length, renamed)) = self.old_names.at(words, at, is_read) else {
                at += 1;
                continue;
            };
            let name = at..at + length;
            at += length;
            let is_told = last.is_some_and(|(other, sentence)| {
                std::ptr::eq(other, *renamed) && sentence == word.sentence
            });
            let around = words.around(name.clone(), AROUND);
            if is_told
                || is_of_the_past(words, around.clone())
                || says(words, around, &renamed.now.value)
            {
                continue;
            }
            last = Some((renamed, word.sentence));
            let written: Vec<&str> = name.clone().map(|at| words.said(at)).collect();
            found.push((old_name(renamed, &written.join(" ")), words.span(name)));
        }
    }
}

fn old_name(renamed: &Renamed, written: &str) -> Said {
    let now = &renamed.now.value;
    let since = renamed
        .since
        .map(|since| format!(" (since {})", since.in_words()));
    let since = since.unwrap_or_default();
    (
        &OLD_NAME,
        format!("“{written}” is an old name. Now it is “{now}”{since}."),
        format!(
            "Write “{now}”. To tell readers of the old name, give both in one sentence, as in “{now} (formerly {written})”."
        ),
    )
}

/// Code shows how something is written, not what the school says.
fn is_read(mark: Mark) -> bool {
    matches!(mark, Mark::Plain | Mark::Fixed)
}

fn is_of_the_past(words: &Words<'_>, some: Range<usize>) -> bool {
    let mut some = some;
    some.any(|at| {
        let word = words.plain(at);
        OF_THE_PAST.contains(&word) || IN_TWO_WORDS.contains(&(word, words.plain(at + 1)))
    })
}

/// Whether a name stands among some of the words; what is in brackets in the
/// name need not.
fn says(words: &Words<'_>, some: Range<usize>, name: &str) -> bool {
    let mut phrase = Phrases::new(Capitals::Any);
    phrase.add(name.split('(').next().unwrap_or(name), ());
    let mut some = some;
    some.any(|at| phrase.at(words, at, is_read).is_some())
}
