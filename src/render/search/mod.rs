//! What the search of a view finds.
//!
//! In: a view, and its pages as they were just printed. Out: a [`Search`],
//! which gives a script of one value that `assets/search.js` looks words up
//! in. It is made of what stands on the pages and of nothing else, so it cannot
//! say more than they do. Must never have a page that its reader cannot open,
//! or a mark (`#id`) that is not on the page.
//!
//! A script, since a page opened from a disk may fetch nothing; and a list of
//! words with the places where each stands, since that is half the size of the
//! texts and finds words that are spelt almost like it in one walk. Reading all
//! pages for it takes as long as printing them, so the preview has it made when
//! somebody searches.

mod read;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::edition::Files;
use crate::views::{PageKind, PageView, Panel};
use crate::wording::Wording;

use read::{Part, parts};
use words::Words;

/// What a result says of the place, in characters at most.
const EXTRACT: usize = 110;

/// Of more pages than this a result says how the page begins, and no longer
/// how each part does: nobody waits on a bus for megabytes.
const MANY: usize = 300;

/// Of more pages than this the titles and headings are found, and no text.
const MOST: usize = 2_000;

/// Where the index stands, from the folder of the page that searches it.
const NAME: &str = "search-index.js";

/// What the search of a view finds.
#[derive(Debug)]
pub struct Search {
    /// Where its script stands, from the tree's root.
    path: String,
    pages: Vec<Listed>,
    /// The words that everybody uses, as the wording lists them.
    small: String,
    /// The phrases of somebody who is worried.
    worried: String,
    /// The script, once somebody has asked for it.
    script: OnceLock<Arc<[u8]>>,
}

/// A page that can be found.
#[derive(Debug, PartialEq, Eq)]
struct Listed {
    /// From the folder of the page that searches.
    path: String,
    title: String,
    lang: Option<String>,
    summary: Option<String>,
    html: Arc<[u8]>,
}

/// A page as it is found.
struct Found<'p> {
    page: &'p Listed,
    parts: Vec<Part>,
    /// What a result says of each part.
    said: Vec<String>,
    /// The words that can be searched for, sorted, each with the number of its
    /// part, once for each.
    words: Words,
}

impl Search {
    /// The search of a view; none for a view without a page that searches.
    pub(super) fn of<P: Panel>(
        pages: &[PageView<'_, P>],
        printed: &Files,
        wording: &Wording,
    ) -> Option<Search> {
        let searches = pages.iter().find(|page| page.kind == PageKind::Search)?;
        let folder = &searches.path[..searches.path.rfind('/').map_or(0, |at| at + 1)];
        let own = pages.iter().filter(|page| page.kind.is_of_its_own());
        let listed = own.filter_map(|page| {
            Some(Listed {
                path: page.path.strip_prefix(folder)?.to_owned(),
                title: page.title.clone(),
                lang: page.lang.clone(),
                summary: page.summary.clone(),
                html: Arc::clone(printed.get(&page.path)?),
            })
        });
        Some(Search {
            path: format!("{folder}{NAME}"),
            pages: listed.collect(),
            small: wording.said("search.small", &[]),
            worried: wording.said("search.worried", &[]),
            script: OnceLock::new(),
        })
    }

    /// Where its script stands, from the tree's root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its script; made when it is asked for the first time.
    pub fn script(&self) -> Arc<[u8]> {
        let made = self.script.get_or_init(|| self.made().into_bytes().into());
        Arc::clone(made)
    }

    /// A line for each page and each word, so that a difference between two
    /// can be read.
    fn made(&self) -> String {
        let (is_many, with_text) = (self.pages.len() > MANY, self.pages.len() <= MOST);
        let found = self.pages.par_iter();
        let found = found.map(|page| Found::of(page, is_many, with_text));
        let found: Vec<Found<'_>> = found.collect();
        let small = BTreeSet::from_iter(words(&self.small));
        let worried = self
            .worried
            .split(',')
            .map(|phrase| words(phrase).join(" "));
        let worried: BTreeSet<String> = worried.filter(|phrase| !phrase.is_empty()).collect();
        let mut script = String::from("var signpostSearch = {\n\"pages\": [");
        for (at, page) in found.iter().enumerate() {
            script.push_str(if at == 0 { "\n" } else { ",\n" });
            page.put(&mut script);
        }
        script.push_str("\n],\n\"words\": {");
        let places = places(&found).into_iter();
        let places = places.filter(|(word, _)| !small.contains(*word));
        for (at, (word, places)) in places.enumerate() {
            script.push_str(if at == 0 { "\n" } else { ",\n" });
            let _ = write!(script, "{}:\"{places}\"", quoted(word));
        }
        script.push_str("\n},\n");
        for (name, list, end) in [("small", &small, ",\n"), ("worried", &worried, "\n};\n")] {
            let list: Vec<String> = list.iter().map(|word| quoted(word)).collect();
            let _ = write!(script, "\"{name}\": [{}]{end}", list.join(","));
        }
        script
    }
}

/// Two that would give the same script, whether somebody has asked or not.
impl PartialEq for Search {
    fn eq(&self, other: &Search) -> bool {
        let Search {
            path,
            pages,
            small,
            worried,
            script: _,
        } = self;
        (path, pages, small, worried) == (&other.path, &other.pages, &other.small, &other.worried)
    }
}

impl Eq for Search {}

impl Found<'_> {
    fn of(page: &Listed, is_many: bool, with_text: bool) -> Found<'_> {
        let html = str::from_utf8(&page.html).expect("a page is printed as text");
        let mut parts = parts(html);
        if !with_text {
            for part in &mut parts {
                part.text = String::new();
            }
        }
        let said = parts.iter().enumerate().map(|(at, part)| match at {
            // What an editor says of a page says more than how it begins.
            0 => cut(page.summary.as_deref().unwrap_or(&part.text)),
            _ if is_many => String::new(),
            _ => cut(&part.text),
        });
        let said = said.collect();
        let mut words = Words::default();
        words.put(0, &page.title);
        for (at, part) in parts.iter().enumerate() {
            words.put(at, &part.heading);
            words.put(at, &part.text);
        }
        words.sort();
        Found {
            page,
            parts,
            said,
            words,
        }
    }

    /// `["path","title",[["id","heading","how it begins"],…],"lang"]`.
    fn put(&self, script: &mut String) {
        let Listed {
            path,
            title,
            lang,
            summary: _,
            html: _,
        } = self.page;
        let _ = write!(script, "[{},{},[", quoted(path), quoted(title));
        for (at, (part, said)) in self.parts.iter().zip(&self.said).enumerate() {
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

/// The words of a text, in order.
fn words(text: &str) -> Vec<String> {
    let words = Words::of(text);
    words.iter().map(|(word, _)| word.to_owned()).collect()
}

/// The places where a word stands: parts of pages, numbered through, each as
/// the distance from the one before.
#[derive(Default)]
struct Places {
    last: usize,
    steps: String,
}

impl Places {
    fn put(&mut self, number: usize) {
        if !self.steps.is_empty() {
            self.steps.push(' ');
        }
        let _ = write!(self.steps, "{}", number - self.last);
        self.last = number;
    }
}

/// Every word, in order, with the places where it stands.
fn places<'f>(found: &'f [Found<'_>]) -> Vec<(&'f str, String)> {
    let mut places: BTreeMap<&str, Places> = BTreeMap::new();
    let mut first = 0;
    for page in found {
        for (word, part) in page.words.iter() {
            places.entry(word).or_default().put(first + part);
        }
        first += page.parts.len();
    }
    let places = places.into_iter();
    places.map(|(word, at)| (word, at.steps)).collect()
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
