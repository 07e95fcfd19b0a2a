//! The school itself.

use std::collections::BTreeMap;

use crate::date::{PartialDate, Terms};
use crate::source::Spanned;

/// What `school.toml` says.
#[derive(Debug, Clone, Default)]
pub struct School {
    /// The name as readers see it.
    pub name: Spanned<String>,
    /// The address of the site on the web, without a final slash.
    pub address: Option<Spanned<String>>,
    /// The office's telephone number.
    pub phone: Spanned<String>,
    /// The office's mailbox.
    pub email: Spanned<String>,
    /// The postal address, line by line.
    pub postal: Vec<String>,
    /// Domains of the school's own mailboxes.
    pub email_domains: Vec<Spanned<String>>,
    /// The only mailboxes of the school's that everybody may see, where the
    /// school has said so.
    pub allowed_mailboxes: Vec<Spanned<String>>,
    /// Whether it is a draft, an example or a school's own.
    pub status: Status,
    /// The language of pages that do not say theirs.
    pub lang: String,
    /// The terms of the school year.
    pub terms: Terms,
    /// Where the staff tree stands, behind a login.
    pub staff_address: Option<Spanned<String>>,
    /// A folder under `themes/`; the built-in theme without it.
    pub theme: Option<Spanned<String>>,
    /// The colour of the bands at the head of pages, as `#rrggbb`.
    pub brand: Option<Spanned<String>>,
    /// A bland page to leave for.
    pub exit: Option<Exit>,
    /// Words that children were taught: they count as easy.
    pub taught: Vec<Spanned<String>>,
    /// Names that everybody may read.
    pub names: Vec<Spanned<String>>,
    /// Places where a rule that warns is silent.
    pub exceptions: Vec<Exception>,
    /// Levels that the school has given rules.
    pub levels: BTreeMap<String, (Level, Spanned<String>)>,
}

/// Whether the site is a draft, an example or a school's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// Not a real school.
    Example,
    /// A real school's site.
    Live,
}

/// A bland page to leave for.
#[derive(Debug, Clone)]
pub struct Exit {
    /// What the link says.
    pub label: Spanned<String>,
    /// Where it leads.
    pub url: Spanned<String>,
}

/// One place where a rule that warns is silent, until a day.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The rule's name, where it was written.
    pub rule: Spanned<String>,
    /// The file's path from the site folder.
    pub file: String,
    /// Words that a finding has to be about; whatever it is about without.
    pub words: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day.
    pub until: PartialDate,
}

/// A level that a school has given a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A breach stops the build.
    Error,
    /// A breach is reported.
    Warn,
    /// A breach is not reported.
    Off,
}
