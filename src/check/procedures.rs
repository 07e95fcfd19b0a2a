//! A rule about procedures: they were written from the edition in force.

use super::editions::SUPERSEDED_EDITION;
use crate::audience::Audience;
use crate::diagnostic::Diagnostics;
use crate::model::Site;
use crate::source::Place;

/// Says which procedures were written from an edition that was replaced.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for procedure in &site.handbook.procedures {
        let (Some(source), Some(edition)) = (procedure.source, &procedure.edition) else {
            continue;
        };
        let guidance = site.guidance(source);
        let mut older = guidance.superseded(site.today);
        let Some(current) = guidance.in_force(site.today) else {
            continue;
        };
        if !older.any(|old| old.name.value == edition.value) {
            continue;
        }
        diagnostics
            .report(
                &SUPERSEDED_EDITION,
                Place::at(&procedure.file, edition.span.clone()),
                format!(
                    "These steps were written from the {} edition of {}, and since {} another is in force.",
                    edition.value,
                    guidance.title.value,
                    current.in_force.value.in_words()
                ),
                format!(
                    "Read what has changed, mend the steps, and write edition = \"{}\".",
                    current.name.value
                ),
            )
            .on_pages_of(procedure.readers.without(Audience::Children.into()));
    }
}
