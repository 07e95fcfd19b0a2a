//! Tables of a page as they are printed, read without the program.

/// A table of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) caption: String,
    /// The heads of the columns, with that of the rows.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Line>,
    /// All of it, with its tags.
    pub(super) html: String,
}

/// A row of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) head: String,
    pub(super) cells: Vec<String>,
}

/// The tables made of records on a page, in order.
pub(super) fn tables(page: &str) -> Vec<Printed> {
    let parts = page.split("<table role=\"table\"").skip(1);
    parts
        .map(|part| {
            let html = part.split("</table>").next().unwrap_or_default();
            let rows: Vec<&str> = html.split("<tr role=\"row\">").skip(1).collect();
            let heads = |row: &str| between(row, "<th ", "</th>");
            Printed {
                caption: between(html, "<caption", "</caption>").concat(),
                columns: rows.first().map(|row| heads(row)).unwrap_or_default(),
                rows: rows
                    .iter()
                    .skip(1)
                    .map(|row| Line {
                        head: heads(row).concat(),
                        cells: between(row, "<td ", "</td>"),
                    })
                    .collect(),
                html: html.to_owned(),
            }
        })
        .collect()
}

/// The table with a caption.
pub(super) fn table(page: &str, caption: &str) -> Printed {
    let mut found = tables(page);
    found.retain(|table| table.caption == caption);
    assert_eq!(found.len(), 1, "{caption} in {page}");
    found.remove(0)
}

/// The words of every stretch that begins and ends so.
fn between(html: &str, begins: &str, ends: &str) -> Vec<String> {
    let parts = html.split(begins).skip(1);
    let inner = parts.map(|part| part.split(ends).next().unwrap_or_default());
    inner
        .map(|part| words(part.split_once('>').map_or("", |(_, inner)| inner)))
        .collect()
}

/// What is read of a stretch: without the name of the column, which stands in
/// each cell for narrow screens alone, and without numbers of footnotes.
pub(super) fn words(html: &str) -> String {
    let mut rest = html.to_owned();
    for (begins, ends) in [("<span class=\"of\"", "</span>"), ("<sup>", "</sup>")] {
        while let Some((before, after)) = rest.split_once(begins) {
            let after = after.split_once(ends).map_or("", |(_, after)| after);
            rest = format!("{before}{after}");
        }
    }
    let mut text = String::new();
    let mut inside = false;
    for letter in rest.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    let text = text.replace("&#39;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_table_is_read_as_it_stands() {
    let page = "<table role=\"table\" class=\"x\"><caption>A <b>b</b></caption>\
        <thead><tr role=\"row\"><th a>What</th><th b>C</th></tr></thead><tbody><tr role=\"row\">\
        <th c>D</th><td e><span class=\"of\" f>C: </span><span>Yes</span> <sup>note 1</sup></td></tr></table>";
    let table = table(page, "A b");
    assert_eq!(table.columns, ["What", "C"]);
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].head, "D");
    assert_eq!(table.rows[0].cells, ["Yes"]);
}
