//! Files that are published as they are: proofs that a site is the school's.
//!
//! A search engine or a certificate authority asks for a small file with one
//! exact thing in it. In: the files of `static/web`, whose names `load` has let
//! through. Out: what is in them that no such proof holds: a page that was
//! saved under that name would be on the web, past every other rule. Icons are
//! judged with the pictures.

use serde::de::IgnoredAny;

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Site, Verbatim};
use crate::source::Place;

/// A file that is published as it is holds what its name says.
pub(crate) static PROOF_FILE: Rule = Rule {
    name: "proof-file",
    severity: Severity::Error,
    summary: "A file in content/static/web is the proof that its name says, and no page.",
    explanation: explained!("proof-file"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&PROOF_FILE];

/// The most bytes of a proof.
const LARGEST: usize = 64 * 1024;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for Verbatim { path, bytes } in &site.verbatim {
        if let Err(expected) = judged(path, bytes) {
            diagnostics.report(
                &PROOF_FILE,
                Place::File(format!("content/static/web/{path}")),
                format!("“{path}” is published as it is, and does not hold what its name says."),
                format!("{expected}\nTake the file again from where it came, or delete it."),
            );
        }
    }
}

/// Whether the file at `path` holds what it should; if not, what that is.
fn judged(path: &str, bytes: &[u8]) -> Result<(), String> {
    if is_icon(path) {
        return Ok(());
    }
    let text = std::str::from_utf8(bytes).ok();
    let text = text.filter(|text| text.len() <= LARGEST && !text.contains('\0'));
    let text = text.ok_or("It should be a short text.")?;
    let (fits, expected) = if let Some(name) = path.strip_prefix(".well-known/") {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if ending.eq_ignore_ascii_case("json") {
            let json = serde_json::from_str::<IgnoredAny>(text).is_ok();
            (json, "It should be in the form called JSON.".to_owned())
        } else {
            let plain = !text.contains('<');
            (
                plain,
                "It should be plain text, without any HTML.".to_owned(),
            )
        }
    } else if path == "CNAME" {
        let expected = "It should be one line with the name of the site, as in www.school.example.";
        (is_host(text.trim()), expected.to_owned())
    } else {
        return of_engine(path, text);
    };
    if fits { Ok(()) } else { Err(expected) }
}

/// The same for the file of a search engine.
fn of_engine(path: &str, text: &str) -> Result<(), String> {
    let name = path.strip_suffix(".html").unwrap_or(path);
    let code = name.rsplit(['_', '-']).next().unwrap_or(name);
    let (fits, expected) = if path.starts_with("google") {
        let line = format!("google-site-verification: {path}");
        (
            text.trim() == line,
            format!("It should be one line: {line}"),
        )
    } else if path.starts_with("yandex") {
        let line = format!("Verification: {code}");
        let fits = words(text).is_some_and(|words| words == line);
        (fits, format!("It should say no more than: {line}"))
    } else {
        let fits = words(text).is_some_and(|words| words.len() <= 100);
        (fits, "It should hold a code and no more.".to_owned())
    };
    if fits { Ok(()) } else { Err(expected) }
}

fn is_icon(path: &str) -> bool {
    path.starts_with("favicon") || path == "apple-touch-icon.png"
}

fn is_host(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    name.contains('.') && name.chars().all(fits)
}

/// The words of a proof that is written as a page, without its tags: none, if
/// it has a tag that a proof has no use for.
fn words(text: &str) -> Option<String> {
    const TAGS: [&str; 9] = [
        "html", "head", "meta", "title", "body", "doctype", "xml", "users", "user",
    ];
    let mut parts = text.split('<');
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, after) = part.split_once('>')?;
        let tag = tag.trim_start_matches(['/', '!', '?']).to_lowercase();
        let mut inner = tag.split(|c: char| !c.is_ascii_alphanumeric());
        let known = inner.next().is_some_and(|name| TAGS.contains(&name));
        // Neither leads elsewhere nor runs anything.
        if !known || inner.any(|word| word.starts_with("on") || word == "refresh") {
            return None;
        }
        words.push(' ');
        words.push_str(after);
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_holds_what_its_name_says() {
        for (path, text) in [
            (
                "google1a2b3.html",
                "google-site-verification: google1a2b3.html",
            ),
            (
                "google1a2b3.html",
                "google-site-verification: google1a2b3.html\n",
            ),
            (
                "yandex_6a3f0.html",
                "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n</head>\n<body>Verification: 6a3f0</body>\n</html>",
            ),
            (
                "BingSiteAuth.xml",
                "<?xml version=\"1.0\"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>",
            ),
            (
                "pinterest-1a2b3.html",
                "<!DOCTYPE html><html><head><meta name=\"p:domain_verify\" content=\"1a2b3c4d\"/><title>1a2b3</title></head><body></body></html>",
            ),
            ("CNAME", "www.school.example\n"),
            (
                ".well-known/security.txt",
                "Contact: mailto:office@school.example\n",
            ),
            (".well-known/acme-challenge/abc", "abc.def"),
            (".well-known/assetlinks.json", "[{\"a\": \"<b>\"}]"),
            ("favicon.ico", "\0"),
            ("apple-touch-icon.png", "\0"),
        ] {
            assert_eq!(judged(path, text.as_bytes()), Ok(()), "{path}: {text}");
        }
    }

    #[test]
    fn a_page_under_its_name_is_none() {
        for (path, text) in [
            ("google1a2b3.html", "google-site-verification: google9.html"),
            (
                "google1a2b3.html",
                "google-site-verification: google1a2b3.html\nStaff only",
            ),
            ("google1a2b3.html", "<script>alert(1)</script>"),
            ("google1a2b3.html", ""),
            (
                "yandex_6a3f0.html",
                "<body>Verification: 6a3f0 and the code of the safe</body>",
            ),
            (
                "yandex_6a3f0.html",
                "<body onload=\"x()\">Verification: 6a3f0</body>",
            ),
            (
                "yandex_6a3f0.html",
                "<meta http-equiv=\"refresh\">Verification: 6a3f0",
            ),
            ("yandex_6a3f0.html", "<p>Verification: 6a3f0"),
            ("yandex_6a3f0.html", "<Verification: 6a3f0"),
            ("BingSiteAuth.xml", "<svg><user>0123</user></svg>"),
            ("pinterest-1a2b3.html", "<html><iframe src=\"x\"></html>"),
            ("CNAME", "www.school.example\nwww.other.example"),
            ("CNAME", "https://www.school.example"),
            (".well-known/security.txt", "<html>"),
            (".well-known/acme-challenge/abc", "\0"),
            (".well-known/assetlinks.json", "[{"),
        ] {
            assert!(judged(path, text.as_bytes()).is_err(), "{path}: {text}");
        }
        let long = "a".repeat(LARGEST + 1);
        assert!(judged(".well-known/a.txt", long.as_bytes()).is_err());
        assert!(judged(".well-known/a.txt", b"\xff").is_err());
    }
}
