//! The glossary.
//!
//! In: what `glossary.toml` says. Out: terms, each with words for all its
//! readers. Must never let one name stand for two terms that a reader has: an
//! acronym would be explained wrongly.

use std::collections::{BTreeMap, BTreeSet};

use super::guidance::folded;
use super::sink::{Ids, Sink};
use super::{RECORD_VALUE, audiences, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::load::Record;
use crate::load::raw::{RawGlossary, RawGlossaryTerm};
use crate::model::{self, GlossaryTerm, TermId};
use crate::source::Spanned;

/// A name means one thing to a reader.
pub(super) static TERM_NAME: Rule = Rule {
    name: "term-name",
    severity: Severity::Error,
    summary: "No two terms of one reader’s glossary go by the same word, short form or spelling.",
    explanation: explained!("term-name"),
};

/// A glossary has no more terms than this.
const MOST: usize = 1_000;

/// All terms; those whose readers could not be read are noted in `unsure`.
pub(super) fn glossary(
    record: Option<Record<RawGlossary>>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<GlossaryTerm> {
    let Some(Record { file, value: raw }) = record else {
        return Vec::new();
    };
    let mut reading = Reading {
        sink: Sink::of(&file, diagnostics),
        taken: Ids::new(),
        names: BTreeMap::new(),
    };
    reading.sink.no_more_than(MOST, "terms", &raw.term);
    let mut terms = Vec::with_capacity(raw.term.len().min(MOST));
    for term in raw.term.into_iter().take(MOST) {
        let term = term.into_inner();
        if reading.sink.is_mended(&term.readers.span()) {
            unsure.insert(model::Record::Term(TermId::new(terms.len())));
        }
        terms.push(reading.term(term));
    }
    terms
}

/// The glossary while it is read.
struct Reading<'a> {
    sink: Sink<'a>,
    taken: Ids,
    /// The names so far: to grown-ups or to children, each with its term.
    names: BTreeMap<(Tongue, String), (String, Audiences)>,
}

/// In whose words a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tongue {
    GrownUps,
    Children,
}

impl Reading<'_> {
    fn term(&mut self, raw: RawGlossaryTerm) -> GlossaryTerm {
        let RawGlossaryTerm {
            id,
            term,
            acronym,
            aliases,
            instead_of,
            meaning,
            child,
            child_meaning,
            readers,
        } = raw;
        let id = spanned(id);
        self.sink.id(&id, "term", &mut self.taken);
        let readers = audiences(&readers);
        let term = GlossaryTerm {
            id,
            term: spanned(term),
            acronym: acronym.map(spanned),
            aliases: aliases.into_iter().map(spanned).collect(),
            instead_of: instead_of.into_iter().map(spanned).collect(),
            meaning: spanned(meaning),
            child: child.map(spanned),
            child_meaning: child_meaning.map(spanned),
            readers,
        };
        // Staff have every term; children read their own words.
        let grown_ups = readers
            .without(Audience::Children.into())
            .or(Audiences::STAFF);
        let names = std::iter::once(&term.term).chain(&term.acronym);
        for name in names.chain(&term.aliases) {
            self.name(&term, name, (Tongue::GrownUps, grown_ups));
        }
        self.not_to_write(&term);
        if readers.contains(Audience::Children) {
            let name = term.child.as_ref().unwrap_or(&term.term);
            self.name(&term, name, (Tongue::Children, Audience::Children.into()));
            self.meaning(&term);
        }
        term
    }

    /// A name that no other term of these readers has.
    fn name(
        &mut self,
        term: &GlossaryTerm,
        name: &Spanned<String>,
        (tongue, readers): (Tongue, Audiences),
    ) {
        if !self.sink.phrase(name) {
            return;
        }
        let key = (tongue, folded(&name.value));
        let holder = (term.id.value.clone(), readers);
        let (other, others) = self.names.entry(key).or_insert(holder).clone();
        if other != term.id.value {
            let both = others.and(readers);
            self.sink.report(
                &TERM_NAME,
                name,
                format!(
                    "“{}” is a name of the term “{other}” too, so {both} could not tell which is meant.",
                    name.value
                ),
                "Take it out of one of the two, or make one term of both.",
            );
        }
    }

    /// What is not to be written is not what it is called.
    fn not_to_write(&mut self, term: &GlossaryTerm) {
        for wrong in &term.instead_of {
            let names = std::iter::once(&term.term).chain(&term.acronym);
            let mut names = names.chain(&term.aliases);
            if self.sink.phrase(wrong) && names.any(|name| name.value == wrong.value) {
                self.sink.report(
                    &RECORD_VALUE,
                    wrong,
                    format!(
                        "“{}” is a name of the term “{}”, and is not to be written for it.",
                        wrong.value, term.id.value
                    ),
                    "Take it out of “instead_of”, or out of the names.",
                );
            }
        }
    }

    /// What is for children says what it means in words of their own.
    fn meaning(&mut self, term: &GlossaryTerm) {
        if term.child_meaning.is_none() {
            self.sink.report(
                &RECORD_VALUE,
                &term.id,
                format!(
                    "The term “{}” is for children, but does not tell them what it means.",
                    term.id.value
                ),
                "Add it in words for them, as in child_meaning = \"…\".",
            );
        }
    }
}
