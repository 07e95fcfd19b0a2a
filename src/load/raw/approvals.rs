//! The ledger of approvals, as it is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::date::PartialDate;

/// Who approved which text, when, on what evidence.
///
/// The command `signpost approve` adds to its end, and nothing takes away.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawApprovals {
    /// `[[approval]]`: that a text was approved.
    #[serde(default)]
    pub approval: Vec<At<RawApproval>>,
}

/// That a text was approved.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawApproval {
    /// The page, as its path under `content/` without `.md`.
    pub page: At<String>,
    /// The day.
    pub on: At<PartialDate>,
    /// The role that approved it.
    pub by: At<String>,
    /// What proves it: the minutes.
    pub evidence: At<String>,
    /// Why a small change needed no full approval; the review still counts
    /// from the last full one.
    pub minor: Option<At<String>>,
    /// What each view showed: its readers, and a digest of their text.
    #[serde(default)]
    pub digests: BTreeMap<At<String>, At<String>>,
    /// The same of each section, to say later which has changed: its readers,
    /// and for each section a digest, a space and its heading.
    #[serde(default)]
    pub sections: BTreeMap<At<String>, Vec<String>>,
}
