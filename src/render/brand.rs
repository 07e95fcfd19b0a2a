//! The school's colour in the stylesheet.

use std::sync::Arc;

use crate::colour::Colour;

/// The stylesheet with the school's colour in the place of the theme's, and
/// with ink on it that can be read. Which colours meet is listed in
/// [`crate::colour::pairs()`].
pub(super) fn styled(styles: &Arc<[u8]>, colour: &str) -> Arc<[u8]> {
    let ink = Colour::read(colour).map_or("#ffffff", Colour::ink);
    let mut sheet = styles.to_vec();
    sheet.extend(format!("\n:root{{--brand:{colour};--brand-ink:{ink}}}\n").into_bytes());
    sheet.into()
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
