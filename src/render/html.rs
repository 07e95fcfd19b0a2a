//! Prose to HTML, in one pass over the parser's events.
//!
//! In: the text of a page as one reader gets it, and what stands in for its
//! links, records and pictures. Out: [`Html`]. We write it ourselves: the
//! parser's own writer prints heading attributes and inline styles. Must never
//! print an attribute that an editor typed, except an address that was checked.

mod notes;
mod place;

use std::fmt::Write as _;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, OffsetIter, Parser, Tag, TagEnd};

use super::markup::{Html, encoded, escape};
use crate::error::Error;
use crate::markdown;
use crate::views::{BlockView, Insert, Leads, Panel, PictureView, Prose};
use crate::wording::Wording;

use notes::Notes;
pub(super) use place::{Among, Place, top};

/// Prints blocks of records with the theme's own templates.
pub(super) trait Blocks<P: Panel> {
    /// The words of Signpost's own.
    fn wording(&self) -> &Wording;

    /// The block as HTML; `number` tells it from the other blocks of its page,
    /// so that two of them have no id in common.
    fn block(&self, block: &BlockView<P>, root: &str, number: &str) -> Result<Html, Error>;
}

/// The HTML of a page's prose, for the place where it is to stand.
pub(super) fn print<P: Panel>(
    prose: &Prose<'_, P>,
    place: &Place<'_>,
    blocks: &impl Blocks<P>,
) -> Result<Html, Error> {
    let text = prose.text();
    let mut printer = Printer {
        prose,
        place,
        blocks,
        out: String::with_capacity(text.len() * 2),
        table: Table::default(),
        tables: 0,
        shown: 0,
        notes: Notes::default(),
        open: Vec::new(),
        paused: Vec::new(),
    };
    let events = Parser::new_ext(text, markdown::options()).into_offset_iter();
    let mut events = events.peekable();
    while let Some((event, span)) = events.next() {
        printer.event(event, span, &mut events)?;
    }
    printer.finish();
    Ok(Html::written(printer.out))
}

type Events<'t> = Peekable<OffsetIter<'t>>;

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

struct Printer<'p, 's, P: Panel, B> {
    prose: &'p Prose<'s, P>,
    place: &'p Place<'p>,
    blocks: &'p B,
    out: String,
    table: Table,
    tables: usize,
    /// How many blocks of records have been printed.
    shown: usize,
    notes: Notes,
    /// What closes the links and quotes that are open, innermost last.
    open: Vec<&'static str>,
    /// The page itself, while the text of a note is printed.
    paused: Vec<(String, String)>,
}

impl<P: Panel, B: Blocks<P>> Printer<'_, '_, P, B> {
    fn event<'t>(
        &mut self,
        event: Event<'t>,
        span: Range<usize>,
        events: &mut Events<'t>,
    ) -> Result<(), Error> {
        match event {
            Event::Start(tag) => self.start(tag, span.start, events)?,
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.out.push_str("<code>");
                escape(&mut self.out, &code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(label) => self.note(&label),
            Event::TaskListMarker(done) => {
                let key = if done { "prose.done" } else { "prose.to-do" };
                self.out.push_str("<span class=\"task\">");
                self.say(key, &[]);
                self.out.push_str("</span>");
            }
            Event::Text(text) => escape(&mut self.out, &self.prose.read(&text, &span)),
            // The check let no HTML through, and the parser knows no formulas
            // here; were there any, they would be printed as text.
            Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => escape(&mut self.out, &text),
        }
        Ok(())
    }

    fn start<'t>(&mut self, tag: Tag<'t>, at: usize, events: &mut Events<'t>) -> Result<(), Error> {
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading { level, .. } => {
                let _ = write!(self.out, "<h{}", self.place.level(level));
                let is_heading = |insert: &Insert<P>| matches!(insert, Insert::Heading(_));
                if let Some(Insert::Heading(id)) = self.prose.insert(at, is_heading) {
                    self.out.push_str(" id=\"");
                    escape(&mut self.out, &self.place.id(id));
                    self.out.push('"');
                }
                self.out.push('>');
            }
            Tag::BlockQuote(_) => {
                let (open, close) = match self
                    .prose
                    .insert(at, |insert| matches!(insert, Insert::Unquoted))
                {
                    Some(Insert::Unquoted) => ("<div class=\"for\">\n", "</div>\n"),
                    _ => ("<blockquote>\n", "</blockquote>\n"),
                };
                self.out.push_str(open);
                self.open.push(close);
            }
            Tag::CodeBlock(_) => self.code(at, events)?,
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(start)) => {
                let _ = writeln!(self.out, "<ol start=\"{start}\">");
            }
            Tag::Item => self.out.push_str("<li>"),
            Tag::FootnoteDefinition(label) => {
                let page = std::mem::take(&mut self.out);
                self.paused.push((label.to_string(), page));
            }
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.table(tag),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Link { .. } => self.link(at, events),
            Tag::Image { .. } => self.image(at, events),
            Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_) => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        let close = match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(level) => {
                let _ = writeln!(self.out, "</h{}>", self.place.level(level));
                return;
            }
            TagEnd::BlockQuote(_) | TagEnd::Link => self.open.pop().unwrap_or_default(),
            TagEnd::List(false) => "</ul>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::FootnoteDefinition => {
                if let Some((label, page)) = self.paused.pop() {
                    let body = std::mem::replace(&mut self.out, page);
                    self.notes.bodies.insert(label, body);
                }
                return;
            }
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => {
                self.table.in_head = false;
                "</tr></thead><tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => {
                self.table.column += 1;
                if self.table.in_head || self.table.column == 1 {
                    "</th>"
                } else {
                    "</td>"
                }
            }
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::CodeBlock
            | TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_) => "",
        };
        self.out.push_str(close);
    }

    /// A table stands in a group of its own, so that a wide one scrolls by
    /// itself and can be reached with the keyboard. The first cell of a row is
    /// its header.
    fn table(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Table(alignments) => {
                self.table = Table {
                    alignments,
                    ..Table::default()
                };
                self.tables += 1;
                self.out
                    .push_str("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
                self.say("table.number", &[("number", &self.tables.to_string())]);
                self.out.push_str("\"><table>");
            }
            Tag::TableHead => {
                self.table.column = 0;
                self.table.in_head = true;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.out.push_str("<tr>");
            }
            _ => {
                let (name, scope) = match (self.table.in_head, self.table.column) {
                    (true, _) => ("th", " scope=\"col\""),
                    (false, 0) => ("th", " scope=\"row\""),
                    (false, _) => ("td", ""),
                };
                let class = match self.table.alignments.get(self.table.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Left | Alignment::None) | None => "",
                };
                let _ = write!(self.out, "<{name}{scope}{class}>");
            }
        }
    }

    fn link(&mut self, at: usize, events: &mut Events<'_>) {
        let leads = |insert: &Insert<P>| matches!(insert, Insert::Link(_) | Insert::Record { .. });
        match self.prose.insert(at, leads) {
            Some(Insert::Link(leads)) => self.open_link(leads.as_ref()),
            // Of a reference without words of its own, the events are its
            // target, which nobody is to read.
            Some(Insert::Record {
                words,
                worded: false,
            }) => {
                self.open_link(words.leads.as_ref());
                escape(&mut self.out, &words.name);
                skip(events, |tag| matches!(tag, TagEnd::Link));
                self.end(TagEnd::Link);
                if let Some(detail) = &words.detail {
                    self.out.push_str(" (");
                    escape(&mut self.out, detail);
                    self.out.push(')');
                }
            }
            Some(Insert::Record {
                words,
                worded: true,
            }) => self.open_link(words.leads.as_ref()),
            _ => self.open_link(None),
        }
    }

    fn open_link(&mut self, leads: Option<&Leads>) {
        let Some(leads) = leads else {
            self.open.push("");
            return;
        };
        self.out.push_str("<a href=\"");
        escape(&mut self.out, &encoded(&self.place.href(leads)));
        self.out.push_str("\">");
        self.open.push("</a>");
    }

    fn image(&mut self, at: usize, events: &mut Events<'_>) {
        skip(events, |tag| matches!(tag, TagEnd::Image));
        if let Some(Insert::Picture(PictureView {
            path,
            alt,
            width,
            height,
        })) = self
            .prose
            .insert(at, |insert| matches!(insert, Insert::Picture(_)))
        {
            let _ = write!(self.out, "<img src=\"{}", self.place.root());
            escape(&mut self.out, &encoded(path));
            self.out.push_str("\" alt=\"");
            escape(&mut self.out, alt);
            let _ = write!(self.out, "\" width=\"{width}\" height=\"{height}\">");
        }
    }

    fn code(&mut self, at: usize, events: &mut Events<'_>) -> Result<(), Error> {
        let is_block = |insert: &Insert<P>| matches!(insert, Insert::Block(_));
        if let Some(Insert::Block(block)) = self.prose.insert(at, is_block) {
            skip(events, |tag| matches!(tag, TagEnd::CodeBlock));
            self.shown += 1;
            let number = self.place.number(self.shown);
            let printed = self.blocks.block(block, self.place.root(), &number)?;
            self.out.push_str(&printed.into_string());
            return Ok(());
        }
        self.out.push_str("<pre tabindex=\"0\"><code>");
        for (event, _) in events.by_ref() {
            match event {
                Event::Text(text) => escape(&mut self.out, &text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        self.out.push_str("</code></pre>\n");
        Ok(())
    }

    /// Prints words of Signpost's own.
    fn say(&mut self, key: &str, values: &[(&str, &str)]) {
        let said = self.blocks.wording().said(key, values);
        escape(&mut self.out, &said);
    }
}

/// Passes over the events up to the end of what has just begun.
fn skip(events: &mut Events<'_>, is_end: impl Fn(&TagEnd) -> bool) {
    let mut depth = 0;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => depth += 1,
            Event::End(tag) if is_end(&tag) && depth == 0 => return,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => depth -= 1,
            _ => {}
        }
    }
}
