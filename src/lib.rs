//! Signpost turns a school's online-safety policies and records into an
//! accessible portal for children, parents and staff.

// The ground: knows no stage.
pub mod audience;
pub mod date;
pub mod diagnostic;
pub mod error;
pub mod source;

// The pipeline, in order.
pub mod load;
pub mod render;
pub mod write;

// The command line, over all of it.
pub mod commands;
