//! What a file of words has to have, and what is said where it has not.

use super::*;

fn file(name: &str, text: &str) -> Written {
    Written {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

const ENGLISH: &str =
    "[a]\nhello = \"Hello {name}\"\ndays = { 1 = \"{count} day\", other = \"{count} days\" }\n";

#[test]
fn a_name_is_put_where_the_phrase_has_it() {
    let words = Wording::of("en-GB", &[file("en", ENGLISH)]).expect("the file is whole");
    assert_eq!(words.said("a.hello", &[("name", "Ann")]), "Hello Ann");
    assert_eq!(words.lang(), "en-GB");
}

#[test]
fn a_number_decides_between_forms() {
    let words = Wording::of("en", &[file("en", ENGLISH)]).expect("the file is whole");
    let days = words.phrase("a.days").expect("the key is there");
    let text = |count| days.pieces(Some(count)).last().cloned();
    assert_eq!(text(1), Some(Piece::Text(" day".to_owned())));
    assert_eq!(text(2), Some(Piece::Text(" days".to_owned())));
}

#[test]
fn a_school_may_put_a_few_words_in_the_place_of_ours() {
    let own = file("en", "[a]\nhello = \"{name}, hello\"\n");
    let words = Wording::of("en-GB", &[file("en", ENGLISH), own]).expect("the files are whole");
    assert_eq!(words.said("a.hello", &[("name", "Ann")]), "Ann, hello");
    assert!(words.phrase("a.days").is_some());
}

#[test]
fn where_nobody_wrote_a_language_the_words_are_english_and_say_so() {
    let words = Wording::of("cy", &[file("en", ENGLISH)]).expect("the file is whole");
    assert_eq!(words.lang(), "en");
    assert_eq!(words.said("a.hello", &[("name", "Ann")]), "Hello Ann");
}

#[test]
fn another_language_is_whole_or_none() {
    let half = file("cy", "[a]\nhello = \"Helo {name}\"\n");
    let wrong = Wording::of("cy", &[file("en", ENGLISH), half]).expect_err("days are missing");
    assert_eq!(wrong.reason, "it has no words for a.days");
    let whole =
        "[a]\nhello = \"Helo {name}\"\ndays = { 2 = \"deuddydd\", other = \"{count} diwrnod\" }\n";
    let files = [file("en", ENGLISH), file("cy", whole)];
    let words = Wording::of("cy-GB", &files).expect("the files are whole");
    assert_eq!(words.said("a.hello", &[("name", "Ann")]), "Helo Ann");
    assert_eq!(words.lang(), "cy-GB");
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    let reason = |text: &str| {
        let files = [file("en", ENGLISH), file("en", text)];
        Wording::of("en", &files).expect_err("it is wrong").reason
    };
    assert_eq!(
        reason("[a]\nhello = \"Hi\"\n"),
        "the words for a.hello lack {name}"
    );
    assert_eq!(
        reason("[a]\nhello = \"Hi {name} {you}\"\n"),
        "the words for a.hello have {you}, for which there is nothing to put there"
    );
    assert_eq!(
        reason("[a]\nhullo = \"Hi\"\n"),
        "nothing asks for the words a.hullo"
    );
    assert_eq!(
        reason("[a]\nhello = \"Hi {name\"\n"),
        "the words for a.hello have a brace that belongs to no name, like {name}"
    );
    assert_eq!(
        reason("[a]\nhello = 3\n"),
        "the words for a.hello are no text in quotation marks"
    );
    assert_eq!(
        reason("hello = \"Hi\"\n"),
        "hello stands in no group, like [hello]"
    );
    assert!(reason("[a\n").starts_with("it cannot be read: "));
}
