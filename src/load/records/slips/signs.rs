//! Slips in commas, brackets and equals signs.

use super::{Line, Words, words};

/// Something after a value that was complete.
pub(super) fn too_much(line: &Line<'_>) -> Option<Words> {
    if !line.said.starts_with("unexpected key or value")
        && !line.said.starts_with("unexpected content")
    {
        return None;
    }
    let value = line.value?;
    if value.ends_with(';') || value.ends_with(',') {
        return words(
            "This line ends with a sign too many.",
            format!("Delete the {} at its end.", &value[value.len() - 1..]),
        );
    }
    if value.starts_with('"') && value.contains("\",") {
        return words(
            "Several values need square brackets round them.",
            format!("Write {} = [{value}]", line.key),
        );
    }
    if value.matches('"').count() > 2 {
        return words(
            "There are quotes inside the quotes, so the text seems to end early.",
            "Use single quotes inside the text, as in \"the 'Be kind' rule\".",
        );
    }
    if value.starts_with('\'') && value.matches('\'').count() > 2 {
        return words(
            "There is an apostrophe inside single quotes, so the text seems to end early.",
            format!("Use double quotes round it: {} = \"…\"", line.key),
        );
    }
    words(
        "Something stands after the value of this line.",
        "Put each setting on a line of its own; a note after it begins with a hash sign (#).",
    )
}

/// Commas, equals signs and depth.
pub(super) fn small_signs(line: &Line<'_>) -> Option<Words> {
    let said = line.said;
    if said.starts_with("missing comma") {
        return words(
            "A comma is missing here, between two entries.",
            "Put a comma after each entry of a list or part: [\"one\", \"two\"].",
        );
    }
    if said.starts_with("extra comma") {
        return words("There is a comma too many here.", "Delete it.");
    }
    if said.starts_with("extra") || said.starts_with("unexpected `=`") {
        return words("There is an equals sign too many here.", "Delete it.");
    }
    if said.starts_with("unclosed") {
        return words(
            "A bracket that is opened in this line is never closed.",
            "Put the closing bracket where it belongs.",
        );
    }
    if said.contains("recursion") || said.contains("recurse") {
        return words(
            "There are more brackets inside one another here than any record needs.",
            "Look for brackets that were typed by accident, and delete them.",
        );
    }
    None
}
