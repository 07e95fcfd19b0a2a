//! Checklists, with checks for fewer readers than the list.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{readers, set_if};
use crate::generated::Files;
use crate::generated::people::Known;
use crate::generated::words::{Voice, list, mixed, quoted, title, words};

/// What a reader gets of a checklist.
#[derive(Debug, Clone)]
struct Checklist {
    title: String,
    intro: Option<String>,
    checks: Vec<Check>,
    signers: Vec<Index>,
}

#[derive(Debug, Clone)]
struct Check {
    text: String,
    section: Option<String>,
    note: Option<String>,
    says_so: bool,
}

/// Checklists for children, in their words.
#[derive(Debug, Clone)]
pub(super) struct ChildrenChecklists(Vec<Checklist>);

/// The same in parents' words, what parents get of them besides, and their
/// own.
#[derive(Debug, Clone)]
pub(super) struct ParentsChecklists {
    of_children: Vec<Checklist>,
    checklists: Vec<Checklist>,
}

/// Checks for staff in the checklists of others, and staff's own.
#[derive(Debug, Clone, Default)]
pub(super) struct StaffChecklists {
    checks: Vec<(Index, Index, Check)>,
    checklists: Vec<Checklist>,
}

fn check(voice: Voice) -> impl Strategy<Value = Check> {
    (
        words(voice),
        option::of(title(voice)),
        option::of(words(voice)),
        any::<bool>(),
    )
        .prop_map(|(text, section, note, says_so)| Check {
            text,
            section,
            note,
            says_so,
        })
}

fn checklist(voice: Voice) -> impl Strategy<Value = Checklist> {
    (
        title(voice),
        option::of(words(voice)),
        vec(check(voice), 1..4),
        vec(any::<Index>(), 0..3),
    )
        .prop_map(|(title, intro, checks, signers)| Checklist {
            title,
            intro,
            checks,
            signers,
        })
}

pub(super) fn children() -> impl Strategy<Value = ChildrenChecklists> {
    vec(checklist(Voice::Children), 0..2).prop_map(ChildrenChecklists)
}

pub(super) fn parents() -> impl Strategy<Value = ParentsChecklists> {
    let voice = Voice::Parents;
    (vec(checklist(voice), 2), vec(checklist(voice), 0..3)).prop_map(|(of_children, checklists)| {
        ParentsChecklists {
            of_children,
            checklists,
        }
    })
}

pub(super) fn staff() -> impl Strategy<Value = StaffChecklists> {
    let voice = Voice::Staff;
    (
        vec((any::<Index>(), any::<Index>(), check(voice)), 0..5),
        vec(checklist(voice), 0..3),
    )
        .prop_map(|(checks, checklists)| StaffChecklists { checks, checklists })
}

/// Writes the files; says what there is to be shown.
pub(super) fn write(
    children: &ChildrenChecklists,
    parents: &ParentsChecklists,
    staff: &StaffChecklists,
    mut known: Known,
    files: &mut Files,
) -> Known {
    let mut lists: Vec<Written<'_>> = Vec::new();
    for (n, (child, parent)) in children.0.iter().zip(&parents.of_children).enumerate() {
        lists.push(Written::of(Voice::Children, n, parent, Some(child)));
    }
    for (n, own) in parents.checklists.iter().enumerate() {
        lists.push(Written::of(Voice::Parents, n, own, None));
    }
    for (list, at, check) in &staff.checks {
        if !lists.is_empty() {
            let list = list.index(lists.len());
            lists[list].of_staff.push((*at, check));
        }
    }
    for (n, own) in staff.checklists.iter().enumerate() {
        lists.push(Written::of(Voice::Staff, n, own, None));
    }
    for list in &lists {
        let path = format!("content/checklists/{}.toml", list.id);
        files.put(path, list.text(&known.roles.of(list.voice)));
        let names = match list.voice {
            Voice::Children => &mut known.checklists.children,
            Voice::Parents => &mut known.checklists.parents,
            Voice::Staff => &mut known.checklists.staff,
        };
        names.push(list.id.clone());
    }
    known
}

/// A checklist as its file has it: what each layer has to say of it.
struct Written<'a> {
    voice: Voice,
    id: String,
    own: &'a Checklist,
    child: Option<&'a Checklist>,
    of_staff: Vec<(Index, &'a Check)>,
}

impl<'a> Written<'a> {
    fn of(
        voice: Voice,
        number: usize,
        own: &'a Checklist,
        child: Option<&'a Checklist>,
    ) -> Written<'a> {
        Written {
            voice,
            id: voice.name("list", number),
            own,
            child,
            of_staff: Vec::new(),
        }
    }

    fn text(&self, roles: &[&str]) -> String {
        let readers = readers(self.voice);
        let mut text = format!(
            "id = {}\ntitle = {}\nfor = {readers}\n",
            quoted(&self.id),
            quoted(&self.own.title)
        );
        set_if(&mut text, "intro", self.own.intro.as_ref());
        if let Some(child) = self.child {
            set_if(&mut text, "child", Some(&child.title));
            set_if(&mut text, "child_intro", child.intro.as_ref());
        }
        // Who signs is read by all who see the list.
        let signers = &self.child.unwrap_or(self.own).signers;
        let mut names: Vec<&str> = Vec::new();
        for signer in signers {
            let role = signer.get(roles);
            if !names.contains(role) {
                names.push(role);
            }
        }
        text += &format!("signed_by = {}\n", list(&names));
        let mut checks: Vec<String> = Vec::new();
        let for_children = self.child.map_or(&[][..], |child| &child.checks);
        for (n, child) in for_children.iter().enumerate() {
            let own = &self.own.checks[n % self.own.checks.len()];
            checks.push(check_written(own, Some(&child.text), None));
        }
        let own = self.own.checks.iter();
        checks.extend(own.map(|check| check_written(check, None, self.narrower(check))));
        let of_staff = self.of_staff.iter();
        let of_staff =
            of_staff.map(|(at, check)| (*at, check_written(check, None, Some("[\"staff\"]"))));
        text + &mixed(checks, of_staff).concat()
    }
}

impl Written<'_> {
    /// What a check of the own voice says of its readers.
    fn narrower(&self, check: &Check) -> Option<&'static str> {
        match (self.voice, check.says_so) {
            (Voice::Children, true) => Some("[\"parents\"]"),
            (Voice::Children, false) => Some("[\"parents\", \"staff\"]"),
            (Voice::Parents | Voice::Staff, says_so) => says_so.then(|| readers(self.voice)),
        }
    }
}

fn check_written(check: &Check, child: Option<&String>, narrower: Option<&str>) -> String {
    let mut text = format!("\n[[check]]\ntext = {}\n", quoted(&check.text));
    set_if(&mut text, "child", child);
    set_if(&mut text, "section", check.section.as_ref());
    set_if(&mut text, "note", check.note.as_ref());
    if let Some(readers) = narrower {
        text += &format!("for = {readers}\n");
    }
    text
}
