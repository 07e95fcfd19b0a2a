//! Pages of all four kinds, with staff's words among everybody's.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::blocks::{Block, Pen, block, draft};
use super::people::Known;
use super::records::folder;
use super::words::{Voice, quoted, title, words};

/// A page as it is written for one voice.
#[derive(Debug, Clone)]
struct Page {
    title: String,
    summary: Option<String>,
    order: Option<i8>,
    was: bool,
    /// Into which of two sub-folders it goes, if into any.
    nested: Option<bool>,
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
    Plain(Block),
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
    blanks: usize,
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
    let shape = (0..3u8, prop::bool::weighted(0.8), 0..2usize, 1..4usize).prop_map(
        |(case, spaced, indent, blanks)| Shape {
            case,
            spaced,
            indent,
            blanks,
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

fn parts(voice: Voice) -> impl Strategy<Value = Vec<Part>> {
    let part = match voice {
        Voice::Children => block(voice).prop_map(Part::Plain).boxed(),
        Voice::Parents | Voice::Staff => prop_oneof![
            4 => block(voice).prop_map(Part::Plain),
            1 => quote(voice).prop_map(Part::Quoted),
        ]
        .boxed(),
    };
    vec(part, 0..4)
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
        parts(voice),
        vec(section(voice), 0..3),
    )
        .prop_map(
            |(title, summary, order, was, nested, intro, sections)| Page {
                title,
                summary,
                order,
                was,
                nested,
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

/// A page that is about to be written.
struct Plan<'p> {
    page: &'p Page,
    /// Under `content/`, without `.md`.
    path: String,
    voice: Voice,
    policy: bool,
}

fn plans(pages: &[Page], voice: Voice, policy: bool) -> impl Iterator<Item = Plan<'_>> {
    let folder = if policy { "policies" } else { folder(voice) };
    pages.iter().enumerate().map(move |(n, page)| {
        let name = voice.name("page", n);
        // Staff's pages stand in everybody's sub-folders too.
        let path = match page.nested {
            None => format!("{folder}/{name}"),
            Some(true) => format!("{folder}/shared/{name}"),
            Some(false) => format!("{folder}/{}/{name}", voice.name("more", 0)),
        };
        Plan {
            page,
            path,
            voice,
            policy,
        }
    })
}

/// Writes all pages.
pub(crate) fn write(
    children: &ChildrenPages,
    parents: &ParentsPages,
    staff: &StaffPages,
    mut known: Known,
    files: &mut Files,
) {
    let mut all: Vec<Plan<'_>> = plans(&children.0, Voice::Children, false).collect();
    all.extend(plans(&parents.guides, Voice::Parents, false));
    all.extend(plans(&parents.policies, Voice::Parents, true));
    all.extend(plans(&staff.own, Voice::Staff, false));
    all.extend(plans(&staff.policies, Voice::Staff, true));
    all.extend(staff.index.iter().map(|page| Plan {
        page,
        path: "policies/shared/index".to_owned(),
        voice: Voice::Staff,
        policy: true,
    }));
    for plan in &all {
        let (links, policies) = match plan.voice {
            Voice::Children => (&mut known.links.children, &mut known.policies.children),
            Voice::Parents => (&mut known.links.parents, &mut known.policies.parents),
            Voice::Staff => (&mut known.links.staff, &mut known.policies.staff),
        };
        links.push(format!("{}.md", plan.path));
        let policy = plan.path.strip_prefix("policies/");
        if let Some(policy) = policy.filter(|policy| !policy.ends_with("index")) {
            policies.push(policy.to_owned());
        }
    }
    let mut inserts: Vec<Vec<(Index, &Insert)>> = vec![Vec::new(); parents.policies.len()];
    for (page, at, insert) in &staff.inserts {
        if !inserts.is_empty() {
            let page = page.index(inserts.len());
            inserts[page].push((*at, insert));
        }
    }
    let mut inserts = inserts.into_iter();
    for plan in &all {
        let own = match plan {
            Plan {
                voice: Voice::Parents,
                policy: true,
                ..
            } => inserts.next().unwrap_or_default(),
            _ => Vec::new(),
        };
        files.put(
            format!("content/{}.md", plan.path),
            plan.written(&own, &known),
        );
    }
    for (n, voice) in staff.drafts.iter().enumerate() {
        let folder = folder(*voice);
        files.put(
            format!("content/{folder}/{}.md", draft(&format!("page-{n}"))),
            format!(
                "+++\ntitle = {}\ndraft = true\n+++\n\n{}\n",
                quoted(&draft("title")),
                draft("text")
            ),
        );
    }
}

impl Plan<'_> {
    fn written(&self, inserts: &[(Index, &Insert)], known: &Known) -> String {
        let mut text = self.front();
        let mut body = Body {
            pen: Pen::new(self.voice, &self.path, known),
            slots: Vec::new(),
            policy: self.policy && self.voice != Voice::Staff,
            text: String::new(),
        };
        body.page(self.page);
        let mut staff = Body {
            pen: Pen::new(Voice::Staff, &self.path, known),
            slots: Vec::new(),
            policy: false,
            text: String::new(),
        };
        text += &with_inserts(&body.text, &body.slots, inserts, &mut staff);
        text.truncate(text.trim_end().len());
        text + "\n"
    }

    fn front(&self) -> String {
        let Page {
            title,
            summary,
            order,
            was,
            ..
        } = self.page;
        let mut front = format!("+++\ntitle = {}\n", quoted(title));
        if self.policy {
            front += match self.voice {
                Voice::Staff => "audience = [\"staff\"]\n",
                Voice::Parents | Voice::Children => "audience = [\"parents\", \"staff\"]\n",
            };
        }
        if let Some(summary) = summary {
            front += &format!("summary = {}\n", quoted(summary));
        }
        if let Some(order) = order {
            front += &format!("order = {order}\n");
        }
        if self.voice == Voice::Children {
            front += "band = \"both\"\n";
        }
        if *was {
            front += &format!("was = [{}]\n", quoted(&format!("{}-before", self.path)));
        }
        front + "+++\n\n"
    }
}

/// Where something of staff's can be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// Between blocks; whether a paragraph stands before it.
    Block { after_paragraph: bool },
    /// Before a heading of the third level, or the end of its section.
    Inner,
    /// Before a heading of the second level, or the end of the page.
    Section,
}

/// The body of a page, and the places in it.
struct Body<'a> {
    pen: Pen<'a>,
    slots: Vec<(usize, Slot)>,
    /// Whether staff read it too.
    policy: bool,
    text: String,
}

impl Body<'_> {
    fn page(&mut self, page: &Page) {
        self.slot(Slot::Block {
            after_paragraph: false,
        });
        self.parts(&page.intro, true);
        for section in &page.sections {
            self.slot(Slot::Section);
            self.section(section);
        }
        self.slot(Slot::Section);
    }

    fn section(&mut self, section: &Section) {
        let label = match section.label {
            // What only parents read has no place for staff's words.
            Label::Own => self.classes(false),
            Label::Both => self.classes(self.policy),
            Label::Nothing => "",
        };
        let policy = self.policy;
        let open = !policy || section.label != Label::Own;
        self.heading(2, &section.heading, label);
        // Inside, a label that names staff again would widen.
        self.policy = policy && open;
        if open {
            self.slot(Slot::Block {
                after_paragraph: false,
            });
        }
        self.parts(&section.parts, open);
        for (heading, parts) in &section.inner {
            if open {
                self.slot(Slot::Inner);
            }
            self.heading(3, heading, "");
            self.parts(parts, open);
        }
        if open {
            self.slot(Slot::Inner);
        }
        self.policy = policy;
    }

    fn classes(&self, both: bool) -> &'static str {
        match self.pen.voice {
            Voice::Staff => ".staff",
            Voice::Parents if both => ".Staff .PARENTS",
            Voice::Parents => ".parents",
            Voice::Children => "",
        }
    }

    fn slot(&mut self, slot: Slot) {
        self.slots.push((self.text.len(), slot));
    }

    fn heading(&mut self, level: usize, heading: &Heading, label: &str) {
        let name = self.pen.fresh("part");
        let mut braces = Vec::new();
        if heading.id {
            braces.push(format!("#id-{name}"));
        }
        if !label.is_empty() {
            braces.push(label.to_owned());
        }
        let braces = match braces.as_slice() {
            [] => String::new(),
            braces => format!(" {{{}}}", braces.join(" ")),
        };
        let text = &heading.text;
        self.text += &if heading.underlined && level == 2 {
            format!("{text} {name}{braces}\n---\n\n")
        } else {
            format!("{} {text} {name}{braces}\n\n", "#".repeat(level))
        };
    }

    fn parts(&mut self, parts: &[Part], open: bool) {
        for part in parts {
            match part {
                Part::Plain(block) => {
                    self.text += &self.pen.block(block);
                    self.text += "\n\n";
                }
                Part::Quoted(quote) => {
                    let quote = self.quote(quote);
                    self.text += &quote;
                }
            }
            if open {
                let after_paragraph = matches!(part, Part::Plain(Block::Paragraph(_, None)));
                self.slot(Slot::Block { after_paragraph });
            }
        }
    }

    /// A labelled quote, with the blank lines after it.
    fn quote(&mut self, quote: &Quote) -> String {
        let Shape {
            case,
            spaced,
            indent,
            blanks,
        } = quote.shape;
        let both = self.policy && quote.label == Label::Both;
        let words = match (self.pen.voice, both) {
            (Voice::Staff, _) => "STAFF",
            (_, true) => "PARENTS STAFF",
            (_, false) => "PARENTS",
        };
        let words = match case {
            0 => words.to_owned(),
            1 => words.to_lowercase(),
            _ => words.replace("ARENTS", "arents").replace("TAFF", "taff"),
        };
        let space = if spaced { " " } else { "" };
        let indent = " ".repeat(indent);
        let mut lines = vec![format!("{indent}>{space}[!{words}]")];
        let mut ends_in_paragraph = false;
        for (n, block) in quote.blocks.iter().enumerate() {
            let block = match block {
                // An unlabelled quote inside would be one too many.
                Block::Quote(text, _) => Block::Paragraph(text.clone(), None),
                other => other.clone(),
            };
            if n > 0 {
                lines.push(format!("{indent}>"));
            }
            let text = self.pen.block(&block);
            lines.extend(text.split('\n').map(|line| format!("{indent}> {line}")));
            ends_in_paragraph = matches!(block, Block::Paragraph(_, None));
        }
        if let (Some(lazy), true) = (&quote.lazy, ends_in_paragraph) {
            lines.push(lazy.clone());
        }
        lines.join("\n") + &"\n".repeat(blanks + 1)
    }
}

/// The text with staff's parts put in, each at a place that fits it.
fn with_inserts(
    text: &str,
    slots: &[(usize, Slot)],
    inserts: &[(Index, &Insert)],
    staff: &mut Body<'_>,
) -> String {
    let mut added: Vec<(usize, String)> = Vec::new();
    for (at, insert) in inserts {
        let fits = |slot: &Slot| match insert {
            Insert::Quote(..) => matches!(slot, Slot::Block { .. }),
            Insert::Inner(..) => *slot == Slot::Inner,
            Insert::Section(_) => *slot == Slot::Section,
        };
        let places: Vec<(usize, Slot)> = slots
            .iter()
            .copied()
            .filter(|(_, slot)| fits(slot))
            .collect();
        if places.is_empty() {
            continue;
        }
        let (place, slot) = *at.get(&places);
        staff.text.clear();
        match insert {
            Insert::Quote(quote, tight) => {
                let quote = staff.quote(quote);
                // A quote can follow a paragraph without a blank line.
                let first = !added.iter().any(|(other, _)| *other == place);
                let paragraph = Slot::Block {
                    after_paragraph: true,
                };
                if *tight && first && slot == paragraph {
                    staff.text.push('\u{0}');
                }
                staff.text += &quote;
            }
            Insert::Inner(heading, parts) => {
                staff.heading(3, heading, ".staff");
                staff.parts(parts, false);
            }
            Insert::Section(section) => {
                let section = Section {
                    label: Label::Own,
                    ..section.clone()
                };
                staff.section(&section);
            }
        }
        added.push((place, std::mem::take(&mut staff.text)));
    }
    // Stable, so that what shares a place keeps its order.
    added.sort_by_key(|(place, _)| *place);
    let mut whole = String::new();
    let mut from = 0;
    for (place, piece) in added {
        whole += &text[from..place];
        from = place;
        if let Some(tight) = piece.strip_prefix('\u{0}') {
            whole.truncate(whole.trim_end().len());
            whole.push('\n');
            whole += tight;
        } else {
            whole += &piece;
        }
    }
    whole + &text[from..]
}
