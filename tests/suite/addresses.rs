//! Where pages stand, and what cannot stand there.

use signpost::commands::Outcome;

use crate::site::SiteTest;

const PARENTS: &str = "+++\ntitle = \"Odd\"\n+++\nText.\n";

/// The rules that a site with this page breaks.
fn broken(path: &str, text: &str) -> Vec<String> {
    let site = SiteTest::base().file(path, text);
    let (outcome, said) = site.run("check", &[]);
    let findings = said["findings"].as_array().expect("a list of findings");
    let rules = findings.iter().map(|finding| finding["rule"].as_str());
    let rules: Vec<String> = rules
        .map(|rule| rule.unwrap_or_default().to_owned())
        .collect();
    assert_eq!(outcome == Outcome::Stopped, !rules.is_empty(), "{said:#}");
    rules
}

#[test]
fn nothing_stands_in_the_place_of_a_front_page_that_is_made() {
    let moved = "+++\ntitle = \"Odd\"\nwas = [\"parents/index\"]\n+++\nText.\n";
    assert_eq!(broken("content/parents/odd.md", moved), ["old-address"]);
    assert_eq!(
        broken("content/parents/policies/odd.md", PARENTS),
        ["output-path"]
    );
    assert_eq!(
        broken("content/parents/more/Index.md", PARENTS),
        ["output-path"]
    );
    assert!(broken("content/parents/more/odd.md", PARENTS).is_empty());
    assert!(broken("content/parents/more/index.md", PARENTS).is_empty());
}

#[test]
fn a_name_that_ends_in_index_is_not_a_folder() {
    let links = |to: &str| format!("+++\ntitle = \"Odd\"\n+++\n[The phones]({to}).\n");
    assert_eq!(
        broken("content/parents/odd.md", &links("phones-index.md")),
        ["broken-link"]
    );
    assert_eq!(
        broken("content/parents/odd.md", &links("phindex.md")),
        ["broken-link"]
    );
    assert!(broken("content/parents/odd.md", &links("index.md")).is_empty());
    assert!(broken("content/parents/odd.md", &links("../policies/index.md")).is_empty());
}
