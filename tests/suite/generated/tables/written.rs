//! Tables as files: the layers of one put together.

use proptest::sample::Index;

use super::{Column, Layer, Row};
use crate::generated::Files;
use crate::generated::words::{Voice, mixed, quoted};

fn readers(voice: Voice) -> &'static str {
    match voice {
        Voice::Children => "[\"children\", \"parents\", \"staff\"]",
        Voice::Parents => "[\"parents\", \"staff\"]",
        Voice::Staff => "[\"staff\"]",
    }
}

/// Writes one table of these layers, the widest first.
pub(super) fn table(layers: &[(Voice, &Layer)], n: usize, files: &mut Files) -> String {
    let (base, first) = layers[0];
    let id = base.name("table", n);
    let mut pens: Vec<Pen<'_>> = layers
        .iter()
        .map(|(voice, layer)| Pen::new(*voice, layer))
        .collect();
    // What grown-ups read of children's things is in the words of parents.
    let grown_up = usize::from(base == Voice::Children);
    let kind = if first.action { "action" } else { "permission" };
    let mut head = format!("id = {}\nkind = \"{kind}\"\n", quoted(&id));
    if first.action || first.says_so {
        head += &format!("for = {}\n", readers(base));
    }
    if base == Voice::Children {
        head += &format!("child = {}\n", quoted(&first.title));
    }
    head += &format!("title = {}\n", quoted(&layers[grown_up].1.title));
    head += &pens[grown_up].maybe("intro");
    if let Some((Voice::Staff, _)) = layers.last() {
        let at = layers.len() - 1;
        head += &pens[at].maybe("source");
    }
    let written = Written {
        layers,
        action: first.action,
        grown_up,
    };
    let columns = written.columns(&mut pens);
    let rows = written.rows(&mut pens);
    files.put(
        format!("content/tables/{id}.toml"),
        format!("{head}\n{columns}\n{rows}"),
    );
    id
}

/// The words of one layer, one after the other.
struct Pen<'l> {
    voice: Voice,
    layer: &'l Layer,
    words: usize,
    flags: usize,
    names: usize,
}

impl<'l> Pen<'l> {
    fn new(voice: Voice, layer: &'l Layer) -> Pen<'l> {
        Pen {
            voice,
            layer,
            words: 0,
            flags: 0,
            names: 0,
        }
    }

    fn words(&mut self) -> String {
        self.words += 1;
        self.layer.words[self.words % self.layer.words.len()].clone()
    }

    /// A line that may be there or not.
    fn maybe(&mut self, key: &str) -> String {
        self.flags += 1;
        let words = self.words();
        if self.layer.flags[self.flags % self.layer.flags.len()] {
            format!("{key} = {}\n", quoted(&words))
        } else {
            String::new()
        }
    }

    /// Words that nothing else in the table has.
    fn label(&mut self) -> String {
        self.names += 1;
        quoted(&format!(
            "{} {}",
            self.words(),
            self.voice.name("label", self.names)
        ))
    }
}

/// One table that is written.
struct Written<'w> {
    layers: &'w [(Voice, &'w Layer)],
    action: bool,
    /// The layer in which grown-ups' words of the first layer are.
    grown_up: usize,
}

impl Written<'_> {
    /// The layer that has the words for grown-ups of a layer.
    fn words_of(&self, layer: usize) -> usize {
        layer.max(self.grown_up)
    }

    /// The columns, mixed, but each layer's in their own order.
    fn columns(&self, pens: &mut [Pen<'_>]) -> String {
        let mut all: Vec<String> = Vec::new();
        for (at, (voice, layer)) in self.layers.iter().enumerate() {
            let pen = &mut pens[self.words_of(at)];
            let columns = layer.columns.iter().enumerate();
            let columns: Vec<(Index, String)> = columns
                .map(|(n, (place, column))| {
                    let id = voice.name("column", n);
                    let text = if self.action {
                        action(&id, column, *voice, pen)
                    } else {
                        group(&id, column, *voice, pen)
                    };
                    (*place, text)
                })
                .collect();
            all = if at == 0 {
                columns.into_iter().map(|(_, text)| text).collect()
            } else {
                mixed(all, columns)
            };
        }
        all.join("\n")
    }

    fn rows(&self, pens: &mut [Pen<'_>]) -> String {
        let mut all: Vec<String> = Vec::new();
        for (at, (_, layer)) in self.layers.iter().enumerate() {
            let mut rows = Vec::new();
            for (place, row) in &layer.rows {
                rows.push((*place, self.row(at, row, pens)));
            }
            all = if at == 0 {
                rows.into_iter().map(|(_, text)| text).collect()
            } else {
                mixed(all, rows)
            };
        }
        all.join("\n")
    }

    fn row(&self, at: usize, row: &Row, pens: &mut [Pen<'_>]) -> String {
        let voice = self.layers[at].0;
        let pen = &mut pens[self.words_of(at)];
        let mut text = format!("[[row]]\nlabel = {}\n", pen.label());
        if voice == Voice::Children {
            text += &format!("child = {}\n", quoted(&row.child));
        }
        for key in ["section", "law", "note"] {
            text += &pen.maybe(key);
        }
        if at > 0 || row.narrow {
            text += &format!("for = {}\n", readers(voice));
        }
        text + &if self.action {
            self.follows(at, row, pens)
        } else {
            self.answers(at, row, pens)
        }
    }

    /// An answer for each group, whoever sees it, and footnotes to some.
    fn answers(&self, at: usize, row: &Row, pens: &mut [Pen<'_>]) -> String {
        let (mut answers, mut notes) = (Vec::new(), String::new());
        for (of, (voice, layer)) in self.layers.iter().enumerate() {
            for (n, (_, column)) in layer.columns.iter().enumerate() {
                let id = voice.name("column", n);
                let pick = row.picks[n % row.picks.len()].index(column.answers.len() + 1);
                let answer = if pick == column.answers.len() {
                    "not-stated".to_owned()
                } else {
                    voice.name("answer", pick)
                };
                answers.push(format!("{id} = \"{answer}\""));
                // A cell is for those who see both its row and its column.
                notes += &pens[self.words_of(at.max(of))].maybe(&id);
            }
        }
        let notes = if notes.is_empty() {
            notes
        } else {
            format!("[row.notes]\n{notes}")
        };
        format!("answers = {{ {} }}\n{notes}", answers.join(", "))
    }

    /// What follows, of the actions that all readers of the row may read of.
    fn follows(&self, at: usize, row: &Row, pens: &mut [Pen<'_>]) -> String {
        let (mut actions, mut when) = (Vec::new(), String::new());
        for (voice, layer) in &self.layers[..=at] {
            for n in 0..layer.columns.len() {
                let pick = row.picks[n % row.picks.len()].index(3);
                let id = voice.name("column", n);
                if pick > 0 {
                    actions.push(quoted(&id));
                }
                if pick > 1 {
                    let words = pens[self.words_of(at)].words();
                    when += &format!("{id} = {}\n", quoted(&words));
                }
            }
        }
        let when = if when.is_empty() {
            when
        } else {
            format!("[row.when]\n{when}")
        };
        format!("actions = [{}]\n{when}", actions.join(", "))
    }
}

fn group(id: &str, column: &Column, voice: Voice, pen: &mut Pen<'_>) -> String {
    let mut text = format!(
        "[[group]]\nid = {}\ntitle = {}\nfor = {}\n",
        quoted(id),
        quoted(&pen.words()),
        readers(voice)
    );
    if voice == Voice::Children {
        text += &format!("child = {}\n", quoted(&column.child));
    }
    text += &(pen.maybe("heading") + &pen.maybe("note"));
    text += "answers = [\n";
    for (n, (means, child)) in column.answers.iter().enumerate() {
        let note = pen.maybe("note").replace('\n', "");
        let note = if note.is_empty() {
            note
        } else {
            format!(", {note}")
        };
        let child = child.as_ref().filter(|_| voice == Voice::Children);
        let child = child.map(|child| format!(", child = {}", quoted(child)));
        text += &format!(
            "  {{ id = \"{}\", label = {}, means = \"{means}\"{}{note} }},\n",
            voice.name("answer", n),
            quoted(&pen.words()),
            child.unwrap_or_default(),
        );
    }
    text + "]\n"
}

fn action(id: &str, column: &Column, voice: Voice, pen: &mut Pen<'_>) -> String {
    let mut text = format!(
        "[[action]]\nid = {}\ntitle = {}\n",
        quoted(id),
        quoted(&pen.words())
    );
    if voice == Voice::Children {
        text += &format!("child = {}\n", quoted(&column.child));
    }
    text + &pen.maybe("note")
}
