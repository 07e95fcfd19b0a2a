//! The schedule: pages and roles found, folders and appendices spelt out.

use std::collections::BTreeMap;

use super::sink::{Ids, Sink};
use super::{Whole, duties, spanned};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::load::Record;
use crate::load::raw::{At, RawClass, RawEvent, RawReview, RawSchedule};
use crate::model::schedule::Event;
use crate::model::{Checklist, Class, Page, PageId, Review, Role, RoleId, Schedule};
use crate::source::Spanned;

/// What the schedule is put together with.
#[derive(Clone, Copy)]
pub(super) struct Shelf<'a> {
    /// Pages, sorted by path.
    pages: &'a [Page],
    /// Whether these are all the pages there are.
    all_pages: bool,
    roles: &'a [Role],
    /// Whether these are all the roles there are.
    all_roles: bool,
    pub(super) checklists: &'a [Checklist],
    /// Whether these are all the checklists there are.
    pub(super) all_checklists: bool,
}

impl<'a> Shelf<'a> {
    /// These pages, sorted by path, these roles, and these checklists.
    pub(super) fn of(
        pages: &'a [Page],
        roles: &'a [Role],
        checklists: &'a [Checklist],
        whole: Whole<'_>,
    ) -> Shelf<'a> {
        Shelf {
            pages,
            all_pages: whole.pages(),
            roles,
            all_roles: whole.roles(),
            checklists,
            all_checklists: whole.checklists(),
        }
    }
}

/// The schedule, or an empty one.
pub(super) fn schedule(
    record: Option<Record<RawSchedule>>,
    shelf: Shelf<'_>,
    diagnostics: &mut Diagnostics,
) -> Schedule {
    let Some(Record { file, value: raw }) = record else {
        return Schedule::default();
    };
    let mut sink = Sink::of(&file, diagnostics);
    let RawSchedule {
        due_soon,
        class,
        review,
        duty,
    } = raw;
    let mut taken = Ids::new();
    let classes: Vec<Class> = class
        .into_iter()
        .map(|class| self::class(class.into_inner(), &mut taken, &mut sink))
        .collect();
    let reviews = reviews(review, &classes, shelf, &mut sink);
    let mut taken = Ids::new();
    let duties = duty
        .into_iter()
        .map(|duty| duties::duty(duty.into_inner(), &mut taken, shelf, &mut sink))
        .collect();
    Schedule {
        due_soon: due_soon.map(At::into_inner),
        classes,
        reviews,
        duties,
    }
}

fn class(raw: RawClass, taken: &mut Ids, sink: &mut Sink<'_>) -> Class {
    let RawClass {
        id,
        title,
        every,
        rule,
    } = raw;
    let id = spanned(id);
    sink.id(&id, "class", taken);
    Class {
        id,
        title: title.into_inner(),
        every: every.into_inner(),
        rule: rule.into_inner(),
    }
}

/// An entry as it is written, and what it says of its parent.
struct Entry {
    review: Review,
    part_of: Option<Spanned<String>>,
    /// Whether it names a folder, and so gives way to an entry of a page.
    of_folder: bool,
    /// Whether it says who sees to it, be it a role that there is or not.
    is_owned: bool,
}

/// One review for each page that is named, sorted by page.
fn reviews(
    raw: Vec<At<RawReview>>,
    classes: &[Class],
    shelf: Shelf<'_>,
    sink: &mut Sink<'_>,
) -> Vec<Review> {
    let mut by_page: BTreeMap<PageId, Entry> = BTreeMap::new();
    for raw in raw {
        let raw = raw.into_inner();
        let written = Spanned::new(raw.page.get_ref().clone(), raw.page.span());
        let of_folder = written.value.ends_with('/');
        let is_owned = raw.owner.is_some();
        let pages = pages_of(&written, shelf, sink);
        let Some((first, others)) = pages.split_first() else {
            continue;
        };
        let (review, part_of) = entry(*first, raw, classes, (shelf, sink));
        let each = others.iter().map(|page| Review {
            page: *page,
            ..review.clone()
        });
        for review in each.chain([review.clone()]) {
            let entry = Entry {
                part_of: part_of.clone(),
                of_folder,
                is_owned,
                review,
            };
            add(entry, &mut by_page, shelf, sink);
        }
    }
    inherit(&mut by_page, shelf, sink);
    for entry in by_page.values().filter(|entry| !entry.is_owned) {
        let written = &entry.review.written;
        sink.value(
            written,
            format!("Nobody sees to the review of “{}”.", written.value),
            "Add the role that does: owner = \"online-safety-lead\"",
        );
    }
    // They are sorted by page already.
    by_page.into_values().map(|entry| entry.review).collect()
}

/// Of two entries for one page that of the page itself holds.
fn add(entry: Entry, by_page: &mut BTreeMap<PageId, Entry>, shelf: Shelf<'_>, sink: &mut Sink<'_>) {
    let page = entry.review.page;
    match by_page.get(&page) {
        Some(other) if !other.of_folder && entry.of_folder => {}
        Some(other) if other.of_folder == entry.of_folder => {
            let path = &shelf.pages[page.index()].path;
            let line = sink.line_of(&other.review.written);
            sink.report(
                &super::DUPLICATE_ID,
                &entry.review.written,
                format!("The review of “{path}” stands on line {line} already."),
                "Keep one entry for each page.",
            );
        }
        Some(_) | None => drop(by_page.insert(page, entry)),
    }
}

/// The pages that an entry names.
fn pages_of(written: &Spanned<String>, shelf: Shelf<'_>, sink: &mut Sink<'_>) -> Vec<PageId> {
    let path = written.value.as_str();
    let named: Vec<PageId> = if path.ends_with('/') {
        let pages = shelf.pages.iter().enumerate();
        pages
            .filter(|(_, page)| page.path.starts_with(path) && !page.path.ends_with("/index"))
            .map(|(at, _)| PageId::new(at))
            .collect()
    } else {
        find(path, shelf).into_iter().collect()
    };
    if named.is_empty() {
        unknown_page(written, shelf, sink);
    }
    named
}

fn find(path: &str, shelf: Shelf<'_>) -> Option<PageId> {
    let found = shelf
        .pages
        .binary_search_by(|page| page.path.as_str().cmp(path));
    found.ok().map(PageId::new)
}

fn unknown_page(written: &Spanned<String>, shelf: Shelf<'_>, sink: &mut Sink<'_>) {
    let path = written.value.as_str();
    if path.is_empty() || !shelf.all_pages {
        return;
    }
    let bare = path.strip_prefix("content/").unwrap_or(path);
    let bare = bare.strip_suffix(".md").unwrap_or(bare);
    let help = if bare != path && find(bare, shelf).is_some() {
        format!("Write “{bare}”: the path under content/, without .md.")
    } else {
        let known = shelf.pages.iter().map(|page| page.path.as_str());
        did_you_mean("pages", path, known)
    };
    let what = if path.ends_with('/') {
        "no page in the folder"
    } else {
        "no page"
    };
    sink.report(
        &super::UNKNOWN_PAGE,
        written,
        format!("There is {what} content/{bare}."),
        help,
    );
}

/// An entry, as far as it goes by itself.
fn entry(
    page: PageId,
    raw: RawReview,
    classes: &[Class],
    (shelf, sink): (Shelf<'_>, &mut Sink<'_>),
) -> (Review, Option<Spanned<String>>) {
    let RawReview {
        page: written,
        part_of,
        owner,
        approver,
        every,
        last,
        next,
        class,
        triggers,
        events,
    } = raw;
    let mut role = |name: Option<At<String>>| name.and_then(|name| self::role(name, shelf, sink));
    let (owner, approver) = (role(owner), role(approver));
    let class = class.map(spanned).and_then(|class| {
        let known = classes.iter().map(|known| known.id.value.as_str());
        let found = known.clone().position(|id| id == class.value);
        if found.is_none() {
            sink.value(
                &class,
                format!(
                    "There is no class “{}” in content/schedule.toml.",
                    class.value
                ),
                did_you_mean("classes", &class.value, known),
            );
        }
        found
    });
    let review = Review {
        page,
        written: spanned(written),
        owner,
        approver,
        every: every.map(spanned),
        last: last.map(spanned),
        next: next.map(spanned),
        class,
        triggers: triggers.into_iter().map(At::into_inner).collect(),
        events: events.into_iter().map(event).collect(),
    };
    (review, part_of.map(spanned))
}

fn event(raw: At<RawEvent>) -> Event {
    let RawEvent { on, what } = raw.into_inner();
    Event {
        on: spanned(on),
        what: what.into_inner(),
    }
}

pub(super) fn role(name: At<String>, shelf: Shelf<'_>, sink: &mut Sink<'_>) -> Option<RoleId> {
    let name = spanned(name);
    let role = super::people::resolve(&name, shelf.roles, shelf.all_roles, sink)?;
    Some(role.value)
}

/// Gives each appendix what it does not say itself, from the policy that it
/// is a part of.
fn inherit(by_page: &mut BTreeMap<PageId, Entry>, shelf: Shelf<'_>, sink: &mut Sink<'_>) {
    let pages: Vec<PageId> = by_page.keys().copied().collect();
    for page in pages {
        let mut above = Vec::new();
        let mut at = page;
        while let Some(parent) = by_page[&at].part_of.clone() {
            let Some(next) = find(&parent.value, shelf) else {
                unknown_page(&parent, shelf, sink);
                break;
            };
            if next == page || above.contains(&next) {
                sink.value(
                    &parent,
                    format!("“{}” is a part of itself, by this line.", parent.value),
                    "Name in part_of the policy that this page is an appendix of, or take the line out.",
                );
                break;
            }
            if !by_page.contains_key(&next) {
                sink.value(
                    &parent,
                    format!("“{}” is not under review itself.", parent.value),
                    format!("Add a [[review]] with page = \"{}\".", parent.value),
                );
                break;
            }
            above.push(next);
            at = next;
        }
        for parent in above {
            let (parent, is_owned) = {
                let parent = &by_page[&parent];
                (parent.review.clone(), parent.is_owned)
            };
            if let Some(entry) = by_page.get_mut(&page) {
                entry.is_owned |= is_owned;
                take(&mut entry.review, parent);
            }
        }
    }
}

/// What `review` does not say itself, from its parent.
fn take(review: &mut Review, parent: Review) {
    review.owner = review.owner.or(parent.owner);
    review.approver = review.approver.or(parent.approver);
    review.class = review.class.or(parent.class);
    review.every = review.every.take().or(parent.every);
    review.last = review.last.take().or(parent.last);
    review.next = review.next.take().or(parent.next);
    if review.triggers.is_empty() {
        review.triggers = parent.triggers;
    }
    review.events.extend(parent.events);
}
