//! Words, each of a kind that says whom it is for.
//!
//! Words for staff begin with `qz`, words for parents with `xj`, words that
//! nobody at all reads with `vk`; no English word, no template and no style
//! sheet has those letters. Telephone numbers are told apart by their digits.

use proptest::prelude::*;

/// Whom a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Children,
    Parents,
    Staff,
}

/// The letters that words nobody may read begin with: drafts, the evidence of
/// consent, comments in drawings.
pub(crate) const NOBODY: &str = "vk";

const STEMS: [&str; 12] = [
    "alder", "birch", "cedar", "damson", "elm", "fir", "gorse", "hazel", "ivy", "juniper", "larch",
    "maple",
];

impl Voice {
    /// What each of this voice's words begins with.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Voice::Children => "",
            Voice::Parents => "xj",
            Voice::Staff => "qz",
        }
    }

    /// A name that nothing else of this voice has: `qz-note-3`.
    pub(crate) fn name(self, what: &str, number: usize) -> String {
        match self {
            Voice::Children => format!("{what}-{number}"),
            Voice::Parents | Voice::Staff => format!("{}-{what}-{number}", self.mark()),
        }
    }
}

/// One word.
pub(crate) fn word(voice: Voice) -> impl Strategy<Value = String> {
    prop::sample::select(&STEMS[..]).prop_map(move |stem| format!("{}{stem}", voice.mark()))
}

/// A few words, now and then with a letter or a mark that has to be escaped.
pub(crate) fn words(voice: Voice) -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        12 => Just(""),
        1 => Just(" & "),
        1 => Just(" é – ü "),
        1 => Just(" ’"),
        1 => Just(" ½ "),
    ];
    // A text can end in a letter of several bytes too.
    let last = prop_oneof![12 => Just(""), 1 => Just(" café"), 1 => Just("’"), 1 => Just(" ½")];
    let all = prop::collection::vec(word(voice), 1..4);
    (all, odd, last).prop_map(|(words, odd, last)| {
        let mut words = words.join(" ");
        if let (Some(at), false) = (words.find(' '), odd.is_empty()) {
            words.insert_str(at, odd.trim_end());
        }
        words + last
    })
}

/// A title: words that begin with a capital, so that sorting has work to do.
pub(crate) fn title(voice: Voice) -> impl Strategy<Value = String> {
    words(voice).prop_map(|words| {
        let mut letters = words.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect()
    })
}

/// A telephone number of the range that is kept for plays and films.
pub(crate) fn phone(voice: Voice) -> impl Strategy<Value = String> {
    let hundred = match voice {
        Voice::Children => 1,
        Voice::Parents => 4,
        Voice::Staff => 8,
    };
    (0..100u32).prop_map(move |n| format!("01632 960{hundred}{n:02}"))
}

/// A text as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Several texts as TOML writes them.
pub(crate) fn list(texts: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", quoted.join(", "))
}

/// Puts `extra` pieces among `pieces`, each at a place of its own choice, so
/// that the order of what is for others does not depend on them.
pub(crate) fn mixed(
    pieces: Vec<String>,
    extra: impl IntoIterator<Item = (prop::sample::Index, String)>,
) -> Vec<String> {
    let places = pieces.len() + 1;
    let mut before: Vec<Vec<String>> = vec![Vec::new(); places];
    for (at, piece) in extra {
        before[at.index(places)].push(piece);
    }
    let mut mixed = Vec::new();
    let mut pieces = pieces.into_iter();
    for extra in before {
        mixed.extend(extra);
        mixed.extend(pieces.next());
    }
    mixed
}
