//! A rule about addresses elsewhere: they are secure.
//!
//! In: where links and records lead. Out: each address that begins with
//! `http://`. The school's own addresses are its own affair.

use crate::check::sink::Said;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::{Place, Spanned};

/// Nobody is sent over a line that others can read and change (seeds O32).
pub(super) static INSECURE_LINK: Rule = Rule {
    name: "insecure-link",
    severity: Severity::Warning,
    summary: "An address of another website begins with https://.",
    explanation: explained!("insecure-link"),
};

/// What is said of an address, if it is not secure.
pub(super) fn said(address: &str) -> Option<Said> {
    let begin = address.get(..7)?;
    if !begin.eq_ignore_ascii_case("http://") {
        return None;
    }
    let rest = &address[7..];
    let message = format!(
        "“{address}” is not secure: whoever sits between can see which page is read, and change it."
    );
    let help = format!("Write https://{rest} and try it: nearly every website has it by now.");
    Some((&INSECURE_LINK, message, help))
}

/// The addresses in records.
pub(super) fn of_records(site: &Site, diagnostics: &mut Diagnostics) {
    let files = &site.files;
    let exit = site.school.exit.as_ref().map(|exit| &exit.url);
    let guidance = site.handbook.guidance.iter();
    let helplines = site.helplines.iter();
    let addresses = [
        (&files.school, exit.into_iter().collect::<Vec<_>>()),
        (
            &files.guidance,
            guidance.filter_map(|of| of.web.as_ref()).collect(),
        ),
        (
            &files.helplines,
            helplines.filter_map(|of| of.web.as_ref()).collect(),
        ),
    ];
    for (file, addresses) in addresses {
        let Some(file) = file else {
            continue;
        };
        for Spanned { value, span } in addresses {
            if let Some((rule, message, help)) = said(value) {
                diagnostics.report(rule, Place::at(file, span.clone()), message, help);
            }
        }
    }
}
