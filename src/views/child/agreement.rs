//! What a child can see of an agreement.

use serde::Serialize;

use crate::model::{Agreement, AgreementId, Choice, Statement};
use crate::views::Desk;
use crate::views::agreement::lines;
use crate::views::checklist::words;

/// An agreement for children: their words, and the lines that all who sign it
/// share.
#[derive(Debug, Serialize)]
pub struct ChildAgreement {
    /// Its heading.
    pub title: String,
    /// The school year, in words.
    pub year: Option<String>,
    /// A sentence or two above it.
    pub intro: Option<String>,
    /// What is to be filled in.
    pub about: Vec<String>,
    /// What is agreed to by signing.
    pub statements: Vec<String>,
    /// What is answered one by one.
    pub choices: Vec<ChildChoice>,
    /// Who signs.
    pub signed_by: Vec<String>,
    /// Where the paper goes.
    pub return_to: Option<String>,
}

/// Something that a child answers by itself.
#[derive(Debug, Serialize)]
pub struct ChildChoice {
    /// What is asked.
    pub text: String,
    /// The answers.
    pub answers: Vec<String>,
}

/// An agreement in children's words; what has none is not for them.
pub(super) fn of(desk: &Desk<'_>, id: AgreementId) -> ChildAgreement {
    let Agreement {
        id: _,
        file: _,
        title,
        child_title,
        readers: _,
        year,
        intro: _,
        child_intro,
        about,
        signed_by,
        statements,
        choices,
        return_to: _,
        child_return_to,
    } = desk.site.agreement(id);
    let statement = |statement: &Statement| {
        let Statement {
            text: _,
            child,
            section: _,
        } = statement;
        words(child.as_ref())
    };
    let choice = |choice: &Choice| {
        let Choice {
            text: _,
            child,
            answers,
            note: _,
        } = choice;
        Some(ChildChoice {
            text: words(child.as_ref())?,
            answers: lines(answers),
        })
    };
    ChildAgreement {
        title: child_title.as_ref().unwrap_or(title).value.clone(),
        year: year
            .as_ref()
            .map(|year| desk.wording.school_year(year.value)),
        intro: words(child_intro.as_ref()),
        about: lines(about),
        statements: statements.iter().filter_map(statement).collect(),
        choices: choices.iter().filter_map(choice).collect(),
        signed_by: lines(signed_by),
        return_to: words(child_return_to.as_ref()),
    }
}
