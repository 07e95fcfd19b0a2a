//! Words that need explaining, and the page of each reader that explains
//! them.

use crate::audience::{Audience, Audiences};
use crate::model::Site;
use crate::source::Spanned;

/// A term that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(usize);

impl TermId {
    pub(super) fn new(index: usize) -> TermId {
        TermId(index)
    }
}

/// A word that needs explaining.
#[derive(Debug, Clone)]
pub struct GlossaryTerm {
    /// What references call it.
    pub id: Spanned<String>,
    /// The word, to grown-ups.
    pub term: Spanned<String>,
    /// Its short form.
    pub acronym: Option<Spanned<String>>,
    /// Other ways to write it.
    pub aliases: Vec<Spanned<String>>,
    /// What nobody is to write in its place; shown to nobody.
    pub instead_of: Vec<Spanned<String>>,
    /// What it means, to grown-ups.
    pub meaning: Spanned<String>,
    /// The words that children get instead.
    pub child: Option<Spanned<String>>,
    /// What it means, to children.
    pub child_meaning: Option<Spanned<String>>,
    /// In whose glossary it stands. Staff have every term in theirs.
    pub readers: Audiences,
}

impl GlossaryTerm {
    /// The word as `audience` reads it.
    pub fn called(&self, audience: Audience) -> &str {
        match (audience, &self.child) {
            (Audience::Children, Some(child)) => &child.value,
            (Audience::Children, None) | (Audience::Parents | Audience::Staff, _) => {
                &self.term.value
            }
        }
    }

    /// Whether it stands in the glossary of `audience`.
    pub fn is_for(&self, audience: Audience) -> bool {
        self.readers.or(Audiences::STAFF).contains(audience)
    }
}

/// The path under `content/` of the glossary that Signpost makes for an
/// audience.
pub fn glossary_path(audience: Audience) -> &'static str {
    match audience {
        Audience::Children => "children/words",
        Audience::Parents => "parents/glossary",
        Audience::Staff => "staff/glossary",
    }
}

impl Site {
    /// The term with this id.
    pub fn term(&self, id: TermId) -> &GlossaryTerm {
        &self.handbook.terms[id.0]
    }

    /// The term that pages call `name`.
    pub fn find_term(&self, name: &str) -> Option<TermId> {
        let mut known = self.handbook.terms.iter();
        known.position(|term| term.id.value == name).map(TermId)
    }

    /// The glossary of an audience, sorted by the words as they read them.
    pub fn glossary(&self, audience: Audience) -> Vec<TermId> {
        let terms = (0..self.handbook.terms.len()).map(TermId);
        let mut terms: Vec<TermId> = terms.filter(|id| self.term(*id).is_for(audience)).collect();
        terms.sort_by_cached_key(|id| {
            let term = self.term(*id);
            (term.called(audience).to_lowercase(), term.id.value.clone())
        });
        terms
    }

    /// Whose glossary Signpost makes at a path under `content/`.
    pub(super) fn glossary_at(&self, path: &str) -> Option<Audience> {
        let mut audiences = Audience::ALL.into_iter();
        audiences
            .find(|audience| glossary_path(*audience) == path)
            .filter(|audience| self.has_glossary(*audience))
    }

    /// Whether an audience has a glossary.
    pub fn has_glossary(&self, audience: Audience) -> bool {
        self.handbook.terms.iter().any(|term| term.is_for(audience))
    }
}
