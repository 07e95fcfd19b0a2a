//! Puts a new tree in the place of the old one.
//!
//! In: the [`Places`] of a tree, with a whole new tree at `stage`. Out: the new
//! tree at `tree`, the old one at `stage`. What stands at `stage` when a build
//! begins is therefore rubbish, always: half a new tree, or a whole old one.
//!
//! Where the system cannot exchange two folders in one step, the old tree is
//! moved to `away` and the new one moved in. A folder at `away` is always a
//! whole old tree, so it is itself the mark of a build that was interrupted,
//! and [`repair`] knows what to do from the names alone.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, Disk};
use super::stage;
use crate::error::Error;

/// Where a tree stands, and where its successor and predecessor do for the
/// length of a build: side by side, so on the same file system.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) tree: PathBuf,
    pub(super) stage: PathBuf,
    away: PathBuf,
    out: PathBuf,
}

impl Places {
    /// The places of the tree `name` in the folder `out`.
    pub(super) fn of(out: &Path, name: &str) -> Places {
        // No folder at all is the current one, but cannot be opened by that name.
        let out = if out.as_os_str().is_empty() {
            Path::new(".")
        } else {
            out
        };
        Places {
            tree: out.join(name),
            stage: out.join(format!(".signpost-stage-{name}")),
            away: out.join(format!(".signpost-away-{name}")),
            out: out.to_path_buf(),
        }
    }
}

/// Exchanges the staged tree and the one it replaces.
pub(super) fn exchange(disk: &dyn Disk, places: &Places) -> Result<(), Error> {
    let Places {
        tree,
        stage,
        away: _,
        out,
    } = places;
    let moved = if disk.kind(tree).map_err(disk::unread(tree))?.is_none() {
        disk.rename(stage, tree)
    } else {
        match disk.exchange(stage, tree) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => by_turns(disk, places),
            done => done,
        }
    };
    moved.map_err(disk::unwritten("moved", tree))?;
    // The old tree may go only when nothing can bring it back: without this a
    // power cut could leave the old name on a tree that is half removed.
    disk.sync_folder(out)
        .map_err(disk::unwritten("written", out))
}

/// Away with the old tree, in with the new one. For a moment there is none.
fn by_turns(disk: &dyn Disk, places: &Places) -> io::Result<()> {
    disk.rename(&places.tree, &places.away)?;
    if let Err(error) = disk.rename(&places.stage, &places.tree) {
        // Should this fail too, the next build does it.
        let _ = disk.rename(&places.away, &places.tree);
        return Err(error);
    }
    disk.rename(&places.away, &places.stage)
}

/// Clears up after a build that was killed: puts an old tree back that was
/// moved away, and removes what was staged.
pub(super) fn repair(disk: &dyn Disk, places: &Places) -> Result<(), Error> {
    let Places {
        tree,
        stage,
        away,
        out: _,
    } = places;
    if disk.kind(away).map_err(disk::unread(away))?.is_some() {
        let to = if disk.kind(tree).map_err(disk::unread(tree))?.is_none() {
            tree
        } else {
            // Killed while it was being removed, a tree at `away` would no
            // longer be whole; so it is renamed before it is removed.
            stage::clear(disk, stage)?;
            stage
        };
        disk.rename(away, to)
            .map_err(disk::unwritten("moved", away))?;
    }
    stage::clear(disk, stage)
}

/// Where the tree stands now: elsewhere, if a build was killed while it was
/// moved away and [`repair`] has not run.
pub(super) fn standing(disk: &dyn Disk, places: &Places) -> Result<PathBuf, Error> {
    let Places { tree, away, .. } = places;
    let absent = |path: &PathBuf| Ok(disk.kind(path).map_err(disk::unread(path))?.is_none());
    Ok(if absent(tree)? && !absent(away)? {
        away.clone()
    } else {
        tree.clone()
    })
}
