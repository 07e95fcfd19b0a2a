//! A rule about names: what was renamed goes by its new name.
//!
//! In: a text word by word, and the names that something had once. Out: each
//! place where one stands by itself. A sentence that also has the new name, or
//! says that the old one is of the past, is left alone.

use std::ops::Range;

use super::lexicon::{AROUND, Found, is_of_the_past, is_read};
use super::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{Renamed, Site};
use crate::words::{Capitals, Phrases, Words};

/// Nothing goes by a name that it does not have any more (seeds I17, I21, O24).
pub(crate) static OLD_NAME: Rule = Rule {
    name: "old-name",
    severity: Severity::Warning,
    summary: "A body or a service that was renamed goes by its new name.",
    explanation: explained!("old-name"),
};

/// The old names of a site; not those that are still to change.
pub(super) fn names(site: &Site) -> Phrases<&Renamed> {
    let mut names = Phrases::new(Capitals::Written);
    for renamed in &site.handbook.renamed {
        let since = renamed.since;
        if since.is_none_or(|since| since.first_day() <= site.today) {
            for name in &renamed.was {
                names.add(&name.value, renamed);
                names.add(&format!("{}'s", name.value), renamed);
            }
        }
    }
    names
}

/// Each old name that stands for something as if it were its name.
pub(super) fn found(names: &Phrases<&Renamed>, words: &Words<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    // A name and its short form behind it are one mistake.
    let mut last: Option<(&Renamed, usize)> = None;
    while let Some(word) = words.get(at) {
        let Some((length, renamed)) = names.at(words, at, is_read) else {
            at += 1;
            continue;
        };
        let name = at..at + length;
        at += length;
        let is_told = last.is_some_and(|(other, sentence)| {
            std::ptr::eq(other, *renamed) && sentence == word.sentence
        });
        let around = words.around(name.clone(), AROUND);
        if is_told
            || is_of_the_past(words, around.clone())
            || says(words, around, &renamed.now.value)
        {
            continue;
        }
        last = Some((renamed, word.sentence));
        let written: Vec<&str> = name.clone().map(|at| words.said(at)).collect();
        let written = written.join(" ");
        let written = written.trim_end_matches("'s").trim_end_matches("’s");
        found.push((said(renamed, written), words.span(name)));
    }
}

fn said(renamed: &Renamed, written: &str) -> Said {
    let now = &renamed.now.value;
    let since = renamed
        .since
        .map(|since| format!(" (since {})", since.in_words()));
    let since = since.unwrap_or_default();
    (
        &OLD_NAME,
        format!("“{written}” is an old name. Now it is “{now}”{since}."),
        format!(
            "Write “{now}”. To tell readers of the old name, give both in one sentence, as in “{now} (formerly {written})”."
        ),
    )
}

/// Whether a name stands among some of the words; what is in brackets in the
/// name need not.
fn says(words: &Words<'_>, some: Range<usize>, name: &str) -> bool {
    let mut phrase = Phrases::new(Capitals::Any);
    phrase.add(name.split('(').next().unwrap_or(name), ());
    let mut some = some;
    some.any(|at| phrase.at(words, at, is_read).is_some())
}
