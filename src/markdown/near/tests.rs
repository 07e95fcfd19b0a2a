//! Words that look like labels, and words that do not.

use super::*;

#[test]
fn the_end_of_a_heading_looks_like_a_label() {
    for label in [
        "(.staff)",
        "[.staff]",
        "[staff]",
        "[STAFF]",
        ".staff",
        "!staff",
        "(staff)",
        "( Staff )",
        "(staff only)",
        "(for staff)",
        "(staff-only)",
        "<.staff>",
        "`{.staff}`",
        "｛.staff｝",
        "\\{.staff\\}",
        "*(staff only)*",
        "**staff only**",
        "(parents)",
        "(not for parents)",
    ] {
        let title = format!("Searching for a phone {label}");
        let (span, names) = at_end(&title).unwrap_or_else(|| panic!("{title}"));
        assert_eq!(&title[span], label);
        assert_eq!(names.contains(Audience::Staff), label != "(parents)");
    }
    for title in [
        "Phones – staff only",
        "Phones: for staff only",
        "Staff only",
    ] {
        assert!(at_end(title).is_some(), "{title}");
    }
}

#[test]
fn an_ordinary_title_does_not() {
    for title in [
        "Our staff",
        "Our staff!",
        "Who are the staff?",
        "For parents and staff",
        "Advice (for parents and staff)",
        "Staff",
        "For staff",
        "Parents",
        "4. Staff",
        "4.2.Parents",
        "(1) Staff",
        "Meet the staff (and governors)",
        "Meet the governors (and staff)",
        "Training: staff",
        "Training – staff",
        "Parents/staff",
        "A car park for staff only",
        "Our **staff**",
        "Teachers, parents and the office",
        "The staff’s phones",
        "[[role:staff]]",
        "",
        "()",
    ] {
        assert_eq!(at_end(title), None, "{title}");
    }
    // The curly bracket is a fault of its own.
    assert_eq!(at_end("Phones {.staff}."), None);
}

#[test]
fn the_first_line_of_a_quote_looks_like_a_label() {
    for line in [
        "[STAFF]",
        "[Staff]",
        "STAFF:",
        "(!STAFF)",
        "!STAFF",
        "![STAFF]",
        "Staff only",
        "**Staff only**",
        "[！STAFF]",
        "[ !STAFF ]",
        "`[!STAFF]`",
        "Not for parents:",
    ] {
        assert_eq!(on_quote(line), Some(Audiences::STAFF), "{line}");
    }
    assert_eq!(on_quote("[PARENTS]"), Some(Audience::Parents.into()));
    for line in [
        "[!STAFF]",
        "\\[!STAFF]",
        "Staff keep phones in a drawer.",
        "Parents say:",
        "Only",
        "",
        "{.staff}",
        "[sic]",
        "—",
    ] {
        assert_eq!(on_quote(line), None, "{line}");
    }
}

#[test]
fn a_line_of_its_own_looks_like_a_label() {
    for line in [
        "Staff only",
        "**STAFF ONLY**",
        "*For staff only:*",
        "(Not for parents)",
        "[staff]",
        "[.staff]",
        ".staff",
    ] {
        assert_eq!(on_line(line), Some(Audiences::STAFF), "{line}");
    }
    for line in [
        "Staff",
        "Staff:",
        "Parents",
        "**Staff**",
        "The door says: staff only.",
        "Staff only use school phones.",
        "[Staff](../staff/index.md)",
        "",
    ] {
        assert_eq!(on_line(line), None, "{line}");
    }
}
