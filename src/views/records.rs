//! Records in the forms that views share, each made for one reader.

use serde::Serialize;

use super::Desk;
use crate::audience::{Audience, Guarded};
use crate::model::{
    Channel, Helpline, HelplineId, Holder, Hours, ImageId, Medium, RoleId, Route, Times,
};
use crate::source::Spanned;

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelView {
    /// `phone`, `email`, `text` or `web`.
    pub kind: &'static str,
    /// The number, mailbox or address as it is read.
    pub value: String,
    /// The same as a link.
    pub href: String,
    /// When, or what for.
    pub note: Option<String>,
}

/// A helpline.
#[derive(Debug, Clone, Serialize)]
pub struct HelplineView {
    /// Its name.
    pub name: String,
    /// What it is for, in words for this reader.
    pub purpose: String,
    /// A telephone number.
    pub phone: Option<Way>,
    /// A number for text messages.
    pub text: Option<Way>,
    /// A page on the web.
    pub web: Option<Way>,
    /// When it answers, in words.
    pub hours: Option<String>,
    /// Whether a call costs nothing.
    pub free: bool,
    /// When the facts were last checked, in words.
    pub checked: String,
}

/// A number or an address, as it is read and as a link.
#[derive(Debug, Clone, Serialize)]
pub struct Way {
    /// As it is read.
    pub value: String,
    /// As a link.
    pub href: String,
}

/// A photo of somebody who may be shown to this reader.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoView {
    /// The path from the tree's root.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Who hears about what.
#[derive(Debug, Clone, Serialize)]
pub struct RouteView {
    /// What the worry is about.
    pub about: String,
    /// Whom to tell.
    pub to: Vec<RouteTo>,
    /// How fast.
    pub within: String,
    /// Whom to tell when the worry is about one of those.
    pub instead: Vec<RouteTo>,
}

/// Somebody on a route.
#[derive(Debug, Clone, Serialize)]
pub struct RouteTo {
    /// The role.
    pub title: String,
    /// Those who hold it, as far as this reader may know.
    pub holders: Vec<String>,
    /// Whether nobody is in post.
    pub vacant: bool,
    /// Who stands in while nobody is.
    pub stand_in: Option<String>,
}

/// A telephone number as a link.
pub(super) fn tel(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}

impl Desk<'_> {
    /// The channels that this reader may use.
    pub(super) fn channels(&self, channels: &[Guarded<Channel>]) -> Vec<ChannelView> {
        channels
            .iter()
            .filter_map(|channel| channel.reveal(&self.reader))
            .map(
                |Channel {
                     medium,
                     value,
                     note,
                 }| {
                    let value = value.value.clone();
                    let (kind, href) = match medium {
                        Medium::Phone => ("phone", tel(&value)),
                        Medium::Email => ("email", format!("mailto:{value}")),
                        Medium::Text => ("text", format!("sms:{}", dialled(&value))),
                        Medium::Web => ("web", value.clone()),
                    };
                    ChannelView {
                        kind,
                        value,
                        href,
                        note: note.as_ref().map(|note| note.value.clone()),
                    }
                },
            )
            .collect()
    }

    /// Those in post whose names this reader may know.
    pub(super) fn holders(&self, holders: &[Holder]) -> Vec<String> {
        holders
            .iter()
            .filter(|holder| holder.is_in_post(self.site.today))
            .filter_map(
                |Holder {
                     name,
                     child_name,
                     from: _,
                     until: _,
                     photo: _,
                 }| {
                    match self.audience() {
                        Audience::Children => child_name
                            .as_ref()
                            .and_then(|name| name.reveal(&self.reader)),
                        Audience::Parents | Audience::Staff => name.reveal(&self.reader),
                    }
                },
            )
            .map(|name| name.value.clone())
            .collect()
    }

    /// Photos of those in post that this reader may see.
    pub(super) fn photo(&self, holders: &[Holder]) -> Option<PhotoView> {
        let photo: &ImageId = holders
            .iter()
            .filter(|holder| holder.is_in_post(self.site.today))
            .find_map(|holder| holder.photo.as_ref()?.reveal(&self.reader))?;
        let picture = self.picture(*photo, "")?;
        Some(PhotoView {
            src: picture.path,
            alt: picture.alt,
            width: picture.width,
            height: picture.height,
        })
    }

    /// The role that stands in for a vacant one, if this reader may see it.
    pub(super) fn stand_in(&self, role: RoleId) -> Option<RoleId> {
        self.site.stand_in(role, self.audience())
    }

    /// A helpline, in words for this reader.
    pub(super) fn helpline(&self, id: HelplineId) -> HelplineView {
        let Helpline {
            id: _,
            name,
            purpose,
            child_purpose,
            readers: _,
            phone,
            text,
            web,
            hours,
            free,
            source: _,
            verified,
        } = self.site.helpline(id);
        let child = self.audience() == Audience::Children;
        let purpose = match child_purpose {
            Some(purpose) if child => purpose,
            Some(_) | None => purpose,
        };
        HelplineView {
            name: name.value.clone(),
            purpose: purpose.value.clone(),
            phone: phone.as_ref().map(|phone| Way {
                value: phone.value.clone(),
                href: tel(&phone.value),
            }),
            text: text.as_ref().map(|text| Way {
                value: text.value.clone(),
                href: format!("sms:{}", dialled(&text.value)),
            }),
            web: web.as_ref().map(|web| Way {
                value: bare_address(&web.value),
                href: web.value.clone(),
            }),
            // A website is open whenever it is.
            hours: (phone.is_some() || text.is_some())
                .then(|| self.hours(hours))
                .flatten(),
            free: *free,
            checked: self.said(
                "contact.checked",
                &[("date", &self.wording.date(verified.value))],
            ),
        }
    }

    /// When a service answers, in words; nothing for a child where it is not
    /// known, since a child can do nothing with that.
    fn hours(&self, hours: &Hours) -> Option<String> {
        let child = self.audience() == Audience::Children;
        let key = match hours {
            Hours::Always if child => "contact.always-child",
            Hours::Always => "contact.always",
            Hours::NotStated if child => return None,
            Hours::NotStated => "contact.not-stated",
            Hours::Times(times) => {
                let times = times.iter().map(|times| self.times(times));
                return Some(times.collect::<Vec<_>>().join("; "));
            }
        };
        Some(self.said(key, &[]))
    }

    fn times(&self, times: &Times) -> String {
        let Times {
            days,
            opens,
            closes,
        } = times;
        let values = [("days", days), ("opens", opens), ("closes", closes)];
        self.said(
            "contact.times",
            &values.map(|(name, value)| (name, value.as_str())),
        )
    }

    /// The routes that this reader may read.
    pub(super) fn routes(&self) -> Vec<RouteView> {
        self.site
            .routes
            .iter()
            .filter(|route| route.readers.contains(self.audience()))
            .map(|route| self.route(route))
            .collect()
    }

    /// A route, as this reader sees those on it.
    pub(super) fn route(&self, route: &Route) -> RouteView {
        let Route {
            about,
            to,
            within,
            instead,
            readers: _,
        } = route;
        RouteView {
            about: about.value.clone(),
            to: self.on_route(to),
            within: within.value.clone(),
            instead: self.on_route(instead),
        }
    }

    /// Those on a route, each once. Staff see a vacant post as a gap; others
    /// see whoever stands in.
    fn on_route(&self, roles: &[Spanned<RoleId>]) -> Vec<RouteTo> {
        let mut seen: Vec<RoleId> = Vec::with_capacity(roles.len());
        for Spanned {
            value: role,
            span: _,
        } in roles
        {
            let shown = match self.audience() {
                Audience::Staff => *role,
                Audience::Children | Audience::Parents => self.stand_in(*role).unwrap_or(*role),
            };
            if !seen.contains(&shown) {
                seen.push(shown);
            }
        }
        seen.into_iter()
            .map(|id| {
                let role = self.site.role(id);
                RouteTo {
                    title: role.title.value.clone(),
                    holders: self.holders(&role.holders),
                    vacant: self.site.is_vacant(id),
                    stand_in: self.stand_in(id).map(|deputy| self.titled(deputy)),
                }
            })
            .collect()
    }

    /// A role's title, with the names that this reader may know.
    pub(super) fn titled(&self, role: RoleId) -> String {
        let role = self.site.role(role);
        let names = self.holders(&role.holders);
        if names.is_empty() {
            role.title.value.clone()
        } else {
            format!("{} ({})", role.title.value, names.join(", "))
        }
    }
}

/// A web address as it is read: without its scheme and final slash.
fn bare_address(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_owned()
}
