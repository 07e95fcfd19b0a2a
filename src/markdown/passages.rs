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
        let mut open = Open::default();
        let mut passages = Vec::new();
        for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
            passages.extend(open.event(&event, span).cloned());
        }
        passages
    })
    .unwrap_or_default()
}

/// The passage that is open while the events go by.
#[derive(Default)]
pub(super) struct Open {
    passage: Passage,
    /// Whether it has ended: then the next words begin another one.
    ended: bool,
    /// How many notes, headings, links and pictures are open.
    notes: usize,
    headings: usize,
    fixed: usize,
    /// Whether a reference is open.
    reference: bool,
    block: Block,
}

/// The block that what goes by is in.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Block {
    /// Text that runs on.
    #[default]
    Prose,
    Code,
    /// What records are asked for with.
    Records,
}

impl Open {
    /// Takes an event in, and gives the passage that ends with it.
    pub(super) fn event(&mut self, event: &Event<'_>, span: Range<usize>) -> Option<&Passage> {
        let ends = match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag),
            Event::Rule => true,
            words => {
                self.inside(words, span);
                false
            }
        };
        let ends = ends && !self.passage.is_empty() && !self.ended;
        self.ended |= ends;
        ends.then_some(&self.passage)
    }

    fn inside(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Text(words) => self.words(words, span),
            Event::Code(words) if !self.reference => self.push(words, span, Mark::Code),
            Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) => {
                self.words(" ", span);
            }
            Event::Start(_)
            | Event::End(_)
            | Event::Rule
            | Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    /// Whether the passage ends where something begins.
    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) -> bool {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => false,
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole: false },
                dest_url,
                ..
            } => {
                let target = dest_url.trim_end_matches(['\\', ' ']).trim_start();
                self.push(target, span, Mark::Reference);
                self.reference = true;
                false
            }
            Tag::Link { .. } | Tag::Image { .. } => {
                self.fixed += 1;
                false
            }
            Tag::Heading { .. } => {
                self.headings += 1;
                true
            }
            Tag::FootnoteDefinition(_) => {
                self.notes += 1;
                true
            }
            Tag::CodeBlock(kind) => {
                self.block = match kind {
                    CodeBlockKind::Fenced(info) if !matches!(&**info, "" | "text") => {
                        Block::Records
                    }
                    CodeBlockKind::Fenced(_) | CodeBlockKind::Indented => Block::Code,
                };
                true
            }
            _ => true,
        }
    }

    /// Whether the passage ends where something ends.
    fn end(&mut self, tag: TagEnd) -> bool {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => false,
            TagEnd::Link if self.reference => {
                self.reference = false;
                false
            }
            TagEnd::Link | TagEnd::Image => {
                self.fixed = self.fixed.saturating_sub(1);
                false
            }
            TagEnd::Heading(_) => {
                self.headings -= 1;
                true
            }
            TagEnd::FootnoteDefinition => {
                self.notes -= 1;
                true
            }
            TagEnd::CodeBlock => {
                self.block = Block::Prose;
                true
            }
            _ => true,
        }
    }

    fn words(&mut self, words: &str, span: Range<usize>) {
        let mark = match self.block {
            Block::Prose if self.fixed > 0 => Mark::Fixed,
            Block::Prose => Mark::Plain,
            Block::Code => Mark::Code,
            Block::Records => return,
        };
        if !self.reference {
            self.push(words, span, mark);
        }
    }

    fn push(&mut self, words: &str, span: Range<usize>, mark: Mark) {
        let stands = if self.notes > 0 {
            Stands::Note
        } else if self.headings > 0 {
            Stands::Heading
        } else {
            Stands::Text
        };
        if self.ended || self.passage.is_empty() {
            self.passage.begin(stands);
            self.ended = false;
        }
        self.passage.push(words, span, mark);
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
