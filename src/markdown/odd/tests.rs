//! Slips that are warned about, and ordinary pages that are not.

use super::*;
use crate::markdown::Outline;

fn odd(text: &str) -> Vec<Odd> {
    let faults = Outline::of(text).faults.into_iter();
    faults
        .filter_map(|fault| match fault.kind {
            FaultKind::Odd(odd) => Some(odd),
            _ => None,
        })
        .collect()
}

#[test]
fn a_bullet_of_a_word_processor_makes_no_list() {
    for text in [
        "We ask you to:\n• talk\n• listen\n",
        "• talk\n• listen\n",
        "•\ttalk\n",
        "· talk\n",
        "\u{f0b7} talk\n",
        "– talk\n– listen\n",
        "o\ttalk\no\tlisten\n",
        "> • talk\n",
    ] {
        let found = odd(text);
        assert!(
            matches!(found[..], [Odd::Bullet(_), ..]),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_heading_needs_a_common_space() {
    let said = |marks: &str, title: &str| {
        let (marks, title) = (marks.to_owned(), title.to_owned());
        vec![Odd::HeadingSpace { marks, title }]
    };
    assert_eq!(odd("##Phones\n\nText.\n"), said("##", "Phones"));
    assert_eq!(odd("##\u{a0}Phones\n"), said("##", "Phones"));
    assert_eq!(odd("#\u{a0}Phones\n"), said("#", "Phones"));
    assert_eq!(odd("Text.\n###Phones\n"), said("###", "Phones"));
}

#[test]
fn a_table_is_not_pasted_from_a_spreadsheet() {
    assert_eq!(odd("Day\tClub\nMonday\tChess\nTuesday\tArt\n"), [Odd::Tabs]);
}

#[test]
fn a_fence_has_three_back_ticks() {
    for marks in ["'''", "’’’", "``", "\"\"\"", "´´´"] {
        let text = format!("{marks}contacts\nroles = [\"dsl\"]\n{marks}\n");
        let found = odd(&text);
        assert_eq!(found, [Odd::FenceMarks("contacts".into())], "{text}");
    }
}

#[test]
fn brackets_are_those_of_a_link() {
    assert_eq!(odd("See [phones] (phones.md).\n"), [Odd::LinkSpace]);
    assert_eq!(
        odd("See [phones] (../parents/phones.md#why).\n"),
        [Odd::LinkSpace]
    );
    assert_eq!(odd("See (phones)[phones.md].\n"), [Odd::LinkTurned]);
    assert_eq!(
        odd("See (us)[https://www.school.example].\n"),
        [Odd::LinkTurned]
    );
    let single = |inner: &str| vec![Odd::SingleBracket(inner.to_owned())];
    assert_eq!(odd("Ask [role:dsl].\n"), single("role:dsl"));
    assert_eq!(odd("Ask [Role: dsl].\n"), single("Role: dsl"));
}

#[test]
fn a_paragraph_is_not_indented() {
    assert_eq!(
        odd("Text.\n\n    Phones stay in the office all day.\n"),
        [Odd::Indented]
    );
}

#[test]
fn ordinary_pages_look_ordinary() {
    for text in [
        "We say #BeKind, and mean it. #SaferInternetDay\n#BeKind is for all.\n",
        "Come at 9 – or at 10 – if you can.\n",
        "Come at nine if you can\n– or at ten – and ring\n– if you cannot – the bell.\n",
        "Phones stay here.\n– The head\n",
        "- one\n- two\n  - three\n",
        "* one\n+ two\n1. three\n2) four\n",
        "He wrote “it were [sic] lost” (the office) [see below].\n",
        "A note.[^1] A word (as here)[^1].\n\n[^1]: The note.\n",
        "See [phones](phones.md) (and ask).\n",
        "The form [a copy] (in the office) is green.\n",
        "Room (B)[2] and [a]: see.\n",
        "Ask [[role:dsl]] or [[role:dsl|her]] about [note: this].\n",
        "Write `[role:dsl]` or `[a] (b.md)`.\n",
        "```text\n• a\n##b\n[role:dsl]\n```\n",
        "    $ ls -l\n    total 0\n",
        "    roles = [\"dsl\"]\n",
        "- An item\n\n    Its second paragraph is part of the list.\n",
        "It’s a ‘text’ and a \"text\".\n''\n",
        "``text`` is a word.\n",
        "| a | b |\n| --- | --- |\n| – | • |\n",
        "## A heading\n\n# Another\n\n#\n",
        "One\ttab here.\n",
        "We are #1!\n",
        "o for orange\n",
    ] {
        assert_eq!(odd(text), [], "{text}");
    }
}
