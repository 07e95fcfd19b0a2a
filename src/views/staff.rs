//! What staff can see: all of it, but nobody who has left.

mod table;

use std::collections::BTreeSet;

use serde::Serialize;

use super::folders::Shelf;
use super::reviews::{self, DeskView, DutyView, StaffReview};
use super::{
    AgreementView, ChannelView, ChecklistView, Desk, Entry, HelplineView, InWords, Leads, Made,
    PageKind, Panel, RouteView, StaffGuidance, StaffSystem, StatementView, TermView, agreement,
    checklist, glossary, statement, systems,
};
use crate::audience::Audience;
use crate::model::{
    AgreementId, ChecklistId, Edition, Guidance, GuidanceId, PageId, Role, RoleId, RoleKind,
    SystemId, TableId, TermId,
};

pub use table::{GridView, StaffTable};

/// The staff panel.
#[derive(Debug, Serialize)]
pub struct Staff {
    /// Every role.
    pub roles: Vec<StaffRole>,
    /// The review desk.
    pub desk: DeskView,
    /// Every route for staff.
    pub routes: Vec<RouteView>,
    /// The policies, for the front page.
    pub policies: Vec<Entry>,
    /// The folders of staff pages, for the front page.
    pub sections: Vec<Entry>,
    /// What staff read first: the first of their pages.
    pub first: Option<Entry>,
    /// The emergency number.
    pub emergency: Option<HelplineView>,
    /// What words mean.
    pub terms: Vec<TermView>,
    /// The accessibility statement.
    pub statement: StatementView<StaffRole>,
}

/// A role, as staff know it.
#[derive(Debug, Serialize)]
pub struct StaffRole {
    /// What references call it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// `person`, `body` or `outside`.
    pub kind: &'static str,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Those in post.
    pub holders: Vec<StaffHolder>,
    /// Whether nobody is.
    pub vacant: bool,
    /// Who stands in.
    pub deputy: Option<String>,
    /// Where to find them.
    pub find: Option<String>,
    /// How to reach them.
    pub channels: Vec<ChannelView>,
    /// What it is responsible for, with what it has from other roles.
    pub duties: Vec<String>,
}

/// Somebody in post.
#[derive(Debug, Serialize)]
pub struct StaffHolder {
    /// The name.
    pub name: String,
    /// Since when, in words.
    pub from: Option<String>,
    /// Until when, in words.
    pub until: Option<String>,
}

impl Panel for Staff {
    const AUDIENCE: Audience = Audience::Staff;
    type Role = StaffRole;
    type Guidance = StaffGuidance;
    type Term = TermView;
    type System = StaffSystem;
    type Table = StaffTable;
    type Checklist = ChecklistView;
    type Agreement = AgreementView;
    type Review = StaffReview;
    type Duty = DutyView;

    fn role(desk: &Desk<'_>, role_id: RoleId) -> StaffRole {
        let role = desk.site.role(role_id);
        let Role {
            id,
            title,
            kind,
            readers: _,
            aliases,
            child_name: _,
            find,
            holders,
            deputy,
            inherits,
            duties: _,
            verified: _,
            channels,
        } = role;
        let holders = holders
            .iter()
            .filter(|holder| holder.is_in_post(desk.site.today));
        StaffRole {
            id: id.value.clone(),
            title: title.value.clone(),
            kind: match kind {
                RoleKind::Person => "person",
                RoleKind::Body => "body",
                RoleKind::Outside => "outside",
            },
            aliases: aliases.clone(),
            holders: holders
                .filter_map(|holder| {
                    Some(StaffHolder {
                        name: holder.name.reveal(&desk.reader)?.value.clone(),
                        from: holder.from.map(|from| desk.wording.date(from)),
                        until: holder
                            .until
                            .as_ref()
                            .map(|until| desk.wording.date(until.value)),
                    })
                })
                .collect(),
            vacant: desk.site.is_vacant(role_id),
            deputy: deputy.map(|deputy| desk.titled(deputy)),
            find: find
                .as_ref()
                .and_then(|find| find.reveal(&desk.reader))
                .map(|find| find.value.clone()),
            channels: desk.channels(channels),
            duties: duties(desk, role, inherits),
        }
    }

    fn role_in_words(desk: &Desk<'_>, id: RoleId) -> InWords {
        let role = desk.site.role(id);
        let mut known = desk.holders(&role.holders);
        if desk.site.is_vacant(id) {
            known.push(match desk.stand_in(id) {
                Some(deputy) => desk.said("contact.vacant-tell", &[("role", &desk.titled(deputy))]),
                None => desk.said("contact.vacant", &[]),
            });
        }
        let reached = desk.site.role(desk.stand_in(id).unwrap_or(id));
        let channels = desk.channels(&reached.channels);
        let phone = channels.into_iter().find(|way| way.kind == "phone");
        known.extend(phone.map(|way| way.value));
        InWords {
            name: role.title.value.clone(),
            detail: (!known.is_empty()).then(|| known.join(", ")),
            leads: Some(Leads::Tree(format!("people.html#_role-{}", role.id.value))),
        }
    }

    fn guidance(desk: &Desk<'_>, id: GuidanceId) -> Option<StaffGuidance> {
        let guidance = desk.site.guidance(id);
        let Guidance {
            id: _,
            title: _,
            aliases,
            kind,
            publisher,
            web,
            summary,
            editions,
            source,
            verified,
        } = guidance;
        let today = desk.site.today;
        let coming = editions.iter().filter(|edition| !edition.has_begun(today));
        Some(StaffGuidance {
            name: guidance.cited(today),
            kind: desk.kind(*kind),
            publisher: publisher.value.clone(),
            web: web.as_ref().map(|web| web.value.clone()),
            summary: summary.as_ref().map(|summary| summary.value.clone()),
            since: desk.in_force_since(guidance),
            checked: desk.wording.date(verified.value),
            aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
            before: guidance
                .superseded(today)
                .map(|edition| edition.name.value.clone())
                .collect(),
            coming: coming
                .map(|edition| {
                    let Edition { name, in_force } = edition;
                    let date = desk.wording.date(in_force.value);
                    desk.said(
                        "guidance.coming-edition",
                        &[("name", &name.value), ("date", &date)],
                    )
                })
                .collect(),
            source: source.value.clone(),
        })
    }

    fn guidance_in_words(desk: &Desk<'_>, id: GuidanceId) -> InWords {
        desk.cited(id)
    }

    fn term(desk: &Desk<'_>, id: TermId) -> Option<TermView> {
        Some(glossary::for_grown_ups(desk, id))
    }

    fn system(desk: &Desk<'_>, id: SystemId) -> Option<StaffSystem> {
        Some(systems::for_staff(desk, id))
    }

    fn table(desk: &Desk<'_>, table: TableId) -> StaffTable {
        table::table(desk, table)
    }

    fn checklist(desk: &Desk<'_>, id: ChecklistId) -> ChecklistView {
        checklist::for_grown_ups::<Staff>(desk, id)
    }

    fn agreement(desk: &Desk<'_>, id: AgreementId) -> AgreementView {
        agreement::for_grown_ups(desk, id)
    }

    fn review(desk: &Desk<'_>, page: PageId) -> Option<StaffReview> {
        reviews::for_staff(desk, page)
    }

    fn duties(desk: &Desk<'_>, roles: &[RoleId]) -> Vec<DutyView> {
        reviews::duties(desk, roles)
    }

    fn panel(desk: &Desk<'_>, shelf: &Shelf) -> Staff {
        Staff {
            roles: desk
                .site
                .role_ids()
                .map(|role| Staff::role(desk, role))
                .collect(),
            desk: reviews::desk(desk),
            routes: desk.routes(),
            policies: shelf.entries("policies"),
            sections: shelf.folders_in("staff"),
            first: shelf.entries("staff").into_iter().next(),
            emergency: desk.site.help.as_ref().map(|help| {
                let number = help.parents.emergency.value;
                desk.helpline(number)
            }),
            terms: desk
                .glossary()
                .into_iter()
                .filter_map(|id| Staff::term(desk, id))
                .collect(),
            statement: statement::of::<Staff>(desk),
        }
    }

    fn made(desk: &Desk<'_>) -> Vec<Made> {
        let made = |path, kind, title| Made {
            path,
            kind,
            title: desk.said(title, &[]),
        };
        let pages = [
            made("people.html", PageKind::People, "routes.people"),
            made("reviews.html", PageKind::Reviews, "desk.title"),
            made("calendar.html", PageKind::Calendar, "desk.calendar"),
            made("governors.html", PageKind::Governors, "desk.governors"),
        ];
        let index = made("a-to-z.html", PageKind::AToZ, "index.title");
        let search = made("search.html", PageKind::Search, "search.title");
        let statement = made("accessibility.html", PageKind::Statement, "statement.title");
        let made = pages.into_iter().chain(desk.glossary_page());
        let made = made.chain([index, search, statement]);
        made.chain(desk.pack_page()).collect()
    }

    fn documents(desk: &Desk<'_>) -> Vec<(&'static str, String)> {
        reviews::documents(desk)
    }
}

/// A role's own duties, then those it has from other roles, each once.
fn duties(desk: &Desk<'_>, role: &Role, inherits: &[RoleId]) -> Vec<String> {
    let mut duties: Vec<String> = Vec::new();
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let mut seen: BTreeSet<RoleId> = BTreeSet::new();
    let mut waiting: Vec<RoleId> = inherits.iter().rev().copied().collect();
    let mut of_role = Some(role);
    while let Some(role) = of_role {
        for duty in role
            .duties
            .iter()
            .filter_map(|duty| duty.reveal(&desk.reader))
        {
            if said.insert(&duty.text.value) {
                duties.push(duty.text.value.clone());
            }
        }
        // A role can inherit from itself by way of others; each counts once.
        of_role = None;
        while let Some(next) = waiting.pop() {
            if seen.insert(next) {
                let role = desk.site.role(next);
                waiting.extend(role.inherits.iter().rev());
                of_role = Some(role);
                break;
            }
        }
    }
    duties
}
