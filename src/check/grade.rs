//! How hard a text may be for those who read it.
//!
//! The limits are those of the house (`docs/reading.md` says where they come
//! from); the grades are guesses, so a breach is a warning. A text in another
//! language than English is not judged: the formula is for English.

use std::ops::Range;

use super::sink::{PageSink, Said};
use super::texts;
use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::markdown::passages;
use crate::model::{Band, Folder, Page, Site};
use crate::reading::{Counter, Grade, Reading, Sentence, Vocabulary};
use crate::source::Place;

/// A text is not too hard for its readers.
pub(crate) static READING_LEVEL: Rule = Rule {
    name: "reading-level",
    severity: Severity::Warning,
    summary: "A text is no harder to read than those whom it is for can be expected to read.",
    explanation: explained!("reading-level"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&READING_LEVEL];

/// How hard a text may be.
struct Limit {
    /// Whom it is for, as it is said to an editor.
    readers: &'static str,
    grade: Grade,
    /// The words of a sentence, where a text is too short to be graded.
    sentence: usize,
    /// What more can be done.
    help: &'static str,
}

/// What more can be done where children read.
const TAUGHT: &str = " Words that children were taught count as easy once content/school.toml lists them: [reading] on a line of its own, and below it words = [\"Childline\"].";

/// For the younger children; what is for all of them must suit the younger.
static KS1: Limit = Limit {
    readers: "children of 5 to 7",
    grade: Grade::whole(2),
    sentence: 15,
    help: TAUGHT,
};
/// For the older children.
static KS2: Limit = Limit {
    readers: "children of 7 to 11",
    grade: Grade::whole(4),
    sentence: 20,
    help: TAUGHT,
};
/// For pages that are parents' own.
static PARENTS: Limit = Limit {
    readers: "parents",
    grade: Grade::whole(8),
    sentence: 25,
    help: "",
};
/// For policies as parents read them.
static POLICY: Limit = Limit {
    readers: "parents who read a policy",
    grade: Grade::whole(10),
    sentence: 30,
    help: "",
};
/// For all that staff read.
static STAFF: Limit = Limit {
    readers: "staff",
    grade: Grade::whole(12),
    sentence: 35,
    help: "",
};

/// How hard a page may be for one of its readers.
fn limit(page: &Page, reader: Audience) -> &'static Limit {
    match (reader, page.folder) {
        (Audience::Children, _) => match page.front.band {
            Some(Band::Ks2) => &KS2,
            Some(Band::Ks1 | Band::Both) | None => &KS1,
        },
        (Audience::Parents, Folder::Policies) => &POLICY,
        (Audience::Parents, _) => &PARENTS,
        (Audience::Staff, _) => &STAFF,
    }
}

/// The words that the school has taught its children. Not those of the
/// glossary: what has to be explained is not easy yet.
pub(super) fn taught(site: &Site) -> Vocabulary {
    Vocabulary::taught(site.school.taught.iter().map(|word| word.value.as_str()))
}

/// Judges a page. What is said is said for the first of its readers for whom it
/// is too hard: the limits rise from children to staff.
pub(super) fn on_page(sink: &mut PageSink<'_>, taught: &Vocabulary) {
    let site = sink.site;
    let page = site.page(sink.page);
    let lang = page.front.lang.as_ref().unwrap_or(&site.school.lang);
    // Where so much is wrong, how it reads can wait.
    if sink.is_full() || !is_english(lang) {
        return;
    }
    let readers = page.readers.iter();
    let too_hard = readers.filter_map(|reader| {
        let limit = limit(page, reader);
        let reading = too_hard(page, reader, limit, taught)?;
        Some((reader, limit, reading))
    });
    let all: Vec<(Audience, &Limit, Reading)> = too_hard.collect();
    let Some((reader, limit, reading)) = all.first() else {
        return;
    };
    let mut line = |span: &Range<usize>| {
        let span = sink.origin(*reader, span.clone());
        page.prose.place(span).line_column().0
    };
    let said = said(reading, limit, "This page", &mut line);
    let first = sink.origin(*reader, longest(reading));
    let readers = all.iter().map(|(reader, _, _)| *reader).collect();
    sink.report(said, readers, first);
}

/// What one reader reads of a page, if it is too hard for them.
fn too_hard(page: &Page, reader: Audience, limit: &Limit, taught: &Vocabulary) -> Option<Reading> {
    let reading = &page.prose.outline(reader).reading;
    if !limit.is_passed_by(reading) {
        return None;
    }
    if reader != Audience::Children {
        return Some(reading.clone());
    }
    // The words that children were taught are easy.
    let mut vocabulary = taught.clone();
    let mut counter = Counter::with(&mut vocabulary);
    for passage in passages(page.prose.retained(reader).inspect()) {
        counter.read(&passage);
    }
    let reading = counter.finish();
    limit.is_passed_by(&reading).then_some(reading)
}

/// Judges the worried page: each of its two wordings as one text.
pub(super) fn of_records(site: &Site, taught: &Vocabulary, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(help)) = (&site.files.help, &site.help) else {
        return;
    };
    if !is_english(&site.school.lang) {
        return;
    }
    let children = &help.children;
    let mut vocabulary = taught.clone();
    for (wording, limit, name) in [(&children.ks1, &KS1, "ks1"), (&children.ks2, &KS2, "ks2")] {
        let mut counter = Counter::with(&mut vocabulary);
        for text in texts::of_wording(file, wording) {
            counter.read(&text.passage());
        }
        let reading = counter.finish();
        if !limit.is_passed_by(&reading) {
            continue;
        }
        let mut line = |span: &Range<usize>| file.line_column(span.start).0;
        let what = format!("The worried page in its “{name}” words");
        let (rule, message, help) = said(&reading, limit, &what, &mut line);
        diagnostics
            .report(rule, Place::at(file, longest(&reading)), message, help)
            .on_pages_of(Audience::Children.into());
    }
}

pub(super) fn is_english(lang: &str) -> bool {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}

impl Limit {
    fn is_passed_by(&self, reading: &Reading) -> bool {
        match reading.grade() {
            Some(grade) => grade > self.grade,
            None => longest_words(reading) > self.sentence,
        }
    }
}

/// Where the longest sentence is: that is where to begin.
fn longest(reading: &Reading) -> Range<usize> {
    let first = reading.longest.first();
    first.map_or(0..0, |sentence| sentence.span.clone())
}

fn longest_words(reading: &Reading) -> usize {
    reading.longest.first().map_or(0, |sentence| sentence.words)
}

/// What is said of a text that is too hard; `line` is where a span begins.
fn said(
    reading: &Reading,
    limit: &Limit,
    what: &str,
    line: &mut impl FnMut(&Range<usize>) -> usize,
) -> Said {
    let message = match reading.grade() {
        Some(grade) => format!(
            "{what} has reading grade {grade}: {}. For {} it may have grade {} at most (age {}).",
            ease(grade),
            limit.readers,
            limit.grade,
            limit.grade.age()
        ),
        None => format!(
            "{what} is too short to be graded ({} words), but one of its sentences has {} words. For {} a sentence may have {} at most.",
            reading.words,
            longest_words(reading),
            limit.readers,
            limit.sentence
        ),
    };
    // Beside one long sentence, short ones need not be named.
    let long = |sentence: &&Sentence| sentence.words * 2 >= longest_words(reading);
    let sentences = reading.longest.iter().filter(long);
    let sentences: Vec<String> = sentences
        .map(|sentence| format!("{} words (line {})", sentence.words, line(&sentence.span)))
        .collect();
    let words = reading.hardest.iter();
    let words: Vec<String> = words
        .map(|word| format!("“{}” (line {})", word.written, line(&word.span)))
        .collect();
    let mut help = listed("Longest sentence", &sentences);
    help.push_str(&listed("Hardest word", &words));
    help.push_str("Break up the long sentences, and use easier words for the hard ones.");
    help.push_str(limit.help);
    (&READING_LEVEL, message, help)
}

/// Who can read a text of this grade.
fn ease(grade: Grade) -> String {
    if grade > Grade::whole(LAST_SCHOOL_YEAR) {
        "it is as hard as what students read at university".to_owned()
    } else {
        format!(
            "most people can read it from about the age of {}",
            grade.age()
        )
    }
}

/// The grade of the last school year.
const LAST_SCHOOL_YEAR: i64 = 12;

/// `Hardest words: “family”, “another”. `; nothing if there are none.
fn listed(what: &str, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => format!("{what}: {one}. "),
        all => format!("{what}s: {}. ", all.join(", ")),
    }
}
