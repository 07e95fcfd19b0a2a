//! Problems in the content, as values.
//!
//! A [`Diagnostic`] says that the content is wrong; it is collected and shown
//! with all the others. That the tool cannot go on is an
//! [`Error`](crate::error::Error), and never one of these.

use crate::audience::Audiences;
use crate::source::Place;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// The site can be published; somebody should look.
    Warning,
}

impl Severity {
    /// The word of the JSON report: `error` or `warn`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warn",
        }
    }

    /// How a line begins that is about such a problem.
    pub fn in_words(self) -> &'static str {
        match self {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        }
    }
}

/// The page on a rule, which stands in `docs/rules/`.
macro_rules! explained {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/docs/rules/",
            $name,
            ".md"
        ))
    };
}
pub(crate) use explained;

/// A rule that content is held to.
///
/// The name is stable: editors set its level by it, and reports carry it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable name: `unknown-role`.
    pub name: &'static str,
    /// What a breach of it is, unless `school.toml` says otherwise.
    pub severity: Severity,
    /// What it asks for, in one sentence to an editor.
    pub summary: &'static str,
    /// The page on it that `signpost explain` prints: what it looks for, why,
    /// and an example. It begins with the name, the level and the summary.
    pub explanation: &'static str,
}

/// One problem, at one place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// The rule's severity, or the one the school has set.
    pub severity: Severity,
    /// What is wrong, in plain English for an office editor.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where.
    pub place: Place,
    /// Whose pages the problem is on.
    pub audiences: Audiences,
}

/// A sink for problems.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty sink.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Notes that `rule` is broken at `place`: what is wrong, and what to do.
    pub fn report(
        &mut self,
        rule: &'static Rule,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        self.list.push(Diagnostic {
            rule,
            severity: rule.severity,
            message: message.into(),
            help: help.into(),
            place,
            audiences: Audiences::NONE,
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// Adds a problem as it is.
    pub fn add(&mut self, one: Diagnostic) {
        self.list.push(one);
    }

    /// Adds all the problems of another sink.
    pub fn absorb(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// The problems, in the order in which they were noted.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The problems themselves.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Diagnostic {
    /// Says whose pages the problem is on.
    pub fn on_pages_of(&mut self, audiences: Audiences) {
        self.audiences = audiences;
    }
}

/// The name among `known` that `written` most probably meant, if any is near.
pub fn suggestion<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let plain = written.to_lowercase().replace(['_', ' '], "-");
    known
        .into_iter()
        .map(|name| (nearness(&plain, &name.to_lowercase()), name))
        .filter(|(nearness, _)| *nearness >= 0.8)
        // The first of equals, so that the answer does not depend on luck.
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            Some(_) | None => Some(next),
        })
        .map(|(_, name)| name)
}

/// How near two names are, from 0 to 1.
///
/// Letters in common say little of short names (`dls` for `dsl`) and of names
/// that lost or got a word (`mobile-phones` for `phones`): a slip of one key
/// is near, whatever the length, and so is a whole word in common.
fn nearness(written: &str, name: &str) -> f64 {
    let alike = strsim::jaro_winkler(written, name);
    let slip = is_slip(written, name);
    let mut words = written.split('-').filter(|word| word.len() >= 4);
    let shared = words.any(|word| name.split('-').any(|other| other == word));
    alike
        .max(if slip { 0.95 } else { 0.0 })
        .max(if shared { 0.8 } else { 0.0 })
}

/// Whether `written` is `name` with one slip of the keyboard: a letter more,
/// less, changed, or two that changed places.
pub fn is_slip(written: &str, name: &str) -> bool {
    written.len() > 1 && name.len() > 1 && strsim::osa_distance(written, name) <= 1
}

/// The most names that a sentence lists.
const LISTED: usize = 40;

/// A sentence that offers the nearest known name, or lists all of `what`, in
/// the order in which they are known, when none is near: the end of most help
/// texts.
pub fn did_you_mean<'k>(
    what: &str,
    written: &str,
    known: impl IntoIterator<Item = &'k str> + Clone,
) -> String {
    if let Some(name) = suggestion(written, known.clone()) {
        return format!("Did you mean “{name}”?");
    }
    let mut names: Vec<&str> = Vec::new();
    for name in known {
        // A record that could not be read has no name to offer.
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => "There are none yet.".to_owned(),
        [only] => format!("The only one is “{only}”."),
        names if names.len() > LISTED => {
            format!("The {what} are: {}, ….", names[..LISTED].join(", "))
        }
        names => format!("The {what} are: {}.", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_offered_whatever_the_length_of_the_name() {
        let roles = ["class-teacher", "dsl", "deputy-dsl", "online-safety"];
        for (written, meant) in [
            ("dls", Some("dsl")),
            ("DSL", Some("dsl")),
            ("clas-teacher", Some("class-teacher")),
            ("class teacher", Some("class-teacher")),
            ("e-safety", Some("online-safety")),
            ("head", None),
            ("", None),
        ] {
            assert_eq!(suggestion(written, roles), meant, "{written}");
        }
    }

    #[test]
    fn where_nothing_is_near_all_there_is_is_listed_once() {
        assert_eq!(
            did_you_mean("roles", "x", ["dsl", "", "dsl", "head"]),
            "The roles are: dsl, head."
        );
        assert_eq!(did_you_mean("roles", "x", []), "There are none yet.");
    }
}
