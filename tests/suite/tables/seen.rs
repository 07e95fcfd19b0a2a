//! What each reader sees of one table, and that nothing else shows.

use super::printed::{Printed, table, tables};
use crate::site::{Built, SiteTest};

const TABLE: &str = "content/tables/phones.toml";
const BLOCK: &str = "\n```table\nid = \"phones\"\n```\n";

/// The small site with its table on a page of every reader, and in it one row
/// and one note for staff before everything else.
fn built() -> Built {
    let row = "[[row]]\nlabel = \"Keeping the spare phone\"\nsection = \"Only here\"\nlaw = \"Some Act 1999\"\n\
               note = \"It is in the safe.\"\nfor = [\"staff\"]\nanswers = { staff = \"allowed\", pupils = \"not-stated\" }\n\n\
               [[row]]\nlabel = \"Bringing a phone to school\"\n";
    let notes = "answers = { staff = \"allowed\", pupils = \"certain-times\" }\n\
                 notes = { staff = \"In the staff room.\", pupils = \"Handed in.\" }\n\
                 note = \"Ask at the office.\"\nsection = \"All day\"\nlaw = \"Another Act 2000\"\n";
    SiteTest::bare()
        .edit(
            TABLE,
            "[[row]]\nlabel = \"Bringing a phone to school\"\n",
            row,
        )
        .edit(
            TABLE,
            "answers = { staff = \"allowed\", pupils = \"certain-times\" }\n",
            notes,
        )
        .edit(
            TABLE,
            "kind = \"permission\"\n",
            "kind = \"permission\"\nintro = \"Hello.\"\nsource = \"The minutes.\"\n",
        )
        .append("content/children/games.md", BLOCK)
        .append("content/parents/phones.md", BLOCK)
        .append("content/staff/devices.md", &BLOCK.repeat(2))
        .build()
}

fn cells(table: &Printed) -> Vec<(&str, Vec<&str>)> {
    let rows = table.rows.iter();
    rows.map(|row| (&*row.head, row.cells.iter().map(|cell| &**cell).collect()))
        .collect()
}

#[test]
fn children_see_their_own_answers_in_their_own_words() {
    let built = built();
    let page = built.page("web/children/games.html");
    let printed = table(page, "Phones");
    assert_eq!(printed.columns, ["What", "Can I?"]);
    let rows = [
        ("Bring a phone", vec!["Ask first"]),
        ("Use a phone in class", vec!["Ask a grown-up"]),
    ];
    assert_eq!(cells(&printed), rows);
    // A shape of its own for each, and no word of grown-ups'.
    assert!(printed.html.contains("class=\"answer ask\"><svg"));
    assert!(printed.html.contains("class=\"answer unsure\"><svg"));
    for word in [
        "Act",
        "All day",
        "Handed in",
        "office",
        "Hello",
        "certain",
        "note",
        "tablets",
    ] {
        assert!(!printed.html.contains(word), "{word}: {}", printed.html);
    }
}

#[test]
fn parents_see_pupils_and_no_trace_of_what_is_for_staff() {
    let built = built();
    let page = built.page("web/parents/phones.html");
    let printed = table(page, "Phones and tablets");
    assert_eq!(printed.columns, ["What", "Pupils"]);
    let rows = [
        (
            "All day: Bringing a phone to school (Another Act 2000)",
            vec!["At certain times"],
        ),
        ("Using a phone in a lesson", vec!["Not stated"]),
    ];
    assert_eq!(cells(&printed), rows);
    for word in [
        "spare",
        "Only here",
        "1999",
        "in the safe",
        "staff room",
        "minutes",
        "Staff",
    ] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    // Their notes begin with number 1, though staff have some before.
    assert!(page.contains("<li id=\"_block-1-note-1\">Ask at the office.</li>\n<li id=\"_block-1-note-2\">Handed in.</li>"));
    assert!(page.contains("<p>Hello.</p>"));
    assert!(page.contains("It is not a “no”"));
}

#[test]
fn staff_see_all_of_it_with_each_note_once() {
    let built = built();
    let page = built.page("staff/devices.html");
    let [first, second] = &tables(page)[..] else {
        panic!("{page}");
    };
    assert_eq!(first.columns, ["What", "Staff", "Pupils"]);
    assert_eq!(cells(first), cells(second));
    assert_eq!(
        cells(first)[0],
        (
            "Only here: Keeping the spare phone (Some Act 1999)",
            vec!["Allowed", "Not stated"]
        )
    );
    assert!(page.contains("Where this comes from: The minutes."));
    for number in [1, 2] {
        let notes = [
            "It is in the safe.",
            "Ask at the office.",
            "In the staff room.",
            "Handed in.",
        ];
        for (at, note) in notes.iter().enumerate() {
            let line = format!("<li id=\"_block-{number}-note-{}\">{note}</li>", at + 1);
            assert_eq!(page.matches(&line).count(), 1, "{line}: {page}");
        }
    }
}

#[test]
fn a_note_that_stands_in_many_places_is_printed_once() {
    let note =
        "notes = { staff = \"Ask first.\", pupils = \"Ask first.\" }\nnote = \"Ask first.\"\n";
    let row = "answers = { staff = \"not-allowed\", pupils = \"not-stated\" }\n";
    let built = SiteTest::bare()
        .edit(TABLE, row, &format!("{row}{note}"))
        .append("content/staff/devices.md", BLOCK)
        .build();
    let page = built.page("staff/devices.html");
    assert_eq!(page.matches("Ask first.").count(), 1, "{page}");
    assert_eq!(
        page.matches("href=\"#_block-1-note-1\">note 1</a>").count(),
        3
    );
}

#[test]
fn what_follows_from_a_mistake_in_a_table_is_not_told_as_well() {
    let show = |site: SiteTest| {
        site.append("content/children/games.md", BLOCK)
            .append("content/parents/phones.md", BLOCK)
            .append("content/staff/devices.md", BLOCK)
            .check()
    };
    for (old, new) in [
        ("kind = \"permission\"\n", ""),
        ("kind = \"permission\"\n", "kind = \"grid\"\n"),
        ("kind = \"permission\"\n", "kind = \"action\"\n"),
        ("title = \"Phones and tablets\"\n", ""),
        (
            "for = [\"children\", \"parents\", \"staff\"]\n",
            "for = [\"pupils\"]\n",
        ),
        ("for = [\"children\", \"parents\", \"staff\"]\n", ""),
        (
            "for = [\"children\", \"parents\", \"staff\"]\n",
            "fro = [\"children\", \"parents\", \"staff\"]\n",
        ),
        ("id = \"pupils\"\n", "idd = \"pupils\"\n"),
        ("id = \"pupils\"\n", ""),
        ("id = \"pupils\"\n", "id = 7\n"),
        ("title = \"Pupils\"\n", ""),
        ("means = \"ask\"", "means = \"maybe\""),
        ("{ id = \"certain-times\", label", "{ id = \"\", label"),
        ("label = \"Using a phone in a lesson\"\n", ""),
        ("pupils = \"not-stated\" }", "pupils = \"not-stated\""),
        ("[[row]]\nlabel = \"Using", "[row]\nlabel = \"Using"),
        (
            "answers = { staff = \"not-allowed\", pupils = \"not-stated\" }",
            "answers = \"no\"",
        ),
        (
            "answers = { staff = \"not-allowed\", pupils = \"not-stated\" }",
            "answer = { staff = \"not-allowed\", pupils = \"not-stated\" }",
        ),
    ] {
        let said = show(SiteTest::base().edit(TABLE, old, new));
        assert_eq!(said.matches(" error ").count(), 1, "{old} → {new}\n{said}");
    }
}
