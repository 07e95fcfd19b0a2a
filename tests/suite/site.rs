//! A site to be tested: its files, the day, and what becomes of it.
//!
//! It is written to a folder of its own and the command is run on it, as an
//! editor would; no clock is asked, and all that comes back is sorted.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use signpost::commands::{self, Outcome};
use signpost::model::{Site, assemble};
use tempfile::TempDir;
use walkdir::WalkDir;

/// The day on which tests happen, unless they say otherwise.
pub(crate) const TODAY: &str = "2026-03-01";

/// A site's files, and how it is to be read.
#[derive(Clone)]
pub(crate) struct SiteTest {
    files: BTreeMap<String, Vec<u8>>,
    today: String,
    strict: bool,
}

/// What a build printed: the files of both trees, by path from the output
/// folder (`web/parents/phones.html`).
pub(crate) struct Built {
    files: BTreeMap<String, Vec<u8>>,
}

impl SiteTest {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> SiteTest {
        SiteTest {
            files: BTreeMap::new(),
            today: TODAY.to_owned(),
            strict: false,
        }
    }

    /// The smallest site that has nothing wrong with it: `tests/sites/small`.
    pub(crate) fn base() -> SiteTest {
        let mut site = SiteTest::empty();
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites/small");
        site.files = files_under(&root);
        site
    }

    /// The same, but no page shows the tables and the procedure that it has: for
    /// tests that count what is shown.
    pub(crate) fn bare() -> SiteTest {
        let site = SiteTest::base();
        let page = "content/staff/devices.md";
        let text = String::from_utf8(site.files[page].clone()).expect("a page is text");
        let (before, _) = text.split_once("\n```").expect("blocks on the page");
        site.file(page, before)
    }

    /// With `text` in the file at `path`, from the site folder.
    pub(crate) fn file(self, path: &str, text: impl Into<String>) -> SiteTest {
        self.bytes(path, text.into().into_bytes())
    }

    /// With these bytes in the file at `path`.
    pub(crate) fn bytes(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> SiteTest {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    /// With `new` instead of `old`, which stands once in the file at `path`.
    pub(crate) fn edit(self, path: &str, old: &str, new: &str) -> SiteTest {
        let bytes = self
            .files
            .get(path)
            .expect("only a file that is there can be edited");
        let text = String::from_utf8(bytes.clone()).expect("only text can be edited");
        assert_eq!(text.matches(old).count(), 1, "in {path}, once:\n{old}");
        let text = text.replacen(old, new, 1);
        self.file(path, text)
    }

    /// With `more` at the end of the file at `path`.
    pub(crate) fn append(mut self, path: &str, more: &str) -> SiteTest {
        let bytes = self.files.entry(path.to_owned()).or_default();
        bytes.extend_from_slice(more.as_bytes());
        self
    }

    /// Without the file at `path`.
    pub(crate) fn without(mut self, path: &str) -> SiteTest {
        self.files
            .remove(path)
            .expect("only a file that is there can be missed");
        self
    }

    /// Read on another day, as in `2026-03-01`.
    pub(crate) fn today(mut self, day: &str) -> SiteTest {
        day.clone_into(&mut self.today);
        self
    }

    /// With every warning an error.
    pub(crate) fn strict(mut self) -> SiteTest {
        self.strict = true;
        self
    }

    /// Writes the site to `root`.
    pub(crate) fn write(&self, root: &Path) {
        for (path, bytes) in &self.files {
            let path = root.join(path);
            let folder = path.parent().expect("a file is in a folder");
            fs::create_dir_all(folder).expect("a test's folder can be made");
            fs::write(path, bytes).expect("a test's file can be written");
        }
    }

    /// What `signpost check` finds, sorted by place: for each finding its
    /// level, rule and place, the message, and the help. A test shows no more
    /// than it needs: records that no page shows any more are left out.
    pub(crate) fn check(&self) -> String {
        let found = self.findings().into_iter();
        let asked = found.filter(|(rule, _)| rule != "unused-record");
        let mut found: Vec<String> = asked.map(|(_, said)| said).collect();
        found.sort();
        found.concat()
    }

    /// What `signpost check` finds, each with its rule.
    pub(crate) fn findings(&self) -> Vec<(String, String)> {
        let (_, said) = self.run("check", &[]);
        let found = said["findings"].as_array();
        found
            .unwrap_or_else(|| panic!("{said}"))
            .iter()
            .map(|finding| {
                let rule = finding["rule"].as_str().expect("a finding has a rule");
                (rule.to_owned(), in_words(finding))
            })
            .collect()
    }

    /// What `signpost build` prints.
    ///
    /// Panics with what was said when the site cannot be built.
    pub(crate) fn build(&self) -> Built {
        let out = TempDir::new().expect("a folder for a test");
        let target = out.path().join("public");
        let (outcome, said) = self.run("build", &["--out".into(), target.clone().into()]);
        assert_eq!(outcome, Outcome::Done, "{said:#}");
        Built {
            files: files_under(&target),
        }
    }

    /// Runs a command on the site, and gives its outcome and its JSON.
    pub(crate) fn run(&self, command: &str, more: &[OsString]) -> (Outcome, Value) {
        let root = TempDir::new().expect("a folder for a test");
        self.write(root.path());
        let mut words: Vec<OsString> = vec!["signpost".into(), command.into()];
        words.push(root.path().into());
        words.extend(["--format", "json", "--today", &self.today].map(Into::into));
        words.extend(self.strict.then(|| "--strict".into()));
        words.extend_from_slice(more);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = commands::run(words, &mut out, &mut err);
        let said = serde_json::from_slice(&out)
            .unwrap_or_else(|fault| panic!("{fault}: {}", String::from_utf8_lossy(&out)));
        (outcome, said)
    }
}

impl Built {
    /// The files of both trees.
    pub(crate) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// The text of one page: `web/parents/phones.html`.
    pub(crate) fn page(&self, path: &str) -> &str {
        let names = || {
            self.files.keys().fold(String::new(), |mut all, name| {
                let _ = write!(all, "\n{name}");
                all
            })
        };
        let bytes = self.files.get(path);
        let bytes = bytes.unwrap_or_else(|| panic!("no {path} among{}", names()));
        str::from_utf8(bytes).expect("a page is text")
    }
}

/// The site in a folder as the model knows it on a day, whatever is wrong with
/// it.
pub(crate) fn assembled(root: &Path, today: &str) -> Site {
    let (sources, mut diagnostics) = signpost::load::read(root).expect("a site");
    let today = today.parse().expect("a day");
    assemble(sources, today, None, &mut diagnostics)
}

/// All files under `root`, by path from there.
pub(crate) fn files_under(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(root)
        .into_iter()
        .map(|entry| entry.expect("a folder can be read"));
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("under its root");
            let path = path
                .to_str()
                .expect("names in tests are text")
                .replace('\\', "/");
            (path, fs::read(entry.path()).expect("a file can be read"))
        })
        .collect()
}

fn in_words(finding: &Value) -> String {
    let text = |key: &str| {
        finding[key]
            .as_str()
            .expect("a finding's texts are texts")
            .to_owned()
    };
    let mut said = format!(
        "{}:{}:{} {} {}\n  {}\n",
        text("file"),
        finding["line"],
        finding["column"],
        text("level"),
        text("rule"),
        text("message")
    );
    for line in text("help").lines() {
        let _ = writeln!(said, "  {line}");
    }
    said
}
