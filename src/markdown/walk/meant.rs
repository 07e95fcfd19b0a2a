//! What was meant as a label, asked of each block that goes by.
//!
//! In: where headings, quotes and lines stand. Out: a fault for each that looks
//! like a label and is none; which words do is for [`near`] to say.

use std::ops::Range;

use super::Walk;
use crate::audience::Audiences;
use crate::markdown::near::{self, NearLabel, Stands};
use crate::markdown::{FaultKind, scan};

impl Walk<'_> {
    /// Notes words at the end of a heading that look like a label.
    pub(super) fn near_heading(&mut self, level: u8, typed: Range<usize>) {
        let line = &self.text[typed.clone()];
        let bare = line.trim_start_matches('#').trim_start();
        let Some((label, names)) = near::at_end(bare) else {
            return;
        };
        let title = bare[..label.start]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '?' | '!'));
        let start = typed.start + (line.len() - bare.len());
        let near = NearLabel {
            stands: Stands::Heading {
                title: title.to_owned(),
                level,
            },
            typed: bare[label.clone()].to_owned(),
            names,
        };
        self.fault(
            FaultKind::Near(near),
            start + label.start..start + label.end,
        );
    }

    /// Asks the first line of a quote.
    pub(super) fn quote(&mut self, span: &Range<usize>) {
        let line = span.start..scan::line_soon(self.text, span.start);
        let text = &self.text[line.clone()];
        let Some(mark) = text.find('>') else {
            return;
        };
        // The quote that is innermost is asked.
        if !text[mark + 1..].trim_start().starts_with('>') {
            let line = line.start + mark + 1..line.end;
            self.near_line(Stands::Quote, line, near::on_quote);
        }
    }

    /// Notes a line that holds nothing but what looks like a label.
    pub(super) fn near_line(
        &mut self,
        stands: Stands,
        line: Range<usize>,
        judge: fn(&str) -> Option<Audiences>,
    ) {
        let text = &self.text[line.clone()];
        if let Some(names) = judge(text) {
            let typed = text.trim();
            let start = line.start + (text.len() - text.trim_start().len());
            let span = start..start + typed.len();
            let near = NearLabel {
                stands,
                typed: typed.to_owned(),
                names,
            };
            self.fault(FaultKind::Near(near), span);
        }
    }
}
