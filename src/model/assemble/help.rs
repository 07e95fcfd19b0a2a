//! The worried page.

use super::people::resolve;
use super::sink::Sink;
use super::{READERS, RECORD_VALUE, Register, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{At, RawBands, RawChildrenHelp, RawHelp, RawParentsHelp};
use crate::model::{
    self, ChildrenHelp, Help, HelplineId, ParentsHelp, RoleId, Wording, doubt, helpline,
};
use crate::source::Spanned;

/// The worried page, if all whom it names exist and may be seen.
pub(super) fn help(
    record: Record<RawHelp>,
    register: Register<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Help> {
    let Record { file, value: raw } = record;
    let mut names = Names {
        register,
        sink: Sink::of(&file, diagnostics),
    };
    let children = names.children(raw.children.into_inner());
    let parents = names.parents(raw.parents.into_inner());
    Some(Help {
        children: children?,
        parents: parents?,
    })
}

struct Names<'a> {
    register: Register<'a>,
    sink: Sink<'a>,
}

impl Names<'_> {
    fn role(&mut self, name: At<String>, audience: Audience) -> Option<Spanned<RoleId>> {
        let name = spanned(name);
        let Register {
            roles, all_roles, ..
        } = self.register;
        let role = resolve(&name, roles, all_roles, &mut self.sink)?;
        let readers = roles[role.value.index()].readers;
        let record = model::Record::Role(role.value);
        self.seen_by(&name, record, readers, audience)?;
        Some(role)
    }

    fn helpline(&mut self, name: At<String>, audience: Audience) -> Option<Spanned<HelplineId>> {
        let name = spanned(name);
        let Register {
            helplines,
            all_helplines,
            ..
        } = self.register;
        let Some(id) = helpline::find(helplines, &name.value) else {
            let known = helplines.iter().map(|line| line.id.value.as_str());
            if doubt::surely_lacks(all_helplines, known.clone(), &name.value) {
                self.sink.report(
                    model::RecordKind::Helpline.must_exist(),
                    &name,
                    format!(
                        "There is no helpline “{}” in content/helplines.toml.",
                        name.value
                    ),
                    model::helpline_help(helplines, &name.value),
                );
            }
            return None;
        };
        let readers = helplines[id.index()].shown_to();
        let record = model::Record::Helpline(id);
        self.seen_by(&name, record, readers, audience)?;
        Some(Spanned::new(id, name.span))
    }

    fn seen_by(
        &mut self,
        name: &Spanned<String>,
        record: model::Record,
        readers: Audiences,
        audience: Audience,
    ) -> Option<()> {
        if readers.contains(audience) || self.register.unsure.contains(&record) {
            return Some(());
        }
        let what = record.kind().word();
        self.sink.report(
            &READERS,
            name,
            format!(
                "The {what} “{}” is not for {audience}, who would read it here.",
                name.value
            ),
            format!("Add \"{audience}\" to the “for” of that {what}, or name another."),
        );
        None
    }

    fn children(&mut self, raw: RawChildrenHelp) -> Option<ChildrenHelp> {
        let RawChildrenHelp {
            adults,
            outside,
            title,
            tell,
            next,
            secret,
            emergency,
            not_there,
            about_them,
            closed,
            do_not,
            unread,
        } = raw;
        let list = Spanned::new((), adults.span());
        let named: Vec<At<String>> = adults.into_inner();
        let count = named.len();
        let adults: Vec<Spanned<RoleId>> = named
            .into_iter()
            .filter_map(|name| self.role(name, Audience::Children))
            .collect();
        let all = adults.len() == count;
        let mut different: Vec<RoleId> = adults.iter().map(|role| role.value).collect();
        different.sort();
        different.dedup();
        if all && different.len() < 2 {
            self.sink.report(
                &RECORD_VALUE,
                &list,
                "A child needs two grown-ups at school to choose from, in case the worry is about one of them.",
                "Name at least two different roles in “adults”.",
            );
        }
        let outside = self.helpline(outside, Audience::Children);
        let (title, tell, next, secret) = (both(title), both(tell), both(next), both(secret));
        let (emergency, not_there) = (both(emergency), both(not_there));
        let (about_them, closed, unread) = (both(about_them), both(closed), both(unread));
        let ks1_list = lines(do_not.ks1);
        let ks2_list = lines(do_not.ks2);
        let words = |band: usize, do_not: Vec<Spanned<String>>| Wording {
            title: title[band].clone(),
            tell: tell[band].clone(),
            next: next[band].clone(),
            secret: secret[band].clone(),
            emergency: emergency[band].clone(),
            not_there: not_there[band].clone(),
            about_them: about_them[band].clone(),
            closed: closed[band].clone(),
            do_not,
            unread: unread[band].clone(),
        };
        Some(ChildrenHelp {
            adults: all.then_some(adults)?,
            outside: outside?,
            ks1: words(0, ks1_list),
            ks2: words(1, ks2_list),
        })
    }

    fn parents(&mut self, raw: RawParentsHelp) -> Option<ParentsHelp> {
        let RawParentsHelp {
            intro,
            school,
            closed,
            services,
            services_out_of_hours,
            police,
            emergency,
            advice,
        } = raw;
        let named = school.into_inner();
        let count = named.len();
        let school: Vec<Spanned<RoleId>> = named
            .into_iter()
            .filter_map(|name| self.role(name, Audience::Parents))
            .collect();
        let services = self.role(services, Audience::Parents);
        let out_of_hours = self.role(services_out_of_hours, Audience::Parents);
        let police = self.helpline(police, Audience::Parents);
        let emergency = self.helpline(emergency, Audience::Parents);
        let advice = self.helpline(advice, Audience::Parents);
        Some(ParentsHelp {
            intro: spanned(intro),
            school: (school.len() == count).then_some(school)?,
            closed: spanned(closed),
            services: services?,
            services_out_of_hours: out_of_hours?,
            police: police?,
            emergency: emergency?,
            advice: advice?,
        })
    }
}

/// The two wordings of a text, KS1 first.
fn both(raw: RawBands) -> [Spanned<String>; 2] {
    [spanned(raw.ks1), spanned(raw.ks2)]
}

fn lines(raw: At<Vec<At<String>>>) -> Vec<Spanned<String>> {
    raw.into_inner().into_iter().map(spanned).collect()
}
