//! What reaches nobody: numbers and addresses that are made up, and the words
//! that `signpost init` writes where it does not know what to write.
//!
//! In: a text of a record. Out: whether it is one of them. Pure.

/// What `signpost init` writes where a school has to say something: a value
/// that is these words and no others.
pub(crate) const TO_FILL_IN: &str = "To fill in";

/// Beginnings of the numbers that are kept for drama, in digits only, and how
/// many digits follow (Ofcom, telephone numbers for drama use).
const DRAMA: [(&str, usize); 18] = [
    ("01134960", 3),
    ("01144960", 3),
    ("01154960", 3),
    ("01164960", 3),
    ("01174960", 3),
    ("01184960", 3),
    ("01214960", 3),
    ("01314960", 3),
    ("01414960", 3),
    ("01514960", 3),
    ("01614960", 3),
    ("02079460", 3),
    ("01914980", 3),
    ("02896496", 3),
    ("02920180", 3),
    ("01632960", 3),
    ("07700900", 3),
    ("08081570", 3),
];

/// Whether a number or an address is made up.
pub(super) fn is_made_up(text: &str) -> bool {
    let host = host(text);
    let example = host.ends_with(".example")
        || ["example.com", "example.org", "example.net"]
            .iter()
            .any(|name| host == *name || host.ends_with(&format!(".{name}")));
    let digits = digits(text);
    example
        || DRAMA
            .iter()
            .any(|(start, rest)| digits.starts_with(start) && digits.len() == start.len() + rest)
}

/// What two made-up values have in common when one is the other written again:
/// the digits of a number, the domain of an address.
pub(super) fn likeness(text: &str) -> String {
    match digits(text) {
        digits if digits.len() > 6 => digits,
        _ => host(text),
    }
}

/// The domain of an address or a mailbox, in small letters.
fn host(text: &str) -> String {
    let lower = text.to_lowercase();
    let host = lower
        .split_once("://")
        .map_or(lower.as_str(), |(_, rest)| rest)
        .split(['/', '?', '#'])
        .next()
        .unwrap_or("");
    host.rsplit('@').next().unwrap_or(host).to_owned()
}

/// The digits of a number, as it is dialled in this country.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits
        .strip_prefix("44")
        .map_or(digits.clone(), |rest| format!("0{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drama_numbers_and_example_addresses_are_made_up() {
        for text in [
            "01632 960001",
            "+44 1632 960 001",
            "020 7946 0123",
            "office@school.example",
            "https://www.school.example/x",
            "https://example.com",
        ] {
            assert!(is_made_up(text), "{text}");
        }
    }

    #[test]
    fn real_ones_are_not() {
        for text in [
            "0800 1111",
            "01632 123456",
            "999",
            "https://www.childline.org.uk",
            "https://examples.org.uk/example",
        ] {
            assert!(!is_made_up(text), "{text}");
        }
    }

    #[test]
    fn one_number_is_told_however_it_is_spaced() {
        assert_eq!(likeness("01632 960000"), likeness("+44 1632 960 000"));
        assert_eq!(
            likeness("office@school.example"),
            likeness("school.example")
        );
        assert_ne!(likeness("01632 960000"), likeness("01632 960001"));
    }
}
