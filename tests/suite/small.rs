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
