//! The agreements and consents of the two schools' policies are in the
//! demonstration site, to be read on screen and signed on paper; and nothing
//! that is printed is a form that somebody could send.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use signpost::load::raw::RawAgreement;
use signpost::render::{Edition, Tree};

use crate::build;
use crate::demo::{demo, edition};
use crate::generated;
use crate::site::SiteTest;

/// What the inventory of the two schools' policies asks for (G3, L1 to L8), who
/// may read it, how many statements it makes and how many choices it leaves.
/// L9 and L10 are pages, not forms.
const INVENTORY: &[(&str, &str, &[&str], usize)] = &[
    ("G3", "incident-record", &["staff"], 1),
    ("L1", "pupil-ks1", &["children", "parents", "staff"], 0),
    ("L1", "pupil-ks2", &["children", "parents", "staff"], 0),
    ("L2", "staff", &["staff"], 0),
    ("L3", "family", &["parents", "staff"], 0),
    ("L4", "helpers", &["parents", "staff"], 0),
    ("L5", "groups", &["parents", "staff"], 0),
    ("L6", "device-loan", &["staff"], 0),
    ("L7", "photo-and-work", &["parents", "staff"], 3),
    ("L8", "own-device", &["parents", "staff"], 2),
];

fn records() -> Vec<RawAgreement> {
    let files = demo().into_iter();
    let forms = files.filter(|(path, _)| path.starts_with("content/agreements/"));
    forms
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).expect("a record is text");
            toml::from_str(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"))
        })
        .collect()
}

/// The HTML of an agreement, each time that it stands on a page under a
/// folder of a tree.
fn printed(tree: &Tree, folder: &str, title: &str) -> Vec<String> {
    let opens = format!("<p class=\"who\"><strong>{title}</strong></p>");
    let pages = tree.files.iter();
    let pages = pages.filter(|(path, _)| path.starts_with(folder) && path.ends_with(".html"));
    let mut all = Vec::new();
    for (_, bytes) in pages {
        let page = String::from_utf8_lossy(bytes).into_owned();
        for (before, after) in page.match_indices(&opens).map(|(at, _)| page.split_at(at)) {
            // The school and the year stand right above the heading.
            let head = before.rsplit("<div class=\"paper").next();
            let form = after.split("<p class=\"return\">").collect::<Vec<_>>();
            let line = form.get(1).and_then(|rest| rest.split("</p>").next());
            all.push(
                [head, form.first().copied(), line]
                    .map(Option::unwrap_or_default)
                    .concat(),
            );
        }
    }
    all
}

#[test]
fn every_form_of_the_inventory_is_a_record_and_a_page_for_those_it_is_for() {
    let (records, edition) = (records(), edition(&demo()));
    assert_eq!(records.len(), INVENTORY.len());
    for (item, id, readers, choices) in INVENTORY {
        let form = records.iter().find(|form| form.id.get_ref() == id);
        let form = form.unwrap_or_else(|| panic!("{item}: no agreement {id}"));
        let listed = form.readers.get_ref().iter().map(|reader| reader.word());
        assert_eq!(listed.collect::<Vec<_>>(), *readers, "{id}");
        assert_eq!(form.choice.len(), *choices, "{id}");
        for (reader, tree, folder) in [
            ("children", &edition.web, "children/"),
            ("parents", &edition.web, "parents/"),
            ("staff", &edition.staff, ""),
        ] {
            let is_child = reader == "children";
            let title = form.child.as_ref().filter(|_| is_child);
            let title = title.unwrap_or(&form.title).get_ref();
            let found = printed(tree, folder, title);
            let meant = readers.contains(&reader);
            assert_eq!(!found.is_empty(), meant, "{id} for {reader}");
            for page in found {
                assert!(whole(form, &page, is_child), "{id} for {reader}\n{page}");
            }
        }
    }
}

/// Whether all that an agreement says stands on a page.
fn whole(form: &RawAgreement, page: &str, is_child: bool) -> bool {
    let statements = form.statement.iter().map(|said| {
        let said = said.get_ref();
        (&said.text, &said.child)
    });
    let choices = form.choice.iter().map(|asked| {
        let asked = asked.get_ref();
        (&asked.text, &asked.child)
    });
    let returned = std::iter::once((&form.return_to, &form.child_return_to));
    let said = statements.chain(choices).chain(returned);
    let own = said.map(|(text, child)| match child {
        Some(child) if is_child => child.get_ref(),
        Some(_) | None => text.get_ref(),
    });
    let lines = form.about.iter().chain(form.signed_by.get_ref());
    let mut all = own.chain(lines.map(signpost::load::raw::At::get_ref));
    all.all(|text| page.contains(text.as_str()))
        && page.contains("Thimblemere Primary School, school year 2026 to 2027")
}

#[test]
fn each_of_the_three_consents_is_asked_for_by_itself_and_none_is_given() {
    let edition = edition(&demo());
    let found = printed(
        &edition.web,
        "parents/forms/",
        "Permission for pictures and work",
    );
    let [form] = &found[..] else {
        panic!("{} forms", found.len());
    };
    let answers = "<ul class=\"answers\">\n<li>Yes</li>\n<li>No</li>\n</ul>";
    assert_eq!(form.matches(answers).count(), 3, "{form}");
    for box_or_tick in ["checked", "☐", "☑", "☒", "✓", "[x]", "[ ]"] {
        assert!(!form.contains(box_or_tick), "{box_or_tick}");
    }
}

/// What would let a page take something from its reader.
const FORMS: [&str; 9] = [
    "<form",
    "<input",
    "<button",
    "<select",
    "<textarea",
    "<script",
    "contenteditable",
    "formaction",
    "type=\"checkbox\"",
];

/// Files of an edition in which somebody could fill something in.
fn that_take_something(edition: &Edition) -> Vec<String> {
    let files = edition.web.files.iter().chain(&edition.staff.files);
    let pages = files.filter(|(path, _)| !path.starts_with("files/"));
    // The search has a field; `search` holds that nothing is sent from it.
    let searches = ["parents/search.html", "search.html"];
    pages
        .filter(|(path, _)| !searches.contains(&path.as_str()))
        .filter(|(_, bytes)| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            // The one script there is adds words, and takes none.
            let text = (0..4).fold(text, |text, deep| {
                let up = "../".repeat(deep);
                text.replace(
                    &format!("<script src=\"{up}assets/review.js\" defer></script>"),
                    "",
                )
            });
            FORMS.iter().any(|form| text.contains(form))
        })
        .map(|(path, _)| path.clone())
        .collect()
}

#[test]
fn nothing_that_is_printed_is_a_web_form() {
    assert_eq!(that_take_something(&edition(&demo())), [""; 0]);
    let mut runner = TestRunner::deterministic();
    for _ in 0..50 {
        let tree = generated::any_site().new_tree(&mut runner);
        let edition = build::build(&tree.expect("a site").current());
        let edition = edition.unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(that_take_something(&edition), [""; 0]);
    }
}

#[test]
fn children_read_their_own_words_and_no_others() {
    let form = "id = \"promise\"\ntitle = \"Rules for tablets\"\nchild = \"My promise\"\n\
        for = [\"children\", \"parents\", \"staff\"]\nyear = \"2025-26\"\nintro = \"Words for grown-ups.\"\n\
        about = [\"My name\"]\nsigned_by = [\"Me\"]\nreturn_to = \"To the office by Friday.\"\n\
        child_return_to = \"Give it to your teacher.\"\n\
        [[statement]]\ntext = \"I am considerate.\"\nchild = \"I am kind.\"\nsection = \"Conduct\"\n\
        [[choice]]\ntext = \"Is there a computer at home?\"\nchild = \"Do you have a tablet?\"\nnote = \"For our plans.\"\n";
    let block = "\n```agreement\nid = \"promise\"\n```\n";
    let built = SiteTest::base()
        .file("content/agreements/promise.toml", form)
        .append("content/children/games.md", block)
        .append("content/parents/phones.md", block)
        .build();
    let grown_up = [
        "Rules for tablets",
        "Words for grown-ups.",
        "considerate",
        "Conduct",
        "To the office",
        "computer at home",
        "For our plans.",
    ];
    let child = [
        "My promise",
        "I am kind.",
        "Do you have a tablet?",
        "Give it to your teacher.",
    ];
    let of_children = built.page("web/children/games.html");
    let of_parents = built.page("web/parents/phones.html");
    for words in grown_up {
        assert!(
            !of_children.contains(words) && of_parents.contains(words),
            "{words}"
        );
    }
    for words in child {
        assert!(
            of_children.contains(words) && !of_parents.contains(words),
            "{words}"
        );
    }
}
