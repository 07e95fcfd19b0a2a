//! Draws the steps of a procedure as a flowchart.
//!
//! In: the steps as one reader gets them. Out: an SVG that says the same again
//! in boxes and lines, and names them by their numbers in the list. Pure: the
//! same steps give the same drawing. Must never say what the list does not, and
//! never cut a word: a drawing that would be too large is left out.
//!
//! 1. Steps, answers and the bends of long lines are put into layers
//!    (`layers`).
//! 2. Each layer is ordered so that few lines cross (`order`).
//! 3. Text is wrapped by a width that no usual font exceeds (`words`).
//! 4. Every part gets its place, and none overlaps another (`place`, `align`).
//! 5. The SVG is written (`draw`).

mod align;
mod draw;
mod layers;
mod order;
mod place;
mod words;

#[cfg(test)]
mod tests;

use super::markup::Html;
use crate::views::ProcedureView;
use crate::wording::Wording;

use layers::Layers;
use place::Plan;

/// The most steps that are drawn: more are easier to follow in the list.
const MOST_STEPS: usize = 40;

/// The most lines between steps that are drawn.
const MOST_LINES: usize = 80;

/// The widest that a drawing may be, in the units of its text: four boxes
/// beside each other.
const WIDEST: i64 = 1_300;

/// The drawing of a procedure, unless it would be too large to help anybody.
/// `name` begins the ids in it, which the page has once.
pub(super) fn draw(procedure: &ProcedureView, name: &str, wording: &Wording) -> Option<Html> {
    let plan = plan(procedure)?;
    Some(draw::svg(&plan, &procedure.title, name, wording))
}

/// Where everything stands.
fn plan(procedure: &ProcedureView) -> Option<Plan> {
    let steps = &procedure.steps;
    let lines: usize = steps.iter().map(|step| step.answers.len().max(1)).sum();
    if steps.len() < 2 || steps.len() > MOST_STEPS || lines > MOST_LINES {
        return None;
    }
    let mut layers = Layers::of(steps)?;
    if place::narrowest(&layers) > WIDEST {
        return None;
    }
    order::fewer_crossings(&mut layers);
    let plan = place::plan(&layers, steps);
    (plan.width <= WIDEST).then_some(plan)
}
