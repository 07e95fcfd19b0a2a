//! The accessibility statement, as parents and as staff read it.
//!
//! In: what `accessibility.toml` says, and the documents of the view. Out: what
//! people have tested and when, and what nobody has; the gaps that are known;
//! whom to ask. What the theme's own tests were is added in print. Must never
//! say that a page can be used by everybody, and never count for parents what
//! only staff can open.

use serde::Serialize;

use super::{Desk, Panel};
use crate::audience::Audience;
use crate::date::PartialDate;
use crate::model::{Accessibility, How, KnownGap, Tested};

/// What only the school knows for its statement.
#[derive(Debug, Serialize)]
pub struct StatementView<R> {
    /// Whom to ask for a page in another form; the office where nobody is
    /// named.
    pub ask: Option<R>,
    /// How soon they answer.
    pub within: Option<String>,
    /// When somebody last went through it, in words.
    pub checked: Option<String>,
    /// Whether that is more than a year ago.
    pub checked_long_ago: bool,
    /// Tests that people made, the newest first.
    pub tested: Vec<TestedView>,
    /// What no person has tested: words of [`How`].
    pub untested: Vec<&'static str>,
    /// What is known not to be right.
    pub gaps: Vec<GapView>,
    /// Documents in this view, which nobody has tested, by what they are.
    pub documents: Vec<DocumentsView>,
    /// Whether the school's own theme changes how pages look.
    pub own_look: bool,
}

/// A test that a person made.
#[derive(Debug, Serialize)]
pub struct TestedView {
    /// With what: a word of [`How`].
    pub how: &'static str,
    /// When, in words: `on 12 November 2026`.
    pub when: String,
    /// Whether that is more than a year ago.
    pub long_ago: bool,
    /// Who.
    pub by: String,
    /// The programs and the device.
    pub with: Option<String>,
    /// What they found.
    pub found: String,
}

/// Something that is known not to be right.
#[derive(Debug, Serialize)]
pub struct GapView {
    /// What it is.
    pub what: String,
    /// How to get at it all the same.
    pub instead: Option<String>,
}

/// Documents of one kind.
#[derive(Debug, Serialize)]
pub struct DocumentsView {
    /// `pdf`, `text` or `other`.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
}

/// What the school knows for the statement of this reader.
pub(super) fn of<P: Panel>(desk: &Desk<'_>) -> StatementView<P::Role> {
    let theme = desk.site.school.theme.as_ref();
    let nothing = StatementView {
        ask: None,
        within: None,
        checked: None,
        checked_long_ago: false,
        tested: Vec::new(),
        untested: How::ALL.map(How::word).to_vec(),
        gaps: Vec::new(),
        documents: documents(desk),
        own_look: theme.is_some_and(|theme| theme.value != "default"),
    };
    let Some(statement) = &desk.site.handbook.accessibility else {
        return nothing;
    };
    let Accessibility {
        checked,
        ask,
        within,
        tested,
        gaps,
    } = statement;
    let tested = tested.iter();
    let mut tested: Vec<&Tested> = tested
        .filter_map(|test| test.reveal(&desk.reader))
        .collect();
    tested.sort_by_key(|test| std::cmp::Reverse(test.on.value.last_day()));
    let was_tested = |how: &How| tested.iter().any(|test| test.how == *how);
    let untested = How::ALL.into_iter().filter(|how| !was_tested(how));
    let gaps = gaps.iter().filter_map(|gap| gap.reveal(&desk.reader));
    StatementView {
        ask: ask.as_ref().map(|role| P::role(desk, role.value)),
        within: within.as_ref().map(|within| within.value.clone()),
        checked: Some(desk.wording.date(checked.value)),
        checked_long_ago: desk.site.statement_checked(statement).is_due(),
        untested: untested.map(How::word).collect(),
        tested: tested.into_iter().map(|test| seen(desk, test)).collect(),
        gaps: gaps.map(gap).collect(),
        ..nothing
    }
}

fn seen(desk: &Desk<'_>, test: &Tested) -> TestedView {
    let Tested {
        how,
        on,
        by,
        with,
        found,
    } = test;
    TestedView {
        how: how.word(),
        when: match on.value {
            PartialDate::Day(_) => desk.said("date.on", &[("date", &desk.wording.date(on.value))]),
            PartialDate::Month(_) => {
                desk.said("date.in", &[("date", &desk.wording.date(on.value))])
            }
        },
        long_ago: desk.site.test_aged(test).is_due(),
        by: by.value.clone(),
        with: with.as_ref().map(|with| with.value.clone()),
        found: found.value.clone(),
    }
}

fn gap(gap: &KnownGap) -> GapView {
    let KnownGap { what, instead } = gap;
    GapView {
        what: what.value.clone(),
        instead: instead.as_ref().map(|instead| instead.value.clone()),
    }
}

/// The documents that a statement is about: parents' is about what stands on
/// the web, for children too.
fn documents(desk: &Desk<'_>) -> Vec<DocumentsView> {
    let is_here = |of: Audience| match desk.audience() {
        Audience::Children => of == Audience::Children,
        Audience::Parents => of != Audience::Staff,
        Audience::Staff => of == Audience::Staff,
    };
    let files = desk.site.downloads.iter();
    let kinds: Vec<&str> = files
        .filter(|file| is_here(file.audience))
        .map(|file| kind(&file.path))
        .collect();
    ["pdf", "text", "other"]
        .into_iter()
        .map(|kind| DocumentsView {
            kind,
            count: kinds.iter().filter(|other| **other == kind).count(),
        })
        .filter(|documents| documents.count > 0)
        .collect()
}

/// What a document is, by the end of its name.
fn kind(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_lowercase().as_str() {
        "pdf" => "pdf",
        "doc" | "docx" | "odt" | "rtf" => "text",
        _ => "other",
    }
}
