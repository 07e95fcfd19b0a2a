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

    /// Hands on what is written; once it is gone, so is the other end.
    struct Telling(mpsc::Sender<Vec<u8>>);

    impl Write for Telling {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            // Nobody listens when the test has failed already.
            let _ = self.0.send(bytes.to_vec());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_work_is_told_once() {
        let (told, is_told) = mpsc::channel();
        // The work ends when the line was said, however long that takes.
        let work = move || is_told.iter().collect::<Vec<_>>().concat();
        let said = aloud(Duration::ZERO, Telling(told), work);
        assert_eq!(
            String::from_utf8_lossy(&said),
            "Still at work, please wait.\n"
        );
    }
}
