//! Where the problems of one file go, and the forms of values that several
//! records have.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{DUPLICATE_ID, READERS, RECORD_ID, RECORD_VALUE, audiences};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, did_you_mean};
use crate::load::raw::At;
use crate::source::{Place, SourceFile, Spanned};

/// The ids of one kind of record, each with the byte at which it stands.
pub(super) type Ids = BTreeMap<String, usize>;

/// A sink for the problems of one file.
pub(super) struct Sink<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    diagnostics: &'a mut Diagnostics,
    /// Where something stands in for what was wrong when the file was read.
    mended: Vec<usize>,
}

impl<'a> Sink<'a> {
    /// A sink for the problems of `file`, with those that were found when it
    /// was read in `diagnostics` already.
    pub(super) fn of(file: &'a Arc<SourceFile>, diagnostics: &'a mut Diagnostics) -> Sink<'a> {
        let mended = diagnostics
            .iter()
            .filter_map(|found| match &found.place {
                Place::Span(other, span) if Arc::ptr_eq(other, file) => Some(span.start),
                Place::Span(..) | Place::File(_) => None,
            })
            .collect();
        Sink {
            file,
            diagnostics,
            mended,
        }
    }

    /// Whether what stands at `span` was wrong when it was read: that was
    /// said, and what stands there now says nothing.
    pub(super) fn is_mended(&self, span: &Range<usize>) -> bool {
        // What is missing from the file as a whole is told at its beginning.
        let is_here = |at: &usize| span.contains(at) || (*at == span.start && span.is_empty());
        self.mended.iter().any(is_here)
    }

    /// Whether nothing was wrong with the file when it was read.
    pub(super) fn is_whole(&self) -> bool {
        self.mended.is_empty()
    }

    pub(super) fn report<T>(
        &mut self,
        rule: &'static Rule,
        at: &Spanned<T>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        if !self.is_mended(&at.span) {
            let place = Place::at(self.file, at.span.clone());
            self.diagnostics.report(rule, place, message, help);
        }
    }

    /// The line of the file on which something was written.
    pub(super) fn line_of<T>(&self, at: &Spanned<T>) -> usize {
        self.file.line_column(at.span.start).0
    }

    pub(super) fn value<T>(
        &mut self,
        at: &Spanned<T>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report(&RECORD_VALUE, at, message, help);
    }

    /// An id that is fit to be one and not taken yet.
    pub(super) fn id(&mut self, id: &Spanned<String>, what: &str, taken: &mut Ids) {
        // Where an id is missing, an empty one stands in for it.
        let written = self.file.text().get(id.span.clone());
        if id.value.is_empty() && !written.is_some_and(|text| text.starts_with(['"', '\''])) {
            return;
        }
        let fits = !id.value.is_empty()
            && id
                .value
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            let better = crate::markdown::slug(&id.value);
            self.report(
                &RECORD_ID,
                id,
                format!("“{}” cannot be the id of a {what}.", id.value),
                format!("Use lower-case letters, digits and hyphens, as in \"{better}\"."),
            );
        }
        let first = *taken.entry(id.value.clone()).or_insert(id.span.start);
        if first != id.span.start {
            let first = self.file.line_column(first).0;
            self.report(
                &DUPLICATE_ID,
                id,
                format!(
                    "The {what} on line {first} has the id “{}” already.",
                    id.value
                ),
                format!("Give this {what} an id of its own, or take one of the two out."),
            );
        }
    }

    /// An inner list of readers, held to the one around it.
    pub(super) fn readers(
        &mut self,
        list: Option<&At<Vec<Audience>>>,
        outer: &At<Vec<Audience>>,
        whole: &str,
    ) -> Option<Audiences> {
        let list = list?;
        let readers = audiences(list);
        let unsure = self.is_mended(&outer.span());
        let outer = audiences(outer);
        let wider = readers.without(outer.or(Audiences::STAFF));
        if !wider.is_empty() && !unsure {
            let at = Spanned::new((), list.span());
            self.report(
                &READERS,
                &at,
                format!("This is for {wider}, but the {whole} is not."),
                format!("Take {wider} out of this list, or add them to the “for” of the {whole}."),
            );
        }
        Some(readers.and(outer))
    }

    pub(super) fn web_address(&mut self, url: &Spanned<String>) {
        let rest = url
            .value
            .strip_prefix("https://")
            .or_else(|| url.value.strip_prefix("http://"));
        let good = rest.is_some_and(|rest| {
            !rest.is_empty()
                && !rest
                    .chars()
                    .any(|c| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c))
        });
        if !good {
            self.value(
                url,
                format!("“{}” is not the address of a page on the web.", url.value),
                "Write the whole address, as in \"https://www.school.example\".",
            );
        }
    }

    /// The code of a language, as browsers and screen readers know it.
    pub(super) fn language(&mut self, lang: &Spanned<String>) {
        let mut parts = lang.value.split('-');
        let first = parts.next().unwrap_or_default();
        let good = matches!(first.len(), 2 | 3)
            && first.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if !good {
            self.value(
                lang,
                format!("“{}” is not the code of a language.", lang.value),
                "Write its short code, as in \"en-GB\", \"cy\" or \"ur\".",
            );
        }
    }

    pub(super) fn phone(&mut self, phone: &Spanned<String>) {
        let digits = phone.value.bytes().filter(u8::is_ascii_digit).count();
        let fits = phone
            .value
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-".contains(c));
        if !fits || !(3..=15).contains(&digits) {
            self.value(
                phone,
                format!("“{}” is not a telephone number.", phone.value),
                "Write digits and spaces only, as in \"01632 960001\", and nothing about it.",
            );
        }
    }

    pub(super) fn email(&mut self, email: &Spanned<String>) {
        let good = email.value.split_once('@').is_some_and(|(who, domain)| {
            !who.is_empty()
                && domain.contains('.')
                && !email
                    .value
                    .chars()
                    .any(|c| c.is_whitespace() || c.is_control() || "\"<>()[]\\,;:?&".contains(c))
                && !domain.contains('@')
        });
        if !good {
            self.value(
                email,
                format!("“{}” is not an email address.", email.value),
                "Write it as in \"office@school.example\".",
            );
        }
    }

    /// A name of which there is none in `file`, a record file.
    pub(super) fn unknown<'k>(
        &mut self,
        rule: &'static Rule,
        at: &Spanned<String>,
        (what, file): (&str, &str),
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let help = did_you_mean(&format!("{what}s"), &at.value, known);
        self.report(
            rule,
            at,
            format!("There is no {what} “{}” in {file}.", at.value),
            help,
        );
    }
}
