//! Prose: what stands between headings.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::people::Known;
use super::words::{NOBODY, Voice, list, quoted, title, word, words};

/// One block of a page, as its author thinks of it.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Paragraph(String, Option<Inline>),
    List(Vec<String>, bool),
    Tasks(Vec<String>),
    Terms(String, String),
    Table(Vec<(String, Option<Inline>)>),
    /// Indented code, which may stand beside a labelled quote.
    Indented(String),
    /// A fenced example of what a label looks like: it is no label.
    Example(String),
    /// A quote without a label, between two paragraphs.
    Quote(String, String),
    Note(String, String),
    Image(Index),
    Contacts(Vec<Index>),
    Helplines(Vec<Index>),
    Routes(Vec<Index>),
    Guidance(Vec<Index>),
    Glossary(Vec<Index>),
    Systems(Vec<Index>),
    Procedure(Index),
    Review,
    Duties(Vec<Index>),
    Checklist(Index),
    TableRecord(Index),
    Agreement(Index),
}

/// Something in a paragraph.
#[derive(Debug, Clone)]
pub(crate) enum Inline {
    Strong(String),
    Code(String),
    Role(Index, Option<String>),
    Helpline(Index),
    Policy(Index),
    Guidance(Index),
    Term(Index, Option<String>),
    System(Index),
    /// A short form, as text.
    Acronym(Index),
    Link(Index, String),
    /// A link whose address stands elsewhere.
    Defined(Index, String),
    Autolink,
}

fn inline(voice: Voice) -> impl Strategy<Value = Inline> {
    prop_oneof![
        2 => words(voice).prop_map(Inline::Strong),
        1 => word(voice).prop_map(Inline::Code),
        3 => (any::<Index>(), prop::option::of(words(voice)))
            .prop_map(|(role, text)| Inline::Role(role, text)),
        2 => any::<Index>().prop_map(Inline::Helpline),
        2 => any::<Index>().prop_map(Inline::Policy),
        2 => any::<Index>().prop_map(Inline::Guidance),
        2 => (any::<Index>(), prop::option::of(words(voice)))
            .prop_map(|(term, text)| Inline::Term(term, text)),
        2 => any::<Index>().prop_map(Inline::System),
        4 => any::<Index>().prop_map(Inline::Acronym),
        3 => (any::<Index>(), words(voice)).prop_map(|(to, text)| Inline::Link(to, text)),
        2 => (any::<Index>(), words(voice)).prop_map(|(to, text)| Inline::Defined(to, text)),
        1 => Just(Inline::Autolink),
    ]
}

pub(crate) fn block(voice: Voice) -> impl Strategy<Value = Block> {
    let row = || (words(voice), prop::option::of(inline(voice)));
    let some = || vec(any::<Index>(), 1..3);
    prop_oneof![
        4 => (words(voice), prop::option::of(inline(voice)))
            .prop_map(|(text, inline)| Block::Paragraph(text, inline)),
        2 => (vec(words(voice), 1..4), any::<bool>())
            .prop_map(|(items, ordered)| Block::List(items, ordered)),
        1 => vec(words(voice), 1..3).prop_map(Block::Tasks),
        1 => (title(voice), words(voice)).prop_map(|(term, text)| Block::Terms(term, text)),
        2 => vec(row(), 1..4).prop_map(Block::Table),
        2 => words(voice).prop_map(Block::Indented),
        1 => words(voice).prop_map(Block::Example),
        1 => (words(voice), words(voice)).prop_map(|(text, after)| Block::Quote(text, after)),
        2 => (words(voice), words(voice)).prop_map(|(text, note)| Block::Note(text, note)),
        2 => any::<Index>().prop_map(Block::Image),
        1 => some().prop_map(Block::Contacts),
        1 => some().prop_map(Block::Helplines),
        1 => vec(any::<Index>(), 0..3).prop_map(Block::Routes),
        1 => vec(any::<Index>(), 0..3).prop_map(Block::Guidance),
        1 => vec(any::<Index>(), 0..3).prop_map(Block::Glossary),
        1 => vec(any::<Index>(), 0..3).prop_map(Block::Systems),
        2 => any::<Index>().prop_map(Block::Procedure),
        1 => Just(Block::Review),
        1 => vec(any::<Index>(), 0..3).prop_map(Block::Duties),
        2 => any::<Index>().prop_map(Block::Checklist),
        2 => any::<Index>().prop_map(Block::TableRecord),
        2 => any::<Index>().prop_map(Block::Agreement),
    ]
}

/// Writes the blocks of one page and one voice.
///
/// What has to be unlike anything else on the page (a note, a definition, an
/// id) is counted by this pen alone, so that two pens of different voices can
/// write on one page and never depend on each other.
pub(crate) struct Pen<'a> {
    pub(crate) voice: Voice,
    pub(crate) known: &'a Known,
    /// From the page's folder to `content/`: `../`.
    pub(crate) up: String,
    /// Whether the page is under review whatever the schedule says.
    reviewed: bool,
    /// How many names were given on this page.
    count: usize,
}

impl<'a> Pen<'a> {
    /// A pen for the page at `path`, under `content/`.
    pub(crate) fn new(voice: Voice, path: &str, known: &'a Known) -> Pen<'a> {
        Pen {
            voice,
            known,
            up: "../".repeat(path.matches('/').count()),
            // Every policy is, be it in the schedule or not.
            reviewed: path.starts_with("policies/") && !path.ends_with("/index"),
            count: 0,
        }
    }

    /// A name that this page has only once.
    pub(crate) fn fresh(&mut self, what: &str) -> String {
        self.count += 1;
        self.voice.name(what, self.count)
    }

    /// The lines of a block, without a blank line at either end.
    pub(crate) fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Paragraph(text, None) => text.clone(),
            Block::Paragraph(text, Some(inline)) => {
                let (inline, definition) = self.inline(inline, "");
                format!("{text} {inline}.{definition}")
            }
            Block::List(items, ordered) => {
                let mark = if *ordered { "1." } else { "-" };
                let items: Vec<String> = items.iter().map(|i| format!("{mark} {i}")).collect();
                items.join("\n")
            }
            Block::Tasks(items) => {
                let items: Vec<String> = items.iter().map(|item| format!("- [ ] {item}")).collect();
                items.join("\n")
            }
            Block::Terms(term, text) => format!("{term}\n: {text}"),
            Block::Table(rows) => self.table(rows),
            Block::Indented(text) => format!("    {text}\n\n    {text}"),
            Block::Example(text) => {
                format!("```text\n## {text} {{.staff}}\n> [!STAFF]\n> {text} [[role:nobody]]\n```")
            }
            Block::Quote(text, after) => {
                // The paragraphs keep it from standing beside a labelled one.
                format!("{after}:\n\n> {text}\n\n{after}.")
            }
            Block::Note(text, note) => {
                let name = self.fresh("note");
                format!("{text}[^{name}]\n\n[^{name}]: {note}")
            }
            Block::Image(image) => match self.known.images.of(self.voice).as_slice() {
                [] => NOTHING.to_owned(),
                images => format!("![]({}images/{})", self.up, image.get(images)),
            },
            Block::Contacts(names) => self.records("contacts", "roles", names),
            Block::Helplines(names) => self.records("helplines", "ids", names),
            Block::Routes(names) => self.records("routes", "about", names),
            Block::Guidance(names) => self.records("guidance", "ids", names),
            Block::Glossary(names) => self.records("glossary", "ids", names),
            Block::Systems(names) => self.records("systems", "ids", names),
            Block::TableRecord(at) => self.record("table", *at),
            Block::Procedure(at) => self.record("procedure", *at),
            Block::Agreement(at) => self.record("agreement", *at),
            Block::Checklist(at) => self.record("checklist", *at),
            Block::Review if self.reviewed => "```review\n```".to_owned(),
            Block::Duties(names) if self.voice == Voice::Staff => {
                self.records("duties", "roles", names)
            }
            Block::Review | Block::Duties(_) => NOTHING.to_owned(),
        }
    }

    /// What a block of this kind can name.
    fn known(&self, kind: &str) -> Vec<&'a str> {
        let known = self.known;
        let reach = match kind {
            "contacts" | "duties" => &known.roles,
            "helplines" => &known.helplines,
            "routes" => &known.routes,
            "guidance" => &known.guidance,
            "glossary" => &known.terms,
            "systems" => &known.systems,
            "table" => &known.tables,
            "procedure" => &known.procedures,
            "agreement" => &known.agreements,
            "checklist" => &known.checklists,
            _ => panic!("there is no block {kind}"),
        };
        reach.of(self.voice)
    }

    /// A block of several records.
    fn records(&self, kind: &str, key: &str, names: &[Index]) -> String {
        fence(kind, key, names, &self.known(kind))
    }

    /// A block of one record.
    fn record(&self, kind: &str, at: Index) -> String {
        one(kind, "id", at, &self.known(kind))
    }

    fn table(&mut self, rows: &[(String, Option<Inline>)]) -> String {
        let mut table = "| What | Who |\n| --- | :-- |".to_owned();
        let mut definitions = String::new();
        for (what, who) in rows {
            let (who, definition) = match who {
                Some(inline) => self.inline(inline, "\\"),
                None => ("nobody".to_owned(), String::new()),
            };
            table += &format!("\n| {what} | {who} |");
            definitions += &definition;
        }
        table + &definitions
    }

    /// Something in a line, and the definition it needs after the block. In a
    /// table a pipe is written with a backslash.
    fn inline(&mut self, inline: &Inline, escape: &str) -> (String, String) {
        let pick = |at: &Index, from: Vec<&str>| -> Option<String> {
            (!from.is_empty()).then(|| (*at.get(&from)).to_owned())
        };
        let known = self.known;
        let written = match inline {
            Inline::Strong(text) => format!("**{text}**"),
            // Braces and labels are ordinary signs in code.
            Inline::Code(text) => format!("`{{.{text}}} [!{text}]`"),
            Inline::Role(role, text) => {
                let text = text.as_ref().map(|text| format!("{escape}|{text}"));
                match pick(role, known.roles.of(self.voice)) {
                    Some(role) => format!("[[role:{role}{}]]", text.unwrap_or_default()),
                    None => NOTHING.to_owned(),
                }
            }
            Inline::Helpline(line) => match pick(line, known.helplines.of(self.voice)) {
                Some(line) => format!("[[helpline:{line}]]"),
                None => NOTHING.to_owned(),
            },
            Inline::Policy(policy) => match pick(policy, known.policies.of(self.voice)) {
                Some(policy) => format!("[[policy:{policy}]]"),
                None => NOTHING.to_owned(),
            },
            Inline::Guidance(text) => match pick(text, known.guidance.of(self.voice)) {
                Some(text) => format!("[[guidance:{text}]]"),
                None => NOTHING.to_owned(),
            },
            Inline::Term(term, text) => {
                let text = text.as_ref().map(|text| format!("{escape}|{text}"));
                match pick(term, known.terms.of(self.voice)) {
                    Some(term) => format!("[[term:{term}{}]]", text.unwrap_or_default()),
                    None => NOTHING.to_owned(),
                }
            }
            Inline::System(system) => match pick(system, known.systems.of(self.voice)) {
                Some(system) => format!("[[system:{system}]]"),
                None => NOTHING.to_owned(),
            },
            Inline::Acronym(short) => match pick(short, known.acronyms.of(self.voice)) {
                Some(short) => short,
                None => NOTHING.to_owned(),
            },
            Inline::Link(to, text) => match pick(to, known.links.of(self.voice)) {
                Some(to) => format!("[{text}]({}{to})", self.up),
                None => NOTHING.to_owned(),
            },
            Inline::Defined(to, text) => {
                if let Some(to) = pick(to, known.links.of(self.voice)) {
                    let name = self.fresh("link");
                    let definition = format!("\n\n[{name}]: {}{to}", self.up);
                    return (format!("[{text}][{name}]"), definition);
                }
                NOTHING.to_owned()
            }
            // A children's page sends nobody to the open web.
            Inline::Autolink if self.voice == Voice::Children => NOTHING.to_owned(),
            Inline::Autolink => format!("<https://{}example.org/>", self.voice.mark()),
        };
        (written, String::new())
    }
}

/// What stands where there is nothing to refer to, whoever writes.
pub(crate) const NOTHING: &str = "nothing";

fn fence(kind: &str, key: &str, wanted: &[Index], from: &[&str]) -> String {
    if from.is_empty() {
        return NOTHING.to_owned();
    }
    // Without names a block shows all that its readers may see.
    if wanted.is_empty() {
        return format!("```{kind}\n```");
    }
    let mut named: Vec<&str> = Vec::new();
    for index in wanted {
        let name = index.get(from);
        if !named.contains(name) {
            named.push(name);
        }
    }
    format!("```{kind}\n{key} = {}\n```", list(&named))
}

/// A block that shows one record.
fn one(kind: &str, key: &str, at: Index, from: &[&str]) -> String {
    if from.is_empty() {
        return NOTHING.to_owned();
    }
    format!("```{kind}\n{key} = {}\n```", quoted(at.get::<&str>(from)))
}

/// The text of a page that is not published yet: nobody reads it.
pub(crate) fn draft(text: &str) -> String {
    format!("{NOBODY}{text}")
}
