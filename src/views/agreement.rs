//! Agreements, as grown-ups read and sign them.

use serde::Serialize;

use super::Desk;
use super::checklist::words;
use crate::model::{Agreement, AgreementId, Choice, Statement};
use crate::source::Spanned;

/// An agreement for a parent or for staff.
#[derive(Debug, Serialize)]
pub struct AgreementView {
    /// Its heading.
    pub title: String,
    /// The school year, in words.
    pub year: Option<String>,
    /// A sentence or two above it.
    pub intro: Option<String>,
    /// What is to be filled in.
    pub about: Vec<String>,
    /// What is agreed to by signing, part by part.
    pub parts: Vec<AgreementPart>,
    /// What is answered one by one.
    pub choices: Vec<ChoiceView>,
    /// Who signs.
    pub signed_by: Vec<String>,
    /// Where the paper goes.
    pub return_to: String,
}

/// Statements that stand together.
#[derive(Debug, Serialize)]
pub struct AgreementPart {
    /// What they stand under.
    pub section: Option<String>,
    /// The statements.
    pub statements: Vec<String>,
}

/// Something that is answered by itself.
#[derive(Debug, Serialize)]
pub struct ChoiceView {
    /// What is asked.
    pub text: String,
    /// The answers.
    pub answers: Vec<String>,
    /// More about it.
    pub note: Option<String>,
}

/// An agreement, in words for grown-ups.
pub(super) fn for_grown_ups(desk: &Desk<'_>, id: AgreementId) -> AgreementView {
    let Agreement {
        id: _,
        file: _,
        title,
        child_title: _,
        readers: _,
        year,
        intro,
        child_intro: _,
        about,
        signed_by,
        statements,
        choices,
        return_to,
        child_return_to: _,
    } = desk.site.agreement(id);
    AgreementView {
        title: title.value.clone(),
        year: year
            .as_ref()
            .map(|year| desk.wording.school_year(year.value)),
        intro: words(intro.as_ref()),
        about: lines(about),
        parts: parts(statements),
        choices: choices.iter().map(choice).collect(),
        signed_by: lines(signed_by),
        return_to: return_to.value.clone(),
    }
}

fn parts(statements: &[Statement]) -> Vec<AgreementPart> {
    let mut parts: Vec<AgreementPart> = Vec::new();
    for Statement {
        text,
        child: _,
        section,
    } in statements
    {
        let section = words(section.as_ref());
        match parts.last_mut() {
            Some(part) if part.section == section => part.statements.push(text.value.clone()),
            Some(_) | None => parts.push(AgreementPart {
                section,
                statements: vec![text.value.clone()],
            }),
        }
    }
    parts
}

fn choice(choice: &Choice) -> ChoiceView {
    let Choice {
        text,
        child: _,
        answers,
        note,
    } = choice;
    ChoiceView {
        text: text.value.clone(),
        answers: lines(answers),
        note: words(note.as_ref()),
    }
}

/// The words of lines that all readers share.
pub(super) fn lines(lines: &[Spanned<String>]) -> Vec<String> {
    lines.iter().map(|line| line.value.clone()).collect()
}
