//! Rules about what ages: reviews, duties, facts, consents, people.
//!
//! In: a site, whose day is today. Out: a warning for each thing that is out
//! of date or soon will be. Never an error: whatever ages, a school must be
//! able to publish a corrected number.

mod approvals;
mod duties;
mod facts;
mod registers;
mod reviews;
mod schedule;
mod statement;

use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Site;

/// The rules that are kept here.
pub(super) fn rules() -> impl Iterator<Item = &'static &'static Rule> {
    [
        reviews::RULES,
        schedule::RULES,
        duties::RULES,
        approvals::RULES,
        facts::RULES,
        registers::RULES,
        statement::RULES,
    ]
    .into_iter()
    .flatten()
}

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    reviews::check(site, diagnostics);
    schedule::check(site, diagnostics);
    duties::check(site, diagnostics);
    approvals::check(site, diagnostics);
    facts::check(site, diagnostics);
    registers::check(site, diagnostics);
    statement::check(site, diagnostics);
}
