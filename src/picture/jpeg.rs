//! JPEG: tables, frames and scans are kept, and nothing else.
//!
//! `img-parts` splits the file up to the first scan. What follows it (more
//! scans, with notes between them; a second picture after the end) it hands
//! back as one piece, so that is walked here, marker by marker.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::{Bytes, ImageEXIF, ImageICC};

use super::{Picture, PictureProblem, colour, exif};

/// The picture alone.
pub(super) fn published(bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let jpeg =
        Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).map_err(|_| PictureProblem::Damaged)?;
    if jpeg
        .exif()
        .is_some_and(|notes| exif::asks_to_be_turned(&notes))
    {
        return Err(PictureProblem::Sideways);
    }
    let (width, height) = frame(&jpeg)?;
    let profile = jpeg
        .icc_profile()
        .and_then(|profile| colour::numbers_only(&profile));

    let mut kept = Vec::new();
    let mut ended = false;
    for segment in jpeg.segments() {
        if segment.marker() == markers::SOS {
            // What follows the first scan's head is the file to its end.
            let after = segment.len_with_entropy() - segment.len();
            let scans = scans(&bytes[bytes.len().saturating_sub(after)..])?;
            let head = segment.contents().clone();
            kept.push(JpegSegment::new_with_entropy(markers::SOS, head, scans));
            ended = true;
        } else if let Some(contents) = needed(segment.marker(), segment.contents()) {
            kept.push(JpegSegment::new_with_contents(segment.marker(), contents));
        }
    }
    if !ended {
        return Err(PictureProblem::Damaged);
    }
    let mut clean = jpeg;
    *clean.segments_mut() = kept;
    clean.set_icc_profile(profile.map(Bytes::from));
    Ok(Picture {
        bytes: clean.encoder().bytes().as_ref().into(),
        width,
        height,
    })
}

/// The size that the one frame header states.
fn frame(jpeg: &Jpeg) -> Result<(u32, u32), PictureProblem> {
    let mut frames = jpeg.segments().iter().filter(|segment| {
        matches!(segment.marker(), 0xC0..=0xCF)
            && !matches!(segment.marker(), markers::DHT | markers::JPG | markers::DAC)
    });
    let (Some(frame), None) = (frames.next(), frames.next()) else {
        return Err(PictureProblem::Damaged);
    };
    if !matches!(
        frame.marker(),
        markers::SOF0 | markers::SOF1 | markers::SOF2
    ) {
        return Err(PictureProblem::Unusual);
    }
    match frame.contents().as_ref() {
        [8, h1, h2, w1, w2, components, rest @ ..]
            if rest.len() == usize::from(*components) * 3 =>
        {
            match components {
                1 | 3 => Ok((
                    u32::from(u16::from_be_bytes([*w1, *w2])),
                    u32::from(u16::from_be_bytes([*h1, *h2])),
                )),
                4 => Err(PictureProblem::PrintColours),
                _ => Err(PictureProblem::Unusual),
            }
        }
        [12, ..] => Err(PictureProblem::Unusual),
        _ => Err(PictureProblem::Damaged),
    }
}

/// What of a segment is needed to show the picture; nothing of most.
fn needed(marker: u8, contents: &Bytes) -> Option<Bytes> {
    match marker {
        markers::SOF0
        | markers::SOF1
        | markers::SOF2
        | markers::DHT
        | markers::DQT
        | markers::DRI
        | markers::DNL => Some(contents.clone()),
        // That it is a JFIF file tells a reader how its colours are coded.
        // The small picture that may stand behind is left out.
        markers::APP0 if contents.starts_with(b"JFIF\0") => {
            let mut head = contents.get(..12)?.to_vec();
            head.extend([0, 0]);
            Some(head.into())
        }
        // So does this one, by its last byte.
        markers::APP14 if contents.starts_with(b"Adobe") => {
            let coding = *contents.get(11)?;
            Some([&b"Adobe\0\x64\0\0\0\0"[..], &[coding]].concat().into())
        }
        _ => None,
    }
}

/// The scans up to the end of the picture, without the notes between them.
fn scans(after: &[u8]) -> Result<Bytes, PictureProblem> {
    let mut kept = Vec::with_capacity(after.len());
    let mut rest = after;
    loop {
        let Some(at) = rest.iter().position(|byte| *byte == markers::P) else {
            return Err(PictureProblem::Damaged);
        };
        let (data, tail) = rest.split_at(at);
        kept.extend_from_slice(data);
        let fill = tail.iter().take_while(|byte| **byte == markers::P).count();
        let Some(&marker) = tail.get(fill) else {
            return Err(PictureProblem::Damaged);
        };
        rest = &tail[fill + 1..];
        match marker {
            markers::EOI => {
                kept.extend([markers::P, marker]);
                return Ok(kept.into());
            }
            markers::Z | markers::RST0..=markers::RST7 => kept.extend([markers::P, marker]),
            markers::SOS | markers::DHT | markers::DQT | markers::DRI | markers::DNL => {
                let contents = contents(&mut rest)?;
                kept.extend([markers::P, marker]);
                kept.extend_from_slice(contents);
            }
            markers::APP0..=markers::APP15 | markers::COM => {
                contents(&mut rest)?;
            }
            _ => return Err(PictureProblem::Damaged),
        }
    }
}

/// The length and contents of the segment that `rest` begins with.
fn contents<'b>(rest: &mut &'b [u8]) -> Result<&'b [u8], PictureProblem> {
    let length = match rest {
        [high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])),
        _ => return Err(PictureProblem::Damaged),
    };
    if length < 2 || length > rest.len() {
        return Err(PictureProblem::Damaged);
    }
    let (contents, tail) = rest.split_at(length);
    *rest = tail;
    Ok(contents)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
        let length = u16::try_from(contents.len() + 2).expect("a short segment");
        [&[0xFF, marker], &length.to_be_bytes()[..], contents].concat()
    }

    fn sof(marker: u8, components: u8) -> Vec<u8> {
        let mut contents = vec![8, 0, 2, 0, 3, components];
        for component in 1..=components {
            contents.extend([component, 0x11, 0]);
        }
        segment(marker, &contents)
    }

    /// A JPEG of 3 by 2 pixels with `extra` segments in front of its frame.
    pub(in super::super) fn tiny(extra: &[Vec<u8>]) -> Vec<u8> {
        [
            vec![0xFF, 0xD8],
            segment(0xE0, b"JFIF\0\x01\x02\0\0\x48\0\x48\0\0"),
            extra.concat(),
            segment(0xDB, &[0; 65]),
            sof(0xC0, 3),
            segment(0xC4, &[0; 20]),
            segment(0xDA, &[1, 1, 0, 0, 63, 0]),
            vec![0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9],
        ]
        .concat()
    }

    fn exif(way: u8) -> Vec<u8> {
        let notes = exif::tests::notes(way);
        segment(0xE1, &[&b"Exif\0\0"[..], &notes].concat())
    }

    /// A JPEG with every kind of note that telephones and programs add.
    pub(in super::super) fn laden() -> Vec<u8> {
        let icc = [&b"ICC_PROFILE\0\x01\x01"[..], &colour::tests::profile()].concat();
        let mut whole = tiny(&[
            segment(0xE0, b"JFXX\0\x10CANARY"),
            exif(1),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>XMP-CANARY</x>"),
            segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0CANARY"),
            segment(0xE2, b"MPF\0MM\0*CANARY"),
            segment(0xE2, &icc),
            segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04IPTC-CANARY"),
            segment(0xEE, b"Adobe\0\x64CANA\x01"),
            segment(0xFE, b"COMMENT-CANARY"),
        ]);
        // A second scan with a note before it, and a picture after the end.
        whole.truncate(whole.len() - 2);
        whole.extend(segment(0xFE, b"LATE-CANARY"));
        whole.extend(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
        whole.extend([0x78, 0xFF, 0xFF, 0xD9]);
        whole.extend(tiny(&[segment(0xFE, b"SECOND-CANARY")]));
        whole
    }

    fn holds(bytes: &[u8], word: &[u8]) -> bool {
        bytes.windows(word.len()).any(|window| window == word)
    }

    #[test]
    fn nothing_but_the_picture_is_left() {
        let picture = published(&laden()).expect("a good picture");
        assert!(!holds(&picture.bytes, b"CANA"), "{:?}", picture.bytes);
        for note in [&b"Exif"[..], b"xap", b"MPF", b"8BIM", b"JFXX"] {
            assert!(!holds(&picture.bytes, note));
        }
        assert_eq!((picture.width, picture.height), (3, 2));
        assert!(picture.bytes.ends_with(&[0x78, 0xFF, 0xD9]));
        assert!(holds(
            &picture.bytes,
            &[0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56]
        ));
        assert!(holds(&picture.bytes, b"ICC_PROFILE\0"));
        assert!(holds(&picture.bytes, b"Adobe\0\x64\0\0\0\0\x01"));
    }

    #[test]
    fn a_plain_picture_stays_byte_for_byte() {
        let plain = tiny(&[]);
        let picture = published(&plain).expect("a good picture");
        assert_eq!(*picture.bytes, *plain);
    }

    #[test]
    fn the_small_picture_in_the_head_goes() {
        let mut whole = vec![0xFF, 0xD8];
        whole.extend(segment(
            0xE0,
            b"JFIF\0\x01\x02\0\0\x48\0\x48\x01\x01\xCA\xFE\xBE",
        ));
        whole.extend(&tiny(&[])[20..]);
        let picture = published(&whole).expect("a good picture");
        assert_eq!(*picture.bytes, *tiny(&[]));
    }

    #[test]
    fn a_photo_that_a_note_turns_is_not_published_lying_down() {
        assert!(published(&tiny(&[exif(1)])).is_ok());
        for way in 2..=8 {
            assert_eq!(
                published(&tiny(&[exif(way)])),
                Err(PictureProblem::Sideways)
            );
        }
    }

    #[test]
    fn a_picture_cut_anywhere_is_refused() {
        let whole = tiny(&[exif(1)]);
        for length in 3..whole.len() {
            assert_eq!(
                published(&whole[..length]),
                Err(PictureProblem::Damaged),
                "{length}"
            );
        }
    }

    #[test]
    fn what_browsers_do_not_show_is_refused() {
        let with = |frame: Vec<u8>| {
            let whole = tiny(&[]);
            let start = 20 + 69;
            [&whole[..start], &frame, &whole[start + 19..]].concat()
        };
        assert!(published(&with(sof(0xC2, 3))).is_ok());
        assert!(published(&with(sof(0xC0, 1))).is_ok());
        assert_eq!(
            published(&with(sof(0xC0, 4))),
            Err(PictureProblem::PrintColours)
        );
        assert_eq!(published(&with(sof(0xC3, 3))), Err(PictureProblem::Unusual));
        assert_eq!(published(&with(Vec::new())), Err(PictureProblem::Damaged));
        assert_eq!(
            published(&with([sof(0xC0, 3), sof(0xC0, 3)].concat())),
            Err(PictureProblem::Damaged)
        );
    }
}
