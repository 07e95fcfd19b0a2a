//! Speaks HTTP to this machine.
//!
//! In: requests. Out: replies, made by [`answer`](super::answer). `tiny_http`
//! 0.12 is kept in this file: its accept loop ends at a fault of one
//! connection, so it is started again; it reads bodies in ways that cannot be
//! trusted, so none is read; and each request has a thread, so that a slow one
//! keeps nobody waiting.

use std::io::{self, Cursor, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server};

use super::answer::{Asked, Method, Reply, answer};
use super::board::Board;
use crate::error::Error;

/// How long nothing may come before we look whether anybody can be answered.
const QUIET: Duration = Duration::from_secs(5);
/// How long that look may take.
const LOOK: Duration = Duration::from_secs(2);
/// How often a page that waits hears that we are there.
const BEAT: Duration = Duration::from_secs(15);

/// Headers of every reply. Nothing is kept, so that the newest is seen; and
/// nobody else's page can hold one of ours.
const ALWAYS: [(&str, &str); 5] = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
];

/// The address of the preview, for people.
///
/// # Errors
/// The system cannot say it.
pub(super) fn address(listener: &TcpListener) -> Result<String, Error> {
    let port = port(listener)?;
    Ok(format!("http://127.0.0.1:{port}/"))
}

fn port(listener: &TcpListener) -> Result<u16, Error> {
    let address = listener.local_addr();
    address
        .map(|address| address.port())
        .map_err(|fault| Error::Option {
            message: format!("the port of the preview cannot be told: {fault}"),
        })
}

/// Answers requests, on threads of its own, as long as the program runs.
///
/// # Errors
/// The system does not say which port it is.
pub(super) fn serve(listener: TcpListener, board: Arc<Board>) -> Result<(), Error> {
    let port = port(&listener)?;
    thread::spawn(move || {
        loop {
            // The listener stays with us, so that it is there for the next
            // server when one ends.
            let Ok(listener) = listener.try_clone() else {
                thread::sleep(LOOK);
                continue;
            };
            if let Ok(server) = Server::from_listener(listener, None) {
                until_it_ends(&server, port, &board);
            }
        }
    });
    Ok(())
}

/// Hands requests to threads until the server has ended or hears nobody.
fn until_it_ends(server: &Server, port: u16, board: &Arc<Board>) {
    loop {
        match server.recv_timeout(QUIET) {
            Ok(Some(request)) => {
                let board = Arc::clone(board);
                thread::spawn(move || reply(request, port, &board));
            }
            Ok(None) if hears(server, port, board) => {}
            Ok(None) | Err(_) => return,
        }
    }
}

/// Whether a request of our own reaches the server.
fn hears(server: &Server, port: u16, board: &Arc<Board>) -> bool {
    let asked = thread::spawn(move || knock(port).is_ok());
    let heard = match server.recv_timeout(LOOK) {
        Ok(Some(request)) => {
            // Ours or somebody's: both are answered.
            let board = Arc::clone(board);
            thread::spawn(move || reply(request, port, &board));
            true
        }
        Ok(None) | Err(_) => false,
    };
    let answered = asked.join().unwrap_or(false);
    heard || answered
}

fn knock(port: u16) -> io::Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, LOOK)?;
    stream.set_read_timeout(Some(LOOK))?;
    let request = format!("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    stream.read_exact(&mut [0; 4])
}

/// Answers one request. A browser that has gone away is no fault of ours.
fn reply(request: Request, port: u16, board: &Board) {
    let shown = board.now();
    let reply = {
        let header = |name: &str| {
            let headers = request.headers().iter();
            let mut values = headers
                .filter(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name))
                .map(|header| header.value.as_str());
            let first = values.next();
            // Two of them are two opinions: none counts.
            values.next().map_or(first, |_| Some(""))
        };
        let length = header("content-length").is_some_and(|length| length != "0");
        let asked = Asked {
            method: match request.method() {
                tiny_http::Method::Get => Method::Get,
                tiny_http::Method::Head => Method::Head,
                _ => Method::Other,
            },
            target: request.url(),
            host: header("host"),
            origin: header("origin"),
            from: header("sec-fetch-site"),
            dest: header("sec-fetch-dest"),
            has_body: length || header("transfer-encoding").is_some(),
        };
        answer(&asked, &shown, port)
    };
    let is_head = *request.method() == tiny_http::Method::Head;
    match reply {
        Reply::File { status, kind, body } => {
            let mut headers = headers(kind);
            if status == 405 {
                headers.extend(Header::from_bytes("Allow", "GET, HEAD"));
            }
            let length = Some(body.len());
            let response = Response::new(status.into(), headers, Cursor::new(body), length, None);
            let whole = response.with_chunked_threshold(usize::MAX);
            let _ = request.respond(whole);
        }
        Reply::Moved(to) => {
            let mut headers = headers("text/plain; charset=utf-8");
            headers.extend(Header::from_bytes("Location", to));
            let response = Response::new(302.into(), headers, io::empty(), Some(0), None);
            let _ = request.respond(response);
        }
        Reply::Events => {
            let _ = events(request.into_writer(), board, is_head);
        }
    }
}

fn headers(kind: &str) -> Vec<Header> {
    let all = ALWAYS.iter().copied().chain([("Content-Type", kind)]);
    all.filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .collect()
}

/// Says what is shown, now and whenever it changes, until nobody listens.
fn events(mut stream: impl Write, board: &Board, is_head: bool) -> io::Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n")?;
    for (name, value) in ALWAYS {
        write!(stream, "{name}: {value}\r\n")?;
    }
    write!(stream, "Content-Type: text/event-stream\r\n\r\n")?;
    stream.flush()?;
    if is_head {
        return Ok(());
    }
    let mut seen = 0;
    loop {
        match board.after(seen, BEAT) {
            Some(shown) => {
                seen = shown.moment;
                write!(stream, "data: {}\n\n", shown.said)?;
            }
            None => write!(stream, ": still here\n\n")?,
        }
        stream.flush()?;
    }
}
