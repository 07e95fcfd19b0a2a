//! Drawings of made-up procedures: that all is in them, and in nobody's way.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::place::{Boxed, Line, Shape};
use super::words::{SIZE, width, wrap};
use super::{MOST_STEPS, Plan, draw, plan};
use crate::render::markup::Html;
use crate::views::{AnswerView, ProcedureView, StepView};
use crate::wording::Wording;

fn drawn(procedure: &ProcedureView, name: &str) -> Option<Html> {
    draw(procedure, name, &Wording::english())
}

fn step(text: &str, next: Option<usize>, answers: &[(&str, usize)]) -> StepView {
    let answers = answers.iter().map(|(answer, to)| AnswerView {
        answer: (*answer).to_owned(),
        to: *to,
    });
    StepView {
        text: text.to_owned(),
        note: None,
        roles: Vec::new(),
        helplines: Vec::new(),
        next,
        answers: answers.collect(),
    }
}

fn procedure(steps: Vec<StepView>) -> ProcedureView {
    ProcedureView {
        title: "Made & up".to_owned(),
        summary: None,
        never: Vec::new(),
        steps,
        source: None,
    }
}

/// What a made-up step says, and where its ways go: to steps after it.
type Made = (String, Vec<(String, Index)>);

fn made() -> impl Strategy<Value = ProcedureView> {
    let text = "[a-zA-Zé’ ]{1,120}|[mW]{40,90}";
    let ways = prop_oneof![
        5 => vec(("[a-z ]{1,12}", any::<Index>()), 1),
        3 => vec(("[a-zA-Z ]{1,30}", any::<Index>()), 2..4),
        1 => Just(Vec::new()),
    ];
    vec((text, ways), 2..16).prop_map(|made: Vec<Made>| {
        let count = made.len();
        let steps = made.into_iter().enumerate().map(|(at, (text, ways))| {
            let to = |way: &Index| at + 2 + way.index(count - at - 1);
            let text = format!("x{text}");
            match &ways[..] {
                _ if at + 1 == count => step(&text, None, &[]),
                [] => step(&text, None, &[]),
                [(_, way)] => step(&text, Some(to(way)), &[]),
                ways => {
                    let answers: Vec<(&str, usize)> = ways
                        .iter()
                        .map(|(word, way)| (word.as_str(), to(way)))
                        .collect();
                    step(&text, None, &answers)
                }
            }
        });
        procedure(steps.collect())
    })
}

/// The points that a line goes through, near enough to each other.
fn points(line: &Line) -> Vec<(i64, i64)> {
    let mut points = vec![line.start];
    let mut x = line.start.0;
    for turn in &line.turns {
        points.push((x, turn.from));
        let (from, over, down) = (turn.from, turn.x - x, turn.to - turn.from);
        for n in 1..=40 {
            // Both handles of the curve stand at half its height.
            let (a, b) = (n, 40 - n);
            let across = over * (3 * b * a * a + a * a * a) / 64_000;
            let half = down * (3 * b * b * a + 3 * b * a * a) / 128_000;
            points.push((x + across, from + half + down * a * a * a / 64_000));
        }
        x = turn.x;
    }
    points.push(line.end);
    points
}

fn judge(procedure: &ProcedureView, plan: &Plan) -> Result<(), TestCaseError> {
    let answers: usize = procedure.steps.iter().map(|step| step.answers.len()).sum();
    let onward = procedure.steps.iter().filter(|step| step.next.is_some());
    prop_assert_eq!(plan.boxes.len(), procedure.steps.len() + answers);
    prop_assert_eq!(plan.lines.len(), onward.count() + 2 * answers);
    for (at, one) in plan.boxes.iter().enumerate() {
        prop_assert!(one.left >= 0 && one.left + one.width <= plan.width);
        prop_assert!(one.top >= 0 && one.top + one.height <= plan.height);
        for line in &one.text {
            prop_assert!(width(line) <= one.width - 16, "{:?} in {}", line, one.width);
        }
        for other in &plan.boxes[at + 1..] {
            let beside = one.left + one.width < other.left || other.left + other.width < one.left;
            let below = one.top + one.height < other.top || other.top + other.height < one.top;
            prop_assert!(beside || below, "{:?} and {:?}", one, other);
        }
    }
    let at_edge = |x: i64, y: i64, edge: &dyn Fn(&Boxed) -> i64| {
        plan.boxes
            .iter()
            .any(|boxed| edge(boxed) == y && boxed.left <= x && x <= boxed.left + boxed.width)
    };
    for line in &plan.lines {
        prop_assert!(at_edge(line.start.0, line.start.1, &|boxed| boxed.top
            + boxed.height));
        prop_assert!(at_edge(line.end.0, line.end.1, &|boxed| boxed.top));
        for (x, y) in points(line) {
            let inside = plan.boxes.iter().find(|boxed| {
                boxed.left < x
                    && x < boxed.left + boxed.width
                    && boxed.top < y
                    && y < boxed.top + boxed.height
            });
            prop_assert!(inside.is_none(), "{:?} runs through {:?}", line, inside);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_missing_and_nothing_in_the_way(procedure in made()) {
        if let Some(plan) = plan(&procedure) {
            judge(&procedure, &plan)?;
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing(text in "[ -~é–’]{0,300}") {
        let lines = wrap(&text, 200);
        for line in &lines {
            prop_assert!(width(line) <= 200, "{:?}", line);
        }
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
    }
}

#[test]
fn a_made_up_procedure_is_often_small_enough_to_be_drawn() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let drawn = (0..100).filter(|_| {
        let made = made().new_tree(&mut runner).expect("a procedure");
        plan(&proptest::strategy::ValueTree::current(&made)).is_some()
    });
    assert!(drawn.count() > 20);
}

/// A question with a short way and a long one, and the same end.
fn small() -> ProcedureView {
    procedure(vec![
        step("Is it <here>?", None, &[("Yes", 2), ("No", 3)]),
        step("Take it.", Some(4), &[]),
        step("Look for it.", Some(2), &[]),
        step("Done.", None, &[]),
    ])
}

#[test]
fn a_step_may_lead_up_the_list_and_still_stands_below() {
    let plan = plan(&small()).expect("small enough");
    let top = |number: &str| {
        let mut boxes = plan.boxes.iter();
        boxes
            .find(|boxed| boxed.text[0].starts_with(number))
            .map(|boxed| boxed.top)
    };
    assert!(top("1.") < top("3.") && top("3.") < top("2.") && top("2.") < top("4."));
    let shapes = |shape| {
        plan.boxes
            .iter()
            .filter(|boxed| boxed.shape == shape)
            .count()
    };
    assert_eq!(shapes(Shape::Question), 1);
    assert_eq!(shapes(Shape::End), 1);
    assert_eq!(shapes(Shape::Answer), 2);
}

#[test]
fn a_chain_stands_straight() {
    let chain = (2..=9).map(|next| step("Go on with what comes next.", Some(next), &[]));
    let chain = chain.chain([step("Done.", None, &[])]).collect();
    let plan = plan(&procedure(chain)).expect("small enough");
    assert!(plan.boxes.windows(2).all(|two| two[0].left == two[1].left));
}

#[test]
fn the_drawing_is_described_and_escaped_and_always_the_same() {
    let one_drawn = |name| drawn(&small(), name).expect("small enough").into_string();
    let one = one_drawn("_block-1");
    assert_eq!(one, one_drawn("_block-1"));
    for wanted in [
        "role=\"img\" aria-labelledby=\"_block-1-drawn\" aria-describedby=\"_block-1-same\"",
        "<title id=\"_block-1-drawn\">Flowchart: Made &amp; up</title>",
        "<desc id=\"_block-1-same\">",
        "&lt;here&gt;?",
        ">End</text>",
    ] {
        assert!(one.contains(wanted), "{wanted} in {one}");
    }
    for refused in [" style=", "<style", "<script", " on", "url("] {
        assert!(!one.contains(refused), "{refused} in {one}");
    }
}

#[test]
fn what_would_be_too_large_is_not_drawn() {
    let chain = |count: usize| {
        let steps = (1..=count).map(|at| step("On.", Some(at + 1).filter(|_| at < count), &[]));
        drawn(&procedure(steps.collect()), "_x").is_some()
    };
    assert!(!chain(0) && !chain(1) && chain(2) && chain(MOST_STEPS) && !chain(MOST_STEPS + 1));
    let fan = |count: usize| {
        let answers: Vec<(&str, usize)> = (0..count).map(|to| ("Maybe", to + 2)).collect();
        let ends = (0..count).map(|_| step("End.", None, &[]));
        let steps = [step("Which?", None, &answers)].into_iter().chain(ends);
        drawn(&procedure(steps.collect()), "_x").is_some()
    };
    assert!(fan(2) && fan(4) && !fan(8));
    let circle = vec![step("A", Some(2), &[]), step("B", Some(1), &[])];
    assert!(drawn(&procedure(circle), "_x").is_none());
}

#[test]
fn letters_are_as_wide_as_the_widest_usual_font_has_them() {
    // Measured in DejaVu Sans, which systems fall back to, at 1,000 px.
    for (text, measured) in [
        ("mmmm", 3_896),
        ("wwww", 3_271),
        ("WWWW", 3_955),
        ("iiii", 1_111),
        ("The safeguarding lead decides.", 15_879),
        ("0123456789", 6_362),
    ] {
        assert!(width(text) * 1_000 >= measured * SIZE, "{text}");
    }
}
