//! The school itself.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::sink::Sink;
use super::{MISSING_FILE, spanned};
use crate::date::{PartialDate, Term, TermName, Terms};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawException, RawLevel, RawRuleLevel, RawSchool, RawStatus, RawTerm};
use crate::model::{Exception, Exit, Level, School, Status};
use crate::source::{Place, Spanned};

/// The school, or what can be said of one without its file. Where the file is
/// there and `broken`, what is wrong with it was said when it was read.
pub(super) fn school(
    record: Option<Record<RawSchool>>,
    broken: bool,
    diagnostics: &mut Diagnostics,
) -> School {
    match record {
        Some(record) => read(record, diagnostics),
        None if broken => School::default(),
        None => {
            diagnostics.report(
                &MISSING_FILE,
                Place::File("content/school.toml".to_owned()),
                "There is no school.toml, so nothing is known of the school.",
                "Write content/school.toml with the school's name, phone, email, postal address and status.",
            );
            School::default()
        }
    }
}

fn read(record: Record<RawSchool>, diagnostics: &mut Diagnostics) -> School {
    let Record { file, value: raw } = record;
    let mut sink = Sink::of(&file, diagnostics);
    let brand = raw.colours.map(|colours| spanned(colours.brand));
    let brand = brand.filter(|brand| colour(brand, &mut sink));
    let address = raw.address.map(spanned).map(|address| {
        site_address(&address, &mut sink);
        address.map(|url| url.trim_end_matches('/').to_owned())
    });
    let staff_address = raw.staff_address.map(spanned);
    let exit = raw.exit.map(|exit| Exit {
        label: spanned(exit.label),
        url: spanned(exit.url),
    });
    if let Some(url) = &staff_address {
        sink.web_address(url);
    }
    if let Some(exit) = &exit {
        sink.web_address(&exit.url);
    }
    let phone = spanned(raw.phone);
    let email = spanned(raw.email);
    sink.phone(&phone);
    sink.email(&email);
    School {
        name: spanned(raw.name),
        address,
        phone,
        email,
        postal: raw.postal.into_inner(),
        email_domains: raw.email_domains.into_iter().map(spanned).collect(),
        allowed_mailboxes: raw.allowed_mailboxes.into_iter().map(spanned).collect(),
        status: match raw.status.into_inner() {
            RawStatus::Draft => Status::Draft,
            RawStatus::Example => Status::Example,
            RawStatus::Live => Status::Live,
        },
        lang: raw.lang.map(spanned).map_or_else(
            || "en-GB".to_owned(),
            |lang| {
                sink.language(&lang);
                lang.value
            },
        ),
        terms: terms(raw.terms, &mut sink),
        staff_address,
        theme: raw.theme.map(spanned),
        brand,
        exit,
        taught: raw.reading.map_or_else(Vec::new, |reading| {
            reading.words.into_iter().map(spanned).collect()
        }),
        names: raw.privacy.map_or_else(Vec::new, |privacy| {
            privacy.names.into_iter().map(spanned).collect()
        }),
        exceptions: raw.exception.into_iter().map(exception).collect(),
        levels: levels(raw.rules),
    }
}

/// The addresses of pages are made by writing their paths behind it.
fn site_address(address: &Spanned<String>, sink: &mut Sink<'_>) {
    match address.value.split_once(['?', '#']) {
        Some((whole, _)) => sink.value(
            address,
            format!(
                "Nothing can stand behind “{}”, and the addresses of all pages would.",
                address.value
            ),
            format!("Leave out what begins with ? or #: address = \"{whole}\""),
        ),
        None => sink.web_address(address),
    }
}

/// The terms, in order; what cannot be is said at the name of the term.
fn terms(raw: Vec<RawTerm>, sink: &mut Sink<'_>) -> Terms {
    let mut names = Vec::with_capacity(raw.len());
    let mut given = Vec::with_capacity(raw.len());
    for term in raw {
        let RawTerm {
            name,
            starts,
            half_term,
            ends,
        } = term;
        let name = spanned(name);
        let read = match TermName::parse(&name.value) {
            Ok(read) => read,
            Err(sentence) => {
                told(&name, &sentence, sink);
                continue;
            }
        };
        let days = [day(starts, sink), day(ends, sink)];
        let half_term = half_term.and_then(|half_term| day(half_term, sink));
        let [Some(starts), Some(ends)] = days else {
            continue;
        };
        names.push(name);
        given.push(Term {
            name: read,
            starts,
            half_term,
            resumes: None,
            ends,
        });
    }
    let (terms, faults) = Terms::new(given);
    for fault in faults {
        told(&names[fault.at], &fault.sentence, sink);
    }
    terms
}

/// Reports a sentence of the calendar's, “what is wrong; what to do”.
fn told(at: &Spanned<String>, sentence: &str, sink: &mut Sink<'_>) {
    let (wrong, todo) = sentence.split_once("; ").unwrap_or((sentence, ""));
    let capital = |text: &str| {
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        format!("{}{}.", first.unwrap_or_default(), letters.as_str())
    };
    sink.value(at, capital(wrong), capital(todo));
}

/// A day of a term, which has to be known exactly.
fn day(written: At<PartialDate>, sink: &mut Sink<'_>) -> Option<Date> {
    let written = spanned(written);
    match written.value {
        PartialDate::Day(day) => Some(day),
        PartialDate::Month(_) => {
            sink.value(
                &written,
                format!("“{}” is not a day.", written.value),
                format!("Write the day of the month too, as in {}-01", written.value),
            );
            None
        }
    }
}

fn exception(raw: RawException) -> Exception {
    let RawException {
        rule,
        file,
        words,
        reason,
        until,
    } = raw;
    let file = file.into_inner();
    let path = file.trim_start_matches("./");
    let path = path.strip_prefix("content/").unwrap_or(path);
    Exception {
        rule: spanned(rule),
        file: format!("content/{path}"),
        words: words.map(At::into_inner),
        reason: reason.into_inner(),
        until: until.into_inner(),
    }
}

fn levels(rules: BTreeMap<At<String>, RawRuleLevel>) -> BTreeMap<String, (Level, Spanned<String>)> {
    rules
        .into_iter()
        .map(|(name, level)| {
            let span = name.span();
            let value = match level.level.into_inner() {
                RawLevel::Error => Level::Error,
                RawLevel::Warn => Level::Warn,
                RawLevel::Off => Level::Off,
            };
            let reason = Spanned::new(level.reason.into_inner(), span);
            (name.into_inner(), (value, reason))
        })
        .collect()
}

fn colour(brand: &Spanned<String>, sink: &mut Sink<'_>) -> bool {
    let digits = brand.value.strip_prefix('#').unwrap_or("");
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if !fits {
        sink.value(
            brand,
            format!("“{}” is not a colour.", brand.value),
            "Write # and six digits or letters from a to f, as in \"#1f5d57\".",
        );
    }
    fits
}
