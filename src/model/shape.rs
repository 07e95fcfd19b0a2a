//! The kinds of block that a page can have, and what each asks for.

use crate::model::RecordKind;

/// What a kind of block asks for: its word, and the one key of its body.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// The word after the fence: `contacts`.
    pub word: &'static str,
    /// The key: `roles`.
    pub key: &'static str,
    /// How many names stand under it.
    pub names: Names,
    /// What they are names of; routes are no records that pages name
    /// otherwise.
    pub of: Option<RecordKind>,
}

/// How many names a block has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None, and no key.
    Nothing,
    /// One, which is not in brackets.
    One,
    /// A list of one or more.
    Some,
    /// A list of one or more, or no key at all for all that there are.
    SomeOrAll,
}

impl Shape {
    /// Every kind of block.
    pub const ALL: &[Shape] = &[
        Shape {
            word: "contacts",
            key: "roles",
            names: Names::Some,
            of: Some(RecordKind::Role),
        },
        Shape {
            word: "helplines",
            key: "ids",
            names: Names::Some,
            of: Some(RecordKind::Helpline),
        },
        Shape {
            word: "routes",
            key: "about",
            names: Names::SomeOrAll,
            of: None,
        },
        Shape {
            word: "guidance",
            key: "ids",
            names: Names::SomeOrAll,
            of: Some(RecordKind::Guidance),
        },
        Shape {
            word: "glossary",
            key: "ids",
            names: Names::SomeOrAll,
            of: Some(RecordKind::Term),
        },
        Shape {
            word: "systems",
            key: "ids",
            names: Names::SomeOrAll,
            of: Some(RecordKind::System),
        },
        Shape {
            word: "table",
            key: "id",
            names: Names::One,
            of: Some(RecordKind::Table),
        },
        Shape {
            word: "procedure",
            key: "id",
            names: Names::One,
            of: Some(RecordKind::Procedure),
        },
        Shape {
            word: "checklist",
            key: "id",
            names: Names::One,
            of: Some(RecordKind::Checklist),
        },
        Shape {
            word: "agreement",
            key: "id",
            names: Names::One,
            of: Some(RecordKind::Agreement),
        },
        Shape {
            word: "review",
            key: "",
            names: Names::Nothing,
            of: None,
        },
        Shape {
            word: "duties",
            key: "roles",
            names: Names::SomeOrAll,
            of: Some(RecordKind::Role),
        },
    ];

    /// The line that names something: `roles = ["…"]`.
    pub fn line(&self) -> String {
        match self.names {
            Names::Nothing => String::new(),
            Names::One => format!("{} = \"…\"", self.key),
            Names::Some | Names::SomeOrAll => format!("{} = [\"…\"]", self.key),
        }
    }
}
