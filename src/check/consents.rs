//! A rule about consent: what a family agreed to is what is done.
//!
//! In: a site, with the consent of each picture as its entry has it. Out: the
//! pictures that everybody sees without a consent, or with one for something
//! else. That a consent is old is told by `consent-stale`. Must never know
//! whom a picture shows.

use super::texts;
use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Consent, Image, Site};
use crate::source::{Place, Spanned};

/// A picture of somebody is used for what they agreed to (seeds J5, J6).
static CONSENT_USE: Rule = Rule {
    name: "consent-use",
    severity: Severity::Warning,
    summary: "A photograph that children or parents see has a consent, and the consent is for that use.",
    explanation: explained!("consent-use"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&CONSENT_USE];

/// What schools call being on these pages.
const WEBSITE: [&str; 5] = ["website", "web site", "web", "online", "school website"];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.images else {
        return;
    };
    if !site.read_whole(file.path()) {
        return;
    }
    for (id, readers) in texts::pictures_shown(site) {
        let others = readers.without(Audience::Staff.into());
        if others.is_empty() {
            continue;
        }
        if let Some((at, message, help)) = judged(site.image(id)) {
            let place = Place::at(file, at.span.clone());
            diagnostics
                .report(&CONSENT_USE, place, message, help)
                .on_pages_of(others);
        }
    }
}

/// What is wrong with the consent for a picture that everybody sees: where,
/// what, and what to do.
fn judged(image: &Image) -> Option<(&Spanned<String>, String, String)> {
    let name = &image.file.value;
    let (reference, purposes) = match &image.consent {
        Consent::NotNeeded => return None,
        Consent::NotStated => {
            return image.is_like_a_photo().then(|| {
                (
                    &image.file,
                    format!("Nothing is said of a consent for “{name}”."),
                    "If it shows somebody, write where the school keeps their consent, as in consent = \"photo register 2026/14\", and never a pupil's name. If nobody can be recognised, write consent = \"not-needed\".".to_owned(),
                )
            });
        }
        Consent::Kept {
            reference,
            purposes,
        } => (reference, purposes),
    };
    let own = [image.purpose.value.clone()];
    let covered: &[String] = purposes.as_deref().unwrap_or(&own);
    let is_website = |one: &String| WEBSITE.contains(&one.trim().to_lowercase().as_str());
    let is_same = |one: &String| one.trim().eq_ignore_ascii_case(image.purpose.value.trim());
    let on_pages = covered.iter().any(is_website);
    let is_covered = covered.iter().any(is_same) || is_website(&image.purpose.value);
    if on_pages && is_covered {
        return None;
    }
    let for_what = if on_pages {
        image.purpose.value.as_str()
    } else {
        "website"
    };
    let listed = covered.join("”, “");
    let line = covered.iter().map(String::as_str).chain([for_what]);
    let line: Vec<String> = line.map(|one| format!("\"{one}\"")).collect();
    Some((
        reference,
        format!("The consent for “{name}” is for “{listed}”, and not for “{for_what}”."),
        format!(
            "Look it up in the school's own records. If it is for that too, write consented = [{}]; if not, take the picture off the pages.",
            line.join(", ")
        ),
    ))
}
