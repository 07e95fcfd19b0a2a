//! The frame around every page of a view.

use serde::Serialize;

use super::Desk;
use super::records::tel;
use crate::audience::Audience;
use crate::model::{School, Status};

/// What every page of a view says besides its own text.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// `children`, `parents` or `staff`; `door` for the door to the views.
    pub audience: &'static str,
    /// The language of pages that do not say theirs: the site's, or that of
    /// our own words where nobody has written those in the site's.
    pub lang: String,
    /// `draft`, `example` or `live`.
    pub status: &'static str,
    /// What a site says that is not live.
    pub notice: Option<String>,
    /// The school.
    pub school: SchoolView,
    /// The address of the site, without a final slash.
    pub address: Option<String>,
    /// A bland page to leave for.
    pub exit: Option<ExitView>,
    /// Where staff find their pages; only the door says so.
    pub staff_address: Option<String>,
    /// The policy that keeps pages from loading anything else.
    pub csp: &'static str,
    /// The stylesheet, from the tree's root.
    pub styles: &'static str,
}

/// The school, as every reader sees it.
#[derive(Debug, Clone, Serialize)]
pub struct SchoolView {
    /// Its name.
    pub name: String,
    /// The office's telephone number.
    pub phone: String,
    /// The same as a link.
    pub phone_href: String,
    /// The office's mailbox.
    pub email: String,
    /// The postal address, line by line.
    pub postal: Vec<String>,
}

/// A bland page to leave for.
#[derive(Debug, Clone, Serialize)]
pub struct ExitView {
    /// What the link says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// Nothing but our own styles and pictures, nothing framed, nothing sent: for
/// children's pages, and for all that stands outside the views.
pub(crate) const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// The same, and our own scripts: parents' and staff pages have the one that
/// says when a review is overdue, and the one that searches.
pub(crate) const POLICY_WITH_SCRIPT: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

pub(super) fn of(desk: &Desk<'_>) -> Shell {
    let School {
        name,
        address,
        phone,
        email,
        postal,
        email_domains: _,
        allowed_mailboxes: _,
        status,
        lang: _,
        terms: _,
        staff_address: _,
        theme: _,
        brand: _,
        exit,
        taught: _,
        names: _,
        exceptions: _,
        levels: _,
    } = &desk.site.school;
    Shell {
        audience: match desk.audience() {
            Audience::Children => "children",
            Audience::Parents => "parents",
            Audience::Staff => "staff",
        },
        lang: desk.wording.lang().to_owned(),
        status: match status {
            Status::Draft => "draft",
            Status::Example => "example",
            Status::Live => "live",
        },
        notice: match status {
            Status::Draft => Some(desk.said("page.draft", &[])),
            Status::Example => Some(desk.said("page.example", &[])),
            Status::Live => None,
        },
        school: SchoolView {
            name: name.value.clone(),
            phone: phone.value.clone(),
            phone_href: tel(&phone.value),
            email: email.value.clone(),
            postal: postal.clone(),
        },
        address: address.as_ref().map(|address| address.value.clone()),
        exit: exit.as_ref().map(|exit| ExitView {
            label: exit.label.value.clone(),
            url: exit.url.value.clone(),
        }),
        staff_address: None,
        csp: match desk.audience() {
            Audience::Children => POLICY,
            Audience::Parents | Audience::Staff => POLICY_WITH_SCRIPT,
        },
        styles: "assets/signpost.css",
    }
}

impl Desk<'_> {
    /// The language of the site's own texts, where that is not the one that
    /// our words around them are in.
    pub(super) fn foreign(&self) -> Option<&str> {
        let lang = &self.site.school.lang;
        (self.wording.lang() != lang.as_str()).then_some(lang)
    }
}

/// The frame of the door, which stands between the views: what parents see,
/// and where staff go, once the school has put their pages behind a login.
pub(crate) fn door(parents: &Shell, staff_address: Option<String>) -> Shell {
    Shell {
        audience: "door",
        csp: POLICY,
        staff_address,
        ..parents.clone()
    }
}
