//! What templates have of the wording: `say`, `either` and `both`.
//!
//! In: a key and what stands for its names. Out: text that is safe to print.
//! Must never pass over a key or a name that is not there: a page with a hole
//! in a sentence is a mistake of the theme.

use std::fmt::Write as _;
use std::sync::Arc;

use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{Environment, ErrorKind};

use super::escape;
use crate::wording::{Phrase, Piece, Wording};

/// Gives templates the words.
pub(super) fn teach(templates: &mut Environment<'static>, wording: &Arc<Wording>) {
    let words = Arc::clone(wording);
    templates.add_function("say", move |key: &str, values: Kwargs| {
        say(&words, key, &values)
    });
    let words = Arc::clone(wording);
    templates.add_function("either", move |names: Vec<Value>| {
        listed(&words, "list.either", &names)
    });
    let words = Arc::clone(wording);
    templates.add_function("both", move |names: Vec<Value>| {
        listed(&words, "list.both", &names)
    });
}

fn say(wording: &Wording, key: &str, values: &Kwargs) -> Result<Value, minijinja::Error> {
    let phrase = phrase(wording, key)?;
    let names = phrase.names();
    if let Some(name) = values.args().find(|name| !names.contains(name)) {
        return Err(wrong(format!("the words {key} have no {{{name}}}")));
    }
    let count = values.peek::<Option<i64>>("count").unwrap_or_default();
    let mut said = String::new();
    for piece in phrase.pieces(count) {
        match piece {
            Piece::Text(text) => escape(&mut said, text),
            Piece::Name(name) => put(&mut said, &values.peek(name)?)?,
        }
    }
    Ok(Value::from_safe_string(said))
}

/// Names one after the other: `A or B or C`.
fn listed(wording: &Wording, key: &str, names: &[Value]) -> Result<Value, minijinja::Error> {
    let phrase = phrase(wording, key)?;
    let mut said: Option<String> = None;
    for name in names {
        let mut last = String::new();
        put(&mut last, name)?;
        said = Some(match said {
            None => last,
            Some(before) => {
                let mut both = String::new();
                for piece in phrase.pieces(None) {
                    match piece {
                        Piece::Text(text) => escape(&mut both, text),
                        Piece::Name(name) if name == "before" => both.push_str(&before),
                        Piece::Name(_) => both.push_str(&last),
                    }
                }
                both
            }
        });
    }
    Ok(Value::from_safe_string(said.unwrap_or_default()))
}

fn phrase<'w>(wording: &'w Wording, key: &str) -> Result<&'w Phrase, minijinja::Error> {
    let phrase = wording.phrase(key);
    phrase.ok_or_else(|| wrong(format!("there are no words {key}")))
}

/// What stands for a name: text, a number, or what a template has printed.
fn put(said: &mut String, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if value.is_safe() => said.push_str(text),
        Some(text) => escape(said, text),
        None if value.kind() == ValueKind::Number => {
            let _ = write!(said, "{value}");
        }
        None => return Err(wrong(format!("a {} cannot be said", value.kind()))),
    }
    Ok(())
}

fn wrong(reason: String) -> minijinja::Error {
    minijinja::Error::new(ErrorKind::InvalidOperation, reason)
}
