//! The school's colour in the stylesheet.

use std::sync::Arc;

/// The stylesheet with the school's colour in the place of the theme's, and
/// with ink on it that can be read.
pub(super) fn styled(styles: &Arc<[u8]>, colour: &str) -> Arc<[u8]> {
    let ink = if contrast(luminance(colour), 1.0) >= 4.5 {
        "#ffffff"
    } else {
        "#0b0c0c"
    };
    let mut sheet = styles.to_vec();
    sheet.extend(format!("\n:root{{--brand:{colour};--brand-ink:{ink}}}\n").into_bytes());
    sheet.into()
}

/// The contrast of two luminances (WCAG 2.2, contrast ratio).
fn contrast(one: f64, other: f64) -> f64 {
    let (light, dark) = if one > other {
        (one, other)
    } else {
        (other, one)
    };
    (light + 0.05) / (dark + 0.05)
}

/// The relative luminance of a colour written `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let digits = colour.get(at..at + 2).unwrap_or("00");
        let value = f64::from(u8::from_str_radix(digits, 16).unwrap_or(0)) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ink_can_be_read_on_any_colour() {
        let ink = |colour| {
            let styled = styled(&Vec::new().into(), colour);
            let text = String::from_utf8(styled.to_vec()).expect("a stylesheet is text");
            text.contains("--brand-ink:#ffffff")
        };
        assert!(ink("#1f5d57"));
        assert!(ink("#000000"));
        assert!(!ink("#ffd400"));
        assert!(!ink("#ffffff"));
    }
}
