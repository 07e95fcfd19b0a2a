//! What the pages say of reviews, and to whom.

use signpost::audience::Audience;
use tempfile::TempDir;

use crate::site::{Built, SiteTest, assembled};

const POLICY: &str = "content/policies/online-safety.md";
const PARENTS: &str = "web/parents/policies/online-safety.html";
const STAFF: &str = "staff/policies/online-safety.html";

/// The policy's entry in the schedule.
const YEARLY: &str = "[[review]]\npage = \"policies/online-safety\"\nowner = \"deputy-dsl\"\n\
    approver = \"dsl\"\nevery = \"1 year\"\n";

/// The small site with an entry in the schedule for its policy.
fn scheduled(more: &str) -> SiteTest {
    SiteTest::base().file("content/schedule.toml", format!("{YEARLY}{more}"))
}

/// The same with an approval of each view's text as it stands.
fn approved(site: SiteTest, on: &str, by: &str) -> SiteTest {
    let root = TempDir::new().expect("a folder for a test");
    site.write(root.path());
    let model = assembled(root.path(), on);
    let page = model.find_page("policies/online-safety").expect("it");
    let digest = |view| model.shown(page, view).whole;
    let entry = format!(
        "\n[[approval]]\npage = \"policies/online-safety\"\non = {on}\nby = \"{by}\"\n\
         evidence = \"Minutes, item 7\"\ndigests = {{ parents = \"{}\", staff = \"{}\" }}\n",
        digest(Audience::Parents),
        digest(Audience::Staff)
    );
    site.append("content/approvals.toml", &entry)
}

/// The words of a page, without its marks.
pub(crate) fn words(page: &str) -> String {
    let mut words = String::new();
    for part in page.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        words.push_str(text);
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

/// What is under review on a page: its notices and its line.
fn review(built: &Built, path: &str) -> String {
    let page = built.page(path);
    let main = page.split_once("<h1").expect("a page has a heading").1;
    let head = main.split_once("</p>\n<div class=\"prose\">");
    words(head.map_or(main, |(head, _)| head))
}

#[test]
fn a_page_says_when_it_was_approved_by_whom_and_until_when() {
    let site = approved(scheduled(""), "2026-02-10", "dsl").today("2026-03-01");
    let built = site.build();
    let parents = words(built.page(PARENTS));
    let line = "Approved on 10 February 2026 by the Designated Safeguarding Lead. \
                To be reviewed by 10 February 2027.";
    assert!(parents.contains(line), "{parents}");
    assert!(words(built.page(STAFF)).contains(line));
    // Evidence, and who sees to it, are staff's.
    for hidden in ["item 7", "About this review", "1 year"] {
        assert!(!parents.contains(hidden), "{hidden} is on parents’ page");
        assert!(words(built.page(STAFF)).contains(hidden), "{hidden}");
    }
    // The words for later stand ready, and are not shown.
    let (_, ready) = built.page(PARENTS).split_once("<template>").expect("words");
    assert!(ready.contains("should have been reviewed"));
    assert_eq!(built.page(PARENTS).matches("class=\"inset\"").count(), 1);
}

#[test]
fn readers_are_told_by_whom_only_where_they_may_know_the_role() {
    let role = "\n[[role]]\nid = \"panel\"\ntitle = \"Hidden panel\"\nkind = \"body\"\nfor = [\"staff\"]\n";
    let site = scheduled("").append("content/people.toml", role);
    let built = approved(site, "2026-02-10", "panel").build();
    let parents = words(built.page(PARENTS));
    assert!(
        parents.contains("Approved on 10 February 2026. To be"),
        "{parents}"
    );
    assert!(!parents.contains("Hidden panel"));
    assert!(words(built.page(STAFF)).contains("by the Hidden panel"));
}

#[test]
fn what_is_wrong_stands_under_the_heading_in_plain_words() {
    let late = approved(scheduled(""), "2025-01-10", "dsl").build();
    let said = review(&late, PARENTS);
    assert!(
        said.contains("This policy should have been reviewed by 10 January 2026. We have not finished that yet."),
        "{said}"
    );
    assert!(
        said.contains("The review was due by 10 January 2026."),
        "{said}"
    );
    let pending = scheduled("last = 2026-02-01\n").build();
    let said = review(&pending, PARENTS);
    assert!(
        said.contains("The Designated Safeguarding Lead has not approved this policy yet."),
        "{said}"
    );
    let nothing = SiteTest::base().file("content/schedule.toml", "").build();
    let said = review(&nothing, PARENTS);
    assert!(
        said.contains("This site does not say when this policy is to be reviewed."),
        "{said}"
    );
}

#[test]
fn that_a_review_is_due_soon_is_for_staff() {
    let event = "events = [{ on = 2026-02-20, what = \"Hidden event\" }]\n";
    let site = |more| approved(scheduled(more), "2026-02-10", "dsl");
    let (quiet, opened) = (site("").build(), site(event).build());
    assert_eq!(quiet.page(PARENTS), opened.page(PARENTS));
    assert!(words(opened.page(STAFF)).contains("Hidden event (20 February 2026)"));
    assert!(words(opened.page("staff/reviews.html")).contains("Hidden event"));
}

#[test]
fn staffs_words_change_what_staff_are_told_and_not_a_byte_of_the_web() {
    let site = approved(scheduled(""), "2026-02-10", "dsl");
    let built = site.build();
    let edited = site
        .clone()
        .append(POLICY, "\n\n> [!STAFF]\n> Another word for staff.\n")
        .build();
    for (path, bytes) in built.files() {
        let same = edited.files().get(path) == Some(bytes);
        assert!(same || path.starts_with("staff/"), "{path} differs");
    }
    let changed =
        "Some words in this policy have changed since it was approved on 10 February 2026.";
    assert!(!review(&built, STAFF).contains(changed));
    assert!(review(&edited, STAFF).contains(changed));
    let desk = words(edited.page("staff/reviews.html"));
    assert!(desk.contains("Changed since approval"), "{desk}");
    assert!(
        desk.contains("Other words than were approved: what staff read"),
        "{desk}"
    );
    assert!(!desk.contains("what parents read"), "{desk}");
    // A word for parents is one for staff too.
    let both = site
        .append(POLICY, "\n\n## More\n\nAnother word.\n")
        .build();
    assert!(review(&both, PARENTS).contains(changed));
    assert!(review(&both, STAFF).contains(changed));
}

#[test]
fn a_new_telephone_number_changes_nobodys_review() {
    let site = approved(scheduled(""), "2026-02-10", "dsl");
    let edited = site
        .clone()
        .edit("content/people.toml", "01632 960011", "01632 960019")
        .build();
    let before = site.build();
    for path in [PARENTS, STAFF] {
        assert_eq!(review(&before, path), review(&edited, path));
    }
}

#[test]
fn the_script_is_where_a_day_can_pass_and_never_before_children() {
    let children = "[[review]]\npage = \"children/\"\nowner = \"dsl\"\nevery = \"1 year\"\nlast = 2026-02-01\n";
    let site = scheduled("last = 2026-02-01\n").append("content/schedule.toml", children);
    let built = site.build();
    let script = "<script src=\"../../assets/review.js\" defer></script>";
    assert!(built.page(PARENTS).contains(script));
    assert!(built.page(PARENTS).contains("data-due=\"2027-02-01\""));
    assert!(built.page(PARENTS).contains("script-src"));
    let is_page = |path: &&String| path.ends_with(".html");
    for path in built.files().keys().filter(is_page) {
        let page = built.page(path);
        if path.starts_with("web/children/")
            || ["web/index.html", "web/404.html"].contains(&path.as_str())
        {
            assert!(
                !page.contains("<script") && !page.contains("script-src"),
                "{path}"
            );
            assert!(!page.contains("data-due"), "{path}");
        }
        // The search has scripts of its own.
        assert_eq!(
            page.contains("<script") && !path.ends_with("/search.html"),
            page.contains("data-due"),
            "{path}"
        );
    }
    // Below the help, for the grown-ups beside them.
    let games = built.page("web/children/games.html");
    let (_, foot) = games.split_once("For grown-ups").expect("a foot");
    assert!(
        words(foot).contains("To be reviewed by 1 February 2027."),
        "{foot}"
    );
    // Once it is late there is nothing left to find out.
    let late = site.today("2027-02-02").build();
    assert!(!late.page(PARENTS).contains("<script"));
    assert!(review(&late, PARENTS).contains("should have been reviewed"));
    let foot = words(late.page("web/children/games.html"));
    assert!(
        foot.contains("This page should have been reviewed by 1 February 2027."),
        "{foot}"
    );
}

#[test]
fn each_path_has_one_policy_in_the_headers() {
    let built = SiteTest::base().build();
    let headers = built.page("web/_headers");
    let mut pattern = "";
    let mut policies = Vec::new();
    for line in headers.lines() {
        if line.starts_with('/') {
            pattern = line;
        } else if line.contains("Content-Security-Policy") {
            policies.push((pattern, line.contains("script-src 'self'")));
        }
    }
    let fits = |path: &str| {
        let fitting = policies
            .iter()
            .filter(|(pattern, _)| match pattern.strip_suffix('*') {
                Some(folder) => path.starts_with(folder),
                None => path == *pattern,
            });
        fitting.map(|(_, script)| *script).collect::<Vec<_>>()
    };
    for path in built.files().keys() {
        let Some(path) = path
            .strip_prefix("web")
            .filter(|path| path.ends_with(".html"))
        else {
            continue;
        };
        assert_eq!(fits(path), [path.starts_with("/parents/")], "{path}");
    }
    assert_eq!(fits("/"), [false]);
    assert!(!built.page("web/.htaccess").contains("script-src"));
    assert!(
        built
            .page("web/parents/.htaccess")
            .contains("script-src 'self'")
    );
}

#[test]
fn no_page_says_that_it_is_up_to_date() {
    let built = approved(scheduled(""), "2026-02-10", "dsl").build();
    for (path, bytes) in built.files() {
        let text = words(&String::from_utf8_lossy(bytes)).to_lowercase();
        if path.ends_with(".html") {
            for claim in ["up to date", "up-to-date", "is current"] {
                assert!(!text.contains(claim), "{path} says “{claim}”");
            }
        }
    }
}

#[test]
fn a_block_shows_the_review_and_the_duties_of_a_role() {
    let duties = "\n[[duty]]\nid = \"a\"\ntitle = \"Look at the filter\"\nowner = \"dsl\"\nevery = \"1 month\"\n\
        last = 2026-02-20\nevidence = \"Log 7\"\n\n[[duty]]\nid = \"b\"\ntitle = \"Count the tablets\"\n\
        owner = \"deputy-dsl\"\nevery = \"1 year\"\nlast = 2025-01-20\n";
    let built = scheduled("last = 2026-02-01\n")
        .append("content/schedule.toml", duties)
        .append(POLICY, "\n\n## The review\n\n```review\n```\n")
        .append(
            "content/staff/devices.md",
            "\n\n```duties\nroles = [\"dsl\"]\n```\n",
        )
        .append(
            "content/staff/index.md",
            "+++\ntitle = \"Staff\"\n+++\n\n```duties\n```\n",
        )
        .build();
    let shown = built.page(PARENTS).matches("class=\"review\"").count();
    assert_eq!(shown, 2);
    let some = words(built.page("staff/devices.html"));
    assert!(
        some.contains("Look at the filter") && some.contains("Log 7"),
        "{some}"
    );
    assert!(!some.contains("Count the tablets"), "{some}");
    let all = words(built.page("staff/index.html"));
    assert!(
        all.contains("Count the tablets") && all.contains("20 January 2026 Overdue"),
        "{all}"
    );
}
