//! What is published now, to be compared with what would be.
//!
//! In: the output folder, and the name of a file in one of its trees. Out: its
//! bytes, and when the trees were last changed. Changes nothing and takes no
//! lock, and must never follow a link out of a tree.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::disk::{self, Disk, Kind, System};
use super::exchange::{self, Places};
use super::names::MANIFEST;
use crate::error::Error;

/// The more a page has, the less of it is read: nothing of ours is longer.
const LONGEST: u64 = 64 << 20;

/// The bytes of the file `name` in `tree` (`web` or `staff`); nothing where
/// there is no such file.
///
/// # Errors
/// [`Error::Read`] when it is there and cannot be read.
pub fn file(out: &Path, tree: &'static str, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let disk = System;
    let root = exchange::standing(&disk, &Places::of(out, tree))?;
    let path = root.join(name);
    match disk.kind(&path) {
        Ok(Some(Kind::File)) => {
            let bytes = disk.read(&path, LONGEST).map_err(disk::unread(&path))?;
            Ok(Some(bytes))
        }
        // A file where a folder is to be, or nothing at all.
        Ok(Some(Kind::Folder | Kind::Other) | None) | Err(_) => Ok(None),
    }
}

/// When a build last changed one of the trees, as far as the file system
/// knows; nothing where none is published. A tree without its list of files is
/// none of ours.
pub fn last_changed(out: &Path) -> Option<SystemTime> {
    let changed = |tree| {
        let root = exchange::standing(&System, &Places::of(out, tree)).ok()?;
        let found = fs::symlink_metadata(root.join(MANIFEST)).ok()?;
        found.modified().ok()
    };
    ["web", "staff"].into_iter().filter_map(changed).max()
}
