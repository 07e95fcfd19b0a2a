//! Where a text is printed: on its page, or among others in one document.
//!
//! In: where the text is to stand. Out: its ids, the levels of its headings and
//! the ways of its links, as they are there. In one document no two texts have
//! an id in common, each heading is one level lower than on its own page, since
//! the text's title is above it, and what leads to a text of the document stays
//! in it. Must never change a word.

use std::borrow::Cow;
use std::collections::BTreeMap;

use pulldown_cmark::HeadingLevel;

use crate::views::Leads;

/// Where a text is printed.
pub(in crate::render) struct Place<'p> {
    /// The way to the tree's root.
    root: &'p str,
    among: Option<Among<'p>>,
}

/// A text among others in one document.
pub(in crate::render) struct Among<'p> {
    /// Which of them it is.
    pub number: usize,
    /// Its title.
    pub title: &'p str,
    /// All of them, by the path of their own page.
    pub numbers: &'p BTreeMap<&'p str, usize>,
}

impl<'p> Place<'p> {
    /// On its own page.
    pub(in crate::render) fn page(root: &'p str) -> Place<'p> {
        Place { root, among: None }
    }

    /// In a document of several.
    pub(in crate::render) fn among(root: &'p str, among: Among<'p>) -> Place<'p> {
        Place {
            root,
            among: Some(among),
        }
    }

    pub(super) fn root(&self) -> &'p str {
        self.root
    }

    /// The text's title, where others stand beside it.
    pub(super) fn title(&self) -> Option<&'p str> {
        self.among.as_ref().map(|among| among.title)
    }

    /// The id of a heading.
    pub(super) fn id<'i>(&self, id: &'i str) -> Cow<'i, str> {
        match &self.among {
            None => Cow::Borrowed(id),
            Some(among) => Cow::Owned(format!("{}-{id}", top(among.number))),
        }
    }

    /// What tells a block or a note from all others: its number in the text,
    /// with that of the text.
    pub(super) fn number(&self, number: usize) -> String {
        match &self.among {
            None => number.to_string(),
            Some(among) => format!("{}-{number}", among.number),
        }
    }

    /// The level of a heading.
    pub(super) fn level(&self, level: HeadingLevel) -> usize {
        let lower = usize::from(self.among.is_some());
        (level as usize + lower).min(6)
    }

    /// The way from here to where a link leads.
    pub(super) fn href(&self, leads: &Leads) -> String {
        match leads {
            Leads::Here(id) => format!("#{}", self.id(id)),
            Leads::Tree(path) => self
                .inside(path)
                .unwrap_or_else(|| format!("{}{path}", self.root)),
            Leads::Away(address) => address.clone(),
        }
    }

    /// The way to another text of the same document.
    fn inside(&self, path: &str) -> Option<String> {
        let (page, mark) = match path.split_once('#') {
            Some((page, mark)) => (page, Some(mark)),
            None => (path, None),
        };
        let number = *self.among.as_ref()?.numbers.get(page)?;
        let mark = mark.map(|mark| format!("-{mark}")).unwrap_or_default();
        Some(format!("#{}{mark}", top(number)))
    }
}

/// The id of a text's title. No id that an editor gives begins like it.
pub(in crate::render) fn top(number: usize) -> String {
    format!("_policy-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_among_others_has_ids_and_ways_of_its_own() {
        let numbers = BTreeMap::from([("policies/a.html", 1), ("policies/b.html", 2)]);
        let place = Place::among(
            "../",
            Among {
                number: 2,
                title: "B",
                numbers: &numbers,
            },
        );
        let href = |path: &str| place.href(&Leads::Tree(path.to_owned()));
        assert_eq!(place.id("part"), "_policy-2-part");
        assert_eq!(place.number(3), "2-3");
        assert_eq!(place.level(HeadingLevel::H2), 3);
        assert_eq!(place.level(HeadingLevel::H6), 6);
        assert_eq!(
            place.href(&Leads::Here("part".to_owned())),
            "#_policy-2-part"
        );
        assert_eq!(href("policies/a.html"), "#_policy-1");
        assert_eq!(href("policies/a.html#end"), "#_policy-1-end");
        assert_eq!(href("people.html#_role-head"), "../people.html#_role-head");
    }

    #[test]
    fn on_its_own_page_a_text_is_as_it_is() {
        let place = Place::page("../../");
        assert_eq!(place.id("part"), "part");
        assert_eq!(place.number(3), "3");
        assert_eq!(place.level(HeadingLevel::H2), 2);
        assert_eq!(place.href(&Leads::Here("part".to_owned())), "#part");
        let page = Leads::Tree("policies/a.html#end".to_owned());
        assert_eq!(place.href(&page), "../../policies/a.html#end");
        let away = Leads::Away("https://www.gov.uk/".to_owned());
        assert_eq!(place.href(&away), "https://www.gov.uk/");
    }
}
