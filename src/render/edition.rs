//! What was printed.
//!
//! In: the files of the trees. Out: an [`Edition`] with all of them; and, for
//! whoever looks again and again, [`Printed`]: the same but for what is made
//! when somebody asks, with what each page was made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::search::Search;
use crate::audience::Audience;

/// The site as it is to stand on disk: two trees.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// `public/web`: safe on the open web.
    pub web: Tree,
    /// `public/staff`: a tree of its own, never inside the other.
    pub staff: Tree,
    /// How many pages each view has.
    pub pages: BTreeMap<Audience, usize>,
}

/// The files of one tree, by path from its root, with `/`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Path and bytes of every file.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

/// The views as they were printed: an [`Edition`] but for what the searches
/// find, which is made when somebody asks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// `public/web`
    pub web: PrintedTree,
    /// `public/staff`
    pub staff: PrintedTree,
    /// How many pages each view has.
    pub pages: BTreeMap<Audience, usize>,
}

/// The files of one tree, and its search.
#[derive(Debug, Default)]
pub struct PrintedTree {
    pub(super) files: Files,
    pub(super) search: Option<Search>,
    /// A number for all that a page was made of, by its path.
    pub(super) made_of: BTreeMap<String, u64>,
}

/// Path and bytes of every file.
pub(super) type Files = BTreeMap<String, Arc<[u8]>>;

impl Printed {
    /// The whole edition.
    pub fn into_edition(self) -> Edition {
        Edition {
            web: self.web.into_tree(),
            staff: self.staff.into_tree(),
            pages: self.pages,
        }
    }
}

/// Two that show the same, whatever their pages were made of.
impl PartialEq for PrintedTree {
    fn eq(&self, other: &PrintedTree) -> bool {
        let PrintedTree {
            files,
            search,
            made_of: _,
        } = self;
        (files, search) == (&other.files, &other.search)
    }
}

impl Eq for PrintedTree {}

impl PrintedTree {
    /// A file by its path from the tree's root, with that path.
    pub fn file(&self, path: &str) -> Option<(&str, Arc<[u8]>)> {
        let search = self.search.as_ref();
        if let Some(search) = search.filter(|search| search.path() == path) {
            return Some((search.path(), search.script()));
        }
        let (path, bytes) = self.files.get_key_value(path)?;
        Some((path, Arc::clone(bytes)))
    }

    /// The paths of its files from the tree's root, and that of its search.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let search = self.search.iter().map(Search::path);
        self.files.keys().map(String::as_str).chain(search)
    }

    /// A tree of these files.
    #[cfg(test)]
    pub(crate) fn of(files: Files) -> PrintedTree {
        PrintedTree {
            files,
            ..PrintedTree::default()
        }
    }

    /// A page as it was printed of what has this number.
    pub(super) fn page(&self, path: &str, number: u64) -> Option<Arc<[u8]>> {
        let is_same = self.made_of.get(path) == Some(&number);
        self.files.get(path).filter(|_| is_same).map(Arc::clone)
    }

    fn into_tree(mut self) -> Tree {
        if let Some(search) = self.search {
            let path = search.path().to_owned();
            self.files.insert(path, search.script());
        }
        Tree { files: self.files }
    }
}
