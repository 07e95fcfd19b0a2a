//! From what was written to what exists: every name resolved, every id minted.

mod accessibility;
mod agreements;
mod approvals;
mod checklists;
mod duties;
mod glossary;
mod guidance;
mod handbook;
mod help;
mod limits;
mod names;
mod pages;
mod paper;
mod paths;
mod people;
mod procedures;
mod records;
mod schedule;
mod school;
mod sink;
mod systems;
mod tables;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::load::raw::At;
use crate::load::{RawAsset, Record, Sources};
use crate::model::{self, Download, Helpline, RecordFiles, RecordKind, Role, Site, Verbatim};
use crate::source::{SourceFile, Spanned};

/// No two records of a kind go by one id.
static DUPLICATE_ID: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    summary: "No two records of a kind have the same id, and no image has two entries.",
    explanation: explained!("duplicate-id"),
};
/// An id is of the form that names in pages can have.
static RECORD_ID: Rule = Rule {
    name: "record-id",
    severity: Severity::Error,
    summary: "An id is made of lower-case letters, digits and hyphens.",
    explanation: explained!("record-id"),
};
/// What is inside something is for no more readers than that.
static READERS: Rule = Rule {
    name: "readers",
    severity: Severity::Error,
    summary: "An inner list of readers only narrows the one around it.",
    explanation: explained!("readers"),
};
/// A value is of its form.
static RECORD_VALUE: Rule = Rule {
    name: "record-value",
    severity: Severity::Error,
    summary: "A value in a record is of the form that its key asks for.",
    explanation: explained!("record-value"),
};
/// The files that a site cannot do without are there.
pub(crate) static MISSING_FILE: Rule = Rule {
    name: "missing-file",
    severity: Severity::Error,
    summary: "A site has content/school.toml, and every other file of records that its pages and help.toml name something from.",
    explanation: explained!("missing-file"),
};
/// A page that a record names exists.
static UNKNOWN_PAGE: Rule = Rule {
    name: "unknown-page",
    severity: Severity::Error,
    summary: "Every page that the schedule names stands in the content folder.",
    explanation: explained!("unknown-page"),
};
/// A page's readers are clear.
static PAGE_AUDIENCE: Rule = Rule {
    name: "page-audience",
    severity: Severity::Error,
    summary: "A policy says whom it is for; every other page is for the readers of its folder.",
    explanation: explained!("page-audience"),
};

/// The rules that are kept here.
pub(crate) static RULES: &[&Rule] = &[
    &DUPLICATE_ID,
    &RECORD_ID,
    &READERS,
    &RECORD_VALUE,
    &MISSING_FILE,
    &UNKNOWN_PAGE,
    &PAGE_AUDIENCE,
    &paths::UNKNOWN_STEP,
    &paths::PATH,
    &paths::QUESTION,
    &glossary::TERM_NAME,
];

/// The rules of tables.
pub(crate) use tables::RULES as TABLE_RULES;

/// Makes one site of all that was read. What was read before is not read again
/// where it is the same in the site `before` this one.
pub fn assemble(
    sources: Sources,
    today: Date,
    before: Option<&Site>,
    diagnostics: &mut Diagnostics,
) -> Site {
    let files = record_files(&sources);
    let Sources {
        school,
        help,
        people,
        helplines,
        images,
        schedule,
        approvals,
        handbook,
        pages,
        pictures,
        downloads,
        verbatim,
        doubtful,
        around,
    } = sources;
    let whole = Whole {
        files: &files,
        doubtful: &doubtful,
    };
    let mut unsure = BTreeSet::new();
    let school = school::school(school, whole.school_is_broken(), diagnostics);
    let (images, strays) = records::images(images, pictures, diagnostics);
    let helplines = records::helplines(helplines, &mut unsure, diagnostics);
    let photos = people::Photos::of(&images, whole.images());
    let (roles, routes) = people::people(people, whole.roles(), photos, &mut unsure, diagnostics);
    let register = whole.register(&roles, &helplines, &unsure);
    let mut unsure_too = BTreeSet::new();
    let handbook = handbook::handbook(handbook, register, &mut unsure_too, diagnostics);
    let help = help.and_then(|help| help::help(help, register, diagnostics));
    unsure.append(&mut unsure_too);
    let pages = pages::pages(pages, before, &mut unsure, diagnostics);
    let shelf = schedule::Shelf::of(&pages, &roles, &handbook.checklists, whole);
    let schedule = schedule::schedule(schedule, shelf, diagnostics);
    Site {
        ledger: approvals::ledger(approvals, diagnostics),
        schedule,
        school,
        help,
        handbook,
        roles,
        routes,
        helplines,
        images,
        strays,
        pages,
        downloads: downloads.into_iter().filter_map(download).collect(),
        verbatim: verbatim.into_iter().map(self::verbatim).collect(),
        today,
        doubtful,
        unsure,
        files,
        around,
    }
}

/// Which files were read whole: what one of these does not hold, there is not.
#[derive(Clone, Copy)]
struct Whole<'a> {
    files: &'a RecordFiles,
    doubtful: &'a BTreeSet<String>,
}

impl<'a> Whole<'a> {
    fn register(
        self,
        roles: &'a [Role],
        helplines: &'a [Helpline],
        unsure: &'a BTreeSet<model::Record>,
    ) -> Register<'a> {
        Register {
            roles,
            all_roles: self.roles(),
            helplines,
            all_helplines: self.helplines(),
            all_guidance: self.guidance(),
            unsure,
        }
    }

    /// Whether what is wrong with `school.toml` was said when it was read.
    fn school_is_broken(self) -> bool {
        self.doubtful.contains("content/school.toml")
    }

    fn roles(self) -> bool {
        self.is("content/people.toml", self.files.people.as_ref())
    }

    fn helplines(self) -> bool {
        self.is("content/helplines.toml", self.files.helplines.as_ref())
    }

    fn guidance(self) -> bool {
        self.is("content/guidance.toml", self.files.guidance.as_ref())
    }

    fn checklists(self) -> bool {
        let folder = RecordKind::Checklist.stands_in();
        !self.doubtful.iter().any(|path| path.starts_with(folder))
    }

    fn images(self) -> bool {
        self.is("content/images.toml", self.files.images.as_ref())
    }

    fn pages(self) -> bool {
        let mut doubtful = self.doubtful.iter();
        !doubtful.any(|path| path.strip_suffix(".md").is_some())
    }

    fn is(self, path: &str, file: Option<&Arc<SourceFile>>) -> bool {
        file.is_some() && !self.doubtful.contains(path)
    }
}

/// A document, for the readers of the folder that it is in.
fn download(file: RawAsset) -> Option<Download> {
    let audience = Audience::from_word(file.path.split('/').next()?)?;
    Some(Download {
        audience,
        path: file.path,
        bytes: file.bytes,
    })
}

/// A file for the root of the web tree.
fn verbatim(file: RawAsset) -> Verbatim {
    Verbatim {
        path: file.path,
        bytes: file.bytes,
    }
}

fn record_files(sources: &Sources) -> RecordFiles {
    RecordFiles {
        school: file_of(sources.school.as_ref()),
        help: file_of(sources.help.as_ref()),
        people: file_of(sources.people.as_ref()),
        helplines: file_of(sources.helplines.as_ref()),
        images: file_of(sources.images.as_ref()),
        guidance: file_of(sources.handbook.guidance.as_ref()),
        glossary: file_of(sources.handbook.glossary.as_ref()),
        systems: file_of(sources.handbook.systems.as_ref()),
        accessibility: file_of(sources.handbook.accessibility.as_ref()),
        schedule: file_of(sources.schedule.as_ref()),
        approvals: file_of(sources.approvals.as_ref()),
    }
}

fn file_of<T>(record: Option<&Record<T>>) -> Option<Arc<SourceFile>> {
    record.map(|record| Arc::clone(&record.file))
}

/// A value with its place, as the rest of the program knows places.
fn spanned<T>(at: At<T>) -> Spanned<T> {
    let span = at.span();
    Spanned::new(at.into_inner(), span)
}

fn audiences(list: &At<Vec<Audience>>) -> Audiences {
    list.get_ref().iter().copied().collect()
}

/// The records that other records name, and whether these are all there are.
#[derive(Clone, Copy)]
struct Register<'a> {
    roles: &'a [Role],
    all_roles: bool,
    helplines: &'a [Helpline],
    all_helplines: bool,
    all_guidance: bool,
    /// Records whose readers could not be read.
    unsure: &'a BTreeSet<model::Record>,
}
