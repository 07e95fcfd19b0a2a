//! What is in doubt: files and lists that were patched up when they were read.
//!
//! What was wrong with them has been said, as an error, so nothing is
//! published. What only follows from it is not said as well: an editor who
//! left out one quotation mark is told of one mistake.

use crate::audience::Audience;
use crate::diagnostic::is_slip;
use crate::model::{Record, RecordFault, RecordKind, Site};

/// Whether there is certainly no record called `name`: one that a file lacks
/// may stand in the part that could not be read, but a slip of the keyboard
/// is one all the same.
pub(crate) fn surely_lacks<'k>(
    file_is_whole: bool,
    mut known: impl Iterator<Item = &'k str>,
    name: &str,
) -> bool {
    file_is_whole || known.any(|known| is_slip(name, known))
}

impl Site {
    /// Whether the file at `path` (from the site folder) was read as it is:
    /// neither left out nor patched up.
    pub fn read_whole(&self, path: &str) -> bool {
        !self.doubtful.contains(path)
    }

    /// Whether all records of a kind are known.
    pub(crate) fn knows_all(&self, kind: RecordKind) -> bool {
        let there = match kind {
            RecordKind::Role => self.files.people.is_some(),
            RecordKind::Helpline => self.files.helplines.is_some(),
            RecordKind::Policy
            | RecordKind::Table
            | RecordKind::Procedure
            | RecordKind::Checklist
            | RecordKind::Agreement => true,
            RecordKind::Guidance => self.files.guidance.is_some(),
            RecordKind::Term => self.files.glossary.is_some(),
            RecordKind::System => self.files.systems.is_some(),
        };
        there && self.read_all_of(kind.stands_in())
    }

    /// Whether a file, or every file of a folder, was read as it is.
    fn read_all_of(&self, place: &str) -> bool {
        let mut doubtful = self.doubtful.range(place.to_owned()..);
        let next = doubtful.next();
        !next.is_some_and(|path| path == place || (place.ends_with('/') && path.starts_with(place)))
    }

    /// Whether `record` may be shown to `audience`, or might be: where its
    /// readers could not be read, that has been said.
    pub fn is_for(&self, record: Record, audience: Audience) -> bool {
        self.unsure.contains(&record) || self.record_readers(record).contains(audience)
    }

    /// Whether a reference certainly names nothing.
    pub fn surely_names_nothing(&self, fault: &RecordFault) -> bool {
        match fault {
            RecordFault::Kind(_) | RecordFault::Draft(_) => true,
            // A policy is called by its file, and only that file can hold it.
            RecordFault::Unknown(RecordKind::Policy, name) => {
                self.read_whole(&format!("content/policies/{name}.md"))
            }
            RecordFault::Unknown(kind, name) => surely_lacks(
                self.knows_all(*kind),
                self.names_of(*kind).into_iter(),
                name,
            ),
        }
    }

    /// Whether there is certainly no route about `name`.
    pub fn surely_lacks_route(&self, name: &str) -> bool {
        surely_lacks(
            self.knows_all(RecordKind::Role),
            self.routes.iter().map(|route| route.about.value.as_str()),
            name,
        )
    }
}
