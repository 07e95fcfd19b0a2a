//! Labels: which stretches of a page are for whom.
//!
//! In: a page's text and the readers of the page. Out: stretches, each with
//! its readers, that [`retain`](crate::audience::retain) cuts by, and what is
//! wrong with the labels. Labels fail closed: whatever is odd is a fault, and
//! a stretch is never for more readers than the place it stands in.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::scan::{line_end, line_start};
use super::{Fault, FaultKind, options};
use crate::audience::{Audience, Audiences, Guarded, Stretch};

/// What stands in the braces at the end of a heading.
pub(super) struct Braces {
    /// The braces and all between them.
    pub(super) span: Range<usize>,
    /// The heading's own id.
    pub(super) id: Option<String>,
    /// Whom the section is for.
    audiences: Option<Audiences>,
    faults: Vec<Fault>,
}

/// Cuts `text` into stretches by its labels. Without any label there are no
/// stretches: the text is whole.
pub fn stretches(text: &str, page: Audiences, faults: &mut Vec<Fault>) -> Vec<Guarded<Stretch>> {
    // Almost every page has no label at all and need not be parsed for them.
    if !text.contains('{') && !text.contains("[!") {
        return Vec::new();
    }
    let mut cutter = Cutter {
        text,
        sections: vec![(0, page)],
        stretches: Vec::new(),
        from: 0,
        labelled: false,
        last_quote: None,
        faults,
    };
    let mut depth = 0;
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                cutter.block(&tag, span, depth);
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Rule if depth == 0 => cutter.last_quote = None,
            _ => {}
        }
    }
    cutter.close(text.len());
    if cutter.labelled {
        cutter.stretches
    } else {
        Vec::new()
    }
}

struct Cutter<'t, 'f> {
    text: &'t str,
    /// The sections that are open: level of the heading, and readers.
    sections: Vec<(u8, Audiences)>,
    stretches: Vec<Guarded<Stretch>>,
    /// Where the stretch that is open began.
    from: usize,
    labelled: bool,
    /// The block before this one, if it was a quote: whether it was labelled,
    /// and where it ended.
    last_quote: Option<(bool, Range<usize>)>,
    faults: &'f mut Vec<Fault>,
}

impl Cutter<'_, '_> {
    fn block(&mut self, tag: &Tag<'_>, span: Range<usize>, depth: usize) {
        match tag {
            Tag::Heading { level, .. } => self.heading(*level as u8, &span, depth),
            Tag::BlockQuote(_) if depth == 0 => return self.quote(&span),
            Tag::BlockQuote(_) if self.label_line(&span).is_some() => {
                self.fault(FaultKind::LabelNested, self.first_line(&span));
            }
            _ => {}
        }
        if depth == 0 {
            self.last_quote = None;
        }
    }

    fn here(&self) -> Audiences {
        self.sections
            .last()
            .map_or(Audiences::NONE, |(_, readers)| *readers)
    }

    fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.faults.push(Fault { kind, span });
    }

    /// Ends the stretch that is open at `to`, for the readers of this section.
    fn close(&mut self, to: usize) {
        if to > self.from {
            let stretch = Stretch {
                range: self.from..to,
                label: None,
            };
            self.stretches.push(Guarded::new(stretch, self.here()));
            self.from = to;
        }
    }

    fn heading(&mut self, level: u8, span: &Range<usize>, depth: usize) {
        let braces = braces(self.text, span);
        let mut readers = None;
        if let Some(braces) = braces {
            self.faults.extend(braces.faults);
            readers = braces.audiences.map(|readers| (readers, braces.span));
        }
        if depth > 0 {
            if let Some((_, span)) = readers {
                self.fault(FaultKind::LabelNested, span);
            }
            return;
        }
        let ends =
            self.sections.len() > 1 && self.sections.last().is_some_and(|(l, _)| *l >= level);
        if ends && readers.is_none() {
            // A line of hyphens that was meant as a line across the page, or
            // marks without a title, would end the section unseen.
            let source = self.text[span.clone()].trim();
            let unseen = match source
                .bytes()
                .all(|byte| matches!(byte, b'#' | b' ' | b'\t'))
            {
                true => Some(FaultKind::EmptyHeading),
                false if source.contains('\n') => Some(FaultKind::UnderlinedHeading),
                false => None,
            };
            if let Some(kind) = unseen {
                return self.fault(kind, self.first_line(span));
            }
        }
        self.close(line_start(self.text, span.start));
        while self.sections.len() > 1 && self.sections.last().is_some_and(|(l, _)| *l >= level) {
            self.sections.pop();
        }
        if let Some((readers, span)) = readers {
            self.labelled = true;
            let narrowed = self.narrow(readers, span);
            self.sections.push((level, narrowed));
        }
    }

    /// The label's readers, if all of them are readers of this place.
    fn narrow(&mut self, label: Audiences, span: Range<usize>) -> Audiences {
        let here = self.here();
        if !label.within(here) {
            let kind = FaultKind::LabelWidens {
                label: label.without(here).to_string(),
                place: here.to_string(),
            };
            self.fault(kind, span);
        }
        label.and(here)
    }

    fn quote(&mut self, span: &Range<usize>) {
        let label = self.label_line(span);
        if let Some((before, last)) = self.last_quote.take() {
            let blank = self.text[last.end.min(span.start)..span.start]
                .trim()
                .is_empty();
            if blank && before != label.is_some() {
                let plain = if before { span } else { &last };
                self.fault(FaultKind::QuoteBesideLabel, self.first_line(plain));
            }
        }
        self.last_quote = Some((label.is_some(), span.clone()));
        let Some((label, inner)) = label else {
            return;
        };
        self.labelled = true;
        let readers = self.quote_readers(&label, &inner, span);
        self.close(line_start(self.text, span.start));
        let last = span.end - usize::from(self.text[..span.end].ends_with('\n'));
        let last = line_end(self.text, last);
        let end = blank_lines(self.text, last);
        let below = line_end(self.text, end);
        if end <= last + 1 && end < below && !self.text[end..].starts_with('#') {
            self.fault(FaultKind::QuoteRunsOn, end..below);
        }
        let stretch = Stretch {
            range: self.from..end,
            label: Some(label),
        };
        self.stretches.push(Guarded::new(stretch, readers));
        self.from = end;
    }

    /// If the quote's first line begins with `[!`: that label with its
    /// brackets (to the end of the line where they are not closed), and the
    /// words between them.
    fn label_line(&self, span: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        // The rest of the line is looked at only where there is a label: quotes
        // can stand in one another, a thousand in one line.
        let quote = self.text[span.start..].trim_start_matches([' ', '\t']);
        let rest = quote.strip_prefix('>')?;
        let label = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        if !label.starts_with("[!") {
            return None;
        }
        let start = self.text.len() - label.len();
        let line = self.first_line(span);
        match self.text[start..line.end].find(']') {
            Some(close) => Some((start..start + close + 1, start + 2..start + close)),
            None => Some((start..line.end, start + 2..line.end)),
        }
    }

    fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        span.start..line_end(self.text, span.start)
    }

    fn quote_readers(
        &mut self,
        label: &Range<usize>,
        inner: &Range<usize>,
        span: &Range<usize>,
    ) -> Audiences {
        let line = self.first_line(span);
        if !self.text[label.end..line.end].trim().is_empty()
            || !self.text[label.clone()].ends_with(']')
        {
            self.fault(FaultKind::LabelTrailing, label.start..line.end);
        } else if self.text[line.end..span.end.max(line.end)]
            .chars()
            .all(|c| c.is_whitespace() || c == '>')
        {
            self.fault(FaultKind::LabelEmpty, label.clone());
        }
        let words = self.text[inner.clone()].to_owned();
        let mut readers = Audiences::NONE;
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            match Audience::from_word(word) {
                Some(Audience::Children) => self.fault(FaultKind::LabelChildren, label.clone()),
                Some(audience @ (Audience::Parents | Audience::Staff)) => {
                    readers = readers.or(audience.into());
                }
                None => self.fault(FaultKind::QuoteWord(word.to_owned()), label.clone()),
            }
        }
        if words.trim().is_empty() {
            self.fault(FaultKind::QuoteWord(String::new()), label.clone());
        }
        self.narrow(readers, label.clone())
    }
}

/// Where the blank lines end that follow `at`, the end of a line: they go
/// where what they follow goes, whether or not spaces stand in them.
fn blank_lines(text: &str, at: usize) -> usize {
    let blank = text[at..]
        .split_inclusive('\n')
        .take_while(|line| line.trim().is_empty());
    at + blank.map(str::len).sum::<usize>()
}

/// Reads the braces at the end of a heading's line, if it has any.
///
/// Only `#id`, `.parents` and `.staff` may stand there. A brace that is
/// escaped is refused too: the parser would take it for a label all the same.
pub(super) fn braces(text: &str, heading: &Range<usize>) -> Option<Braces> {
    let typed = &text[typed(text, heading)];
    let inner = typed.strip_suffix('}')?;
    let open = inner.rfind('{')?;
    if inner[open + 1..].contains('\n') || inner[..open].ends_with('\\') {
        return None;
    }
    let start = heading.start + open;
    let mut braces = Braces {
        span: start..heading.start + typed.len(),
        id: None,
        audiences: None,
        faults: Vec::new(),
    };
    for word in inner[open + 1..].split_whitespace() {
        braces.word(word);
    }
    if inner[open + 1..].trim().is_empty() {
        braces.fault(FaultKind::LabelWord(String::new()));
    }
    Some(braces)
}

/// What was typed of a heading. Under a heading in the other style stands a
/// line of `=` or `-`, which is left out.
pub(super) fn typed(text: &str, heading: &Range<usize>) -> Range<usize> {
    let source = text[heading.clone()].trim_end();
    let typed = match source.rsplit_once('\n') {
        Some((typed, _)) => typed.trim_end(),
        None => source,
    };
    heading.start..heading.start + typed.len()
}

impl Braces {
    fn word(&mut self, word: &str) {
        if let Some(id) = word.strip_prefix('#') {
            let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
                && id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if fits && self.id.is_none() {
                self.id = Some(id.to_owned());
            } else {
                self.fault(FaultKind::HeadingId(id.to_owned()));
            }
            return;
        }
        match word.strip_prefix('.').and_then(Audience::from_word) {
            Some(Audience::Children) => self.fault(FaultKind::LabelChildren),
            Some(audience @ (Audience::Parents | Audience::Staff)) => {
                let readers = self.audiences.unwrap_or(Audiences::NONE);
                self.audiences = Some(readers.or(audience.into()));
            }
            None => self.fault(FaultKind::LabelWord(word.to_owned())),
        }
    }

    fn fault(&mut self, kind: FaultKind) {
        self.faults.push(Fault {
            kind,
            span: self.span.clone(),
        });
    }
}

#[cfg(test)]
mod tests;
