//! All policies of a reader in one document, for paper.
//!
//! In: the pages of a site. Out: which of them the document has, and where it
//! stands. Links ask here, and so do the views, so that no link leads to a
//! document that is not made. Must never count a policy, or a word of one, that
//! the reader does not have.

use crate::audience::Audience;
use crate::model::{Folder, Page, PageId, Site};

/// One policy is a document by itself.
const LEAST: usize = 2;

/// Of more policies than this there is no such document: it would be several
/// hundred sheets, which nobody reads at a meeting, and a page of many
/// megabytes, which a telephone does not open. A part of them would be worse:
/// it would look like all. Each prints by itself.
const MOST: usize = 100;

/// The path under `content/` of the document of all policies; children have
/// none.
fn pack_path(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::Children => None,
        Audience::Parents => Some("parents/policy-pack"),
        Audience::Staff => Some("staff/policy-pack"),
    }
}

impl Site {
    /// The policies in the document of a reader, by path; none where there is
    /// no such document.
    pub fn pack(&self, audience: Audience) -> Vec<PageId> {
        if pack_path(audience).is_none() {
            return Vec::new();
        }
        let policies = self.page_ids().filter(|id| {
            let page = self.page(*id);
            page.folder == Folder::Policies
                && page.readers.contains(audience)
                && !page.front.draft
                && page.is_read(audience)
        });
        let policies: Vec<PageId> = policies.collect();
        if (LEAST..=MOST).contains(&policies.len()) {
            policies
        } else {
            Vec::new()
        }
    }

    /// Whose document of all policies Signpost makes at a path under
    /// `content/`.
    pub(super) fn pack_at(&self, path: &str) -> Option<Audience> {
        let mut audiences = Audience::ALL.into_iter();
        let audience = audiences.find(|audience| pack_path(*audience) == Some(path))?;
        (!self.pack(audience).is_empty()).then_some(audience)
    }
}

impl Page {
    /// Whether a page has something to read: the front page of a folder may
    /// do no more than list what is in it.
    fn is_read(&self, audience: Audience) -> bool {
        let is_front = self.path.ends_with("/index");
        !is_front || !self.prose.retained(audience).inspect().trim().is_empty()
    }
}
