//! Systems, as grown-ups read of them.
//!
//! In: an entry of the register, and the reader. Out: what stands in a list of
//! systems. A name is told to those it is for and to staff, and to nobody
//! else, whoever asks.

use serde::Serialize;

use super::{Desk, InWords};
use crate::audience::{Audience, Audiences};
use crate::model::{Record, System, SystemId};

/// A system, as parents read of it.
#[derive(Debug, Serialize)]
pub struct SystemView {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Who answers for it, where this reader may know them.
    pub owner: Option<String>,
}

/// A system, as staff read of it.
#[derive(Debug, Serialize)]
pub struct StaffSystem {
    /// Its name.
    pub name: String,
    /// Other ways to write it.
    pub aliases: Vec<String>,
    /// What it is for.
    pub purpose: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whether nobody does.
    pub vacant: bool,
    /// Who supplies it.
    pub supplier: Option<String>,
    /// Who else may read of it by name.
    pub named_to: Option<String>,
    /// When somebody last looked whether this is right, in words.
    pub checked: Option<String>,
}

/// A system for parents, if it is for them.
pub(super) fn for_parents(desk: &Desk<'_>, id: SystemId) -> Option<SystemView> {
    let System {
        id: _,
        name,
        aliases: _,
        purpose,
        child_purpose: _,
        owner,
        supplier: _,
        readers,
        checked: _,
    } = desk.site.system(id);
    let owner = owner.as_ref().map(|owner| owner.value);
    let owner = owner.filter(|role| desk.site.is_for(Record::Role(*role), desk.audience()));
    readers.contains(desk.audience()).then(|| SystemView {
        name: name.value.clone(),
        purpose: purpose.value.clone(),
        owner: owner.map(|role| desk.titled(role)),
    })
}

/// A system for staff.
pub(super) fn for_staff(desk: &Desk<'_>, id: SystemId) -> StaffSystem {
    let System {
        id: _,
        name,
        aliases,
        purpose,
        child_purpose: _,
        owner,
        supplier,
        readers,
        checked,
    } = desk.site.system(id);
    let others = readers.without(Audience::Staff.into());
    let owner = owner.as_ref().map(|owner| owner.value);
    StaffSystem {
        name: name.value.clone(),
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        purpose: purpose.value.clone(),
        owner: owner.map(|role| desk.titled(role)),
        vacant: owner.is_some_and(|role| desk.site.is_vacant(role)),
        supplier: supplier.as_ref().map(|supplier| supplier.value.clone()),
        named_to: desk.readers(others),
        checked: checked
            .as_ref()
            .map(|checked| desk.wording.date(checked.value)),
    }
}

impl Desk<'_> {
    /// Readers in a sentence: `children and parents`.
    fn readers(&self, readers: Audiences) -> Option<String> {
        let words = readers.iter().map(|reader| match reader {
            Audience::Children => self.said("reader.children", &[]),
            Audience::Parents => self.said("reader.parents", &[]),
            Audience::Staff => self.said("reader.staff", &[]),
        });
        words.reduce(|before, last| self.said("list.both", &[("before", &before), ("last", &last)]))
    }

    /// A system in a sentence: its name, to those who may read of it by name.
    pub(super) fn named(&self, id: SystemId) -> InWords {
        let is_for = self.site.is_for(Record::System(id), self.audience());
        let name = is_for.then(|| self.site.system(id).name.value.clone());
        InWords {
            name: name.unwrap_or_default(),
            ..InWords::default()
        }
    }
}
