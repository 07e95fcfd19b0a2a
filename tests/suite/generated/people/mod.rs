//! `people.toml`: roles whose every field has readers of its own.

mod written;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::words::{Voice, phone, title, word, words};

pub(crate) use written::write;

/// What may be referred to, by whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) roles: Reach,
    pub(crate) helplines: Reach,
    pub(crate) routes: Reach,
    pub(crate) tables: Reach,
    pub(crate) checklists: Reach,
    pub(crate) agreements: Reach,
    pub(crate) images: Reach,
    pub(crate) policies: Reach,
    pub(crate) guidance: Reach,
    pub(crate) terms: Reach,
    pub(crate) systems: Reach,
    pub(crate) acronyms: Reach,
    pub(crate) links: Reach,
    pub(crate) procedures: Reach,
    /// The edition of each law or guidance that is in force, by its id.
    pub(crate) editions: Vec<(String, String)>,
}

/// Names of things, by the widest voice that may name them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach {
    pub(crate) children: Vec<String>,
    pub(crate) parents: Vec<String>,
    pub(crate) staff: Vec<String>,
}

impl Reach {
    /// What a text of `voice` may name. What is added for staff never moves
    /// what stands before it.
    pub(crate) fn of(&self, voice: Voice) -> Vec<&str> {
        let mut reach: Vec<&str> = self.children.iter().map(String::as_str).collect();
        if voice != Voice::Children {
            reach.extend(self.parents.iter().map(String::as_str));
        }
        if voice == Voice::Staff {
            reach.extend(self.staff.iter().map(String::as_str));
        }
        reach
    }
}

/// Whether somebody is in a post.
#[derive(Debug, Clone, Copy)]
enum Post {
    Held,
    /// Nobody is; somebody stands in whom the same readers know.
    Covered(Index),
    /// Nobody is, and nobody that they know of stands in.
    Empty,
}

/// What children may know of a role.
#[derive(Debug, Clone)]
struct ChildRole {
    kind: &'static str,
    child_name: String,
    holder: Option<String>,
    find: Option<String>,
    phone: Option<String>,
    post: Post,
}

/// What parents may know of a role, besides.
#[derive(Debug, Clone)]
struct ParentRole {
    title: String,
    kind: &'static str,
    holder: Option<String>,
    post: Post,
    find: Option<String>,
    phones: Vec<(String, Option<String>)>,
    photo: bool,
}

/// What staff alone may know of a role.
#[derive(Debug, Clone)]
struct StaffRole {
    title: String,
    holder: String,
    /// A name used in class that children have not been told yet.
    child_name: Option<String>,
    photo: bool,
    says_so: bool,
    from: Option<u8>,
    until: Option<u8>,
    /// More holders, without a word on who may read their names.
    more: Vec<String>,
    /// Holders who have left, and whom everybody could once read of.
    left: Vec<String>,
    find: Option<String>,
    channels: Vec<(Index, Channel)>,
    duties: Vec<(String, bool)>,
    aliases: Vec<String>,
    deputy: Option<Index>,
}

#[derive(Debug, Clone)]
struct Channel {
    kind: &'static str,
    value: String,
    note: Option<String>,
    says_so: bool,
}

#[derive(Debug, Clone)]
struct Route {
    about: String,
    to: Vec<Index>,
    instead: Option<Index>,
    within: String,
}

/// Roles for children; there are always two, since help needs them.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenPeople(Vec<ChildRole>);

/// Roles for parents, what they may know of the children's roles, and routes.
#[derive(Debug, Clone)]
pub(crate) struct ParentsPeople {
    of_children: Vec<ParentRole>,
    own: Vec<ParentRole>,
    routes: Vec<Route>,
}

/// All the rest.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffPeople {
    of_others: Vec<StaffRole>,
    own: Vec<(Index, StaffRole)>,
    routes: Vec<(Index, Route)>,
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenPeople> {
    let voice = Voice::Children;
    let role = (
        kind(),
        words(voice),
        option::of(title(voice)),
        option::of(words(voice)),
        option::of(phone(voice)),
        post(),
    )
        .prop_map(|(kind, child_name, holder, find, phone, post)| ChildRole {
            kind,
            child_name,
            holder,
            find,
            phone,
            post,
        });
    vec(role, 2..4).prop_map(ChildrenPeople)
}

/// It decides whether a post without anybody in it is post, so whoever sees
/// the role sees what comes of it.
fn kind() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["person", "body", "outside"])
}

fn post() -> impl Strategy<Value = Post> {
    prop_oneof![
        6 => Just(Post::Held),
        2 => any::<Index>().prop_map(Post::Covered),
        1 => Just(Post::Empty),
    ]
}

fn parent_role() -> impl Strategy<Value = ParentRole> {
    let voice = Voice::Parents;
    (
        title(voice),
        kind(),
        option::of(title(voice)),
        post(),
        option::of(words(voice)),
        vec((phone(voice), option::of(words(voice))), 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(title, kind, holder, post, find, phones, photo)| ParentRole {
                title,
                kind,
                holder,
                post,
                find,
                phones,
                photo,
            },
        )
}

fn route(voice: Voice) -> impl Strategy<Value = Route> {
    (
        words(voice),
        vec(any::<Index>(), 1..3),
        option::of(any::<Index>()),
        words(voice),
    )
        .prop_map(|(about, to, instead, within)| Route {
            about,
            to,
            instead,
            within,
        })
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsPeople> {
    (
        vec(parent_role(), 3),
        vec(parent_role(), 3..6),
        vec(route(Voice::Parents), 0..3),
    )
        .prop_map(|(of_children, own, routes)| ParentsPeople {
            of_children,
            own,
            routes,
        })
}

fn channel() -> impl Strategy<Value = Channel> {
    let voice = Voice::Staff;
    let value = prop_oneof![
        phone(voice).prop_map(|number| ("phone", number)),
        word(voice).prop_map(|word| ("email", format!("{word}@school.example"))),
        phone(voice).prop_map(|number| ("text", number)),
        word(voice).prop_map(|word| ("web", format!("https://{word}.school.example/"))),
    ];
    (value, option::of(words(voice)), any::<bool>()).prop_map(|((kind, value), note, says_so)| {
        Channel {
            kind,
            value,
            note,
            says_so,
        }
    })
}

fn staff_role() -> impl Strategy<Value = StaffRole> {
    let voice = Voice::Staff;
    let names = || vec(title(voice), 0..3);
    let holders = (
        title(voice),
        any::<bool>(),
        (option::of(1..28u8), option::of(1..28u8)),
        names(),
        names(),
        (option::of(title(voice)), any::<bool>()),
    );
    let rest = (
        option::of(words(voice)),
        vec((any::<Index>(), channel()), 0..3),
        vec((words(voice), any::<bool>()), 0..3),
        names(),
        option::of(any::<Index>()),
    );
    (title(voice), holders, rest).prop_map(
        |(title, (holder, says_so, (from, until), more, left, (child_name, photo)), rest)| {
            let (find, channels, duties, aliases, deputy) = rest;
            StaffRole {
                title,
                holder,
                child_name,
                photo,
                says_so,
                from,
                until,
                more,
                left,
                find,
                channels,
                duties,
                aliases,
                deputy,
            }
        },
    )
}

pub(crate) fn staff() -> impl Strategy<Value = StaffPeople> {
    (
        vec(staff_role(), 0..5),
        vec((any::<Index>(), staff_role()), 0..3),
        vec((any::<Index>(), route(Voice::Staff)), 0..3),
    )
        .prop_map(|(of_others, own, routes)| StaffPeople {
            of_others,
            own,
            routes,
        })
}
