//! The search of parents' and of staff's pages: what it can find, what it is
//! loaded on, and how much of it there is.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use signpost::render::{Edition, Tree};

use crate::demo::{demo, edition};
use crate::site::SiteTest;

const SCRIPT: &str = include_str!("../../themes/default/assets/search.js");

/// The most that the script may weigh, in bytes, before compression.
const MOST: usize = 15_000;

/// The most that the index may weigh for each page of the demo, in bytes,
/// before compression.
const MOST_A_PAGE: usize = 2_500;

const PARENTS: &str = "parents/search-index.js";
const STAFF: &str = "search-index.js";

/// What an index says, as a browser gets it.
fn read(text: &str) -> Value {
    let json = text.strip_prefix("var signpostSearch = ");
    let json = json.and_then(|json| json.strip_suffix(";\n"));
    serde_json::from_str(json.expect("one value")).expect("JSON")
}

fn index(tree: &Tree, path: &str) -> Value {
    read(str::from_utf8(&tree.files[path]).expect("text"))
}

/// The addresses of all parts, from the tree's root, in their order.
fn addresses(index: &Value, folder: &str) -> Vec<String> {
    let pages = index["pages"].as_array().expect("pages").iter();
    pages
        .flat_map(|page| {
            let path = page[0].as_str().expect("a path");
            let parts = page[2].as_array().expect("parts").iter();
            parts.map(move |part| match part[0].as_str().expect("a mark") {
                "" => format!("{folder}{path}"),
                id => format!("{folder}{path}#{id}"),
            })
        })
        .collect()
}

/// Where a word is found.
fn found(index: &Value, folder: &str, word: &str) -> Vec<String> {
    let addresses = addresses(index, folder);
    let places = index["words"][word].as_str().unwrap_or_default();
    let steps = places.split_whitespace().map(str::parse::<usize>);
    let places = steps.scan(0, |at, step| {
        *at += step.expect("a distance");
        Some(*at)
    });
    places.map(|at| addresses[at].clone()).collect()
}

#[test]
fn every_place_that_is_found_is_there() {
    let Edition { web, staff, .. } = edition(&demo());
    for (tree, path, folder) in [(&web, PARENTS, "parents/"), (&staff, STAFF, "")] {
        let index = index(tree, path);
        let addresses = addresses(&index, folder);
        assert!(addresses.len() > 100, "{} places", addresses.len());
        for address in &addresses {
            let (page, id) = address.split_once('#').unwrap_or((address, ""));
            let page = tree.files.get(page).unwrap_or_else(|| panic!("no {page}"));
            let page = str::from_utf8(page).expect("a page is text");
            let is_there = id.is_empty() || page.contains(&format!(" id=\"{id}\""));
            assert!(is_there, "{address}");
        }
        for (word, places) in index["words"].as_object().expect("words") {
            let last: usize = places.as_str().map_or(0, |places| {
                let steps = places.split(' ');
                steps
                    .map(|step| step.parse::<usize>().expect("a distance"))
                    .sum()
            });
            assert!(last < addresses.len(), "{word}");
        }
        let all: BTreeSet<&String> = addresses.iter().collect();
        assert_eq!(all.len(), addresses.len(), "a place stands there twice");
    }
}

#[test]
fn each_reader_finds_what_is_theirs() {
    let text = "\n## Apples for all\n\nBananas.\n\n## Pears for staff {.staff}\n\nCherries.\n";
    let built = SiteTest::base()
        .append("content/policies/online-safety.md", text)
        .append("content/children/games.md", "\nA damson.\n")
        .build();
    let (parents, staff) = (
        read(built.page("web/parents/search-index.js")),
        read(built.page("staff/search-index.js")),
    );
    let here = "parents/policies/online-safety.html#apples-for-all";
    assert_eq!(found(&parents, "parents/", "apples"), [here]);
    assert_eq!(found(&parents, "parents/", "bananas"), [here]);
    let theirs = ["policies/online-safety.html#pears-for-staff"];
    assert_eq!(found(&staff, "", "cherries"), theirs);
    assert_eq!(found(&staff, "", "pears"), theirs);
    for word in ["pears", "cherries", "damson"] {
        assert!(!parents.to_string().contains(word), "{word}");
    }
    // Pages of children's are found by nobody here, and there is no search of
    // theirs.
    assert!(!staff.to_string().contains("damson"));
    let theirs = built.files().keys().filter(|path| path.contains("search"));
    assert_eq!(
        theirs.collect::<Vec<_>>(),
        [
            "staff/assets/search.js",
            "staff/search-index.js",
            "staff/search.html",
            "web/assets/search.js",
            "web/parents/search-index.js",
            "web/parents/search.html",
        ]
    );
}

#[test]
fn the_search_is_a_tap_away_and_loaded_nowhere_else() {
    let Edition { web, staff, .. } = edition(&demo());
    for (tree, is_web) in [(&web, true), (&staff, false)] {
        for (path, bytes) in tree
            .files
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            let page = str::from_utf8(bytes).expect("a page is text");
            // A page that only sends its readers on has nothing around it.
            if page.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let is_it = path.ends_with("search.html");
            assert_eq!(page.contains("assets/search.js"), is_it, "{path}");
            assert_eq!(page.contains("search-index.js"), is_it, "{path}");
            assert_eq!(page.contains("<form"), is_it, "{path}");
            // Nothing that is typed can be sent, whatever becomes of the script.
            assert!(page.contains("form-action &#39;none&#39;"), "{path}");
            let has_it = !is_web || path.starts_with("parents/");
            let way =
                page.contains("search.html\"><svg") || page.contains("search.html\" aria-current");
            assert_eq!(way, has_it, "the way to the search on {path}");
        }
    }
    let map = str::from_utf8(&web.files["sitemap.xml"]).expect("text");
    assert!(
        map.contains("parents/a-to-z.html") && !map.contains("search"),
        "{map}"
    );
}

#[test]
fn the_script_is_small_and_asks_nobody() {
    assert!(SCRIPT.len() <= MOST, "{} bytes, of {MOST}", SCRIPT.len());
    for refused in [
        "fetch",
        "XMLHttp",
        "import",
        "eval",
        "Function(",
        "innerHTML",
        "Storage",
        "cookie",
        "history",
        "sendBeacon",
        "http",
        "location.href",
        "location.assign",
        "location =",
    ] {
        // A comment may say what it does not do; importNode copies a template.
        let code: String = SCRIPT
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| line.replace("importNode", ""))
            .collect();
        assert!(!code.contains(refused), "{refused} in the script");
    }
}

#[test]
fn the_index_is_small() {
    let edition = edition(&demo());
    let trees = [(&edition.web, PARENTS), (&edition.staff, STAFF)];
    for (tree, path) in trees {
        let pages = index(tree, path)["pages"].as_array().map_or(0, Vec::len);
        let size = tree.files[path].len();
        assert!(
            size <= pages * MOST_A_PAGE,
            "{path}: {size} bytes for {pages} pages"
        );
    }
}

#[test]
fn of_many_pages_results_say_how_the_page_begins() {
    let page = |at: usize| {
        format!("+++\ntitle = \"Page {at}\"\n+++\n\nFirst.\n\n## Part {at}\n\nSecond.\n")
    };
    let site = |count| {
        (0..count).fold(SiteTest::base(), |site, at| {
            site.file(&format!("content/parents/page-{at}.md"), page(at))
        })
    };
    for (count, second) in [(10, "Second."), (310, "")] {
        let built = site(count).build();
        let index = read(built.page("web/parents/search-index.js"));
        let pages = index["pages"].as_array().expect("pages");
        let page = pages.iter().find(|page| page[0] == "page-7.html");
        let parts = &page.expect("the page")[2];
        let parted = serde_json::json!([["", "", "First."], ["part-7", "Part 7", second]]);
        assert_eq!(*parts, parted);
        // Its text is found all the same.
        assert_eq!(found(&index, "parents/", "second").len(), count);
    }
}

#[test]
fn words_of_the_wording_are_those_of_the_index() {
    let theme = "[search]\nsmall = \"the of\"\nworried = \"\"\"stranger,\n Self-Harm, \"\"\"\n";
    let built = SiteTest::base()
        .edit(
            "content/school.toml",
            "phone = ",
            "theme = \"ours\"\nphone = ",
        )
        .file("themes/ours/wording/en.toml", theme)
        .build();
    let index = read(built.page("web/parents/search-index.js"));
    assert_eq!(index["small"], serde_json::json!(["of", "the"]));
    assert_eq!(
        index["worried"],
        serde_json::json!(["self harm", "stranger"])
    );
    assert!(index["words"]["the"].is_null());
}

#[test]
fn no_page_of_ones_own_can_be_called_so() {
    for page in ["parents/search", "staff/search"] {
        let text = "+++\ntitle = \"Search\"\n+++\n\nWords.\n";
        let said = SiteTest::base()
            .file(&format!("content/{page}.md"), text)
            .check();
        assert!(said.contains("error output-path"), "{said}");
    }
    // They can be linked to.
    let said = SiteTest::base()
        .append(
            "content/parents/phones.md",
            "\n[Search our pages](search.md)\n",
        )
        .check();
    assert!(!said.contains("error"), "{said}");
}

#[test]
fn no_word_for_it_stands_in_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = crate::site::files_under(&root.join("src/render/search"));
    for word in ["suicid", "porn", "blackmail", "bullied"] {
        assert!(!SCRIPT.contains(word), "{word}");
        for (path, bytes) in &code {
            assert!(
                !String::from_utf8_lossy(bytes).contains(word),
                "{word} in {path}"
            );
        }
    }
}
