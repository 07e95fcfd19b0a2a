//! Laws and guidance, as grown-ups read of them.
//!
//! In: an entry of the register. Out: what stands in a list of them, and how
//! they are cited in a sentence, with the edition that is in force on the day
//! of the build. Children are shown none: for them a type stands here of which
//! there is no value.

use serde::Serialize;

use super::{Desk, InWords, Leads};
use crate::model::{Guidance, GuidanceId, GuidanceKind};

/// What an audience sees of a record that is not for them.
#[derive(Debug, Serialize)]
pub enum Nothing {}

/// A law or a guidance, as parents read of it.
#[derive(Debug, Serialize)]
pub struct GuidanceView {
    /// Its title, with the edition in force.
    pub name: String,
    /// `Law`, `Statutory guidance` or `Advice`.
    pub kind: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it can be read.
    pub web: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// Since when the edition has been in force, in words.
    pub since: Option<String>,
    /// When these facts were last checked, in words.
    pub checked: String,
}

/// A law or a guidance, as staff read of it.
#[derive(Debug, Serialize)]
pub struct StaffGuidance {
    /// Its title, with the edition in force.
    pub name: String,
    /// `Law`, `Statutory guidance` or `Advice`.
    pub kind: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it can be read.
    pub web: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// Since when the edition has been in force, in words.
    pub since: Option<String>,
    /// When these facts were last checked, in words.
    pub checked: String,
    /// Other titles that it is cited by.
    pub aliases: Vec<String>,
    /// Editions that were in force before, the oldest first.
    pub before: Vec<String>,
    /// Editions that are still to come, each with its day in words.
    pub coming: Vec<String>,
    /// Where these facts were read.
    pub source: String,
}

impl Desk<'_> {
    /// What a kind of guidance is called.
    pub(super) fn kind(&self, kind: GuidanceKind) -> String {
        let key = match kind {
            GuidanceKind::Law => "guidance.law",
            GuidanceKind::Statutory => "guidance.statutory",
            GuidanceKind::Advice => "guidance.advice",
        };
        self.said(key, &[])
    }

    /// A law or a guidance in a sentence, for those who may be told of it.
    pub(super) fn cited(&self, id: GuidanceId) -> InWords {
        let guidance = self.site.guidance(id);
        InWords {
            name: guidance.cited(self.site.today),
            detail: None,
            leads: guidance
                .web
                .as_ref()
                .map(|web| Leads::Away(web.value.clone())),
        }
    }

    /// Since when the edition in force has been.
    pub(super) fn in_force_since(&self, guidance: &Guidance) -> Option<String> {
        let edition = guidance.in_force(self.site.today)?;
        Some(self.wording.date(edition.in_force.value))
    }
}
