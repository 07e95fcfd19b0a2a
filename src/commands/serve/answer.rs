//! What a request is answered.
//!
//! In: the few things of a request that count ([`Asked`]) and what is shown at
//! this moment. Out: a [`Reply`]. A pure function. Pages are looked up in
//! memory by their exact path, so that no path leads out of the site; and
//! nothing that was asked stands in a reply's headers or body.

use std::sync::Arc;

use super::board::Shown;
use crate::render::PrintedTree;

/// What counts of a request.
#[derive(Clone, Copy)]
pub(super) struct Asked<'r> {
    pub(super) method: Method,
    /// The path and query, as they were sent.
    pub(super) target: &'r str,
    pub(super) host: Option<&'r str>,
    pub(super) origin: Option<&'r str>,
    /// Where the browser says that the request comes from.
    pub(super) from: Option<&'r str>,
    /// What the browser says that it is for: `document`, `iframe`, `script`.
    pub(super) dest: Option<&'r str>,
    /// Whether something is sent along.
    pub(super) has_body: bool,
}

/// The methods, as far as they matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Other,
}

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// A whole file.
    File {
        status: u16,
        /// The media type.
        kind: &'static str,
        body: Arc<[u8]>,
    },
    /// The page is at this path, which is one of ours.
    Moved(String),
    /// What is said from now on, line by line.
    Events,
}

/// The paths of the preview itself. No site has a folder of this name at its
/// root, since names do not begin with an underscore there.
const OWN: &str = "/_signpost/";
const AROUND: &str = include_str!("page/around.html");
const SCRIPT: &str = include_str!("page/around.js");
const STYLE: &str = include_str!("page/around.css");
const ABSENT: &str = include_str!("page/absent.html");
const NOT_YET: &str = include_str!("page/not-yet.html");

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Answers a request to the preview at `port`.
pub(super) fn answer(asked: &Asked<'_>, shown: &Shown, port: u16) -> Reply {
    if let Some(refusal) = refused(asked, port) {
        return refusal;
    }
    let Some(path) = path_of(asked.target) else {
        return plain(400, "This is not an address of a page.\n");
    };
    // The browser's own window: the page that stands around all others.
    let is_window = asked.dest == Some("document");
    match path.as_str() {
        "/" => return file(200, HTML, AROUND),
        "/_signpost/around.js" => return file(200, "text/javascript; charset=utf-8", SCRIPT),
        "/_signpost/around.css" => return file(200, "text/css; charset=utf-8", STYLE),
        "/_signpost/events" => return Reply::Events,
        own if own.starts_with(OWN) => return file(404, HTML, ABSENT),
        _ => {}
    }
    let Some(edition) = &shown.edition else {
        return if is_window {
            file(200, HTML, AROUND)
        } else {
            file(503, HTML, NOT_YET)
        };
    };
    let (tree, files, rest) = if let Some(rest) = path.strip_prefix("/web/") {
        ("web", &edition.web, rest)
    } else if let Some(rest) = path.strip_prefix("/staff/") {
        ("staff", &edition.staff, rest)
    } else {
        return match path.as_str() {
            "/web" => Reply::Moved("/web/".to_owned()),
            "/staff" => Reply::Moved("/staff/".to_owned()),
            _ => file(404, HTML, ABSENT),
        };
    };
    in_tree(tree, files, rest, is_window)
}

/// Looks a path up in a tree.
fn in_tree(tree: &str, files: &PrintedTree, rest: &str, is_window: bool) -> Reply {
    let index = "index.html";
    let name = if rest.is_empty() || rest.ends_with('/') {
        format!("{rest}{index}")
    } else {
        rest.to_owned()
    };
    let found = files.file(&name);
    if is_window && kind(&name) == HTML {
        return file(200, HTML, AROUND);
    }
    if let Some((name, body)) = found {
        return Reply::File {
            status: 200,
            kind: kind(name),
            body,
        };
    }
    // Made of the name that we have, not of the one that was asked for.
    match files.file(&format!("{name}/{index}")) {
        Some((name, _)) => {
            let folder = name.strip_suffix(index).unwrap_or(name);
            Reply::Moved(format!("/{tree}/{folder}"))
        }
        None => file(404, HTML, ABSENT),
    }
}

/// Why a request is not answered, where it is not. A page of somebody else's
/// can make a browser ask us, by a name of its own that leads here (DNS
/// rebinding); what it may not do is read the staff tree.
fn refused(asked: &Asked<'_>, port: u16) -> Option<Reply> {
    if asked.method == Method::Other {
        return Some(plain(405, "Only GET and HEAD are answered.\n"));
    }
    if asked.has_body {
        return Some(plain(400, "Nothing can be sent to this preview.\n"));
    }
    let here = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let is_here = |named: &str| here.iter().any(|name| name.eq_ignore_ascii_case(named));
    if !asked.host.is_some_and(is_here) {
        return Some(plain(
            403,
            "This preview answers at its own address alone.\n",
        ));
    }
    let is_foreign = asked
        .origin
        .is_some_and(|origin| !origin.strip_prefix("http://").is_some_and(is_here));
    let is_from_afar = asked.from == Some("cross-site") && asked.dest != Some("document");
    (is_foreign || is_from_afar).then(|| plain(403, "This preview answers its own pages alone.\n"))
}

/// The path that was asked for, decoded, or nothing for what is no path of a
/// page.
fn path_of(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path)?;
    let inner = path.strip_prefix('/')?;
    let mut parts = inner.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        if part == "." || part == ".." || (part.is_empty() && !is_last) {
            return None;
        }
    }
    let is_odd = |letter: char| letter.is_control() || letter == '\\' || letter == '%';
    (!path.contains(is_odd)).then_some(path)
}

/// A path with its percent signs resolved, once.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let digits = str::from_utf8(digits).ok()?;
            // A sign is no digit, though a number may have one.
            if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn file(status: u16, kind: &'static str, body: &str) -> Reply {
    Reply::File {
        status,
        kind,
        body: body.as_bytes().into(),
    }
}

fn plain(status: u16, said: &str) -> Reply {
    file(status, TEXT, said)
}

/// The media type of a file, by the end of its name.
fn kind(name: &str) -> &'static str {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "txt" | "md" | "" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
