//! What pictures show, in words.
//!
//! In: a site. Out: the text of each picture, for those to whom a page or a
//! record shows it. A picture that nothing shows is read by nobody.

use std::collections::BTreeMap;

use super::Gathered;
use crate::audience::{Audience, Audiences};
use crate::model::{Image, ImageId, Site};

/// The texts of pictures.
pub(super) fn texts<'s>(site: &'s Site, all: &mut Gathered<'s>) {
    for (id, readers) in shown(site) {
        let Image {
            file: _,
            alt,
            decorative: _,
            purpose: _,
            consent: _,
            checked: _,
            credit: _,
            licence: _,
            published: _,
        } = site.image(id);
        all.add(readers, alt);
    }
}

/// Who sees each picture.
pub(super) fn shown(site: &Site) -> BTreeMap<ImageId, Audiences> {
    let mut shown: BTreeMap<ImageId, Audiences> = BTreeMap::new();
    let mut show = |id, readers: Audiences| {
        let others = shown.entry(id).or_insert(Audiences::NONE);
        *others = others.or(readers);
    };
    if site.images.is_empty() {
        return shown;
    }
    for id in site.page_ids() {
        let page = site.page(id);
        for reader in page.readers.iter() {
            for image in &page.prose.outline(reader).images {
                if let Ok(picture) = site.picture(id, &image.dest) {
                    show(picture, reader.into());
                }
            }
        }
        if let Some(Ok(icon)) = site.icon(id) {
            show(icon, Audience::Children.into());
        }
    }
    for role in &site.roles {
        for holder in &role.holders {
            if let Some(photo) = &holder.photo {
                show(*photo.inspect(), photo.audiences());
            }
        }
    }
    shown
}
