//! Blocks of records, as one reader gets them.

use serde::Serialize;

use super::{Desk, HelplineView, Panel, ProcedureView, RouteView};
use crate::model::{Block, PageId};

/// What a block shows, under the key that its template knows it by.
#[derive(Serialize)]
#[serde(bound = "", rename_all = "lowercase")]
pub enum BlockView<P: Panel> {
    /// Roles.
    #[serde(rename = "roles")]
    Contacts(Vec<P::Role>),
    /// Helplines.
    Helplines(Vec<HelplineView>),
    /// Routes.
    Routes(Vec<RouteView>),
    /// Laws and guidance.
    Guidance(Vec<P::Guidance>),
    /// Terms of the glossary.
    #[serde(rename = "terms")]
    Glossary(Vec<P::Term>),
    /// Systems.
    Systems(Vec<P::System>),
    /// A table.
    Table(P::Table),
    /// A procedure.
    Procedure(ProcedureView),
    /// A checklist.
    Checklist(P::Checklist),
    /// An agreement.
    Agreement(P::Agreement),
    /// The page's own review.
    Review(Option<P::Review>),
    /// Recurring duties.
    Duties(Vec<P::Duty>),
}

impl<P: Panel> BlockView<P> {
    /// A block of a page, for the reader of this desk.
    pub(super) fn of(desk: &Desk<'_>, page: PageId, block: Block) -> BlockView<P> {
        match block {
            Block::Contacts(roles) => {
                let roles = roles.into_iter().map(|role| P::role(desk, role));
                BlockView::Contacts(roles.collect())
            }
            Block::Helplines(lines) => {
                let lines = lines.into_iter().map(|line| desk.helpline(line));
                BlockView::Helplines(lines.collect())
            }
            Block::Routes(routes) => {
                let routes = routes.into_iter();
                BlockView::Routes(routes.map(|at| desk.route(&desk.site.routes[at])).collect())
            }
            Block::Guidance(ids) => {
                let guidance = ids.into_iter().filter_map(|id| P::guidance(desk, id));
                BlockView::Guidance(guidance.collect())
            }
            Block::Glossary(ids) => {
                let terms = ids.into_iter().filter_map(|id| P::term(desk, id));
                BlockView::Glossary(terms.collect())
            }
            Block::Systems(ids) => {
                let systems = ids.into_iter().filter_map(|id| P::system(desk, id));
                BlockView::Systems(systems.collect())
            }
            Block::Table(table) => BlockView::Table(P::table(desk, table)),
            Block::Procedure(id) => BlockView::Procedure(desk.procedure::<P>(id)),
            Block::Checklist(id) => BlockView::Checklist(P::checklist(desk, id)),
            Block::Agreement(id) => BlockView::Agreement(P::agreement(desk, id)),
            Block::Review => BlockView::Review(P::review(desk, page)),
            Block::Duties(roles) => BlockView::Duties(P::duties(desk, &roles)),
        }
    }

    /// The name of its template.
    pub(crate) fn template(&self) -> &'static str {
        match self {
            BlockView::Contacts(_) => "contacts",
            BlockView::Helplines(_) => "helplines",
            BlockView::Routes(_) => "routes",
            BlockView::Guidance(_) => "guidance",
            BlockView::Glossary(_) => "glossary",
            BlockView::Systems(_) => "systems",
            BlockView::Table(_) => "table",
            BlockView::Procedure(_) => "procedure",
            BlockView::Checklist(_) => "checklist",
            BlockView::Agreement(_) => "agreement",
            BlockView::Review(_) => "review",
            BlockView::Duties(_) => "duties",
        }
    }

    /// Paths of the photos in it.
    pub(super) fn photos(&self) -> Vec<&str> {
        match self {
            BlockView::Contacts(roles) => {
                let photos = roles.iter().filter_map(P::photo);
                photos.map(|photo| photo.src.as_str()).collect()
            }
            BlockView::Helplines(_)
            | BlockView::Routes(_)
            | BlockView::Guidance(_)
            | BlockView::Glossary(_)
            | BlockView::Systems(_)
            | BlockView::Procedure(_)
            | BlockView::Checklist(_)
            | BlockView::Agreement(_)
            | BlockView::Table(_)
            | BlockView::Review(_)
            | BlockView::Duties(_) => Vec::new(),
        }
    }
}
