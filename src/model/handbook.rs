//! What stands beside people and helplines: the school's handbook.

/// The records of a school's handbook, resolved.
#[derive(Debug, Default)]
pub struct Handbook {}
