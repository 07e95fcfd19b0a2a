//! A rule about paragraphs: what is said in one place is not said again in
//! another.
//!
//! In: the paragraphs of each page of a site. Out: each paragraph or entry of a list that stands
//! again, word for word or nearly, for the same readers. Texts are cut up by
//! their lines, not parsed; two are compared by their runs of five words, and
//! only where their smallest runs agree, so that the work grows with the text
//! and not with its square. Capitals and punctuation do not count.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::slice::ParallelSliceMut;

use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{PageId, Site};
use crate::source::Place;

/// One thing is said in one place (seeds O7, O21, O28).
static DUPLICATE_PARAGRAPH: Rule = Rule {
    name: "duplicate-paragraph",
    severity: Severity::Warning,
    summary: "No paragraph stands again, word for word or nearly, for the same readers.",
    explanation: explained!("duplicate-paragraph"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&DUPLICATE_PARAGRAPH];

/// Pages share short sentences on purpose: a paragraph has so many words.
const WORDS: usize = 25;
/// More of one page than these are only counted.
const ENOUGH: usize = 10;
/// How many words in a row are compared as one.
const RUN: usize = 5;
/// How many of the smallest runs have a chance to agree. Of two paragraphs that
/// share three fifths of their runs, one in 240 is missed.
const KEYS: usize = 6;
/// With how many others of the same run a paragraph is compared.
const LEADERS: usize = 4;

/// A paragraph by its runs of words.
#[derive(Debug)]
pub(super) struct Print {
    page: PageId,
    span: Range<usize>,
    readers: Audiences,
    /// Sorted, each once.
    runs: Vec<u32>,
}

/// Compares the paragraphs of all pages.
pub(super) fn check<'p>(
    site: &Site,
    paragraphs: impl Iterator<Item = &'p [Print]>,
    diagnostics: &mut Diagnostics,
) {
    let prints: Vec<&Print> = paragraphs.flatten().collect();
    let mut told: BTreeMap<PageId, usize> = BTreeMap::new();
    for (first, again) in pairs(&prints) {
        let (first, again) = (prints[first], prints[again]);
        let count = told.entry(again.page).or_default();
        *count += 1;
        if *count > ENOUGH {
            continue;
        }
        let page = |print: &Print| site.page(print.page);
        let place = page(again).prose.place(again.span.clone());
        let other = page(first).prose.place(first.span.clone());
        let (line, _) = other.line_column();
        let at = if first.page == again.page {
            format!("on line {line} of this page")
        } else {
            format!("in {}, line {line}", other.path())
        };
        let how = if first.runs == again.runs {
            "stands word for word"
        } else {
            "stands in nearly the same words"
        };
        diagnostics
            .report(
                &DUPLICATE_PARAGRAPH,
                place,
                format!("This paragraph {how} {at}, too."),
                "Keep it in one place and lead there from the other with a link. Two copies come to differ, and then nobody knows which one holds.",
            )
            .on_pages_of(first.readers.and(again.readers));
    }
    for (page, count) in told.into_iter().filter(|(_, count)| *count > ENOUGH) {
        let page = site.page(page);
        let more = count - ENOUGH;
        diagnostics
            .report(
                &DUPLICATE_PARAGRAPH,
                Place::top(page.prose.file()),
                format!("{more} more paragraphs of this page stand again elsewhere."),
                "If the whole page is a copy of another, keep one of the two.",
            )
            .on_pages_of(page.readers);
    }
}

/// The paragraphs that stand again, each with the first that is like it.
fn pairs(prints: &[&Print]) -> Vec<(usize, usize)> {
    let mut keys: Vec<(u32, usize)> = prints
        .iter()
        .enumerate()
        .flat_map(|(at, print)| print.runs.iter().take(KEYS).map(move |run| (*run, at)))
        .collect();
    keys.par_sort_unstable();
    let mut first_of: Vec<Option<usize>> = vec![None; prints.len()];
    for group in keys.chunk_by(|(one, _), (other, _)| one == other) {
        let mut leaders: Vec<usize> = Vec::new();
        for (_, at) in group {
            let print = prints[*at];
            let first = leaders
                .iter()
                .find(|first| are_alike(prints[**first], print));
            match first {
                Some(first) => {
                    let known = first_of[*at].get_or_insert(*first);
                    *known = (*known).min(*first);
                }
                None if leaders.len() < LEADERS => leaders.push(*at),
                None => {}
            }
        }
    }
    let pairs = first_of.into_iter().enumerate();
    pairs
        .filter_map(|(again, first)| Some((first?, again)))
        .collect()
}

/// Whether two paragraphs have readers in common and share three fifths of
/// their runs: one word that was changed in the shortest one, or some in a long
/// one.
fn are_alike(one: &Print, other: &Print) -> bool {
    let common = one.readers.and(other.readers);
    if Audience::ALL
        .into_iter()
        .all(|reader| !common.contains(reader))
    {
        return false;
    }
    let shared = one
        .runs
        .iter()
        .filter(|run| other.runs.binary_search(run).is_ok())
        .count();
    let all = one.runs.len() + other.runs.len() - shared;
    shared * 5 >= all * 3
}

/// The paragraphs of a page that are long enough, each once for all who have
/// it. What is in a draft may well come from a page that it will replace.
pub(super) fn paragraphs(site: &Site, id: PageId) -> Vec<Print> {
    let page = site.page(id);
    if page.front.draft {
        return Vec::new();
    }
    let mut prints: Vec<Print> = Vec::new();
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    for (reader, readers) in page.texts() {
        let cut = page.prose.retained(reader);
        for paragraph in parted(cut.inspect()) {
            let span = cut.origin_of(paragraph.clone());
            if let Some(print) = known.get(&span.start).and_then(|at| prints.get_mut(*at)) {
                print.readers = print.readers.or(readers);
                continue;
            }
            if let Some(runs) = runs(&cut.inspect()[paragraph]) {
                known.insert(span.start, prints.len());
                prints.push(Print {
                    page: id,
                    span,
                    readers,
                    runs,
                });
            }
        }
    }
    prints
}

/// The paragraphs and entries of a text, by its lines: not headings, tables and
/// blocks.
fn parted(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut is_open, mut fenced, mut start) = (false, false, 0);
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '>', '\t']).trim_end();
        let from = start + (line.len() - line.trim_start_matches([' ', '>', '\t']).len());
        let is_fence = inner.starts_with("```") || inner.starts_with("~~~");
        fenced ^= is_fence;
        let is_text = !fenced && !is_fence && !inner.is_empty() && !inner.starts_with(['#', '|']);
        start += line.len();
        if !is_text {
            is_open = false;
            continue;
        }
        let end = from + inner.len();
        let begins = is_entry(inner) || !is_open;
        match found.last_mut() {
            Some(last) if !begins => last.end = end,
            Some(_) | None => found.push(from..end),
        }
        is_open = true;
    }
    found
}

/// Whether a line begins an entry of a list.
fn is_entry(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < line.len() {
        digits.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    };
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// The runs of a paragraph, unless it is too short.
fn runs(text: &str) -> Option<Vec<u32>> {
    let mut words: Vec<u32> = Vec::with_capacity(text.len() / 5);
    let mut word = START;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            word = mixed(word, u32::from(byte.to_ascii_lowercase()));
        } else if word != START {
            words.push(std::mem::replace(&mut word, START));
        }
    }
    words.extend((word != START).then_some(word));
    if words.len() < WORDS {
        return None;
    }
    let run = |words: &[u32]| words.iter().fold(START, |run, word| mixed(run, *word));
    let mut runs: Vec<u32> = words.windows(RUN).map(run).map(spread).collect();
    runs.sort_unstable();
    runs.dedup();
    Some(runs)
}

const START: u32 = 0x811c_9dc5;

/// One step of a hash (FNV-1a): it need not be strong, only the same everywhere.
fn mixed(hash: u32, value: u32) -> u32 {
    let mut hash = hash;
    for byte in value.to_le_bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// Makes small differences large, so that the smallest runs are any.
fn spread(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
