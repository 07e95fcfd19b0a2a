//! Looks at a tree on disk.
//!
//! In: the tree's folder, and what is to be published there. Out: a
//! [`Survey`], all that [`plan`](super::plan) needs to know. Changes nothing,
//! and never enters a folder that neither the manifest nor the edition knows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use super::disk::{self, Disk, Kind};
use super::manifest::{Entry, Manifest, OnDisk};
use super::names;
use crate::error::Error;
use crate::render::Tree;

/// What stands on disk where a tree is to be.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) root: Root,
    pub(super) manifest: OnDisk,
    /// Everything in the tree but its manifest, by path from its root.
    pub(super) found: BTreeMap<String, Found>,
}

/// Whether there is a tree at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Root {
    Absent,
    Folder,
}

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    File(Bytes),
    Folder,
    /// A symbolic link, a pipe, or a name that is not Unicode.
    Other,
}

/// How the bytes of a file on disk compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bytes {
    /// They are what the edition says.
    Wanted,
    /// They are what the last build wrote, and the edition says otherwise.
    Former,
    /// They are neither.
    Others,
    /// The edition has no such file, so they were not looked at.
    Unread,
}

/// Looks at the tree in the folder `root`, which need not be there.
pub(super) fn survey(disk: &dyn Disk, root: &Path, tree: &Tree) -> Result<Survey, Error> {
    match disk.kind(root).map_err(disk::unread(root))? {
        None => {
            return Ok(Survey {
                root: Root::Absent,
                manifest: OnDisk::Absent,
                found: BTreeMap::new(),
            });
        }
        Some(Kind::Folder) => {}
        Some(Kind::File | Kind::Other) => {
            return Err(Error::Output {
                path: root.to_path_buf(),
                reason: "it is a link or a file; move it elsewhere and build again".to_owned(),
            });
        }
    }
    let manifest = Manifest::read(disk, root)?;
    let mut known = names::folders(tree.files.keys());
    if let OnDisk::Sound(manifest) = &manifest {
        known.extend(names::folders(manifest.files.keys()));
    }
    let mut found = BTreeMap::new();
    list(disk, root, "", &known, &mut found)?;
    if !matches!(manifest, OnDisk::Absent) {
        found.remove(names::MANIFEST);
    }
    compare(disk, root, tree, &manifest, &mut found)?;
    Ok(Survey {
        root: Root::Folder,
        manifest,
        found,
    })
}

/// Lists a folder and the known folders in it. `inside` is its path from the
/// root, with `/` at the end.
fn list(
    disk: &dyn Disk,
    folder: &Path,
    inside: &str,
    known: &BTreeSet<&str>,
    found: &mut BTreeMap<String, Found>,
) -> Result<(), Error> {
    for (name, kind) in disk.list(folder).map_err(disk::unread(folder))? {
        let path = format!("{inside}{name}");
        let kind = match kind {
            Kind::File => Found::File(Bytes::Unread),
            Kind::Other => Found::Other,
            Kind::Folder => {
                if known.contains(path.as_str()) {
                    list(disk, &folder.join(&name), &format!("{path}/"), known, found)?;
                }
                Found::Folder
            }
        };
        found.insert(path, kind);
    }
    Ok(())
}

/// Compares every file on disk that the edition has.
fn compare(
    disk: &dyn Disk,
    root: &Path,
    tree: &Tree,
    manifest: &OnDisk,
    found: &mut BTreeMap<String, Found>,
) -> Result<(), Error> {
    found.par_iter_mut().try_for_each(|(name, found)| {
        if let (Found::File(bytes), Some(wanted)) = (found, tree.files.get(name)) {
            let listed = match manifest {
                OnDisk::Sound(manifest) => manifest.files.get(name),
                OnDisk::Absent | OnDisk::Damaged => None,
            };
            *bytes = look(disk, &root.join(name), wanted, listed)?;
        }
        Ok(())
    })
}

fn look(
    disk: &dyn Disk,
    file: &Path,
    wanted: &[u8],
    listed: Option<&Entry>,
) -> Result<Bytes, Error> {
    // One byte more than either could have tells a longer file from both.
    let longest = listed
        .map_or(0, |entry| entry.size)
        .max(wanted.len() as u64);
    let bytes = disk
        .read(file, longest.saturating_add(1))
        .map_err(disk::unread(file))?;
    Ok(if bytes == wanted {
        Bytes::Wanted
    } else if listed.is_some_and(|entry| entry.is_of(&bytes)) {
        Bytes::Former
    } else {
        Bytes::Others
    })
}
