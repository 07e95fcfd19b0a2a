//! The rule for names of files and folders.
//!
//! In: the path of a file or folder under `content/`. Out: a finding when its
//! name would make an address that breaks somewhere, with the name to use.
//! Must never look at the disk.

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::source::Place;

use super::places::Kind;

/// Names of files and folders are addresses on the web and files on any
/// system.
pub(crate) static FILE_NAME: Rule = Rule {
    name: "file-name",
    severity: Severity::Error,
    summary: "Names of files and folders have only the letters a to z and A to Z, digits, hyphens, underscores and dots, so that they make good web addresses everywhere.",
    explanation: explained!("file-name"),
};

/// The most bytes in one name; most systems stop at 255, and a page's name
/// grows by an ending when it is published.
const LONGEST: usize = 120;

/// Reports the last part of `path` when it cannot be used as a name. A
/// folder has no `kind`.
pub(super) fn check(path: &str, kind: Option<Kind>, diagnostics: &mut Diagnostics) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hidden_is_wanted = path.starts_with("static/web/");
    let Some(reason) = reason_against(name, hidden_is_wanted) else {
        return;
    };
    let what = if kind.is_some() { "file" } else { "folder" };
    diagnostics.report(
        &FILE_NAME,
        Place::File(format!("content/{path}")),
        format!("The {what} name “{name}” cannot be used: {reason}."),
        format!(
            "Rename the {what} to “{}”, and change the links to it.",
            better(name)
        ),
    );
}

/// Reports a name that is not text at all.
pub(super) fn report_unreadable_name(shown: &str, diagnostics: &mut Diagnostics) {
    let name = shown.rsplit(['/', '\\']).next().unwrap_or(shown);
    diagnostics.report(
        &FILE_NAME,
        Place::File(format!("content/{}", shown.replace('\\', "/"))),
        format!("The name “{name}” has characters that cannot be read."),
        format!("Rename it, for example to “{}”.", better(name)),
    );
}

fn reason_against(name: &str, hidden_is_wanted: bool) -> Option<String> {
    let (stem, _) = split(name);
    if let Some(wrong) = name.chars().find(|c| !is_plain(*c)) {
        return Some(match wrong {
            ' ' => "it has a space in it".to_owned(),
            c if c.is_control() || c.is_whitespace() => {
                "it has a character in it that cannot be seen".to_owned()
            }
            c => format!("it has “{c}” in it"),
        });
    }
    if name.ends_with('.') || stem.ends_with('.') {
        return Some("a name cannot end with a dot".to_owned());
    }
    if is_reserved(name) {
        return Some("Windows keeps this name for itself".to_owned());
    }
    if name.starts_with('.') && !hidden_is_wanted {
        return Some("a name that begins with a dot is hidden".to_owned());
    }
    (name.len() > LONGEST).then(|| format!("it is longer than {LONGEST} characters"))
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Names that no file on Windows can have, whatever follows their first dot.
fn is_reserved(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    matches!(first.as_str(), "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|device| {
            first
                .strip_prefix(device)
                .is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']))
        })
}

/// The name without its ending, and the ending with its dot.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 => name.split_at(at),
        Some(_) | None => (name, ""),
    }
}

/// A name that can be used, as near to `name` as may be.
fn better(name: &str) -> String {
    let (stem, ending) = split(name);
    let mut plain = String::new();
    for c in stem.chars() {
        match c {
            '\'' | '’' | '‘' | '"' | '“' | '”' => {}
            '&' => plain.push_str("-and-"),
            c if is_plain(c) => plain.push(c),
            c => plain.push_str(unaccented(c).unwrap_or("-")),
        }
    }
    for sign in ["-", "."] {
        while plain.contains(&sign.repeat(2)) {
            plain = plain.replace(&sign.repeat(2), sign);
        }
    }
    plain.truncate(LONGEST - 20);
    let mut plain = plain.trim_matches(['-', '.']).to_owned();
    if plain.is_empty() {
        "page".clone_into(&mut plain);
    }
    if is_reserved(&plain) {
        plain.insert_str(0, "page-");
    }
    let ending: String = ending.chars().filter(|c| is_plain(*c)).take(12).collect();
    if ending != "." {
        plain.push_str(&ending);
    }
    plain
}

/// The plain letters for a letter of the languages next door.
fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' => "a",
        'À'..='Å' => "A",
        'æ' => "ae",
        'ç' => "c",
        'Ç' => "C",
        'è'..='ë' => "e",
        'È'..='Ë' => "E",
        'ì'..='ï' => "i",
        'Ì'..='Ï' => "I",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'Ò'..='Ö' | 'Ø' => "O",
        'ß' => "ss",
        'ù'..='ü' => "u",
        'Ù'..='Ü' => "U",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ŵ' => "w",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_travel_are_let_pass() {
        for name in [
            "online-safety.md",
            "KS1_2.md",
            "2026",
            "v1.2.md",
            "a",
            "console.md",
            "com10.md",
        ] {
            assert_eq!(reason_against(name, false), None, "{name}");
        }
        assert_eq!(reason_against(".well-known", true), None);
    }

    #[test]
    fn every_other_name_is_refused_with_one_to_use() {
        for (name, to_use) in [
            ("Online Safety Policy.md", "Online-Safety-Policy.md"),
            ("E-safety & phones.md", "E-safety-and-phones.md"),
            ("children’s guide.md", "childrens-guide.md"),
            ("café.md", "cafe.md"),
            ("garden (1).jpg", "garden-1.jpg"),
            ("a\\b.md", "a-b.md"),
            ("a\u{202e}b.md", "a-b.md"),
            ("con.md", "page-con.md"),
            ("NUL", "page-NUL"),
            ("aux.old.md", "page-aux.old.md"),
            ("com1.md", "page-com1.md"),
            ("LPT9.md", "page-LPT9.md"),
            ("folder.", "folder"),
            ("a..md", "a.md"),
            ("政策.md", "page.md"),
            ("a%2e.md", "a-2e.md"),
            ("a?.md", "a.md"),
        ] {
            assert!(reason_against(name, false).is_some(), "{name}");
            assert_eq!(better(name), to_use, "{name}");
        }
        assert!(reason_against(&"a".repeat(121), false).is_some());
    }

    proptest::proptest! {
        #[test]
        fn the_name_to_use_can_be_used(name in "\\PC{1,200}") {
            let name = name.replace('/', "");
            let offered = better(&name);
            proptest::prop_assert_eq!(reason_against(&offered, false), None, "{}", offered);
        }
    }
}
