//! The demonstration site keeps its staff's words to itself.
//!
//! Two readings of `content/`, made by hand and by line, that know nothing of
//! the program: one without anything that is for staff, and one with a word of
//! its own in every such place. The web tree of both is that of the site as
//! it is.

use std::collections::BTreeMap;
use std::path::PathBuf;

use signpost::render::{Edition, Tree};

use crate::build;
use crate::by_hand;
use crate::site::files_under;

/// Files of a site, by path from its folder.
type Folder = BTreeMap<String, Vec<u8>>;

fn demo() -> Folder {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = files_under(&root).into_iter();
    files
        .map(|(path, bytes)| (format!("content/{path}"), bytes))
        .collect()
}

fn edition(folder: &Folder) -> Edition {
    let files = folder
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]));
    build::printed(files).unwrap_or_else(|why| panic!("{why}"))
}

/// Changes the text of each file that `is_meant` picks.
fn edit(
    folder: &mut Folder,
    is_meant: impl Fn(&str) -> bool,
    mut change: impl FnMut(&str) -> String,
) {
    for (path, bytes) in folder.iter_mut().filter(|(path, _)| is_meant(path)) {
        let text = str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is no text"));
        *bytes = change(text).into_bytes();
    }
}

/// Puts text at the end of a file under `content/`, or makes the file.
fn add(folder: &mut Folder, path: &str, text: &str) {
    let bytes = folder.entry(format!("content/{path}")).or_default();
    bytes.extend_from_slice(text.as_bytes());
}

fn is_for_staff_alone(path: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    path.starts_with("content/staff/")
        || path.starts_with("content/files/staff/")
        || (path.starts_with("content/policies/") && text.contains("\naudience = [\"staff\"]\n"))
}

/// A file of records, entry by entry, with what stands before the first.
fn entries(text: &str) -> Vec<String> {
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

/// Whether a line of `people.toml` is a duty or a channel for staff alone.
fn is_line_for_staff(line: &str) -> bool {
    let kinds = ["text", "phone", "email", "web"];
    let starts = |kind: &&str| line.starts_with(&format!("  {{ {kind} = "));
    let said = line.contains("for = [") && !line.contains("for = [\"staff\"]");
    kinds.iter().any(starts) && !said
}

fn without_staff() -> Folder {
    let mut folder = demo();
    folder.retain(|path, bytes| !is_for_staff_alone(path, bytes));
    edit(
        &mut folder,
        |path| path.starts_with("content/policies/"),
        by_hand::without_staff,
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
    folder
}

/// Words that stand nowhere else: some that staff find, some that nobody does.
#[derive(Default)]
struct Canaries(usize);

impl Canaries {
    fn staff(&mut self) -> String {
        self.0 += 1;
        format!("Qzcanary{}x", self.0)
    }

    fn nobody() -> &'static str {
        "Vkcanary"
    }

    /// A role, with a word in each list of it.
    fn in_role(&mut self, entry: &str) -> String {
        let mut lines = Vec::new();
        let mut found = false;
        for line in entry.lines() {
            lines.push(line.to_owned());
            let word = self.staff();
            match line {
                "holders = [" => lines.push(format!("  {{ name = \"{word}\" }},")),
                "duties = [" => lines.push(format!("  {{ text = \"{word}\" }},")),
                "channels = [" => {
                    let email = word.to_lowercase();
                    lines.push(format!(
                        "  {{ email = \"{email}@thimblemere.example\", note = \"{}\" }},",
                        self.staff()
                    ));
                }
                _ => self.0 -= 1,
            }
            found |= line.starts_with("find = ");
        }
        if !entry.contains("\naliases = ") {
            lines.insert(1, format!("aliases = [\"{}\"]", self.staff()));
        }
        if !found {
            lines.insert(1, format!("find = \"{}\"", self.staff()));
        }
        lines.join("\n") + "\n"
    }

    /// A public policy, with a quote at its head, words in its sections for
    /// staff, and a section at its foot.
    fn in_policy(&mut self, text: &str) -> String {
        let (front, body) = text[3..].split_once("\n+++\n").expect("front matter");
        let mut lines = vec![format!(
            "+++{front}\n+++\n\n> [!STAFF]\n> {}\n",
            self.staff()
        )];
        for line in body.lines() {
            lines.push(line.to_owned());
            if line.ends_with("{.staff}") {
                lines.push(format!("\n{}\n", self.staff()));
            }
        }
        let (title, text, note) = (self.staff(), self.staff(), self.staff());
        lines.push(format!(
            "\n## {title} {{.staff}}\n\n{text}.[^canary]\n\n[^canary]: {note}\n"
        ));
        lines.join("\n")
    }

    /// A page of staff's, with words in its title and its text.
    fn in_page(&mut self, text: &str) -> String {
        let title = format!("\ntitle = \"{} ", self.staff());
        let text = text.replacen("\ntitle = \"", &title, 1);
        format!("{text}\n\n{}\n", self.staff())
    }

    /// Whole records for staff alone, and for nobody.
    fn add_records(&mut self, folder: &mut Folder) {
        let mut add = |path: &str, text: String| add(folder, path, &text);
        let nobody = Canaries::nobody();
        add(
            "people.toml",
            format!(
                "\n[[role]]\nid = \"qzcanary\"\ntitle = \"{}\"\nkind = \"person\"\nfor = [\"staff\"]\n\
                 holders = [{{ name = \"{}\" }}, {{ name = \"{nobody}\", until = 2026-01-01 }}]\n\
                 \n[[route]]\nabout = \"{}\"\nto = [\"qzcanary\"]\nwithin = \"{}\"\nfor = [\"staff\"]\n",
                self.staff(),
                self.staff(),
                self.staff(),
                self.staff()
            ),
        );
        add(
            "helplines.toml",
            format!(
                "\n[[helpline]]\nid = \"qzcanary\"\nname = \"{}\"\npurpose = \"{}\"\nfor = [\"staff\"]\n\
                 phone = \"01632 960399\"\nhours = \"always\"\nsource = \"https://www.police.uk\"\n\
                 verified = 2026-10-01\n",
                self.staff(),
                self.staff()
            ),
        );
    }

    /// Whole files for staff alone, and for nobody.
    fn add_files(&mut self, folder: &mut Folder) {
        let mut add = |path: &str, text: String| add(folder, path, &text);
        let nobody = Canaries::nobody();
        add(
            "images.toml",
            format!(
                "\n[[image]]\nfile = \"qzcanary.svg\"\nalt = \"{}\"\nuse = \"website\"\n",
                self.staff()
            ),
        );
        add(
            "images/qzcanary.svg",
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 6\"><!-- {nobody} -->\
                 <title>{}</title><path d=\"M0 0h9v6z\"/></svg>\n",
                self.staff()
            ),
        );
        add(
            "files/staff/qzcanary.pdf",
            format!("%PDF-1.7 {}", self.staff()),
        );
        add(
            "staff/qzcanary/page.md",
            format!(
                "+++\ntitle = \"{}\"\nwas = [\"staff/qzcanary-before\"]\n+++\n\n![](../../images/qzcanary.svg) \
                 [{}](../../files/staff/qzcanary.pdf) [[role:qzcanary]]\n\n```helplines\nids = [\"qzcanary\"]\n```\n",
                self.staff(),
                self.staff()
            ),
        );
        add(
            "policies/qzcanary.md",
            format!(
                "+++\ntitle = \"{}\"\naudience = [\"staff\"]\nwas = [\"policies/qzcanary-before\"]\n+++\n\n{}\n",
                self.staff(),
                self.staff()
            ),
        );
        for folder in ["children", "parents", "staff"] {
            let front = format!("+++\ntitle = \"{nobody}\"\ndraft = true\n+++\n\n{nobody}\n");
            add(&format!("{folder}/vkcanary.md"), front);
        }
        add(
            "school.toml",
            format!("\n# {nobody}\n[rules.vacant-role]\nlevel = \"warn\"\nreason = \"{nobody}\"\n"),
        );
    }
}

fn with_canaries() -> (Folder, usize) {
    let mut folder = demo();
    let mut canaries = Canaries::default();
    let staff: Vec<String> = folder
        .iter()
        .filter(|(path, bytes)| is_for_staff_alone(path, bytes) && path.ends_with(".md"))
        .map(|(path, _)| path.clone())
        .collect();
    let is_staff = |path: &str| staff.iter().any(|other| other == path);
    edit(&mut folder, is_staff, |text| canaries.in_page(text));
    let public = |path: &str| path.starts_with("content/policies/") && !is_staff(path);
    edit(&mut folder, public, |text| canaries.in_policy(text));
    edit(
        &mut folder,
        |path| path == "content/people.toml",
        |text| {
            let entries = entries(text).into_iter();
            let changed = entries.map(|entry| {
                if entry.starts_with("[[role]]") {
                    canaries.in_role(&entry)
                } else {
                    entry
                }
            });
            changed.collect()
        },
    );
    edit(
        &mut folder,
        |path| path == "content/images.toml",
        |text| {
            let nobody = Canaries::nobody();
            let consent =
                format!("use = \"website\"\nconsent = \"{nobody}\"\nchecked = 2026-10-01");
            text.replace("use = \"website\"", &consent)
        },
    );
    canaries.add_records(&mut folder);
    canaries.add_files(&mut folder);
    (folder, canaries.0)
}

/// The first difference between two trees, for a person to read.
fn difference(one: &Tree, other: &Tree) -> Option<String> {
    let names = |tree: &Tree| tree.files.keys().cloned().collect::<Vec<_>>();
    if names(one) != names(other) {
        return Some(format!("{:#?}\n{:#?}", names(one), names(other)));
    }
    let (path, bytes) = one
        .files
        .iter()
        .find(|(path, bytes)| other.files[*path] != **bytes)?;
    let (one, other) = (
        String::from_utf8_lossy(bytes),
        String::from_utf8_lossy(&other.files[path]),
    );
    let line = one
        .lines()
        .zip(other.lines())
        .find(|(one, other)| one != other);
    Some(format!("{path}: {line:#?}"))
}

#[test]
fn without_what_is_for_staff_the_web_tree_of_the_demo_is_the_same() {
    let (whole, cut) = (demo(), without_staff());
    let size = |folder: &Folder| folder.values().map(Vec::len).sum::<usize>();
    assert!(
        size(&cut) + 10_000 < size(&whole),
        "hardly anything was cut"
    );
    let (whole, cut) = (edition(&whole), edition(&cut));
    assert_eq!(difference(&whole.web, &cut.web), None);
    assert!(cut.staff.files.len() < whole.staff.files.len());
}

#[test]
fn no_word_of_staffs_is_in_the_web_tree_of_the_demo() {
    let (folder, count) = with_canaries();
    assert!(count > 120, "only {count} places have a word");
    let marked = edition(&folder);
    assert_eq!(difference(&edition(&demo()).web, &marked.web), None);
    let said = |tree: &Tree, word: &str| {
        tree.files.iter().any(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            text.contains(word) || path.to_lowercase().contains(word)
        })
    };
    assert!(!said(&marked.web, "qzcanary") && !said(&marked.web, "vkcanary"));
    assert!(!said(&marked.staff, "vkcanary"));
    // The control: staff find every one of them.
    for number in 1..=count {
        let word = format!("qzcanary{number}x");
        assert!(said(&marked.staff, &word), "{word} is nowhere");
    }
}
