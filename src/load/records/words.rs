//! What the parts of records are called, and what is said about them.
//!
//! In: the name of a shape in [`raw`](crate::load::raw) and of a key. Out:
//! words for an office editor, and lines to paste.

use toml::de::{DeTable, DeValue};

/// The part of a record that a value belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner<'t> {
    /// The name of its shape: `RawRole`.
    shape: &'static str,
    /// What the editor calls it: `dsl`.
    called: Option<&'t str>,
}

/// Keys that say which one it is, the surest first.
const NAMING: [&str; 9] = [
    "id", "title", "name", "file", "about", "label", "page", "answer", "text",
];

impl<'t> Owner<'t> {
    /// The file itself, before its shape is known.
    pub(super) const FILE: Owner<'static> = Owner {
        shape: "",
        called: None,
    };

    /// The part of the shape `shape` that `table` is, written under `field`.
    pub(super) fn of(
        shape: &'static str,
        table: Option<&'t DeTable<'_>>,
        field: &'t str,
    ) -> Owner<'t> {
        let called = match shape {
            "RawFront" | "RawSchool" => None,
            // These have no name but that of their key.
            "RawBands" | "RawBandLists" | "RawRuleLevel" => Some(field),
            _ => table.and_then(|table| {
                NAMING
                    .iter()
                    .find_map(|key| match table.get(*key)?.get_ref() {
                        DeValue::String(name) => Some(name.as_ref()),
                        _ => None,
                    })
            }),
        };
        Owner {
            shape,
            called: called.filter(|name| !name.is_empty() && name.len() <= 60),
        }
    }

    /// `the role “dsl”`, `a role`, `people.toml`
    pub(super) fn phrase(self) -> String {
        let noun = self.noun();
        match (proper(self.shape), self.called) {
            (Some(name), _) => name.to_owned(),
            (None, Some(called)) => format!("the {noun} “{called}”"),
            (None, None) if noun.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {noun}"),
            (None, None) => format!("a {noun}"),
        }
    }

    /// The phrase at the beginning of a sentence.
    pub(super) fn phrase_first(self) -> String {
        let phrase = match (proper(self.shape), self.called) {
            (None, None) => format!("this {}", self.noun()),
            _ => self.phrase(),
        };
        // A file's name keeps its small letter.
        if phrase
            .strip_suffix(".toml")
            .is_some_and(|name| !name.contains(' '))
        {
            return phrase;
        }
        capital(&phrase)
    }

    /// Whether it is the settings at the top of a page.
    pub(super) fn is_front_matter(self) -> bool {
        self.shape == "RawFront"
    }

    /// `role`
    pub(super) fn noun(self) -> String {
        noun(self.shape)
    }
}

/// With a capital letter.
pub(super) fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What a part is called of which there is only one in a file.
fn proper(shape: &str) -> Option<&'static str> {
    Some(match shape {
        "" => "this file",
        "RawSchool" => "school.toml",
        "RawHelp" => "help.toml",
        "RawPeople" => "people.toml",
        "RawHelplines" => "helplines.toml",
        "RawImages" => "images.toml",
        "RawGuidanceRegister" => "guidance.toml",
        "RawGlossary" => "glossary.toml",
        "RawSystems" => "systems.toml",
        "RawAccessibility" => "accessibility.toml",
        "RawSchedule" => "schedule.toml",
        "RawApprovals" => "approvals.toml",
        "RawChildrenHelp" => "the [children] part of help.toml",
        "RawParentsHelp" => "the [parents] part of help.toml",
        "RawFront" => "the settings at the top of this page",
        "RawColours" => "the school’s colours",
        "RawExit" => "the exit link",
        "RawReading" => "the [reading] part of school.toml",
        _ => return None,
    })
}

/// What a shape is called: most are called as they are named.
pub(super) fn noun(shape: &str) -> String {
    match shape {
        "RawBands" | "RawBandLists" => "text".to_owned(),
        "RawTimes" => "line of opening hours".to_owned(),
        "RawChannel" => "way to reach a role".to_owned(),
        "RawHolder" => "holder of a role".to_owned(),
        "RawTested" => "test by a person".to_owned(),
        "RawRuleLevel" => "setting of the rule".to_owned(),
        "RawGlossaryTerm" => "term".to_owned(),
        "RawGuidance" => "entry about guidance".to_owned(),
        "RawRenamed" => "entry about a new name".to_owned(),
        _ => {
            let mut noun = String::new();
            for letter in shape.strip_prefix("Raw").unwrap_or(shape).chars() {
                if letter.is_uppercase() && !noun.is_empty() {
                    noun.push(' ');
                }
                noun.extend(letter.to_lowercase());
            }
            noun
        }
    }
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    Text,
    Flag,
    Number,
    List,
    OneOf(&'static [&'static str]),
    Part(&'static str, &'static [&'static str]),
    /// Only its own type knows.
    Own,
}

/// A line to paste that sets `field`: `title = "…"`.
pub(super) fn line(field: &str, wanted: Wanted) -> String {
    if let Wanted::Part(shape, fields) = wanted
        && !matches!(shape, "RawBands" | "RawBandLists")
    {
        let key = fields.first().copied().unwrap_or("…");
        return format!(
            "[{field}] on a line of its own, with its own lines below it ({key} = … and so on)"
        );
    }
    format!("{field} = {}", sample(field, wanted))
}

/// A value that `field` could have.
pub(super) fn sample(field: &str, wanted: Wanted) -> String {
    let known = match field {
        // The narrowest, so that a line pasted in haste shows nothing.
        "for" | "audience" => "[\"staff\"]",
        "hours" => "\"not-stated\"",
        "verified" | "checked" | "from" | "until" | "starts" | "ends" | "half_term" | "last"
        | "in_force" | "since" => "2026-09-30",
        _ => "",
    };
    if !known.is_empty() && !matches!(wanted, Wanted::OneOf(_)) {
        return known.to_owned();
    }
    match wanted {
        Wanted::Text => "\"…\"".to_owned(),
        Wanted::Flag => "true".to_owned(),
        Wanted::Number => "1".to_owned(),
        Wanted::List => "[\"…\"]".to_owned(),
        Wanted::OneOf(words) => format!("\"{}\"", safest(words)),
        Wanted::Part("RawBandLists", _) => "{ ks1 = [\"…\"], ks2 = [\"…\"] }".to_owned(),
        Wanted::Part(_, fields) => {
            let keys: Vec<String> = fields
                .iter()
                .take(2)
                .map(|key| format!("{key} = \"…\""))
                .collect();
            format!("{{ {} }}", keys.join(", "))
        }
        Wanted::Own => "…".to_owned(),
    }
}

/// What to write into an empty text that stands under the key `under`.
pub(super) fn for_empty(under: &str) -> &'static str {
    if under == "answers" {
        // An empty cell on paper: nobody can tell what it meant.
        return "Write one of the answers of this group, or \"not-stated\" if nobody has decided.";
    }
    "Write between the quotes what readers should read, or take the line out if it may be left out."
}

/// What a value must be, in words.
pub(super) fn kind(wanted: Wanted) -> String {
    match wanted {
        Wanted::Text => "text between double quotes".to_owned(),
        Wanted::Flag => "true or false, without quotes".to_owned(),
        Wanted::Number => "a whole number, without quotes".to_owned(),
        Wanted::List => "a list in square brackets".to_owned(),
        Wanted::OneOf(words) => format!("one of {}", listed(words)),
        Wanted::Part("RawBands" | "RawBandLists", _) => {
            "two wordings in curly brackets, ks1 and ks2".to_owned()
        }
        Wanted::Part("", _) => "a part with keys of its own".to_owned(),
        Wanted::Part(shape, _) => match proper(shape) {
            Some(_) => "a part with keys of its own".to_owned(),
            None => format!("a {} in curly brackets, with keys of its own", noun(shape)),
        },
        Wanted::Own => "something else".to_owned(),
    }
}

/// The word to stand in for one that is wrong: the one that shows least.
pub(super) fn safest(words: &'static [&'static str]) -> &'static str {
    words
        .iter()
        .find(|word| **word == "staff")
        .or(words.first())
        .copied()
        .unwrap_or_default()
}

/// `children, parents or staff`
pub(super) fn either(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
