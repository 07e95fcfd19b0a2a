//! Where the parts of a drawing stand.
//!
//! In: ordered layers, and the words of their parts. Out: boxes with their
//! lines of text, and the lines between them. Must never let two boxes overlap,
//! or a line run through one: all bending happens between layers, and within a
//! layer each line has a place of its own. Whole numbers only, so that every
//! machine draws the same.

use super::align::middles;
use super::layers::{Layers, Part};
use super::words::{LINE, width, wrap};
use crate::views::StepView;

/// A drawing, with the origin at its upper left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) boxes: Vec<Boxed>,
    pub(super) lines: Vec<Line>,
}

/// A box with words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Boxed {
    pub(super) shape: Shape,
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) text: Vec<String>,
}

/// What a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Something to do.
    Step,
    /// A question.
    Question,
    /// Something to do, after which nothing comes.
    End,
    /// An answer.
    Answer,
}

/// A line: where it begins, how it passes from layer to layer, and whether
/// it ends in a tip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: (i64, i64),
    pub(super) turns: Vec<Turn>,
    pub(super) end: (i64, i64),
    pub(super) tip: bool,
}

/// The way from one layer to the next: straight down to `from`, over to `x`,
/// and there at `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) from: i64,
    pub(super) x: i64,
    pub(super) to: i64,
}

/// The width of every step, which a small telephone can show.
const STEP: i64 = 288;
/// The width of two steps beside each other, and of a line beside them: paper
/// has room for this beside a list, and not for more.
pub(super) const TWO: i64 = 2 * STEP + 5 * BESIDE;
/// Between the side of a box and its words.
const SIDE: i64 = 12;
/// The same, where the sides of a box are pointed.
const POINTED: i64 = 20;
/// Between the upper edge of a box and its words.
pub(super) const PAD: i64 = 8;
/// The widest that an answer's words are.
const ANSWER: i64 = 130;
/// The room that a line takes beside boxes.
const BEND: i64 = 12;
/// Between things in a layer.
pub(super) const BESIDE: i64 = 16;
/// Between layers, and less above an answer.
const GAP: i64 = 22;
/// Between a question and its answers.
const NEAR: i64 = 12;
/// Around the whole drawing.
const MARGIN: i64 = 4;

/// The places of everything.
pub(super) fn plan(layers: &Layers, steps: &[StepView]) -> Plan {
    let boxes: Vec<Option<Boxed>> = layers
        .parts
        .iter()
        .map(|part| boxed(*part, steps))
        .collect();
    let wide = |part: usize| boxes[part].as_ref().map_or(BEND, |boxed| boxed.width);
    let high = |part: usize| boxes[part].as_ref().map_or(0, |boxed| boxed.height);
    let widths: Vec<i64> = (0..boxes.len()).map(wide).collect();
    let mut middles = middles(layers, &widths);
    let first = (0..boxes.len()).map(|part| middles[part] - widths[part] / 2);
    let shift = MARGIN - first.min().unwrap_or(0);
    for middle in &mut middles {
        *middle += shift;
    }
    let right = (0..boxes.len()).map(|part| middles[part] + (widths[part] + 1) / 2);
    let width = right.max().unwrap_or(0) + MARGIN;
    // Each layer from above: where it begins, and how far its boxes reach.
    let mut bands: Vec<(i64, i64)> = Vec::with_capacity(layers.rows.len());
    let mut top = MARGIN;
    for (at, layer) in layers.rows.iter().enumerate() {
        let height = layer.iter().map(|part| high(*part)).max().unwrap_or(0);
        bands.push((top, top + height));
        top += height + gap(layers, at, &middles);
    }
    let height = bands.last().map_or(0, |(_, bottom)| *bottom) + MARGIN;
    let mut placed = Vec::new();
    for (layer, band) in layers.rows.iter().zip(&bands) {
        for part in layer {
            if let Some(boxed) = &boxes[*part] {
                placed.push(Boxed {
                    left: middles[*part] - widths[*part] / 2,
                    top: band.0,
                    ..boxed.clone()
                });
            }
        }
    }
    let mut band_of = vec![(0, 0); boxes.len()];
    for (layer, band) in layers.rows.iter().zip(&bands) {
        for part in layer {
            band_of[*part] = *band;
        }
    }
    let line = |way: &Vec<usize>| line(layers, way, &middles, &band_of, high(way[0]));
    let lines = layers.lines.iter().map(line).collect();
    Plan {
        width,
        height,
        boxes: placed,
        lines,
    }
}

/// The least that a drawing of these layers is wide, whatever their order.
pub(super) fn narrowest(layers: &Layers) -> i64 {
    let width = |part: &usize| match layers.parts[*part] {
        Part::Step(_) => STEP + BESIDE,
        Part::Answer(..) | Part::Bend => BEND + BESIDE,
    };
    let layers = layers.rows.iter();
    let widths = layers.map(|layer| layer.iter().map(width).sum());
    widths.max().unwrap_or(0) - BESIDE
}

/// A part's box, wherever it will stand; a bend has none.
fn boxed(part: Part, steps: &[StepView]) -> Option<Boxed> {
    let (shape, words, room, side) = match part {
        Part::Bend => return None,
        Part::Answer(step, answer) => {
            let words = steps[step].answers[answer].answer.clone();
            (Shape::Answer, words, ANSWER, BESIDE / 2)
        }
        Part::Step(at) => {
            let step = &steps[at];
            let words = format!("{}. {}", at + 1, step.text);
            let (shape, side) = match (&step.answers[..], step.next) {
                ([], None) => (Shape::End, SIDE),
                ([], Some(_)) => (Shape::Step, SIDE),
                _ => (Shape::Question, POINTED),
            };
            (shape, words, STEP - 2 * side, side)
        }
    };
    let text = wrap(&words, room);
    let lines = i64::try_from(text.len()).unwrap_or(0) + i64::from(shape == Shape::End);
    let widest = text.iter().map(|line| self::width(line)).max().unwrap_or(0);
    let (width, pad) = match shape {
        Shape::Answer => (widest + 2 * side, 0),
        Shape::Step | Shape::Question | Shape::End => (STEP, PAD),
    };
    Some(Boxed {
        shape,
        left: 0,
        top: 0,
        width,
        height: lines * LINE + 2 * pad,
        text,
    })
}

/// The room below a layer: more where a line has far to go to the side.
fn gap(layers: &Layers, at: usize, middles: &[i64]) -> i64 {
    let is_answer = |part: &usize| matches!(layers.parts[*part], Part::Answer(..));
    let below = layers.rows.get(at + 1);
    let gap = match below {
        Some(below) if below.iter().any(is_answer) => NEAR,
        Some(_) | None => GAP,
    };
    let ends = layers.rows[at].iter().flat_map(|part| {
        let to = layers.below[*part].iter();
        to.map(|to| (middles[*part] - middles[*to]).abs())
    });
    gap + ends.max().unwrap_or(0).min(600) / 20
}

fn line(
    layers: &Layers,
    way: &[usize],
    middles: &[i64],
    bands: &[(i64, i64)],
    first_height: i64,
) -> Line {
    let (first, last) = (way[0], way[way.len() - 1]);
    let turns = way.windows(2).map(|pair| Turn {
        from: bands[pair[0]].1,
        x: middles[pair[1]],
        to: bands[pair[1]].0,
    });
    Line {
        start: (middles[first], bands[first].0 + first_height),
        turns: turns.collect(),
        end: (middles[last], bands[last].0),
        tip: matches!(layers.parts[last], Part::Step(_)),
    }
}
