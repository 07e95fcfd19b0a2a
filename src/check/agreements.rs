//! Rules about agreements.

use crate::date::SchoolYear;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::{Place, Spanned};

/// An agreement is for this school year or one to come (*J6*: consent is asked
/// for anew each year). A warning, since it ages.
pub(crate) static AGREEMENT_YEAR: Rule = Rule {
    name: "agreement-year",
    severity: Severity::Warning,
    summary: "An agreement is for a school year that has not ended.",
    explanation: explained!("agreement-year"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&AGREEMENT_YEAR];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let now = SchoolYear::of(site.today);
    for agreement in &site.handbook.agreements {
        let is_over = |year: &&Spanned<SchoolYear>| year.value.last_day() < site.today;
        let Some(year) = agreement.year.as_ref().filter(is_over) else {
            continue;
        };
        diagnostics
            .report(
                &AGREEMENT_YEAR,
                Place::at(&agreement.file, year.span.clone()),
                format!(
                    "“{}” is for the {}, which is over.",
                    agreement.title.value,
                    year.value.in_words()
                ),
                format!("Read it over, ask for it anew, and write year = \"{now}\"."),
            )
            .on_pages_of(agreement.readers);
    }
}
