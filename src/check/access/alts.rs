//! A rule about the words for pictures.
//!
//! In: `images.toml`, and the pictures of a page with the words that the page
//! has for them. Out: words that do not help somebody who cannot see the
//! picture. That an entry has words or is decorative, and not both, is held
//! where it is read.

use std::ops::Range;

use super::{Sheet, bare};
use crate::check::sink::PageSink;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::markdown::Image;
use crate::model::Site;
use crate::source::Place;

/// The words for a picture say what it shows.
pub(super) static ALT_TEXT: Rule = Rule {
    name: "alt-text",
    severity: Severity::Warning,
    summary: "The words for a picture say what it shows, shortly and once.",
    explanation: explained!("alt-text"),
};

/// A screen reader says it in one go, and nobody can stop half way.
const LONGEST: usize = 150;
/// Ends of the names of files.
const FILES: [&str; 8] = [
    ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".heic", ".bmp",
];
/// Beginnings that a screen reader says already.
const BEGINS: [&str; 24] = [
    "image of ",
    "an image of ",
    "this image shows ",
    "image showing ",
    "an image showing ",
    "picture of ",
    "a picture of ",
    "this picture shows ",
    "picture showing ",
    "a picture showing ",
    "photo of ",
    "a photo of ",
    "this photo shows ",
    "photo showing ",
    "a photo showing ",
    "photograph of ",
    "a photograph of ",
    "graphic of ",
    "a graphic of ",
    "the image shows ",
    "the picture shows ",
    "the photo shows ",
    "image: ",
    "photo: ",
];
/// Words that say that there is a picture, and no more.
const EMPTY: [&str; 16] = [
    "image",
    "an image",
    "picture",
    "a picture",
    "photo",
    "a photo",
    "photograph",
    "graphic",
    "icon",
    "logo",
    "alt",
    "alt text",
    "alternative text",
    "untitled",
    "banner",
    "clip art",
];

/// What is wrong, and what to do.
type Wrong = (String, String);

pub(super) fn of_records(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.images else {
        return;
    };
    for image in &site.images {
        if let Some(alt) = &image.alt
            && let Some((message, help)) = judged(&alt.value, &image.file.value)
        {
            let place = Place::at(file, alt.span.clone());
            diagnostics.report(&ALT_TEXT, place, message, help);
        }
    }
}

pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    let site = sink.site;
    for image in &sheet.outline().images {
        let Ok(id) = site.picture(sink.page, &image.dest) else {
            continue;
        };
        let entry = site.image(id);
        let words = image.alt.trim();
        let name = &entry.file.value;
        let alt = match (&entry.alt, words) {
            (Some(alt), "") => alt.value.trim(),
            (_, words) => words,
        };
        let wrong = if entry.decorative && !words.is_empty() {
            Some(contradiction(name, words, image))
        } else if words.is_empty() {
            None
        } else {
            judged(words, name)
        };
        let wrong = wrong.or_else(|| repeated(sheet.text(), image.span.clone(), alt));
        if let Some((message, help)) = wrong {
            sheet.report(sink, (&ALT_TEXT, message, help), image.span.clone());
        }
    }
}

fn contradiction(name: &str, words: &str, image: &Image) -> Wrong {
    (
        format!(
            "The picture “{name}” is decorative by its entry in content/images.toml, and has words here: “{words}”."
        ),
        format!(
            "If it only decorates, leave the words out: ![]({}). If it says something, write alt = \"{words}\" in its entry, in place of decorative = true.",
            image.dest
        ),
    )
}

/// What is wrong with the words for the picture in the file `name`.
fn judged(alt: &str, name: &str) -> Option<Wrong> {
    let alt = alt.trim();
    let lower = alt.to_lowercase();
    if is_file_name(&lower, name) {
        return Some((
            format!("“{alt}” is the name of a file, and does not say what the picture shows."),
            "Write what somebody who cannot see it should know, as in “An open school gate”."
                .to_owned(),
        ));
    }
    if EMPTY.contains(&bare(alt).as_str()) {
        return Some((
            format!("“{alt}” does not say what the picture shows."),
            "Write what somebody who cannot see it should know. If that is nothing, write decorative = true in its entry in content/images.toml.".to_owned(),
        ));
    }
    if let Some(begin) = BEGINS.iter().find(|begin| lower.starts_with(*begin)) {
        let rest = alt.get(begin.len()..).unwrap_or_default();
        let mut letters = rest.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        let first = first.unwrap_or_default();
        return Some((
            format!(
                "“{}” need not be said: a screen reader says that it is a picture.",
                alt.get(..begin.trim_end().len()).unwrap_or_default()
            ),
            format!("Write only what it shows: “{first}{}”.", letters.as_str()),
        ));
    }
    let length = alt.chars().count();
    (length > LONGEST).then(|| {
        (
            format!("The words for this picture have {length} characters, and nobody can stop half way through them."),
            format!("Say it in at most {LONGEST}, and put the rest into the text beside the picture, where everybody reads it."),
        )
    })
}

/// `gate.jpg`, `IMG_2041`, or the very name of the file, if that is none that
/// somebody would write.
fn is_file_name(lower: &str, name: &str) -> bool {
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let is_code = |c: char| c == '-' || c == '_' || c.is_ascii_digit();
    let of_camera = [
        "img", "dsc", "dscn", "pxl", "scan", "image", "photo", "picture",
    ];
    let digits = lower.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let begin = &lower[..lower.len() - digits.len()];
    let rest = digits.trim_start_matches(['_', '-', ' ']);
    let numbered = !rest.is_empty() && rest.chars().all(|c| is_code(c) || "() ".contains(c));
    FILES.iter().any(|end| lower.ends_with(end))
        || (stem.contains(is_code) && lower == stem.to_lowercase())
        || (of_camera.contains(&begin) && numbered)
}

/// How far from a picture words stand beside it, in bytes.
const AROUND: usize = 1_000;

/// The beginning of the character at a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Whether the words for a picture stand beside it, too.
fn repeated(text: &str, span: Range<usize>, alt: &str) -> Option<Wrong> {
    let alt_words = bare(alt);
    if alt_words.is_empty() {
        return None;
    }
    let before = &text[floor(text, span.start.saturating_sub(AROUND))..span.start];
    let after = &text[span.end..floor(text, (span.end + AROUND).min(text.len()))];
    let (above, left) = before.rsplit_once('\n').unwrap_or(("", before));
    let (right, below) = after.split_once('\n').unwrap_or((after, ""));
    let seen = |line: &&str| line.chars().any(char::is_alphanumeric);
    let above = above.lines().rev().find(seen);
    let below = below.lines().find(seen);
    let beside = above.into_iter().chain(below).chain([left, right]);
    beside
        .map(|line| line.split(" {").next().unwrap_or(line))
        .any(|line| bare(line) == alt_words)
        .then(|| {
            (
                format!("“{alt}” stands beside the picture as well, so a screen reader says it twice."),
                "If the picture says no more than the words beside it, it is decorative: write decorative = true in its entry in content/images.toml, in place of alt. If it says more, say what in alt.".to_owned(),
            )
        })
}
