//! When findings leave no answer.
//!
//! In: findings. Out: whether what is due can be told, and whether what the
//! pages say is certain. Levels that a school has set, and `--strict`, do not
//! count here: that something is overdue, however high a school ranks it, is
//! what is asked for, and no reason not to say it.

use std::path::Path;

use super::Findings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;

/// The files that what is due hangs on.
const AGENDA: [&str; 4] = [
    "content/school.toml",
    "content/people.toml",
    "content/schedule.toml",
    "content/approvals.toml",
];

/// How many faults are told before the rest is only counted.
const TOLD: usize = 3;

impl Findings {
    /// Whether something is certainly wrong, so that nobody can say what the
    /// pages will say.
    pub(crate) fn has_certain_errors(&self) -> bool {
        self.iter().any(is_certain)
    }

    /// Refuses to say what is due where one of the files that it hangs on is
    /// not there or has an error.
    ///
    /// # Errors
    /// [`Error::NoAnswer`], with each such place.
    pub(crate) fn refuse_in_doubt(&self, root: &Path) -> Result<(), Error> {
        let mut doubts: Vec<(&str, String)> = self
            .iter()
            .filter(|finding| is_certain(finding) && AGENDA.contains(&finding.place.path()))
            .map(|finding| {
                let (path, (line, _)) = (finding.place.path(), finding.place.line_column());
                (path, format!("{path}, line {line}: {}", finding.message))
            })
            .collect();
        if doubts.is_empty() && self.site().files.people.is_none() {
            // A site without roles: nothing names one, so nothing was missed.
            let path = "content/people.toml";
            doubts.push((path, format!("there is no {path}.")));
        }
        let Some((path, _)) = doubts.first() else {
            return Ok(());
        };
        let path = root.join(path);
        let count = doubts.len();
        let mut faults: Vec<String> = doubts.into_iter().map(|(_, fault)| fault).collect();
        faults.truncate(TOLD);
        if count > TOLD {
            faults.push(format!("And {} more.", count - TOLD));
        }
        Err(Error::NoAnswer { path, faults })
    }
}

fn is_certain(finding: &Diagnostic) -> bool {
    finding.rule.severity == Severity::Error
}
