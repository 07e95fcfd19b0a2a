//! Pages, as one reader gets them.

use serde::Serialize;

use super::folders::{Shelf, band_word};
use super::{Crumb, Desk, Entry, Made, Panel, Prose, prose};
use crate::model::{Address, Front, Page, PageId};

/// A page of a view.
#[derive(Serialize)]
pub struct PageView<'s, P: Panel> {
    /// The title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The language, where it is not the site's.
    pub lang: Option<String>,
    /// For children: `ks1`, `ks2` or `both`.
    pub band: Option<&'static str>,
    /// Where it is, from the tree's root.
    pub path: String,
    /// The way back.
    pub crumbs: Vec<Crumb>,
    /// The sections of the page.
    pub toc: Vec<Section>,
    /// On the front page of a folder: what is in it.
    pub listing: Vec<Entry>,
    /// What its readers are told of its review.
    pub review: Option<P::Review>,
    /// The text.
    #[serde(skip)]
    pub prose: Prose<'s, P>,
    /// How it is laid out.
    #[serde(skip)]
    pub kind: PageKind,
}

/// A section of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// The heading's id.
    pub id: String,
}

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// The front page of the view.
    Front,
    /// Any page.
    Page,
    /// Whom to turn to.
    Help,
    /// People and routes.
    People,
    /// What words mean.
    Glossary,
    /// The review desk.
    Reviews,
    /// The duty calendar.
    Calendar,
    /// The summary for governors.
    Governors,
}

/// An old address.
#[derive(Debug, Clone, Serialize)]
pub struct Moved {
    /// Where it was, from the tree's root.
    pub path: String,
    /// Where it is now, from the old page.
    pub target: String,
    /// The page's title.
    pub title: String,
}

/// A page that an editor wrote.
pub(super) fn written<'s, P: Panel>(
    desk: &Desk<'s>,
    shelf: &Shelf,
    id: PageId,
    page: &'s Page,
) -> PageView<'s, P> {
    let Page {
        path,
        folder: _,
        readers: _,
        front,
        prose,
    } = page;
    let Front {
        title,
        summary,
        order: _,
        band,
        lang,
        draft: _,
        was: _,
    } = front;
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_front = name == "index";
    let address = desk.address(path).unwrap_or_default();
    PageView {
        title: title.value.clone(),
        summary: summary.as_ref().map(|text| text.value.clone()),
        lang: lang.clone().or_else(|| desk.foreign().map(str::to_owned)),
        band: band.map(band_word),
        crumbs: shelf.crumbs(dir, is_front),
        toc: prose
            .outline(desk.audience())
            .headings
            .iter()
            .filter(|heading| heading.level == 2)
            .map(|heading| Section {
                title: heading.title.clone(),
                id: heading.id.clone(),
            })
            .collect(),
        listing: if is_front {
            shelf.entries(dir)
        } else {
            Vec::new()
        },
        review: P::review(desk, id),
        prose: prose::of(desk, id, page, &address),
        kind: if is_front && shelf.is_home(dir) {
            PageKind::Front
        } else {
            PageKind::Page
        },
        path: address,
    }
}

/// The pages that no editor wrote: fronts of folders, and this panel's own.
pub(super) fn made<'s, P: Panel>(desk: &Desk<'s>, shelf: &Shelf) -> Vec<PageView<'s, P>> {
    let mut pages: Vec<PageView<'s, P>> = shelf
        .unwritten()
        .into_iter()
        .map(|(path, dir, title)| {
            let kind = if shelf.is_home(&dir) {
                PageKind::Front
            } else {
                PageKind::Page
            };
            PageView {
                crumbs: shelf.crumbs(&dir, true),
                listing: shelf.entries(&dir),
                ..empty(path, title, kind)
            }
        })
        .collect();
    for Made { path, kind, title } in P::made(desk) {
        pages.push(PageView {
            crumbs: shelf.home().into_iter().collect(),
            ..empty(path.to_owned(), title, kind)
        });
    }
    pages
}

fn empty<'s, P: Panel>(path: String, title: String, kind: PageKind) -> PageView<'s, P> {
    PageView {
        title,
        summary: None,
        lang: None,
        band: None,
        path,
        crumbs: Vec::new(),
        toc: Vec::new(),
        listing: Vec::new(),
        review: None,
        prose: Prose::empty(),
        kind,
    }
}

/// Old addresses of this reader's pages.
pub(super) fn moved(desk: &Desk<'_>) -> Vec<Moved> {
    let mut moved = Vec::new();
    for (_, page) in desk.pages() {
        let Some(now) = desk.address(&page.path) else {
            continue;
        };
        for was in &page.front.was {
            let Some(Address { tree: _, path }) = Address::of(&was.value, desk.audience()) else {
                continue;
            };
            moved.push(Moved {
                target: format!("{}{now}", prose::root(&path)),
                path,
                title: page.front.title.value.clone(),
            });
        }
    }
    moved
}
