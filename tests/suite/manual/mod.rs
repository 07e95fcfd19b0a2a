//! The manual in `docs/` says what is so: its commands are commands, its links
//! lead somewhere, and what can be made from types is made from them.
//!
//! To write the made parts anew: `SNAPSHOTS=overwrite cargo test --test suite manual`.

mod keys;
mod plain;
mod tutorial;

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use signpost::model::{Names, Shape};
use tempfile::TempDir;

use crate::demo::demo;
use crate::site::files_under;

/// Where the manual is.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn page(path: &str) -> String {
    fs::read_to_string(folder().join(path)).expect("a page of the manual")
}

/// Holds a page to what it should say, or writes it down.
fn hold(path: &str, made: &str) {
    if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
        fs::write(folder().join(path), made).expect("the manual is ours");
    } else {
        assert!(
            page(path) == made,
            "docs/{path} is old: SNAPSHOTS=overwrite cargo test --test suite manual"
        );
    }
}

/// The manual's pages, by path from its folder.
fn pages() -> Vec<(String, String)> {
    let files = files_under(&folder()).into_iter();
    let pages = files.filter(|(path, _)| path.ends_with(".md"));
    pages
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a page is text")))
        .collect()
}

#[test]
fn every_key_of_every_file_is_in_the_reference() {
    hold("records/README.md", &keys::reference());
}

#[test]
fn every_block_is_in_the_list() {
    let told = page("pages.md");
    let (before, rest) = told
        .split_once("<!-- blocks -->\n")
        .expect("where it begins");
    let (_, after) = rest.split_once("<!-- /blocks -->").expect("where it ends");
    let mut list = String::from("| Word | Stands in it | How many |\n|---|---|---|\n");
    for shape in Shape::ALL {
        let Shape { word, names, .. } = shape;
        let line = match names {
            Names::Nothing => "nothing".to_owned(),
            Names::One | Names::Some | Names::SomeOrAll => format!("`{}`", shape.line()),
        };
        let many = match names {
            Names::Nothing => "none",
            Names::One => "one",
            Names::Some => "one or more",
            Names::SomeOrAll => "one or more, or all",
        };
        let _ = writeln!(list, "| `{word}` | {line} | {many} |");
    }
    let made = format!("{before}<!-- blocks -->\n{list}<!-- /blocks -->{after}");
    hold("pages.md", &made);
}

/// Where the links of a page lead, from the manual's folder.
fn links(path: &str, text: &str) -> Vec<String> {
    let here = Path::new(path).parent().unwrap_or(Path::new(""));
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("](") {
        rest = after;
        let target = after.split([')', '#']).next().unwrap_or_default();
        if target.is_empty() || target.contains("://") || target.contains("../images") {
            continue;
        }
        let mut whole = PathBuf::new();
        for part in here.join(target).components() {
            match part {
                Component::ParentDir if whole.pop() => {}
                Component::ParentDir => whole.push(".."),
                part => whole.push(part),
            }
        }
        found.push(whole.to_string_lossy().into_owned());
    }
    found
}

/// A page without its examples: what stands in a fence is no link.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let lines = text.split_inclusive('\n').filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        !fenced && !is_fence
    });
    // Nor is what stands in a code span.
    let lines = lines.map(|line| {
        let parts = line.split('`').step_by(2);
        parts.collect::<Vec<_>>().join(" ")
    });
    lines.collect()
}

#[test]
fn every_link_leads_somewhere_and_every_page_can_be_found() {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut next = vec!["README.md".to_owned()];
    while let Some(path) = next.pop() {
        if !reached.insert(path.clone()) {
            continue;
        }
        for target in links(&path, &prose(&page(&path))) {
            assert!(
                folder().join(&target).exists(),
                "docs/{path} leads to {target}"
            );
            if target.ends_with(".md") && !target.starts_with("..") {
                next.push(target);
            }
        }
    }
    let lost: Vec<String> = pages()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| !reached.contains(path))
        .collect();
    assert!(lost.is_empty(), "docs/README.md does not lead to {lost:?}");
}

/// The commands that stand in the fences of a page, each on one line.
fn commands(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut in_fence = false;
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            in_fence = !in_fence;
        } else if in_fence {
            let line = line.strip_prefix("$ ").unwrap_or(line);
            if goes_on && let Some(last) = found.last_mut() {
                last.push_str(line.trim_end_matches('\\'));
            } else if line.starts_with("signpost ") {
                found.push(line.trim_end_matches('\\').to_owned());
            }
            goes_on = line.ends_with('\\');
        }
    }
    found
}

/// The words of a command; those in quotes are one.
fn words(command: &str) -> Vec<String> {
    let command = command.split(" > ").next().unwrap_or(command);
    let mut words = Vec::new();
    for (n, part) in command.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_command_is_one() {
    for (path, text) in pages() {
        // Those of the tutorial are run in a row.
        if path == "tutorial.md" {
            continue;
        }
        for command in commands(&text) {
            let words = words(&command);
            if words[1] == "serve" || command.contains("…") || command.contains("/mnt/") {
                continue;
            }
            let site = TempDir::new().expect("a folder for a test");
            for (path, bytes) in demo() {
                let path = site.path().join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, bytes).expect("a file");
            }
            let run = Command::new(env!("CARGO_BIN_EXE_signpost"))
                .args(&words[1..])
                .current_dir(site.path())
                .env("HOME", site.path())
                .env("SOURCE_DATE_EPOCH", "1795651200")
                .output()
                .expect("the command can be run");
            let said = String::from_utf8_lossy(&run.stderr);
            assert_ne!(run.status.code(), Some(2), "docs/{path}: {command}\n{said}");
        }
    }
}
