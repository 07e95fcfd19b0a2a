//! Where a text is cut, and what is wrong with its labels.

use super::*;
use crate::audience::retain;

const BOTH: [Audience; 2] = [Audience::Parents, Audience::Staff];

fn cut(text: &str, audience: Audience) -> String {
    let mut faults = Vec::new();
    let stretches = stretches(text, BOTH.into_iter().collect(), &mut faults);
    assert_eq!(faults, [], "{text}");
    retain(text, &stretches, audience).inspect().to_owned()
}

fn faults(text: &str) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    stretches(text, BOTH.into_iter().collect(), &mut faults);
    faults.into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn a_section_reaches_to_the_next_heading_of_its_level() {
    let text = "# A\n\na\n\n## B {.staff}\n\nb\n\n### C\n\nc\n\n## D\n\nd\n";
    assert_eq!(cut(text, Audience::Parents), "# A\n\na\n\n## D\n\nd\n");
    assert_eq!(cut(text, Audience::Staff), text);
}

#[test]
fn a_labelled_quote_is_cut_with_its_blank_lines_and_its_label() {
    let text = "a\n\n> [!Staff]\n> s\n\nb\n";
    assert_eq!(cut(text, Audience::Parents), "a\n\nb\n");
    assert_eq!(cut(text, Audience::Staff), "a\n\n>         \n> s\n\nb\n");
}

#[test]
fn what_was_left_out_does_not_show_in_the_blank_lines() {
    let with = "    a\n\n> [!STAFF]\n> s\n>\n> t\n\n\n\n    b\n";
    assert_eq!(cut(with, Audience::Parents), "    a\n\n    b\n");
    let spaces = "    a\n  \n> [!STAFF]\n> s\n\n    b\n";
    assert_eq!(cut(spaces, Audience::Parents), "    a\n  \n    b\n");
    let touching = "a\n> [!STAFF]\n> s\n\n---\n";
    assert_eq!(cut(touching, Audience::Parents), "a\n\n---\n");
}

#[test]
fn a_lazy_line_belongs_to_the_quote() {
    let text = "a\n\n> [!STAFF]\n> s\nlazy\n\nb\n";
    assert_eq!(cut(text, Audience::Parents), "a\n\nb\n");
}

#[test]
fn a_mistyped_label_is_a_fault() {
    assert_eq!(
        faults("# A {.staf}\n"),
        [FaultKind::LabelWord(".staf".into())]
    );
    assert_eq!(
        faults("# A {staff}\n"),
        [FaultKind::LabelWord("staff".into())]
    );
    assert_eq!(
        faults("> [!STAF]\n> a\n"),
        [FaultKind::QuoteWord("STAF".into())]
    );
    assert_eq!(faults("> [!STAFF] a\n> b\n"), [FaultKind::LabelTrailing]);
    assert_eq!(faults("> [!STAFF\n> b\n"), [FaultKind::LabelTrailing]);
    assert_eq!(faults("> [!STAFF]\n"), [FaultKind::LabelEmpty]);
    assert_eq!(faults("- > [!STAFF]\n  > a\n"), [FaultKind::LabelNested]);
    assert_eq!(faults("> # A {.staff}\n"), [FaultKind::LabelNested]);
    assert_eq!(
        faults("> [!STAFF]\n> a\n\n> b\n"),
        [FaultKind::QuoteBesideLabel]
    );
    assert_eq!(
        faults("> b\n\n\n> [!STAFF]\n> a\n"),
        [FaultKind::QuoteBesideLabel]
    );
}

#[test]
fn a_label_only_narrows() {
    let text = "# A {.staff}\n\n## B {.parents}\n\nb\n";
    assert!(matches!(faults(text)[..], [FaultKind::LabelWidens { .. }]));
    let mut found = Vec::new();
    let stretches = stretches(text, BOTH.into_iter().collect(), &mut found);
    assert_eq!(retain(text, &stretches, Audience::Parents).inspect(), "");
}

#[test]
fn a_place_in_a_cut_text_is_found_in_the_whole() {
    let text = "a\n\n> [!STAFF]\n> s\n\nb\n";
    let mut found = Vec::new();
    let stretches = stretches(text, BOTH.into_iter().collect(), &mut found);
    let cut = retain(text, &stretches, Audience::Parents);
    let at = cut.inspect().find('b').expect("b is kept");
    assert_eq!(cut.origin(at), text.find('b').expect("b is there"));
}

#[test]
fn a_quote_at_the_very_end_may_end_in_any_letter() {
    for text in ["a\n\n> [!STAFF]\n> café", "a\n\n> [!STAFF]\n> “x”"] {
        assert_eq!(cut(text, Audience::Parents), "a\n\n");
    }
}

#[test]
fn a_blank_line_with_spaces_in_it_goes_where_the_quote_goes() {
    let text = "    a\n\n> [!STAFF]\n> s\n      \n\t\n\n    b\n";
    assert_eq!(cut(text, Audience::Parents), "    a\n\n    b\n");
}

#[test]
fn a_line_across_the_page_does_not_end_a_section_unseen() {
    for text in [
        "## A {.staff}\n\nRing the council.\n---\nSecret.\n",
        "## A {.staff}\n\nDoor codes:\n-\nSecret.\n",
        "### A {.staff}\n\n#1 is secret\n===\n",
    ] {
        assert_eq!(faults(text), [FaultKind::UnderlinedHeading], "{text}");
    }
    let without = "A\n---\n\n## B {.staff}\n\nb\n\n---\n\n### C {.staff}\n\nd\n\n## E\n\ne\n---\n";
    assert_eq!(faults(without), []);
}

#[test]
fn what_stands_directly_below_a_labelled_quote_is_asked_about() {
    for text in [
        "> [!STAFF]\n> - a\n- b\n",
        "> [!STAFF]\n> a\n```text\nb\n```\n",
        "> [!STAFF]\n> a\n---\n",
    ] {
        assert_eq!(faults(text), [FaultKind::QuoteRunsOn], "{text}");
    }
    assert_eq!(faults("> [!STAFF]\n> a\n## B\n"), []);
    assert_eq!(faults("> [!STAFF]\n> a\n  \nb\n"), []);
    assert_eq!(faults("> a\n- b\n"), []);
}

#[test]
fn a_heading_without_words_does_not_end_a_section_unseen() {
    for marks in ["##", "## ", "# ##", "##\t"] {
        let text = format!("## A {{.staff}}\n\nb\n\n{marks}\n\nSecret.\n");
        assert_eq!(faults(&text), [FaultKind::EmptyHeading], "{marks}");
    }
    assert_eq!(faults("## A {.staff}\n\nb\n\n###\n\nc\n"), []);
}
