//! What stands outside the views, for everybody: the door, and files for the
//! root of the web.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shell::{self, Shell};
use super::{View, parent::Parent};
use crate::check::Publishable;
use crate::model::Verbatim;

/// What stands outside the views.
pub struct Outside {
    /// The frame of the door and of the 404.
    pub door: Shell,
    /// The school's colour.
    pub brand: Option<String>,
    /// Files for the root of the web tree.
    pub verbatim: BTreeMap<String, Arc<[u8]>>,
}

/// What has to be known of a site before any of it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Look<'s> {
    /// The theme that the school has chosen.
    pub theme: Option<&'s str>,
    /// The language of its pages.
    pub lang: &'s str,
}

impl<'s> Look<'s> {
    /// The look of a site that stood the check.
    pub fn of(publishable: &'s Publishable) -> Look<'s> {
        let school = &publishable.site().school;
        Look {
            theme: school.theme.as_ref().map(|theme| theme.value.as_str()),
            lang: &school.lang,
        }
    }
}

impl Outside {
    /// What stands outside the views of a site that stood the check.
    pub fn of(publishable: &Publishable, parents: &View<'_, Parent>) -> Outside {
        let site = publishable.site();
        let staff_address = site.school.staff_address.as_ref();
        let files = site
            .verbatim
            .iter()
            .map(|Verbatim { path, bytes }| (path.clone(), Arc::clone(bytes)));
        Outside {
            door: shell::door(parents.shell(), staff_address.map(|url| url.value.clone())),
            brand: site.school.brand.as_ref().map(|brand| brand.value.clone()),
            verbatim: files.collect(),
        }
    }
}
