//! What each audience may see, and nothing else.
//!
//! In: a [`Publishable`] site. Out: a [`View`] for one audience. This is the
//! wall: records are taken apart field by field and put together again in the
//! narrower form that this audience's file knows ([`child`], [`parent`],
//! [`staff`]), so a new field does not compile until every audience has
//! decided. Only here is `Serialize` derived, so a template can be given a
//! view and nothing else. Whatever is derived (menus, lists, addresses) is
//! derived from the view.
//!
//! [`Publishable`]: crate::check::Publishable
//! [`View`]: crate::views::View
//! [`child`]: crate::views::child
//! [`parent`]: crate::views::parent
//! [`staff`]: crate::views::staff

mod acronyms;
mod agreement;
mod bands;
mod blocks;
mod changes;
mod checklist;
pub mod child;
mod folders;
mod glossary;
mod guidance;
mod index;
mod outside;
mod pack;
mod pages;
pub mod parent;
mod procedures;
mod prose;
mod records;
mod reviews;
mod shell;
pub mod staff;
mod statement;
mod systems;
mod tables;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use crate::audience::{Audience, Reader};
use crate::check::Publishable;
use crate::model::{
    AgreementId, ChecklistId, GuidanceId, ImageId, Page, PageId, RoleId, Site, SystemId, TableId,
    TermId,
};
use crate::wording::Wording;

use acronyms::Acronyms;
pub use agreement::{AgreementPart, AgreementView, ChoiceView};
pub use blocks::BlockView;
pub use changes::ChangedView;
pub use checklist::{CheckView, ChecklistPart, ChecklistView};
pub use folders::{Crumb, Entry, MenuEntry};
pub use glossary::TermView;
pub use guidance::{GuidanceView, Nothing, StaffGuidance};
pub use index::{Indexed, Letter};
pub use outside::{Look, Outside};
pub use pack::Pack;
pub use pages::{Moved, PageKind, PageView, Section};
pub use procedures::{AnswerView, ProcedureView, SourceView, StepView, TurnTo};
pub(crate) use prose::root;
pub use prose::{InWords, Insert, Leads, PictureView, Prose};
pub use records::{ChannelView, HelplineView, PhotoView, RouteTo, RouteView, Way};
pub use reviews::{
    ApprovalView, ApprovedView, CalendarTerm, CalendarView, ChangeView, CountView, DatedView,
    DayView, DeskView, DutyView, FactView, FactsView, GovernorsView, LeavingView, OwnerTasks,
    OwnerView, PartView, ReviewLine, StaffReview, TaskView,
};
pub use shell::{ExitView, SchoolView, Shell};
pub(crate) use shell::{POLICY, POLICY_WITH_SCRIPT};
pub use statement::{DocumentsView, GapView, StatementView, TestedView};
pub use systems::{StaffSystem, SystemView};
pub use tables::{CellView, ColumnView, FollowsView, RowView, SaysView, TableView};

/// The panel of the portal that an audience gets.
///
/// Each audience's file implements it with its own, narrower types.
pub trait Panel: Serialize + Sized + Send + Sync {
    /// Whose panel it is.
    const AUDIENCE: Audience;
    /// What this audience sees of a role.
    type Role: Serialize + Send + Sync;
    /// What this audience sees of a law or a guidance.
    type Guidance: Serialize + Send + Sync;
    /// What this audience sees of a term of the glossary.
    type Term: Serialize + Send + Sync;
    /// What this audience sees of a system.
    type System: Serialize + Send + Sync;
    /// What this audience sees of a table.
    type Table: Serialize + Send + Sync;
    /// What this audience sees of a checklist.
    type Checklist: Serialize + Send + Sync;
    /// What this audience sees of an agreement.
    type Agreement: Serialize + Send + Sync;

    /// What this audience is told of the review of a page.
    type Review: Serialize + Send + Sync;
    /// What this audience sees of a recurring duty.
    type Duty: Serialize + Send + Sync;

    /// A role as this audience sees it.
    fn role(desk: &Desk<'_>, role: RoleId) -> Self::Role;

    /// A role in a sentence.
    fn role_in_words(desk: &Desk<'_>, role: RoleId) -> InWords;

    /// A law or a guidance as this audience sees it, if it does.
    fn guidance(desk: &Desk<'_>, id: GuidanceId) -> Option<Self::Guidance>;

    /// A law or a guidance in a sentence.
    fn guidance_in_words(desk: &Desk<'_>, id: GuidanceId) -> InWords;

    /// A term of the glossary as this audience sees it, if it does.
    fn term(desk: &Desk<'_>, id: TermId) -> Option<Self::Term>;

    /// A system as this audience sees it, if it does.
    fn system(desk: &Desk<'_>, id: SystemId) -> Option<Self::System>;

    /// A table as this audience sees it.
    fn table(desk: &Desk<'_>, table: TableId) -> Self::Table;

    /// A checklist as this audience sees it.
    fn checklist(desk: &Desk<'_>, id: ChecklistId) -> Self::Checklist;

    /// An agreement as this audience sees it.
    fn agreement(desk: &Desk<'_>, id: AgreementId) -> Self::Agreement;

    /// The review of a page, as this audience is told of it; nothing of a page
    /// that nobody has to review.
    fn review(desk: &Desk<'_>, page: PageId) -> Option<Self::Review>;

    /// The recurring duties of these roles, or all where none is named, as far
    /// as this audience is told of any.
    fn duties(desk: &Desk<'_>, roles: &[RoleId]) -> Vec<Self::Duty>;

    /// What this audience's own pages need besides their text.
    fn panel(desk: &Desk<'_>, shelf: &folders::Shelf) -> Self;

    /// The pages that Signpost makes for this audience besides the fronts of
    /// folders, in the order of the menu.
    fn made(desk: &Desk<'_>) -> Vec<Made>;

    /// Files that are made for this audience, by their path from the tree's
    /// root.
    fn documents(_desk: &Desk<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// The photo that a role shows, if it shows one.
    fn photo(_role: &Self::Role) -> Option<&PhotoView> {
        None
    }

    /// All photos that the panel's own pages show.
    fn photos(&self) -> Vec<PhotoView> {
        Vec::new()
    }
}

/// A page that Signpost makes.
#[derive(Debug)]
pub struct Made {
    /// Where it is, from the tree's root.
    pub path: &'static str,
    /// How it is laid out.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
}

/// Where a view is made: the site, and the reader it is made for.
pub struct Desk<'s> {
    site: &'s Site,
    reader: Reader,
    wording: &'s Wording,
    acronyms: Acronyms,
}

/// All that one audience may see.
pub struct View<'s, P: Panel> {
    shell: Shell,
    menu: Vec<MenuEntry>,
    pages: Vec<PageView<'s, P>>,
    moved: Vec<Moved>,
    panel: P,
    index: Vec<Letter>,
    pack: Option<Pack>,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl<'s, P: Panel> View<'s, P> {
    /// The view of a site that stood the check, in these words.
    ///
    /// This is the only maker of a [`Reader`].
    pub fn of(publishable: &'s Publishable, wording: &'s Wording) -> View<'s, P> {
        let desk = Desk {
            site: publishable.site(),
            reader: Reader::of(P::AUDIENCE),
            wording,
            acronyms: Acronyms::of(publishable.site(), P::AUDIENCE),
        };
        let shelf = folders::Shelf::of(&desk);
        let panel = P::panel(&desk, &shelf);
        let mut pages: Vec<PageView<'s, P>> = desk
            .pages()
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(id, page)| pages::written(&desk, &shelf, id, page))
            .collect();
        pages.extend(pages::made(&desk, &shelf));
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        let has_index = pages.iter().any(|page| page.kind == PageKind::AToZ);
        let index = if has_index {
            index::of(&pages, wording)
        } else {
            Vec::new()
        };
        let files = files(&desk, &pages, &panel);
        View {
            shell: shell::of(&desk),
            menu: shelf.menu::<P>(&desk),
            moved: pages::moved(&desk),
            pack: pack::of(&desk, &shelf, &pages),
            pages,
            panel,
            index,
            files,
        }
    }

    /// The frame around every page.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// The menu.
    pub fn menu(&self) -> &[MenuEntry] {
        &self.menu
    }

    /// The pages, sorted by their path.
    pub fn pages(&self) -> &[PageView<'s, P>] {
        &self.pages
    }

    /// Old addresses and where they lead now.
    pub fn moved(&self) -> &[Moved] {
        &self.moved
    }

    /// What this audience's own pages need besides their text.
    pub fn panel(&self) -> &P {
        &self.panel
    }

    /// All there is, by letter; empty in a view that has no page for it.
    pub fn index(&self) -> &[Letter] {
        &self.index
    }

    /// What is in the document of all policies, in a view that has one.
    pub fn pack(&self) -> Option<&Pack> {
        self.pack.as_ref()
    }

    /// Pictures and documents, by their path in the tree.
    pub fn files(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files
    }
}

impl<'s> Desk<'s> {
    fn audience(&self) -> Audience {
        self.reader.audience()
    }

    /// Words of Signpost's own.
    fn said(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.wording.said(key, values)
    }

    /// The pages for this reader, with their ids.
    fn pages(&self) -> impl Iterator<Item = (crate::model::PageId, &'s Page)> {
        let site = self.site;
        let audience = self.audience();
        site.page_ids()
            .map(move |id| (id, site.page(id)))
            .filter(move |(_, page)| page.readers.contains(audience) && !page.front.draft)
    }

    /// The address of a path under `content/` in this reader's own view.
    fn address(&self, path: &str) -> Option<String> {
        crate::model::Address::of(path, self.audience()).map(|address| address.path)
    }

    /// The drawing that stands for a page among the large choices, which only
    /// children have.
    fn icon(&self, page: PageId) -> Option<String> {
        match self.audience() {
            Audience::Children => {
                let icon = self.site.icon(page)?.ok()?;
                self.picture(icon, "").map(|picture| picture.path)
            }
            Audience::Parents | Audience::Staff => None,
        }
    }

    /// Where a picture is published, with its words.
    fn picture(&self, id: ImageId, words: &str) -> Option<PictureView> {
        let image = self.site.image(id);
        let published = image.published.as_ref()?.as_ref().ok()?;
        let alt = match &image.alt {
            _ if !words.trim().is_empty() => words.trim().to_owned(),
            Some(alt) => alt.value.clone(),
            None => String::new(),
        };
        Some(PictureView {
            path: format!("images/{}", image.file.value),
            alt,
            width: published.width,
            height: published.height,
        })
    }
}

/// The pictures that the pages show, and the documents for this reader.
fn files<P: Panel>(
    desk: &Desk<'_>,
    pages: &[PageView<'_, P>],
    panel: &P,
) -> BTreeMap<String, Arc<[u8]>> {
    let mut files = BTreeMap::new();
    let shown = pages.iter().flat_map(|page| page.prose.pictures());
    let photos: Vec<PhotoView> = panel.photos();
    let mut wanted: Vec<&str> = shown.collect();
    wanted.extend(photos.iter().map(|photo| photo.src.as_str()));
    let choices = pages
        .iter()
        .flat_map(|page| page.listing.iter().chain(&page.more));
    let icons = choices.filter_map(|choice| choice.icon.as_ref());
    wanted.extend(icons.map(String::as_str));
    for path in wanted {
        if files.contains_key(path) {
            continue;
        }
        let name = path.strip_prefix("images/").unwrap_or(path);
        let image = desk
            .site
            .images
            .iter()
            .find(|image| image.file.value == name);
        if let Some(Ok(picture)) = image.and_then(|image| image.published.as_ref()) {
            files.insert(path.to_owned(), Arc::clone(&picture.bytes));
        }
    }
    for (path, text) in P::documents(desk) {
        files.insert(path.to_owned(), text.into_bytes().into());
    }
    for file in &desk.site.downloads {
        if file.audience == desk.audience() {
            files.insert(format!("files/{}", file.path), Arc::clone(&file.bytes));
        }
    }
    files
}
