//! What a tree needs besides its pages: the door, the page for addresses that
//! are not there, and what web servers and search engines ask for.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use minijinja::context;
use minijinja::value::{Serde, Value};

use super::edition::Files;
use super::{Theme, escape};
use crate::error::Error;
use crate::views::child::Child;
use crate::views::parent::Parent;
use crate::views::{Outside, POLICY, POLICY_WITH_SCRIPT, View};

fn put(files: &mut Files, path: &str, text: String) {
    files.insert(path.to_owned(), text.into_bytes().into());
}

/// The door, the 404, `robots.txt`, the site map and the headers of the web
/// tree, and the school's own files for its root.
pub(super) fn web(
    theme: &Theme,
    child: &View<'_, Child>,
    parent: &View<'_, Parent>,
    outside: &Outside,
    files: &mut Files,
) -> Result<(), Error> {
    let door = context! {
        site => Value::from(Serde(&outside.door)),
        root => "",
        children => (!child.pages().is_empty()).then_some("children/index.html"),
        parents => "parents/index.html",
    };
    put(files, "index.html", theme.fill("door.html", door)?);
    let address = outside.door.address.clone();
    // A wrong address may be at any depth. The sheet is asked for by its whole
    // path on the school's own host, and the page does its job without it.
    let path = address.as_deref().map(path_of);
    let lost = context! {
        site => Value::from(Serde(&outside.door)),
        address => address.clone(),
        path,
        help => Value::from(Serde(&child.panel().help)),
    };
    put(files, "404.html", theme.fill("404.html", lost)?);
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = &address {
        let _ = writeln!(robots, "Sitemap: {address}/sitemap.xml");
        let children = child.pages().iter().map(|page| page.path.as_str());
        let parents = parent.pages().iter();
        let parents = parents.filter(|page| page.kind.is_on_the_map());
        let parents = parents.map(|page| page.path.as_str());
        let paths = ["index.html"].into_iter().chain(children).chain(parents);
        put(files, "sitemap.xml", site_map(address, paths));
    }
    put(files, "robots.txt", robots);
    let headers = headers_file(files.keys());
    put(files, "_headers", headers);
    let lost = path.map(|path| format!("{path}/404.html"));
    put(files, ".htaccess", htaccess(POLICY, lost.as_deref()));
    // The nearer file wins: of the web tree, parents' pages alone have a script.
    let parents = htaccess(POLICY_WITH_SCRIPT, None);
    put(files, &format!("{PARENTS}/.htaccess"), parents);
    for (path, bytes) in &outside.verbatim {
        files.insert(path.clone(), Arc::clone(bytes));
    }
    Ok(())
}

/// Until the school has said where its staff pages stand behind a login, a
/// web server that finds them shows them to nobody.
pub(super) fn staff(outside: &Outside, files: &mut Files) {
    let text = if outside.door.staff_address.is_some() {
        htaccess(POLICY_WITH_SCRIPT, None)
    } else {
        "# These pages are for staff. Nobody is let in until school.toml says\n\
         # where they stand behind a login (staff_address).\n\
         Require all denied\n"
            .to_owned()
    };
    put(files, ".htaccess", text);
    put(
        files,
        "robots.txt",
        "User-agent: *\nDisallow: /\n".to_owned(),
    );
}

fn site_map<'p>(address: &str, paths: impl Iterator<Item = &'p str>) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        map.push_str("<url><loc>");
        escape(&mut map, address);
        map.push('/');
        escape(&mut map, path);
        map.push_str("</loc></url>\n");
    }
    map.push_str("</urlset>\n");
    map
}

/// The headers that go with every file.
const HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
    ),
    ("X-Frame-Options", "DENY"),
];

/// The folder of the pages that have a script.
const PARENTS: &str = "parents";

/// Hosts that read this file send the headers of every pattern that fits. Two
/// policies would both be in force, so each path fits one pattern with a
/// policy: those are the folders and the pages at the root.
fn headers_file<'f>(files: impl Iterator<Item = &'f String>) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in HEADERS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let fixed = ["/", "/index.html", "/404.html", "/assets/*"];
    let folders = files.filter_map(|path| path.split_once('/'));
    let folders = folders.map(|(folder, _)| format!("/{folder}/*"));
    let patterns: BTreeSet<String> = folders.chain(fixed.map(str::to_owned)).collect();
    for pattern in patterns {
        let policy = if pattern == format!("/{PARENTS}/*") {
            POLICY_WITH_SCRIPT
        } else {
            POLICY
        };
        let _ = writeln!(
            text,
            "{pattern}\n  Content-Security-Policy: {policy}; frame-ancestors 'none'"
        );
    }
    text
}

/// The path of a web address: nothing, or `/` and a folder.
fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

fn htaccess(policy: &str, lost: Option<&str>) -> String {
    let mut text = String::new();
    // The server is told a path from its own root, so the address must be
    // known.
    if let Some(lost) = lost {
        let _ = writeln!(text, "ErrorDocument 404 {lost}");
    }
    let _ = write!(
        text,
        "<IfModule mod_headers.c>\n  Header always set Content-Security-Policy \"{policy}; frame-ancestors 'none'\"\n"
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    text.push_str("</IfModule>\n");
    text
}
