//! What is shown, for all who look: the last good edition and what is said.
//!
//! In: one build after another. Out: for a request the [`Shown`] of this
//! moment, which no later build changes; for a page that waits, the next one.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};

use super::making::Made;
use crate::render::Printed;

/// What is shown at one moment.
pub(super) struct Shown {
    /// The last edition without an error.
    pub(super) edition: Option<Arc<Printed>>,
    /// The same as one line of JSON, for the page that stands around it.
    pub(super) said: String,
    /// Which moment this is: it counts up whenever anything changes.
    pub(super) moment: u64,
    /// Which edition this is.
    number: u64,
    /// What was found.
    found: Value,
}

impl Shown {
    /// What is shown before anything was made.
    fn nothing() -> Shown {
        Shown {
            edition: None,
            said: "{}".to_owned(),
            moment: 0,
            number: 0,
            found: Value::Null,
        }
    }

    /// An edition of which nothing is said.
    #[cfg(test)]
    pub(super) fn of(edition: Printed) -> Shown {
        Shown {
            edition: Some(Arc::new(edition)),
            ..Shown::nothing()
        }
    }
}

/// The one place where what is shown is exchanged.
pub(super) struct Board {
    shown: Mutex<Arc<Shown>>,
    changed: Condvar,
}

impl Board {
    /// A board with nothing on it.
    pub(super) fn new() -> Board {
        Board {
            shown: Mutex::new(Arc::new(Shown::nothing())),
            changed: Condvar::new(),
        }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.lock())
    }

    /// Shows what was made, and says whether anything is other than before.
    pub(super) fn show(&self, made: &mut Made) -> bool {
        let mut shown = self.lock();
        let before = Arc::clone(&shown);
        let edition = match made.edition.take() {
            Some(edition) if before.edition.as_deref() != Some(&edition) => {
                Some(Arc::from(edition))
            }
            Some(_) | None => None,
        };
        if edition.is_none() && before.found == made.said {
            return false;
        }
        let number = before.number + u64::from(edition.is_some());
        let edition = edition.or_else(|| before.edition.clone());
        *shown = Arc::new(Shown {
            said: said(edition.is_some(), number, &made.said),
            edition,
            moment: before.moment + 1,
            number,
            found: made.said.clone(),
        });
        self.changed.notify_all();
        // Taking an edition down takes a while; nobody has to wait for that.
        drop(shown);
        drop(before);
        true
    }

    /// What is shown once it is another moment than `seen`, or nothing when
    /// that takes longer than `wait`.
    pub(super) fn after(&self, seen: u64, wait: Duration) -> Option<Arc<Shown>> {
        let same = |shown: &mut Arc<Shown>| shown.moment == seen;
        let (shown, out_of_time) = self
            .changed
            .wait_timeout_while(self.lock(), wait, same)
            .unwrap_or_else(PoisonError::into_inner);
        (!out_of_time.timed_out()).then(|| Arc::clone(&shown))
    }

    /// The value is exchanged in one step, so a thread that panicked while it
    /// held the lock left it whole.
    fn lock(&self) -> MutexGuard<'_, Arc<Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `run` tells a page that waits whether it speaks to the same preview as
/// before, whose numbers go on.
fn said(is_there: bool, number: u64, found: &Value) -> String {
    let all = json!({
        "run": std::process::id(),
        "edition": number,
        "isThere": is_there,
        "found": found,
    });
    all.to_string()
}
