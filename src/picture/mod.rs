//! Makes a picture fit to be published.
//!
//! In: the bytes of a file under `images/`. Out: a [`Picture`], the same
//! pixels with everything that is not needed to show them left out, and its
//! size; or a [`PictureProblem`] in an editor's words. A photograph from a
//! telephone says where and when it was taken, on whose telephone, and often
//! holds a second, uncropped picture of the same children: none of that may
//! reach a reader. What is kept is therefore listed, and whatever is not on
//! the list is dropped; nothing is ever kept because nobody thought of it.
//! Must never change a pixel, and never publish what it could not read.

mod colour;
mod exif;
mod jpeg;
mod png;
mod svg;
mod webp;

use std::fmt;
use std::sync::Arc;

/// No picture of a page is wider or higher than this, in pixels.
const LONGEST_SIDE: u32 = 12_000;

/// Nor has it more pixels than this: a tablet holds four bytes for each.
const MOST_PIXELS: u64 = 64_000_000;

/// A picture as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file, without metadata.
    pub bytes: Arc<[u8]>,
    /// Width in pixels; in an SVG, in units of its own drawing.
    pub width: u32,
    /// Height, in the same units.
    pub height: u32,
}

/// Why a picture cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureProblem {
    /// The name does not end like a picture that is published here.
    Kind,
    /// The file is of another kind than its name says.
    Misnamed {
        /// What it is: `PNG`, or nothing where it is no picture at all.
        is: Option<&'static str>,
    },
    /// The file is cut short or damaged.
    Damaged,
    /// A hidden note says that the picture has to be turned to be upright.
    Sideways,
    /// The picture moves.
    Moving,
    /// The colours are for a printing press.
    PrintColours,
    /// The picture is saved in a way that browsers do not show.
    Unusual,
    /// The picture is too large, or has no size at all.
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// A drawing does not say how large it is.
    Unsized,
    /// A drawing can do more than be looked at.
    Active {
        /// The element or attribute: `script`, `onload`.
        what: String,
    },
    /// A drawing fetches something from elsewhere.
    Fetches {
        /// What it would fetch.
        what: String,
    },
    /// A drawing holds notes of the program or the person that made it.
    Notes {
        /// The element or attribute: `metadata`.
        what: String,
    },
}

impl PictureProblem {
    /// What is wrong, to an office editor.
    pub fn message(&self) -> String {
        match self {
            PictureProblem::Kind => {
                "this file is not a kind of picture that can be published".to_owned()
            }
            PictureProblem::Misnamed { is: Some(kind) } => {
                format!("this file is a {kind} picture, but its name says something else")
            }
            PictureProblem::Misnamed { is: None } => {
                "this file is not the kind of picture that its name says".to_owned()
            }
            PictureProblem::Damaged => "this picture is cut short or damaged".to_owned(),
            PictureProblem::Sideways => "this photo would be shown lying on its side or upside \
                 down: it is upright only by a hidden note, and hidden notes are not published"
                .to_owned(),
            PictureProblem::Moving => {
                "this picture moves, and readers could not stop it".to_owned()
            }
            PictureProblem::PrintColours => {
                "this picture is saved in the colours of a printing press (CMYK)".to_owned()
            }
            PictureProblem::Unusual => {
                "this picture is saved in a way that many browsers cannot show".to_owned()
            }
            PictureProblem::Size { width, height } if *width == 0 || *height == 0 => {
                "this picture has no width or no height".to_owned()
            }
            PictureProblem::Size { width, height } => {
                format!("this picture is far too large for a page: {width} by {height} pixels")
            }
            PictureProblem::Unsized => "this drawing does not say how large it is".to_owned(),
            PictureProblem::Active { what } => {
                format!("this drawing can do more than be looked at: it has “{what}” in it")
            }
            PictureProblem::Fetches { what } => {
                format!("this drawing fetches something from outside itself: “{what}”")
            }
            PictureProblem::Notes { what } => {
                format!("this drawing holds hidden notes of the program that made it: “{what}”")
            }
        }
    }

    /// What to do about it, to an office editor.
    pub fn help(&self) -> String {
        match self {
            PictureProblem::Kind => {
                "Open it and save it as a JPEG, PNG, WebP or plain SVG file: its name then ends in \
                 .jpg, .png, .webp or .svg."
            }
            PictureProblem::Misnamed { is: Some("JPEG") } => {
                "Give it a name that ends in .jpg, here and wherever it is used."
            }
            PictureProblem::Misnamed { is: Some("PNG") } => {
                "Give it a name that ends in .png, here and wherever it is used."
            }
            PictureProblem::Misnamed { is: Some("WebP") } => {
                "Give it a name that ends in .webp, here and wherever it is used."
            }
            PictureProblem::Misnamed { is: _ } => {
                "Open it in a picture editor and save it again as JPEG or PNG; changing the name \
                 alone is not enough."
            }
            PictureProblem::Damaged => {
                "Fetch it again from where it came from, or open it in a picture editor and save \
                 it again."
            }
            PictureProblem::Sideways => {
                "Open it in a picture editor, turn it the right way up if it is not, and save it \
                 again."
            }
            PictureProblem::Moving => {
                "Use a still picture instead: something that moves by itself keeps some readers \
                 from reading on."
            }
            PictureProblem::PrintColours | PictureProblem::Unusual => {
                "Open it in a picture editor and save it again as an ordinary JPEG or PNG for the \
                 web (RGB colours)."
            }
            PictureProblem::Size { .. } => {
                "Open it in a picture editor, make it about 1,600 pixels wide, and save it again."
            }
            PictureProblem::Unsized => {
                "Save the drawing again with a “viewBox”, or save it as a PNG instead."
            }
            PictureProblem::Active { .. }
            | PictureProblem::Fetches { .. }
            | PictureProblem::Notes { .. } => {
                "Save it again as “plain SVG” or “optimised SVG”, without metadata, or save it as \
                 a PNG instead."
            }
        }
        .to_owned()
    }
}

impl fmt::Display for PictureProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// The picture as it may be published, without anything but the picture.
///
/// `path` says by its ending what the file claims to be. The pixels stay as
/// they were, bit for bit: nothing is decoded and saved anew.
///
/// # Errors
/// What an editor has to mend first.
pub fn published(path: &str, bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let (_, ending) = path.rsplit_once('.').unwrap_or_default();
    let claims = match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "JPEG",
        "png" => "PNG",
        "webp" => "WebP",
        "svg" => "SVG",
        _ => return Err(PictureProblem::Kind),
    };
    let is = kind(bytes);
    if bytes.is_empty() {
        return Err(PictureProblem::Damaged);
    }
    if claims != "SVG" && is != Some(claims) || claims == "SVG" && is.is_some() {
        return Err(PictureProblem::Misnamed { is });
    }
    let picture = match claims {
        "JPEG" => jpeg::published(bytes)?,
        "PNG" => png::published(bytes)?,
        "WebP" => webp::published(bytes)?,
        _ => svg::published(bytes)?,
    };
    let (width, height) = (picture.width, picture.height);
    let pixels = u64::from(width) * u64::from(height);
    if width == 0 || height == 0 || width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS {
        return Err(PictureProblem::Size { width, height });
    }
    Ok(picture)
}

/// What a file is by its first bytes.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("JPEG"),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some("PNG"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("WebP"),
        [b'G', b'I', b'F', b'8', ..] => Some("GIF"),
        [b'B', b'M', ..] => Some("BMP"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("HEIC or AVIF"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn every_problem() -> Vec<PictureProblem> {
        let what = || "script".to_owned();
        vec![
            PictureProblem::Kind,
            PictureProblem::Misnamed { is: Some("PNG") },
            PictureProblem::Misnamed { is: None },
            PictureProblem::Damaged,
            PictureProblem::Sideways,
            PictureProblem::Moving,
            PictureProblem::PrintColours,
            PictureProblem::Unusual,
            PictureProblem::Size {
                width: 0,
                height: 4,
            },
            PictureProblem::Size {
                width: 90_000,
                height: 4,
            },
            PictureProblem::Unsized,
            PictureProblem::Active { what: what() },
            PictureProblem::Fetches { what: what() },
            PictureProblem::Notes { what: what() },
        ]
    }

    #[test]
    fn every_problem_says_what_is_wrong_and_what_to_do() {
        for problem in every_problem() {
            assert!(problem.to_string().starts_with("this "), "{problem}");
            assert!(problem.help().ends_with('.'), "{}", problem.help());
            assert!(!problem.message().contains("  "), "{problem}");
        }
    }

    #[test]
    fn the_name_has_to_say_what_the_file_is() {
        let png = png::tests::tiny(&[]);
        let webp = webp::tests::simple();
        assert!(published("images/a.PNG", &png).is_ok());
        assert_eq!(
            published("a.jpg", &png),
            Err(PictureProblem::Misnamed { is: Some("PNG") })
        );
        assert_eq!(
            published("a.svg", &webp),
            Err(PictureProblem::Misnamed { is: Some("WebP") })
        );
        assert_eq!(
            published("a.png", b"GIF89a"),
            Err(PictureProblem::Misnamed { is: Some("GIF") })
        );
        assert_eq!(published("a.gif", b"GIF89a"), Err(PictureProblem::Kind));
        assert_eq!(published("png", &png), Err(PictureProblem::Kind));
        assert_eq!(published("a.png", b""), Err(PictureProblem::Damaged));
    }

    #[test]
    fn a_picture_of_no_size_or_of_an_absurd_one_is_refused() {
        for (width, height) in [(0, 1), (12_001, 1), (9_000, 9_000), (u32::MAX, u32::MAX)] {
            let problem = published("a.png", &png::tests::sized(width, height));
            assert_eq!(problem, Err(PictureProblem::Size { width, height }));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..400),
            head in 0usize..6,
            ending in prop::sample::select(vec!["jpg", "png", "webp", "svg"]),
        ) {
            let heads: [Vec<u8>; 6] = [
                Vec::new(),
                vec![0xFF, 0xD8, 0xFF],
                png::tests::tiny(&[])[..33].to_vec(),
                b"RIFF\x80\x00\x00\x00WEBP".to_vec(),
                b"<svg viewBox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'".to_vec(),
                jpeg::tests::tiny(&[]),
            ];
            let whole = [heads[head].clone(), bytes].concat();
            let _ = published(&format!("a.{ending}"), &whole);
        }

        #[test]
        fn a_cut_or_changed_picture_never_makes_it_panic(
            cut in 0usize..300, at in 0usize..300, to in any::<u8>(), which in 0usize..4,
        ) {
            let (name, mut bytes) = match which {
                0 => ("a.jpg", jpeg::tests::laden()),
                1 => ("a.png", png::tests::laden()),
                2 => ("a.webp", webp::tests::laden()),
                _ => ("a.svg", svg::tests::DRAWING.as_bytes().to_vec()),
            };
            let length = bytes.len();
            bytes[at % length] = to;
            bytes.truncate(length - cut % length);
            let _ = published(name, &bytes);
        }

        #[test]
        fn what_was_published_is_published_again_as_it_is(which in 0usize..4) {
            let (name, bytes) = match which {
                0 => ("a.jpg", jpeg::tests::laden()),
                1 => ("a.png", png::tests::laden()),
                2 => ("a.webp", webp::tests::laden()),
                _ => ("a.svg", svg::tests::DRAWING.as_bytes().to_vec()),
            };
            let once = published(name, &bytes).expect("a good picture");
            let twice = published(name, &once.bytes).expect("still a good picture");
            prop_assert_eq!(once, twice);
        }
    }
}
