//! Whole sites, made up: the material of the leak tests.
//!
//! A site is put together from three layers that are drawn apart from each
//! other: what children may see ([`ForChildren`]), what parents may see
//! besides ([`ForParents`]), and what nobody but staff may see
//! ([`ForStaff`]). So "only staff's inputs changed" is not an edit that has to
//! be proven harmless: it is the same two layers under another third one.
//! Every site is valid by construction, since what does not build proves
//! nothing, and the words of each layer are of their own kind ([`words`]), so
//! that a word on the wrong page is seen for what it is.

mod blocks;
mod glossary;
mod guidance;
mod pages;
mod paper;
mod people;
mod procedures;
mod records;
mod schedule;
mod statement;
mod systems;
mod tables;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use proptest::prelude::*;

pub(crate) use blocks::NOTHING;
pub(crate) use glossary::{ChildrenGlossary, ParentsGlossary, StaffGlossary};
pub(crate) use guidance::{ParentsGuidance, StaffGuidance};
pub(crate) use pages::{ChildrenPages, ParentsPages, StaffPages};
pub(crate) use paper::{ChildrenPaper, ParentsPaper, StaffPaper};
pub(crate) use people::{ChildrenPeople, ParentsPeople, StaffPeople};
pub(crate) use procedures::{ChildrenProcedures, ParentsProcedures, StaffProcedures};
pub(crate) use records::{ChildrenRecords, ParentsRecords, StaffRecords};
pub(crate) use schedule::{ChildrenSchedule, ParentsSchedule, StaffSchedule};
pub(crate) use statement::{ParentsStatement, StaffStatement};
pub(crate) use systems::{ChildrenSystems, ParentsSystems, StaffSystems};
pub(crate) use tables::{ChildrenTables, ParentsTables, StaffTables};
pub(crate) use words::{NOBODY, Voice};

/// The day on which every generated site is built.
pub(crate) const TODAY: &str = "2026-11-22";

/// What children may see, and with them everybody.
#[derive(Debug, Clone)]
pub(crate) struct ForChildren {
    people: ChildrenPeople,
    records: ChildrenRecords,
    glossary: ChildrenGlossary,
    systems: ChildrenSystems,
    tables: ChildrenTables,
    procedures: ChildrenProcedures,
    paper: ChildrenPaper,
    pages: ChildrenPages,
    schedule: ChildrenSchedule,
}

/// What parents may see, and children may not.
#[derive(Debug, Clone)]
pub(crate) struct ForParents {
    people: ParentsPeople,
    records: ParentsRecords,
    guidance: ParentsGuidance,
    glossary: ParentsGlossary,
    systems: ParentsSystems,
    tables: ParentsTables,
    procedures: ParentsProcedures,
    paper: ParentsPaper,
    pages: ParentsPages,
    schedule: ParentsSchedule,
    statement: ParentsStatement,
}

/// What nobody but staff may see.
#[derive(Debug, Clone, Default)]
pub(crate) struct ForStaff {
    people: StaffPeople,
    records: StaffRecords,
    guidance: StaffGuidance,
    glossary: StaffGlossary,
    systems: StaffSystems,
    tables: StaffTables,
    procedures: StaffProcedures,
    paper: StaffPaper,
    pages: StaffPages,
    schedule: StaffSchedule,
    statement: StaffStatement,
}

/// What may be drawn for children. It stands on the heap, as the others do: a
/// site has more to it than a test's stack can hold.
pub(crate) fn for_children() -> BoxedStrategy<ForChildren> {
    let drawn = (
        people::children().boxed(),
        records::children().boxed(),
        glossary::children().boxed(),
        systems::children().boxed(),
        tables::children().boxed(),
        procedures::children().boxed(),
        paper::children().boxed(),
        pages::children().boxed(),
        schedule::children().boxed(),
    );
    let whole = drawn.prop_map(
        |(people, records, glossary, systems, tables, procedures, paper, pages, schedule)| {
            ForChildren {
                people,
                records,
                glossary,
                systems,
                tables,
                procedures,
                paper,
                pages,
                schedule,
            }
        },
    );
    // Whole sites are too big for a test's stack.
    whole.boxed()
}

/// What may be drawn for parents.
pub(crate) fn for_parents() -> BoxedStrategy<ForParents> {
    let drawn = (
        people::parents().boxed(),
        records::parents().boxed(),
        guidance::parents().boxed(),
        glossary::parents().boxed(),
        systems::parents().boxed(),
        tables::parents().boxed(),
        procedures::parents().boxed(),
        paper::parents().boxed(),
        pages::parents().boxed(),
        schedule::parents().boxed(),
        statement::parents().boxed(),
    );
    let whole = drawn.prop_map(
        |(
            people,
            records,
            guidance,
            glossary,
            systems,
            tables,
            procedures,
            paper,
            pages,
            schedule,
            statement,
        )| {
            ForParents {
                people,
                records,
                guidance,
                glossary,
                systems,
                tables,
                procedures,
                paper,
                pages,
                schedule,
                statement,
            }
        },
    );
    // Whole sites are too big for a test's stack.
    whole.boxed()
}

/// What may be drawn for staff.
pub(crate) fn for_staff() -> BoxedStrategy<ForStaff> {
    let drawn = (
        people::staff().boxed(),
        records::staff().boxed(),
        guidance::staff().boxed(),
        glossary::staff().boxed(),
        systems::staff().boxed(),
        tables::staff().boxed(),
        procedures::staff().boxed(),
        paper::staff().boxed(),
        pages::staff().boxed(),
        schedule::staff().boxed(),
        statement::staff().boxed(),
    );
    let whole = drawn.prop_map(
        |(
            people,
            records,
            guidance,
            glossary,
            systems,
            tables,
            procedures,
            paper,
            pages,
            schedule,
            statement,
        )| {
            ForStaff {
                people,
                records,
                guidance,
                glossary,
                systems,
                tables,
                procedures,
                paper,
                pages,
                schedule,
                statement,
            }
        },
    );
    // Whole sites are too big for a test's stack.
    whole.boxed()
}

/// The files of a site folder, by path from it.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Files(pub(crate) BTreeMap<String, String>);

impl Files {
    pub(crate) fn put(&mut self, path: impl Into<String>, text: impl Into<String>) {
        let path = path.into();
        let before = self.0.insert(path.clone(), text.into());
        assert!(before.is_none(), "{path} is made twice");
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, text) in &self.0 {
            write!(f, "\n───── {path}\n{text}")?;
        }
        Ok(())
    }
}

/// Two sites that one reader must not be able to tell apart.
#[derive(Clone)]
pub(crate) struct Pair {
    pub(crate) before: Files,
    pub(crate) after: Files,
}

impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "═════ before{:?}", self.before)?;
        writeln!(f, "═════ after, where it differs")?;
        for (path, text) in &self.after.0 {
            if self.before.0.get(path) != Some(text) {
                write!(f, "\n───── {path}\n{text}")?;
            }
        }
        for path in self.before.0.keys() {
            if !self.after.0.contains_key(path) {
                writeln!(f, "───── {path} is gone")?;
            }
        }
        Ok(())
    }
}

/// The site of three layers.
pub(crate) fn site(children: &ForChildren, parents: &ForParents, staff: &ForStaff) -> Files {
    let mut files = Files::default();
    let known = people::write(&children.people, &parents.people, &staff.people, &mut files);
    let mut known = records::write(
        &children.records,
        &parents.records,
        &staff.records,
        known,
        &mut files,
    );
    tables::write(
        &children.tables,
        &parents.tables,
        &staff.tables,
        &mut known,
        &mut files,
    );
    guidance::write(&parents.guidance, &staff.guidance, &mut known, &mut files);
    glossary::write(
        &children.glossary,
        &parents.glossary,
        &staff.glossary,
        &mut known,
        &mut files,
    );
    systems::write(
        &children.systems,
        &parents.systems,
        &staff.systems,
        &mut known,
        &mut files,
    );
    let known = procedures::write(
        &children.procedures,
        &parents.procedures,
        &staff.procedures,
        known,
        &mut files,
    );
    let known = paper::write(
        &children.paper,
        &parents.paper,
        &staff.paper,
        known,
        &mut files,
    );
    statement::write(&parents.statement, &staff.statement, &known, &mut files);
    let roles = known.roles.clone();
    pages::write(
        &children.pages,
        &parents.pages,
        &staff.pages,
        known,
        &mut files,
    );
    schedule_of((children, parents, staff), &roles, &mut files);
    files
}

fn schedule_of(
    (children, parents, staff): (&ForChildren, &ForParents, &ForStaff),
    roles: &people::Reach,
    files: &mut Files,
) {
    schedule::write(
        &children.schedule,
        &parents.schedule,
        &staff.schedule,
        roles,
        files,
    );
}

/// A whole site.
pub(crate) fn any_site() -> impl Strategy<Value = Files> {
    (for_children(), for_parents(), for_staff())
        .prop_map(|(children, parents, staff)| site(&children, &parents, &staff))
}

/// Two sites that differ in nothing but what only staff may see.
pub(crate) fn staff_only_change() -> impl Strategy<Value = Pair> {
    (for_children(), for_parents(), for_staff(), for_staff()).prop_map(
        |(children, parents, before, after)| Pair {
            before: site(&children, &parents, &before),
            after: site(&children, &parents, &after),
        },
    )
}

/// Two sites that differ in nothing that children may see.
pub(crate) fn not_for_children_change() -> impl Strategy<Value = Pair> {
    let rest = || (for_parents(), for_staff());
    (for_children(), rest(), rest()).prop_map(|(children, before, after)| Pair {
        before: site(&children, &before.0, &before.1),
        after: site(&children, &after.0, &after.1),
    })
}

/// A site, and the same without anything that is for staff alone.
pub(crate) fn staff_deleted() -> impl Strategy<Value = Pair> {
    (for_children(), for_parents(), for_staff()).prop_map(|(children, parents, staff)| Pair {
        before: site(&children, &parents, &staff),
        after: site(&children, &parents, &ForStaff::default()),
    })
}
