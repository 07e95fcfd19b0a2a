//! `signpost reviews`: what is due, for whom and by when, and what could not
//! be told.

mod doubt;

use signpost::commands::Outcome;

use crate::desk::Desk;
use crate::site::SiteTest;

const POLICY: &str = "policies/online-safety";

/// The first seed's schedule as it is written there (S0: E1 to E3): approved
/// “September 2024 (Pending)”, next September 2025, annually.
const S0: &str = "\
[[review]]
page = \"policies/online-safety\"
owner = \"dsl\"
approver = \"class-teacher\"
every = \"1 year\"
last = \"2024-09\"
next = \"2025-09\"
";

/// The second seed's (S2: E6, A4): April 2024, next April 2026, two years, in
/// the class of child protection policies.
const S2: &str = "\
[[class]]
id = \"child-protection\"
title = \"Child protection\"
every = \"1 year\"
rule = \"every year, by the safeguarding guidance\"

[[review]]
page = \"policies/online-safety\"
owner = \"dsl\"
every = \"2 years\"
last = \"2024-04\"
next = \"2026-04\"
class = \"child-protection\"
";

const DUTIES: &str = "
[[duty]]
id = \"filtering-check\"
title = \"Check the filtering\"
owner = \"class-teacher\"
every = \"6 weeks\"
last = 2026-10-15
evidence = \"=the filter's own report\"

[[duty]]
id = \"newsletter\"
title = \"Write to parents\"
owner = \"class-teacher\"
every = \"regularly\"
";

fn scheduled(schedule: &str) -> Desk {
    let site = SiteTest::base().file("content/schedule.toml", schedule);
    Desk::of(&site, "2026-11-22")
}

#[test]
fn the_document_is_the_one_that_is_promised() {
    let desk = scheduled(S0);
    let said = desk.run(&["reviews", "--format", "json"]);
    assert_eq!((said.outcome, said.err.as_str()), (Outcome::Stopped, ""));
    let expected = concat!(
        r#"{"today":"2026-11-22","entries":[{"id":"policies/online-safety","kind":"policy","#,
        r#""title":"Online safety","owner":"dsl","approved":null,"last":"2024-09","#,
        r#""every":"1 year","due":"2025-09-30","because":"next review stated as September 2025","#,
        r#""state":"overdue","also":["pending"],"days_left":-418,"changed":[],"opened":[],"#,
        r#""redated":0,"evidence":null}],"unread":[]}"#,
        "\n"
    );
    assert_eq!(said.out, expected);
}

#[test]
fn the_second_seed_is_overdue_by_its_class_and_says_why() {
    let entry = scheduled(S2).entry(POLICY);
    assert_eq!(entry["days_left"], -571);
    assert_eq!(entry["due"], "2025-04-30");
    assert_eq!(
        entry["because"],
        "class child-protection allows at most 1 year after the end of April 2024"
    );
    let without = S2.replace("class = \"child-protection\"\n", "");
    let entry = scheduled(&without).entry(POLICY);
    assert_eq!(entry["days_left"], -206);
    assert_eq!(entry["because"], "next review stated as April 2026");
    let said = scheduled(S2).run(&["reviews"]).out;
    assert!(
        said.contains(
            "Due on 30 April 2025, 571 days ago: class child-protection allows at most 1 year after the end of 2024-04."
        ),
        "{said}"
    );
}

#[test]
fn people_are_told_by_owner_and_the_worst_first() {
    let said = scheduled(&format!("{S0}{DUTIES}")).run(&["reviews"]);
    assert_eq!((said.outcome, said.err.as_str()), (Outcome::Stopped, ""));
    assert_eq!(
        said.out,
        "\
Reviews and duties as of 22 November 2026

For Designated Safeguarding Lead (dsl)

  Overdue: Online safety (policies/online-safety)
    Due on 30 September 2025, 418 days ago: next review stated as 2025-09.
    Also pending.
    Last 2024-09; every 1 year.

For Class teacher (class-teacher)

  Unscheduled: Write to parents (duty newsletter)
    No due date: no last review, approval or next review is stated.
    How often: regularly.

  Due soon: Check the filtering (duty filtering-check)
    Due on 26 November 2026, in 4 days: 6 weeks after 2026-10-15.
    Last 2026-10-15; every 6 weeks.
    Evidence: =the filter's own report

3 entries: 1 overdue, 1 unscheduled and 1 due soon.
Next: when “Online safety” is approved, run: signpost approve policies/online-safety SITE --on 2026-11-22 --by class-teacher --evidence \"…\"
"
    );
}

#[test]
fn one_owner_or_one_time_can_be_asked_for() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    let ids = |words: &[&str]| -> (Outcome, Vec<String>) {
        let (outcome, document) = desk.json(words);
        let entries = document["entries"].as_array().expect("entries").iter();
        let ids = entries.map(|entry| entry["id"].as_str().expect("an id").to_owned());
        (outcome, ids.collect())
    };
    let found = |outcome, ids: &[&str]| (outcome, ids.iter().map(|id| (*id).to_owned()).collect());
    assert_eq!(
        ids(&["reviews", "--owner", "class-teacher"]),
        found(Outcome::Done, &["newsletter", "filtering-check"])
    );
    assert_eq!(
        ids(&["reviews", "--owner", "dsl"]),
        found(Outcome::Stopped, &[POLICY])
    );
    assert_eq!(
        ids(&["reviews", "--within", "4 days"]),
        found(Outcome::Stopped, &[POLICY, "filtering-check"])
    );
    assert_eq!(
        ids(&["reviews", "--within", "3 days", "--owner", "class-teacher"]),
        found(Outcome::Done, &[])
    );
    let said = desk.run(&["reviews", "--within", "3 days", "--owner", "class-teacher"]);
    assert!(
        said.out
            .contains("Nothing here is overdue, and nothing is due by 25 November 2026.\n3 entries besides, 1 without a due date: signpost reviews SITE\n"),
        "{said:?}"
    );
}

#[test]
fn an_option_that_cannot_be_meant_is_a_sentence_and_exit_2() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    for (words, expected) in [
        (["--owner", "dls"], "Did you mean “dsl”?"),
        (
            ["--owner", "Mr Hazel"],
            "Write the id of the role, not who holds it: “dsl”.",
        ),
        (["--within", "soon"], "is not an interval"),
        (["--within", "annually"], "write \"1 year\""),
        (["--within", "1 term"], "it cannot be told when"),
    ] {
        let said = desk.run(&["reviews", words[0], words[1]]);
        assert_eq!((said.outcome, said.out.as_str()), (Outcome::Failed, ""));
        assert!(said.err.contains(expected), "{words:?}: {}", said.err);
    }
}

#[test]
fn quietly_only_what_is_overdue_is_said() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    let said = desk.run(&["reviews", "--quiet"]).out;
    assert!(said.starts_with("For Designated Safeguarding Lead (dsl)\n\n  Overdue: "));
    assert!(
        !said.contains("newsletter") && !said.contains("Next:"),
        "{said}"
    );
    let said = desk.run(&["reviews", "--quiet", "--owner", "class-teacher"]);
    assert_eq!((said.outcome, said.out.as_str()), (Outcome::Done, ""));
}

#[test]
fn a_spreadsheet_gets_a_line_for_each_and_runs_none() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    let said = desk.run(&["reviews", "--format", "csv"]);
    assert_eq!((said.outcome, said.err.as_str()), (Outcome::Stopped, ""));
    let lines: Vec<&str> = said.out.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 4, "{}", said.out);
    assert!(lines[0].starts_with("\u{feff}id,kind,title,owner,"));
    assert!(lines[1].contains(",2025-09-30,\"next review stated as September 2025\",overdue,"));
    assert!(
        lines[3].ends_with("\"'=the filter's own report\""),
        "{}",
        lines[3]
    );
}

#[test]
fn a_calendar_has_what_has_a_day_and_the_rest_is_counted() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    let said = desk.run(&["reviews", "--format", "ics"]);
    assert_eq!(said.outcome, Outcome::Stopped);
    assert_eq!(
        said.err,
        "1 entry has no due date, and so no day in the calendar; to see what is left out: signpost reviews SITE\n"
    );
    assert_eq!(said.out.matches("BEGIN:VEVENT").count(), 2);
    for line in [
        "UID:policy:2025-09-30@www.larchlane.example\r\n",
        "UID:duty:2026-11-26@www.larchlane.example\r\n",
        "DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261127\r\n",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    // On another day the events are the same ones.
    let uids = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with("UID:"));
        let mut uids: Vec<String> = lines.map(str::to_owned).collect();
        uids.sort();
        uids
    };
    let mut later = desk;
    later.on("2027-02-01");
    let again = later.run(&["reviews", "--format", "ics"]).out;
    assert_eq!(uids(&said.out), uids(&again));
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let desk = scheduled(&format!("{S0}{DUTIES}"));
    for format in ["text", "json", "csv", "ics"] {
        let said = || desk.run(&["reviews", "--format", format]).out;
        assert_eq!(said(), said(), "{format}");
    }
}

#[test]
fn nothing_due_is_said_and_ends_well() {
    let desk = Desk::of(&SiteTest::base(), "2026-03-01");
    let said = desk.run(&["reviews"]);
    assert_eq!((said.outcome, said.err.as_str()), (Outcome::Done, ""));
    assert!(
        said.out.ends_with(
            "1 entry: 1 current.\nNothing here is overdue, and nothing is due by 30 April 2026.\nNext: signpost build SITE\n"
        ),
        "{}",
        said.out
    );
}
