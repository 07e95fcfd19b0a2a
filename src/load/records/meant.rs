//! What an editor meant by a word or a key that records do not know.
//!
//! In: what is written, and what could be. Out: a sentence that says what to
//! write. Schools have words of their own for most things; the common ones are
//! known here.

use crate::diagnostic::{did_you_mean, suggestion};

use super::words::{self, Owner};

/// Words of schools for the words of records.
const SAME: [(&str, &[&str]); 5] = [
    (
        "children",
        &["pupils", "pupil", "child", "kids", "students", "learners"],
    ),
    (
        "parents",
        &[
            "families",
            "family",
            "carers",
            "parents and carers",
            "guardians",
        ],
    ),
    ("staff", &["teachers", "teacher", "employees", "adults"]),
    (
        "ks1",
        &[
            "reception",
            "eyfs",
            "early years",
            "infants",
            "infant",
            "year r",
            "year 1",
            "year 2",
        ],
    ),
    (
        "ks2",
        &["juniors", "junior", "year 3", "year 4", "year 5", "year 6"],
    ),
];

/// Keys under which a way to reach somebody may have been written.
const NUMBERS: [&str; 6] = ["phone", "tel", "telephone", "mobile", "number", "landline"];
const MAILBOXES: [&str; 3] = ["email", "e-mail", "mail"];
/// Settings of pages elsewhere, which no page has here.
const REVIEWS: [&str; 8] = [
    "reviewed",
    "review",
    "review-date",
    "next-review",
    "approved",
    "version",
    "updated",
    "date",
];

/// The one of `words` that `written` stands for.
pub(super) fn word<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let plain = written.trim().to_lowercase();
    let same = SAME
        .iter()
        .find(|(_, others)| others.contains(&plain.as_str()));
    let near = || suggestion(written, words.iter().copied());
    match same {
        Some((word, _)) => words
            .iter()
            .find(|known| *known == word)
            .copied()
            .or_else(near),
        None => near(),
    }
}

/// What to write instead of a word that is none of `words`.
pub(super) fn word_help(written: &str, words: &[&str]) -> String {
    match word(written, words) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("Write {}.", words::either(words)),
    }
}

/// What to do with a key that `owner` does not have, of those it has.
pub(super) fn key_help(written: &str, owner: Owner<'_>, known: &'static [&'static str]) -> String {
    let plain = written.to_lowercase().replace('_', "-");
    let plain = plain.as_str();
    if NUMBERS.contains(&plain) || MAILBOXES.contains(&plain) {
        let medium = if MAILBOXES.contains(&plain) {
            "email"
        } else {
            "phone"
        };
        let what = if medium == "email" {
            "An email address"
        } else {
            "A telephone number"
        };
        if known.contains(&"channels") {
            return format!(
                "{what} goes into channels: channels = [{{ {medium} = \"…\", for = [\"parents\", \"staff\"] }}]"
            );
        }
        if known.contains(&medium) {
            return format!("Write {medium} = \"…\"");
        }
    }
    if let Some(help) = owner
        .is_front_matter()
        .then(|| setting_help(written))
        .flatten()
    {
        return help;
    }
    format!(
        "{} If it is not meant to be one of these, delete it.",
        did_you_mean("names that can stand here", written, known.iter().copied())
    )
}

/// The settings that a page has: the keys of `RawFront`.
const SETTINGS: [&str; 9] = [
    "title", "audience", "summary", "order", "band", "icon", "lang", "draft", "was",
];

/// What to do with a setting that no page has and that is no slip for one.
pub(super) fn setting_help(written: &str) -> Option<String> {
    if suggestion(written, SETTINGS).is_some() {
        return None;
    }
    let plain = written.to_lowercase().replace('_', "-");
    let reviews = if REVIEWS.contains(&plain.as_str()) {
        " Reviews are not recorded here."
    } else {
        ""
    };
    Some(format!(
        "There is no such setting: take the line out.{reviews} The settings are: {}.",
        SETTINGS.join(", ")
    ))
}
