//! Front pages, and the pages that lead a reader on: ages of children, A to Z,
//! what changed lately, the poster.

use crate::review_line::words;
use crate::site::SiteTest;

const POLICY: &str = "content/policies/online-safety.md";

/// A page for children.
fn child(site: SiteTest, name: &str, band: &str, order: usize) -> SiteTest {
    let text = format!(
        "+++\ntitle = \"About {name}\"\norder = {order}\nband = \"{band}\"\n+++\n\nBe kind.\n"
    );
    site.file(&format!("content/children/{name}.md"), text)
}

/// The targets of links of one class.
fn links<'p>(page: &'p str, class: &str) -> Vec<&'p str> {
    let begin = format!("class=\"{class}\" href=\"");
    let links = page.split(&begin).skip(1);
    links.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_childs_front_page_has_six_large_choices_and_a_list_of_the_rest() {
    let mut site = SiteTest::base();
    for at in 1..=9 {
        site = child(site, &format!("page-{at}"), "both", at);
    }
    let built = site.build();
    let page = built.page("web/children/index.html");
    let large = links(page, "choice");
    assert_eq!(large.len(), 6, "{large:?}");
    assert_eq!(large[0], "../children/page-1.html");
    let rest = page.split_once("More to read").expect("there are more").1;
    for at in 7..=9 {
        assert!(rest.contains(&format!("page-{at}.html")), "{rest}");
    }
    assert!(!page.contains("younger.html"), "{page}");
}

#[test]
fn the_front_of_a_childs_folder_has_six_large_choices_too() {
    let mut site = SiteTest::base();
    for at in 1..=8 {
        site = child(site, &format!("games/page-{at}"), "both", at);
    }
    let built = site.build();
    let page = built.page("web/children/games/index.html");
    assert_eq!(links(page, "choice").len(), 6);
    let rest = page.split_once("More to read").expect("there are more").1;
    for at in 7..=8 {
        assert!(rest.contains(&format!("page-{at}.html")), "{rest}");
    }
}

#[test]
fn younger_and_older_children_have_a_page_of_their_own() {
    let site = child(SiteTest::base(), "small", "ks1", 1);
    assert!(
        !site
            .build()
            .files()
            .contains_key("web/children/younger.html")
    );
    let built = child(child(site, "large", "ks2", 2), "all", "both", 3).build();
    let front = built.page("web/children/index.html");
    let large = links(front, "choice");
    assert_eq!(
        large[..2],
        ["../children/younger.html", "../children/older.html"]
    );
    assert!(
        !large
            .iter()
            .any(|way| way.contains("small") || way.contains("large"))
    );
    let younger = built.page("web/children/younger.html");
    assert!(younger.contains("small.html") && younger.contains("all.html"));
    assert!(!younger.contains("large.html"), "{younger}");
    let small = built.page("web/children/small.html");
    let back = small.split_once("class=\"back\"").expect("a way back").1;
    assert!(back[..120].contains("younger.html"), "{back}");
    assert!(
        words(back).starts_with("Back to Age 5 to 7"),
        "{}",
        words(back)
    );
    // Help stands in the same place on all of them.
    for page in [front, younger, small] {
        assert!(page.contains("class=\"help-box-way\""), "{page}");
    }
}

#[test]
fn a_to_z_is_made_of_what_its_reader_has() {
    let built = SiteTest::base()
        .append(
            POLICY,
            "\n## Apples for all\n\nText.\n\n## Apples for staff {.staff}\n\nText.\n",
        )
        .build();
    let parents = built.page("web/parents/a-to-z.html");
    assert!(parents.contains("policies/online-safety.html#apples-for-all\">Apples for all"));
    assert!(
        parents.contains("phones.html\">Phones in school"),
        "{parents}"
    );
    assert!(!parents.contains("Apples for staff"), "{parents}");
    let staff = built.page("staff/a-to-z.html");
    assert!(staff.contains("Apples for staff"), "{staff}");
    assert!(!built.files().contains_key("web/children/a-to-z.html"));
}

#[test]
fn a_heading_of_many_pages_is_said_once_in_the_a_to_z() {
    let mut site = SiteTest::base();
    for page in 0..4 {
        let text = format!("+++\ntitle = \"Guide {page}\"\n+++\n\n## Odds and ends\n\nText.\n");
        site = site.file(&format!("content/staff/guide-{page}.md"), text);
    }
    let built = site.build();
    let index = built.page("staff/a-to-z.html");
    assert_eq!(index.matches("Odds and ends").count(), 1);
    assert_eq!(index.matches("#odds-and-ends").count(), 4);
}

/// An entry of the ledger, with digests that are as good as any.
fn entry(on: &str, parents: &str, staff: &str) -> String {
    let view = |name: &str, text: &str| {
        let mark = text.bytes().map(u64::from).sum::<u64>();
        let sections: String = text
            .split(' ')
            .map(|word| {
                let mark = word.bytes().map(u64::from).sum::<u64>();
                format!(
                    "    \"{mark:016x} {}\",\n",
                    word.trim_end_matches(char::is_numeric)
                )
            })
            .collect();
        format!("digests.{name} = \"v1:sha256:{mark:064x}\"\nsections.{name} = [\n{sections}]\n")
    };
    format!(
        "\n[[approval]]\npage = \"policies/online-safety\"\non = {on}\nby = \"dsl\"\nevidence = \"Minutes\"\n{}{}",
        view("parents", parents),
        view("staff", staff)
    )
}

#[test]
fn parents_are_told_what_changed_in_what_they_read_and_of_nothing_else() {
    let text = "\n## Apples\n\nText.\n\n## Pears {.staff}\n\nText.\n";
    let ledger = [
        entry("2025-12-01", "Apples1", "Apples1 Pears1"),
        // For staff alone.
        entry("2026-01-10", "Apples1", "Apples1 Pears2"),
        // What is for staff by now was for all then.
        entry("2026-02-10", "Apples2 Pears1", "Apples2 Pears2"),
    ];
    let built = SiteTest::base()
        .append(POLICY, text)
        .file("content/approvals.toml", ledger.concat())
        .build();
    let page = words(built.page("web/parents/changes.html"));
    assert!(
        page.contains("New words in “Apples”, approved on 10 February 2026."),
        "{page}"
    );
    assert!(page.contains("New, approved on 1 December 2025."), "{page}");
    assert!(
        !page.contains("10 January 2026") && !page.contains("Pears"),
        "{page}"
    );
    let front = words(built.page("web/parents/index.html"));
    assert!(front.contains("What changed lately"), "{front}");
}

#[test]
fn nothing_changed_is_no_page() {
    let old = entry("2024-12-01", "Apples1", "Apples1");
    let built = SiteTest::base().file("content/approvals.toml", old).build();
    assert!(!built.files().contains_key("web/parents/changes.html"));
    assert!(
        !built
            .page("web/parents/index.html")
            .contains("What changed lately")
    );
}

#[test]
fn the_poster_has_a_code_once_the_site_has_an_address() {
    let built = SiteTest::base().build();
    let poster = built.page("web/children/poster.html");
    assert!(poster.contains("class=\"qr\" role=\"img\""), "{poster}");
    assert!(built.page("web/children/help.html").contains("poster.html"));
    let menu = built.page("web/children/games.html");
    assert!(!menu.contains("poster.html"), "a poster is for paper");
    let school = "address = \"https://www.larchlane.example\"\n";
    let nowhere = SiteTest::base()
        .edit("content/school.toml", school, "")
        .build();
    assert!(
        !nowhere
            .page("web/children/poster.html")
            .contains("class=\"qr\"")
    );
}

#[test]
fn staff_start_with_the_first_of_their_pages() {
    let first = "+++\ntitle = \"The first hour\"\nsummary = \"What to do now.\"\norder = 1\n+++\n\nStay calm.\n";
    let built = SiteTest::base()
        .file("content/staff/first-hour.md", first)
        .build();
    let front = built.page("staff/index.html");
    let card = front.split_once("class=\"worry\"").expect("a card").1;
    assert!(
        words(&card[..400]).contains("The first hour What to do now."),
        "{card}"
    );
    assert!(front.contains("Review desk</a>: "), "{front}");
    assert!(front.contains("For staff. Not for the web."), "{front}");
}

#[test]
fn staff_are_told_when_a_route_names_nobody_for_a_worry_about_those_on_it() {
    // The safeguarding lead is subject to the headteacher, and may be the very
    // person: nobody may be made up here.
    let route = "\n[[route]]\nabout = \"a worry about the headteacher\"\nto = [\"childrens-services\"]\nwithin = \"today\"\nfor = [\"staff\"]\n";
    let built = SiteTest::base()
        .append("content/people.toml", route)
        .build();
    let page = built.page("staff/people.html");
    let row = page
        .split_once("A worry about the headteacher</th>")
        .expect("a row")
        .1;
    let row = row.split_once("</tr>").expect("the row ends").0;
    assert!(words(row).ends_with("Nobody is named yet"), "{row}");
}
