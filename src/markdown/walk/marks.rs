//! The marks with which other programs part a text.
//!
//! In: the whole text, and where its code is. Out: a fault for each line that
//! begins a part in the way of another program, as `::: staff` does. The parser
//! takes them for words, or for a list of definitions, so they are read from
//! the source.

use super::Walk;
use super::meant::bare;
use crate::markdown::near::{self, Marked, Stands};
use crate::markdown::odd::Odd;
use crate::markdown::{Fault, FaultKind, scan};

impl Walk<'_> {
    /// Notes the marks with which other programs part a text.
    pub(super) fn marks(&mut self) {
        let text = self.text;
        let mut start = 0;
        for line in text.split('\n') {
            let bare = bare(line);
            let span = start + (line.len() - bare.len())..start + line.trim_end().len();
            start += line.len() + 1;
            match near::marks(bare) {
                _ if scan::within(&self.plain.code, span.start) => {}
                Some(Marked::For(names)) => self.near(Stands::Marks, span, names),
                Some(Marked::Box) => self.outline.faults.push(Fault {
                    kind: FaultKind::Odd(Odd::Marks(bare.trim().to_owned())),
                    span,
                }),
                None => {}
            }
        }
        self.closings();
    }

    /// Notes `[/staff]` where nothing that it could end was found.
    fn closings(&mut self) {
        let is_near = |fault: &Fault| matches!(fault.kind, FaultKind::Near(_));
        if self.outline.faults.iter().any(is_near) {
            return;
        }
        for (at, _) in self.text.match_indices("[/") {
            let soon = &self.text[at..self.text.floor_char_boundary(at + 24)];
            let end = soon.find(']').map(|end| &soon[..=end]);
            if let Some(names) = end.and_then(near::on_quote)
                && !scan::within(&self.plain.code, at)
            {
                let span = at..at + end.map_or(0, str::len);
                return self.near(Stands::Marks, span, names);
            }
        }
    }
}
