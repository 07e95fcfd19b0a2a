//! The one thing that is read from a photo's hidden notes: which way is up.

/// The Exif tag that says how a picture has to be turned to be upright.
const ORIENTATION: u16 = 0x0112;

/// Whether Exif notes ask for the picture to be turned or mirrored.
///
/// Notes that cannot be read ask for nothing: browsers ignore them too.
pub(super) fn asks_to_be_turned(notes: &[u8]) -> bool {
    orientation(notes).is_some_and(|way| (2..=8).contains(&way))
}

/// The orientation in the first directory of a TIFF structure.
fn orientation(notes: &[u8]) -> Option<u16> {
    // Some programs leave the JPEG prefix in PNG and WebP files too.
    let tiff = notes.strip_prefix(b"Exif\0\0").unwrap_or(notes);
    let little = match tiff.get(..4)? {
        [b'I', b'I', 42, 0] => true,
        [b'M', b'M', 0, 42] => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let two = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    };
    let four = tiff.get(4..8)?.try_into().ok()?;
    let directory = usize::try_from(if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    })
    .ok()?;
    let entries = usize::from(short(directory)?);
    (0..entries)
        .map_while(|entry| {
            let at = directory.checked_add(2 + entry * 12)?;
            Some((at, short(at)?))
        })
        .find(|(_, tag)| *tag == ORIENTATION)
        .and_then(|(at, _)| short(at + 8))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Exif notes with a camera's name, a place, and an orientation.
    pub(in super::super) fn notes(way: u8) -> Vec<u8> {
        let mut notes = b"MM\0\x2A\0\0\0\x08\0\x02".to_vec();
        notes.extend([0x01, 0x0F, 0, 2, 0, 0, 0, 9, 0, 0, 0, 0x26]);
        notes.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0]);
        notes.extend(b"\0\0\0\0GPS-CANARY\0");
        notes
    }

    #[test]
    fn reads_which_way_is_up() {
        assert_eq!(orientation(&notes(1)), Some(1));
        assert_eq!(orientation(&notes(6)), Some(6));
        let little = b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0";
        assert_eq!(orientation(little), Some(8));
        assert!(asks_to_be_turned(&notes(3)) && !asks_to_be_turned(&notes(1)));
    }

    #[test]
    fn notes_that_make_no_sense_ask_for_nothing() {
        for notes in [
            &b""[..],
            b"II\x2A\0",
            b"II\x2A\0\xFF\xFF\xFF\xFF",
            b"MM\0\x2A\0\0\0\x08\xFF\xFF",
            b"hello, hello, hello",
        ] {
            assert!(!asks_to_be_turned(notes));
        }
        assert!(!asks_to_be_turned(&notes(9)));
    }
}
