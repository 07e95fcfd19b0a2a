//! The registers: guidance, the glossary, systems. From the demo's data, and
//! again from what is printed of it.

use std::collections::BTreeMap;
use std::path::Path;

use signpost::audience::Audience;
use signpost::load::raw;
use signpost::render::Edition;

use crate::build;
use crate::site::{SiteTest, files_under};

/// The demo's files, by path from the site folder.
fn demo() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = files_under(&root).into_iter();
    files
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .collect()
}

fn edition(files: &BTreeMap<String, Vec<u8>>) -> Edition {
    let files = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]));
    build::printed(files).unwrap_or_else(|why| panic!("{why}"))
}

/// A record file of the demo.
fn record<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let bytes = demo()
        .remove(&format!("content/{name}"))
        .expect("it is there");
    let text = String::from_utf8(bytes).expect("a record is text");
    toml::from_str(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

/// The pages of a folder of a tree, as one text without entities.
fn pages(edition: &Edition, tree: &str, folder: &str) -> String {
    let tree = match tree {
        "web" => &edition.web,
        _ => &edition.staff,
    };
    let pages = tree
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(folder) && path.ends_with(".html"));
    let pages = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes).replace("&#39;", "'"));
    pages.collect()
}

#[test]
fn every_text_of_the_register_stands_before_staff_and_none_before_children() {
    let register: raw::RawGuidanceRegister = record("guidance.toml");
    assert!(register.guidance.len() >= 15, "the register has shrunk");
    let edition = edition(&demo());
    let staff = pages(&edition, "staff", "guidance.html");
    let parents = pages(&edition, "web", "parents/");
    let children = pages(&edition, "web", "children/");
    let mut for_parents = 0;
    for entry in &register.guidance {
        let title = entry.get_ref().title.get_ref();
        assert!(staff.contains(title), "{title} is not on the staff page");
        for_parents += usize::from(parents.contains(title));
        assert!(!children.contains(title), "{title} is on a children's page");
    }
    assert!(for_parents >= 8, "parents read of only {for_parents}");
    // Of editions, the one of the day alone is printed to parents.
    assert!(parents.contains("Keeping children safe in education 2026"));
    for older in 2021..2026 {
        assert!(
            !parents.contains(&format!("in education {older}")),
            "{older}"
        );
    }
    assert!(staff.contains("Before it: 2021, 2022, 2023, 2024, 2025."));
}

#[test]
fn each_policy_of_the_demo_cites_what_it_rests_on() {
    for (path, bytes) in demo() {
        if path.starts_with("content/policies/") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.contains("[[guidance:"), "{path} cites nothing");
        }
    }
}

#[test]
fn every_term_of_the_glossary_stands_before_those_it_is_for() {
    let glossary: raw::RawGlossary = record("glossary.toml");
    assert!(glossary.term.len() >= 20, "the glossary has shrunk");
    let edition = edition(&demo());
    let entry = |id: &str| format!("<dt id=\"_term-{id}\">");
    for term in &glossary.term {
        let term = term.get_ref();
        let (id, readers) = (term.id.get_ref(), term.readers.get_ref());
        for (audience, tree, page) in [
            (Audience::Children, "web", "children/words.html"),
            (Audience::Parents, "web", "parents/glossary.html"),
            (Audience::Staff, "staff", "glossary.html"),
        ] {
            let page = pages(&edition, tree, page);
            let times = page.matches(&entry(id)).count();
            let is_for = audience == Audience::Staff || readers.contains(&audience);
            assert_eq!(times, usize::from(is_for), "{id} for {audience}");
        }
        // Nothing that is written for grown-ups is on a children's page.
        let children = pages(&edition, "web", "children/");
        assert!(!children.contains(term.meaning.get_ref()), "{id}");
    }
}

#[test]
fn a_system_is_named_to_those_it_is_for_and_to_nobody_else() {
    let systems: raw::RawSystems = record("systems.toml");
    assert!(systems.system.len() >= 10, "the register has shrunk");
    let edition = edition(&demo());
    let staff = pages(&edition, "staff", "technical/systems.html");
    for system in &systems.system {
        let system = system.get_ref();
        let (name, readers) = (system.name.get_ref(), system.readers.get_ref());
        assert!(staff.contains(name), "{name} is not on the staff page");
        for (audience, folder) in [
            (Audience::Children, "children/"),
            (Audience::Parents, "parents/"),
        ] {
            let is_named = pages(&edition, "web", folder).contains(name);
            assert_eq!(
                is_named,
                readers.contains(&audience),
                "{name} for {audience}"
            );
        }
    }
}

#[test]
fn an_owner_whom_readers_do_not_know_leaves_no_trace() {
    let systems = |owner: &str| {
        format!(
            "[[system]]\nid = \"letters\"\nname = \"Notewren\"\npurpose = \"Letters.\"\nowner = \"{owner}\"\n\
             for = [\"parents\", \"staff\"]\nsupplier = \"Wren Ltd\"\n"
        )
    };
    let inner = "\n[[role]]\nid = \"inner\"\ntitle = \"Keeper of letters\"\nkind = \"body\"\nfor = [\"staff\"]\n";
    let built = |owner: &str| {
        SiteTest::base()
            .append("content/people.toml", inner)
            .file("content/systems.toml", systems(owner))
            .append("content/parents/phones.md", "\n\n```systems\n```\n")
            .append("content/staff/devices.md", "\n\n```systems\n```\n")
            .build()
    };
    let (hidden, known) = (built("inner"), built("dsl"));
    let page = "web/parents/phones.html";
    assert!(
        known
            .page(page)
            .contains("Who answers for it: Designated Safeguarding Lead")
    );
    assert!(
        !hidden.page(page).contains("Who answers for it"),
        "{}",
        hidden.page(page)
    );
    assert!(!hidden.page(page).contains("Wren Ltd"));
    let staff = hidden.page("staff/devices.html");
    assert!(
        staff.contains("Answers for it: Keeper of letters. Supplier: Wren Ltd."),
        "{staff}"
    );
    assert!(staff.contains("Parents may read its name."), "{staff}");
}

const REGISTER: &str = "verified = 2024-01-01\n\n[[guidance]]\nid = \"kcsie\"\n\
    title = \"Keeping children safe in education\"\naliases = [\"KCSIE\"]\nkind = \"statutory\"\n\
    publisher = \"DfE\"\nweb = \"https://www.gov.uk/kcsie\"\nsource = \"GOV.UK\"\neditions = [\n\
    { name = \"2025\", in_force = 2025-09-01 },\n{ name = \"2026\", in_force = 2026-09-01 },\n]\n";

fn with_register(text: &str) -> SiteTest {
    SiteTest::base()
        .file("content/guidance.toml", REGISTER)
        .append("content/parents/phones.md", text)
}

#[test]
fn a_reference_prints_the_edition_of_the_day() {
    for (day, printed) in [
        ("2026-02-28", "in education 2025</a>."),
        ("2026-08-31", "in education 2025</a>."),
        ("2026-09-01", "in education 2026</a>."),
        ("2027-03-01", "in education 2026</a>."),
    ] {
        let built = with_register("\nWe follow [[guidance:kcsie]].\n")
            .today(day)
            .build();
        let page = built.page("web/parents/phones.html");
        let link = "<a href=\"https://www.gov.uk/kcsie\">Keeping children safe ";
        assert!(page.contains(&format!("{link}{printed}")), "{day}: {page}");
    }
    // Helplines were checked on a later day than this.
    let early = "verified = 2026-02-10";
    let site = with_register("\nWe follow [[guidance:kcsie]].\n").today("2025-08-31");
    let lines = include_str!("../sites/small/content/helplines.toml")
        .replace(early, "verified = 2025-01-01");
    let built = site.file("content/helplines.toml", lines).build();
    let page = built.page("web/parents/phones.html");
    assert!(
        page.contains("Keeping children safe in education</a>."),
        "{page}"
    );
}

#[test]
fn an_edition_becomes_an_older_one_on_the_day_of_the_next() {
    let said = |day: &str| {
        with_register("\nWe follow KCSIE 2025.\n")
            .today(day)
            .check()
    };
    assert!(!said("2026-08-31").contains("superseded-edition"));
    assert!(said("2026-09-01").contains("warn superseded-edition"));
    // A warning never stops a build, and what is written stays as it is.
    let built = with_register("\nWe follow KCSIE 2025.\n")
        .today("2026-09-01")
        .build();
    assert!(
        built
            .page("web/parents/phones.html")
            .contains("We follow KCSIE 2025.")
    );
}
