//! What is wrong with a text by itself.

use super::*;

fn faults(text: &str) -> Vec<FaultKind> {
    let found = Outline::of(text).faults;
    found.into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn a_label_in_code_is_a_fault_however_its_heading_is_written() {
    for text in [
        "    ## A {.staff}\n",
        "    ## A {.staff} ##\n",
        "    A {.staff}\n    ---\n",
        "\tA {#a .parents}\n\t===\n",
        "```\nA {.staff}\n```\n",
    ] {
        assert_eq!(faults(text), [FaultKind::LabelInCode], "{text}");
    }
    assert_eq!(faults("```text\n## A {.staff}\n```\n"), []);
    assert_eq!(faults("    a { b: .5 }\n    c {...}\n"), []);
}

#[test]
fn a_fence_is_closed_by_a_fence_and_by_nothing_like_one() {
    for open in [
        "```text\na\n\n> [!STAFF]\n> ```\n> b\n> ```\n",
        "```text\na\n    ```\n",
        "```text\na\n\t```\n",
        "  ```text\na\n> ```\n",
    ] {
        assert_eq!(faults(open), [FaultKind::OpenFence], "{open}");
    }
    for closed in [
        "```text\na\n   ```\n",
        "   ```text\na\n```\n",
        "> ```text\n> a\n> ```\n",
        "- ```text\n  a\n  ```\n",
        "1. a\n\n   > ```text\n   > a\n   > ```\n",
        "-\ta\n\n\t```text\n\tb\n\t```\n",
        "~~~text\na\n~~~~\n",
    ] {
        assert_eq!(faults(closed), [], "{closed}");
    }
}

#[test]
fn a_heading_is_found_by_its_id_wherever_it_stands() {
    let outline = Outline::of("## C\n\n## A\n\n## B {#d}\n");
    for (id, there) in [
        ("a", true),
        ("c", true),
        ("d", true),
        ("b", false),
        ("", false),
    ] {
        assert_eq!(outline.has_heading(id), there, "{id}");
    }
}

#[test]
fn what_is_odd_is_seen_early_in_a_line_of_any_length() {
    let long = "é".repeat(400);
    let text = format!("See [the rules] (rules.md). {long} [role:dsl] {long}\n");
    let odd = faults(&text);
    assert!(
        matches!(odd[..], [FaultKind::Odd(_), FaultKind::Odd(_)]),
        "{odd:?}"
    );
}
