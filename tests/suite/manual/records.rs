//! The page on each file of records: it says what every key is for, and its
//! examples are what the reader reads.

use std::collections::BTreeSet;
use std::path::Path;

use signpost::load::schema::{FileSchema, SCHEMAS};

use super::{keys, page};
use crate::demo::demo;
use crate::site::SiteTest;

/// The day on which the demo has nothing wrong with it.
const TODAY: &str = "2026-11-22";

/// What ages in an example, and what only follows from its being alone.
const OF_NO_MATTER: [&str; 3] = ["unused-record", "review-opened", "review-pending"];

/// The page on a file, by its path from the manual's folder.
fn about(file: &FileSchema) -> String {
    let more = keys::PAGES.iter().find(|(name, _)| *name == file.name);
    let (_, path) = more.expect("every file has a page");
    match path.strip_prefix("../") {
        Some(path) => path.to_owned(),
        None => format!("records/{path}"),
    }
}

#[test]
fn every_key_is_on_the_page_about_its_file() {
    let mut wrong = Vec::new();
    for file in &SCHEMAS {
        let told = page(&about(file));
        for key in keys::all(file) {
            // Alone, or as the head of a part: `id`, `[[check]]`, `[parents]`.
            let forms = [key.clone(), format!("[[{key}]]"), format!("[{key}]")];
            let forms = forms.map(|form| format!("`{form}`"));
            if !forms.iter().any(|form| told.contains(form)) {
                wrong.push(format!(
                    "docs/{} does not say what {} is",
                    about(file),
                    forms[0]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The blocks of a page that are of this language, as they stand there.
fn blocks<'t>(told: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("\n```{language}\n");
    told.split(&fence)
        .skip(1)
        .map(|part| {
            let (block, _) = part.split_once("```").expect("a block ends");
            block
        })
        .collect()
}

/// The demo's records and policies with a file among them, and with what it
/// names that has to be there.
fn with(path: &str, text: &str) -> SiteTest {
    let pages = ["content/children/", "content/parents/", "content/staff/"];
    let kept = demo()
        .into_iter()
        .filter(|(path, _)| !pages.iter().any(|folder| path.starts_with(folder)));
    let mut site = kept.fold(SiteTest::empty(), |site, (path, bytes)| {
        site.bytes(&path, bytes)
    });
    if path == "content/images.toml" {
        let picture = |name: &str| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            std::fs::read(root.join(name)).expect("a picture of ours")
        };
        site = site
            .bytes(
                "content/images/garden.jpg",
                picture("tests/pictures/garden.jpg"),
            )
            .bytes(
                "content/images/border.svg",
                picture("content/images/picture.svg"),
            );
    }
    site.file(path, text).today(TODAY)
}

#[test]
fn every_example_of_a_file_is_read_without_a_finding() {
    for file in &SCHEMAS {
        let told = page(&about(file));
        let (path, language) = match file.name {
            "page" => ("content/parents/an-example.md".to_owned(), "markdown page"),
            name @ ("tables" | "procedures" | "checklists" | "agreements") => {
                (format!("content/{name}/an-example.toml"), "toml")
            }
            name => (format!("content/{name}.toml"), "toml"),
        };
        let examples = blocks(&told, language);
        assert!(!examples.is_empty(), "docs/{} has no example", about(file));
        for example in examples {
            let found = with(&path, example).findings().into_iter();
            let found: Vec<String> = found
                .filter(|(rule, said)| {
                    said.starts_with(&path) && !OF_NO_MATTER.contains(&rule.as_str())
                })
                .map(|(_, said)| said)
                .collect();
            assert!(
                found.is_empty(),
                "docs/{}\n{example}\n{}",
                about(file),
                found.concat()
            );
        }
    }
}

/// What the program says is known where it finds what is not: `Known here: …`.
fn known(stranger: &str) -> BTreeSet<String> {
    let site = SiteTest::base().file(stranger, "x = 1\n");
    let said = site.check();
    let (_, known) = said
        .split_once("Known here: ")
        .unwrap_or_else(|| panic!("{said}"));
    let (known, _) = known.split_once('.').map_or((known, ""), |_| {
        known.split_once(". Move").expect("a list and what to do")
    });
    known.split(", ").map(str::to_owned).collect()
}

#[test]
fn every_file_and_folder_has_its_row() {
    let told = page("records/files.md");
    let row = |name: &str| told.contains(&format!("\n| `{name}"));
    for file in known("content/zzzzzz.toml") {
        assert!(row(&file), "docs/records/files.md has no row `{file}`");
    }
    for folder in known("content/zzzzzz/zzzzzz.toml") {
        assert!(
            row(&format!("{folder}/")),
            "docs/records/files.md has no row `{folder}/`"
        );
    }
}
