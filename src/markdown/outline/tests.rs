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
