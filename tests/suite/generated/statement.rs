//! `accessibility.toml`: what parents read in their statement, and what stands
//! in that of staff alone.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{Voice, mixed, quoted, words};

/// A test that a person made, or a gap.
#[derive(Debug, Clone)]
enum Entry {
    Tested {
        how: &'static str,
        month: u8,
        texts: [String; 3],
        both: bool,
    },
    Gap {
        what: String,
        instead: Option<String>,
        both: bool,
    },
}

/// What parents read, and with them staff.
#[derive(Debug, Clone)]
pub(crate) struct ParentsStatement(Option<Statement>);

#[derive(Debug, Clone)]
struct Statement {
    checked: u8,
    ask: Option<Index>,
    within: Option<String>,
    entries: Vec<Entry>,
}

/// What staff alone read, anywhere among the rest.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffStatement(Vec<(Index, Entry)>);

fn entry(voice: Voice) -> impl Strategy<Value = Entry> {
    let how = prop::sample::select(vec!["screen-reader", "keyboard", "large-text", "voice"]);
    let texts = [words(voice), words(voice), words(voice)];
    let tested =
        (how, 1..11u8, texts, any::<bool>()).prop_map(|(how, month, texts, both)| Entry::Tested {
            how,
            month,
            texts,
            both,
        });
    let gap = (words(voice), option::of(words(voice)), any::<bool>()).prop_map(
        |(what, instead, both)| Entry::Gap {
            what,
            instead,
            both,
        },
    );
    prop_oneof![tested, gap]
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsStatement> {
    let voice = Voice::Parents;
    let statement = (
        1..28u8,
        option::of(any::<Index>()),
        option::of(words(voice)),
        vec(entry(voice), 0..4),
    );
    let statement = statement.prop_map(|(checked, ask, within, entries)| Statement {
        checked,
        ask,
        within,
        entries,
    });
    option::weighted(0.8, statement).prop_map(ParentsStatement)
}

pub(crate) fn staff() -> impl Strategy<Value = StaffStatement> {
    vec((any::<Index>(), entry(Voice::Staff)), 0..4).prop_map(StaffStatement)
}

/// An entry for the readers of a voice, as it is written.
fn written(entry: &Entry, voice: Voice) -> String {
    let readers = |both: bool| match voice {
        Voice::Staff => "[\"staff\"]",
        _ if both => "[\"parents\", \"staff\"]",
        _ => "[\"parents\"]",
    };
    match entry {
        Entry::Tested {
            how,
            month,
            texts: [by, with, found],
            both,
        } => format!(
            "[[tested]]\nhow = \"{how}\"\non = 2026-{month:02}-05\nby = {}\nwith = {}\nfound = {}\nfor = {}\n",
            quoted(by),
            quoted(with),
            quoted(found),
            readers(*both)
        ),
        Entry::Gap {
            what,
            instead,
            both,
        } => {
            let mut text = format!(
                "[[gap]]\nwhat = {}\nfor = {}\n",
                quoted(what),
                readers(*both)
            );
            if let Some(instead) = instead {
                text += &format!("instead = {}\n", quoted(instead));
            }
            text
        }
    }
}

/// Writes the file, where parents have anything in it: its head is theirs.
pub(crate) fn write(
    parents: &ParentsStatement,
    staff: &StaffStatement,
    known: &Known,
    files: &mut Files,
) {
    let Some(statement) = &parents.0 else {
        return;
    };
    let mut head = format!("checked = 2026-09-{:02}\n", statement.checked);
    let roles = known.roles.of(Voice::Parents);
    if let (Some(ask), false) = (&statement.ask, roles.is_empty()) {
        head += &format!("ask = {}\n", quoted(roles[ask.index(roles.len())]));
    }
    if let Some(within) = &statement.within {
        head += &format!("within = {}\n", quoted(within));
    }
    let entries = statement.entries.iter();
    let public: Vec<String> = entries.map(|of| written(of, Voice::Parents)).collect();
    let own = staff.0.iter();
    let own = own.map(|(at, of)| (*at, written(of, Voice::Staff)));
    let entries = mixed(public, own);
    files.put(
        "content/accessibility.toml",
        format!("{head}\n{}", entries.join("\n")),
    );
}
