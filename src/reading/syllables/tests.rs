//! The counter, tried on words from a dictionary and on schools' own.

use super::*;

/// Words of each length, with the counts of the dictionary.
const SAMPLE: &str = include_str!("../../../tests/reading/syllables.tsv");

#[test]
fn the_counter_agrees_with_a_dictionary() {
    let rows: Vec<(&str, &str)> = SAMPLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert!(rows.len() >= 300, "the sample is gone");
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(word, counts)| {
            let counted = syllables(word).to_string();
            !counts.split(',').any(|count| count == counted)
        })
        .map(|(word, counts)| format!("{word}: {}, not {counts}", syllables(word)))
        .collect();
    let right = rows.len() - wrong.len();
    assert!(right * 100 >= rows.len() * 98, "{wrong:#?}");
}

#[test]
fn what_schools_write_is_counted_as_they_say_it() {
    for (count, words) in [
        (
            1,
            "the she phone phones closed asked safe school friend tongue cheque aisle",
        ),
        (
            2,
            "online password homework someone centre metre colour labelled website theatre",
        ),
        (
            2,
            "teacher being quiet maybe trusted naked Wednesday business café cafe",
        ),
        (
            3,
            "safeguarding behaviour headteacher telephone computer another everyone area",
        ),
        (3, "radio video idea"),
        (4, "everybody information security ability"),
        (5, "cyberbullying organisation university communication"),
        (6, "responsibility radicalisation"),
        (7, "confidentiality"),
    ] {
        for word in words.split_whitespace() {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}

#[test]
fn an_apostrophe_can_make_a_syllable() {
    for (word, count) in [
        ("can't", 1),
        ("couldn't", 2),
        ("isn’t", 2),
        ("aren't", 1),
        ("haven’t", 2),
        ("won't", 1),
        ("it'll", 2),
        ("we'll", 1),
        ("could've", 2),
        ("Alice's", 3),
        ("dog's", 1),
        ("o'clock", 2),
        ("O’Leary", 3),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn every_word_has_a_syllable_and_none_is_too_long() {
    for word in ["", "x", "hm", "’", "ы", "日本", "e\u{301}", "é"] {
        assert!(syllables(word) >= 1, "{word}");
    }
    assert!(syllables(&"ab".repeat(500)) > 100);
}
