//! The source as the rules of the house read it.

use std::path::{Path, PathBuf};

/// A file of `src/`: its path from there, its whole text, and its code.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) code: String,
}

impl Source {
    /// The stage or ground room that the file belongs to.
    pub(super) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    pub(super) fn in_room(&self, room: &str) -> bool {
        self.room() == room
    }
}

/// A file of Rust as it is: its path from the crate's root, and its text.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

/// All files of Rust under a folder of the crate, by path.
pub(super) fn files(folder: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join(folder)];
    let mut paths: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the source is there") {
            let path = entry.expect("the source can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("the source can be read");
        let path = path.strip_prefix(root).expect("below the root");
        let path = path.display().to_string().replace('\\', "/");
        File { path, text }
    };
    paths.into_iter().map(read).collect()
}

/// The files of `src/`.
pub(super) fn sources() -> Vec<Source> {
    let source = |File { path, text }| {
        let path: String = path.trim_start_matches("src/").to_owned();
        Source {
            code: if is_test(&path) {
                String::new()
            } else {
                code(&text)
            },
            path,
            text,
        }
    };
    files("src").into_iter().map(source).collect()
}

/// Whether a file holds tests alone.
fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

/// The code of a file: comments and the insides of strings are blanked out,
/// and everything from the tests on is left away. Lines stay where they are.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(close) = raw_string(rest) {
            close
        } else if c == '"' {
            plain_string(rest)
        } else if c == '\'' {
            letter(rest)
        } else {
            0
        };
        if length == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.extend(
                rest[..length]
                    .chars()
                    .map(|c| if c == '\n' { c } else { ' ' }),
            );
            rest = &rest[length..];
        }
    }
    code
}

/// The length of a raw string that the text begins with.
fn raw_string(text: &str) -> Option<usize> {
    let marks = text.strip_prefix('r')?;
    let count = marks.len() - marks.trim_start_matches('#').len();
    let inside = marks[count..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(count));
    let end = inside.find(&close)?;
    Some(2 + count + end + close.len())
}

fn plain_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a letter in quotes; nothing for a lifetime.
fn letter(text: &str) -> usize {
    let inside = &text[1..];
    if inside.starts_with('\\') {
        return inside[2..].find('\'').map_or(0, |end| end + 4);
    }
    let first = inside.chars().next().map_or(0, char::len_utf8);
    let closed = inside[first..].starts_with('\'');
    if closed { first + 2 } else { 0 }
}

/// The line of a byte, from 1.
pub(super) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Every place of `wanted` in the code of the files that `judged` picks.
pub(super) fn places(wanted: &str, judged: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut places = Vec::new();
    for source in sources().iter().filter(|source| judged(source)) {
        for (at, _) in source.code.match_indices(wanted) {
            places.push(format!("src/{}:{}", source.path, line(&source.code, at)));
        }
    }
    places
}

#[test]
fn the_code_of_a_file_is_what_is_neither_said_nor_tested() {
    let text = "a \"// \\\" b\" // c\n'\"' 'x r#\"d \" e\"# '\\'' f\n#[cfg(test)]\ng";
    let code = code(text);
    let left: Vec<Vec<&str>> = code
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(left, [vec!["a"], vec!["'x", "f"]]);
    assert_eq!(letter("'a"), 0);
    assert_eq!(letter("'é'x"), 4);
}
