//! Words that are wrong beside some other words.

use super::{Kind, Right};
use crate::check::words::Read;

/// What stands before a licence, which is then a thing.
const THING: [&str; 17] = [
    "a", "any", "driving", "each", "every", "her", "his", "my", "no", "our", "site", "software",
    "the", "their", "this", "tv", "your",
];
/// Whoever practises.
const WHO: [&str; 6] = ["children", "i", "let's", "they", "we", "you"];
/// Words before a verb.
const DOING: [&str; 7] = ["can", "could", "may", "must", "should", "will", "would"];
/// What is practised: behind “to practice” these show that it is a verb.
const PRACTISED: [&str; 20] = [
    "asking", "being", "good", "how", "it", "our", "reading", "safe", "saying", "speaking", "the",
    "their", "them", "these", "this", "typing", "using", "what", "writing", "your",
];
/// What a programme is one of.
const COURSES: [&str; 10] = [
    "exchange",
    "induction",
    "mentoring",
    "pastoral",
    "radio",
    "television",
    "training",
    "transition",
    "tv",
    "vaccination",
];
/// What a programme is of.
const OF: [&str; 9] = [
    "activities",
    "events",
    "lessons",
    "study",
    "support",
    "training",
    "visits",
    "work",
    "workshops",
];

/// What is to be written for the words that begin at a place, because of those
/// beside them.
pub(super) fn right(read: &Read<'_>, at: usize) -> Option<Right> {
    let (before, next) = (read.before(at, 1), read.plain(at + 1));
    let american = |written, words| Right {
        written,
        kind: Kind::American,
        words,
    };
    let slip = |written, words| Right {
        written,
        kind: Kind::Slip,
        words,
    };
    let is_course =
        || COURSES.contains(&before) || next == "of" && OF.contains(&read.plain(at + 2));
    let is_have = || next == "of" && read.plain(at + 2) != "course" && before != "the";
    Some(match read.plain(at) {
        "cell" if next == "phone" => american("mobile phone", 2),
        "cell" if next == "phones" => american("mobile phones", 2),
        "program" if is_course() => american("programme", 1),
        "programs" if is_course() => american("programmes", 1),
        "license" if THING.contains(&before) => american("licence", 1),
        "licenses" if THING.contains(&before) => american("licences", 1),
        "practice" if is_done(read, at) => american("practise", 1),
        "could" if is_have() => slip("could have", 2),
        "should" if is_have() => slip("should have", 2),
        "would" if is_have() => slip("would have", 2),
        "thread" if next == "throughout" && ["are", "be", "is", "was"].contains(&before) => {
            slip("threaded", 1)
        }
        _ => return None,
    })
}

/// Whether “practice” is what somebody does.
fn is_done(read: &Read<'_>, at: usize) -> bool {
    let before = read.before(at, 1);
    let is_verb = DOING.contains(&before) && !read.begins(at - 1);
    let is_to = before == "to" && PRACTISED.contains(&read.plain(at + 1));
    WHO.contains(&before) || is_verb || is_to
}
