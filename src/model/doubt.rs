//! What is in doubt: files and lists that were patched up when they were read.
//!
//! What was wrong with them has been said, as an error, so nothing is
//! published. What only follows from it is not said as well: an editor who
//! left out one quotation mark is told of one mistake.

use crate::audience::Audience;
use crate::diagnostic::is_slip;
use crate::model::{Record, RecordFault, Site};

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

    /// Whether the records of the file at `path` are all known.
    pub(crate) fn knows_all_of(&self, path: &str) -> bool {
        let there = match path {
            "content/people.toml" => self.files.people.is_some(),
            "content/helplines.toml" => self.files.helplines.is_some(),
            _ => true,
        };
        there && self.read_whole(path)
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
            RecordFault::Role(name) => surely_lacks(
                self.knows_all_of("content/people.toml"),
                self.roles.iter().map(|role| role.id.value.as_str()),
                name,
            ),
            RecordFault::Helpline(name) => surely_lacks(
                self.knows_all_of("content/helplines.toml"),
                self.helplines.iter().map(|line| line.id.value.as_str()),
                name,
            ),
            RecordFault::Policy(name) => self.read_whole(&format!("content/policies/{name}.md")),
        }
    }

    /// Whether there is certainly no route about `name`.
    pub fn surely_lacks_route(&self, name: &str) -> bool {
        surely_lacks(
            self.knows_all_of("content/people.toml"),
            self.routes.iter().map(|route| route.about.value.as_str()),
            name,
        )
    }
}
