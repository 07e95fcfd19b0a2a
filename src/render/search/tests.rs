//! The search reads pages as their readers do, and says no more.

use super::read::{Part, parts};
use super::{cut, quoted, words};

fn part(id: &str, heading: &str, text: &str) -> Part {
    Part {
        id: id.to_owned(),
        heading: heading.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_page_is_read_from_heading_to_heading() {
    let page = "<title>No</title><main id=\"m\"><nav><ol><li>No</li></ol></nav><h1>No</h1>\
        <p>Ask <strong>first</strong>.</p><ul><li>One</li><li>Two</li></ul>\
        <h2 class=\"x\" id=\"a-b\">What <em>now</em>?</h2><p>Tell\n  us.</p><h3>No mark</h3>\
        <dl><dt id=\"t\">Term</dt><dd>What it means</dd></dl></main><footer>No</footer>";
    assert_eq!(
        parts(page),
        [
            part("", "", "Ask first. One, Two"),
            part("a-b", "What now?", "Tell us. No mark"),
            part("t", "Term", "What it means"),
        ]
    );
}

#[test]
fn what_is_not_read_on_the_page_is_passed_over() {
    let page = "<main><template><p>No</p><template>No</template></template><!-- <p>No > -->\
        <svg viewBox=\"0 0 1 1\"><title>No</title></svg><script src=\"a>b\"></script>\
        <ul data-unsearched><li><ul><li>No</li></ul></li></ul><p title=\"a > b\">Yes</p>\
        <form><label>No</label></form>A note<sup><a href=\"#n\">1</a></sup></main>";
    assert_eq!(parts(page), [part("", "", "Yes, A note")]);
}

#[test]
fn signs_are_read_as_they_are_seen() {
    let page = "<main><h2 id=\"a&amp;b\">Q&amp;A &#39;x&#39; &#x2f; &lt;y&gt;</h2>R&D; 5&nbsp;&unknown;</main>";
    let read = parts(page);
    assert_eq!(read[1], part("a&b", "Q&A 'x' / <y>", "R&D; 5 &unknown;"));
}

#[test]
fn whatever_a_theme_prints_is_read() {
    for page in [
        "",
        "<",
        "<main",
        "<main>",
        "<main></p></main>",
        "<p",
        "<main><nav>",
        "&",
        "<main><!--",
    ] {
        assert_eq!(
            parts(page),
            [part("", "", page.strip_prefix('&').map_or("", |_| "&"))],
            "{page}"
        );
    }
    assert_eq!(parts("<p>Words</p>"), [part("", "", "Words")]);
}

#[test]
fn words_are_those_that_somebody_types() {
    assert_eq!(
        words("The child’s phone, don't! 999 01632960100 Années 2026-27 a"),
        [
            "the", "child", "phone", "dont", "999", "années", "2026", "27"
        ]
    );
    assert_eq!(words("‘Quoted’ 'words' —"), ["quoted", "words"]);
}

#[test]
fn an_extract_ends_with_a_word() {
    assert_eq!(cut("Short."), "Short.");
    let long = "word ".repeat(40);
    let cut = cut(&long);
    assert!(
        cut.ends_with("word …") && cut.chars().count() <= 112,
        "{cut}"
    );
}

#[test]
fn no_text_ends_the_script_before_its_time() {
    assert_eq!(
        quoted("a\"b\\c\n\u{2028}\u{2029}"),
        "\"a\\\"b\\\\c\\n\\u2028\\u2029\""
    );
}
