//! Tests of the room as a whole: what stands on disk after a build.

mod behaviour;
#[cfg(unix)]
mod faults;
mod faulty;
mod fences;
mod foreign;
#[cfg(unix)]
mod ledger;
mod sequences;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::disk::{Disk, Kind, System};
use super::{Changes, publish_on};
use crate::error::Error;
use crate::render::{Edition, Tree};
use faulty::Faulty;

/// All that stands in a tree: a file's bytes, nothing for a folder.
type Contents = BTreeMap<String, Option<Vec<u8>>>;

/// A folder for a test that builds thousands of times: in memory where there
/// is such a place, since these tests are about order and not about disks.
fn fast_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.expect("a folder for the test")
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let files = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Arc::from(text.as_bytes())))
        .collect();
    Tree { files }
}

fn edition(web: &[(&str, &str)], staff: &[(&str, &str)]) -> Edition {
    Edition {
        web: tree(web),
        staff: tree(staff),
        pages: BTreeMap::new(),
    }
}

/// Publishes on a disk that never fails and waits for nothing.
fn publish(edition: &Edition, out: &Path) -> Result<Changes, Error> {
    publish_on(&Faulty::never(), edition, out)
}

/// What stands at `root`, or nothing if there is no folder.
fn contents(root: &Path) -> Option<Contents> {
    fn gather(folder: &Path, inside: &str, all: &mut Contents) {
        for (name, kind) in System.list(folder).expect("the folder can be listed") {
            let (path, at) = (format!("{inside}{name}"), folder.join(&name));
            match kind {
                Kind::Folder => {
                    gather(&at, &format!("{path}/"), all);
                    all.insert(path, None);
                }
                Kind::File => {
                    let bytes = fs::read(&at).expect("the file can be read");
                    all.insert(path, Some(bytes));
                }
                Kind::Other => panic!("{path} is neither a file nor a folder"),
            }
        }
    }
    let mut all = Contents::new();
    (System.kind(root).expect("the root can be looked at")? == Kind::Folder).then(|| {
        gather(root, "", &mut all);
        all
    })
}

/// The names in the output folder.
fn names(out: &Path) -> Vec<String> {
    let mut names: Vec<String> = System
        .list(out)
        .expect("the output folder can be listed")
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

const CLEAN: [&str; 3] = [".signpost-lock", "staff", "web"];

/// What the system says of a file or folder that nobody has touched.
fn stamp(path: &Path) -> (SystemTime, u64) {
    let found = fs::symlink_metadata(path).expect("it is there");
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(&found);
    #[cfg(not(unix))]
    let inode = 0;
    (found.modified().expect("it has a date"), inode)
}

/// Sets a file's date back, so that a later write shows without any sleep.
fn age(path: &Path) {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::open(path)
        .and_then(|file| file.set_modified(long_ago))
        .expect("the date can be set");
}

/// The files of a tree as they are to stand, with their folders and manifest.
fn expected(tree: &Tree) -> Contents {
    let folders = super::names::folders(tree.files.keys());
    let mut all: Contents = folders.iter().map(|f| ((*f).to_owned(), None)).collect();
    for (name, bytes) in &tree.files {
        all.insert(name.clone(), Some(bytes.to_vec()));
    }
    all.insert(
        super::names::MANIFEST.to_owned(),
        Some(super::manifest::Manifest::of(tree).print()),
    );
    all
}
