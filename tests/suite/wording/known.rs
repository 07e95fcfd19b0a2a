//! The words of those who keep a site: texts of its records and of its pages.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use crate::demo::Folder;

/// Where something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the text of a page, which marks cut into pieces of any length.
    Prose,
    /// In a drawing, where lines are broken.
    Drawing,
    /// In data for programs, among names of theirs.
    Data,
    /// Anywhere else: a text of a record as a whole.
    Elsewhere,
}

/// What stands in a running text for a reference.
const INSERT: &str = "Ω";

/// Texts of records that are shown and can be of small letters alone.
const SMALL: [(&str, &str); 7] = [
    ("term", "term"),
    ("term", "child"),
    ("term", "aliases"),
    ("role", "aliases"),
    ("duty", "every"),
    ("class", "id"),
    ("image", "file"),
];

/// All texts of a site's content.
#[derive(Default)]
pub(super) struct Known {
    /// Texts as lists of words, by their first.
    whole: BTreeMap<String, Vec<Vec<String>>>,
    /// The texts of each page, by its path under `content/` without `.md`, and
    /// under no name those of records: words apart by single spaces, texts by
    /// strokes.
    running: BTreeMap<String, String>,
}

impl Known {
    /// The texts of these files.
    pub(super) fn of(folder: &Folder) -> Known {
        let mut known = Known::default();
        for (path, bytes) in folder {
            let Ok(text) = str::from_utf8(bytes) else {
                continue;
            };
            let path = path.strip_prefix("content/").unwrap_or(path);
            if path.ends_with(".toml") {
                known.record(text);
            } else if let Some(page) = path.strip_suffix(".md") {
                let mut parts = text.splitn(3, "+++\n");
                let (front, prose) = (parts.nth(1), parts.next());
                known.record(front.expect("a page has front matter"));
                known.prose(page, prose.unwrap_or_default());
            }
        }
        known
    }

    /// One more text, of a record or a heading.
    fn add(&mut self, page: &str, text: &str) {
        self.run(page, text);
        let words = words(text);
        if let Some(first) = words.first() {
            let known = self.whole.entry(small(first)).or_default();
            if !known.contains(&words) {
                known.push(words);
            }
        }
    }

    /// One more text that is shown in parts, of a page or of a record.
    fn run(&mut self, page: &str, text: &str) {
        let mut whole = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("[[") {
            let (inside, behind) = after.split_once("]]").unwrap_or(("", ""));
            // A reference can have words of the page's own.
            let own = inside.split_once('|').map_or(INSERT, |(_, words)| words);
            whole.extend([before, " ", own, " "]);
            rest = behind;
        }
        whole.push_str(rest);
        let running = self.running.entry(page.to_owned());
        let running = running.or_insert_with(|| " ".to_owned());
        running.push_str(&words(&whole).join(" "));
        running.push_str(" | ");
    }

    fn record(&mut self, text: &str) {
        fn texts<'v>(value: &'v toml::Value, found: &mut Vec<&'v str>) {
            match value {
                toml::Value::String(text) => found.push(text),
                toml::Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
                toml::Value::Table(table) => table.values().for_each(|value| texts(value, found)),
                _ => {}
            }
        }
        let record: toml::Value = toml::from_str(text).expect("records are TOML");
        let mut found = Vec::new();
        texts(&record, &mut found);
        for text in found {
            // Addresses are shown without their scheme, some as their host
            // alone, and can break at their sign.
            let bare = text
                .trim_start_matches("https://")
                .trim_start_matches("www.");
            if bare != text || text.contains('@') {
                let host = bare.split('/').next().unwrap_or_default();
                let parts = bare.split('@').chain([bare, host]);
                parts.for_each(|part| self.add("", part));
            }
            if !is_name(text) {
                self.add("", text);
            }
        }
        // These are shown, and can be of small letters alone.
        for (list, key) in SMALL {
            let entries = record.get(list).and_then(toml::Value::as_array);
            let values = entries
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.get(key));
            let mut found = Vec::new();
            values.for_each(|value| texts(value, &mut found));
            for text in found {
                self.add("", text);
            }
        }
    }

    /// Each heading, paragraph, cell and line of a text.
    fn prose(&mut self, page: &str, text: &str) {
        let mut line = String::new();
        let parser = Parser::new_ext(
            text,
            Options::ENABLE_HEADING_ATTRIBUTES
                | Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_TASKLISTS,
        );
        for event in parser {
            match event {
                Event::Text(text) => line.push_str(&text),
                // A reference that is shown as one.
                Event::Code(text) => line.push_str(&text.replace("[[", "[ [")),
                Event::SoftBreak | Event::HardBreak => line.push(' '),
                Event::End(end) => {
                    match end {
                        TagEnd::Heading(_) => self.add(page, &line),
                        TagEnd::Paragraph
                        | TagEnd::Item
                        | TagEnd::TableCell
                        | TagEnd::CodeBlock => self.run(page, &line),
                        _ => continue,
                    }
                    line.clear();
                }
                _ => {}
            }
        }
    }

    /// What of a text on a page of the site is in none of its texts.
    pub(super) fn strange(&self, text: &str, place: Place, page: &str) -> Option<String> {
        let words = words(text);
        let is_name = place == Place::Data && is_name(text);
        // The A to Z has the letters that its titles begin with.
        let is_letter = matches!(words.as_slice(), [only] if only.chars().count() == 1);
        if is_name
            || is_letter
            || !words
                .iter()
                .any(|word| word.chars().any(char::is_alphabetic))
        {
            return None;
        }
        let is_known = match place {
            Place::Prose => {
                let texts = self.of_page(page);
                self.covers(&words) || texts.iter().any(|text| self.is_cut(&words, text, " "))
            }
            Place::Drawing => self.is_cut(&words, &self.running[""], " "),
            Place::Data | Place::Elsewhere => self.covers(&words),
        };
        (!is_known).then(|| text.trim().to_owned())
    }

    /// The running text of the page that stands in one of the trees; those of
    /// all policies where they are one document.
    fn of_page(&self, page: &str) -> Vec<&str> {
        let path = page.trim_end_matches(".html");
        if path.ends_with("/policy-pack") {
            let texts = self.running.iter();
            let policies = texts.filter(|(path, _)| path.starts_with("policies/"));
            return policies.map(|(_, text)| text.as_str()).collect();
        }
        let own = path.strip_prefix("web/").unwrap_or(path);
        let own = [
            own.to_owned(),
            own.replace("parents/policies", "policies"),
            own.replacen("staff/policies", "policies", 1),
        ];
        let found = own.iter().find_map(|path| self.running.get(path));
        found.map(String::as_str).into_iter().collect()
    }

    /// Whether words are a part of a running text, as far as they are no whole
    /// texts that stand in the place of a reference or behind a short form.
    /// `begun` is the part so far.
    fn is_cut(&self, words: &[String], running: &str, begun: &str) -> bool {
        if !running.contains(begun) {
            return false;
        }
        let Some((first, rest)) = words.split_first() else {
            return true;
        };
        if self.is_cut(rest, running, &format!("{begun}{first} ")) {
            return true;
        }
        let before = begun.trim_end().rsplit(' ').next().unwrap_or_default();
        let is_number = first.bytes().all(|b| b.is_ascii_digit());
        let is_free = is_number || before == INSERT || is_short_form(before);
        self.heads(words).any(|head| {
            let rest = &words[head..];
            (is_free && self.is_cut(rest, running, begun))
                || self.is_cut(rest, running, &format!("{begun}{INSERT} "))
        })
    }

    /// How many words each of the texts has that some words begin with.
    fn heads<'k>(&'k self, words: &'k [String]) -> impl Iterator<Item = usize> + 'k {
        let first = words.first().expect("there are words");
        let number = first.bytes().all(|b| b.is_ascii_digit()).then_some(1);
        let known = self.whole.get(&small(first)).into_iter().flatten();
        let known =
            known.filter(|known| words.len() >= known.len() && words[1..known.len()] == known[1..]);
        number.into_iter().chain(known.map(Vec::len))
    }

    /// Whether words are whole texts, one after the other, and numbers.
    fn covers(&self, words: &[String]) -> bool {
        words.is_empty() || self.heads(words).any(|head| self.covers(&words[head..]))
    }
}

/// The words of a text, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A word of which it does not matter whether it begins a sentence.
fn small(word: &str) -> String {
    word.to_lowercase()
}

/// Whether a word is a short form, which is spelt out behind it.
fn is_short_form(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether a text is a name for programs: no word of it is read by anybody.
fn is_name(text: &str) -> bool {
    !text.contains(' ') && !text.chars().any(char::is_uppercase)
}
