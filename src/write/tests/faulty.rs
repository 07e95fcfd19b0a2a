//! A disk that fails where a test wants it to.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::write::disk::{Disk, Finish, Kind, System};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Never,
    /// One operation fails with this error number.
    Errno(i32),
    /// An operation and all after it fail, those that clear up too: what is
    /// on disk is then what a killed process leaves.
    Death,
}

/// Whether the file system can do a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Can {
    Do,
    Not,
}

/// The system's disk, with a fault at the n-th operation, from 0. It waits for
/// nothing to reach the disk, since no test can cut the power.
#[derive(Debug)]
pub(super) struct Faulty {
    pub(super) fault: Fault,
    pub(super) at: usize,
    pub(super) link: Can,
    pub(super) exchange: Can,
    done: AtomicUsize,
}

impl Faulty {
    pub(super) fn never() -> Faulty {
        Faulty::at(0, Fault::Never, Can::Do, Can::Do)
    }

    pub(super) fn at(at: usize, fault: Fault, link: Can, exchange: Can) -> Faulty {
        Faulty {
            fault,
            at,
            link,
            exchange,
            done: AtomicUsize::new(0),
        }
    }

    /// Whether the fault has happened.
    pub(super) fn struck(&self) -> bool {
        self.done.load(Ordering::SeqCst) > self.at
    }

    fn step(&self) -> io::Result<()> {
        let now = self.done.fetch_add(1, Ordering::SeqCst);
        match self.fault {
            Fault::Errno(errno) if now == self.at => Err(io::Error::from_raw_os_error(errno)),
            Fault::Death if now >= self.at => Err(io::Error::other("killed")),
            Fault::Never | Fault::Errno(_) | Fault::Death => Ok(()),
        }
    }
}

impl Disk for Faulty {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        self.step()?;
        System.kind(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>> {
        self.step()?;
        System.list(folder)
    }

    fn read(&self, file: &Path, at_most: u64) -> io::Result<Vec<u8>> {
        self.step()?;
        System.read(file, at_most)
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        System.make_folders(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        System.make_folder(folder)
    }

    fn write_new(&self, file: &Path, bytes: &[u8], finish: Finish<'_>) -> io::Result<()> {
        let already_dead = self.fault == Fault::Death && self.done.load(Ordering::SeqCst) > self.at;
        if let Err(error) = self.step() {
            // The disk is full, or the process dies, half way through.
            if !already_dead {
                System.write_new(file, &bytes[..bytes.len() / 2], Finish::Nothing)?;
            }
            return Err(error);
        }
        let finish = match finish {
            Finish::Sync => Finish::Nothing,
            other => other,
        };
        System.write_new(file, bytes, finish)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        match self.link {
            Can::Do => System.link(from, to),
            Can::Not => Err(io::ErrorKind::PermissionDenied.into()),
        }
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        System.same_permissions(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        System.rename(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        System.replace(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step()?;
        match self.exchange {
            Can::Do => System.exchange(one, other),
            Can::Not => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        self.step()?;
        System.remove_file(file)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        System.remove_folder(folder)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.step()
    }

    fn lock(&self, file: &Path) -> io::Result<Option<File>> {
        self.step()?;
        System.lock(file)
    }
}
