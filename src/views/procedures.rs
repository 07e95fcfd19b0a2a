//! Procedures, as one reader gets them.
//!
//! In: a procedure that this reader may see. Out: its steps in words for them,
//! numbered from 1. Grown-ups' words never stand in for a child's.

use serde::Serialize;

use super::records::tel;
use super::{Desk, HelplineView, InWords, Leads, Panel, Way};
use crate::audience::Audience;
use crate::model::{After, GuidanceId, Medium, Procedure, ProcedureId, Reply, RoleId, Step};
use crate::source::Spanned;

/// What to do, step by step.
#[derive(Debug, Serialize)]
pub struct ProcedureView {
    /// What it is for.
    pub title: String,
    /// When it is to be followed.
    pub summary: Option<String>,
    /// What is never to be done meanwhile.
    pub never: Vec<String>,
    /// The steps, of which the first has the number 1.
    pub steps: Vec<StepView>,
    /// Where it comes from, for grown-ups.
    pub source: Option<SourceView>,
}

/// The law or guidance that a procedure comes from.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// Its title, with the edition that the procedure was written from, where
    /// that is known.
    pub name: String,
    /// Where it can be read.
    pub web: Option<String>,
}

/// A step. It is an end where nothing comes after it.
#[derive(Debug, Serialize)]
pub struct StepView {
    /// What to do, or what to ask.
    pub text: String,
    /// A footnote, for grown-ups.
    pub note: Option<String>,
    /// Roles to turn to.
    pub roles: Vec<TurnTo>,
    /// Helplines to turn to.
    pub helplines: Vec<HelplineView>,
    /// The number of the next step, unless this is a question.
    pub next: Option<usize>,
    /// Where each answer leads.
    pub answers: Vec<AnswerView>,
}

/// An answer to a question.
#[derive(Debug, Serialize)]
pub struct AnswerView {
    /// In a word or two.
    pub answer: String,
    /// The number of the step that it leads to.
    pub to: usize,
}

/// A role to turn to, or whoever stands in for it.
#[derive(Debug, Serialize)]
pub struct TurnTo {
    /// What it is called; the link stands on this.
    pub name: String,
    /// More about it, in brackets: who holds it.
    pub detail: Option<String>,
    /// Where it leads, from the tree's root.
    pub href: Option<String>,
    /// A telephone that is answered, where the detail does not name it.
    pub phone: Option<Way>,
}

impl Desk<'_> {
    /// A procedure, in words for this reader.
    pub(super) fn procedure<P: Panel>(&self, id: ProcedureId) -> ProcedureView {
        let Procedure {
            file: _,
            id: _,
            title,
            child_title,
            readers: _,
            summary,
            child_summary,
            source,
            edition,
            never,
            child_never,
            names: _,
            steps,
        } = self.site.procedure(id);
        let steps = steps.iter().map(|step| self.step::<P>(step)).collect();
        match self.audience() {
            Audience::Children => ProcedureView {
                title: written(child_title.as_ref()).unwrap_or_default(),
                summary: written(child_summary.as_ref()),
                never: child_never.iter().map(|line| line.value.clone()).collect(),
                steps,
                source: None,
            },
            Audience::Parents | Audience::Staff => ProcedureView {
                title: title.value.clone(),
                summary: written(summary.as_ref()),
                never: never.iter().map(|line| line.value.clone()).collect(),
                steps,
                source: source.map(|source| self.source(source, edition.as_ref())),
            },
        }
    }

    /// Whatever edition is in force by now, it was written from this one.
    fn source(&self, id: GuidanceId, edition: Option<&Spanned<String>>) -> SourceView {
        let guidance = self.site.guidance(id);
        let title = &guidance.title.value;
        SourceView {
            name: match edition {
                Some(edition) => format!("{title} {}", edition.value),
                None => title.clone(),
            },
            web: guidance.web.as_ref().map(|web| web.value.clone()),
        }
    }

    fn step<P: Panel>(&self, step: &Step) -> StepView {
        let Step {
            text,
            child,
            note,
            roles,
            helplines,
            after,
        } = step;
        let (text, note) = match self.audience() {
            Audience::Children => (written(child.as_ref()).unwrap_or_default(), None),
            Audience::Parents | Audience::Staff => (text.value.clone(), written(note.as_ref())),
        };
        let (next, answers) = match after {
            After::End => (None, Vec::new()),
            After::Step(next) => (Some(next.index() + 1), Vec::new()),
            After::Answers(answers) => (None, answers.iter().map(|to| self.answer(to)).collect()),
        };
        StepView {
            text,
            note,
            roles: roles
                .iter()
                .map(|role| self.turn_to::<P>(role.value))
                .collect(),
            helplines: helplines
                .iter()
                .map(|line| self.helpline(line.value))
                .collect(),
            next,
            answers,
        }
    }

    fn answer(&self, answer: &Reply) -> AnswerView {
        let Reply { text, child, to } = answer;
        AnswerView {
            answer: match self.audience() {
                Audience::Children => written(child.as_ref()).unwrap_or_default(),
                Audience::Parents | Audience::Staff => text.value.clone(),
            },
            to: to.index() + 1,
        }
    }

    fn turn_to<P: Panel>(&self, role: RoleId) -> TurnTo {
        let InWords {
            name,
            detail,
            leads,
        } = P::role_in_words(self, role);
        // Staff have the number beside the name already, and nobody is to ring
        // an empty desk.
        let reached = match self.audience() {
            Audience::Staff => None,
            Audience::Children | Audience::Parents if self.site.is_vacant(role) => {
                self.stand_in(role)
            }
            Audience::Children | Audience::Parents => Some(role),
        };
        let channels = reached.map(|role| &self.site.role(role).channels);
        let phone = channels.into_iter().flatten().find_map(|channel| {
            let channel = channel.reveal(&self.reader)?;
            (channel.medium == Medium::Phone).then(|| Way {
                value: channel.value.value.clone(),
                href: tel(&channel.value.value),
            })
        });
        TurnTo {
            name,
            detail,
            href: match leads {
                Some(Leads::Tree(path)) => Some(path),
                Some(Leads::Here(_) | Leads::Away(_)) | None => None,
            },
            phone,
        }
    }
}

/// A text without its place.
fn written(text: Option<&Spanned<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}
