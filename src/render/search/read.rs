//! A printed page, as the search reads it.
//!
//! In: the HTML of a page of ours. Out: its parts, each from a heading to the
//! next, with the mark (`id`) that a link can lead to. What stands around the
//! page and what only leads elsewhere (menus, lists of contents, what waits in
//! a `<template>`) is passed over. Must never fail: whatever a theme prints is
//! read as far as it goes.

/// A part of a page: what stands before its first heading, or a heading and
/// what follows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// The mark that leads there; empty at the head of the page.
    pub(super) id: String,
    /// The heading; empty at the head of the page.
    pub(super) heading: String,
    /// What it says.
    pub(super) text: String,
}

/// Elements that are passed over with all that is in them. The page's title is
/// known, and what is set high is the number of a note.
const PASSED: [&str; 9] = [
    "nav", "template", "svg", "script", "style", "noscript", "form", "h1", "sup",
];

/// How a theme says that of any other element.
const UNSEARCHED: &str = "data-unsearched";

/// Elements that begin a part if they have a mark: headings, and the terms of
/// a glossary.
const HEADINGS: [&str; 4] = ["h2", "h3", "h4", "dt"];

/// Elements within a line: a word can begin before them and end behind.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q",
    "small", "span", "strong", "sub", "time", "wbr",
];

/// The parts of a page, in order; the first is what stands before any heading.
pub(super) fn parts(html: &str) -> Vec<Part> {
    let main = html.split_once("<main").map_or(html, |(_, main)| main);
    let main = main.split_once('>').map_or(main, |(_, main)| main);
    let main = main.split("</main>").next().unwrap_or(main);
    let mut parts = vec![Part::default()];
    // The element that is being passed over, and how deep in it we are.
    let mut passed: Option<(&str, usize)> = None;
    let mut heading: Option<&str> = None;
    for piece in pieces(main) {
        if let Some((name, depth)) = &mut passed {
            match piece {
                Piece::Open { name: other, .. } if other == *name => *depth += 1,
                Piece::Close(other) if other == *name => *depth -= 1,
                Piece::Open { .. } | Piece::Close(_) | Piece::Text(_) => {}
            }
            if *depth == 0 {
                passed = None;
            }
            continue;
        }
        let last = parts.last_mut().expect("a page has a first part");
        match piece {
            Piece::Text(text) if heading.is_some() => put(&mut last.heading, text),
            Piece::Text(text) => put(&mut last.text, text),
            Piece::Close(name) if heading == Some(name) => heading = None,
            Piece::Close(name) => part(&mut last.text, name),
            Piece::Open { name, attributes } => {
                if PASSED.contains(&name) || attributes.contains(UNSEARCHED) {
                    passed = Some((name, 1));
                } else if let Some(id) = mark(attributes).filter(|_| HEADINGS.contains(&name)) {
                    let id = plain(id);
                    parts.push(Part {
                        id,
                        ..Part::default()
                    });
                    heading = Some(name);
                } else if heading.is_none() {
                    part(&mut last.text, name);
                }
            }
        }
    }
    for part in &mut parts {
        for text in [&mut part.heading, &mut part.text] {
            let end = text.trim_end_matches([' ', ',']).len();
            text.truncate(end);
        }
    }
    parts
}

/// A piece of HTML.
enum Piece<'h> {
    Open { name: &'h str, attributes: &'h str },
    Close(&'h str),
    Text(&'h str),
}

/// The pieces of some HTML; comments and the like are passed over.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        while let Some(first) = rest.bytes().next() {
            let Some(tag) = rest.strip_prefix('<').filter(|_| first == b'<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let text = &rest[..end];
                rest = &rest[end..];
                return Some(Piece::Text(text));
            };
            let end = if tag.starts_with("!--") {
                tag.find("-->").map(|at| at + 2)
            } else {
                end_of_tag(tag)
            };
            let end = end.unwrap_or(tag.len());
            let inside = &tag[..end];
            rest = tag.get(end + 1..).unwrap_or_default();
            if let Some(name) = inside.strip_prefix('/') {
                return Some(Piece::Close(name.trim()));
            }
            if inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let sign = |c: char| c.is_whitespace() || c == '/';
                let (name, attributes) = inside.split_at(inside.find(sign).unwrap_or(inside.len()));
                return Some(Piece::Open { name, attributes });
            }
        }
        None
    })
}

/// Where a tag ends: at the first `>` that stands in no quotation marks.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return true,
            (_, _) => {}
        }
        false
    })
}

/// The value of `id` among the attributes.
fn mark(attributes: &str) -> Option<&str> {
    let (_, value) = attributes.split_once(" id=\"")?;
    value.split('"').next().filter(|id| !id.is_empty())
}

/// Parts what stands on both sides of an element, unless that is in a line.
fn part(text: &mut String, name: &str) {
    if INLINE.contains(&name) {
        return;
    }
    let end = text.trim_end().len();
    if text[..end].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”')) {
        text.truncate(end);
        text.push_str(", ");
    } else if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// Adds text, with one space for any number of them.
fn put(into: &mut String, text: &str) {
    for c in plain(text).chars() {
        if !c.is_whitespace() {
            into.push(c);
        } else if !into.is_empty() && !into.ends_with(' ') {
            into.push(' ');
        }
    }
}

/// Text without the signs that HTML writes otherwise.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let found = after
            .split_once(';')
            .and_then(|(name, behind)| Some((sign(name)?, behind)));
        if let Some((sign, behind)) = found {
            plain.push(sign);
            rest = behind;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// The sign that a reference stands for: `amp`, `#39`.
fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
