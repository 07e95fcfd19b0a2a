//! Agreements and consents.

use std::sync::Arc;

use crate::audience::Audiences;
use crate::date::SchoolYear;
use crate::model::Site;
use crate::source::{SourceFile, Spanned};

/// An agreement that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgreementId(usize);

impl AgreementId {
    pub(super) fn new(index: usize) -> AgreementId {
        AgreementId(index)
    }
}

/// What somebody signs, on paper and never on a website.
#[derive(Debug)]
pub struct Agreement {
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
    /// The school year that it is for; none where what is written is not one.
    pub year: Option<Spanned<SchoolYear>>,
    /// A sentence or two above it, to grown-ups.
    pub intro: Option<Spanned<String>>,
    /// The same, to children.
    pub child_intro: Option<Spanned<String>>,
    /// What is to be filled in about whom or what it is for.
    pub about: Vec<Spanned<String>>,
    /// Who signs, one line each.
    pub signed_by: Vec<Spanned<String>>,
    /// What is agreed to by signing.
    pub statements: Vec<Statement>,
    /// What is answered one by one (*L7*: consent is given for each purpose by
    /// itself).
    pub choices: Vec<Choice>,
    /// Where the paper goes, and by when.
    pub return_to: Spanned<String>,
    /// The same, to children.
    pub child_return_to: Option<Spanned<String>>,
}

/// Something that is agreed to by signing.
#[derive(Debug)]
pub struct Statement {
    /// In words for grown-ups.
    pub text: Spanned<String>,
    /// In words for children.
    pub child: Option<Spanned<String>>,
    /// What it stands under, with its neighbours; for grown-ups.
    pub section: Option<Spanned<String>>,
}

/// Something that is answered by itself.
#[derive(Debug)]
pub struct Choice {
    /// In words for grown-ups.
    pub text: Spanned<String>,
    /// In words for children.
    pub child: Option<Spanned<String>>,
    /// The answers, two or more. None of them is ticked for anybody.
    pub answers: Vec<Spanned<String>>,
    /// More about it, for grown-ups.
    pub note: Option<Spanned<String>>,
}

impl Site {
    /// The agreement with this id.
    pub fn agreement(&self, id: AgreementId) -> &Agreement {
        &self.handbook.agreements[id.0]
    }

    /// The agreement that blocks call `name`.
    pub fn find_agreement(&self, name: &str) -> Option<AgreementId> {
        let mut all = self.handbook.agreements.iter();
        all.position(|agreement| agreement.id.value == name)
            .map(AgreementId)
    }
}
