//! What no page for everybody should give away about a person.
//!
//! In: a text that children or parents read, and the school. Out: what is
//! found, with its bytes. All of these guess, so they are warnings, and each
//! is written to keep quiet where it is not sure.

mod born;
mod mailboxes;
mod mobiles;
mod postcodes;

use std::ops::Range;

use super::sink::Said;
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Site;
use crate::words::Passage;

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &born::DATE_OF_BIRTH,
    &mailboxes::MAILBOX,
    &mobiles::MOBILE_NUMBER,
    &postcodes::HOME_POSTCODE,
];

/// The channels of roles that everybody sees.
pub(super) fn of_channels(site: &Site, diagnostics: &mut Diagnostics) {
    mailboxes::of_channels(site, diagnostics);
    mobiles::of_channels(site, diagnostics);
}

/// Whether something could be found in a text: all of it has a digit or an @.
pub(super) fn concerns(readers: Audiences, text: &str) -> bool {
    let bytes = text.bytes();
    is_public(readers)
        && bytes
            .into_iter()
            .any(|byte| byte.is_ascii_digit() || byte == b'@')
}

/// All that is found in a passage that `readers` read.
pub(super) fn found(
    site: &Site,
    passage: &Passage,
    readers: Audiences,
) -> Vec<(Said, Range<usize>)> {
    let text = passage.text();
    if !concerns(readers, text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    born::find(text, site.today, &mut found);
    mailboxes::find(text, &site.school, &mut found);
    mobiles::find(text, &mut found);
    postcodes::find(text, &site.school, &mut found);
    found
}

/// Whether the open web reads it.
fn is_public(readers: Audiences) -> bool {
    readers.contains(Audience::Children) || readers.contains(Audience::Parents)
}

/// The stretches of `text` between characters that `is_part` refuses.
fn runs(text: &str, is_part: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_part(*c)) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            Some(_) | None => runs.push(at..end),
        }
    }
    runs
}
