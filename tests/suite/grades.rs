//! What we read of the demo's pages and of a list of words, written down for
//! `tests/readability`, which asks others the same.

#![expect(clippy::print_stdout, reason = "tests/readability reads it")]

use std::env;
use std::fs;
use std::path::Path;

use signpost::markdown::Outline;
use signpost::reading::syllables;
use walkdir::WalkDir;

#[test]
#[ignore = "written down for tests/readability"]
fn readings_of_the_demo() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = WalkDir::new(root.join("content")).sort_by_file_name();
    for entry in pages {
        let entry = entry.expect("the demo can be read");
        if entry.path().extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a page is text");
        let (_, body) = text.split_once("\n+++\n").expect("a page has a head");
        let reading = Outline::of(body).reading;
        let path = entry.path().strip_prefix(root).expect("below the root");
        println!(
            "page\t{}\t{}\t{}\t{}",
            path.display(),
            reading.words,
            reading.sentences,
            reading.syllables
        );
    }
}

#[test]
#[ignore = "written down for tests/readability, which names the list in SIGNPOST_WORDS"]
fn syllables_of_a_list() {
    let list = env::var_os("SIGNPOST_WORDS").expect("tests/readability names a list");
    let words = fs::read_to_string(list).expect("a list is text");
    for word in words.lines() {
        println!("word\t{word}\t{}", syllables(word));
    }
}
