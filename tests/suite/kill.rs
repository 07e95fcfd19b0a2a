//! A build that is killed leaves each tree the old one or the new one.
//!
//! In `src/write` every file operation is made to fail, or to be the last, in
//! turn, but within the program. Here the program itself runs and is really
//! killed, each time when a little more of it is to be seen on disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::build::folder;
use crate::site::{SiteTest, TODAY, files_under};

/// How many builds are killed.
const KILLS: usize = 36;

/// How often a build is looked at before it is left to end by itself.
const LOOKS: usize = 2_000_000;

type Files = BTreeMap<String, Vec<u8>>;

/// A site of many pages, all of which say `word`.
fn site(word: &str) -> SiteTest {
    let text = |n: usize| {
        format!(
            "+++\ntitle = \"Policy {n}\"\naudience = [\"parents\", \"staff\"]\n+++\n\n{word}.\n\n\
             ## Part {{.staff}}\n\n{word} for staff.\n"
        )
    };
    (0..80).fold(SiteTest::base(), |site, n| {
        // One page in eight is only there in one of the two.
        let name = if n % 8 == 0 { word } else { "policy" };
        site.file(&format!("content/policies/{name}-{n}.md"), text(n))
    })
}

fn build(site: &Path, out: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_signpost"))
        .arg("build")
        .arg(site)
        .args(["--today", TODAY, "--quiet", "--out"])
        .arg(out)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run")
}

fn build_whole(site: &Path, out: &Path) {
    let done = build(site, out).wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{said}");
}

/// What is in the output folder besides the two trees and the lock.
fn beside(out: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(out).into_iter().flatten();
    let names = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let ours = ["web", "staff", ".signpost-lock"];
    names
        .filter(|path| !ours.iter().any(|name| path.ends_with(name)))
        .collect()
}

/// How many files of new trees stand beside the old ones.
fn staged(out: &Path) -> usize {
    let files = |folder: &PathBuf| {
        let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
        entries.filter(|entry| entry.file_type().is_file()).count()
    };
    beside(out).iter().map(files).sum()
}

/// Kills a build when it has staged so many files, or when it has exchanged a
/// tree since; says whether it was still running.
fn killed_at(mut child: Child, out: &Path, files: usize, all: usize) -> bool {
    let mut most = 0;
    for _ in 0..LOOKS {
        let here = staged(out);
        // Fewer than there were: the trees are exchanged, the old ones go.
        let is_late = files > all && here < most;
        most = most.max(here);
        if is_late || (files <= all && here >= files) {
            break;
        }
        if child.try_wait().expect("it is ours").is_some() {
            return false;
        }
    }
    let running = child.try_wait().expect("it is ours").is_none();
    child.kill().expect("it is ours");
    child.wait().expect("it ends");
    running
}

/// The files of a tree, if there is one: where it stands, or where it was
/// moved for a moment on a system that cannot exchange two folders.
fn tree(out: &Path, name: &str) -> Option<Files> {
    let places = [out.join(name), out.join(format!(".signpost-away-{name}"))];
    let place = places.iter().find(|place| place.is_dir())?;
    Some(files_under(place))
}

#[test]
fn a_build_that_is_killed_leaves_each_tree_the_old_one_or_the_new_one() {
    let root = folder().expect("a folder for a test");
    let root: &TempDir = &root;
    let sites = ["alder", "birch"].map(|word| {
        let path = root.path().join(word);
        site(word).write(&path);
        let out = root.path().join(format!("{word}-out"));
        build_whole(&path, &out);
        let trees = ["web", "staff"].map(|name| tree(&out, name).expect("it was built"));
        (path, trees)
    });
    let all: usize = sites[0].1.iter().map(Files::len).sum();
    let out = root.path().join("public");
    let mut before: [Option<&Files>; 2] = [None, None];
    let mut kills = 0;
    for round in 0..KILLS {
        let (site, after) = &sites[round % 2];
        let files = all * round * 4 / (KILLS * 3);
        kills += usize::from(killed_at(build(site, &out), &out, files, all));
        for (n, name) in ["web", "staff"].into_iter().enumerate() {
            let now = tree(&out, name);
            let is_whole = now.as_ref() == before[n] || now.as_ref() == Some(&after[n]);
            assert!(is_whole, "{name} is neither, killed at {files} files");
        }
        build_whole(site, &out);
        assert_eq!(beside(&out), [] as [PathBuf; 0], "killed at {files} files");
        for (n, name) in ["web", "staff"].into_iter().enumerate() {
            assert!(
                tree(&out, name).as_ref() == Some(&after[n]),
                "{name} is not the new one"
            );
            before[n] = Some(&after[n]);
        }
    }
    // The first is killed before it has done anything.
    assert!(kills > 0, "no build was killed");
}
