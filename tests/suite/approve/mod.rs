//! `signpost approve`: what is written down and what is said of it; what is
//! refused; and what becomes of a page that was approved and edited since.

mod edits;
mod refusals;

use serde_json::{Value, json};
use signpost::commands::Outcome;

use crate::desk::{Desk, Said};
use crate::site::SiteTest;

const POLICY: &str = "policies/online-safety";
const FILE: &str = "content/policies/online-safety.md";
const LEDGER: &str = "content/approvals.toml";
const TODAY: &str = "2026-11-22";

const SCHEDULE: &str = "\
[[review]]
page = \"policies/online-safety\"
owner = \"dsl\"
approver = \"deputy-dsl\"
every = \"1 year\"
last = \"2024-09\"

[[duty]]
id = \"filtering-check\"
title = \"Check the filtering\"
owner = \"dsl\"
every = \"6 weeks\"
";

fn desk() -> Desk {
    Desk::of(&site(), TODAY)
}

fn site() -> SiteTest {
    SiteTest::base()
        .file("content/schedule.toml", SCHEDULE)
        .append(FILE, "\n```contacts\nroles = [\"dsl\"]\n```\n")
}

/// The words that approve the policy, with other values for some options.
fn words<'w>(more: &[&'w str]) -> Vec<&'w str> {
    let usual = [
        ["--on", "2026-11-20"],
        ["--by", "deputy-dsl"],
        ["--evidence", "Minutes of 20 November, item 5"],
    ];
    let usual = usual.iter().filter(|pair| !more.contains(&pair[0]));
    let usual = usual.flat_map(|pair| pair.iter().copied());
    ["approve", POLICY]
        .into_iter()
        .chain(usual)
        .chain(more.iter().copied())
        .collect()
}

fn approve(desk: &Desk, more: &[&str]) -> Said {
    let said = desk.run(&words(more));
    assert_eq!(said.outcome, Outcome::Done, "{said:?}");
    said
}

#[test]
fn an_approval_says_what_for_whom_and_what_comes_next() {
    let desk = desk();
    assert_eq!(desk.entry(POLICY)["also"], json!(["pending"]));
    let said = approve(&desk, &[]);
    assert_eq!(said.err, "");
    assert_eq!(
        said.out,
        "\
Approved: “Online safety” (policies/online-safety), as it stands for parents and staff, on 20 November 2026 by Deputy Designated Safeguarding Lead.
It is written down in content/approvals.toml.
Its next review is due on 20 November 2027, in 363 days: 1 year after the approval of 2026-11-20.
Next: signpost build SITE
"
    );
    let entry = desk.entry(POLICY);
    assert_eq!(entry["state"], "current");
    assert_eq!(entry["approved"], "2026-11-20");
    assert_eq!(entry["redated"], 0);
}

#[test]
fn the_ledger_reads_well_and_a_new_one_says_what_it_is() {
    let desk = desk();
    approve(&desk, &["--minor", "a \"slip\" of the pen"]);
    let ledger = desk.read(LEDGER);
    let (head, entry) = ledger.split_once("\n\n").expect("a head");
    assert!(head.lines().all(|line| line.starts_with('#')), "{head}");
    let lines: Vec<&str> = entry.lines().collect();
    assert_eq!(
        lines[..6],
        [
            "[[approval]]",
            "page = \"policies/online-safety\"",
            "on = 2026-11-20",
            "by = \"deputy-dsl\"",
            "evidence = \"Minutes of 20 November, item 5\"",
            "minor = \"a \\\"slip\\\" of the pen\"",
        ]
    );
    assert!(lines[6].starts_with("digests.parents = \"v1:sha256:"));
    assert!(lines[7].starts_with("digests.staff = \"v1:sha256:"));
    assert!(entry.contains("sections.staff = [\n    \""), "{entry}");
    assert!(entry.contains(" Handling a report\",\n]\n"), "{entry}");
}

#[test]
fn what_stands_in_the_ledger_stays_byte_for_byte() {
    for (old, end) in [
        ("# Kept by the clerk. é\r\n\r\n# Above all.", "\r\n"),
        ("\n\n# Kept by the clerk.\napproval = []\n", ""),
        (
            "# Kept.\n\n[[approval]]\npage = 'gone'   # odd\non = 2020-01-01\nby=\"x\"\nevidence=\"y\"\ndigests={staff=\"v0:1\"}",
            "\n",
        ),
    ] {
        let desk = Desk::of(&site().file(LEDGER, old), TODAY);
        let said = desk.run(&words(&[]));
        let ledger = desk.read(LEDGER);
        if end.is_empty() {
            // A list that is closed takes no more entries.
            assert_eq!((said.outcome, ledger.as_str()), (Outcome::Failed, old));
            assert!(said.err.contains("cannot be written down"), "{}", said.err);
            continue;
        }
        assert_eq!(said.outcome, Outcome::Done, "{said:?}");
        let more = ledger.strip_prefix(old).expect("the old ledger");
        assert!(
            more.starts_with(&format!("{end}{end}[[approval]]{end}")),
            "{more:?}"
        );
        assert_eq!(more.matches('\n').count(), more.matches(end).count());
        assert!(ledger.ends_with(&format!("]{end}")));
        assert_eq!(desk.entry(POLICY)["approved"], "2026-11-20");
    }
}

#[test]
fn another_approver_and_a_page_without_a_schedule_are_warned_of() {
    let desk = desk();
    let said = approve(&desk, &["--by", "dsl"]).out;
    assert!(
        said.contains("warning: The schedule says that it is approved by “Deputy Designated Safeguarding Lead” (deputy-dsl), and this names “Designated Safeguarding Lead” (dsl).\n"),
        "{said}"
    );
    let mut other = words(&[]);
    other[1] = "parents/phones";
    let said = desk.run(&other);
    assert_eq!(said.outcome, Outcome::Done);
    assert!(
        said.out.contains("as it stands for parents, on"),
        "{said:?}"
    );
    assert!(
        said.out.contains("is not in content/schedule.toml"),
        "{said:?}"
    );
    approve(&desk, &["--by", "dsl", "--on", "2026-11-21"]);
    let said = approve(&desk, &["--by", "dsl", "--on", "2026-10-01"]).out;
    assert!(
        said.contains("which is newer than this one and goes on to count"),
        "{said}"
    );
}

#[test]
fn a_page_is_known_by_its_path_however_it_is_typed() {
    for id in [
        "policies/online-safety",
        "policies/online-safety.md",
        "content/policies/online-safety.md",
        "./content/policies/online-safety.md",
        "../school/content/policies/online-safety.md",
        "content\\policies\\online-safety.md",
    ] {
        let desk = desk();
        let mut words = words(&[]);
        words[1] = id;
        let said = desk.run(&words);
        assert_eq!(said.outcome, Outcome::Done, "{id}: {said:?}");
        assert!(
            desk.read(LEDGER)
                .contains("page = \"policies/online-safety\"")
        );
    }
}

#[test]
fn a_program_is_told_the_same() {
    let desk = desk();
    let (outcome, document) = desk.json(&words(&["--by", "dsl"]));
    assert_eq!(outcome, Outcome::Done);
    let keys = |value: &Value| -> Vec<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(keys(&document), ["approval", "written", "warnings"]);
    assert_eq!(
        document["approval"],
        json!({
            "page": POLICY,
            "on": "2026-11-20",
            "by": "dsl",
            "evidence": "Minutes of 20 November, item 5",
            "minor": null,
            "views": ["parents", "staff"],
        })
    );
    assert_eq!(document["warnings"].as_array().map(Vec::len), Some(1));
    let (outcome, document) = desk.json(&[
        "approve",
        "x",
        "--on",
        TODAY,
        "--by",
        "dsl",
        "--evidence",
        "y",
    ]);
    assert_eq!(outcome, Outcome::Failed);
    assert!(document["error"]["message"].is_string());
}
