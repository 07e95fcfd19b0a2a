//! Every command of the manual is one: those in fences are run, each on a demo
//! of its own, and those in a sentence, in the README and in the help of the
//! commands are read by the program as it would read them.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::{page, pages};
use crate::demo::demo;

/// Midnight of 26 November 2026.
const TODAY: &str = "1795651200";

/// A file that stands beside the manual's folder.
fn beside(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(path).expect("a file of ours")
}

/// The lines that stand in the fences of a page, those that go on joined.
fn lines(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut in_fence, mut goes_on) = (false, false);
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            in_fence = !in_fence;
        } else if in_fence {
            let line = line.strip_prefix("$ ").unwrap_or(line);
            let bare = line.trim_end_matches('\\');
            match found.last_mut() {
                Some(last) if goes_on => last.push_str(bare),
                _ => found.push(bare.to_owned()),
            }
            goes_on = line.ends_with('\\');
        }
    }
    found
}

/// The commands that stand in a sentence: `signpost check --all`.
fn inline(text: &str) -> Vec<String> {
    let text = super::prose_with_code(text);
    let spans = text.split('`').skip(1).step_by(2);
    let commands = spans.filter(|span| span.starts_with("signpost "));
    commands.map(str::to_owned).collect()
}

/// The words of a command; those in quotes are one.
pub(super) fn words(command: &str) -> Vec<String> {
    let command = command.split(" > ").next().unwrap_or(command);
    let command = command.split(" >> ").next().unwrap_or(command);
    let mut words = Vec::new();
    for (n, part) in command.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The demo, in a folder that is home and all that there is.
fn site() -> TempDir {
    let site = TempDir::new().expect("a folder for a test");
    for (path, bytes) in demo() {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    site
}

fn at(site: &Path, program: &str) -> Command {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_signpost"));
    let folder = binary.parent().expect("a program is in a folder");
    let mut path = folder.as_os_str().to_owned();
    path.push(":/usr/bin:/bin");
    let mut command = Command::new(program);
    command
        .current_dir(site)
        .env("PATH", path)
        .env("HOME", site)
        .env("SOURCE_DATE_EPOCH", TODAY)
        .stdin(Stdio::null());
    command
}

/// Runs a line as a shell would, and says what went wrong, if anything did.
fn fault(line: &str, site: &Path) -> Option<String> {
    let away = site.join("drive");
    let line = line.replace("/mnt/staff-drive", &away.to_string_lossy());
    let output = at(site, "sh").args(["-c", &line]).output();
    let output = output.expect("a shell can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    // That something is overdue or wrong in the demo is no fault of the line.
    (!matches!(output.status.code(), Some(0 | 1))).then_some(said)
}

/// Begins a preview and ends it, once it has said where it is.
fn preview(line: &str, site: &Path) -> Option<String> {
    let mut words = words(line);
    words.retain(|word| word != "--open");
    let mut preview = at(site, env!("CARGO_BIN_EXE_signpost"))
        .args(&words[1..])
        .args(["--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the preview can begin");
    let out = preview.stdout.take().expect("it speaks");
    let mut said = String::new();
    let read = BufReader::new(out).read_line(&mut said);
    preview.kill().expect("it can be ended");
    preview.wait().expect("it has ended");
    read.expect("it says where it is");
    (!said.starts_with("Preview: http://127.0.0.1:")).then_some(said)
}

#[test]
fn every_command_that_is_shown_runs() {
    let mut wrong = Vec::new();
    let mut run = 0;
    for (path, text) in pages() {
        // Those of the tutorial are run in a row.
        if path == "tutorial.md" {
            continue;
        }
        let lines = lines(&text);
        let typed = |line: &str| {
            ["signpost ", "man ", "mkdir "]
                .iter()
                .any(|word| line.starts_with(word))
        };
        if !lines.iter().any(|line| typed(line)) {
            continue;
        }
        // What is typed on one page is typed one after the other.
        let site = site();
        for line in lines.iter().filter(|line| typed(line)) {
            run += 1;
            let fault = match line.as_str() {
                line if line.starts_with("signpost serve") => preview(line, site.path()),
                // Not every machine has it: the page is there to be read.
                line if line.starts_with("man ") => {
                    let page = line.trim_start_matches("man ");
                    let page = site.path().join(format!(".local/share/man/man1/{page}.1"));
                    (!page.is_file()).then(|| "there is no such page".to_owned())
                }
                line => fault(line, site.path()),
            };
            wrong.extend(fault.map(|said| format!("docs/{path}: {line}\n{said}")));
        }
    }
    assert!(run > 12, "only {run} commands were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the program says of a command that it need only read: its options and
/// their values.
fn unread(command: &str) -> Option<String> {
    let mut words = words(command);
    words.push("--help".to_owned());
    let output = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(&words[1..])
        .output()
        .expect("the command can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success()).then_some(said)
}

/// The commands of the program itself, by their names.
fn all() -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .arg("--help")
        .output();
    let said = String::from_utf8(output.expect("it can be run").stdout).expect("text");
    let (_, list) = said.split_once("Commands:\n").expect("a list");
    let (list, _) = list.split_once("\n\n").expect("the end of the list");
    let names = list
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// The examples at the end of a command's help.
fn examples(name: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args([name, "--help"])
        .output();
    let said = String::from_utf8(output.expect("it can be run").stdout).expect("text");
    let (_, examples) = said
        .split_once("Examples:\n")
        .expect("every command has examples");
    let (examples, _) = examples.split_once("\n\n").unwrap_or((examples, ""));
    // What a line is for stands beside it, after a gap.
    let examples = examples.replace("\\\n", "");
    let lines = examples
        .lines()
        .map(|line| line.trim().replace("     --", " --"));
    lines
        .filter(|line| line.starts_with("signpost "))
        .map(|line| line.split("  ").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_command_that_is_named_is_read() {
    let mut named = Vec::new();
    for (path, text) in pages() {
        named.extend(
            inline(&text)
                .into_iter()
                .map(|command| (path.clone(), command)),
        );
    }
    for path in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"] {
        let text = beside(path);
        named.extend(
            inline(&text)
                .into_iter()
                .map(|command| (path.to_owned(), command)),
        );
        for line in lines(&text) {
            if let Some((_, words)) = line
                .split_once("cargo run")
                .and_then(|(_, rest)| rest.split_once(" -- "))
            {
                let words = words.split(" #").next().unwrap_or(words);
                named.push((path.to_owned(), format!("signpost {words}")));
            } else if let Some(program) = line.strip_prefix("tests/") {
                let program = program.split_whitespace().next().unwrap_or(program);
                let there = Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("tests")
                    .join(program);
                assert!(there.is_file(), "{path}: {line}");
            }
        }
    }
    for name in all() {
        let path = format!("signpost {name} --help");
        named.extend(
            examples(&name)
                .into_iter()
                .map(|command| (path.clone(), command)),
        );
    }
    let unread = named.iter().filter_map(|(path, command)| {
        unread(command).map(|said| format!("{path}: {command}\n{said}"))
    });
    let unread: Vec<String> = unread.collect();
    assert!(named.len() > 60, "only {} were found", named.len());
    assert!(unread.is_empty(), "{}", unread.join("\n"));
}

#[test]
fn the_manual_tells_of_every_command() {
    let told: String = pages().into_iter().map(|(_, text)| text).collect();
    for name in all() {
        assert!(
            told.contains(&format!("signpost {name}")),
            "nothing is said of signpost {name}"
        );
    }
}

/// Where the keys of two documents differ; lists are compared by their first.
fn differs(told: &Value, is: &Value) -> Option<String> {
    match (told, is) {
        (Value::Object(told), Value::Object(is)) => {
            let (mut keys, mut are): (Vec<&String>, Vec<&String>) =
                (told.keys().collect(), is.keys().collect());
            keys.sort();
            are.sort();
            if keys != are {
                return Some(format!("the manual has {keys:?}, the document {are:?}"));
            }
            told.iter().find_map(|(key, told)| differs(told, &is[key]))
        }
        (Value::Array(told), Value::Array(is)) => differs(told.first()?, is.first()?),
        _ => None,
    }
}

#[test]
fn documents_for_programs_have_the_keys_that_the_manual_says() {
    for (path, command) in [("status.md", "status"), ("reviews.md", "reviews")] {
        let told = page(path);
        let (_, example) = told.split_once("```json\n").expect("an example");
        let (example, _) = example.split_once("```").expect("its end");
        let told: Value = serde_json::from_str(example).expect("an example is JSON");
        let site = site();
        let output = at(site.path(), env!("CARGO_BIN_EXE_signpost"))
            .args([command, "--format", "json"])
            .output()
            .expect("the command can be run");
        let is: Value = serde_json::from_slice(&output.stdout).expect("a document");
        assert_eq!(differs(&told, &is), None, "docs/{path}");
    }
}
