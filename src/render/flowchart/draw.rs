//! Writes a drawing as SVG.
//!
//! In: where everything stands. Out: markup with classes and presentation
//! attributes alone, so that no policy refuses it and the style sheet colours
//! it. Its size is in `em`: the text in it is as large as the text around it.

use std::fmt::Write as _;

use super::place::{Boxed, Line, PAD, Plan, Shape, TWO};
use super::words::{LINE, SIZE};
use crate::render::markup::{Html, escape};
use crate::wording::Wording;

/// The SVG, with its title and what it is in ids that begin with `name`.
pub(super) fn svg(plan: &Plan, title: &str, name: &str, wording: &Wording) -> Html {
    let Plan {
        width,
        height,
        boxes,
        lines,
    } = plan;
    let mut out = String::with_capacity(400 * (boxes.len() + 1));
    let _ = write!(
        out,
        "<svg class=\"chart{}\" role=\"img\" aria-labelledby=\"{name}-drawn\" aria-describedby=\"{name}-same\" \
         viewBox=\"0 0 {width} {height}\" width=\"{}em\" height=\"{}em\" \
         focusable=\"false\">\n<title id=\"{name}-drawn\">",
        if *width > TWO { " broad" } else { "" },
        ems(*width),
        ems(*height)
    );
    escape(
        &mut out,
        &wording.said("steps.flowchart", &[("title", title)]),
    );
    let _ = write!(out, "</title>\n<desc id=\"{name}-same\">");
    escape(&mut out, &wording.said("steps.same-as-list", &[]));
    let _ = writeln!(
        out,
        "</desc>\n<g font-size=\"{SIZE}\" text-anchor=\"middle\">"
    );
    for line in lines {
        way(&mut out, line);
    }
    let mut tips: Vec<(i64, i64)> = lines
        .iter()
        .filter(|line| line.tip)
        .map(|line| line.end)
        .collect();
    tips.sort_unstable();
    tips.dedup();
    for (x, y) in tips {
        let _ = writeln!(out, "<path class=\"tip\" d=\"M{x} {y}l-6 -10h12z\"/>");
    }
    let end = wording.said("steps.end-drawn", &[]);
    for boxed in boxes {
        words(&mut out, boxed, &end);
    }
    out.push_str("</g>\n</svg>");
    Html::written(out)
}

/// A length in the size of the text around the drawing.
fn ems(units: i64) -> String {
    let hundredths = units * 100 / SIZE;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn way(out: &mut String, line: &Line) {
    let Line {
        start,
        turns,
        end,
        tip: _,
    } = line;
    let _ = write!(
        out,
        "<path class=\"way\" fill=\"none\" stroke=\"#000\" stroke-width=\"2\" d=\"M{} {}",
        start.0, start.1
    );
    let mut x = start.0;
    for turn in turns {
        let _ = write!(out, "V{}", turn.from);
        if turn.x != x {
            let middle = i64::midpoint(turn.from, turn.to);
            let _ = write!(out, "C{x} {middle} {0} {middle} {0} {1}", turn.x, turn.to);
        }
        x = turn.x;
    }
    let _ = writeln!(out, "V{}\"/>", end.1);
}

fn words(out: &mut String, boxed: &Boxed, end: &str) {
    let Boxed {
        shape,
        left,
        top,
        width,
        height,
        text,
    } = boxed;
    let (class, pad) = match shape {
        Shape::Step => ("step", PAD),
        Shape::Question => ("ask", PAD),
        Shape::End => ("end", PAD),
        Shape::Answer => ("reply", 0),
    };
    if *shape == Shape::Question {
        let (point, half) = (10, height / 2);
        let _ = writeln!(
            out,
            "<path class=\"{class}\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\" d=\"M{} {top}h{}l{point} {half}l-{point} {}h-{}l-{point} -{}z\"/>",
            left + point,
            width - 2 * point,
            height - half,
            width - 2 * point,
            height - half
        );
    } else {
        let (round, edge) = match shape {
            Shape::End => (16, "#000"),
            Shape::Step | Shape::Question => (4, "#000"),
            Shape::Answer => (4, "none"),
        };
        let _ = writeln!(
            out,
            "<rect class=\"{class}\" fill=\"#fff\" stroke=\"{edge}\" stroke-width=\"2\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
        );
    }
    let x = left + width / 2;
    let mut y = top + pad + SIZE - 1;
    for line in text {
        let _ = write!(out, "<text x=\"{x}\" y=\"{y}\">");
        escape(out, line);
        out.push_str("</text>\n");
        y += LINE;
    }
    if *shape == Shape::End {
        let _ = write!(out, "<text class=\"over\" x=\"{x}\" y=\"{y}\">");
        escape(out, end);
        out.push_str("</text>\n");
    }
}
