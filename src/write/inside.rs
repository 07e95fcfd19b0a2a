//! Keeps the output apart from what it is made of.
//!
//! In: the output folder and the site's. Out: nothing, or why the two cannot
//! be together: pages written among the sources would be read by the next
//! build, and sources in a tree would stop it. Looks at the disk for symbolic
//! links and `..` only, and must never need the output folder to be there.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::disk;
use crate::error::Error;

/// Refuses an output folder that is the site's own, or whose trees would hold
/// or stand in the site's `content` or `themes`.
///
/// # Errors
///
/// [`Error::Output`] with the reason; [`Error::Read`] when a folder on the way
/// to either cannot be looked at.
pub fn refuse_inside(out: &Path, site: &Path) -> Result<(), Error> {
    let place = resolve(out)?;
    let refuse = |reason: String| {
        Err(Error::Output {
            path: out.to_path_buf(),
            reason,
        })
    };
    if place == resolve(site)? {
        return refuse("it is the site itself; name a folder of its own, as in public".to_owned());
    }
    let trees = [place.join("web"), place.join("staff")];
    for folder in ["content", "themes"] {
        let source = resolve(&site.join(folder))?;
        if place.starts_with(&source) {
            return refuse(format!(
                "it is inside the site's {folder} folder, which is read and never written"
            ));
        }
        if trees.iter().any(|tree| source.starts_with(tree)) {
            return refuse(format!("the site's {folder} folder is inside it"));
        }
    }
    Ok(())
}

/// A path without links and `..`, whether it is there or not.
fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let whole = std::path::absolute(path).map_err(disk::unread(path))?;
    let mut real = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Prefix(_) | Component::RootDir => real.push(part),
            Component::Normal(name) => {
                real.push(name);
                match real.canonicalize() {
                    Ok(there) => real = there,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(disk::unread(&real)(error)),
                }
            }
        }
    }
    Ok(real)
}
