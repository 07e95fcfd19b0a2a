//! Colours, against figures that others have published.

use super::{Colour, Screen, pairs};

fn read(written: &str) -> Colour {
    Colour::read(written).expect("a colour")
}

#[test]
fn contrasts_are_those_of_the_standard() {
    let white = read("#ffffff");
    for (colour, contrast) in [
        ("#000000", 21.0),
        ("#767676", 4.54),
        ("#777777", 4.48),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
        ("#ffffff", 1.0),
    ] {
        let found = read(colour).contrast(white);
        assert!((found - contrast).abs() < 0.01, "{colour}: {found}");
    }
}

#[test]
fn what_is_no_colour_is_not_read() {
    for written in ["1f5d57", "#1f5d5", "#1f5d5x", "#1f5d577", "#é5d57"] {
        assert!(Colour::read(written).is_none(), "{written}");
    }
}

#[test]
fn ink_can_be_read_on_every_colour() {
    for red in (0..=255).step_by(15) {
        for green in (0..=255).step_by(3) {
            for blue in (0..=255).step_by(15) {
                let colour = read(&format!("#{red:02x}{green:02x}{blue:02x}"));
                let contrast = colour.contrast(read(colour.ink()));
                assert!(contrast >= 4.5, "{colour}: {contrast}");
            }
        }
    }
}

#[test]
fn the_nearest_colour_keeps_its_hue_and_is_itself_where_it_is_good() {
    let yellow = read("#ffd400");
    assert_eq!(
        yellow.nearest(|_| true).map(|of| of.to_string()),
        Some("#ffd400".to_owned())
    );
    let darker = yellow.nearest(|of| of.contrast(read("#ffffff")) >= 4.5);
    let darker = darker.expect("a dark yellow");
    assert!(darker.contrast(read("#ffffff")) >= 4.5);
    assert!((darker.look().hue - yellow.look().hue).abs() < 0.05);
    assert!(yellow.nearest(|_| false).is_none());
}

#[test]
fn a_colour_is_written_as_it_was_read() {
    for written in ["#000000", "#1f5d57", "#ffd400", "#0b0c0c", "#ffffff"] {
        assert_eq!(read(written).to_string(), written);
    }
}

#[test]
fn every_pair_passes_with_the_colours_of_the_theme() {
    for screen in [Screen::Light, Screen::Dark] {
        let brand = if screen == Screen::Light {
            "#14524d"
        } else {
            "#1a5d57"
        };
        for pair in pairs() {
            let contrast = pair.contrast(read(brand), screen);
            assert!(contrast >= pair.least, "{}: {contrast}", pair.what);
        }
    }
}
