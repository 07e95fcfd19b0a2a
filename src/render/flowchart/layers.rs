//! Which layer each part of a drawing is in.
//!
//! In: steps and where they lead. Out: steps, answers and bends in layers, each
//! led to from the layer above it alone. Must never loop on a circle: what
//! cannot be put into layers is not drawn.

use crate::views::StepView;

/// Something that has a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A step, by its place among the steps.
    Step(usize),
    /// An answer, by the places of its question and of itself.
    Answer(usize, usize),
    /// Where a long line passes through a layer.
    Bend,
}

/// The parts of a drawing, layer by layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layers {
    /// All parts; others name them by their place here.
    pub(super) parts: Vec<Part>,
    /// The parts of each layer, from the left.
    pub(super) rows: Vec<Vec<usize>>,
    /// For each part, those in the layer above that lead to it.
    pub(super) above: Vec<Vec<usize>>,
    /// For each part, those in the layer below that it leads to.
    pub(super) below: Vec<Vec<usize>>,
    /// The lines: from a part to a part, by way of bends.
    pub(super) lines: Vec<Vec<usize>>,
}

/// A line before its bends are known: what leads where.
struct Way {
    from: usize,
    /// The answer that it hangs on.
    answer: Option<usize>,
    to: usize,
}

impl Layers {
    /// The layers of these steps; none where they run in a circle.
    pub(super) fn of(steps: &[StepView]) -> Option<Layers> {
        let ways = ways(steps);
        let ranks = ranks(steps.len(), &ways)?;
        let mut layers = Layers {
            parts: Vec::new(),
            rows: vec![Vec::new(); ranks.iter().max()? + 1],
            above: Vec::new(),
            below: Vec::new(),
            lines: Vec::new(),
        };
        for (step, rank) in ranks.iter().enumerate() {
            layers.add(Part::Step(step), *rank);
        }
        for Way { from, answer, to } in ways {
            let mut start = (from, ranks[from]);
            if let Some(answer) = answer {
                let rank = ranks[from] + 1;
                let label = layers.add(Part::Answer(from, answer), rank);
                layers.line(vec![from, label]);
                start = (label, rank);
            }
            let mut line = vec![start.0];
            for rank in start.1 + 1..ranks[to] {
                line.push(layers.add(Part::Bend, rank));
            }
            line.push(to);
            layers.line(line);
        }
        Some(layers)
    }

    fn add(&mut self, part: Part, rank: usize) -> usize {
        let at = self.parts.len();
        self.parts.push(part);
        self.above.push(Vec::new());
        self.below.push(Vec::new());
        self.rows[rank].push(at);
        at
    }

    fn line(&mut self, line: Vec<usize>) {
        for pair in line.windows(2) {
            self.below[pair[0]].push(pair[1]);
            self.above[pair[1]].push(pair[0]);
        }
        self.lines.push(line);
    }
}

fn ways(steps: &[StepView]) -> Vec<Way> {
    let mut ways = Vec::new();
    for (from, step) in steps.iter().enumerate() {
        for (at, answer) in step.answers.iter().enumerate() {
            let to = answer.to - 1;
            let answer = Some(at);
            ways.push(Way { from, answer, to });
        }
        if let Some(next) = step.next {
            let (answer, to) = (None, next - 1);
            ways.push(Way { from, answer, to });
        }
    }
    ways
}

/// How far down each step stands: below all that lead to it, with room for an
/// answer where it hangs on one.
fn ranks(count: usize, ways: &[Way]) -> Option<Vec<usize>> {
    let mut open: Vec<usize> = vec![0; count];
    for way in ways {
        open[way.to] += 1;
    }
    let mut ranks = vec![0; count];
    let mut ready: Vec<usize> = (0..count).rev().filter(|at| open[*at] == 0).collect();
    let mut seen = 0;
    while let Some(from) = ready.pop() {
        seen += 1;
        for Way { answer, to, .. } in ways.iter().filter(|way| way.from == from) {
            let down = if answer.is_some() { 2 } else { 1 };
            ranks[*to] = ranks[*to].max(ranks[from] + down);
            open[*to] -= 1;
            if open[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    (seen == count).then_some(ranks)
}
