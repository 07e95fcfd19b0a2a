//! Where the steps of a procedure lead.
//!
//! In: the steps as they were written, with the names of others in them. Out:
//! what comes after each, and a finding for each way that leads nowhere, round
//! in a circle, or past a step. Must never look at what a step says: it knows
//! names and places alone.

use std::collections::{BTreeMap, BTreeSet};

use super::sink::Sink;
use crate::diagnostic::{Rule, Severity, did_you_mean, explained};
use crate::model::{After, Reply, StepId, doubt};
use crate::source::Spanned;

/// A step that is named stands in the same file.
pub(super) static UNKNOWN_STEP: Rule = Rule {
    name: "unknown-step",
    severity: Severity::Error,
    summary: "Every step that a procedure leads to is one of its own.",
    explanation: explained!("unknown-step"),
};
/// Whoever follows the steps comes to an end, and past none of them in vain.
pub(super) static PATH: Rule = Rule {
    name: "path",
    severity: Severity::Error,
    summary: "Every path through a procedure comes to an end, none runs in a circle, and each step can be reached.",
    explanation: explained!("path"),
};
/// A question can be answered in more than one way.
pub(super) static QUESTION: Rule = Rule {
    name: "question",
    severity: Severity::Error,
    summary: "A question in a procedure has at least two answers, which differ.",
    explanation: explained!("question"),
};

/// A step, as far as it says where it leads.
pub(super) struct Leads {
    pub(super) id: Spanned<String>,
    pub(super) next: Option<Spanned<String>>,
    pub(super) branches: Vec<Branch>,
    /// Where it says that it is an end.
    pub(super) end: Option<Spanned<()>>,
}

/// An answer, and the name of the step that it leads to.
pub(super) struct Branch {
    pub(super) answer: Spanned<String>,
    pub(super) child: Option<Spanned<String>>,
    pub(super) to: Spanned<String>,
}

/// What comes after each step: what it says, or else the step below it.
pub(super) fn after(steps: &[Leads], sink: &mut Sink<'_>) -> Vec<After> {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        names.entry(&step.id.value).or_insert(at);
    }
    let mut map = Map {
        distinct: names.len() == steps.len(),
        steps,
        names,
        sink,
        sure: true,
        unknown: 0,
    };
    let ways: Vec<Vec<usize>> = (0..steps.len()).map(|at| map.ways(at)).collect();
    for step in steps {
        map.agrees_with_itself(step);
        map.can_be_answered(step);
    }
    // What was said already may be why a path goes wrong.
    if map.sure && map.distinct && map.sink.is_whole() {
        let circles = circles(&ways);
        for circle in &circles {
            map.runs_round(circle);
        }
        if circles.is_empty() {
            map.passed_by(&ways);
        }
    }
    steps.iter().zip(ways).map(onward).collect()
}

/// What comes after a step whose ways are known.
fn onward((step, ways): (&Leads, Vec<usize>)) -> After {
    if step.branches.is_empty() {
        return match ways.first() {
            Some(next) => After::Step(StepId::new(*next)),
            None => After::End,
        };
    }
    let answers = step.branches.iter().zip(ways);
    let answers = answers.map(|(branch, to)| Reply {
        text: branch.answer.clone(),
        child: branch.child.clone(),
        to: StepId::new(to),
    });
    After::Answers(answers.collect())
}

/// The steps of one procedure, and where what is wrong with their ways goes.
struct Map<'m, 'a> {
    steps: &'m [Leads],
    names: BTreeMap<&'m str, usize>,
    sink: &'m mut Sink<'a>,
    /// Whether no two steps go by one name.
    distinct: bool,
    /// Whether nothing was found so far.
    sure: bool,
    /// How many names there are that no step has.
    unknown: usize,
}

impl Map<'_, '_> {
    /// The steps that the step at this place leads to.
    fn ways(&mut self, at: usize) -> Vec<usize> {
        let steps = self.steps;
        let step = &steps[at];
        if !step.branches.is_empty() {
            let to = step.branches.iter().map(|branch| &branch.to);
            return to.filter_map(|name| self.step(name)).collect();
        }
        match (&step.next, &step.end) {
            (Some(name), _) => self.step(name).into_iter().collect(),
            (None, Some(_)) => Vec::new(),
            (None, None) => Some(at + 1)
                .filter(|next| *next < steps.len())
                .into_iter()
                .collect(),
        }
    }

    /// The step that is called by a name.
    fn step(&mut self, name: &Spanned<String>) -> Option<usize> {
        if let Some(at) = self.names.get(name.value.as_str()) {
            return Some(*at);
        }
        self.sure = false;
        self.unknown += 1;
        if self.unknown > ENOUGH {
            return None;
        }
        let known = self.steps.iter().map(|step| step.id.value.as_str());
        if doubt::surely_lacks(self.sink.is_whole(), known.clone(), &name.value) {
            self.sink.report(
                &UNKNOWN_STEP,
                name,
                format!("There is no step “{}” in this procedure.", name.value),
                did_you_mean("steps", &name.value, known),
            );
        }
        None
    }

    /// A step leads on, asks, or ends, and not two of these.
    fn agrees_with_itself(&mut self, step: &Leads) {
        let asks = !step.branches.is_empty();
        let id = &step.id.value;
        let (at, message, help) = match (&step.next, &step.end) {
            (Some(next), _) if asks => (
                next.span.clone(),
                format!("The step “{id}” has answers, and leads on without one as well."),
                "Take out “next” if it is a question, or the branches if it is not.",
            ),
            (_, Some(end)) if asks => (
                end.span.clone(),
                format!("The step “{id}” has answers, and is an end as well."),
                "Take out “end” if it is a question, or the branches if it is not.",
            ),
            (Some(_), Some(end)) => (
                end.span.clone(),
                format!("The step “{id}” is an end, and leads on as well."),
                "Take out “end” or “next”.",
            ),
            (_, _) => return,
        };
        self.sure = false;
        self.sink
            .report(&PATH, &Spanned::new((), at), message, help);
    }

    /// Whoever is asked has a choice.
    fn can_be_answered(&mut self, step: &Leads) {
        if let [only] = &step.branches[..] {
            // What the other answer leads to is passed by until it is there.
            self.sure = false;
            self.sink.report(
                &QUESTION,
                &only.answer,
                format!(
                    "The question “{}” has one answer only, “{}”.",
                    step.id.value, only.answer.value
                ),
                "Add the other as a branch, or, if there is no choice, write next = \"…\" in place of the branches.",
            );
            return;
        }
        let mut answers = BTreeSet::new();
        let mut to_children = BTreeSet::new();
        for Branch { answer, child, .. } in &step.branches {
            let again = !answers.insert(plain(answer));
            let to_child = child.as_ref();
            let again_to_child = to_child.filter(|child| !to_children.insert(plain(child)));
            let twice = again.then_some(answer).or(again_to_child);
            if let Some(twice) = twice {
                self.sink.report(
                    &QUESTION,
                    twice,
                    format!(
                        "Two answers to this question read “{}”.",
                        twice.value.trim()
                    ),
                    "Word them so that a reader can tell which one is meant, or take one out.",
                );
            }
        }
    }

    /// Says that some steps lead back to where they began.
    fn runs_round(&mut self, circle: &[usize]) {
        let steps = self.steps;
        let name = |at: usize| format!("“{}”", steps[at].id.value);
        // A path comes back where a step leads to one above it, or to itself.
        let onward = circle.iter().skip(1).chain(circle.first());
        let mut pairs = circle.iter().zip(onward);
        let Some((from, to)) = pairs.find(|(from, to)| to <= from) else {
            return;
        };
        let written = steps[*from].branches.iter().map(|branch| &branch.to);
        let mut written = written.chain(&steps[*from].next);
        let Some(place) = written.find(|name| name.value == steps[*to].id.value) else {
            return;
        };
        let message = if let [only] = circle {
            format!("The step {} leads back to itself.", name(*only))
        } else {
            // Told from where it comes back to.
            let start = circle.iter().position(|step| step == to).unwrap_or(0);
            let round = circle[start..].iter().chain(&circle[..start]);
            let mut names: Vec<String> = round.take(SHOWN).map(|at| name(*at)).collect();
            if circle.len() > SHOWN {
                names.push("…".to_owned());
            }
            format!(
                "These steps lead round in a circle: {}, and {} again.",
                names.join(", "),
                name(*to)
            )
        };
        self.sink.report(
            &PATH,
            place,
            message,
            "Name a step here that leads on to an end. To do something again, say so in the text of the step.",
        );
    }

    /// Says which steps nobody comes to.
    fn passed_by(&mut self, ways: &[Vec<usize>]) {
        let mut led_to = vec![false; ways.len()];
        for to in ways.iter().flatten() {
            led_to[*to] = true;
        }
        // The steps after one of these are passed by because of it.
        let passed = led_to.iter().enumerate().skip(1);
        for (at, _) in passed.filter(|(_, led_to)| !**led_to) {
            let (step, above) = (&self.steps[at], &self.steps[at - 1]);
            let instead = if above.branches.is_empty() && above.next.is_none() {
                "is an end"
            } else {
                "leads elsewhere"
            };
            self.sink.report(
                &PATH,
                &step.id,
                format!("Nothing leads to the step “{}”.", step.id.value),
                format!(
                    "The step above it, “{}”, {instead}. Let a step lead here, as in next = \"{}\", or take it out.",
                    above.id.value, step.id.value
                ),
            );
        }
    }
}

/// The most names that no step has of which one is told: who has as many has
/// made one mistake.
const ENOUGH: usize = 50;

/// The most steps of a circle that are named.
const SHOWN: usize = 10;

/// An answer without what nobody hears.
fn plain(answer: &Spanned<String>) -> String {
    answer.value.trim().to_lowercase()
}

/// Each circle that the ways of some steps make, if no step of it is in one
/// that was found before.
fn circles(ways: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut in_one = vec![false; ways.len()];
    let mut done = vec![false; ways.len()];
    // The path to where we are: each step, and how many of its ways were gone.
    let mut path: Vec<(usize, usize)> = Vec::new();
    let mut on_path: Vec<Option<usize>> = vec![None; ways.len()];
    for start in 0..ways.len() {
        if !done[start] {
            on_path[start] = Some(0);
            path.push((start, 0));
        }
        while let Some((step, gone)) = path.last_mut() {
            let Some(&to) = ways[*step].get(*gone) else {
                done[*step] = true;
                on_path[*step] = None;
                path.pop();
                continue;
            };
            *gone += 1;
            if let Some(from) = on_path[to] {
                let circle = || path[from..].iter().map(|(step, _)| *step);
                if !circle().any(|step| in_one[step]) {
                    found.push(circle().collect());
                }
                for step in found.last().into_iter().flatten() {
                    in_one[*step] = true;
                }
            } else if !done[to] {
                on_path[to] = Some(path.len());
                path.push((to, 0));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_wherever_it_is() {
        assert!(circles(&[vec![1, 2], vec![2], vec![]]).is_empty());
        assert_eq!(circles(&[vec![0]]), [[0]]);
        assert_eq!(circles(&[vec![1], vec![2], vec![0, 1]]), [[0, 1, 2]]);
        let two = [vec![1], vec![0, 2], vec![3], vec![2]];
        assert_eq!(circles(&two), [[0, 1], [2, 3]]);
        let entered_half_way = [vec![3], vec![2], vec![3], vec![1]];
        assert_eq!(circles(&entered_half_way), [[3, 1, 2]]);
    }

    #[test]
    fn a_long_path_is_walked_without_depth() {
        let mut ways: Vec<Vec<usize>> = (1..100_000).map(|next| vec![next]).collect();
        ways.push(vec![0]);
        assert_eq!(circles(&ways)[0].len(), 100_000);
    }
}
