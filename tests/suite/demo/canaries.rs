//! The demonstration site with a word of its own in every place for staff.

mod reviews;
mod tables;

use super::cut::entries;
use super::{Folder, add, demo, edit, is_for_staff_alone, is_whole_for_staff};

/// Words that stand nowhere else: some that staff find, some that nobody does.
#[derive(Default)]
struct Canaries(usize);

impl Canaries {
    fn staff(&mut self) -> String {
        self.0 += 1;
        format!("Qzcanary{}x", self.0)
    }

    pub(super) fn nobody() -> &'static str {
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
            "+++{front}\n+++\n\n> [!STAFF]\n> {}. Ask the DSL about AI, says KCSIE.\n",
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

    /// A checklist: staff's own with a word in every field, or one that others
    /// read too with a check for staff.
    fn in_checklist(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        if is_whole_for_staff(&text) {
            let title = format!("\ntitle = \"{} ", self.staff());
            text = text.replacen("\ntitle = \"", &title, 1);
            if text.contains("\nintro = \"") {
                let intro = format!("\nintro = \"{} ", self.staff());
                text = text.replacen("\nintro = \"", &intro, 1);
            }
        }
        text += &format!(
            "\n[[check]]\ntext = \"{}\"\nsection = \"{}\"\nnote = \"{}\"\nfor = [\"staff\"]\n",
            self.staff(),
            self.staff(),
            self.staff()
        );
        text
    }

    /// An agreement of staff's, with a word in every text.
    fn in_agreement(&mut self, text: &str) -> String {
        let texts = ["title", "intro", "text", "section", "note", "return_to"];
        let mut lines = Vec::new();
        for line in text.lines() {
            let (key, said) = line.split_once(" = \"").unwrap_or((line, ""));
            lines.push(if texts.contains(&key) && line.len() > key.len() {
                format!("{key} = \"{} {said}", self.staff())
            } else if let Some(rest) = line.strip_prefix("about = [") {
                format!("about = [\"{}\", {rest}", self.staff())
            } else if let Some(rest) = line.strip_prefix("signed_by = [") {
                format!("signed_by = [\"{}\", {rest}", self.staff())
            } else {
                line.to_owned()
            });
        }
        let (text, answer, other) = (self.staff(), self.staff(), self.staff());
        lines.push(format!(
            "\n[[choice]]\ntext = \"{text}\"\nanswers = [\"{answer}\", \"{other}\"]\n"
        ));
        lines.join("\n")
    }

    /// A page of staff's, with words in its title and its text.
    fn in_page(&mut self, text: &str) -> String {
        let title = format!("\ntitle = \"{} ", self.staff());
        let text = text.replacen("\ntitle = \"", &title, 1);
        format!("{text}\n\n{}\n", self.staff())
    }

    /// A law or guidance, with a title, editions and a source for staff.
    fn in_guidance(&mut self, entry: &str) -> String {
        let mut lines: Vec<String> = entry.lines().map(str::to_owned).collect();
        if !entry.contains("\naliases = [") {
            lines.insert(1, format!("aliases = [\"{}\"]", self.staff()));
        }
        let text = lines.join("\n") + "\n";
        let (other, source) = (self.staff(), self.staff());
        let mut text = text.replace("\nsource = \"", &format!("\nsource = \"{source} "));
        text = text.replace("\naliases = [", &format!("\naliases = [\"{other}\", "));
        if let Some((before, editions)) = text.split_once("\neditions = [") {
            let older = format!("{{ name = \"{}\", in_force = 1999-09-01 }}", self.staff());
            let coming = format!("{{ name = \"{}\", in_force = 2099-09-01 }}", self.staff());
            let editions = editions.replacen("]\n", &format!(" {coming}]\n"), 1);
            let editions = editions.replace("} {", "}, {");
            text = format!("{before}\neditions = [{older}, {editions}");
        }
        text
    }

    /// A procedure for staff, with a word in each text of it.
    fn in_procedure(&mut self, text: &str) -> String {
        let mut changed = String::with_capacity(2 * text.len());
        for line in text.lines() {
            let mut line = line.to_owned();
            for begins in [
                "title = \"",
                "summary = \"",
                "text = \"",
                "note = \"",
                "  \"",
                "{ answer = \"",
            ] {
                let here = line.trim_start().starts_with(begins) || line.starts_with(begins);
                if here && let Some(at) = line.find(begins) {
                    line.insert_str(at + begins.len(), &format!("{} ", self.staff()));
                }
            }
            changed += &line;
            changed.push('\n');
        }
        changed
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
            "systems.toml",
            format!(
                "\n[[system]]\nid = \"qzcanary\"\nname = \"{}\"\naliases = [\"{}\"]\npurpose = \"{}\"\n\
                 child_purpose = \"{nobody}\"\nowner = \"qzcanary\"\nsupplier = \"{}\"\nfor = [\"staff\"]\n",
                self.staff(),
                self.staff(),
                self.staff(),
                self.staff()
            ),
        );
        add(
            "accessibility.toml",
            format!(
                "\n[[tested]]\nhow = \"screen-reader\"\non = 2026-10-01\nby = \"{}\"\nwith = \"{}\"\nfound = \"{}\"\nfor = [\"staff\"]\n\
                 \n[[gap]]\nwhat = \"{}\"\ninstead = \"{}\"\nfor = [\"staff\"]\n",
                self.staff(),
                self.staff(),
                self.staff(),
                self.staff(),
                self.staff()
            ),
        );
        add(
            "glossary.toml",
            format!(
                "\n[[term]]\nid = \"qzcanary\"\nterm = \"{}\"\nacronym = \"{}\"\naliases = [\"{}\"]\ninstead_of = [\"{nobody}\"]\n\
                 meaning = \"{}\"\nchild = \"{nobody}\"\nchild_meaning = \"{nobody}\"\nfor = [\"staff\"]\n",
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

    /// A whole procedure for staff alone, with every field.
    fn add_procedure(&mut self, folder: &mut Folder) {
        let words: Vec<String> = (0..9).map(|_| self.staff()).collect();
        let [title, summary, never, ask, note, yes, no, end, page] = &words[..] else {
            unreachable!("there are nine")
        };
        let text = format!(
            "id = \"qzcanary\"\ntitle = \"{title}\"\nfor = [\"staff\"]\nsummary = \"{summary}\"\n\
             source = \"kcsie\"\nedition = \"2026\"\nnever = [\"{never}\"]\n\n\
             [[step]]\nid = \"qzcanary-ask\"\ntext = \"{ask}\"\nnote = \"{note}\"\n\
             roles = [\"qzcanary\"]\nhelplines = [\"qzcanary\"]\nbranches = [\n  \
             {{ answer = \"{yes}\", to = \"qzcanary-end\" }},\n  {{ answer = \"{no}\", to = \"qzcanary-end\" }},\n]\n\n\
             [[step]]\nid = \"qzcanary-end\"\ntext = \"{end}\"\n"
        );
        add(folder, "procedures/qzcanary.toml", &text);
        let shown =
            format!("+++\ntitle = \"{page}\"\n+++\n\n```procedure\nid = \"qzcanary\"\n```\n");
        add(folder, "staff/qzcanary/steps.md", &shown);
    }

    /// Whole files for staff alone, and for nobody.
    fn add_files(&mut self, folder: &mut Folder) {
        let mut add = |path: &str, text: String| add(folder, path, &text);
        let nobody = Canaries::nobody();
        add("tables/qzcanary.toml", self.table());
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
                 [{}](../../files/staff/qzcanary.pdf) [[role:qzcanary]]\n\n```helplines\nids = [\"qzcanary\"]\n```\n\n\
                 ```table\nid = \"qzcanary\"\n```\n\n```systems\nids = [\"qzcanary\"]\n```\n",
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
            format!(
                "\n# {nobody}\n[privacy]\nnames = [\"{nobody}\"]\n\n\
                 [[exception]]\nrule = \"vacant-role\"\nin = \"{nobody}.md\"\nwords = \"{nobody}\"\n\
                 reason = \"{nobody}\"\nuntil = 2026-12-31\n\n\
                 [rules.vacant-role]\nlevel = \"warn\"\nreason = \"{nobody}\"\n"
            ),
        );
    }
}

pub(super) fn with_canaries() -> (Folder, usize) {
    let mut folder = demo();
    let mut canaries = Canaries::default();
    in_pages(&mut folder, &mut canaries);
    in_records(&mut folder, &mut canaries);
    canaries.in_reviews(&mut folder);
    in_handbook(&mut folder, &mut canaries);
    canaries.add_records(&mut folder);
    canaries.add_procedure(&mut folder);
    canaries.add_files(&mut folder);
    (folder, canaries.0)
}

/// The files under `start` that are for staff alone.
fn of_staff(folder: &Folder, start: &str) -> Vec<String> {
    let files = folder.iter();
    let found =
        files.filter(|(path, bytes)| path.starts_with(start) && is_for_staff_alone(path, bytes));
    found.map(|(path, _)| path.clone()).collect()
}

fn in_pages(folder: &mut Folder, canaries: &mut Canaries) {
    let mut staff = of_staff(folder, "content/");
    staff.retain(|path| path.ends_with(".md"));
    let is_staff = |path: &str| staff.iter().any(|other| other == path);
    edit(folder, is_staff, |text| canaries.in_page(text));
    let public = |path: &str| path.starts_with("content/policies/") && !is_staff(path);
    edit(folder, public, |text| canaries.in_policy(text));
}

fn in_records(folder: &mut Folder, canaries: &mut Canaries) {
    let people = |path: &str| path == "content/people.toml";
    edit(folder, people, |text| {
        let entries = entries(text).into_iter();
        let changed = entries.map(|entry| {
            if entry.starts_with("[[role]]") {
                canaries.in_role(&entry)
            } else {
                entry
            }
        });
        changed.collect()
    });
    let images = |path: &str| path == "content/images.toml";
    edit(folder, images, |text| {
        let nobody = Canaries::nobody();
        let consent = format!("use = \"website\"\nconsent = \"{nobody}\"\nchecked = 2026-10-01");
        text.replace("use = \"website\"", &consent)
    });
}

fn in_handbook(folder: &mut Folder, canaries: &mut Canaries) {
    let register = |path: &str| path == "content/guidance.toml";
    edit(folder, register, |text| {
        let entries = entries(text).into_iter();
        let changed = entries.map(|entry| {
            if entry.starts_with("[[guidance]]") {
                canaries.in_guidance(&entry)
            } else {
                let nobody = Canaries::nobody();
                entry.replace("\nsource = \"", &format!("\nsource = \"{nobody} "))
            }
        });
        changed.collect()
    });
    let tables = |path: &str| path.starts_with("content/tables/");
    edit(folder, tables, |text| canaries.in_table(text));
    let procedures = of_staff(folder, "content/procedures/");
    let is_procedure = |path: &str| procedures.iter().any(|other| other == path);
    edit(folder, is_procedure, |text| canaries.in_procedure(text));
    let checklists = |path: &str| path.starts_with("content/checklists/");
    edit(folder, checklists, |text| canaries.in_checklist(text));
    let forms = of_staff(folder, "content/agreements/");
    let is_form = |path: &str| forms.iter().any(|other| other == path);
    edit(folder, is_form, |text| canaries.in_agreement(text));
}
