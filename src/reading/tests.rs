//! Texts, as they are read and graded.

use super::*;
use crate::markdown::passages;

fn read_by(markdown: &str, vocabulary: &mut Vocabulary) -> Reading {
    let mut counter = Counter::with(vocabulary);
    for passage in passages(markdown) {
        counter.read(&passage);
    }
    counter.finish()
}

fn read(markdown: &str) -> Reading {
    read_by(markdown, &mut Vocabulary::default())
}

/// Words and sentences.
fn counted(markdown: &str) -> (usize, usize) {
    let reading = read(markdown);
    (reading.words, reading.sentences)
}

#[test]
fn a_full_stop_does_not_always_end_a_sentence() {
    for (text, sentences) in [
        ("Stop. Tell us.", 2),
        ("Dr. Who asks Mrs. Hazel.", 1),
        ("Bring a toy, e.g. a bear. Or two.", 2),
        ("Ask J. Smith at 3.30 p.m. today.", 1),
        ("See p. 3 and no. 5 of it.", 1),
        ("The answer is no. We say so.", 2),
        ("“Can I?” she asked. “You can!” He went.", 3),
        ("Wait … then go on.", 1),
        ("Pens, books, etc. Nothing else.", 2),
        ("Stop! then go.", 2),
        ("It was you and I. We know.", 2),
    ] {
        assert_eq!(read(text).sentences, sentences, "{text}");
    }
}

#[test]
fn whatever_stands_by_itself_ends_a_sentence() {
    let text = "## What to do next\n\nTell us what it is\n\n- stop and look\n- turn it off now\n\n\
                | One two three | Yes |\n|---|---|\n| No | Ask them first please |\n";
    assert_eq!(counted(text), (3 + 1 + 5 + 3 + 4 + 3 + 4, 6));
}

#[test]
fn a_label_is_no_sentence() {
    assert_eq!(
        counted("## Phones\n\nWe keep them.\n\n- Yes\n- Ask first\n- No.\n"),
        (4, 2)
    );
}

#[test]
fn what_nobody_reads_as_a_word_is_left_out() {
    for (text, words) in [
        ("Ring 01632 960001 or 999 now.", 3),
        ("Open at 9.30am, closed by 5 p.m. on Fridays.", 6),
        (
            "Write to <office@school.example> or office@school.example today.",
            4,
        ),
        (
            "See https://www.school.example/x and childline.org.uk, please.",
            3,
        ),
        ("Press `Ctrl + C` to copy.", 3),
        ("It has 3 parts (2 old, 1 new).", 5),
        ("A 9-year-old and a grown-up.", 7),
        ("Read it[^a] and think.\n\n[^a]: A note.", 4 + 2),
    ] {
        assert_eq!(read(text).words, words, "{text}");
    }
    assert_eq!(
        read("```\nlet it = be;\n```\n\n```contacts\nroles = [\"dsl\"]\n```\n").words,
        0
    );
}

#[test]
fn what_a_record_prints_is_one_easy_word() {
    let reading = read("Please tell [[role:designated-safeguarding-lead]] today.");
    assert_eq!((reading.words, reading.syllables), (4, 1 + 1 + 1 + 2));
    let worded = read("Please tell [[role:dsl|our safeguarding lead]] today.");
    assert_eq!(worded.words, 6);
}

#[test]
fn capitals_are_read_letter_by_letter_unless_all_is_in_them() {
    for (text, syllables) in [
        ("The PDF is here.", 1 + 3 + 1 + 1),
        ("Two DSLs and a TV.", 1 + 3 + 1 + 1 + 2),
        ("The WWW is big.", 1 + 9 + 1 + 1),
        ("Tell CEOP about PSHE.", 1 + 2 + 2 + 4),
        ("STOP AND TELL US.", 4),
        ("It is big, e.g. huge.", 3 + 2 + 1),
    ] {
        assert_eq!(read(text).syllables, syllables, "{text}");
    }
}

#[test]
fn a_word_and_a_sentence_know_their_place() {
    let text = "One two three.\n\n> Ask *our* respon**si**bility\n> lead today.\n";
    let reading = read(text);
    assert_eq!(
        &text[reading.longest[0].span.clone()],
        &text[18..text.len() - 2]
    );
    assert_eq!(reading.longest[0].words, 5);
    let hard = &reading.hardest[0];
    assert_eq!(
        (hard.written.as_str(), hard.syllables),
        ("responsibility", 6)
    );
    assert_eq!(&text[hard.span.clone()], "respon**si**bility");
}

#[test]
fn a_hard_word_is_named_once_and_where_it_stands_first() {
    let text = "A family and another family. This organisation and Another one.";
    let reading = read(text);
    let named: Vec<(&str, usize)> = reading
        .hardest
        .iter()
        .map(|word| (word.written.as_str(), word.span.start))
        .collect();
    assert_eq!(
        named,
        [("organisation", 34), ("family", 2), ("another", 13)]
    );
}

#[test]
fn the_grade_is_that_of_the_formula() {
    let graded = |words, sentences, syllables| {
        let reading = Reading {
            words,
            sentences,
            syllables,
            ..Reading::default()
        };
        Grade::of(&reading).to_string()
    };
    // 0.39 × 10 + 11.8 × 1.5 − 15.59 = 6.01
    assert_eq!(graded(100, 10, 150), "6");
    // 0.39 × 25 + 11.8 × 1.8 − 15.59 = 15.4
    assert_eq!(graded(100, 4, 180), "15.4");
    // 0.39 × 5 + 11.8 × 1.1 − 15.59 = −0.66
    assert_eq!(graded(100, 20, 110), "0");
    assert_eq!(Grade::whole(8).age(), 13);
    assert!(Grade::whole(2) < Grade::whole(4));
}

#[test]
fn a_short_text_has_no_grade() {
    let sentence = "We keep it safe. ";
    let words = sentence.split_whitespace().count();
    let short = sentence.repeat(ENOUGH_WORDS / words);
    assert_eq!(read(&short).grade(), None);
    assert!(read(&(short + sentence)).grade().is_some());
}

#[test]
fn a_word_that_was_taught_is_easy() {
    let text = "Childline’s number. Two devices, one Device.";
    assert_eq!(read(text).syllables, 2 + 2 + 1 + 3 + 1 + 2);
    let mut taught = Vocabulary::taught(["childline", "shared device"]);
    assert_eq!(read_by(text, &mut taught).syllables, 1 + 2 + 1 + 1 + 1 + 1);
}
