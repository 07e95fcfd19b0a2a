//! Where labels are looked for in a page, and what is found on a line.

use super::*;
use crate::markdown::Outline;

/// What looks like a label in a text: where it stands, and the words.
fn found(text: &str) -> Vec<(Stands, String)> {
    let faults = Outline::of(text).faults.into_iter();
    faults
        .filter_map(|fault| match fault.kind {
            FaultKind::Near(near) => {
                assert_eq!(text[fault.span], near.typed);
                Some((near.stands, near.typed))
            }
            _ => None,
        })
        .collect()
}

fn title(title: &str) -> Stands {
    Stands::Title(title.to_owned())
}

#[test]
fn paragraphs_and_quotes_are_asked_where_they_begin() {
    for (text, stands, typed) in [
        ("Staff only: ring.", Stands::Lead, "Staff only:"),
        ("Staff only:\nring.", Stands::Line, "Staff only:"),
        ("Words.\n\nStaff only: ring.", Stands::Lead, "Staff only:"),
        ("Words.\nStaff only: ring.", Stands::Lead, "Staff only:"),
        ("Words\\\nStaff only: ring.", Stands::Lead, "Staff only:"),
        (
            "Words\n**Staff only**\nRing.",
            Stands::Line,
            "**Staff only**",
        ),
        ("**Phones**\n(staff)\nRing.", Stands::Line, "(staff)"),
        ("\\[Staff] ring.", Stands::Lead, "\\[Staff]"),
        ("> Staff only: ring.", Stands::Quote, "Staff only:"),
        ("> **Staff only** Ring.", Stands::Quote, "**Staff only**"),
        ("> STAFF", Stands::Quote, "STAFF"),
        (
            "> Words.\n>\n> Staff only: ring.",
            Stands::Lead,
            "Staff only:",
        ),
        ("> > Staff only: ring.", Stands::Quote, "Staff only:"),
        (
            "a[^1]\n\n[^1]: Staff only: ring.",
            Stands::Lead,
            "Staff only:",
        ),
        ("**Staff only**\n\nRing.", Stands::Line, "**Staff only**"),
        ("*For staff*\n\nRing.", Stands::Line, "*For staff*"),
        ("STAFF:\n\nRing.", Stands::Lead, "STAFF:"),
    ] {
        assert_eq!(found(text), [(stands, typed.to_owned())], "{text}");
    }
}

#[test]
fn entries_of_lists_are_asked() {
    for (text, stands, typed) in [
        ("- Staff only: ring.", Stands::Entry, "Staff only:"),
        ("- **Staff only:** ring.", Stands::Entry, "**Staff only:**"),
        ("1. One.\n2. (Staff) Ring.", Stands::Entry, "(Staff)"),
        ("- [ ] Staff only: ring.", Stands::Entry, "Staff only:"),
        (
            "- One.\n\n  Staff only: ring.",
            Stands::Entry,
            "Staff only:",
        ),
        ("- One.\n  Staff only: ring.", Stands::Entry, "Staff only:"),
        ("- One\n  - Staff only: ring.", Stands::Entry, "Staff only:"),
        ("- Staff only\n- Ring.", Stands::Entry, "Staff only"),
        ("- > Staff only: ring.", Stands::Entry, "Staff only:"),
        ("- > STAFF", Stands::Entry, "STAFF"),
        (
            "- **Keys (staff only)**\n  Ring.",
            Stands::Entry,
            "(staff only)",
        ),
        ("Keys\n: Staff only: ring.", Stands::Entry, "Staff only:"),
        ("Staff only\n: Ring.", Stands::Entry, "Staff only"),
    ] {
        assert_eq!(found(text), [(stands, typed.to_owned())], "{text}");
    }
}

#[test]
fn lines_that_stand_for_a_heading_are_asked() {
    for (text, stands, typed) in [
        ("**Keys (staff only)**", title("Keys"), "(staff only)"),
        ("**Keys (staff)**:\n\nRing.", title("Keys"), "(staff)"),
        ("**Keys – staff only**\nRing.", title("Keys"), "staff only"),
        (
            "*Table 2: for staff only*",
            title("Table 2"),
            "for staff only",
        ),
        ("Keys (staff only)\n\nRing.", title("Keys"), "(staff only)"),
        (
            "Keys [staff only]:\n\n- Ring.",
            title("Keys"),
            "[staff only]",
        ),
        (
            "## Keys (staff only)",
            Stands::Heading {
                title: "Keys".into(),
                level: 2,
            },
            "(staff only)",
        ),
    ] {
        assert_eq!(found(text), [(stands, typed.to_owned())], "{text}");
    }
}

#[test]
fn marks_are_told_once() {
    for (text, stands, typed) in [
        (
            "== Staff only ==\n\nRing.",
            Stands::Line,
            "== Staff only ==",
        ),
        ("== Staff ==\n\nRing.", Stands::Line, "== Staff =="),
        ("#staff\n\nRing.", Stands::Line, "#staff"),
        ("Audience: staff\n\nRing.", Stands::Line, "Audience: staff"),
        ("--- staff ---\n\nRing.", Stands::Marks, "--- staff ---"),
        (
            "Words.\n\n--- staff only ---",
            Stands::Marks,
            "--- staff only ---",
        ),
        ("::: staff\nRing.\n:::", Stands::Marks, "::: staff"),
        (
            "Words\n\n::: staff only\nRing.\n:::",
            Stands::Marks,
            "::: staff only",
        ),
        ("Words\n:::staff\nRing.\n:::", Stands::Marks, ":::staff"),
        ("> ::: staff\n> Ring.", Stands::Marks, "::: staff"),
        ("!!! staff\n    Ring.", Stands::Marks, "!!! staff"),
        ("[staff]\nRing.\n[/staff]", Stands::Line, "[staff]"),
        ("[staff]\n\nRing.\n\n[/staff]", Stands::Line, "[staff]"),
        ("Words [staff] ring [/staff].", Stands::Marks, "[/staff]"),
        (
            "## Keys #staff",
            Stands::Heading {
                title: "Keys".into(),
                level: 2,
            },
            "#staff",
        ),
    ] {
        assert_eq!(found(text), [(stands, typed.to_owned())], "{text}");
    }
}

#[test]
fn cells_are_asked_by_where_they_stand() {
    let table = |header: &str, row: &str| format!("{header}\n| --- | --- |\n{row}\n");
    for (text, typed) in [
        (table("| A | Staff only |", "| a | b |"), "Staff only"),
        (table("| A | (staff) |", "| a | b |"), "(staff)"),
        (
            table("| A | Code (staff only) |", "| a | b |"),
            "(staff only)",
        ),
        (
            table("| A | **Staff only** |", "| a | b |"),
            "**Staff only**",
        ),
        (table("| A | B |", "| Staff only | b |"), "Staff only"),
        (
            table("| A | B |", "| **Staff only** – keys | b |"),
            "**Staff only**",
        ),
        (
            table("| A | B |", "| a | Staff only: ring |"),
            "Staff only:",
        ),
        (table("| A | B |", "| a | [Staff] ring |"), "[Staff]"),
        (
            table("A | B", "a | **Staff only:** ring"),
            "**Staff only:**",
        ),
    ] {
        assert_eq!(found(&text), [(Stands::Cell, typed.to_owned())], "{text}");
    }
    for text in [
        table("| A | Staff |", "| Office | Staff only |"),
        table("| STAFF | PUPILS |", "| Office | **Staff only** |"),
        table("| A | B |", "| Staff | Silent |"),
        table("| A | B |", "| Back gate (staff only) | b |"),
        table(
            "| A | B |",
            "| Back gate | Staff only. Parents use the front gate. |",
        ),
        table("| A | B |", "| Back gate | STAFF: a card |"),
    ] {
        assert_eq!(found(&text), [], "{text}");
    }
}

#[test]
fn ordinary_pages_are_quiet() {
    for text in [
        "Only staff may use the office door.",
        "Staff: a list of names.",
        "Staff:\n\n- Ms A\n- Mr B",
        "Visitors and staff only need a badge.",
        "This gate is for staff only.",
        "This gate is for\nstaff only. Use the other.",
        "The code is on the wall\n(staff only). Use the bell.",
        "We keep one for\n**staff only** use.",
        "The notice says:\nStaff only",
        "The door has a sign (staff only).",
        "Back gate (staff only).\n\nWords.",
        "We keep a rule (staff only)\nand another.",
        "Read [the rule](a.md) (staff only)",
        "- Acceptable use (staff)\n- Keys (staff only)",
        "- **Staff:** leave phones in a locker.\n- **Pupils:** hand them in.",
        "- **Staff** leave phones in a locker.",
        "- Staff\n- Pupils",
        "- [Staff](a.md)\n- [Parents](b.md)",
        "> Staff keep phones in a drawer.\n>\n> -- Staff",
        "> The gate is for staff only.",
        "**Staff**\n\nLeave phones in a locker.",
        "**Back gate: staff only.**",
        "Staff\n: Those who work here.",
        "a[^1]\n\n[^1]: Staff only need one.",
        "## For staff\n\nWords.",
        "## Staff\n\nWords.",
        "# Staff notes",
        "***Staff***",
        "Words ::: staff",
        "```text\n::: staff\n[/staff]\n```",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn boxes_of_other_programs_look_odd() {
    let odd = |text: &str| Outline::of(text).faults.len();
    assert_eq!(odd("::: warning\nWords.\n:::"), 1);
    assert_eq!(odd("%% ask the head %%"), 1);
    assert_eq!(odd("!!! PE kit on Friday !!!"), 0);
}

proptest::proptest! {
    #[test]
    fn a_line_has_one_finding(
        text in "(Staff only|staff|\\(staff\\)|STAFF|:|::: |--- | – |- |> |## |\\||\\n|\\n\\n|\\*\\*|[a-z]{1,4} ){0,30}"
    ) {
        let mut lines = Vec::new();
        for fault in Outline::of(&text).faults {
            if matches!(fault.kind, FaultKind::Near(_)) {
                let line = scan::line_start(&text, fault.span.start);
                proptest::prop_assert!(!lines.contains(&line), "{}", text);
                lines.push(line);
            }
        }
    }
}
