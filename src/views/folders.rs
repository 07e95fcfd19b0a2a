//! Folders of pages, as one reader finds them: lists, menus, the way back.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Desk, Panel};
use crate::audience::Audience;
use crate::model::{Band, Front, PageId};

/// A page in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Where it is, from the tree's root.
    pub path: String,
    /// For children: `ks1`, `ks2` or `both`.
    pub band: Option<&'static str>,
    /// For children: the drawing beside it among the large choices, from the
    /// tree's root. It says nothing that the title does not.
    pub icon: Option<String>,
    /// The page, where an editor wrote it.
    #[serde(skip)]
    pub page: Option<PageId>,
}

/// A step of the way back.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// The page's title.
    pub title: String,
    /// Where it is, from the tree's root.
    pub path: String,
}

/// A line of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuEntry {
    /// What it says.
    pub title: String,
    /// Where it leads, from the tree's root.
    pub path: String,
    /// Lines below it.
    pub children: Vec<MenuEntry>,
}

/// A menu has at most this many folders; the front page lists them all.
const MENU_FOLDERS: usize = 20;

/// The pages of a view, folder by folder.
pub struct Shelf {
    folders: BTreeMap<String, ShelfFolder>,
    home: &'static str,
    /// What the front page of the panel is called.
    home_title: String,
    /// What the folder of policies is called that has no page of its own.
    policies_title: String,
}

#[derive(Default)]
struct ShelfFolder {
    title: Option<String>,
    summary: Option<String>,
    order: Option<i64>,
    icon: Option<String>,
    /// Whether an editor wrote its front page.
    written: bool,
    pages: Vec<Shelved>,
    front: String,
}

struct Shelved {
    order: Option<i64>,
    entry: Entry,
}

impl ShelfFolder {
    fn sort(&mut self) {
        self.pages.sort_by_cached_key(|page| {
            (
                order_key(page.order),
                page.entry.title.to_lowercase(),
                page.entry.path.clone(),
            )
        });
    }
}

impl Shelf {
    /// The pages that this reader has.
    pub(super) fn of(desk: &Desk<'_>) -> Shelf {
        let home = match desk.audience() {
            Audience::Children => "children",
            Audience::Parents => "parents",
            Audience::Staff => "staff",
        };
        let mut shelf = Shelf {
            folders: BTreeMap::new(),
            home,
            home_title: desk.said("page.home", &[]),
            policies_title: desk.said("page.policies", &[]),
        };
        // Without a page for children and without anybody for them to turn to
        // there is no children's view, not an empty one.
        if desk.audience() != Audience::Children || desk.site.help.is_some() {
            shelf.folder(desk, home);
        }
        for (id, page) in desk.pages() {
            let Some((dir, name)) = page.path.rsplit_once('/') else {
                continue;
            };
            let Some(path) = desk.address(&page.path) else {
                continue;
            };
            let Front {
                title,
                summary,
                order,
                band,
                icon: _,
                lang: _,
                draft: _,
                was: _,
            } = &page.front;
            let folder = shelf.folder(desk, dir);
            if name == "index" {
                folder.title = Some(title.value.clone());
                folder.summary = summary.as_ref().map(|text| text.value.clone());
                folder.order = *order;
                folder.icon = desk.icon(id);
                folder.written = true;
                continue;
            }
            folder.pages.push(Shelved {
                order: *order,
                entry: Entry {
                    title: title.value.clone(),
                    summary: summary.as_ref().map(|text| text.value.clone()),
                    path,
                    band: band.map(band_word),
                    icon: desk.icon(id),
                    page: Some(id),
                },
            });
        }
        shelf.folders.values_mut().for_each(ShelfFolder::sort);
        shelf
    }

    /// A folder, with all those above it.
    fn folder(&mut self, desk: &Desk<'_>, dir: &str) -> &mut ShelfFolder {
        if let Some((above, _)) = dir.rsplit_once('/')
            && !self.folders.contains_key(dir)
        {
            self.folder(desk, above);
        }
        self.folders
            .entry(dir.to_owned())
            .or_insert_with(|| ShelfFolder {
                front: desk.address(&format!("{dir}/index")).unwrap_or_default(),
                ..ShelfFolder::default()
            })
    }

    fn title(&self, dir: &str) -> String {
        match self
            .folders
            .get(dir)
            .and_then(|folder| folder.title.clone())
        {
            Some(title) => title,
            None if dir == self.home => self.home_title.clone(),
            None if dir == "policies" => self.policies_title.clone(),
            None => in_words(dir.rsplit('/').next().unwrap_or(dir)),
        }
    }

    /// The folders right below `dir`, in the order of lists.
    fn below(&self, dir: &str) -> Vec<(&String, &ShelfFolder)> {
        let mut below: Vec<(&String, &ShelfFolder)> = self
            .folders
            .iter()
            .filter(|(path, _)| path.rsplit_once('/').is_some_and(|(above, _)| above == dir))
            .collect();
        below.sort_by_cached_key(|(path, folder)| {
            (order_key(folder.order), self.title(path).to_lowercase())
        });
        below
    }

    /// What leads to the folders right below `dir`.
    pub(super) fn folders_in(&self, dir: &str) -> Vec<Entry> {
        self.below(dir)
            .into_iter()
            .map(|(path, folder)| Entry {
                title: self.title(path),
                summary: folder.summary.clone(),
                path: folder.front.clone(),
                icon: folder.icon.clone(),
                ..Entry::default()
            })
            .collect()
    }

    /// All that a folder's front page lists.
    pub(super) fn entries(&self, dir: &str) -> Vec<Entry> {
        let Some(folder) = self.folders.get(dir) else {
            return Vec::new();
        };
        let pages = folder.pages.iter().map(|page| page.entry.clone());
        pages.chain(self.folders_in(dir)).collect()
    }

    /// The addresses of all that is in a folder and in those below it, in the
    /// order of the lists: each folder's front page first.
    pub(super) fn paths(&self, dir: &str) -> Vec<&str> {
        let Some(folder) = self.folders.get(dir) else {
            return Vec::new();
        };
        let mut paths = vec![folder.front.as_str()];
        paths.extend(folder.pages.iter().map(|page| page.entry.path.as_str()));
        let below = self.below(dir).into_iter();
        paths.extend(below.flat_map(|(dir, _)| self.paths(dir)));
        paths
    }

    /// The pages of all folders, those of the upper folders first.
    pub(super) fn all_entries(&self) -> Vec<Entry> {
        let mut folders: Vec<&String> = self.folders.keys().collect();
        folders.sort_by_key(|dir| dir.matches('/').count());
        let pages = folders.into_iter().flat_map(|dir| &self.folders[dir].pages);
        pages.map(|page| page.entry.clone()).collect()
    }

    /// The folders whose front page Signpost has to make: path in the tree,
    /// path under `content/`, and title.
    pub(super) fn unwritten(&self) -> Vec<(String, String, String)> {
        self.folders
            .iter()
            .filter(|(_, folder)| !folder.written)
            .map(|(dir, folder)| (folder.front.clone(), dir.clone(), self.title(dir)))
            .collect()
    }

    /// Whether `dir` is where this reader starts.
    pub(super) fn is_home(&self, dir: &str) -> bool {
        dir == self.home
    }

    /// The front page of this reader's panel.
    pub(super) fn home(&self) -> Option<Crumb> {
        self.crumb(self.home)
    }

    fn crumb(&self, dir: &str) -> Option<Crumb> {
        let folder = self.folders.get(dir)?;
        Some(Crumb {
            title: if dir == self.home {
                self.home_title.clone()
            } else {
                self.title(dir)
            },
            path: folder.front.clone(),
        })
    }

    /// The way back from a page, or from the front page of `dir`.
    pub(super) fn crumbs(&self, dir: &str, is_front: bool) -> Vec<Crumb> {
        let mut steps: Vec<&str> = Vec::new();
        let mut at = Some(dir);
        while let Some(dir) = at {
            steps.push(dir);
            at = dir.rsplit_once('/').map(|(above, _)| above);
        }
        if steps.last() != Some(&self.home) {
            steps.push(self.home);
        }
        if is_front {
            steps.remove(0);
        }
        steps
            .iter()
            .rev()
            .filter_map(|dir| self.crumb(dir))
            .collect()
    }

    /// The menu: home, the pages that are made for this reader, policies, and
    /// the folders.
    pub(super) fn menu<P: Panel>(&self, desk: &Desk<'_>) -> Vec<MenuEntry> {
        let line = |title: String, path: String| MenuEntry {
            title,
            path,
            children: Vec::new(),
        };
        let mut menu = Vec::new();
        menu.extend(self.home().map(|home| line(home.title, home.path)));
        let made = P::made(desk).into_iter();
        let made = made.filter(|page| page.kind.is_in_the_menu());
        menu.extend(made.map(|page| line(page.title, page.path.to_owned())));
        if self.home != "policies" {
            let policies = self.folders.get("policies");
            menu.extend(policies.map(|folder| line(self.title("policies"), folder.front.clone())));
        }
        let folders = self.folders_in(self.home).into_iter().take(MENU_FOLDERS);
        menu.extend(folders.map(|folder| line(folder.title, folder.path)));
        menu
    }
}

/// Pages without an order come after those with one.
fn order_key(order: Option<i64>) -> (bool, i64) {
    (order.is_none(), order.unwrap_or(0))
}

/// The word that templates know a band by.
pub(super) fn band_word(band: Band) -> &'static str {
    match band {
        Band::Ks1 => "ks1",
        Band::Ks2 => "ks2",
        Band::Both => "both",
    }
}

/// A folder's name as a title: `data-protection` is `Data protection`.
fn in_words(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => words,
    }
}
