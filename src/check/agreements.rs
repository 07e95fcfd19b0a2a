//! Rules about agreements.

use crate::date::SchoolYear;
use crate::diagnostic::{Diagnostics, Rule, Severity};
use crate::model::Site;

/// An agreement is for this school year or one to come (*J6*: consent is asked
/// for anew each year). A warning, since it ages.
pub(crate) static AGREEMENT_YEAR: Rule = Rule {
    name: "agreement-year",
    severity: Severity::Warning,
    summary: "An agreement is for a school year that has not ended.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&AGREEMENT_YEAR];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let now = SchoolYear::of(site.today);
    for agreement in &site.handbook.agreements {
        let Some(year) = agreement.year.filter(|year| year.last_day() < site.today) else {
            continue;
        };
        diagnostics
            .report(
                &AGREEMENT_YEAR,
                agreement.year_place.clone(),
                format!(
                    "“{}” is for the {}, which is over.",
                    agreement.title,
                    year.in_words()
                ),
                format!("Read it over, ask for it anew, and write year = \"{now}\"."),
            )
            .on_pages_of(agreement.readers);
    }
}
