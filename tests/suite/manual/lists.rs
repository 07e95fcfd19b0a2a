//! The lists of what a page can say: blocks and labels, made from what reads
//! them, and references, of which each kind has its row.

use std::fmt::Write as _;

use signpost::audience::Audience;
use signpost::model::{Names, RecordKind, Shape};

use super::{hold, page};
use crate::site::SiteTest;

/// A page with what was made in the place of what stands between two marks.
fn with(told: &str, mark: &str, made: &str) -> String {
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = told.split_once(&begin).expect("where it begins");
    let (_, after) = rest.split_once(&end).expect("where it ends");
    format!("{before}{begin}{made}{end}{after}")
}

#[test]
fn every_block_and_every_label_is_in_its_list() {
    let told = page("pages.md");
    let told = with(&told, "blocks", &blocks());
    hold("pages.md", &with(&told, "labels", &labels()));
}

fn blocks() -> String {
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
    list
}

/// Those that stop no build, with the views that show what they stand for.
fn labels() -> String {
    let mut list = String::from("| You write | Who reads it |\n|---|---|\n");
    for audience in Audience::ALL {
        let word = audience.word();
        let heading = format!("## Qzlabelled {{.{word}}}");
        if let Some(readers) = readers(&format!("{heading}\n\nWords.\n")) {
            let _ = writeln!(
                list,
                "| `{heading}` | {readers}, up to the next heading with as many `#` or fewer |"
            );
        }
        let quote = format!("> [!{}]", word.to_uppercase());
        if let Some(readers) = readers(&format!("{quote}\n> Qzlabelled.\n")) {
            let _ = writeln!(
                list,
                "| a quote whose first line is `{quote}` | {readers} |"
            );
        }
    }
    list.replace("Qzlabelled", "Searching for a phone")
}

/// Who reads what a label stands for, on a policy for parents and staff; nobody
/// where the label is refused.
fn readers(labelled: &str) -> Option<&'static str> {
    let head = "+++\ntitle = \"Labels\"\naudience = [\"parents\", \"staff\"]\n+++\n\n";
    let page = "content/policies/labels.md";
    let site = SiteTest::base().file(page, format!("{head}Words.\n\n{labelled}"));
    if site.findings().iter().any(|(rule, _)| rule == "label") {
        return None;
    }
    let built = site.build();
    let shows = |path: &str| built.page(path).contains("Qzlabelled");
    match (
        shows("web/parents/policies/labels.html"),
        shows("staff/policies/labels.html"),
    ) {
        (true, true) => Some("parents and staff"),
        (true, false) => Some("parents alone"),
        (false, true) => Some("staff alone"),
        (false, false) => Some("nobody"),
    }
}

#[test]
fn every_kind_of_reference_has_its_row() {
    let told = page("pages.md");
    let rows: Vec<&str> = told
        .lines()
        .filter(|line| line.starts_with("| `[["))
        .collect();
    for kind in RecordKind::REFERRED_TO {
        let begins = format!("| `[[{}:", kind.word());
        let file = kind.stands_in().trim_start_matches("content/");
        let is_it =
            |row: &&&str| row.starts_with(&begins) && row.ends_with(&format!("| `{file}` |"));
        assert_eq!(
            rows.iter().filter(is_it).count(),
            1,
            "{begins}…]]` with `{file}`"
        );
    }
    assert_eq!(rows.len(), RecordKind::REFERRED_TO.len(), "{rows:?}");
}
