//! The words of Signpost's own stand in one file for each language, and
//! nowhere else.

mod known;
mod marked;
mod neglected;
mod said;
mod shown;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use signpost::wording::Wording;

use crate::site::{SiteTest, files_under};
use said::{Said, stray};

/// The built-in English.
fn english() -> (Wording, BTreeSet<String>) {
    let text = include_str!("../../../themes/default/wording/en.toml");
    let table: toml::Table = toml::from_str(text).expect("the built-in words are TOML");
    let keys = table.iter().flat_map(|(group, words)| {
        let words = words.as_table().expect("words stand in groups");
        words.keys().map(move |key| format!("{group}.{key}"))
    });
    (Wording::english(), keys.collect())
}

/// The templates of the built-in theme, by name.
fn templates() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let files = files_under(&root).into_iter();
    files
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("a template is text")))
        .collect()
}

/// The code that speaks to readers, by file.
fn code() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let speaks = |name: &str| {
        let rooms = ["agenda/", "views/", "render/", "wording/"];
        rooms.iter().any(|room| name.starts_with(room)) && !name.ends_with("tests.rs")
    };
    let files = files_under(&root).into_iter();
    files
        .filter(|(name, _)| speaks(name))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("source is text")))
        .collect()
}

#[test]
fn every_phrase_that_is_asked_for_is_there_with_its_names() {
    let (wording, keys) = english();
    let mut wrong = Vec::new();
    let asked = templates()
        .into_iter()
        .flat_map(|(file, text)| Said::in_template(&file, &text))
        .chain(
            code()
                .into_iter()
                .flat_map(|(file, text)| Said::in_code(&file, &text)),
        );
    for Said { file, key, names } in asked {
        if let Some(begins) = key.strip_suffix('~') {
            if !keys.iter().any(|key| key.starts_with(begins)) {
                wrong.push(format!("{file}: nothing begins with {begins}"));
            }
            continue;
        }
        let Some(phrase) = wording.phrase(&key) else {
            wrong.push(format!("{file}: there are no words {key}"));
            continue;
        };
        let wanted = phrase.names();
        let given: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        if wanted != given {
            wrong.push(format!(
                "{file}: {key} has {wanted:?} and is given {given:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_phrase_is_asked_for() {
    let (_, keys) = english();
    let texts: Vec<String> = templates()
        .into_values()
        .chain(code().into_values())
        .collect();
    let begins: BTreeSet<String> = templates()
        .iter()
        .flat_map(|(file, text)| Said::in_template(file, text))
        .filter_map(|said| said.key.strip_suffix('~').map(str::to_owned))
        .chain(["date.month-".to_owned()])
        .collect();
    let unused: Vec<&String> = keys
        .iter()
        .filter(|key| {
            !texts
                .iter()
                .any(|text| text.contains(&format!("\"{key}\"")))
        })
        .filter(|key| !begins.iter().any(|begin| key.starts_with(begin.as_str())))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn no_template_has_words_of_its_own() {
    let found: Vec<String> = templates()
        .iter()
        .flat_map(|(file, text)| {
            stray(text)
                .into_iter()
                .map(move |words| format!("{file}: {words}"))
        })
        .collect();
    assert!(found.is_empty(), "words in templates: {found:#?}");
    for (words, text) in [
        ("Menu", "<p>Menu</p>"),
        ("Skip it", "<a aria-label=\"Skip it\">{{ x }}</a>"),
        (" or ", "{{ names|join(\" or \") }}"),
        ("Overdue", "{% set a = {\"b\": \"Overdue\"} %}"),
    ] {
        assert_eq!(stray(text), [words], "in {text}");
    }
}

#[test]
fn no_view_has_words_of_its_own() {
    let mut found = Vec::new();
    // What the house and the machine are told.
    let others = ["//", "expect(", "reason = ", "default-src"];
    for (file, text) in code() {
        if !file.starts_with("views/") {
            continue;
        }
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in text.lines() {
            if others.iter().any(|other| line.contains(other)) {
                continue;
            }
            let texts = line.split('"').skip(1).step_by(2);
            let words = texts.filter(|text| {
                let words = text
                    .split(' ')
                    .filter(|word| word.starts_with(char::is_alphabetic));
                text.starts_with(char::is_uppercase) || words.count() > 1
            });
            found.extend(words.map(|words| format!("{file}: {words}")));
        }
    }
    assert!(found.is_empty(), "words in views: {found:#?}");
}

#[test]
fn no_script_has_words_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets");
    let mut found = Vec::new();
    for (file, bytes) in files_under(&root) {
        if !file.ends_with(".js") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("a script is text");
        for line in text.lines().filter(|line| !line.trim().starts_with("//")) {
            let texts = line.split(['"', '\'', '`']).skip(1).step_by(2);
            let words = texts.filter(|text| {
                let is_sentence = text.contains(' ') && !text.contains(['<', '=', '[', '.', '#']);
                let has_words = text.chars().any(char::is_alphabetic);
                is_sentence && has_words && *text != "use strict"
            });
            found.extend(words.map(|words| format!("{file}: {words}")));
        }
    }
    assert!(found.is_empty(), "words in scripts: {found:#?}");
}

#[test]
fn a_school_puts_its_own_words_in_the_place_of_ours() {
    let built = SiteTest::base()
        .edit(
            "content/school.toml",
            "phone = ",
            "theme = \"ours\"\nphone = ",
        )
        .file(
            "themes/ours/wording/en.toml",
            "[page]\nskip = \"Go <on>\"\n",
        )
        .build();
    let page = built.page("web/parents/phones.html");
    assert!(page.contains("Go &lt;on&gt;"), "{page}");
    assert!(page.contains("You are here"), "{page}");
}

#[test]
fn words_that_nobody_asks_for_are_refused() {
    let site = SiteTest::base()
        .edit(
            "content/school.toml",
            "phone = ",
            "theme = \"ours\"\nphone = ",
        )
        .file("themes/ours/wording/en.toml", "[page]\nskipp = \"On\"\n");
    let (_, said) = site.run("build", &[]);
    assert_eq!(
        said["error"]["message"],
        "the theme's wording/en.toml is wrong: nothing asks for the words page.skipp"
    );
}

#[test]
fn in_a_language_without_words_ours_are_english_and_say_so() {
    let built = SiteTest::base()
        .edit("content/school.toml", "phone = ", "lang = \"cy\"\nphone = ")
        .build();
    let page = built.page("web/parents/phones.html");
    assert!(page.contains("<html lang=\"en\">"), "{page}");
    assert!(page.contains("<h1 lang=\"cy\""), "{page}");
    assert!(page.contains("<div class=\"prose\" lang=\"cy\""), "{page}");
}
