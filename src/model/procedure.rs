//! Procedures: what to do, step by step.

use std::sync::Arc;

use crate::audience::Audiences;
use crate::model::{GuidanceId, HelplineId, RecordKind, RoleId, Site};
use crate::source::{SourceFile, Spanned};

/// A procedure that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureId(usize);

impl ProcedureId {
    pub(super) fn new(index: usize) -> ProcedureId {
        ProcedureId(index)
    }
}

/// A step of the procedure in whose steps it is found. Made by `assemble`
/// alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(usize);

impl StepId {
    pub(super) fn new(index: usize) -> StepId {
        StepId(index)
    }

    /// Its place among the steps of its procedure, from 0.
    pub fn index(self) -> usize {
        self.0
    }
}

/// What to do, step by step, with the decisions on the way.
#[derive(Debug)]
pub struct Procedure {
    /// The file that it stands in.
    pub file: Arc<SourceFile>,
    /// What blocks call it.
    pub id: Spanned<String>,
    /// What it is for.
    pub title: Spanned<String>,
    /// What it is for, to children.
    pub child_title: Option<Spanned<String>>,
    /// Who may see it, all of it.
    pub readers: Audiences,
    /// When it is to be followed, to grown-ups.
    pub summary: Option<Spanned<String>>,
    /// The same, to children.
    pub child_summary: Option<Spanned<String>>,
    /// Where it comes from.
    pub source: Option<GuidanceId>,
    /// The edition of the source that it was written from.
    pub edition: Option<Spanned<String>>,
    /// What is never to be done meanwhile, to grown-ups.
    pub never: Vec<Spanned<String>>,
    /// The same, to children.
    pub child_never: Vec<Spanned<String>>,
    /// The kinds of records that it names, whether there are such or not.
    pub names: Vec<RecordKind>,
    /// The steps, in the order of the file; the first is where it begins.
    pub steps: Vec<Step>,
}

/// A step of a procedure.
#[derive(Debug)]
pub struct Step {
    /// What to do, or what to ask.
    pub text: Spanned<String>,
    /// The same, to children.
    pub child: Option<Spanned<String>>,
    /// A footnote, for grown-ups.
    pub note: Option<Spanned<String>>,
    /// Roles to turn to. The procedure's readers may see them.
    pub roles: Vec<Spanned<RoleId>>,
    /// Helplines to turn to. The procedure's readers may see them.
    pub helplines: Vec<Spanned<HelplineId>>,
    /// What comes next.
    pub after: After,
}

/// What comes after a step.
#[derive(Debug)]
pub enum After {
    /// Nothing.
    End,
    /// A step.
    Step(StepId),
    /// A step for each answer: this one is a question.
    Answers(Vec<Reply>),
}

/// An answer to a question.
#[derive(Debug)]
pub struct Reply {
    /// In a word or two.
    pub text: Spanned<String>,
    /// The same, to children.
    pub child: Option<Spanned<String>>,
    /// The step that it leads to.
    pub to: StepId,
}

impl Site {
    /// The procedure with this id.
    pub fn procedure(&self, id: ProcedureId) -> &Procedure {
        &self.handbook.procedures[id.0]
    }

    /// The procedure that blocks call `name`.
    pub fn find_procedure(&self, name: &str) -> Option<ProcedureId> {
        let mut all = self.handbook.procedures.iter();
        all.position(|procedure| procedure.id.value == name)
            .map(ProcedureId)
    }
}
