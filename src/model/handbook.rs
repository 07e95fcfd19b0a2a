//! What stands beside people and helplines: the school's handbook.

use crate::model::Checklist;

/// The records of a school's handbook, resolved.
#[derive(Debug, Default)]
pub struct Handbook {
    /// `checklists/`, sorted by the names of their files.
    pub checklists: Vec<Checklist>,
}
