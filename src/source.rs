//! Source files, and places in them.
//!
//! Every problem that an editor is told of points at a place here: a file
//! under the site folder, and a range of its bytes.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text file of the site, as it was read.
pub struct SourceFile {
    path: String,
    text: String,
    /// Where each line begins; found when the first problem is.
    lines: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A file at `path` (from the site folder, with `/`), whose line ends are
    /// `\n` already.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceFile> {
        Arc::new(SourceFile {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        })
    }

    /// The path from the site folder, with `/`: `content/people.toml`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte, both from 1, the column in characters
    /// (Unicode scalar values).
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).map_or(0, |at| lines[at]);
        (line, self.text[start..offset].chars().count() + 1)
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceFile({})", self.path)
    }
}

/// A place that a problem is about.
#[derive(Debug, Clone)]
pub enum Place {
    /// A range of bytes in a file that was read.
    Span(Arc<SourceFile>, Range<usize>),
    /// A file that is not there or could not be read as text, by its path
    /// from the site folder.
    File(String),
}

impl Place {
    /// The place of `span` in `file`.
    pub fn at(file: &Arc<SourceFile>, span: Range<usize>) -> Place {
        Place::Span(Arc::clone(file), span)
    }

    /// The very beginning of `file`.
    pub fn top(file: &Arc<SourceFile>) -> Place {
        Place::Span(Arc::clone(file), 0..0)
    }

    /// The file's path from the site folder.
    pub fn path(&self) -> &str {
        match self {
            Place::Span(file, _) => file.path(),
            Place::File(path) => path,
        }
    }

    /// Line and column, both from 1; 1:1 where there is no text.
    pub fn line_column(&self) -> (usize, usize) {
        match self {
            Place::Span(file, span) => file.line_column(span.start),
            Place::File(_) => (1, 1),
        }
    }
}

/// A value, and where in its file an editor wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// The bytes of the file in which it was written.
    pub span: Range<usize>,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Range<usize>) -> Spanned<T> {
        Spanned { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: change(self.value),
            span: self.span,
        }
    }
}
