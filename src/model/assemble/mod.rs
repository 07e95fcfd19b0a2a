//! From what was written to what exists: every name resolved, every id minted.

mod help;
mod pages;
mod people;
mod records;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, did_you_mean};
use crate::load::raw::{At, RawLevel, RawSchool, RawStatus};
use crate::load::{Record, Sources};
use crate::model::{Download, Exit, Level, RecordFiles, School, Site, Status, Verbatim};
use crate::source::{Place, SourceFile, Spanned};

/// An id stands once.
pub(crate) static DUPLICATE_ID: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    summary: "No two records of a kind have the same id, and no image has two entries.",
};
/// An id can be one.
pub(crate) static RECORD_ID: Rule = Rule {
    name: "record-id",
    severity: Severity::Error,
    summary: "An id is made of lower-case letters, digits and hyphens.",
};
/// A role that is named is there.
pub static UNKNOWN_ROLE: Rule = Rule {
    name: "unknown-role",
    severity: Severity::Error,
    summary: "Every role that is named stands in content/people.toml.",
};
/// A helpline that is named is there.
pub static UNKNOWN_HELPLINE: Rule = Rule {
    name: "unknown-helpline",
    severity: Severity::Error,
    summary: "Every helpline that is named stands in content/helplines.toml.",
};
/// Nothing is for more readers than what it belongs to.
pub(crate) static READERS: Rule = Rule {
    name: "readers",
    severity: Severity::Error,
    summary: "An inner list of readers only narrows the one around it.",
};
/// A value can be what it says it is.
pub(crate) static RECORD_VALUE: Rule = Rule {
    name: "record-value",
    severity: Severity::Error,
    summary: "A value in a record is of the form that its key asks for.",
};
/// There is a school.
pub(crate) static MISSING_FILE: Rule = Rule {
    name: "missing-file",
    severity: Severity::Error,
    summary: "A site has content/school.toml.",
};
/// It is plain whom a page is for.
pub(crate) static PAGE_AUDIENCE: Rule = Rule {
    name: "page-audience",
    severity: Severity::Error,
    summary: "A policy says whom it is for; every other page is for the readers of its folder.",
};

/// The rules that are kept here.
pub static RULES: &[&Rule] = &[
    &DUPLICATE_ID,
    &RECORD_ID,
    &UNKNOWN_ROLE,
    &UNKNOWN_HELPLINE,
    &READERS,
    &RECORD_VALUE,
    &MISSING_FILE,
    &PAGE_AUDIENCE,
];

/// Makes one site of all that was read.
pub fn assemble(sources: Sources, today: Date, diagnostics: &mut Diagnostics) -> Site {
    let Sources {
        school,
        help,
        people,
        helplines,
        images,
        pages,
        pictures,
        downloads,
        verbatim,
        doubtful,
    } = sources;
    let files = RecordFiles {
        school: file_of(school.as_ref()),
        help: file_of(help.as_ref()),
        people: file_of(people.as_ref()),
        helplines: file_of(helplines.as_ref()),
        images: file_of(images.as_ref()),
    };
    let broken = doubtful.contains("content/school.toml");
    let school = self::school(school, broken, diagnostics);
    let (images, strays) = records::images(images, pictures, diagnostics);
    let helplines = records::helplines(helplines, diagnostics);
    let (roles, routes) = people::people(people, &images, diagnostics);
    let help = help.and_then(|help| help::help(help, &roles, &helplines, diagnostics));
    let pages = pages::pages(pages, diagnostics);
    Site {
        school,
        help,
        roles,
        routes,
        helplines,
        images,
        strays,
        pages,
        downloads: downloads
            .into_iter()
            .filter_map(|file| {
                let audience = Audience::from_word(file.path.split('/').next()?)?;
                Some(Download {
                    audience,
                    path: file.path,
                    bytes: file.bytes,
                })
            })
            .collect(),
        verbatim: verbatim
            .into_iter()
            .map(|file| Verbatim {
                path: file.path,
                bytes: file.bytes,
            })
            .collect(),
        today,
        doubtful,
        files,
    }
}

fn file_of<T>(record: Option<&Record<T>>) -> Option<Arc<SourceFile>> {
    record.map(|record| Arc::clone(&record.file))
}

fn school(
    record: Option<Record<RawSchool>>,
    broken: bool,
    diagnostics: &mut Diagnostics,
) -> School {
    let Some(Record { file, value: raw }) = record else {
        // What is wrong with a file that is there was said when it was read.
        if broken {
            return School::default();
        }
        diagnostics.report(
            &MISSING_FILE,
            Place::File("content/school.toml".to_owned()),
            "There is no school.toml that can be read, so nothing is known of the school.",
            "Write content/school.toml with the school's name, phone, email, postal address and status.",
        );
        return School::default();
    };
    let mut sink = Sink {
        file: &file,
        diagnostics,
    };
    let brand = raw.colours.map(|colours| spanned(colours.brand));
    if let Some(brand) = &brand
        && !is_colour(&brand.value)
    {
        sink.value(
            brand,
            format!("“{}” is not a colour.", brand.value),
            "Write # and six digits or letters from a to f, as in \"#1f5d57\".",
        );
    }
    let address = raw.address.map(spanned).map(|address| {
        sink.web_address(&address);
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
        status: match raw.status.into_inner() {
            RawStatus::Draft => Status::Draft,
            RawStatus::Example => Status::Example,
            RawStatus::Live => Status::Live,
        },
        lang: raw.lang.map_or_else(|| "en-GB".to_owned(), At::into_inner),
        staff_address,
        theme: raw.theme.map(spanned),
        brand: brand.filter(|brand| is_colour(&brand.value)),
        exit,
        levels: raw
            .rules
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
            .collect(),
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7
        && text
            .strip_prefix('#')
            .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A value with its place, as the rest of the program knows places.
fn spanned<T>(at: At<T>) -> Spanned<T> {
    let span = at.span();
    Spanned::new(at.into_inner(), span)
}

fn audiences(list: &At<Vec<Audience>>) -> Audiences {
    list.get_ref().iter().copied().collect()
}

/// A sink for the problems of one file.
struct Sink<'a> {
    file: &'a Arc<SourceFile>,
    diagnostics: &'a mut Diagnostics,
}

impl Sink<'_> {
    fn report<T>(
        &mut self,
        rule: &'static Rule,
        at: &Spanned<T>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = Place::at(self.file, at.span.clone());
        self.diagnostics.report(rule, place, message, help);
    }

    fn value<T>(&mut self, at: &Spanned<T>, message: impl Into<String>, help: impl Into<String>) {
        self.report(&RECORD_VALUE, at, message, help);
    }

    /// An id that is fit to be one and not taken yet.
    fn id(&mut self, id: &Spanned<String>, what: &str, taken: &mut BTreeSet<String>) {
        let fits = !id.value.is_empty()
            && id
                .value
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            let better = crate::markdown::slug(&id.value);
            self.report(
                &RECORD_ID,
                id,
                format!("“{}” cannot be the id of a {what}.", id.value),
                format!("Use lower-case letters, digits and hyphens, as in \"{better}\"."),
            );
        }
        if !taken.insert(id.value.clone()) {
            self.report(
                &DUPLICATE_ID,
                id,
                format!("There is another {what} with the id “{}”.", id.value),
                format!("Give this {what} an id of its own, or take one of the two out."),
            );
        }
    }

    /// An inner list of readers, held to the one around it.
    fn readers(
        &mut self,
        list: Option<&At<Vec<Audience>>>,
        outer: Audiences,
        whole: &str,
    ) -> Option<Audiences> {
        let list = list?;
        let readers = audiences(list);
        if !readers.within(outer.or(Audiences::STAFF)) {
            let wider = readers.without(outer.or(Audiences::STAFF));
            let place = Place::at(self.file, list.span());
            self.diagnostics.report(
                &READERS,
                place,
                format!("This is for {wider}, but the {whole} is not."),
                format!("Take {wider} out of this list, or add them to the “for” of the {whole}."),
            );
        }
        Some(readers.and(outer))
    }

    fn web_address(&mut self, url: &Spanned<String>) {
        let rest = url
            .value
            .strip_prefix("https://")
            .or_else(|| url.value.strip_prefix("http://"));
        let good = rest.is_some_and(|rest| {
            !rest.is_empty()
                && !rest
                    .chars()
                    .any(|c| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c))
        });
        if !good {
            self.value(
                url,
                format!("“{}” is not the address of a page on the web.", url.value),
                "Write the whole address, as in \"https://www.school.example\".",
            );
        }
    }

    fn phone(&mut self, phone: &Spanned<String>) {
        let digits = phone.value.bytes().filter(u8::is_ascii_digit).count();
        let fits = phone
            .value
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-".contains(c));
        if !fits || !(3..=15).contains(&digits) {
            self.value(
                phone,
                format!("“{}” is not a telephone number.", phone.value),
                "Write digits and spaces only, as in \"01632 960001\"; words about it go into “note”.",
            );
        }
    }

    fn email(&mut self, email: &Spanned<String>) {
        let good = email.value.split_once('@').is_some_and(|(who, domain)| {
            !who.is_empty()
                && domain.contains('.')
                && !email
                    .value
                    .chars()
                    .any(|c| c.is_whitespace() || c.is_control() || "\"<>()[]\\,;:?&".contains(c))
                && !domain.contains('@')
        });
        if !good {
            self.value(
                email,
                format!("“{}” is not an email address.", email.value),
                "Write it as in \"office@school.example\".",
            );
        }
    }

    fn unknown<'k>(
        &mut self,
        rule: &'static Rule,
        at: &Spanned<String>,
        what: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let help = did_you_mean(&at.value, known);
        self.report(
            rule,
            at,
            format!("There is no {what} “{}”.", at.value),
            help,
        );
    }
}
