//! WebP: the picture, its transparency, and the numbers of its colours.

use img_parts::Bytes;
use img_parts::riff::{RiffChunk, RiffContent};

use super::{Picture, PictureProblem, colour, exif};

/// Flags of the extended header.
const MOVES: u8 = 0x02;
const TRANSPARENT: u8 = 0x10;
const PROFILED: u8 = 0x20;

/// The picture alone.
pub(super) fn published(bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let riff = RiffChunk::from_bytes(Bytes::copy_from_slice(bytes))
        .map_err(|_| PictureProblem::Damaged)?;
    let RiffContent::List { subchunks, .. } = riff.content() else {
        return Err(PictureProblem::Damaged);
    };
    let one = |id: &[u8; 4]| -> Option<&Bytes> {
        subchunks
            .iter()
            .find(|chunk| chunk.id() == *id)
            .and_then(|chunk| chunk.content().data())
    };
    let extended = one(b"VP8X");
    let moves = extended.is_some_and(|head| head.first().is_some_and(|flags| flags & MOVES != 0));
    if moves || one(b"ANIM").is_some() || one(b"ANMF").is_some() {
        return Err(PictureProblem::Moving);
    }
    if one(b"EXIF").is_some_and(|notes| exif::asks_to_be_turned(notes)) {
        return Err(PictureProblem::Sideways);
    }
    let (id, pixels, (width, height)) = match (one(b"VP8 "), one(b"VP8L")) {
        (Some(pixels), None) => (*b"VP8 ", pixels, lossy(pixels)?),
        (None, Some(pixels)) => (*b"VP8L", pixels, lossless(pixels)?),
        _ => return Err(PictureProblem::Damaged),
    };

    let chunk = |id: [u8; 4], data: Bytes| RiffChunk::new(id, RiffContent::Data(data));
    let mut kept = Vec::new();
    if let Some(head) = extended {
        let profile = one(b"ICCP").and_then(|profile| colour::numbers_only(profile));
        kept.push(chunk(
            *b"VP8X",
            header(head, profile.is_some(), (width, height))?,
        ));
        kept.extend(profile.map(|profile| chunk(*b"ICCP", profile.into())));
        if id == *b"VP8 " {
            kept.extend(one(b"ALPH").map(|alpha| chunk(*b"ALPH", alpha.clone())));
        }
    }
    kept.push(chunk(id, pixels.clone()));
    let clean = RiffContent::List {
        kind: Some(*b"WEBP"),
        subchunks: kept,
    };
    Ok(Picture {
        bytes: RiffChunk::new(*b"RIFF", clean)
            .encoder()
            .bytes()
            .as_ref()
            .into(),
        width,
        height,
    })
}

/// The extended header, with no flag for what was left out.
fn header(
    head: &[u8],
    profiled: bool,
    (width, height): (u32, u32),
) -> Result<Bytes, PictureProblem> {
    let [flags, _, _, _, w1, w2, w3, h1, h2, h3] = head else {
        return Err(PictureProblem::Damaged);
    };
    let canvas = (
        u32::from_le_bytes([*w1, *w2, *w3, 0]) + 1,
        u32::from_le_bytes([*h1, *h2, *h3, 0]) + 1,
    );
    if canvas != (width, height) {
        return Err(PictureProblem::Damaged);
    }
    let kept = flags & TRANSPARENT | if profiled { PROFILED } else { 0 };
    Ok(vec![kept, 0, 0, 0, *w1, *w2, *w3, *h1, *h2, *h3].into())
}

/// The size in the head of a lossy picture.
fn lossy(pixels: &[u8]) -> Result<(u32, u32), PictureProblem> {
    match pixels {
        [tag, _, _, 0x9D, 0x01, 0x2A, w1, w2, h1, h2, ..] if tag & 1 == 0 => Ok((
            u32::from(u16::from_le_bytes([*w1, *w2]) & 0x3FFF),
            u32::from(u16::from_le_bytes([*h1, *h2]) & 0x3FFF),
        )),
        _ => Err(PictureProblem::Damaged),
    }
}

/// The size in the head of a lossless picture.
fn lossless(pixels: &[u8]) -> Result<(u32, u32), PictureProblem> {
    match pixels {
        [0x2F, b1, b2, b3, b4, ..] => {
            let bits = u32::from_le_bytes([*b1, *b2, *b3, *b4]);
            Ok(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        _ => Err(PictureProblem::Damaged),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    const LOSSY: &[u8] = b"\x10\0\0\x9D\x01\x2A\x03\0\x02\0PIXELS";
    const LOSSLESS: &[u8] = b"\x2F\x02\x40\0\0PIXELS";

    fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let subchunks = chunks
            .iter()
            .map(|(id, data)| RiffChunk::new(**id, RiffContent::Data(Bytes::copy_from_slice(data))))
            .collect();
        let content = RiffContent::List {
            kind: Some(*b"WEBP"),
            subchunks,
        };
        RiffChunk::new(*b"RIFF", content).encoder().bytes().to_vec()
    }

    /// The shortest kind: one chunk of pixels.
    pub(in super::super) fn simple() -> Vec<u8> {
        riff(&[(b"VP8 ", LOSSY)])
    }

    /// An extended file with every kind of note.
    pub(in super::super) fn laden() -> Vec<u8> {
        let mut whole = riff(&[
            (b"VP8X", b"\x3C\0\0\0\x02\0\0\x01\0\0"),
            (b"ICCP", &colour::tests::profile()),
            (b"ALPH", b"\0ALPHA"),
            (b"VP8 ", LOSSY),
            (b"EXIF", &exif::tests::notes(1)),
            (b"XMP ", b"<x>XMP-CANARY</x>"),
            (b"NOTE", b"PRIVATE-CANARY"),
        ]);
        whole.extend(b"TRAILING-CANARY");
        whole
    }

    #[test]
    fn nothing_but_the_picture_is_left() {
        let picture = published(&laden()).expect("a good picture");
        assert!(!picture.bytes.windows(4).any(|four| four == b"CANA"));
        let profile = colour::numbers_only(&colour::tests::profile()).expect("plain");
        let wanted = riff(&[
            (b"VP8X", b"\x30\0\0\0\x02\0\0\x01\0\0"),
            (b"ICCP", &profile),
            (b"ALPH", b"\0ALPHA"),
            (b"VP8 ", LOSSY),
        ]);
        assert_eq!(*picture.bytes, *wanted);
        assert_eq!((picture.width, picture.height), (3, 2));
    }

    #[test]
    fn plain_pictures_stay_byte_for_byte() {
        for plain in [simple(), riff(&[(b"VP8L", LOSSLESS)])] {
            let picture = published(&plain).expect("a good picture");
            assert_eq!(*picture.bytes, *plain);
            assert_eq!((picture.width, picture.height), (3, 2));
        }
    }

    #[test]
    fn turned_moving_and_cut_pictures_are_refused() {
        let turned = riff(&[(b"VP8 ", LOSSY), (b"EXIF", &exif::tests::notes(6))]);
        assert_eq!(published(&turned), Err(PictureProblem::Sideways));
        let moving = riff(&[
            (b"VP8X", b"\x02\0\0\0\x02\0\0\x01\0\0"),
            (b"ANIM", &[0; 6]),
            (b"ANMF", &[0; 24]),
        ]);
        assert_eq!(published(&moving), Err(PictureProblem::Moving));
        let whole = simple();
        for length in 12..whole.len() {
            assert_eq!(published(&whole[..length]), Err(PictureProblem::Damaged));
        }
        let forged = riff(&[(b"VP8X", b"\0\0\0\0\x09\0\0\x01\0\0"), (b"VP8 ", LOSSY)]);
        assert_eq!(published(&forged), Err(PictureProblem::Damaged));
        let both = riff(&[(b"VP8 ", LOSSY), (b"VP8L", LOSSLESS)]);
        assert_eq!(published(&both), Err(PictureProblem::Damaged));
    }
}
