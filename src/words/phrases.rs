//! Phrases that are looked for in a text.

use std::collections::BTreeMap;

use super::{Firsts, Mark, Words, plain, runs};

/// Which capitals a phrase has where it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capitals {
    /// Whatever they are.
    Any,
    /// Those that it was written with, or more: a name that is an everyday
    /// word besides is not meant where that word stands.
    Written,
}

/// Phrases to be looked for, each with what it stands for.
#[derive(Debug)]
pub struct Phrases<T> {
    capitals: Capitals,
    root: Node,
    kept: Vec<T>,
    /// The longest word of each phrase: in small letters, and as it was
    /// written.
    keys: BTreeMap<String, Vec<String>>,
    firsts: Firsts,
}

/// What can follow on the words so far.
#[derive(Debug, Default)]
struct Node {
    next: BTreeMap<String, Node>,
    /// The phrases that end here: how each was written, and its place in
    /// `kept`.
    ends: Vec<(Vec<String>, usize)>,
}

/// Phrases that differ in nothing but their capitals; more than these are not
/// looked for.
const ALIKE: usize = 8;

impl<T> Phrases<T> {
    /// No phrases yet.
    pub fn new(capitals: Capitals) -> Phrases<T> {
        Phrases {
            capitals,
            root: Node::default(),
            kept: Vec::new(),
            keys: BTreeMap::new(),
            firsts: Firsts::default(),
        }
    }

    /// Adds a phrase; one without a word is never found.
    pub fn add(&mut self, phrase: &str, value: T) {
        let words: Vec<String> = runs(phrase, 0..phrase.len())
            .into_iter()
            .map(|span| phrase[span].to_owned())
            .collect();
        let Some(key) = words.iter().max_by_key(|word| word.len()) else {
            return;
        };
        self.firsts.add(key);
        let written = self.keys.entry(plain(key)).or_default();
        if written.len() < ALIKE && !written.contains(key) {
            written.push(key.clone());
        }
        let mut node = &mut self.root;
        for word in &words {
            node = node.next.entry(plain(word)).or_default();
        }
        if node.ends.len() < ALIKE {
            node.ends.push((words, self.kept.len()));
            self.kept.push(value);
        }
    }

    /// Whether there is no phrase.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether one of the phrases could stand in a text, marks and all. Asked
    /// of a whole page before it is taken apart.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let is_key = |word: &str| {
            if !self.firsts.may_hold(word.as_bytes()) {
                return false;
            }
            let Some(written) = self.keys.get(&plain(word)) else {
                return false;
            };
            let mut written = written.iter();
            self.capitals == Capitals::Any || written.any(|key| has_capitals_of(word, key))
        };
        // Of a short word what is behind it is no beginning.
        let may_begin = |at: &usize| match text.as_bytes().get(*at..*at + Firsts::LETTERS) {
            Some(first) if first.iter().all(u8::is_ascii_alphanumeric) => {
                self.firsts.may_hold(first)
            }
            Some(_) | None => true,
        };
        let holds_key = |at| {
            let words = runs(text, at..end_of_run(text, at));
            words.into_iter().any(|word| is_key(&text[word]))
        };
        !self.is_empty() && begins_of_runs(text).filter(may_begin).any(holds_key)
    }

    /// The longest phrase that begins with the word at `at` and does not reach
    /// into another sentence: how many words it has, and what it stands for.
    /// `is_read` says which words count.
    pub fn at(
        &self,
        words: &Words<'_>,
        at: usize,
        is_read: impl Fn(Mark) -> bool,
    ) -> Option<(usize, &T)> {
        let sentence = words.get(at)?.sentence;
        let mut node = &self.root;
        let mut found = None;
        for here in at..words.len() {
            let fits = |word: &super::Word| word.sentence == sentence && is_read(word.mark);
            let Some(next) = words
                .get(here)
                .filter(|word| fits(word))
                .and_then(|_| node.next.get(words.plain(here)))
            else {
                break;
            };
            node = next;
            let end = node.ends.iter().find(|(written, _)| match self.capitals {
                Capitals::Any => true,
                Capitals::Written => (at..=here)
                    .zip(written)
                    .all(|(here, written)| has_capitals_of(words.said(here), written)),
            });
            if let Some((_, value)) = end {
                found = Some((here + 1 - at, &self.kept[*value]));
            }
        }
        found
    }
}

/// Where a word may begin: at any letter or digit behind something else. What
/// is no ASCII is looked at more closely by whoever asks.
fn begins_of_runs(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let before = inside;
        inside = goes_on(byte, before);
        (inside && !before).then_some(at)
    })
}

/// Where the words end that may begin here, without a gap between them.
fn end_of_run(text: &str, start: usize) -> usize {
    let mut bytes = text.bytes().enumerate().skip(start);
    let end = bytes.find(|(_, byte)| !goes_on(*byte, true));
    end.map_or(text.len(), |(at, _)| at)
}

fn goes_on(byte: u8, inside: bool) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || (inside && byte == b'\'')
}

/// Whether each capital of `written` is one in `said`.
fn has_capitals_of(said: &str, written: &str) -> bool {
    let mut said = said.chars();
    written.chars().all(|wanted| {
        said.next()
            .is_some_and(|found| !wanted.is_uppercase() || found.is_uppercase())
    })
}
