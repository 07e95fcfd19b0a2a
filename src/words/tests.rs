//! Words and phrases, as they are found.

use super::*;

fn said(passage: &Passage) -> Vec<String> {
    let words = passage.words();
    (0..words.len())
        .map(|at| words.said(at).to_owned())
        .collect()
}

#[test]
fn words_keep_their_apostrophes_and_nothing_else() {
    let passage = Passage::plain("The children’s (2023–24) semi-nudes: 'ours'.", 0..0);
    assert_eq!(
        said(&passage),
        ["The", "children’s", "2023", "24", "semi", "nudes", "ours"]
    );
}

#[test]
fn a_full_stop_ends_a_sentence_and_a_short_word_does_not() {
    let passage = Passage::plain("See p. 22. It is old! Is it? 3.5 m.", 0..0);
    let words = passage.words();
    let sentence = |at| words.get(at).map(|word| word.sentence);
    let sentences: Vec<usize> = (0..words.len()).filter_map(sentence).collect();
    assert_eq!(sentences, [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3]);
}

#[test]
fn a_place_is_exact_where_what_is_read_is_what_was_typed() {
    let mut passage = Passage::new(Stands::Text);
    passage.push("Ask ", 10..14, Mark::Plain);
    passage.push("D", 16..17, Mark::Plain);
    passage.push("SL", 19..21, Mark::Plain);
    passage.push("&", 22..27, Mark::Plain);
    assert_eq!(said(&passage), ["Ask", "DSL"]);
    assert_eq!(passage.origin(&(4..7)), 16..21);
    assert_eq!(passage.origin(&(7..8)), 22..27);
}

#[test]
fn the_longest_phrase_is_found_within_a_sentence() {
    let mut phrases = Phrases::new(Capitals::Any);
    phrases.add("Working together", 1);
    phrases.add("Working Together to Safeguard Children", 2);
    let find = |text: &str| {
        let passage = Passage::plain(text, 0..0);
        let words = passage.words();
        (0..words.len()).find_map(|at| {
            let found = phrases.at(&words, at, |_| true);
            found.map(|(length, value)| (at, length, *value))
        })
    };
    assert_eq!(
        find("In “working together to safeguard children”"),
        Some((1, 5, 2))
    );
    assert_eq!(find("WORKING, together to safe"), Some((0, 2, 1)));
    assert_eq!(find("We are working. Together we"), None);
    assert!(phrases.may_stand_in("*together*") && !phrases.may_stand_in("togetherness"));
}

#[test]
fn a_name_keeps_the_capitals_that_it_was_written_with() {
    let mut phrases = Phrases::new(Capitals::Written);
    phrases.add("Lantern Log", ());
    let finds = |text: &str| {
        let passage = Passage::plain(text, 0..0);
        phrases.at(&passage.words(), 0, |_| true).is_some()
    };
    assert!(finds("Lantern Log") && finds("LANTERN LOG") && finds("LanTern-Log"));
    assert!(!finds("lantern Log") && !finds("Lantern log"));
}
