//! How far to the right the parts of a drawing stand.
//!
//! In: ordered layers, and how wide each part is. Out: the middle of each part,
//! near those above and below it, and straight below where one thing follows on
//! another. Must keep the order of each layer and the room between its parts.

use super::layers::{Layers, Part};
use super::place::BESIDE;

/// How often the layers are gone through when parts are put below each other.
const ROUNDS: usize = 24;
/// Places are worked out finer than they are drawn.
const FINE: i64 = 64;

/// The middle of each part: as near to those above and below it as the others
/// in its layer let it be.
pub(super) fn middles(layers: &Layers, widths: &[i64]) -> Vec<i64> {
    let mut middles: Vec<i64> = vec![0; widths.len()];
    for layer in &layers.rows {
        let wanted = vec![0; layer.len()];
        settle(layer, &wanted, widths, &mut middles);
    }
    for round in 0..ROUNDS {
        let down = round % 2 == 0;
        // In the end both neighbours count, so that nothing swings any more.
        let both = round >= ROUNDS / 2;
        let count = layers.rows.len();
        for n in 0..count {
            let at = if down { n } else { count - 1 - n };
            let layer = &layers.rows[at];
            let wanted: Vec<i64> = layer
                .iter()
                .map(|part| {
                    let above = layers.above[*part].iter().filter(|_| down || both);
                    let below = layers.below[*part].iter().filter(|_| !down || both);
                    wanted(layers, *part, above.chain(below), &middles)
                })
                .collect();
            settle(layer, &wanted, widths, &mut middles);
        }
    }
    straighten(layers, widths, &mut middles);
    middles
        .iter()
        .map(|middle| middle.div_euclid(FINE))
        .collect()
}

/// Puts what follows on each other by one way only at one place, as far down
/// as the others in their layers let it be.
fn straighten(layers: &Layers, widths: &[i64], middles: &mut [i64]) {
    let mut beside: Vec<(Option<usize>, Option<usize>)> = vec![(None, None); widths.len()];
    for pair in layers.rows.iter().flat_map(|layer| layer.windows(2)) {
        beside[pair[0]].1 = Some(pair[1]);
        beside[pair[1]].0 = Some(pair[0]);
    }
    for chain in chains(layers) {
        let mut rest = &chain[..];
        while !rest.is_empty() {
            let (mut from, mut to) = (i64::MIN, i64::MAX);
            let mut count = 0;
            for part in rest {
                let (left, right) = beside[*part];
                let left = left.map(|left| middles[left] + apart(left, *part, widths));
                let right = right.map(|right| middles[right] - apart(*part, right, widths));
                let narrower = (from.max(left.unwrap_or(from)), to.min(right.unwrap_or(to)));
                if narrower.0 > narrower.1 {
                    break;
                }
                (from, to) = narrower;
                count += 1;
            }
            // One part by itself has the room that it stands in.
            let (here, below) = rest.split_at(count.max(1));
            let sum: i64 = here.iter().map(|part| middles[*part]).sum();
            let mean = sum.div_euclid(i64::try_from(here.len()).unwrap_or(1));
            for part in here {
                middles[*part] = mean.max(from).min(to);
            }
            rest = below;
        }
    }
}

/// Parts of which each leads to the next alone, and is all that leads there.
fn chains(layers: &Layers) -> Vec<Vec<usize>> {
    let follows = |part: usize| match layers.above[part][..] {
        [above] if layers.below[above].len() == 1 => Some(above),
        _ => None,
    };
    let mut chains: Vec<Vec<usize>> = Vec::new();
    let mut chain_of: Vec<usize> = vec![0; layers.parts.len()];
    for part in layers.rows.iter().flatten() {
        if let Some(above) = follows(*part) {
            chain_of[*part] = chain_of[above];
            chains[chain_of[above]].push(*part);
        } else {
            chain_of[*part] = chains.len();
            chains.push(vec![*part]);
        }
    }
    chains
}

/// How far the middles of two neighbours are apart at least.
fn apart(left: usize, right: usize, widths: &[i64]) -> i64 {
    ((widths[left] + 1) / 2 + (widths[right] + 1) / 2 + BESIDE) * FINE
}

/// Where a part would stand by its neighbours alone. Long lines are to be
/// straight, so bends pull harder.
fn wanted<'n>(
    layers: &Layers,
    part: usize,
    near: impl Iterator<Item = &'n usize>,
    middles: &[i64],
) -> i64 {
    let is_bend = |part: usize| layers.parts[part] == Part::Bend;
    let (mut sum, mut all) = (0, 0);
    for other in near {
        let pull = if is_bend(part) && is_bend(*other) {
            8
        } else {
            1
        };
        sum += pull * middles[*other];
        all += pull;
    }
    if all == 0 {
        middles[part]
    } else {
        sum.div_euclid(all)
    }
}

/// Puts the parts of a layer as near to where they are wanted as their order
/// and the room between them allow: parts that would overlap move together.
fn settle(layer: &[usize], wanted: &[i64], widths: &[i64], middles: &mut [i64]) {
    // How far each stands from the first when all stand close together.
    let mut close = Vec::with_capacity(layer.len());
    let mut reach = 0;
    for (n, part) in layer.iter().enumerate() {
        if n > 0 {
            reach += apart(layer[n - 1], *part, widths);
        }
        close.push(reach);
    }
    // Groups that stand close together: the sum of where their first is
    // wanted, and how many they are.
    let mut groups: Vec<(i64, i64)> = Vec::new();
    for (want, close) in wanted.iter().zip(&close) {
        let mut group = (want - close, 1);
        while let Some(left) = groups.last() {
            if left.0 * group.1 < group.0 * left.1 {
                break;
            }
            group = (group.0 + left.0, group.1 + left.1);
            groups.pop();
        }
        groups.push(group);
    }
    let mut n = 0;
    for (sum, count) in groups {
        for _ in 0..count {
            middles[layer[n]] = sum.div_euclid(count) + close[n];
            n += 1;
        }
    }
}
