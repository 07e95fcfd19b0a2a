//! How the document of all policies is printed: the words of the pages, with
//! ids, levels and ways of its own.

use std::collections::{BTreeMap, BTreeSet};

use signpost::render::Tree;

use super::{ALL, PARENTS, STAFF, policy};
use crate::demo::{demo, edition};
use crate::review_line::words;
use crate::site::SiteTest;

fn text<'t>(tree: &'t Tree, path: &str) -> &'t str {
    let bytes = tree.files.get(path).unwrap_or_else(|| panic!("no {path}"));
    str::from_utf8(bytes).expect("a page is text")
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let opens = format!(" {name}=\"");
    let parts = page.split(&opens).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// A text without what stands from one mark to the next other one.
fn without(text: &str, from: &str, to: &str) -> String {
    match text.split_once(from) {
        Some((before, rest)) => {
            let after = rest.split_once(to).map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => text.to_owned(),
    }
}

/// What stands in an article below its title, but for the heads of its
/// contents and, for staff, all that their page alone says of a review.
fn said(article: &str, title: &str) -> String {
    let article = article.split_once(title).expect("a title").1;
    let article = article.split_once("</article>").expect("an end").0;
    let article = without(article, "<p class=\"toc-head\">", "</p>");
    words(&without(
        &article,
        "<details class=\"about\">",
        "</details>",
    ))
}

/// What is wrong with the ids, the ways and the headings of a page.
fn faults(page: &str) -> Vec<String> {
    let ids = values(page, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    let twice = counts.iter().filter(|(_, count)| **count > 1);
    let mut faults: Vec<String> = twice.map(|(id, _)| format!("#{id} twice")).collect();
    let ways = values(page, "href").into_iter();
    let ways = ways.filter_map(|way| way.strip_prefix('#'));
    let labels = ["aria-labelledby", "aria-describedby"].into_iter();
    let labels = labels.flat_map(|name| values(page, name));
    let named = labels.flat_map(str::split_whitespace).chain(ways);
    faults.extend(
        named
            .filter(|id| !known.contains(id))
            .map(|id| format!("no #{id}")),
    );
    let mut last = 0;
    for part in page.split("<h").skip(1) {
        let level = part.chars().next().and_then(|sign| sign.to_digit(10));
        let Some(level) = level.filter(|_| part[1..].starts_with([' ', '>'])) else {
            continue;
        };
        if level > last + 1 {
            faults.push(format!("h{level} after h{last}: {}", &part[..40]));
        }
        last = level;
    }
    faults
}

#[test]
fn the_demo_has_the_words_of_its_pages_in_one_document() {
    let edition = edition(&demo());
    for (tree, pack, folder, least) in [
        (
            &edition.web,
            "parents/policy-pack.html",
            "parents/policies/",
            12,
        ),
        (&edition.staff, "policy-pack.html", "policies/", 14),
    ] {
        let page = text(tree, pack);
        let mut pages: Vec<String> = tree
            .files
            .keys()
            .filter(|path| path.starts_with(folder) && !path.ends_with("/index.html"))
            .map(|path| said(text(tree, path), "</h1>"))
            .collect();
        let articles = page.split("<article class=\"policy\"").skip(1);
        let mut policies: Vec<String> = articles.map(|article| said(article, "</h2>")).collect();
        assert!(policies.len() >= least, "{} policies", policies.len());
        pages.sort();
        policies.sort();
        assert_eq!(pages, policies);
        assert_eq!(faults(page), Vec::<String>::new());
        // No policy is left by a link to another one.
        let away = values(page, "href").into_iter();
        let away: Vec<&str> = away
            .filter(|way| way.contains("policies/") && !way.starts_with("http"))
            .filter(|way| !way.ends_with("/index.html"))
            .collect();
        assert_eq!(away, Vec::<&str>::new());
    }
}

/// Two policies that have all in common that has an id, and lead to each other.
fn alike() -> SiteTest {
    let text = |other: &str| {
        format!(
            "One[^a] and two[^b]. See [the rules](#rules), [the other]({other}.md), \
             [its rules]({other}.md#rules), [[policy:{other}]] and \
             [phones](../parents/phones.md).\n\n\
             [^a]: First.\n[^b]: Second, with [a way](#rules).\n\n\
             ## Rules {{#rules}}\n\n### Small\n\n```procedure\nid = \"found-phone\"\n```\n\n\
             ```table\nid = \"phones\"\n```\n\n###### Least\n\nText.\n\n## More\n\n## Most\n\nText."
        )
    };
    let site = policy(SiteTest::base(), "apples", ALL, &text("pears"));
    policy(site, "pears", ALL, &text("apples"))
}

#[test]
fn texts_that_are_alike_do_not_meet() {
    let site = alike();
    let built = site.build();
    for path in [PARENTS, STAFF] {
        let page = built.page(path);
        let own = faults(page);
        // The level that the editor left out is the editor's.
        let own: Vec<&String> = own.iter().filter(|fault| !fault.contains("h6")).collect();
        assert_eq!(own, Vec::<&String>::new(), "{path}");
        let first = page.split("<article class=\"policy\"").nth(1).expect("one");
        for (way, words) in [
            ("#_policy-1-rules", "the rules"),
            ("#_policy-2", "the other"),
            ("#_policy-2-rules", "its rules"),
            ("#_policy-2", "About pears"),
            ("#_policy-1-rules", "a way"),
        ] {
            let link = format!("<a href=\"{way}\">{words}</a>");
            assert!(first.contains(&link), "{link} in {first}");
        }
        for has in [
            "<h3 id=\"_policy-1-rules\">",
            "<h4 id=\"_policy-1-small\">",
            "<h6 id=\"_policy-1-least\">",
            "<li id=\"_note-1-2\">",
            "href=\"#_use-1-2\"",
            "id=\"_block-1-1-step-1\"",
            "aria-label=\"Notes on “About apples”\"",
            "<a href=\"#_policy-1-most\">Most</a>",
        ] {
            assert!(first.contains(has), "{has} in {first}");
        }
    }
    let phones = ">phones</a>";
    let (parents, staff) = (built.page(PARENTS), built.page(STAFF));
    assert!(parents.contains(&format!("href=\"../parents/phones.html\"{phones}")));
    let address = "https://www.larchlane.example/parents/phones.html";
    assert!(
        staff.contains(&format!("href=\"{address}\"{phones}")),
        "{staff}"
    );
    // On their own pages they are as they always were.
    let page = built.page("web/parents/policies/apples.html");
    assert!(page.contains("<h2 id=\"rules\">") && page.contains("href=\"#rules\">the rules"));
    assert!(page.contains("href=\"../../parents/policies/pears.html#rules\">its rules"));
}
