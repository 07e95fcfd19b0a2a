//! What a child can see of a checklist.

use serde::Serialize;

use super::Child;
use crate::model::{Check, Checklist, ChecklistId};
use crate::views::Desk;
use crate::views::checklist::{signers, words};

/// A checklist for children: their words and nothing else.
#[derive(Debug, Serialize)]
pub struct ChildChecklist {
    /// Its heading.
    pub title: String,
    /// A sentence or two above it.
    pub intro: Option<String>,
    /// What is to be seen to, in words for children.
    pub checks: Vec<String>,
    /// Who signs, as children call them.
    pub signed_by: Vec<String>,
}

/// The checks that are for children; those without words for them are not.
pub(super) fn of(desk: &Desk<'_>, id: ChecklistId) -> ChildChecklist {
    let Checklist {
        id: _,
        file: _,
        title,
        child_title,
        readers: _,
        intro: _,
        child_intro,
        signed_by,
        checks,
    } = desk.site.checklist(id);
    let checks = checks.iter().filter_map(|check| check.reveal(&desk.reader));
    let in_words = |check: &Check| {
        let Check {
            text: _,
            child,
            section: _,
            note: _,
        } = check;
        words(child.as_ref())
    };
    ChildChecklist {
        title: child_title.as_ref().unwrap_or(title).value.clone(),
        intro: words(child_intro.as_ref()),
        checks: checks.filter_map(in_words).collect(),
        signed_by: signers::<Child>(desk, signed_by),
    }
}
