//! A new site: the starter that is compiled in, with what a school has said of
//! itself.
//!
//! In: [`Answers`] and a folder. Out: the files of a site that builds at once.
//! Must never write where something stands already, and never put what was
//! typed anywhere but between quotes.
//!
//! [`Answers`]: crate::write::starter::Answers

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::disk::{self, Disk, Finish, Kind, System};
use super::{ledger, names};
use crate::error::Error;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// What stands in the starter where a school's own is to be.
const NAME: &str = "name = \"Our School\"";
const POSTAL: &str = "postal = [\"To fill in\"]";
const PHONE: &str = "\"01632 960000\"";
const EMAIL: &str = "\"office@school.example\"";
const DOMAIN: &str = "\"school.example\"";

/// What a school has said of itself.
#[derive(Debug, Clone)]
pub struct Answers {
    /// Its name.
    pub school: String,
    /// How old its children are.
    pub phase: Phase,
    /// The office's telephone number, if it was told.
    pub phone: Option<String>,
    /// The office's mailbox, if it was told.
    pub email: Option<String>,
    /// The lines of the postal address; none if it was not told.
    pub postal: Vec<String>,
}

/// How old a school's children are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// 5 to 11.
    Primary,
    /// 5 to 7.
    Infant,
    /// 7 to 11.
    Junior,
}

/// The files of a new site, by path from its folder.
pub fn files(answers: &Answers) -> BTreeMap<String, String> {
    let starter = all(&STARTER);
    // Pages for children whom this school does not have.
    let without: BTreeSet<&str> = match answers.phase {
        Phase::Primary => BTreeSet::new(),
        Phase::Infant => with(&starter, "\nband = \"ks2\"\n"),
        Phase::Junior => with(&starter, "\nband = \"ks1\"\n"),
    };
    let is_kept = |path: &str| !without.contains(path);
    let kept = starter.iter().filter(|(path, _)| is_kept(path));
    kept.map(|(path, text)| ((*path).to_owned(), filled(text, &without, answers)))
        .collect()
}

/// Puts the files of a new site into `folder`, which is made if it is not
/// there.
///
/// # Errors
/// [`Error::InTheWay`] when something stands where a file is to be, or when
/// `content` is not empty, and then nothing is written; [`Error::Read`] and
/// [`Error::Write`] with the path that failed, and then what was written is
/// taken away again.
pub fn into_folder(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    let disk = System;
    let names = in_the_way(&disk, folder, files)?;
    if !names.is_empty() {
        let path = folder.to_path_buf();
        return Err(Error::InTheWay { path, names });
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let done = write(&disk, &path, text);
        if done.is_err() {
            for path in &written {
                // Should this fail too, the next try names what is in the way.
                let _ = disk.remove_file(path);
            }
        }
        done?;
        written.push(path);
    }
    Ok(())
}

fn write(disk: &System, path: &Path, text: &str) -> Result<(), Error> {
    let folder = path.parent().expect("a file is in a folder");
    disk.make_folders(folder)
        .map_err(disk::unwritten("made", folder))?;
    disk.write_new(path, text.as_bytes(), Finish::Nothing)
        .map_err(disk::unwritten("written", path))
}

/// What stands where something of the new site is to be.
fn in_the_way(
    disk: &System,
    folder: &Path,
    files: &BTreeMap<String, String>,
) -> Result<Vec<String>, Error> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let kind = |path: &Path| disk.kind(path).map_err(disk::unread(path));
    let content = folder.join("content");
    if kind(&content)? == Some(Kind::Folder) {
        let found = disk.list(&content).map_err(disk::unread(&content))?;
        let found = found.into_iter().map(|(name, kind)| match kind {
            Kind::Folder => format!("content/{name}/"),
            Kind::File | Kind::Other => format!("content/{name}"),
        });
        names.extend(found.filter(|name| !names::is_desktop_litter(name)));
    }
    for name in names::folders(files.keys()) {
        let above = name.split_once('/').map(|(above, _)| above);
        // Nothing stands in a file that stands where a folder is to be.
        if above.is_some_and(|above| names.contains(above)) {
            continue;
        }
        if !matches!(kind(&folder.join(name))?, None | Some(Kind::Folder)) {
            names.insert(name.to_owned());
        }
    }
    // What stands in “content” was named, and a file holds no others.
    if names.is_empty() {
        for name in files.keys() {
            if kind(&folder.join(name))?.is_some() {
                names.insert(name.clone());
            }
        }
    }
    Ok(names.into_iter().collect())
}

/// Every file of the starter, by its path.
fn all<'d>(folder: &'d Dir<'_>) -> BTreeMap<&'d str, &'d str> {
    let mut found = BTreeMap::new();
    for file in folder.files() {
        let path = file.path().to_str().expect("our own names are text");
        let text = file.contents_utf8().expect("our own files are text");
        found.insert(path, text);
    }
    for inside in folder.dirs() {
        found.append(&mut all(inside));
    }
    found
}

/// The paths of the files that say `words`.
fn with<'d>(starter: &BTreeMap<&'d str, &'d str>, words: &str) -> BTreeSet<&'d str> {
    let found = starter.iter().filter(|(_, text)| text.contains(words));
    found.map(|(path, _)| *path).collect()
}

/// A file with what a school has said, and without the lines that lead to
/// pages that it does not have.
fn filled(text: &str, without: &BTreeSet<&str>, answers: &Answers) -> String {
    let Answers {
        school,
        phase: _,
        phone,
        email,
        postal,
    } = answers;
    let names = without.iter().filter_map(|path| path.rsplit('/').next());
    let names: Vec<&str> = names.collect();
    let leads_nowhere = |line: &str| names.iter().any(|name| line.contains(name));
    let lines = text.split_inclusive('\n');
    let mut text: String = lines.filter(|line| !leads_nowhere(line)).collect();
    let mut put = |old: &str, new: String| text = text.replace(old, &new);
    // The name last: it may hold the very words of another.
    if !postal.is_empty() {
        let lines: Vec<String> = postal.iter().map(|line| ledger::quoted(line)).collect();
        put(POSTAL, format!("postal = [{}]", lines.join(", ")));
    }
    if let Some(phone) = phone {
        put(PHONE, ledger::quoted(phone));
    }
    if let Some(email) = email {
        put(EMAIL, ledger::quoted(email));
        let domain = email.rsplit('@').next().unwrap_or(email);
        put(DOMAIN, ledger::quoted(domain));
    }
    put(NAME, format!("name = {}", ledger::quoted(school)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(school: &str) -> Answers {
        Answers {
            school: school.to_owned(),
            phase: Phase::Primary,
            phone: Some("01206 555001".to_owned()),
            email: Some("office@larch.sch.uk".to_owned()),
            postal: vec!["Larch Lane".to_owned()],
        }
    }

    #[test]
    fn what_was_said_stands_between_quotes() {
        let made = files(&answers("The \"New\" School\\"));
        let school = &made["content/school.toml"];
        for line in [
            "name = \"The \\\"New\\\" School\\\\\"\n",
            "phone = \"01206 555001\"\n",
            "email = \"office@larch.sch.uk\"\n",
            "postal = [\"Larch Lane\"]\n",
            "email_domains = [\"larch.sch.uk\"]\n",
        ] {
            assert!(school.contains(line), "{line}{school}");
        }
        for (path, text) in &made {
            for word in [PHONE, EMAIL, DOMAIN, NAME, POSTAL] {
                assert!(!text.contains(word), "{path} still says {word}");
            }
        }
    }

    #[test]
    fn nothing_is_written_where_something_stands() {
        let folder = tempfile::TempDir::new().expect("a folder for a test");
        let made = files(&answers("A School"));
        let own = folder.path().join("content/people.toml");
        std::fs::create_dir_all(folder.path().join("content")).expect("a folder");
        std::fs::write(&own, "mine").expect("a file of the editor's");
        std::fs::write(folder.path().join("content/.DS_Store"), "").expect("a desktop's file");
        let said = into_folder(folder.path(), &made).expect_err("it is in the way");
        assert!(
            matches!(&said, Error::InTheWay { names, .. } if names == &["content/people.toml"]),
            "{said}"
        );
        let read = std::fs::read_to_string(&own).expect("it is there");
        assert_eq!(read, "mine");
        let there = std::fs::read_dir(folder.path().join("content")).expect("the folder");
        assert_eq!(there.count(), 2);
    }

    #[test]
    fn a_file_where_a_folder_is_to_be_is_in_the_way() {
        let folder = tempfile::TempDir::new().expect("a folder for a test");
        let made = files(&answers("A School"));
        std::fs::write(folder.path().join("content"), "").expect("a file");
        let said = into_folder(folder.path(), &made).expect_err("it is in the way");
        assert!(
            matches!(&said, Error::InTheWay { names, .. } if names == &["content"]),
            "{said}"
        );
    }
}
