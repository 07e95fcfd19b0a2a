//! The handbook.

use std::collections::BTreeSet;

use super::{
    Register, accessibility, agreements, checklists, glossary, guidance, procedures, systems,
    tables,
};
use crate::diagnostic::Diagnostics;
use crate::load;
use crate::model::{Handbook, Record};

/// All its records; those whose readers could not be read are noted in
/// `unsure`.
pub(super) fn handbook(
    raw: load::Handbook,
    register: Register<'_>,
    unsure: &mut BTreeSet<Record>,
    diagnostics: &mut Diagnostics,
) -> Handbook {
    let load::Handbook {
        guidance,
        glossary,
        systems,
        accessibility,
        tables,
        procedures,
        checklists,
        agreements,
    } = raw;
    let mut handbook = Handbook {
        terms: glossary::glossary(glossary, unsure, diagnostics),
        systems: systems::systems(systems, register, unsure, diagnostics),
        accessibility: accessibility::accessibility(accessibility, register, diagnostics),
        tables: tables::tables(tables, unsure, diagnostics),
        checklists: checklists::checklists(checklists, register, unsure, diagnostics),
        agreements: agreements::agreements(agreements, unsure, diagnostics),
        ..Handbook::default()
    };
    guidance::guidance(guidance, &mut handbook, diagnostics);
    let named = procedures::Named {
        register,
        guidance: &handbook.guidance,
    };
    handbook.procedures = procedures::procedures(procedures, named, unsure, diagnostics);
    handbook
}
