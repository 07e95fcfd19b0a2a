//! Nobody is shown, or sent to, what is not for them: such a site is refused.
//!
//! The leak properties compare sites that build. What must not build is held
//! here: every way in which a text or a record can name something that its
//! readers may not see, one at a time, on a site that has nothing else wrong.

mod names;

use crate::site::SiteTest;
use names::{FOR_PARENTS, FOR_STAFF};
use signpost::commands::Outcome;

const CHILDREN: &str = "content/children/games.md";
const PARENTS: &str = "content/parents/phones.md";
const POLICY: &str = "content/policies/online-safety.md";
const STAFF: &str = "content/staff/devices.md";
const PEOPLE: &str = "content/people.toml";

/// The small site, with one thing of each kind for staff alone, and one for
/// parents that children may not see.
fn site() -> SiteTest {
    let role = |name: &str, readers: &str| {
        format!(
            "\n[[role]]\nid = \"{name}\"\ntitle = \"Role {name}\"\nkind = \"body\"\nfor = {readers}\n"
        )
    };
    let route = |name: &str, to: &str, readers: &str| {
        format!(
            "\n[[route]]\nabout = \"about {name}\"\nto = [\"{to}\"]\nwithin = \"a day\"\nfor = {readers}\n"
        )
    };
    let helpline = |name: &str, readers: &str| {
        format!(
            "\n[[helpline]]\nid = \"{name}\"\nname = \"Line {name}\"\npurpose = \"Help\"\nfor = {readers}\n\
             phone = \"01632 960020\"\nhours = \"always\"\nsource = \"https://www.police.uk\"\n\
             verified = 2026-02-10\n"
        )
    };
    let (parents, staff) = ("[\"parents\", \"staff\"]", "[\"staff\"]");
    with_handbook(SiteTest::base())
        .append(PEOPLE, &role("inner", staff))
        .append(PEOPLE, &route("inner", "inner", staff))
        .append(PEOPLE, &route("outer", "deputy-dsl", parents))
        .append("content/helplines.toml", &helpline("inner-line", staff))
        .file(
            "content/policies/inner.md",
            "+++\ntitle = \"Inner\"\naudience = [\"staff\"]\n+++\n\nFor staff.\n\n## Part\n\nMore.\n",
        )
        .file(
            "content/tables/outer.toml",
            "id = \"outer\"\ntitle = \"Outer\"\nkind = \"action\"\nfor = [\"parents\", \"staff\"]\n\n\
             [[action]]\nid = \"ask\"\ntitle = \"We ask\"\n\n[[row]]\nlabel = \"A loss\"\nactions = [\"ask\"]\n",
        )
        .bytes("content/files/staff/inner.pdf", b"%PDF-1.7 inner".to_vec())
        .bytes("content/files/parents/outer.pdf", b"%PDF-1.7 outer".to_vec())
}

/// With records of the handbook for staff alone, and for parents.
fn with_handbook(site: SiteTest) -> SiteTest {
    let (parents, staff) = ("[\"parents\", \"staff\"]", "[\"staff\"]");
    let procedure = |name: &str, readers: &str| {
        format!(
            "id = \"{name}\"\ntitle = \"Procedure {name}\"\nfor = {readers}\n\n[[step]]\nid = \"go\"\ntext = \"Go.\"\n"
        )
    };
    let checklist = |name: &str, readers: &str| {
        format!(
            "id = \"{name}\"\ntitle = \"List {name}\"\nfor = {readers}\n[[check]]\ntext = \"Look\"\n"
        )
    };
    let agreement = |name: &str, readers: &str| {
        format!(
            "id = \"{name}\"\ntitle = \"Form {name}\"\nfor = {readers}\nyear = \"2025-26\"\n\
             signed_by = [\"Me\"]\nreturn_to = \"The office\"\n[[choice]]\ntext = \"Yes?\"\n"
        )
    };
    site.file(
        "content/systems.toml",
        "[[system]]\nid = \"outer-system\"\nname = \"Outer\"\npurpose = \"Letters\"\nowner = \"dsl\"\nfor = [\"parents\"]\n\n\
         [[system]]\nid = \"inner-system\"\nname = \"Inner System\"\npurpose = \"Log\"\nowner = \"dsl\"\nfor = [\"staff\"]\n",
    )
    .file(
        "content/glossary.toml",
        "[[term]]\nid = \"dsl\"\nterm = \"lead\"\nmeaning = \"Leads\"\nfor = [\"parents\"]\n\n\
         [[term]]\nid = \"inner-term\"\nterm = \"inner\"\nmeaning = \"Inner\"\nfor = [\"staff\"]\n",
    )
    .file(
        "content/guidance.toml",
        "verified = 2026-02-10\n\n[[guidance]]\nid = \"kcsie\"\ntitle = \"Keeping children safe\"\n\
             kind = \"statutory\"\npublisher = \"DfE\"\nsource = \"GOV.UK\"\n",
    )
    .file("content/procedures/inner.toml", procedure("inner", staff))
    .file("content/procedures/outer.toml", procedure("outer", parents))
    .file(
        "content/checklists/inner.toml",
        checklist("inner-list", staff),
    )
    .file(
        "content/checklists/outer.toml",
        checklist("outer-list", parents),
    )
    .file(
        "content/agreements/inner.toml",
        agreement("inner-form", staff),
    )
    .file(
        "content/agreements/outer.toml",
        agreement("outer-form", parents),
    )
    .append("content/schedule.toml", READ)
}

/// A review of parents' pages, so that they have one to show.
const READ: &str =
    "\n[[review]]\npage = \"parents/\"\nowner = \"dsl\"\nevery = \"1 year\"\nlast = 2026-02-01\n";

/// What the check says of a site in which `more` stands at the end of a file.
fn said(path: &str, more: &str) -> String {
    site().append(path, more).check()
}

/// Whether a rule of this name has found an error.
fn stops(said: &str, rule: &str) -> bool {
    said.contains(&format!(" error {rule}\n"))
}

#[test]
fn the_site_by_itself_has_nothing_wrong_with_it() {
    assert_eq!(site().check(), "");
}

#[test]
fn what_is_for_staff_is_refused_where_others_read_it() {
    for wanted in FOR_STAFF {
        for path in [CHILDREN, PARENTS] {
            let said = said(path, &format!("\n{wanted}\n"));
            assert!(stops(&said, "out-of-reach"), "{path}: {wanted}\n{said}");
        }
        // Under the policy's heading for staff it is for staff, but a heading
        // of the same level ends that.
        let open = said(POLICY, &format!("\n## Open\n\n{wanted}\n"));
        assert!(stops(&open, "out-of-reach"), "{wanted}\n{open}");
        let named = said(POLICY, &format!("\n## Open {{.parents}}\n\n{wanted}\n"));
        assert!(stops(&named, "out-of-reach"), "{wanted}\n{named}");
    }
}

#[test]
fn a_statement_names_nobody_whom_parents_may_not_know_and_is_not_for_children() {
    let path = "content/accessibility.toml";
    let head = "checked = 2026-02-10\n";
    assert_eq!(site().file(path, head).check(), "");
    for more in [
        "ask = \"inner\"\n",
        "[[gap]]\nwhat = \"Scans.\"\nfor = [\"children\", \"parents\"]\n",
        "[[tested]]\nhow = \"voice\"\non = 2026-02-01\nby = \"a teacher\"\nfound = \"It works.\"\nfor = [\"children\"]\n",
    ] {
        let said = site().file(path, format!("{head}{more}")).check();
        assert!(stops(&said, "readers"), "{more}\n{said}");
    }
}

#[test]
fn only_a_page_for_children_has_an_icon() {
    for path in [PARENTS, POLICY, STAFF] {
        let said = site()
            .bytes(
                "content/images/inner.svg",
                b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>".to_vec(),
            )
            .append(
                "content/images.toml",
                "[[image]]\nfile = \"inner.svg\"\ndecorative = true\nuse = \"website\"\n",
            )
            .edit(path, "title = ", "icon = \"inner.svg\"\ntitle = ")
            .check();
        assert!(stops(&said, "page-audience"), "{path}\n{said}");
    }
}

#[test]
fn nothing_is_built_while_one_of_them_stands() {
    let out = tempfile::TempDir::new().expect("a folder for a test");
    let target = out.path().join("public");
    let more = ["--out".into(), target.clone().into()];
    let wrong = site().append(PARENTS, "\n[[role:inner]]\n");
    let (outcome, said) = wrong.run("build", &more);
    assert_eq!(outcome, Outcome::Stopped, "{said:#}");
    assert!(!target.exists());
    let (outcome, said) = site().run("build", &more);
    assert_eq!(outcome, Outcome::Done, "{said:#}");
}

#[test]
fn what_is_for_parents_is_refused_where_children_read_it() {
    for wanted in FOR_PARENTS {
        let said = said(CHILDREN, &format!("\n{wanted}\n"));
        assert!(stops(&said, "out-of-reach"), "{wanted}\n{said}");
    }
}

#[test]
fn each_of_these_is_welcome_where_its_readers_are() {
    for wanted in FOR_STAFF {
        for path in [STAFF, POLICY] {
            assert_eq!(said(path, &format!("\n{wanted}\n")), "", "{path}: {wanted}");
        }
    }
    // That a bare address is hard to listen to keeps nobody from it.
    let is_welcome = |said: &str| {
        said.is_empty() || (said.contains(" warn link-text\n") && !said.contains(" error "))
    };
    for wanted in FOR_PARENTS {
        let own = said(PARENTS, &format!("\n{wanted}\n"));
        assert!(is_welcome(&own), "{wanted}\n{own}");
        let open = said(POLICY, &format!("\n## Open\n\n{wanted}\n"));
        assert!(is_welcome(&open), "{wanted}\n{open}");
    }
}

#[test]
fn a_heading_that_readers_do_not_see_is_no_place_to_send_them() {
    let link = "\n[words](../policies/online-safety.md#handling-a-report)\n";
    let refused = said(PARENTS, link);
    assert!(stops(&refused, "broken-anchor"), "{refused}");
    assert_eq!(said(STAFF, link), "");
}

#[test]
fn a_label_never_widens() {
    for (path, more) in [
        (PARENTS, "\n## Open {.staff}\n\nWords.\n"),
        (PARENTS, "\n> [!PARENTS STAFF]\n> Words.\n"),
        (STAFF, "\n## Open {.parents}\n\nWords.\n"),
        (STAFF, "\n> [!PARENTS]\n> Words.\n"),
        (
            "content/policies/inner.md",
            "\n> [!PARENTS STAFF]\n> Words.\n",
        ),
        // The last section of the policy is for staff.
        (POLICY, "\n> [!PARENTS STAFF]\n> Words.\n"),
        (POLICY, "\n### Open {.parents .staff}\n\nWords.\n"),
    ] {
        let said = said(path, more);
        assert!(stops(&said, "label"), "{path}: {more}\n{said}");
    }
}

#[test]
fn a_record_never_shows_more_than_the_role_it_belongs_to() {
    let for_staff = "\nfor = [\"staff\"]\n";
    for more in [
        "find = \"here\"\nfind_for = [\"parents\"]\n",
        "channels = [{ phone = \"01632 960021\", for = [\"parents\"] }]\n",
        "duties = [{ text = \"Words\", for = [\"parents\"] }]\n",
        "holders = [{ name = \"Somebody\", name_for = [\"parents\"] }]\n",
        "holders = [{ name = \"Somebody\", photo = \"a.svg\", photo_for = [\"parents\"] }]\n",
    ] {
        let role = format!(
            "\n[[role]]\nid = \"other\"\ntitle = \"Other\"\nkind = \"body\"{for_staff}{more}"
        );
        let said = said(PEOPLE, &role);
        assert!(stops(&said, "readers"), "{more}\n{said}");
    }
}

#[test]
fn a_checklist_names_and_shows_only_what_its_readers_may_know() {
    let everybody = "\nfor = [\"children\", \"parents\", \"staff\"]\nchild = \"Look\"\n";
    let check = "[[check]]\ntext = \"Look\"\n";
    for (head, of_check, rule) in [
        (
            "for = [\"parents\"]\nsigned_by = [\"inner\"]\n",
            "",
            "readers",
        ),
        ("for = [\"staff\"]\n", "for = [\"parents\"]\n", "readers"),
        (
            "for = [\"parents\"]\n",
            "for = [\"children\"]\nchild = \"Look\"\n",
            "readers",
        ),
        (
            &format!("{everybody}signed_by = [\"deputy-dsl\"]\n"),
            "child = \"Look\"\n",
            "readers",
        ),
        // Their own words, or none.
        (everybody, "", "record-value"),
    ] {
        let list = format!("id = \"other\"\ntitle = \"Other\"\n{head}{check}{of_check}");
        let said = site().file("content/checklists/other.toml", list).check();
        assert!(stops(&said, rule), "{head}{of_check}\n{said}");
    }
}

#[test]
fn a_route_names_only_whom_its_readers_may_know() {
    for more in [
        "to = [\"inner\"]\nfor = [\"parents\", \"staff\"]\n",
        "to = [\"dsl\"]\ninstead = [\"inner\"]\nfor = [\"parents\", \"staff\"]\n",
        "to = [\"deputy-dsl\"]\nfor = [\"children\", \"staff\"]\n",
    ] {
        let route = format!("\n[[route]]\nabout = \"other\"\nwithin = \"a day\"\n{more}");
        let said = said(PEOPLE, &route);
        assert!(stops(&said, "readers"), "{more}\n{said}");
    }
}

#[test]
fn a_procedure_names_only_whom_its_readers_may_know() {
    let parents = "for = [\"parents\", \"staff\"]";
    for (readers, whom) in [
        (parents, "roles = [\"inner\"]"),
        (parents, "roles = [\"dsl\", \"inner\"]"),
        (parents, "helplines = [\"inner-line\"]"),
        ("for = [\"children\"]", "roles = [\"deputy-dsl\"]"),
        ("for = [\"children\"]", "helplines = [\"nspcc\"]"),
    ] {
        let procedure = format!(
            "id = \"other\"\ntitle = \"Other\"\nchild = \"Other\"\n{readers}\n\n\
             [[step]]\nid = \"go\"\ntext = \"Go.\"\nchild = \"Go.\"\n{whom}\n"
        );
        let said = said("content/procedures/other.toml", &procedure);
        assert!(stops(&said, "readers"), "{readers} {whom}\n{said}");
    }
}

#[test]
fn help_names_only_whom_its_readers_may_know() {
    let help = "content/help.toml";
    for (old, new) in [
        (
            "adults = [\"class-teacher\", \"dsl\"]",
            "adults = [\"class-teacher\", \"deputy-dsl\"]",
        ),
        (
            "adults = [\"class-teacher\", \"dsl\"]",
            "adults = [\"class-teacher\", \"inner\"]",
        ),
        ("outside = \"childline\"", "outside = \"nspcc\""),
        ("outside = \"childline\"", "outside = \"inner-line\""),
        (
            "school = [\"class-teacher\", \"dsl\"]",
            "school = [\"class-teacher\", \"inner\"]",
        ),
        ("services = \"childrens-services\"", "services = \"inner\""),
        (
            "services_out_of_hours = \"childrens-services-at-night\"",
            "services_out_of_hours = \"inner\"",
        ),
        ("police = \"police\"", "police = \"inner-line\""),
        ("emergency = \"emergency\"", "emergency = \"inner-line\""),
        ("advice = \"nspcc\"", "advice = \"inner-line\""),
    ] {
        let said = site().edit(help, old, new).check();
        assert!(stops(&said, "readers"), "{new}\n{said}");
    }
}

#[test]
fn a_part_of_a_table_is_for_no_more_readers_than_the_table() {
    let row = "\n[[row]]\nlabel = \"Other\"\nactions = []\nfor = [\"children\"]\n";
    let widened = said("content/tables/outer.toml", row);
    assert!(stops(&widened, "readers"), "{widened}");
    let widened = site()
        .edit(
            "content/tables/phones.toml",
            "kind = \"permission\"\n",
            "kind = \"permission\"\nfor = [\"children\", \"staff\"]\n",
        )
        .check();
    assert!(stops(&widened, "readers"), "{widened}");
}
