//! Checklists.

use crate::audience::{Audiences, Guarded};
use crate::model::{RoleId, Site};
use crate::source::{Place, Spanned};

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
    /// Where its id is written.
    pub place: Place,
    /// Its heading.
    pub title: String,
    /// Its heading, to children.
    pub child_title: Option<String>,
    /// Who may see it.
    pub readers: Audiences,
    /// A sentence or two above it, to grown-ups.
    pub intro: Option<String>,
    /// The same, to children.
    pub child_intro: Option<String>,
    /// The roles that sign it, on paper. Its readers may see them.
    pub signed_by: Vec<Spanned<RoleId>>,
    /// What is to be seen to, each for its own readers.
    pub checks: Vec<Guarded<Check>>,
}

/// A thing to be seen to.
#[derive(Debug)]
pub struct Check {
    /// In words for grown-ups.
    pub text: String,
    /// In words for children.
    pub child: Option<String>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<String>,
    /// More about it, for grown-ups.
    pub note: Option<String>,
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
