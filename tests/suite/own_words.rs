//! Facts of the demonstration come from the policies of two schools, and its
//! sentences do not: eight words in a row of theirs stand nowhere in it.
//!
//! The policies are in no file of the project. `tests/seeds/eight-words.bin`
//! holds a mark of every run of eight words of them, from which nobody can
//! read them back; `tests/seeds/eight-words` made it and says how.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

/// How many words are a run.
const RUN: usize = 8;

/// How many bytes of a digest are kept.
const KEPT: usize = 6;

/// What is read: all that people read of the demo, its manual and its theme.
const READ: [&str; 7] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "content",
    "docs",
    "themes",
];

/// Names that are longer than a run: whoever cites the work has to say them.
const NAMES: [&str; 1] = [
    "Sharing nudes and semi-nudes: advice for education settings working with children and young \
     people",
];

type Mark = [u8; KEPT];

/// The marks of the two policies, in order.
struct Marks(Vec<Mark>);

impl Marks {
    fn read() -> Marks {
        let path = root().join("tests/seeds/eight-words.bin");
        let bytes = fs::read(path).expect("the marks are there");
        let (marks, rest) = bytes.as_chunks::<KEPT>();
        assert!(rest.is_empty() && marks.is_sorted() && marks.len() > 10_000);
        Marks(marks.to_vec())
    }

    fn has(&self, mark: Mark) -> bool {
        self.0.binary_search(&mark).is_ok()
    }
}

/// A word as it is compared, and the line on which it stands.
#[derive(Debug, PartialEq)]
struct Word {
    said: String,
    line: usize,
}

/// The words of a text. An apostrophe is part of none and parts none.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let said = line.to_lowercase().replace(['\'', '’'], "");
        let parts = said.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.filter(|word| !word.is_empty()).map(|word| Word {
            said: word.to_owned(),
            line: at + 1,
        }));
    }
    words
}

/// What words sound like, one after the other.
fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.said.as_str()).collect();
    words.join(" ")
}

fn mark(run: &[Word]) -> Mark {
    let digest = Sha256::digest(joined(run).as_bytes());
    std::array::from_fn(|at| digest[at])
}

/// For each word, whether it is part of a name.
fn named(words: &[Word]) -> Vec<bool> {
    let mut named = vec![false; words.len()];
    for name in NAMES {
        let name = self::words(name);
        for (at, here) in words.windows(name.len()).enumerate() {
            if joined(here) == joined(&name) {
                named[at..at + name.len()].fill(true);
            }
        }
    }
    named
}

/// What a text shares with the two policies: the line on which it begins, and
/// the words. Runs that overlap are told as one.
fn shared(marks: &Marks, text: &str) -> Vec<(usize, String)> {
    let words = words(text);
    let named = named(&words);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, run) in words.windows(RUN).enumerate() {
        let is_name = named[at..at + RUN].iter().all(|is_named| *is_named);
        if is_name || !marks.has(mark(run)) {
            continue;
        }
        match found.last_mut() {
            Some((_, end)) if at <= *end => *end = at + RUN,
            _ => found.push((at, at + RUN)),
        }
    }
    let found = found.into_iter();
    found
        .map(|(from, to)| (words[from].line, joined(&words[from..to])))
        .collect()
}

/// A page of the theme without its tags and its instructions: sentences are
/// cut by these where a reader sees no cut. Line ends are kept.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '<' | '{' => depth += 1,
            '>' | '}' => depth = depth.saturating_sub(1),
            '\n' => plain.push(c),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_eight_words_in_a_row_are_somebody_elses() {
    let marks = Marks::read();
    let mut told = Vec::new();
    let mut read = 0;
    let files = READ.iter().flat_map(|path| WalkDir::new(root().join(path)));
    for file in files {
        let file = file.expect("the project can be read");
        let end = file.path().extension().and_then(|end| end.to_str());
        let Some(end @ ("md" | "toml" | "html" | "js" | "svg")) = end else {
            continue;
        };
        let text = fs::read_to_string(file.path()).expect("a file of words is text");
        let mut found = shared(&marks, &text);
        if end == "html" {
            found.extend(shared(&marks, &without_tags(&text)));
        }
        let path = file.path().strip_prefix(root()).expect("below the root");
        let lines = found.into_iter();
        told.extend(lines.map(|(line, words)| format!("{}:{line}: {words}", path.display())));
        read += 1;
    }
    assert!(read > 200, "only {read} files were read");
    assert!(
        told.is_empty(),
        "these words are those of a school’s policy; say it in your own:\n{}",
        told.join("\n")
    );
}

#[test]
fn the_marks_are_of_these_words_and_are_found() {
    let marks = Marks::read();
    // What `tests/seeds/eight-words` makes of these.
    let eight = words("One, two; THREE four —\nfive’s 6 seven-eight");
    assert_eq!(joined(&eight), "one two three four fives 6 seven eight");
    assert_eq!(eight[4].line, 2);
    assert_eq!(mark(&eight), FIXED);
    // A name that stands in one of the policies: each run of it is known, and
    // the whole of it may be said.
    let name = words(NAMES[0]);
    assert!(name.windows(RUN).all(|run| marks.has(mark(run))));
    assert_eq!(shared(&marks, NAMES[0]), []);
    assert_eq!(shared(&marks, &format!("Read “{}”.", NAMES[0])), []);
    // Part of a name is not a name.
    let (part, _) = NAMES[0]
        .rsplit_once(' ')
        .expect("it has more than one word");
    let found = shared(&marks, &format!("Read\n“{part}”."));
    assert_eq!(found, [(2, joined(&words(part)))]);
    assert_eq!(
        without_tags("<p class=\"x\">one {{ two }}<b>three</b>\nfour"),
        "one three\nfour"
    );
}

/// The mark of eight made-up words.
const FIXED: Mark = [0xe3, 0x16, 0x21, 0x0f, 0xd3, 0x14];
