//! Does what a newcomer would, with nothing but the words of
//! `docs/tutorial.md`: from an empty folder to a live site without a finding.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::commands::words;
use super::page;

/// Midnight of 26 November 2026, the day of which the tutorial tells.
const TODAY: &str = "1795651200";

/// Somebody who follows the tutorial.
struct Newcomer {
    /// The folder that they are in.
    here: PathBuf,
    /// How many commands they ran.
    commands: usize,
    /// How many files they changed.
    edits: usize,
}

#[test]
fn the_tutorial_leads_from_nothing_to_a_live_site_without_a_finding() {
    let folder = TempDir::new().expect("a folder for a test");
    let mut newcomer = Newcomer {
        here: folder.path().to_owned(),
        commands: 0,
        edits: 0,
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
        fs::write(&path, text.replacen(&old, &with('+'), 1)).expect("it can be saved");
        self.edits += 1;
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
                _ if command.starts_with("signpost serve") => greeting(&self.here),
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
    command.current_dir(here).env("SOURCE_DATE_EPOCH", TODAY);
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

/// What the preview says when it begins.
fn greeting(here: &Path) -> String {
    let mut preview = signpost(here)
        .args(["serve", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the preview can begin");
    let out = preview.stdout.take().expect("it speaks");
    let mut line = String::new();
    let read = BufReader::new(out).read_line(&mut line);
    preview.kill().expect("it can be ended");
    preview.wait().expect("it has ended");
    read.expect("it says where it is");
    line
}
