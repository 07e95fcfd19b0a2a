//! The worried page: whom a child, and a parent, can turn to.

use crate::model::{HelplineId, RoleId};
use crate::source::Spanned;

/// What `help.toml` says.
#[derive(Debug, Clone)]
pub struct Help {
    /// For children.
    pub children: ChildrenHelp,
    /// For parents.
    pub parents: ParentsHelp,
}

/// What a worried child is told, in two wordings.
#[derive(Debug, Clone)]
pub struct ChildrenHelp {
    /// Roles at school, the first to go to first.
    pub adults: Vec<Spanned<RoleId>>,
    /// Somebody outside school.
    pub outside: Spanned<HelplineId>,
    /// For 5 to 7.
    pub ks1: Wording,
    /// For 7 to 11.
    pub ks2: Wording,
}

/// One wording of the worried page.
#[derive(Debug, Clone)]
pub struct Wording {
    /// The heading.
    pub title: Spanned<String>,
    /// That telling is right, is not their fault, and means no trouble.
    pub tell: Spanned<String>,
    /// What happens next.
    pub next: Spanned<String>,
    /// That it cannot be kept secret, and who is told.
    pub secret: Spanned<String>,
    /// What to do when somebody is in danger now.
    pub emergency: Spanned<String>,
    /// What if they are not there.
    pub not_there: Spanned<String>,
    /// What if the worry is about that person.
    pub about_them: Spanned<String>,
    /// When school is closed.
    pub closed: Spanned<String>,
    /// What not to do.
    pub do_not: Vec<Spanned<String>>,
    /// That nobody reads messages here.
    pub unread: Spanned<String>,
}

/// Whom a parent can turn to.
#[derive(Debug, Clone)]
pub struct ParentsHelp {
    /// A sentence or two at the head of the page.
    pub intro: Spanned<String>,
    /// Whom to ask at school.
    pub school: Vec<Spanned<RoleId>>,
    /// What to do when school is closed.
    pub closed: Spanned<String>,
    /// Children's services by day.
    pub services: Spanned<RoleId>,
    /// Children's services out of hours.
    pub services_out_of_hours: Spanned<RoleId>,
    /// The police when it is not an emergency.
    pub police: Spanned<HelplineId>,
    /// The emergency number.
    pub emergency: Spanned<HelplineId>,
    /// A helpline for adults worried about a child.
    pub advice: Spanned<HelplineId>,
}
