//! The accessibility statement says what is so: of the theme's own tests, of
//! what people tested, and of the documents that each reader can open.

use std::path::Path;

use serde::Deserialize;

use crate::demo;
use crate::site::SiteTest;

const TESTED: &str = include_str!("../../themes/default/tested.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tested {
    version: String,
    on: String,
    of: String,
    test: Vec<Test>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    key: String,
    found_in: Option<String>,
    words: Option<String>,
    absent: Option<String>,
}

#[test]
fn the_theme_says_of_its_own_tests_what_they_are() {
    let tested: Tested = toml::from_str(TESTED).expect("the file is in its shape");
    assert_eq!(
        tested.version,
        env!("CARGO_PKG_VERSION"),
        "a new version is tested anew: tests/run, then write its number and the day"
    );
    let day: Result<jiff::civil::Date, _> = tested.on.parse();
    assert!(day.is_ok() && !tested.of.is_empty());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let files = std::fs::read_dir(&folder).expect("the tests are there");
    let files: Vec<(String, String)> = files
        .filter_map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name()?.to_str()?.to_owned();
            let is_test = name.ends_with(".spec.js") || name == "package.json";
            let text = is_test.then(|| std::fs::read_to_string(path).expect("a test is text"))?;
            Some((name, text))
        })
        .collect();
    assert!(files.len() > 5, "only {} tests were read", files.len());
    for test in &tested.test {
        match (&test.found_in, &test.words, &test.absent) {
            (Some(file), Some(words), None) => {
                let text = files.iter().find(|(name, _)| name == file);
                let made = text.is_some_and(|(_, text)| text.contains(words));
                assert!(made, "{}: {file} does not say {words:?}", test.key);
            }
            (None, None, Some(words)) => {
                let made = files.iter().find(|(_, text)| text.contains(words));
                let made = made.map(|(name, _)| name);
                assert!(
                    made.is_none(),
                    "{} is tested now, by {made:?}: say so in themes/default/tested.toml",
                    test.key
                );
            }
            _ => panic!("{}: found_in and words, or absent", test.key),
        }
    }
}

const WEB: &str = "web/parents/accessibility.html";
const STAFF: &str = "staff/accessibility.html";

#[test]
fn without_a_file_nothing_is_claimed() {
    let built = SiteTest::base().build();
    for path in [WEB, STAFF] {
        let page = built.page(path);
        assert_eq!(page.matches("Not tested by a person.").count(), 4, "{page}");
        assert!(page.contains("We do not say that every page meets the standard"));
        assert!(page.contains("Nobody has noted when this statement was last looked at."));
        assert!(page.contains("Ask the school office."));
        for claim in ["fully compliant", "fully accessible", "up to date"] {
            assert!(!page.contains(claim), "{claim}");
        }
    }
}

const FILE: &str = "\
checked = 2025-10-01
ask = \"dsl\"
within = \"a week\"

[[tested]]
how = \"keyboard\"
on = 2025-01-10
by = \"a governor\"
found = \"Two pages were tried.\"
for = [\"parents\"]

[[tested]]
how = \"screen-reader\"
on = \"2026-01\"
by = \"a teacher\"
found = \"The desk was tried.\"
for = [\"staff\"]

[[gap]]
what = \"Letters are scans.\"
instead = \"Ask for the text.\"
for = [\"parents\", \"staff\"]
";

#[test]
fn each_reader_is_told_of_their_own_tests_and_documents() {
    let built = SiteTest::base()
        .file("content/accessibility.toml", FILE)
        .bytes("content/files/parents/a.pdf", b"%PDF-1.7 a".to_vec())
        .bytes("content/files/parents/b.pdf", b"%PDF-1.7 b".to_vec())
        .bytes("content/files/staff/c.docx", b"PK c".to_vec())
        .build();
    let web = built.page(WEB);
    assert!(
        web.contains("Tested on 10 January 2025 by a governor."),
        "{web}"
    );
    assert!(web.contains("There are 2 PDF files"));
    assert!(web.contains("Letters are scans. Ask for the text."));
    assert!(web.contains("We answer within a week."));
    assert_eq!(
        web.matches("That is more than a year ago.").count(),
        1,
        "{web}"
    );
    assert_eq!(web.matches("Not tested by a person.").count(), 3);
    assert!(!web.contains("The desk was tried.") && !web.contains("Word file"));
    let staff = built.page(STAFF);
    assert!(
        staff.contains("Tested in January 2026 by a teacher."),
        "{staff}"
    );
    assert!(staff.contains("There is 1 Word file"));
    assert!(!staff.contains("Two pages were tried.") && !staff.contains("PDF"));
}

#[test]
fn the_foot_of_every_page_for_grown_ups_leads_to_it_and_no_childs_page_does() {
    let edition = demo::edition(&demo::demo());
    let trees = [("web/", &edition.web), ("staff/", &edition.staff)];
    for (tree, files) in trees {
        for (path, bytes) in &files.files {
            let is_page = Path::new(path).extension().is_some_and(|end| end == "html");
            let text = String::from_utf8_lossy(bytes);
            if !is_page || text.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let is_for_grown_ups = tree == "staff/" || path.starts_with("parents/");
            let leads = text.contains("accessibility.html\">");
            assert_eq!(leads, is_for_grown_ups, "{tree}{path}");
        }
    }
}
