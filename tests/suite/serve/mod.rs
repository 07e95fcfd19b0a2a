//! The preview: what it answers, what it refuses, and that it follows saves.
//!
//! Nothing here waits for a while: each test waits for what the preview says
//! (`/_signpost/events`), or for an answer.

mod follows;
pub(crate) mod preview;

use std::io::Write;

use crate::site::SiteTest;
use preview::Preview;

/// More than a browser ever sends.
const LONG: usize = 100_000;

#[test]
fn pages_are_those_that_a_build_publishes() {
    let site = SiteTest::base();
    let preview = Preview::of(&site, &[]);
    for (path, bytes) in site.build().files() {
        // Names with a dot at the front are for the servers of others.
        let kind = match path.rsplit_once('.') {
            Some((_, "html")) => "text/html",
            // What the searches find is made when it is asked for.
            Some((_, "js")) => "text/javascript",
            _ => continue,
        };
        let got = preview.get(&format!("/{path}"));
        assert_eq!(got.status, 200, "{path}");
        assert_eq!(got.body.as_bytes(), bytes, "{path}");
        let kind = format!("content-type: {kind}; charset=utf-8");
        assert!(got.head.contains(&kind), "{path}");
    }
}

#[test]
fn no_path_gets_what_is_not_the_sites() {
    let mut preview = Preview::of(&SiteTest::base(), &[]);
    for path in [
        "/../content/people.toml",
        "/content/people.toml",
        "/web/../../content/people.toml",
        "/web/%2e%2e/%2e%2e/content/people.toml",
        "/web/..%2f..%2fcontent/people.toml",
        "/web/..%5c..%5ccontent%5cpeople.toml",
        "/web/%2e%2e/staff/index.html",
        "//etc/passwd",
        "/etc/passwd",
        "/web/%00",
        "http://evil.example/",
        "*",
        "web",
    ] {
        let got = preview.get(path);
        assert!(matches!(got.status, 400 | 404), "{path}: {}", got.status);
        assert!(!got.body.contains("Alder"), "{path}: {}", got.body);
        assert!(!got.head.contains("evil"), "{path}: {}", got.head);
    }
    assert!(preview.runs());
}

#[test]
fn nobody_else_is_answered_and_nothing_can_be_sent() {
    let mut preview = Preview::of(&SiteTest::base(), &[]);
    let host = preview.host();
    for (request, status) in [
        (
            "GET /staff/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".to_owned(),
            403,
        ),
        (
            "GET /staff/ HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(),
            403,
        ),
        (
            format!(
                "GET /staff/ HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
            ),
            403,
        ),
        (
            format!(
                "GET /staff/ HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n"
            ),
            403,
        ),
        (
            format!(
                "GET /staff/ HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"
            ),
            403,
        ),
    ] {
        let got = preview.send(&request);
        assert_eq!(got.status, status, "{request}");
        assert!(!got.head.contains("evil"), "{}", got.head);
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let got = preview.ask(method, "/web/", "");
        assert_eq!(got.status, 405, "{method}");
        assert!(got.head.contains("allow: get, head"), "{method}");
    }
    for (headers, body) in [
        ("Content-Length: 5\r\n", "hello"),
        ("Content-Length: 5000000\r\n", "hello"),
        ("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"),
        ("Transfer-Encoding: x\r\nContent-Length: 5\r\n", "hello"),
    ] {
        let got = preview.send_whole("/web/", headers, body);
        assert_eq!(got.status, 400, "{headers}");
    }
    let head = preview.ask("HEAD", "/web/index.html", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(preview.runs());
}

#[test]
fn connections_that_end_or_dawdle_keep_nobody_waiting() {
    let mut preview = Preview::of(&SiteTest::base(), &[]);
    let good = |preview: &Preview| assert_eq!(preview.get("/web/").status, 200);
    // Some who never say what they want.
    let dawdling: Vec<_> = (0..20)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET /web/ HT").expect("it listens");
            stream
        })
        .collect();
    good(&preview);
    // Some who go at once, in the middle of what they say or of what they hear.
    for cut in [
        "",
        "G",
        "GET /web/ HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\n\r\n",
        "\0\0\0",
    ] {
        for _ in 0..10 {
            let mut stream = preview.connect();
            let _ = stream.write_all(cut.as_bytes());
            drop(stream);
        }
        good(&preview);
    }
    // Some who wait for news and go.
    for _ in 0..20 {
        drop(preview.news());
    }
    good(&preview);
    // Some who say far too much.
    for long in [
        format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(LONG)),
        format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(LONG)),
        format!("{}\r\n\r\n", "a".repeat(LONG)),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nExpect: the unexpected\r\n\r\n".to_owned(),
    ] {
        let mut stream = preview.connect();
        let _ = stream.write_all(long.as_bytes());
        drop(stream);
        good(&preview);
    }
    drop(dawdling);
    good(&preview);
    assert!(preview.runs());
}
