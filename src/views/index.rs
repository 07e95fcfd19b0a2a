//! A to Z: all that a reader has, by its first letter.
//!
//! In: the pages of a view, and its words. Out: an index of titles and
//! headings. It is made of the view and nothing else, so that it names what
//! its reader can open, and no more.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{PageKind, PageView, Panel, Section};

/// An index with more lines than this has titles alone.
const MOST: usize = 2_000;

/// What begins with one letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter, or a sign for whatever begins with none.
    pub sign: String,
    /// The id of its heading.
    pub id: String,
    /// Sorted as a dictionary is.
    pub entries: Vec<Indexed>,
}

/// A line of the index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Indexed {
    /// The title of a page, or a heading.
    pub title: String,
    /// Of a heading, the page that it stands on.
    pub page: Option<String>,
    /// Where it is, from the tree's root.
    pub path: String,
}

/// The index of some pages.
pub(super) fn of<P: Panel>(pages: &[PageView<'_, P>]) -> Vec<Letter> {
    let listed = || pages.iter().filter(|page| is_listed(page.kind));
    let headings: usize = listed().map(|page| page.toc.len()).sum();
    let with_headings = listed().count() + headings <= MOST;
    let mut letters: BTreeMap<(bool, String), Vec<Indexed>> = BTreeMap::new();
    let mut add = |entry: Indexed| {
        let first = entry.title.chars().find(|c| c.is_alphanumeric());
        let letter = first.filter(|c| c.is_alphabetic());
        let word = letter.map_or_else(|| "#".to_owned(), |c| c.to_uppercase().collect());
        letters
            .entry((letter.is_none(), word))
            .or_default()
            .push(entry);
    };
    for page in listed() {
        add(Indexed {
            title: page.title.clone(),
            page: None,
            path: page.path.clone(),
        });
        let sections = page.toc.iter().filter(|_| with_headings);
        for Section { title, id } in sections {
            add(Indexed {
                title: title.clone(),
                page: Some(page.title.clone()),
                path: format!("{}#{id}", page.path),
            });
        }
    }
    let letters = letters.into_iter().enumerate();
    letters
        .map(|(at, ((_, letter), mut entries))| {
            entries.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.clone()));
            Letter {
                sign: letter,
                id: format!("_letter-{}", at + 1),
                entries,
            }
        })
        .collect()
}

/// Whether a page stands in the index: not the index itself, and not the page
/// that its readers start from.
fn is_listed(kind: PageKind) -> bool {
    match kind {
        PageKind::Front | PageKind::AToZ | PageKind::Poster => false,
        PageKind::Page
        | PageKind::Help
        | PageKind::Younger
        | PageKind::Older
        | PageKind::People
        | PageKind::Glossary
        | PageKind::Changes
        | PageKind::Reviews
        | PageKind::Calendar
        | PageKind::Governors => true,
    }
}
