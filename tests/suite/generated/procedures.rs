//! Procedures: what to do, in words of the layer that they are for.
//!
//! A procedure for children has its ways, and whom it sends them to, from
//! their layer, and the words for grown-ups from that of parents.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{Voice, list, quoted, title, words};

/// How many steps a procedure has at most; each layer has words for as many.
const STEPS: usize = 6;

/// Where a step leads, as its author thinks of it.
#[derive(Debug, Clone)]
enum Way {
    /// To the step below, said or unsaid.
    On(bool),
    /// To the step below and to another, in this order or the other.
    Ask(Index, bool),
    /// To another, where something else leads to the step below.
    Skip(Index),
    /// Nowhere, where something else leads to the step below.
    End,
}

/// The steps without their words.
#[derive(Debug, Clone)]
struct Shape {
    ways: Vec<Way>,
    roles: Vec<Vec<Index>>,
    helplines: Vec<Option<Index>>,
    /// Whether the file tells the steps from the last to the second.
    backwards: bool,
}

/// The words of a procedure, for one sort of reader.
#[derive(Debug, Clone)]
struct Words {
    title: String,
    summary: Option<String>,
    never: Vec<String>,
    steps: Vec<String>,
    answers: Vec<String>,
}

/// What only grown-ups are told besides.
#[derive(Debug, Clone)]
struct Besides {
    notes: Vec<Option<String>>,
    /// A law or guidance, and whether its edition is said.
    source: Option<(Index, bool)>,
}

/// Procedures for everybody, as far as children know them.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenProcedures(Vec<(Shape, Words)>);

/// What parents are told of those, and procedures that they alone read
/// besides staff.
#[derive(Debug, Clone)]
pub(crate) struct ParentsProcedures {
    of_children: Vec<(Words, Besides)>,
    own: Vec<(Shape, Words, Besides)>,
}

/// Procedures for staff.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffProcedures(Vec<(Shape, Words, Besides)>);

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        3 => any::<bool>().prop_map(Way::On),
        3 => (any::<Index>(), any::<bool>()).prop_map(|(to, turned)| Way::Ask(to, turned)),
        1 => any::<Index>().prop_map(Way::Skip),
        1 => Just(Way::End),
    ]
}

fn shape() -> impl Strategy<Value = Shape> {
    (
        vec(way(), 1..=STEPS),
        vec(vec(any::<Index>(), 0..3), STEPS),
        vec(option::weighted(0.3, any::<Index>()), STEPS),
        any::<bool>(),
    )
        .prop_map(|(ways, roles, helplines, backwards)| Shape {
            ways,
            roles,
            helplines,
            backwards,
        })
}

fn in_voice(voice: Voice) -> impl Strategy<Value = Words> {
    (
        title(voice),
        option::of(words(voice)),
        vec(words(voice), 0..3),
        vec(words(voice), STEPS),
        vec(words(voice), 2 * STEPS),
    )
        .prop_map(|(title, summary, never, steps, answers)| Words {
            title,
            summary,
            never,
            steps,
            answers,
        })
}

fn besides(voice: Voice) -> impl Strategy<Value = Besides> {
    let source = option::of((any::<Index>(), any::<bool>()));
    (vec(option::of(words(voice)), STEPS), source)
        .prop_map(|(notes, source)| Besides { notes, source })
}

fn whole(voice: Voice) -> impl Strategy<Value = (Shape, Words, Besides)> {
    (shape(), in_voice(voice), besides(voice))
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenProcedures> {
    vec((shape(), in_voice(Voice::Children)), 0..3).prop_map(ChildrenProcedures)
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsProcedures> {
    let voice = Voice::Parents;
    let of_children = vec((in_voice(voice), besides(voice)), 3);
    (of_children, vec(whole(voice), 0..3))
        .prop_map(|(of_children, own)| ParentsProcedures { of_children, own })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffProcedures> {
    vec(whole(Voice::Staff), 0..3).prop_map(StaffProcedures)
}

/// Writes the procedures; says which there are.
pub(crate) fn write(
    children: &ChildrenProcedures,
    parents: &ParentsProcedures,
    staff: &StaffProcedures,
    mut known: Known,
    files: &mut Files,
) -> Known {
    for (n, (shape, child)) in children.0.iter().enumerate() {
        let id = Voice::Children.name("procedure", n);
        let (words, besides) = &parents.of_children[n];
        let procedure = Procedure {
            voice: Voice::Children,
            shape,
            child: Some(child),
            words,
            besides,
        };
        procedure.write(&id, &known, files);
        known.procedures.children.push(id);
    }
    for (n, (shape, words, besides)) in parents.own.iter().enumerate() {
        let id = Voice::Parents.name("procedure", n);
        let procedure = Procedure::of(Voice::Parents, shape, words, besides);
        procedure.write(&id, &known, files);
        known.procedures.parents.push(id);
    }
    for (n, (shape, words, besides)) in staff.0.iter().enumerate() {
        let id = Voice::Staff.name("procedure", n);
        let procedure = Procedure::of(Voice::Staff, shape, words, besides);
        procedure.write(&id, &known, files);
        known.procedures.staff.push(id);
    }
    known
}

/// A procedure as it is written: what each layer has to say of it.
struct Procedure<'a> {
    /// The widest that may see it.
    voice: Voice,
    shape: &'a Shape,
    child: Option<&'a Words>,
    words: &'a Words,
    besides: &'a Besides,
}

impl<'a> Procedure<'a> {
    fn of(voice: Voice, shape: &'a Shape, words: &'a Words, besides: &'a Besides) -> Self {
        Procedure {
            voice,
            shape,
            child: None,
            words,
            besides,
        }
    }

    fn write(&self, id: &str, known: &Known, files: &mut Files) {
        let mut text = self.head(id, known);
        let count = self.shape.ways.len();
        let mut order: Vec<usize> = (0..count).collect();
        if self.shape.backwards {
            order[1..].reverse();
        }
        // What is led to from above needs not be led to from the step before.
        let mut led_to = vec![false; count];
        let steps: Vec<String> = (0..count)
            .map(|at| self.step(at, &mut led_to, known))
            .collect();
        for at in order {
            text += &steps[at];
        }
        files.put(format!("content/procedures/{id}.toml"), text);
    }

    fn head(&self, id: &str, known: &Known) -> String {
        let readers: &[&str] = match self.voice {
            Voice::Children => &["children", "parents", "staff"],
            Voice::Parents => &["parents", "staff"],
            Voice::Staff => &["staff"],
        };
        let mut lines = vec![format!("id = {}", quoted(id))];
        let mut set = |key: &str, value: String| lines.push(format!("{key} = {value}"));
        set("title", quoted(&self.words.title));
        set("for", list(readers));
        if let Some(summary) = &self.words.summary {
            set("summary", quoted(summary));
        }
        set("never", list(&self.words.never));
        let guidance = known.guidance.of(Voice::Parents);
        let source = self.besides.source.filter(|_| !guidance.is_empty());
        if let Some((source, is_dated)) = source {
            let source: &str = source.get::<&str>(&guidance);
            set("source", quoted(source));
            let mut editions = known.editions.iter();
            let edition = editions.find(|(id, _)| id == source);
            if let Some((_, edition)) = edition.filter(|_| is_dated) {
                set("edition", quoted(edition));
            }
        }
        if let Some(child) = self.child {
            set("child", quoted(&child.title));
            if let Some(summary) = &child.summary {
                set("child_summary", quoted(summary));
            }
            // Whoever tells grown-ups what never to do tells children too.
            let mut never = child.never.clone();
            never.push("never this".to_owned());
            set("child_never", list(&never));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn step(&self, at: usize, led_to: &mut [bool], known: &Known) -> String {
        let count = self.shape.ways.len();
        let mut lines = vec![
            "\n[[step]]".to_owned(),
            format!("id = \"step-{at}\""),
            format!("text = {}", quoted(&self.words.steps[at])),
        ];
        if let Some(child) = self.child {
            lines.push(format!("child = {}", quoted(&child.steps[at])));
        }
        if let Some(note) = &self.besides.notes[at] {
            lines.push(format!("note = {}", quoted(note)));
        }
        let named = |at: &[Index], from: &[&str]| {
            let mut named: Vec<&str> = Vec::new();
            for index in at.iter().filter(|_| !from.is_empty()) {
                let name = *index.get(from);
                if !named.contains(&name) {
                    named.push(name);
                }
            }
            list(&named)
        };
        let roles = known.roles.of(self.voice);
        lines.push(format!("roles = {}", named(&self.shape.roles[at], &roles)));
        if let Some(line) = &self.shape.helplines[at] {
            let helplines = known.helplines.of(self.voice);
            lines.push(format!("helplines = {}", named(&[*line], &helplines)));
        }
        if at + 1 < count {
            lines.extend(self.way(at, led_to));
        } else if self.shape.backwards && count > 1 {
            // It stands above others in the file.
            lines.push("end = true".to_owned());
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn way(&self, at: usize, led_to: &mut [bool]) -> Option<String> {
        let further = |to: &Index| at + 1 + to.index(led_to.len() - at - 1);
        let below = at + 1;
        match &self.shape.ways[at] {
            Way::Ask(to, turned) => {
                let other = further(to);
                led_to[below] = true;
                led_to[other] = true;
                let mut leads = [below, other];
                if *turned {
                    leads.reverse();
                }
                Some(format!("branches = [{}]", self.answers(at, leads)))
            }
            Way::Skip(to) if led_to[below] => {
                let other = further(to);
                led_to[other] = true;
                Some(format!("next = \"step-{other}\""))
            }
            Way::End if led_to[below] => Some("end = true".to_owned()),
            Way::On(false) if !self.shape.backwards => {
                led_to[below] = true;
                None
            }
            Way::On(_) | Way::Skip(_) | Way::End => {
                led_to[below] = true;
                Some(format!("next = \"step-{below}\""))
            }
        }
    }

    fn answers(&self, at: usize, leads: [usize; 2]) -> String {
        let answer = |n: usize| {
            // Numbered, since two answers are never the same.
            let said = |words: &Words| quoted(&format!("{} {n}", words.answers[2 * at + n]));
            let child = self.child.map(|child| format!("child = {}, ", said(child)));
            format!(
                "{{ answer = {}, {}to = \"step-{}\" }}",
                said(self.words),
                child.unwrap_or_default(),
                leads[n]
            )
        };
        format!("{}, {}", answer(0), answer(1))
    }
}
