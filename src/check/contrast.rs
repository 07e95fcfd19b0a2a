//! A rule about the school's colour: what is printed with it can be read.
//!
//! In: the colour in `school.toml`, and the pairs that the theme makes of it.
//! Out: the pairs whose contrast is too low, on a light screen and on a dark
//! one, and the nearest colour with which none is.

use crate::colour::{Colour, Pair, Screen, pairs};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::Place;

/// What is printed in the school's colour can be read.
static COLOUR_CONTRAST: Rule = Rule {
    name: "colour-contrast",
    severity: Severity::Warning,
    summary: "What the pages show in the school's colour can be read, on light screens and on dark ones.",
    explanation: explained!("colour-contrast"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&COLOUR_CONTRAST];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some((file, written)) = site.files.school.as_ref().zip(site.school.brand.as_ref()) else {
        return;
    };
    let Some(brand) = Colour::read(&written.value) else {
        return;
    };
    let failing = failing(brand);
    if failing.is_empty() {
        return;
    }
    let all: Vec<String> = failing
        .iter()
        .map(|(pair, screen, contrast)| {
            let on = match screen {
                Screen::Light => "a light screen",
                Screen::Dark => "a dark screen",
            };
            let (found, asked) = (down(*contrast), pair.least);
            format!(
                "{} on {on} ({found} to 1, and {asked} is asked for)",
                pair.what
            )
        })
        .collect();
    let message = format!(
        "With “{}” these can hardly be read: {}.",
        written.value,
        all.join("; ")
    );
    let help = match brand.nearest(|colour| self::failing(colour).is_empty()) {
        Some(near) => format!(
            "The nearest colour of the same hue with which they can is \"{near}\": brand = \"{near}\""
        ),
        None => "Choose a darker colour.".to_owned(),
    };
    diagnostics.report(
        &COLOUR_CONTRAST,
        Place::at(file, written.span.clone()),
        message,
        help,
    );
}

/// The pairs that a colour fails, where, and with what contrast.
fn failing(brand: Colour) -> Vec<(&'static Pair, Screen, f64)> {
    let screens = [Screen::Light, Screen::Dark];
    screens
        .into_iter()
        .flat_map(|screen| pairs().map(move |pair| (pair, screen)))
        .map(|(pair, screen)| (pair, screen, pair.contrast(brand, screen)))
        .filter(|(pair, _, contrast)| *contrast < pair.least)
        .collect()
}

/// To one decimal, never up: 4.49 is not 4.5.
fn down(contrast: f64) -> f64 {
    (contrast * 10.0).floor() / 10.0
}
