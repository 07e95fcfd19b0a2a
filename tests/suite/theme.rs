//! The built-in look: small enough for a telephone on a bus, and without rules
//! for what nobody prints.

use std::collections::BTreeSet;
use std::path::Path;

use crate::site::files_under;

const STYLES: &str = include_str!("../../themes/default/assets/signpost.css");

/// The most that the style sheet may weigh, in bytes, before compression.
const MOST: usize = 30_000;

#[test]
fn the_style_sheet_is_small() {
    assert!(STYLES.len() <= MOST, "{} bytes, of {MOST}", STYLES.len());
}

/// The classes that the style sheet names.
fn classes() -> BTreeSet<&'static str> {
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    STYLES
        .split('{')
        .filter_map(|before| before.rsplit(['}', ';', '/']).next())
        .flat_map(|selector| selector.split('.').skip(1))
        .filter_map(|name| name.split(is_sign).next())
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

#[test]
fn no_rule_is_for_a_class_that_nobody_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let templates = files_under(&root.join("themes/default/templates"));
    let code = ["src/render", "src/views"].map(|room| files_under(&root.join(room)));
    let texts: Vec<String> = templates
        .into_values()
        .chain(code.into_iter().flatten().map(|(_, bytes)| bytes))
        .map(|bytes| String::from_utf8(bytes).expect("source is text"))
        .collect();
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let words: BTreeSet<&str> = texts.iter().flat_map(|text| text.split(is_sign)).collect();
    let named = classes();
    assert!(named.len() > 80, "only {} classes were read", named.len());
    let unused: Vec<&&str> = named
        .iter()
        .filter(|name| !words.contains(**name))
        .collect();
    assert!(unused.is_empty(), "nobody prints {unused:?}");
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for refused in [
        "url(",
        "@import",
        "@font-face",
        "http:",
        "https:",
        "!important",
    ] {
        assert!(!STYLES.contains(refused), "{refused} in the style sheet");
    }
}
