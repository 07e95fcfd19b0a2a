//! Builds a tree beside the one it is to replace, and removes trees.
//!
//! In: the tree, its plan and its places. Out: a whole tree under the name
//! that [`exchange`](super::exchange) expects, its manifest on the disk. Must
//! never open a file of the old tree for writing: the new tree shares it.

use std::io;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::disk::{self, Disk, Finish, Kind};
use super::exchange::Places;
use super::manifest::Manifest;
use super::names;
use super::plan::Plan;
use super::survey::Root;
use crate::error::Error;
use crate::render::Tree;

/// Builds the new tree.
///
/// The manifest comes last and is the one file that is waited for. Once the
/// trees are exchanged it is therefore on the disk whatever happens, and
/// should the power fail before the pages are, the next build sees by it which
/// ones are its own and are short.
pub(super) fn build(
    disk: &dyn Disk,
    places: &Places,
    tree: &Tree,
    plan: &Plan,
) -> Result<(), Error> {
    let stage = &places.stage;
    make(disk, stage)?;
    if plan.root == Root::Folder {
        // A staff tree that was closed to others stays closed to them.
        disk.same_permissions(&places.tree, stage)
            .map_err(disk::unwritten("made", stage))?;
    }
    for folder in names::folders(tree.files.keys()) {
        make(disk, &stage.join(folder))?;
    }
    tree.files.par_iter().try_for_each(|(name, bytes)| {
        let new = stage.join(name);
        let done = if plan.keep.contains(name) {
            carry_over(disk, &places.tree.join(name), &new, bytes)
        } else {
            disk.write_new(&new, bytes, Finish::Nothing)
        };
        done.map_err(disk::unwritten("written", &new))
    })?;
    let list = stage.join(names::MANIFEST);
    disk.write_new(&list, &Manifest::of(tree).print(), Finish::Sync)
        .map_err(disk::unwritten("written", &list))?;
    disk.sync_folder(stage)
        .map_err(disk::unwritten("written", stage))
}

/// Shares an unchanged file with the old tree, so that its date stays. Where
/// links are refused, for whatever reason, a fresh file gets the old date.
fn carry_over(disk: &dyn Disk, old: &Path, new: &Path, bytes: &[u8]) -> io::Result<()> {
    match disk.link(old, new) {
        Ok(()) => Ok(()),
        Err(_) => disk.write_new(new, bytes, Finish::DatesOf(old)),
    }
}

fn make(disk: &dyn Disk, folder: &Path) -> Result<(), Error> {
    disk.make_folder(folder)
        .map_err(disk::unwritten("made", folder))
}

/// Removes a stage, if there is one, whatever it holds. It never follows a
/// symbolic link.
pub(super) fn clear(disk: &dyn Disk, stage: &Path) -> Result<(), Error> {
    match disk.kind(stage).map_err(disk::unread(stage))? {
        None => Ok(()),
        Some(kind) => remove(disk, stage, kind),
    }
}

fn remove(disk: &dyn Disk, path: &Path, kind: Kind) -> Result<(), Error> {
    if kind != Kind::Folder {
        return disk
            .remove_file(path)
            .map_err(disk::unwritten("removed", path));
    }
    disk.list(path)
        .map_err(disk::unread(path))?
        .par_iter()
        .try_for_each(|(name, kind)| remove(disk, &path.join(name), *kind))?;
    disk.remove_folder(path)
        .map_err(disk::unwritten("removed", path))
}
