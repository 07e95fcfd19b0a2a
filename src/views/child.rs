//! What a child can see.

mod agreement;
mod checklist;
mod glossary;
mod system;
mod table;

use serde::Serialize;

use super::folders::Shelf;
use super::reviews::{self, ReviewLine};
use super::{ChannelView, Desk, HelplineView, InWords, Made, Nothing, PageKind, Panel};
use crate::audience::Audience;
use crate::model::{
    AgreementId, ChecklistId, ChildrenHelp, GuidanceId, PageId, Role, RoleId, SystemId, TableId,
    TermId, Wording,
};

pub use agreement::{ChildAgreement, ChildChoice};
pub use checklist::ChildChecklist;
pub use glossary::ChildTerm;
pub use system::ChildSystem;
pub use table::{ChildAnswer, ChildFollows, ChildRow, ChildSays, ChildTable};

/// The children's panel: whom to turn to, on every page.
#[derive(Debug, Serialize)]
pub struct Child {
    /// The worried page; a site with children's pages always has one.
    pub help: Option<ChildHelp>,
    /// What words mean.
    pub terms: Vec<ChildTerm>,
}

/// Whom a worried child can turn to.
#[derive(Debug, Serialize)]
pub struct ChildHelp {
    /// The worried page, from the tree's root.
    pub path: &'static str,
    /// Grown-ups at school, the first to go to first.
    pub adults: Vec<ChildRole>,
    /// Somebody outside school.
    pub outside: HelplineView,
    /// The words for 5 to 7.
    pub ks1: Words,
    /// The words for 7 to 11.
    pub ks2: Words,
}

/// A grown-up, as a child knows them.
#[derive(Debug, Serialize)]
pub struct ChildRole {
    /// What children call the role: `our safeguarding grown-up`.
    pub name: String,
    /// Names used in class, where children may know them.
    pub holders: Vec<String>,
    /// Where to find them.
    pub find: Option<String>,
    /// How to reach them, where a child can.
    pub channels: Vec<ChannelView>,
}

/// One wording of the worried page.
#[derive(Debug, Serialize)]
pub struct Words {
    /// The heading.
    pub title: String,
    /// That telling is right.
    pub tell: String,
    /// What happens next.
    pub next: String,
    /// Who else is told.
    pub secret: String,
    /// What to do when somebody is in danger.
    pub emergency: String,
    /// What if they are not there.
    pub not_there: String,
    /// What if the worry is about that person.
    pub about_them: String,
    /// When school is closed.
    pub closed: String,
    /// What not to do.
    pub do_not: Vec<String>,
    /// That nobody reads messages here.
    pub unread: String,
}

impl Panel for Child {
    const AUDIENCE: Audience = Audience::Children;
    type Role = ChildRole;
    type Guidance = Nothing;
    type Term = ChildTerm;
    type System = ChildSystem;
    type Table = ChildTable;
    type Checklist = ChildChecklist;
    type Agreement = ChildAgreement;
    type Review = ReviewLine;
    type Duty = Nothing;

    fn role(desk: &Desk<'_>, role: RoleId) -> ChildRole {
        let Role {
            id: _,
            title,
            kind: _,
            readers: _,
            aliases: _,
            child_name,
            find,
            holders,
            deputy: _,
            inherits: _,
            duties: _,
            verified: _,
            channels,
        } = desk.site.role(desk.stand_in(role).unwrap_or(role));
        ChildRole {
            name: child_name.as_ref().unwrap_or(title).value.clone(),
            holders: desk.holders(holders),
            find: find
                .as_ref()
                .and_then(|find| find.reveal(&desk.reader))
                .map(|find| find.value.clone()),
            channels: desk.channels(channels),
        }
    }

    fn role_in_words(desk: &Desk<'_>, role: RoleId) -> InWords {
        InWords {
            name: Child::role(desk, role).name,
            ..InWords::default()
        }
    }

    fn guidance(_desk: &Desk<'_>, _id: GuidanceId) -> Option<Nothing> {
        None
    }

    fn guidance_in_words(_desk: &Desk<'_>, _id: GuidanceId) -> InWords {
        InWords::default()
    }

    fn term(desk: &Desk<'_>, id: TermId) -> Option<ChildTerm> {
        glossary::of(desk, id)
    }

    fn system(desk: &Desk<'_>, id: SystemId) -> Option<ChildSystem> {
        system::of(desk, id)
    }

    fn table(desk: &Desk<'_>, table: TableId) -> ChildTable {
        table::table(desk, table)
    }

    fn checklist(desk: &Desk<'_>, id: ChecklistId) -> ChildChecklist {
        checklist::of(desk, id)
    }

    fn agreement(desk: &Desk<'_>, id: AgreementId) -> ChildAgreement {
        agreement::of(desk, id)
    }

    fn review(desk: &Desk<'_>, page: PageId) -> Option<ReviewLine> {
        reviews::line(desk, page)
    }

    fn duties(_desk: &Desk<'_>, _roles: &[RoleId]) -> Vec<Nothing> {
        Vec::new()
    }

    fn panel(desk: &Desk<'_>, _shelf: &Shelf) -> Child {
        let site = desk.site;
        let help = site.help.as_ref().map(|help| {
            let ChildrenHelp {
                adults,
                outside,
                ks1,
                ks2,
            } = &help.children;
            ChildHelp {
                path: "children/help.html",
                adults: site
                    .found_in(adults, Audience::Children)
                    .into_iter()
                    .map(|role| Child::role(desk, role))
                    .collect(),
                outside: desk.helpline(outside.value),
                ks1: words(ks1),
                ks2: words(ks2),
            }
        });
        let terms = desk.glossary().into_iter();
        Child {
            help,
            terms: terms.filter_map(|id| Child::term(desk, id)).collect(),
        }
    }

    fn made(desk: &Desk<'_>) -> Vec<Made> {
        let help = desk.site.help.as_ref().map(|help| Made {
            path: "children/help.html",
            kind: PageKind::Help,
            title: help.children.ks2.title.value.clone(),
        });
        let poster = desk.site.help.as_ref().map(|_| Made {
            path: "children/poster.html",
            kind: PageKind::Poster,
            title: desk.said("poster.title", &[]),
        });
        let made = help.into_iter().chain(desk.bands());
        made.chain(desk.glossary_page()).chain(poster).collect()
    }
}

fn words(wording: &Wording) -> Words {
    let Wording {
        title,
        tell,
        next,
        secret,
        emergency,
        not_there,
        about_them,
        closed,
        do_not,
        unread,
    } = wording;
    Words {
        title: title.value.clone(),
        tell: tell.value.clone(),
        next: next.value.clone(),
        secret: secret.value.clone(),
        emergency: emergency.value.clone(),
        not_there: not_there.value.clone(),
        about_them: about_them.value.clone(),
        closed: closed.value.clone(),
        do_not: do_not.iter().map(|line| line.value.clone()).collect(),
        unread: unread.value.clone(),
    }
}
