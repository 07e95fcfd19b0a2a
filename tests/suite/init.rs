//! A new site: it builds at once, says what is missing in the order in which a
//! school would fill it in, and does not go live before that is done.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use signpost::commands::Outcome;
use tempfile::TempDir;

use crate::site::files_under;
use crate::stories;

/// Midnight of 26 November 2026.
const TODAY: &str = "1795651200";

/// Runs the command in `folder`, where nobody sits at a terminal.
fn signpost(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(words)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", TODAY)
        .env("NO_COLOR", "1")
        .output()
        .expect("the command can be run")
}

/// What it said, with how it ended.
fn said(folder: &Path, words: &[&str]) -> (i32, String) {
    let output = signpost(folder, words);
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("reports are text");
    (output.status.code().expect("it ended by itself"), text)
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder for a test")
}

fn findings(folder: &Path) -> Vec<Value> {
    let output = signpost(folder, &["check", "site", "--format", "json"]);
    let said: Value = serde_json::from_slice(&output.stdout).expect("one document");
    said["findings"].as_array().expect("a list").clone()
}

const SCHOOL: [&str; 4] = ["init", "site", "--school", "Larch Lane Primary School"];

#[test]
fn a_new_site_builds_at_once_and_says_what_comes_next() {
    let folder = folder();
    let (code, text) = said(folder.path(), &SCHOOL);
    assert_eq!(code, 0, "{text}");
    assert!(
        text.contains(
            "Next: write the office's telephone number, in site/content/school.toml line "
        ),
        "{text}"
    );
    let (code, text) = said(folder.path(), &["build", "site"]);
    assert_eq!(code, 0, "{text}");
    let page = fs::read_to_string(folder.path().join("site/public/web/children/index.html"));
    assert!(
        page.expect("it was made")
            .contains("Larch Lane Primary School")
    );
}

#[test]
fn what_was_told_is_not_asked_for_again() {
    let folder = folder();
    let mut words = SCHOOL.to_vec();
    words.extend(["--phone", "01206 555001", "--email", "office@larch.sch.uk"]);
    words.extend(["--postal", "Larch Lane, Millbeck, CO1 1AA"]);
    let (code, text) = said(folder.path(), &words);
    assert_eq!(code, 0, "{text}");
    let next =
        "Next: say who your Designated Safeguarding Lead is, in site/content/people.toml line 12\n";
    assert!(text.ends_with(next), "{text}");
}

#[test]
fn gaps_come_first_and_in_the_order_in_which_they_are_filled_in() {
    let folder = folder();
    said(folder.path(), &SCHOOL);
    let rules: Vec<(String, String)> = findings(folder.path())
        .iter()
        .map(|found| {
            let word = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
            (word("rule"), word("file"))
        })
        .collect();
    let gaps = rules.iter().take_while(|(rule, _)| rule == "to-fill-in");
    let files: Vec<&str> = gaps.map(|(_, file)| file.as_str()).collect();
    assert_eq!(files[..3], ["content/school.toml"; 3]);
    assert!(files[3..].iter().all(|file| *file == "content/people.toml"));
    assert_eq!(files.len(), 10, "{rules:#?}");
    let rest = rules.iter().skip(files.len());
    let rest: Vec<&str> = rest.map(|(rule, _)| rule.as_str()).collect();
    // Nothing is told of made-up people, and each entry of a folder once.
    assert_eq!(
        rest,
        [
            "review-pending",
            "review-unscheduled",
            "review-unscheduled",
            "review-unscheduled",
            "duty-unscheduled"
        ]
    );
}

#[test]
fn every_phase_has_a_whole_site() {
    for phase in ["primary", "infant", "junior"] {
        let folder = folder();
        let mut words = SCHOOL.to_vec();
        words.extend(["--phase", phase]);
        assert_eq!(said(folder.path(), &words).0, 0);
        let (code, text) = said(folder.path(), &["build", "site"]);
        assert_eq!(code, 0, "{phase}: {text}");
        let has = |page: &str| {
            folder
                .path()
                .join("site/content/children")
                .join(page)
                .exists()
        };
        assert_eq!(has("be-kind.md"), phase != "junior");
        assert_eq!(has("keep-it-private.md"), phase != "infant");
    }
}

#[test]
fn it_is_never_written_over_anything() {
    let folder = folder();
    said(folder.path(), &SCHOOL);
    let before = files_under(folder.path());
    let (code, text) = said(folder.path(), &SCHOOL);
    assert_eq!(code, 2);
    assert!(
        text.contains("in the way of a new site, and nothing was written: content/children/, "),
        "{text}"
    );
    assert!(files_under(folder.path()) == before);
}

#[test]
fn without_a_terminal_the_name_must_be_told() {
    let folder = folder();
    let (code, text) = said(folder.path(), &["init", "site"]);
    assert_eq!(code, 2);
    assert!(
        text.contains("say what the school is called, as in --school"),
        "{text}"
    );
    assert!(!folder.path().join("site").exists());
    for (option, wrong) in [
        ("--phone", "soon"),
        ("--email", "office"),
        ("--school", " "),
    ] {
        let (code, text) = said(folder.path(), &["init", "site", option, wrong]);
        assert_eq!(code, 2, "{text}");
    }
}

#[test]
fn it_does_not_go_live_while_something_is_to_be_filled_in() {
    let folder = folder();
    said(folder.path(), &SCHOOL);
    let path = folder.path().join("site/content/school.toml");
    let text = fs::read_to_string(&path).expect("it was written");
    fs::write(
        &path,
        text.replace("status = \"draft\"", "status = \"live\""),
    )
    .expect("it is ours");
    let (code, text) = said(folder.path(), &["build", "site", "--all"]);
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("Say who your Designated Safeguarding Lead is."),
        "{text}"
    );
    assert!(!folder.path().join("site/public").exists());
    let errors = findings(folder.path());
    let errors = errors.iter().filter(|found| found["level"] == "error");
    assert!(errors.clone().count() >= 10);
    assert!(errors.clone().all(|found| found["rule"] == "placeholder"));
}

#[test]
fn nobody_ever_named_stops_a_live_site_and_everybody_gone_does_not() {
    let told = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/rules/placeholder/quiet.md"
    );
    let live = stories::set(&fs::read_to_string(told).expect("a fixture"));
    let with = |holder: fn(&str) -> String| {
        ["Ms Alder", "Mr Hazel"].iter().fold(live.clone(), |site, name| {
            let old = format!(
                "{{ name = \"{name}\", child_name = \"{name}\", name_for = [\"children\", \"parents\"] }}"
            );
            site.edit("content/people.toml", &old, &holder(name))
        })
    };
    let (outcome, said) = with(|_| String::new()).run("check", &[]);
    assert_eq!(outcome, Outcome::Stopped, "{said:#}");
    let gone = with(|name| format!("{{ name = \"{name}\", until = 2026-02-20 }}"));
    let built = gone.build();
    // Each page still says whom to turn to.
    for page in ["help", "poster", "games"] {
        let page = built.page(&format!("web/children/{page}.html"));
        assert!(
            page.to_lowercase().contains("any grown-up at school"),
            "{page}"
        );
        assert!(page.contains("0800 1111"), "{page}");
    }
    assert!(
        built
            .page("web/404.html")
            .contains("Any grown-up at school")
    );
}
