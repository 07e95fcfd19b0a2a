//! The made-up sites themselves: that they are what they are said to be.

use std::collections::BTreeSet;

use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use pulldown_cmark::{Event, Options, Parser, Tag};
use signpost::audience::{Audience, retain};
use signpost::load::raw;
use signpost::markdown::{FaultKind, Outline, labels};

use super::*;
use crate::by_hand;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS
}

/// A run of sites that is the same every time.
fn sites(count: usize) -> Vec<Files> {
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| any_site().new_tree(&mut runner).expect("a site").current())
        .collect()
}

fn pages(files: &Files) -> impl Iterator<Item = (&str, &str, &str)> {
    let pages = files.0.iter().filter(|(path, _)| path.ends_with(".md"));
    pages.map(|(path, text)| {
        let text = text.strip_prefix("+++\n").expect("front matter");
        let (front, body) = text.split_once("\n+++\n").expect("its end");
        (path.as_str(), front, body)
    })
}

fn headings_and_quotes(path: &str, body: &str) {
    let mut depth = 0;
    let mut ids = BTreeSet::new();
    for (event, span) in Parser::new_ext(body, options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                let source = &body[span];
                match &tag {
                    Tag::Heading { id, .. } => {
                        assert_eq!(depth, 0, "{path}: {source}");
                        let name = id.as_ref().map_or(source.trim(), |id| id.as_ref());
                        assert!(ids.insert(name.to_owned()), "{path}: {name} twice");
                    }
                    Tag::BlockQuote(_) => {
                        assert_eq!(depth, 0, "{path}: {source}");
                        let labelled = source.contains("[!");
                        assert!(
                            !labelled
                                || path.contains("/policies/")
                                || path.contains("/staff/")
                                || path.contains("/parents/")
                        );
                    }
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Html(html) | Event::InlineHtml(html) => panic!("{path}: {html}"),
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

#[test]
fn every_record_and_every_page_is_in_its_shape() {
    for files in sites(300) {
        let text = |name: &str| files.0[&format!("content/{name}.toml")].as_str();
        toml::from_str::<raw::RawSchool>(text("school")).expect("a school");
        toml::from_str::<raw::RawHelp>(text("help")).expect("help");
        toml::from_str::<raw::RawPeople>(text("people")).expect("people");
        toml::from_str::<raw::RawHelplines>(text("helplines")).expect("helplines");
        toml::from_str::<raw::RawImages>(text("images")).expect("images");
        toml::from_str::<raw::RawGuidanceRegister>(text("guidance")).expect("guidance");
        if let Some(text) = files.0.get("content/glossary.toml") {
            toml::from_str::<raw::RawGlossary>(text).expect("a glossary");
        }
        if let Some(text) = files.0.get("content/systems.toml") {
            toml::from_str::<raw::RawSystems>(text).expect("systems");
        }
        if let Some(text) = files.0.get("content/accessibility.toml") {
            toml::from_str::<raw::RawAccessibility>(text).expect("a statement");
        }
        toml::from_str::<raw::RawSchedule>(text("schedule")).expect("a schedule");
        toml::from_str::<raw::RawApprovals>(text("approvals")).expect("a ledger");
        for (path, text) in &files.0 {
            if path.starts_with("content/checklists/") {
                toml::from_str::<raw::RawChecklist>(text).expect("a checklist");
            }
            if path.starts_with("content/agreements/") {
                toml::from_str::<raw::RawAgreement>(text).expect("an agreement");
            }
        }
        for (path, front, body) in pages(&files) {
            toml::from_str::<raw::RawFront>(front).unwrap_or_else(|e| panic!("{path}: {e}"));
            headings_and_quotes(path, body);
        }
        for (path, text) in &files.0 {
            if path.starts_with("content/tables/") {
                toml::from_str::<raw::RawTable>(text).unwrap_or_else(|e| panic!("{path}: {e}"));
            }
            if path.starts_with("content/procedures/") {
                let procedure = toml::from_str::<raw::RawProcedure>(text);
                assert!(procedure.is_ok(), "{path}: {procedure:?}");
            }
            if path.ends_with(".svg") {
                let picture = signpost::picture::published(path, text.as_bytes());
                assert!(picture.is_ok(), "{path}: {picture:?}");
            }
        }
    }
}

#[test]
fn every_note_and_definition_is_used_where_it_is_seen() {
    for files in sites(300) {
        for (path, _, body) in pages(&files) {
            for line in body.lines() {
                let line = line.trim_start_matches([' ', '>']);
                let name = line
                    .strip_prefix('[')
                    .and_then(|line| line.split_once("]: "));
                let Some((name, _)) = name else {
                    continue;
                };
                let used = format!("[{name}]");
                assert_eq!(body.matches(&used).count(), 2, "{path}: {used}\n{body}");
            }
        }
    }
}

#[test]
fn words_keep_to_the_inputs_they_belong_to() {
    for files in sites(100) {
        for (path, front, body) in pages(&files) {
            let marks = |marks: &[&str]| {
                for mark in marks {
                    assert!(
                        !format!("{front}{body}").to_lowercase().contains(mark),
                        "{path}"
                    );
                }
            };
            if path.starts_with("content/children/") && !path.contains(NOBODY) {
                marks(&["qz", "xj", "audience"]);
            } else if path.starts_with("content/parents/") && !path.contains(NOBODY) {
                marks(&["qz"]);
            }
        }
    }
}

/// What is left of a policy when staff's parts are taken out, without the
/// blank lines.
fn cut_by_hand(body: &str) -> String {
    let cut = by_hand::without_staff(body);
    let kept = cut.lines().filter(|line| !line.trim().is_empty());
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn staff_only_changes_are_for_staff_only() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let pair = staff_only_change()
            .new_tree(&mut runner)
            .expect("a pair")
            .current();
        for (path, front, body) in pages(&pair.before) {
            if !path.contains("/xj-page") {
                continue;
            }
            let (_, other_front, other) = pages(&pair.after)
                .find(|(other, _, _)| *other == path)
                .unwrap_or_else(|| panic!("{path} is gone"));
            assert_eq!(front, other_front);
            assert_eq!(cut_by_hand(body), cut_by_hand(other), "{path}\n{body}");
            assert!(!cut_by_hand(body).contains("qz"), "{path}\n{body}");
        }
    }
}

/// A policy's text as each of its readers gets it, and what is wrong with it.
fn cut(body: &str) -> (Vec<(Audience, String)>, Vec<FaultKind>) {
    let readers = [Audience::Parents, Audience::Staff];
    let mut faults = Vec::new();
    let stretches = labels::stretches(body, readers.into_iter().collect(), &mut faults);
    let mut kinds: Vec<FaultKind> = faults.into_iter().map(|fault| fault.kind).collect();
    let whole = Outline::of(body).faults.into_iter();
    kinds.extend(
        whole
            .map(|fault| fault.kind)
            .filter(|_| stretches.is_empty()),
    );
    let cuts = readers.map(|reader| {
        let text = retain(body, &stretches, reader).inspect().to_owned();
        kinds.extend(
            Outline::of(&text)
                .faults
                .into_iter()
                .map(|fault| fault.kind),
        );
        // Blank lines at either end say nothing; those between do, but not the
        // spaces in them.
        let lines = text.trim_start_matches('\n').trim_end().lines();
        let lines = lines.map(|line| if line.trim().is_empty() { "" } else { line });
        (reader, lines.collect::<Vec<_>>().join("\n"))
    });
    (cuts.into(), kinds)
}

#[test]
fn what_is_cut_for_parents_does_not_depend_on_staffs_parts() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let pair = staff_only_change()
            .new_tree(&mut runner)
            .expect("a pair")
            .current();
        for (path, _, body) in pages(&pair.before) {
            if !path.contains("/xj-page") || !path.contains("/policies/") {
                continue;
            }
            let (cuts, faults) = cut(body);
            assert!(faults.is_empty(), "{path}: {faults:?}\n{body}");
            let (_, _, other) = pages(&pair.after)
                .find(|(other, _, _)| *other == path)
                .unwrap_or_else(|| panic!("{path} is gone"));
            assert_eq!(cuts[0], cut(other).0[0], "{path}\n{body}\n═════\n{other}");
            assert!(!cuts[0].1.to_lowercase().contains("qz"), "{path}\n{body}");
        }
    }
}

/// What is written somewhere in a few hundred sites.
const WRITTEN: &[&str] = &[
    "[!STAFF]",
    "[!staff]",
    "[!PARENTS STAFF]",
    "[!Parents]",
    ">[!STAFF]",
    "\n > [!STAFF]",
    " {.staff}",
    "{.parents}",
    "{.Staff .PARENTS}",
    ".staff}\n---",
    "{#id-qz-part",
    "### Qz",
    "[^qz-note",
    "[^xj-note",
    "> [^qz-note",
    "[qz-link-1]: ",
    "> [qz-link-1]: ",
    "[[role:qz-",
    "[[role:xj-",
    "\\|",
    "[[helpline:",
    "[[policy:shared/",
    "[[guidance:xj-",
    "[[term:term-",
    "[[system:system-",
    "[[system:xj-",
    "[[system:qz-",
    "supplier = ",
    "[[term:xj-",
    "[[term:qz-",
    " CHA0.",
    " XJA0.",
    " QZA0.",
    "> qz",
    "in_force = 2027-09-01",
    "[[renamed]]",
    "```contacts\n",
    "> ```contacts\n",
    "```helplines\n",
    "```routes\n",
    "```guidance\n",
    "```glossary\n",
    "```systems\n",
    "```systems\n```",
    "```glossary\n```",
    "```guidance\n```",
    "```checklist\n",
    "> ```checklist\n",
    "content/checklists/qz-list-1.toml",
    "```agreement\n",
    "> ```agreement\n",
    "content/agreements/qz-form-1.toml",
    "child_return_to",
    "answers = [\"xj",
    "[[review]]\npage = \"children/",
    "[[review]]\npage = \"policies/xj-",
    "[[review]]\npage = \"staff/qz-",
    "approver = \"qz-board\"",
    "approver = \"xj-role-",
    "minor = \"qz",
    "\"same:policies/xj-page-0:parents\"",
    "[[duty]]\n",
    "```review\n```",
    "> ```review\n",
    "```duties\n",
    "for = [\"parents\"]\n",
    "signed_by = [\"qz-",
    "> ```routes\n",
    "```table\nid = \"table-",
    "> ```table\n> id = \"xj-table-",
    "> ```table\n> id = \"qz-table-",
    "kind = \"action\"",
    "kind = \"permission\"",
    "[[group]]\nid = \"qz-",
    "[[action]]\nid = \"xj-",
    "[row.notes]\nqz-",
    "[row.notes]\ncolumn-",
    "[row.when]\n",
    "\"not-stated\"",
    "source = \"qz",
    "law = \"xj",
    "section = \"qz",
    "```procedure\n",
    "> ```procedure\n",
    "content/procedures/procedure-1.toml",
    "content/procedures/xj-procedure-1.toml",
    "content/procedures/qz-procedure-1.toml",
    "child_summary = ",
    "note = \"qz",
    "source = \"xj-text-",
    "edition = \"xj",
    "next = \"step-",
    "end = true",
    "branches = [{ answer = \"qz",
    "helplines = [\"qz-line",
    "roles = [\"xj-role",
    "| What | Who |",
    "> | What | Who |",
    "- [ ] ",
    "\n: ",
    "1. ",
    "\n    qz",
    ">     qz",
    "\n    xj",
    "```text\n",
    "![](../images/qz/",
    "![](../../images/",
    "files/staff/qz-form-0.pdf",
    "content/policies/shared/index.md",
    "content/policies/qz-more-0/",
    "content/staff/shared/",
    "content/children/shared/",
    "draft = true",
    "was = [",
    "staff_address",
    "consent = \"vkqz",
    "until = 2026-07-20",
    "photo_for",
    "find_for",
    "for = [\"staff\"]",
    "deputy",
    "aliases",
    "instead",
    "order = -",
];

#[test]
fn everything_that_can_be_written_is_written_somewhere() {
    let all: String = sites(300)
        .iter()
        .flat_map(|files| files.0.iter())
        .map(|(path, text)| format!("{path}\n{text}\n"))
        .collect();
    for wanted in WRITTEN {
        assert!(all.contains(wanted), "never written: {wanted}");
    }
    // A last line of a quote without its mark, and a quote right behind a
    // paragraph.
    let all = all.to_lowercase();
    let lines: Vec<&str> = all.lines().collect();
    let pairs = || lines.windows(2);
    assert!(pairs().any(|two| two[0].starts_with("> qz") && two[1].starts_with("qz")));
    assert!(pairs().any(|two| two[0].starts_with("xj") && two[1].contains("[!staff]")));
}
