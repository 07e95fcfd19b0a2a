//! What belongs where under `content/`.
//!
//! In: the path of a file or folder. Out: what it is, or advice to the
//! editor who put it there. Must never look at the disk.

use crate::diagnostic::{Rule, Severity, explained, suggestion};

/// A file that has no place, and so would silently not be published.
pub(crate) static UNKNOWN_FILE: Rule = Rule {
    name: "unknown-file",
    severity: Severity::Error,
    summary: "Every file in the content folder is one that Signpost knows, so that none is silently left out.",
    explanation: explained!("unknown-file"),
};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Kind {
    /// `school.toml`
    School,
    /// `help.toml`
    Help,
    /// `people.toml`
    People,
    /// `helplines.toml`
    Helplines,
    /// `images.toml`
    Images,
    /// `schedule.toml`
    Schedule,
    /// `approvals.toml`
    Approvals,
    /// `guidance.toml`
    Guidance,
    /// `glossary.toml`
    Glossary,
    /// `systems.toml`
    Systems,
    /// `accessibility.toml`
    Accessibility,
    /// A file under `tables/`.
    Table,
    /// A file under `procedures/`.
    Procedure,
    /// A file under `checklists/`.
    Checklist,
    /// A file under `agreements/`.
    Agreement,
    /// A Markdown page.
    Page,
    /// A file under `images/`.
    Picture,
    /// A file under `files/`.
    Download,
    /// A file under `static/web/`.
    Verbatim,
}

/// What is wrong with a file or folder that has no place here.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stranger {
    pub(super) message: String,
    pub(super) help: String,
}

const RECORDS: [(&str, Kind); 11] = [
    ("school.toml", Kind::School),
    ("help.toml", Kind::Help),
    ("people.toml", Kind::People),
    ("helplines.toml", Kind::Helplines),
    ("images.toml", Kind::Images),
    ("schedule.toml", Kind::Schedule),
    ("approvals.toml", Kind::Approvals),
    ("guidance.toml", Kind::Guidance),
    ("glossary.toml", Kind::Glossary),
    ("systems.toml", Kind::Systems),
    ("accessibility.toml", Kind::Accessibility),
];
/// Folders of records, one to a file.
const RECORD_FOLDERS: [(&str, Kind); 4] = [
    ("tables", Kind::Table),
    ("procedures", Kind::Procedure),
    ("checklists", Kind::Checklist),
    ("agreements", Kind::Agreement),
];
const PAGE_FOLDERS: [&str; 4] = ["policies", "children", "parents", "staff"];
const FOLDERS: [&str; 11] = [
    "policies",
    "children",
    "parents",
    "staff",
    "tables",
    "procedures",
    "checklists",
    "agreements",
    "images",
    "files",
    "static",
];
const READERS: [&str; 3] = ["children", "parents", "staff"];
const PICTURE_ENDINGS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "svg"];
/// Files that a browser or a computer would run, or show as a page of ours.
const LIVE_ENDINGS: [&str; 20] = [
    "html", "htm", "xhtml", "xht", "mhtml", "shtml", "svg", "js", "mjs", "css", "php", "exe",
    "msi", "bat", "cmd", "ps1", "vbs", "sh", "jar", "hta",
];
/// Documents that people open: nothing else is published, because a server
/// or a browser may run what it does not know.
const DOCUMENT_ENDINGS: [&str; 21] = [
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
    "ics", "epub", "jpg", "jpeg", "png", "webp", "mp3", "mp4",
];

fn stranger<T>(message: impl Into<String>, help: impl Into<String>) -> Result<T, Stranger> {
    Err(Stranger {
        message: message.into(),
        help: help.into(),
    })
}

/// Whether the folder at `path` can hold files of a site.
pub(super) fn folder(path: &str) -> Result<(), Stranger> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [top] if FOLDERS.contains(top) => Ok(()),
        [top] => stranger(
            format!("“{top}” is not a folder that Signpost knows, so nothing in it was read."),
            near_name(top, &FOLDERS, "folder"),
        ),
        ["files", readers] | ["files", readers, ..] if !READERS.contains(readers) => stranger(
            format!("Nobody can tell whom the folder “{path}” is for."),
            "Put it into files/children, files/parents or files/staff.",
        ),
        [records, _, ..] if of_records(records).is_some() => stranger(
            format!("“{path}” is a folder among records, so nothing in it was read."),
            format!("Put its files directly into the folder {records}."),
        ),
        ["static", "web"] | ["static", "web", ".well-known", ..] => Ok(()),
        ["static", ..] => stranger(
            format!("“{path}” is not a folder that Signpost publishes."),
            "static/web may only hold the folder .well-known. Documents to link to belong in files/.",
        ),
        [_, .., last] if last.starts_with('.') => stranger(
            format!("“{path}” is a hidden folder, so nothing in it was read."),
            "Rename it without the dot at the beginning, or delete it.",
        ),
        _ => Ok(()),
    }
}

/// What the file at `path` is.
pub(super) fn file(path: &str) -> Result<Kind, Stranger> {
    let (top, rest) = path.split_once('/').unwrap_or((path, ""));
    let name = path.rsplit('/').next().unwrap_or(path);
    if rest.is_empty() {
        return record(name);
    }
    if name.starts_with('.') && top != "static" {
        return stranger(
            format!("“{path}” is a hidden file, so it was not read."),
            "Rename it without the dot at the beginning, or delete it.",
        );
    }
    match top {
        "images" => picture(path, name),
        "files" => download(path, rest, name),
        "static" => verbatim(path, rest),
        folder if PAGE_FOLDERS.contains(&folder) => page(path, name),
        folder => match of_records(folder) {
            Some(kind) => one_of(kind, path, name),
            None => stranger(format!("“{path}” has no place here."), "Move or delete it."),
        },
    }
}

/// What the files of a folder of records are.
fn of_records(folder: &str) -> Option<Kind> {
    let mut folders = RECORD_FOLDERS.iter();
    folders
        .find(|(known, _)| *known == folder)
        .map(|(_, kind)| *kind)
}

/// A file in a folder of records.
fn one_of(kind: Kind, path: &str, name: &str) -> Result<Kind, Stranger> {
    let (stem, written) = name.rsplit_once('.').unwrap_or((name, ""));
    if written == "toml" && !stem.is_empty() {
        return Ok(kind);
    }
    let stem = name.split('.').next().unwrap_or(name);
    let help = match ending(name).as_str() {
        "toml" | "txt" | "" => format!(
            "Rename it to “{stem}.toml”, in small letters (Windows can hide the end of a name: switch on file name extensions)."
        ),
        "md" | "markdown" => "Pages belong in one of the folders policies, children, parents and staff. Move it there.".to_owned(),
        "docx" | "doc" | "odt" | "xlsx" | "xls" | "ods" | "csv" | "pdf" => format!(
            "Write what it says into a text file called “{stem}.toml”. To offer the document itself, put it into files/children, files/parents or files/staff."
        ),
        _ => "Only records, whose names end in “.toml”, stand here. Move or delete it.".to_owned(),
    };
    stranger(
        format!("“{path}” is not a record, so it was not read."),
        help,
    )
}

fn record(name: &str) -> Result<Kind, Stranger> {
    if let Some((_, kind)) = RECORDS.iter().find(|(known, _)| *known == name) {
        return Ok(*kind);
    }
    let message = format!("“{name}” is not a file that Signpost knows, so it was not read.");
    let names = RECORDS.map(|(known, _)| known);
    match ending(name).as_str() {
        "md" | "markdown" => stranger(
            message,
            "Pages belong in one of the folders policies, children, parents and staff. Move it there.",
        ),
        "jpg" | "jpeg" | "png" | "webp" | "svg" | "gif" => stranger(
            message,
            "Pictures belong in the folder images. Move it there.",
        ),
        "pdf" | "docx" | "doc" | "xlsx" | "pptx" => stranger(
            message,
            "Documents to link to belong in files/children, files/parents or files/staff. Move it there.",
        ),
        _ => stranger(message, near_name(name, &names, "file")),
    }
}

/// The nearest known name, or all of them.
fn near_name(written: &str, known: &[&'static str], what: &str) -> String {
    let lower = written.to_lowercase();
    let bare = lower.strip_suffix(".txt").unwrap_or(&lower);
    if let Some(exact) = known.iter().find(|name| **name == bare) {
        let reason = if lower == bare {
            "in small letters"
        } else {
            "without “.txt” at its end (Windows can hide it: switch on file name extensions)"
        };
        return format!("Rename it to “{exact}”, {reason}.");
    }
    match suggestion(bare, known.iter().copied()) {
        Some(name) => format!("Did you mean “{name}”? Then rename the {what}."),
        None => format!(
            "Known here: {}. Move or delete anything else.",
            known.join(", ")
        ),
    }
}

fn page(path: &str, name: &str) -> Result<Kind, Stranger> {
    let ending = ending(name);
    if name
        .strip_suffix(".md")
        .is_some_and(|stem| !stem.is_empty())
    {
        return Ok(Kind::Page);
    }
    let stem = name.split('.').next().unwrap_or(name);
    let help = match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" | "mdwn" => {
            format!("Rename it to “{stem}.md”: the names of pages end in “.md”, in small letters.")
        }
        "txt" => format!(
            "If this is a page, rename it to “{stem}.md” (Windows can hide the end of a name: switch on file name extensions)."
        ),
        "docx" | "doc" | "odt" | "rtf" | "pages" => format!(
            "Copy its text into a text file called “{stem}.md”. To offer the document itself, put it into files/children, files/parents or files/staff."
        ),
        "pdf" | "xlsx" | "xls" | "pptx" | "ppt" | "csv" => {
            "Put documents to link to into files/children, files/parents or files/staff.".to_owned()
        }
        "jpg" | "jpeg" | "png" | "webp" | "svg" | "gif" | "heic" => {
            "Put pictures into the folder images, and name them in images.toml.".to_owned()
        }
        "html" | "htm" => format!(
            "Pages are written in Markdown. Copy its text into a text file called “{stem}.md”."
        ),
        "toml" => {
            "Records stand directly in the content folder, not among the pages. Move it there."
                .to_owned()
        }
        _ => "Only pages, whose names end in “.md”, stand here. Move or delete it.".to_owned(),
    };
    stranger(format!("“{path}” is not a page, so it was not read."), help)
}

fn picture(path: &str, name: &str) -> Result<Kind, Stranger> {
    let ending = ending(name);
    let (stem, written) = name.rsplit_once('.').unwrap_or((name, ""));
    if PICTURE_ENDINGS.contains(&written) && !stem.is_empty() {
        return Ok(Kind::Picture);
    }
    let help = if PICTURE_ENDINGS.contains(&ending.as_str()) {
        format!("Rename it to “{stem}.{ending}”: the end of the name is written in small letters.")
    } else {
        match ending.as_str() {
            "heic" | "heif" | "tif" | "tiff" | "bmp" => {
                "Save it as a JPEG or PNG file, which every browser can show.".to_owned()
            }
            "gif" | "avif" => "Save it as a PNG or WebP file.".to_owned(),
            "pdf" | "docx" | "doc" => {
                "Put documents to link to into files/children, files/parents or files/staff."
                    .to_owned()
            }
            _ => "Pictures end in .jpg, .jpeg, .png, .webp or .svg. Move or delete anything else."
                .to_owned(),
        }
    };
    stranger(
        format!("“{path}” is not a picture that can be published."),
        help,
    )
}

fn download(path: &str, rest: &str, name: &str) -> Result<Kind, Stranger> {
    let in_a_readers_folder = rest
        .split_once('/')
        .is_some_and(|(readers, _)| READERS.contains(&readers));
    if !in_a_readers_folder {
        return stranger(
            format!("Nobody can tell whom “{path}” is for, so it is not published."),
            "Put it into files/children, files/parents or files/staff.",
        );
    }
    match ending(name).as_str() {
        "md" | "markdown" => stranger(
            format!("“{path}” is a page among the documents."),
            "Pages belong in one of the folders policies, children, parents and staff. Move it there.",
        ),
        live if LIVE_ENDINGS.contains(&live) => stranger(
            format!(
                "“{path}” is a file that a browser or a computer would run, so it is not published."
            ),
            "Only documents belong here. Save it as a PDF, or delete it.",
        ),
        document if DOCUMENT_ENDINGS.contains(&document) => Ok(Kind::Download),
        _ => stranger(
            format!("“{path}” is not a kind of document that is published."),
            "Save it as a PDF, which everybody can open.",
        ),
    }
}

fn verbatim(path: &str, rest: &str) -> Result<Kind, Stranger> {
    let known = match rest.strip_prefix("web/") {
        None => false,
        Some(rest) => {
            rest.strip_prefix(".well-known/").is_some_and(|rest| {
                // Proofs of ownership are text; a page or a script has no
                // business here.
                let name = rest.rsplit('/').next().unwrap_or(rest);
                let proof = !name.contains('.') || matches!(ending(name).as_str(), "txt" | "json");
                !rest.is_empty() && proof && rest.split('/').all(|part| !part.starts_with('.'))
            }) || rest == "CNAME"
                || is_favicon(rest)
                || is_verification(rest)
        }
    };
    if known {
        return Ok(Kind::Verbatim);
    }
    stranger(
        format!("“{path}” is not a file that is published as it is."),
        "static/web may only hold CNAME, .well-known, favicons (favicon.ico, favicon.svg, favicon-….png, apple-touch-icon.png) and verification files of search engines. Documents to link to belong in files/.",
    )
}

fn is_favicon(name: &str) -> bool {
    matches!(name, "favicon.ico" | "favicon.svg" | "apple-touch-icon.png")
        || name
            .strip_prefix("favicon-")
            .and_then(|name| name.strip_suffix(".png"))
            .is_some_and(|size| !size.is_empty() && !size.contains('/'))
}

/// A file by which a search engine knows that a site is ours. The names are
/// exact: an ordinary page must not slip past the rules as one of these.
fn is_verification(name: &str) -> bool {
    name == "BingSiteAuth.xml"
        || ["google", "yandex_", "pinterest-"].iter().any(|engine| {
            name.strip_prefix(engine)
                .and_then(|name| name.strip_suffix(".html"))
                .is_some_and(|code| code.len() >= 5 && code.bytes().all(|b| b.is_ascii_hexdigit()))
        })
}

/// What follows the last dot, in small letters.
fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

#[cfg(test)]
mod tests;
