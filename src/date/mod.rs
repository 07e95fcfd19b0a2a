//! The calendar.
//!
//! In: dates as records write them. Out: values that keep the precision they
//! were written with. Must never ask the clock: today is always an argument.

mod partial;

pub use partial::PartialDate;
