//! Checklists, as grown-ups read and sign them.

use serde::Serialize;

use super::{Desk, Panel};
use crate::model::{Check, Checklist, ChecklistId, RoleId};
use crate::source::Spanned;

/// A checklist for a parent or for staff.
#[derive(Debug, Serialize)]
pub struct ChecklistView {
    /// Its heading.
    pub title: String,
    /// A sentence or two above it.
    pub intro: Option<String>,
    /// What is to be seen to, part by part.
    pub parts: Vec<ChecklistPart>,
    /// Who signs: titles of roles.
    pub signed_by: Vec<String>,
}

/// Checks that stand together.
#[derive(Debug, Serialize)]
pub struct ChecklistPart {
    /// What they stand under.
    pub section: Option<String>,
    /// The checks.
    pub checks: Vec<CheckView>,
}

/// A thing to be seen to.
#[derive(Debug, Serialize)]
pub struct CheckView {
    /// In a sentence.
    pub text: String,
    /// More about it.
    pub note: Option<String>,
}

/// A checklist, as far as the grown-up at this desk may see it.
pub(super) fn for_grown_ups<P: Panel>(desk: &Desk<'_>, id: ChecklistId) -> ChecklistView {
    let Checklist {
        id: _,
        file: _,
        title,
        child_title: _,
        readers: _,
        intro,
        child_intro: _,
        signed_by,
        checks,
    } = desk.site.checklist(id);
    let mut parts: Vec<ChecklistPart> = Vec::new();
    for check in checks.iter().filter_map(|check| check.reveal(&desk.reader)) {
        let Check {
            text,
            child: _,
            section,
            note,
        } = check;
        let view = CheckView {
            text: text.value.clone(),
            note: words(note.as_ref()),
        };
        let section = words(section.as_ref());
        match parts.last_mut() {
            Some(part) if part.section == section => part.checks.push(view),
            Some(_) | None => parts.push(ChecklistPart {
                section,
                checks: vec![view],
            }),
        }
    }
    ChecklistView {
        title: title.value.clone(),
        intro: words(intro.as_ref()),
        parts,
        signed_by: signers::<P>(desk, signed_by),
    }
}

/// What this reader calls the roles that sign. Who holds them is left open:
/// on paper each writes their own name.
pub(super) fn signers<P: Panel>(desk: &Desk<'_>, roles: &[Spanned<RoleId>]) -> Vec<String> {
    let roles = roles.iter().map(|Spanned { value, span: _ }| *value);
    roles
        .map(|role| P::role_in_words(desk, role).name)
        .collect()
}

/// The words of a text that may be left out.
pub(super) fn words(text: Option<&Spanned<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}
