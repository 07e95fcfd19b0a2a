//! Puts the JSON Schemas into a folder, for editors of text.
//!
//! In: a folder and the schemas by the names of their files. Out: how many of
//! them were written; those that stand there already are not touched. Must
//! never leave half a file, and never touch another file of the folder.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;

use super::disk::{self, Disk, Finish, Kind, System};

/// Puts each of `files` into `folder`, which is made if it is not there.
///
/// # Errors
///
/// [`Error::Read`] and [`Error::Write`] with the path that failed.
pub fn into_folder(folder: &Path, files: &BTreeMap<String, String>) -> Result<usize, Error> {
    let disk = System;
    disk.make_folders(folder)
        .map_err(disk::unwritten("made", folder))?;
    let mut written = 0;
    for (name, text) in files {
        let path = folder.join(name);
        if stands(&disk, &path, text.as_bytes())? {
            continue;
        }
        let new = folder.join(format!("{name}.new"));
        // What a killed command left.
        if disk
            .kind(&new)
            .map_err(disk::unwritten("read", &new))?
            .is_some()
        {
            disk.remove_file(&new)
                .map_err(disk::unwritten("removed", &new))?;
        }
        disk.write_new(&new, text.as_bytes(), Finish::Nothing)
            .map_err(disk::unwritten("written", &new))?;
        disk.replace(&new, &path)
            .map_err(disk::unwritten("written", &path))?;
        written += 1;
    }
    Ok(written)
}

/// Whether a file has these bytes.
fn stands(disk: &System, path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    let failed = |source| Error::Read {
        path: path.to_path_buf(),
        source,
    };
    if disk.kind(path).map_err(failed)? != Some(Kind::File) {
        return Ok(false);
    }
    let at_most = bytes.len() as u64 + 1;
    Ok(disk.read(path, at_most).map_err(failed)? == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written_and_nothing_else_is_touched() {
        let folder = tempfile::TempDir::new().expect("a folder for a test");
        let inside = folder.path().join("schemas");
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        files.insert("people.json".to_owned(), "{}\n".to_owned());
        files.insert("tables.json".to_owned(), "{}\n".to_owned());
        assert_eq!(into_folder(&inside, &files).expect("both"), 2);
        assert_eq!(into_folder(&inside, &files).expect("neither"), 0);
        std::fs::write(inside.join("own.json"), "mine").expect("a file of the editor's");
        files.insert("people.json".to_owned(), "{ }\n".to_owned());
        assert_eq!(into_folder(&inside, &files).expect("one"), 1);
        let read = |name: &str| std::fs::read_to_string(inside.join(name)).expect("it is there");
        assert_eq!(
            (read("people.json"), read("own.json")),
            ("{ }\n".to_owned(), "mine".to_owned())
        );
        let names = std::fs::read_dir(&inside).expect("the folder").count();
        assert_eq!(names, 3);
    }
}
