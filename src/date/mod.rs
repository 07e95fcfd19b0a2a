//! The calendar: dates as a school writes them, how often, and by when.
//!
//! In: what records say, the school's terms, and today as an argument. Out:
//! values that keep the precision they were written with, and due dates with
//! their reasons; or a sentence for the editor, “what is wrong; what to do”.
//! Must never ask the clock, and never guess: what can be read in two ways is
//! refused with both ways named, and what lies beyond the known terms is an
//! [`UnknownTerm`].
//!
//! - [`PartialDate`] is a day or a month, for what happened on some day: a
//!   check, the first day of a post. Its days are known from itself.
//! - [`Period`] is whatever a schedule may state: a day, a month, a term, half
//!   a term or a school year. Terms have their days from [`Terms`].
//! - [`Interval`] is how often, with a number; [`Every`] is what a record says
//!   of it, which may be “regularly”.
//! - [`Stated`] is all that a record says of when something is to be done
//!   again; [`Due`] is by when, and why.
//!
//! **The end of a period is what counts**, always: what was reviewed in
//! September 2024 counts from 30 September, and what is next due in “Autumn
//! 2026” is due on that term's last day.

mod due;
mod interval;
mod often;
mod partial;
mod period;
mod school_year;
mod term;
mod terms;
mod told;
mod wording;
mod written;

#[cfg(test)]
mod tests;

pub use due::{ClassLimit, CountedFrom, Due, Reason, Stated, days_left};
pub use interval::{Every, Interval, Unit};
pub use partial::PartialDate;
pub use period::Period;
pub use school_year::SchoolYear;
pub use term::{Half, Season, TermName};
pub use terms::{Term, TermFault, Terms, UnknownTerm};
