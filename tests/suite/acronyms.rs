//! Acronyms are spelt out where a reader's own text first uses them, and
//! nowhere else.

use crate::site::SiteTest;

const GLOSSARY: &str = r#"
[[term]]
id = "dsl"
term = "Designated Safeguarding Lead"
acronym = "DSL"
aliases = ["safeguarding lead"]
meaning = "Leads on keeping children safe."
for = ["parents", "staff"]

[[term]]
id = "ai"
term = "artificial intelligence"
acronym = "AI"
meaning = "Programs that make text or pictures."
child = "clever computers"
child_meaning = "They make things up."
for = ["children", "parents", "staff"]

[[term]]
id = "dpo"
term = "data protection officer"
acronym = "DPO"
meaning = "Advises on personal data."
child_meaning = "Somebody who keeps lists."
for = ["children", "parents", "staff"]

[[term]]
id = "mis"
term = "management information system"
acronym = "MIS"
meaning = "Where registers are kept."
for = ["staff"]

[[term]]
id = "rd"
term = "research"
acronym = "R&D"
meaning = "Finding out."
for = ["parents", "staff"]
"#;

fn site(path: &str, text: &str) -> SiteTest {
    SiteTest::base()
        .file("content/glossary.toml", GLOSSARY)
        .append(path, &format!("\n\n{text}\n"))
}

/// The parents' page with `text` on it.
fn for_parents(text: &str) -> String {
    let built = site("content/parents/phones.md", text).build();
    built.page("web/parents/phones.html").to_owned()
}

const LONG: &str = "DSL (Designated Safeguarding Lead)";

#[test]
fn the_first_use_of_a_page_is_spelt_out_and_no_other() {
    let page = for_parents("Ask the DSL. The DSL, or our DSL.");
    assert!(
        page.contains(&format!("Ask the {LONG}. The DSL, or our DSL.")),
        "{page}"
    );
    for (text, printed) in [
        (
            "Ask the **DSL** now.",
            "the <strong>DSL (Designated Safeguarding Lead)</strong> now",
        ),
        (
            "- Ask the DSL.\n- The DSL.",
            "<li>Ask the DSL (Designated Safeguarding Lead).</li>",
        ),
        (
            "| a | b |\n|---|---|\n| DSL | DSL |",
            "row\">DSL (Designated Safeguarding Lead)</th><td>DSL</td>",
        ),
        (
            "> The DSL.",
            "<blockquote>\n<p>The DSL (Designated Safeguarding Lead).</p>",
        ),
        (
            "“DSL” and DPO/DSL",
            "“DSL (Designated Safeguarding Lead)” and DPO (data protection officer)/DSL",
        ),
        (
            "A &amp; DSL &amp; B",
            "A &amp; DSL (Designated Safeguarding Lead) &amp; B",
        ),
        (
            "Our R&amp;D, or R&D.",
            "Our R&amp;D (research), or R&amp;D.",
        ),
    ] {
        let page = for_parents(text);
        assert!(page.contains(printed), "{text}: {page}");
    }
}

#[test]
fn what_is_no_use_of_the_word_is_passed_over() {
    // Each is followed by a use that is spelt out.
    for before in [
        "`DSL`",
        "```text\nDSL\n```",
        "[DSL](https://www.example.org)",
        "[[role:dsl|DSL]]",
        "## The DSL",
        "non-DSL, DSL-led, DSL’s, DSLs, dsl.pdf, DSL.pdf, @DSL, XDSL",
    ] {
        let page = for_parents(&format!("{before}\n\nAsk the DSL."));
        assert!(
            page.contains(&format!("Ask the {LONG}.")),
            "{before}: {page}"
        );
        assert_eq!(page.matches("(Designated").count(), 1, "{before}");
    }
}

#[test]
fn what_an_editor_has_spelt_out_is_left_as_it_is() {
    for text in [
        "The Designated Safeguarding Lead (DSL) knows.",
        "The designated safeguarding lead, our DSL, knows.",
        "The DSL (Ms Fernhallow) knows.",
        "Our lead for safety (DSL) knows.",
        "Our safeguarding lead is the DSL.",
        "Ask the [[role:dsl]], our DSL.",
        "The [[term:dsl]] is the DSL for short.",
    ] {
        let page = for_parents(&format!("{text}\n\nThe DSL again."));
        assert!(!page.contains(LONG), "{text}: {page}");
    }
}

#[test]
fn a_note_comes_after_the_text_that_uses_it() {
    let page = for_parents("One.[^n]\n\n[^n]: The DSL.\n\nTwo: the DSL.");
    assert!(page.contains(&format!("Two: the {LONG}.")), "{page}");
}

#[test]
fn each_reader_has_a_first_use_of_their_own() {
    let policy = "content/policies/online-safety.md";
    let text = "## More\n\n> [!STAFF]\n> The DSL and the MIS.\n\nAsk the DSL. Not the MIS.";
    let with = site(policy, text).build();
    let without = site(policy, "## More\n\nAsk the DSL. Not the MIS.").build();
    let page = "web/parents/policies/online-safety.html";
    assert_eq!(with.page(page), without.page(page));
    assert!(
        with.page(page)
            .contains(&format!("Ask the {LONG}. Not the MIS."))
    );
    let staff = with.page("staff/policies/online-safety.html");
    let in_quote = format!("The {LONG} and the MIS (management information system).");
    assert!(
        staff.contains(&in_quote) && staff.contains("Ask the DSL. Not the MIS."),
        "{staff}"
    );
}

#[test]
fn children_read_their_own_words_or_none() {
    let built = site(
        "content/children/games.md",
        "Ask about AI and the DPO. The DSL knows AI.",
    )
    .build();
    let page = built.page("web/children/games.html");
    assert!(
        page.contains("Ask about AI (clever computers) and the DPO. The DSL knows AI."),
        "{page}"
    );
}

#[test]
fn each_reader_has_a_glossary_of_their_own() {
    let built = site("content/parents/phones.md", "[[term:ai]]").build();
    let words = |path: &str| -> Vec<String> {
        let terms = built.page(path).split("<dt").skip(1);
        terms
            .map(|term| {
                term.split('>')
                    .nth(1)
                    .unwrap_or_default()
                    .replace("</dt", "")
            })
            .collect()
    };
    assert_eq!(
        words("web/children/words.html"),
        ["Clever computers", "Data protection officer"]
    );
    assert_eq!(
        words("web/parents/glossary.html"),
        [
            "Artificial intelligence (AI)",
            "Data protection officer (DPO)",
            "Designated Safeguarding Lead (DSL)",
            "Research (R&amp;D)"
        ]
    );
    assert_eq!(words("staff/glossary.html").len(), 5);
    let page = built.page("web/parents/phones.html");
    let link = "<a href=\"../parents/glossary.html#_term-ai\">artificial intelligence</a>";
    assert!(page.contains(link), "{page}");
    assert!(page.contains("<li><a href=\"../parents/glossary.html\">What our words mean</a></li>"));
    // Who has no term has no page, and no line in the menu.
    let none = SiteTest::base()
        .file(
            "content/glossary.toml",
            "[[term]]\nid = \"a\"\nterm = \"a\"\nmeaning = \"b\"\nfor = [\"staff\"]\n",
        )
        .build();
    assert!(!none.files().contains_key("web/parents/glossary.html"));
    assert!(!none.files().contains_key("web/children/words.html"));
    assert!(
        !none
            .page("web/parents/phones.html")
            .contains("glossary.html")
    );
}
