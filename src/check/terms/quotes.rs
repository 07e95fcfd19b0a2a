//! A rule about quotations: whoever reads one can tell from where it is.
//!
//! In: a text that grown-ups read, and the names in the registers. Out: quotes
//! of two sentences or more, in the words of a law or of guidance, with no
//! source. The school's own reminders are set as quotes too, so only what
//! speaks like guidance is looked at.

use std::ops::Range;

use super::{Told, registered};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::stretches;
use crate::model::Site;
use crate::words::{Capitals, Mark, Passage, Phrases, ends_sentence};

/// Words of guidance say whose they are (seeds O28).
pub(super) static QUOTATION: Rule = Rule {
    name: "quotation",
    severity: Severity::Warning,
    summary: "Where a law or guidance is quoted, the page says which one.",
    explanation: explained!("quotation"),
};

/// What a school does not say of itself.
const OFFICIAL: [&str; 22] = [
    "a data controller",
    "a data subject",
    "all schools",
    "data subjects",
    "governing bodies",
    "governing bodies and proprietors",
    "governing body or proprietor",
    "have regard to",
    "in accordance with",
    "local authorities",
    "maintained schools",
    "must ensure that",
    "practitioners should",
    "proprietors",
    "school and college staff",
    "schools and colleges",
    "schools must",
    "schools should",
    "shall be",
    "shall not",
    "should ensure",
    "the governing body must",
];

/// The names that a source can have.
pub(super) struct Sources {
    titles: Phrases<()>,
}

impl Sources {
    pub(super) fn of(site: &Site) -> Sources {
        let mut titles = Phrases::new(Capitals::Any);
        for title in registered::titles(site) {
            titles.add(title, ());
        }
        Sources { titles }
    }

    /// Each quote of guidance that has no source.
    pub(super) fn find(
        &self,
        text: &str,
        is_labelled: impl Fn(&Range<usize>) -> bool,
        readers: Audiences,
        found: &mut Vec<Told>,
    ) {
        let grown_ups = readers.without(Audience::Children.into());
        let is_quoted = text.contains("\n>") || text.starts_with('>');
        if grown_ups.is_empty() || !is_quoted {
            return;
        }
        let parts = stretches(text);
        for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.is_quote) {
            let quote = bare(&text[part.span.clone()]);
            if sentences(&quote) < 2 || !is_official(&quote) || is_labelled(&part.span) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|at| parts.get(at));
            let around = [before, Some(part), parts.get(at + 1)];
            let mut around = around.into_iter().flatten();
            if !around.any(|part| self.names_a_source(&text[part.span.clone()])) {
                found.push((said(), first_line(text, &part.span), grown_ups));
            }
        }
    }

    /// Whether a text names a source: a link, a reference, a title, a line
    /// that begins with a dash, or a section of a law.
    fn names_a_source(&self, text: &str) -> bool {
        let is_linked = ["[[", "](", "][", "://", "[^"]
            .iter()
            .any(|mark| text.contains(mark));
        let is_signed = bare(text)
            .lines()
            .any(|line| line.trim_start().starts_with(['—', '–']) || line.starts_with("Source:"));
        let passage = Passage::plain(text, 0..text.len());
        let words = passage.words();
        let is_read = |mark| mark == Mark::Plain;
        let is_named = (0..words.len()).any(|at| self.titles.at(&words, at, is_read).is_some());
        let is_law = (0..words.len()).any(|at| {
            let is_year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok();
            words.plain(at) == "act" && is_year(words.plain(at + 1))
        });
        is_linked || is_signed || is_named || is_law
    }
}

/// A quote without the marks at its edge.
fn bare(quote: &str) -> String {
    let lines = quote
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ']));
    lines.collect::<Vec<&str>>().join("\n")
}

fn sentences(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let next = words.iter().skip(1).chain([&""]);
    let ends = words.iter().zip(next);
    ends.filter(|(word, next)| ends_sentence(word, next))
        .count()
}

fn is_official(text: &str) -> bool {
    let lower = text.to_lowercase();
    let one_line: Vec<&str> = lower.split_whitespace().collect();
    let one_line = one_line.join(" ");
    OFFICIAL.iter().any(|words| one_line.contains(words))
}

fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let line = text[span.clone()].lines().next().unwrap_or_default();
    span.start..span.start + line.len()
}

fn said() -> super::Said {
    (
        &QUOTATION,
        "This quotes a law or guidance, and nothing says which one.".to_owned(),
        "Name it in the sentence before, as in “[[guidance:kcsie]] says:”, which prints the edition that is in force; or say it in your own words and link to the text. See that the words still stand in that edition."
            .to_owned(),
    )
}
