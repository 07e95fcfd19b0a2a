//! The texts of records, each with its place and those who read it.
//!
//! In: a site. Out: every sentence and title that a record holds, for rules
//! about what texts say. What is not for reading (ids, addresses, evidence) is
//! left out.

use std::ops::Range;
use std::sync::Arc;

use crate::audience::{Audience, Audiences};
use crate::model::{
    After, Agreement, Channel, Check, Checklist, ChildrenHelp, Choice, Duty, Guidance, Help,
    Helpline, ParentsHelp, Procedure, Reply, Role, Route, Site, Statement, Step, Wording,
};
use crate::source::{Place, SourceFile, Spanned};
use crate::words::Passage;

/// A text of a record.
pub(super) struct Text<'s> {
    file: &'s Arc<SourceFile>,
    written: &'s Spanned<String>,
    /// Who reads it.
    pub(super) readers: Audiences,
}

impl Text<'_> {
    /// The text, to be read word by word.
    pub(super) fn passage(&self) -> Passage {
        let Spanned { value, span } = self.written;
        // Inside its quotes a text stands as it is read, unless it was written
        // with backslashes.
        let inner = span.start + 1..span.end.saturating_sub(1).max(span.start + 1);
        let exact = self.file.text().get(inner.clone()) == Some(value);
        Passage::plain(value, if exact { inner } else { span.clone() })
    }

    /// The whole text.
    pub(super) fn value(&self) -> &str {
        &self.written.value
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
    fn add(&mut self, readers: Audiences, text: impl IntoIterator<Item = &'s Spanned<String>>) {
        let file = self.file;
        self.texts.extend(text.into_iter().map(|written| Text {
            file,
            written,
            readers,
        }));
    }
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
    if let Some(file) = &files.guidance {
        texts.extend(gathered(file, |all| guidance(site, all)));
    }
    for procedure in &site.handbook.procedures {
        texts.extend(gathered(&procedure.file, |all| {
            self::procedure(procedure, all);
        }));
    }
    for list in &site.handbook.checklists {
        texts.extend(gathered(&list.file, |all| checklist(list, all)));
    }
    for form in &site.handbook.agreements {
        texts.extend(gathered(&form.file, |all| agreement(form, all)));
    }
    for page in &site.pages {
        let file = page.prose.file();
        texts.extend(gathered(file, |all| {
            all.add(page.readers, [&page.front.title]);
            all.add(page.readers, &page.front.summary);
        }));
    }
    texts
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

fn checklist<'s>(list: &'s Checklist, all: &mut Gathered<'s>) {
    let Checklist {
        id: _,
        file: _,
        title,
        child_title,
        readers,
        intro,
        child_intro,
        signed_by: _,
        checks,
    } = list;
    let grown_ups = of_grown_ups(*readers);
    all.add(grown_ups, [title]);
    all.add(grown_ups, intro);
    all.add(Audience::Children.into(), child_title);
    all.add(Audience::Children.into(), child_intro);
    for check in checks {
        let Check {
            text,
            child,
            section,
            note,
        } = check.inspect();
        let grown_ups = of_grown_ups(check.audiences());
        all.add(grown_ups, [text]);
        all.add(grown_ups, section);
        all.add(grown_ups, note);
        all.add(Audience::Children.into(), child);
    }
}

fn agreement<'s>(form: &'s Agreement, all: &mut Gathered<'s>) {
    let Agreement {
        id: _,
        file: _,
        title,
        child_title,
        readers,
        year: _,
        intro,
        child_intro,
        about,
        signed_by,
        statements,
        choices,
        return_to,
        child_return_to,
    } = form;
    let grown_ups = of_grown_ups(*readers);
    all.add(grown_ups, [title, return_to]);
    all.add(grown_ups, intro);
    all.add(*readers, about);
    all.add(*readers, signed_by);
    for text in [child_title, child_intro, child_return_to] {
        all.add(Audience::Children.into(), text);
    }
    for Statement {
        text,
        child,
        section,
    } in statements
    {
        all.add(grown_ups, [text]);
        all.add(grown_ups, section);
        all.add(Audience::Children.into(), child);
    }
    for Choice {
        text,
        child,
        answers,
        note,
    } in choices
    {
        all.add(grown_ups, [text]);
        all.add(grown_ups, note);
        all.add(*readers, answers);
        all.add(Audience::Children.into(), child);
    }
}

/// Who reads the words for grown-ups: staff do in any case.
fn of_grown_ups(readers: Audiences) -> Audiences {
    let readers = readers.or(Audiences::STAFF);
    readers.without(Audience::Children.into())
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

/// Not the titles: a register names old editions and old names.
fn guidance<'s>(site: &'s Site, all: &mut Gathered<'s>) {
    for guidance in &site.handbook.guidance {
        let Guidance {
            id: _,
            title: _,
            aliases: _,
            kind: _,
            publisher,
            web: _,
            summary,
            editions: _,
            source: _,
            verified: _,
        } = guidance;
        let readers = Audiences::STAFF.or(Audience::Parents.into());
        all.add(readers, [publisher]);
        all.add(readers, summary);
    }
}

fn procedure<'s>(procedure: &'s Procedure, all: &mut Gathered<'s>) {
    let Procedure {
        file: _,
        id: _,
        title,
        child_title,
        readers,
        summary,
        child_summary,
        source: _,
        edition: _,
        never,
        child_never,
        names: _,
        steps,
    } = procedure;
    let children = Audiences::from(Audience::Children).and(*readers);
    let grown_ups = readers.without(children);
    all.add(grown_ups, [title]);
    all.add(grown_ups, summary);
    all.add(grown_ups, never);
    all.add(children, child_title);
    all.add(children, child_summary);
    all.add(children, child_never);
    for step in steps {
        let Step {
            text,
            child,
            note,
            roles: _,
            helplines: _,
            after,
        } = step;
        all.add(grown_ups, [text]);
        all.add(grown_ups, note);
        all.add(children, child);
        if let After::Answers(answers) = after {
            for Reply { text, child, to: _ } in answers {
                all.add(grown_ups, [text]);
                all.add(children, child);
            }
        }
    }
}
