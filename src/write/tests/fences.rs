//! Names that leave a tree, and an output among the sources, are refused.

use std::fs;

use super::{edition, fast_folder, publish};
use crate::error::Error;
use crate::write::refuse_inside;

#[test]
fn a_name_that_leaves_its_tree_is_refused() {
    for bad in [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "C:x",
        "a\0b",
        ".signpost-manifest.json",
    ] {
        let folder = fast_folder();
        let out = folder.path().join("public");
        let refused = publish(&edition(&[], &[(bad, "x")]), &out);
        assert!(
            matches!(refused, Err(Error::Output { .. })),
            "{bad:?}: {refused:?}"
        );
        assert!(!out.exists(), "{bad:?}");
    }
    let clash = edition(&[("a", "x"), ("a-b", "x"), ("a/b/c", "x")], &[]);
    let folder = fast_folder();
    let refused = publish(&clash, &folder.path().join("public"));
    assert!(matches!(refused, Err(Error::Output { .. })), "{refused:?}");
}

#[test]
fn the_output_and_the_sources_are_kept_apart() {
    let folder = fast_folder();
    let site = folder.path().join("site");
    fs::create_dir_all(site.join("content/files")).expect("a site");
    fs::create_dir_all(site.join("other")).expect("a folder");
    for bad in [
        ".",
        "content",
        "content/out",
        "themes",
        "themes/mine/out",
        "other/../content/new/out",
        "nowhere/../themes",
    ] {
        let refused = refuse_inside(&site.join(bad), &site);
        assert!(
            matches!(refused, Err(Error::Output { .. })),
            "{bad}: {refused:?}"
        );
    }
    for good in [
        "public",
        "other",
        "..",
        "../elsewhere",
        "contents",
        "new/public",
    ] {
        refuse_inside(&site.join(good), &site).unwrap_or_else(|error| panic!("{good}: {error}"));
    }
    let web = folder.path().join("web");
    fs::create_dir_all(web.join("content")).expect("a site that is called web");
    let refused = refuse_inside(folder.path(), &web);
    assert!(matches!(refused, Err(Error::Output { .. })), "{refused:?}");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(site.join("content"), site.join("link")).expect("a link");
        let refused = refuse_inside(&site.join("link/out"), &site);
        assert!(matches!(refused, Err(Error::Output { .. })), "{refused:?}");
    }
}
