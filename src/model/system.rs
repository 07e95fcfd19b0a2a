//! The programs, services and devices that a school uses.

use crate::audience::Audiences;
use crate::date::PartialDate;
use crate::model::{RoleId, Site};
use crate::source::Spanned;

/// A system that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemId(usize);

impl SystemId {
    pub(super) fn new(index: usize) -> SystemId {
        SystemId(index)
    }
}

/// A program, a service or a kind of device.
#[derive(Debug, Clone)]
pub struct System {
    /// What references call it.
    pub id: Spanned<String>,
    /// Its name, as people say it.
    pub name: Spanned<String>,
    /// Other ways to write it.
    pub aliases: Vec<Spanned<String>>,
    /// What it is for, to grown-ups.
    pub purpose: Spanned<String>,
    /// What it is for, to children.
    pub child_purpose: Option<Spanned<String>>,
    /// The role that answers for it.
    pub owner: Option<Spanned<RoleId>>,
    /// Who supplies it, for staff.
    pub supplier: Option<Spanned<String>>,
    /// Who may read of it by name.
    pub readers: Audiences,
    /// When somebody last looked whether this is right.
    pub checked: Option<Spanned<PartialDate>>,
}

impl System {
    /// Whether its name is for nobody but staff: a product that keeps a
    /// school safe is of use to whoever would get round it (seeds J20).
    pub fn is_for_staff_alone(&self) -> bool {
        self.readers.within(Audiences::STAFF)
    }
}

impl Site {
    /// The system with this id.
    pub fn system(&self, id: SystemId) -> &System {
        &self.handbook.systems[id.0]
    }

    /// The system that pages call `name`.
    pub fn find_system(&self, name: &str) -> Option<SystemId> {
        let mut known = self.handbook.systems.iter();
        known
            .position(|system| system.id.value == name)
            .map(SystemId)
    }

    /// All systems, in the order of `systems.toml`.
    pub fn system_ids(&self) -> impl Iterator<Item = SystemId> + use<> {
        (0..self.handbook.systems.len()).map(SystemId)
    }
}
