//! What is said of a fault in a page's text, and what to do about it.

use super::sink::Said;
use super::slips;
use super::text::{
    BRACE, FENCE, HEADING_ID, LABEL, LINK_FORM, NOTE, RAW_HTML, REFERENCE_FORM, TABLE_ROW,
    UNREADABLE,
};
use crate::diagnostic::{Rule, suggestion};
use crate::markdown::FaultKind;
use crate::model::Page;

/// The message and the help.
pub(super) type Words = (String, String);

/// The rule that a fault breaks, the message, and the help.
pub(super) fn of(page: &Page, kind: &FaultKind) -> Said {
    let (rule, (message, help)): (&Rule, Words) = match kind {
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
        | FaultKind::EmptyHeading
        | FaultKind::LabelLike
        | FaultKind::LabelInCode => (&LABEL, label(page, kind)),
        FaultKind::Near(near) => (&LABEL, slips::near(page, near)),
        FaultKind::Odd(odd) => (&slips::LOOKS_ODD, slips::odd(odd)),
        FaultKind::UnknownNote(_)
        | FaultKind::DuplicateNote(_)
        | FaultKind::UnusedNote(_)
        | FaultKind::UnknownDefinition(_)
        | FaultKind::DuplicateDefinition(_)
        | FaultKind::UnusedDefinition(_) => (&NOTE, note(page, kind)),
        FaultKind::RawHtml(tag) => (&RAW_HTML, html(tag)),
        FaultKind::Brace => (&BRACE, said(
            "A curly bracket in the text may be a label that was mistyped, so it is not let through.",
            "For a part for staff alone, write {.staff} at the end of its heading. To show a curly bracket as it is, put a backslash before it.",
        )),
        FaultKind::HeadingId(id) => (&HEADING_ID, (
            format!("“#{id}” cannot be the id of a heading."),
            "Write one id, in small letters, digits and hyphens and with a letter first, as in {#who-to-ask}.".into(),
        )),
        FaultKind::OpenReference => (&REFERENCE_FORM, said(
            "Two square brackets begin a reference, and this is none that can be read.",
            "Write a reference as in [[role:dsl]], with both pairs of brackets on one line. To show a square bracket as it is, put a backslash before it.",
        )),
        FaultKind::PictureReference => (&REFERENCE_FORM, said(
            "With an exclamation mark before it, a reference would be a picture, and that it cannot be.",
            "Take the exclamation mark out; a picture is written as in ![](../images/garden.jpg).",
        )),
        FaultKind::OpenLink => (&LINK_FORM, said(
            "This looks like a link, but is none.",
            "A link is written [words](page.md), with no spaces in the round brackets, and no other link in the square ones.",
        )),
        FaultKind::RowCells { .. } | FaultKind::LooseRow => (&TABLE_ROW, row(kind)),
        FaultKind::OpenFence => (&FENCE, said(
            "This block is opened and never closed, so all the rest of the page would belong to it.",
            "Write a line with the same marks and nothing else (as in ```) where the block ends.",
        )),
        FaultKind::Unreadable => (&UNREADABLE, said(
            "This page cannot be read as Markdown.",
            "Take out what was added last, or write it more simply.",
        )),
    };
    (rule, message, help)
}

fn said(message: &str, help: &str) -> Words {
    (message.to_owned(), help.to_owned())
}

/// What to write instead of the HTML that editors paste.
fn html(tag: &str) -> Words {
    if tag.starts_with("<!--") {
        return said(
            "This is a hidden comment. Nothing on a page is hidden from those whom it is for.",
            "Take it out, and keep notes to yourself in another file.",
        );
    }
    let name: String = tag
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_lowercase();
    let instead = match name.as_str() {
        "b" | "strong" => "For strong words write **words**.",
        "i" | "em" => "For words that stand out write *words*.",
        "a" => "A link is written [words](page.md).",
        "img" => "A picture is written as in ![](../images/garden.jpg).",
        "br" | "p" => "A new paragraph begins after an empty line.",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            "A heading is a line that begins with ## and a space."
        }
        "ul" | "ol" | "li" => "Each line of a list begins with a hyphen and a space.",
        "table" | "tr" | "td" | "th" => {
            "Each row of a table is a line, with a | between the cells."
        }
        _ => "Take it out, and leave the words.",
    };
    let message = format!("“{tag}” is HTML, and pages are written in Markdown.");
    (
        message,
        format!("{instead} To show a < as it is, put a backslash before it."),
    )
}

fn row(kind: &FaultKind) -> Words {
    match kind {
        FaultKind::RowCells { cells, header } => (
            format!("This row has {}, and the first row of the table has {header}.", count(*cells, "cell")),
            "Give every row as many cells as the first one. To show a | inside a cell, put a backslash before it. A table ends at an empty line.".to_owned(),
        ),
        _ => said(
            "This looks like a row of a table, but it is in none.",
            "A table begins with a row of headings and then a row of dashes, as in | --- | --- |, with as many cells in both.",
        ),
    }
}

fn label(page: &Page, kind: &FaultKind) -> Words {
    match kind {
        FaultKind::LabelWord(word) => (
            format!("“{{{word}}}” is not a label that a heading can have."),
            heading_help(page, word),
        ),
        FaultKind::QuoteWord(word) => (
            format!("“[!{word}]” is not a label that a quote can have."),
            quote_help(page, word),
        ),
        FaultKind::LabelChildren => said(
            "Nothing on this page can be labelled for children.",
            "Write a page for them in content/children/, in words of their own.",
        ),
        FaultKind::LabelWidens { label, place } => widens(page, label, place),
        FaultKind::LabelNested => said(
            "A label does not work inside a list, another quote, a note or a definition.",
            "Move the heading or the quote out of it, to the beginning of the line.",
        ),
        FaultKind::LabelTrailing => said(
            "The label must stand alone on its line, with both its brackets.",
            "Put the text on the next line, with > before it.",
        ),
        FaultKind::LabelEmpty => said(
            "There is nothing under this label.",
            "Write the text on the lines below it, each with > before it, and no empty line between.",
        ),
        FaultKind::QuoteBesideLabel => said(
            "This quote has no label, but only empty lines part it from one that has.",
            "If it belongs to the labelled one, write > on the empty lines between them. If not, put a sentence between the two.",
        ),
        FaultKind::QuoteRunsOn => said(
            "This line stands directly below a quote with a label, but is not part of it.",
            "If it belongs to the quote, begin it with >; if not, put an empty line above it.",
        ),
        FaultKind::EmptyHeading => said(
            "This heading has no words, and would end the labelled section that it is in.",
            "Write its words behind the marks, or take the line out.",
        ),
        FaultKind::UnderlinedHeading => said(
            "The line of hyphens or equals signs below makes this a heading, which would end the labelled section it stands in.",
            "For a line across the page, put an empty line above the hyphens; for a heading, write ## before it and take the line below out.",
        ),
        FaultKind::LabelInCode => said(
            "This line looks like a label or the beginning of a block, but it is inside another block.",
            "If a block above it should have ended, close it with a line of ```; if the line is set in, take the spaces before it away. To show it as an example, put it into a block that begins with ```text.",
        ),
        _ => said(
            "This looks like a label, and a label cannot stand here.",
            "A label is the first line of a quote, as in > [!STAFF], with no > above it, and the quote begins at the beginning of the line.",
        ),
    }
}

/// The one group that a page is for, if it is one: it has no use for labels.
fn only_readers(page: &Page) -> Option<String> {
    if let Some(help) = slips::nobody_else(page) {
        return Some(help);
    }
    let mut readers = page.readers.iter();
    let first = readers.next()?;
    readers.next().is_none().then(|| {
        format!(
            "All of this page is for {first}, so it needs no labels. What is for others goes on a page of theirs, or into a policy."
        )
    })
}

fn heading_help(page: &Page, word: &str) -> String {
    if let Some(help) = only_readers(page) {
        return help;
    }
    let bare = word.trim_start_matches('.').to_lowercase();
    match suggestion(&bare, ["staff", "parents"]) {
        Some(near) => format!("Did you mean {{.{near}}}?"),
        None => {
            "Write {.staff} or {.parents}; an id for links is written as in {#lost-phones}.".into()
        }
    }
}

fn quote_help(page: &Page, word: &str) -> String {
    if let Some(help) = only_readers(page) {
        return help;
    }
    match suggestion(word, ["STAFF", "PARENTS"]) {
        Some(near) => format!("Did you mean [!{near}]?"),
        None => "Write [!STAFF], [!PARENTS] or [!PARENTS STAFF].".into(),
    }
}

fn widens(page: &Page, label: &str, place: &str) -> Words {
    if page.readers.to_string() == place {
        // To take the label off would show it to whom it is not for.
        let help = slips::nobody_else(page).unwrap_or_else(|| {
            format!(
                "Move it to a page for {label}, or into a policy for both. Take the label off only if it is for {place}."
            )
        });
        (
            format!("This is labelled for {label}, but this page is for {place} alone."),
            help,
        )
    } else if place != "staff" {
        (
            format!(
                "This is labelled for {label}, but it stands in a part that only {place} can read."
            ),
            "Move it out of that part, with its label.".to_owned(),
        )
    } else {
        (
            format!(
                "This is labelled for {label}, but it stands in a part that only {place} can read."
            ),
            format!(
                "Move it out of that part. Take the label off only if it is for {place} alone."
            ),
        )
    }
}

fn note(page: &Page, kind: &FaultKind) -> Words {
    let whole = page.prose.inspect_whole();
    let elsewhere = "It is there, but in a part of the page that not all who read this can read. Move it out of that part, or give this place the same label.".to_owned();
    match kind {
        FaultKind::UnknownNote(label) => (
            format!("There is no text for the note [^{label}] for those who read it here."),
            if whole.notes.iter().any(|note| note.label == *label) {
                elsewhere
            } else {
                format!(
                    "Add a line with it, after an empty line: [^{label}]: The text of the note."
                )
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
                format!(
                    "Write the page beside the words, as in [words](page.md), or add a line with it: [{label}]: page.md"
                )
            },
        ),
        FaultKind::DuplicateNote(label) => (
            format!("There is a text for the note [^{label}] already."),
            "Give one of the two another number, here and where it is used.".to_owned(),
        ),
        FaultKind::DuplicateDefinition(label) => (
            format!("The link [{label}] is defined already."),
            "Give one of the two another name, here and where it is used.".to_owned(),
        ),
        FaultKind::UnusedNote(label) => (
            format!("The note [^{label}] is never used."),
            format!("Write [^{label}] where it belongs, or take the note out."),
        ),
        FaultKind::UnusedDefinition(label) => (
            format!("The link [{label}] is defined and never used."),
            "Take the line out, or use it.".to_owned(),
        ),
        _ => Words::default(),
    }
}

/// `1 cell`, `2 cells`.
fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
