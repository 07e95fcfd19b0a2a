//! Colour profiles, without the words in them.
//!
//! A picture without a profile is taken to be sRGB, which is what most are.
//! Others (an iPhone's Display P3) would look dull without theirs, so a
//! profile is kept where it is of the plain kind: three primaries and three
//! curves, or one curve of grey. It is written anew from those numbers alone:
//! a profile as it was found also names its maker, its screen, the day it was
//! made, and holds whatever else somebody put there. A profile of any other
//! kind is dropped.

/// The tags that say what the colours are, with the least that a reader needs.
const TAGS: [&[u8; 4]; 10] = [
    b"wtpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"cicp",
];

/// The longest curve that is copied: one entry for each 16-bit value would be
/// 131,072 bytes, and no camera writes more than 4,096 entries.
const LONGEST_CURVE: usize = 12 + 2 * 4_096;

/// The profile with its numbers only, or nothing where it is of another kind.
pub(super) fn numbers_only(profile: &[u8]) -> Option<Vec<u8>> {
    let head = profile.get(..128)?;
    let grey = match head.get(16..20)? {
        b"RGB " => false,
        b"GRAY" => true,
        _ => return None,
    };
    if head.get(36..40)? != b"acsp" || head.get(20..24)? != b"XYZ " {
        return None;
    }
    let tags = tags(profile)?;
    let has = |name: &[u8; 4]| tags.iter().any(|(tag, _)| tag == name);
    let needed: &[&[u8; 4]] = if grey {
        &[b"wtpt", b"kTRC"]
    } else {
        &[
            b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC",
        ]
    };
    if !needed.iter().all(|name| has(name)) {
        return None;
    }
    Some(written(head, &tags))
}

/// The known tags of a profile, each with its numbers in their exact length.
fn tags(profile: &[u8]) -> Option<Vec<([u8; 4], Vec<u8>)>> {
    let count = number(profile, 128)?;
    let mut tags = Vec::new();
    for entry in 0..count.min(100) {
        let at = 132 + entry * 12;
        let name: [u8; 4] = profile.get(at..at + 4)?.try_into().ok()?;
        if !TAGS.contains(&&name) || tags.iter().any(|(tag, _)| *tag == name) {
            continue;
        }
        let (start, length) = (number(profile, at + 4)?, number(profile, at + 8)?);
        let data = profile.get(start..start.checked_add(length)?)?;
        tags.push((name, exact(data)?));
    }
    Some(tags)
}

/// A tag's data, no longer than its own type says it is.
fn exact(data: &[u8]) -> Option<Vec<u8>> {
    let length = match data.get(..4)? {
        b"XYZ " => 20,
        b"sf32" => 8 + 9 * 4,
        b"cicp" => 12,
        b"curv" => 12 + 2 * number(data, 8)?,
        b"para" => {
            let [0, function] = data.get(8..10)? else {
                return None;
            };
            12 + 4 * [1, 3, 4, 5, 7].get(usize::from(*function))?
        }
        _ => return None,
    };
    if length > LONGEST_CURVE {
        return None;
    }
    let mut exact = data.get(..length)?.to_vec();
    // Reserved by the format, so whatever stands there is not a number.
    exact[4..8].fill(0);
    if exact.starts_with(b"para") {
        exact[10..12].fill(0);
    }
    Some(exact)
}

/// A profile of its own, with a head that names nobody.
fn written(head: &[u8], tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let words = |four: &[u8; 4]| -> Vec<u8> {
        match four {
            // The format asks for a name and for a word on copying.
            b"desc" => text_description("RGB"),
            _ => [&b"text\0\0\0\0"[..], b"CC0\0"].concat(),
        }
    };
    let mut all: Vec<([u8; 4], Vec<u8>)> =
        vec![(*b"desc", words(b"desc")), (*b"cprt", words(b"cprt"))];
    all.extend(tags.iter().cloned());

    let mut kept = vec![0; 128];
    // Version, class and colour spaces; the intent; the illuminant of the
    // format itself. The maker, the model, the day and the digest stay empty.
    kept[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    kept[12..16].copy_from_slice(b"mntr");
    kept[16..24].copy_from_slice(&head[16..24]);
    kept[36..40].copy_from_slice(b"acsp");
    kept[68..80].copy_from_slice(&[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]);
    kept.extend(four(all.len()));
    let mut at = 132 + all.len() * 12;
    let mut body = Vec::new();
    for (name, data) in &all {
        kept.extend(name);
        kept.extend(four(at + body.len()));
        kept.extend(four(data.len()));
        body.extend(data);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    kept.extend(body);
    at = kept.len();
    kept[..4].copy_from_slice(&four(at));
    kept
}

/// The format's own shape for a short name.
fn text_description(name: &str) -> Vec<u8> {
    let mut data = b"desc\0\0\0\0".to_vec();
    data.extend(four(name.len() + 1));
    data.extend(name.as_bytes());
    data.push(0);
    // No Unicode name and no Macintosh one.
    data.extend([0; 4 + 4 + 2 + 1 + 67]);
    data
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

fn four(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A profile of the plain kind that also says who made it.
    pub(in super::super) fn profile() -> Vec<u8> {
        let mut head = vec![0; 128];
        head[4..8].copy_from_slice(b"CANA");
        head[16..24].copy_from_slice(b"RGB XYZ ");
        head[36..40].copy_from_slice(b"acsp");
        head[80..84].copy_from_slice(b"CANA");
        let xyz = |n: u8| [&b"XYZ CANA"[..], &[n; 12], b"PROFILE-CANARY"].concat();
        let curve = || b"curvCANA\0\0\0\x01\x02\x33".to_vec();
        let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
            (
                b"desc",
                b"desc\0\0\0\0\0\0\0\x10PROFILE-CANARY\0\0".to_vec(),
            ),
            (b"wtpt", xyz(1)),
            (b"rXYZ", xyz(2)),
            (b"gXYZ", xyz(3)),
            (b"bXYZ", xyz(4)),
        ];
        for name in [b"rTRC", b"gTRC", b"bTRC"] {
            tags.push((name, curve()));
        }
        let mut profile = head;
        profile.extend(four(tags.len()));
        let mut at = 132 + tags.len() * 12;
        for (name, data) in &tags {
            profile.extend(*name);
            profile.extend(four(at));
            profile.extend(four(data.len()));
            at += data.len();
        }
        profile.extend(tags.into_iter().flat_map(|(_, data)| data));
        profile
    }

    #[test]
    fn keeps_the_numbers_and_none_of_the_words() {
        let kept = numbers_only(&profile()).expect("a plain profile");
        assert!(!kept.windows(4).any(|four| four == b"CANA"));
        let before = tags(&profile()).expect("tags");
        let after = tags(&kept).expect("tags");
        assert_eq!(before, after);
        assert_eq!(number(&kept, 0), Some(kept.len()));
        assert_eq!(numbers_only(&kept).as_ref(), Some(&kept));
    }

    #[test]
    fn other_kinds_are_dropped() {
        let mut print = profile();
        print[16..20].copy_from_slice(b"CMYK");
        assert_eq!(numbers_only(&print), None);
        assert_eq!(numbers_only(b""), None);
        let whole = profile();
        for length in 0..whole.len() - 4 {
            let _ = numbers_only(&whole[..length]);
        }
        assert_eq!(numbers_only(&whole[..200]), None);
    }
}
