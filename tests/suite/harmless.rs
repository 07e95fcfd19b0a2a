//! 200 pages of harmless English, on which no rule about privacy finds
//! anything: `tests/samples/harmless/sentences.txt`.
//!
//! A rule that cries wolf gets switched off. So each sentence stands beside a
//! picture, on a page for children and on one for parents.

use std::fs;
use std::path::Path;

use crate::site::SiteTest;

/// The rules about what gives too much away.
const PRIVACY: [&str; 9] = [
    "consent-use",
    "date-of-birth",
    "home-postcode",
    "image-name",
    "mailbox",
    "mobile-number",
    "pupil-name",
    "security-detail",
    "system-named",
];

/// How many pages each of the two views has.
const PAGES: usize = 100;

const GATE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>\n";

#[test]
fn no_privacy_rule_finds_anything_on_200_harmless_pages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/harmless/sentences.txt");
    let told = fs::read_to_string(path).expect("the sentences");
    let sentences: Vec<&str> = told.lines().collect();
    let mut different = sentences.clone();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() >= 400 && different.len() == sentences.len());
    let mut site = SiteTest::base()
        .file("content/images/school-gate.svg", GATE)
        .file(
            "content/images.toml",
            "[[image]]\nfile = \"school-gate.svg\"\nalt = \"The school gate\"\nuse = \"website\"\n",
        );
    for folder in ["children", "parents"] {
        for page in 0..PAGES {
            let mut text = format!("+++\ntitle = \"Page {page}\"\n+++\n");
            for sentence in sentences.iter().skip(page).step_by(PAGES) {
                text += &format!("\n{sentence}\n\n![The gate](../images/school-gate.svg)\n");
            }
            site = site.file(&format!("content/{folder}/harmless-{page}.md"), text);
        }
    }
    let mut found: Vec<String> = site
        .findings()
        .into_iter()
        .filter(|(rule, _)| PRIVACY.contains(&rule.as_str()))
        .map(|(_, said)| said)
        .collect();
    found.sort();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
