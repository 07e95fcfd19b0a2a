//! The list of a tree's files that lies in the tree itself.
//!
//! In: a tree to be written, or the bytes of a list on disk. Out: names, sizes
//! and digests. By it the next build knows its own files from others, and what
//! did not reach the disk before the power failed. It holds no date and no
//! word about the other tree: it is published with the pages.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::disk::{self, Disk, Kind};
use super::names::MANIFEST;
use crate::error::Error;
use crate::render::Tree;

/// The form of the list. A build that meets another knows none of its files.
const SCHEME: u32 = 1;

/// No list is longer: half a million files.
const LONGEST: u64 = 64 << 20;

/// The files of a tree, by name.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    scheme: u32,
    pub(super) files: BTreeMap<String, Entry>,
}

/// What a file is to hold.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    sha256: String,
    pub(super) size: u64,
}

/// What there is of a manifest in a tree on disk.
#[derive(Debug)]
pub(super) enum OnDisk {
    Absent,
    /// There is one, but it cannot be understood.
    Damaged,
    Sound(Manifest),
}

impl Manifest {
    /// The manifest of a tree.
    pub(super) fn of(tree: &Tree) -> Manifest {
        let files = tree
            .files
            .par_iter()
            .map(|(name, bytes)| (name.clone(), Entry::of(bytes)))
            .collect();
        Manifest {
            scheme: SCHEME,
            files,
        }
    }

    /// The bytes of the manifest: JSON, a line for each file.
    pub(super) fn print(&self) -> Vec<u8> {
        let mut text = format!("{{\n  \"scheme\": {SCHEME},\n  \"files\": {{");
        for (at, (name, Entry { sha256, size })) in self.files.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            let name = serde_json::Value::from(name.as_str());
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "{comma}\n    {name}: {{ \"sha256\": \"{sha256}\", \"size\": {size} }}"
            );
        }
        text.push_str("\n  }\n}\n");
        text.into_bytes()
    }

    /// Reads the manifest of a tree on disk.
    pub(super) fn read(disk: &dyn Disk, root: &Path) -> Result<OnDisk, Error> {
        let file = root.join(MANIFEST);
        if disk.kind(&file).map_err(disk::unread(&file))? != Some(Kind::File) {
            return Ok(OnDisk::Absent);
        }
        let bytes = disk.read(&file, LONGEST).map_err(disk::unread(&file))?;
        Ok(match serde_json::from_slice::<Manifest>(&bytes) {
            Ok(manifest) if manifest.scheme == SCHEME => OnDisk::Sound(manifest),
            _ => OnDisk::Damaged,
        })
    }
}

impl Entry {
    fn of(bytes: &[u8]) -> Entry {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            let _ = write!(sha256, "{byte:02x}");
        }
        Entry {
            sha256,
            size: bytes.len() as u64,
        }
    }

    /// Whether these are the bytes that the entry was made of.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        self.size == bytes.len() as u64 && *self == Entry::of(bytes)
    }
}
