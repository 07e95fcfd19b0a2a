//! What is due, for programs: stable, documented, one document.
//!
//! In: entries in their order, the pages that could not be read, and the words
//! for the sentences. Out: JSON as `docs/reviews.md` describes it. The values are put together by hand:
//! only `views` may make a thing that can be serialised. An absent thing is
//! `null`, so that every entry has every key.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Change, Entry, Opened, State};
use crate::wording::Wording;

/// The document of `today`. `unread` names pages that were left out or patched
/// up because of their errors: what is due of them cannot be told, and a
/// program must not take that for nothing.
pub fn document(today: Date, entries: &[Entry], unread: &[String], wording: &Wording) -> String {
    let entries = entries.iter().map(|it| entry(it, wording));
    let entries: Vec<Value> = entries.collect();
    let document = json!({
        "today": today.to_string(),
        "entries": entries,
        "unread": unread,
    });
    format!("{document}\n")
}

/// One entry, with every key.
pub fn entry(entry: &Entry, wording: &Wording) -> Value {
    let Entry {
        id,
        kind,
        title,
        owner,
        approved,
        last,
        every,
        due,
        because,
        state,
        also,
        days_left,
        changed,
        opened,
        redated,
        evidence,
    } = entry;
    json!({
        "id": id,
        "kind": kind.word(),
        "title": title,
        "owner": owner.as_ref().map(|owner| &owner.id),
        "approved": approved.map(|day| day.to_string()),
        "last": last.map(|last| last.to_string()),
        "every": every.as_ref().map(ToString::to_string),
        "due": due.map(|day| day.to_string()),
        "because": because.said(wording),
        "state": state.word(),
        "also": also.iter().map(|state| State::word(*state)).collect::<Vec<_>>(),
        "days_left": days_left,
        "changed": changed.iter().map(change).collect::<Vec<_>>(),
        "opened": opened.iter().map(|it| Opened::said(it, wording)).collect::<Vec<_>>(),
        "redated": redated,
        "evidence": evidence,
    })
}

fn change(change: &Change) -> Value {
    let Change { view, sections } = change;
    json!({ "view": view, "sections": sections })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::tests::{overdue, today};

    #[test]
    fn keys_stand_in_the_order_that_is_documented() {
        let said = document(today(), &[overdue()], &[], &Wording::english());
        let expected = concat!(
            r#"{"today":"2026-11-22","entries":[{"id":"policies/online-safety","kind":"policy","#,
            r#""title":"Online safety","owner":"online-safety-lead","approved":null,"#,
            r#""last":"2024-09","every":"1 year","due":"2025-09-30","#,
            r#""because":"next review stated as September 2025","state":"overdue","also":["pending"],"#,
            r#""days_left":-418,"changed":[{"view":"staff","sections":["Phones",""]}],"#,
            r#""opened":["a new edition of a guidance, second (May 2026)"],"redated":1,"evidence":null}],"unread":[]}"#,
            "\n"
        );
        assert_eq!(said, expected);
    }
}
