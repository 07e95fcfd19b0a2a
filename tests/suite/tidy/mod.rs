//! What the compiler does not hold, and the house does.
//!
//! Read from the source as text, with comments, strings and test modules
//! blanked out by [`source`]; each rule says where and why it is broken.

mod source;

use std::collections::BTreeMap;

use source::{files, line, places, sources};

/// The longest that a source file may be, in lines.
const LINES: usize = 400;

/// The stages, in the order of the pipeline. A stage imports only from those
/// before it, and from the ground.
const STAGES: [&str; 8] = [
    "load", "model", "check", "views", "render", "write", "pipeline", "commands",
];

/// What every stage may import: it knows no stage itself.
const GROUND: [&str; 12] = [
    "agenda",
    "audience",
    "colour",
    "date",
    "diagnostic",
    "error",
    "markdown",
    "picture",
    "reading",
    "source",
    "wording",
    "words",
];

/// Rooms that hold more than one thing and may import anything.
const ROOTS: [&str; 2] = ["lib", "main"];

#[test]
fn no_file_is_too_long_to_read_at_once() {
    let long: Vec<String> = ["src", "tests/suite"]
        .iter()
        .flat_map(|root| files(root))
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "over {LINES} lines: {long:#?}");
}

#[test]
fn every_room_says_what_it_is() {
    let silent: Vec<String> = sources()
        .iter()
        .filter(|source| !source.path.ends_with("main.rs") && !source.text.starts_with("//!"))
        .filter(|source| !source.text.starts_with("#![doc"))
        .map(|source| source.path.clone())
        .collect();
    assert!(silent.is_empty(), "without a module doc: {silent:#?}");
}

/// The lines of code that begin a thing others can use, with nothing said
/// about it above.
fn unsaid(code: &str, text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_said = |at: usize| {
        let above = lines[..at].iter().rev();
        let mut above = above.skip_while(|line| line.starts_with("#[") || line.ends_with(")]"));
        // A macro of rules passes its summary on.
        lines[at.saturating_sub(1)].starts_with("#[doc = ")
            || above.next().is_some_and(|line| line.starts_with("///"))
    };
    let begins = |line: &str| {
        let line = line.trim_start();
        let rest = line
            .strip_prefix("pub ")
            .or(line.strip_prefix("pub(crate) "));
        rest.is_some_and(|rest| {
            let kind = rest.split([' ', '<']).next().unwrap_or_default();
            ["fn", "struct", "enum", "trait", "type", "const", "static"].contains(&kind)
        })
    };
    let places = code.lines().enumerate();
    places
        .filter(|(at, line)| begins(line) && !is_said(*at))
        .map(|(at, _)| at + 1)
        .collect()
}

#[test]
fn whatever_others_use_has_a_sentence() {
    let mut silent = Vec::new();
    for source in sources() {
        let lines = unsaid(&source.code, &source.text);
        silent.extend(
            lines
                .into_iter()
                .map(|line| format!("src/{}:{line}", source.path)),
        );
    }
    assert!(silent.is_empty(), "without a sentence: {silent:#?}");
}

/// The rooms that a file names by `crate::`, in lists of imports too.
fn imports(code: &str) -> Vec<(usize, String)> {
    let mut rooms = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let word = |text: &str| -> String {
            text.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        };
        let after = &code[at + found.len()..];
        match after.strip_prefix('{') {
            None => rooms.push((at, word(after))),
            Some(list) => {
                let mut depth = 0;
                let mut begins = true;
                for (n, c) in list.char_indices() {
                    match c {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => begins = true,
                        c if begins && (c.is_alphanumeric() || c == '_') => {
                            begins = false;
                            rooms.push((at, word(&list[n..])));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    rooms
}

#[test]
fn a_stage_imports_only_what_comes_before_it() {
    let order: BTreeMap<&str, usize> = STAGES
        .iter()
        .enumerate()
        .map(|(n, stage)| (*stage, n))
        .collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let room = source.room().to_owned();
        if ROOTS.contains(&room.as_str()) {
            continue;
        }
        let known = order.contains_key(room.as_str()) || GROUND.contains(&room.as_str());
        assert!(
            known,
            "{} is in no known room; name it in tidy.rs",
            source.path
        );
        for (at, import) in imports(&source.code) {
            let allowed = import == room
                || GROUND.contains(&import.as_str())
                || matches!(
                    (order.get(room.as_str()), order.get(import.as_str())),
                    (Some(here), Some(there)) if there < here
                );
            if !allowed {
                let line = line(&source.code, at);
                wrong.push(format!(
                    "src/{}:{line}: {room} imports {import}",
                    source.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_view_makes_a_reader() {
    let elsewhere = places("Reader::of", |source| source.path != "views/mod.rs");
    assert!(elsewhere.is_empty(), "a reader is made in {elsewhere:#?}");
    let makers = places("Reader::of", |source| source.path == "views/mod.rs");
    assert!(makers.len() <= 1, "more than one maker: {makers:#?}");
    let literal = places("Reader(", |source| source.path != "audience.rs");
    assert!(literal.is_empty(), "{literal:#?}");
}

#[test]
fn only_those_who_judge_look_at_what_is_guarded() {
    let judges = ["model", "check", "audience"];
    let elsewhere = places(".inspect(", |source| !judges.contains(&source.room()));
    assert!(
        elsewhere.is_empty(),
        "guarded values are read in {elsewhere:#?}"
    );
    let elsewhere = places("::inspect", |source| !judges.contains(&source.room()));
    assert!(
        elsewhere.is_empty(),
        "guarded values are read in {elsewhere:#?}"
    );
}

#[test]
fn only_views_can_be_serialised() {
    // A report is for the editor who wrote the site, a manifest is names and
    // digests of what was published already.
    let may = ["views", "write", "commands"];
    let elsewhere = places("Serialize", |source| !may.contains(&source.room()));
    let elsewhere: Vec<_> = elsewhere
        .iter()
        .filter(|at| !at.contains("render/theme"))
        // It makes a number of what a view is, and writes nothing anywhere.
        .filter(|at| !at.contains("render/kept"))
        .collect();
    assert!(
        elsewhere.is_empty(),
        "serialised outside views: {elsewhere:#?}"
    );
}

/// The places where `..` stands at the end of a pattern or an expression in
/// braces or brackets after a name: `Role { title, .. }`, `Role(title, ..)`.
fn rests(code: &str) -> Vec<usize> {
    code.match_indices("..")
        .filter(|(at, _)| {
            let before = code[..*at].trim_end();
            let after = code[at + 2..].trim_start();
            // A range of numbers has something on at least one side.
            before.ends_with([',', '{', '(']) && after.starts_with(['}', ')'])
        })
        .map(|(at, _)| at)
        .collect()
}

#[test]
fn a_view_decides_on_every_field() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.in_room("views")) {
        for at in rests(&source.code) {
            wrong.push(format!("src/{}:{}", source.path, line(&source.code, at)));
        }
        // `..other` fills in fields that nobody named.
        for (at, _) in source.code.match_indices("..Default") {
            wrong.push(format!("src/{}:{}", source.path, line(&source.code, at)));
        }
    }
    assert!(wrong.is_empty(), "fields are passed over in {wrong:#?}");
}

/// The bodies of the `match`es whose arms name an audience, each with its
/// place.
fn audience_matches(code: &str) -> Vec<(usize, &str)> {
    let mut bodies = Vec::new();
    for (at, _) in code.match_indices("match ") {
        let Some(open) = code[at..].find('{').map(|open| at + open) else {
            continue;
        };
        let mut depth = 0;
        let end = code[open..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let Some(end) = end else {
            continue;
        };
        let body = &code[open..open + end];
        if body.contains("Audience::") {
            bodies.push((at, body));
        }
    }
    bodies
}

#[test]
fn a_match_on_an_audience_names_them_all() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.in_room("views")) {
        for (at, body) in audience_matches(&source.code) {
            if body.contains("_ =>") || body.contains("_ if") {
                wrong.push(format!("src/{}:{}", source.path, line(&source.code, at)));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "an audience has no arm of its own in {wrong:#?}"
    );
}

#[test]
fn order_never_comes_from_a_hash() {
    for kind in ["HashMap", "HashSet"] {
        let found = places(kind, |_| true);
        assert!(found.is_empty(), "{kind} in {found:#?}");
    }
}

#[test]
fn nothing_is_unwrapped_and_nothing_is_left_to_do() {
    for call in [".unwrap()", "todo!", "unimplemented!", "dbg!", "unsafe "] {
        let found = places(call, |_| true);
        assert!(found.is_empty(), "{call} in {found:#?}");
    }
}

#[test]
fn no_room_is_a_cupboard() {
    let cupboards: Vec<String> = sources()
        .iter()
        .filter(|source| {
            source.path.trim_end_matches(".rs").split('/').any(|name| {
                ["utils", "util", "helpers", "common", "types", "prelude"].contains(&name)
            })
        })
        .map(|source| source.path.clone())
        .collect();
    assert!(cupboards.is_empty(), "{cupboards:#?}");
    let globs = places("::*", |_| true);
    assert!(globs.is_empty(), "everything is imported in {globs:#?}");
}

/// The doc tests of a file: how each is fenced, and its lines.
fn doc_tests(text: &str) -> Vec<(String, Vec<String>)> {
    let mut tests = Vec::new();
    let mut open: Option<(String, Vec<String>)> = None;
    for line in text.lines() {
        let Some(line) = line.trim_start().strip_prefix("///") else {
            continue;
        };
        match (line.trim().strip_prefix("```"), &mut open) {
            (Some(kind), None) => open = Some((kind.to_owned(), Vec::new())),
            (Some(_), Some(_)) => tests.extend(open.take()),
            (None, Some((_, lines))) => lines.push(line.trim().to_owned()),
            (None, None) => {}
        }
    }
    tests
}

#[test]
fn what_must_not_compile_has_a_twin_that_does() {
    let mut walls = 0;
    for source in sources() {
        let tests = doc_tests(&source.text);
        for (_, lines) in tests
            .iter()
            .filter(|(kind, _)| kind.starts_with("compile_fail"))
        {
            walls += 1;
            let twin = tests.iter().any(|(kind, other)| {
                let differ = lines
                    .iter()
                    .zip(other)
                    .filter(|(one, two)| one != two)
                    .count();
                kind.is_empty() && other.len() == lines.len() && differ == 1
            });
            assert!(twin, "src/{}: no twin of {lines:#?}", source.path);
        }
    }
    assert!(walls >= 5, "the walls of audience.rs are gone");
}

#[test]
fn the_rules_see_what_they_are_for() {
    let found =
        |code: &str| -> Vec<String> { imports(code).into_iter().map(|(_, room)| room).collect() };
    assert_eq!(
        found("use crate::{load::{a, b}, views}; crate::date::x()"),
        ["load", "views", "date"]
    );
    assert_eq!(rests("let Role { a, .. } = r; let P(b, ..) = p;").len(), 2);
    assert!(rests("0..5; &x[..]; &x[1..]; f(a..b); ..=3").is_empty());
    let text = "/// Said.\n#[derive(Debug)]\npub struct A;\npub fn b() {}\npub mod c;";
    assert_eq!(unsaid(text, text), [4]);
    let one = "match x { Audience::Staff => { 1 } _ => 2 } match y { _ => 3 }";
    let bodies = audience_matches(one);
    assert_eq!(bodies.len(), 1);
    assert!(bodies[0].1.contains("_ =>"));
}
