//! Pages.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{PAGE_AUDIENCE, audiences, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::Diagnostics;
use crate::load::RawPage;
use crate::load::raw::{At, RawBand, RawFront};
use crate::model::{Band, Folder, Front, Page, Prose};
use crate::source::Place;

/// All pages, parsed side by side, sorted by path.
pub(super) fn pages(raw: Vec<RawPage>, diagnostics: &mut Diagnostics) -> Vec<Page> {
    let read: Vec<(Option<Page>, Diagnostics)> = raw.into_par_iter().map(page).collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, found) in read {
        diagnostics.absorb(found);
        pages.extend(page);
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

fn page(raw: RawPage) -> (Option<Page>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let RawPage {
        file,
        path,
        front,
        body,
    } = raw;
    let Some((folder, _)) = Folder::split(&path) else {
        return (None, diagnostics);
    };
    let RawFront {
        title,
        audience,
        summary,
        order,
        band,
        lang,
        draft,
        was,
    } = front;
    let mut report = |at: Option<std::ops::Range<usize>>, message: String, help: String| {
        let place = at.map_or_else(|| Place::top(&file), |span| Place::at(&file, span));
        diagnostics.report(&PAGE_AUDIENCE, place, message, help);
    };
    let readers = match (folder, &audience) {
        (Folder::Policies, Some(list)) => {
            let readers = audiences(list);
            if readers.contains(Audience::Children) || !readers.contains(Audience::Staff) {
                report(
                    Some(list.span()),
                    "A policy is for parents and staff, or for staff alone.".to_owned(),
                    "Write audience = [\"parents\", \"staff\"] or audience = [\"staff\"]; what children need to know goes on a page in content/children/.".to_owned(),
                );
            }
            readers.without(Audience::Children.into())
        }
        (Folder::Policies, None) => {
            report(
                None,
                "This policy does not say whom it is for.".to_owned(),
                "Add audience = [\"parents\", \"staff\"] or audience = [\"staff\"] between the +++ lines.".to_owned(),
            );
            Audiences::STAFF
        }
        (Folder::Children | Folder::Parents | Folder::Staff, _) => {
            let of_folder = Audience::from_word(folder.name()).map_or(Audiences::NONE, Into::into);
            if let Some(list) = &audience {
                report(
                    Some(list.span()),
                    format!("A page in content/{}/ is for {of_folder}, and nothing here can change that.", folder.name()),
                    "Take the audience line out, or move the page to the folder of those whom it is for.".to_owned(),
                );
            }
            of_folder
        }
    };
    if let (Some(band), false) = (&band, folder == Folder::Children) {
        report(
            Some(band.span()),
            "Only a page in content/children/ has a band.".to_owned(),
            "Take the band line out.".to_owned(),
        );
    }
    let prose = Prose::read(&file, body, readers);
    let page = Page {
        path,
        folder,
        readers,
        front: Front {
            title: spanned(title),
            summary: summary.map(At::into_inner),
            order: order.map(At::into_inner),
            band: band.map(|band| match band.into_inner() {
                RawBand::Ks1 => Band::Ks1,
                RawBand::Ks2 => Band::Ks2,
                RawBand::Both => Band::Both,
            }),
            lang: lang.map(At::into_inner),
            draft: draft.is_some_and(At::into_inner),
            was: was.into_iter().map(spanned).collect(),
        },
        prose,
    };
    (Some(page), diagnostics)
}
