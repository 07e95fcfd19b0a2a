//! Younger and older children, and what each is offered to choose from.
//!
//! In: the pages that children have. Out: for each age a page of its own, once
//! there are pages for both; and front pages with few, large choices and a
//! smaller list of the rest. Must never hide a page: what is on neither page of
//! an age is on the front page.

use super::folders::{Entry, Shelf, band_word};
use super::{Crumb, Desk, Made, PageKind};
use crate::audience::Audience;
use crate::model::Band;

/// A page has at most this many large choices.
const CHOICES: usize = 6;

/// The page of an age.
#[derive(Debug, Clone, Copy)]
struct Place {
    band: Band,
    kind: PageKind,
    path: &'static str,
    title: &'static str,
}

const YOUNGER: Place = Place {
    band: Band::Ks1,
    kind: PageKind::Younger,
    path: "children/younger.html",
    title: "band.ks1",
};

const OLDER: Place = Place {
    band: Band::Ks2,
    kind: PageKind::Older,
    path: "children/older.html",
    title: "band.ks2",
};

/// What is offered to choose from.
pub(super) struct Offered {
    /// In large, with a picture.
    pub(super) choices: Vec<Entry>,
    /// Smaller, in a list below.
    pub(super) more: Vec<Entry>,
}

impl Offered {
    /// All of it in one list.
    pub(super) fn in_one(choices: Vec<Entry>) -> Offered {
        Offered {
            choices,
            more: Vec::new(),
        }
    }

    /// What the page of an age offers: what is for that age, then what is for
    /// all.
    pub(super) fn at(shelf: &Shelf, kind: PageKind) -> Offered {
        let Some(place) = [YOUNGER, OLDER]
            .into_iter()
            .find(|place| place.kind == kind)
        else {
            return Offered::in_one(Vec::new());
        };
        let word = band_word(place.band);
        let all = shelf.all_entries();
        let is_its = |entry: &Entry| entry.band == Some(word);
        let is_for_all = |entry: &Entry| !matches!(entry.band, Some("ks1" | "ks2"));
        let own: Vec<Entry> = all.iter().filter(|entry| is_its(entry)).cloned().collect();
        let rest = all.into_iter().filter(is_for_all);
        let mut here = Offered::of(own.into_iter().chain(rest).collect());
        // On a page of one age nobody has to be told the age of each choice.
        for entry in here.choices.iter_mut().chain(&mut here.more) {
            entry.band = None;
        }
        here
    }

    /// The first in large, the rest below.
    fn of(mut entries: Vec<Entry>) -> Offered {
        let more = entries.split_off(entries.len().min(CHOICES));
        Offered {
            choices: entries,
            more,
        }
    }
}

impl Desk<'_> {
    /// The pages of ages; none until there are pages for younger and for older
    /// children. Those in folders do not count: their front page leads there.
    pub(super) fn bands(&self) -> Vec<Made> {
        let has = |band: Band| {
            let mut pages = self.pages();
            pages.any(|(_, page)| {
                let name = page.path.strip_prefix("children/").unwrap_or_default();
                page.front.band == Some(band) && name != "index" && !name.contains('/')
            })
        };
        if self.audience() != Audience::Children || !has(Band::Ks1) || !has(Band::Ks2) {
            return Vec::new();
        }
        [YOUNGER, OLDER]
            .map(|place| Made {
                path: place.path,
                kind: place.kind,
                title: self.said(place.title, &[]),
            })
            .into()
    }

    /// What the front page of `dir` offers.
    pub(super) fn choices(&self, folders: &Shelf, dir: &str) -> Offered {
        let mut entries = folders.entries(dir);
        // In a folder of one age nobody has to be told the age of each choice.
        let age = entries.first().and_then(|entry| entry.band);
        if entries.iter().all(|entry| entry.band == age) {
            for entry in &mut entries {
                entry.band = None;
            }
        }
        if self.audience() != Audience::Children {
            return Offered::in_one(entries);
        }
        if !folders.is_home(dir) {
            return Offered::of(entries);
        }
        let ages = self.bands();
        if ages.is_empty() {
            return Offered::of(entries);
        }
        let is_for_an_age = |entry: &Entry| matches!(entry.band, Some("ks1" | "ks2"));
        let ages = ages.into_iter().map(|made| Entry {
            title: made.title,
            path: made.path.to_owned(),
            ..Entry::default()
        });
        Offered::of(
            ages.chain(entries.into_iter().filter(|entry| !is_for_an_age(entry)))
                .collect(),
        )
    }

    /// The way back to the page of an age.
    pub(super) fn way_to_band(&self, band: Option<Band>) -> Option<Crumb> {
        let place = [YOUNGER, OLDER]
            .into_iter()
            .find(|place| Some(place.band) == band)?;
        let made = self
            .bands()
            .into_iter()
            .find(|made| made.kind == place.kind)?;
        Some(Crumb {
            title: made.title,
            path: made.path.to_owned(),
        })
    }
}
