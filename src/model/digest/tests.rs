//! What changes a digest, and what does not.

use jiff::civil::date;

use super::*;
use crate::diagnostic::Diagnostics;
use crate::load::raw::RawFront;
use crate::load::{self, Sources};
use crate::model::assemble;
use crate::source::SourceFile;

const FRONT: &str = "title = \"Phones\"\naudience = [\"parents\", \"staff\"]\n";

/// A site with this text as its only page.
fn site(text: &str) -> Site {
    site_with(text, load::Handbook::default())
}

fn site_with(text: &str, handbook: load::Handbook) -> Site {
    let front: RawFront = toml::from_str(FRONT).expect("settings of a page");
    let file = SourceFile::new("content/policies/phones.md", text);
    let page = crate::load::RawPage {
        path: "policies/phones".to_owned(),
        front,
        body: 0..text.len(),
        file,
    };
    let sources = Sources {
        pages: vec![page],
        handbook,
        ..Sources::default()
    };
    assemble(sources, date(2026, 3, 1), None, &mut Diagnostics::new())
}

fn shown(text: &str, audience: Audience) -> Shown {
    let site = site(text);
    let page = site.find_page("policies/phones").expect("the page");
    site.shown(page, audience)
}

fn whole(text: &str) -> String {
    shown(text, Audience::Parents).whole
}

const TEXT: &str = "Phones stay in the *office*.\n\n## At home\n\n- Ask first[^a].\n- See [help](../parents/help.md).\n\n[^a]: Always.\n";

#[test]
fn another_spelling_of_the_same_text_is_the_same_text() {
    for same in [
        "Phones   stay in\nthe _office_.\n\n\nAt home\n-------\n\n* Ask first[^note].\n* See [help][h].\n\n[^note]: Always.\n\n[h]: ../parents/help.md\n",
        "Phones stay in the *office*.\n\n## At home ##\n\n- Ask\u{20}first[^a].\n- See [help](<../parents/help.md>).\n\n\n[^a]:\n    Always.\n",
        "&#80;hones stay in the *office*\\.\n\n## At home\n- Ask first[^a].\n- See [help](../parents/help.md).\n\n[^a]: Always.",
    ] {
        assert_eq!(whole(TEXT), whole(same), "{same}");
    }
}

#[test]
fn one_word_is_another_text() {
    for (old, new) in [
        ("stay", "stays"),
        ("office", "Office"),
        ("*office*", "office"),
        ("Ask first", "Askfirst"),
        ("- See", "1. See"),
        ("## At", "### At"),
        ("help.md", "index.md"),
        ("Always.", "Never."),
        ("[^a].", "."),
        ("\n- See", " See"),
    ] {
        let other = TEXT.replacen(old, new, 1);
        assert_ne!(whole(TEXT), whole(&other), "{other}");
    }
}

#[test]
fn no_text_can_look_like_another_ones_marks() {
    assert_ne!(whole("`a`"), whole("\\<code>a\\</code>"));
    assert_ne!(whole("a\n\n- b"), whole("a \\<list> \\<entry> b"));
}

#[test]
fn a_view_changes_with_what_it_shows_alone() {
    let text = "One.\n\n## For us {.staff}\n\nTwo.\n\n## All\n\nThree.\n";
    let edited = text.replace("Two", "Twice");
    let both = |audience| (shown(text, audience), shown(&edited, audience));
    let (before, after) = both(Audience::Parents);
    assert_eq!(before, after);
    let (before, after) = both(Audience::Staff);
    let sections: Vec<(String, String)> = before
        .sections
        .iter()
        .map(|section| (section.digest.clone(), section.title.clone()))
        .collect();
    assert_eq!(
        after.compared(&before.whole, &sections),
        Compared::Other(vec!["For us".to_owned()])
    );
    assert_eq!(before.compared(&before.whole, &sections), Compared::Same);
}

/// What parents are shown of a page with this agreement on it.
fn with_agreement(text: &str) -> String {
    let file = SourceFile::new("content/agreements/phones.toml", text);
    let value = toml::from_str(text).expect("an agreement");
    let agreements = vec![load::Record { file, value }];
    let handbook = load::Handbook {
        agreements,
        ..load::Handbook::default()
    };
    let site = site_with("```agreement\nid = \"phones\"\n```\n", handbook);
    let page = site.find_page("policies/phones").expect("the page");
    site.shown(page, Audience::Parents).whole
}

#[test]
fn what_is_signed_is_a_part_of_the_text_and_the_school_year_is_not() {
    let text = "id = \"phones\"\ntitle = \"Phones\"\nfor = [\"parents\"]\nyear = \"2025-26\"\n\
        signed_by = [\"Parent\"]\nreturn_to = \"The office\"\n\
        [[statement]]\ntext = \"It is off.\"\nsection = \"At school\"\n\
        [[choice]]\ntext = \"May it stay?\"\nanswers = [\"Yes\", \"Never\"]\n";
    let whole = with_agreement(text);
    assert_eq!(whole, with_agreement(&text.replace("2025-26", "2026-27")));
    for word in [
        "It is off",
        "At school",
        "May it stay",
        "Never",
        "Parent\"",
        "The office",
    ] {
        let edited = text.replace(word, &format!("Not {word}"));
        assert_ne!(whole, with_agreement(&edited), "{word}");
    }
}

#[test]
fn a_section_that_was_taken_out_is_named() {
    let text = "One.\n\n## Old\n\nTwo.\n\n## All\n\nThree.\n";
    let before = shown(text, Audience::Parents);
    let sections: Vec<(String, String)> = before
        .sections
        .iter()
        .map(|section| (section.digest.clone(), section.title.clone()))
        .collect();
    let after = shown("One.\n\n## All\n\nThree.\n", Audience::Parents);
    assert_eq!(
        after.compared(&before.whole, &sections),
        Compared::Other(vec!["Old".to_owned()])
    );
    assert_eq!(
        after.compared(&before.whole, &[]),
        Compared::Other(Vec::new())
    );
    assert_eq!(after.compared("v2:sha256:00", &[]), Compared::UnknownScheme);
}
