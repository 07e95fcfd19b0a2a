//! What is due, for a calendar.
//!
//! In: entries, the school whose they are, and the words. Out: an iCalendar
//! (RFC 5545), one event for all of a kind that is due on a day, all day, with
//! alarms eight and four weeks before. The event of a day and a kind keeps its
//! UID for ever, so that a calendar that reads the file again puts the new list
//! in the place of the old one. Must never ask the clock or for a random number:
//! the same entries on the same day are the same bytes.
//!
//! Written by hand: ARCHITECTURE.md says why. A library that is not ours reads
//! it in `tests/calendar`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Entry, Kind};
use crate::wording::Wording;

/// The most bytes of a line (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The school whose calendar it is, and the words of it.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    /// The school's name.
    pub school: &'a str,
    /// The address of the site on the web, whose host makes UIDs the school's.
    pub address: Option<&'a str>,
    /// The words.
    pub wording: &'a Wording,
}

/// The calendar of the entries that have a due date; the others have no day
/// to stand on.
pub fn document(today: Date, whose: Whose<'_>, entries: &[Entry]) -> String {
    let mut calendar = Lines::default();
    calendar.add("BEGIN", "VCALENDAR");
    calendar.add("VERSION", "2.0");
    calendar.add("PRODID", "-//Signpost//Reviews and duties//EN");
    calendar.add("CALSCALE", "GREGORIAN");
    calendar.add("METHOD", "PUBLISH");
    let name = whose
        .wording
        .said("dates.calendar", &[("school", whose.school)]);
    calendar.add("X-WR-CALNAME", &text(&name));
    let mut days: BTreeMap<(Date, Kind), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if let Some(due) = entry.due {
            days.entry((due, entry.kind)).or_default().push(entry);
        }
    }
    for (on, entries) in days {
        event(on, &entries, (today, whose), &mut calendar);
    }
    calendar.add("END", "VCALENDAR");
    calendar.written
}

/// How many entries have no due date, and so no place in a calendar.
pub fn left_out(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| entry.due.is_none()).count()
}

/// The event of a day for all entries of one kind.
fn event(
    (due, kind): (Date, Kind),
    entries: &[&Entry],
    (today, whose): (Date, Whose<'_>),
    calendar: &mut Lines,
) {
    let wording = whose.wording;
    let summary = summary(kind, entries, wording);
    calendar.add("BEGIN", "VEVENT");
    calendar.add("UID", &text(&uid((due, kind), whose)));
    // When this was said. A calendar that knows the event from an earlier day
    // takes the later one.
    calendar.add("DTSTAMP", &format!("{}T000000Z", basic(today)));
    calendar.add("DTSTART;VALUE=DATE", &basic(due));
    // The end is the first day that no longer belongs to it. The calendar's
    // very last day has none after it; an event without an end has one day.
    if let Ok(end) = due.tomorrow() {
        calendar.add("DTEND;VALUE=DATE", &basic(end));
    }
    calendar.add("SUMMARY", &text(&summary));
    calendar.add("DESCRIPTION", &text(&description(entries, wording)));
    // A due date is no appointment: it does not make anybody busy.
    calendar.add("TRANSP", "TRANSPARENT");
    for (before, weeks) in [("-P56D", 8), ("-P28D", 4)] {
        calendar.add("BEGIN", "VALARM");
        calendar.add("ACTION", "DISPLAY");
        calendar.add("TRIGGER", before);
        let alarm = wording.counted("dates.ahead", weeks, &[("what", &summary)]);
        calendar.add("DESCRIPTION", &text(&alarm));
        calendar.add("END", "VALARM");
    }
    calendar.add("END", "VEVENT");
}

/// What is due: by its title where it is one thing, by their number where it
/// is several.
fn summary(kind: Kind, entries: &[&Entry], wording: &Wording) -> String {
    match (kind, entries) {
        (Kind::Policy | Kind::Page, [only]) => {
            wording.said("dates.review", &[("title", &only.title)])
        }
        (Kind::Duty, [only]) => wording.said("dates.duty", &[("title", &only.title)]),
        (_, several) => kind.counted(several.len(), wording),
    }
}

/// What the event is called for ever: by kind, day and the school's own host.
fn uid((due, kind): (Date, Kind), whose: Whose<'_>) -> String {
    let host = whose.address.and_then(host).unwrap_or("signpost.invalid");
    format!("{}:{due}@{host}", kind.word())
}

/// The host of an address.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?;
    (!host.is_empty()).then_some(host)
}

/// One thing with why it is due and how often, or a list with a line for each.
fn description(entries: &[&Entry], wording: &Wording) -> String {
    let [only] = entries else {
        let line = |entry: &&Entry| {
            let owner = owner(entry, wording);
            wording.said("dates.entry", &[("title", &entry.title), ("owner", &owner)])
        };
        return entries.iter().map(line).collect::<Vec<_>>().join("\n");
    };
    let reason = only.because.said(wording);
    let mut lines = vec![
        owner(only, wording),
        wording.said("dates.because", &[("reason", &reason)]),
    ];
    if let Some(last) = only.last {
        let last = wording.period(last);
        lines.push(wording.said("dates.last", &[("last", &last)]));
    }
    if let Some(every) = &only.every {
        let every = wording.every(every);
        lines.push(wording.said("dates.often", &[("every", &every)]));
    }
    lines.join("\n")
}

fn owner(entry: &Entry, wording: &Wording) -> String {
    match &entry.owner {
        Some(owner) if owner.vacant => wording.said("dates.vacant", &[("role", &owner.title)]),
        Some(owner) => wording.said("dates.owner", &[("role", &owner.title)]),
        None => wording.said("dates.nobody", &[]),
    }
}

/// `20260930`
fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A text as a value: what would end it is escaped, and a character that no
/// calendar may hold is left out.
fn text(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => value.push_str("\\n"),
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(c);
            }
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Lines of at most 75 bytes: a longer one goes on after a line end and a
/// space, never in the middle of a character.
#[derive(Default)]
struct Lines {
    written: String,
}

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LONGEST {
                self.written.push_str("\r\n ");
                length = 1;
            }
            self.written.push(c);
            length += c.len_utf8();
        }
        self.written.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::tests::{overdue, today};

    fn whose(wording: &Wording) -> Whose<'_> {
        Whose {
            school: "Larch Lane; a school, not a real one",
            address: Some("https://www.larchlane.example/portal"),
            wording,
        }
    }

    fn said(entries: &[Entry]) -> String {
        document(today(), whose(&Wording::english()), entries)
    }

    #[test]
    fn an_event_is_a_whole_day_with_two_alarms() {
        let said = said(&[overdue()]);
        for line in [
            "UID:policy:2025-09-30@www.larchlane.example\r\n",
            "DTSTAMP:20261122T000000Z\r\n",
            "DTSTART;VALUE=DATE:20250930\r\nDTEND;VALUE=DATE:20251001\r\n",
            "TRIGGER:-P56D\r\n",
            "TRIGGER:-P28D\r\n",
            "X-WR-CALNAME:Reviews and duties: Larch Lane\\; a school\\, not a real one\r\n",
        ] {
            assert!(said.contains(line), "{line:?} is not in\n{said}");
        }
    }

    #[test]
    fn what_is_due_on_one_day_and_of_one_kind_is_one_event() {
        let other = |id: &str, kind| Entry {
            id: id.to_owned(),
            title: id.to_owned(),
            kind,
            owner: None,
            ..overdue()
        };
        let said = said(&[
            overdue(),
            other("Phones", Kind::Policy),
            other("Guide", Kind::Page),
        ]);
        assert_eq!(said.matches("BEGIN:VEVENT").count(), 2);
        let whole = said.replace("\r\n ", "");
        for line in [
            "UID:policy:2025-09-30@www.larchlane.example\r\n",
            "SUMMARY:2 policies to review\r\n",
            "DESCRIPTION:Online safety: Online safety lead sees to it.\\nPhones: Nobody sees to it yet.\r\n",
            "DESCRIPTION:2 policies to review (in 8 weeks)\r\n",
            "UID:page:2025-09-30@www.larchlane.example\r\n",
            "SUMMARY:Review due: Guide\r\n",
            "Due on that day: next review stated as September 2025.\\nLast: September 2024.\\nHow often: every year.\r\n",
        ] {
            assert!(whole.contains(line), "{line:?} is not in\n{whole}");
        }
    }

    #[test]
    fn what_has_no_day_is_left_out_and_counted() {
        let undated = Entry {
            due: None,
            ..overdue()
        };
        let entries = [undated, overdue()];
        assert_eq!(left_out(&entries), 1);
        let said = said(&entries);
        assert_eq!(said.matches("BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn no_line_is_too_long_and_none_is_cut_in_a_character() {
        let long = Entry {
            title: "Ünïcödé 老虎 ".repeat(40),
            ..overdue()
        };
        let said = said(std::slice::from_ref(&long));
        for line in said.split("\r\n") {
            assert!(line.len() <= LONGEST, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        let whole = said.replace("\r\n ", "");
        assert!(whole.contains(&long.title), "{whole}");
    }

    #[test]
    fn without_an_address_uids_have_a_suffix_of_their_own() {
        let wording = Wording::english();
        for address in [None, Some("not an address"), Some("https:///x")] {
            let whose = Whose {
                address,
                ..whose(&wording)
            };
            let said = uid((today(), Kind::Policy), whose);
            assert_eq!(said, "policy:2026-11-22@signpost.invalid");
        }
    }

    #[test]
    fn a_text_cannot_begin_a_line_of_its_own() {
        let sly = Entry {
            title: "x\r\nEND:VCALENDAR\u{7}".to_owned(),
            ..overdue()
        };
        let said = said(&[sly]);
        assert_eq!(said.matches("\r\nEND:VCALENDAR").count(), 1);
        assert!(said.contains("x\\nEND:VCALENDAR"), "{said}");
    }
}
