//! A rule about records: each is shown or named somewhere.
//!
//! In: a site. Out: each record that has no effect on any page. Roles, terms and
//! reviews are not asked about: pages that Signpost makes list all of them. Nor
//! is a system for staff alone: its name is looked for in what others read. A
//! name that was misspelt is told as that, and then its kind is left alone.

mod used;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use used::Used;

use super::texts;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Record, RecordKind, Site, Status};
use crate::source::{Place, SourceFile, Spanned};

/// What is kept up to date is shown somewhere.
static UNUSED_RECORD: Rule = Rule {
    name: "unused-record",
    severity: Severity::Warning,
    summary: "Every helpline, picture, table and other record is shown or named somewhere.",
    explanation: explained!("unused-record"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&UNUSED_RECORD];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let is_whole = site.doubtful.is_empty() && site.unsure.is_empty();
    if site.school.status == Status::Draft || !is_whole {
        return;
    }
    let mut used = Used::default();
    for page in site.page_ids() {
        used.page(site, page);
    }
    used.by_records(site);
    let mut unused = candidates(site);
    unused
        .retain(|(record, kind, ..)| !used.records.contains(record) && !used.unsure.contains(kind));
    let cited = cited(site, &unused);
    for (record, kind, file, id, title) in unused {
        if cited.contains(&record) {
            continue;
        }
        let message = format!(
            "Nothing shows the {} “{title}”, and nothing names it.",
            kind.word()
        );
        let help = match kind {
            RecordKind::Role
            | RecordKind::Policy
            | RecordKind::Term
            | RecordKind::Helpline
            | RecordKind::Guidance
            | RecordKind::System => format!(
                "Name it where it is needed, as in [[{}:{}]], or take it out: what nobody sees is not kept true.",
                kind.word(),
                id.value
            ),
            RecordKind::Table
            | RecordKind::Procedure
            | RecordKind::Checklist
            | RecordKind::Agreement => format!(
                "Show it on a page with a block of three lines: ```{}, id = \"{}\", ```. Or take it out: what nobody sees is not kept true.",
                kind.word(),
                id.value
            ),
        };
        let place = Place::at(file, id.span.clone());
        diagnostics.report(&UNUSED_RECORD, place, message, help);
    }
    images(site, &used, diagnostics);
}

fn images(site: &Site, used: &Used, diagnostics: &mut Diagnostics) {
    let Some(file) = site
        .files
        .images
        .as_ref()
        .filter(|_| !used.unsure_of_images)
    else {
        return;
    };
    let shown: BTreeSet<&str> = used
        .images
        .iter()
        .map(|id| site.image(*id).file.value.as_str())
        .collect();
    for image in &site.images {
        // That its file is not there is told already.
        if image.published.is_none() || shown.contains(image.file.value.as_str()) {
            continue;
        }
        diagnostics.report(
            &UNUSED_RECORD,
            Place::at(file, image.file.span.clone()),
            format!("Nothing shows the picture “{}”.", image.file.value),
            "Take the entry and its file out, or show it on a page: a picture that is kept needs a consent that is kept.",
        );
    }
}

/// A record that is asked about, with its kind, its file, its id and what it is
/// called.
type Candidate<'s> = (
    Record,
    RecordKind,
    &'s Arc<SourceFile>,
    &'s Spanned<String>,
    &'s str,
);

fn candidates(site: &Site) -> Vec<Candidate<'_>> {
    let (book, files) = (&site.handbook, &site.files);
    let mut all: Vec<(RecordKind, &Arc<SourceFile>, &Spanned<String>, &str)> = Vec::new();
    if let Some(file) = &files.helplines {
        let lines = site.helplines.iter();
        all.extend(lines.map(|of| (RecordKind::Helpline, file, &of.id, &*of.name.value)));
    }
    if let Some(file) = &files.guidance {
        let laws = book.guidance.iter();
        all.extend(laws.map(|of| (RecordKind::Guidance, file, &of.id, &*of.title.value)));
    }
    if let Some(file) = &files.systems {
        let systems = book.systems.iter().filter(|of| !of.is_for_staff_alone());
        all.extend(systems.map(|of| (RecordKind::System, file, &of.id, &*of.name.value)));
    }
    let tables = book.tables.iter();
    all.extend(tables.map(|of| (RecordKind::Table, &of.file, &of.id, &*of.title)));
    let procedures = book.procedures.iter();
    all.extend(procedures.map(|of| (RecordKind::Procedure, &of.file, &of.id, &*of.title.value)));
    let lists = book.checklists.iter();
    all.extend(lists.map(|of| (RecordKind::Checklist, &of.file, &of.id, &*of.title.value)));
    let agreements = book.agreements.iter();
    all.extend(agreements.map(|of| (RecordKind::Agreement, &of.file, &of.id, &*of.title.value)));
    all.into_iter()
        .filter_map(|(kind, file, id, title)| {
            let record = site.find_record(kind, &id.value)?;
            Some((record, kind, file, id, title))
        })
        .collect()
}

/// Those laws and guidance among the records that a text cites by one of their
/// names: their editions are watched there. Each text is read once for all.
fn cited(site: &Site, records: &[Candidate<'_>]) -> BTreeSet<Record> {
    let mut names: Vec<(Record, String)> = Vec::new();
    for (record, ..) in records {
        if let Record::Guidance(law) = record {
            let law = site.guidance(*law);
            let all = [&law.title].into_iter().chain(&law.aliases);
            names.extend(all.map(|name| (*record, name.value.to_lowercase())));
        }
    }
    if names.is_empty() {
        return BTreeSet::new();
    }
    let cited_in = |text: &str| -> BTreeSet<Record> {
        let text = text.to_lowercase();
        let found = names
            .iter()
            .filter(|(_, name)| text.contains(name.as_str()));
        found.map(|(record, _)| *record).collect()
    };
    let pages: Vec<BTreeSet<Record>> = site
        .pages
        .par_iter()
        .map(|page| cited_in(page.prose.file().text()))
        .collect();
    let records = texts::of(site);
    let records = records.iter().map(|text| cited_in(text.value()));
    pages.into_iter().chain(records).flatten().collect()
}
