//! How odd prose is printed.

use crate::site::SiteTest;

/// The page of parents that is made of this text.
fn printed(text: &str) -> String {
    let page = format!("+++\ntitle = \"Odd\"\naudience = [\"parents\", \"staff\"]\n+++\n{text}");
    let site = SiteTest::base().file("content/policies/odd.md", page);
    site.build()
        .page("web/parents/policies/odd.html")
        .to_owned()
}

#[test]
fn an_underlined_heading_can_begin_with_a_link() {
    let page = printed("[Ask](https://ask.school.example)\n---\n\nSee [above](#ask).\n");
    let heading = "<h2 id=\"ask\"><a href=\"https://ask.school.example\">Ask</a></h2>";
    assert!(page.contains(heading), "{page}");
}

#[test]
fn an_indented_quote_with_a_label_is_shown_without_its_mark() {
    let page = printed("One.\n\n  > [!PARENTS]\n  > Two.\n");
    assert!(
        page.contains("<div class=\"for\">\n<p>Two.</p>\n</div>"),
        "{page}"
    );
}
