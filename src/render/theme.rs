//! The theme: templates, assets and words, the built-in ones and those that a
//! school's own theme puts in their place, file by file and phrase by phrase.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use include_dir::{Dir, include_dir};
use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior};

use super::markup::escape;
use super::say;
use crate::error::Error;
use crate::wording::{Wording, Written, Wrong};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A page's template may take this many steps; a loop that never ends is cut
/// off with an error that names the template.
const FUEL: u64 = 50_000_000;

/// Templates, compiled once, assets, and the words for them.
pub struct Theme {
    templates: Environment<'static>,
    /// Path under `assets/`, and bytes.
    assets: BTreeMap<String, Arc<[u8]>>,
    wording: Arc<Wording>,
    number: u64,
}

/// The files of a theme. Of two with one name the later counts; of words, each
/// phrase by itself.
#[derive(Default)]
struct Files {
    templates: BTreeMap<String, String>,
    assets: BTreeMap<String, Arc<[u8]>>,
    words: Vec<Written>,
}

impl Theme {
    /// The built-in theme, with the files of `themes/<name>/` in the place of
    /// its own, and the words for a site in this language.
    ///
    /// # Errors
    /// The theme is not there, a file of it cannot be read, or a template or a
    /// file of words is wrong.
    pub fn read(site: &Path, name: Option<&str>, lang: &str) -> Result<Theme, Error> {
        let mut files = Files::default();
        built_in(&BUILT_IN, &mut files);
        if let Some(name) = name {
            let folder = site.join("themes").join(name);
            let plain = !name.is_empty()
                && name
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
            if !plain || !is_own_folder(&site.join("themes")) || !is_own_folder(&folder) {
                // The name of the built-in theme needs no folder.
                if name != "default" {
                    return Err(Error::NoTheme {
                        name: name.to_owned(),
                        path: folder,
                    });
                }
            } else {
                own(&folder, &mut files)?;
            }
        }
        let wording = Wording::of(lang, &files.words).map_err(wording_error)?;
        let wording = Arc::new(wording);
        let mut templates = environment();
        say::teach(&mut templates, &wording);
        let mut number = DefaultHasher::new();
        (lang, &files.templates, &files.words).hash(&mut number);
        for (name, source) in files.templates {
            templates
                .add_template_owned(name, source)
                .map_err(|error| template_error(&error))?;
        }
        Ok(Theme {
            templates,
            assets: files.assets,
            wording,
            number: number.finish(),
        })
    }

    /// A number for its templates and words: while that is the same, so is
    /// what they make of a page.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The assets, by their path under `assets/`.
    pub fn assets(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.assets
    }

    /// The words for readers.
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// Fills a template.
    ///
    /// # Errors
    /// The template is not there or is wrong.
    pub fn fill(&self, name: &str, context: Value) -> Result<String, Error> {
        self.templates
            .get_template(name)
            .and_then(|template| template.render(context))
            .map_err(|error| template_error(&error))
    }
}

/// Whether a folder stands here itself, and is no link to one elsewhere:
/// nothing outside the site is read.
fn is_own_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

fn environment() -> Environment<'static> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_fuel(Some(FUEL));
    templates.set_formatter(formatted);
    templates
}

/// Prints a value, escaped by the same rules as prose. A `true` or a missing
/// value is never meant to be read, so it is a mistake of the template.
fn formatted(
    out: &mut Output<'_>,
    _state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    if value.is_safe() {
        return out
            .write_str(value.as_str().unwrap_or_default())
            .map_err(Into::into);
    }
    if let Some(text) = value.as_str() {
        let mut escaped = String::with_capacity(text.len() + 8);
        escape(&mut escaped, text);
        return out.write_str(&escaped).map_err(Into::into);
    }
    if value.kind() == ValueKind::Number {
        return out.write_str(&value.to_string()).map_err(Into::into);
    }
    Err(minijinja::Error::new(
        minijinja::ErrorKind::InvalidOperation,
        format!("a {} cannot be printed", value.kind()),
    ))
}

impl Files {
    /// Adds a file by its path in the theme; what belongs to no theme is
    /// passed over.
    fn add(&mut self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        let text = |bytes| {
            String::from_utf8(bytes)
                .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is no text in UTF-8"))
        };
        match path.split_once('/') {
            Some(("templates", name)) => {
                self.templates.insert(name.to_owned(), text(bytes)?);
            }
            Some(("assets", name)) => {
                self.assets.insert(name.to_owned(), bytes.into());
            }
            Some(("wording", name)) => {
                if let Some(name) = name.strip_suffix(".toml") {
                    self.words.push(Written {
                        name: name.to_owned(),
                        text: text(bytes)?,
                    });
                }
            }
            Some(_) | None => {}
        }
        Ok(())
    }
}

fn built_in(dir: &Dir<'_>, files: &mut Files) {
    for file in dir.files() {
        let Some(path) = file.path().to_str() else {
            continue;
        };
        let path = path.replace('\\', "/");
        let added = files.add(&path, file.contents().to_vec());
        added.expect("templates and words of the built-in theme are text");
    }
    for dir in dir.dirs() {
        built_in(dir, files);
    }
}

fn own(folder: &Path, files: &mut Files) -> Result<(), Error> {
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::Read {
            path: error.path().unwrap_or(folder).to_path_buf(),
            source: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path();
        let relative = path.strip_prefix(folder).unwrap_or(path);
        let Some(name) = relative.to_str() else {
            continue;
        };
        let name = name.replace('\\', "/");
        let failed = |source| Error::Read {
            path: path.to_path_buf(),
            source,
        };
        let bytes = fs::read(path).map_err(failed)?;
        files.add(&name, bytes).map_err(failed)?;
    }
    Ok(())
}

fn wording_error(wrong: Wrong) -> Error {
    let Wrong { name, reason } = wrong;
    Error::Template {
        name: format!("wording/{name}.toml"),
        line: None,
        reason,
    }
}

/// What the engine says, with the template and the line.
fn template_error(error: &minijinja::Error) -> Error {
    let reason = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    Error::Template {
        name: error.name().unwrap_or("template").to_owned(),
        line: error.line(),
        reason,
    }
}
