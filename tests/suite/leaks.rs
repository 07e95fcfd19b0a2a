//! Nothing meant for staff reaches a child's or a parent's page.
//!
//! Non-interference: two sites that differ only in what a reader may not see
//! print the same bytes for that reader. Canaries: words that say whom they
//! are for stand on no page of anybody else. Deletion: a site without its
//! staff inputs has the same pages for everybody else. And the control: what
//! is meant for a reader does reach them, or the rest would prove nothing.
//!
//! `SIGNPOST_CASES` sets how many sites each of them tries; 2,000 unless it
//! says otherwise.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};
use signpost::render::Edition;

use crate::build::build;
use crate::generated::{self, Files, NOBODY, NOTHING, Pair, Voice};
use crate::site::SiteTest;

type Tree = BTreeMap<String, Arc<[u8]>>;

/// How many sites a property tries.
pub(crate) fn config() -> Config {
    let cases = std::env::var("SIGNPOST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(2_000),
        failure_persistence: None,
        ..Config::default()
    }
}

fn built(files: &Files) -> Result<Edition, TestCaseError> {
    build(files).map_err(|why| TestCaseError::fail(format!("a site did not build: {why}")))
}

/// The files under `folder`, all of them where it is empty.
fn under(tree: &Tree, folder: &str) -> Tree {
    let files = tree.iter().filter(|(path, _)| path.starts_with(folder));
    files
        .map(|(path, bytes)| (path.clone(), Arc::clone(bytes)))
        .collect()
}

/// Fails with the first line that differs, for a person to read.
fn same(before: &Tree, after: &Tree) -> Result<(), TestCaseError> {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    prop_assert_eq!(names(before), names(after), "other files");
    for (path, bytes) in before {
        let other = &after[path];
        if bytes == other {
            continue;
        }
        let (one, two) = (
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(other),
        );
        let line = one.lines().zip(two.lines()).find(|(one, two)| one != two);
        return Err(TestCaseError::fail(format!("{path} differs: {line:#?}")));
    }
    Ok(())
}

/// Text with its references and percent signs resolved, in lower case: what a
/// reader, or a program, gets out of it in the end.
fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let begins = |byte| matches!(byte, b'&' | b'%' | b'\\');
    // Byte by byte, since these stand in no other character.
    while let Some(at) = rest.bytes().position(begins) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = reference(rest).unwrap_or_else(|| {
            let first = rest.chars().next().unwrap_or_default();
            (first, first.len_utf8())
        });
        plain.push(character);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain.to_lowercase()
}

/// `&#x71;`, `&#113;`, `%71` or `\u0071` at the beginning, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    let number = |digits: &str, radix| {
        u32::from_str_radix(digits, radix)
            .ok()
            .and_then(char::from_u32)
    };
    if let Some(name) = text.strip_prefix("&#") {
        let end = name.find(';').filter(|end| *end < 8)?;
        let digits = &name[..end];
        let character = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16),
            None => number(digits, 10),
        };
        return character.map(|character| (character, end + 3));
    }
    let (digits, length) = if text.starts_with('%') {
        (text.get(1..3)?, 3)
    } else {
        (text.strip_prefix("\\u")?.get(..4)?, 6)
    };
    number(digits, 16).map(|character| (character, length))
}

/// Fails where one of these marks stands in a file or in its name. Every file
/// is decoded once, however many marks there are: that is most of the work.
fn without(tree: &Tree, marks: &[&str]) -> Result<(), TestCaseError> {
    for (path, bytes) in tree {
        for text in [path.as_str(), &String::from_utf8_lossy(bytes)] {
            let text = decoded(text);
            let found = marks.iter().find_map(|mark| text.find(*mark));
            if let Some(at) = found {
                let around: String = text[at..].chars().take(40).collect();
                return Err(TestCaseError::fail(format!("{path} says “{around}”")));
            }
        }
    }
    Ok(())
}

/// Whether any file of a tree says `word`.
fn says(tree: &Tree, word: &str) -> bool {
    without(tree, &[&word.to_lowercase()]).is_err()
}

/// The telephone numbers that only staff, or only parents, may read.
const STAFF_NUMBER: &str = "01632 9608";
const PARENTS_NUMBER: &str = "01632 9604";

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_only_staff_may_see_changes_nothing_on_the_web(
        pair in generated::staff_only_change()
    ) {
        same(&built(&pair.before)?.web.files, &built(&pair.after)?.web.files)?;
    }

    #[test]
    fn what_children_may_not_see_changes_nothing_on_their_pages(
        pair in generated::not_for_children_change()
    ) {
        let (before, after) = (built(&pair.before)?, built(&pair.after)?);
        same(
            &under(&before.web.files, "children/"),
            &under(&after.web.files, "children/"),
        )?;
    }

    #[test]
    fn no_word_stands_where_it_may_not(files in generated::any_site()) {
        let edition = built(&files)?;
        let web = &edition.web.files;
        let [staffs, parents] = [STAFF_NUMBER, PARENTS_NUMBER].map(|one| one.replace(' ', ""));
        without(web, &[Voice::Staff.mark(), STAFF_NUMBER, &staffs, "+4416329608", NOBODY])?;
        without(
            &under(web, "children/"),
            &[Voice::Parents.mark(), PARENTS_NUMBER, &parents, "+4416329604"],
        )?;
        without(&edition.staff.files, &[NOBODY])?;
    }

    #[test]
    fn without_the_staff_inputs_the_web_is_the_same(pair in generated::staff_deleted()) {
        same(&built(&pair.before)?.web.files, &built(&pair.after)?.web.files)?;
    }

    #[test]
    fn what_is_meant_for_a_reader_reaches_them(files in generated::any_site()) {
        let edition = built(&files)?;
        for (path, text) in &files.0 {
            let Some((tree, address)) = printed(path, &edition) else {
                continue;
            };
            let page = tree.get(&address);
            prop_assert!(page.is_some(), "{} is not there for {}", address, path);
            let page = decoded(&String::from_utf8_lossy(page.expect("just looked at")));
            for word in words_for_all(text) {
                let said = page.contains(&word.to_lowercase());
                prop_assert!(said, "{} of {} is not on {}", word, path, address);
            }
        }
    }
}

/// Where the first of a page's readers find it; drafts nowhere.
fn printed<'e>(path: &str, edition: &'e Edition) -> Option<(&'e Tree, String)> {
    let page = path.strip_prefix("content/")?.strip_suffix(".md")?;
    let name = page.rsplit('/').next()?;
    if name.starts_with(NOBODY) {
        return None;
    }
    let (web, staff) = (&edition.web.files, &edition.staff.files);
    let (folder, rest) = page.split_once('/')?;
    Some(match folder {
        "children" | "parents" => (web, format!("{page}.html")),
        "staff" => (staff, format!("{rest}.html")),
        _ if name.starts_with(Voice::Parents.mark()) => (web, format!("parents/{page}.html")),
        _ => (staff, format!("{page}.html")),
    })
}

/// The words that everybody who may read a page finds on it: those of its
/// title, and of the lines that say nothing but words of its own voice.
fn words_for_all(text: &str) -> Vec<&str> {
    let title = text.lines().find_map(|line| line.strip_prefix("title = "));
    let title = title.unwrap_or_default();
    let words = title.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words
        .filter(|word| word.len() > 2 && word.is_ascii())
        .collect();
    // Staff's words on a page of others are not for all.
    let of_staff = |line: &str| line.to_lowercase().contains(Voice::Staff.mark());
    let own = |line: &&str| {
        let plain = line.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
        plain && (of_staff(title) || !of_staff(line)) && *line != NOTHING
    };
    words.extend(text.lines().filter(own).flat_map(str::split_whitespace));
    words
}

#[test]
fn what_staff_alone_read_of_a_front_page_makes_it_no_policy_of_parents() {
    let web = |text: &str| -> Vec<(String, Vec<u8>)> {
        let page = |title: &str, text: &str| {
            format!(
                "+++\ntitle = \"{title}\"\naudience = [\"parents\", \"staff\"]\n+++\n\n{text}\n"
            )
        };
        let built = SiteTest::base()
            .file("content/policies/data/index.md", page("Data", text))
            .file("content/policies/data/names.md", page("Names", "Kept."))
            .build();
        let files = built.files().iter();
        let files = files.filter(|(path, _)| path.starts_with("web/"));
        files
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    };
    let without = web("");
    assert!(
        web("## Keys {.staff}\n\nHidden.") == without,
        "parents’ pages differ"
    );
    assert!(web("## Keys\n\nShown.") != without, "nothing was compared");
}

#[test]
fn words_are_found_however_they_are_written() {
    assert_eq!(
        decoded("a&#x71;z &#113;Z %71z \\u0071z & 5% \\"),
        "aqz qz qz qz & 5% \\"
    );
    assert_eq!(decoded("&#; &#xZZ; %zz é%"), "&#; &#xzz; %zz é%");
    let tree: Tree = [("a/Qz.html".to_owned(), Arc::from(&b"x"[..]))].into();
    assert!(says(&tree, "qz") && !says(&tree, "xj"));
}

#[test]
fn a_difference_is_noticed() {
    let tree = |text: &str| -> Tree { [("a".to_owned(), Arc::from(text.as_bytes()))].into() };
    assert!(same(&tree("x"), &tree("x")).is_ok());
    assert!(same(&tree("x"), &tree("y")).is_err());
    assert!(same(&tree("x"), &Tree::new()).is_err());
    let shown = format!(
        "{:?}",
        Pair {
            before: Files::default(),
            after: Files::default()
        }
    );
    assert!(shown.contains("before"));
}
