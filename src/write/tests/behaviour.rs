//! What a build does to the output, and what it leaves alone.

use std::fs;
use std::path::Path;

use super::{CLEAN, age, contents, edition, expected, names, publish, stamp};
use crate::error::Error;
use crate::render::Edition;
use crate::write::disk::{Disk, System};
use crate::write::{Changes, TreeChanges, preview};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn first() -> Edition {
    edition(
        &[
            ("index.html", "a"),
            ("children/x.html", "b"),
            ("c.html", "c"),
        ],
        &[("index.html", "staff")],
    )
}

fn second() -> Edition {
    edition(
        &[
            ("index.html", "a"),
            ("children/x.html", "B"),
            ("d.html", "d"),
        ],
        &[("index.html", "staff")],
    )
}

fn changes(web: TreeChanges) -> Changes {
    let unchanged = 1;
    let staff = TreeChanges {
        unchanged,
        ..TreeChanges::default()
    };
    Changes { web, staff }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_first_build_makes_the_folder_and_both_trees() {
    let folder = folder();
    let out = folder.path().join("a/b/public");
    let made = crate::write::publish(&first(), &out).expect("it is published");
    assert_eq!(
        made.web.written,
        ["c.html", "children/x.html", "index.html"]
    );
    assert_eq!(made.staff.written, ["index.html"]);
    assert_eq!(contents(&out.join("web")), Some(expected(&first().web)));
    assert_eq!(contents(&out.join("staff")), Some(expected(&first().staff)));
    assert_eq!(names(&out), CLEAN);
}

#[test]
fn an_edition_without_files_is_a_tree_without_files() {
    let folder = folder();
    let empty = Edition::default();
    publish(&empty, folder.path()).expect("it is published");
    assert_eq!(
        contents(&folder.path().join("web")),
        Some(expected(&empty.web))
    );
    assert!(publish(&empty, folder.path()).expect("again").is_empty());
}

#[test]
fn a_change_is_told_and_unchanged_files_are_not_touched() {
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    let (same, changed) = (out.join("web/index.html"), out.join("web/children/x.html"));
    age(&same);
    age(&changed);
    // Somebody else's second name for the page that changes.
    fs::hard_link(&changed, out.join("backup.html")).expect("a link");
    let (same_before, changed_before) = (stamp(&same), stamp(&changed));
    let staff_before = stamp(&out.join("staff"));

    let told = publish(&second(), out).expect("it is published");
    let web = TreeChanges {
        written: owned(&["children/x.html", "d.html"]),
        unchanged: 1,
        withdrawn: owned(&["c.html"]),
        mended: Vec::new(),
    };
    assert_eq!(told, changes(web));
    assert_eq!(stamp(&same), same_before);
    assert_ne!(stamp(&changed), changed_before);
    assert_eq!(stamp(&out.join("staff")), staff_before);
    let backup = fs::read(out.join("backup.html")).expect("the second name");
    assert_eq!(backup, b"b", "a published file is never changed in place");
}

#[test]
fn dates_stay_where_links_are_refused() {
    use super::faulty::{Can, Fault, Faulty};
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    let same = out.join("web/index.html");
    age(&same);
    let (date, inode) = stamp(&same);
    let disk = Faulty::at(0, Fault::Never, Can::Not, Can::Do);
    crate::write::publish_on(&disk, &second(), out).expect("it is published");
    assert_eq!(stamp(&same).0, date);
    assert_ne!(stamp(&same).1, inode);
}

#[test]
fn when_nothing_changed_nothing_is_touched() {
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    fs::write(out.join("web/.DS_Store"), "where the icons are").expect("litter");
    let everything = |out: &Path| {
        let mut stamps = vec![stamp(out)];
        for tree in ["web", "staff"] {
            stamps.push(stamp(&out.join(tree)));
            for name in contents(&out.join(tree)).expect("a tree").keys() {
                let path = out.join(tree).join(name);
                age(&path);
                stamps.push(stamp(&path));
            }
        }
        stamps
    };
    let before = everything(out);
    let told = publish(&first(), out).expect("it is published again");
    assert!(told.is_empty());
    assert_eq!((told.web.unchanged, told.staff.unchanged), (3, 1));
    assert_eq!(everything(out), before);
}

#[test]
fn a_preview_tells_the_same_and_touches_nothing() {
    let folder = folder();
    let out = folder.path().join("public");
    let told = preview(&first(), &out).expect("it can be previewed");
    assert!(!out.exists());
    assert_eq!(publish(&first(), &out).expect("it is published"), told);

    let before = contents(&out);
    let told = preview(&second(), &out).expect("it can be previewed");
    assert_eq!(contents(&out), before);
    assert_eq!(publish(&second(), &out).expect("it is published"), told);
}

#[test]
fn what_was_altered_lost_or_cut_short_is_mended() {
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    fs::write(out.join("web/index.html"), "by hand").expect("an edit");
    fs::write(out.join("web/c.html"), "").expect("a file cut short");
    fs::remove_dir_all(out.join("web/children")).expect("a folder lost");
    let told = publish(&first(), out).expect("it is published again");
    assert_eq!(told.web.mended, ["c.html", "children/x.html", "index.html"]);
    assert_eq!(told.web.written, told.web.mended);
    assert_eq!(contents(&out.join("web")), Some(expected(&first().web)));
    assert!(publish(&first(), out).expect("a third time").is_empty());
}

#[test]
fn desktop_litter_is_not_carried_over() {
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    for litter in [
        ".DS_Store",
        "children/thumbs.db",
        "desktop.ini",
        "._index.html",
    ] {
        fs::write(out.join("web").join(litter), "litter").expect("litter");
    }
    publish(&second(), out).expect("it is published");
    assert_eq!(contents(&out.join("web")), Some(expected(&second().web)));
}

#[test]
fn one_build_at_a_time() {
    let folder = folder();
    let out = folder.path();
    let lock = System.lock(&out.join(".signpost-lock"));
    let lock = lock.expect("it can be locked").expect("nobody has it");
    let refused = publish(&first(), out);
    assert!(matches!(refused, Err(Error::Locked { path }) if path == out));
    assert!(!out.join("web").exists());
    drop(lock);
    publish(&first(), out).expect("the lock is free again");
}

#[cfg(unix)]
#[test]
fn files_can_be_read_by_the_web_and_a_closed_tree_stays_closed() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
    };
    let folder = folder();
    let out = folder.path();
    publish(&first(), out).expect("it is published");
    // The umask of whoever builds may only take away.
    assert_eq!(mode(&out.join("web/index.html")) & !0o644, 0o100_000);
    assert_eq!(mode(&out.join("web/children")) & !0o755, 0o040_000);
    fs::set_permissions(out.join("staff"), fs::Permissions::from_mode(0o750)).expect("closed");
    let mut next = first();
    next.staff = super::tree(&[("index.html", "changed")]);
    publish(&next, out).expect("it is published");
    assert_eq!(mode(&out.join("staff")), 0o040_750);
}

#[test]
fn the_manifest_lists_names_sizes_and_digests_in_order() {
    let tree = super::tree(&[("b\"", "b"), ("a.html", "abc")]);
    let text = crate::write::manifest::Manifest::of(&tree).print();
    let text = String::from_utf8(text).expect("it is text");
    assert_eq!(
        text,
        r#"{
  "scheme": 1,
  "files": {
    "a.html": { "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "size": 3 },
    "b\"": { "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d", "size": 1 }
  }
}
"#
    );
}
