//! Checklists.

use std::sync::Arc;

use crate::audience::{Audiences, Guarded};
use crate::model::{RoleId, Site};
use crate::source::{SourceFile, Spanned};

/// A checklist that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChecklistId(usize);

impl ChecklistId {
    pub(super) fn new(index: usize) -> ChecklistId {
        ChecklistId(index)
    }
}

/// Things to be seen to, one by one: on a page a list, on paper a form.
#[derive(Debug)]
pub struct Checklist {
    /// What blocks call it.
    pub id: Spanned<String>,
    /// Its file; the places of its texts are in it.
    pub file: Arc<SourceFile>,
    /// Its heading.
    pub title: Spanned<String>,
    /// Its heading, to children.
    pub child_title: Option<Spanned<String>>,
    /// Who may see it.
    pub readers: Audiences,
    /// A sentence or two above it, to grown-ups.
    pub intro: Option<Spanned<String>>,
    /// The same, to children.
    pub child_intro: Option<Spanned<String>>,
    /// The roles that sign it, on paper. Its readers may see them.
    pub signed_by: Vec<Spanned<RoleId>>,
    /// What is to be seen to, each for its own readers.
    pub checks: Vec<Guarded<Check>>,
}

/// A thing to be seen to.
#[derive(Debug)]
pub struct Check {
    /// In words for grown-ups.
    pub text: Spanned<String>,
    /// In words for children.
    pub child: Option<Spanned<String>>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<Spanned<String>>,
    /// More about it, for grown-ups.
    pub note: Option<Spanned<String>>,
}

impl Site {
    /// The checklist with this id.
    pub fn checklist(&self, id: ChecklistId) -> &Checklist {
        &self.handbook.checklists[id.0]
    }

    /// The checklist that blocks and duties call `name`.
    pub fn find_checklist(&self, name: &str) -> Option<ChecklistId> {
        let mut all = self.handbook.checklists.iter();
        all.position(|list| list.id.value == name).map(ChecklistId)
    }
}
