//! The passages of a text, as they are read.
//!
//! In: Markdown. Out: each paragraph, heading, cell and entry with its words,
//! and how they were written. Left out are blocks of records, whose text
//! nobody reads.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use super::options;
use crate::words::{Mark, Passage, Stands};

/// The passages of `text`, in order. A text that the parser cannot read has
/// none: that is told by others.
pub fn passages(text: &str) -> Vec<Passage> {
    std::panic::catch_unwind(|| {
        let mut reading = Reading::default();
        for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
            reading.event(event, span);
        }
        reading.close();
        reading.passages
    })
    .unwrap_or_default()
}

/// What is open while the events go by.
#[derive(Default)]
struct Reading {
    passages: Vec<Passage>,
    open: Option<Passage>,
    /// How many notes, headings, links and pictures are open.
    notes: usize,
    headings: usize,
    fixed: usize,
    /// Whether what goes by is in code, in a reference, or in a block of
    /// records.
    code: bool,
    reference: bool,
    record: bool,
}

impl Reading {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, span),
            Event::Code(words) if !self.reference => self.push(&words, span, Mark::Code),
            Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) => {
                self.words(" ", span);
            }
            Event::Rule => self.close(),
            Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole: false },
                dest_url,
                ..
            } => {
                let target = dest_url.trim_end_matches(['\\', ' ']).trim_start();
                self.push(target, span, Mark::Reference);
                self.reference = true;
            }
            Tag::Link { .. } | Tag::Image { .. } => self.fixed += 1,
            tag => {
                self.close();
                match tag {
                    Tag::Heading { .. } => self.headings += 1,
                    Tag::FootnoteDefinition(_) => self.notes += 1,
                    Tag::CodeBlock(kind) => {
                        self.code = true;
                        self.record = match kind {
                            CodeBlockKind::Indented => false,
                            CodeBlockKind::Fenced(info) => !matches!(&*info, "" | "text"),
                        };
                    }
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Link if self.reference => self.reference = false,
            TagEnd::Link | TagEnd::Image => self.fixed = self.fixed.saturating_sub(1),
            tag => {
                self.close();
                match tag {
                    TagEnd::Heading(_) => self.headings -= 1,
                    TagEnd::FootnoteDefinition => self.notes -= 1,
                    TagEnd::CodeBlock => (self.code, self.record) = (false, false),
                    _ => {}
                }
            }
        }
    }

    fn words(&mut self, words: &str, span: Range<usize>) {
        if self.reference || self.record {
            return;
        }
        let mark = if self.code {
            Mark::Code
        } else if self.fixed > 0 {
            Mark::Fixed
        } else {
            Mark::Plain
        };
        self.push(words, span, mark);
    }

    fn push(&mut self, words: &str, span: Range<usize>, mark: Mark) {
        let stands = if self.notes > 0 {
            Stands::Note
        } else if self.headings > 0 {
            Stands::Heading
        } else {
            Stands::Text
        };
        let open = self.open.get_or_insert_with(|| Passage::new(stands));
        open.push(words, span, mark);
    }

    fn close(&mut self) {
        self.passages.extend(self.open.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_cell_and_entry_is_read_by_itself() {
        let text = "One *two*\nthree.\n\n- [four](x.md) `five`\n- six [[role:dsl]]\n\n\
                    | a | b |\n|---|---|\n| c | [[role:dsl\\|d]] |\n\n```contacts\nroles = [\"e\"]\n```\n\n\
                    # Head\n\nEnd[^n].\n\n[^n]: Note.\n\n```text\ncode\n```\n";
        let read: Vec<(String, Stands)> = passages(text)
            .into_iter()
            .map(|passage| (passage.text().to_owned(), passage.stands))
            .collect();
        let texts: Vec<&str> = read.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "One two three.",
                "four five",
                "six role:dsl",
                "a",
                "b",
                "c",
                "d",
                "Head",
                "End .",
                "Note.",
                "code\n"
            ]
        );
        assert_eq!(read[7].1, Stands::Heading);
        assert_eq!(read[9].1, Stands::Note);
    }

    #[test]
    fn a_word_is_found_where_it_was_typed() {
        let text = "> Ask the **DSL**\n> today &amp; now.\n";
        let passages = passages(text);
        let passage = &passages[0];
        let words = passage.words();
        let at = |n: usize| &text[passage.origin(&words.span(n..n + 1))];
        assert_eq!((at(2), at(3), at(4)), ("DSL", "today", "now"));
    }
}
