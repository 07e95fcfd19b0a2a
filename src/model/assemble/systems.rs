//! The register of systems.
//!
//! In: what `systems.toml` says. Out: systems, each with a role that answers
//! for it and with words for all its readers. Must never let one name stand
//! for two systems.

use std::collections::{BTreeMap, BTreeSet};

use super::guidance::folded;
use super::people::resolve;
use super::sink::{Ids, Sink};
use super::{Register, audiences, spanned};
use crate::audience::Audience;
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{RawSystem, RawSystems};
use crate::model::{self, System, SystemId};
use crate::source::Spanned;

/// A register has no more systems than this.
const MOST: usize = 1_000;

/// All systems; those whose readers could not be read are noted in `unsure`.
pub(super) fn systems(
    record: Option<Record<RawSystems>>,
    register: Register<'_>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<System> {
    let Some(Record { file, value: raw }) = record else {
        return Vec::new();
    };
    let mut reading = Reading {
        register,
        sink: Sink::of(&file, diagnostics),
        taken: Ids::new(),
        names: BTreeMap::new(),
    };
    reading.sink.no_more_than(MOST, "systems", &raw.system);
    let mut systems = Vec::with_capacity(raw.system.len().min(MOST));
    for system in raw.system.into_iter().take(MOST) {
        let system = system.into_inner();
        if reading.sink.is_mended(&system.readers.span()) {
            unsure.insert(model::Record::System(SystemId::new(systems.len())));
        }
        systems.push(reading.system(system));
    }
    systems
}

/// The register while it is read.
struct Reading<'a> {
    register: Register<'a>,
    sink: Sink<'a>,
    taken: Ids,
    /// The names so far, each with its line.
    names: BTreeMap<String, usize>,
}

impl Reading<'_> {
    fn system(&mut self, raw: RawSystem) -> System {
        let RawSystem {
            id,
            name,
            aliases,
            purpose,
            child_purpose,
            owner,
            supplier,
            readers,
            checked,
        } = raw;
        let id = spanned(id);
        self.sink.id(&id, "system", &mut self.taken);
        let name = spanned(name);
        let aliases: Vec<Spanned<String>> = aliases.into_iter().map(spanned).collect();
        for name in std::iter::once(&name).chain(&aliases) {
            self.name(name);
        }
        let readers = audiences(&readers);
        if readers.contains(Audience::Children) && child_purpose.is_none() {
            self.sink.value(
                &id,
                format!(
                    "The system “{}” is for children, but does not tell them what it is for.",
                    id.value
                ),
                "Add it in words for them, as in child_purpose = \"…\".",
            );
        }
        let Register {
            roles, all_roles, ..
        } = self.register;
        System {
            id,
            name,
            aliases,
            purpose: spanned(purpose),
            child_purpose: child_purpose.map(spanned),
            owner: resolve(&spanned(owner), roles, all_roles, &mut self.sink),
            supplier: supplier.map(spanned),
            readers,
            checked: checked.map(spanned),
        }
    }

    /// A name, which stands for one system alone.
    fn name(&mut self, name: &Spanned<String>) {
        if !self.sink.phrase(name) {
            return;
        }
        let line = self.sink.file.line_column(name.span.start).0;
        let first = *self.names.entry(folded(&name.value)).or_insert(line);
        if first != line {
            self.sink.value(
                name,
                format!(
                    "“{}” stands on line {first} already, so nobody could tell which of the two is meant.",
                    name.value
                ),
                "Take it out of one of the two.",
            );
        }
    }
}
