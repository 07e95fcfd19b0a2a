//! A to Z: all that a reader has, by its first letter.
//!
//! In: the pages of a view, and its words. Out: an index of titles and
//! headings. It is made of the view and nothing else, so that it names what
//! its reader can open, and no more.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{PageView, Panel, Section};
use crate::wording::Wording;

/// An index with more lines than this has titles alone.
const MOST: usize = 2_000;

/// What begins with one letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter of the reader's alphabet, or a sign for whatever begins with
    /// none.
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

/// Where a letter stands: those of the alphabet first, then others, then what
/// is none.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    At(usize),
    After,
    Last,
}

/// The letter that a title begins with, and where it stands. Of two letters of
/// the alphabet the longer is meant: “Llyfr” begins with “Ll”, not with “L”.
fn letter(title: &str, alphabet: &[&str]) -> (Stands, String) {
    let begins = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begun = begins.to_uppercase();
    let known = alphabet.iter().enumerate();
    let known = known.filter(|(_, letter)| begun.starts_with(&letter.to_uppercase()));
    if let Some((at, letter)) = known.max_by_key(|(_, letter)| letter.len()) {
        return (Stands::At(at), (*letter).to_owned());
    }
    match begins.chars().next().filter(|c| c.is_alphabetic()) {
        Some(other) => (Stands::After, other.to_uppercase().collect()),
        None => (Stands::Last, "#".to_owned()),
    }
}

/// The index of some pages, by the letters of a language.
pub(super) fn of<P: Panel>(pages: &[PageView<'_, P>], wording: &Wording) -> Vec<Letter> {
    let alphabet = wording.said("index.order", &[]);
    let alphabet: Vec<&str> = alphabet.split_whitespace().collect();
    let listed = || pages.iter().filter(|page| page.kind.is_of_its_own());
    let headings: usize = listed().map(|page| page.toc.len()).sum();
    let with_headings = listed().count() + headings <= MOST;
    let mut letters: BTreeMap<(Stands, String), Vec<Indexed>> = BTreeMap::new();
    let mut add = |entry: Indexed| {
        let letter = letter(&entry.title, &alphabet);
        letters.entry(letter).or_default().push(entry);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_language() {
        let welsh = ["A", "B", "C", "Ch", "L", "Ll", "Ng", "W", "Y"];
        let of = |title: &str| letter(title, &welsh);
        assert_eq!(of("Llyfrau"), (Stands::At(5), "Ll".to_owned()));
        assert_eq!(of("llun"), (Stands::At(5), "Ll".to_owned()));
        assert_eq!(of("“Lamp”"), (Stands::At(4), "L".to_owned()));
        assert_eq!(of("Zebra"), (Stands::After, "Z".to_owned()));
        assert_eq!(of("éclair"), (Stands::After, "É".to_owned()));
        assert_eq!(of("24 hours"), (Stands::Last, "#".to_owned()));
        assert_eq!(of("…"), (Stands::Last, "#".to_owned()));
        assert!(of("Yr") < of("Zebra") && of("Zebra") < of("24 hours"));
    }
}
