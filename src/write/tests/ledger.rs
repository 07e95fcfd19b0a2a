//! An approval that is killed, or whose n-th file operation fails, for every
//! n: the ledger is the old one or the new one.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use rustix::io::Errno;

use super::faulty::{Can, Fault, Faulty};
use super::{fast_folder, names};
use crate::audience::Audience;
use crate::error::Error;
use crate::model::{Approval, ApprovedView};
use crate::source::Spanned;
use crate::write::ledger::{LEDGER, append_on};

const OLD: &str = "# Ours.\r\n[[approval]]\r\non = 2025-09-30\r\npage = 'policies/phones'\r\nby = \"head\"\r\nevidence = \"minutes\"\r\ndigests = { staff = \"v1:sha256:0\" }";

fn approval(evidence: &str) -> Approval {
    let bare = |text: &str| Spanned::new(text.to_owned(), 0..0);
    Approval {
        page: bare("policies/phones"),
        on: Spanned::new(date(2026, 9, 30), 0..0),
        by: bare("head"),
        evidence: evidence.to_owned(),
        minor: None,
        digests: vec![ApprovedView {
            audience: Audience::Staff,
            digest: "v1:sha256:1".to_owned(),
            span: 0..0,
            sections: vec![("0a".to_owned(), "A \"quoted\" heading \\ é".to_owned())],
        }],
    }
}

fn site(old: Option<&str>) -> tempfile::TempDir {
    let folder = fast_folder();
    fs::create_dir(folder.path().join("content")).expect("a content folder");
    if let Some(old) = old {
        fs::write(folder.path().join(LEDGER), old).expect("a ledger");
    }
    folder
}

fn ledger(root: &Path) -> Option<String> {
    fs::read_to_string(root.join(LEDGER)).ok()
}

/// What the ledger is after an approval on a disk that never fails.
fn after(old: Option<&str>) -> String {
    let site = site(old);
    append_on(&Faulty::never(), site.path(), &approval("item 5")).expect("an approval");
    ledger(site.path()).expect("a ledger")
}

#[test]
fn whatever_fails_the_ledger_is_whole_and_the_next_run_leaves_nothing_behind() {
    let errnos = [Errno::NOSPC, Errno::IO, Errno::ACCESS].map(|it| Fault::Errno(it.raw_os_error()));
    for fault in errnos.into_iter().chain([Fault::Death]) {
        for old in [None, Some(OLD)] {
            let new = after(old);
            for at in 0.. {
                let site = site(old);
                let disk = Faulty::at(at, fault, Can::Do, Can::Do);
                let result = append_on(&disk, site.path(), &approval("item 5"));
                let stands = ledger(site.path());
                let is_old = stands.as_deref() == old;
                let is_new = stands.as_deref() == Some(&new);
                assert!(is_old || is_new, "{fault:?} at {at}: {stands:?}");
                match result {
                    Ok(()) => assert!(is_new, "{fault:?} at {at}"),
                    Err(Error::Read { .. } | Error::Write { .. }) => {}
                    Err(error) => panic!("{fault:?} at {at}: {error}"),
                }
                if !disk.struck() {
                    break;
                }
                append_on(&Faulty::never(), site.path(), &approval("item 6")).expect("the next");
                assert_eq!(
                    names(site.path()),
                    [".signpost-lock", "content"],
                    "{fault:?} at {at}: left behind"
                );
                assert_eq!(names(&site.path().join("content")), ["approvals.toml"]);
            }
        }
    }
}

#[test]
fn what_stands_there_is_not_rewritten() {
    let new = after(Some(OLD));
    let more = new
        .strip_prefix(OLD)
        .expect("the old ledger, byte for byte");
    assert_eq!(
        more,
        "\r\n\r\n[[approval]]\r\npage = \"policies/phones\"\r\non = 2026-09-30\r\nby = \"head\"\r\nevidence = \"item 5\"\r\ndigests.staff = \"v1:sha256:1\"\r\nsections.staff = [\r\n    \"0a A \\\"quoted\\\" heading \\\\ é\",\r\n]\r\n"
    );
}

#[test]
fn an_entry_that_could_not_be_read_again_is_not_written() {
    for (old, evidence) in [
        // A list that is closed takes no more entries.
        (Some("approval = []\n"), "minutes"),
        (Some(OLD), "turned \u{202e}round"),
    ] {
        let site = site(old);
        let said = append_on(&Faulty::never(), site.path(), &approval(evidence));
        assert!(matches!(said, Err(Error::Option { .. })), "{said:?}");
        assert_eq!(ledger(site.path()).as_deref(), old);
        assert_eq!(names(site.path()), [".signpost-lock", "content"]);
    }
}

#[test]
fn two_at_once_do_not_lose_an_entry() {
    let site = site(None);
    let held = crate::write::lock::take(&Faulty::never(), site.path()).expect("a lock");
    let said = append_on(&Faulty::never(), site.path(), &approval("item 5"));
    assert!(matches!(said, Err(Error::Locked { .. })), "{said:?}");
    drop(held);
    append_on(&Faulty::never(), site.path(), &approval("item 5")).expect("an approval");
}
