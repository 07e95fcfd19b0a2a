#![doc = include_str!("../ARCHITECTURE.md")]

// The ground: knows no stage.
pub mod agenda;
pub mod audience;
pub mod colour;
pub mod date;
pub mod diagnostic;
pub mod error;
pub mod markdown;
pub mod picture;
pub mod reading;
pub mod source;
pub mod wording;
pub mod words;

// The pipeline, in order, one line for each room.

/// Reads a site folder.
#[expect(clippy::disallowed_methods, reason = "this room reads the site")]
pub mod load;

/// Resolves every name: the site as a whole.
pub mod model;

/// Holds the site to the rules.
pub mod check;

/// Cuts out what each audience may see.
pub mod views;

/// Prints the views.
pub mod render;

/// Puts the edition on disk.
#[expect(clippy::disallowed_methods, reason = "this room writes the trees")]
pub mod write;

/// The sentence that the stages make.
pub mod pipeline;

/// The command line.
pub mod commands;
