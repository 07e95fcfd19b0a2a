//! The preview follows what is saved.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::Value;

use super::preview::{News, Preview};
use crate::site::SiteTest;

const PAGE: &str = "content/parents/phones.md";
const PRINTED: &str = "/web/parents/phones.html";

fn page(text: &str) -> String {
    format!("+++\ntitle = \"Phones\"\n+++\n\n{text}\n")
}

fn edition(said: &Value) -> u64 {
    said["edition"].as_u64().expect("a number")
}

/// Begins a preview, and hears what it says first.
fn begun(site: &SiteTest, more: &[&str]) -> (Preview, News) {
    let preview = Preview::of(site, more);
    let mut news = preview.news();
    assert_eq!(edition(&news.next()), 1);
    (preview, news)
}

#[test]
fn a_save_reaches_the_page_however_it_is_made() {
    let (preview, mut news) = begun(&SiteTest::base(), &[]);
    // As most programs save.
    preview.save(PAGE, &page("First."));
    news.until(|said| edition(said) == 2);
    assert!(preview.get(PRINTED).body.contains("First."));
    // As many editors save: another file, which takes the name.
    preview.save("content/parents/.phones.md.swp", &page("Second."));
    fs::rename(
        preview.path("content/parents/.phones.md.swp"),
        preview.path(PAGE),
    )
    .expect("a name");
    news.until(|said| edition(said) == 3);
    assert!(preview.get(PRINTED).body.contains("Second."));
    // A page that goes, and comes again in a folder of its own.
    fs::remove_file(preview.path(PAGE)).expect("it goes");
    news.until(|said| edition(said) == 4);
    assert_eq!(preview.get(PRINTED).status, 404);
    fs::create_dir(preview.path("content/parents/rules")).expect("a folder");
    preview.save("content/parents/rules/phones.md", &page("Third."));
    news.until(|said| edition(said) >= 5);
    assert!(
        preview
            .get("/web/parents/rules/phones.html")
            .body
            .contains("Third.")
    );
    // What is saved in a folder that was made since is followed too.
    preview.save("content/parents/rules/phones.md", &page("Fourth."));
    news.until(|_| {
        preview
            .get("/web/parents/rules/phones.html")
            .body
            .contains("Fourth.")
    });
}

#[test]
fn a_content_folder_that_is_away_for_a_moment_is_found_again() {
    let (preview, mut news) = begun(&SiteTest::base(), &[]);
    fs::rename(preview.path("content"), preview.path("away")).expect("it goes");
    let said = news.until(|said| said["found"]["errors"] == 1);
    let summary = said["found"]["summary"].as_str().expect("a sentence");
    assert!(summary.contains("no folder “content”"), "{summary}");
    assert_eq!(preview.get(PRINTED).status, 200, "the last good page");
    fs::rename(preview.path("away"), preview.path("content")).expect("it comes");
    news.until(|said| said["found"]["errors"] == 0);
    preview.save(PAGE, &page("After that."));
    news.until(|_| preview.get(PRINTED).body.contains("After that."));
}

#[test]
fn what_is_wrong_is_said_over_the_last_good_page() {
    let (preview, mut news) = begun(&SiteTest::base(), &[]);
    let good = preview.get(PRINTED).body;
    preview.save(PAGE, &page("Ask [[role:dls]]."));
    let said = news.until(|said| said["found"]["errors"] == 1);
    assert_eq!((edition(&said), &said["isThere"]), (1, &Value::Bool(true)));
    let finding = &said["found"]["findings"][0];
    assert_eq!(finding["rule"], "unknown-role");
    assert_eq!(finding["file"], PAGE);
    assert_eq!(finding["line"], 5);
    assert_eq!(preview.get(PRINTED).body, good);
    preview.save(PAGE, &page("Ask [[role:dsl]]."));
    let said = news.until(|said| edition(said) == 2);
    assert_eq!(said["found"]["errors"], 0);
}

#[test]
fn a_site_with_errors_from_the_beginning_says_what_to_mend() {
    let site = SiteTest::base().file(PAGE, page("Ask [[role:dls]]."));
    let preview = Preview::of(&site, &[]);
    let mut news = preview.news();
    let said = news.next();
    assert_eq!((edition(&said), &said["isThere"]), (0, &Value::Bool(false)));
    let got = preview.get(PRINTED);
    assert_eq!(got.status, 503);
    assert!(got.body.contains("nothing to show yet"), "{}", got.body);
    preview.save(PAGE, &page("Ask [[role:dsl]]."));
    news.until(|said| edition(said) == 1);
    assert_eq!(preview.get(PRINTED).status, 200);
}

#[test]
fn reading_is_no_change_and_a_save_of_the_same_words_is_no_news() {
    let (preview, mut news) = begun(&SiteTest::base(), &[]);
    fs::read(preview.path(PAGE)).expect("it can be read");
    let same = fs::read_to_string(preview.path(PAGE)).expect("it can be read");
    preview.save(PAGE, &same);
    preview.save(PAGE, &page("Something else."));
    // The next that is heard is the last of these.
    assert_eq!(edition(&news.next()), 2);
    assert!(preview.get(PRINTED).body.contains("Something else."));
}

#[test]
fn a_folder_without_news_is_looked_at() {
    let (preview, mut news) = begun(&SiteTest::base(), &["--poll"]);
    preview.save(PAGE, &page("Found by looking, and longer than before."));
    news.until(|_| preview.get(PRINTED).body.contains("Found by looking"));
}

#[test]
fn five_hundred_saves_reach_the_page_while_others_read() {
    let (preview, mut news) = begun(&SiteTest::base(), &[]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let got = preview.get(PRINTED);
                    assert_eq!(got.status, 200, "{}", got.body);
                    assert!(got.body.ends_with("</html>\n") || got.body.ends_with("</html>"));
                }
            });
        }
        for number in 0..500 {
            let words = format!("This is save {number}.");
            preview.save(PAGE, &page(&words));
            // Four of five are followed by the next at once.
            if number % 5 == 4 {
                news.until(|_| preview.get(PRINTED).body.contains(&words));
            }
        }
        done.store(true, Ordering::Relaxed);
    });
}
