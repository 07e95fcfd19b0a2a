//! What opens a door, and when nobody watches.
//!
//! In: a sentence. Out: whether it gives the code of a door, says where a key
//! is, or when an alarm or a camera is off.

use std::ops::Range;

use super::{Detail, Sentence};

const DOORS: [&str; 18] = [
    "gate",
    "gates",
    "door",
    "doors",
    "alarm",
    "keypad",
    "entry",
    "entrance",
    "lock",
    "padlock",
    "shed",
    "safe",
    "cupboard",
    "gatehouse",
    "bike",
    "barrier",
    "building",
    "access",
];
const CODES: [&str; 5] = ["code", "codes", "pin", "combination", "number"];

pub(super) fn detail(sentence: &Sentence<'_>) -> Option<(Detail, Range<usize>)> {
    code(sentence)
        .or_else(|| key(sentence))
        .or_else(|| unwatched(sentence))
        .map(|at| (Detail::Door, at))
}

/// “The gate code is 4417”, “press 1937 at the gate”
fn code(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let (door, _) = sentence.plain().find(|(_, word)| DOORS.contains(word))?;
    let digits = |at: usize| {
        let said = sentence.word(at);
        let is_long =
            (3..=8).contains(&said.len()) && said.bytes().any(|byte| byte.is_ascii_digit());
        // Ring 01632 960100 is no code, nor is a time or a price.
        let is_plain = said.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let parted = [at.checked_sub(1), Some(at)].into_iter().flatten();
        let is_alone = parted.map(|at| sentence.between(at)).all(|between| {
            !between.contains(['£', '/', ':', '.', '-', '–'])
                || between.starts_with(['.', ':']) && between.ends_with(' ')
        });
        is_long && is_plain && is_alone
    };
    let is_year = |at: usize| {
        let year = sentence.word(at).parse::<u16>().unwrap_or_default();
        let before = at.checked_sub(1).map_or("", |at| sentence.word(at));
        (1800..2100).contains(&year)
            && matches!(
                before,
                "in" | "since" | "of" | "from" | "until" | "by" | "september" | "may" | "june"
            )
    };
    let value = sentence
        .plain()
        .map(|(at, _)| at)
        .find(|at| digits(*at) && !is_year(*at))?;
    if sentence.has(&[
        "ring",
        "call",
        "phone",
        "telephone",
        "postcode",
        "text",
        "scratch",
        "program",
        "coding",
        "points",
        "game",
    ]) {
        return None;
    }
    let code = sentence.plain().find(|(_, word)| CODES.contains(word));
    let press = sentence
        .plain()
        .find(|(_, word)| matches!(*word, "press" | "key" | "type" | "enter" | "dial"));
    // “number” alone is a house or a line.
    let is_code = code.is_some_and(|(at, word)| {
        word != "number"
            || at
                .checked_sub(1)
                .is_some_and(|at| DOORS.contains(&sentence.word(at)))
    });
    let is_pressed = press.is_some_and(|(at, _)| at < value);
    let from = code.filter(|_| is_code).or(press.filter(|_| is_pressed))?.0;
    Some(sentence.range(from.min(door), value))
}

/// “The spare key is under the mat”
fn key(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let key = sentence.phrase(&[
        "spare key",
        "spare keys",
        "door key",
        "gate key",
        "shed key",
        "master key",
    ])?;
    let is_where = sentence.plain().find(|(at, word)| {
        *at >= key.end
            && matches!(
                *word,
                "under" | "in" | "behind" | "hangs" | "beneath" | "above" | "on"
            )
    })?;
    let is_kept = sentence.has(&["is", "are", "kept", "hangs", "left", "hidden", "stays"]);
    let asked = sentence.has(&["ask", "at", "office"]);
    (is_kept && !asked).then(|| sentence.range(key.start, is_where.0))
}

/// “The alarm is switched off at six”, “the cameras do not cover the yard”
fn unwatched(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let alarm = sentence.phrase(&[
        "alarm is set",
        "alarm is switched",
        "alarm is turned",
        "alarm is not",
        "alarm is off",
        "alarms are set",
        "no alarm",
        "alarm is broken",
        "not alarmed",
        "alarm does not",
    ]);
    let alarm = alarm.filter(|_| !sentence.has(&["fire", "smoke", "false"]));
    let cameras = sentence.phrase(&[
        "cameras do not cover",
        "cameras do not",
        "cctv does not",
        "cctv is not",
        "no cctv",
        "cameras are not",
        "cameras are off",
        "cctv is off",
        "cctv only",
        "no cameras on",
        "cameras only",
    ]);
    let is_about_people = [
        "toilets",
        "changing",
        "listen",
        "sound",
        "share",
        "shared",
        "allowed",
        "home",
        "used",
        "recordings",
    ];
    alarm.or(cameras.filter(|_| !sentence.has(&is_about_people)))
}
