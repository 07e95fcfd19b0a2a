//! Very long tables are built, and read as the short ones are.

use std::fmt::Write as _;

use super::printed::table;
use crate::site::SiteTest;

const ROWS: usize = 1_000;

fn permission(rows: usize) -> String {
    let mut text =
        "id = \"long\"\ntitle = \"Long\"\nkind = \"permission\"\nchild = \"Long\"\n".to_owned();
    for group in ["a", "b", "c", "d"] {
        let _ = write!(
            text,
            "\n[[group]]\nid = \"{group}\"\ntitle = \"Group {group}\"\nchild = \"Child {group}\"\n\
             for = [\"children\", \"parents\", \"staff\"]\nanswers = [{{ id = \"yes\", label = \"Allowed\", \
             means = \"yes\" }}, {{ id = \"no\", label = \"Not allowed\", means = \"no\", note = \"Note {group}.\" }}]\n"
        );
    }
    for row in 0..rows {
        let _ = write!(
            text,
            "\n[[row]]\nsection = \"Part {}\"\nlabel = \"Row {row}\"\nchild = \"Line {row}\"\nnote = \"Note {row}.\"\n\
             answers = {{ a = \"yes\", b = \"no\", c = \"not-stated\", d = \"yes\" }}\n",
            row / 10
        );
    }
    text
}

fn action(rows: usize) -> String {
    let mut text = "id = \"steps\"\ntitle = \"Steps\"\nkind = \"action\"\n".to_owned();
    for action in 0..8 {
        let _ = write!(
            text,
            "\n[[action]]\nid = \"a{action}\"\ntitle = \"Action {action}\"\n"
        );
    }
    for row in 0..rows {
        let _ = write!(
            text,
            "\n[[row]]\nlabel = \"Event {row}\"\nactions = [\"a{}\", \"a7\"]\nwhen = {{ a7 = \"now and then\" }}\n",
            row % 7
        );
    }
    text
}

fn site(rows: usize) -> SiteTest {
    let show = |id: &str| format!("\n```table\nid = \"{id}\"\n```\n");
    SiteTest::bare()
        .file("content/tables/long.toml", permission(rows))
        .file("content/tables/steps.toml", action(rows))
        .append("content/children/games.md", &show("long"))
        .append("content/parents/phones.md", &show("long"))
        .append("content/staff/devices.md", &(show("long") + &show("steps")))
}

#[test]
fn a_thousand_rows_are_each_there_once() {
    let built = site(ROWS).build();
    for path in ["web/parents/phones.html", "staff/devices.html"] {
        let printed = table(built.page(path), "Long");
        assert_eq!(printed.rows.len(), ROWS);
        let last = &printed.rows[ROWS - 1];
        assert_eq!(
            last.cells,
            ["Allowed", "Not allowed", "Not stated", "Allowed"]
        );
        assert_eq!(last.head, "Part 99: Row 999");
    }
    let child = table(built.page("web/children/games.html"), "Long");
    assert_eq!(child.rows.len(), ROWS);
    assert_eq!(child.rows[0].head, "Line 0");
    assert_eq!(child.rows[0].cells, ["Yes", "No", "Ask a grown-up", "Yes"]);
    let steps = table(built.page("staff/devices.html"), "Steps");
    assert_eq!(steps.rows.len(), ROWS);
    assert_eq!(steps.rows[3].cells[3], "Yes");
    assert_eq!(steps.rows[3].cells[7], "Now and then");
    let (_, asked) = built
        .page("staff/devices.html")
        .split_once("class=\"what-if\"")
        .expect("staff can ask about one thing at a time");
    assert_eq!(asked.matches("<details>").count(), ROWS);
}

#[test]
fn more_rows_than_anybody_reads_are_refused_once() {
    let said = site(2_001).check();
    assert_eq!(said.matches(" error ").count(), 2, "{said}");
    for rows in [2_000, 1_250] {
        let long = format!("There are more than {rows} rows, which nobody can read.");
        assert_eq!(said.matches(&long).count(), 1, "{said}");
    }
}

#[test]
fn a_table_with_a_problem_in_every_row_is_told_of_at_length_but_not_without_end() {
    let text = permission(ROWS).replace("d = \"yes\" }", "d = \"x\" }");
    let said = SiteTest::base()
        .file("content/tables/long.toml", text)
        .check();
    assert_eq!(said.matches("“x” is not an answer").count(), 100, "{said}");
    assert!(
        said.contains("This table has 900 more problems than are shown."),
        "{said}"
    );
}
