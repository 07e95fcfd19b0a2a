//! The worried page, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;

/// Whom a worried child, and a parent, can turn to.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawHelp {
    /// The worried page.
    pub children: At<RawChildrenHelp>,
    /// Whom parents can turn to.
    pub parents: At<RawParentsHelp>,
}

/// What a worried child is told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawChildrenHelp {
    /// Roles at school, two or more, the first to go to first.
    pub adults: At<Vec<At<String>>>,
    /// A helpline outside school.
    pub outside: At<String>,
    /// The page's heading.
    pub title: RawBands,
    /// That telling is right, is not their fault, and means no trouble.
    pub tell: RawBands,
    /// What happens next.
    pub next: RawBands,
    /// That the grown-up cannot keep it secret, and whom they tell.
    pub secret: RawBands,
    /// What to do when somebody is in danger now.
    pub emergency: RawBands,
    /// What if they are not there.
    pub not_there: RawBands,
    /// What if the worry is about that person.
    pub about_them: RawBands,
    /// When school is closed.
    pub closed: RawBands,
    /// What not to do, one thing a line.
    pub do_not: RawBandLists,
    /// That nobody reads messages here.
    pub unread: RawBands,
}

/// A text in the two wordings for children.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawBands {
    /// For 5 to 7, read with a grown-up.
    pub ks1: At<String>,
    /// For 7 to 11.
    pub ks2: At<String>,
}

/// A list in the two wordings for children.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawBandLists {
    /// For 5 to 7, read with a grown-up.
    pub ks1: At<Vec<At<String>>>,
    /// For 7 to 11.
    pub ks2: At<Vec<At<String>>>,
}

/// Whom parents can turn to.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawParentsHelp {
    /// A sentence or two at the head of the page.
    pub intro: At<String>,
    /// Roles to ask at school, the first to go to first.
    pub school: At<Vec<At<String>>>,
    /// What to do when school is closed, in a sentence or two.
    pub closed: At<String>,
    /// The role of children's services by day.
    pub services: At<String>,
    /// The role of children's services out of hours.
    pub services_out_of_hours: At<String>,
    /// The helpline record of the police when it is not an emergency.
    pub police: At<String>,
    /// The helpline record of the emergency number.
    pub emergency: At<String>,
    /// A helpline for adults worried about a child.
    pub advice: At<String>,
}
