//! What each report says, word for word; the comparison shows a backslash as
//! a slash.

use snapbox::{assert_data_eq, str};

use super::*;
use crate::audience::Audiences;
use crate::diagnostic::{Rule, Severity};
use crate::source::{Place, SourceFile};
use crate::write::TreeChanges;

static UNKNOWN_ROLE: Rule = Rule {
    name: "unknown-role",
    severity: Severity::Error,
    summary: "A reference names a role that people.toml has.",
    explanation: "",
};
static OLD: Rule = Rule {
    name: "helpline-unverified",
    severity: Severity::Warning,
    summary: "A helpline was verified this year.",
    explanation: "",
};

fn diagnostics() -> [Diagnostic; 2] {
    let page = SourceFile::new(
        "content/parents/phones.md",
        "+++\ntitle = \"Phones\"\n+++\n\nAsk [[role:dls]] first.\n",
    );
    [
        Diagnostic {
            rule: &UNKNOWN_ROLE,
            severity: Severity::Error,
            message: "There is no role “dls”.".to_owned(),
            help: "Did you mean “dsl”?".to_owned(),
            place: Place::at(&page, 37..40),
            audiences: Audience::Parents.into(),
        },
        Diagnostic {
            rule: &OLD,
            severity: Severity::Warning,
            message: "100% sure: nobody has read, or checked, this since 2024.".to_owned(),
            help: "Look it up and write the day:\nverified = 2026-03-01".to_owned(),
            place: Place::File("content/helplines.toml".to_owned()),
            audiences: Audiences::EVERYONE,
        },
    ]
}

fn tally(diagnostics: &[Diagnostic]) -> Tally<'_> {
    let of = |severity| {
        diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
    };
    Tally {
        list: diagnostics.iter().collect(),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        pages: 41,
        set: Vec::new(),
        gap: None,
    }
}

fn request(site: &str, quiet: bool) -> Request<'_> {
    Request {
        command: "check",
        site: Path::new(site),
        format: Format::Text,
        quiet,
        extent: Extent::Screenful,
    }
}

fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

#[test]
fn a_check_shows_each_line_and_what_to_do() {
    let found = diagnostics();
    let request = request("my site", false);
    let closing = summary::checked(&request, &tally(&found));
    assert_data_eq!(
        plain(&text::findings(&request, &tally(&found), &closing)),
        str![[r#"
error[unknown-role]: There is no role “dls”.
 --> content/parents/phones.md:5:12
  |
5 | Ask [[role:dls]] first.
  |            ^^^
  |
  = help: Did you mean “dsl”?

warning[helpline-unverified]: 100% sure: nobody has read, or checked, this since 2024.
--> content/helplines.toml
 = help: Look it up and write the day:
         verified = 2026-03-01

1 error and 1 warning in 41 pages.
Mend the errors, then run: signpost check "my site"

"#]]
    );
}

#[test]
fn a_quiet_check_says_the_errors_alone() {
    let found = diagnostics();
    let closing = "not said";
    let said = text::findings(&request(".", true), &tally(&found), closing);
    assert_data_eq!(
        plain(&said),
        str![[r#"
error[unknown-role]: There is no role “dls”.
 --> content/parents/phones.md:5:12
  |
5 | Ask [[role:dls]] first.
  |            ^^^
  |
  = help: Did you mean “dsl”?

"#]]
    );
    let said = text::findings(&request(".", true), &tally(&found[1..]), closing);
    assert_eq!(said, "");
}

#[test]
fn a_check_for_programs() {
    assert_data_eq!(
        json::checked(&tally(&diagnostics())),
        str![[r#"
{"summary":{"errors":1,"warnings":1,"pages":41},"findings":[{"rule":"unknown-role","level":"error","message":"There is no role “dls”.","help":"Did you mean “dsl”?","file":"content/parents/phones.md","line":5,"column":12,"audiences":["parents"]},{"rule":"helpline-unverified","level":"warn","message":"100% sure: nobody has read, or checked, this since 2024.","help":"Look it up and write the day:/nverified = 2026-03-01","file":"content/helplines.toml","line":1,"column":1,"audiences":["children","parents","staff"]}]}

"#]]
    );
}

#[test]
fn a_check_for_github_escapes_what_would_end_a_property() {
    let found = diagnostics();
    assert_data_eq!(
        github::findings(&request("schools/oak, ash/", false), &tally(&found)),
        str![[r#"
::error file=schools/oak%2C ash/content/parents/phones.md,line=5,col=12,title=unknown-role::There is no role “dls”.%0ADid you mean “dsl”?
::warning file=schools/oak%2C ash/content/helplines.toml,line=1,col=1,title=helpline-unverified::100%25 sure: nobody has read, or checked, this since 2024.%0ALook it up and write the day:%0Averified = 2026-03-01
1 error and 1 warning in 41 pages.

"#]]
    );
}

#[test]
fn a_failure_has_a_path_where_it_is_about_one() {
    let failure = Failure::from(&Error::NotASite {
        path: Path::new(".").to_owned(),
    });
    assert_data_eq!(
        text::failed(&failure),
        str![[r#"
error: there is no folder “content” in this folder, so it is not a site
help: Run it in the folder that holds “content”, or name that folder: signpost check FOLDER

"#]]
    );
    assert_data_eq!(
        json::failed(&failure),
        str![[r#"
{"error":{"message":"there is no folder “content” in this folder, so it is not a site","path":"."}}

"#]]
    );
}

fn changes(written: usize, withdrawn: usize, unchanged: usize) -> Changes {
    let names = |count| {
        (0..count)
            .map(|n| format!("parents/page-{n}.html"))
            .collect()
    };
    Changes {
        web: TreeChanges {
            written: names(written),
            withdrawn: names(withdrawn),
            unchanged,
            mended: names(written.min(1)),
        },
        staff: TreeChanges::default(),
    }
}

fn built_text(changes: &Changes, warnings: &[Diagnostic]) -> String {
    let pages = BTreeMap::from([(Audience::Parents, 17), (Audience::Staff, 24)]);
    let built = Built {
        pages: &pages,
        changes,
        out: Path::new("public"),
    };
    summary::built(&tally(warnings), &built)
}

#[test]
fn a_build_says_what_changed() {
    let said = built_text(&changes(3, 12, 50), &diagnostics()[1..]);
    assert_data_eq!(
        said,
        str![[r#"
Pages: none for children, 17 for parents and 24 for staff.
Files: 3 written, 50 unchanged, 12 withdrawn.
Withdrawn, and gone from the portal:
  web/parents/page-0.html
  web/parents/page-1.html
  web/parents/page-2.html
  web/parents/page-3.html
  web/parents/page-4.html
  web/parents/page-5.html
  web/parents/page-6.html
  web/parents/page-7.html
  web/parents/page-8.html
  web/parents/page-9.html
  and 2 more
Something else had changed these; they are as Signpost makes them again:
  web/parents/page-0.html
1 warning above.
The portal is in public
  public/web  for everybody: safe on the open web
  public/staff  for staff only: never put it on the open web
Next: open public/web/index.html in a browser.

"#]]
    );
}

#[test]
fn a_build_that_changed_nothing_says_so() {
    assert_data_eq!(
        built_text(&changes(0, 0, 61), &[]),
        str![[r#"
Pages: none for children, 17 for parents and 24 for staff.
Nothing changed: 61 files as before.
The portal is in public
  public/web  for everybody: safe on the open web
  public/staff  for staff only: never put it on the open web
Next: open public/web/index.html in a browser.

"#]]
    );
}

#[test]
fn a_build_for_programs_counts_both_trees() {
    let pages = BTreeMap::from([(Audience::Children, 9)]);
    let built = Built {
        pages: &pages,
        changes: &changes(3, 2, 50),
        out: Path::new("public"),
    };
    assert_data_eq!(
        json::built(&tally(&[]), &built),
        str![[r#"
{"summary":{"pages":{"children":9,"parents":0,"staff":0},"files":{"written":3,"unchanged":50,"withdrawn":2},"warnings":0},"findings":[]}

"#]]
    );
    assert_data_eq!(
        json::stopped(&tally(&diagnostics())),
        str![[r#"
{"summary":{"pages":{"children":0,"parents":0,"staff":0},"files":{"written":0,"unchanged":0,"withdrawn":0},"warnings":1},"findings":[{"rule":"unknown-role","level":"error","message":"There is no role “dls”.","help":"Did you mean “dsl”?","file":"content/parents/phones.md","line":5,"column":12,"audiences":["parents"]},{"rule":"helpline-unverified","level":"warn","message":"100% sure: nobody has read, or checked, this since 2024.","help":"Look it up and write the day:/nverified = 2026-03-01","file":"content/helplines.toml","line":1,"column":1,"audiences":["children","parents","staff"]}]}

"#]]
    );
}
