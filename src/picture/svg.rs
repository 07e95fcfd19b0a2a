//! SVG: a drawing that can be looked at and nothing more.
//!
//! An SVG is a small web page. It is let through only where every element is
//! on a list of things to draw, nothing in it runs, fetches or moves, and no
//! program has left its notes (Inkscape writes the name of the folder that a
//! drawing was saved in). It is read by a scanner for the plain part of XML:
//! no document type, no entities of its own, no processing instructions, so
//! there is nothing to expand and nowhere to hide. Comments are dropped, the
//! rest is published as it is. A parser of all of XML would be more code to
//! trust than the subset needs.

use super::{Picture, PictureProblem};

/// What may be drawn.
const ELEMENTS: [&str; 40] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "title",
    "desc",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "style",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
];

/// How many elements may stand inside each other.
const DEEPEST: usize = 60;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The drawing alone.
pub(super) fn published(bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureProblem::Damaged)?;
    let mut scan = Scan {
        rest: text.strip_prefix('\u{FEFF}').unwrap_or(text),
        kept: String::with_capacity(text.len()),
        open: Vec::new(),
        size: None,
    };
    scan.document()?;
    let (width, height) = scan.size.ok_or(PictureProblem::Unsized)?;
    Ok(Picture {
        bytes: scan.kept.into_bytes().into(),
        width,
        height,
    })
}

/// A walk through the text of a drawing.
struct Scan<'t> {
    rest: &'t str,
    kept: String,
    /// Names of the elements that are not closed yet.
    open: Vec<&'t str>,
    size: Option<(u32, u32)>,
}

impl<'t> Scan<'t> {
    fn document(&mut self) -> Result<(), PictureProblem> {
        if self.rest.starts_with("<?xml ") {
            let declaration = self.until("?>")?.to_ascii_lowercase();
            if declaration.contains("encoding") && !declaration.contains("utf-8") {
                return Err(PictureProblem::Damaged);
            }
        }
        let mut seen = false;
        while !self.rest.is_empty() {
            if self.rest.starts_with("<!--") {
                self.rest = &self.rest[4..];
                self.until("-->")?;
            } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                let what: String = self.rest.chars().take(12).collect();
                return Err(PictureProblem::Active { what });
            } else if self.rest.starts_with("</") {
                self.close()?;
            } else if self.rest.starts_with('<') {
                if self.open.is_empty() && seen || self.open.len() == DEEPEST {
                    return Err(PictureProblem::Damaged);
                }
                seen = true;
                self.element()?;
            } else {
                self.text()?;
            }
        }
        if seen && self.open.is_empty() {
            Ok(())
        } else {
            Err(PictureProblem::Damaged)
        }
    }

    /// Everything up to `end`, which is passed over.
    fn until(&mut self, end: &str) -> Result<&'t str, PictureProblem> {
        let (before, after) = self.rest.split_once(end).ok_or(PictureProblem::Damaged)?;
        self.rest = after;
        Ok(before)
    }

    fn text(&mut self) -> Result<(), PictureProblem> {
        let end = self.rest.find('<').unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        if self.open.is_empty() && !text.trim().is_empty() {
            return Err(PictureProblem::Damaged);
        }
        let plain = unescaped(text)?;
        if self.open.last() == Some(&"style") {
            style(&plain)?;
        }
        self.kept.push_str(text);
        Ok(())
    }

    fn close(&mut self) -> Result<(), PictureProblem> {
        let tag = self.until(">")?;
        if self.open.pop() != Some(tag[2..].trim_end()) {
            return Err(PictureProblem::Damaged);
        }
        self.kept.push_str(tag);
        self.kept.push('>');
        Ok(())
    }

    fn element(&mut self) -> Result<(), PictureProblem> {
        let whole = self.rest;
        self.rest = &self.rest[1..];
        let name = self.name();
        if !ELEMENTS.contains(&name) {
            let what = name.to_owned();
            return Err(if name == "metadata" || name.contains(':') {
                PictureProblem::Notes { what }
            } else if name.is_empty() {
                PictureProblem::Damaged
            } else if name.starts_with("animate") || name == "set" {
                PictureProblem::Moving
            } else {
                PictureProblem::Active { what }
            });
        }
        if self.open.is_empty() && name != "svg" {
            return Err(PictureProblem::Damaged);
        }
        let mut attributes: Vec<(&str, String)> = Vec::new();
        let empty = loop {
            let blank = self.blank();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                break true;
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                break false;
            }
            let attribute = self.attribute()?;
            if !blank || attributes.iter().any(|(name, _)| *name == attribute.0) {
                return Err(PictureProblem::Damaged);
            }
            attributes.push(attribute);
        };
        for (name, value) in &attributes {
            judge(name, value)?;
        }
        if self.open.is_empty() {
            if !attributes
                .iter()
                .any(|(name, value)| *name == "xmlns" && value == SVG)
            {
                return Err(PictureProblem::Damaged);
            }
            self.size = size(&attributes);
        }
        self.kept.push_str(&whole[..whole.len() - self.rest.len()]);
        if !empty {
            self.open.push(name);
        }
        Ok(())
    }

    fn attribute(&mut self) -> Result<(&'t str, String), PictureProblem> {
        let name = self.name();
        self.blank();
        self.rest = self.rest.strip_prefix('=').ok_or(PictureProblem::Damaged)?;
        self.blank();
        let quote = match self.rest.as_bytes().first() {
            Some(b'"') => "\"",
            Some(b'\'') => "'",
            _ => return Err(PictureProblem::Damaged),
        };
        self.rest = &self.rest[1..];
        let value = self.until(quote)?;
        if name.is_empty() || value.contains('<') {
            return Err(PictureProblem::Damaged);
        }
        Ok((name, unescaped(value)?))
    }

    /// A name of plain letters; anything else ends it.
    fn name(&mut self) -> &'t str {
        let end = self
            .rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_' | '.')))
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        name
    }

    /// Passes over blanks, and says whether there were any.
    fn blank(&mut self) -> bool {
        let rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let some = rest.len() < self.rest.len();
        self.rest = rest;
        some
    }
}

/// Refuses an attribute that runs, fetches, or is a note.
fn judge(name: &str, value: &str) -> Result<(), PictureProblem> {
    let lower = name.to_ascii_lowercase();
    let what = name.to_owned();
    if lower.starts_with("on") {
        return Err(PictureProblem::Active { what });
    }
    match lower.as_str() {
        "href" | "xlink:href" if value.starts_with('#') => Ok(()),
        "href" | "xlink:href" | "src" => Err(PictureProblem::Fetches {
            what: value.chars().take(60).collect(),
        }),
        "xmlns" if value == SVG => Ok(()),
        "xmlns:xlink" if value == XLINK => Ok(()),
        "xml:space" | "xml:lang" => Ok(()),
        name if name.contains(':') || name.starts_with("data-") || name == "xmlns" => {
            Err(PictureProblem::Notes { what })
        }
        _ => style(value),
    }
}

/// Refuses style, and any value, that points outside the drawing.
fn style(value: &str) -> Result<(), PictureProblem> {
    let lower = value.to_ascii_lowercase();
    // A backslash can spell a word so that no list knows it; an at-rule can
    // load another style sheet; a comment can part a word in two.
    if lower.contains(['\\', '@']) || lower.contains("/*") || lower.contains("javascript:") {
        return Err(PictureProblem::Fetches {
            what: value.trim().chars().take(60).collect(),
        });
    }
    for piece in ["url", "image", "image-set", "src"] {
        let opening = format!("{piece}(");
        let outside = lower.match_indices(&opening).any(|(at, _)| {
            !lower[at + opening.len()..].starts_with(['#'])
                && !lower[at + opening.len()..].starts_with("'#")
                && !lower[at + opening.len()..].starts_with("\"#")
        });
        if outside {
            return Err(PictureProblem::Fetches {
                what: value.trim().chars().take(60).collect(),
            });
        }
    }
    Ok(())
}

/// Text with its references resolved: the five of XML and numbers only.
fn unescaped(text: &str) -> Result<String, PictureProblem> {
    let mut pieces = text.split('&');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').ok_or(PictureProblem::Damaged)?;
        let number = |digits: &str, radix| {
            u32::from_str_radix(digits, radix)
                .ok()
                .and_then(char::from_u32)
        };
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match name.strip_prefix("#x") {
                Some(digits) => number(digits, 16),
                None => name.strip_prefix('#').and_then(|digits| number(digits, 10)),
            },
        };
        plain.push(character.ok_or(PictureProblem::Damaged)?);
        plain.push_str(rest);
    }
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if plain.contains(control) {
        return Err(PictureProblem::Damaged);
    }
    Ok(plain)
}

/// The size of the drawing: its view box, or else its width and height.
fn size(attributes: &[(&str, String)]) -> Option<(u32, u32)> {
    let value = |wanted: &str| {
        attributes
            .iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| value.as_str())
    };
    let whole = |number: &str| -> Option<u32> {
        let number: f64 = number.trim().trim_end_matches("px").parse().ok()?;
        // A size of no use is reported as such; it only has to fit here.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number is clamped to what fits, and NaN becomes 0"
        )]
        Some(number.ceil().clamp(0.0, f64::from(u32::MAX)) as u32)
    };
    if let Some(view) = value("viewBox") {
        let mut numbers = view
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|number| !number.is_empty());
        let (_, _) = (numbers.next()?, numbers.next()?);
        let size = (whole(numbers.next()?)?, whole(numbers.next()?)?);
        return numbers.next().is_none().then_some(size);
    }
    Some((whole(value("width")?)?, whole(value("height")?)?))
}

#[cfg(test)]
pub(super) mod tests;
