//! The tests of the whole tool, in one binary.

mod build;
mod generated;
mod leaks;
mod tidy;
