//! What changed lately in what a reader may read.
//!
//! In: the ledger, as far as it speaks of this reader's own view. Out: each
//! page with the day on which other words were approved, and the sections that
//! were new or other then. What staff alone read can change as it will: here
//! nothing shows of it, not even that there was an approval. A heading that
//! the reader no longer has is not named either.

use jiff::ToSpan;
use serde::Serialize;

use super::Desk;
use super::reviews::DayView;
use crate::model::{PageId, Rewording};

/// At most this many are listed.
const MOST: usize = 20;

/// A page whose words changed for this reader.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedView {
    /// The page's title.
    pub title: String,
    /// Where it is, from the tree's root.
    pub path: String,
    /// The day of the approval.
    pub on: DayView,
    /// Whether these were the first words of it that were approved.
    pub first: bool,
    /// Sections with new or other words, by their headings.
    pub sections: Vec<String>,
}

/// What changed for the reader of this desk within a year, the newest first.
pub(super) fn of(desk: &Desk<'_>) -> Vec<ChangedView> {
    let since = desk.site.today.saturating_sub(1.year());
    let mut found = Vec::new();
    for (id, page) in desk.pages() {
        let Some(path) = desk.address(&page.path) else {
            continue;
        };
        let rewordings = desk.site.rewordings(id, desk.audience());
        for rewording in rewordings.into_iter().filter(|it| it.on > since) {
            let title = page.front.title.value.clone();
            found.push((
                rewording.on,
                changed(desk, id, rewording, (title, path.clone())),
            ));
        }
    }
    found.sort_by(|(day, one), (other, two)| {
        other
            .cmp(day)
            .then_with(|| one.title.cmp(&two.title))
            .then_with(|| one.path.cmp(&two.path))
    });
    found
        .into_iter()
        .map(|(_, changed)| changed)
        .take(MOST)
        .collect()
}

fn changed(
    desk: &Desk<'_>,
    id: PageId,
    rewording: Rewording,
    (title, path): (String, String),
) -> ChangedView {
    let Rewording {
        on,
        first,
        sections,
    } = rewording;
    let outline = desk.site.page(id).prose.outline(desk.audience());
    let is_there = |title: &String| {
        outline
            .headings
            .iter()
            .any(|heading| heading.title == *title)
    };
    ChangedView {
        title,
        path,
        on: DayView::of(desk, on),
        first,
        sections: sections.into_iter().filter(is_there).collect(),
    }
}
