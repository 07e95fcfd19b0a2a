//! Helplines and reporting services.

use crate::audience::Audiences;
use crate::date::PartialDate;
use crate::source::Spanned;

/// A helpline that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HelplineId(usize);

impl HelplineId {
    pub(super) fn new(index: usize) -> HelplineId {
        HelplineId(index)
    }

    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// The helpline that `name` is the id of.
pub(super) fn find(helplines: &[Helpline], name: &str) -> Option<HelplineId> {
    helplines
        .iter()
        .position(|helpline| helpline.id.value == name)
        .map(HelplineId)
}

/// A helpline or a reporting service.
#[derive(Debug, Clone)]
pub struct Helpline {
    /// What references call it.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// What it is for, to grown-ups.
    pub purpose: Spanned<String>,
    /// What it is for, to children.
    pub child_purpose: Option<Spanned<String>>,
    /// Who may use it. Parents may also see those for children.
    pub readers: Audiences,
    /// A telephone number.
    pub phone: Option<Spanned<String>>,
    /// How to reach it by text message.
    pub text: Option<Spanned<String>>,
    /// A page on the web.
    pub web: Option<Spanned<String>>,
    /// When it answers.
    pub hours: Hours,
    /// Whether a call costs nothing.
    pub free: bool,
    /// Where the facts were read.
    pub source: Spanned<String>,
    /// The day on which they were read there.
    pub verified: Spanned<PartialDate>,
}

/// When a service answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always,
    /// Nobody could find out; never guessed.
    NotStated,
    /// On these days at these times.
    Times(Vec<Times>),
}

/// Days, and the times on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// `Monday to Friday`
    pub days: String,
    /// `08:00`
    pub opens: String,
    /// `22:00`
    pub closes: String,
}
