//! Marks of footnotes that were copied from paper.
//!
//! In: a table as it is written. Out: findings where a heading or the words of
//! a row end in a mark that leads nowhere. Must never guess which footnote was
//! meant.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::spanned;
use crate::diagnostic::{Rule, Severity, explained};
use crate::load::raw::{At, RawAction, RawAnswer, RawGroup, RawRow, RawTable};

/// A footnote is a note, not a mark (*D3*: the mark stood in the heading of a
/// column, and its footnote below the table, under three asterisks). A
/// warning: a word can end in a star.
pub(super) static FOOTNOTE_MARK: Rule = Rule {
    name: "footnote-mark",
    severity: Severity::Warning,
    summary: "No heading and no row of a table ends in the mark of a footnote; a footnote is a note of its own.",
    explanation: explained!("footnote-mark"),
};

/// Tells of each mark once, however many rows stand under it.
pub(super) fn marks(raw: &RawTable, desk: &mut Desk<'_>) {
    let mut told = BTreeSet::new();
    for text in texts(raw) {
        let text = spanned(text.clone());
        let Some(mark) = mark(&text.value) else {
            continue;
        };
        if told.insert(text.value.clone()) {
            desk.tell(
                &FOOTNOTE_MARK,
                &text,
                format!(
                    "“{}” ends in {mark}, the mark of a footnote, and no footnote belongs to it.",
                    text.value
                ),
                format!(
                    "Take {mark} out, and write the words of the footnote in the same entry, as note = \"…\". \
                     Signpost numbers the footnotes for each reader."
                ),
            );
        }
    }
}

/// What stands in a heading or begins a row, in the order of the file.
fn texts(raw: &RawTable) -> Vec<&At<String>> {
    let mut texts = vec![&raw.title];
    texts.extend(&raw.child);
    for group in &raw.group {
        let RawGroup {
            title,
            child,
            heading,
            answers,
            ..
        } = group.get_ref();
        texts.push(title);
        texts.extend(child.iter().chain(heading));
        for answer in answers.get_ref() {
            let RawAnswer { label, child, .. } = answer.get_ref();
            texts.push(label);
            texts.extend(child);
        }
    }
    for action in &raw.action {
        let RawAction { title, child, .. } = action.get_ref();
        texts.push(title);
        texts.extend(child);
    }
    for row in &raw.row {
        let RawRow {
            label,
            child,
            section,
            law,
            ..
        } = row.get_ref();
        texts.push(label);
        texts.extend(child.iter().chain(section).chain(law));
    }
    texts.sort_by_key(|text| text.span().start);
    texts
}

/// The mark at the end of a text: stars, daggers, raised figures, or a number
/// in square brackets, as in `[1]` and `[^1]`.
fn mark(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let before = text.trim_end_matches(|letter| "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰".contains(letter));
    let raised = &text[before.len()..];
    if !raised.is_empty() {
        let word = before.rsplit(char::is_whitespace).next();
        // A size: 20 m².
        let is_unit = matches!(word, Some("mm" | "cm" | "m" | "km"));
        return (!is_unit).then_some(raised);
    }
    let (before, number) = text.strip_suffix(']')?.rsplit_once('[')?;
    let figures = number.strip_prefix('^').unwrap_or(number);
    let is_short = (1..=2).contains(&figures.len());
    let counts = is_short && figures.bytes().all(|figure| figure.is_ascii_digit());
    counts.then(|| &text[before.len()..])
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_what_paper_has_at_the_end_of_a_word() {
        for (text, found) in [
            ("Pupil owned*", Some("*")),
            ("Pupil owned ***", Some("***")),
            ("Staff† ", Some("†")),
            ("Police²", Some("²")),
            ("Warning [1]", Some("[1]")),
            ("Warning[^12]", Some("[^12]")),
            ("Pupils", None),
            ("Year 6", None),
            ("A room of 20 m²", None),
            ("*Bold* words", None),
            ("Key Stage [2026]", None),
            ("Ask [a]", None),
            ("", None),
            ("[1", None),
        ] {
            assert_eq!(mark(text), found, "{text}");
        }
    }
}
