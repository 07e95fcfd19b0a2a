//! Labels before a text, and sentences that are none.

use super::*;
use crate::audience::Audience;

fn lead(line: &str) -> Option<(&str, By)> {
    at_start(line).map(|lead| (&line[lead.words.clone()], lead.by))
}

/// Lines, the label in them, and what sets it off.
const LABELS: &[(&str, &str, By)] = &[
    (
        "Staff only: the key is in the safe.",
        "Staff only:",
        By::Colon,
    ),
    ("STAFF ONLY: ask first.", "STAFF ONLY:", By::Colon),
    ("Staff-only: ask first.", "Staff-only:", By::Colon),
    ("For staff only: ask first.", "For staff only:", By::Colon),
    (
        "For school staff only : ask first.",
        "For school staff only",
        By::Colon,
    ),
    ("Only staff: ask first.", "Only staff:", By::Colon),
    ("Teachers only: ask first.", "Teachers only:", By::Colon),
    (
        "Staff and governors only: ask first.",
        "Staff and governors only:",
        By::Colon,
    ),
    (
        "For staff & volunteers only: ask first.",
        "For staff & volunteers only:",
        By::Colon,
    ),
    (
        "Not for parents: the code is 1.",
        "Not for parents:",
        By::Colon,
    ),
    ("Note for staff: ask first.", "Note for staff:", By::Colon),
    (
        "**Note to staff:** ask first.",
        "**Note to staff:**",
        By::Colon,
    ),
    ("NB staff only: ask first.", "NB staff only:", By::Colon),
    (
        "Please note: staff only: ask first.",
        "Please note: staff only:",
        By::Colon,
    ),
    (
        "Confidential – staff only: ask first.",
        "Confidential – staff only:",
        By::Colon,
    ),
    ("**Staff only:** ask first.", "**Staff only:**", By::Colon),
    ("**Staff only**: ask first.", "**Staff only**:", By::Colon),
    ("**Staff** only: ask first.", "**Staff** only:", By::Colon),
    ("  🔒 Staff only: ask first.", "🔒 Staff only:", By::Colon),
    ("STAFF: ask first.", "STAFF:", By::Capitals),
    ("**STAFF:** ask first.", "**STAFF:**", By::Capitals),
    ("FOR STAFF: ask first.", "FOR STAFF:", By::Capitals),
    ("(Staff only) Ask first.", "(Staff only)", By::Brackets),
    ("(Staff) Ask first.", "(Staff)", By::Brackets),
    ("[Staff] Ask first.", "[Staff]", By::Brackets),
    ("[for staff] Ask first.", "[for staff]", By::Brackets),
    ("\\[Staff\\] Ask first.", "\\[Staff\\]", By::Brackets),
    ("[Staff]: ask first.", "[Staff]:", By::Brackets),
    ("**[Staff]** Ask first.", "**[Staff]**", By::Brackets),
    ("`[STAFF]` Ask first.", "`[STAFF]`", By::Brackets),
    ("[staff] Ask first. [/staff]", "[staff]", By::Brackets),
    ("【Staff】 Ask first.", "【Staff】", By::Brackets),
    ("Staff only – ask first.", "Staff only", By::Sign),
    ("Staff only — ask first.", "Staff only", By::Sign),
    ("Staff only - ask first.", "Staff only", By::Sign),
    ("Staff only -- ask first.", "Staff only", By::Sign),
    ("Staff only. Ask first.", "Staff only.", By::Sign),
    ("Staff only! Ask first.", "Staff only!", By::Sign),
    ("Staff only > ask first.", "Staff only", By::Sign),
    ("**Staff only.** Ask first.", "**Staff only.**", By::Sign),
    ("**Staff only** Ask first.", "**Staff only**", By::Letters),
    (
        "__For staff only__ Ask first.",
        "__For staff only__",
        By::Letters,
    ),
    ("*Staff only* (ask first)", "*Staff only*", By::Letters),
];

#[test]
fn a_label_before_its_text_is_found() {
    for &(line, typed, by) in LABELS {
        assert_eq!(lead(line), Some((typed, by)), "{line}");
        let names = at_start(line).map(|lead| lead.names);
        assert_eq!(names, Some(Audiences::STAFF), "{line}");
    }
    let names = at_start("Parents only: bring a coat.").map(|lead| lead.names);
    assert_eq!(names, Some(Audience::Parents.into()));
}

#[test]
fn a_sentence_about_staff_is_no_label() {
    for line in [
        "Only staff may use the office door.",
        "Staff: a list of names",
        "Staff: only the office may ring.",
        "Staff only use school phones.",
        "Staff only need to sign once.",
        "Staff-only areas are marked in red.",
        "Staff only, and nobody else, has a key.",
        "Staff only? No: visitors too.",
        "Visitors and staff only need a badge.",
        "This gate is for staff only.",
        "Only for staff is there a lift.",
        "For staff: every September.",
        "**For staff:** every September.",
        "**Staff** leave phones in a locker.",
        "**Staff:** leave phones in a locker.",
        "**Staff**: leave phones in a locker.",
        "**All staff who work with children** lock phones away.",
        "**All staff:** lock phones away.",
        "**Only staff** may use the office door.",
        "*Staff* and *governors* meet here.",
        "Staff and governors: lock phones away.",
        "Parents: hand phones in.",
        "PARENTS: hand phones in.",
        "(Staff may leave early.)",
        "(Staff, parents and pupils) meet here.",
        "[Staff](../staff/index.md) have a page.",
        "[**Staff only**](../staff/index.md) is the page.",
        "[Staff][page] have a page.",
        "[[role:staff]] is asked.",
        "“Staff only” is written on the door.",
        "\"Staff only\" is written on the door.",
        "Notes for staff are kept in the office.",
        "Note for staff rooms: knock.",
        "Note: staff use the other door.",
        "Teachers: see the list.",
        "Staff.",
        "Staff only",
        "For staff",
        "Office use only: form 3.",
        "For office use only: form 3.",
        "![Staff](staff.jpg)",
        "[!STAFF] Ask first.",
        "{staff} Ask first.",
        "",
        "***",
    ] {
        assert_eq!(lead(line), None, "{line}");
    }
}

#[test]
fn marks_of_other_programs_are_known() {
    let staff = Some(Marked::For(Audiences::STAFF));
    for line in [
        "::: staff",
        ":::staff",
        ":::: staff ::::",
        "::: Staff only",
        "::: warning Staff",
        "::: details For staff",
        "!!! staff",
        "!!! staff \"Keys\"",
        "??? staff",
        "???+ staff",
        "%% staff: the key is in the safe %%",
        "--- staff ---",
        "--- Staff",
        "=== \"Staff\"",
        "+++ staff +++",
        "*** staff ***",
        "<<< staff >>>",
        "@@@ staff",
    ] {
        assert_eq!(marks(line), staff, "{line}");
    }
    for line in ["::: warning", ":::note", "%% ask the head %%"] {
        assert_eq!(marks(line), Some(Marked::Box), "{line}");
    }
    for line in [
        ":::",
        "::",
        "---",
        "-- Staff",
        "– Staff",
        "*** PE kit on Friday ***",
        "***Staff***",
        "!!! All staff leave at four !!!",
        "!!! PE kit on Friday !!!",
        "??? who knows",
        "%%",
        "5 %% staff",
        "::: {.staff}",
        "Staff ::: only",
        "",
    ] {
        assert_eq!(marks(line), None, "{line}");
    }
}

proptest::proptest! {
    #[test]
    fn any_line_is_asked_without_a_panic(line in "([Ss]taff|only|STAFF|for| |\\*|_|:|\\[|\\]|\\(|\\)|–|-|\\.|é|\\PC){0,30}") {
        if let Some(lead) = at_start(&line) {
            proptest::prop_assert!(!line[lead.words].trim().is_empty());
        }
        let _ = marks(&line);
    }

    #[test]
    fn running_prose_is_quiet(
        before in "(The|Our|A|This|In) [a-z]{2,9}",
        phrase in "(staff only|for staff only|\\(staff only\\)|teachers only)",
        after in "( [a-z]{2,9}){1,4}\\.",
    ) {
        let line = format!("{before} {phrase}{after}");
        proptest::prop_assert_eq!(lead(&line), None);
    }

    #[test]
    fn a_label_is_found_whatever_follows(
        label in "(Staff only|For staff only|STAFF ONLY|Governors and staff only|Not for parents)(:| –|\\.|:\\*\\*)",
        after in "( [A-Za-z0-9,]{1,9}){1,6}",
    ) {
        let line = format!("{label}{after}");
        proptest::prop_assert!(lead(&line).is_some(), "{}", line);
    }
}
