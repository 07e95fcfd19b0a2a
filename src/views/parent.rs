//! What a parent can see, and with them everybody on the open web.

use serde::Serialize;

use super::folders::Shelf;
use super::reviews::{self, ReviewLine};
use super::{
    AgreementView, ChangedView, ChannelView, ChecklistView, Desk, Entry, GuidanceView,
    HelplineView, InWords, Made, Nothing, PageKind, Panel, PhotoView, StatementView, SystemView,
    TableView, TermView, agreement, changes, checklist, glossary, statement, systems,
};
use crate::audience::Audience;
use crate::model::{
    AgreementId, ChecklistId, Guidance, GuidanceId, PageId, ParentsHelp, Role, RoleId, SystemId,
    TableId, TermId,
};

/// The parents' panel.
#[derive(Debug, Serialize)]
pub struct Parent {
    /// Whom to contact.
    pub help: Option<ParentHelp>,
    /// The policies, for the front page.
    pub policies: Vec<PolicyEntry>,
    /// What words mean.
    pub terms: Vec<TermView>,
    /// What changed lately, the newest first.
    pub changes: Vec<ChangedView>,
    /// The accessibility statement.
    pub statement: StatementView<ParentRole>,
}

/// A policy on the front page.
#[derive(Debug, Serialize)]
pub struct PolicyEntry {
    /// The page.
    #[serde(flatten)]
    pub entry: Entry,
    /// What parents are told of its review.
    pub review: Option<ReviewLine>,
}

/// Whom a parent can turn to.
#[derive(Debug, Serialize)]
pub struct ParentHelp {
    /// The page, from the tree's root.
    pub path: &'static str,
    /// A sentence or two at its head.
    pub intro: String,
    /// What to do when school is closed.
    pub closed: String,
    /// Whom to ask at school.
    pub school: Vec<ParentRole>,
    /// The first of them in whom somebody is found.
    pub first: Option<StandIn>,
    /// Children's services by day.
    pub services: ParentRole,
    /// Children's services out of hours.
    pub services_out_of_hours: ParentRole,
    /// The police when it is not an emergency.
    pub police: HelplineView,
    /// The emergency number.
    pub emergency: HelplineView,
    /// A helpline for adults.
    pub advice: HelplineView,
}

/// A role, as a parent may know it.
#[derive(Debug, Serialize)]
pub struct ParentRole {
    /// What it is called.
    pub title: String,
    /// Names that may stand on the open web.
    pub holders: Vec<String>,
    /// A photo that may.
    pub photo: Option<PhotoView>,
    /// Where to find them.
    pub find: Option<String>,
    /// How to reach them.
    pub channels: Vec<ChannelView>,
    /// Whether nobody is in post.
    pub vacant: bool,
    /// Who stands in while nobody is.
    pub stand_in: Option<StandIn>,
}

/// Somebody to ask: the first of all, or who stands in for a vacant role.
#[derive(Debug, Serialize)]
pub struct StandIn {
    /// What their role is called.
    pub title: String,
    /// Names that may stand on the open web.
    pub holders: Vec<String>,
    /// How to reach them.
    pub channels: Vec<ChannelView>,
}

impl Panel for Parent {
    const AUDIENCE: Audience = Audience::Parents;
    type Role = ParentRole;
    type Guidance = GuidanceView;
    type Term = TermView;
    type System = SystemView;
    type Table = TableView;
    type Checklist = ChecklistView;
    type Agreement = AgreementView;
    type Review = ReviewLine;
    type Duty = Nothing;

    fn role(desk: &Desk<'_>, id: RoleId) -> ParentRole {
        let role = desk.site.role(id);
        let Role {
            id: _,
            title,
            kind: _,
            readers: _,
            aliases: _,
            child_name: _,
            find,
            holders,
            deputy: _,
            inherits: _,
            duties: _,
            verified: _,
            channels,
        } = role;
        // Nobody is to be sent to an empty room or ring an empty desk.
        let vacant = desk.site.is_vacant(id);
        let find = find.as_ref().and_then(|find| find.reveal(&desk.reader));
        ParentRole {
            title: title.value.clone(),
            holders: desk.holders(holders),
            photo: desk.photo(holders),
            find: find.filter(|_| !vacant).map(|find| find.value.clone()),
            channels: if vacant {
                Vec::new()
            } else {
                desk.channels(channels)
            },
            vacant,
            stand_in: desk.stand_in(id).map(|deputy| to_ask(desk, deputy)),
        }
    }

    fn role_in_words(desk: &Desk<'_>, id: RoleId) -> InWords {
        let role = desk.site.role(id);
        let names = desk.holders(&role.holders).join(", ");
        let stand_in = desk.stand_in(id).map(|deputy| {
            let deputy = desk.site.role(deputy);
            let names = desk.holders(&deputy.holders).join(", ");
            let whom = if names.is_empty() {
                &deputy.title.value
            } else {
                &names
            };
            desk.said("contact.for-now", &[("name", whom)])
        });
        InWords {
            name: role.title.value.clone(),
            detail: stand_in.or(Some(names).filter(|names| !names.is_empty())),
            leads: None,
        }
    }

    fn guidance(desk: &Desk<'_>, id: GuidanceId) -> Option<GuidanceView> {
        let guidance = desk.site.guidance(id);
        let Guidance {
            id: _,
            title: _,
            aliases: _,
            kind,
            publisher,
            web,
            summary,
            editions: _,
            source: _,
            verified,
        } = guidance;
        Some(GuidanceView {
            name: guidance.cited(desk.site.today),
            kind: desk.kind(*kind),
            publisher: publisher.value.clone(),
            web: web.as_ref().map(|web| web.value.clone()),
            summary: summary.as_ref().map(|summary| summary.value.clone()),
            since: desk.in_force_since(guidance),
            checked: desk.wording.date(verified.value),
        })
    }

    fn guidance_in_words(desk: &Desk<'_>, id: GuidanceId) -> InWords {
        desk.cited(id)
    }

    fn term(desk: &Desk<'_>, id: TermId) -> Option<TermView> {
        Some(glossary::for_grown_ups(desk, id))
    }

    fn system(desk: &Desk<'_>, id: SystemId) -> Option<SystemView> {
        systems::for_parents(desk, id)
    }

    fn table(desk: &Desk<'_>, table: TableId) -> TableView {
        desk.table(table)
    }

    fn checklist(desk: &Desk<'_>, id: ChecklistId) -> ChecklistView {
        checklist::for_grown_ups::<Parent>(desk, id)
    }

    fn agreement(desk: &Desk<'_>, id: AgreementId) -> AgreementView {
        agreement::for_grown_ups(desk, id)
    }

    fn review(desk: &Desk<'_>, page: PageId) -> Option<ReviewLine> {
        reviews::line(desk, page)
    }

    fn duties(_desk: &Desk<'_>, _roles: &[RoleId]) -> Vec<Nothing> {
        Vec::new()
    }

    fn panel(desk: &Desk<'_>, shelf: &Shelf) -> Parent {
        let site = desk.site;
        let help = site.help.as_ref().map(|help| {
            let ParentsHelp {
                intro,
                school,
                closed,
                services,
                services_out_of_hours,
                police,
                emergency,
                advice,
            } = &help.parents;
            ParentHelp {
                path: "parents/help.html",
                intro: intro.value.clone(),
                closed: closed.value.clone(),
                first: site
                    .found_in(school, Audience::Parents)
                    .first()
                    .map(|role| to_ask(desk, *role)),
                school: school
                    .iter()
                    .map(|role| Parent::role(desk, role.value))
                    .collect(),
                services: Parent::role(desk, services.value),
                services_out_of_hours: Parent::role(desk, services_out_of_hours.value),
                police: desk.helpline(police.value),
                emergency: desk.helpline(emergency.value),
                advice: desk.helpline(advice.value),
            }
        });
        Parent {
            help,
            policies: shelf
                .entries("policies")
                .into_iter()
                .map(|entry| PolicyEntry {
                    review: entry.page.and_then(|page| reviews::line(desk, page)),
                    entry,
                })
                .collect(),
            changes: changes::of(desk),
            statement: statement::of::<Parent>(desk),
            terms: desk
                .glossary()
                .into_iter()
                .filter_map(|id| Parent::term(desk, id))
                .collect(),
        }
    }

    fn made(desk: &Desk<'_>) -> Vec<Made> {
        let help = desk.site.help.as_ref().map(|_| Made {
            path: "parents/help.html",
            kind: PageKind::Help,
            title: desk.said("worry.contacts", &[]),
        });
        let index = Made {
            path: "parents/a-to-z.html",
            kind: PageKind::AToZ,
            title: desk.said("index.title", &[]),
        };
        let search = Made {
            path: "parents/search.html",
            kind: PageKind::Search,
            title: desk.said("search.title", &[]),
        };
        let changes = (!changes::of(desk).is_empty()).then(|| Made {
            path: "parents/changes.html",
            kind: PageKind::Changes,
            title: desk.said("changes.title", &[]),
        });
        let statement = Made {
            path: "parents/accessibility.html",
            kind: PageKind::Statement,
            title: desk.said("statement.title", &[]),
        };
        let made = help.into_iter().chain([index]).chain(desk.glossary_page());
        let made = made.chain(changes).chain([search, statement]);
        made.chain(desk.pack_page()).collect()
    }

    fn photo(role: &ParentRole) -> Option<&PhotoView> {
        role.photo.as_ref()
    }

    fn photos(&self) -> Vec<PhotoView> {
        let of_help = self.help.iter().flat_map(|help| {
            let outside = [&help.services, &help.services_out_of_hours];
            help.school.iter().chain(outside)
        });
        let roles = of_help.chain(&self.statement.ask);
        roles.filter_map(|role| role.photo.clone()).collect()
    }
}

fn to_ask(desk: &Desk<'_>, role: RoleId) -> StandIn {
    let role = desk.site.role(role);
    StandIn {
        title: role.title.value.clone(),
        holders: desk.holders(&role.holders),
        channels: desk.channels(&role.channels),
    }
}
