//! Roles and routes as `people.toml` has them.

use super::{
    ChildRole, ChildrenPeople, Known, ParentRole, ParentsPeople, Post, Reach, Route, StaffPeople,
    StaffRole,
};
use crate::generated::Files;
use crate::generated::words::{NOBODY, Voice, list, mixed, quoted};

/// A role as it is written: what each layer has to say of it.
struct Role<'a> {
    id: &'a str,
    child: Option<&'a ChildRole>,
    parent: Option<&'a ParentRole>,
    staff: Option<&'a StaffRole>,
    /// What roles there are, to stand in for this one.
    roles: &'a Reach,
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
            roles: &known.roles,
            needed: n < 2,
        }));
    }
    for (n, (parent, id)) in parents.own.iter().zip(&known.roles.parents).enumerate() {
        records.push(written(&Role {
            id,
            child: None,
            parent: Some(parent),
            staff: extras.next(),
            roles: &known.roles,
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
                roles: &known.roles,
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
        roles: _,
        needed: _,
    } = role;
    let mut lines = vec!["[[role]]".to_owned(), format!("id = {}", quoted(id))];
    let mut set = |key: &str, value: String| lines.push(format!("{key} = {value}"));
    let title = parent
        .map(|role| &role.title)
        .or(staff.map(|role| &role.title));
    set("title", quoted(title.map_or("Adult", String::as_str)));
    let kind = child.map(|role| role.kind).or(parent.map(|role| role.kind));
    set("kind", quoted(kind.unwrap_or("person")));
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
    let vacant = role.is_vacant();
    let holders = holders(role, vacant);
    if !holders.is_empty() {
        set("holders", format!("[\n  {},\n]", holders.join(",\n  ")));
    }
    if let Some(deputy) = deputy(role) {
        set("deputy", quoted(deputy));
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

impl Role<'_> {
    /// Whether nobody is in post, which everybody who sees the role knows.
    fn is_vacant(&self) -> bool {
        let post = self.child.map(|role| role.post);
        let post = post.or(self.parent.map(|role| role.post));
        !self.needed && post.is_some_and(|post| !matches!(post, Post::Held))
    }
}

/// Who stands in. The widest layer that names somebody wins; whom a narrower
/// layer names is nobody that the wider readers may see.
fn deputy<'r>(role: &'r Role<'_>) -> Option<&'r String> {
    let Reach {
        children,
        parents,
        staff,
    } = role.roles;
    let from_staff = role.staff.and_then(|role| role.deputy);
    let named = if role.is_vacant() {
        let cover = |post: Option<Post>| match post {
            Some(Post::Covered(at)) => Some(at),
            Some(Post::Held | Post::Empty) | None => None,
        };
        let from_child = cover(role.child.map(|role| role.post));
        let from_parent = cover(role.parent.map(|role| role.post));
        match role.child {
            Some(_) => [
                (from_child, children),
                (from_parent, parents),
                (from_staff, staff),
            ],
            None => [
                (from_parent, children),
                (from_parent, parents),
                (from_staff, staff),
            ],
        }
    } else {
        [
            (from_staff, children),
            (from_staff, parents),
            (from_staff, staff),
        ]
    };
    let others = named.into_iter().filter_map(|(at, roles)| {
        let others: Vec<&String> = roles.iter().filter(|other| *other != role.id).collect();
        let at = at.filter(|_| !others.is_empty())?;
        Some(others[at.index(others.len())])
    });
    others.into_iter().next()
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
        let known = name.or(staff.map(|role| &role.holder));
        // Two posts that are one person are one choice too few for a child.
        let full = format!(
            "{} {}",
            known.map_or("Qzsomebody", String::as_str),
            role.id.rsplit('-').next().unwrap_or_default()
        );
        let mut keys = vec![format!("name = {}", quoted(&full))];
        let mut readers = Vec::new();
        if let Some(child_name) = child_name {
            keys.push(format!("child_name = {}", quoted(child_name)));
            readers.push("children");
        } else if let Some(child_name) = staff.and_then(|role| role.child_name.as_ref()) {
            keys.push(format!("child_name = {}", quoted(child_name)));
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
        } else if staff.is_some_and(|role| role.photo) {
            keys.push("photo = \"qz-photo.svg\"".to_owned());
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
    holders.extend(staff.left.iter().map(|name| left(role, name)));
    holders
}

/// Somebody who has left, and of whom everybody could once read.
fn left(role: &Role<'_>, name: &str) -> String {
    let readers = match (role.child, role.parent) {
        (Some(_), _) => "[\"children\", \"parents\", \"staff\"]",
        (None, Some(_)) => "[\"parents\", \"staff\"]",
        (None, None) => "[\"staff\"]",
    };
    let name = quoted(&format!("{NOBODY}{name}"));
    format!(
        "{{ name = {name}, child_name = {name}, until = 2026-07-20, photo = \"vk-photo.svg\", \
         name_for = {readers}, photo_for = {readers} }}"
    )
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
