//! Files that no school has: what is too much is refused, once, with its place,
//! before it fills a computer.

use std::fmt::Write as _;

use crate::site::SiteTest;

const POLICY: &str = "content/policies/online-safety.md";
const PEOPLE: &str = "content/people.toml";

#[test]
fn of_hundreds_of_broken_links_the_first_are_told_and_the_rest_counted() {
    let mut text = String::from("\n");
    for at in 0..3_000 {
        let _ = write!(text, "## Part {at} of it\n\n");
    }
    for at in 0..300 {
        let _ = write!(text, "[words](#nothing-{at}) ");
    }
    // The policy ends in a section for staff, and begins for two readers.
    for (path, readers) in [(POLICY, "staff"), ("content/parents/phones.md", "parents")] {
        let said = SiteTest::base().append(path, &text).check();
        assert_eq!(
            said.matches("error broken-anchor").count(),
            200,
            "{readers}"
        );
        assert_eq!(said.matches("error ").count(), 201, "{readers}");
        assert!(
            said.contains("This page has 100 more problems"),
            "{readers}"
        );
    }
}

#[test]
fn what_is_wrong_for_two_readers_is_counted_once() {
    let mut text = String::from(
        "+++\ntitle = \"Bikes\"\naudience = [\"parents\", \"staff\"]\n+++\n\n> [!STAFF]\n> Ask.\n\n",
    );
    for at in 0..300 {
        let _ = write!(text, "[words](#nothing-{at}) ");
    }
    let said = SiteTest::base()
        .file("content/policies/bikes.md", text)
        .check();
    assert_eq!(said.matches("error broken-anchor").count(), 200);
    assert!(said.contains("This page has 100 more problems"), "{said}");
}

#[test]
fn a_thousand_roles_are_as_many_as_there_can_be() {
    let mut roles = String::from("\n");
    for at in 0..1_000 {
        let _ = write!(
            roles,
            "[[role]]\nid = \"r{at}\"\ntitle = \"R\"\nkind = \"body\"\nfor = [\"staff\"]\ninherits = [\"r{}\"]\n",
            (at + 1) % 1_000
        );
    }
    let said = SiteTest::base().append(PEOPLE, &roles).check();
    assert_eq!(said.matches("error ").count(), 1, "{said}");
    assert!(said.contains("more than 1000 roles in this file"), "{said}");
}
