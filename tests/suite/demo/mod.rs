//! The demonstration site keeps its staff's words to itself.
//!
//! Two readings of `content/`, made by hand and by line, that know nothing of
//! the program: one without anything that is for staff, and one with a word of
//! its own in every such place. The web tree of both is that of the site as
//! it is.

mod canaries;
mod cut;

use std::collections::BTreeMap;
use std::path::PathBuf;

use signpost::render::{Edition, Tree};

use crate::build;
use crate::site::files_under;

use canaries::with_canaries;
use cut::without_staff;

/// Files of a site, by path from its folder.
pub(crate) type Folder = BTreeMap<String, Vec<u8>>;

/// The files of the demonstration site.
pub(crate) fn demo() -> Folder {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = files_under(&root).into_iter();
    files
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .collect()
}

/// What is printed of a site.
pub(crate) fn edition(folder: &Folder) -> Edition {
    let files = folder
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]));
    build::printed(files).unwrap_or_else(|why| panic!("{why}"))
}

/// Changes the text of each file that `is_meant` picks.
fn edit(
    folder: &mut Folder,
    is_meant: impl Fn(&str) -> bool,
    mut change: impl FnMut(&str) -> String,
) {
    for (path, bytes) in folder.iter_mut().filter(|(path, _)| is_meant(path)) {
        let text = str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is no text"));
        *bytes = change(text).into_bytes();
    }
}

/// Puts text at the end of a file under `content/`, or makes the file.
fn add(folder: &mut Folder, path: &str, text: &str) {
    let bytes = folder.entry(format!("content/{path}")).or_default();
    bytes.extend_from_slice(text.as_bytes());
}

fn is_for_staff_alone(path: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let for_staff = text.contains("\nfor = [\"staff\"]\n");
    path.starts_with("content/staff/")
        || (path.starts_with("content/procedures/") && for_staff)
        || path.starts_with("content/files/staff/")
        || (is_of_paper(path) && is_whole_for_staff(&text))
        || (path.starts_with("content/policies/") && text.contains("\naudience = [\"staff\"]\n"))
        || (path.starts_with("content/tables/") && is_staff_table(&text))
}

/// Whether a table is one of what follows from what, and says no readers.
fn is_staff_table(text: &str) -> bool {
    let head = text.split("\n[[").next().unwrap_or_default();
    head.contains("\nkind = \"action\"\n") && !head.contains("\nfor = [")
}

/// Whether a file holds a record that is printed and filled in by hand.
fn is_of_paper(path: &str) -> bool {
    let folders = ["content/checklists/", "content/agreements/"];
    folders.iter().any(|folder| path.starts_with(folder))
}

/// Whether the head of a record that has a file of its own says that it is
/// for staff alone.
fn is_whole_for_staff(text: &str) -> bool {
    let head = text.split("\n[[").next().unwrap_or_default();
    head.contains("\nfor = [\"staff\"]\n")
}

/// The first difference between two trees, for a person to read.
fn difference(one: &Tree, other: &Tree) -> Option<String> {
    let names = |tree: &Tree| tree.files.keys().cloned().collect::<Vec<_>>();
    if names(one) != names(other) {
        return Some(format!("{:#?}\n{:#?}", names(one), names(other)));
    }
    let (path, bytes) = one
        .files
        .iter()
        .find(|(path, bytes)| other.files[*path] != **bytes)?;
    let (one, other) = (
        String::from_utf8_lossy(bytes),
        String::from_utf8_lossy(&other.files[path]),
    );
    let line = one
        .lines()
        .zip(other.lines())
        .find(|(one, other)| one != other);
    Some(format!("{path}: {line:#?}"))
}

#[test]
fn without_what_is_for_staff_the_web_tree_of_the_demo_is_the_same() {
    let (whole, cut) = (demo(), without_staff());
    let size = |folder: &Folder| folder.values().map(Vec::len).sum::<usize>();
    assert!(
        size(&cut) + 10_000 < size(&whole),
        "hardly anything was cut"
    );
    let (whole, cut) = (edition(&whole), edition(&cut));
    assert_eq!(difference(&whole.web, &cut.web), None);
    assert!(cut.staff.files.len() < whole.staff.files.len());
}

#[test]
fn no_word_of_staffs_is_in_the_web_tree_of_the_demo() {
    let (folder, count) = with_canaries();
    assert!(count > 120, "only {count} places have a word");
    let marked = edition(&folder);
    assert_eq!(difference(&edition(&demo()).web, &marked.web), None);
    let said = |tree: &Tree, word: &str| {
        tree.files.iter().any(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            text.contains(word) || path.to_lowercase().contains(word)
        })
    };
    assert!(!said(&marked.web, "qzcanary") && !said(&marked.web, "vkcanary"));
    assert!(!said(&marked.staff, "vkcanary"));
    // The control: staff find every one of them, and their search some.
    let index = &marked.staff.files["search-index.js"];
    assert!(String::from_utf8_lossy(index).matches("\"qzcanary").count() > 50);
    for number in 1..=count {
        let word = format!("qzcanary{number}x");
        assert!(said(&marked.staff, &word), "{word} is nowhere");
    }
}
