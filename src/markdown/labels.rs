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
        let mut end = line_end(self.text, span.end.saturating_sub(1).max(span.start));
        // Blank lines after a stretch go where it goes.
        let rest = &self.text[end..];
        let blank = rest.len() - rest.trim_start_matches('\n').len();
        end += blank;
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
        let line = self.first_line(span);
        let text = &self.text[line.clone()];
        let at = line.start + text.find('>')? + 1;
        let rest = &self.text[at..line.end];
        let start = at + (rest.len() - rest.trim_start().len());
        if !self.text[start..line.end].starts_with("[!") {
            return None;
        }
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

/// Reads the braces at the end of a heading's line, if it has any.
///
/// Only `#id`, `.parents` and `.staff` may stand there. A brace that is
/// escaped is refused too: the parser would take it for a label all the same.
pub(super) fn braces(text: &str, heading: &Range<usize>) -> Option<Braces> {
    let source = text[heading.clone()].trim_end();
    // Under a heading in the other style stands a line of `=` or `-`.
    let typed = match source.rsplit_once('\n') {
        Some((typed, _)) => typed.trim_end(),
        None => source,
    };
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
mod tests {
    use super::*;
    use crate::audience::retain;

    const BOTH: [Audience; 2] = [Audience::Parents, Audience::Staff];

    fn cut(text: &str, audience: Audience) -> String {
        let mut faults = Vec::new();
        let stretches = stretches(text, BOTH.into_iter().collect(), &mut faults);
        assert_eq!(faults, [], "{text}");
        retain(text, &stretches, audience).inspect().to_owned()
    }

    fn faults(text: &str) -> Vec<FaultKind> {
        let mut faults = Vec::new();
        stretches(text, BOTH.into_iter().collect(), &mut faults);
        faults.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn a_section_reaches_to_the_next_heading_of_its_level() {
        let text = "# A\n\na\n\n## B {.staff}\n\nb\n\n### C\n\nc\n\n## D\n\nd\n";
        assert_eq!(cut(text, Audience::Parents), "# A\n\na\n\n## D\n\nd\n");
        assert_eq!(cut(text, Audience::Staff), text);
    }

    #[test]
    fn a_labelled_quote_is_cut_with_its_blank_lines_and_its_label() {
        let text = "a\n\n> [!Staff]\n> s\n\nb\n";
        assert_eq!(cut(text, Audience::Parents), "a\n\nb\n");
        assert_eq!(cut(text, Audience::Staff), "a\n\n>         \n> s\n\nb\n");
    }

    #[test]
    fn what_was_left_out_does_not_show_in_the_blank_lines() {
        let with = "    a\n\n> [!STAFF]\n> s\n>\n> t\n\n\n\n    b\n";
        assert_eq!(cut(with, Audience::Parents), "    a\n\n    b\n");
        let touching = "a\n> [!STAFF]\n> s\n\n---\n";
        assert_eq!(cut(touching, Audience::Parents), "a\n\n---\n");
    }

    #[test]
    fn a_lazy_line_belongs_to_the_quote() {
        let text = "a\n\n> [!STAFF]\n> s\nlazy\n\nb\n";
        assert_eq!(cut(text, Audience::Parents), "a\n\nb\n");
    }

    #[test]
    fn a_mistyped_label_is_a_fault() {
        assert_eq!(
            faults("# A {.staf}\n"),
            [FaultKind::LabelWord(".staf".into())]
        );
        assert_eq!(
            faults("# A {staff}\n"),
            [FaultKind::LabelWord("staff".into())]
        );
        assert_eq!(
            faults("> [!STAF]\n> a\n"),
            [FaultKind::QuoteWord("STAF".into())]
        );
        assert_eq!(faults("> [!STAFF] a\n> b\n"), [FaultKind::LabelTrailing]);
        assert_eq!(faults("> [!STAFF\n> b\n"), [FaultKind::LabelTrailing]);
        assert_eq!(faults("> [!STAFF]\n"), [FaultKind::LabelEmpty]);
        assert_eq!(faults("- > [!STAFF]\n  > a\n"), [FaultKind::LabelNested]);
        assert_eq!(faults("> # A {.staff}\n"), [FaultKind::LabelNested]);
        assert_eq!(
            faults("> [!STAFF]\n> a\n\n> b\n"),
            [FaultKind::QuoteBesideLabel]
        );
        assert_eq!(
            faults("> b\n\n\n> [!STAFF]\n> a\n"),
            [FaultKind::QuoteBesideLabel]
        );
    }

    #[test]
    fn a_label_only_narrows() {
        let text = "# A {.staff}\n\n## B {.parents}\n\nb\n";
        assert!(matches!(faults(text)[..], [FaultKind::LabelWidens { .. }]));
        let mut found = Vec::new();
        let stretches = stretches(text, BOTH.into_iter().collect(), &mut found);
        assert_eq!(retain(text, &stretches, Audience::Parents).inspect(), "");
    }

    #[test]
    fn a_place_in_a_cut_text_is_found_in_the_whole() {
        let text = "a\n\n> [!STAFF]\n> s\n\nb\n";
        let mut found = Vec::new();
        let stretches = stretches(text, BOTH.into_iter().collect(), &mut found);
        let cut = retain(text, &stretches, Audience::Parents);
        let at = cut.inspect().find('b').expect("b is kept");
        assert_eq!(cut.origin(at), text.find('b').expect("b is there"));
    }
}
