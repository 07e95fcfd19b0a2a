//! Rules about facts that age: helplines, contacts, consents, people.

use super::super::live;
use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Checked, Consent, Site};
use crate::source::{Place, SourceFile};

/// A helpline was not looked at for half a year.
static HELPLINE_UNVERIFIED: Rule = Rule {
    name: "helpline-unverified",
    severity: Severity::Warning,
    summary: "The facts about every helpline were checked within the last 6 months: a wrong number is a safety defect.",
    explanation: explained!("helpline-unverified"),
};
/// A contact outside the school was not looked at for half a year.
static CONTACT_UNVERIFIED: Rule = Rule {
    name: "contact-unverified",
    severity: Severity::Warning,
    summary: "How to reach people outside the school was checked within the last 6 months.",
    explanation: explained!("contact-unverified"),
};
/// A consent is over a year old.
static CONSENT_STALE: Rule = Rule {
    name: "consent-stale",
    severity: Severity::Warning,
    summary: "The consent for a picture was checked within the last year.",
    explanation: explained!("consent-stale"),
};
/// Somebody has left, or soon will.
static HOLDER_LEAVING: Rule = Rule {
    name: "holder-leaving",
    severity: Severity::Warning,
    summary: "A role’s next holder is known before the last one leaves, and those who have left are taken out.",
    explanation: explained!("holder-leaving"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[
    &HELPLINE_UNVERIFIED,
    &CONTACT_UNVERIFIED,
    &CONSENT_STALE,
    &HOLDER_LEAVING,
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    helplines(site, diagnostics);
    contacts(site, diagnostics);
    consents(site, diagnostics);
    holders(site, diagnostics);
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
        if site.helpline_checked(line).is_due() {
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
                        "Look at {}, put right what has changed, and write verified = {}. Never ring an emergency number to try it.",
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
        if live::is_unreachable(site, role) {
            continue;
        }
        let at = role
            .verified
            .as_ref()
            .map_or(&role.id.span, |day| &day.span);
        let message = match site.contact_checked(role) {
            Checked::Lately => continue,
            Checked::Never => {
                format!(
                    "Nobody has written down when the ways to reach “{}” were checked.",
                    role.title.value
                )
            }
            Checked::Long(day) => {
                format!(
                    "Nobody has checked how to reach “{}” since {}.",
                    role.title.value,
                    day.in_words()
                )
            }
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
        let Consent::Kept { reference, .. } = &image.consent else {
            continue;
        };
        let message = match site.consent_checked(image) {
            Checked::Lately => continue,
            Checked::Never => "was never checked".to_owned(),
            Checked::Long(day @ PartialDate::Day(_)) => {
                format!("was last checked on {}", day.in_words())
            }
            Checked::Long(day @ PartialDate::Month(_)) => {
                format!("was last checked in {}", day.in_words())
            }
        };
        diagnostics.report(
            &CONSENT_STALE,
            Place::at(file, reference.span.clone()),
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
            let name = &holder.name.inspect().value;
            let title = &role.title.value;
            let (message, help) = if until.value.last_day() < site.today {
                (
                    format!(
                        "{name} left the role “{title}” on {}.",
                        until.value.in_words()
                    ),
                    "Take the entry out of holders; their name is on no page any more.",
                )
            } else if site.leaves_a_gap(role, holder) {
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
