//! Colours, and how well one can be told from another.
//!
//! In: colours written `#rrggbb`. Out: their contrast (WCAG 2.2), mixtures as
//! browsers make them, and the nearest colour of the same hue that is good
//! enough. Which colours meet on a page is listed in [`pairs()`]. Must never know
//! a site, a page or a theme's files.

mod pairs;

use std::fmt;

pub use pairs::{Pair, Screen, TRIMMINGS, Token, USES, pairs};

/// A colour of a screen: red, green and blue, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour([f64; 3]);

/// The same colour by how light it is, how strong, and of what hue (`OKLCH`):
/// two colours that differ in one of these look as if they did.
#[derive(Debug, Clone, Copy)]
struct Look {
    light: f64,
    chroma: f64,
    hue: f64,
}

/// How finely lightness is moved: finer than can be seen.
const STEPS: u32 = 200;

impl Colour {
    /// The colour that `#rrggbb` names.
    pub fn read(written: &str) -> Option<Colour> {
        let digits = written.strip_prefix('#').filter(|of| of.len() == 6)?;
        let channel = |at: usize| {
            let value = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
            Some(f64::from(value) / 255.0)
        };
        Some(Colour([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// `share` of this colour in another one, as `color-mix(in srgb, …)` does.
    #[must_use]
    pub fn mixed(self, share: f64, into: Colour) -> Colour {
        let mut mixed = into.0;
        for (part, own) in mixed.iter_mut().zip(self.0) {
            *part = own * share + *part * (1.0 - share);
        }
        Colour(mixed)
    }

    /// The ink that can be read on this colour, whatever it is: where white has
    /// a contrast below 4.5, black has one above.
    pub fn ink(self) -> &'static str {
        const WHITE: Colour = Colour([1.0, 1.0, 1.0]);
        if self.contrast(WHITE) >= 4.5 {
            "#ffffff"
        } else {
            "#000000"
        }
    }

    /// The colour nearest to this one that is good enough: its hue stays, its
    /// lightness moves no more than it must, and it is no stronger than a
    /// screen can show.
    pub fn nearest(self, is_good: impl Fn(Colour) -> bool) -> Option<Colour> {
        let look = self.look();
        let near = |step: u32, way: f64| {
            let light = look.light + way * f64::from(step) / f64::from(STEPS);
            let colour = Look { light, ..look }.colour();
            ((0.0..=1.0).contains(&light) && is_good(colour)).then_some(colour)
        };
        (0..=STEPS).find_map(|step| near(step, 1.0).or_else(|| near(step, -1.0)))
    }

    /// The relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn look(self) -> Look {
        let [red, green, blue] = self.0.map(linear);
        let long = 0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue;
        let mid = 0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue;
        let short = 0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue;
        let [long, mid, short] = [long.cbrt(), mid.cbrt(), short.cbrt()];
        let light = 0.210_454_255_3 * long + 0.793_617_785_0 * mid - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * mid + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * mid - 0.808_675_766_0 * short;
        Look {
            light,
            chroma: a.hypot(b),
            hue: b.atan2(a),
        }
    }
}

impl Look {
    /// The colour that looks so, as strong as a screen can show it, in the
    /// whole steps in which it is written.
    fn colour(self) -> Colour {
        let weaker = |share: u32| {
            let chroma = self.chroma * f64::from(share) / 50.0;
            Look { chroma, ..self }.linear()
        };
        let fits = |of: &[f64; 3]| of.iter().all(|part| (-0.000_1..=1.000_1).contains(part));
        let strongest = (0..=50).rev().map(weaker).find(fits);
        let parts = strongest.unwrap_or([self.light.clamp(0.0, 1.0).powi(3); 3]);
        Colour(parts.map(|part| (screen(part.clamp(0.0, 1.0)) * 255.0).round() / 255.0))
    }

    /// Red, green and blue as light, which can be more than a screen shows.
    fn linear(self) -> [f64; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let long = (self.light + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let mid = (self.light - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.light - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * mid + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * mid - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * mid + 1.707_614_701_0 * short,
        ]
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for part in self.0 {
            write!(
                f,
                "{:02x}",
                (0..=255_u8)
                    .rev()
                    .find(|of| f64::from(*of) <= part * 255.0 + 0.5)
                    .unwrap_or(0)
            )?;
        }
        Ok(())
    }
}

/// A part of a colour as light.
fn linear(part: f64) -> f64 {
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

/// And back.
fn screen(light: f64) -> f64 {
    if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    }
}

#[cfg(test)]
mod tests;
