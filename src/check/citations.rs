//! A rule about citations: no text cites an edition that was replaced.
//!
//! In: a text word by word. Out: citations of older editions, each with its
//! place. A sentence that tells readers the truth about the past is left alone:
//! a warning there could only be silenced by making the page worse.

use std::collections::BTreeMap;

use super::editions::{Editions, SUPERSEDED_EDITION};
use super::lexicon::{AROUND, Found, Where, is_of_the_past, is_read};
use super::sink::Said;
use crate::model::{GuidanceId, Record, Site};
use crate::words::{Capitals, Mark, Phrases, Words};

/// Titles and aliases of guidance that has an edition in force.
pub(super) struct Citations<'s> {
    site: &'s Site,
    titles: Phrases<GuidanceId>,
    editions: BTreeMap<GuidanceId, Editions>,
}

impl<'s> Citations<'s> {
    /// What may be cited on a site.
    pub(super) fn of(site: &'s Site) -> Citations<'s> {
        let mut citations = Citations {
            site,
            titles: Phrases::new(Capitals::Any),
            editions: BTreeMap::new(),
        };
        for id in site.guidance_ids() {
            let guidance = site.guidance(id);
            if let Some(editions) = Editions::of(guidance, site.today) {
                for name in std::iter::once(&guidance.title).chain(&guidance.aliases) {
                    citations.titles.add(&name.value, id);
                }
                citations.editions.insert(id, editions);
            }
        }
        citations
    }

    /// Whether one could stand in a text, marks and all.
    pub(super) fn concern(&self, text: &str) -> bool {
        let refers = || text.contains("[[guidance:");
        !self.titles.is_empty() && (self.titles.may_stand_in(text) || refers())
    }

    /// Each that names an older edition.
    pub(super) fn found(&self, words: &Words<'_>, place: Where<'_>, found: &mut Vec<Found>) {
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
        let found = self.titles.at(words, at, is_read);
        found.map(|(length, id)| (length, *id))
    }

    fn superseded(&self, id: GuidanceId, place: Where<'_>) -> Said {
        let guidance = self.site.guidance(id);
        let (name, since) = match guidance.in_force(self.site.today) {
            Some(edition) => (
                edition.name.value.as_str(),
                edition.in_force.value.in_words(),
            ),
            None => ("", String::new()),
        };
        let title = &guidance.title.value;
        let instead = match place.page {
            Some(_) => format!(
                "Write [[guidance:{}]], which always names the edition in force.",
                guidance.id.value
            ),
            None => format!("Write “{name}”, or leave the edition out."),
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
}
