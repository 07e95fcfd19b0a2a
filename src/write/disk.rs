//! The file operations that `write` needs, and no others.
//!
//! In: paths. Out: what the system said. One method is one thing that can
//! fail, so a test that counts them reaches every state a build can be
//! interrupted in. Must never follow a symbolic link at the end of a path that
//! is written, removed or listed, and never open an existing file for writing.

use std::fs::{self, DirBuilder, File, FileTimes, FileType, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::error::Error;

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A symbolic link, a pipe, a device, a socket.
    Other,
}

/// What is done to a new file once its bytes are written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Finish<'p> {
    Nothing,
    /// The bytes have reached the disk before the call returns.
    Sync,
    /// The file is given the dates of another, whose bytes are the same.
    DatesOf(&'p Path),
}

/// A file system. [`System`] is the real one.
pub(super) trait Disk: Sync {
    /// What stands at `path`, or nothing.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;
    /// The names in a folder. A name that is not Unicode has its odd parts
    /// replaced and is [`Kind::Other`]: nothing of ours is called so.
    fn list(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>>;
    /// The first `at_most` bytes of a file.
    fn read(&self, file: &Path, at_most: u64) -> io::Result<Vec<u8>>;
    /// Makes a folder and those above it, where they are not there yet.
    fn make_folders(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder that is not there yet.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Writes a file that is not there yet.
    fn write_new(&self, file: &Path, bytes: &[u8], finish: Finish<'_>) -> io::Result<()>;
    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a folder the permissions of another.
    fn same_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a folder to a name that is free.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file to a name that may be taken, in one step: whatever
    /// happens, the old file or the new one is there.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders in one step. Where the system cannot, the error
    /// is [`io::ErrorKind::Unsupported`].
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file or a symbolic link.
    fn remove_file(&self, file: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until the names in a folder have reached the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Locks a file, made if need be, until the answer is dropped or the
    /// process ends. Nothing when somebody else has it.
    fn lock(&self, file: &Path) -> io::Result<Option<File>>;
}

/// Says what could not be done to which path: for `map_err`.
pub(super) fn unwritten(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |source| Error::Write {
        action,
        path,
        source,
    }
}

/// Says which path could not be read: for `map_err`.
pub(super) fn unread(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_path_buf();
    move |source| Error::Read { path, source }
}

/// The machine's own file system.
#[derive(Debug)]
pub(super) struct System;

impl Disk for System {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(Some(kind(found.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>> {
        fs::read_dir(folder)?
            .map(|entry| {
                let entry = entry?;
                Ok(match entry.file_name().into_string() {
                    Ok(name) => (name, kind(entry.file_type()?)),
                    Err(odd) => (odd.to_string_lossy().into_owned(), Kind::Other),
                })
            })
            .collect()
    }

    fn read(&self, file: &Path, at_most: u64) -> io::Result<Vec<u8>> {
        /// Enough for a page; more is asked for as it comes.
        const ROOM: u64 = 1 << 20;
        let room = usize::try_from(at_most.min(ROOM)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room);
        File::open(file)?.take(at_most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        folder_maker().recursive(true).create(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        folder_maker().create(folder)
    }

    fn write_new(&self, file: &Path, bytes: &[u8], finish: Finish<'_>) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
        let mut new = options.open(file)?;
        new.write_all(bytes)?;
        match finish {
            Finish::Nothing => {}
            Finish::Sync => new.sync_all()?,
            Finish::DatesOf(old) => {
                let modified = fs::symlink_metadata(old)?.modified()?;
                // A file system that keeps no dates is no reason to stop.
                let _ = new.set_times(FileTimes::new().set_modified(modified));
            }
        }
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        let wanted = fs::metadata(from)?.permissions();
        if fs::metadata(to)?.permissions() == wanted {
            return Ok(());
        }
        fs::set_permissions(to, wanted)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        // It is so on every system that `std` knows, Windows too.
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        // An old kernel, or a file system that knows plain renames only.
        let refusals = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| {
            if refusals.contains(&errno) {
                io::ErrorKind::Unsupported.into()
            } else {
                errno.into()
            }
        })
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        use io::ErrorKind::{InvalidInput, Unsupported};
        match File::open(folder)?.sync_all() {
            // Some network drives cannot do this to a folder.
            Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
            done => done,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, file: &Path) -> io::Result<Option<File>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
        let file = options.open(file)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn kind(found: FileType) -> Kind {
    if found.is_file() {
        Kind::File
    } else if found.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}

fn folder_maker() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "no mode to set"))]
    let mut maker = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o755);
    maker
}
