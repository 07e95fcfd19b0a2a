//! Tables damaged as those of the two policies were: on paper, where a page
//! ended, in the hands of whoever copied the marks. Each is found once, at its
//! place, and none is guessed.

use crate::site::SiteTest;

const PHONES: &str = "content/tables/phones.toml";
const INCIDENTS: &str = "content/tables/incidents.toml";

/// What was done to a table, where, and what is said of it at which line.
struct Damage {
    what: &'static str,
    file: &'static str,
    old: &'static str,
    new: &'static str,
    found: &'static str,
}

const PUPILS: &str = "answers = { staff = \"allowed\", pupils = \"certain-times\" }";
const ACTIONS: &str = "actions = [\"tell-head\", \"warn\"]";

const DAMAGES: [Damage; 13] = [
    Damage {
        what: "a row was split in two where the page ended",
        file: PHONES,
        old: "pupils = \"not-stated\" }\n",
        new: "pupils = \"not-stated\" }\n\n[[row]]\nlabel = \"that is not a test\"\nchild = \"Not a test\"\n",
        found: "content/tables/phones.toml:33:9 error table-answer",
    },
    Damage {
        what: "a row of actions was split in two",
        file: INCIDENTS,
        old: "[[row]]\nlabel = \"Reporting",
        new: "[[row]]\nlabel = \"to somebody outside\"\n\n[[row]]\nlabel = \"Reporting",
        found: "content/tables/incidents.toml:19:9 error table-action",
    },
    Damage {
        what: "a mark is missing",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"allowed\" }",
        found: "content/tables/phones.toml:25:11 error table-answer",
    },
    Damage {
        what: "there are two marks",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"allowed\", pupils = \"certain-times\", pupils = \"not-allowed\" }",
        found: "content/tables/phones.toml:25:58 error toml-syntax",
    },
    Damage {
        what: "there are two marks, in a list",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"allowed\", pupils = [\"certain-times\", \"not-allowed\"] }",
        found: "content/tables/phones.toml:25:41 error schema",
    },
    Damage {
        what: "a mark is an x",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"x\", pupils = \"certain-times\" }",
        found: "content/tables/phones.toml:25:21 error table-answer",
    },
    Damage {
        what: "a mark is an X",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"X\", pupils = \"certain-times\" }",
        found: "content/tables/phones.toml:25:21 error table-answer",
    },
    Damage {
        what: "an action is an x",
        file: INCIDENTS,
        old: ACTIONS,
        new: "actions = [\"tell-head\", \"x\"]",
        found: "content/tables/incidents.toml:15:25 error table-action",
    },
    Damage {
        what: "an action is an X",
        file: INCIDENTS,
        old: ACTIONS,
        new: "actions = [\"tell-head\", \"X\"]",
        found: "content/tables/incidents.toml:15:25 error table-action",
    },
    Damage {
        what: "the headings were lost",
        file: INCIDENTS,
        old: "[[action]]\nid = \"tell-head\"\ntitle = \"The headteacher is told\"\n\n[[action]]\nid = \"warn\"\ntitle = \"A warning\"\n",
        new: "",
        found: "content/tables/incidents.toml:2:9 error table-shape",
    },
    Damage {
        what: "a footnote hangs on a heading",
        file: PHONES,
        old: "title = \"Pupils\"",
        new: "title = \"Pupils*\"",
        found: "content/tables/phones.toml:14:9 warn footnote-mark",
    },
    Damage {
        what: "an answer is none of its group's",
        file: PHONES,
        old: PUPILS,
        new: "answers = { staff = \"nominated\", pupils = \"certain-times\" }",
        found: "content/tables/phones.toml:25:21 error table-answer",
    },
    Damage {
        what: "an action is none of the table's",
        file: INCIDENTS,
        old: ACTIONS,
        new: "actions = [\"tell-head\", \"suspend\"]",
        found: "content/tables/incidents.toml:15:25 error table-action",
    },
];

#[test]
fn each_is_found_once_at_its_place() {
    for damage in DAMAGES {
        // Its warning does not depend on the condition of an action that is gone.
        let site = SiteTest::base().edit(
            INCIDENTS,
            "when = { warn = \"if it happens again\" }\n",
            "note = \"If it happens again.\"\n",
        );
        let findings = site.edit(damage.file, damage.old, damage.new).findings();
        let said: Vec<&str> = findings
            .iter()
            .map(|(_, said)| said.lines().next().unwrap_or_default())
            .collect();
        assert_eq!(said, [damage.found], "{}", damage.what);
    }
}

/// A table that is typed on a page has no groups to hold its marks against,
/// but its shape is held.
#[test]
fn a_table_on_a_page_is_held_to_its_shape() {
    for (what, table, found) in [
        (
            "a row was split in two",
            "| What | Who |\n| --- | --- |\n| Ask | Staff |\n| before you start |\n",
            "content/parents/phones.md:8:1 error table-row",
        ),
        (
            "a row has a mark too many",
            "| What | Who |\n| --- | --- |\n| Ask | Staff | x |\n",
            "content/parents/phones.md:7:1 error table-row",
        ),
        (
            "the headings were lost",
            "| Ask | Staff |\n| Tell | Staff |\n",
            "content/parents/phones.md:5:1 error table-row",
        ),
        (
            "a footnote on a heading leads nowhere",
            "| What[^1] | Who |\n| --- | --- |\n| Ask | Staff |\n",
            "content/parents/phones.md:5:7 error note",
        ),
    ] {
        let page = format!("+++\ntitle = \"Phones\"\n+++\n\n{table}");
        let findings = SiteTest::base()
            .file("content/parents/phones.md", page)
            .findings();
        let said: Vec<&str> = findings
            .iter()
            .map(|(_, said)| said.lines().next().unwrap_or_default())
            .collect();
        assert_eq!(said, [found], "{what}");
    }
}
