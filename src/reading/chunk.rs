//! What stands between two spaces.

/// A piece of a text without a space in it.
#[derive(Debug)]
pub(super) struct Chunk<'t> {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) text: &'t str,
    /// Where its one word is, if it has plain letters in a row and nothing else
    /// but marks.
    plain: Option<(usize, usize)>,
}

/// What a byte is to a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    Mark,
    /// A digit, an at sign, a part of another letter or mark.
    Other,
}

/// The kind of every byte: a table, for each byte of a site is asked about.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => Kind::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' | b'@' => Kind::Other,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    kinds
};

impl<'t> Chunk<'t> {
    /// The first chunk of a text from a byte on.
    pub(super) fn after(text: &'t str, from: usize) -> Option<Chunk<'t>> {
        let bytes = text.as_bytes();
        let past = |from: usize, is: fn(Kind) -> bool| {
            let mut at = from;
            while at < bytes.len() && is(KINDS[usize::from(bytes[at])]) {
                at += 1;
            }
            at
        };
        let at = past(from, |kind| kind == Kind::Space);
        let word = past(at, |kind| kind == Kind::Mark);
        let after = past(word, |kind| kind == Kind::Letter);
        let marks = past(after, |kind| kind == Kind::Mark);
        let end = past(marks, |kind| kind != Kind::Space);
        (at < end).then(|| Chunk {
            at,
            text: &text[at..end],
            plain: (word < after && marks == end).then_some((word - at, after - at)),
        })
    }

    /// The one word of a chunk that has no other letters and no digits.
    pub(super) fn plain_word(&self) -> Option<(usize, &'t str)> {
        let (begin, end) = self.plain?;
        Some((begin, &self.text[begin..end]))
    }

    /// Whether a sentence might end with it: not with a letter or a comma.
    pub(super) fn may_end(&self) -> bool {
        let last = self.text.as_bytes().last();
        !last.is_some_and(|last| last.is_ascii_alphanumeric() || *last == b',')
    }
}
