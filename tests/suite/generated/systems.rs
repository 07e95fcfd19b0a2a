//! `systems.toml`: what each reader may know by name, and what staff alone do.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{Voice, list, mixed, quoted, title, words};

/// A system that children use.
#[derive(Debug, Clone)]
struct ChildSystem {
    name: String,
    purpose: String,
}

/// What parents read of a system, besides.
#[derive(Debug, Clone)]
struct System {
    name: String,
    purpose: String,
    owner: Index,
}

/// What only staff read of one.
#[derive(Debug, Clone)]
struct Besides {
    aliases: Vec<String>,
    supplier: Option<String>,
    checked: Option<u8>,
}

/// Systems for everybody.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenSystems(Vec<ChildSystem>);

/// What parents read of the children's systems, and systems of their own.
#[derive(Debug, Clone)]
pub(crate) struct ParentsSystems {
    of_children: Vec<System>,
    own: Vec<System>,
}

/// What staff alone read: of the systems of others, and systems of their own
/// anywhere among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffSystems {
    of_others: Vec<Besides>,
    own: Vec<(Index, System)>,
}

fn system(voice: Voice) -> impl Strategy<Value = System> {
    (title(voice), words(voice), any::<Index>()).prop_map(|(name, purpose, owner)| System {
        name,
        purpose,
        owner,
    })
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenSystems> {
    let voice = Voice::Children;
    let system =
        (title(voice), words(voice)).prop_map(|(name, purpose)| ChildSystem { name, purpose });
    vec(system, 0..3).prop_map(ChildrenSystems)
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsSystems> {
    let voice = Voice::Parents;
    (vec(system(voice), 3), vec(system(voice), 0..3))
        .prop_map(|(of_children, own)| ParentsSystems { of_children, own })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffSystems> {
    let voice = Voice::Staff;
    let besides = (
        vec(words(voice), 0..2),
        option::of(words(voice)),
        option::of(1..28u8),
    )
        .prop_map(|(aliases, supplier, checked)| Besides {
            aliases,
            supplier,
            checked,
        });
    (
        vec(besides, 0..4),
        vec((any::<Index>(), system(voice)), 0..3),
    )
        .prop_map(|(of_others, own)| StaffSystems { of_others, own })
}

/// A system as it is written: `owners` are the roles that its readers know.
fn written(
    (id, readers): (&str, &str),
    (name, system): (&str, &System),
    owners: &[&str],
    besides: Option<&Besides>,
) -> String {
    let owner = system.owner.index(owners.len());
    let mut entry = format!(
        "[[system]]\nid = {}\nname = {}\npurpose = {}\nowner = {}\nfor = {readers}\n",
        quoted(id),
        quoted(name),
        quoted(&system.purpose),
        quoted(owners[owner])
    );
    let Some(Besides {
        aliases,
        supplier,
        checked,
    }) = besides
    else {
        return entry;
    };
    let aliases = aliases.iter().enumerate();
    let aliases: Vec<String> = aliases
        .map(|(n, alias)| format!("{alias} {id} {n}"))
        .collect();
    entry += &format!("aliases = {}\n", list(&aliases));
    if let Some(supplier) = supplier {
        entry += &format!("supplier = {}\n", quoted(supplier));
    }
    if let Some(day) = checked {
        entry += &format!("checked = 2026-09-{day:02}\n");
    }
    entry
}

/// Writes `systems.toml`; says what there is to be referred to.
pub(crate) fn write(
    children: &ChildrenSystems,
    parents: &ParentsSystems,
    staff: &StaffSystems,
    known: &mut Known,
    files: &mut Files,
) {
    let roles = known.roles.clone();
    let (owners, of_staff) = (roles.of(Voice::Parents), roles.of(Voice::Staff));
    let mut besides = staff.of_others.iter();
    let mut public = Vec::new();
    for (n, (child, system)) in children.0.iter().zip(&parents.of_children).enumerate() {
        let id = Voice::Children.name("system", n);
        let readers = "[\"children\", \"parents\", \"staff\"]";
        let name = format!("{} {n}", child.name);
        let entry = written((&id, readers), (&name, system), &owners, besides.next());
        public.push(format!(
            "{entry}child_purpose = {}\n",
            quoted(&child.purpose)
        ));
        known.systems.children.push(id);
    }
    for (n, system) in parents.own.iter().enumerate() {
        let id = Voice::Parents.name("system", n);
        let name = format!("{} {n}", system.name);
        let entry = written(
            (&id, "[\"parents\"]"),
            (&name, system),
            &owners,
            besides.next(),
        );
        public.push(entry);
        known.systems.parents.push(id);
    }
    let mut own = Vec::new();
    for (n, (at, system)) in staff.own.iter().enumerate() {
        let id = Voice::Staff.name("system", n);
        let name = format!("{} {n}", system.name);
        let entry = written(
            (&id, "[\"staff\"]"),
            (&name, system),
            &of_staff,
            besides.next(),
        );
        own.push((*at, entry));
        known.systems.staff.push(id);
    }
    let entries = mixed(public, own);
    if !entries.is_empty() {
        files.put("content/systems.toml", entries.join("\n"));
    }
}
