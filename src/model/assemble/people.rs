//! Roles and routes.

use std::collections::BTreeSet;

use super::sink::{Ids, Sink};
use super::{READERS, RECORD_VALUE, Register, audiences, limits, spanned};
use crate::audience::{Audience, Audiences, Guarded};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawChannel, RawDuty, RawHolder, RawKind, RawPeople, RawRole, RawRoute};
use crate::model::{
    self, Channel, Duty, Holder, Image, ImageId, Medium, Role, RoleId, RoleKind, Route, doubt,
    people::find, role_help,
};
use crate::source::Spanned;

/// The images that holders' photos are among, and whether they are all.
#[derive(Clone, Copy)]
pub(super) struct Photos<'a> {
    images: &'a [Image],
    all: bool,
}

impl Photos<'_> {
    /// These pictures; `all` says whether there are no others.
    pub(super) fn of(images: &[Image], all: bool) -> Photos<'_> {
        Photos { images, all }
    }
}

/// All roles, then the routes between them. `all_roles` says whether the file
/// was read whole; roles whose readers were not are noted in `unsure`.
pub(super) fn people(
    record: Option<Record<RawPeople>>,
    all_roles: bool,
    photos: Photos<'_>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Role>, Vec<Route>) {
    let Some(Record { file, value: raw }) = record else {
        return (Vec::new(), Vec::new());
    };
    let mut desk = Desk {
        sink: Sink::of(&file, diagnostics),
        photos,
        taken: Ids::new(),
    };
    let mut roles = Vec::with_capacity(raw.role.len());
    let mut ties = Vec::with_capacity(raw.role.len());
    for role in raw.role {
        let role = role.into_inner();
        if desk.sink.is_mended(&role.readers.span()) {
            unsure.insert(model::Record::Role(RoleId::new(roles.len())));
        }
        let (role, tie) = desk.role(role);
        roles.push(role);
        ties.push(tie);
    }
    // Roles name one another, so these names wait until all roles are known.
    for (at, Ties { deputy, inherits }) in ties.into_iter().enumerate() {
        let mut named = |name: &Spanned<String>| {
            resolve(name, &roles, all_roles, &mut desk.sink).map(|role| role.value)
        };
        let deputy = deputy.as_ref().and_then(&mut named);
        let inherits = inherits.iter().filter_map(named).collect();
        roles[at].deputy = deputy;
        roles[at].inherits = inherits;
    }
    limits::of_roles(&roles, &mut desk.sink);
    let register = Register {
        roles: &roles,
        all_roles,
        helplines: &[],
        all_helplines: true,
        all_guidance: true,
        unsure,
    };
    let routes = raw
        .route
        .into_iter()
        .map(|raw| route(raw.into_inner(), register, &mut desk.sink))
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
    all_roles: bool,
    sink: &mut Sink<'_>,
) -> Option<Spanned<RoleId>> {
    if let Some(id) = find(roles, &name.value) {
        return Some(Spanned::new(id, name.span.clone()));
    }
    let known = roles.iter().map(|role| role.id.value.as_str());
    if doubt::surely_lacks(all_roles, known.clone(), &name.value) {
        sink.report(
            model::RecordKind::Role.must_exist(),
            name,
            format!("There is no role “{}” in content/people.toml.", name.value),
            role_help(roles, &name.value),
        );
    }
    None
}

/// Where roles are read.
struct Desk<'a> {
    sink: Sink<'a>,
    photos: Photos<'a>,
    taken: Ids,
}

impl Desk<'_> {
    fn role(&mut self, raw: RawRole) -> (Role, Ties) {
        let RawRole {
            id,
            title,
            kind,
            readers: listed,
            aliases,
            child_name,
            find,
            find_for,
            holders,
            deputy,
            inherits,
            duties,
            verified,
            channels,
        } = raw;
        let id = spanned(id);
        self.sink.id(&id, "role", &mut self.taken);
        let readers = audiences(&listed);
        let child_name = child_name.map(spanned);
        self.child_name(&id, readers, child_name.as_ref());
        let find_for = self.readers(find_for.as_ref(), &listed);
        let find = find.map(|find| Guarded::new(spanned(find), find_for.or(Audiences::STAFF)));
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
            holders: holders
                .into_iter()
                .map(|holder| self.holder(holder.into_inner(), &listed))
                .collect(),
            deputy: None,
            inherits: Vec::new(),
            duties: duties
                .into_iter()
                .map(|duty| self.duty(duty.into_inner(), &listed))
                .collect(),
            verified: verified.map(spanned),
            channels: channels
                .into_iter()
                .filter_map(|channel| self.channel(channel, &listed))
                .collect(),
        };
        let ties = Ties {
            deputy: deputy.map(spanned),
            inherits: inherits.into_iter().map(spanned).collect(),
        };
        (role, ties)
    }

    fn child_name(
        &mut self,
        id: &Spanned<String>,
        readers: Audiences,
        name: Option<&Spanned<String>>,
    ) {
        if readers.contains(Audience::Children) && name.is_none() {
            self.sink.report(
                &RECORD_VALUE,
                id,
                format!(
                    "The role “{}” is for children, but has no name for them.",
                    id.value
                ),
                "Add what children call them, as in child_name = \"our safeguarding grown-up\".",
            );
        }
    }

    /// The readers of something inside a role: none but staff, unless listed.
    fn readers(
        &mut self,
        list: Option<&At<Vec<Audience>>>,
        outer: &At<Vec<Audience>>,
    ) -> Audiences {
        self.sink
            .readers(list, outer, "role")
            .unwrap_or(Audiences::NONE)
    }

    fn duty(&mut self, raw: RawDuty, outer: &At<Vec<Audience>>) -> Guarded<Duty> {
        let RawDuty { text, readers } = raw;
        let readers = self.readers(readers.as_ref(), outer);
        let text = spanned(text);
        Guarded::new(Duty { text }, readers.or(Audiences::STAFF))
    }

    fn holder(&mut self, raw: RawHolder, outer: &At<Vec<Audience>>) -> Holder {
        let RawHolder {
            name,
            child_name,
            from,
            until,
            name_for,
            photo,
            photo_for,
        } = raw;
        let name_for = self.readers(name_for.as_ref(), outer);
        let photo_for = self.readers(photo_for.as_ref(), outer);
        let photo = photo.and_then(|photo| self.photo(&spanned(photo)));
        let from = from.map(At::into_inner);
        let until = until.map(spanned);
        if let (Some(from), Some(until)) = (from, &until)
            && until.value.last_day() < from.first_day()
        {
            self.sink.value(
                until,
                format!("This last day is before the first, {}.", from.in_words()),
                "“from” is the first day in post and “until” the last.",
            );
        }
        Holder {
            name: Guarded::new(spanned(name), name_for.or(Audiences::STAFF)),
            child_name: child_name.map(|name| Guarded::new(spanned(name), name_for)),
            from,
            until,
            photo: photo.map(|photo| Guarded::new(photo, photo_for.or(Audiences::STAFF))),
        }
    }

    fn photo(&mut self, photo: &Spanned<String>) -> Option<ImageId> {
        let known = self.photos.images.iter();
        let mut known = known.map(|image| image.file.value.as_str());
        let found = known.clone().position(|name| name == photo.value);
        if found.is_none() && doubt::surely_lacks(self.photos.all, &mut known, &photo.value) {
            let known = self.photos.images.iter();
            let known = known.map(|image| image.file.value.as_str());
            let what = ("image", "content/images.toml");
            self.sink.unknown(&RECORD_VALUE, photo, what, known);
        }
        found.map(ImageId::new)
    }

    fn channel(
        &mut self,
        raw: At<RawChannel>,
        outer: &At<Vec<Audience>>,
    ) -> Option<Guarded<Channel>> {
        let whole = raw.span();
        let RawChannel {
            phone,
            email,
            text,
            web,
            note,
            readers,
        } = raw.into_inner();
        let readers = self.readers(readers.as_ref(), outer);
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
            self.sink.value(
                &Spanned::new((), whole),
                "A channel is one way to reach somebody: a phone, an email, a text number or a web page.",
                "Write one of the four here, and another { … } for each other way.",
            );
            return None;
        };
        match medium {
            Medium::Phone | Medium::Text => self.sink.phone(&value),
            Medium::Email => self.sink.email(&value),
            Medium::Web => self.sink.web_address(&value),
        }
        let channel = Channel {
            medium,
            value,
            note: note.map(spanned),
        };
        Some(Guarded::new(channel, readers.or(Audiences::STAFF)))
    }
}

fn route(raw: RawRoute, register: Register<'_>, sink: &mut Sink<'_>) -> Route {
    let RawRoute {
        about,
        to,
        within,
        instead,
        readers: listed,
    } = raw;
    let readers = audiences(&listed);
    if to.get_ref().is_empty() {
        sink.report(
            &RECORD_VALUE,
            &Spanned::new((), to.span()),
            format!("Nobody hears about {}.", about.get_ref()),
            "Name at least one role in “to”.",
        );
    }
    let mut named = |names: Vec<At<String>>| -> Vec<Spanned<RoleId>> {
        names
            .into_iter()
            .filter_map(|name| shown_role(&spanned(name), ("route", readers), register, sink))
            .collect()
    };
    let to = named(to.into_inner());
    let instead = named(instead);
    for role in &instead {
        if to.iter().any(|other| other.value == role.value) {
            sink.value(
                role,
                "Whoever the worry is about would hear of it: this role stands in “to” as well.",
                "Name somebody else in “instead”.",
            );
        }
    }
    Route {
        about: spanned(about),
        to,
        within: spanned(within),
        instead,
        readers,
    }
}

/// The role that a record names, held to be for the record's own readers.
pub(super) fn shown_role(
    name: &Spanned<String>,
    (what, readers): (&str, Audiences),
    register: Register<'_>,
    sink: &mut Sink<'_>,
) -> Option<Spanned<RoleId>> {
    let role = resolve(name, register.roles, register.all_roles, sink)?;
    let seen = register.roles[role.value.index()].readers;
    let hidden = readers.without(seen.or(Audiences::STAFF));
    let unsure = register.unsure.contains(&model::Record::Role(role.value));
    if !hidden.is_empty() && !unsure {
        sink.report(
            &READERS,
            &role,
            format!(
                "This {what} is for {hidden}, who may not see the role “{}”.",
                name.value
            ),
            format!("Add {hidden} to the “for” of that role, or take them out of the {what}'s."),
        );
    }
    Some(role)
}
