//! The words of a table, as one reader is shown them.
//!
//! In: a table. Out: lines for the digest: the columns and rows that this
//! reader sees, and what is said in each of their cells. A change to any other
//! column or row changes no line.

use super::Lines;
use crate::audience::{Audience, Guarded};
use crate::model::{
    Action, Answer, Follows, Given, Group, Meaning, Row, Table, TableId, TableSays,
};

impl Lines<'_> {
    pub(super) fn table(&mut self, id: TableId) {
        let Table {
            file: _,
            id: _,
            title,
            child,
            readers: _,
            intro,
            source,
            says,
        } = self.site.table(id);
        self.words("title", title, child.as_ref());
        self.for_grown_ups("intro", intro.as_ref());
        let is_shown = |source: &&Guarded<String>| source.audiences().contains(self.audience);
        let source = source.as_ref().filter(is_shown).map(Guarded::inspect);
        self.maybe("source", source);
        match says {
            TableSays::Permission { groups, rows } => self.permission(groups, rows),
            TableSays::Action { actions, rows } => {
                // Staff are shown those that never follow too.
                let is_staff = self.audience == Audience::Staff;
                for action in actions.iter().filter(|_| is_staff) {
                    self.say("column", &action.title);
                }
                for row in rows {
                    for cell in self.row(row) {
                        self.follows(cell, actions);
                    }
                }
            }
        }
    }

    /// A text that children are never shown.
    fn for_grown_ups(&mut self, what: &str, text: Option<&String>) {
        let is_shown = self.audience != Audience::Children;
        self.maybe(what, text.filter(|_| is_shown));
    }

    fn permission(&mut self, groups: &[Guarded<Group>], rows: &[Guarded<Row<Given>>]) {
        let audience = self.audience;
        let seen = groups.iter().enumerate();
        let seen: Vec<(usize, &Group)> = seen
            .filter(|(_, group)| group.audiences().contains(audience))
            .map(|(at, group)| (at, group.inspect()))
            .collect();
        for (_, group) in &seen {
            let Group {
                id: _,
                title,
                child,
                heading,
                answers: _,
                note,
            } = group;
            self.for_grown_ups("heading", heading.as_ref());
            self.words("column", title, child.as_ref());
            self.for_grown_ups("note", note.as_ref());
        }
        for row in rows {
            let cells = self.row(row);
            for (at, group) in &seen {
                // A row that is not for this reader has no cells for them.
                if let Some(cell) = cells.get(*at) {
                    self.given(cell, group);
                }
            }
        }
    }

    /// The words of a row and its cells, if this reader sees it.
    fn row<'r, Cell>(&mut self, row: &'r Guarded<Row<Cell>>) -> &'r [Cell] {
        if !row.audiences().contains(self.audience) {
            return &[];
        }
        let Row {
            label,
            child,
            section,
            law,
            note,
            cells,
        } = row.inspect();
        self.for_grown_ups("section", section.as_ref());
        self.words("row", label, child.as_ref());
        self.for_grown_ups("law", law.as_ref());
        self.for_grown_ups("note", note.as_ref());
        cells
    }

    fn given(&mut self, cell: &Given, group: &Group) {
        let Given { answer, note } = cell;
        match answer.and_then(|at| group.answers.get(at)) {
            None => self.say("answer", "not stated"),
            Some(Answer {
                id: _,
                label,
                means,
                child,
                note,
            }) => {
                // Grown-ups are shown no shape for what it comes to.
                let meaning = match means {
                    Some(Meaning::Yes) => "yes",
                    Some(Meaning::Ask) => "ask",
                    Some(Meaning::No) => "no",
                    None => "unsure",
                };
                if self.audience == Audience::Children {
                    self.say("means", meaning);
                    self.maybe("answer", child.as_ref());
                } else {
                    self.say("answer", label);
                    self.maybe("note", note.as_ref());
                }
            }
        }
        self.for_grown_ups("note", note.as_ref());
    }

    fn follows(&mut self, cell: &Follows, actions: &[Action]) {
        let Follows { action, when } = cell;
        let Action {
            id: _,
            title,
            child,
            note,
        } = &actions[*action];
        self.words("action", title, child.as_ref());
        match (self.audience, when) {
            (_, None) => {}
            (Audience::Children, Some(_)) => self.say("when", "sometimes"),
            (Audience::Parents | Audience::Staff, Some(when)) => self.say("when", when),
        }
        self.for_grown_ups("note", note.as_ref());
    }
}
