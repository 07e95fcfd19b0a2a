//! The text of a page, and where staff's parts can be put into it.

use proptest::sample::Index;

use super::{Heading, Insert, Label, Page, Part, Quote, Section, Shape};
use crate::generated::blocks::{Block, Pen};
use crate::generated::words::Voice;

/// Where something of staff's can be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Between blocks; whether a paragraph stands before it.
    Block { after_paragraph: bool },
    /// Before a heading of the third level, or the end of its section.
    Inner,
    /// Before a heading of the second level, or the end of the page.
    Section,
}

/// The body of a page, and the places in it.
pub(super) struct Body<'a> {
    pub(super) pen: Pen<'a>,
    pub(super) slots: Vec<(usize, Slot)>,
    /// Whether staff read it too.
    pub(super) policy: bool,
    pub(super) text: String,
}

impl Body<'_> {
    pub(super) fn page(&mut self, page: &Page) {
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
        // Without a label an underlined heading could end a labelled part,
        // which is refused.
        self.text += &if heading.underlined && level == 2 && !label.is_empty() {
            format!("{text} {name}{braces}\n---\n\n")
        } else {
            format!("{} {text} {name}{braces}\n\n", "#".repeat(level))
        };
    }

    fn parts(&mut self, parts: &[Part], open: bool) {
        for part in parts {
            match part {
                Part::Plain(block, blank) => {
                    self.text += &self.pen.block(block);
                    self.text += &format!("\n{blank}\n");
                }
                Part::Quoted(quote) => {
                    let quote = self.quote(quote);
                    self.text += &quote;
                }
            }
            if open {
                let after_paragraph = matches!(part, Part::Plain(Block::Paragraph(_, None), _));
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
            blank,
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
        lines.join("\n") + "\n" + &format!("{blank}\n").repeat(blanks)
    }
}

/// The text with staff's parts put in, each at a place that fits it.
pub(super) fn with_inserts(
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
