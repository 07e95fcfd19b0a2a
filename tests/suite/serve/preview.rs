//! A preview that runs: the program itself, with a site of its own, and the
//! few lines of HTTP that a test needs.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::site::{SiteTest, TODAY};

/// Longer than anything may take: a test that waits this long has failed.
const NEVER: Duration = Duration::from_mins(2);

/// So many lines without news are heard in a few minutes.
const BEATS: usize = 40;

/// A preview, which ends with the test.
pub(crate) struct Preview {
    child: Child,
    port: u16,
    site: PathBuf,
    /// The folder of a site that is the test's own, which ends with it.
    _folder: Option<TempDir>,
    /// Kept, so that the program can go on speaking.
    _said: BufReader<ChildStdout>,
}

/// What came back.
pub(crate) struct Got {
    pub(crate) status: u16,
    /// The lines above the body, in lower case.
    pub(crate) head: String,
    pub(crate) body: String,
}

/// What a page that waits hears.
pub(crate) struct News {
    lines: BufReader<TcpStream>,
}

impl Preview {
    /// Begins a preview of a site at a port that the system chooses.
    pub(crate) fn of(site: &SiteTest, more: &[&str]) -> Preview {
        let folder = TempDir::new().expect("a folder for a test");
        site.write(folder.path());
        let site = folder.path().to_owned();
        Preview::begun(site, Some(folder), TODAY, more)
    }

    /// The same of a site that is there already.
    pub(crate) fn at(site: &Path, today: &str) -> Preview {
        Preview::begun(site.to_owned(), None, today, &[])
    }

    fn begun(site: PathBuf, folder: Option<TempDir>, today: &str, more: &[&str]) -> Preview {
        let mut child = Command::new(env!("CARGO_BIN_EXE_signpost"))
            .args(["serve", "--port", "0", "--today", today])
            .args(more)
            .arg(&site)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program can be run");
        let said = child.stdout.take().expect("it was asked for");
        let mut said = BufReader::new(said);
        let mut first = String::new();
        said.read_line(&mut first).expect("it says where it is");
        let port = first
            .trim()
            .strip_prefix("Preview: http://127.0.0.1:")
            .and_then(|rest| rest.strip_suffix('/'))
            .unwrap_or_else(|| panic!("{first}"));
        Preview {
            port: port.parse().expect("a port"),
            child,
            site,
            _folder: folder,
            _said: said,
        }
    }

    /// The path of a file of the site.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.site.join(file)
    }

    /// Saves a file of the site.
    pub(crate) fn save(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).expect("a file can be saved");
    }

    /// A connection by which nothing was said yet.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(NEVER)).expect("a time is set");
        stream
    }

    /// Sends this and hears all that comes back.
    pub(crate) fn send(&self, request: &str) -> Got {
        let mut stream = self.connect();
        // The other side may have heard enough before all was said.
        let _ = stream.write_all(request.as_bytes());
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        let said = String::from_utf8_lossy(&said).into_owned();
        let (head, body) = said.split_once("\r\n\r\n").unwrap_or((&said, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Got {
            status: status.unwrap_or(0),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    /// Asks for a page, with more headers, each with its line end.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Got {
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n",
            self.host()
        ))
    }

    /// Asks for a page and sends something along.
    pub(crate) fn send_whole(&self, path: &str, headers: &str, body: &str) -> Got {
        self.ask("GET", path, &format!("{headers}\r\n{body}"))
    }

    /// Asks for a page.
    pub(crate) fn get(&self, path: &str) -> Got {
        self.ask("GET", path, "")
    }

    /// The preview's own name.
    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// What is said from now on.
    pub(crate) fn news(&self) -> News {
        let mut stream = self.connect();
        let request = format!(
            "GET /_signpost/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.host()
        );
        stream.write_all(request.as_bytes()).expect("it hears");
        News {
            lines: BufReader::new(stream),
        }
    }

    /// Whether it still runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_none()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl News {
    /// The next that is said.
    pub(crate) fn next(&mut self) -> Value {
        for _ in 0..BEATS {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).expect("it goes on");
            assert!(read > 0, "the preview has ended");
            if let Some(said) = line.strip_prefix("data: ") {
                return serde_json::from_str(said).expect("one line of JSON");
            }
        }
        panic!("nothing new was said for minutes");
    }

    /// The first that is said for which `is_it` holds.
    pub(crate) fn until(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            let said = self.next();
            if is_it(&said) {
                return said;
            }
        }
    }
}
