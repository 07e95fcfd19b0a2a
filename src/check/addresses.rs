//! Rules about where things stand in the output.

use std::collections::BTreeMap;

use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Address, Page, Site, TreeName, Verbatim, glossary_path};
use crate::source::{Place, Spanned};

/// No two things stand at one address.
pub(crate) static OUTPUT_PATH: Rule = Rule {
    name: "output-path",
    severity: Severity::Error,
    summary: "No two pages or files stand at the same address, whatever the case of its letters.",
    explanation: explained!("output-path"),
};
/// An old address is one that the page's readers can have had.
pub(crate) static OLD_ADDRESS: Rule = Rule {
    name: "old-address",
    severity: Severity::Error,
    summary: "An address in “was” is one that the readers of the page can have had, and that nothing else has now.",
    explanation: explained!("old-address"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&OUTPUT_PATH, &OLD_ADDRESS];

/// Pages that Signpost makes whether or not an editor wants to.
const MADE: [(TreeName, &str); 30] = [
    (TreeName::Web, "index.html"),
    (TreeName::Web, "404.html"),
    (TreeName::Web, "robots.txt"),
    (TreeName::Web, "sitemap.xml"),
    (TreeName::Web, "_headers"),
    (TreeName::Web, ".htaccess"),
    (TreeName::Web, "parents/.htaccess"),
    (TreeName::Web, "children/help.html"),
    (TreeName::Web, "children/younger.html"),
    (TreeName::Web, "children/older.html"),
    (TreeName::Web, "children/poster.html"),
    (TreeName::Web, "parents/help.html"),
    (TreeName::Web, "parents/a-to-z.html"),
    (TreeName::Web, "parents/changes.html"),
    (TreeName::Web, "parents/search.html"),
    (TreeName::Web, "parents/accessibility.html"),
    (TreeName::Web, "parents/policy-pack.html"),
    (TreeName::Staff, "a-to-z.html"),
    (TreeName::Staff, "search.html"),
    (TreeName::Staff, "people.html"),
    (TreeName::Staff, "reviews.html"),
    (TreeName::Staff, "reviews.ics"),
    (TreeName::Staff, "reviews.json"),
    (TreeName::Staff, "calendar.html"),
    (TreeName::Staff, "governors.html"),
    (TreeName::Staff, "accessibility.html"),
    (TreeName::Staff, "policy-pack.html"),
    (TreeName::Staff, ".htaccess"),
    (TreeName::Web, ".signpost-manifest.json"),
    (TreeName::Staff, ".signpost-manifest.json"),
];

const MADE_BY: &str = "a page that Signpost makes itself";
const GLOSSARY: &str = "the glossary that Signpost makes of content/glossary.toml";

/// What is published where, with the case of letters left aside.
struct Taken(BTreeMap<(TreeName, String), String>);

impl Taken {
    /// Takes an address for `by`, unless another has it: that one.
    fn take(&mut self, address: &Address, by: &str) -> Result<(), String> {
        let key = (address.tree, address.path.to_lowercase());
        let holder = self.0.entry(key).or_insert_with(|| by.to_owned());
        if holder == by {
            Ok(())
        } else {
            Err(holder.clone())
        }
    }
}

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let made = MADE.map(|(tree, path)| {
        let by = MADE_BY.to_owned();
        ((tree, path.to_owned()), by)
    });
    let mut taken = Taken(BTreeMap::from(made));
    for audience in Audience::ALL {
        let address = Address::of(glossary_path(audience), audience);
        if let Some(address) = address.filter(|_| site.has_glossary(audience)) {
            taken
                .0
                .insert((address.tree, address.path), GLOSSARY.to_owned());
        }
    }
    let published = || site.pages.iter().filter(|page| !page.front.draft);
    for page in published() {
        for address in addresses(page, &page.path) {
            let by = format!("content/{}.md", page.path);
            if let Err(other) = taken.take(&address, &by) {
                let place = Place::top(page.prose.file());
                collision(&address, &other, place, diagnostics);
            }
        }
    }
    fronts(site, &mut taken, diagnostics);
    let mut file = |tree, path: &str, from: String| {
        let path = path.to_owned();
        let address = Address { tree, path };
        if let Err(other) = taken.take(&address, &from) {
            collision(&address, &other, Place::File(from), diagnostics);
        }
    };
    for Verbatim { path, .. } in &site.verbatim {
        file(TreeName::Web, path, format!("content/static/web/{path}"));
    }
    for document in &site.downloads {
        let path = format!("files/{}", document.path);
        let from = format!("content/{path}");
        file(TreeName::of(document.audience), &path, from);
    }
    images(site, diagnostics);
    for page in published() {
        for was in &page.front.was {
            old_address(page, was, &mut taken, diagnostics);
        }
    }
}

/// Where the readers of `page` find what stands at `path` under `content/`.
fn addresses(page: &Page, path: &str) -> Vec<Address> {
    let readers = page.readers.iter();
    readers
        .filter_map(|reader| Address::of(path, reader))
        .collect()
}

fn collision(address: &Address, other: &str, place: Place, diagnostics: &mut Diagnostics) {
    diagnostics.report(
        &OUTPUT_PATH,
        place,
        format!("This would be published as “{}”, and so is {other}.", address.path),
if other == MADE_BY {
            "Give this file another name."
        } else if other == GLOSSARY {
            "Put what it explains into content/glossary.toml, and delete this page or give it another name."
        } else {
            "Give one of the two another name. On many computers capital and small letters make no difference."
        },
    );
}

fn images(site: &Site, diagnostics: &mut Diagnostics) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for image in site.images.iter().filter(|image| image.published.is_some()) {
        let name = &image.file.value;
        if let Some(other) = names.insert(name.to_lowercase(), name) {
            diagnostics.report(
                &OUTPUT_PATH,
                Place::File(format!("content/images/{name}")),
                format!("“{name}” and “{other}” differ only in capital and small letters."),
                "Give one of the two another name, in its entry in content/images.toml as well. On many computers they are the same file.",
            );
        }
    }
}

fn old_address(
    page: &Page,
    was: &Spanned<String>,
    taken: &mut Taken,
    diagnostics: &mut Diagnostics,
) {
    let place = Place::at(page.prose.file(), was.span.clone());
    let old = addresses(page, &was.value);
    if old.is_empty() || !is_path(&was.value) {
        let folder = page.folder.name();
        diagnostics.report(
            &OLD_ADDRESS,
            place,
            format!(
                "“{}” cannot be an old address of this page.",
                was.value
            ),
            format!("Write the folder and the old name of the file, without .md, as in \"{folder}/old-name\". The folder is one whose readers this page is for."),
        );
        return;
    }
    for address in old {
        let by = format!("the old address of content/{}.md", page.path);
        if let Err(other) = taken.take(&address, &by) {
            diagnostics.report(
                &OLD_ADDRESS,
                place,
                format!("“{}” is not free: {other} stands there now.", was.value),
                "Take it out of “was”, or give the other page another name.",
            );
            return;
        }
    }
}

/// Claims the front pages of folders, which are made where nobody wrote one.
fn fronts(site: &Site, taken: &mut Taken, diagnostics: &mut Diagnostics) {
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
                    if let Err(other) = taken.take(&address, &by) {
                        collision(&address, &other, place, diagnostics);
                    }
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
