//! What is said of a fault in a page's text, and what to do about it.

use super::text::{
    BRACE, FENCE, HEADING_ID, LABEL, LINK_FORM, NOTE, RAW_HTML, REFERENCE_FORM, TABLE_ROW,
    UNREADABLE,
};
use crate::diagnostic::{Rule, suggestion};
use crate::markdown::FaultKind;
use crate::model::{Page, Site};

/// The rule that a fault breaks, the message, and the help.
pub(super) fn of(_site: &Site, page: &Page, kind: &FaultKind) -> (&'static Rule, String, String) {
    let (rule, message, help): (&Rule, String, String) = match kind {
        FaultKind::LabelWord(_)
        | FaultKind::QuoteWord(_)
        | FaultKind::LabelChildren
        | FaultKind::LabelWidens { .. }
        | FaultKind::LabelNested
        | FaultKind::LabelTrailing
        | FaultKind::LabelEmpty
        | FaultKind::QuoteBesideLabel
        | FaultKind::QuoteRunsOn
        | FaultKind::UnderlinedHeading
        | FaultKind::LabelLike
        | FaultKind::LabelInCode => return label(kind),
        FaultKind::UnknownNote(_)
        | FaultKind::DuplicateNote(_)
        | FaultKind::UnusedNote(_)
        | FaultKind::UnknownDefinition(_)
        | FaultKind::DuplicateDefinition(_)
        | FaultKind::UnusedDefinition(_) => return note(page, kind),
        FaultKind::RawHtml => (
            &RAW_HTML,
            "This is HTML, and pages are written in Markdown.".into(),
            "Write it in Markdown; to show a < as it is, write \\<.".into(),
        ),
        FaultKind::Brace => (
            &BRACE,
            "A brace in text looks like a label that was mistyped.".into(),
            "For a section for staff write {.staff} at the end of its heading; to show a brace as it is, write \\{ or \\}.".into(),
        ),
        FaultKind::HeadingId(id) => (
            &HEADING_ID,
            format!("“#{id}” cannot be the id of a heading."),
            "Write one id, a small letter first, then small letters, digits and hyphens, as in {#who-to-ask}.".into(),
        ),
        FaultKind::OpenReference => (
            &REFERENCE_FORM,
            "Two square brackets begin a reference, and this is none.".into(),
            "Write a reference as in [[role:dsl]]; to show brackets as they are, write \\[\\[.".into(),
        ),
        FaultKind::PictureReference => (
            &REFERENCE_FORM,
            "A reference cannot be a picture.".into(),
            "Write a picture as in ![](../images/garden.jpg), and a reference without the exclamation mark.".into(),
        ),
        FaultKind::OpenLink => (
            &LINK_FORM,
            "This looks like a link, but is none.".into(),
            "Write [words](page.md) without spaces in the brackets on the right, and no link or reference in those on the left.".into(),
        ),
        FaultKind::RowCells { cells, header } => (
            &TABLE_ROW,
            format!("This row has {}, and the table's header has {header}.", count(*cells, "cell")),
            "Give every row as many cells as the header; a | inside a cell is written \\|. A table ends at a blank line.".into(),
        ),
        FaultKind::LooseRow => (
            &TABLE_ROW,
            "This looks like a row of a table, but stands in no table.".into(),
            "A table begins with a row of headings and a row of dashes, as in | --- | --- |, with as many cells in both.".into(),
        ),
        FaultKind::OpenFence => (
            &FENCE,
            "This block is opened and never closed.".into(),
            "Write a line with the same marks (```) where the block ends.".into(),
        ),
        FaultKind::Unreadable => (
            &UNREADABLE,
            "This page cannot be read as Markdown.".into(),
            "Take out what was added last, or write it more simply.".into(),
        ),
    };
    (rule, message, help)
}

fn label(kind: &FaultKind) -> (&'static Rule, String, String) {
    let (message, help): (String, String) = match kind {
        FaultKind::LabelWord(word) => (
            format!("“{{{word}}}” is not a label that a heading can have."),
            near_heading_label(word),
        ),
        FaultKind::QuoteWord(word) => {
            let near = suggestion(word, ["STAFF", "PARENTS"]);
            let meant = near.map(|near| format!("Did you mean [!{near}]? ")).unwrap_or_default();
            (
                format!("“[!{word}]” is not a label that a block can have."),
                format!("{meant}Write [!STAFF], [!PARENTS] or [!PARENTS STAFF]."),
            )
        }
        FaultKind::LabelChildren => (
            "Nothing on this page can be labelled for children.".into(),
            "Write a page for them in content/children/, in words of their own.".into(),
        ),
        FaultKind::LabelWidens { label, place } => (
            format!("This label is for {label}, but it stands where only {place} read."),
            "A label can only narrow who reads. Move the text out, or take the label off.".into(),
        ),
        FaultKind::LabelNested => (
            "A label works only on headings and quotes of the page itself, not inside a list, a quote, a note or a definition.".into(),
            "Move the heading or the quote out to the left margin.".into(),
        ),
        FaultKind::LabelTrailing => (
            "The label must stand alone on its line.".into(),
            "Put the text on the next line, with > before it.".into(),
        ),
        FaultKind::LabelEmpty => (
            "There is nothing under this label.".into(),
            "Write the text on the lines below it, each with > before it.".into(),
        ),
        FaultKind::QuoteBesideLabel => (
            "This quote has no label, but only blank lines part it from one that has.".into(),
            "If it belongs to the labelled one, join them with a line of >; if not, put a sentence between them.".into(),
        ),
        FaultKind::QuoteRunsOn => (
            "This line stands directly below a quote with a label, but is not part of it.".into(),
            "If it belongs to the quote, begin it with >; if not, put a blank line above it.".into(),
        ),
        FaultKind::UnderlinedHeading => (
            "The line of hyphens or equals signs below makes this a heading, which would end the labelled section it stands in.".into(),
            "For a line across the page, put a blank line above the hyphens; for a heading, write ## before it and take the line below out.".into(),
        ),
        FaultKind::LabelInCode => (
            "This line looks like a label or a block of its own, but stands inside code.".into(),
            "Close the block above it with ``` on a line, and do not indent it. To show it as an example, use a block that begins with ```text.".into(),
        ),
        _ => (
            "“[!” begins a label, and a label cannot stand here.".into(),
            "A label is the first line of a quote, alone: > [!STAFF]. It works only on quotes of the page itself.".into(),
        ),
    };
    (&LABEL, message, help)
}

fn near_heading_label(word: &str) -> String {
    let bare = word.trim_start_matches('.').to_lowercase();
    match suggestion(&bare, ["staff", "parents"]) {
        Some(near) => format!("Did you mean {{.{near}}}?"),
        None => "Write {.staff} or {.parents}, or {#id} for an id of its own.".into(),
    }
}

fn note(page: &Page, kind: &FaultKind) -> (&'static Rule, String, String) {
    let whole = page.prose.inspect_whole();
    let elsewhere = "It is defined in a part of the page that not all readers of this place can read. Move the definition, or narrow this place with a label.".to_owned();
    let (message, help) = match kind {
        FaultKind::UnknownNote(label) => (
            format!("The note [^{label}] is not defined for those who read it here."),
            if whole.notes.iter().any(|note| note.label == *label) {
                elsewhere
            } else {
                format!("Add a line: [^{label}]: and the text of the note.")
            },
        ),
        FaultKind::UnknownDefinition(label) => (
            format!("The link [{label}] is not defined for those who read it here."),
            if whole
                .definitions
                .iter()
                .any(|note| note.label.eq_ignore_ascii_case(label))
            {
                elsewhere
            } else {
                format!("Add a line: [{label}]: and the page it leads to.")
            },
        ),
        FaultKind::DuplicateNote(label) => (
            format!("The note [^{label}] is defined a second time."),
            "Give one of them another number.".to_owned(),
        ),
        FaultKind::DuplicateDefinition(label) => (
            format!("The link [{label}] is defined a second time."),
            "Give one of them another name.".to_owned(),
        ),
        FaultKind::UnusedNote(label) => (
            format!("The note [^{label}] is never used."),
            format!("Write [^{label}] where it belongs, or take the note out."),
        ),
        FaultKind::UnusedDefinition(label) => (
            format!("The link [{label}] is defined and never used."),
            "Take the line out, or use it.".to_owned(),
        ),
        _ => (String::new(), String::new()),
    };
    (&NOTE, message, help)
}

/// `1 cell`, `2 cells`.
pub(super) fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
