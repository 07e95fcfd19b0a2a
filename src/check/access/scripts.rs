//! A rule about the language of a page: it is the one that the page says.
//!
//! In: a page's text and its language. Out: a text in another script than that
//! language is written in. Two languages with one script cannot be told apart
//! here; that a language has a proper code is held where it is read.

use super::Sheet;
use crate::check::sink::PageSink;
use crate::diagnostic::{Rule, Severity, explained};

/// A page is read aloud in the language that it says.
pub(super) static LANGUAGE: Rule = Rule {
    name: "language",
    severity: Severity::Warning,
    summary: "A page in another language says which, so that it is read aloud as that.",
    explanation: explained!("language"),
};

/// A way of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Indic,
    Georgian,
    Armenian,
    Ethiopic,
    Thai,
    EastAsian,
}

/// Fewer letters than this say nothing of a page.
const ENOUGH: usize = 60;

pub(super) fn on_sheet(sink: &mut PageSink<'_>, sheet: &Sheet<'_, '_>) {
    let own = sheet.page.front.lang.as_deref();
    let lang = own.unwrap_or(&sink.site.school.lang);
    let text = sheet.text();
    let expected = of_language(lang);
    // Nearly every page is English with a few signs in it.
    let foreign = text.bytes().filter(|byte| *byte >= 0x80).count();
    if expected == Some(Script::Latin) && foreign * 2 < text.len() {
        return;
    }
    let Some(expected) = expected else {
        return;
    };
    let Some((written, first)) = mostly(text).filter(|(written, _)| *written != expected) else {
        return;
    };
    let message = match own {
        None => format!(
            "This page is written in {}, and does not say in which language it is: it would be read aloud as “{lang}”.",
            letters(written)
        ),
        Some(lang) => format!(
            "This page says that its language is “{lang}”, and is written in {}.",
            letters(written)
        ),
    };
    let help = format!(
        "Write its language between the +++ lines, as in lang = \"{}\".",
        such_as(written)
    );
    let end = first + text[first..].chars().next().map_or(1, char::len_utf8);
    sheet.report(sink, (&LANGUAGE, message, help), first..end);
}

/// The script of most letters of a text, and where it first stands.
fn mostly(text: &str) -> Option<(Script, usize)> {
    let mut counts: Vec<(Script, usize, usize)> = Vec::new();
    let mut all = 0;
    for (at, script) in text.char_indices().filter_map(|(at, c)| Some((at, of(c)?))) {
        all += 1;
        match counts.iter_mut().find(|(known, _, _)| *known == script) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((script, 1, at)),
        }
    }
    let (script, count, first) = counts.into_iter().max_by_key(|(_, count, _)| *count)?;
    (all >= ENOUGH && count * 10 >= all * 7).then_some((script, first))
}

/// The script of a letter.
fn of(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | 'À'..='ɏ' | 'Ḁ'..='ỿ' => Script::Latin,
        'Ͱ'..='Ͽ' => Script::Greek,
        'Ѐ'..='ԯ' => Script::Cyrillic,
        '\u{531}'..='\u{58f}' => Script::Armenian,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' => Script::Arabic,
        '\u{900}'..='\u{dff}' => Script::Indic,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{10a0}'..='\u{10ff}' => Script::Georgian,
        '\u{1200}'..='\u{137f}' => Script::Ethiopic,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => {
            Script::EastAsian
        }
        _ => return None,
    })
}

/// The script that a language is written in, where that is certain.
fn of_language(lang: &str) -> Option<Script> {
    let mut parts = lang.split('-');
    let first = parts.next().unwrap_or_default();
    // A code can name a script, as in pa-Arab.
    if parts.any(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
        return None;
    }
    Some(match first {
        "en" | "cy" | "gd" | "ga" | "fr" | "de" | "es" | "pt" | "it" | "nl" | "pl" | "ro"
        | "lt" | "lv" | "et" | "hu" | "cs" | "sk" | "sl" | "hr" | "sq" | "tr" | "so" | "sw"
        | "yo" | "ig" | "vi" | "id" | "ms" | "tl" | "fil" | "sv" | "da" | "nb" | "no" | "fi" => {
            Script::Latin
        }
        "el" => Script::Greek,
        "ru" | "uk" | "bg" | "be" | "mk" => Script::Cyrillic,
        "he" | "yi" => Script::Hebrew,
        "ar" | "fa" | "ur" | "ps" | "ckb" => Script::Arabic,
        "hi" | "bn" | "gu" | "ta" | "te" | "ml" | "mr" | "ne" | "si" => Script::Indic,
        "ka" => Script::Georgian,
        "hy" => Script::Armenian,
        "am" | "ti" => Script::Ethiopic,
        "th" => Script::Thai,
        "zh" | "ja" | "ko" => Script::EastAsian,
        _ => return None,
    })
}

fn letters(script: Script) -> &'static str {
    match script {
        Script::Latin => "the letters of English",
        Script::Greek => "Greek letters",
        Script::Cyrillic => "Cyrillic letters",
        Script::Hebrew => "Hebrew letters",
        Script::Arabic => "Arabic letters",
        Script::Indic => "letters of an Indian language",
        Script::Georgian => "Georgian letters",
        Script::Armenian => "Armenian letters",
        Script::Ethiopic => "Ethiopic letters",
        Script::Thai => "Thai letters",
        Script::EastAsian => "Chinese, Japanese or Korean characters",
    }
}

/// A language that is written so.
fn such_as(script: Script) -> &'static str {
    match script {
        Script::Latin => "en-GB",
        Script::Greek => "el",
        Script::Cyrillic => "uk",
        Script::Hebrew => "he",
        Script::Arabic => "ar",
        Script::Indic => "bn",
        Script::Georgian => "ka",
        Script::Armenian => "hy",
        Script::Ethiopic => "am",
        Script::Thai => "th",
        Script::EastAsian => "zh",
    }
}
