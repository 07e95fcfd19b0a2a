//! Full names of pupils near pictures.
//!
//! In: a text that children or parents read, with its pictures, and the names
//! that everybody may read. Out: the full names in what the pictures show and
//! in the blocks next to them. A name by itself is no secret, and neither is a
//! picture; the two together say who a child is.

use std::ops::Range;

use super::names::Names;
use crate::check::sink::Said;
use crate::check::texts;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::words::Passage;

/// No pupil is named in full near a picture (seeds J1, J2).
pub(super) static PUPIL_NAME: Rule = Rule {
    name: "pupil-name",
    severity: Severity::Warning,
    summary: "No pupil's full name stands beside a picture on a page for children or parents, or in the words of one.",
    explanation: explained!("pupil-name"),
};

/// The stretches of a text that are near a picture: the block it stands in, the
/// one before and the one behind. Blocks are parted by empty lines.
pub(in crate::check) fn near(text: &str, pictures: &[Range<usize>]) -> Vec<Range<usize>> {
    if pictures.is_empty() {
        return Vec::new();
    }
    let blocks = blocks(text);
    let around = |picture: &Range<usize>| {
        let at = blocks.partition_point(|block| block.end <= picture.start);
        let first = blocks.get(at.saturating_sub(1))?;
        let last = blocks.get(at + 1).or(blocks.last())?;
        Some(first.start..last.end)
    };
    pictures.iter().filter_map(around).collect()
}

/// The blocks of a text, in order.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let is_empty = line.trim().is_empty();
        match blocks.last_mut() {
            Some(block) if open && !is_empty => block.end = end,
            Some(_) | None if !is_empty => blocks.push(at..end),
            Some(_) | None => {}
        }
        open = !is_empty;
        at = end;
    }
    blocks
}

/// The full names in a passage, if it is near a picture.
pub(in crate::check) fn found(
    names: &Names,
    passage: &Passage,
    near: &[Range<usize>],
) -> Vec<(Said, Range<usize>)> {
    let stands = passage.origin(&(0..passage.text().len()));
    if !near
        .iter()
        .any(|near| near.start < stands.end && stands.start < near.end)
    {
        return Vec::new();
    }
    let found = names.in_passage(passage).into_iter();
    found
        .map(|span| {
            (
                said(&passage.text()[span.clone()], "beside a picture"),
                span,
            )
        })
        .collect()
}

/// The full names in what pictures show.
pub(in crate::check) fn of_pictures(site: &Site, names: &Names, diagnostics: &mut Diagnostics) {
    for text in texts::of_pictures(site) {
        if !super::is_public(text.readers) {
            continue;
        }
        let passage = text.passage();
        if let Some(span) = names.in_passage(&passage).into_iter().next() {
            let (rule, message, help) =
                said(&passage.text()[span.clone()], "in the words of a picture");
            diagnostics
                .report(rule, text.place(passage.origin(&span)), message, help)
                .on_pages_of(text.readers);
        }
    }
}

fn said(name: &str, place: &str) -> Said {
    let name = name
        .strip_suffix("'s")
        .or(name.strip_suffix("’s"))
        .unwrap_or(name);
    let first = name.split([' ', '\u{a0}']).next().unwrap_or(name);
    (
        &PUPIL_NAME,
        format!("“{name}” looks like a full name, {place}."),
        format!(
            "If it is a pupil's, write “{first}” alone, or “a pupil”. If everybody may read it, add it to “names” below [privacy] in content/school.toml: names = [\"{name}\"]"
        ),
    )
}
