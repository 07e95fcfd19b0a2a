//! A rule about names: one thing is called by one name.
//!
//! In: a text, and the words that the glossary says are not to be written.
//! Out: each of them where it is used. Titles keep their words, and so does
//! what stands in quotation marks or is said to be of the past.

use std::ops::Range;

use super::{Read, Told, is_plain, registered};
use crate::audience::{Audience, Audiences};
use crate::check::lexicon::{AROUND, is_of_the_past};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{GlossaryTerm, Site};
use crate::words::{Capitals, Phrases};

/// One thing has one name (seeds O26).
pub(super) static TERM_DRIFT: Rule = Rule {
    name: "term-drift",
    severity: Severity::Warning,
    summary: "What the glossary says not to write is not written.",
    explanation: explained!("term-drift"),
};

/// The words not to be written, and the titles that may have them.
pub(super) struct Drift<'s> {
    wrong: Phrases<(&'s GlossaryTerm, &'s str)>,
    titles: Phrases<()>,
}

impl<'s> Drift<'s> {
    pub(super) fn of(site: &'s Site) -> Drift<'s> {
        let mut wrong = Phrases::new(Capitals::Any);
        for term in &site.handbook.terms {
            for words in &term.instead_of {
                wrong.add(&words.value, (term, words.value.as_str()));
                if is_short(&words.value) {
                    wrong.add(&format!("{}s", words.value), (term, words.value.as_str()));
                }
            }
        }
        let mut titles = Phrases::new(Capitals::Any);
        for title in registered::titles(site) {
            titles.add(title, ());
        }
        Drift { wrong, titles }
    }

    /// Whether one could stand in a text, marks and all.
    pub(super) fn concerns(&self, text: &str) -> bool {
        self.wrong.may_stand_in(text)
    }

    /// Each of them in a passage, the same one once.
    pub(super) fn find(&self, read: &Read<'_>, readers: Audiences, found: &mut Vec<Told>) {
        let words = &read.words;
        let mut at = 0;
        while at < words.len() {
            // A title is read as a whole.
            if let Some((length, ())) = self.titles.at(words, at, is_plain) {
                at += length;
                continue;
            }
            let Some((length, (term, wrong))) = self.wrong.at(words, at, is_plain) else {
                at += 1;
                continue;
            };
            let some = at..at + length;
            at += length;
            let span = words.span(some.clone());
            let written = &read.text()[span.clone()];
            let is_meant = is_it(written, wrong, term) && !is_part(read.text(), &span);
            let is_past = is_of_the_past(words, words.around(some.clone(), AROUND));
            if is_meant && !is_past && !is_quoted(read.text(), &span) {
                found.push((said(term, written, readers), read.origin(some), readers));
            }
        }
    }
}

/// Whether what is written is what is not to be: the right name may differ from
/// it by a hyphen, or by its capitals alone.
fn is_it(written: &str, wrong: &str, term: &GlossaryTerm) -> bool {
    let is_apart = |c: char| !c.is_alphanumeric() && !" \n-\u{2011}'’/".contains(c);
    // Part E: safety. Ms Aua.
    if written.contains(is_apart) || (is_short(wrong) && !is_short(written.trim_end_matches('s'))) {
        return false;
    }
    let folded = |words: &str| words.to_lowercase().replace('’', "'");
    let names = std::iter::once(&term.term).chain(&term.acronym);
    let mut names = names.chain(&term.aliases);
    if names.any(|name| folded(&name.value) == folded(wrong)) {
        return written == wrong;
    }
    let is_alike = |other: &str| {
        let plain = |words: &str| folded(words).replace(['-', '\u{2011}'], " ");
        plain(other) == plain(wrong)
    };
    let names = std::iter::once(&term.term).chain(&term.aliases);
    let mut names = names.map(|name| name.value.as_str());
    // online-safety is not online safety, but E safety is e-safety.
    !names.any(is_alike) || folded(written) == folded(wrong)
}

/// Whether all its letters are capitals.
fn is_short(words: &str) -> bool {
    !words.contains(char::is_lowercase)
}

/// Whether a file's name or an address goes on beyond it.
fn is_part(text: &str, span: &Range<usize>) -> bool {
    let mut before = text[..span.start].chars().rev();
    let mut after = text[span.end..].chars();
    let (last, second_last) = (before.next(), before.next());
    let (next, second) = (after.next(), after.next());
    let is_joined = |mark: Option<char>, beyond: Option<char>| match mark {
        Some('_' | '@' | '#' | '\\') => true,
        // AUA/AUP is no address.
        Some('/') => !beyond.is_some_and(char::is_uppercase),
        Some(_) | None => false,
    };
    let is_dotted = next == Some('.') && second.is_some_and(char::is_alphanumeric);
    is_joined(last, second_last) || is_joined(next, second) || is_dotted || last == Some('.')
}

/// Whether it stands in quotation marks.
fn is_quoted(text: &str, span: &Range<usize>) -> bool {
    let before = &text[..span.start];
    let is_open = match (before.rfind('“'), before.rfind('”')) {
        (Some(opened), Some(closed)) => opened > closed,
        (Some(_), None) => true,
        (None, _) => before.matches('"').count() % 2 == 1,
    };
    is_open && text[span.end..].contains(['”', '"'])
}

fn said(term: &GlossaryTerm, written: &str, readers: Audiences) -> Said {
    let short = term.acronym.as_ref();
    let short = short.filter(|_| is_short(written.trim_end_matches('s')));
    let right = if readers == Audience::Children.into() && term.is_for(Audience::Children) {
        term.called(Audience::Children)
    } else {
        short.map_or(term.term.value.as_str(), |short| short.value.as_str())
    };
    (
        &TERM_DRIFT,
        format!("“{written}” is a name that the glossary says not to write: it is “{right}”."),
        format!("Write “{right}”. To tell readers of the other name, put it in quotation marks."),
    )
}
