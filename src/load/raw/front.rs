//! The front matter of a page, as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::audience::Audience;

/// What stands between the `+++` lines of a page.
#[derive(Debug, Deserialize, JsonSchema)]
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
    /// In `children/` only: a drawing from `images/`, shown where this page is
    /// one of the large choices: `icon-key.svg`.
    pub icon: Option<At<String>>,
    /// The language, where it is not the site's.
    pub lang: Option<At<String>>,
    /// Whether it is not to be published yet.
    pub draft: Option<At<bool>>,
    /// Addresses that the page had before.
    #[serde(default)]
    pub was: Vec<At<String>>,
}

/// Which children a page is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RawBand {
    /// 5 to 7, with a grown-up.
    Ks1,
    /// 7 to 11.
    Ks2,
    /// All.
    Both,
}
