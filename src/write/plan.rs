//! Decides what is to be done to a tree.
//!
//! In: the tree to be published, and what a [`Survey`] found on disk. Out: a
//! [`Plan`]. Pure: nothing here touches the disk.
//!
//! A file is Signpost's own when the manifest lists it. Without a manifest, or
//! with one that cannot be read, nothing is; so a tree that is not empty stops
//! the build, except for files that already hold, byte for byte, what would be
//! written there: to replace those loses nothing.

use std::collections::BTreeSet;

use super::TreeChanges;
use super::manifest::OnDisk;
use super::names::{self, MANIFEST};
use super::survey::{Bytes, Found, Root, Survey};
use crate::render::Tree;

/// What is to be done to one tree.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) root: Root,
    /// Files of the new tree that stand on disk already.
    pub(super) keep: BTreeSet<String>,
    /// What the editor did not make and Signpost did not either. The build
    /// stops when there is any.
    pub(super) foreign: Vec<String>,
    written: Vec<String>,
    withdrawn: Vec<String>,
    mended: Vec<String>,
    list: List,
}

/// Whether the manifest on disk is the one that the tree should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Stands,
    Renewed,
}

/// Compares what is to be published with what there is.
pub(super) fn plan(tree: &Tree, survey: &Survey) -> Plan {
    let listed = match &survey.manifest {
        OnDisk::Sound(manifest) => Some(&manifest.files),
        OnDisk::Absent | OnDisk::Damaged => None,
    };
    let is_listed = |name: &str| listed.is_some_and(|files| files.contains_key(name));
    let mut known = names::folders(tree.files.keys());
    known.extend(
        listed
            .into_iter()
            .flat_map(|files| names::folders(files.keys())),
    );
    let mut plan = Plan {
        root: survey.root,
        keep: BTreeSet::new(),
        foreign: Vec::new(),
        written: Vec::new(),
        withdrawn: Vec::new(),
        mended: Vec::new(),
        list: list(tree, survey),
    };
    for (name, found) in &survey.found {
        match found {
            Found::File(Bytes::Wanted) => {
                plan.keep.insert(name.clone());
            }
            Found::File(Bytes::Unread) if is_listed(name) => plan.withdrawn.push(name.clone()),
            // What the edition has is decided below.
            Found::File(Bytes::Former) => {}
            Found::File(Bytes::Others) if is_listed(name) => {}
            Found::File(_) if names::is_desktop_litter(name) => {}
            Found::Folder if known.contains(name.as_str()) => {}
            Found::Folder => plan.foreign.push(format!("{name}/")),
            Found::File(_) | Found::Other => plan.foreign.push(name.clone()),
        }
    }
    for name in tree.files.keys() {
        if plan.keep.contains(name) {
            continue;
        }
        plan.written.push(name.clone());
        let former = survey.found.get(name) == Some(&Found::File(Bytes::Former));
        if is_listed(name) && !former {
            plan.mended.push(name.clone());
        }
    }
    if matches!(survey.manifest, OnDisk::Damaged) && !plan.foreign.is_empty() {
        plan.foreign.insert(0, MANIFEST.to_owned());
    }
    plan
}

/// Looks at names and sizes only, and at no digest: it counts only when every
/// file on disk has the wanted bytes, and to work out the digests would cost
/// more than the rest of a build that changes nothing. A digest can be wrong
/// then only if somebody typed the next edition into a page by hand, and all
/// that follows is that the page is called mended once.
fn list(tree: &Tree, survey: &Survey) -> List {
    match &survey.manifest {
        OnDisk::Sound(manifest)
            if manifest.files.len() == tree.files.len()
                && manifest.files.iter().zip(&tree.files).all(
                    |((listed, entry), (name, bytes))| {
                        listed == name && entry.size == bytes.len() as u64
                    },
                ) =>
        {
            List::Stands
        }
        OnDisk::Sound(_) | OnDisk::Absent | OnDisk::Damaged => List::Renewed,
    }
}

impl Plan {
    /// Whether the tree on disk is the one that is wanted, so that nothing is
    /// to be touched. A file to be withdrawn is one more in the list on disk.
    pub(super) fn stands(&self) -> bool {
        self.written.is_empty() && self.list == List::Stands
    }

    /// What an editor is told once the plan is carried out.
    pub(super) fn into_changes(self) -> TreeChanges {
        TreeChanges {
            written: self.written,
            unchanged: self.keep.len(),
            withdrawn: self.withdrawn,
            mended: self.mended,
        }
    }
}
