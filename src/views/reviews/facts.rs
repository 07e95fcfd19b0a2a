//! Posts, numbers and consents that somebody has to look after.

use serde::Serialize;

use super::OwnerView;
use crate::model::{Checked, Guidance, Helpline, Holder, Image, Role};
use crate::views::Desk;

/// What has to be looked after besides reviews and duties.
#[derive(Debug, Serialize)]
pub struct FactsView {
    /// Posts that nobody holds.
    pub vacant: Vec<OwnerView>,
    /// Who leaves before long, where nobody follows yet.
    pub leaving: Vec<LeavingView>,
    /// People outside the school whom nobody has tried to reach for long.
    pub contacts: Vec<FactView>,
    /// Helplines that nobody has checked for long.
    pub helplines: Vec<FactView>,
    /// The register of laws and guidance, when nobody has been through it for
    /// long.
    pub register: Option<FactView>,
    /// Entries of it that have a day of their own, which is long ago.
    pub guidance: Vec<FactView>,
    /// Pictures whose consent is old.
    pub pictures: Vec<FactView>,
}

/// Somebody who leaves.
#[derive(Debug, Serialize)]
pub struct LeavingView {
    /// The name.
    pub name: String,
    /// The role.
    pub title: String,
    /// The last day, in words.
    pub until: String,
}

/// Something that was not looked at for long.
#[derive(Debug, Serialize)]
pub struct FactView {
    /// What it is called.
    pub name: String,
    /// When it was last looked at, in words; never, where nobody says.
    pub checked: Option<String>,
    /// Where to look.
    pub source: Option<String>,
}

/// All of them.
pub(super) fn of(desk: &Desk<'_>) -> FactsView {
    let site = desk.site;
    let roles = || site.role_ids().map(|id| (id, site.role(id)));
    let vacant = roles().filter(|(id, _)| site.is_vacant(*id));
    let leaving = roles().flat_map(|(_, role)| leaving(desk, role));
    let contacts = roles().map(|(_, role)| {
        let checked = site.contact_checked(role);
        fact(desk, checked, role.title.value.clone(), None)
    });
    let helplines = site.helplines.iter().map(|line| helpline(desk, line));
    let laws = site.handbook.guidance.iter();
    let guidance = laws.map(|entry| law(desk, entry));
    let pictures = site.images.iter().map(|image| picture(desk, image));
    FactsView {
        vacant: vacant.map(|(id, _)| OwnerView::of(desk, id)).collect(),
        leaving: leaving.collect(),
        contacts: contacts.flatten().collect(),
        helplines: helplines.flatten().collect(),
        register: fact(
            desk,
            site.register_checked(),
            "content/guidance.toml".to_owned(),
            None,
        ),
        guidance: guidance.flatten().collect(),
        pictures: pictures.flatten().collect(),
    }
}

/// Something, where it has to be looked at again.
fn fact(
    desk: &Desk<'_>,
    checked: Checked,
    name: String,
    source: Option<String>,
) -> Option<FactView> {
    let checked = match checked {
        Checked::Lately => return None,
        Checked::Long(on) => Some(desk.wording.when(on)),
        Checked::Never => None,
    };
    Some(FactView {
        name,
        checked,
        source,
    })
}

fn leaving(desk: &Desk<'_>, role: &Role) -> Vec<LeavingView> {
    let leavers = role.holders.iter();
    let leavers = leavers.filter(|holder| desk.site.leaves_a_gap(role, holder));
    leavers
        .filter_map(|holder| {
            let Holder {
                name,
                child_name: _,
                from: _,
                until,
                photo: _,
            } = holder;
            Some(LeavingView {
                name: name.reveal(&desk.reader)?.value.clone(),
                title: role.title.value.clone(),
                until: desk.wording.date(until.as_ref()?.value),
            })
        })
        .collect()
}

fn helpline(desk: &Desk<'_>, line: &Helpline) -> Option<FactView> {
    let Helpline {
        id: _,
        name,
        purpose: _,
        child_purpose: _,
        readers: _,
        phone: _,
        text: _,
        web: _,
        hours: _,
        free: _,
        source,
        verified: _,
    } = line;
    let checked = desk.site.helpline_checked(line);
    fact(
        desk,
        checked,
        name.value.clone(),
        Some(source.value.clone()),
    )
}

fn law(desk: &Desk<'_>, entry: &Guidance) -> Option<FactView> {
    let Guidance {
        id: _,
        title,
        aliases: _,
        kind: _,
        publisher: _,
        web: _,
        summary: _,
        editions: _,
        source,
        verified: _,
    } = entry;
    let checked = desk.site.guidance_checked(entry);
    fact(
        desk,
        checked,
        title.value.clone(),
        Some(source.value.clone()),
    )
}

/// The reference into the school's own records stays there.
fn picture(desk: &Desk<'_>, image: &Image) -> Option<FactView> {
    let Image {
        file,
        alt: _,
        decorative: _,
        purpose: _,
        consent: _,
        checked: _,
        credit: _,
        licence: _,
        published: _,
    } = image;
    fact(
        desk,
        desk.site.consent_checked(image),
        file.value.clone(),
        None,
    )
}
