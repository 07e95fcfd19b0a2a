//! All policies of a reader as one document, for paper.
//!
//! In: the pages of a view, once they are there. Out: which of them the
//! document has, in the order of the lists that they stand in, and the day for
//! which it is made. It has no text of its own: each policy is printed of the
//! page that its reader has.

use serde::Serialize;

use super::folders::Shelf;
use super::reviews::DayView;
use super::{Desk, Made, PageKind, PageView, Panel};
use crate::audience::Audience;

/// The folder of policies.
const FOLDER: &str = "policies";

/// What is in the document of all policies.
#[derive(Debug, Serialize)]
pub struct Pack {
    /// The day for which it was made: paper does not change with the site.
    pub on: DayView,
    /// The policies, by their place among the pages of the view.
    #[serde(skip)]
    pub policies: Vec<usize>,
}

/// The document of these pages, which are sorted by path; none where there is
/// no page for it.
pub(super) fn of<P: Panel>(
    desk: &Desk<'_>,
    shelf: &Shelf,
    pages: &[PageView<'_, P>],
) -> Option<Pack> {
    pages.iter().find(|page| page.kind == PageKind::Pack)?;
    let ids = desk.site.pack(desk.audience()).into_iter();
    let has: Vec<String> = ids
        .filter_map(|id| desk.address(&desk.site.page(id).path))
        .collect();
    let in_order = shelf.paths(FOLDER).into_iter();
    let policies = in_order
        .filter(|path| has.iter().any(|policy| policy == path))
        .filter_map(|path| {
            pages
                .binary_search_by(|page| page.path.as_str().cmp(path))
                .ok()
        });
    Some(Pack {
        on: DayView::of(desk, desk.site.today),
        policies: policies.collect(),
    })
}

impl Desk<'_> {
    /// The page of the document, if this reader has one.
    pub(super) fn pack_page(&self) -> Option<Made> {
        let path = match self.audience() {
            Audience::Children => return None,
            Audience::Parents => "parents/policy-pack.html",
            Audience::Staff => "policy-pack.html",
        };
        let has_one = !self.site.pack(self.audience()).is_empty();
        has_one.then(|| Made {
            path,
            kind: PageKind::Pack,
            title: self.said("pack.title", &[]),
        })
    }

    /// On the front page of policies: where they stand as one document.
    pub(super) fn whole(&self, dir: &str) -> Option<String> {
        let page = (dir == FOLDER).then(|| self.pack_page())??;
        Some(page.path.to_owned())
    }
}
