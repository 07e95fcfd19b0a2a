//! Adds an approval to the ledger.
//!
//! In: the site folder and an [`Approval`]. Out: `content/approvals.toml` with
//! one entry more at its end. What stands there stays as it is, byte for byte:
//! comments, line ends, whatever order its keys have. Whenever the command is
//! killed, the ledger is the old one or the new one:
//!
//! 1. take a lock, so that two that are at work at once cannot lose an entry;
//! 2. read what stands there, put the entry below it, and make sure that the
//!    whole can be read;
//! 3. write the whole to a new file beside `content`, wait until it has
//!    reached the disk, and put it in the place of the old one in one step.
//!
//! The new file stands beside `content` and not in it: what a killed command
//! leaves there would be a stranger among the school's own files.

mod entry;

use std::path::Path;

use crate::error::Error;
use crate::load;
use crate::model::Approval;

use super::disk::{self, Disk, Finish, Kind, System};
use super::{lock, stage};

pub(super) use entry::quoted;

/// The ledger, from the site folder.
pub const LEDGER: &str = "content/approvals.toml";

/// What is written before it takes the ledger's place.
const STAGE: &str = ".signpost-approvals.new";

/// Far more than a ledger that can be read has.
const LONGEST: u64 = 16 * 1024 * 1024;

/// What stands at the head of a new ledger.
const HEAD: &str = "\
# Who approved which text, when, and what proves it.
#
# The command “signpost approve” adds to the end of this file. Nothing is taken
# out of it: it is the school's record. A digest stands for the exact words that
# were approved, so that Signpost can tell when a page says something else.
";

/// Adds `approval` to the ledger of the site at `root`.
///
/// # Errors
///
/// [`Error::Locked`] while another is at work; [`Error::Option`] when the
/// entry could not be read again; [`Error::Read`] and [`Error::Write`] with the
/// path that failed. After any of them the ledger is as it was.
pub fn append(root: &Path, approval: &Approval) -> Result<(), Error> {
    append_on(&System, root, approval)
}

pub(super) fn append_on(disk: &dyn Disk, root: &Path, approval: &Approval) -> Result<(), Error> {
    let _lock = lock::take(disk, root)?;
    let (ledger, new) = (root.join(LEDGER), root.join(STAGE));
    // What a killed command left.
    stage::clear(disk, &new)?;
    let old = read(disk, &ledger)?;
    let whole = with(old.as_deref().unwrap_or_default(), &entry::print(approval));
    load::refuse_ledger(&whole).map_err(|reason| Error::Option {
        message: format!("the approval cannot be written down: {reason}"),
    })?;
    replace(disk, old.is_some(), [&new, &ledger], &whole).inspect_err(|_| {
        // Should this fail too, the next command does it.
        let _ = stage::clear(disk, &new);
    })
}

/// The bytes of the ledger, or nothing where there is none yet.
fn read(disk: &dyn Disk, ledger: &Path) -> Result<Option<Vec<u8>>, Error> {
    match disk.kind(ledger).map_err(disk::unread(ledger))? {
        None => Ok(None),
        Some(Kind::File) => {
            let bytes = disk.read(ledger, LONGEST).map_err(disk::unread(ledger))?;
            Ok(Some(bytes))
        }
        // `load` has said so; it became one since.
        Some(Kind::Folder | Kind::Other) => Err(Error::Option {
            message: format!("{} is not a plain file", ledger.display()),
        }),
    }
}

fn replace(
    disk: &dyn Disk,
    stands: bool,
    [new, ledger]: [&Path; 2],
    whole: &[u8],
) -> Result<(), Error> {
    disk.write_new(new, whole, Finish::Sync)
        .map_err(disk::unwritten("written", new))?;
    if stands {
        disk.same_permissions(ledger, new)
            .map_err(disk::unwritten("written", new))?;
    }
    disk.replace(new, ledger)
        .map_err(disk::unwritten("written", ledger))?;
    let folder = ledger.parent().unwrap_or(ledger);
    disk.sync_folder(folder)
        .map_err(disk::unwritten("written", ledger))
}

/// The old bytes, and the entry below them, parted by an empty line, with the
/// line ends that the file has.
fn with(old: &[u8], entry: &str) -> Vec<u8> {
    let mut whole = old.to_vec();
    let is_blank = old.iter().all(u8::is_ascii_whitespace) || old == MARK;
    let mut more = String::new();
    if is_blank {
        more.push_str(HEAD);
    } else if !old.ends_with(b"\n") {
        more.push('\n');
    }
    more.push('\n');
    more.push_str(entry);
    if old.windows(2).any(|pair| pair == b"\r\n") {
        more = more.replace('\n', "\r\n");
    }
    whole.extend_from_slice(more.as_bytes());
    whole
}

/// The mark with which some editors begin a file.
const MARK: &[u8] = "\u{feff}".as_bytes();

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn what_stands_there_stays_and_has_an_empty_line_below_it() {
        for (old, expected) in [
            ("a = 1\n", "a = 1\n\nNEW\n"),
            ("a = 1", "a = 1\n\nNEW\n"),
            ("a = 1 # why", "a = 1 # why\n\nNEW\n"),
            ("a = 1\r\n# why\r\n", "a = 1\r\n# why\r\n\r\nNEW\r\n"),
            ("a = 1\r\nb = 2", "a = 1\r\nb = 2\r\n\r\nNEW\r\n"),
            ("\u{feff}a = 1\n", "\u{feff}a = 1\n\nNEW\n"),
        ] {
            let whole = with(old.as_bytes(), "NEW\n");
            assert_eq!(str::from_utf8(&whole), Ok(expected), "{old:?}");
        }
    }

    #[test]
    fn a_new_ledger_says_at_its_head_what_it_is() {
        for old in ["", "\n", "\u{feff}"] {
            let whole = with(old.as_bytes(), "NEW\n");
            let whole = str::from_utf8(&whole).expect("text");
            assert!(whole.contains("# Who approved which text"), "{whole}");
            assert!(whole.ends_with("something else.\n\nNEW\n"), "{whole}");
        }
    }
}
