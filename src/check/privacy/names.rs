//! Full names: a first name and what looks like a surname behind it.
//!
//! In: words, and the names that everybody may read. Out: where a full name
//! stands that is none of those. It knows lists of names and words (`lists/`),
//! and must never take the name of a place, a book or somebody of the past for
//! a pupil's.

use std::ops::Range;
use std::sync::OnceLock;

use crate::model::Site;
use crate::words::{Capitals, Mark, Passage, Phrases, Stands, Words};

/// A list of words in small letters, sorted.
pub(super) struct List(Vec<&'static str>);

impl List {
    fn of(text: &'static str) -> List {
        let mut words: Vec<&str> = lines(text).collect();
        words.sort_unstable();
        List(words)
    }

    /// Whether a word in small letters is on it.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The lists, read once.
pub(super) struct Lists {
    /// First names that are nothing else.
    pub(super) first: List,
    /// First names that are everyday words as well.
    pub(super) first_or_word: List,
    pub(super) surnames: List,
    pub(super) surname_or_word: List,
    /// What stands behind a first name and is no surname.
    pub(super) no_surnames: List,
}

pub(super) fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists {
        first: List::of(include_str!("lists/first-names.txt")),
        first_or_word: List::of(include_str!("lists/first-names-and-words.txt")),
        surnames: List::of(include_str!("lists/surnames.txt")),
        surname_or_word: List::of(include_str!("lists/surnames-and-words.txt")),
        no_surnames: List::of(include_str!("lists/no-surnames.txt")),
    })
}

/// Titles before a name that say that it is a grown-up's, or a saint's. They
/// have a capital: the captain of a team is a pupil.
const TITLES: &str = " mr mrs ms miss mx dr sir dame lady lord madam prof professor rev reverend nurse pc constable sergeant inspector officer councillor cllr mayor king queen prince princess emperor saint st pope bishop president minister captain major colonel general headteacher governor caretaker author ";

/// What only grown-ups are.
const CALLINGS: &str =
    " author authors illustrator composer scientist explorer inventor engineer astronaut ";

/// What a surname can begin with.
const PARTICLES: &str =
    " van von der den de da do dos del della di la le el al bin bint ibn ap ab ter st ";

/// The names that everybody may read: those that Signpost knows, and those
/// that the school has written down itself.
pub(in crate::check) struct Names {
    schools: Phrases<()>,
}

/// Those that Signpost knows.
fn known() -> &'static Phrases<()> {
    static KNOWN: OnceLock<Phrases<()>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Phrases::new(Capitals::Any);
        for name in lines(include_str!("lists/known-names.txt")) {
            known.add(name, ());
        }
        known
    })
}

impl Names {
    /// Those of a site.
    pub(in crate::check) fn of(site: &Site) -> Names {
        let mut schools = Phrases::new(Capitals::Any);
        let school = &site.school;
        let mut add = |name: &str| schools.add(name, ());
        add(&school.name.value);
        school.postal.iter().for_each(|line| add(line));
        school.names.iter().for_each(|name| add(&name.value));
        for role in &site.roles {
            add(&role.title.value);
            for holder in &role.holders {
                add(&holder.name.inspect().value);
                if let Some(name) = &holder.child_name {
                    add(&name.inspect().value);
                }
            }
        }
        let helplines = site.helplines.iter().map(|line| &line.name.value);
        let laws = site.handbook.guidance.iter().map(|law| &law.title.value);
        let systems = site.handbook.systems.iter();
        let systems = systems.map(|system| &system.name.value);
        let others = helplines.chain(laws).chain(systems);
        others.for_each(|name| add(name));
        Names { schools }
    }

    /// The full names in a passage, by their bytes.
    pub(super) fn in_passage(&self, passage: &Passage) -> Vec<Range<usize>> {
        let words = passage.words();
        let reading = Reading {
            passage,
            words: &words,
        };
        let mut known: Option<Vec<bool>> = None;
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some(name) = reading.full_name(at) else {
                at += 1;
                continue;
            };
            let known = known.get_or_insert_with(|| self.known_in(&words));
            let is_known = known[name.clone()].contains(&true) || self.knows(&words, name.clone());
            if !is_known {
                found.push(words.span(name.clone()));
            }
            at = name.end;
        }
        found
    }

    /// Whether a name is known once it is nobody's: “Charlie Bucket's”.
    fn knows(&self, words: &Words<'_>, name: Range<usize>) -> bool {
        let bare = |at: usize| words.plain(at).trim_end_matches("'s").to_owned();
        let bare: Vec<String> = name.map(bare).collect();
        let bare = Passage::plain(&bare.join(" "), 0..0);
        self.known_in(&bare.words()).contains(&true)
    }

    /// Which of the words belong to a name that everybody may read.
    pub(super) fn known_in(&self, words: &Words<'_>) -> Vec<bool> {
        let mut is_known = vec![false; words.len()];
        for at in 0..words.len() {
            for names in [known(), &self.schools] {
                if let Some((length, ())) = names.at(words, at, is_read) {
                    is_known[at..at + length].fill(true);
                }
            }
        }
        is_known
    }
}

fn is_read(mark: Mark) -> bool {
    matches!(mark, Mark::Plain | Mark::Fixed)
}

/// Words, as they are gone through.
struct Reading<'p> {
    passage: &'p Passage,
    words: &'p Words<'p>,
}

/// How sure it is that a word is a first name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Name,
    /// It is an everyday word as well.
    NameOrWord,
}

impl Reading<'_> {
    /// The full name that begins with the word at `at`.
    fn full_name(&self, at: usize) -> Option<Range<usize>> {
        let first = self.first_name(at)?;
        if self.is_of_a_grown_up(at) {
            return None;
        }
        let mut end = at + 1;
        // Anna-Mae; Lily Grace Hart; Amelia J. Hart
        while self.is_joined(end, &["-", "‑"]) && self.first_name(end).is_some() {
            end += 1;
        }
        let mut middles = 0;
        loop {
            if let Some(name) = self.surname(at, end, first) {
                return self.ends_here(name).then_some(at..name);
            }
            let is_initial = self.words.said(end).chars().count() == 1;
            let is_middle = self.first_name(end).is_some() || (is_initial && self.is_capital(end));
            if middles == 2 || !is_middle || !self.follows(end) {
                return None;
            }
            middles += 1;
            end += 1;
        }
    }

    /// Where the surname ends that begins at `at`, behind a first name that
    /// begins at `begin`.
    fn surname(&self, begin: usize, at: usize, first: First) -> Option<usize> {
        let mut last = at;
        while last < at + 2 && PARTICLES.contains(&format!(" {} ", self.words.plain(last))) {
            if !self.follows(last) {
                return None;
            }
            last += 1;
        }
        // Al-Sayed
        let is_joined = self.follows(last) || (last > at && self.is_joined(last, &["-", "‑"]));
        let is_read = self.words.get(last).is_some_and(|word| is_read(word.mark));
        if !is_joined || !is_read || !self.is_capital(last) {
            return None;
        }
        let lists = lists();
        let word = self.words.plain(last);
        let word = word.strip_suffix("'s").unwrap_or(word);
        let is_known = lists.surnames.has(word);
        let is_loud = |at: usize| !self.words.said(at).chars().any(char::is_lowercase);
        if word.chars().count() < 2
            || word.chars().any(|c| c.is_ascii_digit())
            || lists.no_surnames.has(word)
            || (is_loud(last) && !is_loud(begin))
        {
            return None;
        }
        let is_name = lists.first.has(word) || lists.first_or_word.has(word);
        let is_heading = self.passage.stands == Stands::Heading || is_loud(last);
        let must_be_known = first == First::NameOrWord || is_name || is_heading;
        let is_surname = is_known
            || !must_be_known
            || (is_heading && first == First::Name && lists.surname_or_word.has(word));
        is_surname.then(|| {
            let doubled = self.is_joined(last + 1, &["-", "‑"]) && self.is_capital(last + 1);
            last + 1 + usize::from(doubled)
        })
    }

    fn first_name(&self, at: usize) -> Option<First> {
        let is_read = self.words.get(at).is_some_and(|word| is_read(word.mark));
        if !is_read || !self.is_capital(at) {
            return None;
        }
        let word = self.words.plain(at);
        let lists = lists();
        if lists.first.has(word) {
            Some(First::Name)
        } else if lists.first_or_word.has(word) {
            Some(First::NameOrWord)
        } else {
            None
        }
    }

    fn is_of_a_grown_up(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = format!(" {} ", self.words.plain(before));
        let is_title = TITLES.contains(&word) && self.is_capital(before);
        (is_title || CALLINGS.contains(&word))
            && self.is_joined(at, &[" ", "\u{a0}", ". ", ".\u{a0}"])
    }

    /// Whether what follows is no street, prize or foundation of that name.
    fn ends_here(&self, end: usize) -> bool {
        let next = self.words.plain(end);
        let is_more = self.follows(end) && self.is_capital(end) && lists().no_surnames.has(next);
        // “Oliver Smith Year 4” is a pupil and their class.
        !is_more
            || matches!(
                next,
                "year" | "years" | "class" | "reception" | "nursery" | "is" | "and"
            )
    }

    fn is_capital(&self, at: usize) -> bool {
        self.words.said(at).starts_with(char::is_uppercase)
    }

    /// Whether a word follows on the one before it with nothing but a space,
    /// or the full stop of an initial.
    fn follows(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.words.said(at));
        self.is_joined(at, &[" ", "\u{a0}", "  "])
            || (before.chars().count() == 1 && self.is_joined(at, &[". "]))
    }

    fn is_joined(&self, at: usize, with: &[&str]) -> bool {
        let (Some(before), Some(word)) = (
            at.checked_sub(1).and_then(|at| self.words.get(at)),
            self.words.get(at),
        ) else {
            return false;
        };
        before.sentence == word.sentence
            && with.contains(&&self.passage.text()[before.span.end..word.span.start])
    }
}
