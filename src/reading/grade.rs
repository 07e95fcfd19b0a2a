//! The grade of a text.

use std::fmt;

use super::Reading;

/// A school year of the United States, by the formula of Flesch and Kincaid
/// (Kincaid and others, 1975), in tenths. Most readers are five years older
/// than it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(i64);

impl Grade {
    /// A whole grade.
    pub const fn whole(grade: i64) -> Grade {
        Grade(grade * 10)
    }

    /// The grade of what was read, however little. Reckoned in whole
    /// numbers, so that it is the same on every machine:
    /// 0.39 × words / sentences + 11.8 × syllables / words − 15.59.
    pub(super) fn of(reading: &Reading) -> Grade {
        let [words, sentences, syllables] = [reading.words, reading.sentences, reading.syllables]
            .map(|count| i64::try_from(count).unwrap_or(MOST).clamp(1, MOST));
        let hundredths_of_tenth =
            390 * words * words + 11_800 * syllables * sentences - 15_590 * words * sentences;
        let parts = 100 * words * sentences;
        // Rounded to the nearest tenth.
        Grade((2 * hundredths_of_tenth + parts).div_euclid(2 * parts))
    }

    /// The age at which most readers can read it: nobody reads before five.
    pub fn age(self) -> i64 {
        (self.0 + 55).div_euclid(10).max(5)
    }
}

/// With more words than this the sums would not fit; no page has so many.
const MOST: i64 = 10_000_000;

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A text can be easier than the scale: below nought there is no less.
        let tenths = self.0.max(0);
        if tenths % 10 == 0 {
            write!(f, "{}", tenths / 10)
        } else {
            write!(f, "{}.{}", tenths / 10, tenths % 10)
        }
    }
}
