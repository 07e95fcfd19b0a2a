//! The schedule and the ledger: reviews of pages of every voice, each with
//! what its readers are told, and around them what staff alone may know.
//!
//! A digest is written as `same:PAGE:VIEW` where the text is to be what was
//! approved; whoever builds the site puts the real one there.

mod written;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::words::{Voice, words};

pub(crate) use written::write;

/// What the readers of a page are told of its review.
#[derive(Debug, Clone)]
struct Review {
    last: Option<&'static str>,
    next: Option<&'static str>,
    every: &'static str,
    class: bool,
    /// Who approves it; some who the readers know, some who they do not.
    approver: Option<(Index, bool)>,
    approvals: Vec<Approval>,
}

#[derive(Debug, Clone)]
struct Approval {
    on: &'static str,
    by: Index,
    known: bool,
    /// Whether the text of its readers is what was approved.
    same: bool,
}

/// What staff alone know of a review, of whatever page.
#[derive(Debug, Clone)]
struct Inside {
    owner: Index,
    triggers: Vec<String>,
    events: Vec<(String, u8)>,
    evidence: String,
    section: String,
    same: bool,
    minor: Option<String>,
}

#[derive(Debug, Clone)]
struct Duty {
    title: String,
    owner: Index,
    every: &'static str,
    last: Option<&'static str>,
    evidence: Option<String>,
}

/// Reviews of children's pages.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenSchedule(Vec<Review>);

/// Reviews of parents' pages, and who approves those of children's pages whom
/// children do not know.
#[derive(Debug, Clone)]
pub(crate) struct ParentsSchedule(Vec<Review>, Index);

/// All the rest.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffSchedule {
    due_soon: Option<&'static str>,
    class: Option<(String, String)>,
    inside: Vec<Inside>,
    own: Vec<(Index, Review)>,
    duties: Vec<Duty>,
}

fn day() -> impl Strategy<Value = &'static str> {
    select(vec![
        "2024-09-30",
        "2025-11-22",
        "2025-12-09",
        "2026-06-16",
        "2026-10-14",
        "2026-11-22",
    ])
}

fn interval() -> impl Strategy<Value = &'static str> {
    select(vec![
        "1 year",
        "2 years",
        "6 months",
        "6 weeks",
        "regularly",
    ])
}

fn review() -> impl Strategy<Value = Review> {
    let approval = (day(), any::<Index>(), any::<bool>(), any::<bool>());
    let approval = approval.prop_map(|(on, by, known, same)| Approval {
        on,
        by,
        known,
        same,
    });
    (
        option::weighted(0.7, day()),
        option::weighted(0.3, select(vec!["2025-09-30", "2027-01-15"])),
        interval(),
        any::<bool>(),
        option::of((any::<Index>(), any::<bool>())),
        vec(approval, 0..3),
    )
        .prop_map(|(last, next, every, class, approver, approvals)| Review {
            last,
            next,
            every,
            class,
            approver,
            approvals,
        })
}

fn inside() -> impl Strategy<Value = Inside> {
    let voice = Voice::Staff;
    (
        any::<Index>(),
        vec(words(voice), 0..2),
        vec((words(voice), 1..28u8), 0..2),
        (words(voice), words(voice)),
        any::<bool>(),
        option::of(words(voice)),
    )
        .prop_map(
            |(owner, triggers, events, (evidence, section), same, minor)| Inside {
                owner,
                triggers,
                events,
                evidence,
                section,
                same,
                minor,
            },
        )
}

fn duty() -> impl Strategy<Value = Duty> {
    let voice = Voice::Staff;
    (
        words(voice),
        any::<Index>(),
        interval(),
        option::of(day()),
        option::of(words(voice)),
    )
        .prop_map(|(title, owner, every, last, evidence)| Duty {
            title,
            owner,
            every,
            last,
            evidence,
        })
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenSchedule> {
    vec(review(), 0..3).prop_map(ChildrenSchedule)
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsSchedule> {
    (vec(review(), 0..6), any::<Index>()).prop_map(|(own, other)| ParentsSchedule(own, other))
}

pub(crate) fn staff() -> impl Strategy<Value = StaffSchedule> {
    let voice = Voice::Staff;
    (
        option::of(select(vec!["10 days", "8 weeks"])),
        option::of((words(voice), words(voice))),
        vec(inside(), 0..6),
        vec((any::<Index>(), review()), 0..3),
        vec(duty(), 0..3),
    )
        .prop_map(|(due_soon, class, inside, own, duties)| StaffSchedule {
            due_soon,
            class,
            inside,
            own,
            duties,
        })
}
