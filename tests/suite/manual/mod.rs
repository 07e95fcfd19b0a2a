//! The manual in `docs/` says what is so: its commands are commands, its links
//! lead somewhere, and what can be made from types is made from them.
//!
//! To write the made parts anew: `SNAPSHOTS=overwrite cargo test --test suite manual`.

mod commands;
mod keys;
mod lists;
mod plain;
mod records;
mod tutorial;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

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
fn prose_with_code(text: &str) -> String {
    let mut fenced = false;
    let lines = text.split_inclusive('\n').filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        !fenced && !is_fence
    });
    lines.collect()
}

/// Nor is what stands in a code span.
fn prose(text: &str) -> String {
    let text = prose_with_code(text);
    let lines = text.split_inclusive('\n').map(|line| {
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
