//! Where files of a site may stand.

use super::*;

#[test]
fn every_file_of_a_site_is_known() {
    for (path, kind) in [
        ("school.toml", Kind::School),
        ("help.toml", Kind::Help),
        ("people.toml", Kind::People),
        ("helplines.toml", Kind::Helplines),
        ("images.toml", Kind::Images),
        ("glossary.toml", Kind::Glossary),
        ("tables/devices.toml", Kind::Table),
        ("agreements/pupils.toml", Kind::Agreement),
        ("policies/online-safety.md", Kind::Page),
        ("children/ks1/index.md", Kind::Page),
        ("images/garden/pond.jpg", Kind::Picture),
        ("files/staff/rota.pdf", Kind::Download),
        ("files/parents/a/b.docx", Kind::Download),
        ("static/web/CNAME", Kind::Verbatim),
        ("static/web/.well-known/security.txt", Kind::Verbatim),
        ("static/web/favicon-32x32.png", Kind::Verbatim),
        ("static/web/google1a2b3c4d5e6f7890.html", Kind::Verbatim),
        ("static/web/BingSiteAuth.xml", Kind::Verbatim),
    ] {
        assert_eq!(file(path), Ok(kind), "{path}");
    }
}

#[test]
fn anything_else_is_refused_with_advice() {
    for (path, advice) in [
        ("helpline.toml", "helplines.toml"),
        ("School.toml", "“school.toml”, in small letters"),
        ("people.toml.txt", "“people.toml”, without “.txt”"),
        ("notes.txt", "Known here"),
        ("tables/devices.TOML", "“devices.toml”"),
        ("tables/devices.xlsx", "text file called “devices.toml”"),
        ("procedures/leaver.md", "Pages belong"),
        ("checklists/.toml", "without the dot"),
        ("welcome.md", "policies, children, parents and staff"),
        ("parents/phones.MD", "“phones.md”"),
        ("parents/phones.markdown", "“phones.md”"),
        ("parents/phones.md.txt", "“phones.md”"),
        ("parents/phones.docx", "Copy its text"),
        ("parents/phones.pdf", "files/children"),
        ("parents/phone.png", "folder images"),
        ("parents/.hidden.md", "without the dot"),
        ("parents/.md", "without the dot"),
        ("images/IMG_1.JPG", "“IMG_1.jpg”"),
        ("images/a.heic", "JPEG"),
        ("images/a.gif", "PNG"),
        ("images/jpg", "end in .jpg"),
        ("files/rota.pdf", "files/staff"),
        ("files/staff/form.html", "PDF"),
        ("files/staff/page.md", "Pages belong"),
        ("static/web/index.html", "may only hold"),
        ("static/web/google-guide.html", "may only hold"),
        ("static/web/.htaccess", "may only hold"),
        ("static/CNAME", "may only hold"),
    ] {
        let refused = file(path).expect_err(path);
        assert!(refused.help.contains(advice), "{path}: {}", refused.help);
    }
}

#[test]
fn folders_are_known_by_name() {
    let refused = folder("tables/old").expect_err("records stand side by side");
    assert!(refused.help.contains("directly"), "{}", refused.help);
    for path in [
        "policies",
        "procedures",
        "staff/a/b",
        "files/staff/x",
        "static/web/.well-known/a",
    ] {
        assert_eq!(folder(path), Ok(()), "{path}");
    }
    for (path, advice) in [
        ("policy", "policies"),
        ("Policies", "“policies”, in small letters"),
        (".git", "Known here"),
        ("staff/.obsidian", "without the dot"),
        ("files/governors", "files/staff"),
        ("static/staff", "may only hold"),
    ] {
        let refused = folder(path).expect_err(path);
        assert!(refused.help.contains(advice), "{path}: {}", refused.help);
    }
}

#[test]
fn every_file_of_records_has_a_schema() {
    let schema = |written: &str| crate::load::schema::named(written).map(|schema| schema.name);
    let mut names: Vec<&str> = RECORDS
        .iter()
        .map(|(name, _)| schema(name).unwrap_or_else(|| panic!("{name} has none")))
        .collect();
    for (folder, _) in RECORD_FOLDERS {
        let file = format!("content/{folder}/any.toml");
        assert_eq!(schema(&file), Some(folder));
        names.push(folder);
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len() + 1, crate::load::schema::SCHEMAS.len());
}
