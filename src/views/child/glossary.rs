//! What a child can see of a term.

use serde::Serialize;

use crate::model::{GlossaryTerm, TermId};
use crate::views::Desk;

/// A term for children: their word for it, and what it means to them.
#[derive(Debug, Serialize)]
pub struct ChildTerm {
    /// What references call it.
    pub id: String,
    /// The word.
    pub name: String,
    /// What it means.
    pub meaning: String,
}

/// A term that is for children, if it says something to them.
pub(super) fn of(desk: &Desk<'_>, id: TermId) -> Option<ChildTerm> {
    let GlossaryTerm {
        id,
        term,
        acronym: _,
        aliases: _,
        instead_of: _,
        meaning: _,
        child,
        child_meaning,
        readers,
    } = desk.site.term(id);
    let meaning = child_meaning
        .as_ref()
        .filter(|_| readers.contains(desk.audience()))?;
    Some(ChildTerm {
        id: id.value.clone(),
        name: child.as_ref().unwrap_or(term).value.clone(),
        meaning: meaning.value.clone(),
    })
}
