//! Places where a school has silenced a rule, and what it may not silence.

use crate::site::SiteTest;

const PAGE: &str = "+++\ntitle = \"Phones in school\"\n+++\n\nOn trips ring 07700 900123, or Jo on 07700 900456.\n";

fn site(rule: &str, more: &str) -> SiteTest {
    let exception = format!(
        "\n[[exception]]\nrule = \"{rule}\"\nin = \"parents/phones.md\"\n\
         reason = \"The school's own, carried on trips.\"\nuntil = 2026-07-31\n{more}"
    );
    SiteTest::base()
        .file("content/parents/phones.md", PAGE)
        .append("content/school.toml", &exception)
}

fn rules(site: &SiteTest) -> Vec<String> {
    site.findings().into_iter().map(|(rule, _)| rule).collect()
}

#[test]
fn an_exception_silences_one_rule_in_one_file() {
    assert_eq!(rules(&site("mobile-number", "")), [""; 0]);
    let elsewhere = site("mobile-number", "").file("content/parents/trips.md", PAGE);
    assert_eq!(rules(&elsewhere), ["mobile-number", "mobile-number"]);
}

#[test]
fn an_exception_about_some_words_leaves_the_others() {
    let site = site("mobile-number", "words = \"07700 900123\"\n");
    let found = site.findings();
    assert_eq!(found.len(), 1);
    assert!(found[0].1.contains("07700 900456"), "{found:?}");
}

#[test]
fn the_rule_speaks_again_the_day_after() {
    let last = site("mobile-number", "").today("2026-07-31");
    assert_eq!(
        rules(&last)
            .iter()
            .filter(|rule| *rule == "exception")
            .count(),
        0
    );
    let after = rules(&site("mobile-number", "").today("2026-08-01"));
    assert!(after.contains(&"mobile-number".to_owned()));
    assert!(after.contains(&"exception".to_owned()));
}

#[test]
fn an_error_cannot_be_excepted() {
    let page = format!("{PAGE}\n<iframe src=\"https://feed.example\"></iframe>\n");
    let site = site("raw-html", "").file("content/parents/phones.md", page);
    let rules = rules(&site);
    assert!(rules.contains(&"raw-html".to_owned()), "{rules:?}");
    assert!(rules.contains(&"exception".to_owned()), "{rules:?}");
}

#[test]
fn an_exception_without_a_reason_or_a_day_is_refused() {
    for line in [
        "reason = \"The school's own, carried on trips.\"\n",
        "until = 2026-07-31\n",
    ] {
        let site = site("mobile-number", "").edit("content/school.toml", line, "");
        assert!(rules(&site).contains(&"schema".to_owned()), "{line}");
    }
    let reason = "The school's own, carried on trips.";
    let blank = site("mobile-number", "").edit("content/school.toml", reason, " ");
    assert_eq!(rules(&blank), ["schema"]);
}

#[test]
fn strict_does_not_bring_back_what_was_excepted() {
    assert_eq!(rules(&site("mobile-number", "").strict()), [""; 0]);
}
