//! In which order the parts of a layer stand.
//!
//! In: layers. Out: the same, ordered so that few lines cross. Ties keep the
//! order of the file, so that the answer written first stands on the left.

use super::layers::Layers;

/// How often the layers are gone through, down and up again.
const ROUNDS: usize = 8;

/// Orders each layer by where its neighbours stand, and keeps the best order
/// that was seen.
pub(super) fn fewer_crossings(layers: &mut Layers) {
    as_they_are_come_to(layers);
    let mut best = (crossings(layers), layers.rows.clone());
    for _ in 0..ROUNDS {
        if best.0 == 0 {
            break;
        }
        for at in 1..layers.rows.len() {
            by_neighbours(layers, at, at - 1);
        }
        keep(layers, &mut best);
        for at in (1..layers.rows.len()).rev() {
            by_neighbours(layers, at - 1, at);
        }
        keep(layers, &mut best);
    }
    layers.rows = best.1;
    exchanged(layers);
}

type Best = (usize, Vec<Vec<usize>>);

fn keep(layers: &Layers, best: &mut Best) {
    let crossings = crossings(layers);
    if crossings < best.0 {
        *best = (crossings, layers.rows.clone());
    }
}

/// The order in which somebody meets the parts who takes each first answer.
fn as_they_are_come_to(layers: &mut Layers) {
    let mut met = vec![usize::MAX; layers.parts.len()];
    let mut count = 0;
    let mut path: Vec<usize> = layers.rows.first().into_iter().flatten().copied().collect();
    path.reverse();
    while let Some(part) = path.pop() {
        if met[part] == usize::MAX {
            met[part] = count;
            count += 1;
            path.extend(layers.below[part].iter().rev());
        }
    }
    for layer in &mut layers.rows {
        layer.sort_by_key(|part| met[*part]);
    }
}

/// Orders a layer by the mean place of each part's neighbours in another.
fn by_neighbours(layers: &mut Layers, at: usize, other: usize) {
    let mut place = vec![0; layers.parts.len()];
    for (n, part) in layers.rows[other].iter().enumerate() {
        place[*part] = n;
    }
    let neighbours = if other < at {
        &layers.above
    } else {
        &layers.below
    };
    let mut wanted: Vec<(usize, usize)> = Vec::with_capacity(layers.rows[at].len());
    for (n, part) in layers.rows[at].iter().enumerate() {
        let near = &neighbours[*part];
        let sum: usize = near.iter().map(|other| place[*other]).sum();
        // In thousandths, so that means can be compared as whole numbers.
        let mean = (sum * 1_000).checked_div(near.len());
        wanted.push((mean.unwrap_or(n * 1_000), *part));
    }
    wanted.sort_by_key(|(mean, _)| *mean);
    layers.rows[at] = wanted.into_iter().map(|(_, part)| part).collect();
}

/// Exchanges neighbours in a layer as long as that undoes a crossing.
fn exchanged(layers: &mut Layers) {
    let mut place = places(layers);
    let mut better = true;
    while better {
        better = false;
        for at in 0..layers.rows.len() {
            for n in 1..layers.rows[at].len() {
                let (left, right) = (layers.rows[at][n - 1], layers.rows[at][n]);
                let between = |left: usize, right: usize| {
                    crossed(&layers.above[left], &layers.above[right], &place)
                        + crossed(&layers.below[left], &layers.below[right], &place)
                };
                if between(right, left) < between(left, right) {
                    layers.rows[at].swap(n - 1, n);
                    place.swap(left, right);
                    better = true;
                }
            }
        }
    }
}

/// How often the lines of a part cross those of the part to its right.
fn crossed(left: &[usize], right: &[usize], place: &[usize]) -> usize {
    let ends = left
        .iter()
        .flat_map(|one| right.iter().map(move |other| (one, other)));
    ends.filter(|(one, other)| place[**one] > place[**other])
        .count()
}

/// Where each part stands in its layer.
fn places(layers: &Layers) -> Vec<usize> {
    let mut place = vec![0; layers.parts.len()];
    for layer in &layers.rows {
        for (n, part) in layer.iter().enumerate() {
            place[*part] = n;
        }
    }
    place
}

/// How often lines cross between one layer and the next.
pub(super) fn crossings(layers: &Layers) -> usize {
    let place = places(layers);
    let mut count = 0;
    for layer in &layers.rows {
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for part in layer {
            ends.extend(
                layers.below[*part]
                    .iter()
                    .map(|to| (place[*part], place[*to])),
            );
        }
        for (n, one) in ends.iter().enumerate() {
            let crosses = |other: &&(usize, usize)| {
                (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
            };
            count += ends[n + 1..].iter().filter(crosses).count();
        }
    }
    count
}
