//! Does what a newcomer would, with nothing but the words of
//! `docs/tutorial.md`: from an empty folder to a live site without a finding,
//! with the preview open beside it all the while.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::commands::words;
use super::page;
use crate::serve::preview::{News, Preview};

/// The day of which the tutorial tells, and its first second.
const TODAY: &str = "2026-11-26";
const MIDNIGHT: &str = "1795651200";

/// What is seen in the preview once a line was written: on which page, and the
/// words that are there from then on.
const SEEN: [(&str, &str, &str); 4] = [
    (
        "name = \"Ms Fernhallow\"",
        "children/help.html",
        "Ms Fernhallow",
    ),
    (
        "phone = \"01632 555102\"",
        "parents/help.html",
        "01632 555102",
    ),
    (
        "handed in at the office",
        "parents/phones.html",
        "half past three",
    ),
    (
        "status = \"live\"",
        "index.html",
        "Larch Lane Primary School",
    ),
];

/// Somebody who follows the tutorial.
struct Newcomer {
    /// The folder that they are in.
    here: PathBuf,
    /// How many commands they ran.
    commands: usize,
    /// How many files they changed.
    edits: usize,
    /// The preview that they left open, and what it says when a page changes.
    preview: Option<(Preview, News)>,
    /// How many of their changes they saw there.
    seen: usize,
}

#[test]
fn the_tutorial_leads_from_nothing_to_a_live_site_without_a_finding() {
    let folder = TempDir::new().expect("a folder for a test");
    let mut newcomer = Newcomer {
        here: folder.path().to_owned(),
        commands: 0,
        edits: 0,
        preview: None,
        seen: 0,
    };
    let text = page("tutorial.md");
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match kind.split_once(' ') {
            Some(("diff", path)) => newcomer.edits(path, &block),
            _ if kind == "console" => newcomer.types(&block),
            _ => panic!("nobody knows what to do with a block “{kind}”"),
        }
    }
    assert!(newcomer.commands >= 8 && newcomer.edits >= 10);
    assert_eq!(newcomer.seen, SEEN.len());
    let door = newcomer.here.join("public/web/children/help.html");
    let page = fs::read_to_string(door).expect("the worried page is published");
    assert!(page.contains("Ms Fernhallow"));
    let draft = newcomer.here.join("public/web/index.html");
    let page = fs::read_to_string(draft).expect("the door is published");
    assert!(!page.to_lowercase().contains("draft"), "{page}");
}

impl Newcomer {
    /// Changes the lines that a block shows.
    fn edits(&mut self, path: &str, block: &[&str]) {
        let with = |mark: char| -> String {
            let lines = block.iter().filter_map(|line| line.strip_prefix(mark));
            lines.flat_map(|line| [line, "\n"]).collect()
        };
        let path = self.here.join(path);
        let text = fs::read_to_string(&path).expect("the tutorial names files that are there");
        let old = with('-');
        assert_eq!(
            text.matches(&old).count(),
            1,
            "{} says once:\n{old}",
            path.display()
        );
        let new = with('+');
        fs::write(&path, text.replacen(&old, &new, 1)).expect("it can be saved");
        self.edits += 1;
        for (_, page, words) in SEEN.iter().filter(|(line, _, _)| new.contains(line)) {
            self.sees(page, words);
        }
    }

    /// Looks at a page of the preview, which follows every save by itself.
    fn sees(&mut self, page: &str, words: &str) {
        let (preview, news) = self.preview.as_mut().expect("it was left open");
        let draft = |body: &str| body.to_lowercase().contains("draft");
        news.until(|_| {
            let body = preview.get(&format!("/web/{page}")).body;
            // That it is a draft is on each page, until it is one no more.
            body.contains(words) && (page != "index.html" || !draft(&body))
        });
        self.seen += 1;
    }

    /// Opens the preview, and leaves it open.
    fn serves(&mut self) -> String {
        let preview = Preview::at(&self.here, TODAY);
        let mut news = preview.news();
        news.until(|said| said["edition"] == 1);
        let said = format!("Preview: http://{}/", preview.host());
        self.preview = Some((preview, news));
        said
    }

    /// Types the commands of a block, and compares what is said with the lines
    /// below each.
    fn types(&mut self, block: &[&str]) {
        let mut lines = block.iter().peekable();
        while let Some(line) = lines.next() {
            let command = line.strip_prefix("$ ").expect("a command");
            let mut told = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                told.push(*line);
            }
            self.commands += 1;
            let said = match command.split_once(' ') {
                Some(("cd", folder)) => {
                    self.here.push(folder);
                    continue;
                }
                _ if command.starts_with("signpost serve") => self.serves(),
                _ => said(&self.here, command),
            };
            let mut rest = said.as_str();
            for line in told {
                let at = rest.find(line);
                let at = at.unwrap_or_else(|| panic!("{command}\nsays no “{line}”:\n{said}"));
                rest = &rest[at + line.len()..];
            }
        }
    }
}

fn signpost(here: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command.current_dir(here).env("SOURCE_DATE_EPOCH", MIDNIGHT);
    command
}

/// What a command says, once it has ended well.
fn said(here: &Path, command: &str) -> String {
    let output = signpost(here).args(&words(command)[1..]).output();
    let output = output.expect("the command can be run");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("reports are text");
    assert_eq!(output.status.code(), Some(0), "{command}\n{text}");
    text
}
