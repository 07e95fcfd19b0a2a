//! The parts of a text, one below the other, and which of them are quotes.
//!
//! In: Markdown. Out: each paragraph, heading, list, table or quote that
//! stands in nothing else, with its bytes.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::options;

/// A part of a text that stands in nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether it is a quote.
    pub is_quote: bool,
}

/// The parts of `text`, in order. A text that the parser cannot read has none:
/// that is told by others.
pub fn stretches(text: &str) -> Vec<Stretch> {
    std::panic::catch_unwind(|| {
        let mut stretches = Vec::new();
        let mut depth = 0_usize;
        for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
            match event {
                Event::Start(tag) => {
                    if depth == 0 {
                        let is_quote = matches!(tag, Tag::BlockQuote(_));
                        stretches.push(Stretch { span, is_quote });
                    }
                    depth += 1;
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        stretches
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_one_part_with_all_that_is_in_it() {
        let text = "One.\n\n> Two.\n>\n> - three\n\nFour.\n";
        let parts: Vec<(&str, bool)> = stretches(text)
            .into_iter()
            .map(|part| (text[part.span].trim_end(), part.is_quote))
            .collect();
        assert_eq!(
            parts,
            [
                ("One.", false),
                ("> Two.\n>\n> - three", true),
                ("Four.", false)
            ]
        );
    }
}
