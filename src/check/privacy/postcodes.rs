//! Postcodes.

use std::ops::Range;

use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::School;

/// A postcode leads to a dozen front doors (seeds J9).
pub(super) static HOME_POSTCODE: Rule = Rule {
    name: "home-postcode",
    severity: Severity::Warning,
    summary: "No postcode but the school's own stands on a page for children or parents.",
    explanation: explained!("home-postcode"),
};

/// The letters that postcodes of the United Kingdom begin with. A code with
/// others, such as KS1 or Y6, is none.
const AREAS: &str = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

pub(super) fn find(text: &str, school: &School, found: &mut Vec<(Said, Range<usize>)>) {
    let words = super::runs(text, |c| c.is_ascii_alphanumeric());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).filter(|next| {
            let between = &text[word.end..next.start];
            matches!(between, " " | "\u{a0}" | "  " | "-")
        });
        // “B1 1AA”, or as one word.
        let split = word
            .len()
            .checked_sub(3)
            .map_or(0, |inward| word.start + inward);
        let whole = (is_outward(&text[word.start..split.max(word.start)])
            && is_inward(&text[split.max(word.start)..word.end]))
        .then(|| word.clone());
        let parted = next
            .filter(|next| is_outward(&text[word.clone()]) && is_inward(&text[(*next).clone()]))
            .map(|next| word.start..next.end);
        let Some(span) = whole.or(parted) else {
            continue;
        };
        let code = &text[span.clone()];
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        if school
            .postal
            .iter()
            .any(|line| bare(line).contains(&bare(code)))
        {
            continue;
        }
        let message = format!("“{code}” is a postcode, and not the school's.");
        let help = "Leave it out where it is somebody's home. If it is a place that everybody may know, make an exception for it in content/school.toml: signpost explain exception";
        found.push(((&HOME_POSTCODE, message, help.to_owned()), span));
    }
}

/// Whether a word, in capitals, is a postcode as a whole.
pub(super) fn is_code(word: &str) -> bool {
    word.is_ascii()
        && word
            .len()
            .checked_sub(3)
            .is_some_and(|split| is_outward(&word[..split]) && is_inward(&word[split..]))
}

/// `SW1A`, `B1`
fn is_outward(word: &str) -> bool {
    let letters = word
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(word.len());
    let (area, district) = word.split_at(letters);
    let mut district = district.chars();
    let first = district.next().is_some_and(|c| c.is_ascii_digit());
    let second = district
        .next()
        .is_none_or(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    // Nearly every word there is fails here already.
    if !first || !second || district.next().is_some() || !matches!(area.len(), 1 | 2) {
        return false;
    }
    AREAS.split(' ').any(|known| known == area)
}

/// `1AA`; six letters are never used.
fn is_inward(word: &str) -> bool {
    let mut letters = word.chars();
    let digit = letters.next().is_some_and(|c| c.is_ascii_digit());
    let rest: Vec<char> = letters.collect();
    // The first, a second place, and the size of a shirt.
    let is_other =
        matches!(word, "1ST" | "2ND" | "3RD") || word.ends_with("TH") || word.ends_with("XL");
    digit
        && !is_other
        && rest.len() == 2
        && rest
            .iter()
            .all(|c| c.is_ascii_uppercase() && !"CIKMOV".contains(*c))
}
