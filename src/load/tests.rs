//! Whole site folders, read.

use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let site = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(site.path().join("content")).expect("a folder");
    for (path, bytes) in files {
        let full = site.path().join("content").join(path);
        fs::create_dir_all(full.parent().expect("a file has a folder")).expect("a folder");
        fs::write(full, bytes).expect("a file");
    }
    site
}

fn read_site(files: &[(&str, &[u8])]) -> (Sources, Vec<String>) {
    let site = site(files);
    let (sources, diagnostics) = read(site.path()).expect("a site");
    let said = diagnostics.iter().map(|d| {
        let (line, column) = d.place.line_column();
        format!("{} {}:{line}:{column}", d.rule.name, d.place.path())
    });
    (sources, said.collect())
}

#[test]
fn a_site_is_read_whole() {
    let (sources, said) = read_site(&[
        (
            "people.toml",
            b"[[role]]\nid = \"dsl\"\ntitle = \"Lead\"\nkind = \"person\"\nfor = []\n",
        ),
        ("images.toml", b""),
        (
            "policies/a/online-safety.md",
            b"+++\ntitle = \"A\"\n+++\nText\n",
        ),
        (
            "children/index.md",
            b"+++\ntitle = \"B\"\nband = \"both\"\n+++\n",
        ),
        ("images/garden/pond.jpg", b"\xff\xd8"),
        ("files/staff/rota.pdf", b"%PDF-1.7"),
        ("static/web/CNAME", b"www.school.example"),
        ("glossary.toml", b""),
        (
            "tables/devices.toml",
            b"id = \"devices\"\ntitle = \"Devices\"\nkind = \"permission\"\n",
        ),
    ]);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(sources.handbook.tables[0].value.title.get_ref(), "Devices");
    assert!(sources.handbook.glossary.is_some() && sources.handbook.systems.is_none());
    assert!(sources.doubtful.is_empty());
    assert_eq!(sources.people.expect("people").value.role.len(), 1);
    assert!(sources.images.is_some() && sources.school.is_none());
    let pages: Vec<&str> = sources.pages.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(pages, ["children/index", "policies/a/online-safety"]);
    let page = &sources.pages[1];
    assert_eq!(page.file.path(), "content/policies/a/online-safety.md");
    assert_eq!(&page.file.text()[page.body.clone()], "Text\n");
    assert_eq!(sources.pictures[0].path, "garden/pond.jpg");
    assert_eq!(sources.pictures[0].source, "content/images/garden/pond.jpg");
    assert_eq!(&*sources.pictures[0].bytes, b"\xff\xd8");
    assert_eq!(sources.downloads[0].path, "staff/rota.pdf");
    assert_eq!(sources.verbatim[0].path, "CNAME");
}

#[test]
fn all_problems_of_all_files_come_in_one_run_sorted_by_path() {
    let (sources, said) = read_site(&[
        ("helpline.toml", b""),
        ("people.toml", b"[[role]]\nid = \"dsl\"\n"),
        ("helplines.toml", b"a b\nc = d\n"),
        ("staff/a.md", b"no front matter"),
        (
            "staff/b c.md",
            b"+++\ntitle = \"\x93B\x94\"\nordr = 1\n+++\n",
        ),
        ("staff/c.docx", b""),
        ("staff/d.md", b"+++\ntitle = \"D\"\n+++\n\xe2\x80\xaetext\n"),
    ]);
    assert_eq!(
        said,
        [
            "unknown-file content/helpline.toml:1:1",
            "file-name content/staff/b c.md:1:1",
            "unknown-file content/staff/c.docx:1:1",
            "toml-syntax content/helplines.toml:1:1",
            "toml-syntax content/helplines.toml:2:5",
            "schema content/people.toml:1:1",
            "schema content/people.toml:1:1",
            "schema content/people.toml:1:1",
            "front-matter content/staff/a.md:1:1",
            "encoding content/staff/b c.md:2:10",
            "schema content/staff/b c.md:3:1",
            "control-character content/staff/d.md:4:1",
        ]
    );
    let doubtful: Vec<&str> = sources.doubtful.iter().map(String::as_str).collect();
    assert_eq!(
        doubtful,
        [
            "content/helplines.toml",
            "content/people.toml",
            "content/staff/a.md",
            "content/staff/b c.md"
        ]
    );
    assert!(sources.people.is_some() && sources.helplines.is_none());
    assert_eq!(sources.pages.len(), 2);
}

#[test]
fn line_ends_make_no_difference_to_anything() {
    let text = "+++\ntitle = \"A\"\norder = \"x\"\n+++\n\nOne\n\nTwo\n";
    let as_written = |text: String| {
        let (sources, said) = read_site(&[("staff/a.md", text.as_bytes())]);
        let page = sources.pages.into_iter().next().expect("a page");
        let body = page.file.text()[page.body.clone()].to_owned();
        (body, page.body, page.front.title.span(), said)
    };
    let expected = as_written(text.to_owned());
    assert_eq!(as_written(text.replace('\n', "\r\n")), expected);
    assert_eq!(as_written(text.replace('\n', "\r")), expected);
    assert_eq!(as_written(format!("\u{feff}{text}")), expected);
}

#[test]
fn a_text_that_is_far_too_long_is_refused() {
    let long = vec![b'x'; 4 * 1024 * 1024 + 1];
    let (sources, said) = read_site(&[("staff/a.md", &long), ("people.toml", &long)]);
    assert_eq!(
        said,
        [
            "file-size content/people.toml:1:1",
            "file-size content/staff/a.md:1:1"
        ]
    );
    assert_eq!(sources.doubtful.len(), 2);
}

#[test]
fn every_rule_has_its_own_name() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_in_any_file_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut page = b"+++\n".to_vec();
        page.extend(&bytes);
        page.extend(b"\n+++\n");
        let paths = ["school.toml", "help.toml", "people.toml", "helplines.toml", "images.toml", "staff/a.md", "images/a.png"];
        let mut files: Vec<(&str, &[u8])> = paths.iter().map(|p| (*p, bytes.as_slice())).collect();
        files.push(("staff/b.md", &page));
        let (sources, said) = read_site(&files);
        prop_assert_eq!(sources.pictures.len(), 1);
        prop_assert!(sources.doubtful.is_empty() || !said.is_empty());
    }
}
