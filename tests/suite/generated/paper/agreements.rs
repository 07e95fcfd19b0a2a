//! Agreements: some for children, whose own words are all that they read.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{readers, set_if};
use crate::generated::Files;
use crate::generated::people::Known;
use crate::generated::words::{Voice, list, quoted, title, words};

/// The words of an agreement for one sort of reader.
#[derive(Debug, Clone)]
struct Wording {
    title: String,
    intro: Option<String>,
    statements: Vec<(String, Option<String>)>,
    choices: Vec<(String, Option<String>)>,
    return_to: String,
}

/// What all who see an agreement read alike.
#[derive(Debug, Clone)]
struct Lines {
    year: &'static str,
    about: Vec<String>,
    signed_by: Vec<String>,
    answers: Option<(String, String)>,
}

/// Agreements for children: what they read.
#[derive(Debug, Clone)]
pub(super) struct ChildrenAgreements(Vec<(Lines, Wording)>);

/// What grown-ups read of those, and parents' own.
#[derive(Debug, Clone)]
pub(super) struct ParentsAgreements {
    of_children: Vec<Wording>,
    own: Vec<(Lines, Wording)>,
}

/// Staff's own.
#[derive(Debug, Clone, Default)]
pub(super) struct StaffAgreements(Vec<(Lines, Wording)>);

/// An agreement that is for anybody else has three statements and a choice: a
/// wording in other words must fit it line by line.
const STATEMENTS: usize = 3;

fn wording(voice: Voice) -> impl Strategy<Value = Wording> {
    let said = move || (words(voice), option::of(words(voice)));
    (
        title(voice),
        option::of(words(voice)),
        vec(said(), STATEMENTS),
        vec(said(), 1),
        words(voice),
    )
        .prop_map(|(title, intro, statements, choices, return_to)| Wording {
            title,
            intro,
            statements,
            choices,
            return_to,
        })
}

fn lines(voice: Voice) -> impl Strategy<Value = Lines> {
    (
        prop::sample::select(vec!["2025-26", "2026-27", "2027/28"]),
        vec(words(voice), 0..3),
        vec(title(voice), 1..3),
        option::of((words(voice), words(voice))),
    )
        .prop_map(|(year, about, signed_by, answers)| Lines {
            year,
            about,
            signed_by,
            answers,
        })
}

fn agreement(voice: Voice) -> impl Strategy<Value = (Lines, Wording)> {
    (lines(voice), wording(voice))
}

pub(super) fn children() -> impl Strategy<Value = ChildrenAgreements> {
    vec(agreement(Voice::Children), 0..2).prop_map(ChildrenAgreements)
}

pub(super) fn parents() -> impl Strategy<Value = ParentsAgreements> {
    let voice = Voice::Parents;
    (vec(wording(voice), 2), vec(agreement(voice), 0..3))
        .prop_map(|(of_children, own)| ParentsAgreements { of_children, own })
}

pub(super) fn staff() -> impl Strategy<Value = StaffAgreements> {
    vec(agreement(Voice::Staff), 0..3).prop_map(StaffAgreements)
}

/// Writes the files; says what there is to be shown.
pub(super) fn write(
    children: &ChildrenAgreements,
    parents: &ParentsAgreements,
    staff: &StaffAgreements,
    mut known: Known,
    files: &mut Files,
) -> Known {
    let mut put = |voice: Voice, n: usize, text: &dyn Fn(&str) -> String| {
        let id = voice.name("form", n);
        files.put(format!("content/agreements/{id}.toml"), text(&id));
        let names = match voice {
            Voice::Children => &mut known.agreements.children,
            Voice::Parents => &mut known.agreements.parents,
            Voice::Staff => &mut known.agreements.staff,
        };
        names.push(id);
    };
    let of_children = children.0.iter().zip(&parents.of_children);
    for (n, ((lines, child), own)) in of_children.enumerate() {
        put(Voice::Children, n, &|id| {
            written(Voice::Children, id, lines, (own, Some(child)))
        });
    }
    for (voice, all) in [(Voice::Parents, &parents.own), (Voice::Staff, &staff.0)] {
        for (n, (lines, own)) in all.iter().enumerate() {
            put(voice, n, &|id| written(voice, id, lines, (own, None)));
        }
    }
    known
}

fn written(
    voice: Voice,
    id: &str,
    lines: &Lines,
    (own, child): (&Wording, Option<&Wording>),
) -> String {
    let Lines {
        year,
        about,
        signed_by,
        answers,
    } = lines;
    let mut text = format!(
        "id = {}\ntitle = {}\nfor = {}\nyear = {}\nabout = {}\nsigned_by = {}\nreturn_to = {}\n",
        quoted(id),
        quoted(&own.title),
        readers(voice),
        quoted(year),
        list(about),
        list(signed_by),
        quoted(&own.return_to)
    );
    set_if(&mut text, "intro", own.intro.as_ref());
    set_if(&mut text, "child", child.map(|child| &child.title));
    set_if(
        &mut text,
        "child_intro",
        child.and_then(|child| child.intro.as_ref()),
    );
    set_if(
        &mut text,
        "child_return_to",
        child.map(|child| &child.return_to),
    );
    for (n, (said, section)) in own.statements.iter().enumerate() {
        text += &format!("\n[[statement]]\ntext = {}\n", quoted(said));
        set_if(
            &mut text,
            "child",
            child.map(|child| &child.statements[n].0),
        );
        set_if(&mut text, "section", section.as_ref());
    }
    for (n, (said, note)) in own.choices.iter().enumerate() {
        text += &format!("\n[[choice]]\ntext = {}\n", quoted(said));
        set_if(&mut text, "child", child.map(|child| &child.choices[n].0));
        set_if(&mut text, "note", note.as_ref());
        if let Some((one, other)) = answers {
            let other = format!("{other} or not");
            text += &format!("answers = {}\n", list(&[one, &other]));
        }
    }
    text
}
