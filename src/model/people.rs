//! People in roles, and who hears about what.

use jiff::civil::Date;

use crate::audience::{Audience, Audiences, Guarded};
use crate::date::PartialDate;
use crate::model::{ImageId, Site};
use crate::source::Spanned;

/// A role that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleId(usize);

impl RoleId {
    pub(super) fn new(index: usize) -> RoleId {
        RoleId(index)
    }

    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// The role that `name` is the id of.
pub(super) fn find(roles: &[Role], name: &str) -> Option<RoleId> {
    roles
        .iter()
        .position(|role| role.id.value == name)
        .map(RoleId)
}

/// A role: a post, a body, or somebody outside the school.
#[derive(Debug, Clone)]
pub struct Role {
    /// What references call it.
    pub id: Spanned<String>,
    /// What grown-ups call it.
    pub title: Spanned<String>,
    /// A post, a body, or outside the school.
    pub kind: RoleKind,
    /// Whose pages it may be on at all.
    pub readers: Audiences,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// What children call it.
    pub child_name: Option<Spanned<String>>,
    /// Where to find them.
    pub find: Option<Guarded<Spanned<String>>>,
    /// Who holds it, with those who have left.
    pub holders: Vec<Holder>,
    /// The role that stands in.
    pub deputy: Option<RoleId>,
    /// Roles whose duties this one has too.
    pub inherits: Vec<RoleId>,
    /// What it is responsible for.
    pub duties: Vec<Guarded<Duty>>,
    /// When somebody last checked how to reach it.
    pub verified: Option<Spanned<PartialDate>>,
    /// How to reach it.
    pub channels: Vec<Guarded<Channel>>,
}

/// What sort of role it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleKind {
    /// A post that people hold.
    Person,
    /// A group, such as the governing body.
    Body,
    /// Outside the school.
    Outside,
}

/// Somebody who holds a role.
#[derive(Debug, Clone)]
pub struct Holder {
    /// The name grown-ups use; on the open web only for those it names.
    pub name: Guarded<Spanned<String>>,
    /// The name used in class, for children who may know it.
    pub child_name: Option<Guarded<Spanned<String>>>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// The last day.
    pub until: Option<Spanned<PartialDate>>,
    /// A photo, for those who may see it.
    pub photo: Option<Guarded<ImageId>>,
}

impl Holder {
    /// Whether the holder is in post on a day: on the last day still, on the
    /// next no longer.
    pub fn is_in_post(&self, today: Date) -> bool {
        let begun = self.from.is_none_or(|from| from.first_day() <= today);
        let ended = self
            .until
            .as_ref()
            .is_some_and(|until| until.value.last_day() < today);
        begun && !ended
    }
}

impl Site {
    /// Whether a post has nobody in it. Bodies and people outside the school
    /// are never vacant: nobody is named there as a rule.
    pub fn is_vacant(&self, role: RoleId) -> bool {
        let role = self.role(role);
        role.kind == RoleKind::Person
            && !role
                .holders
                .iter()
                .any(|holder| holder.is_in_post(self.today))
    }

    /// The role that stands in for a vacant one, if `audience` may see it and
    /// it is not vacant too.
    pub fn stand_in(&self, role: RoleId, audience: Audience) -> Option<RoleId> {
        let deputy = self.role(role).deputy.filter(|_| self.is_vacant(role))?;
        let seen = self.role(deputy).readers.or(Audiences::STAFF);
        (seen.contains(audience) && !self.is_vacant(deputy)).then_some(deputy)
    }

    /// Those of `roles` whom `audience` will find somebody in, each once:
    /// the role itself, or whoever stands in for it.
    pub fn found_in(&self, roles: &[Spanned<RoleId>], audience: Audience) -> Vec<RoleId> {
        let mut found: Vec<RoleId> = Vec::with_capacity(roles.len());
        for role in roles {
            let there = if self.is_vacant(role.value) {
                self.stand_in(role.value, audience)
            } else {
                Some(role.value)
            };
            found.extend(there.filter(|role| !found.contains(role)));
        }
        found
    }
}

/// Something a role is responsible for.
#[derive(Debug, Clone)]
pub struct Duty {
    /// In a sentence.
    pub text: Spanned<String>,
}

/// A way to reach a role.
#[derive(Debug, Clone)]
pub struct Channel {
    /// By what.
    pub medium: Medium,
    /// The number, mailbox or address.
    pub value: Spanned<String>,
    /// When, or what for.
    pub note: Option<Spanned<String>>,
}

/// What a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A telephone.
    Phone,
    /// A mailbox.
    Email,
    /// Text messages.
    Text,
    /// A page on the web.
    Web,
}

/// Who hears about what, and how fast.
#[derive(Debug, Clone)]
pub struct Route {
    /// What the worry is about.
    pub about: Spanned<String>,
    /// Whom to tell, the first to go to first.
    pub to: Vec<Spanned<RoleId>>,
    /// How fast.
    pub within: Spanned<String>,
    /// Whom to tell when the worry is about one of those.
    pub instead: Vec<Spanned<RoleId>>,
    /// Who may read it.
    pub readers: Audiences,
}
