//! Terms of the glossary, as grown-ups read them, and where each reader finds
//! theirs.

use serde::Serialize;

use super::{Desk, InWords, Leads, Made, PageKind};
use crate::audience::Audience;
use crate::model::{Address, GlossaryTerm, TermId, glossary_path};

/// A term, as a grown-up reads it.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// What references call it.
    pub id: String,
    /// The word.
    pub name: String,
    /// Its short form.
    pub acronym: Option<String>,
    /// Other ways to write it.
    pub aliases: Vec<String>,
    /// What it means.
    pub meaning: String,
}

/// A term for grown-ups.
pub(super) fn for_grown_ups(desk: &Desk<'_>, id: TermId) -> TermView {
    let GlossaryTerm {
        id,
        term,
        acronym,
        aliases,
        instead_of: _,
        meaning,
        child: _,
        child_meaning: _,
        readers: _,
    } = desk.site.term(id);
    TermView {
        id: id.value.clone(),
        name: term.value.clone(),
        acronym: acronym.as_ref().map(|acronym| acronym.value.clone()),
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        meaning: meaning.value.clone(),
    }
}

impl Desk<'_> {
    /// The terms of this reader's glossary, sorted as they read them.
    pub(super) fn glossary(&self) -> Vec<TermId> {
        self.site.glossary(self.audience())
    }

    /// A term in a sentence, leading to where it is explained.
    pub(super) fn term_in_words(&self, id: TermId) -> InWords {
        let term = self.site.term(id);
        let audience = self.audience();
        // What is not in this reader's glossary is explained nowhere.
        let page = Address::of(glossary_path(audience), audience);
        let page = page.filter(|_| term.is_for(audience));
        InWords {
            name: if term.is_for(audience) {
                term.called(audience).to_owned()
            } else {
                String::new()
            },
            detail: None,
            leads: page.map(|page| Leads::Tree(format!("{}#_term-{}", page.path, term.id.value))),
        }
    }

    /// The page that explains this reader's terms, if they have any.
    pub(super) fn glossary_page(&self) -> Option<Made> {
        let audience = self.audience();
        let (path, title) = match audience {
            Audience::Children => ("children/words.html", "glossary.children"),
            Audience::Parents => ("parents/glossary.html", "glossary.parents"),
            Audience::Staff => ("glossary.html", "glossary.staff"),
        };
        self.site.has_glossary(audience).then(|| Made {
            path,
            kind: PageKind::Glossary,
            title: self.said(title, &[]),
        })
    }
}
