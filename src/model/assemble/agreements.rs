//! Agreements and consents.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::paper::FileIds;
use super::sink::Sink;
use super::{audiences, spanned};
use crate::audience::Audience;
use crate::date::{Period, SchoolYear};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawAgreement, RawChoice, RawStatement};
use crate::model::{self, Agreement, AgreementId, Choice, Statement};
use crate::source::Spanned;

/// All agreements.
pub(super) fn agreements(
    records: Vec<Record<RawAgreement>>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Agreement> {
    let mut taken = FileIds::new();
    let mut all = Vec::with_capacity(records.len());
    for Record { file, value: raw } in records {
        let mut sink = Sink::of(&file, diagnostics);
        if sink.is_mended(&raw.readers.span()) {
            unsure.insert(model::Record::Agreement(AgreementId::new(all.len())));
        }
        let children = audiences(&raw.readers).contains(Audience::Children);
        let desk = Desk {
            sink: &mut sink,
            children,
        };
        all.push(desk.agreement(raw, &mut taken));
    }
    all
}

/// Where one agreement is read.
struct Desk<'s, 'a> {
    sink: &'s mut Sink<'a>,
    /// Whether it is for children, who need words of their own throughout.
    children: bool,
}

impl Desk<'_, '_> {
    fn agreement(mut self, raw: RawAgreement, taken: &mut FileIds) -> Agreement {
        let RawAgreement {
            id,
            title,
            child,
            readers,
            year,
            intro,
            child_intro,
            about,
            signed_by,
            statement,
            choice,
            return_to,
            child_return_to,
        } = raw;
        let id = spanned(id);
        self.sink.own_id(&id, "agreement", taken);
        let place = ("heading", "child = \"Our promise\"");
        self.words_for_children(&title, child.as_ref(), place);
        let place = (
            "return line",
            "child_return_to = \"Give this to your teacher\"",
        );
        self.words_for_children(&return_to, child_return_to.as_ref(), place);
        if statement.is_empty() && choice.is_empty() {
            self.sink.value(
                &id,
                format!("There is nothing to agree to in “{}”.", id.value),
                "Write [[statement]] or [[choice]] on a line of its own, and below it text = \"…\".",
            );
        }
        self.signers(&signed_by);
        self.sink.at_most(100, "statements", &statement);
        self.sink.at_most(30, "choices", &choice);
        self.sink.at_most(20, "lines to fill in", &about);
        let year = spanned(year);
        Agreement {
            id,
            file: Arc::clone(self.sink.file),
            title: self.sink.line(title),
            child_title: self.sink.line_if(child),
            readers: audiences(&readers),
            year: self.year(&year),
            intro: self.sink.line_if(intro),
            child_intro: self.sink.line_if(child_intro),
            about: self.lines(about),
            signed_by: self.lines(signed_by.into_inner()),
            statements: statement
                .into_iter()
                .map(|raw| self.statement(raw.into_inner()))
                .collect(),
            choices: choice
                .into_iter()
                .map(|raw| self.choice(raw.into_inner()))
                .collect(),
            return_to: self.sink.line(return_to),
            child_return_to: self.sink.line_if(child_return_to),
        }
    }

    /// Reports what children would have to read in words for grown-ups.
    fn words_for_children(
        &mut self,
        text: &At<String>,
        child: Option<&At<String>>,
        (what, line): (&str, &str),
    ) {
        if self.children && child.is_none() {
            self.sink.value(
                &Spanned::new((), text.span()),
                format!("This agreement is for children, but this {what} has no words for them."),
                format!("Add them, as in {line}."),
            );
        }
    }

    fn signers(&mut self, signed_by: &At<Vec<At<String>>>) {
        let list = signed_by.get_ref();
        if list.is_empty() {
            self.sink.value(
                &Spanned::new((), signed_by.span()),
                "Nobody signs this agreement.",
                "Say who signs, one line each, as in [\"Parent or carer\"].",
            );
        }
        self.sink.at_most(10, "people who sign", list);
    }

    fn lines(&mut self, lines: Vec<At<String>>) -> Vec<Spanned<String>> {
        let lines = lines.into_iter();
        lines.map(|line| self.sink.line(line)).collect()
    }

    /// The school year, in any of the forms in which a schedule takes one.
    fn year(&mut self, written: &Spanned<String>) -> Option<Spanned<SchoolYear>> {
        let period = Period::parse(&written.value);
        if let Ok(Period::SchoolYear(year)) = period {
            return Some(Spanned::new(year, written.span.clone()));
        }
        let meant = meant_year(&written.value, period.ok());
        self.sink.value(
            written,
            format!("“{}” is not a school year.", written.value),
            match meant {
                Some(year) => format!("Write the two years that it spans: \"{year}\"."),
                None => "Write the two years that it spans, as in \"2026-27\".".to_owned(),
            },
        );
        None
    }

    fn statement(&mut self, raw: RawStatement) -> Statement {
        let RawStatement {
            text,
            child,
            section,
        } = raw;
        self.words_for_children(&text, child.as_ref(), ("statement", "child = \"…\""));
        Statement {
            text: self.sink.line(text),
            child: self.sink.line_if(child),
            section: self.sink.line_if(section),
        }
    }

    fn choice(&mut self, raw: RawChoice) -> Choice {
        let RawChoice {
            text,
            child,
            answers,
            note,
        } = raw;
        self.words_for_children(&text, child.as_ref(), ("choice", "child = \"…\""));
        Choice {
            answers: self.answers(answers, &text),
            text: self.sink.line(text),
            child: self.sink.line_if(child),
            note: self.sink.line_if(note),
        }
    }

    /// The answers of a choice: yes and no, unless it says otherwise.
    fn answers(&mut self, written: Vec<At<String>>, text: &At<String>) -> Vec<Spanned<String>> {
        if written.is_empty() {
            // They are ours, and written nowhere.
            let ours = ["Yes", "No"].map(|word| Spanned::new(word.to_owned(), text.span()));
            return ours.into();
        }
        self.sink.at_most(10, "answers", &written);
        let mut answers: Vec<Spanned<String>> = Vec::with_capacity(written.len());
        let mut twice = false;
        for answer in written {
            let answer = self.sink.line(answer);
            let same =
                |other: &Spanned<String>| other.value.to_lowercase() == answer.value.to_lowercase();
            if answers.iter().any(same) {
                twice = true;
                self.sink.value(
                    &answer,
                    format!("“{}” stands among the answers already.", answer.value),
                    "Take one of the two out, or say what makes them different.",
                );
            } else {
                answers.push(answer);
            }
        }
        if answers.len() < 2 && !twice {
            self.sink.value(
                &Spanned::new((), text.span()),
                "With one answer there is nothing to choose.",
                "Write two answers or more, as in answers = [\"Yes\", \"No\"], or make this a [[statement]].",
            );
        }
        answers
    }
}

/// The school year that somebody meant who wrote a year, a month or a day.
fn meant_year(written: &str, period: Option<Period>) -> Option<SchoolYear> {
    if let Some(Period::Date(date)) = period {
        return Some(SchoolYear::of(date.first_day()));
    }
    let mut digits = written.split(|c: char| !c.is_ascii_digit());
    let year = digits.find(|part| part.len() == 4)?.parse().ok()?;
    Some(SchoolYear::of(Date::new(year, 9, 1).ok()?))
}
