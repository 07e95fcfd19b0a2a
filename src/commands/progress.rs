//! A line that says that Signpost is still at work.
//!
//! In: work. Out: what came of it; and where somebody waits at a terminal for
//! longer than a second, one line. Nothing moves and nothing is drawn, so a
//! screen reader says it once.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long somebody waits before they wonder.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does `work`, and says so where it takes long.
pub(super) fn watched<T>(work: impl FnOnce() -> T) -> T {
    if io::stderr().is_terminal() {
        aloud(PATIENCE, io::stderr(), work)
    } else {
        work()
    }
}

/// Does `work`, and says so on `out` once `patience` is over.
fn aloud<T>(patience: Duration, mut out: impl Write + Send, work: impl FnOnce() -> T) -> T {
    let (done, is_done) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if is_done.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                // Whoever cannot be told does not wait for it.
                let _ = writeln!(out, "Still at work, please wait.");
            }
        });
        let came = work();
        drop(done);
        came
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_work_is_told() {
        let mut said = Vec::new();
        assert_eq!(aloud(Duration::from_mins(10), &mut said, || 7), 7);
        assert!(said.is_empty());
    }

    #[test]
    fn long_work_is_told_once() {
        let mut said = Vec::new();
        let (told, is_told) = mpsc::channel::<()>();
        struct Telling<'v>(&'v mut Vec<u8>, mpsc::Sender<()>);
        impl Write for Telling<'_> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.extend_from_slice(bytes);
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        // Ends when the line was said and its writer is gone, however long
        // that takes.
        let out = Telling(&mut said, told);
        aloud(Duration::ZERO, out, || is_told.recv().is_err());
        assert_eq!(
            String::from_utf8_lossy(&said),
            "Still at work, please wait.\n"
        );
    }
}
