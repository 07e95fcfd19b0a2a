//! `glossary.toml`: terms for each layer, and acronyms that prose of any layer
//! may use first.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{NOBODY, Voice, list, mixed, quoted, title, word, words};

/// A term to children: they have a word and a meaning of their own.
#[derive(Debug, Clone)]
struct ChildTerm {
    child: String,
    meaning: String,
    has_acronym: bool,
}

/// A term to grown-ups.
#[derive(Debug, Clone)]
struct Term {
    word: String,
    has_acronym: bool,
    aliases: Vec<String>,
    /// What is not to be written, in words that nobody reads.
    instead_of: String,
    meaning: String,
}

/// Terms for everybody.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenGlossary(Vec<ChildTerm>);

/// What grown-ups read of the children's terms, and terms of their own.
#[derive(Debug, Clone)]
pub(crate) struct ParentsGlossary {
    of_children: Vec<Term>,
    own: Vec<Term>,
}

/// Terms for staff alone, anywhere among the others.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffGlossary(Vec<(Index, Term)>);

fn term(voice: Voice) -> impl Strategy<Value = Term> {
    (
        title(voice),
        any::<bool>(),
        vec(words(voice), 0..2),
        words(voice),
        word(voice),
    )
        .prop_map(|(word, has_acronym, aliases, meaning, wrong)| Term {
            word,
            has_acronym,
            aliases,
            instead_of: format!("{NOBODY}{wrong}"),
            meaning,
        })
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenGlossary> {
    let voice = Voice::Children;
    let term =
        (words(voice), words(voice), any::<bool>()).prop_map(|(child, meaning, has_acronym)| {
            ChildTerm {
                child,
                meaning,
                has_acronym,
            }
        });
    option::weighted(0.7, vec(term, 1..3))
        .prop_map(|terms| ChildrenGlossary(terms.unwrap_or_default()))
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsGlossary> {
    let voice = Voice::Parents;
    (vec(term(voice), 3), vec(term(voice), 0..3))
        .prop_map(|(of_children, own)| ParentsGlossary { of_children, own })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffGlossary> {
    vec((any::<Index>(), term(Voice::Staff)), 0..3).prop_map(StaffGlossary)
}

/// `CHA0`: what a term of a voice is for short.
fn acronym(voice: Voice, number: usize) -> String {
    let letters = match voice {
        Voice::Children => "CHA",
        Voice::Parents => "XJA",
        Voice::Staff => "QZA",
    };
    format!("{letters}{number}")
}

/// A term as it is written; `acronym` belongs to whoever reads the term.
fn written(id: &str, term: &Term, acronym: Option<&str>, number: usize, more: &str) -> String {
    let spelt = |words: &str, n: usize| format!("{words} {number} {n}");
    let aliases = term.aliases.iter().enumerate();
    let aliases: Vec<String> = aliases.map(|(n, alias)| spelt(alias, n + 1)).collect();
    let mut entry = format!(
        "[[term]]\nid = {}\nterm = {}\naliases = {}\ninstead_of = {}\nmeaning = {}\n{more}",
        quoted(id),
        quoted(&spelt(&term.word, 0)),
        list(&aliases),
        list(std::slice::from_ref(&term.instead_of)),
        quoted(&term.meaning)
    );
    if let Some(acronym) = acronym {
        entry += &format!("acronym = {}\n", quoted(acronym));
    }
    entry
}

/// Writes `glossary.toml`; says what there is to be referred to.
pub(crate) fn write(
    children: &ChildrenGlossary,
    parents: &ParentsGlossary,
    staff: &StaffGlossary,
    known: &mut Known,
    files: &mut Files,
) {
    let mut public = Vec::new();
    for (n, (child, term)) in children.0.iter().zip(&parents.of_children).enumerate() {
        let id = Voice::Children.name("term", n);
        let short = acronym(Voice::Children, n);
        let more = format!(
            "child = {}\nchild_meaning = {}\nfor = [\"children\", \"parents\", \"staff\"]\n",
            quoted(&format!("{} {n}", child.child)),
            quoted(&child.meaning)
        );
        let short = child.has_acronym.then_some(short.as_str());
        public.push(written(&id, term, short, n, &more));
        known.terms.children.push(id);
        known.acronyms.children.extend(short.map(str::to_owned));
    }
    for (n, term) in parents.own.iter().enumerate() {
        let id = Voice::Parents.name("term", n);
        let short = acronym(Voice::Parents, n);
        let short = term.has_acronym.then_some(short.as_str());
        public.push(written(&id, term, short, n + 10, "for = [\"parents\"]\n"));
        known.terms.parents.push(id);
        known.acronyms.parents.extend(short.map(str::to_owned));
    }
    let mut own = Vec::new();
    for (n, (at, term)) in staff.0.iter().enumerate() {
        let id = Voice::Staff.name("term", n);
        let short = acronym(Voice::Staff, n);
        let short = term.has_acronym.then_some(short.as_str());
        own.push((
            *at,
            written(&id, term, short, n + 20, "for = [\"staff\"]\n"),
        ));
        known.terms.staff.push(id);
        known.acronyms.staff.extend(short.map(str::to_owned));
    }
    let entries = mixed(public, own);
    if !entries.is_empty() {
        files.put("content/glossary.toml", entries.join("\n"));
    }
}
