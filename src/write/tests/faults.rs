//! A build that is killed, or whose n-th file operation fails, for every n.

use std::path::Path;

use rustix::io::Errno;

use super::faulty::{Can, Fault, Faulty};
use super::{CLEAN, Contents, contents, edition, expected, fast_folder, names, publish};
use crate::error::Error;
use crate::render::Edition;
use crate::write::{exchange, publish_on};

/// The file systems that there are.
const SYSTEMS: [(Can, Can); 4] = [
    (Can::Do, Can::Do),
    (Can::Do, Can::Not),
    (Can::Not, Can::Do),
    (Can::Not, Can::Not),
];

const ERRNOS: [Errno; 4] = [Errno::NOSPC, Errno::IO, Errno::ACCESS, Errno::MFILE];

fn old() -> Edition {
    edition(
        &[
            ("index.html", "the door"),
            ("children/index.html", "whom to ask"),
            ("children/old.html", "gone next time"),
            ("parents/policies/a/x.html", "a policy"),
            ("assets/signpost.css", "body{}"),
        ],
        &[
            ("index.html", "for staff"),
            ("people.html", "Mr Example, who leaves"),
            ("rota/autumn.html", "a rota"),
        ],
    )
}

fn new() -> Edition {
    edition(
        &[
            ("index.html", "the door"),
            ("children/index.html", "whom to ask now"),
            ("children/new/page.html", "a new page"),
            ("parents/policies/a/x.html", "a policy"),
            ("assets/signpost.css", "body{}"),
        ],
        &[
            ("index.html", "for staff"),
            ("people.html", "Ms Example, who comes"),
        ],
    )
}

/// What may stand in each tree, and what stood there before.
struct Trial {
    before: Option<Edition>,
    after: Edition,
}

impl Trial {
    fn all() -> Vec<Trial> {
        [(None, old()), (Some(old()), new()), (Some(new()), new())]
            .into_iter()
            .map(|(before, after)| Trial { before, after })
            .collect()
    }

    /// Builds once with the fault at every operation in turn, until a build
    /// ends before the fault comes. Answers how many operations there were.
    fn run(&self, fault: Fault, (link, exchange): (Can, Can)) -> usize {
        for at in 0.. {
            let folder = fast_folder();
            let out = folder.path().join("public");
            if let Some(before) = &self.before {
                publish(before, &out).expect("the old edition is published");
            }
            let disk = Faulty::at(at, fault, link, exchange);
            // One thread, so that the n-th operation is the same each time.
            let one = rayon::ThreadPoolBuilder::new().num_threads(1).build();
            let result = one
                .expect("a thread can be made")
                .install(|| publish_on(&disk, &self.after, &out));
            self.assert_whole(&out, &format!("{fault:?} at {at}, {disk:?}"));
            match &result {
                Ok(_) => self.assert_after(&out),
                Err(error) => {
                    assert_names_path_and_cause(error, fault, &out);
                    if fault != Fault::Death && out.exists() {
                        assert_cleared_up(&out, at);
                    }
                }
            }
            let mended = publish_on(
                &Faulty::at(0, Fault::Never, link, exchange),
                &self.after,
                &out,
            );
            mended.unwrap_or_else(|error| panic!("{fault:?} at {at}, next build: {error}"));
            self.assert_after(&out);
            assert_eq!(names(&out), CLEAN, "{fault:?} at {at}: left behind");
            if !disk.struck() {
                return at;
            }
        }
        unreachable!("a build ends")
    }

    /// Each tree is the old one or the new one; the web never lags behind.
    fn assert_whole(&self, out: &Path, when: &str) {
        let web = self.state(out, "web", when);
        let staff = self.state(out, "staff", when);
        let known: Vec<[Option<Contents>; 2]> = vec![
            [self.before_of("web"), self.before_of("staff")],
            [Some(of(&self.after, "web")), self.before_of("staff")],
            [Some(of(&self.after, "web")), Some(of(&self.after, "staff"))],
        ];
        assert!(
            known.contains(&[web, staff]),
            "{when}: a tree is neither old nor new"
        );
    }

    /// What stands as a tree; or was moved away and will be moved back.
    fn state(&self, out: &Path, name: &str, when: &str) -> Option<Contents> {
        let away = contents(&out.join(format!(".signpost-away-{name}")));
        if let Some(away) = &away {
            let old = self.before_of(name);
            assert_eq!(
                Some(away),
                old.as_ref(),
                "{when}: what is moved away is whole"
            );
        }
        contents(&out.join(name)).or(away)
    }

    fn assert_after(&self, out: &Path) {
        assert_eq!(contents(&out.join("web")), Some(of(&self.after, "web")));
        assert_eq!(contents(&out.join("staff")), Some(of(&self.after, "staff")));
    }

    fn before_of(&self, name: &str) -> Option<Contents> {
        self.before.as_ref().map(|edition| of(edition, name))
    }
}

fn of(edition: &Edition, name: &str) -> Contents {
    match name {
        "web" => expected(&edition.web),
        _ => expected(&edition.staff),
    }
}

/// A build that fails but lives gives back the room that its stages took, and
/// never leaves a tree that was there moved away.
fn assert_cleared_up(out: &Path, at: usize) {
    for name in names(out) {
        assert!(!name.starts_with(".signpost-stage-"), "at {at}: {name}");
        if let Some(tree) = name.strip_prefix(".signpost-away-") {
            assert!(out.join(tree).exists(), "at {at}: {tree} was not put back");
        }
    }
}

fn assert_names_path_and_cause(error: &Error, fault: Fault, out: &Path) {
    let path = error.path().expect("the error names a path");
    assert!(path.starts_with(out), "{error}");
    let cause = match fault {
        Fault::Errno(errno) => std::io::Error::from_raw_os_error(errno).to_string(),
        Fault::Death | Fault::Never => "killed".to_owned(),
    };
    assert!(error.to_string().contains(&cause), "{error}");
}

#[test]
fn killed_at_any_operation_each_tree_is_old_or_new() {
    for trial in Trial::all() {
        for system in SYSTEMS {
            let operations = trial.run(Fault::Death, system);
            assert!(operations > 20, "only {operations} operations were tried");
        }
    }
}

#[test]
fn an_operation_that_fails_is_named_and_leaves_whole_trees() {
    for trial in Trial::all() {
        for system in SYSTEMS {
            for errno in ERRNOS {
                trial.run(Fault::Errno(errno.raw_os_error()), system);
            }
        }
    }
}

#[test]
fn a_kill_while_clearing_up_after_a_kill_is_cleared_up_too() {
    let trial = &Trial {
        before: Some(old()),
        after: new(),
    };
    let link = Can::Do;
    for exchange in [Can::Do, Can::Not] {
        let operations = trial.run(Fault::Death, (link, exchange));
        // The last third is where trees are exchanged and removed.
        for (first, second) in
            (operations * 2 / 3..operations).flat_map(|n| (0..40).step_by(3).map(move |m| (n, m)))
        {
            let folder = fast_folder();
            let out = folder.path();
            publish(&old(), out).expect("the old edition is published");
            for at in [first, second] {
                let disk = Faulty::at(at, Fault::Death, link, exchange);
                let _ = publish_on(&disk, &new(), out);
                trial.assert_whole(out, &format!("killed at {first}, then at {second}"));
            }
            publish(&new(), out).expect("the third build succeeds");
            trial.assert_after(out);
            assert_eq!(names(out), CLEAN);
        }
    }
}

#[test]
fn a_preview_sees_a_tree_that_was_moved_away() {
    let folder = fast_folder();
    let out = folder.path();
    publish(&old(), out).expect("the old edition is published");
    let wanted = crate::write::preview(&new(), out).expect("it can be previewed");
    std::fs::rename(out.join("web"), out.join(".signpost-away-web")).expect("it is moved");
    let places = exchange::Places::of(out, "web");
    let standing = exchange::standing(&Faulty::never(), &places).expect("it is found");
    assert_eq!(standing, out.join(".signpost-away-web"));
    assert_eq!(crate::write::preview(&new(), out).expect("again"), wanted);
}
