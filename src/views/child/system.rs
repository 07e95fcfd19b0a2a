//! What a child can see of a system.

use serde::Serialize;

use crate::model::{System, SystemId};
use crate::views::Desk;

/// A system that children use: its name, and what it is for to them.
#[derive(Debug, Serialize)]
pub struct ChildSystem {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
}

/// A system that is for children, if it says something to them.
pub(super) fn of(desk: &Desk<'_>, id: SystemId) -> Option<ChildSystem> {
    let System {
        id: _,
        name,
        aliases: _,
        purpose: _,
        child_purpose,
        owner: _,
        supplier: _,
        readers,
        checked: _,
    } = desk.site.system(id);
    let purpose = child_purpose
        .as_ref()
        .filter(|_| readers.contains(desk.audience()))?;
    Some(ChildSystem {
        name: name.value.clone(),
        purpose: purpose.value.clone(),
    })
}
