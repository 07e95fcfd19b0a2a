//! What cannot be an approval, and is not written down.

use signpost::commands::Outcome;

use super::{FILE, LEDGER, TODAY, site, words};
use crate::desk::Desk;

#[test]
fn what_cannot_be_an_approval_is_refused_in_a_sentence() {
    let site = site().edit(
        "content/parents/phones.md",
        "title = \"Phones in school\"\n",
        "title = \"Phones in school\"\nwas = [\"parents/mobiles\"]\n",
    );
    let desk = Desk::of(&site, TODAY);
    for (at, value, expected) in [
        (
            1,
            "policies/online-safty",
            "Did you mean “policies/online-safety”?",
        ),
        (
            1,
            "filtering-check",
            "is a duty, and a duty has no text to approve: write in content/schedule.toml",
        ),
        (1, "parents/mobiles", "is now called “parents/phones”"),
        (3, "2026-11-23", "23 November 2026 is still to come"),
        (3, "2026-11", "write the day too"),
        (3, "20/11/2026", "2026-11-20"),
        (5, "deputy-dls", "Did you mean “deputy-dsl”?"),
        (7, " \n", "the evidence is empty"),
        (
            7,
            "turned \u{202e}round",
            "the approval cannot be written down",
        ),
    ] {
        let mut words = words(&[]);
        words[at] = value;
        let said = desk.run(&words);
        assert_eq!(
            (said.outcome, said.out.as_str()),
            (Outcome::Failed, ""),
            "{value}"
        );
        assert!(said.err.contains(expected), "{value}: {}", said.err);
        assert!(!desk.root().join(LEDGER).exists(), "{value}");
    }
    let said = desk.run(&words(&["--minor", ""]));
    assert!(said.err.contains("the reason is empty"), "{said:?}");
}

#[test]
fn a_site_with_errors_is_not_approved() {
    for site in [
        site().append(FILE, "\n## For us {.staf}\n"),
        site().file(LEDGER, "[[approval]\n"),
        site().file(LEDGER, "# ours\n[[approval]]\npage = \"x\"\n"),
    ] {
        let before = Desk::of(&site, TODAY);
        let ledger = before
            .root()
            .join(LEDGER)
            .exists()
            .then(|| before.read(LEDGER));
        let said = before.run(&words(&[]));
        assert_eq!(said.outcome, Outcome::Stopped, "{said:?}");
        assert!(said.out.contains("Nothing was written."), "{said:?}");
        assert!(
            said.out
                .ends_with("Mend the errors, then run: signpost check SITE\n"),
            "{said:?}"
        );
        let after = before
            .root()
            .join(LEDGER)
            .exists()
            .then(|| before.read(LEDGER));
        assert_eq!(ledger, after);
        assert_eq!(before.json(&words(&[])).0, Outcome::Stopped);
    }
}
