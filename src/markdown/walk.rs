//! The walk over a text that finds its facts.

mod marks;
mod meant;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use self::meant::Meant;
use super::odd::{self, Odd};
use super::outline::{Fence, Heading, Image, Link, LinkKind, Note, Outline, Reference};
use super::passages;
use super::scan::{self, Plain};
use super::{Fault, FaultKind, labels, options, slug};
use crate::reading::{Counter, Vocabulary};

/// What is open while the events go by.
#[derive(Default)]
pub(super) struct Walk<'t> {
    text: &'t str,
    outline: Outline,
    plain: Plain,
    /// The heading, picture or fence that is open, taking in words.
    heading: Option<Heading>,
    image: Option<Image>,
    fence: Option<Fence>,
    header: usize,
    /// What is asked for words that look like a label.
    meant: Meant,
    note_uses: BTreeSet<String>,
    link_uses: BTreeSet<String>,
    /// Elements of HTML that were noted.
    html_names: BTreeSet<&'t str>,
}

impl<'t> Walk<'t> {
    /// The facts of `text`, for readers who know some words.
    pub(super) fn over(text: &'t str, vocabulary: &mut Vocabulary) -> Outline {
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
        let mut passage = passages::Open::default();
        let mut counter = Counter::with(vocabulary);
        for (event, span) in events.by_ref() {
            if let Some(passage) = passage.event(&event, span.clone()) {
                counter.read(passage);
            }
            walk.event(event, span);
        }
        walk.outline.reading = counter.finish();
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
        self.meant(&event, &span);
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, &span),
            Event::Code(words) => {
                self.words(&words, &span);
                self.plain.code.push(span);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", &span),
            Event::InlineHtml(_) => self.html(span),
            Event::FootnoteReference(label) => {
                self.note_uses.insert(label.to_string());
                self.plain.notes.push(span);
            }
            // A block of it was noted where it began.
            Event::Html(_)
            | Event::Rule
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
            Tag::HtmlBlock => {
                let start = scan::line_end(self.text, span.start);
                self.html(span.start..start);
            }
            Tag::TableHead => self.header = scan::cells(self.text, span.start),
            Tag::TableRow => self.row(span),
            Tag::Paragraph => self.paragraph(&span),
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
                    heading.title = String::from(heading.title.trim());
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
        let mut label = String::new();
        let mut typed = labels::typed(self.text, &span);
        if let Some(braces) = &braces {
            self.plain.braces.push(braces.span.clone());
            id = braces.id.clone().unwrap_or_default();
            label = self.classes(&braces.span);
            typed.end = braces.span.start;
        }
        if label.is_empty() {
            self.near_heading(level, typed);
        }
        self.heading = Some(Heading {
            level,
            id,
            title: String::new(),
            label,
            span,
        });
    }

    /// The labels in a heading's braces.
    fn classes(&self, braces: &Range<usize>) -> String {
        let inner = self.text[braces.clone()].trim_matches(['{', '}']);
        let classes = inner
            .split_whitespace()
            .filter(|word| word.starts_with('.'));
        classes.collect::<Vec<&str>>().join(" ")
    }

    fn paragraph(&mut self, span: &Range<usize>) {
        if self.text[span.start..].starts_with('|') {
            self.fault(FaultKind::LooseRow, span.start..span.start + 1);
        }
        // A heading without its space is still read as one.
        let line = span.start..scan::line_end(self.text, span.start);
        if self.text[line.clone()].starts_with("##") {
            self.near_heading(2, line);
        }
        odd::paragraph(self.text, span, &mut self.outline.faults);
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

    /// Notes HTML, once for an element: not at its closing tag again.
    fn html(&mut self, span: Range<usize>) {
        let html = self.text[span.clone()].trim_start();
        let first = html.find('>').map_or(html, |end| &html[..=end]);
        let name = first.trim_start_matches(['<', '/']).trim_end_matches('>');
        let name = name.split_whitespace().next().unwrap_or_default();
        if first.starts_with("</") && self.html_names.contains(name) {
            return;
        }
        self.html_names.insert(name);
        self.fault(FaultKind::RawHtml(first.to_owned()), span);
    }

    fn code(&mut self, kind: CodeBlockKind<'_>, span: Range<usize>) {
        self.plain.code.push(span.clone());
        let example = matches!(&kind, CodeBlockKind::Fenced(info) if info.trim() == "text");
        let fenced = matches!(&kind, CodeBlockKind::Fenced(_));
        if fenced && !scan::fence_is_closed(self.text, &span) {
            let line = scan::line_end(self.text, span.start);
            self.outline.open_fences.insert(span.start);
            self.fault(FaultKind::OpenFence, span.start..line);
        } else if let Some(swallowed) = scan::swallowed(self.text, &span, example) {
            self.fault(FaultKind::LabelInCode, swallowed);
        } else if !fenced && odd::is_prose(&self.text[span.clone()]) {
            let line = scan::line_end(self.text, span.start);
            self.fault(FaultKind::Odd(Odd::Indented), span.start..line);
        }
        let CodeBlockKind::Fenced(info) = kind else {
            return;
        };
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
        self.marks();
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
        odd::brackets(text, &plain, &mut outline.faults);
        outline
    }
}
