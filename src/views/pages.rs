//! Pages, as one reader gets them.

use serde::Serialize;

use super::bands::Offered;
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
    /// What else is in it, for a smaller list below.
    pub more: Vec<Entry>,
    /// On the front page of policies: where all of them stand as one document.
    pub whole: Option<String>,
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
    /// What there is for younger children.
    Younger,
    /// What there is for older children.
    Older,
    /// Whom to turn to, for the wall of a classroom.
    Poster,
    /// People and routes.
    People,
    /// What words mean.
    Glossary,
    /// All there is, by letter.
    AToZ,
    /// Where readers search the pages of the view.
    Search,
    /// What changed lately.
    Changes,
    /// The review desk.
    Reviews,
    /// The duty calendar.
    Calendar,
    /// The summary for governors.
    Governors,
    /// The accessibility statement.
    Statement,
    /// All policies as one document.
    Pack,
}

impl PageKind {
    /// Whether the menu has a line for it: a poster is for paper and so are all
    /// policies at once, the way to the search stands beside the menu, and the
    /// foot of every page leads to the statement.
    pub(super) fn is_in_the_menu(self) -> bool {
        !matches!(
            self,
            PageKind::Poster | PageKind::Search | PageKind::Statement | PageKind::Pack
        )
    }

    /// Whether a page has something of its own to be found, by letter or by
    /// words: not one that lists or searches others, not the page that its
    /// readers start from, and not what is only for paper. What all policies
    /// say at once is found on each of them.
    pub(crate) fn is_of_its_own(self) -> bool {
        match self {
            PageKind::Front
            | PageKind::AToZ
            | PageKind::Search
            | PageKind::Poster
            | PageKind::Pack => false,
            PageKind::Page
            | PageKind::Help
            | PageKind::Younger
            | PageKind::Older
            | PageKind::People
            | PageKind::Glossary
            | PageKind::Changes
            | PageKind::Reviews
            | PageKind::Calendar
            | PageKind::Governors
            | PageKind::Statement => true,
        }
    }

    /// Whether a search engine is to be told of it: one search in another
    /// leads nowhere, and whoever looks for a policy is to find its own page.
    pub(crate) fn is_on_the_map(self) -> bool {
        !matches!(self, PageKind::Search | PageKind::Pack)
    }
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
        icon: _,
        lang,
        draft: _,
        was: _,
    } = front;
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_front = name == "index";
    let address = desk.address(path).unwrap_or_default();
    let Offered { choices, more } = if is_front {
        desk.choices(shelf, dir)
    } else {
        Offered::in_one(Vec::new())
    };
    let mut crumbs = shelf.crumbs(dir, is_front);
    crumbs.extend(desk.way_to_band(*band).filter(|_| !is_front));
    PageView {
        title: title.value.clone(),
        summary: summary.as_ref().map(|text| text.value.clone()),
        lang: lang.clone().or_else(|| desk.foreign().map(str::to_owned)),
        band: band.map(band_word),
        crumbs,
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
        listing: choices,
        more,
        whole: is_front.then(|| desk.whole(dir)).flatten(),
        review: P::review(desk, id),
        prose: prose::of(desk, id, page),
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
            let Offered { choices, more } = desk.choices(shelf, &dir);
            PageView {
                crumbs: shelf.crumbs(&dir, true),
                listing: choices,
                more,
                whole: desk.whole(&dir),
                ..empty(path, title, kind)
            }
        })
        .collect();
    for Made { path, kind, title } in P::made(desk) {
        let Offered { choices, more } = Offered::at(shelf, kind);
        pages.push(PageView {
            listing: choices,
            more,
            crumbs: if kind == PageKind::Pack {
                shelf.crumbs("policies", false)
            } else {
                shelf.home().into_iter().collect()
            },
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
        more: Vec::new(),
        whole: None,
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
