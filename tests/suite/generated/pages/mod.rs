//! Pages of all four kinds, with staff's words among everybody's.

mod body;
mod written;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::blocks::{Block, block};
use super::words::{Voice, title, words};

pub(crate) use written::write;

/// A page as it is written for one voice.
#[derive(Debug, Clone)]
struct Page {
    title: String,
    summary: Option<String>,
    order: Option<i8>,
    was: bool,
    /// For children: the drawing beside it, where there are any.
    icon: Option<Index>,
    /// Into which of two sub-folders it goes, if into any.
    nested: Option<bool>,
    /// What stands after the last letter.
    end: &'static str,
    intro: Vec<Part>,
    sections: Vec<Section>,
}

/// A section under a heading of the second level.
#[derive(Debug, Clone)]
struct Section {
    heading: Heading,
    label: Label,
    parts: Vec<Part>,
    /// Sections under headings of the third level.
    inner: Vec<(Heading, Vec<Part>)>,
}

#[derive(Debug, Clone)]
struct Heading {
    text: String,
    id: bool,
    underlined: bool,
}

/// What stands in a section: blocks, some of them in a labelled quote.
#[derive(Debug, Clone)]
enum Part {
    /// A block, and what stands in the blank line after it.
    Plain(Block, &'static str),
    Quoted(Quote),
}

/// A labelled quote.
#[derive(Debug, Clone)]
struct Quote {
    blocks: Vec<Block>,
    /// A last line that belongs to the quote without its mark.
    lazy: Option<String>,
    shape: Shape,
    label: Label,
}

/// How a labelled quote is typed.
#[derive(Debug, Clone, Copy)]
struct Shape {
    case: u8,
    spaced: bool,
    indent: usize,
    /// The blank lines after it: how many, and what stands in them.
    blanks: usize,
    blank: &'static str,
}

/// Whom a label of the own voice names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Nothing,
    /// Exactly the voice's own readers.
    Own,
    /// In policies: parents and staff by name.
    Both,
}

/// Something of staff's among what parents read.
#[derive(Debug, Clone)]
enum Insert {
    Quote(Quote, bool),
    Inner(Heading, Vec<Part>),
    Section(Section),
}

/// Pages for children.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenPages(Vec<Page>);

/// Pages for parents: guides, and policies.
#[derive(Debug, Clone)]
pub(crate) struct ParentsPages {
    guides: Vec<Page>,
    policies: Vec<Page>,
}

/// Pages for staff, staff's parts of policies, and drafts.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffPages {
    own: Vec<Page>,
    policies: Vec<Page>,
    inserts: Vec<(Index, Index, Insert)>,
    /// A front page of a sub-folder of policies, for staff alone.
    index: Option<Page>,
    drafts: Vec<Voice>,
}

fn heading(voice: Voice) -> impl Strategy<Value = Heading> {
    (title(voice), any::<bool>(), prop::bool::weighted(0.1)).prop_map(|(text, id, underlined)| {
        Heading {
            text,
            id,
            underlined,
        }
    })
}

fn quote(voice: Voice) -> impl Strategy<Value = Quote> {
    // One space is the most: with two it would belong to a list before it.
    let blanks = (1..4usize, blank());
    let shape = (0..3u8, prop::bool::weighted(0.8), 0..2usize, blanks).prop_map(
        |(case, spaced, indent, (blanks, blank))| Shape {
            case,
            spaced,
            indent,
            blanks,
            blank,
        },
    );
    let label = match voice {
        Voice::Staff => Just(Label::Own).boxed(),
        Voice::Children | Voice::Parents => {
            prop_oneof![Just(Label::Own), Just(Label::Both)].boxed()
        }
    };
    (
        vec(block(voice), 1..3),
        option::weighted(0.3, words(voice)),
        shape,
        label,
    )
        .prop_map(|(blocks, lazy, shape, label)| Quote {
            blocks,
            lazy,
            shape,
            label,
        })
}

/// What stands in a blank line.
fn blank() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "  ", "\t"])
}

fn parts(voice: Voice) -> impl Strategy<Value = Vec<Part>> {
    let plain = (block(voice), blank()).prop_map(|(block, blank)| Part::Plain(block, blank));
    let part = match voice {
        Voice::Children => plain.boxed(),
        Voice::Parents | Voice::Staff => prop_oneof![
            4 => plain,
            1 => quote(voice).prop_map(Part::Quoted),
        ]
        .boxed(),
    };
    // Two blocks of code are one, whatever blank lines part them: between
    // them the length of a gap is seen.
    let code =
        (words(voice), blank()).prop_map(|(text, blank)| Part::Plain(Block::Indented(text), blank));
    prop_oneof![
        5 => vec(part, 0..4),
        1 => vec(code, 2..4),
    ]
}

fn section(voice: Voice) -> impl Strategy<Value = Section> {
    let label = match voice {
        Voice::Children => Just(Label::Nothing).boxed(),
        Voice::Parents | Voice::Staff => prop_oneof![
            4 => Just(Label::Nothing),
            1 => Just(Label::Own),
            1 => Just(Label::Both),
        ]
        .boxed(),
    };
    (
        heading(voice),
        label,
        parts(voice),
        vec((heading(voice), parts(voice)), 0..2),
    )
        .prop_map(|(heading, label, parts, inner)| Section {
            heading,
            label,
            parts,
            inner,
        })
}

fn page(voice: Voice) -> impl Strategy<Value = Page> {
    (
        title(voice),
        option::of(words(voice)),
        option::of(-3..9i8),
        prop::bool::weighted(0.2),
        option::weighted(0.4, any::<bool>()),
        prop::sample::select(vec!["\n", "\n", "", "\n\n", "\n \n"]),
        parts(voice),
        vec(section(voice), 0..3),
        option::of(any::<Index>()),
    )
        .prop_map(
            |(title, summary, order, was, nested, end, intro, sections, icon)| Page {
                title,
                summary,
                order,
                was,
                icon,
                nested,
                end,
                intro,
                sections,
            },
        )
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenPages> {
    vec(page(Voice::Children), 0..3).prop_map(ChildrenPages)
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsPages> {
    let pages = |most| vec(page(Voice::Parents), 0..most);
    (pages(3), pages(4)).prop_map(|(guides, policies)| ParentsPages { guides, policies })
}

pub(crate) fn staff() -> impl Strategy<Value = StaffPages> {
    let voice = Voice::Staff;
    let insert = prop_oneof![
        4 => (quote(voice), any::<bool>()).prop_map(|(quote, tight)| Insert::Quote(quote, tight)),
        1 => (heading(voice), parts(voice))
            .prop_map(|(heading, parts)| Insert::Inner(heading, parts)),
        1 => section(voice).prop_map(Insert::Section),
    ];
    (
        vec(page(voice), 0..3),
        vec(page(voice), 0..2),
        vec((any::<Index>(), any::<Index>(), insert), 0..6),
        option::weighted(0.3, page(voice)),
        vec(
            prop::sample::select(vec![Voice::Children, Voice::Parents, Voice::Staff]),
            0..2,
        ),
    )
        .prop_map(|(own, policies, inserts, index, drafts)| StaffPages {
            own,
            policies,
            inserts,
            index,
            drafts,
        })
}
