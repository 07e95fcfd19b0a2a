//! One build at a time.
//!
//! In: the output folder. Out: the lock, held until it is dropped. It is the
//! system's own lock on a file, so a build that is killed leaves none behind;
//! the file itself stays, since removing it would let two builds lock two
//! files of the same name. Must never wait.

use std::fs::File;
use std::path::Path;

use super::disk::{Disk, unwritten};
use crate::error::Error;

const LOCK: &str = ".signpost-lock";

/// Takes the lock of an output folder, or says who has it: another build.
pub(super) fn take(disk: &dyn Disk, out: &Path) -> Result<File, Error> {
    let file = out.join(LOCK);
    match disk.lock(&file) {
        Ok(Some(lock)) => Ok(lock),
        Ok(None) => Err(Error::Locked {
            path: out.to_path_buf(),
        }),
        Err(error) => Err(unwritten("locked", &file)(error)),
    }
}
