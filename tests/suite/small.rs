//! The small site has nothing wrong with it: what a test finds in a site made
//! from it is the test's own doing.

use snapbox::{assert_data_eq, str};

use crate::site::SiteTest;

#[test]
fn the_small_site_has_nothing_wrong_with_it() {
    assert_data_eq!(SiteTest::base().strict().check(), str![]);
}

#[test]
fn the_small_site_is_built_the_same_twice() {
    let site = SiteTest::base();
    let first = site.build();
    assert!(
        first
            .page("web/parents/phones.html")
            .contains("Phones in school")
    );
    assert!(first.files() == site.build().files());
}

#[test]
fn another_day_is_another_argument() {
    let site = SiteTest::base().today("2026-03-02");
    assert_data_eq!(site.check(), str![]);
}

#[test]
fn a_stand_in_who_is_not_for_parents_is_no_stand_in_for_them() {
    let holders = "holders = [{ name = \"Mr Hazel\", child_name = \"Mr Hazel\", name_for = [\"children\", \"parents\"] }]\n";
    let secret = "\n[[role]]\nid = \"cover\"\ntitle = \"Hidden cover\"\nkind = \"person\"\nfor = [\"staff\"]\nholders = [{ name = \"Mx Secret\" }]\nchannels = [{ phone = \"01632 960999\" }]\n";
    let built = SiteTest::base()
        .edit("content/people.toml", holders, "")
        .edit(
            "content/people.toml",
            "deputy = \"deputy-dsl\"",
            "deputy = \"cover\"",
        )
        .append("content/people.toml", secret)
        .edit(
            "content/help.toml",
            "school = [\"class-teacher\", \"dsl\"]",
            "school = [\"dsl\"]",
        )
        .build();
    assert!(built.page("staff/people.html").contains("Hidden cover"));
    for (path, bytes) in built.files() {
        let text = String::from_utf8_lossy(bytes);
        let told = ["Hidden cover", "Mx Secret", "960999"].map(|word| text.contains(word));
        assert!(!path.starts_with("web/") || told == [false; 3], "{path}");
    }
}
