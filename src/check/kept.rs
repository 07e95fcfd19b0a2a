//! What was found on each page, kept for whoever looks again and again.
//!
//! In: a site, what was found on the one before, and how a page is held to its
//! rules. Out: what is found on each page, and its paragraphs by which it is
//! compared with others; of a page that is as it was, with all around it as it
//! was, what was found then. Must never keep anything that
//! a rule would see otherwise now: the rules of a page look at its text, at the
//! records, at the day, and of other pages at their settings and headings.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::Findings;
use super::repeated::Print;
use crate::diagnostic::Diagnostic;
use crate::markdown::Outline;
use crate::model::{PageId, Site};

/// What was found on the pages of a site, in their order.
#[derive(Debug)]
pub(super) struct Kept {
    /// A number for all that is around the texts of pages.
    around: u64,
    of_pages: Vec<Arc<Seen>>,
}

/// What was seen of a page by itself.
#[derive(Debug)]
pub(super) struct Seen {
    /// What is wrong with it.
    pub(super) found: Vec<Diagnostic>,
    /// Its paragraphs, to be compared with those of others.
    pub(super) paragraphs: Vec<Print>,
}

impl Kept {
    /// Looks at each page that has to be looked at.
    pub(super) fn of(
        site: &Site,
        before: Option<&Findings>,
        look: impl Fn(PageId) -> Seen + Sync,
    ) -> Kept {
        let around = around(site);
        let before = before.filter(|before| before.kept.around == around);
        let pages: Vec<PageId> = site.page_ids().collect();
        let of_pages = pages.into_par_iter().enumerate().map(|(at, id)| {
            let is_same = |before: &&Findings| {
                // A text that is the same was not read again.
                Arc::ptr_eq(&before.site.page(id).prose, &site.page(id).prose)
            };
            let before = before.filter(is_same);
            let kept = before.and_then(|before| before.kept.of_pages.get(at).map(Arc::clone));
            kept.unwrap_or_else(|| look(id).into())
        });
        Kept {
            around,
            of_pages: of_pages.collect(),
        }
    }

    /// Gives up what only whoever looks again has a use for.
    pub(super) fn give_up(&mut self) {
        self.of_pages = Vec::new();
    }

    /// What was seen of each page, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Seen> {
        self.of_pages.iter().map(|seen| &**seen)
    }
}

/// A number for all that a rule of a page may look at besides its text. While
/// it is the same, a site has the same pages in the same order.
fn around(site: &Site) -> u64 {
    let mut hash = DefaultHasher::new();
    (site.around, site.today, &site.doubtful).hash(&mut hash);
    for page in &site.pages {
        page.path.hash(&mut hash);
        headings(page.prose.inspect_whole(), &mut hash);
        if page.prose.is_labelled() {
            for reader in page.readers.iter() {
                headings(page.prose.outline(reader), &mut hash);
            }
        }
    }
    hash.finish()
}

fn headings(outline: &Outline, hash: &mut DefaultHasher) {
    outline.headings.len().hash(hash);
    for heading in &outline.headings {
        (heading.level, &heading.id, &heading.title, &heading.label).hash(hash);
    }
}
