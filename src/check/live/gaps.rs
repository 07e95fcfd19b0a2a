//! What a school has still to say, in the order in which it would say it.
//!
//! In: a site. Out: its [`Gap`]s: values that are made up, and those that
//! still are what `signpost init` wrote. Changes nothing, and must never take
//! for a gap what a school could have meant.

use std::ops::Range;
use std::sync::Arc;

use super::made_up::{TO_FILL_IN, is_made_up};
use crate::audience::Guarded;
use crate::model::{Medium, Role, Site};
use crate::source::{Place, SourceFile, Spanned};

/// Something that a school has still to say.
#[derive(Debug, Clone)]
pub struct Gap {
    /// Where it is to be written.
    pub place: Place,
    /// What to do, as the rest of a sentence: `say who your headteacher is`.
    pub step: String,
    /// What stands there now.
    pub(super) value: String,
}

impl Gap {
    fn new(file: &Arc<SourceFile>, span: Range<usize>, value: &str, step: String) -> Gap {
        Gap {
            place: Place::at(file, span),
            step,
            value: value.to_owned(),
        }
    }

    /// Whether nothing has been written there yet.
    pub(super) fn is_empty(&self) -> bool {
        self.value == TO_FILL_IN
    }
}

/// All of them: the school, its people, whatever else is in records, and the
/// links of pages.
pub(super) fn all(site: &Site) -> Vec<Gap> {
    let mut gaps = Vec::new();
    of_school(site, &mut gaps);
    of_people(site, &mut gaps);
    let files = &site.files;
    let others = [
        &files.help,
        &files.helplines,
        &files.guidance,
        &files.glossary,
        &files.schedule,
        &files.systems,
        &files.accessibility,
        &files.images,
    ];
    for file in others.into_iter().flatten() {
        gaps.extend(empty(file).map(|span| {
            let step = format!("write what is missing at “{}”", key(file, span.start));
            Gap::new(file, span, TO_FILL_IN, step)
        }));
    }
    of_registers(site, &mut gaps);
    for page in &site.pages {
        for link in &page.prose.inspect_whole().links {
            if is_made_up(&link.dest) {
                gaps.push(Gap {
                    place: page.prose.place(link.span.clone()),
                    step: "write where the link leads".to_owned(),
                    value: link.dest.clone(),
                });
            }
        }
    }
    gaps
}

fn of_school(site: &Site, gaps: &mut Vec<Gap>) {
    let Some(file) = &site.files.school else {
        return;
    };
    let school = &site.school;
    let one = [
        (Some(&school.phone), "write the office's telephone number"),
        (Some(&school.email), "write the office's mailbox"),
        (school.address.as_ref(), "write the address of your website"),
        (
            school.staff_address.as_ref(),
            "write where the staff pages stand",
        ),
    ];
    let one = one
        .into_iter()
        .filter_map(|(text, step)| Some((text?, step)));
    let domain = "write what stands behind the @ in your school's mailboxes";
    let several = school.email_domains.iter().map(|text| (text, domain));
    let mailbox = "write a mailbox of your school's";
    let mailboxes = school.allowed_mailboxes.iter().map(|text| (text, mailbox));
    let mut found: Vec<Gap> = one
        .chain(several)
        .chain(mailboxes)
        .filter(|(text, _)| is_made_up(&text.value))
        .map(|(text, step)| Gap::new(file, text.span.clone(), &text.value, step.to_owned()))
        .collect();
    found.extend(empty(file).map(|span| {
        let step = match key(file, span.start) {
            "postal" => "write your school's postal address".to_owned(),
            key => format!("write what is missing at “{key}”"),
        };
        Gap::new(file, span, TO_FILL_IN, step)
    }));
    in_order(found, gaps);
}

fn of_people(site: &Site, gaps: &mut Vec<Gap>) {
    let Some(file) = &site.files.people else {
        return;
    };
    let mut found: Vec<Gap> = Vec::new();
    for role in &site.roles {
        for channel in role.channels.iter().map(Guarded::inspect) {
            let Spanned { value, span } = &channel.value;
            if is_made_up(value) {
                let step = format!(
                    "write the {} of “{}”",
                    called(channel.medium),
                    role.title.value
                );
                found.push(Gap::new(file, span.clone(), value, step));
            }
        }
    }
    found.extend(empty(file).map(|span| {
        let step = match holds(site, &span) {
            Some(role) => format!("say who your {} is", role.title.value),
            None => format!("write what is missing at “{}”", key(file, span.start)),
        };
        Gap::new(file, span, TO_FILL_IN, step)
    }));
    in_order(found, gaps);
}

/// What a way to reach somebody is called.
fn called(medium: Medium) -> &'static str {
    match medium {
        Medium::Phone => "telephone number",
        Medium::Email => "mailbox",
        Medium::Text => "number for text messages",
        Medium::Web => "page on the web",
    }
}

/// The role whose holder is named at `span`.
fn holds<'s>(site: &'s Site, span: &Range<usize>) -> Option<&'s Role> {
    let is_named = |role: &&Role| {
        role.holders.iter().any(|holder| {
            let child = holder.child_name.as_ref().map(|name| &name.inspect().span);
            let names = [Some(&holder.name.inspect().span), child];
            names
                .into_iter()
                .flatten()
                .any(|name| name.start <= span.start && span.end <= name.end)
        })
    };
    site.roles.iter().find(is_named)
}

/// The addresses of helplines and in registers.
fn of_registers(site: &Site, gaps: &mut Vec<Gap>) {
    let mut found = |file: &Arc<SourceFile>, text: &Spanned<String>, of: &str| {
        if is_made_up(&text.value) {
            let step = format!("write the number or address of {of}");
            gaps.push(Gap::new(file, text.span.clone(), &text.value, step));
        }
    };
    if let Some(file) = &site.files.helplines {
        for line in &site.helplines {
            for text in [&line.phone, &line.text, &line.web].into_iter().flatten() {
                found(file, text, &line.name.value);
            }
        }
    }
    if let Some(file) = &site.files.guidance {
        for law in &site.handbook.guidance {
            if let Some(text) = &law.web {
                found(file, text, &law.title.value);
            }
        }
    }
}

/// Values that are still the words of `signpost init`, the first of each line:
/// a name and the name that children use are one thing to say. A note is no
/// value.
fn empty(file: &Arc<SourceFile>) -> impl Iterator<Item = Range<usize>> {
    let value = format!("\"{TO_FILL_IN}\"");
    let mut at = 0;
    let lines = file.text().split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let found = line.find(&value)?;
        let is_note = line[..found].contains('#');
        // Between the quotes.
        let begins = start + found + 1;
        (!is_note).then(|| begins..begins + TO_FILL_IN.len())
    });
    lines.collect::<Vec<_>>().into_iter()
}

/// The key of the value at `offset`, as far as its line says.
fn key(file: &SourceFile, offset: usize) -> &str {
    let before = &file.text()[..offset];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let named = line.rsplit_once('=').map_or(line, |(named, _)| named);
    let word = named.trim().rsplit([' ', '{', ',']).next();
    word.unwrap_or_default()
}

/// Adds what was found in a file, from its first line to its last.
fn in_order(mut found: Vec<Gap>, gaps: &mut Vec<Gap>) {
    found.sort_by_key(|gap| gap.place.line_column());
    gaps.append(&mut found);
}
