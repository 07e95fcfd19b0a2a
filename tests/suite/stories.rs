//! The mistakes that editors make, each told in `tests/stories/*.md`: what was
//! written, the command, and what it says.
//!
//! A story begins with the small site. A block named after a file replaces it
//! (`markdown content/parents/phones.md`); a block of changed lines edits it
//! (`diff content/people.toml`: lines with `-` and spaces give way to lines
//! with `+` and spaces); `windows-1252` in place of the language saves the
//! file as an old editor would, `delete` takes it away, and `append-9` puts the
//! block at its end nine times. To write down what the command says now:
//! `TRYCMD=overwrite cargo test --test suite stories`.

use std::env;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use trycmd::TestCases;

use crate::site::SiteTest;

/// Midnight of 1 March 2026, which is when all stories happen.
const TODAY: &str = "1772323200";

#[test]
fn every_story_ends_as_it_is_told() {
    let told = told();
    let stage = TempDir::new().expect("a folder for the stories");
    for path in &told {
        let story = fs::read_to_string(path).expect("a story is text");
        let here = stage.path().join(name(path));
        set(&story).write(&here.with_extension("in"));
        fs::write(&here, story).expect("a story can be copied");
    }
    let cases = TestCases::new();
    cases
        .register_bin("signpost", Path::new(env!("CARGO_BIN_EXE_signpost")))
        .env("SOURCE_DATE_EPOCH", TODAY)
        .env("NO_COLOR", "1")
        .case(stage.path().join("*.md"));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| cases.run()));
    if env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        for path in &told {
            fs::copy(stage.path().join(name(path)), path).expect("a story can be told anew");
        }
    }
    if let Err(failed) = outcome {
        panic::resume_unwind(failed);
    }
}

/// The stories, in order.
fn told() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut told: Vec<PathBuf> = fs::read_dir(folder)
        .expect("there are stories")
        .map(|entry| entry.expect("a story can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    told.sort();
    told
}

fn name(path: &Path) -> &std::ffi::OsStr {
    path.file_name().expect("a story has a name")
}

/// The site of a story.
pub(crate) fn set(story: &str) -> SiteTest {
    let mut site = SiteTest::base();
    let mut lines = story.lines();
    while let Some(line) = lines.next() {
        let word = line.trim_start_matches('`');
        let fence = &line[..line.len() - word.len()];
        if fence.len() < 3 {
            continue;
        }
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        if let Some((kind, path)) = word.split_once(' ') {
            site = changed(site, kind, path, &body);
        }
    }
    site
}

/// The site with one of a story's blocks in it.
fn changed(site: SiteTest, kind: &str, path: &str, body: &[&str]) -> SiteTest {
    let text = |lines: &mut dyn Iterator<Item = &str>| -> String {
        lines.flat_map(|line| [line, "\n"]).collect()
    };
    match kind {
        "diff" => {
            let lines_with = |mark: char| -> String {
                text(
                    &mut body
                        .iter()
                        .filter_map(|line| line.strip_prefix([mark, ' '])),
                )
            };
            site.edit(path, &lines_with('-'), &lines_with('+'))
        }
        "delete" => site.without(path),
        "windows-1252" => {
            let text = text(&mut body.iter().copied());
            site.bytes(path, text.chars().map(windows_1252).collect::<Vec<u8>>())
        }
        _ => {
            let body = text(&mut body.iter().copied());
            match kind.strip_prefix("append-").map(str::parse) {
                Some(times) => site.append(path, &body.repeat(times.expect("a number of times"))),
                None => site.file(path, body),
            }
        }
    }
}

/// The byte of a character in the encoding of old editors on Windows, as far
/// as the stories need it.
fn windows_1252(character: char) -> u8 {
    match character {
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        other => u8::try_from(other).expect("a character of the old encoding"),
    }
}
