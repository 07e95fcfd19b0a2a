//! What was meant for staff and labelled in a way that is none: each stops
//! the build, and nothing that is ordinary does.

use crate::site::SiteTest;

const POLICY: &str = "content/policies/online-safety.md";
const PARENTS: &str = "content/parents/phones.md";
const STAFF: &str = "content/staff/devices.md";

fn with(path: &str, text: &str) -> String {
    SiteTest::base()
        .append(path, &format!("\n{text}\n"))
        .check()
}

#[test]
fn a_heading_that_only_seems_to_be_labelled_stops_the_build() {
    for label in [
        "(.staff)",
        "[.staff]",
        "[staff]",
        ".staff",
        "(staff)",
        "(staff only)",
        "<.staff>",
        "`{.staff}`",
        "｛.staff｝",
    ] {
        for path in [POLICY, PARENTS] {
            let said = with(
                path,
                &format!("## Searching for a phone {label}\n\nAsk first."),
            );
            assert_eq!(said.matches("error label").count(), 1, "{label}: {said}");
            assert!(said.contains(&format!("“{label}” at the end")), "{said}");
        }
    }
    let said = with(POLICY, "## Searching for a phone (.staff)\n\nAsk first.");
    assert!(
        said.contains("For staff only, write: ## Searching for a phone {.staff}, with curly"),
        "{said}"
    );
    let said = with(PARENTS, "##Searching for a phone (staff)\n\nAsk first.");
    assert!(said.contains("error label"), "{said}");
    let said = with(PARENTS, "## Searching for a phone (.staff)\n\nAsk first.");
    assert!(said.contains("Everybody here is a parent."), "{said}");
}

#[test]
fn a_quote_or_a_line_that_only_seems_to_be_labelled_stops_the_build() {
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
    ] {
        let said = with(POLICY, &format!("## Rules\n\n> {line}\n> Ask first."));
        assert_eq!(said.matches("error").count(), 1, "{line}: {said}");
        assert!(
            said.contains(&format!(
                "This quote says “{line}”, but has no label, so parents would read it too."
            )),
            "{said}"
        );
        assert!(
            said.contains("Make its first line exactly: > [!STAFF]"),
            "{said}"
        );
    }
    for line in ["Staff only", "**For staff only:**", "(NOT FOR PARENTS)"] {
        let said = with(POLICY, &format!("## Rules\n\n{line}\n\nAsk first."));
        assert_eq!(said.matches("error label").count(), 1, "{line}: {said}");
    }
}

/// What only seems to be labelled, and what is said of it.
const LEADS: &[(&str, &str)] = &[
    (
        "Staff only: ask first.",
        "“Staff only:” is not a label, so parents would read this paragraph, too.",
    ),
    ("(Staff only) Ask first.", "“(Staff only)” is not a label"),
    ("[Staff] Ask first.", "“[Staff]” is not a label"),
    (
        "**Staff only** Ask first.",
        "“**Staff only**” is not a label",
    ),
    (
        "STAFF: ask first.",
        "If all may read it, do not write it in capitals: Staff:",
    ),
    (
        "Ask at the desk.\nStaff only: ask first.",
        "“Staff only:” is not a label",
    ),
    (
        "> **Staff only** Ask first.",
        "This quote says “**Staff only**”, but has no label",
    ),
    (
        "- Staff only: ask first.",
        "parents would read this part of the list, too.",
    ),
    (
        "- **Staff only:** ask first.",
        "A list cannot have labels in it.",
    ),
    (
        "| A | B |\n| - | - |\n| Staff only | b |",
        "A table cannot have labels in it.",
    ),
    (
        "| A | Staff only |\n| - | - |\n| a | b |",
        "parents would read this part of the table, too.",
    ),
    (
        "Ask.[^k]\n\n[^k]: Staff only: ask first.",
        "“Staff only:” is not a label",
    ),
    (
        "Key\n: Staff only: ask first.",
        "“Staff only:” is not a label",
    ),
    (
        "**Searching (staff only)**\n\nAsk first.",
        "write it as a heading with a label: ## Searching {.staff}.",
    ),
    (
        "Searching (staff only)\n\nAsk first.",
        "write it as a heading with a label: ## Searching {.staff}.",
    ),
    ("*For staff*\n\nAsk first.", "“*For staff*” is not a label"),
    (
        "== Staff only ==\n\nAsk first.",
        "“== Staff only ==” is not a label",
    ),
];

#[test]
fn words_before_a_text_that_only_seem_to_be_a_label_stop_the_build() {
    for (text, said) in LEADS {
        let found = with(POLICY, &format!("## Rules\n\n{text}"));
        assert_eq!(found.matches("error label").count(), 1, "{text}: {found}");
        assert_eq!(found.matches("error").count(), 1, "{text}: {found}");
        assert!(found.contains(said), "{text}: {found}");
        assert_eq!(with(STAFF, text).matches("error").count(), 0, "{text}");
        let found = with(PARENTS, text);
        assert_eq!(found.matches("error").count(), 1, "{text}: {found}");
        assert!(found.contains("Everybody here is a parent."), "{found}");
    }
}

#[test]
fn a_page_whose_title_says_staff_only_is_not_published_to_others() {
    let page = |audience: &str, title: &str| {
        let front = format!("+++\ntitle = \"{title}\"\n{audience}+++\n\nAsk first.\n");
        SiteTest::base()
            .file("content/policies/keys.md", front)
            .check()
    };
    let both = "audience = [\"parents\", \"staff\"]\n";
    for title in [
        "Keys (staff only)",
        "Keys – staff only",
        "Staff only",
        "Keys [staff]",
        "Keys {.staff}",
    ] {
        let said = page(both, title);
        assert_eq!(said.matches("error").count(), 1, "{title}: {said}");
        assert!(
            said.contains("content/policies/keys.md:2:9 error label"),
            "{said}"
        );
        assert!(
            said.contains("write among its settings: audience = [\"staff\"]"),
            "{said}"
        );
        assert_eq!(page("audience = [\"staff\"]\n", title), "", "{title}");
    }
    for title in ["Staff", "For staff", "Keys for staff only need a card"] {
        assert_eq!(page(both, title), "", "{title}");
    }
}

#[test]
fn the_marks_of_another_program_stop_the_build() {
    for (text, rule) in [
        ("::: staff\nAsk first.\n:::", "error label"),
        (":::staff\n\nAsk first.\n\n:::", "error label"),
        ("Words.\n\n::: staff\nAsk first.\n:::", "error label"),
        ("Words.\n::: staff\nAsk first.\n:::", "error label"),
        (":::: staff\n\nAsk first.\n\n::::", "error label"),
        ("::: {.staff}\nAsk first.\n:::", "error brace"),
        ("Words.\n\n::: {.staff}\nAsk first.\n:::", "error brace"),
        (":::{.staff}\nAsk first.\n:::", "error brace"),
        ("::: staff {#keys}\nAsk first.\n:::", "error brace"),
        ("!!! staff\n\nAsk first.", "error label"),
        ("??? staff \"Keys\"\nAsk first.", "error label"),
        ("--- staff ---\n\nAsk first.", "error label"),
        ("%% staff: ask first %%", "error label"),
        ("[staff]\n\nAsk first.\n\n[/staff]", "error label"),
        ("[staff] Ask first. [/staff]", "error label"),
        ("Ring. [staff] Ask first. [/staff]", "error label"),
        ("{% staff %}\nAsk first.", "error brace"),
        ("{{< staff >}}\nAsk first.", "error brace"),
        ("<!-- staff -->\n\nAsk first.", "error raw-html"),
        ("<staff>\n\nAsk first.\n\n</staff>", "error raw-html"),
        ("```staff\nAsk first.\n```", "error block"),
        ("::: warning\nAsk first.\n:::", "warn looks-odd"),
    ] {
        let found = with(POLICY, &format!("## Rules\n\n{text}"));
        assert_eq!(found.matches(rule).count(), 1, "{text}: {found}");
        assert_eq!(
            found.matches("error ").count() + found.matches("warn ").count(),
            1,
            "{text}: {found}"
        );
    }
}

#[test]
fn what_only_staff_read_may_say_so() {
    let words = "## Searching a phone (staff)\n\nStaff only\n\n> [STAFF]\n> Ask first.";
    assert_eq!(with(STAFF, words), "");
    // The policy ends in a section for staff.
    let words = "### Searching a phone (staff)\n\nStaff only\n\n> [STAFF]\n> Ask first.";
    assert_eq!(with(POLICY, words), "");
    assert_eq!(with(PARENTS, "## What to bring (parents)\n\nA coat."), "");
}

#[test]
fn ordinary_words_are_no_labels() {
    for words in [
        "## Our staff",
        "## For parents and staff",
        "## Staff",
        "## Meet the staff (and governors)",
        "Staff:",
        "> Staff keep phones in a drawer.",
        "A door says “staff only”.",
        "Only staff may use the office door.",
        "Staff: a list of names",
        "Visitors and staff only need a badge.",
        "This gate is for staff only.",
        "**Staff** leave phones in a locker.",
        "- **Staff:** leave phones in a locker.\n- **Pupils:** hand them in.",
        "**Only staff** may use the office door.",
        "| Door | Who |\n| - | - |\n| Office | Staff only |",
    ] {
        assert_eq!(with(PARENTS, words), "", "{words}");
    }
}

#[test]
fn no_advice_takes_a_label_off_what_is_for_staff() {
    for words in [
        "## Searching a phone {.staff}\n\nAsk first.",
        "> [!STAFF]\n> Ask first.",
        "> [!STAF]\n> Ask first.",
        "## Searching a phone {.staf}\n\nAsk first.",
    ] {
        let said = with(PARENTS, words);
        assert!(
            said.contains(
                "Everybody here is a parent. Put it on a page in content/staff/, or in a policy."
            ),
            "{said}"
        );
        assert!(!said.contains("label off"), "{said}");
    }
    let policy = "+++\ntitle = \"Bikes\"\naudience = [\"parents\", \"staff\"]\n+++\n\n";
    let check = |text: &str| {
        SiteTest::base()
            .file("content/policies/bikes.md", format!("{policy}{text}"))
            .check()
    };
    let said = check("# Keys {.staff}\n\nIn the safe.\n");
    assert!(
        said.contains("a heading of a part: ## Keys {.staff}"),
        "{said}"
    );
    let said = check("## Keys\n\nAsk.\n\n## Keys {.staff}\n\nIn the safe.\n");
    assert!(said.contains("## Keys {#keys-2 .staff}"), "{said}");
    let said = check("## Keys {.parents}\n\nAsk.\n\n### More {.staff}\n\nIn the safe.\n");
    assert!(said.contains("error label"), "{said}");
    assert!(!said.contains("label off"), "{said}");
}

#[test]
fn what_looks_odd_is_warned_about() {
    for words in [
        "• one\n• two",
        "##Phones",
        "a\tb\nc\td",
        "'''contacts\nroles = [\"dsl\"]\n'''",
        "[a] (phones.md)",
        "(a)[phones.md]",
        "[role:dsl]",
        "Words.\n\n    Phones stay in the office.",
    ] {
        let said = with(PARENTS, words);
        assert_eq!(said.matches("warn looks-odd").count(), 1, "{words}: {said}");
        assert!(!said.contains("error"), "{words}: {said}");
    }
}

#[test]
fn an_invisible_character_stops_the_build() {
    let said = with(PARENTS, "Pho\u{200b}nes.");
    assert!(said.contains("error control-character"), "{said}");
    assert!(
        said.contains("There is an invisible character here"),
        "{said}"
    );
}
