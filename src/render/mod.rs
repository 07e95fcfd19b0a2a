//! Prints the views.
//!
//! In: a view for each audience, and the theme. Out: an [`Edition`], every
//! file of the two trees with its bytes. Must never see the site itself, only
//! what the views show of it.


use std::collections::BTreeMap;
use std::sync::Arc;

use crate::audience::Audience;

/// The site as it is to stand on disk: two trees.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// `public/web`: safe on the open web.
    pub web: Tree,
    /// `public/staff`: a tree of its own, never inside the other.
    pub staff: Tree,
    /// How many pages each view has.
    pub pages: BTreeMap<Audience, usize>,
}

/// The files of one tree, by path from its root, with `/`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Path and bytes of every file.
    pub files: BTreeMap<String, Arc<[u8]>>,
}
