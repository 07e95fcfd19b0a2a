//! PNG: the chunks that hold pixels or say what colour they are.

use img_parts::png::{Png, PngChunk};
use img_parts::{Bytes, ImageICC};

use super::{Picture, PictureProblem, colour, exif};

/// The picture alone.
pub(super) fn published(bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let png =
        Png::from_bytes(Bytes::copy_from_slice(bytes)).map_err(|_| PictureProblem::Damaged)?;
    let (width, height) = head(&png)?;
    let has = |kind: &[u8; 4]| png.chunk_by_type(*kind).is_some();
    if has(b"acTL") {
        return Err(PictureProblem::Moving);
    }
    let turned = png
        .chunks_by_type(*b"eXIf")
        .any(|chunk| exif::asks_to_be_turned(chunk.contents()));
    if turned {
        return Err(PictureProblem::Sideways);
    }
    if !has(b"IDAT") || !has(b"IEND") {
        return Err(PictureProblem::Damaged);
    }
    let profile = png
        .icc_profile()
        .and_then(|profile| colour::numbers_only(&profile));
    let mut clean = png;
    // An unknown chunk that a reader must know makes the picture unreadable;
    // by the format's own rule that is a capital first letter.
    if clean
        .chunks()
        .iter()
        .any(|chunk| chunk.kind()[0].is_ascii_uppercase() && !needed(chunk))
    {
        return Err(PictureProblem::Damaged);
    }
    clean.chunks_mut().retain(needed);
    clean.set_icc_profile(profile.map(Bytes::from));
    Ok(Picture {
        bytes: clean.encoder().bytes().as_ref().into(),
        width,
        height,
    })
}

/// The size that the header states, which has to come first.
fn head(png: &Png) -> Result<(u32, u32), PictureProblem> {
    let first = png.chunks().first().ok_or(PictureProblem::Damaged)?;
    if first.kind() != *b"IHDR" || png.chunks_by_type(*b"IHDR").count() != 1 {
        return Err(PictureProblem::Damaged);
    }
    let [w1, w2, w3, w4, h1, h2, h3, h4, depth, colours, 0, 0, 0 | 1] = first.contents().as_ref()
    else {
        return Err(PictureProblem::Damaged);
    };
    match (colours, depth) {
        (0, 1 | 2 | 4 | 8 | 16) | (2 | 4 | 6, 8 | 16) | (3, 1 | 2 | 4 | 8) => Ok((
            u32::from_be_bytes([*w1, *w2, *w3, *w4]),
            u32::from_be_bytes([*h1, *h2, *h3, *h4]),
        )),
        _ => Err(PictureProblem::Damaged),
    }
}

/// Whether a chunk is needed to show the picture in its colours.
///
/// Each has a length that leaves no room for anything else. The profile is
/// not among them: it is put back without its words.
fn needed(chunk: &PngChunk) -> bool {
    let length = chunk.contents().len();
    match &chunk.kind() {
        b"IHDR" | b"IDAT" => true,
        b"IEND" => length == 0,
        b"PLTE" => length <= 768 && length.is_multiple_of(3),
        b"tRNS" => length <= 256,
        b"gAMA" | b"cICP" => length == 4,
        b"cHRM" => length == 32,
        b"sRGB" => length == 1,
        b"sBIT" => length <= 4,
        b"bKGD" => length <= 6,
        b"pHYs" => length == 9,
        _ => false,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn chunk(kind: [u8; 4], contents: &[u8]) -> Vec<u8> {
        let chunk = PngChunk::new(kind, Bytes::copy_from_slice(contents));
        chunk.encoder().bytes().to_vec()
    }

    fn around(head: &[u8], extra: &[Vec<u8>]) -> Vec<u8> {
        [
            b"\x89PNG\r\n\x1A\n".to_vec(),
            chunk(*b"IHDR", head),
            extra.concat(),
            chunk(*b"IDAT", b"\x78\x9C\x63\x00\x00\x00\x02\x00\x01"),
            chunk(*b"IEND", b""),
        ]
        .concat()
    }

    /// A grey PNG of one pixel with `extra` chunks behind its header.
    pub(in super::super) fn tiny(extra: &[Vec<u8>]) -> Vec<u8> {
        around(b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0", extra)
    }

    /// A PNG that states a size.
    pub(in super::super) fn sized(width: u32, height: u32) -> Vec<u8> {
        let head = [
            &width.to_be_bytes()[..],
            &height.to_be_bytes(),
            b"\x08\0\0\0\0",
        ];
        around(&head.concat(), &[])
    }

    /// A PNG with every kind of note.
    pub(in super::super) fn laden() -> Vec<u8> {
        let mut with_profile = Png::from_bytes(tiny(&[]).into()).expect("a good picture");
        with_profile.set_icc_profile(Some(colour::tests::profile().into()));
        let profile = with_profile.chunk_by_type(*b"iCCP").expect("a profile");
        let named = [b"CANARY", &profile.contents()[3..]].concat();
        let mut whole = tiny(&[
            chunk(*b"iCCP", &named),
            chunk(*b"gAMA", b"\0\0\xB1\x8F"),
            chunk(*b"sBIT", b"SBIT-CANARY"),
            chunk(*b"tEXt", b"Author\0TEXT-CANARY"),
            chunk(*b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0XMP-CANARY"),
            chunk(*b"zTXt", b"Comment\0\0CANARY"),
            chunk(*b"eXIf", &exif::tests::notes(1)),
            chunk(*b"tIME", b"\x07\xEA\x09\x0A\x08\x1E\0"),
            chunk(*b"prVt", b"PRIVATE-CANARY"),
        ]);
        whole.extend(b"TRAILING-CANARY");
        whole
    }

    #[test]
    fn nothing_but_the_picture_is_left() {
        let picture = published(&laden()).expect("a good picture");
        let png = Png::from_bytes(Bytes::copy_from_slice(&picture.bytes)).expect("a picture");
        let kinds: Vec<[u8; 4]> = png.chunks().iter().map(PngChunk::kind).collect();
        assert_eq!(kinds, [*b"IHDR", *b"iCCP", *b"gAMA", *b"IDAT", *b"IEND"]);
        assert!(!picture.bytes.windows(6).any(|six| six == b"CANARY"));
        let profile = png.icc_profile().expect("its numbers are kept");
        assert!(!profile.windows(4).any(|four| four == b"CANA"));
    }

    #[test]
    fn a_plain_picture_stays_byte_for_byte() {
        let plain = tiny(&[chunk(*b"sRGB", b"\0"), chunk(*b"pHYs", &[0; 9])]);
        assert_eq!(*published(&plain).expect("a good picture").bytes, *plain);
    }

    #[test]
    fn turned_moving_and_cut_pictures_are_refused() {
        let turned = tiny(&[chunk(*b"eXIf", &exif::tests::notes(8))]);
        assert_eq!(published(&turned), Err(PictureProblem::Sideways));
        let moving = tiny(&[chunk(*b"acTL", b"\0\0\0\x02\0\0\0\0")]);
        assert_eq!(published(&moving), Err(PictureProblem::Moving));
        let unknown = tiny(&[chunk(*b"NEWS", b"")]);
        assert_eq!(published(&unknown), Err(PictureProblem::Damaged));
        let whole = tiny(&[]);
        for length in 8..whole.len() {
            assert_eq!(published(&whole[..length]), Err(PictureProblem::Damaged));
        }
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut forged = tiny(&[]);
        forged[45] ^= 1;
        assert_eq!(published(&forged), Err(PictureProblem::Damaged));
        let odd = around(b"\0\0\0\x01\0\0\0\x01\x07\0\0\0\0", &[]);
        assert_eq!(published(&odd), Err(PictureProblem::Damaged));
    }
}
