//! The marks of the papers that the demo's tables came from: none is lost,
//! from the data, and again from the built pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use signpost::render::Edition;
use toml::{Table, Value};

use super::printed::{Printed, table, tables};
use crate::build;
use crate::site::files_under;

type Counts = BTreeMap<String, usize>;

fn counts<const N: usize>(counts: [(&str, usize); N]) -> Counts {
    counts.map(|(name, count)| (name.to_owned(), count)).into()
}

fn counted(names: impl IntoIterator<Item = String>) -> Counts {
    let mut counts = Counts::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// A file of `content/tables/`.
fn data(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("content/tables/{name}.toml"));
    let text = std::fs::read_to_string(path).expect("the table is there");
    text.parse().expect("the table is TOML")
}

fn rows(table: &Table) -> impl Iterator<Item = &Table> {
    let rows = table["row"].as_array().expect("rows").iter();
    rows.map(|row| row.as_table().expect("a row is a table"))
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// How often a group has each answer.
fn answers(name: &str, group: &str) -> Counts {
    counted(rows(&data(name)).map(|row| text(&row["answers"][group])))
}

/// How often each action follows.
fn actions(name: &str) -> Counts {
    let data = data(name);
    let listed = rows(&data).flat_map(|row| row["actions"].as_array().expect("actions"));
    counted(listed.map(text))
}

/// The demo, built.
fn edition() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let files: Vec<(String, Vec<u8>)> = files_under(&root)
            .into_iter()
            .map(|(path, bytes)| (format!("content/{path}"), bytes))
            .collect();
        let files = files.iter().map(|(path, bytes)| (&**path, &**bytes));
        build::printed(files).unwrap_or_else(|why| panic!("{why}"))
    })
}

fn staff_page(path: &str) -> &'static str {
    str::from_utf8(&edition().staff.files[path]).expect("a page is text")
}

fn web_page(path: &str) -> &'static str {
    str::from_utf8(&edition().web.files[path]).expect("a page is text")
}

/// How often each word stands in a column.
fn column(table: &Printed, title: &str) -> Counts {
    let at = table.columns.iter().position(|column| column == title);
    let at = at.unwrap_or_else(|| panic!("{title} among {:?}", table.columns));
    counted(table.rows.iter().map(|row| row.cells[at - 1].clone()))
}

#[test]
fn devices_have_thirteen_yes_and_eight_no() {
    let data = data("devices");
    let all = rows(&data).flat_map(|row| row["answers"].as_table().expect("answers"));
    let all = counted(all.map(|(_, answer)| text(answer)));
    assert_eq!(all, counts([("yes", 13), ("no", 8)]));
    let table = table(staff_page("who-may-do-what.html"), "Devices in school");
    assert_eq!((table.rows.len(), table.columns.len()), (3, 8));
    let words = table.rows.iter().flat_map(|row| row.cells.clone());
    assert_eq!(counted(words), counts([("Yes", 13), ("No", 8)]));
}

#[test]
fn communications_have_eleven_answers_of_staff_and_ten_of_pupils() {
    let staff = [("allowed", 3), ("certain-times", 5), ("not-allowed", 3)];
    assert_eq!(answers("communications", "staff"), counts(staff));
    let pupils = [
        ("certain-times", 1),
        ("with-permission", 3),
        ("not-allowed", 6),
        ("not-stated", 1),
    ];
    assert_eq!(answers("communications", "pupils"), counts(pupils));
    let title = "Phones, messages and going online";
    let printed = table(staff_page("who-may-do-what.html"), title);
    let staff = [("Allowed", 3), ("At certain times", 5), ("Not allowed", 3)];
    assert_eq!(column(&printed, "Staff and other adults"), counts(staff));
    let pupils = counts([
        ("At certain times", 1),
        ("With a member of staff’s permission", 3),
        ("Not allowed", 6),
        ("Not stated", 1),
    ]);
    assert_eq!(column(&printed, "Pupils"), pupils);
    let printed = table(web_page("parents/what-children-may-use.html"), title);
    assert_eq!(printed.columns, ["What", "Pupils"]);
    assert_eq!(column(&printed, "Pupils"), pupils);
    let printed = table(
        web_page("children/age-7-to-11/what-can-i-do.html"),
        "Phones, tablets and messages",
    );
    let words = [("Ask first", 4), ("No", 6), ("Ask a grown-up", 1)];
    assert_eq!(column(&printed, "Can I?"), counts(words));
}

#[test]
fn online_activities_have_every_mark_in_its_column() {
    // Of the third answer of five there is none, and it is there all the same.
    let marks = counts([
        ("acceptable", 2),
        ("certain-times", 4),
        ("unacceptable", 12),
        ("illegal", 6),
    ]);
    assert_eq!(answers("online-activities", "staff"), marks);
    let data = data("online-activities");
    let known = data["group"][0]["answers"].as_array().expect("answers");
    assert_eq!(text(&known[2]["id"]), "named-staff");
    let words = counts([
        ("Acceptable", 2),
        ("Acceptable at certain times", 4),
        ("Not acceptable", 12),
        ("Not acceptable, and against the law", 6),
    ]);
    let title = "What staff may do online at work";
    for path in ["who-may-do-what.html", "policies/acceptable-use.html"] {
        assert_eq!(column(&table(staff_page(path), title), "Staff"), words);
    }
    let parents = table(web_page("parents/policies/acceptable-use.html"), title);
    assert_eq!(parents.rows.len(), 24 - 5);
    assert!(!parents.html.contains(" Act "), "{}", parents.html);
}

#[test]
fn what_follows_for_staff_has_every_mark_in_its_column() {
    let marks = counts([
        ("headteacher", 15),
        ("local-authority", 3),
        ("police", 2),
        ("technical", 5),
        ("warning", 12),
        ("suspension", 1),
        ("disciplinary", 6),
    ]);
    assert_eq!(actions("staff-incidents"), marks);
    let page = staff_page("what-happens-if.html");
    let grid = table(page, "When a member of staff breaks a rule online");
    assert_eq!(grid.rows.len(), 15);
    let data = data("staff-incidents");
    let titles = data["action"].as_array().expect("actions").iter();
    for action in titles {
        let (id, title) = (text(&action["id"]), text(&action["title"]));
        let yes = column(&grid, &title)["Yes"];
        assert_eq!(yes, marks[&id], "{title}");
        // And again where staff ask about one thing at a time.
        let listed = page.matches(&format!("<li>{title}")).count();
        assert_eq!(listed, marks[&id], "{title}");
    }
}

#[test]
fn what_follows_for_pupils_depends_on_what_is_said() {
    let page = web_page("parents/if-a-rule-is-broken.html");
    let printed = table(page, "When a pupil breaks a rule online");
    assert_eq!(printed.columns, ["What happened", "What follows"]);
    assert_eq!(printed.rows.len(), 10);
    assert_eq!(printed.rows[0].cells, ["Nothing further."]);
    let again = "The family is told the same day, if it happens again";
    assert!(printed.rows[1].cells[0].contains(again), "{printed:#?}");
    let printed = table(
        web_page("children/age-7-to-11/if-i-get-it-wrong.html"),
        "What we do",
    );
    assert!(
        printed.rows[1].cells[0].contains("Sometimes: We tell"),
        "{printed:#?}"
    );
    assert!(!printed.html.contains("if it happens again"));
}

#[test]
fn every_printed_table_is_whole() {
    let edition = edition();
    let trees = edition.web.files.iter().chain(&edition.staff.files);
    let mut seen = 0;
    for (path, bytes) in trees.filter(|(path, _)| path.ends_with(".html")) {
        let page = str::from_utf8(bytes).expect("a page is text");
        for table in tables(page) {
            seen += 1;
            let whole = format!("{path}: {table:#?}");
            assert!(!table.caption.is_empty(), "{whole}");
            assert_eq!(table.html.matches("<thead").count(), 1, "{whole}");
            assert!(!table.html.contains("span=\""), "{whole}");
            assert!(table.columns.len() > 1 && !table.rows.is_empty(), "{whole}");
            assert!(
                table.columns.iter().all(|column| !column.is_empty()),
                "{whole}"
            );
            for row in &table.rows {
                assert!(!row.head.is_empty(), "{whole}");
                assert_eq!(row.cells.len() + 1, table.columns.len(), "{whole}");
                assert!(row.cells.iter().all(|cell| !cell.is_empty()), "{whole}");
            }
        }
    }
    assert!(seen > 10, "only {seen} tables are printed");
}
