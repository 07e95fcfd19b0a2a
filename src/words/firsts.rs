//! A quick no: whether a word could be one of some, by its first letters.
//!
//! In: the words that are looked for. Out: for any word, that it is none of
//! them, or that it could be. Asked of every word there is, before anything
//! that takes longer.

/// Which beginnings the words have that are looked for: a bit for each three
/// letters, of which five bits each count.
#[derive(Debug)]
pub struct Firsts(Vec<u64>);

impl Default for Firsts {
    /// Of no words yet.
    fn default() -> Firsts {
        Firsts(vec![0; (1 << (5 * Firsts::LETTERS)) / 64])
    }
}

impl Firsts {
    /// How many letters are looked at.
    pub const LETTERS: usize = 3;

    /// Of some words.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Firsts {
        let mut firsts = Firsts::default();
        for word in words {
            firsts.add(word);
        }
        firsts
    }

    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        match place(word.as_bytes()) {
            Some(place) => self.0[place / 64] |= 1 << (place % 64),
            // Its small letters may be of another length.
            None => self.0.fill(u64::MAX),
        }
    }

    /// Whether a word could be one of them, whatever its capitals.
    pub fn may_hold(&self, word: &[u8]) -> bool {
        place(word).is_none_or(|place| self.0[place / 64] & (1 << (place % 64)) != 0)
    }
}

/// The place of a beginning; nothing where it is not plain ASCII.
fn place(word: &[u8]) -> Option<usize> {
    let mut place = 0;
    for at in 0..Firsts::LETTERS {
        let letter = word.get(at).copied().unwrap_or_default();
        if !letter.is_ascii() {
            return None;
        }
        place = place << 5 | usize::from(letter & 0x1f);
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_says_no_to_one_of_them() {
        let firsts = Firsts::of(["colour", "at", "p"]);
        for word in ["colour", "COLOUR", "Col", "at", "AT", "p", "P", "ſo", "eé"] {
            assert!(firsts.may_hold(word.as_bytes()), "{word}");
        }
        for word in ["co", "hat", "pp", "ape", ""] {
            assert!(!firsts.may_hold(word.as_bytes()), "{word}");
        }
        assert!(Firsts::of(["é"]).may_hold(b"anything"));
    }
}
