//! The checklists of the two schools' policies are in the demonstration site,
//! whole: counted in the records, and again in the pages that are made of
//! them.

use std::collections::BTreeSet;

use signpost::audience::Audience;
use signpost::load::raw::{At, RawChecklist};
use signpost::render::{Edition, Tree};

use crate::demo::{demo, edition};
use crate::site::SiteTest;

/// What the inventory of the two schools' policies (K1 to K15) counts.
enum Counted {
    /// Every check.
    All(usize),
    /// The checks under one heading; the others are the demo school's own.
    Under(&'static str, usize),
    /// The headings: what was one long item is several checks under one.
    Headings(usize),
}

/// The table of K1 (D8) and the whole of K15 are lost, and nothing was guessed:
/// what stands in their place is the demo school's own.
const INVENTORY: &[(&str, &str, Counted)] = &[
    ("K1", "termly-technical-checks", Counted::Headings(6)),
    ("K2", "data-protection", Counted::All(11)),
    ("K3", "data-handling", Counted::All(3)),
    ("K4", "removable-media", Counted::All(4)),
    ("K5", "official-social-account", Counted::All(4)),
    ("K6", "social-media-risk", Counted::All(4)),
    (
        "K7",
        "social-media-conduct",
        Counted::Under("What you write", 4),
    ),
    ("K8", "staff-passwords", Counted::All(5)),
    ("K8", "a-good-password", Counted::All(5)),
    ("K9", "cloud-services", Counted::All(5)),
    ("K10", "monitoring", Counted::All(3)),
    ("K11", "risk-areas", Counted::All(5)),
    ("K12", "school-devices", Counted::All(13)),
    ("K12", "personal-devices", Counted::All(17)),
    ("K13", "technical-statements", Counted::All(18)),
    ("K14", "what-pupils-learn", Counted::All(12)),
    ("K15", "website", Counted::All(12)),
];

/// The checklists of the demonstration site.
fn records() -> Vec<RawChecklist> {
    let files = demo().into_iter();
    let lists = files.filter(|(path, _)| path.starts_with("content/checklists/"));
    lists
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).expect("a record is text");
            toml::from_str(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"))
        })
        .collect()
}

fn is_for(list: &RawChecklist, audience: Audience) -> bool {
    audience == Audience::Staff || list.readers.get_ref().contains(&audience)
}

/// The checks of a list that `audience` is to see, in their words.
fn words(list: &RawChecklist, audience: Audience) -> Vec<&str> {
    let checks = list.check.iter().map(At::get_ref);
    let seen = checks.filter(|check| {
        let readers = check.readers.as_ref();
        audience == Audience::Staff
            || readers.is_none_or(|readers| readers.get_ref().contains(&audience))
    });
    seen.map(|check| match (audience, &check.child) {
        (Audience::Children, Some(child)) => child.get_ref().as_str(),
        _ => check.text.get_ref().as_str(),
    })
    .collect()
}

/// Every time a list stands on a page under `folder`: the texts of its checks.
fn printed(tree: &Tree, folder: &str, title: &str) -> Vec<Vec<String>> {
    let opens = format!("<p class=\"who\"><strong>{title}</strong></p>");
    let pages = tree.files.iter();
    let pages = pages.filter(|(path, _)| path.starts_with(folder) && path.ends_with(".html"));
    let mut all = Vec::new();
    for (_, bytes) in pages {
        let page = String::from_utf8_lossy(bytes);
        for block in page.split(&opens).skip(1) {
            let block = block.split("</div>").next().unwrap_or_default();
            let lists = block.split("<ul class=\"checks\">").skip(1);
            let lists = lists.map(|list| list.split("</ul>").next().unwrap_or_default());
            let checks = lists.flat_map(|list| list.split("<li>").skip(1));
            let texts = checks.map(|check| check.split(['<', '\n']).next().unwrap_or_default());
            all.push(texts.map(|text| text.trim().to_owned()).collect());
        }
    }
    all
}

fn view(edition: &Edition, audience: Audience) -> (&Tree, &'static str) {
    match audience {
        Audience::Children => (&edition.web, "children/"),
        Audience::Parents => (&edition.web, "parents/"),
        Audience::Staff => (&edition.staff, ""),
    }
}

#[test]
fn every_checklist_of_the_inventory_is_a_record() {
    let records = records();
    for (item, id, counted) in INVENTORY {
        let list = records.iter().find(|list| list.id.get_ref() == id);
        let list = list.unwrap_or_else(|| panic!("{item}: no checklist {id}"));
        let sections = list.check.iter().map(|check| {
            let section = check.get_ref().section.as_ref();
            section.map(|section| section.get_ref().as_str())
        });
        let (count, wanted) = match counted {
            Counted::All(wanted) => (list.check.len(), wanted),
            Counted::Under(heading, wanted) => {
                (sections.filter(|at| *at == Some(*heading)).count(), wanted)
            }
            Counted::Headings(wanted) => (sections.collect::<BTreeSet<_>>().len(), wanted),
        };
        assert_eq!(count, *wanted, "{item}: {id}");
    }
}

#[test]
fn every_checklist_stands_whole_in_each_view_that_may_see_it() {
    let edition = edition(&demo());
    for list in records() {
        for audience in Audience::ALL {
            let (tree, folder) = view(&edition, audience);
            let title = match (audience, &list.child) {
                (Audience::Children, Some(child)) => child.get_ref(),
                _ => list.title.get_ref(),
            };
            let found = printed(tree, folder, title);
            let id = list.id.get_ref();
            assert_eq!(
                !found.is_empty(),
                is_for(&list, audience),
                "{id} for {audience}"
            );
            for checks in found {
                assert_eq!(checks, words(&list, audience), "{id} for {audience}");
            }
        }
    }
}

#[test]
fn three_roles_sign_the_termly_checks() {
    let edition = edition(&demo());
    let page = &edition.staff.files["technical/termly-checks.html"];
    let page = String::from_utf8_lossy(page);
    for signer in ["Network manager", "Computing lead", "Headteacher"] {
        let line = format!(
            "<li><strong>{signer}</strong> <span class=\"blank\">Name</span> \
             <span class=\"blank\">Signature</span> <span class=\"blank\">Date</span></li>"
        );
        assert!(page.contains(&line), "{signer}");
    }
}

/// A list whose checks are for different readers, some of them under one
/// heading on both sides of a check that not all may see.
fn mixed() -> SiteTest {
    let list = "id = \"mixed\"\ntitle = \"Before a lesson\"\nchild = \"Ready?\"\n\
        for = [\"children\", \"parents\", \"staff\"]\nintro = \"Words for grown-ups.\"\n\
        signed_by = [\"class-teacher\"]\n\
        [[check]]\ntext = \"Tablets are charged.\"\nchild = \"My tablet is on.\"\nsection = \"First\"\n\
        [[check]]\ntext = \"The cupboard code is known.\"\nsection = \"Second\"\nnote = \"Ask the office.\"\nfor = [\"staff\"]\n\
        [[check]]\ntext = \"The page was looked at.\"\nsection = \"First\"\nfor = [\"parents\", \"staff\"]\n";
    let mut site = SiteTest::base().file("content/checklists/mixed.toml", list);
    for path in [
        "content/children/games.md",
        "content/parents/phones.md",
        "content/staff/devices.md",
    ] {
        site = site.append(path, "\n```checklist\nid = \"mixed\"\n```\n");
    }
    site
}

#[test]
fn a_check_that_is_not_for_a_reader_leaves_no_trace() {
    let built = mixed().build();
    let child = built.page("web/children/games.html");
    assert!(child.contains("<strong>Ready?</strong>"), "{child}");
    assert!(
        child.contains("<ul class=\"checks\">\n<li>My tablet is on.</li>\n</ul>"),
        "{child}"
    );
    assert!(child.contains("<strong>Your teacher</strong>"), "{child}");
    for word in [
        "First",
        "Second",
        "charged",
        "grown-ups.",
        "Before a lesson",
    ] {
        assert!(!child.contains(word), "{word}");
    }
    let parent = built.page("web/parents/phones.html");
    // Not even the gap where it stood: one heading, one list.
    assert!(
        parent.contains(
            "<ul class=\"checks\">\n<li>Tablets are charged.</li>\n<li>The page was looked at.</li>\n</ul>"
        ),
        "{parent}"
    );
    let staff = built.page("staff/devices.html");
    assert_eq!(staff.matches("<ul class=\"checks\">").count(), 3, "{staff}");
    assert!(
        staff.contains("The cupboard code is known. <span class=\"aside\">Ask the office.</span>")
    );
}

#[test]
fn a_checklist_as_long_as_a_file_can_be_is_refused_in_one_sentence() {
    let mut list = "id = \"long\"\ntitle = \"Long\"\nfor = [\"staff\"]\n".to_owned();
    while list.len() < 1024 * 1024 {
        list += "[[check]]\ntext = \"Something is to be looked at here.\"\n";
    }
    let said = SiteTest::base()
        .file("content/checklists/long.toml", list)
        .check();
    assert!(
        said.contains("There are more than 200 checks, too many for one form."),
        "{said}"
    );
    assert_eq!(said.matches(" error ").count(), 1, "{said}");
}
