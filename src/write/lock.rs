//! One at a time.
//!
//! In: the folder that is written to: the output folder of a build, the site
//! folder of an approval. Out: the lock, held until it is dropped. It is the
//! system's own lock on a file, so a run that is killed leaves none behind;
//! the file itself stays, since removing it would let two runs lock two
//! files of the same name. Must never wait.

use std::fs::File;
use std::path::Path;

use super::disk::{Disk, unwritten};
use crate::error::Error;

const LOCK: &str = ".signpost-lock";

/// Takes the lock of a folder, or says who has it: another run.
pub(super) fn take(disk: &dyn Disk, folder: &Path) -> Result<File, Error> {
    let file = folder.join(LOCK);
    match disk.lock(&file) {
        Ok(Some(lock)) => Ok(lock),
        Ok(None) => Err(Error::Locked {
            path: folder.to_path_buf(),
        }),
        Err(error) => Err(unwritten("locked", &file)(error)),
    }
}
