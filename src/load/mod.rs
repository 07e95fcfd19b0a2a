//! Reads a site folder.
//!
//! In: the path of a folder that holds `content/`. Out: [`Sources`], every
//! file in it read, classified and parsed as far as that goes without knowing
//! any other file, and what was wrong with them. Must never look outside the
//! site folder, follow a symbolic link, or stop at the first problem.
//!
//! [`Sources`]: crate::load::Sources

mod files;
mod front_matter;
pub mod raw;
mod records;
pub mod schema;
mod text;

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostics, Rule};
use crate::error::Error;
use crate::source::{Place, SourceFile};

use files::bytes::{self, Refusal};
use files::{Found, Kind};
use records::{Fit, Fitted};

/// Every rule of this room, for the list that editors can read.
pub static RULES: [&Rule; 10] = [
    &files::UNKNOWN_FILE,
    &files::FILE_NAME,
    &files::NOT_A_FILE,
    &files::UNREADABLE,
    &text::FILE_SIZE,
    &text::ENCODING,
    &text::CONTROL_CHARACTER,
    &front_matter::FRONT_MATTER,
    &records::TOML_SYNTAX,
    &records::SCHEMA,
];

/// The most bytes of a picture or document: what web hosts take at most.
const LARGEST_ASSET: u64 = 100 * 1024 * 1024;

/// All that stands in `content/`, sorted by path.
#[derive(Debug, Default)]
pub struct Sources {
    /// `school.toml`
    pub school: Option<Record<raw::RawSchool>>,
    /// `help.toml`
    pub help: Option<Record<raw::RawHelp>>,
    /// `people.toml`
    pub people: Option<Record<raw::RawPeople>>,
    /// `helplines.toml`
    pub helplines: Option<Record<raw::RawHelplines>>,
    /// `images.toml`
    pub images: Option<Record<raw::RawImages>>,
    /// `schedule.toml`
    pub schedule: Option<Record<raw::RawSchedule>>,
    /// `approvals.toml`
    pub approvals: Option<Record<raw::RawApprovals>>,
    /// What stands beside people and helplines: tables, procedures and the
    /// like.
    pub handbook: Handbook,
    /// `policies/`, `children/`, `parents/`, `staff/`
    pub pages: Vec<RawPage>,
    /// `images/`
    pub pictures: Vec<RawAsset>,
    /// `files/children/`, `files/parents/`, `files/staff/`
    pub downloads: Vec<RawAsset>,
    /// `static/web/`
    pub verbatim: Vec<RawAsset>,
    /// Paths from the site folder of records and pages that were left out,
    /// or in which something stands in for what is wrong. All of it is
    /// reported already: what such a file lacks proves nothing, and a link to
    /// it is not broken.
    pub doubtful: BTreeSet<String>,
    /// A number for all that was read but the texts of pages: while it is the
    /// same, nothing else has changed.
    pub around: u64,
}

/// The records that a school's handbook holds.
#[derive(Debug, Default)]
pub struct Handbook {
    /// `guidance.toml`
    pub guidance: Option<Record<raw::RawGuidanceRegister>>,
    /// `glossary.toml`
    pub glossary: Option<Record<raw::RawGlossary>>,
    /// `systems.toml`
    pub systems: Option<Record<raw::RawSystems>>,
    /// `accessibility.toml`
    pub accessibility: Option<Record<raw::RawAccessibility>>,
    /// `tables/`
    pub tables: Vec<Record<raw::RawTable>>,
    /// `procedures/`
    pub procedures: Vec<Record<raw::RawProcedure>>,
    /// `checklists/`
    pub checklists: Vec<Record<raw::RawChecklist>>,
    /// `agreements/`
    pub agreements: Vec<Record<raw::RawAgreement>>,
}

/// A TOML file and what it says.
#[derive(Debug)]
pub struct Record<T> {
    /// The file; spans in `value` are bytes of its text.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub value: T,
}

/// A Markdown page.
#[derive(Debug)]
pub struct RawPage {
    /// The file, front matter and all.
    pub file: Arc<SourceFile>,
    /// The path under `content/` without `.md`: `policies/online-safety`.
    pub path: String,
    /// What stands between the `+++` lines; its spans are bytes of `file`.
    pub front: raw::RawFront,
    /// The bytes of `file` after the front matter.
    pub body: Range<usize>,
}

/// A file that is published as it is, or nearly.
#[derive(Debug)]
pub struct RawAsset {
    /// The path under its folder: `garden.jpg`, or `staff/rota.pdf` under
    /// `files/`.
    pub path: String,
    /// The path from the site folder, for messages.
    pub source: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// Reads the site at `root`: all its files, and all that is wrong with each
/// by itself, sorted by path.
///
/// # Errors
/// When `root` holds no content folder. Whatever is wrong in the folder is a
/// finding.
pub fn read(root: &Path) -> Result<(Sources, Diagnostics), Error> {
    let mut diagnostics = Diagnostics::new();
    let found = files::list(root, &mut diagnostics)?;
    let mut sources = Sources {
        pages: Vec::with_capacity(found.len()),
        ..Sources::default()
    };
    let loaded: Vec<(Option<Loaded>, u64, Diagnostics)> = found.par_iter().map(load).collect();
    let mut around = DefaultHasher::new();
    for (found, (loaded, hash, findings)) in found.iter().zip(loaded) {
        diagnostics.absorb(findings);
        (found.source(), hash).hash(&mut around);
        match loaded {
            Some(loaded) => sources.add(loaded, found),
            None => drop(sources.doubtful.insert(found.source())),
        }
    }
    sources.around = around.finish();
    Ok((sources, diagnostics))
}

/// Refuses what is not a ledger that can be read without a finding: for
/// whoever is about to write one.
///
/// # Errors
/// What is wrong first, in a sentence.
pub fn refuse_ledger(bytes: &[u8]) -> Result<(), String> {
    let mut diagnostics = Diagnostics::new();
    let too_long = bytes.len() as u64 > text::LONGEST;
    let path = "content/approvals.toml".to_owned();
    let file = text::read(path, bytes.to_vec(), &mut diagnostics);
    let read = file.and_then(|file| record::<raw::RawApprovals>(file, &mut diagnostics));
    match diagnostics.iter().next() {
        Some(first) => Err(first.message.clone()),
        None if too_long || read.is_none() => Err("the ledger would be too long".to_owned()),
        None => Ok(()),
    }
}

/// One file, read.
enum Loaded {
    /// A record, and how it is put among the sources.
    Record(Keep, Fit),
    Page(Box<RawPage>, Fit),
    Asset(Vec<u8>),
}

type Keep = Box<dyn FnOnce(&mut Sources) + Send>;

impl Sources {
    fn add(&mut self, loaded: Loaded, found: &Found) {
        let fit = match loaded {
            Loaded::Record(keep, fit) => {
                keep(self);
                fit
            }
            Loaded::Page(page, fit) => {
                self.pages.push(*page);
                fit
            }
            Loaded::Asset(bytes) => {
                let (folder, list) = match found.kind {
                    Kind::Picture => ("images/", &mut self.pictures),
                    Kind::Download => ("files/", &mut self.downloads),
                    _ => ("static/web/", &mut self.verbatim),
                };
                let path = found.path.strip_prefix(folder).unwrap_or(&found.path);
                list.push(RawAsset {
                    path: path.to_owned(),
                    source: found.source(),
                    bytes: bytes.into(),
                });
                Fit::Whole
            }
        };
        if fit == Fit::Mended {
            self.doubtful.insert(found.source());
        }
    }
}

/// A file, the number of what in it can matter to the texts of other pages, and
/// what is wrong with it.
fn load(found: &Found) -> (Option<Loaded>, u64, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut around = DefaultHasher::new();
    let loaded = load_into(found, &mut around, &mut diagnostics);
    if let Some(Loaded::Page(page, _)) = &loaded {
        page.file.text()[..page.body.start].hash(&mut around);
    }
    (loaded, around.finish(), diagnostics)
}

fn load_into(
    found: &Found,
    around: &mut DefaultHasher,
    diagnostics: &mut Diagnostics,
) -> Option<Loaded> {
    let is_text = !matches!(found.kind, Kind::Picture | Kind::Download | Kind::Verbatim);
    let limit = if is_text {
        text::LONGEST
    } else {
        LARGEST_ASSET
    };
    let bytes = match bytes::read(&found.full, limit) {
        Ok(bytes) => bytes,
        Err(refusal) => {
            report_refusal(found, &refusal, limit, diagnostics);
            return None;
        }
    };
    if found.kind != Kind::Page {
        bytes.hash(around);
    }
    if !is_text {
        return Some(Loaded::Asset(bytes));
    }
    let file = text::read(found.source(), bytes, diagnostics)?;
    let d = diagnostics;
    match found.kind {
        Kind::School => one(file, d, |sources| &mut sources.school),
        Kind::Help => one(file, d, |sources| &mut sources.help),
        Kind::People => one(file, d, |sources| &mut sources.people),
        Kind::Helplines => one(file, d, |sources| &mut sources.helplines),
        Kind::Images => one(file, d, |sources| &mut sources.images),
        Kind::Schedule => one(file, d, |sources| &mut sources.schedule),
        Kind::Approvals => one(file, d, |sources| &mut sources.approvals),
        Kind::Guidance => one(file, d, |sources| &mut sources.handbook.guidance),
        Kind::Glossary => one(file, d, |sources| &mut sources.handbook.glossary),
        Kind::Systems => one(file, d, |sources| &mut sources.handbook.systems),
        Kind::Accessibility => one(file, d, |sources| &mut sources.handbook.accessibility),
        Kind::Table => one_of(file, d, |sources| &mut sources.handbook.tables),
        Kind::Procedure => one_of(file, d, |sources| &mut sources.handbook.procedures),
        Kind::Checklist => one_of(file, d, |sources| &mut sources.handbook.checklists),
        Kind::Agreement => one_of(file, d, |sources| &mut sources.handbook.agreements),
        Kind::Page | Kind::Picture | Kind::Download | Kind::Verbatim => page(found, file, d),
    }
}

/// A record of which there is one file.
fn one<T: DeserializeOwned + Send + 'static>(
    file: Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
    slot: fn(&mut Sources) -> &mut Option<Record<T>>,
) -> Option<Loaded> {
    let (record, fit) = record(file, diagnostics)?;
    let keep = move |sources: &mut Sources| *slot(sources) = Some(record);
    Some(Loaded::Record(Box::new(keep), fit))
}

/// A record that is one of the files of a folder.
fn one_of<T: DeserializeOwned + Send + 'static>(
    file: Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
    list: fn(&mut Sources) -> &mut Vec<Record<T>>,
) -> Option<Loaded> {
    let (record, fit) = record(file, diagnostics)?;
    let keep = move |sources: &mut Sources| list(sources).push(record);
    Some(Loaded::Record(Box::new(keep), fit))
}

fn record<T: DeserializeOwned>(
    file: Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
) -> Option<(Record<T>, Fit)> {
    let read: Fitted<T> = records::read_toml(&file, 0..file.text().len(), diagnostics)?;
    let value = read.value;
    Some((Record { file, value }, read.fit))
}

fn page(found: &Found, file: Arc<SourceFile>, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let parts = front_matter::part(&file, diagnostics)?;
    let front: Fitted<raw::RawFront> = records::read_toml(&file, parts.front, diagnostics)?;
    let path = found.path.strip_suffix(".md").unwrap_or(&found.path);
    let page = RawPage {
        path: path.to_owned(),
        front: front.value,
        body: parts.body,
        file,
    };
    Some(Loaded::Page(Box::new(page), front.fit))
}

fn report_refusal(found: &Found, refusal: &Refusal, limit: u64, diagnostics: &mut Diagnostics) {
    let path = &found.path;
    let place = Place::File(found.source());
    match refusal {
        Refusal::NotAFile => {
            diagnostics.report(
                &files::NOT_A_FILE,
                place,
                format!("“{path}” is not a plain file."),
                "Put the file itself here, or delete what stands in its place.",
            );
        }
        Refusal::TooBig => {
            diagnostics.report(
                &text::FILE_SIZE,
                place,
                format!("“{path}” has more than {} MiB.", limit / 1024 / 1024),
                "Part it into smaller files, or make its pictures smaller.",
            );
        }
        Refusal::Failed(error) => {
            files::report_unreadable(found.source(), &error.to_string(), diagnostics);
        }
    }
}

#[cfg(test)]
mod tests;

impl Sources {
    /// How many pages there are, with those that could not be read.
    pub fn page_count(&self) -> usize {
        let read = |path: &str| self.pages.iter().any(|page| page.file.path() == path);
        let unread = self.doubtful.iter().filter(|path| {
            Path::new(path).extension().is_some_and(|end| end == "md") && !read(path)
        });
        self.pages.len() + unread.count()
    }
}
