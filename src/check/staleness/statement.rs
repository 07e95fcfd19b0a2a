//! A rule about the accessibility statement: it tells of what is so now.
//!
//! In: the days in `accessibility.toml`. Out: a warning where nobody went
//! through it for a year, and one for each kind of test whose newest is older
//! than that. Must never ask for a test that nobody made: the statement says
//! that it was not made.

use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Checked, How, Site};
use crate::source::Place;

/// Pages change, and a test of last year's pages says little of them.
static STATEMENT_OLD: Rule = Rule {
    name: "statement-old",
    severity: Severity::Warning,
    summary: "Somebody went through what the accessibility statement says within the last year, and so old are its tests at most.",
    explanation: explained!("statement-old"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&STATEMENT_OLD];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(statement)) = (&site.files.accessibility, &site.handbook.accessibility)
    else {
        return;
    };
    if !site.read_whole(file.path()) {
        return;
    }
    if let Checked::Long(day) = site.statement_checked(statement) {
        diagnostics
            .report(
                &STATEMENT_OLD,
                Place::at(file, statement.checked.span.clone()),
                format!(
                    "Nobody has gone through the accessibility statement since {}.",
                    day.in_words()
                ),
                format!(
                    "Read it on the site, put right here what has changed, and write checked = {}",
                    site.today
                ),
            )
            .on_pages_of(Audiences::STAFF.or(Audience::Parents.into()));
    }
    for how in How::ALL {
        let tests = statement.tested.iter();
        let tests = tests.filter(|test| test.inspect().how == how);
        let newest = tests.max_by_key(|test| test.inspect().on.value.last_day());
        let Some(newest) = newest else {
            continue;
        };
        let on = &newest.inspect().on;
        if let Checked::Long(day) = site.test_aged(newest.inspect()) {
            diagnostics
                .report(
                    &STATEMENT_OLD,
                    Place::at(file, on.span.clone()),
                    format!(
                        "The last test by a person of this kind ({}) is from {}.",
                        how.word(),
                        day.in_words()
                    ),
                    "Test again and add a [[tested]] with the new day. Or take this one out: the statement then says that nobody has tested it.",
                )
                .on_pages_of(newest.audiences());
        }
    }
}
