//! Photographs of people: what is found in what an editor says of one, and
//! what of one is published.

use std::fs;
use std::path::Path;

use crate::site::SiteTest;

/// A word in what a camera hides in a picture.
const HIDDEN: &[u8] = b"Qzwhere";

/// A photograph with a place and a remark hidden in it.
fn photo() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/garden.jpg");
    let plain = fs::read(path).expect("a picture");
    let (start, rest) = plain.split_at(2);
    // One entry: the place (GPS), written behind the list.
    let mut exif =
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    // The north of what is hidden: one text.
    exif.extend(b"\x01\0\x1b\0\x02\0\x07\0\0\0\x2c\0\0\0\0\0\0\0");
    exif.extend(HIDDEN);
    let segment = |mark: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).expect("a short segment");
        [&[0xff, mark], &length.to_be_bytes()[..], body].concat()
    };
    [start, &segment(0xe1, &exif), &segment(0xfe, HIDDEN), rest].concat()
}

fn entry(file: &str, checked: &str) -> String {
    format!(
        "[[image]]\nfile = \"{file}\"\nalt = \"A child jumps into a sandpit\"\nuse = \"website\"\n\
         consent = \"photo register 2026/14\"\nconsented = [\"website\"]\nchecked = {checked}\n\n"
    )
}

fn site(file: &str, checked: &str) -> SiteTest {
    let page = format!("+++\ntitle = \"Phones in school\"\n+++\n\n![A jump](../images/{file})\n");
    SiteTest::base()
        .bytes(&format!("content/images/{file}"), photo())
        .file("content/images.toml", entry(file, checked))
        .file("content/parents/phones.md", page)
}

#[test]
fn a_name_in_a_file_name_and_an_old_consent_are_found() {
    let found = site("amelia-hart-long-jump.jpg", "2024-09-10").findings();
    let rules: Vec<&str> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!(rules, ["image-name", "consent-stale"]);
}

#[test]
fn the_published_copy_of_a_permitted_photo_holds_nothing_but_the_picture() {
    let site = site("long-jump-1.jpg", "2026-01-10");
    assert_eq!(site.findings(), []);
    let built = site.build();
    let copies: Vec<&Vec<u8>> = built
        .files()
        .iter()
        .filter(|(path, _)| path.ends_with(".jpg"))
        .map(|(_, bytes)| bytes)
        .collect();
    assert!(!copies.is_empty());
    let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|some| some == word);
    assert!(has(&photo(), HIDDEN));
    for copy in copies {
        assert!(!has(copy, HIDDEN) && !has(copy, b"Exif"));
    }
}

#[test]
fn a_photo_of_which_no_consent_is_known_is_found_and_a_garden_is_not() {
    let of = |consent: &str| {
        let kept = "consent = \"photo register 2026/14\"\nconsented = [\"website\"]\nchecked = 2026-01-10\n";
        let site = site("long-jump-1.jpg", "2026-01-10").edit("content/images.toml", kept, consent);
        let rules: Vec<String> = site.findings().into_iter().map(|(rule, _)| rule).collect();
        rules
    };
    assert_eq!(of(""), ["consent-use"]);
    assert_eq!(of("consent = \"not-needed\"\n"), [""; 0]);
}
