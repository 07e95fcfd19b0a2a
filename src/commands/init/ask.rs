//! Asks for what a new site needs to know.
//!
//! In: what was told, and lines that somebody types. Out: the same, with what
//! was answered. An empty line means “later”, and a line that cannot be used
//! is asked for again, with the reason.

use std::io::{self, BufRead, Write};

use super::{Init, PHASES};
use crate::write::starter::Phase;

/// Asks for all that `init` was not told.
///
/// # Errors
/// When the terminal cannot be read or written.
pub(super) fn all(init: &mut Init, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    while init.school.is_none() {
        let question = "What is your school called?";
        match answer(question, name, input, out)? {
            Typed::Said(school) => init.school = Some(school),
            Typed::Nothing => {}
            Typed::Ended => return Ok(()),
        }
    }
    if init.phase.is_none() {
        let question = "Its children: primary (5 to 11), infant (5 to 7) or junior (7 to 11)? Enter alone means primary.";
        init.phase = answer(question, phase, input, out)?.said();
    }
    if init.phone.is_none() {
        let question = "The telephone number of the office? Enter alone means later.";
        init.phone = answer(question, number, input, out)?.said();
    }
    if init.email.is_none() {
        let question = "The mailbox of the office? Enter alone means later.";
        init.email = answer(question, mailbox, input, out)?.said();
    }
    if init.postal.is_none() {
        let question =
            "The postal address, with commas between its lines? Enter alone means later.";
        init.postal = answer(question, name, input, out)?.said();
    }
    writeln!(out)
}

/// What came of a question.
enum Typed<T> {
    Said(T),
    /// An empty line.
    Nothing,
    /// Nothing more will be typed.
    Ended,
}

impl<T> Typed<T> {
    fn said(self) -> Option<T> {
        match self {
            Typed::Said(said) => Some(said),
            Typed::Nothing | Typed::Ended => None,
        }
    }
}

/// Asks until the answer can be used.
fn answer<T>(
    question: &str,
    read: impl Fn(&str) -> Result<T, String>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Typed<T>> {
    loop {
        write!(out, "{question} ")?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(Typed::Ended);
        }
        let line = line.trim();
        if line.is_empty() {
            return Ok(Typed::Nothing);
        }
        match read(line) {
            Ok(said) => return Ok(Typed::Said(said)),
            Err(reason) => writeln!(out, "That cannot be used: {reason}.")?,
        }
    }
}

/// A name, or the lines of an address.
///
/// # Errors
/// What is wrong with it.
pub(super) fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        Err("it is empty".to_owned())
    } else if text.chars().any(char::is_control) {
        Err("it holds a sign that cannot be seen".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// How old a school's children are.
///
/// # Errors
/// The words that there are.
pub(super) fn phase(text: &str) -> Result<Phase, String> {
    let word = text.to_lowercase();
    let found = PHASES.iter().find(|(known, _)| *known == word);
    found
        .map(|(_, phase)| *phase)
        .ok_or_else(|| "write primary, infant or junior".to_owned())
}

/// A telephone number.
///
/// # Errors
/// What is wrong with it.
pub(super) fn number(text: &str) -> Result<String, String> {
    let text = name(text)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    if digits >= 3 && text.chars().all(is_plain) {
        Ok(text)
    } else {
        Err("a telephone number has digits and spaces, as in 01632 960001".to_owned())
    }
}

/// A mailbox.
///
/// # Errors
/// What is wrong with it.
pub(super) fn mailbox(text: &str) -> Result<String, String> {
    let text = name(text)?;
    let whole = text.split_once('@').is_some_and(|(who, domain)| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        !who.is_empty()
            && !who.contains(|c: char| c.is_whitespace() || c == '"')
            && domain.contains('.')
            && domain.chars().all(is_plain)
    });
    if whole {
        Ok(text)
    } else {
        Err("a mailbox is written as in office@larchlane.example".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> (Init, String) {
        let mut init = Init {
            folder: "site".into(),
            school: None,
            phase: None,
            phone: None,
            email: None,
            postal: None,
        };
        let mut said = Vec::new();
        all(&mut init, &mut typed.as_bytes(), &mut said).expect("a buffer can be written");
        (init, String::from_utf8(said).expect("questions are text"))
    }

    #[test]
    fn everything_is_asked_for_and_later_is_an_answer() {
        let (init, said) = told("Larch Lane\n\n01632 960001\n\nLarch Lane, Millbeck\n");
        assert_eq!(init.school.as_deref(), Some("Larch Lane"));
        assert_eq!(init.phase, None);
        assert_eq!(init.phone.as_deref(), Some("01632 960001"));
        assert_eq!(init.email, None);
        assert_eq!(init.postal.as_deref(), Some("Larch Lane, Millbeck"));
        assert_eq!(said.matches('?').count(), 5, "{said}");
    }

    #[test]
    fn what_cannot_be_used_is_asked_for_again_with_the_reason() {
        let (init, said) = told("\nA School\nsecondary\nInfant\nsoon\n\noffice\no@s.example\n\n");
        assert_eq!(init.school.as_deref(), Some("A School"));
        assert_eq!(init.phase, Some(Phase::Infant));
        assert_eq!((init.phone, init.postal), (None, None));
        assert_eq!(init.email.as_deref(), Some("o@s.example"));
        assert_eq!(said.matches("That cannot be used: ").count(), 3, "{said}");
    }

    #[test]
    fn when_nobody_types_any_more_it_ends() {
        let (init, _) = told("");
        assert_eq!(init.school, None);
        let (init, _) = told("A School\n");
        assert_eq!(init.school.as_deref(), Some("A School"));
    }
}
