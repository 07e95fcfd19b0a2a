//! What is due, for a calendar.
//!
//! In: entries, and the school whose they are. Out: an iCalendar (RFC 5545),
//! one event for each due date, all day, with alarms eight and four weeks
//! before. An event keeps its UID for ever, so that a calendar that reads the
//! file again moves it instead of adding another. Must never ask the clock or
//! for a random number: the same entries on the same day are the same bytes.
//!
//! Written by hand: ARCHITECTURE.md says why. A library that is not ours reads
//! it in `tests/calendar`.

use jiff::civil::Date;

use super::{Entry, Kind};

/// The most bytes of a line (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The school whose calendar it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose<'a> {
    /// The school's name.
    pub school: &'a str,
    /// The address of the site on the web, whose host makes UIDs the school's.
    pub address: Option<&'a str>,
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
    let name = format!("Reviews and duties: {}", whose.school);
    calendar.add("X-WR-CALNAME", &text(&name));
    for entry in entries {
        if let Some(due) = entry.due {
            event(entry, due, (today, whose), &mut calendar);
        }
    }
    calendar.add("END", "VCALENDAR");
    calendar.written
}

/// How many entries have no due date, and so no place in a calendar.
pub fn left_out(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| entry.due.is_none()).count()
}

fn event(entry: &Entry, due: Date, (today, whose): (Date, Whose<'_>), calendar: &mut Lines) {
    let (summary, what) = match entry.kind {
        Kind::Policy | Kind::Page => (
            format!("Review due: {}", entry.title),
            format!("the review of “{}”", entry.title),
        ),
        Kind::Duty => (
            format!("Due: {}", entry.title),
            format!("“{}”", entry.title),
        ),
    };
    calendar.add("BEGIN", "VEVENT");
    calendar.add("UID", &text(&uid(entry, whose)));
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
    calendar.add("DESCRIPTION", &text(&description(entry)));
    // A due date is no appointment: it does not make anybody busy.
    calendar.add("TRANSP", "TRANSPARENT");
    for (before, weeks) in [("-P56D", "eight"), ("-P28D", "four")] {
        calendar.add("BEGIN", "VALARM");
        calendar.add("ACTION", "DISPLAY");
        calendar.add("TRIGGER", before);
        let alarm = format!("In {weeks} weeks {what} is due");
        calendar.add("DESCRIPTION", &text(&alarm));
        calendar.add("END", "VALARM");
    }
    calendar.add("END", "VEVENT");
}

/// What the event is called for ever: by kind, id and the school's own host.
fn uid(entry: &Entry, whose: Whose<'_>) -> String {
    let host = whose.address.and_then(host).unwrap_or("signpost.invalid");
    format!("{}:{}@{host}", entry.kind.word(), entry.id)
}

/// The host of an address.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?;
    (!host.is_empty()).then_some(host)
}

fn description(entry: &Entry) -> String {
    let mut lines = Vec::new();
    lines.push(match &entry.owner {
        Some(owner) if owner.vacant => format!("{}: nobody is in post.", owner.title),
        Some(owner) => format!("{} sees to it.", owner.title),
        None => "Nobody sees to it yet.".to_owned(),
    });
    lines.push(format!("Due on that day: {}.", entry.because));
    if let Some(last) = &entry.last {
        lines.push(format!("Last: {last}."));
    }
    if let Some(every) = &entry.every {
        lines.push(format!("How often: {every}."));
    }
    lines.join("\n")
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

    const WHOSE: Whose<'_> = Whose {
        school: "Larch Lane; a school, not a real one",
        address: Some("https://www.larchlane.example/portal"),
    };

    #[test]
    fn an_event_is_a_whole_day_with_two_alarms() {
        let said = document(today(), WHOSE, &[overdue()]);
        for line in [
            "UID:policy:policies/online-safety@www.larchlane.example\r\n",
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
    fn what_has_no_day_is_left_out_and_counted() {
        let undated = Entry {
            due: None,
            ..overdue()
        };
        let entries = [undated, overdue()];
        assert_eq!(left_out(&entries), 1);
        let said = document(today(), WHOSE, &entries);
        assert_eq!(said.matches("BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn no_line_is_too_long_and_none_is_cut_in_a_character() {
        let long = Entry {
            title: "Ünïcödé 老虎 ".repeat(40),
            ..overdue()
        };
        let said = document(today(), WHOSE, std::slice::from_ref(&long));
        for line in said.split("\r\n") {
            assert!(line.len() <= LONGEST, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        let whole = said.replace("\r\n ", "");
        assert!(whole.contains(&long.title), "{whole}");
    }

    #[test]
    fn without_an_address_uids_have_a_suffix_of_their_own() {
        for address in [None, Some("not an address"), Some("https:///x")] {
            let whose = Whose { address, ..WHOSE };
            let said = uid(&overdue(), whose);
            assert_eq!(said, "policy:policies/online-safety@signpost.invalid");
        }
    }

    #[test]
    fn a_text_cannot_begin_a_line_of_its_own() {
        let sly = Entry {
            title: "x\r\nEND:VCALENDAR\u{7}".to_owned(),
            ..overdue()
        };
        let said = document(today(), WHOSE, &[sly]);
        assert_eq!(said.matches("\r\nEND:VCALENDAR").count(), 1);
        assert!(said.contains("x\\nEND:VCALENDAR"), "{said}");
    }
}
