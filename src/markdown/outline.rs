//! The facts of a text that rules and views need, in one walk over it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::scan::{self, Plain};
use super::{Fault, FaultKind, labels, options, slug};

/// What a text holds, besides its words. All spans are bytes of the text.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links, without references to records.
    pub links: Vec<Link>,
    /// Pictures.
    pub images: Vec<Image>,
    /// References to records: `[[role:dsl]]`.
    pub references: Vec<Reference>,
    /// Fenced blocks.
    pub fences: Vec<Fence>,
    /// Definitions of notes.
    pub notes: Vec<Note>,
    /// Labels of link definitions.
    pub definitions: Vec<Note>,
    /// What cannot be.
    pub faults: Vec<Fault>,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, from its braces or from what was typed.
    pub id: String,
    /// What was typed, without marks.
    pub title: String,
    /// Where.
    pub span: Range<usize>,
}

/// A link.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads, as written.
    pub dest: String,
    /// How it was written.
    pub kind: LinkKind,
    /// Where.
    pub span: Range<usize>,
}

/// How a link was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](dest)` or by a definition.
    Text,
    /// `<https://…>`
    Address,
    /// `<office@school.example>`
    Mailbox,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Image {
    /// The file, as written.
    pub dest: String,
    /// The words between the brackets.
    pub alt: String,
    /// Where.
    pub span: Range<usize>,
}

/// A reference to a record.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What stands before the pipe: `role:dsl`.
    pub target: String,
    /// Whether the editor gave the words to print.
    pub worded: bool,
    /// Where.
    pub span: Range<usize>,
}

/// A fenced block with a word after the fence.
#[derive(Debug, Clone)]
pub struct Fence {
    /// All that stands after the opening fence.
    pub info: String,
    /// What stands between the fences.
    pub body: String,
    /// Where each line of the body begins: in `body`, and in the text.
    pub lines: Vec<(usize, usize)>,
    /// The whole block.
    pub span: Range<usize>,
}

impl Fence {
    /// The place in the text of a byte of the body.
    pub fn origin(&self, offset: usize) -> usize {
        let at = self.lines.partition_point(|(line, _)| *line <= offset);
        match at.checked_sub(1).and_then(|i| self.lines.get(i)) {
            Some((line, origin)) => origin + (offset - line),
            None => self.span.start,
        }
    }
}

/// A definition of a note or of a link.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its label.
    pub label: String,
    /// Where.
    pub span: Range<usize>,
}

impl Outline {
    /// Reads the facts of a text.
    pub fn of(text: &str) -> Outline {
        // The parser has panicked on odd input before; a page it cannot read
        // is a problem of that page, not the end of the run.
        catch_unwind(AssertUnwindSafe(|| Walk::over(text))).unwrap_or_else(|_| Outline {
            faults: vec![Fault {
                kind: FaultKind::Unreadable,
                span: 0..text.len().min(1),
            }],
            ..Outline::default()
        })
    }
}

/// What is open while the events go by.
#[derive(Default)]
struct Walk<'t> {
    text: &'t str,
    outline: Outline,
    plain: Plain,
    /// The heading, picture or fence that is open, taking in words.
    heading: Option<Heading>,
    image: Option<Image>,
    fence: Option<Fence>,
    header: usize,
    note_uses: BTreeSet<String>,
    link_uses: BTreeSet<String>,
}

impl<'t> Walk<'t> {
    fn over(text: &'t str) -> Outline {
        let mut walk = Walk {
            text,
            ..Walk::default()
        };
        let mut unknown = Vec::new();
        let broken = |link: pulldown_cmark::BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            if matches!(link.link_type, LinkType::Reference) {
                unknown.push(Fault {
                    kind: FaultKind::UnknownDefinition(link.reference.to_string()),
                    span: link.span,
                });
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(text, options(), Some(broken));
        let mut events = parser.into_offset_iter();
        for (event, span) in events.by_ref() {
            walk.event(event, span);
        }
        for (label, definition) in events.reference_definitions().iter() {
            walk.outline.definitions.push(Note {
                label: label.to_owned(),
                span: definition.span.clone(),
            });
        }
        drop(events);
        walk.outline.faults.extend(unknown);
        walk.finish()
    }

    fn event(&mut self, event: Event<'t>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, &span),
            Event::Code(words) => {
                self.words(&words, &span);
                self.plain.code.push(span);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", &span),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(FaultKind::RawHtml, span),
            Event::FootnoteReference(label) => {
                self.note_uses.insert(label.to_string());
                self.plain.notes.push(span);
            }
            Event::Rule
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'t>, span: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading(level as u8, span),
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole },
                dest_url,
                ..
            } => {
                // In a table cell the pipe is written `\|`, and the parser
                // leaves the backslash with the target.
                let target = dest_url.trim_end_matches(['\\', ' ']).trim_start();
                self.plain.references.push(span.clone());
                self.outline.references.push(Reference {
                    target: target.to_owned(),
                    worded: has_pothole,
                    span,
                });
            }
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            } => self.link(link_type, &dest_url, &id, span),
            Tag::Image {
                link_type: LinkType::WikiLink { .. },
                ..
            } => {
                self.plain.references.push(span.clone());
                self.fault(FaultKind::PictureReference, span);
            }
            Tag::Image { dest_url, id, .. } => {
                self.link_uses.insert(id.to_lowercase());
                self.plain.links.push(span.clone());
                self.image = Some(Image {
                    dest: dest_url.to_string(),
                    alt: String::new(),
                    span,
                });
            }
            Tag::CodeBlock(kind) => self.code(kind, span),
            Tag::TableHead => self.header = scan::cells(self.text, span.start),
            Tag::TableRow => self.row(span),
            Tag::Paragraph if self.text[span.start..].starts_with('|') => {
                self.fault(FaultKind::LooseRow, span.start..span.start + 1);
            }
            Tag::FootnoteDefinition(label) => {
                self.plain
                    .notes
                    .push(span.start..span.start + label.len() + 4);
                self.outline.notes.push(Note {
                    label: label.to_string(),
                    span,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(mut heading) = self.heading.take() {
                    heading.title = heading.title.trim().to_owned();
                    if heading.id.is_empty() {
                        heading.id = slug(&heading.title);
                    }
                    self.outline.headings.push(heading);
                }
            }
            TagEnd::Image => self.outline.images.extend(self.image.take()),
            TagEnd::CodeBlock => self.outline.fences.extend(self.fence.take()),
            _ => {}
        }
    }

    /// A heading's id and label are read from its own line, and the parser's
    /// idea of them is not asked: it takes an escaped brace for a label.
    fn heading(&mut self, level: u8, span: Range<usize>) {
        let braces = labels::braces(self.text, &span);
        let mut id = String::new();
        if let Some(braces) = &braces {
            self.plain.braces.push(braces.span.clone());
            id = braces.id.clone().unwrap_or_default();
        }
        self.heading = Some(Heading {
            level,
            id,
            title: String::new(),
            span,
        });
    }

    fn link(&mut self, link_type: LinkType, dest: &str, id: &str, span: Range<usize>) {
        let kind = match link_type {
            LinkType::Autolink => LinkKind::Address,
            LinkType::Email => LinkKind::Mailbox,
            _ => LinkKind::Text,
        };
        self.link_uses.insert(id.to_lowercase());
        self.plain.links.push(span.clone());
        self.outline.links.push(Link {
            dest: dest.to_owned(),
            kind,
            span,
        });
    }

    fn code(&mut self, kind: CodeBlockKind<'_>, span: Range<usize>) {
        self.plain.code.push(span.clone());
        let example = matches!(&kind, CodeBlockKind::Fenced(info) if info.trim() == "text");
        if let Some(swallowed) = scan::swallowed(self.text, &span, example) {
            self.fault(FaultKind::LabelInCode, swallowed);
        }
        let CodeBlockKind::Fenced(info) = kind else {
            return;
        };
        if !scan::fence_is_closed(self.text, &span) {
            let line = scan::line_end(self.text, span.start);
            self.fault(FaultKind::OpenFence, span.start..line);
        }
        self.fence = Some(Fence {
            info: info.to_string(),
            body: String::new(),
            lines: Vec::new(),
            span,
        });
    }

    fn row(&mut self, span: Range<usize>) {
        let cells = scan::cells(self.text, span.start);
        if cells != self.header {
            let kind = FaultKind::RowCells {
                cells,
                header: self.header,
            };
            self.fault(kind, span.start..scan::line_end(self.text, span.start));
        }
    }

    fn words(&mut self, words: &str, span: &Range<usize>) {
        if let Some(fence) = &mut self.fence {
            fence.lines.push((fence.body.len(), span.start));
            fence.body.push_str(words);
        } else {
            if let Some(heading) = &mut self.heading {
                heading.title.push_str(words);
            }
            if let Some(image) = &mut self.image {
                image.alt.push_str(words);
            }
        }
    }

    fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.outline.faults.push(Fault { kind, span });
    }

    fn finish(mut self) -> Outline {
        let mut seen = BTreeSet::new();
        let notes = std::mem::take(&mut self.outline.notes);
        for note in &notes {
            let line = note.span.start..scan::line_end(self.text, note.span.start);
            if !seen.insert(note.label.as_str()) {
                self.fault(FaultKind::DuplicateNote(note.label.clone()), line);
            } else if !self.note_uses.contains(&note.label) {
                self.fault(FaultKind::UnusedNote(note.label.clone()), line);
            }
        }
        self.outline.notes = notes;
        let definitions = std::mem::take(&mut self.outline.definitions);
        for definition in &definitions {
            // The parser folds case when it matches a use with a definition.
            let label = &definition.label;
            if !self.link_uses.contains(&label.to_lowercase()) {
                let kind = FaultKind::UnusedDefinition(label.clone());
                self.fault(kind, definition.span.clone());
            }
        }
        self.outline.definitions = definitions;
        let Walk {
            text,
            mut outline,
            plain,
            ..
        } = self;
        scan::marks(text, &plain, &mut outline.faults);
        scan::duplicate_definitions(text, &plain, &mut outline.faults);
        outline
    }
}

#[cfg(test)]
mod tests;
