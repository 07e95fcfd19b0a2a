//! Every link and every picture of every page leads to something.
//!
//! On made-up sites, whose pages link to and show all that there is: by their
//! relative addresses, with their anchors, and by the site's own address from
//! the staff tree to the web.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use signpost::render::{Edition, Tree};

use crate::build::build;
use crate::generated;
use crate::leaks::config;

/// What every made-up site that has an address has for one.
const ADDRESS: &str = "https://www.school.example/";

/// The values of the attributes `name` of a page, as they were before they
/// were escaped.
fn values<'p>(page: &'p str, name: &str) -> impl Iterator<Item = String> + use<'p> {
    let opens = format!(" {name}=\"");
    let parts = page.split(&opens).skip(1).map(str::to_owned);
    let parts: Vec<String> = parts.collect();
    parts.into_iter().map(|part| {
        let value = part.split('"').next().unwrap_or_default();
        value.replace("&#x2f;", "/").replace("&amp;", "&")
    })
}

/// Text of the pages of a tree.
fn pages(tree: &Tree) -> BTreeMap<&str, &str> {
    let pages = tree
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| {
            (
                path.as_str(),
                str::from_utf8(bytes).expect("a page is text"),
            )
        })
        .collect()
}

/// `address` as it is meant on the page at `path`, from the tree's root.
fn joined(path: &str, address: &str) -> Option<String> {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                folders.pop()?;
            }
            name => folders.push(name),
        }
    }
    Some(folders.join("/"))
}

/// The pages of both trees, with the ids that can be linked to.
struct Site<'e> {
    web: BTreeMap<&'e str, &'e str>,
    staff: BTreeMap<&'e str, &'e str>,
    edition: &'e Edition,
}

impl Site<'_> {
    /// What is wrong with a link on the page at `path` of one of the trees.
    fn fault(&self, is_web: bool, path: &str, link: &str) -> Option<String> {
        let (whole, anchor) = link.split_once('#').unwrap_or((link, ""));
        let ours = whole.strip_prefix(ADDRESS);
        let scheme = whole
            .split_once(':')
            .is_some_and(|(scheme, _)| !scheme.contains('/'));
        if scheme && ours.is_none() {
            return None;
        }
        let is_web = is_web || ours.is_some();
        // The page for a wrong address may be shown at any depth.
        let rooted = whole.strip_prefix('/').filter(|_| path == "404.html");
        let to = match (ours.or(rooted), whole) {
            (Some(rest), _) => rest.to_owned(),
            (None, "") => path.to_owned(),
            (None, whole) => match joined(path, whole) {
                Some(to) => to,
                None => return Some("it leaves the tree".to_owned()),
            },
        };
        let (tree, pages) = if is_web {
            (&self.edition.web, &self.web)
        } else {
            (&self.edition.staff, &self.staff)
        };
        if !tree.files.contains_key(&to) {
            return Some(format!("there is no {to}"));
        }
        // Most links have none, and a page is long.
        if anchor.is_empty() {
            return None;
        }
        let page = pages.get(to.as_str());
        let is_there = page.is_some_and(|page| values(page, "id").any(|id| id == anchor));
        (!is_there).then(|| format!("{to} has no #{anchor}"))
    }
}

fn all_lead_somewhere(edition: &Edition) -> Result<(), TestCaseError> {
    let site = Site {
        web: pages(&edition.web),
        staff: pages(&edition.staff),
        edition,
    };
    for (is_web, pages) in [(true, &site.web), (false, &site.staff)] {
        for (path, page) in pages {
            for link in values(page, "href").chain(values(page, "src")) {
                if let Some(fault) = site.fault(is_web, path, &link) {
                    let tree = if is_web { "web" } else { "staff" };
                    let said = format!("{tree}/{path} leads to “{link}”: {fault}");
                    return Err(TestCaseError::fail(said));
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_link_and_every_picture_is_there(files in generated::any_site()) {
        let edition = build(&files);
        all_lead_somewhere(&edition.map_err(TestCaseError::fail)?)?;
    }
}

#[test]
fn a_link_that_leads_nowhere_is_noticed() {
    let mut edition = Edition::default();
    let mut put = |path: &str, text: &str| {
        let bytes = text.as_bytes().into();
        edition.web.files.insert(path.to_owned(), bytes);
    };
    put("a/b.html", "<p id=\"x\"><a href=\"../c.html#y\">");
    put("c.html", "<p id=\"y\"><img src=\"a/b.html\">");
    let site = Site {
        web: pages(&edition.web),
        staff: BTreeMap::new(),
        edition: &edition,
    };
    assert_eq!(site.fault(true, "a/b.html", "../c.html#y"), None);
    assert_eq!(site.fault(true, "a/b.html", "#x"), None);
    assert_eq!(site.fault(true, "a/b.html", "tel:999"), None);
    assert_eq!(
        site.fault(false, "x.html", "https://www.school.example/c.html"),
        None
    );
    assert!(site.fault(true, "a/b.html", "c.html").is_some());
    assert!(site.fault(true, "a/b.html", "../c.html#x").is_some());
    assert!(site.fault(true, "a/b.html", "../../c.html").is_some());
    assert!(site.fault(false, "a/b.html", "../c.html").is_some());
    assert!(all_lead_somewhere(&edition).is_ok());
}
