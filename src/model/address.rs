//! Where a page stands in the output.

use crate::audience::Audience;
use crate::model::Folder;

/// One of the two trees of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TreeName {
    /// `public/web`
    Web,
    /// `public/staff`
    Staff,
}

impl TreeName {
    /// The tree that an audience's pages are in. Made from the audience and
    /// nothing else: no setting can put a staff page on the web.
    pub fn of(audience: Audience) -> TreeName {
        match audience {
            Audience::Children | Audience::Parents => TreeName::Web,
            Audience::Staff => TreeName::Staff,
        }
    }
}

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The tree.
    pub tree: TreeName,
    /// The path from the tree's root: `parents/policies/online-safety.html`.
    pub path: String,
}

impl Address {
    /// Where the page at `path` under `content/` stands in the view of
    /// `audience`; nowhere, if its folder is not for them.
    pub fn of(path: &str, audience: Audience) -> Option<Address> {
        let (folder, rest) = Folder::split(path)?;
        let path = match (audience, folder) {
            (Audience::Children, Folder::Children) => format!("children/{rest}.html"),
            (Audience::Parents, Folder::Parents) => format!("parents/{rest}.html"),
            (Audience::Parents, Folder::Policies) => format!("parents/policies/{rest}.html"),
            (Audience::Staff, Folder::Staff) => format!("{rest}.html"),
            (Audience::Staff, Folder::Policies) => format!("policies/{rest}.html"),
            (Audience::Children, Folder::Policies | Folder::Parents | Folder::Staff)
            | (Audience::Parents, Folder::Children | Folder::Staff)
            | (Audience::Staff, Folder::Children | Folder::Parents) => return None,
        };
        Some(Address {
            tree: TreeName::of(audience),
            path,
        })
    }
}
