//! Markdown, as Signpost reads it.
//!
//! The one set of parser options, the facts of a page that rules and views
//! need ([`Outline`]), and the labels that cut a page into stretches
//! ([`labels`]). Whatever the parser is unsure of (labels, table rows, fences)
//! is read from the source itself, not from inline events. Nothing here knows
//! a record or a page; nothing here writes HTML.

pub mod labels;
mod near;
mod odd;
mod outline;
mod passages;
mod quotes;
mod scan;
mod walk;

use std::ops::Range;

use pulldown_cmark::Options;

pub use near::{NearLabel, Stands, in_page_title};
pub use odd::Odd;
pub use outline::{Fence, Heading, Image, Link, LinkKind, Note, Outline, Reference};
pub use passages::passages;
pub use quotes::{Stretch, stretches};

/// The extensions of `CommonMark` that pages can use, listed one by one.
///
/// `ENABLE_GFM` stays off: its own alerts (`[!NOTE]`) look like labels.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS
}

/// Something in a page's text that cannot be, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it is.
    pub kind: FaultKind,
    /// The bytes of the text.
    pub span: Range<usize>,
}

/// What can be wrong with a page's text by itself. `check` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// HTML among the Markdown: the first tag.
    RawHtml(String),
    /// A brace in text: a label that was mistyped would look like this.
    Brace,
    /// `[!` somewhere that is not a label.
    LabelLike,
    /// A word in a heading's braces that is no label.
    LabelWord(String),
    /// A word in a quote's label that is no audience.
    QuoteWord(String),
    /// `CHILDREN` as a label.
    LabelChildren,
    /// A label for readers that the place is not for.
    LabelWidens {
        /// Whom the label names.
        label: String,
        /// Whom the place is for.
        place: String,
    },
    /// A labelled heading or quote inside something else.
    LabelNested,
    /// Text after a label on its line.
    LabelTrailing,
    /// A labelled quote with nothing in it.
    LabelEmpty,
    /// Words that look like a label and are none.
    Near(NearLabel),
    /// An ordinary quote with only blank lines between it and a labelled one.
    QuoteBesideLabel,
    /// A line directly below a labelled quote that is not part of it.
    QuoteRunsOn,
    /// A heading that is one by the line under it, and would end a labelled
    /// section.
    UnderlinedHeading,
    /// A heading without a word, which would end a labelled section.
    EmptyHeading,
    /// An id in a heading's braces that cannot be one.
    HeadingId(String),
    /// `[[` that begins no reference.
    OpenReference,
    /// `![[`
    PictureReference,
    /// `](` that belongs to no link.
    OpenLink,
    /// A table row with another number of cells than the header.
    RowCells {
        /// Cells in this row.
        cells: usize,
        /// Cells in the header.
        header: usize,
    },
    /// A paragraph that begins with `|`.
    LooseRow,
    /// A fence that is never closed.
    OpenFence,
    /// Something in code that looks like a label or another block: the fence
    /// or the indent before it is probably a slip.
    LabelInCode,
    /// A note that is used and not defined.
    UnknownNote(String),
    /// A note that is defined twice.
    DuplicateNote(String),
    /// A note that is never used.
    UnusedNote(String),
    /// `[text][label]` without its definition.
    UnknownDefinition(String),
    /// A link that is defined twice.
    DuplicateDefinition(String),
    /// A link definition that is never used.
    UnusedDefinition(String),
    /// A slip that leads to an odd page.
    Odd(Odd),
    /// The parser gave up on the page.
    Unreadable,
}

/// The identifier that a heading gets from what the editor typed: lower case,
/// letters and digits of any script, everything else a single hyphen.
pub fn slug(typed: &str) -> String {
    let mut slug = String::with_capacity(typed.len());
    for c in typed.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug.to_owned()
    }
}
