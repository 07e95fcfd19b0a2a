//! A phrase: words, with names for what is put there, in one form or in
//! several that a number decides between.

use std::collections::{BTreeMap, BTreeSet};

/// The name of the number that decides.
pub(super) const COUNT: &str = "count";

/// The form for all numbers that have none of their own.
const OTHER: &str = "other";

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A name in braces: what it stands for is put there.
    Name(String),
}

/// A phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Forms for numbers.
    forms: BTreeMap<i64, Vec<Piece>>,
    /// The form for everything else.
    other: Vec<Piece>,
}

impl Phrase {
    /// Reads a phrase: a text, or texts by number and `other`.
    ///
    /// # Errors
    /// What is wrong, as the end of a sentence that begins with the key.
    pub(super) fn read(value: &toml::Value) -> Result<Phrase, String> {
        let mut forms = BTreeMap::new();
        let other = match value {
            toml::Value::String(text) => Some(pieces(text)?),
            toml::Value::Table(table) => {
                let mut other = None;
                for (number, text) in table {
                    let text = text.as_str().ok_or("are no text in quotation marks")?;
                    match (number.parse::<i64>(), number.as_str()) {
                        (Ok(number), _) => {
                            forms.insert(number, pieces(text)?);
                        }
                        (Err(_), OTHER) => other = Some(pieces(text)?),
                        (Err(_), _) => {
                            return Err(format!(
                                "have “{number}” where a number or “{OTHER}” stands"
                            ));
                        }
                    }
                }
                other
            }
            _ => None,
        };
        let other = other.ok_or("are no text in quotation marks")?;
        Ok(Phrase { forms, other })
    }

    /// The names in it, whatever the number. That of the number itself may be
    /// left out of a form: `yesterday`.
    pub fn names(&self) -> BTreeSet<&str> {
        let mut names = names(&self.other);
        if !self.forms.is_empty() {
            names.insert(COUNT);
        }
        names
    }

    /// The form for a number, or for none.
    pub fn pieces(&self, count: Option<i64>) -> &[Piece] {
        let form = count.and_then(|count| self.forms.get(&count));
        form.unwrap_or(&self.other)
    }

    /// How its names differ from those of the built-in phrase, as the end of a
    /// sentence.
    pub(super) fn differs(&self, known: &Phrase) -> Option<String> {
        let wanted = known.names();
        let forms = self.forms.values().chain([&self.other]);
        for form in forms {
            let mut names = names(form);
            if wanted.contains(COUNT) {
                names.insert(COUNT);
            }
            if let Some(name) = wanted.difference(&names).next() {
                return Some(format!("lack {{{name}}}"));
            }
            if let Some(name) = names.difference(&wanted).next() {
                return Some(format!(
                    "have {{{name}}}, for which there is nothing to put there"
                ));
            }
        }
        None
    }
}

fn names(form: &[Piece]) -> BTreeSet<&str> {
    let names = form.iter().filter_map(|piece| match piece {
        Piece::Text(_) => None,
        Piece::Name(name) => Some(name.as_str()),
    });
    names.collect()
}

fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at);
        let inside = after
            .strip_prefix('{')
            .and_then(|after| after.split_once('}'));
        let (name, behind) = inside
            .filter(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()))
            .ok_or("have a brace that belongs to no name, like {name}")?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Name(name.to_owned()));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}
