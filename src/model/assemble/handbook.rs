//! The handbook.

use std::collections::BTreeSet;

use super::Register;
use crate::diagnostic::Diagnostics;
use crate::load;
use crate::model::{Handbook, Record};

/// All its records; those whose readers could not be read are noted in
/// `unsure`.
#[expect(
    clippy::needless_pass_by_value,
    reason = "each record is taken out of it when its room is built"
)]
pub(super) fn handbook(
    raw: load::Handbook,
    _register: Register<'_>,
    _unsure: &mut BTreeSet<Record>,
    _diagnostics: &mut Diagnostics,
) -> Handbook {
    let load::Handbook {
        guidance: _,
        glossary: _,
        systems: _,
        tables: _,
        procedures: _,
        checklists: _,
        agreements: _,
    } = raw;
    Handbook {}
}
