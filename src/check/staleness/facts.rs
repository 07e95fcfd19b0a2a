//! Rules about facts that age: helplines, contacts, consents, people.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity};
use crate::model::{RoleKind, Site};
use crate::source::{Place, SourceFile};

/// A helpline was not looked at for half a year.
static HELPLINE_UNVERIFIED: Rule = Rule {
    name: "helpline-unverified",
    severity: Severity::Warning,
    summary: "The facts about every helpline were checked within the last 6 months: a wrong number is a safety defect.",
};
/// A contact outside the school was not looked at for half a year.
static CONTACT_UNVERIFIED: Rule = Rule {
    name: "contact-unverified",
    severity: Severity::Warning,
    summary: "How to reach people outside the school was checked within the last 6 months.",
};
/// A consent is over a year old.
static CONSENT_STALE: Rule = Rule {
    name: "consent-stale",
    severity: Severity::Warning,
    summary: "The consent for a picture was checked within the last year.",
};
/// Somebody has left, or soon will.
static HOLDER_LEAVING: Rule = Rule {
    name: "holder-leaving",
    severity: Severity::Warning,
    summary: "A role’s next holder is known before the last one leaves, and those who have left are taken out.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &HELPLINE_UNVERIFIED,
    &CONTACT_UNVERIFIED,
    &CONSENT_STALE,
    &HOLDER_LEAVING,
];

/// How many months facts are good for (domain.md a4: suggest 6).
const MONTHS: i64 = 6;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    helplines(site, diagnostics);
    contacts(site, diagnostics);
    consents(site, diagnostics);
    holders(site, diagnostics);
}

/// Whether something that was checked then is old by now.
fn is_old(checked: PartialDate, months: i64, today: Date) -> bool {
    checked.last_day().saturating_add(months.months()) < today
}

/// Whether a file was read as it is: where a date of it is wrong, another
/// stands in, and that was said.
fn whole(site: &Site, file: &SourceFile) -> bool {
    site.read_whole(file.path())
}

fn helplines(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = site
        .files
        .helplines
        .as_ref()
        .filter(|file| whole(site, file))
    else {
        return;
    };
    for line in &site.helplines {
        if is_old(line.verified.value, MONTHS, site.today) {
            diagnostics
                .report(
                    &HELPLINE_UNVERIFIED,
                    Place::at(file, line.verified.span.clone()),
                    format!(
                        "Nobody has checked “{}” since {}.",
                        line.name.value,
                        line.verified.value.in_words()
                    ),
                    format!(
                        "Look at {}, ring the number if you can, put right what has changed, and write verified = {}.",
                        line.source.value, site.today
                    ),
                )
                .on_pages_of(line.shown_to());
        }
    }
}

fn contacts(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = site.files.people.as_ref().filter(|file| whole(site, file)) else {
        return;
    };
    for role in &site.roles {
        if role.kind != RoleKind::Outside || role.channels.is_empty() {
            continue;
        }
        let (at, message) = match &role.verified {
            None => (
                &role.id.span,
                format!(
                    "Nobody has written down when the ways to reach “{}” were checked.",
                    role.title.value
                ),
            ),
            Some(day) if is_old(day.value, MONTHS, site.today) => (
                &day.span,
                format!(
                    "Nobody has checked how to reach “{}” since {}.",
                    role.title.value,
                    day.value.in_words()
                ),
            ),
            Some(_) => continue,
        };
        diagnostics
            .report(
                &CONTACT_UNVERIFIED,
                Place::at(file, at.clone()),
                message,
                format!(
                    "Ring the number or look at their website, put right what has changed, and write verified = {}",
                    site.today
                ),
            )
            .on_pages_of(role.readers);
    }
}

fn consents(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = site.files.images.as_ref().filter(|file| whole(site, file)) else {
        return;
    };
    for image in &site.images {
        let Some(consent) = &image.consent else {
            continue;
        };
        let (message, checked) = match image.checked {
            None => ("was never checked".to_owned(), None),
            Some(day) if is_old(day, 12, site.today) => {
                (format!("was last checked in {}", day.in_words()), Some(day))
            }
            Some(_) => continue,
        };
        let message = match checked {
            Some(PartialDate::Day(_)) => message.replace("checked in", "checked on"),
            Some(PartialDate::Month(_)) | None => message,
        };
        diagnostics.report(
            &CONSENT_STALE,
            Place::at(file, consent.span.clone()),
            format!(
                "The consent for “{}” {message}.",
                image.file.value
            ),
            format!(
                "Look it up in the school’s own records. If it still holds, write checked = {}; if not, take the picture off the pages.",
                site.today
            ),
        );
    }
}

fn holders(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = site.files.people.as_ref().filter(|file| whole(site, file)) else {
        return;
    };
    let window = site.due_soon_until();
    for id in site.role_ids() {
        let role = site.role(id);
        // That nobody is in post is told where it matters.
        if site.is_vacant(id) {
            continue;
        }
        for holder in &role.holders {
            let Some(until) = &holder.until else {
                continue;
            };
            let last = until.value.last_day();
            let name = &holder.name.inspect().value;
            let title = &role.title.value;
            let follows = role.holders.iter().any(|other| {
                let begins = other.from.map(PartialDate::first_day);
                let ends = other.until.as_ref().map(|until| until.value.last_day());
                ends.is_none_or(|end| end > last) && begins.is_none_or(|begin| begin <= window)
            });
            let (message, help) = if last < site.today {
                (
                    format!(
                        "{name} left the role “{title}” on {}.",
                        until.value.in_words()
                    ),
                    "Take the entry out of holders; their name is on no page any more.",
                )
            } else if last <= window && !follows {
                (
                    format!(
                        "{name} leaves the role “{title}” on {}, and nobody follows yet.",
                        until.value.in_words()
                    ),
                    "Add whoever follows to holders, with from = and the first day.",
                )
            } else {
                continue;
            };
            diagnostics
                .report(
                    &HOLDER_LEAVING,
                    Place::at(file, until.span.clone()),
                    message,
                    help,
                )
                .on_pages_of(role.readers);
        }
    }
}
