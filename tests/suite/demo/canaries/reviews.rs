//! Words of their own in the schedule and in the ledger.

use super::Canaries;
use crate::demo::cut::entries;
use crate::demo::{Folder, edit};

impl Canaries {
    /// The schedule, with a word in what happened to each page, in what else
    /// calls for a review where staff read the page, and in each duty; and the
    /// ledger, with one in each evidence and in the reason of a small change.
    pub(super) fn in_reviews(&mut self, folder: &mut Folder) {
        let schedule = |path: &str| path == "content/schedule.toml";
        edit(folder, schedule, |text| {
            let entries = entries(text).into_iter();
            entries.map(|entry| self.in_schedule(&entry)).collect()
        });
        let ledger = |path: &str| path == "content/approvals.toml";
        edit(folder, ledger, |text| {
            let entries = entries(text).into_iter();
            entries.map(|entry| self.in_approval(&entry)).collect()
        });
    }

    /// An approval, with a word in what proves it and in why it is a small one.
    fn in_approval(&mut self, entry: &str) -> String {
        let mut entry = entry.to_owned();
        for key in ["evidence", "minor"] {
            let field = format!("\n{key} = \"");
            if entry.contains(&field) {
                entry = entry.replacen(&field, &format!("{field}{} ", self.staff()), 1);
            }
        }
        entry
    }

    /// A review or a duty, with a word in each field that staff alone read.
    fn in_schedule(&mut self, entry: &str) -> String {
        let mut entry = entry.to_owned();
        for key in ["title", "evidence", "rule"] {
            // A class is called by its rule.
            if entry.starts_with("[[class]]") && key == "title" {
                continue;
            }
            let field = format!("\n{key} = \"");
            if entry.contains(&field) {
                entry = entry.replacen(&field, &format!("{field}{} ", self.staff()), 1);
            }
        }
        if !entry.starts_with("[[review]]") {
            return entry;
        }
        if !entry.contains("\nevents = ") {
            let what = self.staff();
            let event = format!("\nevents = [{{ on = 2026-11-20, what = \"{what}\" }}]\n");
            entry = entry.replacen('\n', &event, 1);
        }
        if !entry.contains("\ntriggers = ")
            && !entry.contains("\npage = \"children/")
            && !entry.contains("\npage = \"parents/")
        {
            let trigger = format!("\ntriggers = [\"{}\"]\n", self.staff());
            entry = entry.replacen('\n', &trigger, 1);
        }
        entry
    }
}
