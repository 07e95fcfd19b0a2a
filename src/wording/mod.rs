//! The words of Signpost's own, as readers see them.
//!
//! In: files of words, one for each language, and the language of a site. Out:
//! a [`Wording`], which has a phrase for every key of the built-in English.
//! What editors are told of their mistakes is not in it: that stands beside
//! the rules. Must never fall back on another language without a word: a page
//! says in which language it speaks.
//!
//! [`Wording`]: crate::wording::Wording

mod dates;
mod phrase;

use std::collections::BTreeMap;

pub use phrase::{Phrase, Piece};

/// The language that has a phrase for every key.
const COMPLETE: &str = "en";

/// The built-in English.
const ENGLISH: &str = include_str!("../../themes/default/wording/en.toml");

/// A file of words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    /// Its name without `.toml`: the language.
    pub name: String,
    /// The TOML.
    pub text: String,
}

/// A file of words that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Its name without `.toml`.
    pub name: String,
    /// What is wrong with it, as part of a sentence.
    pub reason: String,
}

/// The words for one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    lang: String,
    phrases: BTreeMap<String, Phrase>,
}

impl Wording {
    /// The words in the language of a site; in English where nobody has
    /// written them in that language. Of two files with one name, the later
    /// puts its phrases in the place of the earlier one's.
    ///
    /// # Errors
    /// A file is no TOML, has a key that is not known, lacks one, or lacks a
    /// name within a phrase.
    pub fn of(lang: &str, files: &[Written]) -> Result<Wording, Wrong> {
        let mut english = BTreeMap::new();
        for file in files.iter().filter(|file| file.name == COMPLETE) {
            let known = english.clone();
            add(file, &known, &mut english)?;
        }
        let family = lang.split('-').next().unwrap_or(lang);
        let mut phrases = BTreeMap::new();
        if family.eq_ignore_ascii_case(COMPLETE) {
            phrases = english.clone();
        }
        let mut last = None;
        let own = [Some(family), (family != lang).then_some(lang)];
        for name in own.into_iter().flatten().filter(|name| *name != COMPLETE) {
            let named = |file: &&Written| file.name.eq_ignore_ascii_case(name);
            for file in files.iter().filter(named) {
                add(file, &english, &mut phrases)?;
                last = Some(file);
            }
        }
        if phrases.is_empty() {
            return Ok(Wording {
                lang: COMPLETE.to_owned(),
                phrases: english,
            });
        }
        let missing = english.keys().find(|key| !phrases.contains_key(*key));
        match (missing, last) {
            (Some(key), Some(file)) => Err(file.wrong(format!("it has no words for {key}"))),
            (_, _) => Ok(Wording {
                lang: lang.to_owned(),
                phrases,
            }),
        }
    }

    /// The built-in English: what the commands say of dates and reviews, since
    /// they speak English whatever the site does.
    ///
    /// # Panics
    /// Never: a test reads the built-in words.
    pub fn english() -> Wording {
        let file = Written {
            name: COMPLETE.to_owned(),
            text: ENGLISH.to_owned(),
        };
        Wording::of(COMPLETE, &[file]).expect("the built-in words are whole")
    }

    /// The language that the words are in.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The phrase of a key.
    pub fn phrase(&self, key: &str) -> Option<&Phrase> {
        self.phrases.get(key)
    }

    /// What a key says with these values.
    ///
    /// # Panics
    /// Never for a key of the built-in English with the names it has there;
    /// a test holds that the code uses no other.
    pub fn said(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.put(key, None, values)
    }

    /// What a key says with these values and a number, which decides between
    /// forms and stands for `{count}`.
    ///
    /// # Panics
    /// As [`said`](Wording::said).
    pub fn counted(&self, key: &str, count: usize, values: &[(&str, &str)]) -> String {
        let written = count.to_string();
        let values = [values, &[(phrase::COUNT, &written)]].concat();
        self.put(key, i64::try_from(count).ok(), &values)
    }

    fn put(&self, key: &str, count: Option<i64>, values: &[(&str, &str)]) -> String {
        let phrase = self.phrases.get(key);
        let phrase = phrase.expect("every wording has the keys that the code uses");
        let mut said = String::new();
        for piece in phrase.pieces(count) {
            said.push_str(match piece {
                Piece::Text(text) => text,
                Piece::Name(name) => {
                    let value = values.iter().find(|(known, _)| known == name);
                    value.map_or("", |(_, value)| value)
                }
            });
        }
        said
    }
}

impl Written {
    fn wrong(&self, reason: String) -> Wrong {
        Wrong {
            name: self.name.clone(),
            reason,
        }
    }
}

/// Adds the phrases of a file to others. Where any are known, it may have no
/// others, and each has to have the names that are in the known one.
fn add(
    file: &Written,
    known: &BTreeMap<String, Phrase>,
    phrases: &mut BTreeMap<String, Phrase>,
) -> Result<(), Wrong> {
    let table: toml::Table = toml::from_str(&file.text)
        .map_err(|error| file.wrong(format!("it cannot be read: {}", error.message())))?;
    for (group, entries) in &table {
        let toml::Value::Table(entries) = entries else {
            return Err(file.wrong(format!("{group} stands in no group, like [{group}]")));
        };
        for (key, value) in entries {
            let key = format!("{group}.{key}");
            let phrase = Phrase::read(value)
                .map_err(|reason| file.wrong(format!("the words for {key} {reason}")))?;
            match known.get(&key) {
                None if !known.is_empty() => {
                    return Err(file.wrong(format!("nothing asks for the words {key}")));
                }
                Some(other) => {
                    if let Some(reason) = phrase.differs(other) {
                        return Err(file.wrong(format!("the words for {key} {reason}")));
                    }
                }
                None => {}
            }
            phrases.insert(key, phrase);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
