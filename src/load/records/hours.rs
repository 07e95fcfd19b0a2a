//! Opening hours, which are a word or a list.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use crate::load::raw::{RawHours, RawHoursWord};

// Written out, because a derived choice without names would hide which day
// or time of a list is wrong.
impl<'de> Deserialize<'de> for RawHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RawHours, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = RawHours;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("“always”, “not-stated”, or a list of days and times")
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<RawHours, E> {
                match word {
                    "always" => Ok(RawHours::Word(RawHoursWord::Always)),
                    "not-stated" => Ok(RawHours::Word(RawHoursWord::NotStated)),
                    _ => Err(E::custom(format!(
                        "“{word}” does not say when it is open; write \"always\", \"not-stated\", or [{{ days = \"Monday to Friday\", opens = \"08:00\", closes = \"22:00\" }}]"
                    ))),
                }
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RawHours, A::Error> {
                let mut times = Vec::new();
                while let Some(next) = list.next_element()? {
                    times.push(next);
                }
                Ok(RawHours::Times(times))
            }
        }
        deserializer.deserialize_any(Written)
    }
}
