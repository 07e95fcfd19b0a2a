//! The names in a tree.
//!
//! In: names, as paths from a tree's root with `/`. Out: which of them may be
//! written, which folders they need, and which a desktop leaves behind. Pure.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Error;
use crate::render::Tree;

/// The file in each tree that lists the others.
pub(super) const MANIFEST: &str = ".signpost-manifest.json";

/// Refuses an edition with a name that would not be a file in its tree. An
/// earlier stage made the names, so this is the last fence and not the first.
pub(super) fn refuse_bad(tree: &Tree, out: &Path) -> Result<(), Error> {
    let folders = folders(tree.files.keys());
    for name in tree.files.keys() {
        let reason = if name == MANIFEST {
            "is kept for Signpost's own list of files"
        } else if folders.contains(name.as_str()) {
            "is both a file and a folder"
        } else if !is_plain(name) {
            "does not name a file inside it"
        } else {
            continue;
        };
        return Err(Error::Output {
            path: out.to_path_buf(),
            reason: format!("“{}” {reason}", name.escape_debug()),
        });
    }
    Ok(())
}

/// Whether a name stays in its tree on every system: a backslash parts folders
/// on Windows, and a colon names a drive there.
fn is_plain(name: &str) -> bool {
    name.split('/').all(|part| {
        !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']) && !part.contains('\0')
    })
}

/// Every folder that the files need, those above before those inside.
pub(super) fn folders<'n>(names: impl IntoIterator<Item = &'n String>) -> BTreeSet<&'n str> {
    let mut folders = BTreeSet::new();
    for name in names {
        let mut rest = name.as_str();
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    folders
}

/// Whether a file is of the kind that a desktop leaves in every folder it
/// shows. Such files are no part of a site and hold nobody's work.
pub(super) fn is_desktop_litter(name: &str) -> bool {
    let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
    file.starts_with("._")
        || [".DS_Store", "Thumbs.db", "desktop.ini"]
            .iter()
            .any(|litter| file.eq_ignore_ascii_case(litter))
}
