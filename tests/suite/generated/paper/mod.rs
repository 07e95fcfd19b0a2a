//! What is printed and filled in by hand: checklists and agreements.

mod agreements;
mod checklists;

use proptest::prelude::*;

use super::Files;
use super::people::Known;
use super::words::{Voice, quoted};

use agreements::{ChildrenAgreements, ParentsAgreements, StaffAgreements};
use checklists::{ChildrenChecklists, ParentsChecklists, StaffChecklists};

/// Paper for children, in their words.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenPaper {
    checklists: ChildrenChecklists,
    agreements: ChildrenAgreements,
}

/// The same in parents' words, what parents get of it besides, and their own.
#[derive(Debug, Clone)]
pub(crate) struct ParentsPaper {
    checklists: ParentsChecklists,
    agreements: ParentsAgreements,
}

/// What staff get of it besides, and their own.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffPaper {
    checklists: StaffChecklists,
    agreements: StaffAgreements,
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenPaper> {
    (checklists::children(), agreements::children()).prop_map(|(checklists, agreements)| {
        ChildrenPaper {
            checklists,
            agreements,
        }
    })
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsPaper> {
    (checklists::parents(), agreements::parents()).prop_map(|(checklists, agreements)| {
        ParentsPaper {
            checklists,
            agreements,
        }
    })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffPaper> {
    (checklists::staff(), agreements::staff()).prop_map(|(checklists, agreements)| StaffPaper {
        checklists,
        agreements,
    })
}

/// Writes the files; says what there is to be shown.
pub(crate) fn write(
    children: &ChildrenPaper,
    parents: &ParentsPaper,
    staff: &StaffPaper,
    known: Known,
    files: &mut Files,
) -> Known {
    let known = checklists::write(
        &children.checklists,
        &parents.checklists,
        &staff.checklists,
        known,
        files,
    );
    agreements::write(
        &children.agreements,
        &parents.agreements,
        &staff.agreements,
        known,
        files,
    )
}

fn readers(voice: Voice) -> &'static str {
    match voice {
        Voice::Children => "[\"children\", \"parents\", \"staff\"]",
        Voice::Parents => "[\"parents\", \"staff\"]",
        Voice::Staff => "[\"staff\"]",
    }
}

fn set_if(text: &mut String, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        *text += &format!("{key} = {}\n", quoted(value));
    }
}
