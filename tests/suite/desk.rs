//! A site that stays on disk while one command after another is run on it, as
//! at an editor's desk.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use serde_json::Value;
use signpost::commands::{self, Outcome};
use tempfile::TempDir;

use crate::site::SiteTest;

/// A site on disk, and the day.
pub(crate) struct Desk {
    root: TempDir,
    today: String,
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) outcome: Outcome,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// The site as it is, on a day.
    pub(crate) fn of(site: &SiteTest, today: &str) -> Desk {
        let root = TempDir::new().expect("a folder for a test");
        site.write(root.path());
        Desk {
            root,
            today: today.to_owned(),
        }
    }

    /// The same desk on another day.
    pub(crate) fn on(&mut self, today: &str) {
        today.clone_into(&mut self.today);
    }

    /// The site folder.
    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    /// Runs `signpost` with these words, the site and the day.
    pub(crate) fn run(&self, words: &[&str]) -> Said {
        let mut all: Vec<OsString> = vec!["signpost".into()];
        all.extend(words.iter().map(Into::into));
        all.push(self.root().into());
        all.extend(["--today", &self.today].map(Into::into));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = commands::run(all, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).expect("reports are text");
        let folder = self.root().display().to_string();
        Said {
            outcome,
            out: text(out).replace(&folder, "SITE"),
            err: text(err).replace(&folder, "SITE"),
        }
    }

    /// Runs it with `--format json`, and gives the outcome and the document.
    pub(crate) fn json(&self, words: &[&str]) -> (Outcome, Value) {
        let words = [words, &["--format", "json"]].concat();
        let said = self.run(&words);
        let document = serde_json::from_str(&said.out);
        let document = document.unwrap_or_else(|fault| panic!("{fault}: {said:?}"));
        (said.outcome, document)
    }

    /// The entry of `signpost reviews` with this id.
    pub(crate) fn entry(&self, id: &str) -> Value {
        let (_, document) = self.json(&["reviews"]);
        let entries = document["entries"].as_array();
        let entries = entries.unwrap_or_else(|| panic!("{document}"));
        let entry = entries.iter().find(|entry| entry["id"] == id);
        entry
            .unwrap_or_else(|| panic!("no {id} in {document}"))
            .clone()
    }

    /// The text of a file, by its path from the site folder.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("a file of the site")
    }

    /// Puts a text into a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.root().join(path), text).expect("a file can be written");
    }

    /// Puts `new` in the place of `old`, which stands once in a file.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "in {path}, once:\n{old}");
        self.write(path, &text.replacen(old, new, 1));
    }
}
