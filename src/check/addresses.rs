//! Rules about where things stand in the output.

use std::collections::BTreeMap;

use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, did_you_mean};
use crate::model::{Address, Site, TreeName};
use crate::source::Place;

/// No two things stand at one address.
pub static OUTPUT_PATH: Rule = Rule {
    name: "output-path",
    severity: Severity::Error,
    summary: "No two pages or files stand at the same address, whatever the case of its letters.",
};
/// An old address is one that the page's readers can have had.
pub static OLD_ADDRESS: Rule = Rule {
    name: "old-address",
    severity: Severity::Error,
    summary: "An address in “was” is one that the readers of the page can have had.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&OUTPUT_PATH, &OLD_ADDRESS];

/// Pages that Signpost makes whether or not an editor wants to.
const MADE: [(TreeName, &str); 12] = [
    (TreeName::Web, "index.html"),
    (TreeName::Web, "404.html"),
    (TreeName::Web, "robots.txt"),
    (TreeName::Web, "sitemap.xml"),
    (TreeName::Web, "_headers"),
    (TreeName::Web, ".htaccess"),
    (TreeName::Web, "children/help.html"),
    (TreeName::Web, "parents/help.html"),
    (TreeName::Staff, "people.html"),
    (TreeName::Staff, ".htaccess"),
    (TreeName::Web, ".signpost-manifest.json"),
    (TreeName::Staff, ".signpost-manifest.json"),
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<(TreeName, String), String> = BTreeMap::new();
    for (tree, path) in MADE {
        taken.insert(
            (tree, path.to_owned()),
            "a page that Signpost makes".to_owned(),
        );
    }
    for page in site.pages.iter().filter(|page| !page.front.draft) {
        for reader in page.readers.iter() {
            let Some(address) = Address::of(&page.path, reader) else {
                continue;
            };
            claim(
                &mut taken,
                &address,
                &format!("content/{}.md", page.path),
                Place::top(page.prose.file()),
                diagnostics,
            );
        }
    }
    fronts(site, &mut taken, diagnostics);
    for file in &site.verbatim {
        let address = Address {
            tree: TreeName::Web,
            path: file.path.clone(),
        };
        let source = format!("content/static/web/{}", file.path);
        claim(
            &mut taken,
            &address,
            &source,
            Place::File(source.clone()),
            diagnostics,
        );
    }
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for image in site.images.iter().filter(|image| image.published.is_some()) {
        let name = &image.file.value;
        if let Some(other) = names.insert(name.to_lowercase(), name) {
            let source = format!("content/images/{name}");
            diagnostics.report(
                &OUTPUT_PATH,
                Place::File(source),
                format!("“{name}” and “{other}” differ only in the case of their letters."),
                "Give one of them another name: many web servers and all Windows machines take the two for one.",
            );
        }
    }
    for page in site.pages.iter().filter(|page| !page.front.draft) {
        for was in &page.front.was {
            let place = Place::at(page.prose.file(), was.span.clone());
            let old: Vec<Address> = page
                .readers
                .iter()
                .filter_map(|reader| Address::of(&was.value, reader))
                .collect();
            if old.is_empty() || !is_path(&was.value) {
                let folders: Vec<&str> = page.readers.iter().map(Audience::word).collect();
                diagnostics.report(
                    &OLD_ADDRESS,
                    place,
                    format!(
                        "“{}” is not an address that this page can have had for its readers.",
                        was.value
                    ),
                    format!(
                        "Write the old path under content/ without .md, as in \"{}/old-name\". {}",
                        page.folder.name(),
                        did_you_mean(
                            was.value.split('/').next().unwrap_or(""),
                            folders
                                .iter()
                                .copied()
                                .chain(["policies"])
                                .collect::<Vec<_>>()
                        )
                    ),
                );
                continue;
            }
            for address in old {
                claim(
                    &mut taken,
                    &address,
                    &format!("the old address of content/{}.md", page.path),
                    place.clone(),
                    diagnostics,
                );
            }
        }
    }
}

/// Claims the front pages of folders, which are made where nobody wrote one.
fn fronts(
    site: &Site,
    taken: &mut BTreeMap<(TreeName, String), String>,
    diagnostics: &mut Diagnostics,
) {
    for page in site.pages.iter().filter(|page| !page.front.draft) {
        for reader in page.readers.iter() {
            let mut path = page.path.as_str();
            while let Some((dir, _)) = path.rsplit_once('/') {
                path = dir;
                let front = format!("{dir}/index");
                let written = site.find_page(&front).map(|front| site.page(front));
                if written.is_some_and(|it| it.readers.contains(reader) && !it.front.draft) {
                    continue;
                }
                if let Some(address) = Address::of(&front, reader) {
                    let by = format!("the front page of content/{dir}/");
                    let place = Place::top(page.prose.file());
                    claim(taken, &address, &by, place, diagnostics);
                }
            }
        }
    }
}

/// Whether an old address is made of plain names.
fn is_path(path: &str) -> bool {
    path.split('/').all(|name| {
        !name.is_empty()
            && !name.starts_with('.')
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    })
}

fn claim(
    taken: &mut BTreeMap<(TreeName, String), String>,
    address: &Address,
    by: &str,
    place: Place,
    diagnostics: &mut Diagnostics,
) {
    let key = (address.tree, address.path.to_lowercase());
    if let Some(other) = taken.get(&key) {
        if other != by {
            diagnostics.report(
                &OUTPUT_PATH,
                place,
                format!("This would stand at “{}”, where {other} stands already.", address.path),
                "Give one of the two another name. Names that differ only in the case of their letters are the same name on many machines.",
            );
        }
        return;
    }
    taken.insert(key, by.to_owned());
}
