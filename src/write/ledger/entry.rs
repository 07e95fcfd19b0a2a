//! An approval, as the ledger says it.
//!
//! In: an [`Approval`]. Out: its lines of TOML, with `\n` at each end, one
//! thing to a line, so that people can read it and a version control system
//! shows what came to it. Must never write a text that could end its own
//! quotes.

use std::fmt::Write as _;

use crate::model::Approval;

/// The lines of `approval`, the heading `[[approval]]` first.
pub(super) fn print(approval: &Approval) -> String {
    let Approval {
        page,
        on,
        by,
        evidence,
        minor,
        digests,
    } = approval;
    let mut lines = String::from("[[approval]]\n");
    let mut add = |key: &str, value: &str| {
        let _ = writeln!(lines, "{key} = {value}");
    };
    add("page", &quoted(&page.value));
    add("on", &on.value.to_string());
    add("by", &quoted(&by.value));
    add("evidence", &quoted(evidence));
    if let Some(reason) = minor {
        add("minor", &quoted(reason));
    }
    for view in digests {
        add(
            &format!("digests.{}", view.audience.word()),
            &quoted(&view.digest),
        );
    }
    for view in digests {
        let sections = view.sections.iter().map(|(digest, title)| {
            let section = match title.as_str() {
                "" => digest.clone(),
                title => format!("{digest} {title}"),
            };
            format!("    {},\n", quoted(&section))
        });
        let sections: String = sections.collect();
        add(
            &format!("sections.{}", view.audience.word()),
            &format!("[\n{sections}]"),
        );
    }
    lines
}

/// A text in quotes.
pub(in crate::write) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_quoted_text_is_read_as_it_was(text in ".*") {
            let line = format!("a = {}", quoted(&text));
            let table: toml::Table = line.parse().expect("TOML");
            proptest::prop_assert_eq!(table["a"].as_str(), Some(text.as_str()));
        }
    }
}
