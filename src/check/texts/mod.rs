//! The texts of records, each with its place and those who read it.
//!
//! In: a site. Out: every sentence and title that a record holds, for rules
//! about what texts say. What is not for reading (ids, addresses, evidence) is
//! left out.

mod handbook;
mod paper;
mod pictures;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::audience::{Audience, Audiences};
use crate::model::{
    Channel, ChildrenHelp, Duty, Help, Helpline, ImageId, ParentsHelp, Role, Route, Site, Wording,
};
use crate::source::{Place, SourceFile, Spanned};
use crate::words::{Passage, Stands};

/// A text of a record.
pub(super) struct Text<'s> {
    file: &'s Arc<SourceFile>,
    written: Written<'s>,
    /// Who reads it.
    pub(super) readers: Audiences,
}

/// A text as a record holds it.
#[derive(Clone, Copy)]
enum Written<'s> {
    /// With its place.
    At(&'s Spanned<String>),
    /// The same of a page's title.
    Title(&'s Spanned<String>),
    /// By itself: its place is where its file first has these words.
    Said(&'s str),
}

impl Text<'_> {
    /// The text, to be read word by word.
    pub(super) fn passage(&self) -> Passage {
        let value = self.value();
        let origin = match self.written {
            // Inside its quotes a text stands as it is read, unless it was
            // written with backslashes.
            Written::At(Spanned { value: _, span })
            | Written::Title(Spanned { value: _, span }) => {
                let inner = span.start + 1..span.end.saturating_sub(1).max(span.start + 1);
                let is_exact = self.file.text().get(inner.clone()) == Some(value);
                if is_exact { inner } else { span.clone() }
            }
            Written::Said(_) => {
                let found = self.file.text().find(value);
                found.map_or(0..0, |start| start..start + value.len())
            }
        };
        let mut passage = Passage::plain(value, origin);
        if matches!(self.written, Written::Title(_)) {
            passage.stands = Stands::Heading;
        }
        passage
    }

    /// The whole text.
    pub(super) fn value(&self) -> &str {
        match self.written {
            Written::At(text) | Written::Title(text) => &text.value,
            Written::Said(text) => text,
        }
    }

    /// The place of a stretch of the passage.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::at(self.file, span)
    }
}

/// Texts, as they are gathered from one file.
struct Gathered<'s> {
    file: &'s Arc<SourceFile>,
    texts: Vec<Text<'s>>,
}

impl<'s> Gathered<'s> {
    fn add(&mut self, readers: Audiences, texts: impl IntoIterator<Item = &'s Spanned<String>>) {
        for text in texts {
            self.put(readers, Written::At(text));
        }
    }

    /// The same of texts without a place.
    fn say(&mut self, readers: Audiences, texts: impl IntoIterator<Item = &'s String>) {
        for text in texts {
            self.put(readers, Written::Said(text));
        }
    }

    fn put(&mut self, readers: Audiences, written: Written<'s>) {
        let file = self.file;
        self.texts.push(Text {
            file,
            written,
            readers,
        });
    }
}

const CHILDREN: Audience = Audience::Children;

/// Those of a record's readers who read it in the words of grown-ups; staff do
/// in any case.
fn grown_ups(readers: Audiences) -> Audiences {
    readers.without(CHILDREN.into()).or(Audiences::STAFF)
}

/// All texts of all records, and the titles and summaries of pages.
pub(super) fn of(site: &Site) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let files = &site.files;
    if let Some(file) = &files.people {
        texts.extend(gathered(file, |all| people(site, all)));
    }
    if let Some(file) = &files.helplines {
        texts.extend(gathered(file, |all| helplines(site, all)));
    }
    if let (Some(file), Some(of_help)) = (&files.help, &site.help) {
        texts.extend(gathered(file, |all| help(of_help, all)));
    }
    handbook::texts(site, &mut texts);
    if let Some(file) = &files.images {
        texts.extend(gathered(file, |all| pictures::texts(site, all)));
    }
    for page in &site.pages {
        let file = page.prose.file();
        texts.extend(gathered(file, |all| {
            all.put(page.readers, Written::Title(&page.front.title));
            all.add(page.readers, &page.front.summary);
        }));
    }
    texts
}

/// Who sees each picture.
pub(super) fn pictures_shown(site: &Site) -> BTreeMap<ImageId, Audiences> {
    pictures::shown(site)
}

/// What pictures show, in words.
pub(super) fn of_pictures(site: &Site) -> Vec<Text<'_>> {
    let file = site.files.images.as_ref();
    file.map_or_else(Vec::new, |file| {
        gathered(file, |all| pictures::texts(site, all))
    })
}

fn gathered<'s>(file: &'s Arc<SourceFile>, from: impl FnOnce(&mut Gathered<'s>)) -> Vec<Text<'s>> {
    let mut all = Gathered {
        file,
        texts: Vec::new(),
    };
    from(&mut all);
    all.texts
}

fn people<'s>(site: &'s Site, all: &mut Gathered<'s>) {
    for role in &site.roles {
        let Role {
            id: _,
            title,
            kind: _,
            readers,
            aliases: _,
            child_name,
            find,
            holders: _,
            deputy: _,
            inherits: _,
            duties,
            channels,
            verified: _,
        } = role;
        all.add(readers.without(Audience::Children.into()), [title]);
        all.add(Audience::Children.into(), child_name);
        if let Some(find) = find {
            all.add(find.audiences(), [find.inspect()]);
        }
        for duty in duties {
            let Duty { text } = duty.inspect();
            all.add(duty.audiences(), [text]);
        }
        for channel in channels {
            let Channel {
                medium: _,
                value: _,
                note,
            } = channel.inspect();
            all.add(channel.audiences(), note);
        }
    }
    for route in &site.routes {
        let Route {
            about,
            to: _,
            within,
            instead: _,
            readers,
        } = route;
        all.add(*readers, [about, within]);
    }
}

fn helplines<'s>(site: &'s Site, all: &mut Gathered<'s>) {
    for helpline in &site.helplines {
        let Helpline {
            id: _,
            name,
            purpose,
            child_purpose,
            readers: _,
            phone: _,
            text: _,
            web: _,
            hours: _,
            free: _,
            source: _,
            verified: _,
        } = helpline;
        all.add(helpline.shown_to(), [name, purpose]);
        all.add(Audience::Children.into(), child_purpose);
    }
}

fn help<'s>(help: &'s Help, all: &mut Gathered<'s>) {
    let Help { children, parents } = help;
    let ChildrenHelp {
        adults: _,
        outside: _,
        ks1,
        ks2,
    } = children;
    for wording in [ks1, ks2] {
        worded(wording, all);
    }
    let ParentsHelp {
        intro,
        school: _,
        closed,
        services: _,
        services_out_of_hours: _,
        police: _,
        emergency: _,
        advice: _,
    } = parents;
    all.add(Audience::Parents.into(), [intro, closed]);
}

/// One wording of the worried page.
pub(super) fn of_wording<'s>(file: &'s Arc<SourceFile>, wording: &'s Wording) -> Vec<Text<'s>> {
    gathered(file, |all| worded(wording, all))
}

fn worded<'s>(wording: &'s Wording, all: &mut Gathered<'s>) {
    let Wording {
        title,
        tell,
        next,
        secret,
        emergency,
        not_there,
        about_them,
        closed,
        do_not,
        unread,
    } = wording;
    let one_by_one = [
        title, tell, next, secret, emergency, not_there, about_them, closed, unread,
    ];
    all.add(Audience::Children.into(), one_by_one);
    all.add(Audience::Children.into(), do_not);
}
