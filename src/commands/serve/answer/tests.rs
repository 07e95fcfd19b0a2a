//! What is answered, asked in every way that others have tried on servers.

use super::*;
use crate::render::Printed;

/// A site with one page in each tree.
fn shown() -> Shown {
    let tree = |files: &[(&str, &str)]| {
        let files = files.iter();
        let files = files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
        PrintedTree::of(files.collect())
    };
    let web = tree(&[
        ("index.html", "door"),
        ("parents/index.html", "front"),
        ("parents/phones.html", "phones"),
        ("assets/child.svg", "<svg/>"),
    ]);
    let staff = tree(&[("index.html", "staff")]);
    Shown::of(Printed {
        web,
        staff,
        ..Printed::default()
    })
}

fn asked(target: &str) -> Asked<'_> {
    Asked {
        method: Method::Get,
        target,
        host: Some("127.0.0.1:4000"),
        origin: None,
        from: None,
        dest: None,
        has_body: false,
    }
}

/// The status and the body of a file.
fn got(asked: &Asked<'_>) -> (u16, String) {
    match answer(asked, &shown(), 4000) {
        Reply::File { status, body, .. } => {
            (status, String::from_utf8(body.to_vec()).expect("text"))
        }
        Reply::Moved(to) => (302, to),
        Reply::Events => (200, "events".to_owned()),
    }
}

/// Ways out of the site that others have tried on servers.
const WAYS_OUT: [&str; 66] = [
    "",
    "*",
    "web/index.html",
    "http://evil.example/web/",
    "//evil.example/",
    "/..",
    "/../",
    "/.",
    "/web/..",
    "/web/../",
    "/web/../staff/index.html",
    "/web/%2e%2e/staff/index.html",
    "/web/%2E%2E/staff/index.html",
    "/web/.%2e/staff/index.html",
    "/web/%2e./staff/index.html",
    "/web/%252e%252e/staff/index.html",
    "/web/..%2fstaff/index.html",
    "/web/..%2Fstaff%2Findex.html",
    "/web/..%5cstaff",
    "/web/..\\staff\\index.html",
    "/web/\\..\\..\\etc\\passwd",
    "/web//etc/passwd",
    "/web///etc/passwd",
    "//etc/passwd",
    "/web/./index.html",
    "/web/parents/./phones.html",
    "/web/parents/../parents/phones.html",
    "/web/parents/..",
    "/web/%00",
    "/web/index.html%00",
    "/web/index.html%00.png",
    "/web/%0d%0aSet-Cookie:x",
    "/web/%c0%ae%c0%ae/staff/",
    "/web/%c0%af",
    "/web/%e0%80%ae",
    "/web/%ff",
    "/web/%u002e%u002e/",
    "/web/%",
    "/web/%2",
    "/web/%zz",
    "/web/%+1",
    "/web/%-1",
    "/etc/passwd",
    "/content/people.toml",
    "/content/",
    "/web/../../content/people.toml",
    "/web/....//staff/",
    "/web/..;/staff/index.html",
    "/web/..%00/staff/",
    "/staff/../../Cargo.toml",
    "/C:/Windows/win.ini",
    "/web/C:%5cWindows",
    "/file:///etc/passwd",
    "/web/file:///etc/passwd",
    "/web/~root",
    "/web/.git/config",
    "/.git/config",
    "/web/con",
    "/web/index.html/",
    "/web/index.html/..",
    "/web/INDEX.HTML",
    "/WEB/index.html",
    "/_signpost/../content/people.toml",
    "/_signpost/",
    "/_signpost/around.html",
    "/_signpost/%2e%2e/staff/index.html",
];

#[test]
fn pages_are_found_by_their_path() {
    for (target, status, body) in [
        ("/web/index.html", 200, "door"),
        ("/web/", 200, "door"),
        ("/web/parents/phones.html?x=1#y", 200, "phones"),
        ("/web/parents/%70hones.html", 200, "phones"),
        ("/web/parents", 302, "/web/parents/"),
        ("/web/parents/", 200, "front"),
        ("/web", 302, "/web/"),
        ("/staff/", 200, "staff"),
        ("/_signpost/events", 200, "events"),
    ] {
        assert_eq!(got(&asked(target)), (status, body.to_owned()), "{target}");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    for target in WAYS_OUT {
        let (status, body) = got(&asked(target));
        assert!(matches!(status, 400 | 404), "{target}: {status} {body}");
        let is_ours = ["address", "no page"]
            .iter()
            .any(|words| body.contains(words));
        assert!(is_ours, "{target}: {body}");
    }
}

#[test]
fn only_our_own_pages_may_ask() {
    let ours = asked("/staff/");
    for host in [
        None,
        Some("evil.example"),
        Some("evil.example:4000"),
        Some("127.0.0.1"),
        Some("127.0.0.1:4001"),
        Some(""),
    ] {
        assert_eq!(got(&Asked { host, ..ours }).0, 403, "{host:?}");
    }
    for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000"] {
        let host = Some(host);
        assert_eq!(got(&Asked { host, ..ours }).0, 200, "{host:?}");
    }
    for origin in [
        "null",
        "http://evil.example",
        "https://127.0.0.1:4000",
        "http://127.0.0.1:4001",
        "",
    ] {
        let origin = Some(origin);
        assert_eq!(got(&Asked { origin, ..ours }).0, 403, "{origin:?}");
    }
    let origin = Some("http://127.0.0.1:4000");
    assert_eq!(got(&Asked { origin, ..ours }).0, 200);
    let from = Some("cross-site");
    assert_eq!(
        got(&Asked {
            from,
            dest: Some("script"),
            ..ours
        })
        .0,
        403
    );
    assert_eq!(
        got(&Asked {
            from,
            dest: Some("document"),
            ..ours
        })
        .0,
        200
    );
}

#[test]
fn nothing_can_be_sent() {
    let ours = asked("/web/");
    assert_eq!(
        got(&Asked {
            method: Method::Other,
            ..ours
        })
        .0,
        405
    );
    assert_eq!(
        got(&Asked {
            has_body: true,
            ..ours
        })
        .0,
        400
    );
    assert_eq!(
        got(&Asked {
            method: Method::Head,
            ..ours
        })
        .0,
        200
    );
}

#[test]
fn a_window_has_the_page_around_and_a_frame_the_page() {
    let window = |target| Asked {
        dest: Some("document"),
        ..asked(target)
    };
    assert!(
        got(&window("/web/parents/phones.html"))
            .1
            .contains("<iframe")
    );
    assert!(got(&window("/web/parents/gone.html")).1.contains("<iframe"));
    assert_eq!(got(&window("/web/assets/child.svg")).1, "<svg/>");
    let frame = Asked {
        dest: Some("iframe"),
        ..asked("/web/parents/gone.html")
    };
    assert_eq!(got(&frame).0, 404);
}

#[test]
fn before_the_first_edition_there_is_a_page_that_says_so() {
    let nothing = super::super::board::Board::new().now();
    let Reply::File { status, .. } = answer(&asked("/web/"), &nothing, 4000) else {
        panic!("a file");
    };
    assert_eq!(status, 503);
}
