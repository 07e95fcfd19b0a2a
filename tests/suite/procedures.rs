//! Procedures, from the record to the page.
//!
//! What the demo's records say is read here once more by themselves, and held
//! against what was printed of it for each reader.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use signpost::audience::Audience;
use signpost::load::raw::{At, RawProcedure};
use signpost::render::{Edition, Tree, escape};

use crate::build;
use crate::site::{SiteTest, files_under};

fn demo() -> (Vec<RawProcedure>, Edition) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    let files: BTreeMap<String, Vec<u8>> = files_under(&root)
        .into_iter()
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .collect();
    let records = files
        .iter()
        .filter(|(path, _)| path.starts_with("content/procedures/"))
        .map(|(path, bytes)| {
            let text = str::from_utf8(bytes).expect("a record is text");
            toml::from_str(text).unwrap_or_else(|fault| panic!("{path}: {fault}"))
        })
        .collect();
    let files = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]));
    let edition = build::printed(files).unwrap_or_else(|why| panic!("{why}"));
    (records, edition)
}

/// A step as one reader is to find it: what it says, and where it leads.
type Step = (String, Vec<(String, usize)>);

/// What a record has for a reader, worked out here by itself.
fn expected(record: &RawProcedure, reader: Audience) -> (String, Vec<Step>) {
    let child = reader == Audience::Children;
    let words = |grown_up: &String, child_words: Option<&String>| {
        let words = child_words.filter(|_| child).unwrap_or(grown_up);
        assert!(
            !child || child_words.is_some(),
            "no words for children: {words}"
        );
        let mut escaped = String::new();
        escape(&mut escaped, words);
        escaped
    };
    let steps: Vec<_> = record.step.iter().map(At::get_ref).collect();
    let number = |id: &String| {
        let at = steps.iter().position(|step| step.id.get_ref() == id);
        at.expect("a step of the procedure") + 1
    };
    let listed = steps.iter().map(|step| {
        let text = words(step.text.get_ref(), step.child.as_ref().map(At::get_ref));
        let answers = step.branches.iter().map(|branch| {
            let branch = branch.get_ref();
            let child = branch.child.as_ref().map(At::get_ref);
            (
                words(branch.answer.get_ref(), child),
                number(branch.to.get_ref()),
            )
        });
        (text, answers.collect())
    });
    let title = words(
        record.title.get_ref(),
        record.child.as_ref().map(At::get_ref),
    );
    (title, listed.collect())
}

/// The steps of the block on a page that has this title.
fn printed(page: &str, title: &str) -> Option<Vec<Step>> {
    let from = page.find(&format!("-name\"><strong>{title}</strong></p>"))?;
    let list = page[from..].split_once("<ol class=\"steps\">")?.1;
    let list = list.split_once("</ol>")?.0;
    let steps = list.split("<li id=\"_block-").skip(1).map(|step| {
        let text = step.split_once("<p>")?.1;
        let text = text.split_once(['<'])?.0;
        let answers = step.split("<li>").filter_map(|answer| {
            let (before, rest) = answer.split_once(":</strong>")?;
            let word = before.split_once("<strong>")?.1;
            let to = number(rest.split_once("go to step ")?.1)?;
            let leads = number(answer.split_once("-step-")?.1);
            assert_eq!(leads, Some(to), "{answer}");
            Some((word.to_owned(), to))
        });
        Some((text.trim_end().to_owned(), answers.collect()))
    });
    steps.collect()
}

/// The number that a text begins with.
fn number(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    text[..end].parse().ok()
}

/// The files that a reader finds.
fn pages(edition: &Edition, reader: Audience) -> Vec<&str> {
    let (tree, folder): (&Tree, &str) = match reader {
        Audience::Children => (&edition.web, "children/"),
        Audience::Parents => (&edition.web, "parents/"),
        Audience::Staff => (&edition.staff, ""),
    };
    let files = tree.files.iter();
    let pages = files.filter(|(path, _)| path.starts_with(folder) && path.ends_with(".html"));
    pages
        .map(|(_, bytes)| str::from_utf8(bytes).expect("a page is text"))
        .collect()
}

#[test]
fn each_procedure_of_the_demo_is_on_a_page_for_each_of_its_readers_and_no_other() {
    let (records, edition) = demo();
    let more = "G1, G4, G7, G8, G9, G10, G11, G12, G14, searching and bullying";
    assert_eq!(records.len(), 11, "{more}");
    for record in &records {
        let id = record.id.get_ref();
        for reader in Audience::ALL {
            let pages = pages(&edition, reader);
            if !record.readers.get_ref().contains(&reader) {
                for step in &record.step {
                    let text = step.get_ref().text.get_ref();
                    let told = pages.iter().any(|page| page.contains(text));
                    assert!(!told, "{reader} are told of {id}: {text}");
                }
                continue;
            }
            let (title, steps) = expected(record, reader);
            let shown: Vec<_> = pages
                .iter()
                .filter_map(|page| printed(page, &title))
                .collect();
            assert!(!shown.is_empty(), "{id} is on no page for {reader}");
            for shown in shown {
                assert_eq!(shown, steps, "{id} for {reader}");
            }
        }
    }
}

#[test]
fn the_drawing_beside_the_steps_has_all_of_them_and_only_grown_ups_have_it() {
    let (records, edition) = demo();
    for reader in Audience::ALL {
        let mut drawn = 0;
        for page in pages(&edition, reader) {
            for chart in page.split("<svg class=\"chart").skip(1) {
                let chart = chart.split_once("</svg>").expect("it ends").0;
                let title = chart.split_once("Flowchart: ").expect("it has a title").1;
                let title = title.split_once('<').expect("the title ends").0;
                let of_this = |record: &&RawProcedure| record.title.get_ref() == title;
                let record = records.iter().find(of_this).expect("of a record");
                let (_, steps) = expected(record, reader);
                let answers: usize = steps.iter().map(|(_, answers)| answers.len()).sum();
                let count = |mark: &str| chart.matches(mark).count();
                let boxes =
                    count("class=\"step\"") + count("class=\"ask\"") + count("class=\"end\"");
                assert_eq!(boxes, steps.len(), "{title}");
                assert_eq!(count("class=\"reply\""), answers, "{title}");
                drawn += 1;
            }
        }
        assert_eq!(drawn > 0, reader != Audience::Children, "{reader}: {drawn}");
    }
}

/// The small site with a procedure on the page of staff.
fn with(procedure: &str, page: &str) -> SiteTest {
    SiteTest::base()
        .file("content/procedures/made.toml", procedure)
        .file(
            "content/staff/devices.md",
            format!("+++\ntitle = \"Devices\"\n+++\n{page}"),
        )
}

const SHOWN: &str = "\n```procedure\nid = \"made\"\n```\n";

#[test]
fn a_thousand_steps_are_all_there_without_a_drawing() {
    let mut text = "id = \"made\"\ntitle = \"Made\"\nfor = [\"staff\"]\n".to_owned();
    for n in 1..=1_000 {
        let _ = write!(
            text,
            "\n[[step]]\nid = \"s{n}\"\ntext = \"Do the thing that is number {n}.\"\n"
        );
        // Each hundredth step is a question that leads far.
        if n % 100 == 0 && n < 900 {
            let (one, other) = (n + 1, n + 99);
            let _ = writeln!(
                text,
                "branches = [{{ answer = \"Yes\", to = \"s{one}\" }}, {{ answer = \"No\", to = \"s{other}\" }}]"
            );
        }
    }
    let site = with(&text, SHOWN);
    assert_eq!(site.check(), "");
    let built = site.build();
    let page = built.page("staff/devices.html");
    assert_eq!(page.matches("<li id=\"_block-1-step-").count(), 1_000);
    assert!(page.contains("number 1000."));
    assert!(
        page.contains("<strong>No:</strong> <a href=\"#_block-1-step-899\">go to step 899</a>")
    );
    assert!(!page.contains("<svg class=\"chart"));
    let one_more = text + "\n[[step]]\nid = \"s1001\"\ntext = \"And another.\"\n";
    assert!(
        with(&one_more, SHOWN)
            .check()
            .contains("There are more than 1000 steps")
    );
}

#[test]
fn a_procedure_that_stands_twice_on_a_page_has_each_id_once() {
    let text = "id = \"made\"\ntitle = \"Made\"\nfor = [\"staff\"]\n\n[[step]]\nid = \"a\"\ntext = \"Ask.\"\nnote = \"Kindly.\"\n\n[[step]]\nid = \"b\"\ntext = \"Do.\"\n";
    let built = with(text, &SHOWN.repeat(2)).build();
    let page = built.page("staff/devices.html");
    let ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), different.len(), "{ids:?}");
    let links = page.split(" href=\"#").skip(1);
    for target in links.filter_map(|rest| rest.split('"').next()) {
        assert!(different.contains(target), "#{target} leads nowhere");
    }
}

#[test]
fn while_a_post_is_empty_each_reader_is_sent_to_whom_they_may_know() {
    let people = "content/people.toml";
    let site = SiteTest::base()
        .edit(
            people,
            "holders = [{ name = \"Mr Hazel\", child_name = \"Mr Hazel\", name_for = [\"children\", \"parents\"] }]\n",
            "",
        )
        .edit(
            "content/procedures/found-phone.toml",
            "roles = [\"class-teacher\"]",
            "roles = [\"dsl\"]",
        );
    let shown = "\n```procedure\nid = \"found-phone\"\n```\n";
    let built = site
        .append("content/children/games.md", shown)
        .append("content/parents/phones.md", shown)
        .append("content/staff/devices.md", shown)
        .build();
    let (parents, staff) = (
        built.page("web/parents/phones.html"),
        built.page("staff/devices.html"),
    );
    assert!(parents.contains("for now, Mrs Rowan) <a class=\"number\" href=\"tel:01632960003\">"));
    assert!(staff.contains("vacant: tell the Deputy Designated Safeguarding Lead (Mrs Rowan)"));
    // The deputy is not for children: they are told the role, and no number.
    let children = built.page("web/children/games.html");
    assert!(children.contains("<strong>Our safeguarding grown-up</strong></p>"));
    assert!(!children.contains("Rowan") && !children.contains("960003"));
}

#[test]
fn a_child_reads_no_word_of_the_grown_ups() {
    let shown = "\n```procedure\nid = \"found-phone\"\n```\n";
    let built = SiteTest::base()
        .edit(
            "content/procedures/found-phone.toml",
            "never = [\"Never look",
            "summary = \"Grown-ups read this.\"\nsource = \"handbook\"\nedition = \"of last year\"\nnever = [\"Never look",
        )
        .file(
            "content/guidance.toml",
            "verified = 2026-02-10\n\n[[guidance]]\nid = \"handbook\"\ntitle = \"The handbook\"\nkind = \"advice\"\n\
             publisher = \"The council\"\nsource = \"The council\"\n\
             editions = [{ name = \"of last year\", in_force = 2025-09-01 }]\n",
        )
        .append("content/children/games.md", shown)
        .append("content/parents/phones.md", shown)
        .build();
    let (child, parent) = (
        built.page("web/children/games.html"),
        built.page("web/parents/phones.html"),
    );
    for words in [
        "A phone is found",
        "Grown-ups read this.",
        "Never look through it.",
        "the teacher of that child",
        "It is kept there for a year.",
        "From The handbook of last year.",
    ] {
        assert!(parent.contains(words) && !child.contains(words), "{words}");
    }
    for words in [
        "You find a phone",
        "Do not look in it.",
        "Give it to their teacher.",
    ] {
        assert!(child.contains(words) && !parent.contains(words), "{words}");
    }
}
