//! What stands beside people and helplines: the school's handbook.

use crate::date::PartialDate;
use crate::model::{
    Accessibility, Agreement, Checklist, GlossaryTerm, Guidance, Procedure, Renamed, System, Table,
};
use crate::source::Spanned;

/// The records of a school's handbook, resolved.
#[derive(Debug, Default)]
pub struct Handbook {
    /// Laws and guidance, in the order of `guidance.toml`.
    pub guidance: Vec<Guidance>,
    /// Bodies and services that have another name now.
    pub renamed: Vec<Renamed>,
    /// The day on which `guidance.toml` as a whole was last checked.
    pub guidance_verified: Option<Spanned<PartialDate>>,
    /// Words that need explaining, in the order of `glossary.toml`.
    pub terms: Vec<GlossaryTerm>,
    /// Programs, services and devices, in the order of `systems.toml`.
    pub systems: Vec<System>,
    /// What the accessibility statement says that only the school knows.
    pub accessibility: Option<Accessibility>,
    /// Permission tables and action tables, by the names of their files.
    pub tables: Vec<Table>,
    /// `procedures/`, sorted by the names of their files.
    pub procedures: Vec<Procedure>,
    /// `checklists/`, sorted by the names of their files.
    pub checklists: Vec<Checklist>,
    /// `agreements/`, sorted by the names of their files.
    pub agreements: Vec<Agreement>,
}
