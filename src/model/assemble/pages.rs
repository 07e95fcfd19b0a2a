//! Pages.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::sink::Sink;
use super::{PAGE_AUDIENCE, audiences, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Diagnostics;
use crate::load::RawPage;
use crate::load::raw::{At, RawBand, RawFront};
use crate::model::{Band, Folder, Front, Page, PageId, Prose, Record, Site};
use crate::reading::Vocabulary;
use crate::source::{Place, SourceFile, Spanned};

/// A page, whether its readers are known, and what is wrong with it.
type Read = (Option<(Page, bool)>, Diagnostics);

/// All pages, parsed side by side, sorted by path. Those whose readers could
/// not be told are noted in `unsure`. A text that is as it was `before` is not
/// parsed again.
pub(super) fn pages(
    raw: Vec<RawPage>,
    before: Option<&Site>,
    unsure: &mut BTreeSet<Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Page> {
    // An entry of a list that could not be read was said to be wrong.
    let mended: BTreeSet<(&str, usize)> = diagnostics
        .iter()
        .filter_map(|found| match &found.place {
            Place::Span(file, span) => Some((file.path(), span.start)),
            Place::File(_) => None,
        })
        .collect();
    let read: Vec<Read> = raw
        .into_par_iter()
        .map_init(Vocabulary::default, |vocabulary, raw| {
            let list = raw.front.audience.as_ref().map_or(0..0, At::span);
            let path = raw.file.path();
            let mut found = mended.range((path, list.start)..(path, list.end));
            let readable = found.next().is_none();
            page(raw, readable, Known { before, vocabulary })
        })
        .collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, found) in read {
        diagnostics.absorb(found);
        pages.extend(page);
    }
    pages.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
    let known = |(at, (page, known)): (usize, (Page, bool))| {
        if !known {
            unsure.insert(Record::Policy(PageId::new(at)));
        }
        page
    };
    pages.into_iter().enumerate().map(known).collect()
}

/// The text of a page.
struct Text<'t> {
    path: &'t str,
    file: &'t Arc<SourceFile>,
    body: Range<usize>,
}

/// What is known from pages that were read before.
struct Known<'k> {
    before: Option<&'k Site>,
    vocabulary: &'k mut Vocabulary,
}

impl Known<'_> {
    /// The text of a page, which is parsed unless it was.
    fn prose(&mut self, text: &Text<'_>, readers: Audiences) -> Arc<Prose> {
        let page = self.before.and_then(|site| {
            let id = site.find_page(text.path)?;
            Some(site.page(id))
        });
        let same =
            |page: &&Page| page.readers == readers && page.prose.is_of(text.file, &text.body);
        let read = || {
            let body = text.body.clone();
            Arc::new(Prose::read(text.file, body, readers, self.vocabulary))
        };
        let kept = page.filter(same).map(|page| Arc::clone(&page.prose));
        kept.unwrap_or_else(read)
    }
}

fn page(raw: RawPage, readable: bool, mut known: Known<'_>) -> Read {
    let mut diagnostics = Diagnostics::new();
    let Some((folder, _)) = Folder::split(&raw.path) else {
        return (None, diagnostics);
    };
    let readers = if readable {
        readers(&raw, folder, &mut diagnostics)
    } else {
        None
    };
    if let Some(lang) = &raw.front.lang {
        let lang = Spanned::new(lang.get_ref().clone(), lang.span());
        Sink::of(&raw.file, &mut diagnostics).language(&lang);
    }
    let is_known = readers.is_some();
    let readers = readers.unwrap_or(Audiences::STAFF);
    let RawPage {
        file,
        path,
        front,
        body,
    } = raw;
    let text = Text {
        path: &path,
        file: &file,
        body,
    };
    let prose = known.prose(&text, readers);
    let page = Page {
        path,
        folder,
        readers,
        front: self::front(front),
        prose,
    };
    (Some((page, is_known)), diagnostics)
}

fn front(raw: RawFront) -> Front {
    let RawFront {
        title,
        audience: _,
        summary,
        order,
        band,
        icon,
        lang,
        draft,
        was,
    } = raw;
    Front {
        title: spanned(title),
        summary: summary.map(spanned),
        order: order.map(At::into_inner),
        band: band.map(|band| match band.into_inner() {
            RawBand::Ks1 => Band::Ks1,
            RawBand::Ks2 => Band::Ks2,
            RawBand::Both => Band::Both,
        }),
        icon: icon.map(spanned),
        lang: lang.map(At::into_inner),
        draft: draft.is_some_and(At::into_inner),
        was: was.into_iter().map(spanned).collect(),
    }
}

/// Whom a page is for, if that can be told.
fn readers(raw: &RawPage, folder: Folder, diagnostics: &mut Diagnostics) -> Option<Audiences> {
    let mut report = |at: Option<Range<usize>>, message: &str, help: &str| {
        let place = at.map_or_else(|| Place::top(&raw.file), |span| Place::at(&raw.file, span));
        diagnostics.report(&PAGE_AUDIENCE, place, message, help);
    };
    if let (Some(band), false) = (&raw.front.band, folder == Folder::Children) {
        report(
            Some(band.span()),
            "Only a page in content/children/ has a band.",
            "Take the band line out.",
        );
    }
    if let (Some(icon), false) = (&raw.front.icon, folder == Folder::Children) {
        report(
            Some(icon.span()),
            "Only a page in content/children/ has an icon.",
            "Take the icon line out.",
        );
    }
    match (folder, &raw.front.audience) {
        (Folder::Policies, Some(list)) => {
            let readers = audiences(list);
            if !readers.contains(Audience::Children) && readers.contains(Audience::Staff) {
                return Some(readers);
            }
            report(
                Some(list.span()),
                "A policy is for parents and staff, or for staff alone.",
                "Write audience = [\"parents\", \"staff\"] or audience = [\"staff\"]; what children need to know goes on a page in content/children/.",
            );
            None
        }
        (Folder::Policies, None) => {
            report(
                None,
                "This policy does not say whom it is for.",
                "Add audience = [\"parents\", \"staff\"] or audience = [\"staff\"] between the +++ lines.",
            );
            None
        }
        (Folder::Children | Folder::Parents | Folder::Staff, list) => {
            let of_folder = Audience::from_word(folder.name()).map_or(Audiences::NONE, Into::into);
            if let Some(list) = list {
                report(
                    Some(list.span()),
                    &format!(
                        "A page in content/{}/ is for {of_folder}, and nothing here can change that.",
                        folder.name()
                    ),
                    "Take the audience line out, or move the page to the folder of those whom it is for.",
                );
            }
            Some(of_folder)
        }
    }
}
