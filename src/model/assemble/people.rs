//! Roles and routes.

use std::collections::BTreeSet;

use super::{RECORD_VALUE, Sink, UNKNOWN_ROLE, audiences, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawChannel, RawHolder, RawKind, RawPeople, RawRole, RawRoute};
use crate::model::{
    Channel, Duty, Holder, Image, ImageId, Medium, Role, RoleId, RoleKind, Route, people::find,
};
use crate::source::{Place, Spanned};

/// All roles, then the routes between them.
pub(super) fn people(
    record: Option<Record<RawPeople>>,
    images: &[Image],
    diagnostics: &mut Diagnostics,
) -> (Vec<Role>, Vec<Route>) {
    let Some(Record { file, value: raw }) = record else {
        return (Vec::new(), Vec::new());
    };
    let mut sink = Sink {
        file: &file,
        diagnostics,
    };
    let mut taken = BTreeSet::new();
    let mut roles = Vec::with_capacity(raw.role.len());
    let mut ties = Vec::with_capacity(raw.role.len());
    for role in raw.role {
        let (role, tie) = self::role(role.into_inner(), images, &mut taken, &mut sink);
        roles.push(role);
        ties.push(tie);
    }
    // Roles name one another, so these names wait until all roles are known.
    for (at, Ties { deputy, inherits }) in ties.into_iter().enumerate() {
        let deputy = deputy.and_then(|name| resolve(&name, &roles, &mut sink));
        let inherits: Vec<RoleId> = inherits
            .iter()
            .filter_map(|name| resolve(name, &roles, &mut sink))
            .map(|role| role.value)
            .collect();
        roles[at].deputy = deputy.map(|role| role.value);
        roles[at].inherits = inherits;
    }
    let routes = raw
        .route
        .into_iter()
        .map(|route| self::route(route.into_inner(), &roles, &mut sink))
        .collect();
    (roles, routes)
}

/// The other roles that a role names.
struct Ties {
    deputy: Option<Spanned<String>>,
    inherits: Vec<Spanned<String>>,
}

/// The role that a record names, or a problem.
pub(super) fn resolve(
    name: &Spanned<String>,
    roles: &[Role],
    sink: &mut Sink<'_>,
) -> Option<Spanned<RoleId>> {
    if let Some(id) = find(roles, &name.value) {
        return Some(Spanned::new(id, name.span.clone()));
    }
    let known = roles.iter().map(|role| role.id.value.as_str());
    sink.unknown(&UNKNOWN_ROLE, name, "role", known);
    None
}

fn role(
    raw: RawRole,
    images: &[Image],
    taken: &mut BTreeSet<String>,
    sink: &mut Sink<'_>,
) -> (Role, Ties) {
    let RawRole {
        id,
        title,
        kind,
        readers,
        aliases,
        child_name,
        find,
        find_for,
        holders,
        deputy,
        inherits,
        duties,
        channels,
    } = raw;
    let id = spanned(id);
    sink.id(&id, "role", taken);
    let readers = audiences(&readers);
    let child_name = child_name.map(spanned);
    if readers.contains(Audience::Children) && child_name.is_none() {
        sink.report(
            &RECORD_VALUE,
            &id,
            format!(
                "The role “{}” is for children, but has no name for them.",
                id.value
            ),
            "Add what children call them, as in child_name = \"our safeguarding grown-up\".",
        );
    }
    let find_for = sink.readers(find_for.as_ref(), readers, "role");
    let find = find.map(spanned).map(|find| {
        Guarded::new(
            find,
            find_for.unwrap_or(Audiences::NONE).or(Audiences::STAFF),
        )
    });
    let holders = holders
        .into_iter()
        .map(|holder| self::holder(holder.into_inner(), readers, images, sink))
        .collect();
    let duties = duties
        .into_iter()
        .map(|duty| {
            let duty = duty.into_inner();
            let for_whom = sink.readers(duty.readers.as_ref(), readers, "role");
            let text = spanned(duty.text);
            Guarded::new(
                Duty { text },
                for_whom.unwrap_or(Audiences::NONE).or(Audiences::STAFF),
            )
        })
        .collect();
    let channels = channels
        .into_iter()
        .filter_map(|channel| self::channel(channel, readers, sink))
        .collect();
    let role = Role {
        id,
        title: spanned(title),
        kind: match kind.into_inner() {
            RawKind::Person => RoleKind::Person,
            RawKind::Body => RoleKind::Body,
            RawKind::Outside => RoleKind::Outside,
        },
        readers,
        aliases: aliases.into_iter().map(At::into_inner).collect(),
        child_name,
        find,
        holders,
        deputy: None,
        inherits: Vec::new(),
        duties,
        channels,
    };
    let ties = Ties {
        deputy: deputy.map(spanned),
        inherits: inherits.into_iter().map(spanned).collect(),
    };
    (role, ties)
}

fn holder(raw: RawHolder, readers: Audiences, images: &[Image], sink: &mut Sink<'_>) -> Holder {
    let RawHolder {
        name,
        child_name,
        from,
        until,
        name_for,
        photo,
        photo_for,
    } = raw;
    let name_for = sink
        .readers(name_for.as_ref(), readers, "role")
        .unwrap_or(Audiences::NONE);
    let photo_for = sink
        .readers(photo_for.as_ref(), readers, "role")
        .unwrap_or(Audiences::NONE);
    let photo = photo.map(spanned).and_then(|photo| {
        let found = images
            .iter()
            .position(|image| image.file.value == photo.value);
        if found.is_none() {
            let known = images.iter().map(|image| image.file.value.as_str());
            sink.unknown(&RECORD_VALUE, &photo, "entry in images.toml for", known);
        }
        found.map(|index| Guarded::new(ImageId::new(index), photo_for.or(Audiences::STAFF)))
    });
    Holder {
        name: Guarded::new(spanned(name), name_for.or(Audiences::STAFF)),
        child_name: child_name.map(|name| Guarded::new(spanned(name), name_for)),
        from: from.map(At::into_inner),
        until: until.map(spanned),
        photo,
    }
}

fn channel(
    raw: At<RawChannel>,
    readers: Audiences,
    sink: &mut Sink<'_>,
) -> Option<Guarded<Channel>> {
    let whole = raw.span();
    let RawChannel {
        phone,
        email,
        text,
        web,
        note,
        readers: for_whom,
    } = raw.into_inner();
    let for_whom = sink.readers(for_whom.as_ref(), readers, "role");
    let mut ways: Vec<(Medium, Spanned<String>)> = [
        (Medium::Phone, phone),
        (Medium::Email, email),
        (Medium::Text, text),
        (Medium::Web, web),
    ]
    .into_iter()
    .filter_map(|(medium, value)| value.map(|value| (medium, spanned(value))))
    .collect();
    let (Some((medium, value)), true) = (ways.pop(), ways.is_empty()) else {
        sink.value(
            &Spanned::new((), whole),
            "A channel is one way to reach somebody: a phone, an email, a text number or a web page.",
            "Write one of the four here, and another { … } for each other way.",
        );
        return None;
    };
    match medium {
        Medium::Phone | Medium::Text => sink.phone(&value),
        Medium::Email => sink.email(&value),
        Medium::Web => sink.web_address(&value),
    }
    let channel = Channel {
        medium,
        value,
        note: note.map(At::into_inner),
    };
    Some(Guarded::new(
        channel,
        for_whom.unwrap_or(Audiences::NONE).or(Audiences::STAFF),
    ))
}

fn route(raw: RawRoute, roles: &[Role], sink: &mut Sink<'_>) -> Route {
    let RawRoute {
        about,
        to,
        within,
        instead,
        readers,
    } = raw;
    let for_whom = audiences(&readers);
    let mut named = |names: Vec<At<String>>| -> Vec<Spanned<RoleId>> {
        names
            .into_iter()
            .filter_map(|name| {
                let role = resolve(&spanned(name), roles, sink)?;
                let hidden = for_whom.without(roles[role.value.index()].readers.or(Audiences::STAFF));
                if !hidden.is_empty() {
                    sink.report(
                        &super::READERS,
                        &role,
                        format!(
                            "This route is for {hidden}, who may not see the role “{}”.",
                            roles[role.value.index()].id.value
                        ),
                        format!("Add {hidden} to the “for” of that role, or take them out of the route's."),
                    );
                }
                Some(role)
            })
            .collect()
    };
    let at = to.span();
    let route = Route {
        about: spanned(about),
        to: named(to.into_inner()),
        within: within.into_inner(),
        instead: named(instead),
        readers: for_whom,
    };
    if route.to.is_empty() {
        let place = Place::at(sink.file, at);
        sink.diagnostics.report(
            &RECORD_VALUE,
            place,
            format!("Nobody hears about {}.", route.about.value),
            "Name at least one role in “to”.",
        );
    }
    route
}
