//! What no page for everybody should give away about a person.
//!
//! In: a text that children or parents read, and the school. Out: what is
//! found, with its bytes. All of these guess, so they are warnings, and each
//! is written to keep quiet where it is not sure.

mod born;
pub(super) mod files;
mod mailboxes;
mod mobiles;
mod names;
mod postcodes;
pub(super) mod pupils;
mod security;

use std::ops::Range;

use super::sink::Said;
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{RoleKind, Site};
use crate::source::Place;
use crate::words::Passage;

pub(super) use names::Names;

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &born::DATE_OF_BIRTH,
    &files::IMAGE_NAME,
    &mailboxes::MAILBOX,
    &mobiles::MOBILE_NUMBER,
    &postcodes::HOME_POSTCODE,
    &pupils::PUPIL_NAME,
    &security::SECURITY_DETAIL,
];

/// The ways to reach the school's own posts that everybody sees. A team outside
/// the school gives the number and the mailbox that it wants to be reached at.
pub(super) fn of_channels(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.people else {
        return;
    };
    let roles = site.roles.iter();
    let own = roles.filter(|role| role.kind != RoleKind::Outside);
    for guarded in own.flat_map(|role| &role.channels) {
        let readers = guarded.audiences();
        if !is_public(readers) {
            continue;
        }
        let channel = guarded.inspect();
        let said =
            mobiles::of_channel(channel).or_else(|| mailboxes::of_channel(channel, &site.school));
        if let Some((rule, message, help)) = said {
            let place = Place::at(file, channel.value.span.clone());
            diagnostics
                .report(rule, place, message, help)
                .on_pages_of(readers);
        }
    }
}

/// Whether something could be found in a text: nearly all of it has a digit or
/// an @.
pub(super) fn concerns(readers: Audiences, text: &str) -> bool {
    let mut bytes = text.bytes();
    is_public(readers)
        && (bytes.any(|byte| byte.is_ascii_digit() || byte == b'@') || security::concern(text))
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
    if text.contains('@') {
        mailboxes::find(text, &site.school, &mut found);
    }
    // All of these have a digit.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        born::find(text, site.today, &mut found);
        mobiles::find(text, &mut found);
        postcodes::find(text, &site.school, &mut found);
    }
    security::find(site, passage, &mut found);
    found
}

/// What is found in where a link leads: a mailbox, a telephone, a chat.
pub(super) fn behind(site: &Site, dest: &str, readers: Audiences) -> Option<Said> {
    let is_person = ["mailto:", "tel:", "sms:", "https://wa.me/"];
    if !is_public(readers) || !is_person.iter().any(|start| dest.starts_with(start)) {
        return None;
    }
    let value = dest
        .trim_start_matches("mailto:")
        .trim_start_matches("tel:");
    let mut found = Vec::new();
    mailboxes::find(value, &site.school, &mut found);
    mobiles::find(value, &mut found);
    found.into_iter().next().map(|(said, _)| said)
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
