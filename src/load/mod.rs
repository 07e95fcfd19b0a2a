//! Reads a site folder.
//!
//! In: the path of a folder that holds `content/`. Out: [`Sources`], every
//! file in it read, classified and parsed as far as that goes without knowing
//! any other file, and what was wrong with them. Must never look outside the
//! site folder, follow a symbolic link, or stop at the first problem.

pub mod raw;

use std::ops::Range;
use std::sync::Arc;

use crate::source::SourceFile;

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
    /// `policies/`, `children/`, `parents/`, `staff/`
    pub pages: Vec<RawPage>,
    /// `images/`
    pub pictures: Vec<RawAsset>,
    /// `files/children/`, `files/parents/`, `files/staff/`
    pub downloads: Vec<RawAsset>,
    /// `static/web/`
    pub verbatim: Vec<RawAsset>,
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
