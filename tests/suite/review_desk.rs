//! The review desk that staff have, and the duty calendar.

use crate::review_line::words;
use crate::site::SiteTest;

/// The small site with a post that nobody holds, somebody who leaves, and a
/// picture whose consent is old.
fn neglected() -> SiteTest {
    let role =
        "\n[[role]]\nid = \"clerk\"\ntitle = \"Clerk\"\nkind = \"person\"\nfor = [\"staff\"]\n";
    let picture = "[[image]]\nfile = \"garden.svg\"\nalt = \"The garden\"\nuse = \"website\"\n\
        consent = \"Register 7\"\nchecked = 2025-06-01\n";
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 6\"><path d=\"M0 0h9v6z\"/></svg>\n";
    SiteTest::base()
        .append("content/people.toml", role)
        .edit(
            "content/people.toml",
            "{ name = \"Mrs Rowan\",",
            "{ name = \"Mrs Rowan\", until = 2026-09-20,",
        )
        .file("content/images.toml", picture)
        .file("content/images/garden.svg", drawn)
        .append(
            "content/staff/devices.md",
            "\n\n![](../images/garden.svg)\n",
        )
        .file("content/guidance.toml", GUIDANCE)
}

/// A register that somebody went through lately, but for one of its entries.
const GUIDANCE: &str = "verified = 2026-09-01\n\n[[guidance]]\nid = \"act\"\ntitle = \"An act\"\n\
    kind = \"law\"\npublisher = \"Parliament\"\nsource = \"https://www.legislation.gov.uk\"\n\
    editions = [{ name = \"2018\", in_force = 2018-05-25 }]\nverified = 2025-09-01\n";

#[test]
fn posts_and_facts_that_nobody_looks_after_lie_on_the_desk() {
    let built = neglected().today("2026-09-15").build();
    let desk = words(built.page("staff/reviews.html"));
    for said in [
        "Vacant posts",
        "Clerk Nobody stands in.",
        "Mrs Rowan leaves on 20 September 2026, and nobody follows yet.",
        "Millbeck Children's Services Last checked on 1 February 2026.",
        "Childline Last checked on 10 February 2026. Source: https://www.childline.org.uk",
        "An act Last checked on 1 September 2025. Source: https://www.legislation.gov.uk",
        "garden.svg Last checked on 1 June 2025.",
    ] {
        let desk = desk.replace("&#39;", "'");
        assert!(desk.contains(said), "{said}\n{desk}");
    }
    // The reference into the school's own records stays there.
    assert!(!desk.contains("Register 7"), "{desk}");
    let fresh = words(SiteTest::base().build().page("staff/reviews.html"));
    assert!(fresh.contains("Nothing was found on that day."), "{fresh}");
}

#[test]
fn many_of_a_kind_on_one_day_are_a_list_that_waits_to_be_opened() {
    let schedule = |several: usize| -> String {
        let duties = (1..=several).map(|id| {
            format!(
                "\n[[duty]]\nid = \"task-{id}\"\ntitle = \"Task {id}\"\nowner = \"dsl\"\n\
                 every = \"1 year\"\nnext = 2026-08-31\n"
            )
        });
        duties.collect()
    };
    let calendar = |several: usize| {
        let site = SiteTest::base().file("content/schedule.toml", schedule(several));
        site.build().page("staff/calendar.html").to_owned()
    };
    let (one, few, many) = (calendar(1), calendar(3), calendar(4));
    assert!(one.contains("</strong>: Task 1") && !one.contains("1 duties due"));
    assert!(
        few.contains("<details open>\n<summary>3 duties due</summary>"),
        "{few}"
    );
    assert!(
        many.contains("<details>\n<summary>4 duties due</summary>"),
        "{many}"
    );
    assert_eq!(many.matches("31 August 2026").count(), 1, "{many}");
}

#[test]
fn the_calendar_holds_each_due_date_in_one_place() {
    let terms = "\nterms = [\n  { name = \"Spring 2026\", starts = 2026-01-06, half_term = 2026-02-13, ends = 2026-03-27 },\n\
        { name = \"Summer 2026\", starts = 2026-04-13, half_term = 2026-05-22, ends = 2026-07-21 },\n]\n";
    let duty = |id: &str, next: &str| {
        format!(
            "\n[[duty]]\nid = \"{id}\"\ntitle = \"Task {id}\"\nowner = \"dsl\"\nevery = \"1 year\"\n{next}\n"
        )
    };
    let schedule: String = [
        ("late", "next = 2026-02-27"),
        ("term", "next = 2026-03-02"),
        ("holiday", "next = 2026-04-10"),
        ("summer", "next = 2026-05-22"),
        ("break", "next = 2026-05-29"),
        ("beyond", "next = 2026-08-31"),
        ("never", ""),
    ]
    .iter()
    .map(|(id, next)| duty(id, next))
    .collect();
    let school = "status = \"example\"\n";
    let built = SiteTest::base()
        .edit("content/school.toml", school, &format!("{school}{terms}"))
        .file("content/schedule.toml", schedule)
        .build();
    let calendar = words(built.page("staff/calendar.html"));
    let (_, calendar) = calendar.split_once("Late already").expect("what is late");
    let mut rest = calendar;
    for part in [
        "Task late",
        "Spring term 2026",
        "Second half of Spring term 2026 (now)",
        "23 February 2026 to 27 March 2026",
        "Task term",
        "Task holiday",
        "Summer term 2026",
        "First half of Summer term 2026",
        "Task summer",
        "Task break",
        "Second half of Summer term 2026",
        "Nothing falls due.",
        "Outside the terms that are known",
        "Task beyond",
        "Without a date",
        "Task never",
    ] {
        let (_, after) = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("{part} is not in: {rest}"));
        rest = after;
    }
}
