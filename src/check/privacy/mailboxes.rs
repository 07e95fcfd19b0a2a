//! Mailboxes.
//!
//! Schools differ: for one, staff are known by their mailboxes at the school
//! (seeds J7); another names one general mailbox and no other (J8). The first
//! holds unless school.toml lists `allowed_mailboxes`.

use std::ops::Range;

use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{Channel, Medium, School};

/// Everybody sees mailboxes of the school's, and none of anybody's own.
pub(super) static MAILBOX: Rule = Rule {
    name: "mailbox",
    severity: Severity::Warning,
    summary: "Mailboxes of the school on pages for children or parents are those that it gives out: at its own domains, or those in allowed_mailboxes.",
    explanation: explained!("mailbox"),
};

/// Where people have mailboxes of their own.
const PERSONAL: [&str; 39] = [
    "aol.co.uk",
    "aol.com",
    "blueyonder.co.uk",
    "btinternet.com",
    "email.com",
    "fastmail.com",
    "gmail.com",
    "gmx.co.uk",
    "gmx.com",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "live.co.uk",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "outlook.com",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "rocketmail.com",
    "sky.com",
    "talktalk.net",
    "tiscali.co.uk",
    "tutanota.com",
    "virgin.net",
    "virginmedia.com",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "zoho.com",
];

const HELP: &str = "Give the office's mailbox, or keep this in a part for staff. If everybody may have it, make an exception for it in content/school.toml: signpost explain exception";

pub(super) fn find(text: &str, school: &School, found: &mut Vec<(Said, Range<usize>)>) {
    for (at, _) in text.match_indices('@') {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let name = text[..at].trim_end_matches(is_part).len();
        let after = &text[at + 1..];
        let domain = after.len() - after.trim_start_matches(is_part).len();
        let domain = after[..domain].trim_end_matches(['.', '-']);
        if name == at || !domain.contains('.') {
            continue;
        }
        let span = name..at + 1 + domain.len();
        let mailbox = text[span.clone()].to_ascii_lowercase();
        // A text can name a mailbox of somebody outside the school.
        if let Some(why) = not_to_be_given(&mailbox, school, Whose::Anybodys) {
            found.push(((&MAILBOX, why, HELP.to_owned()), span));
        }
    }
}

/// Whose mailbox it is, as far as can be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// A role's at the school.
    Schools,
    Anybodys,
}

/// What is said of a way to reach one of the school's own posts.
pub(super) fn of_channel(channel: &Channel, school: &School) -> Option<Said> {
    if channel.medium != Medium::Email {
        return None;
    }
    let mailbox = channel.value.value.to_ascii_lowercase();
    let why = not_to_be_given(&mailbox, school, Whose::Schools)?;
    let help = "Give the office's mailbox, or take children and parents out of its “for”.";
    Some((&MAILBOX, why, help.to_owned()))
}

/// Why a mailbox, in small letters, is not one that everybody is given.
fn not_to_be_given(mailbox: &str, school: &School, whose: Whose) -> Option<String> {
    let same = |one: &str| one.eq_ignore_ascii_case(mailbox);
    if same(&school.email.value) || school.allowed_mailboxes.iter().any(|one| same(&one.value)) {
        return None;
    }
    let (_, domain) = mailbox.rsplit_once('@')?;
    let is_at = |one: &str| {
        let one = one.to_ascii_lowercase();
        domain == one
            || domain
                .strip_suffix(&one)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    let domains = &school.email_domains;
    let is_own = domains.iter().any(|one| is_at(&one.value));
    if PERSONAL.contains(&domain) {
        return Some(format!("“{mailbox}” looks like somebody's own mailbox."));
    }
    if !school.allowed_mailboxes.is_empty() && (is_own || whose == Whose::Schools) {
        return Some(format!(
            "“{mailbox}” is not in allowed_mailboxes in content/school.toml."
        ));
    }
    (whose == Whose::Schools && !is_own && !domains.is_empty()).then(|| {
        format!(
            "“{mailbox}” is not at a domain of the school's (email_domains in content/school.toml)."
        )
    })
}
