//! Tables with a word in every place that is for staff alone.

use super::Canaries;
use crate::demo::cut::entries;

impl Canaries {
    /// A table with a row of staff's before and after all others, a group of
    /// theirs where there are groups, and a word in each field of these.
    pub(super) fn in_table(&mut self, text: &str) -> String {
        let all = entries(text);
        let (head, entries) = all.split_first().expect("a table has a head");
        let is_permission = head.contains("kind = \"permission\"");
        let mut rows = Vec::new();
        let mut columns: Vec<String> = Vec::new();
        if is_permission {
            columns.push(self.group());
        }
        for entry in entries {
            if !entry.starts_with("[[row]]") {
                columns.push(entry.clone());
            } else if is_permission {
                rows.push(self.in_row(entry));
            } else {
                rows.push(entry.clone());
            }
        }
        let like = rows.first().expect("a table has rows").clone();
        rows.insert(0, self.row_like(&like));
        rows.push(self.row_like(&like));
        let source = format!("source = \"{}", self.staff());
        let head = head.replace("source = \"", &source);
        head + &columns.concat() + &rows.concat()
    }

    /// A group for staff alone.
    fn group(&mut self) -> String {
        format!(
            "[[group]]\nid = \"qzcanary\"\ntitle = \"{}\"\nheading = \"{}\"\nfor = [\"staff\"]\nnote = \"{}\"\n\
             answers = [{{ id = \"qzcanary\", label = \"{}\", note = \"{}\" }}]\n\n",
            self.staff(),
            self.staff(),
            self.staff(),
            self.staff(),
            self.staff(),
        )
    }

    /// A row with an answer for staff's group, and a footnote to it.
    fn in_row(&mut self, row: &str) -> String {
        let row = row.replace("answers = { ", "answers = { qzcanary = \"qzcanary\", ");
        let note = format!("qzcanary = \"{}\"\n", self.staff());
        if row.contains("[row.notes]\n") {
            return row.replace("[row.notes]\n", &format!("[row.notes]\n{note}"));
        }
        format!("{}\n[row.notes]\n{note}\n", row.trim_end())
    }

    /// A row for staff alone, whose cells are those of another.
    fn row_like(&mut self, row: &str) -> String {
        let lines = row
            .lines()
            .filter(|line| line.starts_with("answers = ") || line.starts_with("actions = "));
        let cells: Vec<&str> = lines.collect();
        format!(
            "[[row]]\nlabel = \"{}\"\nchild = \"{}\"\nsection = \"{}\"\nlaw = \"{}\"\nnote = \"{}\"\nfor = [\"staff\"]\n{}\n\n",
            self.staff(),
            // Not even staff read what a row would say to children.
            Canaries::nobody(),
            self.staff(),
            self.staff(),
            self.staff(),
            cells.concat(),
        )
    }

    /// An action table for staff alone.
    pub(super) fn table(&mut self) -> String {
        format!(
            "id = \"qzcanary\"\ntitle = \"{}\"\nkind = \"action\"\nintro = \"{}\"\n\n\
             [[action]]\nid = \"qzcanary\"\ntitle = \"{}\"\nnote = \"{}\"\n\n\
             [[row]]\nlabel = \"{}\"\nactions = [\"qzcanary\"]\nwhen = {{ qzcanary = \"{}\" }}\n",
            self.staff(),
            self.staff(),
            self.staff(),
            self.staff(),
            self.staff(),
            self.staff(),
        )
    }
}
