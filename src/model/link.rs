//! Where links and references lead.
//!
//! The rules ask these functions what is wrong, and the views ask them what to
//! print, so that the two cannot disagree.

use crate::audience::{Audience, Audiences};
use crate::markdown::LinkKind;
use crate::model::way::{decoded, joined, scheme};
use crate::model::{PageId, Record, RecordKind, Site};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page, and a heading on it.
    Page {
        /// The page.
        page: PageId,
        /// The heading's id.
        anchor: Option<String>,
    },
    /// A page that Signpost makes itself, by its path under `content/`.
    Made(String, Audiences),
    /// A document, by its place in [`Site::downloads`].
    Download(usize),
    /// A page on the web, a mailbox or a telephone number.
    Outside(String),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// It is not a web page, a mailbox or a telephone number.
    Unsafe(String),
    /// It begins with a slash.
    Rooted,
    /// It is empty.
    Empty,
    /// There is no such file.
    Missing,
    /// The page is a draft.
    Draft,
    /// The page has no such heading for those who follow the link, who read
    /// it as this audience.
    NoHeading(String, PageId, Audience),
    /// The heading is on the page, but not for those who follow the link.
    HiddenHeading(String),
    /// The readers may not be sent there.
    OutOfReach,
}

/// Why a reference names nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordFault {
    /// No kind of record is called that.
    Kind(String),
    /// There is no record of that kind with that name.
    Unknown(RecordKind, String),
    /// The policy at that path is a draft.
    Draft(String),
}

impl Site {
    /// What a link on the page `from` leads to, for a reader of `audience`.
    ///
    /// # Errors
    /// Why it leads nowhere, or nowhere that they may be sent.
    pub fn target(
        &self,
        from: PageId,
        dest: &str,
        kind: LinkKind,
        audience: Audience,
    ) -> Result<Target, LinkFault> {
        let target = match kind {
            LinkKind::Mailbox => Target::Outside(format!("mailto:{dest}")),
            LinkKind::Text | LinkKind::Address => self.aim(from, dest)?,
        };
        let reach = match &target {
            Target::Page { page, anchor } => {
                return self.page_target(*page, anchor.as_ref(), audience);
            }
            Target::Made(_, readers) => opens_in(*readers, audience).is_some(),
            Target::Download(index) => match (audience, self.downloads[*index].audience) {
                (Audience::Children, owner) => owner == Audience::Children,
                (Audience::Parents, owner) => owner != Audience::Staff,
                (Audience::Staff, _) => true,
            },
            // Children leave only by a helpline or by the exit link.
            Target::Outside(_) => audience != Audience::Children,
        };
        if reach {
            Ok(target)
        } else {
            Err(LinkFault::OutOfReach)
        }
    }

    fn page_target(
        &self,
        page: PageId,
        anchor: Option<&String>,
        audience: Audience,
    ) -> Result<Target, LinkFault> {
        let target = self.page(page);
        let Some(view) = opens_in(target.readers, audience) else {
            return if self.unsure.contains(&Record::Policy(page)) {
                Ok(Target::Page { page, anchor: None })
            } else {
                Err(LinkFault::OutOfReach)
            };
        };
        if target.front.draft {
            return Err(LinkFault::Draft);
        }
        // A block that is never closed hides the headings below it.
        let swallowed = !target.prose.inspect_whole().open_fences.is_empty();
        if let Some(id) = anchor.filter(|_| !swallowed) {
            let seen = target.prose.outline(view);
            if !seen.has_heading(id) {
                if target.prose.inspect_whole().has_heading(id) {
                    return Err(LinkFault::HiddenHeading(id.clone()));
                }
                return Err(LinkFault::NoHeading(id.clone(), page, view));
            }
        }
        Ok(Target::Page {
            page,
            anchor: anchor.cloned(),
        })
    }

    /// What a link points at, whoever follows it.
    fn aim(&self, from: PageId, dest: &str) -> Result<Target, LinkFault> {
        if dest.is_empty() {
            return Err(LinkFault::Empty);
        }
        if let Some(scheme) = scheme(dest) {
            return match scheme.as_str() {
                "https" | "http" | "mailto" | "tel" => Ok(Target::Outside(dest.to_owned())),
                _ => Err(LinkFault::Unsafe(scheme)),
            };
        }
        if dest.starts_with("//") || dest.starts_with('\\') {
            return Err(LinkFault::Unsafe("//".to_owned()));
        }
        if dest.starts_with('/') {
            return Err(LinkFault::Rooted);
        }
        let (path, anchor) = match dest.split_once('#') {
            Some((path, anchor)) => (path, Some(decoded(anchor))),
            None => (dest, None),
        };
        let anchor = anchor.filter(|anchor| !anchor.is_empty());
        if path.is_empty() {
            return Ok(Target::Page { page: from, anchor });
        }
        let folder = self
            .page(from)
            .path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let Some(path) = joined(folder, &decoded(path)) else {
            return Err(LinkFault::Missing);
        };
        self.file(&path, anchor)
    }

    fn file(&self, path: &str, anchor: Option<String>) -> Result<Target, LinkFault> {
        if let Some(stem) = path.strip_suffix(".md") {
            if let Some(page) = self.find_page(stem) {
                return Ok(Target::Page { page, anchor });
            }
            // A page that could not be read is a problem of that page alone.
            if self.doubtful.contains(&format!("content/{path}")) {
                return Ok(Target::Made(stem.to_owned(), Audiences::EVERYONE));
            }
            if let Some(readers) = self.made(stem) {
                return Ok(Target::Made(stem.to_owned(), readers));
            }
        }
        if let Some(rest) = path.strip_prefix("files/") {
            let found = self.downloads.iter().position(|file| file.path == rest);
            if let Some(index) = found {
                return Ok(Target::Download(index));
            }
        }
        Err(LinkFault::Missing)
    }

    /// Whom the page at `path` is for that Signpost makes when it is absent.
    pub fn made(&self, path: &str) -> Option<Audiences> {
        match path {
            "children/help" | "children/poster" | "parents/help" if self.help.is_none() => None,
            "children/help" | "children/poster" | "children/index" => {
                Some(Audience::Children.into())
            }
            "parents/help"
            | "parents/a-to-z"
            | "parents/search"
            | "parents/accessibility"
            | "parents/index" => Some(Audience::Parents.into()),
            "staff/people"
            | "staff/reviews"
            | "staff/calendar"
            | "staff/governors"
            | "staff/a-to-z"
            | "staff/search"
            | "staff/accessibility"
            | "staff/index" => Some(Audience::Staff.into()),
            path if let Some(audience) = self.glossary_at(path) => Some(audience.into()),
            path if let Some(audience) = self.pack_at(path) => Some(audience.into()),
            _ => {
                let folder = path
                    .strip_suffix("index")
                    .filter(|dir| dir.ends_with('/'))?;
                let readers: Audiences = Audience::ALL
                    .into_iter()
                    .filter(|audience| {
                        self.pages.iter().any(|page| {
                            page.path.starts_with(folder)
                                && page.readers.contains(*audience)
                                && !page.front.draft
                        })
                    })
                    .collect();
                (!readers.is_empty()).then_some(readers)
            }
        }
    }

    /// What a reference names.
    ///
    /// # Errors
    /// What there is none of.
    pub fn record(&self, target: &str) -> Result<Record, RecordFault> {
        let (word, name) = target.split_once(':').unwrap_or((target, ""));
        let Some(kind) = RecordKind::from_word(word) else {
            return Err(RecordFault::Kind(word.to_owned()));
        };
        match self.find_record(kind, name) {
            Some(Record::Policy(page)) if self.page(page).front.draft => {
                Err(RecordFault::Draft(name.to_owned()))
            }
            Some(record) => Ok(record),
            None => Err(RecordFault::Unknown(kind, name.to_owned())),
        }
    }
}

impl crate::model::Helpline {
    /// Whom it is shown to: parents also see those for children.
    pub fn shown_to(&self) -> Audiences {
        if self.readers.contains(Audience::Children) {
            self.readers.or(Audience::Parents.into())
        } else {
            self.readers
        }
    }
}

/// The view in which a reader of `audience` opens a page for `readers`, if
/// they may be sent there at all. Wider than what is written for them:
/// parents may read children's pages, staff all.
pub(crate) fn opens_in(readers: Audiences, audience: Audience) -> Option<Audience> {
    let order: &[Audience] = match audience {
        Audience::Children => &[Audience::Children],
        Audience::Parents => &[Audience::Parents, Audience::Children],
        Audience::Staff => &[Audience::Staff, Audience::Parents, Audience::Children],
    };
    order.iter().copied().find(|view| readers.contains(*view))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_sent_only_where_they_may_go() {
        let children = Audience::Children.into();
        assert_eq!(
            opens_in(children, Audience::Parents),
            Some(Audience::Children)
        );
        assert_eq!(opens_in(Audiences::STAFF, Audience::Parents), None);
        assert_eq!(opens_in(Audience::Parents.into(), Audience::Children), None);
        assert_eq!(
            opens_in(Audiences::EVERYONE, Audience::Staff),
            Some(Audience::Staff)
        );
    }
}
