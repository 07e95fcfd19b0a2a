//! Which pages would be others if the site were published now.
//!
//! In: the edition, and the folder of what is published. Out: [`PageChanges`],
//! pages by their titles. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::SystemTime;

use crate::audience::Audience;
use crate::error::Error;
use crate::render::{Edition, Tree};
use crate::write::{self, TreeChanges, standing};

/// What would be different for readers.
#[derive(Debug, Default)]
pub(in super::super::super) struct PageChanges {
    /// When what is published was last changed; nothing where nothing is.
    pub(super) last: Option<SystemTime>,
    /// Pages that are new.
    pub(super) added: Titles,
    /// Pages whose own words are others.
    pub(super) changed: Titles,
    /// Pages that are published and would no longer be.
    pub(super) withdrawn: Titles,
    /// How many pages are the same but for what stands around their words.
    pub(super) around: usize,
    /// How many files that are no pages would be others.
    pub(super) other_files: usize,
}

/// Titles of pages, each with the readers that have a page of it.
pub(super) type Titles = BTreeMap<String, BTreeSet<&'static str>>;

impl PageChanges {
    /// Compares an edition with what is in `out`.
    ///
    /// # Errors
    /// When what is there cannot be read, or is not Signpost's.
    pub(in super::super::super) fn of(edition: &Edition, out: &Path) -> Result<Self, Error> {
        let changes = write::preview(edition, out)?;
        let mut found = PageChanges {
            last: standing::last_changed(out),
            ..PageChanges::default()
        };
        found.in_tree(out, ("web", &edition.web), &changes.web)?;
        found.in_tree(out, ("staff", &edition.staff), &changes.staff)?;
        Ok(found)
    }

    /// Whether there is nothing to publish.
    pub(super) fn is_empty(&self) -> bool {
        let PageChanges {
            last: _,
            added,
            changed,
            withdrawn,
            around,
            other_files,
        } = self;
        let titles = [added, changed, withdrawn];
        titles.iter().all(|titles| titles.is_empty()) && *around + *other_files == 0
    }

    fn in_tree(
        &mut self,
        out: &Path,
        (name, tree): (&'static str, &Tree),
        changes: &TreeChanges,
    ) -> Result<(), Error> {
        for file in &changes.written {
            let new = &tree.files[file];
            let old = standing::file(out, name, file)?;
            let Some(title) = title(file, new) else {
                self.other_files += 1;
                continue;
            };
            let titles = match old {
                None => &mut self.added,
                Some(old) if words(&old) == words(new) => {
                    self.around += 1;
                    continue;
                }
                Some(_) => &mut self.changed,
            };
            titles.entry(title).or_default().insert(readers(name, file));
        }
        for file in &changes.withdrawn {
            let old = standing::file(out, name, file)?.unwrap_or_default();
            match title(file, &old) {
                None => self.other_files += 1,
                Some(title) => {
                    let titles = self.withdrawn.entry(title).or_default();
                    titles.insert(readers(name, file));
                }
            }
        }
        Ok(())
    }
}

/// Whose page a file is.
fn readers(tree: &str, file: &str) -> &'static str {
    match (tree, file.split_once('/')) {
        ("staff", _) => Audience::Staff.word(),
        (_, Some(("children", _))) => Audience::Children.word(),
        (_, Some(("parents", _))) => Audience::Parents.word(),
        (_, _) => "everybody",
    }
}

/// The title of a page, as its readers see it; nothing of what is no page.
fn title(file: &str, bytes: &[u8]) -> Option<String> {
    let name = file.strip_suffix(".html")?;
    let page = String::from_utf8_lossy(bytes);
    let heading = between(&page, "<h1", "</h1>");
    let words = heading.and_then(|heading| heading.split_once('>'));
    let title = words.map(|(_, words)| plain(words));
    title
        .filter(|title| !title.is_empty())
        .or_else(|| Some(name.to_owned()))
}

/// The part of a page that is its own.
fn words(bytes: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(bytes);
    let own = between(&page, "<main", "</main>").unwrap_or(&page);
    own.as_bytes().to_vec()
}

fn between<'p>(page: &'p str, begins: &str, ends: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(begins)?;
    rest.split_once(ends).map(|(inside, _)| inside)
}

/// A heading without its marks.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_mark = false;
    for c in html.chars() {
        match c {
            '<' => in_mark = true,
            '>' if in_mark => in_mark = false,
            _ if in_mark => {}
            c => text.push(c),
        }
    }
    // What `render` writes for a sign that HTML means something by.
    for (written, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(written, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_what_its_readers_read() {
        let page = b"<title>x</title><h1 lang=\"en\">Phones &amp; <em>tablets</em></h1>";
        assert_eq!(title("p.html", page).as_deref(), Some("Phones & tablets"));
        assert_eq!(title("p.html", b"").as_deref(), Some("p"));
        assert_eq!(title("p.css", page), None);
    }

    #[test]
    fn what_stands_around_a_page_is_not_its_own() {
        let page = |menu: &str| format!("<nav>{menu}</nav><main>Words</main>").into_bytes();
        assert_eq!(words(&page("one")), words(&page("two")));
        assert_ne!(words(b"<main>One</main>"), words(b"<main>Two</main>"));
    }
}
