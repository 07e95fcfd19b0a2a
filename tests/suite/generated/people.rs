//! `people.toml`: roles whose every field has readers of its own.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::words::{NOBODY, Voice, list, mixed, phone, quoted, title, word, words};

/// What may be referred to, by whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) roles: Reach,
    pub(crate) helplines: Reach,
    pub(crate) routes: Reach,
    pub(crate) images: Reach,
    pub(crate) policies: Reach,
    pub(crate) links: Reach,
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

/// What children may know of a role.
#[derive(Debug, Clone)]
struct ChildRole {
    child_name: String,
    holder: Option<String>,
    find: Option<String>,
    phone: Option<String>,
}

/// What parents may know of a role, besides.
#[derive(Debug, Clone)]
struct ParentRole {
    title: String,
    kind: &'static str,
    holder: Option<String>,
    vacant: Option<Index>,
    find: Option<String>,
    phones: Vec<(String, Option<String>)>,
    photo: bool,
}

/// What staff alone may know of a role.
#[derive(Debug, Clone)]
struct StaffRole {
    title: String,
    holder: String,
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
        words(voice),
        option::of(title(voice)),
        option::of(words(voice)),
        option::of(phone(voice)),
    )
        .prop_map(|(child_name, holder, find, phone)| ChildRole {
            child_name,
            holder,
            find,
            phone,
        });
    vec(role, 2..4).prop_map(ChildrenPeople)
}

fn parent_role() -> impl Strategy<Value = ParentRole> {
    let voice = Voice::Parents;
    (
        title(voice),
        prop::sample::select(vec!["person", "body", "outside"]),
        option::of(title(voice)),
        option::weighted(0.2, any::<Index>()),
        option::of(words(voice)),
        vec((phone(voice), option::of(words(voice))), 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(title, kind, holder, vacant, find, phones, photo)| ParentRole {
                title,
                kind,
                holder,
                vacant,
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
        option::of(1..28u8),
        option::of(1..28u8),
        names(),
        names(),
    );
    let rest = (
        option::of(words(voice)),
        vec((any::<Index>(), channel()), 0..3),
        vec((words(voice), any::<bool>()), 0..3),
        names(),
        option::of(any::<Index>()),
    );
    (title(voice), holders, rest).prop_map(
        |(title, (holder, says_so, from, until, more, left), rest)| {
            let (find, channels, duties, aliases, deputy) = rest;
            StaffRole {
                title,
                holder,
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

/// A role as it is written: what each layer has to say of it.
struct Role<'a> {
    id: &'a str,
    child: Option<&'a ChildRole>,
    parent: Option<&'a ParentRole>,
    staff: Option<&'a StaffRole>,
    /// Roles that everybody who sees this one may see too.
    deputies: &'a [String],
    /// A post that help needs is never vacant.
    needed: bool,
}

/// Writes `people.toml`; says which roles and routes there are.
pub(crate) fn write(
    children: &ChildrenPeople,
    parents: &ParentsPeople,
    staff: &StaffPeople,
    files: &mut Files,
) -> Known {
    let ids = |voice: Voice, count| (0..count).map(|n| voice.name("role", n)).collect();
    let mut known = Known::default();
    known.roles.children = ids(Voice::Children, children.0.len());
    known.roles.parents = ids(Voice::Parents, parents.own.len());
    known.roles.staff = ids(Voice::Staff, staff.own.len());

    let mut extras = staff.of_others.iter();
    let mut records = Vec::new();
    for (n, (child, id)) in children.0.iter().zip(&known.roles.children).enumerate() {
        records.push(written(&Role {
            id,
            child: Some(child),
            parent: parents.of_children.get(n),
            staff: extras.next(),
            deputies: &known.roles.children,
            needed: true,
        }));
    }
    for (n, (parent, id)) in parents.own.iter().zip(&known.roles.parents).enumerate() {
        records.push(written(&Role {
            id,
            child: None,
            parent: Some(parent),
            staff: extras.next(),
            deputies: &known.roles.children,
            needed: n < 3,
        }));
    }
    let own = staff
        .own
        .iter()
        .zip(&known.roles.staff)
        .map(|((at, role), id)| {
            let role = Role {
                id,
                child: None,
                parent: None,
                staff: Some(role),
                deputies: &known.roles.parents,
                needed: false,
            };
            (*at, written(&role))
        });
    let mut records = mixed(records, own);

    let mut routes = Vec::new();
    for (n, route) in parents.routes.iter().enumerate() {
        let text = route_written(route, n, Voice::Parents, &known);
        known.routes.parents.push(text.0);
        routes.push(text.1);
    }
    let mut own = Vec::new();
    for (n, (at, route)) in staff.routes.iter().enumerate() {
        let text = route_written(route, n, Voice::Staff, &known);
        known.routes.staff.push(text.0);
        own.push((*at, text.1));
    }
    records.extend(mixed(routes, own));
    files.put("content/people.toml", records.join("\n"));
    known
}

/// A route, and what it is called.
fn route_written(route: &Route, number: usize, voice: Voice, known: &Known) -> (String, String) {
    let roles = known.roles.of(voice);
    let about = format!("{} {number}", route.about);
    let mut to: Vec<&str> = Vec::new();
    for role in &route.to {
        let role = role.get(&roles);
        if !to.contains(role) {
            to.push(role);
        }
    }
    let mut text = format!(
        "[[route]]\nabout = {}\nto = {}\nwithin = {}\n",
        quoted(&about),
        list(&to),
        quoted(&route.within)
    );
    if let Some(role) = &route.instead {
        let others: Vec<&&str> = roles.iter().filter(|role| !to.contains(role)).collect();
        if !others.is_empty() {
            text += &format!("instead = {}\n", list(&[role.get(&others)]));
        }
    }
    text += match voice {
        Voice::Staff => "for = [\"staff\"]\n",
        Voice::Parents | Voice::Children => "for = [\"parents\", \"staff\"]\n",
    };
    (about, text)
}

fn written(role: &Role<'_>) -> String {
    let Role {
        id,
        child,
        parent,
        staff,
        deputies,
        needed,
    } = role;
    let mut lines = vec!["[[role]]".to_owned(), format!("id = {}", quoted(id))];
    let mut set = |key: &str, value: String| lines.push(format!("{key} = {value}"));
    let title = parent
        .map(|role| &role.title)
        .or(staff.map(|role| &role.title));
    set("title", quoted(title.map_or("Adult", String::as_str)));
    set("kind", quoted(parent.map_or("person", |role| role.kind)));
    let readers: &[&str] = match (child, parent) {
        (Some(_), _) => &["children", "parents", "staff"],
        (None, Some(_)) => &["parents", "staff"],
        (None, None) => &["staff"],
    };
    set("for", list(readers));
    if let Some(child) = child {
        set("child_name", quoted(&child.child_name));
    }
    if let Some((find, readers)) = find(role, readers) {
        set("find", quoted(find));
        if let Some(readers) = readers {
            set("find_for", list(readers));
        }
    }
    let vacant = parent.and_then(|role| role.vacant).filter(|_| !needed);
    let holders = holders(role, vacant.is_some());
    if !holders.is_empty() {
        set("holders", format!("[\n  {},\n]", holders.join(",\n  ")));
    }
    let others: Vec<&String> = deputies.iter().filter(|other| other != id).collect();
    let deputy = vacant.or(staff.and_then(|role| role.deputy));
    if let (Some(deputy), false) = (deputy, others.is_empty()) {
        set("deputy", quoted(others[deputy.index(others.len())]));
    }
    let channels = channels(role);
    if !channels.is_empty() {
        set("channels", format!("[\n  {},\n]", channels.join(",\n  ")));
    }
    if let Some(staff) = staff {
        if !staff.aliases.is_empty() {
            set("aliases", list(&staff.aliases));
        }
        let duties = staff.duties.iter().map(|(text, says_so)| {
            let readers = if *says_so { ", for = [\"staff\"]" } else { "" };
            format!("{{ text = {}{readers} }}", quoted(text))
        });
        set(
            "duties",
            format!("[{}]", duties.collect::<Vec<_>>().join(", ")),
        );
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Where to find them, and who may know: the widest layer that says so wins.
fn find<'r>(
    role: &'r Role<'_>,
    readers: &'r [&'r str],
) -> Option<(&'r String, Option<&'r [&'r str]>)> {
    let find = [
        (
            role.child.and_then(|role| role.find.as_ref()),
            Some(readers),
        ),
        (
            role.parent.and_then(|role| role.find.as_ref()),
            Some(&["staff", "parents"][..]),
        ),
        (role.staff.and_then(|role| role.find.as_ref()), None),
    ];
    find.into_iter()
        .find_map(|(find, readers)| Some((find?, readers)))
}

/// The holders of a role: the one whom others may read of, and the rest.
fn holders(role: &Role<'_>, vacant: bool) -> Vec<String> {
    let Role {
        child,
        parent,
        staff,
        ..
    } = role;
    let mut holders = Vec::new();
    if !vacant {
        let child_name = child.and_then(|role| role.holder.as_ref());
        let name = parent.and_then(|role| role.holder.as_ref());
        let mut keys = vec![format!(
            "name = {}",
            quoted(
                name.or(staff.map(|role| &role.holder))
                    .map_or("Qzsomebody", String::as_str)
            )
        )];
        let mut readers = Vec::new();
        if let Some(child_name) = child_name {
            keys.push(format!("child_name = {}", quoted(child_name)));
            readers.push("children");
        }
        if name.is_some() {
            readers.push("parents");
        }
        if !readers.is_empty() || staff.is_some_and(|role| role.says_so) {
            readers.push("staff");
            keys.push(format!("name_for = {}", list(&readers)));
        }
        if let Some(day) = staff.and_then(|role| role.from) {
            keys.push(format!("from = 2025-09-{day:02}"));
        }
        if let Some(day) = staff.and_then(|role| role.until) {
            keys.push(format!("until = 2027-08-{day:02}"));
        }
        if parent.is_some_and(|role| role.photo) {
            keys.push("photo = \"xj-photo.svg\"".to_owned());
            keys.push("photo_for = [\"parents\", \"staff\"]".to_owned());
        }
        holders.push(format!("{{ {} }}", keys.join(", ")));
    }
    let Some(staff) = staff else {
        return holders;
    };
    if !vacant {
        let more = staff.more.iter();
        holders.extend(more.map(|name| format!("{{ name = {} }}", quoted(name))));
    }
    holders.extend(staff.left.iter().map(|name| {
        format!(
            "{{ name = {}, until = 2026-07-20, name_for = {} }}",
            quoted(&format!("{NOBODY}{name}")),
            match (child, parent) {
                (_, Some(_)) => "[\"parents\", \"staff\"]",
                _ => "[\"staff\"]",
            }
        )
    }));
    holders
}

fn channels(role: &Role<'_>) -> Vec<String> {
    let mut channels = Vec::new();
    if let Some(number) = role.child.and_then(|role| role.phone.as_ref()) {
        channels.push(format!(
            "{{ phone = {}, for = [\"children\", \"parents\", \"staff\"] }}",
            quoted(number)
        ));
    }
    if let Some(parent) = role.parent {
        for (number, note) in &parent.phones {
            let note = note
                .as_ref()
                .map(|note| format!("note = {}, ", quoted(note)));
            channels.push(format!(
                "{{ phone = {}, {}for = [\"parents\", \"staff\"] }}",
                quoted(number),
                note.unwrap_or_default()
            ));
        }
    }
    let own = role.staff.map(|role| role.channels.as_slice());
    let own = own.unwrap_or_default().iter().map(|(at, channel)| {
        let mut text = format!("{{ {} = {}", channel.kind, quoted(&channel.value));
        if let Some(note) = &channel.note {
            text += &format!(", note = {}", quoted(note));
        }
        if channel.says_so {
            text += ", for = [\"staff\"]";
        }
        (*at, text + " }")
    });
    mixed(channels, own)
}
