//! Folders as editors leave them.

use super::*;
use std::fs;

fn listed(files: &[&str]) -> (Vec<String>, Vec<String>) {
    let site = tempfile::tempdir().expect("a temporary folder");
    for file in files {
        let full = site.path().join("content").join(file);
        fs::create_dir_all(full.parent().expect("a file has a folder")).expect("a folder");
        fs::write(full, "x").expect("a file");
    }
    fs::create_dir_all(site.path().join("content")).expect("a folder");
    let mut diagnostics = Diagnostics::new();
    let found = list(site.path(), &mut diagnostics).expect("a site");
    (
        found.into_iter().map(|f| f.path).collect(),
        diagnostics
            .iter()
            .map(|d| format!("{} {}", d.rule.name, d.place.path()))
            .collect(),
    )
}

#[test]
fn what_systems_and_editors_leave_is_ignored() {
    let (found, findings) = listed(&[
        ".DS_Store",
        "images/Thumbs.db",
        "staff/desktop.ini",
        "staff/._a.md",
        "staff/a.md~",
        "staff/.a.md.swp",
        "staff/~$rota.docx",
        "staff/.#a.md",
        "staff/.~lock.a.md#",
    ]);
    assert!(
        found.is_empty() && findings.is_empty(),
        "{found:?} {findings:?}"
    );
}

#[test]
fn files_come_sorted_by_path_and_a_strange_folder_is_named_once() {
    let (found, findings) = listed(&[
        "staff/b/x.md",
        "staff/b-c.md",
        "school.toml",
        "policy/one.md",
        "policy/two.md",
    ]);
    assert_eq!(found, ["school.toml", "staff/b-c.md", "staff/b/x.md"]);
    assert_eq!(findings, ["unknown-file content/policy"]);
}

#[test]
fn a_folder_without_content_is_not_a_site() {
    let site = tempfile::tempdir().expect("a temporary folder");
    let error = list(site.path(), &mut Diagnostics::new()).expect_err("no content");
    assert!(matches!(error, Error::NotASite { .. }), "{error}");
    fs::write(site.path().join("content"), "").expect("a file");
    let error = list(site.path(), &mut Diagnostics::new()).expect_err("a file");
    assert!(matches!(error, Error::NotASite { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn links_pipes_and_sockets_are_named_and_never_opened() {
    use std::os::unix::{fs::symlink, net::UnixListener};
    let site = tempfile::tempdir().expect("a temporary folder");
    let outside = tempfile::tempdir().expect("a temporary folder");
    fs::write(outside.path().join("secret.md"), "secret").expect("a file");
    let staff = site.path().join("content/staff");
    fs::create_dir_all(&staff).expect("a folder");
    symlink(outside.path().join("secret.md"), staff.join("link.md")).expect("a link");
    symlink(outside.path(), staff.join("folder")).expect("a link");
    symlink("nowhere", staff.join("dangling.md")).expect("a link");
    let _socket = UnixListener::bind(staff.join("socket.md")).expect("a socket");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        staff.join("pipe.md"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR,
        0,
    )
    .expect("a pipe");
    let mut diagnostics = Diagnostics::new();
    let found = list(site.path(), &mut diagnostics).expect("a site");
    assert!(found.is_empty());
    let named: Vec<&str> = diagnostics.iter().map(|d| d.place.path()).collect();
    assert_eq!(
        named,
        [
            "content/staff/dangling.md",
            "content/staff/folder",
            "content/staff/link.md",
            "content/staff/pipe.md",
            "content/staff/socket.md",
        ]
    );
    assert!(diagnostics.iter().all(|d| d.rule == &NOT_A_FILE));
}

#[cfg(unix)]
#[test]
fn a_content_folder_that_is_a_link_is_not_followed() {
    let site = tempfile::tempdir().expect("a temporary folder");
    let other = tempfile::tempdir().expect("a temporary folder");
    std::os::unix::fs::symlink(other.path(), site.path().join("content")).expect("a link");
    let error = list(site.path(), &mut Diagnostics::new()).expect_err("a link");
    assert!(error.to_string().contains("symbolic link"), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let site = tempfile::tempdir().expect("a temporary folder");
    let staff = site.path().join("content/staff");
    fs::create_dir_all(&staff).expect("a folder");
    fs::write(staff.join(OsStr::from_bytes(b"caf\xe9.md")), "x").expect("a file");
    let mut diagnostics = Diagnostics::new();
    assert!(
        list(site.path(), &mut diagnostics)
            .expect("a site")
            .is_empty()
    );
    let rules: Vec<&str> = diagnostics.iter().map(|d| d.rule.name).collect();
    assert_eq!(rules, ["file-name"]);
}
