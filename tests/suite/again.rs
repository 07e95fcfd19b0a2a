//! A preview that looks again finds and shows what it would have anew.
//!
//! The demo is changed again and again, in every kind of file and in every way
//! that an editor has, and each time what is found and printed after the last
//! look is the same as for somebody who has never looked.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::Config;
use signpost::check::Findings;
use signpost::pipeline::{self, Settings};
use signpost::render::{Printed, PrintedTree};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::build::found_after;
use crate::generated;
use crate::leaks::config;

const TODAY: &str = "2026-11-22";

/// Whoever looks at a site again and again.
struct Onlooker {
    root: TempDir,
    seen: Option<Findings>,
    /// The last edition without an error.
    printed: Option<Printed>,
    today: &'static str,
}

impl Onlooker {
    fn at_the_demo() -> Onlooker {
        let root = TempDir::new().expect("a folder for a test");
        let demo = Path::new(env!("CARGO_MANIFEST_DIR"));
        for entry in WalkDir::new(demo.join("content")) {
            let entry = entry.expect("a file of the demo");
            let under = entry.path().strip_prefix(demo).expect("it is under it");
            let copy = root.path().join(under);
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(copy).expect("a folder");
            } else {
                std::fs::copy(entry.path(), copy).expect("a copy");
            }
        }
        let mut onlooker = Onlooker {
            root,
            seen: None,
            printed: None,
            today: TODAY,
        };
        onlooker.looks("before anything is changed");
        onlooker
    }

    /// Looks, and holds it against what is found and printed anew.
    fn looks(&mut self, when: &str) {
        let settings = Settings {
            today: self.today.parse().expect("a day"),
            strict: false,
        };
        let root = self.root.path();
        let again = pipeline::check_after(root, settings, self.seen.as_ref()).expect("a site");
        let anew = pipeline::check(root, settings).expect("a site");
        assert_eq!(list(&again), list(&anew), "{when}");
        self.seen = Some(match again.gate() {
            Ok(again) => {
                let before = self.printed.as_ref();
                let printed = pipeline::print_after(root, &again, before).expect("a theme");
                let anew = pipeline::print_after(root, &again, None).expect("a theme");
                assert!(printed == anew, "{when}: {}", difference(&printed, &anew));
                self.printed = Some(printed);
                again.into_findings()
            }
            Err(again) => *again,
        });
    }

    /// Changes a file, looks, puts it back, and looks.
    fn changes(&mut self, path: &str, how: impl Fn(&str) -> String) {
        let file = self.root.path().join("content").join(path);
        let before = std::fs::read_to_string(&file).expect("a text");
        let after = how(&before);
        assert_ne!(after, before, "{path} is not changed");
        std::fs::write(&file, after).expect("it can be written");
        self.looks(path);
        std::fs::write(&file, before).expect("it can be written");
        self.looks(&format!("{path} put back"));
    }
}

/// The first page that is another, for whoever mends it.
fn difference(again: &Printed, anew: &Printed) -> String {
    let trees = [(&again.web, &anew.web), (&again.staff, &anew.staff)];
    let paths = |(again, anew): (&PrintedTree, &PrintedTree)| {
        let mut paths = again.paths().chain(anew.paths());
        let other = paths.find(|path| again.file(path) != anew.file(path));
        other.map(str::to_owned)
    };
    let first = trees.into_iter().find_map(paths);
    first.unwrap_or_else(|| "how it was made".to_owned())
}

/// All that there is to say of what was found.
fn list(findings: &Findings) -> Vec<String> {
    let said = findings.iter().map(|found| format!("{found:?}"));
    let places = findings.iter().map(|found| found.place.line_column());
    said.zip(places)
        .map(|(said, at)| format!("{at:?} {said}"))
        .collect()
}

const FAULTS: &str = "\n\nRing 07700 900999 TBC. The color of of [this](nowhere.md), [[role:nobody]] and KCSIE 2019.\n";

#[test]
fn words_of_a_page() {
    let mut onlooker = Onlooker::at_the_demo();
    for page in ["parents/phones-in-school.md", "policies/online-safety.md"] {
        onlooker.changes(page, |text| format!("{text}{FAULTS}"));
        onlooker.changes(page, |text| {
            text.replacen("+++\n\n", &format!("+++\n{FAULTS}\n"), 1)
        });
    }
    let seen = onlooker.seen.as_ref().expect("it has looked");
    assert!(list(seen).iter().all(|said| !said.contains("nowhere.md")));
}

#[test]
fn headings_that_other_pages_link_to() {
    let mut onlooker = Onlooker::at_the_demo();
    onlooker.changes("policies/online-safety.md", |text| {
        text.replace("\n## ", "\n## Of ")
    });
    onlooker.changes("policies/online-safety.md", |text| {
        text.replace(" {.staff}", "")
    });
    onlooker.changes("policies/online-safety.md", |text| {
        text.replacen(
            "audience = [\"parents\", \"staff\"]",
            "audience = [\"staff\"]",
            1,
        )
    });
    onlooker.changes("parents/phones-in-school.md", |text| {
        text.replacen("title = \"", "draft = true\ntitle = \"", 1)
    });
}

#[test]
fn records_that_texts_are_held_to() {
    let mut onlooker = Onlooker::at_the_demo();
    onlooker.changes("people.toml", |text| {
        text.replacen("id = \"dsl\"", "id = \"dslx\"", 1)
    });
    onlooker.changes("glossary.toml", |text| {
        text.replacen("term = \"", "term = \"Un", 1)
    });
    onlooker.changes("guidance.toml", |text| {
        text.replacen("2026-09-01", "2027-09-01", 1)
    });
    onlooker.changes("school.toml", |text| {
        format!("{text}\n[levels]\nacronym = {{ level = \"off\", reason = \"for a test\" }}\n")
    });
    onlooker.changes("images.toml", |text| {
        text.replacen("[[image]]", "[[picture]]", 1)
    });
    onlooker.changes("approvals.toml", |text| {
        text.replacen("[[approval]]", "[[approved]]", 1)
    });
    onlooker.changes("help.toml", |_| "nothing of it".to_owned());
}

#[test]
fn files_that_come_and_go_and_days_that_pass() {
    let mut onlooker = Onlooker::at_the_demo();
    let content = onlooker.root.path().join("content");
    let page = content.join("parents/phones-in-school.md");
    let away = content.join("parents/aaa-first.md");
    std::fs::rename(&page, &away).expect("it can be moved");
    onlooker.looks("a page moved to the front");
    std::fs::rename(&away, &page).expect("it can be moved");
    onlooker.looks("and back");
    std::fs::remove_dir_all(content.join("images")).expect("it can be deleted");
    onlooker.looks("the pictures gone");
    std::fs::remove_file(content.join("people.toml")).expect("it can be deleted");
    onlooker.looks("the people gone");
    for today in ["2026-11-23", "2027-11-22", "2025-01-01"] {
        onlooker.today = today;
        onlooker.looks(today);
    }
}

#[test]
fn a_theme_that_is_changed() {
    let mut onlooker = Onlooker::at_the_demo();
    let root = onlooker.root.path().to_owned();
    let school = root.join("content/school.toml");
    let text = std::fs::read_to_string(&school).expect("a text");
    let text = text.replacen("name = ", "theme = \"ours\"\nname = ", 1);
    std::fs::write(&school, text).expect("it can be written");
    let page = "<!doctype html><title>Ours</title><main>{{ page.title }}</main>";
    for (file, text) in [
        ("templates/parent/page.html", page.to_owned()),
        ("templates/parent/page.html", page.replace("Ours", "Theirs")),
        ("templates/parent/table.html", "<p>No table.</p>".to_owned()),
        (
            "wording/en.toml",
            "[date]\nmonth = \"{year}, {month}\"\n".to_owned(),
        ),
        ("assets/signpost.css", "p { color: red }".to_owned()),
    ] {
        let file = root.join("themes/ours").join(file);
        let folder = file.parent().expect("a folder");
        std::fs::create_dir_all(folder).expect("a folder");
        std::fs::write(&file, text).expect("it can be written");
        onlooker.looks(&file.to_string_lossy());
    }
    let printed = onlooker.printed.as_ref().expect("it was printed");
    let page = printed.web.file("parents/phones-in-school.html");
    let (_, page) = page.expect("a page");
    assert!(page.starts_with(b"<!doctype html><title>Theirs"));
}

#[test]
fn a_remark_in_a_theme_is_no_news() {
    let mut onlooker = Onlooker::at_the_demo();
    let root = onlooker.root.path().to_owned();
    let school = root.join("content/school.toml");
    let text = std::fs::read_to_string(&school).expect("a text");
    let text = text.replacen("name = ", "theme = \"ours\"\nname = ", 1);
    std::fs::write(&school, text).expect("it can be written");
    let folder = root.join("themes/ours/templates");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut printed = ["One", "Another"].map(|remark| {
        let text = format!("{{#- {remark} -#}}\n<p>No contents.</p>");
        std::fs::write(folder.join("toc.html"), text).expect("it can be written");
        onlooker.looks(remark);
        onlooker.printed.take()
    });
    assert!(printed[0].take() == printed[1].take());
}

#[test]
fn only_what_changed_is_printed_again() {
    let mut onlooker = Onlooker::at_the_demo();
    let pages = |onlooker: &Onlooker| {
        let printed = onlooker.printed.as_ref().expect("it was printed");
        let paths = printed.web.paths().map(str::to_owned);
        let paths: Vec<String> = paths.filter(|path| path.ends_with(".html")).collect();
        let file = |path: &String| printed.web.file(path).map(|(_, bytes)| bytes);
        paths.iter().filter_map(file).collect::<Vec<_>>()
    };
    let before = pages(&onlooker);
    let page = onlooker
        .root
        .path()
        .join("content/parents/phones-in-school.md");
    let text = std::fs::read_to_string(&page).expect("a text");
    std::fs::write(&page, format!("{text}\nOne more sentence.\n")).expect("it can be written");
    onlooker.looks("one more sentence");
    let after = pages(&onlooker);
    assert_eq!(before.len(), after.len());
    let anew = before.iter().zip(&after);
    let anew = anew.filter(|(one, other)| !std::sync::Arc::ptr_eq(one, other));
    // The page itself, and the dozen that are no ordinary pages.
    let anew = anew.count();
    assert!(
        (1..40).contains(&anew) && anew * 3 < before.len(),
        "{anew} of {}",
        before.len()
    );
}

proptest! {
    #![proptest_config(Config { cases: config().cases.div_ceil(10), ..config() })]

    /// Sites that have some of their layers in common, and so some of their
    /// pages and records.
    #[test]
    fn made_up_sites(pair in prop_oneof![
        generated::staff_only_change(),
        generated::not_for_children_change(),
        generated::staff_deleted(),
    ]) {
        let [again, anew] = found_after(&pair.before, &pair.after).expect("two sites");
        prop_assert_eq!(again, anew);
    }
}
