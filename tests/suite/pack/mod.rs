//! All policies of a reader as one document: who has it, what is in it, and
//! what it says of reviews.

mod printed;

use crate::review_line::words;
use crate::site::{Built, SiteTest};

const POLICY: &str = "content/policies/online-safety.md";
const PARENTS: &str = "web/parents/policy-pack.html";
const STAFF: &str = "staff/policy-pack.html";
const WAY: &str = "All policies in one document, for printing";

/// A policy, for parents and staff or for staff alone.
fn policy(site: SiteTest, path: &str, readers: &str, text: &str) -> SiteTest {
    let title = path.rsplit('/').next().unwrap_or(path);
    let page = format!("+++\ntitle = \"About {title}\"\naudience = {readers}\n+++\n\n{text}\n");
    site.file(&format!("content/policies/{path}.md"), page)
}

const ALL: &str = "[\"parents\", \"staff\"]";

/// The small site with a second policy.
fn two() -> SiteTest {
    policy(SiteTest::base(), "bikes", ALL, "Ride with care.")
}

fn has(built: &Built, path: &str) -> bool {
    built.files().contains_key(path)
}

/// The titles of the policies, as the contents list them.
fn titles(page: &str) -> Vec<String> {
    let list = page.split_once("<ol class=\"listing\">").expect("a list").1;
    let list = list.split_once("</ol>").expect("its end").0;
    let lines = list.split("<li>").skip(1);
    lines
        .map(|line| words(line.split_once("</a>").expect("a link").0))
        .collect()
}

#[test]
fn one_policy_is_a_document_by_itself() {
    let built = SiteTest::base().build();
    assert!(!has(&built, PARENTS) && !has(&built, STAFF));
    let front = built.page("web/parents/policies/index.html");
    assert!(!front.contains(WAY), "{front}");
    // What staff have besides is no reason to make one for parents.
    let site = policy(SiteTest::base(), "keys", "[\"staff\"]", "Lock up.");
    let built = site.build();
    assert!(!has(&built, PARENTS) && has(&built, STAFF));
}

#[test]
fn the_front_page_of_policies_leads_there_and_nothing_else_does() {
    let built = two().build();
    for (tree, pack, front) in [
        ("web/", PARENTS, "web/parents/policies/index.html"),
        ("staff/", STAFF, "staff/policies/index.html"),
    ] {
        let leading: Vec<&String> = built
            .files()
            .iter()
            .filter(|(path, bytes)| {
                let text = String::from_utf8_lossy(bytes);
                path.starts_with(tree) && *path != pack && text.contains("policy-pack.html")
            })
            .map(|(path, _)| path)
            .filter(|path| !path.ends_with(".signpost-manifest.json"))
            .collect();
        assert_eq!(leading, [front]);
        assert!(built.page(front).contains(WAY));
        let back = built.page(pack).split_once("<main").expect("a page").1;
        assert!(back.contains("policies/index.html\">Policies</a>"));
    }
    assert!(!has(&built, "web/children/policy-pack.html"));
}

#[test]
fn an_editor_can_link_to_it_once_it_is_there() {
    let link = "\nSee [all of them](../parents/policy-pack.md).\n";
    let site = SiteTest::base().append("content/parents/phones.md", link);
    let said = site.check();
    assert!(said.contains("link"), "{said}");
    let linked = two().append("content/parents/phones.md", link).build();
    let page = linked.page("web/parents/phones.html");
    assert!(
        page.contains("href=\"../parents/policy-pack.html\""),
        "{page}"
    );
    let taken = two().file(
        "content/parents/policy-pack.md",
        "+++\ntitle = \"Mine\"\n+++\n\nText.\n",
    );
    let said = taken.check();
    assert!(said.contains("output-path"), "{said}");
}

#[test]
fn it_has_every_policy_in_the_order_of_the_lists() {
    let draft = "+++\ntitle = \"Not yet\"\naudience = [\"parents\", \"staff\"]\ndraft = true\n+++\n\nText.\n";
    let site = two().file("content/policies/draft.md", draft);
    let site = policy(site, "data/index", ALL, "What holds for all data.");
    let site = policy(site, "data/cameras", ALL, "None.");
    // A front page that only lists has nothing of its own.
    let site = policy(site, "trips/index", ALL, "");
    let site = policy(site, "trips/abroad", ALL, "Ask first.");
    let built = policy(site, "keys", "[\"staff\"]", "Lock up.").build();
    let all = [
        "About bikes",
        "Online safety",
        "About index",
        "About cameras",
        "About abroad",
    ];
    assert_eq!(titles(built.page(PARENTS)), all);
    let mut staffs: Vec<&str> = all.to_vec();
    staffs.insert(1, "About keys");
    assert_eq!(titles(built.page(STAFF)), staffs);
    let lead = "The 5 policies on our pages for parents and carers, as they stood on 1 March 2026.";
    assert!(words(built.page(PARENTS)).contains(lead));
    assert_eq!(
        built
            .page(PARENTS)
            .matches("<article class=\"policy\"")
            .count(),
        5
    );
}

#[test]
fn of_more_than_a_hundred_there_is_none() {
    let mut site = SiteTest::base();
    for number in 1..100 {
        site = policy(site, &format!("p-{number}"), ALL, "Short.");
    }
    let built = site.clone().build();
    assert_eq!(titles(built.page(PARENTS)).len(), 100);
    let built = policy(site, "p-100", ALL, "Short.").build();
    assert!(!has(&built, PARENTS) && !has(&built, STAFF));
    let front = built.page("web/parents/policies/index.html");
    assert!(!front.contains(WAY), "{front}");
}

#[test]
fn what_staff_alone_read_is_in_theirs_alone() {
    let text = "Ride.\n\n> [!STAFF]\n> Count the zebras.\n\n## Locks {.staff}\n\nUse two.\n\n## Lights\n\nAlways.";
    let site = policy(SiteTest::base(), "bikes", ALL, text);
    let built = policy(site, "keys", "[\"staff\"]", "Lock up.").build();
    let (parents, staff) = (built.page(PARENTS), built.page(STAFF));
    for hidden in [
        "zebras",
        "Locks",
        "locks",
        "Use two",
        "About keys",
        "Lock up",
        "For staff",
    ] {
        assert!(
            !parents.contains(hidden),
            "{hidden} is in parents’ document"
        );
        assert!(staff.contains(hidden), "{hidden} is not in that of staff");
    }
    assert!(parents.contains("Always."), "{parents}");
    // Each of their sheets says so; sheets get parted.
    let marks = staff.matches("<p class=\"printed aside\">").count();
    assert_eq!(marks, 3);
    for sheet in staff.split("<p class=\"printed aside\">").skip(1) {
        assert!(
            sheet[..120].contains("For staff. Not for the web."),
            "{sheet}"
        );
    }
}

#[test]
fn it_says_what_is_overdue_and_what_is_not_approved() {
    let schedule = "[[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\nevery = \"1 year\"\nlast = 2025-02-01\n\n\
                    [[review]]\npage = \"policies/bikes\"\nowner = \"dsl\"\napprover = \"dsl\"\nevery = \"1 year\"\nlast = 2026-02-01\n";
    let built = two().file("content/schedule.toml", schedule).build();
    for (pack, online) in [
        (PARENTS, "web/parents/policies/online-safety.html"),
        (STAFF, "staff/policies/online-safety.html"),
    ] {
        let notice = "This policy should have been reviewed by 1 February 2026.";
        assert!(words(built.page(online)).contains(notice));
        let page = built.page(pack);
        let (contents, texts) = page.split_once("<article class=\"policy\"").expect("texts");
        let (bikes, online) = texts.split_once("<article class=\"policy\"").expect("two");
        let (contents, bikes, online) = (words(contents), words(bikes), words(online));
        assert!(online.contains(notice), "{online}");
        assert!(
            contents.contains("Online safety: Overdue The review was due by 1 February 2026."),
            "{contents}"
        );
        assert!(bikes.contains("has not approved this policy yet. It may still change."));
        assert!(
            contents.contains("About bikes: Not approved yet To be reviewed by 1 February 2027.")
        );
        // What becomes overdue later says so in the reader's browser.
        assert!(page.contains("data-due=\"2027-02-01\"") && page.contains("assets/review.js"));
    }
}

#[test]
fn a_policy_that_nobody_has_to_review_says_that() {
    let built = two().file("content/schedule.toml", "").build();
    let said = "This site does not say when this policy is to be reviewed.";
    let page = words(built.page(PARENTS));
    assert_eq!(page.matches(said).count(), 4, "{page}");
    assert!(words(built.page("web/parents/policies/bikes.html")).contains(said));
}

#[test]
fn nobody_finds_a_policy_twice() {
    let site = two().append(POLICY, "\n## Umbrellas\n\nKeep yours closed.\n");
    let built = site.build();
    for path in [
        "web/parents/search-index.js",
        "web/parents/a-to-z.html",
        "web/sitemap.xml",
        "staff/search-index.js",
        "staff/a-to-z.html",
    ] {
        let text = built.page(path);
        assert!(!text.contains("policy-pack"), "{path}");
    }
}
