//! Bytes that are text, and bytes that are not.

use super::*;

fn text_of(bytes: &[u8]) -> (Option<Arc<SourceFile>>, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let file = read("content/a.md".to_owned(), bytes.to_vec(), &mut diagnostics);
    let said = diagnostics
        .iter()
        .map(|d| {
            let (line, column) = d.place.line_column();
            format!("{}:{line}:{column} {}", d.rule.name, d.message)
        })
        .collect();
    (file, said)
}

#[test]
fn line_ends_are_the_same_however_they_were_written() {
    for written in [
        "a\nb\n\nc",
        "a\r\nb\r\n\r\nc",
        "a\rb\r\rc",
        "a\r\nb\n\rc",
        "\u{feff}a\r\nb\n\nc",
        "a\nb\n\nc\n",
    ] {
        let (file, said) = text_of(written.as_bytes());
        assert_eq!(file.expect("a text").text(), "a\nb\n\nc\n", "{written:?}");
        assert!(said.is_empty());
    }
}

#[test]
fn windows_characters_are_named_with_their_line() {
    let (file, said) = text_of(b"Fine.\r\nIt costs \xa35.\r\n\x93Hello\x94 \x96 bye\n\x81\n");
    assert_eq!(
        file.expect("a text").text(),
        "Fine.\nIt costs \u{fffd}5.\n\u{fffd}Hello\u{fffd} \u{fffd} bye\n\u{fffd}\n"
    );
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("encoding:2:10 Line 2 "), "{}", said[0]);
    assert!(said[0].contains("probably “£”"), "{}", said[0]);
    assert!(said[1].starts_with("encoding:3:1 "), "{}", said[1]);
    assert!(said[1].contains("probably ““”"), "{}", said[1]);
    assert!(said[2].ends_with("not saved as UTF-8."), "{}", said[2]);
}

#[test]
fn a_file_in_windows_characters_throughout_is_named_a_few_times_only() {
    let (_, said) = text_of(
        "\u{a3}\n"
            .repeat(500)
            .chars()
            .map(|c| c as u8)
            .collect::<Vec<_>>()
            .as_slice(),
    );
    assert_eq!(said.len(), SHOWN);
    assert!(
        said[SHOWN - 1].contains("496 such characters"),
        "{}",
        said[SHOWN - 1]
    );
}

#[test]
fn utf_16_is_named_and_read() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend("+++\r\n£".encode_utf16().flat_map(u16::to_le_bytes));
    let (file, said) = text_of(&bytes);
    assert_eq!(file.expect("a text").text(), "+++\n£\n");
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("UTF-16"), "{}", said[0]);
}

#[test]
fn a_document_under_another_name_is_not_a_text() {
    let (file, said) = text_of(b"PK\x03\x04\x00\x00");
    assert!(file.is_none());
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("Word document"), "{}", said[0]);
}

#[test]
fn hidden_characters_are_named_and_ordinary_signs_are_not() {
    let (_, said) = text_of("tab\t “curly” – café العربية\n".as_bytes());
    assert!(said.is_empty(), "{said:?}");
    let (_, said) = text_of("a\u{0}b\u{b}\n[!\u{202e}STAFF]\u{85}\u{7f}".as_bytes());
    let starts: Vec<&str> = said.iter().filter_map(|s| s.split(' ').next()).collect();
    assert_eq!(
        starts,
        [
            "control-character:1:2",
            "control-character:1:4",
            "control-character:2:3",
            "control-character:2:10",
            "control-character:2:11"
        ]
    );
    assert!(said[2].contains("U+202E"), "{}", said[2]);
}

#[test]
fn a_character_without_a_width_is_named_and_one_that_joins_is_not() {
    for hidden in ['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}'] {
        for text in [format!("sta{hidden}ff, and more"), format!("staff{hidden}")] {
            let (_, said) = text_of(text.as_bytes());
            assert_eq!(said.len(), 1, "{text:?}");
            assert!(said[0].contains("an invisible character"), "{}", said[0]);
        }
    }
    let (_, said) = text_of("می\u{200c}خواهم 👩\u{200d}🏫 co-op".as_bytes());
    assert!(said.is_empty(), "{said:?}");
}

proptest::proptest! {
    #[test]
    fn the_quick_look_misses_nothing(text in "\\PC{0,300}[\u{0}-\u{ff}\u{2020}-\u{2070}]{0,3}\u{feff}?\\PC{0,300}") {
        let text = text.replace('\r', "");
        proptest::prop_assert_eq!(has_controls(text.as_bytes()), text.chars().any(is_forbidden));
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        let (file, _) = text_of(&bytes);
        if let Some(file) = file {
            proptest::prop_assert!(!file.text().contains('\r'));
        }
    }
}
