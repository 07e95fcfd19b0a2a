//! Rules about references to records, and about the worried page.

use super::links::OUT_OF_REACH;
use super::sink::{PageSink, Said};
use crate::audience::Audience;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity, explained, suggestion};
use crate::model::{Folder, MISSING_FILE, Page, RecordFault, RecordKind, Shape, Site};
use crate::source::Place;

/// A reference names a kind of record that there is.
pub(crate) static UNKNOWN_KIND: Rule = Rule {
    name: "unknown-kind",
    severity: Severity::Error,
    summary: "A reference names a kind of record that there is.",
    explanation: explained!("unknown-kind"),
};
/// A site for children tells them whom to turn to.
pub(crate) static HELP_INCOMPLETE: Rule = Rule {
    name: "help-incomplete",
    severity: Severity::Error,
    summary: "A site with a page for children has a complete content/help.toml.",
    explanation: explained!("help-incomplete"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&UNKNOWN_KIND, &HELP_INCOMPLETE];

pub(super) fn references(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        for reference in &page.prose.outline(reader).references {
            let said = match site.record(&reference.target) {
                Err(fault) if site.surely_names_nothing(&fault) => unknown(site, &fault),
                Err(_) => continue,
                Ok(record) if site.is_for(record, reader) => continue,
                Ok(_) => (
                    &OUT_OF_REACH,
                    format!(
                        "“{}” is not for {reader}, who would read it here.",
                        reference.target
                    ),
                    reach_help(page, reader),
                ),
            };
            sink.report_for(said, reader, reference.span.clone());
        }
    }
}

/// What to do about a record that its readers may not see. Never to show it
/// to them: whom a record is for was decided where it is written.
pub(super) fn reach_help(page: &Page, reader: Audience) -> String {
    if reader == Audience::Children {
        return "Name another that is for children, or take this out.".to_owned();
    }
    format!("Name another, or {}.", for_staff(page))
}

/// How what only staff may read is kept from a page's other readers.
pub(super) fn for_staff(page: &Page) -> &'static str {
    if page.readers.contains(Audience::Staff) {
        "put what only staff may read into a quote that begins with the line > [!STAFF]"
    } else {
        "move the text to a staff page"
    }
}

fn unknown(site: &Site, fault: &RecordFault) -> Said {
    match fault {
        RecordFault::Kind(written) => (
            &UNKNOWN_KIND,
            format!(
                "Two square brackets name {}, and this names none of them.",
                either(RecordKind::REFERRED_TO, |kind| a(kind.word()))
            ),
            kind_help(site, written),
        ),
        RecordFault::Unknown(kind, name) => site.unknown(*kind, name),
        RecordFault::Draft(name) => (
            RecordKind::Policy.must_exist(),
            format!("The policy “{name}” is a draft and is not published."),
            "Take “draft = true” out of that page, or this reference until then.".to_owned(),
        ),
    }
}

/// What a reference of no kind was probably meant to be.
fn kind_help(site: &Site, written: &str) -> String {
    if let Some(shape) = Shape::ALL.iter().find(|shape| shape.word == written) {
        let (word, line) = (shape.word, shape.line());
        return format!("To show it here, write a block of three lines: ```{word}, {line}, ```.");
    }
    let kinds = RecordKind::REFERRED_TO;
    let named = |kind: &&RecordKind| site.find_record(**kind, written).is_some();
    if let Some(kind) = kinds.iter().find(named) {
        return format!("Did you mean [[{}:{written}]]?", kind.word());
    }
    match suggestion(written, kinds.iter().map(|kind| kind.word())) {
        Some(near) => format!("Did you mean “{near}:” instead of “{written}:”?"),
        None => format!(
            "Write {}, with the id of one in place of the dots.",
            either(kinds, |kind| format!("[[{}:…]]", kind.word()))
        ),
    }
}

/// `a role, a helpline or a policy`
fn either(kinds: &[RecordKind], say: impl Fn(&RecordKind) -> String) -> String {
    let said: Vec<String> = kinds.iter().map(say).collect();
    match said.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => said.concat(),
    }
}

/// `a role`, `an agreement`, `guidance`
fn a(noun: &str) -> String {
    if noun == RecordKind::Guidance.word() {
        return noun.to_owned();
    }
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// What a whole `help.toml` holds.
const HELP_PARTS: &str = "Write content/help.toml in two parts: [children] with adults, outside, title, tell, next, secret, emergency, not_there, about_them, closed, do_not and unread; [parents] with intro, school, closed, services, services_out_of_hours, police, emergency and advice. It is quickest to copy the file from the demo and to put your own people in it.";

/// The files that pages and other records name something from are there, and
/// a child who is worried finds somebody.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for kind in RecordKind::IN_ONE_FILE {
        missing(site, *kind, diagnostics);
    }
    if site.files.help.is_some() || !site.read_whole("content/help.toml") {
        return;
    }
    if let Some(page) = site
        .pages
        .iter()
        .find(|page| page.folder == Folder::Children)
    {
        diagnostics
            .report(
                &HELP_INCOMPLETE,
                Place::File("content/help.toml".to_owned()),
                format!(
                    "There are pages for children (content/{}.md is one), but no content/help.toml that says whom a worried child can turn to.",
                    page.path
                ),
                HELP_PARTS,
            )
            .on_pages_of(Audience::Children.into());
    }
}

/// Says once that a file of records is not there, and not at each name from
/// it.
fn missing(site: &Site, kind: RecordKind, diagnostics: &mut Diagnostics) {
    let path = kind.stands_in();
    if site.knows_all(kind) || !site.read_whole(path) {
        return;
    }
    // Windows hides the end of `people.toml.txt`, and that was said.
    let is_said = |found: &Diagnostic| found.place.path().starts_with(path);
    if diagnostics.iter().any(is_said) {
        return;
    }
    let of_help = matches!(kind, RecordKind::Role | RecordKind::Helpline);
    let names = |page: &&Page| names_any(page, kind);
    let by = match site.pages.iter().find(names) {
        _ if of_help && site.files.help.is_some() => "content/help.toml".to_owned(),
        Some(page) => format!("content/{}.md", page.path),
        None => {
            let mut procedures = site.handbook.procedures.iter();
            match procedures.find(|procedure| procedure.names.contains(&kind)) {
                Some(procedure) => procedure.file.path().to_owned(),
                None => return,
            }
        }
    };
    diagnostics.report(
        &MISSING_FILE,
        Place::File(path.to_owned()),
        format!("There is no {path}, and {by} sends people to it."),
        format!("Write {path}, or put it back if it was moved or has another name now."),
    );
}

/// Whether a page refers to a record of this kind, or has a block of them.
fn names_any(page: &Page, kind: RecordKind) -> bool {
    let outline = page.prose.inspect_whole();
    let mut references = outline.references.iter().map(|named| &named.target);
    let refers = |target: &String| {
        let word = target.split_once(':').map(|(word, _)| word);
        word == Some(kind.word())
    };
    let shapes = Shape::ALL.iter().filter(|shape| shape.of == Some(kind));
    references.any(refers)
        || outline
            .fences
            .iter()
            .any(|fence| shapes.clone().any(|shape| shape.word == fence.info))
}
