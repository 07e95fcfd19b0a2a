//! What stands on a page, and where, so that a text can point at it.
//!
//! In: the text of a page, as its reader has it. Out: whether a table, a list,
//! a drawing or a part stands above or below a place. The page is read once,
//! when it is first asked.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// Something that can stand above or below a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Table,
    /// A drawing, or a picture.
    Drawing,
    List,
    Part,
}

/// On which side of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// What stands on a page.
pub(crate) struct Things<'t> {
    text: &'t str,
    places: OnceCell<Places<'t>>,
}

/// From the first to the last of each thing, and the numbers that headings
/// begin with.
#[derive(Default)]
struct Places<'t> {
    tables: Option<Range<usize>>,
    drawings: Option<Range<usize>>,
    lists: Option<Range<usize>>,
    parts: Option<Range<usize>>,
    numbers: BTreeSet<&'t str>,
}

impl Thing {
    /// What a word names, if it is one of these.
    pub(super) fn of(word: &str) -> Option<Thing> {
        Some(match word {
            "table" | "tables" | "grid" | "matrix" => Thing::Table,
            "chart" | "diagram" | "figure" | "flowchart" | "graphic" | "illustration" | "image"
            | "images" | "photo" | "photograph" | "picture" | "pictures" | "screenshot" => {
                Thing::Drawing
            }
            "bullets" | "checklist" | "list" | "lists" | "procedure" => Thing::List,
            "section" | "sections" => Thing::Part,
            _ => return None,
        })
    }
}

impl<'t> Things<'t> {
    /// What stands in a text.
    pub(crate) fn on(text: &'t str) -> Things<'t> {
        Things {
            text,
            places: OnceCell::new(),
        }
    }

    /// Whether there is such a thing on that side of a place.
    pub(super) fn stands(&self, thing: Thing, at: usize, side: Side) -> bool {
        let places = self.places();
        let of_it = match thing {
            Thing::Table => &places.tables,
            Thing::Drawing => &places.drawings,
            Thing::List => &places.lists,
            Thing::Part => &places.parts,
        };
        of_it.as_ref().is_some_and(|of_it| match side {
            Side::Above => of_it.start < at,
            Side::Below => of_it.end > at,
        })
    }

    /// Whether a heading begins with a number.
    pub(super) fn has_number(&self, number: &str) -> bool {
        self.places().numbers.contains(number)
    }

    fn places(&self) -> &Places<'t> {
        self.places.get_or_init(|| {
            let mut places = Places::default();
            let mut at = 0;
            for line in self.text.split_inclusive('\n') {
                places.read(line, at);
                at += line.len();
            }
            places
        })
    }
}

impl<'t> Places<'t> {
    fn read(&mut self, line: &'t str, at: usize) {
        let text = line.trim_start_matches(['>', ' ']);
        if text.starts_with("```") || text.starts_with("~~~") {
            // What a block shows can be any of these.
            reach(&mut self.tables, at);
            reach(&mut self.drawings, at);
            reach(&mut self.lists, at);
            reach(&mut self.parts, at);
        }
        if is_table(text) {
            reach(&mut self.tables, at);
            reach(&mut self.lists, at);
        }
        if text.contains("![") {
            reach(&mut self.drawings, at);
        }
        if is_entry(text) {
            reach(&mut self.lists, at);
        }
        if let Some(heading) = text.strip_prefix('#') {
            reach(&mut self.parts, at);
            let heading = heading.trim_start_matches(['#', ' ']);
            let end = heading.find(|c: char| !c.is_ascii_digit());
            self.numbers.insert(&heading[..end.unwrap_or(0)]);
        }
    }
}

fn reach(of_it: &mut Option<Range<usize>>, at: usize) {
    let first = of_it.as_ref().map_or(at, |of_it| of_it.start);
    *of_it = Some(first..at);
}

/// Whether a line parts the head of a table from its body.
fn is_table(line: &str) -> bool {
    let inner = line.trim_start_matches([' ', '|', ':']);
    line.contains('|') && inner.starts_with('-')
}

fn is_entry(line: &str) -> bool {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || numbered.len() < line.len() && numbered.starts_with([')', '.'])
}
