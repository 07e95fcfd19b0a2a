//! The demonstration site without anything that is for staff.

use super::{Folder, demo, edit, is_for_staff_alone, is_of_paper};
use crate::by_hand;

/// A file of records, entry by entry, with what stands before the first.
pub(super) fn entries(text: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    for line in text.lines() {
        if line.starts_with("[[") {
            entries.push(String::new());
        }
        let entry = entries.last_mut().expect("there is a first");
        entry.push_str(line);
        entry.push('\n');
    }
    entries
}

/// A line of `guidance.toml` without what only staff read: other titles, older
/// editions, and where the facts were read.
fn without_registers_notes(line: &str) -> Option<String> {
    let is_older = |year: &str| line.starts_with(&format!("  {{ name = \"{year}\""));
    let older = ["2020", "2021", "2022", "2023", "2024", "2025"];
    if line.starts_with("aliases = ")
        || (older.into_iter().any(is_older) && !line.contains("2024-03-11"))
    {
        return None;
    }
    let source = line.starts_with("source = ");
    Some(if source { "source = \"x\"" } else { line }.to_owned())
}

/// Whether a line of `people.toml` is a duty or a channel for staff alone.
fn is_line_for_staff(line: &str) -> bool {
    let kinds = ["text", "phone", "email", "web"];
    let starts = |kind: &&str| line.starts_with(&format!("  {{ {kind} = "));
    let said = line.contains("for = [") && !line.contains("for = [\"staff\"]");
    kinds.iter().any(starts) && !said
}

/// A table without the groups and rows for staff alone, and where it came
/// from.
fn table_without_staff(text: &str) -> String {
    let (staff, others): (Vec<String>, Vec<String>) = entries(text)
        .into_iter()
        .partition(|entry| entry.contains("\nfor = [\"staff\"]\n"));
    let groups = staff.iter().filter(|entry| entry.starts_with("[[group]]"));
    let groups: Vec<&str> = groups.filter_map(|group| group.split('"').nth(1)).collect();
    let of_staff = |pair: &str| {
        let group = pair.split('=').next().unwrap_or_default().trim();
        groups.contains(&group)
    };
    let mut kept = String::new();
    for line in others.iter().flat_map(|entry| entry.lines()) {
        if line.starts_with("source = ") || of_staff(line) {
            continue;
        }
        let answers = line.strip_prefix("answers = { ");
        kept += &match answers.and_then(|line| line.strip_suffix(" }")) {
            Some(pairs) => {
                let pairs: Vec<&str> = pairs.split(", ").filter(|pair| !of_staff(pair)).collect();
                format!("answers = {{ {} }}\n", pairs.join(", "))
            }
            None => format!("{line}\n"),
        };
    }
    kept
}

/// The schedule or the ledger with nothing of it that is for staff: no entry
/// of a page or a folder that is gone, no duty, nobody who sees to a review,
/// nothing that happened, no evidence, and no reason for a small change.
fn without_reviews(folder: &Folder, name: &str) -> Vec<u8> {
    let text = &folder[&format!("content/{name}.toml")];
    let mut entries = entries(str::from_utf8(text).expect("records are text"));
    let is_there = |page: &str| {
        let page = format!("content/{}", page.trim_matches('"'));
        folder.keys().any(|path| path.starts_with(&page))
    };
    entries.retain(|entry| {
        let page = entry.lines().find_map(|line| line.strip_prefix("page = "));
        page.is_none_or(is_there) && !entry.starts_with("[[duty]]")
    });
    let mut kept = String::new();
    let mut in_list = false;
    for line in entries.iter().flat_map(|entry| entry.lines()) {
        in_list |= line.starts_with("triggers = [") || line.starts_with("events = [");
        if in_list {
            in_list = !line.ends_with(']');
            continue;
        }
        kept += match line.split_once(" = ") {
            Some(("owner", _)) => "owner = \"dsl\"",
            Some(("evidence", _)) => "evidence = \"None\"",
            Some(("rule", _)) => "rule = \"None\"",
            Some(("minor", _)) => "minor = \"None\"",
            Some(("due_soon", _)) => "due_soon = \"1 day\"",
            _ => line,
        };
        kept.push('\n');
    }
    kept.into_bytes()
}

pub(super) fn without_staff() -> Folder {
    let mut folder = demo();
    folder.retain(|path, bytes| !is_for_staff_alone(path, bytes));
    edit(
        &mut folder,
        |path| path.starts_with("content/policies/"),
        by_hand::without_staff,
    );
    edit(
        &mut folder,
        |path| path.starts_with("content/tables/"),
        table_without_staff,
    );
    let records = |path: &str| ["content/people.toml", "content/helplines.toml"].contains(&path);
    edit(&mut folder, records, |text| {
        let mut entries = entries(text);
        entries.retain(|entry| !entry.contains("\nfor = [\"staff\"]\n"));
        let lines = entries.iter().flat_map(|entry| entry.lines());
        let kept = lines.filter(|line| {
            let of_staff = line.starts_with("inherits = ") || line.starts_with("aliases = ");
            !of_staff && !is_line_for_staff(line)
        });
        kept.flat_map(|line| [line, "\n"]).collect()
    });
    let register = |path: &str| path == "content/guidance.toml";
    edit(&mut folder, register, |text| {
        let mut entries = entries(text);
        entries.retain(|entry| !entry.starts_with("[[renamed]]"));
        let lines = entries.iter().flat_map(|entry| entry.lines());
        let kept = lines.filter_map(without_registers_notes);
        kept.flat_map(|line| [line, "\n".to_owned()]).collect()
    });
    for name in ["schedule", "approvals"] {
        let kept = without_reviews(&folder, name);
        folder.insert(format!("content/{name}.toml"), kept);
    }
    // Of these, whole entries are for staff.
    let by_entry = |path: &str| {
        let files = [
            "content/glossary.toml",
            "content/systems.toml",
            "content/accessibility.toml",
        ];
        is_of_paper(path) || files.contains(&path)
    };
    edit(&mut folder, by_entry, |text| {
        let mut entries = entries(text);
        entries.retain(|entry| !entry.contains("\nfor = [\"staff\"]\n"));
        entries.concat()
    });
    // Of a system for others, staff alone read these lines.
    let systems = |path: &str| path == "content/systems.toml";
    edit(&mut folder, systems, |text| {
        let of_staff = ["supplier = ", "checked = ", "aliases = "];
        let lines = text.lines();
        let kept = lines.filter(|line| !of_staff.iter().any(|key| line.starts_with(key)));
        kept.flat_map(|line| [line, "\n"]).collect()
    });
    folder
}
