//! Names and addresses in the names of files.
//!
//! In: the pictures and documents that everybody can fetch. Out: those whose
//! file name holds a full name, or an address where somebody may live. What a
//! picture holds within is taken out when it is published; its name is not.

use super::names::{Lists, Names, lists};
use super::{is_public, postcodes};
use crate::audience::{Audience, Audiences};
use crate::check::texts;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::Place;
use crate::words::Passage;

/// A file's name is in the address of the page and in every saved copy
/// (seeds J3, J4).
pub(super) static IMAGE_NAME: Rule = Rule {
    name: "image-name",
    severity: Severity::Warning,
    summary: "The name of a picture or document gives no pupil's full name and no address.",
    explanation: explained!("image-name"),
};

/// What a street is called.
const STREETS: &str =
    " road rd street st lane avenue ave close crescent terrace drive court grove mews cottages ";

/// A word of a file's name.
struct Part {
    /// In small letters.
    word: String,
    /// Whether it began with a capital, and not with two.
    is_named: bool,
}

pub(in crate::check) fn check(site: &Site, names: &Names, diagnostics: &mut Diagnostics) {
    if let Some(file) = &site.files.images {
        for (id, readers) in texts::pictures_shown(site) {
            let name = &site.image(id).file;
            let place = Place::at(file, name.span.clone());
            tell(names, (&name.value, readers), place, diagnostics);
        }
    }
    for file in &site.downloads {
        let readers: Audiences = match file.audience {
            Audience::Children => Audience::Children.into(),
            Audience::Parents => Audience::Parents.into(),
            Audience::Staff => Audiences::STAFF,
        };
        let place = Place::File(format!("content/files/{}", file.path));
        tell(names, (&file.path, readers), place, diagnostics);
    }
}

fn tell(
    names: &Names,
    (path, readers): (&str, Audiences),
    place: Place,
    diagnostics: &mut Diagnostics,
) {
    if !is_public(readers) {
        return;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let parts = parts(name.strip_suffix(ending).unwrap_or(name));
    let message = if let Some(found) = full_name(names, &parts) {
        format!("“{found}” in the file name “{name}” looks like a full name.")
    } else if let Some(found) = address(&parts) {
        format!("“{found}” in the file name “{name}” looks like an address.")
    } else {
        return;
    };
    let help = format!(
        "Give the file a name that says what it shows, such as “sports-day-1.{ending}”, and write that name wherever the old one stands. If everybody may read it, add it to “names” below [privacy] in content/school.toml."
    );
    diagnostics
        .report(&IMAGE_NAME, place, message, help)
        .on_pages_of(readers);
}

/// The words of a name: `OliverSmith-2.jpg` has three.
fn parts(name: &str) -> Vec<Part> {
    let mut parts: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in name.chars() {
        let begins = !last.is_alphanumeric()
            || (c.is_uppercase() && last.is_lowercase())
            || c.is_ascii_digit() != last.is_ascii_digit();
        if c.is_alphanumeric() {
            match parts.last_mut() {
                Some(part) if !begins => part.push(c),
                Some(_) | None => parts.push(c.to_string()),
            }
        }
        last = c;
    }
    let part = |written: String| {
        let mut letters = written.chars();
        let is_named = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase);
        Part {
            word: written.to_lowercase(),
            is_named,
        }
    };
    parts.into_iter().map(part).collect()
}

/// The full name that the parts hold.
fn full_name(names: &Names, parts: &[Part]) -> Option<String> {
    let words: Vec<&str> = parts.iter().map(|part| part.word.as_str()).collect();
    let passage = Passage::plain(&words.join(" "), 0..0);
    let known = names.known_in(&passage.words());
    let lists = lists();
    let is_known = |at: usize| known.get(at).is_some_and(|known| *known);
    for (at, part) in parts.iter().enumerate() {
        if is_known(at) {
            continue;
        }
        if is_run_together(lists, &part.word) {
            return Some(part.word.clone());
        }
        // amelia-rose-hart
        for last in (at + 1..parts.len().min(at + 3)).filter(|last| !is_known(*last)) {
            let is_middle = |between: &Part| {
                lists.first.has(&between.word)
                    || lists.first_or_word.has(&between.word)
                    || between.word.len() == 1
            };
            if parts[at + 1..last].iter().all(is_middle)
                && (is_pair(lists, part, &parts[last])
                    || (last == at + 1 && is_turned(lists, part, &parts[last])))
            {
                return Some(words[at..=last].join("-"));
            }
        }
    }
    None
}

/// A first name and a surname. Without capitals a surname is one of those that
/// are known.
fn is_pair(lists: &Lists, first: &Part, last: &Part) -> bool {
    let (name, surname) = (first.word.as_str(), last.word.as_str());
    if lists.no_surnames.has(surname) || surname.len() < 2 {
        return false;
    }
    if lists.first.has(name) {
        let is_name = lists.first.has(surname) || lists.first_or_word.has(surname);
        let is_word = surname.ends_with("ing") || surname.ends_with('s');
        let looks_like = first.is_named && last.is_named && !is_name && !is_word;
        lists.surnames.has(surname)
            || (lists.surname_or_word.has(surname) && !lists.first_or_word.has(surname))
            || looks_like
    } else {
        // `rose-garden` is a garden, and so may be `rose-wood`.
        lists.first_or_word.has(name) && lists.surnames.has(surname)
    }
}

/// A surname and then a first name, as registers have them.
fn is_turned(lists: &Lists, surname: &Part, first: &Part) -> bool {
    let is_name = |word: &str| lists.first.has(word) || lists.first_or_word.has(word);
    lists.surnames.has(&surname.word) && !is_name(&surname.word) && lists.first.has(&first.word)
}

/// `ameliahart`
fn is_run_together(lists: &Lists, word: &str) -> bool {
    let is_one = lists.first.has(word) || lists.surnames.has(word) || lists.no_surnames.has(word);
    !is_one
        && word.is_ascii()
        && (4..word.len().saturating_sub(3))
            .any(|cut| lists.first.has(&word[..cut]) && lists.surnames.has(&word[cut..]))
}

/// A house and its street, or a postcode.
fn address(parts: &[Part]) -> Option<String> {
    let words: Vec<&str> = parts.iter().map(|part| part.word.as_str()).collect();
    let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    for at in 0..words.len() {
        // 12-mill-lane, 4-old-mill-road
        let street = (at + 2..words.len().min(at + 4))
            .find(|end| STREETS.contains(&format!(" {} ", words[*end])));
        let between = |end: usize| &words[at + 1..end];
        let is_name = |word: &&str| word.chars().all(char::is_alphabetic) && word.len() > 2;
        if let Some(end) =
            street.filter(|end| is_number(words[at]) && between(*end).iter().all(is_name))
        {
            return Some(words[at..=end].join("-"));
        }
    }
    // la23-1ab was taken apart at its digits.
    let joined = words.concat().to_uppercase();
    let starts = words.iter().scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    for (at, start) in starts.iter().enumerate() {
        let ends = starts.iter().skip(at + 4).copied().chain([joined.len()]);
        for end in ends.filter(|end| *end > *start) {
            if postcodes::is_code(&joined[*start..end]) {
                return Some(joined[*start..end].to_lowercase());
            }
        }
    }
    None
}
