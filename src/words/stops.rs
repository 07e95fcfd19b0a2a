//! Where a sentence ends.
//!
//! In: what stands between two spaces, and what follows. Out: whether a
//! sentence ends there. A full stop is not enough: `Dr.` and `e.g.` have one.

/// Words with a full stop that ends no sentence, in small letters.
const ABBREVIATIONS: [&str; 24] = [
    "approx", "cf", "dept", "dr", "e.g", "eg", "esp", "ext", "fig", "hon", "i.e", "ie", "incl",
    "jr", "mr", "mrs", "ms", "prof", "rev", "sr", "st", "tel", "viz", "vs",
];

/// Those with one that ends no sentence when a number follows.
const BEFORE_NUMBERS: [&str; 6] = ["no", "nos", "p", "para", "pp", "vol"];

/// Marks that end a sentence.
const MARKS: [char; 4] = ['.', '!', '?', '…'];

/// Marks that can stand after those, and close what was opened before.
const CLOSERS: [char; 7] = ['"', '\'', '”', '’', ')', ']', '»'];

/// Marks that can stand before the first word of a sentence.
const OPENERS: [char; 7] = ['"', '\'', '“', '‘', '(', '[', '«'];

/// Whether a sentence ends with what stands between two spaces, when `next` is
/// what follows.
pub fn ends_sentence(chunk: &str, next: &str) -> bool {
    let bare = chunk.trim_end_matches(CLOSERS);
    if !bare.ends_with(MARKS) {
        return false;
    }
    let next = next.trim_start_matches(OPENERS);
    if next.starts_with(char::is_lowercase) {
        // Stop! then go. But: “Can I?” she asked.
        return bare.ends_with(['!', '?']) && bare.len() == chunk.len();
    }
    next.is_empty() || !bare.ends_with('.') || !is_abbreviated(bare, next)
}

/// Whether a full stop says that a word was cut short.
fn is_abbreviated(chunk: &str, next: &str) -> bool {
    let word = chunk.trim_start_matches(OPENERS).trim_end_matches('.');
    let lower = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    initial
        || ABBREVIATIONS.contains(&lower.as_str())
        || number && BEFORE_NUMBERS.contains(&lower.as_str())
}
