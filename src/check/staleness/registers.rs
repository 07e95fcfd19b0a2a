//! A rule about the register of laws and guidance: somebody goes through it.

use crate::audience::{Audience, Audiences};
use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::{Place, Spanned};

/// Nobody went through the register for half a year: it cannot know of an
/// edition that has come since, and every page would print the one before.
static GUIDANCE_UNVERIFIED: Rule = Rule {
    name: "guidance-unverified",
    severity: Severity::Warning,
    summary: "Somebody went through the register of laws and guidance within the last 6 months: editions change each year.",
    explanation: explained!("guidance-unverified"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&GUIDANCE_UNVERIFIED];

/// The register as a whole, and each entry that has a day of its own.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(whole)) = (&site.files.guidance, &site.handbook.guidance_verified) else {
        return;
    };
    // Where a date of it is wrong, another stands in, and that was said.
    if !site.read_whole(file.path()) {
        return;
    }
    let readers = Audiences::STAFF.or(Audience::Parents.into());
    let mut tell = |checked: &Spanned<PartialDate>, message: String, help: String| {
        let place = Place::at(file, checked.span.clone());
        diagnostics
            .report(&GUIDANCE_UNVERIFIED, place, message, help)
            .on_pages_of(readers);
    };
    if site.register_checked().is_due() {
        tell(
            whole,
            format!(
                "Nobody has gone through the register of laws and guidance since {}.",
                whole.value.in_words()
            ),
            format!(
                "Look up at each source whether a newer edition is out, add it with its day, and write verified = {}.",
                site.today
            ),
        );
    }
    for entry in &site.handbook.guidance {
        if site.guidance_checked(entry).is_due() {
            tell(
                &entry.verified,
                format!(
                    "Nobody has checked “{}” since {}.",
                    entry.title.value,
                    entry.verified.value.in_words()
                ),
                format!(
                    "Look at {} for a newer edition, add it with its day, and write verified = {}.",
                    entry.source.value, site.today
                ),
            );
        }
    }
}
