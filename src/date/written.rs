//! Values that records write as text or as TOML's own dates.
//!
//! In: a value of TOML. Out: what a type of this room reads in it, or its
//! sentence. Must never read anything that the type itself would refuse.

use std::fmt;

use serde::de::{self, Deserialize, MapAccess, Visitor};

/// Texts longer than this, in bytes, are not searched for what they may mean.
const LONGEST: usize = 200;

/// Hands a written value on to the type that reads it.
pub(super) struct Written<T> {
    /// How the type reads a text.
    pub(super) read: fn(&str) -> Result<T, String>,
    /// What it wants, for a value that is neither text nor date.
    pub(super) wants: &'static str,
}

impl<'de, T> Visitor<'de> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wants)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }

    // TOML's own dates arrive as a map that only its type can read.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let date = toml::value::Datetime::deserialize(de::value::MapAccessDeserializer::new(map))?;
        (self.read)(&date.to_string()).map_err(de::Error::custom)
    }
}

/// Whether a text is short enough to be worth searching for what it may mean.
pub(super) fn is_short(text: &str) -> bool {
    text.len() <= LONGEST
}

/// What an editor wrote, in quotes, within a sentence whose parts are told
/// apart by a semicolon.
pub(super) fn quoted(written: &str) -> String {
    let words = written.trim().replace(';', ",");
    let mut letters = words.chars();
    let start: String = letters.by_ref().take(60).collect();
    match letters.next() {
        Some(_) => format!("“{start}…”"),
        None => format!("“{start}”"),
    }
}

/// `a`, `a or b`, `a, b or c`
pub(super) fn or(choices: &[String]) -> String {
    match choices {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
