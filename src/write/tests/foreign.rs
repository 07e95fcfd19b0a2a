//! What Signpost did not make stops the build, by name, and nothing is lost.

use std::fs;
use std::path::Path;

use super::{Contents, contents, edition, expected, publish};
use crate::error::Error;
use crate::render::Edition;
use crate::write::names::MANIFEST;
use crate::write::preview;

fn site() -> Edition {
    edition(
        &[("index.html", "a"), ("children/x.html", "b")],
        &[("index.html", "staff")],
    )
}

fn next() -> Edition {
    edition(&[("index.html", "a2"), ("children/new.html", "n")], &[])
}

/// Publishes, lets somebody meddle, and answers what the next build objects to.
fn objections(meddle: impl FnOnce(&Path)) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path();
    publish(&site(), out).expect("it is published");
    meddle(out);
    let before = tree_or_panic(out);
    let objections = match publish(&next(), out) {
        Err(Error::Foreign { path, names }) => {
            assert_eq!(path, out);
            names
        }
        other => panic!("not refused: {other:?}"),
    };
    assert!(
        matches!(preview(&next(), out), Err(Error::Foreign { names, .. }) if names == objections)
    );
    assert_eq!(tree_or_panic(out), before, "nothing is touched");
    objections
}

/// Everything in the output folder, the links in it by their targets.
fn tree_or_panic(out: &Path) -> Vec<String> {
    let mut all: Vec<String> = walkdir::WalkDir::new(out)
        .into_iter()
        .map(|entry| {
            let entry = entry.expect("it can be walked");
            let path = entry.path();
            // A pipe is not read: that would wait for ever.
            let holds = match entry.file_type() {
                found if found.is_file() => format!("{:?}", fs::read(path)),
                found if found.is_symlink() => format!("{:?}", fs::read_link(path)),
                found => format!("{found:?}"),
            };
            format!("{} {holds}", path.display())
        })
        .collect();
    all.sort();
    all
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("it can be written");
}

#[test]
fn a_file_or_folder_of_somebody_else_is_named() {
    assert_eq!(
        objections(|out| {
            write(&out.join("web/CNAME"), "school.example");
            fs::create_dir_all(out.join("web/photos/2026")).expect("a folder");
            write(&out.join("web/photos/2026/a.jpg"), "jpeg");
            write(&out.join("staff/children.txt"), "notes");
        }),
        ["web/CNAME", "web/photos/", "staff/children.txt"]
    );
}

#[test]
fn a_file_in_the_way_of_a_new_page_is_named() {
    assert_eq!(
        objections(|out| write(&out.join("web/children/new.html"), "mine")),
        ["web/children/new.html"]
    );
}

#[test]
fn a_folder_in_the_place_of_a_page_is_named() {
    assert_eq!(
        objections(|out| {
            fs::remove_file(out.join("web/index.html")).expect("removed");
            fs::create_dir(out.join("web/index.html")).expect("a folder");
        }),
        ["web/index.html/"]
    );
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_named_and_never_followed() {
    let elsewhere = tempfile::tempdir().expect("a folder for the test");
    write(&elsewhere.path().join("theirs.txt"), "theirs");
    let link = |to: &Path| std::os::unix::fs::symlink(elsewhere.path(), to).expect("a link");
    assert_eq!(
        objections(|out| {
            fs::remove_dir_all(out.join("web/children")).expect("removed");
            link(&out.join("web/children"));
            fs::remove_file(out.join("staff/index.html")).expect("removed");
            // Opening a pipe to read it would wait for ever.
            let pipe = out.join("staff/index.html");
            rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o644.into()).expect("a pipe");
        }),
        ["web/children", "staff/index.html"]
    );
    let out = tempfile::tempdir().expect("a folder for the test");
    link(&out.path().join("web"));
    let refused = publish(&site(), out.path());
    assert!(
        matches!(&refused, Err(Error::Output { path, .. }) if path.ends_with("web")),
        "{refused:?}"
    );
    // A link where a stage would be is removed, and not what it points at.
    fs::remove_file(out.path().join("web")).expect("removed");
    link(&out.path().join(".signpost-stage-web"));
    publish(&site(), out.path()).expect("it is published");
    assert_eq!(contents(elsewhere.path()).map(|all| all.len()), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_foreign() {
    use std::os::unix::ffi::OsStrExt;
    let odd = std::ffi::OsStr::from_bytes(b"caf\xe9.html");
    let named = objections(|out| write(&out.join("web").join(odd), "x"));
    assert_eq!(named, ["web/caf\u{fffd}.html"]);
}

#[test]
fn without_its_manifest_a_tree_is_somebody_elses() {
    let remove = |out: &Path| fs::remove_file(out.join("web").join(MANIFEST)).expect("removed");
    assert_eq!(
        objections(remove),
        ["web/children/x.html", "web/index.html"]
    );
}

#[test]
fn with_a_damaged_manifest_a_tree_is_somebody_elses() {
    for damage in [
        "",
        "{",
        "[]",
        "{\"scheme\":1}",
        "{\"scheme\":2,\"files\":{}}",
        "\0\0\0",
    ] {
        assert_eq!(
            objections(|out| write(&out.join("web").join(MANIFEST), damage)),
            [
                "web/.signpost-manifest.json",
                "web/children/x.html",
                "web/index.html"
            ],
            "{damage}"
        );
    }
}

#[test]
fn a_tree_that_holds_just_what_would_be_written_is_taken_over() {
    for meddle in [None, Some(""), Some("{\"scheme\":9}")] {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let out = folder.path();
        publish(&site(), out).expect("it is published");
        let manifest = out.join("web").join(MANIFEST);
        match meddle {
            None => fs::remove_file(&manifest).expect("removed"),
            Some(damage) => write(&manifest, damage),
        }
        // Some of the pages are missing too, but none is another's.
        fs::remove_file(out.join("web/index.html")).expect("removed");
        let told = publish(&site(), out).expect("it is published again");
        assert_eq!(told.web.written, ["index.html"]);
        assert_eq!(told.web.unchanged, 1);
        let wanted: Contents = expected(&site().web);
        assert_eq!(contents(&out.join("web")), Some(wanted));
    }
}

#[test]
fn an_empty_folder_and_one_with_litter_are_taken_over() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path();
    fs::create_dir_all(out.join("web")).expect("a folder");
    fs::create_dir_all(out.join("staff")).expect("a folder");
    write(&out.join("staff/desktop.ini"), "litter");
    write(&out.join("README.txt"), "beside the trees is not in them");
    publish(&site(), out).expect("it is published");
    assert_eq!(contents(&out.join("staff")), Some(expected(&site().staff)));
    assert!(out.join("README.txt").exists());
}

#[test]
fn a_manifest_that_names_files_elsewhere_removes_nothing_there() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("public");
    write(&folder.path().join("precious.txt"), "mine");
    publish(&site(), &out).expect("it is published");
    let manifest = out.join("web").join(MANIFEST);
    let text = fs::read_to_string(&manifest).expect("it can be read");
    write(
        &manifest,
        &text.replace("children/x.html", "../../precious.txt"),
    );
    let refused = publish(&site(), &out).map(|told| told.web);
    // The page itself is now unlisted, but it is what would be written.
    assert_eq!(
        refused.expect("it is published").withdrawn,
        Vec::<String>::new()
    );
    assert_eq!(
        fs::read(folder.path().join("precious.txt")).expect("there"),
        b"mine"
    );
}

#[test]
fn a_long_list_is_cut_short_in_the_message_only() {
    let names: Vec<String> = (0..12).map(|n| format!("web/{n}.txt")).collect();
    let path = "public".into();
    let message = Error::Foreign { path, names }.to_string();
    assert!(message.ends_with("web/9.txt and 2 more"), "{message}");
}
