//! How pages stand: a pure function of the site and of today.

use jiff::civil::Date;
use signpost::agenda::{Entry, State};
use signpost::audience::Audience;
use signpost::model::{Eyes, Shown, Site, assemble};
use tempfile::TempDir;

use crate::site::SiteTest;

const POLICY: &str = "policies/online-safety";

/// The site as the model knows it on a day.
fn site(test: &SiteTest, today: &str) -> Site {
    let root = TempDir::new().expect("a folder for a test");
    test.write(root.path());
    let (sources, mut diagnostics) = signpost::load::read(root.path()).expect("a site");
    let today: Date = today.parse().expect("a day");
    let site = assemble(sources, today, None, &mut diagnostics);
    let said: Vec<_> = diagnostics.iter().map(|found| &found.message).collect();
    assert!(said.is_empty(), "{said:?}");
    site
}

fn scheduled(schedule: &str) -> SiteTest {
    SiteTest::base().file("content/schedule.toml", schedule)
}

fn entry(test: &SiteTest, today: &str) -> Entry {
    let site = site(test, today);
    let mut agenda = site.agenda().into_iter();
    agenda
        .find(|entry| entry.id == POLICY)
        .expect("the policy is on the agenda")
}

/// The first seed's schedule as it is written there: approved “September 2024
/// (Pending)”, next review September 2025, annually (E1 to E3).
const S0: &str = "[[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\napprover = \"class-teacher\"\n\
    every = \"1 year\"\nlast = \"2024-09\"\nnext = \"2025-09\"\n";

/// The second seed's: April 2024, next April 2026, two years, in the class of
/// child protection policies (E6, A4).
const S2: &str = "[[class]]\nid = \"child-protection\"\ntitle = \"Child protection\"\nevery = \"1 year\"\n\
    rule = \"every year, by the safeguarding guidance\"\n\n\
    [[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\nevery = \"2 years\"\nlast = \"2024-04\"\n\
    next = \"2026-04\"\nclass = \"child-protection\"\n";

#[test]
fn the_seeds_are_as_overdue_as_they_are() {
    let found = entry(&scheduled(S0), "2026-11-22");
    assert_eq!(found.days_left, Some(-418));
    assert_eq!(
        (found.state, found.also),
        (State::Overdue, vec![State::Pending])
    );
    assert_eq!(found.because.to_string(), "next review stated as 2025-09");
    let last = found.last.map(|last| last.to_string());
    assert_eq!(last.as_deref(), Some("2024-09"));

    let found = entry(&scheduled(S2), "2026-11-22");
    assert_eq!(found.days_left, Some(-571));
    assert_eq!((found.state, found.also.len()), (State::Overdue, 0));
    let because = found.because.to_string();
    assert!(because.contains("child-protection"), "{because}");
    assert!(because.contains("1 year"), "{because}");

    let without = S2.replace("class = \"child-protection\"\n", "");
    let found = entry(&scheduled(&without), "2026-11-22");
    assert_eq!(found.days_left, Some(-206));
    assert_eq!(found.because.to_string(), "next review stated as 2026-04");
}

#[test]
fn overdue_begins_the_day_after() {
    let schedule = S2.replace("class = \"child-protection\"\n", "");
    for (today, state, left) in [
        ("2026-02-28", State::Current, 61),
        ("2026-03-01", State::DueSoon, 60),
        ("2026-04-30", State::DueSoon, 0),
        ("2026-05-01", State::Overdue, -1),
    ] {
        let found = entry(&scheduled(&schedule), today);
        assert_eq!(
            (found.state, found.days_left),
            (state, Some(left)),
            "{today}"
        );
    }
}

/// A duty of every week is not due soon on every day of the week.
#[test]
fn a_duty_is_due_soon_when_half_of_its_time_is_over() {
    for (every, last, today, state, left) in [
        ("1 week", "2026-02-27", "2026-02-27", State::Current, 7),
        ("1 week", "2026-02-27", "2026-03-02", State::Current, 4),
        ("1 week", "2026-02-27", "2026-03-03", State::DueSoon, 3),
        ("1 week", "2026-02-27", "2026-03-06", State::DueSoon, 0),
        ("1 week", "2026-02-27", "2026-03-07", State::Overdue, -1),
        ("1 day", "2026-03-01", "2026-03-01", State::Current, 1),
        ("1 day", "2026-02-28", "2026-03-01", State::DueSoon, 0),
        // Of a longer one the window is the shorter part.
        ("6 months", "2026-01-15", "2026-05-15", State::Current, 61),
        ("6 months", "2026-01-15", "2026-05-16", State::DueSoon, 60),
    ] {
        let duty = format!(
            "[[duty]]\nid = \"check\"\ntitle = \"Check\"\nowner = \"dsl\"\nevery = \"{every}\"\nlast = {last}\n"
        );
        let agenda = site(&scheduled(&duty), today).agenda();
        let found = agenda.iter().find(|entry| entry.id == "check");
        let found = found.map(|entry| (entry.state, entry.days_left));
        assert_eq!(found, Some((state, Some(left))), "{every} on {today}");
    }
}

/// With nothing to count from, the window alone says.
#[test]
fn a_duty_with_a_date_alone_is_due_soon_within_the_window() {
    let duty = "[[duty]]\nid = \"check\"\ntitle = \"Check\"\nowner = \"dsl\"\nevery = \"1 week\"\nnext = 2026-04-30\n";
    for (today, state) in [
        ("2026-02-28", State::Current),
        ("2026-03-01", State::DueSoon),
    ] {
        let agenda = site(&scheduled(duty), today).agenda();
        let found = agenda.iter().find(|entry| entry.id == "check");
        assert_eq!(found.map(|entry| entry.state), Some(state), "{today}");
    }
}

#[test]
fn an_appendix_has_the_review_of_its_policy() {
    let test = scheduled(
        "[[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\nevery = \"1 year\"\nlast = 2025-06-01\n\n\
         [[review]]\npage = \"parents/phones\"\npart_of = \"policies/online-safety\"\n",
    );
    let site = site(&test, "2026-03-01");
    let agenda = site.agenda();
    let due = |id: &str| {
        let entry = agenda
            .iter()
            .find(|entry| entry.id == id)
            .expect("on the agenda");
        (entry.due, entry.owner.clone())
    };
    assert_eq!(due("parents/phones"), due(POLICY));
}

#[test]
fn nothing_to_count_from_is_never_current() {
    let found = entry(
        &scheduled(
            "[[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\nevery = \"1 year\"\n",
        ),
        "2026-03-01",
    );
    assert_eq!(
        (found.state, found.due, found.days_left),
        (State::Unscheduled, None, None)
    );
    let found = entry(
        &SiteTest::base().without("content/schedule.toml"),
        "2026-03-01",
    );
    assert_eq!(found.state, State::Unscheduled);
}

/// An approval of what the site shows now.
fn approved(test: &SiteTest, on: &str, more: &str) -> String {
    let site = site(test, on);
    let page = site.find_page(POLICY).expect("the policy");
    let of = |audience| -> (String, String) {
        let Shown { whole, sections } = site.shown(page, audience);
        let sections = sections.into_iter();
        let sections: Vec<String> = sections
            .map(|section| format!("\"{} {}\"", section.digest, section.title))
            .collect();
        (whole, sections.join(", "))
    };
    let (parents, staff) = (of(Audience::Parents), of(Audience::Staff));
    format!(
        "[[approval]]\npage = \"{POLICY}\"\non = {on}\nby = \"dsl\"\nevidence = \"minutes\"\n{more}\
         digests = {{ parents = \"{}\", staff = \"{}\" }}\nsections = {{ parents = [{}], staff = [{}] }}\n\n",
        parents.0, staff.0, parents.1, staff.1
    )
}

fn with_approval(test: &SiteTest, on: &str, more: &str) -> SiteTest {
    let entry = approved(test, on, more);
    test.clone().append("content/approvals.toml", &entry)
}

fn changed(test: &SiteTest) -> Vec<(&'static str, Vec<String>)> {
    let found = entry(test, "2026-03-01");
    assert_eq!(found.is(State::Changed), !found.changed.is_empty());
    let changes = found.changed.into_iter();
    changes
        .map(|change| (change.view, change.sections))
        .collect()
}

#[test]
fn a_page_is_changed_in_the_views_that_show_it() {
    let page = "content/policies/online-safety.md";
    let test = with_approval(&SiteTest::base(), "2026-02-10", "");
    assert_eq!(changed(&test), []);

    let staff = test
        .clone()
        .edit(page, "Write it down", "Write all of it down");
    assert_eq!(
        changed(&staff),
        [("staff", vec!["Handling a report".to_owned()])]
    );
    let site = site(&staff, "2026-03-01");
    let id = site.find_page(POLICY).expect("the policy");
    let of = |audience| site.standing(id, Eyes::Of(audience)).expect("under review");
    assert!(of(Audience::Staff).is(State::Changed));
    assert!(!of(Audience::Parents).is(State::Changed));

    let both = test
        .clone()
        .edit(page, "Phones stay in", "Phones are kept in");
    let section = vec!["Phones".to_owned()];
    assert_eq!(
        changed(&both),
        [("parents", section.clone()), ("staff", section)]
    );
}

#[test]
fn what_is_known_of_people_approves_and_unapproves_nothing() {
    let test = with_approval(&SiteTest::base(), "2026-02-10", "");
    let ringing = test
        .clone()
        .edit("content/people.toml", "01632 960002", "01632 960009");
    assert_eq!(changed(&ringing), []);
    let page = "content/policies/online-safety.md";
    let sentence = "We teach every class how to stay safe online.";
    let spaced = test.clone().edit(
        page,
        sentence,
        "We teach  every class\nhow to stay safe online.",
    );
    assert_eq!(changed(&spaced), []);
    let titled = test.edit(
        page,
        "title = \"Online safety\"",
        "title = \"Safety online\"",
    );
    assert_eq!(changed(&titled), [("parents", vec![]), ("staff", vec![])]);
}

#[test]
fn the_count_starts_from_the_newest_full_approval() {
    let schedule = "[[review]]\npage = \"policies/online-safety\"\nowner = \"dsl\"\napprover = \"dsl\"\nevery = \"1 year\"\nlast = 2025-01-10\n";
    let test = scheduled(schedule);
    let due = |test: &SiteTest| entry(test, "2026-03-01").due.map(|due| due.to_string());
    assert_eq!(due(&test).as_deref(), Some("2026-01-10"));
    let full = with_approval(&test, "2025-06-01", "");
    assert_eq!(due(&full).as_deref(), Some("2026-06-01"));
    assert_eq!(entry(&full, "2026-03-01").redated, 0);
    let minor = with_approval(&full, "2026-02-01", "minor = \"a comma\"\n");
    assert_eq!(due(&minor).as_deref(), Some("2026-06-01"));
    // Another date on the same words is counted as that.
    let again = with_approval(&full, "2026-02-02", "");
    assert_eq!(due(&again).as_deref(), Some("2027-02-02"));
    assert_eq!(entry(&again, "2026-03-01").redated, 1);
    // An approval that is still to come is none yet.
    let early = entry(&full, "2025-05-01");
    assert!(early.is(State::Pending) && early.approved.is_none());
}

#[test]
fn an_approval_goes_with_a_page_to_its_new_address() {
    let test = with_approval(&SiteTest::base(), "2026-02-10", "");
    let old = "content/policies/online-safety.md";
    let renamed = "+++\ntitle = \"Online safety\"\naudience = [\"parents\", \"staff\"]\nsummary = \"How we keep children safe online.\"\nwas = [\"policies/online-safety\"]\n+++\n\nWe teach every class how to stay safe online.\n\n## Phones\n\nPhones stay in the school office until the end of the day.\n\n## Handling a report {.staff}\n\nWrite it down and tell [[role:dsl]].\n";
    let moved = test
        .without(old)
        .file("content/policies/staying-safe.md", renamed);
    let site = site(&moved, "2026-03-01");
    let page = site.find_page("policies/staying-safe").expect("the policy");
    let standing = site.standing(page, Eyes::Editor).expect("under review");
    assert!(standing.approval.is_some() && standing.changed.is_empty());
}

#[test]
fn the_steps_that_a_page_shows_are_a_part_of_what_was_approved() {
    let block = "\n## Found phones\n\n```procedure\nid = \"found-phone\"\n```\n";
    let test = SiteTest::base().edit(
        "content/policies/online-safety.md",
        "\n## Handling",
        &format!("{block}\n## Handling"),
    );
    let test = with_approval(&test, "2026-02-10", "");
    let steps = "content/procedures/found-phone.toml";
    let section = vec!["Found phones".to_owned()];
    let both = [("parents", section.clone()), ("staff", section)];
    for (old, new) in [
        ("text = \"Take it to", "text = \"Carry it to"),
        ("\"It is kept there for a year.\"", "\"It is kept there.\""),
        ("never = [\"Never look", "never = [\"Never, never look"),
        ("next = \"wait\"", "next = \"office\""),
        ("roles = [\"class-teacher\"]", "helplines = [\"childline\"]"),
    ] {
        assert_eq!(changed(&test.clone().edit(steps, old, new)), both, "{new}");
    }
    // What children are told is no part of a policy.
    for (old, new) in [
        ("child = \"Take it to", "child = \"Carry it to"),
        (
            "child_never = [\"Do not look",
            "child_never = [\"Do not peek",
        ),
    ] {
        assert_eq!(changed(&test.clone().edit(steps, old, new)), [], "{new}");
    }
}
