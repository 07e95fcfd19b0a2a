//! What was meant as a label, asked of each block that goes by.
//!
//! In: the events, and where they stand. Out: a fault for each line on which
//! words look like a label and are none. Which words do is for [`near`] to say;
//! here is only where they are looked for: where a heading ends, and where a
//! quote, a paragraph, a sentence on a new line, an entry of a list or a cell
//! of a table begins.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Walk;
use crate::audience::Audiences;
use crate::markdown::near::{self, By, Marked, NearLabel, Stands};
use crate::markdown::{FaultKind, scan};

/// What is known of the place while the events go by.
#[derive(Default)]
pub(super) struct Meant {
    /// What has begun and has had no words yet.
    begun: Option<Begun>,
    /// How many lists and definitions are open: nothing in them can have a
    /// label.
    entries: usize,
    /// Whether a quote has begun and has had no words yet.
    quote: bool,
    /// Where the next cell of the table stands.
    column: Column,
    /// The lines on which something was found: one finding is enough for each.
    lines: Vec<Range<usize>>,
}

/// What has begun.
#[derive(Clone, Copy)]
enum Begun {
    /// A paragraph or an entry.
    Block,
    /// A line of a paragraph, with a sentence that ended before it.
    Sentence,
    /// A line of a paragraph, in the middle of a sentence.
    Line,
}

/// Where a cell of a table stands.
#[derive(Clone, Copy, Default)]
enum Column {
    /// In the row of headings.
    #[default]
    Header,
    /// At the beginning of a row.
    First,
    /// Anywhere else: “Staff only” is an answer there.
    Other,
}

/// Words that were found in a line: where, and whom they name.
type Found = (Range<usize>, Audiences);

impl Walk<'_> {
    /// Keeps what an event says of the place, and asks where words begin.
    pub(super) fn meant(&mut self, event: &Event<'_>, span: &Range<usize>) {
        match event {
            Event::Start(tag) => self.opened(tag, span),
            Event::End(
                TagEnd::Item | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition,
            ) => self.meant.entries -= 1,
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) => self.ask(span.start),
            Event::HardBreak => self.meant.begun = Some(Begun::Sentence),
            Event::SoftBreak => {
                self.meant.begun = Some(if ends_sentence(&self.text[..span.start]) {
                    Begun::Sentence
                } else {
                    Begun::Line
                });
            }
            Event::FootnoteReference(_) | Event::Rule => self.meant.begun = None,
            Event::End(_)
            | Event::Html(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn opened(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        let meant = &mut self.meant;
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } => return self.ask(span.start),
            Tag::TableCell => return self.cell(span),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                meant.entries += 1;
            }
            Tag::Paragraph => meant.begun = Some(Begun::Block),
            Tag::BlockQuote(_) => return self.quote(span),
            Tag::TableHead => meant.column = Column::Header,
            Tag::TableRow => meant.column = Column::First,
            _ => {}
        }
        meant.begun = match tag {
            Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Paragraph => Some(Begun::Block),
            _ => None,
        };
        meant.quote &= matches!(tag, Tag::Paragraph);
    }

    /// Asks the words at `at`, if they are the first of something.
    fn ask(&mut self, at: usize) {
        let Some(begun) = self.meant.begun.take() else {
            return;
        };
        let quote = std::mem::take(&mut self.meant.quote);
        let at = at - usize::from(self.text[..at].ends_with('\\'));
        let line = &self.text[at..scan::line_soon(self.text, at)];
        let alone = near::is_slanted(line.trim_end().trim_end_matches(':'));
        if matches!(begun, Begun::Line) && !alone {
            return;
        }
        let here = || match (self.meant.entries, quote) {
            (1.., _) => Some(Stands::Entry),
            (0, true) => Some(Stands::Quote),
            (0, false) => None,
        };
        let (stands, (words, names)) = if let Some(found) = on_line(line) {
            (here().unwrap_or(Stands::Line), found)
        } else if let Some(lead) = near::at_start(line) {
            (here().unwrap_or(Stands::Lead), (lead.words, lead.names))
        } else if let Some(found) = near::on_title(line)
            && (alone || self.meant.entries == 0 && self.is_lone(begun, at + line.len()))
        {
            let title = titled(&line[..found.0.start]);
            (here().unwrap_or(Stands::Title(title)), found)
        } else {
            return;
        };
        self.found(stands, at + words.start..at + words.end, names);
    }

    /// Whether a line that ends at `end` is all of its paragraph.
    fn is_lone(&self, begun: Begun, end: usize) -> bool {
        let next = self.text[end..].strip_prefix('\n').unwrap_or_default();
        let next = next.trim_start_matches([' ', '>']);
        matches!(begun, Begun::Block) && !next.starts_with(char::is_alphanumeric)
    }

    /// Asks a cell of a table.
    fn cell(&mut self, span: &Range<usize>) {
        let cell = self.text[span.clone()].trim_end_matches('|');
        let column = self.meant.column;
        let lead = || {
            let lead = near::at_start(cell)?;
            let sure = match lead.by {
                By::Colon | By::Brackets => true,
                By::Capitals => false,
                By::Sign | By::Letters => !matches!(column, Column::Other),
            };
            sure.then_some((lead.words, lead.names))
        };
        let found = match column {
            Column::Header => on_line(cell)
                .or_else(lead)
                .or_else(|| near::in_brackets(cell)),
            Column::First => {
                self.meant.column = Column::Other;
                on_line(cell).or_else(lead)
            }
            Column::Other => lead(),
        };
        if let Some((words, names)) = found {
            self.found(
                Stands::Cell,
                span.start + words.start..span.start + words.end,
                names,
            );
        }
    }

    /// Asks the first line of a quote.
    fn quote(&mut self, span: &Range<usize>) {
        self.meant.quote = true;
        let line = span.start..scan::line_soon(self.text, span.start);
        let text = &self.text[line.clone()];
        let Some(mark) = text.find('>') else {
            return;
        };
        // The quote that is innermost is asked.
        let text = &text[mark + 1..];
        if let Some(names) = near::on_quote(text)
            && !text.trim_start().starts_with('>')
        {
            let words = trimmed(text);
            let start = line.start + mark + 1;
            let stands = match self.meant.entries {
                0 => Stands::Quote,
                _ => Stands::Entry,
            };
            self.found(stands, start + words.start..start + words.end, names);
        }
    }

    /// Notes words at the end of a heading that look like a label.
    pub(super) fn near_heading(&mut self, level: u8, typed: Range<usize>) {
        let line = &self.text[typed.clone()];
        let bare = line.trim_start_matches('#').trim_start();
        let Some((label, names)) = near::at_end(bare) else {
            return;
        };
        let title = titled(&bare[..label.start]);
        let start = typed.start + (line.len() - bare.len());
        let stands = Stands::Heading { title, level };
        self.found(stands, start + label.start..start + label.end, names);
    }

    /// Notes words that look like a label, the first of each line.
    fn found(&mut self, stands: Stands, span: Range<usize>, names: Audiences) {
        if scan::within(&self.meant.lines, span.start) {
            return;
        }
        let start = scan::line_start(self.text, span.start);
        let line = start..scan::line_end(self.text, span.start);
        self.meant.lines.push(line.clone());
        // The marks of another program are told as such.
        if !matches!(near::marks(bare(&self.text[line])), Some(Marked::For(_))) {
            self.near(stands, span, names);
        }
    }

    /// Notes words that look like a label.
    pub(super) fn near(&mut self, stands: Stands, span: Range<usize>, names: Audiences) {
        let near = NearLabel {
            stands,
            typed: self.text[span.clone()].to_owned(),
            names,
        };
        self.fault(FaultKind::Near(near), span);
    }
}

/// A line that holds nothing but what looks like a label.
fn on_line(line: &str) -> Option<Found> {
    near::on_line(line).map(|names| (trimmed(line), names))
}

/// A line without the marks of the quotes that it is in.
pub(super) fn bare(line: &str) -> &str {
    line.trim_start_matches([' ', '>', '\t'])
}

/// Where the text of a line stands in it.
fn trimmed(line: &str) -> Range<usize> {
    let start = line.len() - line.trim_start().len();
    start..line.trim_end().len().max(start)
}

/// The words of a heading before what looks like its label.
fn titled(title: &str) -> String {
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, ')' | '?' | '!');
    title
        .trim_end_matches(ends)
        .trim_start_matches(['*', '_'])
        .to_owned()
}

/// Whether a sentence ends where `text` does, or words that stand out.
fn ends_sentence(text: &str) -> bool {
    let closers = |c: char| c.is_whitespace() && c != '\n' || matches!(c, ')' | '”' | '"' | '’');
    text.trim_end_matches(closers)
        .ends_with(['.', '!', '?', '*', '_'])
}

#[cfg(test)]
mod tests;
