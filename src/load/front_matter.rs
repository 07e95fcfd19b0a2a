//! Parts a page into its front matter and its body.
//!
//! In: the text of a page. Out: where the lines between `+++` are, and where
//! the body is; what those lines say is read by `records`. Must never guess
//! where a missing line belongs: the page is left out, and the editor is told
//! what to paste.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::source::{Place, SourceFile};

/// Every page begins with its title and settings.
pub(crate) static FRONT_MATTER: Rule = Rule {
    name: "front-matter",
    severity: Severity::Error,
    summary: "Every page begins with its title and settings between two lines of three plus signs.",
    explanation: explained!("front-matter"),
};

/// Where the parts of a page are, as bytes of its text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The lines between the two lines of plus signs.
    pub(super) front: Range<usize>,
    /// All that follows.
    pub(super) body: Range<usize>,
}

/// Finds the parts of a page, or reports why they cannot be told apart.
pub(super) fn part(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) -> Option<Parts> {
    let text = file.text();
    let mut lines = lines(text);
    let Some((opening, front_start)) = lines.next().filter(|(line, _)| is_fence(text, line)) else {
        report_no_opening(file, diagnostics);
        return None;
    };
    for (line, next) in lines {
        if is_fence(text, &line) {
            return Some(Parts {
                front: front_start..line.start,
                body: next..text.len(),
            });
        }
    }
    report_no_closing(file, opening, front_start, diagnostics);
    None
}

/// The lines of a text: the bytes of each, and where the next one begins.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let (end, next) = match rest.find('\n') {
            Some(length) => (start + length, start + length + 1),
            None => (text.len(), text.len()),
        };
        at = next;
        Some((start..end, next))
    })
}

/// Spaces after the plus signs cannot be seen, so they are let pass.
fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_end() == "+++"
}

fn report_no_opening(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) {
    let text = file.text();
    let first = text.lines().next().unwrap_or("");
    let first_written = text.lines().find(|line| !line.trim().is_empty());
    let example = example(file);
    let (message, help) = match first_written.map(str::trim) {
        None => (
            "This page is empty.".to_owned(),
            format!("Begin it with these lines, then write the text below them:\n{example}"),
        ),
        Some("---") => (
            "The settings of this page are between lines of hyphens (---), as some other programs write them.".to_owned(),
            format!("Here they stand between lines of plus signs, with an equals sign and quotes. Replace them with:\n{example}"),
        ),
        Some("+++") => (
            "Something stands before the first line of plus signs (+++).".to_owned(),
            "Delete the empty lines and spaces above and before it: +++ must be the very first thing in the file.".to_owned(),
        ),
        Some(near) if first.len() < 12 && !near.is_empty() && near.chars().all(|c| matches!(c, '+' | '-' | '=' | '*' | '_' | '~' | ' ')) => (
            format!("This page begins with “{near}” instead of three plus signs."),
            format!("The first lines of a page look like this:\n{example}"),
        ),
        Some(first) => (
            "This page does not begin with its title and settings.".to_owned(),
            match (heading(first), text.lines().find(|line| heading(line).is_some())) {
                // The title stands in the settings, and nowhere else.
                (Some(_), _) => format!("Paste these lines in the place of the line “{first}”:\n{example}"),
                (None, Some(line)) => format!("Take the line “{}” out, and paste these lines above the first line of the file:\n{example}", line.trim()),
                (None, None) => format!("Paste these lines above the first line of the file:\n{example}"),
            },
        ),
    };
    let end = first.len();
    diagnostics.report(&FRONT_MATTER, Place::at(file, 0..end), message, help);
}

fn report_no_closing(
    file: &Arc<SourceFile>,
    opening: Range<usize>,
    front_start: usize,
    diagnostics: &mut Diagnostics,
) {
    let text = file.text();
    // The settings most probably end where a line is not one.
    let after = lines(text)
        .skip_while(|(line, _)| line.start < front_start)
        .find(|(line, _)| !is_setting(&text[line.clone()]));
    let help = match after {
        Some((line, _)) => format!(
            "Put a line with only +++ after the last setting, probably above line {}.",
            file.line_column(line.start).0
        ),
        None => "Put a line with only +++ after the last setting.".to_owned(),
    };
    diagnostics.report(
        &FRONT_MATTER,
        Place::at(file, opening),
        "The settings of this page begin here, with +++, but a second line of plus signs that ends them is missing.",
        format!("{help} For example:\n{}", example(file)),
    );
}

fn is_setting(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('#') && !line.starts_with("# ")
        || line.split_once('=').is_some_and(|(key, _)| {
            let key = key.trim();
            !key.is_empty()
                && key
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
        })
}

/// The lines to paste, with the page's own title where it can be told.
fn example(file: &SourceFile) -> String {
    let title = title(file).replace(['"', '\\'], "'");
    let audience = if file.path().starts_with("content/policies/") {
        "audience = [\"parents\", \"staff\"]\n"
    } else {
        ""
    };
    format!("+++\ntitle = \"{title}\"\n{audience}+++")
}

fn title(file: &SourceFile) -> String {
    let said = file
        .text()
        .lines()
        .take(60)
        .map(str::trim)
        .find_map(|line| {
            let title = line
                .strip_prefix("title")
                .map(str::trim_start)
                .and_then(|rest| rest.strip_prefix([':', '=']))
                .or_else(|| heading(line))?;
            let title = title.trim().trim_matches(['"', '\'', '“', '”']).trim();
            (!title.is_empty() && title.len() < 120 && !title.chars().any(char::is_control))
                .then(|| title.to_owned())
        });
    said.unwrap_or_else(|| from_name(file.path()))
}

/// The words of a heading of the first level.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim().strip_prefix("# ")?.trim();
    (words.len() < 120).then_some(words)
}

/// A title made of a file's name: `online-safety.md` is “Online safety”.
fn from_name(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let stem = if stem == "index" {
        parts.next().unwrap_or(stem)
    } else {
        stem
    };
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(path: &str, text: &str) -> (Option<Parts>, Vec<(usize, String, String)>) {
        let file = SourceFile::new(path, text);
        let mut diagnostics = Diagnostics::new();
        let parts = part(&file, &mut diagnostics);
        let said = diagnostics
            .iter()
            .map(|d| (d.place.line_column().0, d.message.clone(), d.help.clone()))
            .collect();
        (parts, said)
    }

    #[test]
    fn a_page_is_parted_at_its_second_line_of_plus_signs() {
        let text = "+++\ntitle = \"A\"\n+++ \n\nText with +++ in it.\n+++\n";
        let (parts, said) = parted("content/staff/a.md", text);
        let parts = parts.expect("two parts");
        assert!(said.is_empty());
        assert_eq!(&text[parts.front], "title = \"A\"\n");
        assert_eq!(&text[parts.body], "\nText with +++ in it.\n+++\n");
        let (parts, _) = parted("content/staff/a.md", "+++\n+++");
        assert_eq!(
            parts,
            Some(Parts {
                front: 4..4,
                body: 7..7
            })
        );
    }

    #[test]
    fn a_page_without_front_matter_is_told_what_to_paste() {
        let (parts, said) = parted("content/policies/online-safety.md", "Some text.\n");
        assert_eq!(parts, None);
        let (line, message, help) = &said[0];
        assert_eq!(*line, 1);
        assert!(message.contains("does not begin"), "{message}");
        assert!(
            help.ends_with(
                "+++\ntitle = \"Online safety\"\naudience = [\"parents\", \"staff\"]\n+++"
            ),
            "{help}"
        );
    }

    #[test]
    fn each_slip_has_its_own_advice() {
        for (text, message, help) in [
            ("", "is empty", "title = \"A b\""),
            (
                "---\ntitle: Safe online\n---\n",
                "lines of hyphens",
                "title = \"Safe online\"",
            ),
            (
                "\n\n+++\ntitle = \"A\"\n+++\n",
                "before the first line",
                "very first",
            ),
            ("++\ntitle = \"A\"\n++\n", "“++” instead", "title = \"A\""),
            ("# My title\n", "does not begin", "title = \"My title\""),
            (
                "\n# My title\n\nText\n",
                "does not begin",
                "the place of the line “# My title”:\n+++\ntitle = \"My title\"",
            ),
            (
                "Text\n\n# My title\n",
                "does not begin",
                "Take the line “# My title” out, and paste",
            ),
            ("Text\n", "does not begin", "Paste these lines above"),
            (
                "+++\ntitle = \"A\"\norder = 1\n\nText\n",
                "is missing",
                "above line 4",
            ),
            ("+++", "is missing", "only +++"),
        ] {
            let (parts, said) = parted("content/staff/a-b.md", text);
            assert_eq!(parts, None, "{text:?}");
            assert_eq!(said.len(), 1, "{text:?}");
            assert!(said[0].1.contains(message), "{text:?}: {}", said[0].1);
            assert!(said[0].2.contains(help), "{text:?}: {}", said[0].2);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parted_or_refused(text in "(\\+\\+\\+|---|title|=|\\n|é|\\PC){0,40}") {
            let (parts, said) = parted("content/staff/a.md", &text);
            proptest::prop_assert_eq!(said.len(), usize::from(parts.is_none()));
            if let Some(parts) = parts {
                proptest::prop_assert!(parts.front.end <= parts.body.start);
                proptest::prop_assert!(text.is_char_boundary(parts.body.start));
            }
        }
    }
}
