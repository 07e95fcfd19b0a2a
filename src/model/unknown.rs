//! Names that nothing has: the rules, and what is said.

use crate::diagnostic::{Rule, Severity, explained};
use crate::model::{RecordKind, Site};

/// A role that is named exists.
pub(super) static UNKNOWN_ROLE: Rule = Rule {
    name: "unknown-role",
    severity: Severity::Error,
    summary: "Every role that is named stands in content/people.toml.",
    explanation: explained!("unknown-role"),
};
/// A helpline that is named exists.
pub(super) static UNKNOWN_HELPLINE: Rule = Rule {
    name: "unknown-helpline",
    severity: Severity::Error,
    summary: "Every helpline that is named stands in content/helplines.toml.",
    explanation: explained!("unknown-helpline"),
};
/// A policy that is referred to is there.
pub(super) static UNKNOWN_POLICY: Rule = Rule {
    name: "unknown-policy",
    severity: Severity::Error,
    summary: "Every policy that is referred to stands in content/policies/.",
    explanation: explained!("unknown-policy"),
};
/// A table that a block names is there.
pub(super) static UNKNOWN_TABLE: Rule = Rule {
    name: "unknown-table",
    severity: Severity::Error,
    summary: "Every table that a block names has a file in content/tables/.",
    explanation: explained!("unknown-table"),
};
/// A procedure that is shown exists.
pub(super) static UNKNOWN_PROCEDURE: Rule = Rule {
    name: "unknown-procedure",
    severity: Severity::Error,
    summary: "Every procedure that is named has a file in content/procedures/.",
    explanation: explained!("unknown-procedure"),
};
/// A checklist that is shown exists.
pub(super) static UNKNOWN_CHECKLIST: Rule = Rule {
    name: "unknown-checklist",
    severity: Severity::Error,
    summary: "Every checklist that is named has a file in content/checklists/.",
    explanation: explained!("unknown-checklist"),
};
/// An agreement that is shown exists.
pub(super) static UNKNOWN_AGREEMENT: Rule = Rule {
    name: "unknown-agreement",
    severity: Severity::Error,
    summary: "Every agreement that is named has a file in content/agreements/.",
    explanation: explained!("unknown-agreement"),
};

/// A law or guidance that is named exists.
pub(super) static UNKNOWN_GUIDANCE: Rule = Rule {
    name: "unknown-guidance",
    severity: Severity::Error,
    summary: "Every law or guidance that is named stands in content/guidance.toml.",
    explanation: explained!("unknown-guidance"),
};

/// A term of the glossary that is named exists.
pub(super) static UNKNOWN_GLOSSARY_TERM: Rule = Rule {
    name: "unknown-glossary-term",
    severity: Severity::Error,
    summary: "Every term that is named stands in content/glossary.toml.",
    explanation: explained!("unknown-glossary-term"),
};

/// A system that is named exists.
pub(super) static UNKNOWN_SYSTEM: Rule = Rule {
    name: "unknown-system",
    severity: Severity::Error,
    summary: "Every system that is named stands in content/systems.toml.",
    explanation: explained!("unknown-system"),
};

/// The rules that are kept here.
pub(crate) static RULES: &[&Rule] = &[
    &UNKNOWN_ROLE,
    &UNKNOWN_HELPLINE,
    &UNKNOWN_POLICY,
    &UNKNOWN_GUIDANCE,
    &UNKNOWN_GLOSSARY_TERM,
    &UNKNOWN_SYSTEM,
    &UNKNOWN_TABLE,
    &UNKNOWN_PROCEDURE,
    &UNKNOWN_CHECKLIST,
    &UNKNOWN_AGREEMENT,
];

impl RecordKind {
    /// The rule that every record of this kind that is named exists.
    pub(crate) fn must_exist(self) -> &'static Rule {
        match self {
            RecordKind::Role => &UNKNOWN_ROLE,
            RecordKind::Helpline => &UNKNOWN_HELPLINE,
            RecordKind::Policy => &UNKNOWN_POLICY,
            RecordKind::Guidance => &UNKNOWN_GUIDANCE,
            RecordKind::Term => &UNKNOWN_GLOSSARY_TERM,
            RecordKind::System => &UNKNOWN_SYSTEM,
            RecordKind::Table => &UNKNOWN_TABLE,
            RecordKind::Procedure => &UNKNOWN_PROCEDURE,
            RecordKind::Checklist => &UNKNOWN_CHECKLIST,
            RecordKind::Agreement => &UNKNOWN_AGREEMENT,
        }
    }

    /// What is said of a name that no record of this kind has.
    pub(crate) fn unknown(self, name: &str) -> String {
        format!(
            "There is no {} “{name}” in {}.",
            self.word(),
            self.stands_in()
        )
    }
}

impl Site {
    /// The rule, the message and the help for a name that no record of a kind
    /// has.
    pub(crate) fn unknown(&self, kind: RecordKind, name: &str) -> (&'static Rule, String, String) {
        let help = self.name_help(kind, name);
        (kind.must_exist(), kind.unknown(name), help)
    }
}
