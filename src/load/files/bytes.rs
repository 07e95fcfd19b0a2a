//! Reads one file, safely.
//!
//! In: a path and how much may be read. Out: its bytes, or why not. Must
//! never wait (a pipe), follow a link, or read without an end.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Why a file was not read.
#[derive(Debug)]
pub(in crate::load) enum Refusal {
    /// It was a file when the folder was listed, and is not now.
    NotAFile,
    /// It has more bytes than allowed.
    TooBig,
    /// The system said no.
    Failed(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Refusal {
        Refusal::Failed(error)
    }
}

/// The bytes of the plain file at `full`, at most `limit` of them.
pub(in crate::load) fn read(full: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let file = open(full)?;
    // Asked of the open file, not of the path: the path may have changed.
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(Refusal::NotAFile);
    }
    if data.len() > limit {
        return Err(Refusal::TooBig);
    }
    let expected = usize::try_from(data.len()).map_err(|_| Refusal::TooBig)?;
    // A little room more, so that the end is found without growing.
    let mut bytes = Vec::with_capacity(expected + 64);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::TooBig);
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open(full: &Path) -> Result<File, Refusal> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    // Without NONBLOCK, opening a pipe that nobody writes to waits for ever.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).map_err(|_| Refusal::NotAFile)?;
    match OpenOptions::new().read(true).custom_flags(flags).open(full) {
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => {
            Err(Refusal::NotAFile)
        }
        opened => Ok(opened?),
    }
}

#[cfg(not(unix))]
fn open(full: &Path) -> Result<File, Refusal> {
    if !full.symlink_metadata()?.is_file() {
        return Err(Refusal::NotAFile);
    }
    Ok(OpenOptions::new().read(true).open(full)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_up_to_the_limit_and_no_further() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a");
        std::fs::write(&path, "12345").expect("a file");
        assert_eq!(read(&path, 5).expect("five bytes"), b"12345");
        assert!(matches!(read(&path, 4), Err(Refusal::TooBig)));
        assert!(matches!(
            read(&folder.path().join("b"), 4),
            Err(Refusal::Failed(_))
        ));
    }

    #[cfg(unix)]
    #[test]
    fn what_became_a_link_or_a_pipe_is_not_read() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "x").expect("a file");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        assert!(matches!(read(&link, 9), Err(Refusal::NotAFile)));
        assert!(matches!(read(folder.path(), 9), Err(Refusal::NotAFile)));
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .expect("a pipe");
        assert!(matches!(read(&pipe, 9), Err(Refusal::NotAFile)));
    }
}
