//! What a reader of a page is shown, as a digest.
//!
//! In: a page, and a reader. Out: [`Shown`], a digest of the whole and of each
//! section. Two texts have one digest when a reader could not tell them apart:
//! line ends, spacing and another Markdown spelling of the same text do not
//! change it, and one word does. Of the roles, helplines, guidance and terms
//! that it names, only the ids count: a new telephone number does not take an
//! approval away. Must never be printed on a page.

mod records;
mod wording;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::audience::Audience;
use crate::model::{Page, PageId, Site};

use wording::Wording;

/// How digests are made now. A digest of another scheme cannot be compared.
const SCHEME: &str = "v1:sha256:";

/// What one reader is shown of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The digest of the whole, with its scheme.
    pub whole: String,
    /// Its sections, in their order.
    pub sections: Vec<ShownSection>,
}

/// A section of what one reader is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownSection {
    /// Its heading; empty for what stands before the first.
    pub title: String,
    /// The digest of its text, without a scheme: it is that of the whole.
    pub digest: String,
}

/// What an approval says a reader was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// The same as now.
    Same,
    /// Something else: these sections, by their headings, are not what they
    /// were, or were taken out. None, where that cannot be told.
    Other(Vec<String>),
    /// The digest is of a scheme that this version does not know.
    UnknownScheme,
}

impl Site {
    /// What `audience` is shown of a page.
    pub fn shown(&self, id: PageId, audience: Audience) -> Shown {
        let page = self.page(id);
        let sections = Wording::of(self, id, audience).sections;
        let mut whole = Sha256::new();
        hash(&mut whole, &page.front.title.value);
        let summary = page.front.summary.as_ref();
        hash(&mut whole, summary.map_or("", |summary| &summary.value));
        for section in &sections {
            hash(&mut whole, &section.text);
        }
        let sections = sections.into_iter().map(|section| {
            let mut digest = Sha256::new();
            hash(&mut digest, &section.text);
            ShownSection {
                title: section.title,
                digest: hex(&digest.finalize()[..8]),
            }
        });
        Shown {
            whole: format!("{SCHEME}{}", hex(&whole.finalize())),
            sections: sections.collect(),
        }
    }
}

impl Page {
    /// The views that show it.
    pub fn views(&self) -> impl Iterator<Item = Audience> {
        self.readers.iter()
    }
}

impl Shown {
    /// Compares what is shown now with what an approval says was shown: the
    /// digest of the whole, and for each section a digest and its heading.
    pub fn compared(&self, whole: &str, sections: &[(String, String)]) -> Compared {
        if !whole.starts_with(SCHEME) {
            return Compared::UnknownScheme;
        }
        if whole == self.whole {
            return Compared::Same;
        }
        let mut left: Vec<&(String, String)> = sections.iter().collect();
        let mut other = Vec::new();
        for section in &self.sections {
            // The same text under the same heading is the same section,
            // wherever it stands now.
            let same = |(digest, title): &&(String, String)| {
                *digest == section.digest && *title == section.title
            };
            match left.iter().position(same) {
                Some(at) => drop(left.remove(at)),
                None => other.push(section.title.clone()),
            }
        }
        // Of an approval without sections nothing can be told.
        if sections.is_empty() {
            return Compared::Other(Vec::new());
        }
        let gone = left.into_iter().map(|(_, title)| title.clone());
        let gone: Vec<String> = gone.filter(|title| !other.contains(title)).collect();
        other.extend(gone);
        Compared::Other(other)
    }
}

/// Adds a text with its length, so that no two lists of texts are one.
fn hash(digest: &mut Sha256, text: &str) {
    digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
    digest.update(text.as_bytes());
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests;
