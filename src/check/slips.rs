//! Slips that the parser passes over: what was meant as a label and is none,
//! and what makes an odd page.
//!
//! `markdown` finds them; here is for whom they matter, and what is said.

use super::sink::PageSink;
use super::wording::{self, Words};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Rule, Severity, explained};
use crate::markdown::{FaultKind, NearLabel, Odd, Stands, in_page_title};
use crate::model::Page;
use crate::source::Place;

/// Nothing on a page looks like a slip.
pub(super) static LOOKS_ODD: Rule = Rule {
    name: "looks-odd",
    severity: Severity::Warning,
    summary: "Lists, headings, tables, blocks and links are written so that they become what they look like.",
    explanation: explained!("looks-odd"),
};

/// Whether a fault matters to `readers` of `page`: words that look like a
/// label do no harm where all who read them are those whom they name, and
/// staff may read everything that a page of theirs says.
pub(super) fn concern(page: &Page, readers: Audiences, kind: &FaultKind) -> bool {
    match kind {
        FaultKind::Near(near) => page.readers != Audiences::STAFF && !readers.within(near.names),
        _ => true,
    }
}

/// Asks the title of a page, which stands in menus, too.
pub(super) fn page_title(sink: &mut PageSink<'_>) {
    let page = sink.site.page(sink.page);
    let Some(label) = in_page_title(&page.front.title.value).map(FaultKind::Near) else {
        return;
    };
    if concern(page, page.readers, &label) {
        sink.report_at(
            wording::of(page, &label),
            page.readers,
            Place::at(page.prose.file(), page.front.title.span.clone()),
        );
    }
}

/// What to do with a label on a page for one group that is not staff: without
/// its label, a part for staff would be for everybody.
pub(super) fn nobody_else(page: &Page) -> Option<String> {
    let mut readers = page.readers.iter();
    let reader = match (readers.next(), readers.next()) {
        (Some(Audience::Parents), None) => "parent",
        (Some(Audience::Children), None) => "child",
        _ => return None,
    };
    Some(format!(
        "Everybody here is a {reader}. Put it on a page in content/staff/, or in a policy."
    ))
}

/// The message and the help on words that look like a label.
pub(super) fn near(page: &Page, near: &NearLabel) -> Words {
    let NearLabel {
        stands,
        typed,
        names,
    } = near;
    let others = page.readers.without(*names);
    let message = match stands {
        Stands::Heading { .. } => format!(
            "“{typed}” at the end of this heading is not a label, so everybody who reads this page would see the section."
        ),
        Stands::PageTitle => format!(
            "“{typed}” at the end of this title is not a label, so {others} would read the whole page."
        ),
        Stands::Quote => {
            format!("This quote says “{typed}”, but has no label, so {others} would read it too.")
        }
        Stands::Line | Stands::Title(_) => {
            format!("“{typed}” is not a label, so {others} would read what follows it, too.")
        }
        Stands::Lead => {
            format!("“{typed}” is not a label, so {others} would read this paragraph, too.")
        }
        Stands::Entry => {
            format!("“{typed}” is not a label, so {others} would read this part of the list, too.")
        }
        Stands::Cell => {
            format!("“{typed}” is not a label, so {others} would read this part of the table, too.")
        }
        Stands::Marks => format!(
            "“{typed}” is how another program marks a part. It is not a label, so {others} would read what follows it, too."
        ),
    };
    let help = nobody_else(page).unwrap_or_else(|| how_to_label(stands, typed, *names));
    (message, help)
}

/// What to write on a page that can have the label.
fn how_to_label(stands: &Stands, typed: &str, names: Audiences) -> String {
    if names.contains(Audience::Children) {
        return "Write a page for children in content/children/, in words of their own.".to_owned();
    }
    let words: Vec<&str> = names.iter().map(Audience::word).collect();
    let heading = words.join(" .");
    let quote = words.join(" ").to_uppercase();
    match stands {
        Stands::Heading { title, level } => {
            let marks = "#".repeat(usize::from((*level).max(2)));
            let title = if title.is_empty() {
                "The heading"
            } else {
                title
            };
            format!(
                "For {names} only, write: {marks} {title} {{.{heading}}}, with curly brackets and a full stop. If it is part of the title, say it another way."
            )
        }
        Stands::PageTitle => format!(
            "If the page is for {names} only, write among its settings: audience = [\"{}\"]\n{}",
            words.join("\", \""),
            otherwise(typed, names)
        ),
        Stands::Title(title) if !title.is_empty() => format!(
            "For {names} only, write it as a heading with a label: ## {title} {{.{heading}}}. If it is part of the title, say it another way."
        ),
        Stands::Quote => format!(
            "Make its first line exactly: > [!{quote}]\nThe text begins on the line below, with > before it."
        ),
        Stands::Title(_) | Stands::Line | Stands::Lead => format!(
            "{} {}",
            format_args!(
                "Put it into a quote whose first line is exactly > [!{quote}], or under a heading that ends in {{.{heading}}}."
            ),
            otherwise(typed, names)
        ),
        Stands::Entry => format!(
            "A list cannot have labels in it. End the list, and put this into a quote of its own whose first line is exactly > [!{quote}], or under a heading that ends in {{.{heading}}}. {}",
            otherwise(typed, names)
        ),
        Stands::Cell => format!(
            "A table cannot have labels in it. Put this into a table of its own, under a heading that ends in {{.{heading}}}, or into a quote whose first line is exactly > [!{quote}]. {}",
            otherwise(typed, names)
        ),
        Stands::Marks => format!(
            "Take the marks out, and put the part into a quote whose first line is exactly > [!{quote}], or under a heading that ends in {{.{heading}}}."
        ),
    }
}

/// What to do with words that are no slip.
fn otherwise(typed: &str, names: Audiences) -> String {
    let shouted = typed.trim_matches(|c: char| !c.is_alphanumeric()) == "STAFF";
    if shouted {
        return "If all may read it, do not write it in capitals: Staff:".to_owned();
    }
    format!("If it is not for {names} only, say it another way.")
}

/// The message and the help on what looks odd.
pub(super) fn odd(odd: &Odd) -> Words {
    let (message, help) = match odd {
        Odd::Bullet(bullet) => (
            format!("“{}” begins no list, so these lines would run on in one paragraph.", bullet.trim()),
            "Begin each line of the list with a hyphen and a space, after an empty line.".to_owned(),
        ),
        Odd::HeadingSpace { marks, title } => (
            format!("This looks like a heading, but has no ordinary space after {marks}, so it would be shown as it stands."),
            format!("Write: {marks} {title}"),
        ),
        Odd::Tabs => (
            "These lines have tabs in them, as if they came from a spreadsheet, and would run on in one paragraph.".to_owned(),
            "Write them as a table, with a | between the cells and a row of dashes, as in | --- | --- |, after the first line.".to_owned(),
        ),
        Odd::FenceMarks(word) => (
            format!("This looks like the beginning of a block, but its marks are not those of one, so “{word}” and what follows would be shown as text."),
            format!("Write three back ticks, ```{word}, and a line of ``` where the block ends."),
        ),
        Odd::LinkSpace => (
            "This looks like a link, but there is a space between its brackets.".to_owned(),
            "Take the space out: [words](page.md)".to_owned(),
        ),
        Odd::LinkTurned => (
            "This looks like a link, but its brackets are the wrong way round.".to_owned(),
            "Put the words in square brackets and the page in round ones: [words](page.md)".to_owned(),
        ),
        Odd::SingleBracket(inner) => (
            format!("“[{inner}]” looks like a reference, but has only one pair of brackets, so it would be shown as it stands."),
            format!("Write two square brackets on each side: [[{}]]", inner.replace(": ", ":").to_lowercase()),
        ),
        Odd::Marks(line) => (
            format!("“{line}” is how another program marks a box, and would be shown as it stands."),
            "Take the marks out. For a box, write the lines as a quote, each with > before it.".to_owned(),
        ),
        Odd::Indented => (
            "This paragraph is indented, so it would look like code.".to_owned(),
            "Delete the spaces before it.".to_owned(),
        ),
    };
    (message, help)
}
