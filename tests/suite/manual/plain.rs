//! Every report can be read by a screen reader and on an old terminal: nothing
//! is drawn, nothing moves, and nothing is said by a colour.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::site::SiteTest;

/// Runs a command on a site, with more of the environment.
fn said(site: &Path, words: &[&str], environment: &[(&str, &str)]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(words)
        .current_dir(site)
        .env("SOURCE_DATE_EPOCH", "1772323200")
        .env_remove("NO_COLOR")
        .envs(environment.iter().copied())
        .output()
        .expect("the command can be run");
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8(text).expect("reports are text")
}

/// A site with something wrong, something due and something to fill in.
fn with_faults() -> TempDir {
    let folder = TempDir::new().expect("a folder for a test");
    SiteTest::base()
        .edit("content/school.toml", "\"example\"", "\"draft\"")
        .edit("content/schedule.toml", "2026-02-01", "2024-02-01")
        .append("content/parents/phones.md", "\nAsk [[role:dls]] → now.\n")
        .write(folder.path());
    folder
}

const COMMANDS: [&[&str]; 16] = [
    &["check"],
    &["check", "--all", "--strict"],
    &["build"],
    &["status"],
    &["reviews"],
    &["explain"],
    &["explain", "label"],
    &["schema"],
    &[
        "approve",
        "policies/online-safety",
        "--on",
        "2026-02-01",
        "--by",
        "dsl",
        "--evidence",
        "x",
    ],
    &["init", "."],
    &["init", ".", "--school", "x"],
    &["build", "nowhere"],
    &["biuld"],
    &["--help"],
    &["check", "--help"],
    &["man", "manual"],
];

#[test]
fn reports_are_letters_and_plain_signs() {
    let site = with_faults();
    let mut all: Vec<(String, String)> = COMMANDS
        .iter()
        .map(|words| (words.join(" "), said(site.path(), words, &[])))
        .collect();
    // The same of a site without an error.
    let sound = TempDir::new().expect("a folder for a test");
    SiteTest::base().write(sound.path());
    for words in [&["build"][..], &["status"], &["check"], &["reviews"]] {
        all.push((words.join(" "), said(sound.path(), words, &[])));
    }
    for name in [
        "approve",
        "build",
        "completions",
        "explain",
        "init",
        "man",
        "reviews",
        "schema",
        "serve",
        "status",
    ] {
        let help = said(site.path(), &[name, "--help"], &[]);
        assert!(help.contains("Examples:\n  signpost "), "{help}");
        all.push((format!("{name} --help"), help));
    }
    for (command, text) in all {
        assert!(!text.is_empty(), "signpost {command} says nothing");
        // What an editor wrote is shown as it stands.
        let text = text.replace('→', "");
        let odd: Vec<char> = text
            .chars()
            .filter(|c| !(c.is_ascii_graphic() || matches!(c, ' ' | '\n')))
            .filter(|c| !(c.is_alphanumeric() || matches!(c, '“' | '”' | '‘' | '’' | '…')))
            .collect();
        assert!(odd.is_empty(), "signpost {command} says {odd:?}:\n{text}");
    }
}

#[test]
fn colour_is_for_terminals_and_for_those_who_want_it() {
    let site = with_faults();
    let coloured = |environment: &[(&str, &str)]| {
        said(site.path(), &["check"], environment).contains('\u{1b}')
    };
    assert!(!coloured(&[]), "standard output is no terminal here");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn status_says_which_pages_would_be_others() {
    let folder = TempDir::new().expect("a folder for a test");
    SiteTest::base().write(folder.path());
    let status = || said(folder.path(), &["status"], &[]);
    let first = status();
    assert!(
        first.contains("Published: there is nothing in public yet.\n"),
        "{first}"
    );
    assert!(!folder.path().join("public").exists());
    said(folder.path(), &["build"], &[]);
    let then = status();
    assert!(
        then.contains("Published: public was last changed on "),
        "{then}"
    );
    assert!(
        then.contains("  To publish now would change nothing.\n"),
        "{then}"
    );

    let at = |name: &str| folder.path().join("content").join(name);
    let page = fs::read_to_string(at("parents/phones.md")).expect("a page");
    let moved = page.replace("Phones in school", "Telephones in school");
    fs::write(at("parents/telephones.md"), moved).expect("a page can be added");
    fs::remove_file(at("children/games.md")).expect("a page can be taken away");
    fs::write(
        at("parents/phones.md"),
        page.replace("Phones stay", "All phones stay"),
    )
    .expect("a page can be changed");
    let now = status();
    for line in [
        "  Added: “Telephones in school” (for parents).\n",
        "“Phones in school” (for parents)",
        "  Withdrawn: “Games online” (for children).\n",
        "Next: signpost build\n",
    ] {
        assert!(now.contains(line), "{line}{now}");
    }
    let json = said(folder.path(), &["status", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("one document");
    assert_eq!(json["publish"]["added"][0]["title"], "Telephones in school");
    assert_eq!(json["publish"]["withdrawn"][0]["for"][0], "children");
    assert_eq!(json["wrong"]["errors"], 0);
}

#[test]
fn status_never_takes_what_could_not_be_looked_at_for_nothing() {
    let folder = TempDir::new().expect("a folder for a test");
    SiteTest::base()
        .edit(
            "content/schedule.toml",
            "every = \"1 year\"",
            "evry = \"1 year\"",
        )
        .write(folder.path());
    let text = said(folder.path(), &["status"], &[]);
    assert!(
        text.contains("Due: this cannot be told. What is due cannot be told"),
        "{text}"
    );
    assert!(
        text.contains("Published: nothing can be, until the errors are mended."),
        "{text}"
    );
    let json = said(folder.path(), &["status", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("one document");
    assert!(json["due"].is_null() && json["publish"].is_null());
    assert!(json["wrong"]["errors"].as_u64() >= Some(1));
}
