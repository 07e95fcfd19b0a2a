//! Prose, as one reader gets it: the text that is theirs, and what stands in
//! for every link, reference, picture and block in it.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use crate::audience::Audience;
use crate::model::{Address, Page, PageId, Record, Target, opens_in};

use super::records::tel;
use super::{BlockView, Desk, Panel};

/// The text of a page for one reader.
///
/// Nothing of what was cut is in it. Links and records are resolved already:
/// whoever prints it needs to know no site.
#[derive(Serialize)]
pub struct Prose<'s, P: Panel> {
    text: Cow<'s, str>,
    /// What stands in for something, by the byte where that begins; sorted.
    inserts: Vec<(usize, Insert<P>)>,
    /// What acronyms are short for, by the byte behind which it is added.
    spelt_out: Vec<(usize, String)>,
}

/// What stands in for something in the text.
#[derive(Serialize)]
pub enum Insert<P: Panel> {
    /// A heading's id.
    Heading(String),
    /// Where a link leads; nowhere from here, if nothing.
    Link(Option<Leads>),
    /// A reference.
    Record {
        /// What it prints.
        words: InWords,
        /// Whether the editor gave the words: then only the link is ours.
        worded: bool,
    },
    /// A picture.
    Picture(PictureView),
    /// A labelled quote, printed without its mark.
    Unquoted,
    /// A block of records.
    Block(BlockView<P>),
}

/// Where a link leads. The way there is for whoever prints the text: it may
/// stand on its page, or among others in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Leads {
    /// To a heading of the same page, by its id.
    Here(String),
    /// To a file of the same tree, by its path from the root, and perhaps to a
    /// mark in it.
    Tree(String),
    /// Away from the tree, by the whole address.
    Away(String),
}

/// A record in a sentence.
#[derive(Debug, Clone, Default, Serialize)]
pub struct InWords {
    /// What it is called; the link stands on this.
    pub name: String,
    /// More about it, in brackets: who holds it.
    pub detail: Option<String>,
    /// Where it leads.
    pub leads: Option<Leads>,
}

/// A picture in the text.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    /// The path from the tree's root.
    pub path: String,
    /// What it shows; empty for a decorative one.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl<P: Panel> Prose<'_, P> {
    /// No text at all.
    pub(super) fn empty<'e>() -> Prose<'e, P> {
        Prose {
            text: Cow::Borrowed(""),
            inserts: Vec::new(),
            spelt_out: Vec::new(),
        }
    }

    /// The Markdown.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands in for what begins at this byte, and is of this sort: a
    /// heading can begin with a link, and then both begin at one byte.
    pub fn insert(&self, at: usize, is: impl Fn(&Insert<P>) -> bool) -> Option<&Insert<P>> {
        let first = self.inserts.partition_point(|(start, _)| *start < at);
        let here = self.inserts[first..].iter();
        here.take_while(|(start, _)| *start == at)
            .map(|(_, insert)| insert)
            .find(|insert| is(insert))
    }

    /// A stretch of the text, as it is read, with what is added to it.
    pub(crate) fn read<'t>(&self, words: &'t str, span: &Range<usize>) -> Cow<'t, str> {
        let first = self.spelt_out.partition_point(|(at, _)| *at <= span.start);
        let here = self.spelt_out[first..].iter();
        let mut here = here.take_while(|(at, _)| *at <= span.end).peekable();
        if here.peek().is_none() {
            return Cow::Borrowed(words);
        }
        let mut read = String::new();
        let mut from = 0;
        for (at, added) in here {
            // What is read can differ from what was typed; then it comes last.
            let exact = words.len() == span.len();
            let upto = if exact { at - span.start } else { words.len() };
            read.push_str(&words[from..upto]);
            read.push_str(added);
            from = upto;
        }
        read.push_str(&words[from..]);
        Cow::Owned(read)
    }

    /// Paths of the pictures in the text, and of the photos in its blocks.
    pub(super) fn pictures(&self) -> impl Iterator<Item = &str> {
        self.inserts.iter().flat_map(|(_, insert)| match insert {
            Insert::Picture(picture) => vec![picture.path.as_str()],
            Insert::Block(block) => block.photos(),
            Insert::Heading(_)
            | Insert::Link(_)
            | Insert::Record {
                words: _,
                worded: _,
            }
            | Insert::Unquoted => Vec::new(),
        })
    }
}

/// The way from a page to its tree's root: `../` for each folder above it.
pub(crate) fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The prose of a page, as it is wherever it is printed.
pub(super) fn of<'s, P: Panel>(desk: &Desk<'s>, id: PageId, page: &'s Page) -> Prose<'s, P> {
    let Some((text, unquoted)) = page.prose.retained(desk.audience()).release(&desk.reader) else {
        return Prose::empty();
    };
    let outline = page.prose.outline(desk.audience());
    let from = From { desk, page: id };
    let mut inserts: Vec<(usize, Insert<P>)> = Vec::new();
    inserts.extend(unquoted.into_iter().map(|at| (at, Insert::Unquoted)));
    for heading in &outline.headings {
        inserts.push((heading.span.start, Insert::Heading(heading.id.clone())));
    }
    for link in &outline.links {
        let target = desk.site.target(id, &link.dest, link.kind, desk.audience());
        let leads = target.ok().and_then(|target| from.leads(&target));
        inserts.push((link.span.start, Insert::Link(leads)));
    }
    for reference in &outline.references {
        if let Ok(record) = desk.site.record(&reference.target) {
            let words = from.record::<P>(record);
            let worded = reference.worded;
            inserts.push((reference.span.start, Insert::Record { words, worded }));
        }
    }
    for image in &outline.images {
        let found = desk.site.picture(id, &image.dest).ok();
        if let Some(picture) = found.and_then(|image_id| desk.picture(image_id, &image.alt)) {
            inserts.push((image.span.start, Insert::Picture(picture)));
        }
    }
    for fence in &outline.fences {
        if let Some(Ok(block)) = desk.site.block(fence, desk.audience()) {
            let block = BlockView::of(desk, id, block);
            inserts.push((fence.span.start, Insert::Block(block)));
        }
    }
    inserts.sort_by_key(|(at, _)| *at);
    let spelt_out = desk.acronyms.spelt_out(&text, &inserts);
    Prose {
        text,
        inserts,
        spelt_out,
    }
}

/// The page that links are followed from.
struct From<'d, 's> {
    desk: &'d Desk<'s>,
    page: PageId,
}

impl From<'_, '_> {
    fn leads(&self, target: &Target) -> Option<Leads> {
        let site = self.desk.site;
        match target {
            Target::Page {
                page,
                anchor: Some(id),
            } if *page == self.page => Some(Leads::Here(id.clone())),
            Target::Page { page, anchor } => {
                let target = site.page(*page);
                let view = opens_in(target.readers, self.desk.audience())?;
                let mut to = Address::of(&target.path, view)?.path;
                if let Some(id) = anchor {
                    to.push('#');
                    to.push_str(id);
                }
                self.to(to, view)
            }
            Target::Made(path, readers) => {
                let view = opens_in(*readers, self.desk.audience())?;
                let to = Address::of(path, view)?;
                self.to(to.path, view)
            }
            Target::Download(index) => {
                let file = &site.downloads[*index];
                self.to(format!("files/{}", file.path), file.audience)
            }
            Target::Outside(url) => Some(Leads::Away(url.clone())),
        }
    }

    /// The way to a path in the tree of `view`: from the staff tree to the web
    /// by the site's address, if it has one.
    fn to(&self, path: String, view: Audience) -> Option<Leads> {
        let same_tree = match (self.desk.audience(), view) {
            (Audience::Staff, Audience::Children | Audience::Parents)
            | (Audience::Children | Audience::Parents, Audience::Staff) => false,
            (Audience::Staff, Audience::Staff)
            | (Audience::Children | Audience::Parents, Audience::Children | Audience::Parents) => {
                true
            }
        };
        if same_tree {
            return Some(Leads::Tree(path));
        }
        let address = self.desk.site.school.address.as_ref()?;
        (view != Audience::Staff).then(|| Leads::Away(format!("{}/{path}", address.value)))
    }

    /// What a reference prints, and where it leads.
    fn record<P: Panel>(&self, record: Record) -> InWords {
        let site = self.desk.site;
        match record {
            Record::Role(role) => P::role_in_words(self.desk, role),
            Record::Helpline(id) => {
                let line = site.helpline(id);
                let name = &line.name.value;
                let with = |key, number: &str| {
                    let values = [("name", name.as_str()), ("number", number)];
                    self.desk.said(key, &values)
                };
                let (name, leads) = match (&line.phone, &line.web, &line.text) {
                    (Some(phone), _, _) => (
                        with("contact.by-phone", &phone.value),
                        Some(Leads::Away(tel(&phone.value))),
                    ),
                    (None, Some(web), _) => (name.clone(), Some(Leads::Away(web.value.clone()))),
                    (None, None, Some(text)) => (with("contact.by-text", &text.value), None),
                    (None, None, None) => (name.clone(), None),
                };
                InWords {
                    name,
                    detail: None,
                    leads,
                }
            }
            Record::Guidance(id) => P::guidance_in_words(self.desk, id),
            Record::System(id) => self.desk.named(id),
            Record::Term(id) => self.desk.term_in_words(id),
            Record::Policy(page) => InWords {
                name: site.page(page).front.title.value.clone(),
                detail: None,
                leads: self.leads(&Target::Page { page, anchor: None }),
            },
            // No reference names one: it stands on no page of its own.
            Record::Table(_)
            | Record::Procedure(_)
            | Record::Checklist(_)
            | Record::Agreement(_) => InWords::default(),
        }
    }
}
