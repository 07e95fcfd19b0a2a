//! The wording of a page, as one reader is shown it: the text that digests
//! are made of.
//!
//! In: a page and a reader. Out: sections of plain lines that say what is
//! there and not how it was typed. What is written here is the scheme `v1` of
//! digests: a change to it makes every approval look changed, so it needs
//! another scheme.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use crate::audience::{Audience, Retained};
use crate::markdown;
use crate::model::{Block, PageId, Site};

use super::records::{self, plain};

/// The sections of a page, each with its heading and its wording.
pub(super) struct Wording {
    pub(super) sections: Vec<Section>,
}

/// A stretch from one heading of the first or second level to the next.
#[derive(Default)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) text: String,
}

/// What is open while the events go by.
struct Writer<'s> {
    site: &'s Site,
    audience: Audience,
    page: PageId,
    /// Labels of notes, in the order of their first use: what a note is called
    /// in the text is a matter of spelling.
    notes: Vec<String>,
    sections: Vec<Section>,
    /// Whether a space is owed before the next word.
    space: bool,
    /// Whether the words are those of a section's heading.
    in_title: bool,
}

impl Wording {
    /// What `audience` reads on a page.
    pub(super) fn of(site: &Site, id: PageId, audience: Audience) -> Wording {
        let page = site.page(id);
        let retained: Retained<'_> = page.prose.retained(audience);
        let outline = page.prose.outline(audience);
        let mut writer = Writer {
            site,
            audience,
            page: id,
            notes: Vec::new(),
            sections: vec![Section::default()],
            space: false,
            in_title: false,
        };
        let mut blocks = outline.fences.iter();
        let parser = Parser::new_ext(retained.inspect(), markdown::options());
        let mut events = parser.into_iter();
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    let fenced = matches!(kind, CodeBlockKind::Fenced(_));
                    let block = fenced.then(|| blocks.next()).flatten();
                    let block = block.and_then(|fence| site.block(fence, audience));
                    match block {
                        Some(Ok(block)) => {
                            let is_end =
                                |event: &Event<'_>| matches!(event, Event::End(TagEnd::CodeBlock));
                            events.by_ref().find(is_end);
                            writer.block(&block);
                        }
                        Some(Err(_)) | None => writer.mark("code"),
                    }
                }
                event => writer.event(&event),
            }
        }
        Wording {
            sections: writer.sections,
        }
    }
}

impl Writer<'_> {
    fn text(&mut self) -> &mut String {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last].text
    }

    /// A line that says what begins or ends.
    fn mark(&mut self, mark: &str) {
        self.space = false;
        let text = self.text();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push('<');
        text.push_str(mark);
        text.push_str(">\n");
    }

    /// A sign within a line.
    fn sign(&mut self, sign: &str) {
        self.owed_space();
        let text = self.text();
        text.push('<');
        text.push_str(sign);
        text.push('>');
    }

    fn owed_space(&mut self) {
        if std::mem::take(&mut self.space) {
            let text = self.text();
            if !text.is_empty() && !text.ends_with('\n') {
                text.push(' ');
            }
        }
    }

    /// Words, with single spaces between them. An angle bracket of the text
    /// is doubled, so that no text can look like a mark.
    fn words(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            self.owed_space();
            if self.in_title {
                self.title(c);
            }
            let text = self.text();
            if c == '<' {
                text.push('<');
            }
            text.push(c);
        }
    }

    fn title(&mut self, c: char) {
        let last = self.sections.len() - 1;
        let section = &mut self.sections[last];
        let spaced = section.text.ends_with(' ') && !section.title.is_empty();
        if spaced && !section.title.ends_with(' ') {
            section.title.push(' ');
        }
        section.title.push(c);
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.words(words);
            }
            Event::Code(words) => {
                self.sign("code");
                self.words(words);
                self.sign("/code");
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(words),
            Event::FootnoteReference(label) => {
                let number = self.note(label);
                self.sign(&format!("note {number}"));
            }
            Event::SoftBreak => self.space = true,
            Event::HardBreak => self.mark("break"),
            Event::Rule => self.mark("rule"),
            Event::TaskListMarker(done) => self.sign(if *done { "done" } else { "to do" }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let level = *level as u8;
                if level <= 2 {
                    self.sections.push(Section::default());
                    self.in_title = true;
                }
                self.mark(&format!("heading {level}"));
            }
            Tag::Paragraph => self.mark("p"),
            Tag::BlockQuote(_) => self.mark("quote"),
            Tag::List(None) => self.mark("list"),
            Tag::List(Some(first)) => self.mark(&format!("list from {first}")),
            Tag::Item => self.mark("entry"),
            Tag::FootnoteDefinition(label) => {
                let number = self.note(label);
                self.mark(&format!("note {number}"));
            }
            Tag::DefinitionList => self.mark("terms"),
            Tag::DefinitionListTitle => self.mark("term"),
            Tag::DefinitionListDefinition => self.mark("meaning"),
            Tag::Table(_) => self.mark("table"),
            Tag::TableHead | Tag::TableRow => self.mark("row"),
            Tag::TableCell => self.mark("cell"),
            Tag::Emphasis => self.sign("em"),
            Tag::Strong => self.sign("strong"),
            Tag::Link {
                link_type: LinkType::WikiLink { .. },
                dest_url,
                ..
            } => {
                let target = dest_url.trim_end_matches(['\\', ' ']).trim_start();
                self.sign(&format!("record {target}"));
            }
            Tag::Link { dest_url, .. } => self.sign(&format!("link {dest_url}")),
            Tag::Image { dest_url, .. } => self.picture(dest_url),
            Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn note(&mut self, label: &str) -> usize {
        let known = self.notes.iter().position(|known| known == label);
        let at = known.unwrap_or_else(|| {
            self.notes.push(label.to_owned());
            self.notes.len() - 1
        });
        at + 1
    }

    /// A picture, with what its entry says that it shows.
    fn picture(&mut self, dest: &str) {
        let image = self.site.picture(self.page, dest).ok();
        let image = image.map(|id| self.site.image(id));
        let alt = image.and_then(|image| image.alt.as_ref());
        let alt = alt.map_or_else(String::new, |alt| plain(&alt.value));
        self.sign(&format!("picture {dest}: {alt}"));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.in_title = false;
                self.mark("/heading");
            }
            TagEnd::Emphasis => self.sign("/em"),
            TagEnd::Strong => self.sign("/strong"),
            TagEnd::Link => self.sign("/link"),
            TagEnd::Image => self.sign("/picture"),
            TagEnd::BlockQuote(_) => self.mark("/quote"),
            TagEnd::List(_) => self.mark("/list"),
            TagEnd::FootnoteDefinition => self.mark("/note"),
            TagEnd::CodeBlock => self.mark("/code"),
            _ => {}
        }
    }

    fn block(&mut self, block: &Block) {
        let lines = records::lines(self.site, block, self.audience);
        self.mark("block");
        self.text().push_str(&lines);
        self.mark("/block");
    }
}
