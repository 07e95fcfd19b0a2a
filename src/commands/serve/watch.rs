//! What was saved in the site folder.
//!
//! In: the system's news of files, or a look at them twice a second. Out: that
//! something was saved, once for what was saved together. Must never take the
//! reading of a file for a change: the build reads all of them, and would wake
//! itself for ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};
use walkdir::WalkDir;

use crate::error::Error;

/// Saves that follow each other this closely are one.
const TOGETHER: Duration = Duration::from_millis(16);
/// How often files are looked at where nobody tells of changes.
const LOOK: Duration = Duration::from_millis(500);
/// The folders that a site is made of.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// How changes are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looking {
    /// The system tells.
    WhenTold,
    /// Everything is looked at twice a second.
    Often,
}

/// What there is to say of the site folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Something was saved, moved or taken away.
    Saved,
    /// Nothing was, for as long as was waited.
    Nothing,
}

/// A watch on a site folder.
pub(super) struct Watch {
    told: Receiver<Change>,
    /// What the system tells by; nothing where everything is looked at.
    watcher: Option<Watcher>,
    site: PathBuf,
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Something in the folders.
    Inside,
    /// One of the folders itself: it may be another one now, which is to be
    /// watched anew.
    Folder,
}

type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

impl Watch {
    /// Begins to watch.
    ///
    /// # Errors
    /// The folder cannot be watched.
    pub(super) fn begin(site: &Path, looking: Looking) -> Result<Watch, Error> {
        let site = site.canonicalize().map_err(|source| Error::Read {
            path: site.to_owned(),
            source,
        })?;
        let (tell, told) = mpsc::channel();
        let watcher = match looking {
            Looking::WhenTold => {
                let watcher = told_by_the_system(tell, &site);
                Some(watcher.map_err(|fault| cannot(&fault))?)
            }
            Looking::Often => {
                look_often(tell, site.clone());
                None
            }
        };
        Ok(Watch {
            told,
            watcher,
            site,
        })
    }

    /// Waits until something was saved, but no longer than `wait`.
    pub(super) fn wait(&mut self, wait: Duration) -> News {
        let first = match self.told.recv_timeout(wait) {
            Ok(change) => change,
            // The other end is held by the watcher, which lives as long as this.
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return News::Nothing;
            }
        };
        // Whatever was saved meanwhile is in the next build as well.
        let more: Vec<Change> = self.told.try_iter().collect();
        if first == Change::Folder || more.contains(&Change::Folder) {
            self.watch_anew();
        }
        News::Saved
    }

    fn watch_anew(&mut self) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for folder in FOLDERS.map(|name| self.site.join(name)) {
            // It is not watched where it was not there.
            let _ = watcher.unwatch(&folder);
        }
        for folder in folders(&self.site) {
            // What went away again this moment is news of its own.
            let _ = watcher.watch(&folder, RecursiveMode::Recursive);
        }
    }
}

fn told_by_the_system(tell: Sender<Change>, site: &Path) -> notify::Result<Watcher> {
    let mut watcher = new_debouncer(TOGETHER, None, listener(tell, site.to_owned()))?;
    // The site folder itself, where content and themes may come and go.
    watcher.watch(site, RecursiveMode::NonRecursive)?;
    for folder in folders(site) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

fn folders(site: &Path) -> Vec<PathBuf> {
    let folders = FOLDERS.iter().map(|name| site.join(name));
    folders.filter(|folder| folder.is_dir()).collect()
}

/// Looks at every file again and again, from now on. The watcher of the
/// library for this asks for whole seconds, and so misses a save in the second
/// of the last one.
fn look_often(tell: Sender<Change>, site: PathBuf) {
    let mut seen = seen(&site);
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            let now = self::seen(&site);
            // When nobody listens any more, the preview is at its end.
            if now != seen && tell.send(Change::Inside).is_err() {
                return;
            }
            seen = now;
        }
    });
}

/// The files of a site, each with its length and when it was saved.
fn seen(site: &Path) -> BTreeMap<PathBuf, (u64, Option<SystemTime>)> {
    let files = FOLDERS
        .iter()
        .flat_map(|name| WalkDir::new(site.join(name)));
    files
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let about = entry.metadata().ok()?;
            Some((entry.into_path(), (about.len(), about.modified().ok())))
        })
        .collect()
}

/// What is done with the system's news: what is a change is told.
fn listener(tell: Sender<Change>, site: PathBuf) -> impl FnMut(DebounceEventResult) + Send {
    move |news| {
        let change = match news {
            Ok(events) => events
                .iter()
                .filter_map(|event| change(event, &site))
                .max_by_key(|change| *change == Change::Folder),
            // News was lost: look at everything.
            Err(_) => Some(Change::Folder),
        };
        if let Some(change) = change {
            // Nobody listens any more: the preview is at its end.
            let _ = tell.send(change);
        }
    }
}

/// Whether an event is a change of the site.
fn change(event: &DebouncedEvent, site: &Path) -> Option<Change> {
    if event.need_rescan() {
        return Some(Change::Folder);
    }
    let means_change = match event.kind {
        EventKind::Access(_) | EventKind::Other => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Remove(_)
        | EventKind::Modify(
            ModifyKind::Any
            | ModifyKind::Data(_)
            | ModifyKind::Metadata(_)
            | ModifyKind::Name(_)
            | ModifyKind::Other,
        ) => true,
    };
    let paths = || event.paths.iter().filter(|_| means_change);
    let is_in = |path: &&PathBuf| FOLDERS.iter().any(|name| path.starts_with(site.join(name)));
    let is_folder = |path: &&PathBuf| FOLDERS.iter().any(|name| **path == site.join(name));
    let comes_or_goes = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    );
    if comes_or_goes && paths().any(|path| is_folder(&path)) {
        return Some(Change::Folder);
    }
    paths().any(|path| is_in(&path)).then_some(Change::Inside)
}

fn cannot(fault: &notify::Error) -> Error {
    Error::Option {
        message: format!(
            "the site folder cannot be watched for changes ({fault}); run it with --poll, which looks for them twice a second"
        ),
    }
}
