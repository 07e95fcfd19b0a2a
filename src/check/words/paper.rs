//! Whether a sentence is about somebody else's paper, which has pages.

use super::Read;
use crate::words::Mark;

/// What has pages and sections of its own.
const PAPERS: [&str; 34] = [
    "act",
    "atlas",
    "book",
    "booklet",
    "books",
    "brochure",
    "chapter",
    "comic",
    "diary",
    "dictionary",
    "edition",
    "guidance",
    "guide",
    "handout",
    "handbook",
    "keeping",
    "kcsie",
    "law",
    "leaflet",
    "letter",
    "magazine",
    "newspaper",
    "novel",
    "pack",
    "pdf",
    "planner",
    "poem",
    "poster",
    "prospectus",
    "report",
    "story",
    "textbook",
    "workbook",
    "worksheet",
];

/// Whether a sentence names a paper that has pages, or leads somewhere by a
/// link.
pub(super) fn is_of_another(read: &Read<'_>, at: usize) -> bool {
    read.has_beside(at, &PAPERS) || leads_on(read, at)
}

/// Whether a sentence leads somewhere by a link or a reference.
pub(super) fn leads_on(read: &Read<'_>, at: usize) -> bool {
    let mut sentence = read.sentence(at);
    sentence.any(|at| matches!(read.mark(at), Some(Mark::Fixed | Mark::Reference)))
}
