//! The letters of a word, in small ones and without their accents.

/// The longest word that is looked at letter by letter.
const LONGEST: usize = 48;

/// A word in small letters of the plain alphabet.
pub(super) struct Letters {
    bytes: [u8; LONGEST],
    len: usize,
    /// A bit for each letter that is written for a vowel, the first lowest.
    vowels: u64,
    /// A bit for each e.
    es: u64,
    /// A bit for each u and y.
    unsure: u64,
}

/// Whether a letter is written for a vowel.
pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The places of the bits that are set, the lowest first.
pub(super) struct Bits(pub(super) u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = (self.0 != 0).then(|| self.0.trailing_zeros() as usize);
        self.0 &= self.0.wrapping_sub(1);
        lowest
    }
}

impl Letters {
    /// The letters of `word`; nothing if they are too many for a word.
    pub(super) fn of(word: &str) -> Option<Letters> {
        let mut letters = Letters {
            bytes: [0; LONGEST],
            len: 0,
            vowels: 0,
            es: 0,
            unsure: 0,
        };
        if word.is_ascii() {
            word.bytes().try_for_each(|letter| letters.push(letter))?;
        } else {
            for c in word.chars() {
                match u8::try_from(c) {
                    Ok(letter) if letter.is_ascii() => letters.push(letter)?,
                    _ => plain(c)
                        .iter()
                        .try_for_each(|letter| letters.push(*letter))?,
                }
            }
        }
        Some(letters)
    }

    fn push(&mut self, letter: u8) -> Option<()> {
        let letter = letter.to_ascii_lowercase();
        *self.bytes.get_mut(self.len)? = letter;
        let bit = 1 << self.len;
        self.len += 1;
        match letter {
            b'e' => {
                self.vowels |= bit;
                self.es |= bit;
            }
            b'u' | b'y' => {
                self.vowels |= bit;
                self.unsure |= bit;
            }
            b'a' | b'i' | b'o' => self.vowels |= bit,
            _ => {}
        }
        Some(())
    }

    /// The places of each e from the second letter on, without the last two.
    pub(super) fn inner_es(&self) -> impl Iterator<Item = usize> {
        let last_two = self.len.saturating_sub(2);
        Bits(self.es & !1 & ((1 << last_two) - 1))
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn all(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// The letters from the n-th on.
    pub(super) fn from(&self, at: usize) -> &[u8] {
        &self.bytes[at.min(self.len)..self.len]
    }

    /// The letters before the n-th.
    pub(super) fn before(&self, at: usize) -> &[u8] {
        &self.bytes[..at]
    }

    /// A bit for each letter that is heard as a vowel, alone or with the one
    /// before it.
    pub(super) fn heard(&self) -> u64 {
        let unheard = Bits(self.unsure).filter(|at| !self.is_heard(*at));
        unheard.fold(self.vowels, |heard, at| heard & !(1 << at))
    }

    /// Whether u or y is heard: y before a vowel begins a syllable (`yes`,
    /// `play-er`), and u after q and g is often a w or nothing (`quick`,
    /// `guess`).
    fn is_heard(&self, at: usize) -> bool {
        let last = self.before(at).last().copied();
        let next = self.from(at + 1).first().copied();
        match (last, self.bytes[at]) {
            (last, b'y') => !(next.is_some_and(is_vowel) && last.is_none_or(is_vowel)),
            (Some(b'q'), b'u') => false,
            (Some(b'g'), b'u') => {
                !matches!(next, Some(b'a' | b'e' | b'i')) || self.from(at + 1).starts_with(b"ity")
            }
            _ => true,
        }
    }

    /// Whether a vowel is written before the n-th letter.
    pub(super) fn has_vowel_before(&self, at: usize) -> bool {
        self.vowels & ((1 << at) - 1) != 0
    }

    pub(super) fn ends_in_vowel(&self) -> bool {
        self.all().last().copied().is_some_and(is_vowel)
    }

    /// Whether the word ends in a sound after which an s is a syllable:
    /// `James’s`, `Alice’s`.
    pub(super) fn hisses(&self) -> bool {
        let hisses = |end: &[u8]| matches!(end, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h']);
        match self.all() {
            [.., b'c' | b'g' | b's' | b'z' | b'x', b'e'] => true,
            all => hisses(all),
        }
    }
}

/// A letter with an accent, in plain ones that sound like it: an accent over e
/// says that it is heard (`café`), two dots that it stands for itself
/// (`naïve`).
fn plain(accented: char) -> &'static [u8] {
    match accented {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Å' => b"a",
        'æ' | 'Æ' => b"ae",
        'ç' | 'Ç' => b"s",
        'é' | 'É' => b"ee",
        'è' | 'ê' | 'È' | 'Ê' | 'œ' | 'Œ' => b"e",
        'ë' | 'Ë' => b"hee",
        'í' | 'î' | 'ì' | 'Í' | 'Î' => b"i",
        'ï' | 'Ï' => b"hi",
        'ñ' | 'Ñ' => b"n",
        'ó' | 'ô' | 'ò' | 'õ' | 'ö' | 'ø' | 'Ó' | 'Ô' | 'Ö' | 'Ø' => b"o",
        'ú' | 'û' | 'ù' | 'ü' | 'Ú' | 'Û' | 'Ü' => b"u",
        'ß' => b"ss",
        'ŷ' | 'ÿ' | 'ý' => b"y",
        'ŵ' => b"w",
        _ => b"",
    }
}
