//! What the search of a view finds.
//!
//! In: a view, and its pages as they were just printed. Out: a script that
//! gives one value, which `assets/search.js` looks words up in. It is made of
//! what stands on the pages and of nothing else, so it cannot say more than
//! they do. Must never have a page that its reader cannot open, or a mark
//! (`#id`) that is not on the page.
//!
//! A script, since a page opened from a disk may fetch nothing; and a list of
//! words with the places where each stands, since that is half the size of the
//! texts and finds words that are spelt almost like it in one walk.

mod read;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use crate::views::{PageKind, PageView, Panel};
use crate::wording::Wording;

use read::{Part, parts};
use words::words;

/// What a result says of the place, in characters at most.
const EXTRACT: usize = 110;

/// Of more pages than this a result says how the page begins, and no longer
/// how each part does: nobody waits on a bus for megabytes.
const MANY: usize = 300;

/// Of more pages than this the titles and headings are found, and no text.
const MOST: usize = 2_000;

/// Where the index stands, from the folder of the page that searches it.
const NAME: &str = "search-index.js";

/// A page that can be found.
struct Found<'p> {
    /// From the folder of the page that searches.
    path: &'p str,
    title: &'p str,
    lang: Option<&'p str>,
    parts: Vec<Part>,
    /// What a result says of each part.
    said: Vec<String>,
    /// The words of each part that can be searched for, each once.
    words: Vec<BTreeSet<String>>,
}

/// The file of the index, by its path from the tree's root; none for a view
/// without a page that searches.
pub(super) fn index<P: Panel>(
    pages: &[PageView<'_, P>],
    printed: &[(String, Arc<[u8]>)],
    wording: &Wording,
) -> Option<(String, String)> {
    let searches = pages.iter().find(|page| page.kind == PageKind::Search)?;
    let folder = &searches.path[..searches.path.rfind('/').map_or(0, |at| at + 1)];
    let listed: Vec<(&PageView<'_, P>, &[u8])> = pages
        .iter()
        .zip(printed)
        .filter(|(page, _)| page.kind.is_of_its_own())
        .map(|(page, (_, bytes))| (page, &**bytes))
        .collect();
    let small: BTreeSet<String> = words(&wording.said("search.small", &[])).collect();
    let (is_many, with_text) = (listed.len() > MANY, listed.len() <= MOST);
    let found: Vec<Found<'_>> = listed
        .par_iter()
        .filter_map(|(page, bytes)| {
            let mut parts = parts(str::from_utf8(bytes).ok()?);
            if !with_text {
                for part in &mut parts {
                    part.text.clear();
                }
            }
            let said = parts.iter().enumerate().map(|(at, part)| match at {
                // What an editor says of a page says more than how it begins.
                0 => cut(page.summary.as_deref().unwrap_or(&part.text)),
                _ if is_many => String::new(),
                _ => cut(&part.text),
            });
            Some(Found {
                said: said.collect(),
                words: (0..)
                    .zip(&parts)
                    .map(|(at, part)| {
                        part_words(part, if at == 0 { &page.title } else { "" }, &small)
                    })
                    .collect(),
                path: page.path.strip_prefix(folder)?,
                title: &page.title,
                lang: page.lang.as_deref(),
                parts,
            })
        })
        .collect();
    Some((format!("{folder}{NAME}"), script(&found, &small, wording)))
}

/// The script: a line for each page and each word, so that a difference
/// between two can be read.
fn script(found: &[Found<'_>], small: &BTreeSet<String>, wording: &Wording) -> String {
    let worried = wording.said("search.worried", &[]);
    let worried = worried.split(',').map(|phrase| {
        let words: Vec<String> = words(phrase).collect();
        words.join(" ")
    });
    let worried: BTreeSet<String> = worried.filter(|phrase| !phrase.is_empty()).collect();
    let mut script = String::from("var signpostSearch = {\n\"pages\": [");
    for (at, page) in found.iter().enumerate() {
        script.push_str(if at == 0 { "\n" } else { ",\n" });
        page.put(&mut script);
    }
    script.push_str("\n],\n\"words\": {");
    for (at, (word, places)) in places(found).iter().enumerate() {
        script.push_str(if at == 0 { "\n" } else { ",\n" });
        let _ = write!(script, "{}:\"{places}\"", quoted(word));
    }
    script.push_str("\n},\n");
    for (name, list, end) in [("small", small, ",\n"), ("worried", &worried, "\n};\n")] {
        let list: Vec<String> = list.iter().map(|word| quoted(word)).collect();
        let _ = write!(script, "\"{name}\": [{}]{end}", list.join(","));
    }
    script
}

impl Found<'_> {
    /// `["path","title",[["id","heading","how it begins"],…],"lang"]`.
    fn put(&self, script: &mut String) {
        let Found {
            path,
            title,
            lang,
            parts,
            said,
            words: _,
        } = self;
        let _ = write!(script, "[{},{},[", quoted(path), quoted(title));
        for (at, (part, said)) in parts.iter().zip(said).enumerate() {
            let comma = if at == 0 { "" } else { "," };
            let texts = [&part.id, &part.heading, said].map(|text| quoted(text));
            let _ = write!(script, "{comma}[{}]", texts.join(","));
        }
        script.push(']');
        if let Some(lang) = lang {
            let _ = write!(script, ",{}", quoted(lang));
        }
        script.push(']');
    }
}

/// The words of a part of a page that can be searched for, each once.
fn part_words(part: &Part, title: &str, small: &BTreeSet<String>) -> BTreeSet<String> {
    let texts = [title, &part.heading, &part.text];
    let all = texts.into_iter().flat_map(words);
    all.filter(|word| !small.contains(word)).collect()
}

/// Every word, in order, with the places where it stands: parts of pages,
/// numbered through, each as the distance from the one before.
fn places<'f>(found: &'f [Found<'_>]) -> Vec<(&'f str, String)> {
    let parts = found.iter().flat_map(|page| &page.words).enumerate();
    let mut stands: Vec<(&str, usize)> = parts
        .flat_map(|(number, words)| words.iter().map(move |word| (word.as_str(), number)))
        .collect();
    stands.par_sort_unstable();
    let same = |one: &(&str, usize), other: &(&str, usize)| one.0 == other.0;
    let of_a_word = |stands: &[(&'f str, usize)]| {
        let (mut before, mut steps) = (0, String::new());
        for (_, number) in stands {
            let space = if steps.is_empty() { "" } else { " " };
            let _ = write!(steps, "{space}{}", number - before);
            before = *number;
        }
        Some((stands.first()?.0, steps))
    };
    stands.chunk_by(same).filter_map(of_a_word).collect()
}

/// A text in quotation marks, as JSON and JavaScript have it.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    // Ends of lines to older browsers, and nothing to JSON.
    quoted
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The beginning of a text, up to the end of a word.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXTRACT) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(' ').unwrap_or(end);
    let cut = text[..whole].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{cut} …")
}

#[cfg(test)]
mod tests;
