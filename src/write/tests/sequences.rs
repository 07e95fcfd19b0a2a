//! Any editions one after the other, killed or not, end as the last one.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::faulty::{Can, Fault, Faulty};
use super::{CLEAN, contents, expected, fast_folder, names, publish};
use crate::render::{Edition, Tree};
use crate::write::{TreeChanges, preview, publish_on};

/// Names that clash with each other now and then: `a` is a file in one edition
/// and a folder in the next.
fn a_tree() -> impl Strategy<Value = Tree> {
    let name = prop::sample::select(vec![
        "a",
        "a/b",
        "a/b/c",
        "a/d",
        "e.html",
        "e/f.html",
        "g/h/i",
        "g/h/j",
        "é/ü.html",
        "k l.html",
    ]);
    let bytes = prop::sample::select(vec!["", "x", "y", "longer"]);
    prop::collection::btree_map(name, bytes, 0..7).prop_map(|files| {
        let mut tree = Tree::default();
        for (name, bytes) in files {
            let clashes = tree.files.keys().any(|taken: &String| {
                let inside = |long: &str, short: &str| long.starts_with(&format!("{short}/"));
                inside(name, taken) || inside(taken, name)
            });
            if !clashes {
                let bytes = Arc::from(bytes.as_bytes());
                tree.files.insert(name.to_owned(), bytes);
            }
        }
        tree
    })
}

fn an_edition() -> impl Strategy<Value = Edition> {
    let pages = BTreeMap::new();
    (a_tree(), a_tree()).prop_map(move |(web, staff)| Edition {
        web,
        staff,
        pages: pages.clone(),
    })
}

fn a_disk() -> impl Strategy<Value = (usize, Fault, Can, Can)> {
    let can = || prop::sample::select(vec![Can::Do, Can::Not]);
    let fault = prop::sample::select(vec![Fault::Never, Fault::Death, Fault::Errno(28)]);
    (0_usize..90, fault, can(), can())
}

/// What ought to be told of a tree that is published over another.
fn told(old: &Tree, new: &Tree) -> TreeChanges {
    let names = |tree: &Tree, keep: &dyn Fn(&String) -> bool| -> Vec<String> {
        tree.files
            .keys()
            .filter(|name| keep(name))
            .cloned()
            .collect()
    };
    let stands = |name: &String| old.files.get(name) == new.files.get(name);
    TreeChanges {
        written: names(new, &|name| !stands(name)),
        unchanged: names(new, &stands).len(),
        withdrawn: names(old, &|name| !new.files.contains_key(name)),
        mended: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_is_the_last_edition(steps in prop::collection::vec((an_edition(), a_disk()), 1..6)) {
        let folder = fast_folder();
        let out = folder.path();
        for (edition, (at, fault, link, exchange)) in &steps {
            let disk = Faulty::at(*at, *fault, *link, *exchange);
            let done = publish_on(&disk, edition, out);
            prop_assert!(done.is_ok() || *fault != Fault::Never);
        }
        let (last, _) = steps.last().expect("there is a step");
        let foreseen = preview(last, out).expect("it can be previewed");
        prop_assert_eq!(publish(last, out).expect("it is published"), foreseen);
        prop_assert_eq!(contents(&out.join("web")), Some(expected(&last.web)));
        prop_assert_eq!(contents(&out.join("staff")), Some(expected(&last.staff)));
        prop_assert_eq!(names(out), CLEAN);
        prop_assert!(publish(last, out).expect("again").is_empty());
    }

    #[test]
    fn what_is_told_is_what_differs(old in an_edition(), new in an_edition()) {
        let folder = fast_folder();
        publish(&old, folder.path()).expect("it is published");
        let changes = publish(&new, folder.path()).expect("it is published");
        prop_assert_eq!(changes.web, told(&old.web, &new.web));
        prop_assert_eq!(changes.staff, told(&old.staff, &new.staff));
    }
}
