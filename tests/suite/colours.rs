//! The list of the pairs of colours is true of the stylesheet: it has these
//! values, and the school's colour is used nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use signpost::colour::{Screen, TRIMMINGS, Token, USES};

/// A declaration: what it is within, what it is for, and what it says.
struct Declared {
    within: String,
    selector: String,
    property: String,
    value: String,
}

#[test]
fn the_list_has_the_values_of_the_stylesheet() {
    let declared = declared();
    for token in Token::FIXED {
        for screen in [Screen::Light, Screen::Dark] {
            let is_dark = |of: &Declared| of.within.contains("prefers-color-scheme: dark");
            let values: Vec<String> = declared
                .iter()
                .filter(|of| of.selector == ":root" && of.property == token.name())
                .filter(|of| !is_dark(of) || screen == Screen::Dark)
                .map(|of| whole(&of.value))
                .collect();
            assert_eq!(
                values.last().map(String::as_str),
                token.value(screen),
                "{token:?} {screen:?}"
            );
        }
    }
    let mixed = "color-mix(in srgb, var(--brand) var(--tint), var(--paper))";
    assert!(declared.iter().any(|of| of.value == mixed), "{mixed}");
    let tints: Vec<&str> = declared
        .iter()
        .filter(|of| of.property == "--tint")
        .map(|of| of.value.as_str())
        .collect();
    let shares = [Screen::Light, Screen::Dark].map(|of| format!("{}%", of.share() * 100.0));
    assert_eq!(tints, shares);
}

#[test]
fn the_stylesheet_uses_the_colour_of_the_school_in_the_listed_places_alone() {
    let declared = declared();
    let used: BTreeSet<(&str, &str)> = declared
        .iter()
        .filter(|of| of.value.contains("var(--brand"))
        .map(|of| (of.selector.as_str(), of.property.as_str()))
        .collect();
    let listed: BTreeSet<(&str, &str)> = USES.into_iter().chain(TRIMMINGS).collect();
    let unlisted: Vec<_> = used.difference(&listed).collect();
    let unused: Vec<_> = listed.difference(&used).collect();
    assert!(
        unlisted.is_empty() && unused.is_empty(),
        "not in src/colour/pairs.rs: {unlisted:?}; not in the stylesheet: {unused:?}"
    );
}

/// A colour with all six digits: `#fff` is short for one.
fn whole(value: &str) -> String {
    match value.strip_prefix('#') {
        Some(digits) if digits.len() == 3 => {
            let twice = digits.chars().flat_map(|digit| [digit, digit]);
            std::iter::once('#').chain(twice).collect()
        }
        Some(_) | None => value.to_owned(),
    }
}

/// The declarations of the stylesheet.
fn declared() -> Vec<Declared> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets/signpost.css");
    let text = fs::read_to_string(path).expect("the stylesheet");
    let mut declared = Vec::new();
    let mut within: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").expect("a comment ends").1;
            continue;
        }
        match c {
            '{' => within.push(std::mem::take(&mut open).trim().to_owned()),
            ';' | '}' => {
                if let (Some((property, value)), Some((selector, outer))) =
                    (open.split_once(':'), within.split_last())
                {
                    declared.push(Declared {
                        within: outer.join(" "),
                        selector: selector.clone(),
                        property: property.trim().to_owned(),
                        value: value.trim().to_owned(),
                    });
                }
                open.clear();
                if c == '}' {
                    within.pop();
                }
            }
            other => open.push(other),
        }
        rest = &rest[c.len_utf8()..];
    }
    declared
}
