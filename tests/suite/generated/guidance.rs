//! `guidance.toml`: what parents read of an entry, and what staff alone do.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{NOBODY, Voice, list, quoted, title, words};

/// A law or guidance, as parents read of it.
#[derive(Debug, Clone)]
struct Text {
    title: String,
    kind: &'static str,
    publisher: String,
    web: bool,
    summary: Option<String>,
    /// The edition in force, if one is known.
    edition: Option<(String, u8)>,
    verified: Option<u8>,
}

/// What staff read of an entry besides.
#[derive(Debug, Clone)]
struct Besides {
    aliases: Vec<String>,
    source: String,
    before: Vec<String>,
    coming: Option<String>,
}

/// The entries: parents may read of each.
#[derive(Debug, Clone)]
pub(crate) struct ParentsGuidance {
    texts: Vec<Text>,
    verified: u8,
}

/// What only staff read of them, and names that nobody does.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffGuidance {
    besides: Vec<Besides>,
    renamed: Vec<(Index, String)>,
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsGuidance> {
    let voice = Voice::Parents;
    let text = (
        title(voice),
        prop::sample::select(vec!["law", "statutory", "advice"]),
        words(voice),
        any::<bool>(),
        option::of(words(voice)),
        option::of((words(voice), 1..28u8)),
        option::of(1..28u8),
    )
        .prop_map(
            |(title, kind, publisher, web, summary, edition, verified)| Text {
                title,
                kind,
                publisher,
                web,
                summary,
                edition,
                verified,
            },
        );
    (vec(text, 0..3), 1..28u8).prop_map(|(texts, verified)| ParentsGuidance { texts, verified })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffGuidance> {
    let voice = Voice::Staff;
    let besides = (
        vec(words(voice), 0..3),
        words(voice),
        vec(words(voice), 0..3),
        option::of(words(voice)),
    )
        .prop_map(|(aliases, source, before, coming)| Besides {
            aliases,
            source,
            before,
            coming,
        });
    (
        vec(besides, 0..3),
        vec((any::<Index>(), words(voice)), 0..3),
    )
        .prop_map(|(besides, renamed)| StaffGuidance { besides, renamed })
}

/// Writes `guidance.toml`; says what there is to be referred to.
pub(crate) fn write(
    parents: &ParentsGuidance,
    staff: &StaffGuidance,
    known: &mut Known,
    files: &mut Files,
) {
    let mut text = format!("verified = 2026-10-{:02}\n", parents.verified);
    let mut besides = staff.besides.iter();
    for (n, of_parents) in parents.texts.iter().enumerate() {
        let id = Voice::Parents.name("text", n);
        text += &written(of_parents, besides.next(), n, &id);
        if let Some((edition, _)) = &of_parents.edition {
            known.editions.push((id.clone(), edition.clone()));
        }
        known.guidance.parents.push(id);
    }
    for (n, (_, name)) in staff.renamed.iter().enumerate() {
        text += &format!(
            "\n[[renamed]]\nwas = [{}]\nnow = {}\nsource = {}\n",
            quoted(&format!("{NOBODY}{name} {n}")),
            quoted(&format!("{NOBODY} now {name}")),
            quoted(&format!("{NOBODY}{name}"))
        );
    }
    files.put("content/guidance.toml", text);
}

fn written(text: &Text, besides: Option<&Besides>, number: usize, id: &str) -> String {
    let mut entry = format!(
        "\n[[guidance]]\nid = {}\ntitle = {}\nkind = {}\npublisher = {}\n",
        quoted(id),
        quoted(&format!("{} {number}", text.title)),
        quoted(text.kind),
        quoted(&text.publisher)
    );
    if text.web {
        entry += "web = \"https://xjtext.example.org/\"\n";
    }
    if let Some(summary) = &text.summary {
        entry += &format!("summary = {}\n", quoted(summary));
    }
    if let Some(day) = text.verified {
        entry += &format!("verified = 2026-09-{day:02}\n");
    }
    let source = besides.map_or("qzhere", |besides| &besides.source);
    entry += &format!("source = {}\n", quoted(source));
    let mut editions = Vec::new();
    let mut edition = |name: &str, day: String| {
        editions.push(format!("{{ name = {}, in_force = {day} }}", quoted(name)));
    };
    if let Some(besides) = besides {
        let aliases: Vec<String> = besides
            .aliases
            .iter()
            .enumerate()
            .map(|(n, alias)| format!("{alias} {number} {n}"))
            .collect();
        entry += &format!("aliases = {}\n", list(&aliases));
        // Without one that came after it, an older edition would be in force.
        if text.edition.is_some() {
            for (n, name) in besides.before.iter().enumerate() {
                edition(&format!("{name} {n}"), format!("{}-09-01", 2015 + n));
            }
        }
    }
    if let Some((name, day)) = &text.edition {
        edition(name, format!("2026-09-{day:02}"));
    }
    if let Some(name) = besides.and_then(|besides| besides.coming.as_ref()) {
        edition(&format!("{name} to come"), "2027-09-01".to_owned());
    }
    entry + &format!("editions = [{}]\n", editions.join(", "))
}
