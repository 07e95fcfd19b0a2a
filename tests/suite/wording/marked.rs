//! The proof that whatever Signpost says to readers stands in one file: the
//! demo is built with words of which each is marked, and every word on its
//! pages, in its calendar and in its data is marked or somebody's who keeps the
//! site.

use super::known::Known;
use super::neglected;
use super::shown::{self, Shown};
use crate::demo::{Folder, demo};
use crate::site::{Built, SiteTest};

/// What stands before and behind a word of Signpost's own.
const MARKS: [char; 2] = ['⟦', '⟧'];

/// Each word of a phrase in marks; names in braces stay.
fn marked(phrase: &str) -> String {
    let mut said = String::new();
    for part in phrase.split_inclusive([' ', '}']) {
        let (before, name) = part.split_at(part.find('{').unwrap_or(part.len()));
        let word = before.trim_end();
        if word.chars().any(char::is_alphabetic) {
            said.extend([MARKS[0]]);
            said.push_str(word);
            said.extend([MARKS[1]]);
            said.push_str(&before[word.len()..]);
        } else {
            said.push_str(before);
        }
        said.push_str(name);
    }
    said
}

/// The built-in words, each marked, as another language has to have them.
fn language() -> String {
    fn mark(value: &mut toml::Value) {
        match value {
            toml::Value::String(text) => *text = marked(text),
            toml::Value::Table(table) => table.iter_mut().for_each(|(_, value)| mark(value)),
            _ => {}
        }
    }
    let english = include_str!("../../../themes/default/wording/en.toml");
    let mut words: toml::Table = toml::from_str(english).expect("the built-in words are TOML");
    words.iter_mut().for_each(|(_, group)| mark(group));
    words.to_string()
}

/// The demo in the language whose words are all marked, with what nobody looks
/// after.
fn marked_demo() -> Folder {
    let mut folder = demo();
    let school = folder.get_mut("content/school.toml");
    let school = school.expect("the demo has a school");
    let text = String::from_utf8(school.clone()).expect("records are text");
    let english = "lang = \"en-GB\"";
    assert_eq!(text.matches(english).count(), 1, "{text}");
    let ours = text.replace(english, "lang = \"cy\"\ntheme = \"marked\"");
    *school = ours.into_bytes();
    for (path, more) in neglected::MORE {
        let bytes = folder.entry(path.to_owned()).or_default();
        bytes.extend_from_slice(more.as_bytes());
    }
    let picture = "content/images/kettle.svg".to_owned();
    folder.insert(picture, neglected::PICTURE.into());
    folder
}

/// What is built of a site on a day.
fn built(folder: &Folder, day: &str) -> Built {
    let site = SiteTest::empty()
        .today(day)
        .file("themes/marked/wording/cy.toml", language());
    let files = folder.iter();
    files
        .fold(site, |site, (path, bytes)| site.bytes(path, bytes.clone()))
        .build()
}

/// What of a text is neither marked nor known.
fn strange(known: &Known, Shown { text, place }: &Shown, page: &str) -> Vec<String> {
    let mut rest = text.as_str();
    let mut found = Vec::new();
    loop {
        let (plain, after) = rest.split_once(MARKS[0]).unwrap_or((rest, ""));
        found.extend(known.strange(plain, *place, page));
        match after.split_once(MARKS[1]) {
            Some((_, behind)) => rest = behind,
            None => return found,
        }
    }
}

/// All that readers are shown in words of neither kind, with its place.
fn all_strange(known: &Known, built: &Built) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in built.files() {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let shown = match (ending, str::from_utf8(bytes)) {
            ("html", Ok(page)) => shown::on_page(page),
            ("ics", Ok(calendar)) => shown::in_calendar(calendar),
            ("json", Ok(data)) => shown::in_data(data),
            ("css", Ok(sheet)) => shown::in_sheet(sheet),
            _ => Vec::new(),
        };
        for shown in shown {
            let strange = strange(known, &shown, path).into_iter();
            found.extend(strange.map(|words| format!("{path}: “{words}” in “{}”", shown.text)));
        }
    }
    found
}

#[test]
fn every_word_on_every_page_is_of_the_language_or_of_the_content() {
    let mut folder = marked_demo();
    let known = Known::of(&folder);
    for day in ["2026-11-22", "2029-02-01"] {
        let found = all_strange(&known, &built(&folder, day));
        assert!(
            found.is_empty(),
            "{} of them:\n{}",
            found.len(),
            found.join("\n")
        );
        // On the second day all is overdue, no term is known, and nothing was
        // ever approved.
        folder.remove("content/approvals.toml");
    }
}
