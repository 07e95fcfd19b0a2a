//! The records as an editor wrote them, before anything is resolved.
//!
//! Field for field the shapes of the files in `content/`; unknown keys are
//! refused. Names are still text here: `model::assemble` turns them into ids
//! that are known to exist. None of this can be serialised.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::audience::Audience;
use crate::date::PartialDate;

/// A value and where in its file it was written.
///
/// What may be left out of a record is an `Option`, or a list or map that is
/// not in an `At`; all else is reported when it is missing.
pub type At<T> = toml::Spanned<T>;

/// `school.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSchool {
    /// The school's name as readers see it.
    pub name: At<String>,
    /// The address of the site on the web: `https://www.school.example`.
    pub address: Option<At<String>>,
    /// The office's telephone number.
    pub phone: At<String>,
    /// The office's mailbox.
    pub email: At<String>,
    /// The postal address, line by line.
    pub postal: At<Vec<String>>,
    /// Domains of the school's own mailboxes.
    #[serde(default)]
    pub email_domains: Vec<At<String>>,
    /// `draft`, `example` or `live`.
    pub status: At<RawStatus>,
    /// The language of the pages: `en-GB` unless it says otherwise.
    pub lang: Option<At<String>>,
    /// The terms of the school year.
    #[serde(default)]
    pub terms: Vec<RawTerm>,
    /// Where the staff tree stands, behind a login.
    pub staff_address: Option<At<String>>,
    /// A folder under `themes/`.
    pub theme: Option<At<String>>,
    /// The school's colours.
    pub colours: Option<RawColours>,
    /// Where the exit link on help pages leads.
    pub exit: Option<RawExit>,
    /// Levels of rules, by the rule's name.
    #[serde(default)]
    pub rules: BTreeMap<At<String>, RawRuleLevel>,
}

/// Whether the site is a draft, an example or a school's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RawStatus {
    /// Being written: every page says so.
    Draft,
    /// Not a real school: every page says so.
    Example,
    /// A real school's site: placeholders are errors.
    Live,
}

/// A term of the school year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTerm {
    /// `Autumn 2026`
    pub name: At<String>,
    /// The first day.
    pub starts: At<PartialDate>,
    /// The last day before the half-term holiday.
    pub half_term: Option<At<PartialDate>>,
    /// The last day.
    pub ends: At<PartialDate>,
}

/// The school's colours.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawColours {
    /// The colour of the bands at the head of pages: `#1f5d57`.
    pub brand: At<String>,
}

/// A bland page to leave for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawExit {
    /// What the link says: `BBC Weather`.
    pub label: At<String>,
    /// Where it leads.
    pub url: At<String>,
}

/// A rule's level, with the reason for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRuleLevel {
    /// `error`, `warn` or `off`.
    pub level: At<RawLevel>,
    /// Why, for whoever reads the file next.
    pub reason: At<String>,
}

/// A level that a school can give a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RawLevel {
    /// A breach stops the build.
    Error,
    /// A breach is reported.
    Warn,
    /// A breach is not reported.
    Off,
}

/// `help.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHelp {
    /// The worried page.
    pub children: At<RawChildrenHelp>,
    /// Whom parents can turn to.
    pub parents: At<RawParentsHelp>,
}

/// What a worried child is told.
#[derive(Debug, Deserialize)]
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBands {
    /// For 5 to 7, read with a grown-up.
    pub ks1: At<String>,
    /// For 7 to 11.
    pub ks2: At<String>,
}

/// A list in the two wordings for children.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBandLists {
    /// For 5 to 7, read with a grown-up.
    pub ks1: At<Vec<At<String>>>,
    /// For 7 to 11.
    pub ks2: At<Vec<At<String>>>,
}

/// Whom parents can turn to.
#[derive(Debug, Deserialize)]
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

/// `people.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPeople {
    /// `[[role]]`
    #[serde(default)]
    pub role: Vec<At<RawRole>>,
    /// `[[route]]`
    #[serde(default)]
    pub route: Vec<At<RawRoute>>,
}

/// A role: a post, a body, or somebody outside the school.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRole {
    /// What references call it: `dsl`.
    pub id: At<String>,
    /// What grown-ups call it.
    pub title: At<String>,
    /// Whether it is a person's post, a body, or outside the school.
    pub kind: At<RawKind>,
    /// Whose pages it may be on at all.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// Other names it goes by.
    #[serde(default)]
    pub aliases: Vec<At<String>>,
    /// What children call it: `our safeguarding grown-up`.
    pub child_name: Option<At<String>>,
    /// Where to find them.
    pub find: Option<At<String>>,
    /// Who may read where to find them; staff unless it says otherwise.
    pub find_for: Option<At<Vec<Audience>>>,
    /// Who holds it now; nobody means that it is vacant.
    #[serde(default)]
    pub holders: Vec<At<RawHolder>>,
    /// The role that stands in.
    pub deputy: Option<At<String>>,
    /// Roles whose duties this one has too.
    #[serde(default)]
    pub inherits: Vec<At<String>>,
    /// What it is responsible for.
    #[serde(default)]
    pub duties: Vec<At<RawDuty>>,
    /// How to reach it.
    #[serde(default)]
    pub channels: Vec<At<RawChannel>>,
}

/// What sort of role it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RawKind {
    /// A post that people hold.
    Person,
    /// A group, such as the governing body.
    Body,
    /// Outside the school: a council's team, the police.
    Outside,
}

/// Somebody who holds a role.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHolder {
    /// The name grown-ups use.
    pub name: At<String>,
    /// The name used in class.
    pub child_name: Option<At<String>>,
    /// Since when.
    pub from: Option<At<PartialDate>>,
    /// The last day; after it the name is printed nowhere.
    pub until: Option<At<PartialDate>>,
    /// Who may read the name besides staff; nobody unless it says so.
    pub name_for: Option<At<Vec<Audience>>>,
    /// A file under `images/`.
    pub photo: Option<At<String>>,
    /// Who may see the photo; nobody unless it says so.
    pub photo_for: Option<At<Vec<Audience>>>,
}

/// Something a role is responsible for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDuty {
    /// In a sentence.
    pub text: At<String>,
    /// Who may read it; staff unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
}

/// A way to reach a role: exactly one of the four.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChannel {
    /// A telephone number.
    pub phone: Option<At<String>>,
    /// A mailbox.
    pub email: Option<At<String>>,
    /// A number for text messages.
    pub text: Option<At<String>>,
    /// A page on the web.
    pub web: Option<At<String>>,
    /// When, or what for: `office hours`, `out of hours`, `extension`.
    pub note: Option<At<String>>,
    /// Who may read it; staff unless it says otherwise.
    #[serde(rename = "for")]
    pub readers: Option<At<Vec<Audience>>>,
}

/// Who hears about what, and how fast.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRoute {
    /// `a worry about a pupil`
    pub about: At<String>,
    /// Roles, the first to go to first.
    pub to: At<Vec<At<String>>>,
    /// `the same day`
    pub within: At<String>,
    /// Roles to go to when the worry is about one of those in `to`.
    #[serde(default)]
    pub instead: Vec<At<String>>,
    /// Who may read it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
}

/// `helplines.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHelplines {
    /// `[[helpline]]`
    #[serde(default)]
    pub helpline: Vec<At<RawHelpline>>,
}

/// A helpline or a reporting service.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHelpline {
    /// What references call it: `childline`.
    pub id: At<String>,
    /// Its name.
    pub name: At<String>,
    /// What it is for, in a sentence to grown-ups.
    pub purpose: At<String>,
    /// What it is for, in a sentence to children.
    pub child_purpose: Option<At<String>>,
    /// Who may use it.
    #[serde(rename = "for")]
    pub readers: At<Vec<Audience>>,
    /// A telephone number.
    pub phone: Option<At<String>>,
    /// How to reach it by text message: `85258`.
    pub text: Option<At<String>>,
    /// A page on the web.
    pub web: Option<At<String>>,
    /// When it answers.
    pub hours: At<RawHours>,
    /// Whether a call costs nothing.
    pub free: Option<At<bool>>,
    /// Where the facts were read.
    pub source: At<String>,
    /// The day on which they were read there.
    pub verified: At<PartialDate>,
}

/// When a service answers.
#[derive(Debug)]
pub enum RawHours {
    /// `always` or `not-stated`
    Word(RawHoursWord),
    /// Days and times.
    Times(Vec<RawTimes>),
}

/// Hours that are a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHoursWord {
    /// Day and night, every day.
    Always,
    /// Nobody could find out; never guessed.
    NotStated,
}

/// Days, and the times on them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTimes {
    /// `Monday to Friday`
    pub days: String,
    /// `08:00`
    pub opens: String,
    /// `22:00`
    pub closes: String,
}

/// `images.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawImages {
    /// `[[image]]`
    #[serde(default)]
    pub image: Vec<At<RawImage>>,
}

/// What is known of a file under `images/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawImage {
    /// The path under `images/`.
    pub file: At<String>,
    /// What it shows, in words.
    pub alt: Option<At<String>>,
    /// Whether it says nothing that the words beside it do not.
    pub decorative: Option<At<bool>>,
    /// What it may be used for: `website`.
    #[serde(rename = "use")]
    pub purpose: At<String>,
    /// A reference into the school's own consent records; never a name.
    pub consent: Option<At<String>>,
    /// When the consent was last checked.
    pub checked: Option<At<PartialDate>>,
    /// Who made it.
    pub credit: Option<At<String>>,
    /// On what terms it may be used.
    pub licence: Option<At<String>>,
}

/// What stands between the `+++` lines of a page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFront {
    /// The page's title.
    pub title: At<String>,
    /// In `policies/` only: who may read it.
    pub audience: Option<At<Vec<Audience>>>,
    /// One sentence for lists of pages.
    pub summary: Option<At<String>>,
    /// Place in menus, smallest first.
    pub order: Option<At<i64>>,
    /// In `children/` only: whom it is written for.
    pub band: Option<At<RawBand>>,
    /// The language, where it is not the site's.
    pub lang: Option<At<String>>,
    /// Whether it is not to be published yet.
    pub draft: Option<At<bool>>,
    /// Addresses that the page had before.
    #[serde(default)]
    pub was: Vec<At<String>>,
}

/// Which children a page is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RawBand {
    /// 5 to 7, with a grown-up.
    Ks1,
    /// 7 to 11.
    Ks2,
    /// All.
    Both,
}
