//! Tables: every mark of the papers they came from, from the data and again
//! from the pages; what each reader sees of one; damaged ones, and very long ones.

mod counts;
mod damaged;
mod long;
mod printed;
mod seen;
