//! Pages, and their prose behind its guard.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::audience::{Audience, Audiences, Guarded, Retained, Stretch, retain};
use crate::markdown::{Fault, Outline, labels};
use crate::reading::Vocabulary;
use crate::source::{Place, SourceFile, Spanned};

/// A page that exists. Made by `model` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(usize);

impl PageId {
    pub(super) fn new(index: usize) -> PageId {
        PageId(index)
    }

    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// A Markdown page.
#[derive(Debug)]
pub struct Page {
    /// The path under `content/` without `.md`: `policies/online-safety`.
    pub path: String,
    /// The folder it is in.
    pub folder: Folder,
    /// Whom it is for.
    pub readers: Audiences,
    /// What stands between the `+++` lines.
    pub front: Front,
    /// The text; the preview keeps it while it is the same.
    pub prose: Arc<Prose>,
}

impl Page {
    /// The texts of the page: one of the readers who have each, and all who do.
    /// Without labels all have one text.
    pub fn texts(&self) -> Vec<(Audience, Audiences)> {
        let mut readers = self.readers.iter();
        if self.prose.is_labelled() {
            return readers.map(|reader| (reader, reader.into())).collect();
        }
        let first = readers.next().map(|reader| (reader, self.readers));
        first.into_iter().collect()
    }
}

/// The four folders that hold pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folder {
    /// `policies/`: for parents and staff, or staff alone.
    Policies,
    /// `children/`
    Children,
    /// `parents/`
    Parents,
    /// `staff/`
    Staff,
}

impl Folder {
    /// The folder's name.
    pub fn name(self) -> &'static str {
        match self {
            Folder::Policies => "policies",
            Folder::Children => "children",
            Folder::Parents => "parents",
            Folder::Staff => "staff",
        }
    }

    /// The folder that a path under `content/` is in, and the rest.
    pub fn split(path: &str) -> Option<(Folder, &str)> {
        let (first, rest) = path.split_once('/')?;
        [
            Folder::Policies,
            Folder::Children,
            Folder::Parents,
            Folder::Staff,
        ]
        .into_iter()
        .find(|folder| folder.name() == first)
        .map(|folder| (folder, rest))
    }
}

/// What a page says of itself.
#[derive(Debug, Clone)]
pub struct Front {
    /// The title.
    pub title: Spanned<String>,
    /// One sentence for lists of pages.
    pub summary: Option<Spanned<String>>,
    /// Place in menus, smallest first; pages without one come after.
    pub order: Option<i64>,
    /// For children: whom it is written for.
    pub band: Option<Band>,
    /// For children: the drawing beside its title among the large choices, by
    /// its path under `images/`.
    pub icon: Option<Spanned<String>>,
    /// The language, where it is not the site's.
    pub lang: Option<String>,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Addresses that it had before: paths under `content/`, without `.md`.
    pub was: Vec<Spanned<String>>,
}

/// Which children a page is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// 5 to 7, with a grown-up.
    Ks1,
    /// 7 to 11.
    Ks2,
    /// All.
    Both,
}

/// The text of a page, cut into stretches by its labels.
///
/// The text itself is out of reach: what an audience may read comes out as
/// [`Retained`], which only a view can open.
pub struct Prose {
    file: Arc<SourceFile>,
    body: Range<usize>,
    stretches: Vec<Guarded<Stretch>>,
    label_faults: Vec<Fault>,
    whole: Outline,
    /// For a page with labels: the facts of what each reader gets.
    cuts: Vec<(Audience, Outline)>,
}

impl fmt::Debug for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Prose({})", self.file.path())
    }
}

impl Prose {
    /// Reads the labels and the facts of a page's body; `vocabulary` are the words
    /// of those that were read before.
    pub(super) fn read(
        file: &Arc<SourceFile>,
        body: Range<usize>,
        readers: Audiences,
        vocabulary: &mut Vocabulary,
    ) -> Prose {
        let text = &file.text()[body.clone()];
        let whole = Outline::with(text, vocabulary);
        let mut label_faults = Vec::new();
        // A text that the parser gave up on is not parsed a second time.
        let unreadable = whole
            .faults
            .iter()
            .any(|fault| fault.kind == crate::markdown::FaultKind::Unreadable);
        let stretches = if unreadable {
            Vec::new()
        } else {
            labels::stretches(text, readers, &mut label_faults)
        };
        let cuts = if stretches.is_empty() {
            Vec::new()
        } else {
            readers
                .iter()
                .map(|reader| {
                    let cut = retain(text, &stretches, reader);
                    (reader, Outline::with(cut.inspect(), vocabulary))
                })
                .collect()
        };
        Prose {
            file: Arc::clone(file),
            body,
            stretches,
            label_faults,
            whole,
            cuts,
        }
    }

    /// Whether it was read from the same text.
    pub(super) fn is_of(&self, file: &SourceFile, body: &Range<usize>) -> bool {
        self.body == *body && self.file.text() == file.text()
    }

    /// What `audience` may read.
    pub fn retained(&self, audience: Audience) -> Retained<'_> {
        let text = &self.file.text()[self.body.clone()];
        retain(text, &self.stretches, audience)
    }

    /// The facts of what `audience` may read.
    pub fn outline(&self, audience: Audience) -> &Outline {
        self.cuts
            .iter()
            .find(|(reader, _)| *reader == audience)
            .map_or(&self.whole, |(_, outline)| outline)
    }

    /// The facts of the whole text, whoever may read it: to be judged and
    /// never to be shown.
    pub fn inspect_whole(&self) -> &Outline {
        &self.whole
    }

    /// What is wrong with the labels.
    pub fn label_faults(&self) -> &[Fault] {
        &self.label_faults
    }

    /// Whether different readers get different texts.
    pub fn is_labelled(&self) -> bool {
        !self.cuts.is_empty()
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The place of a span of the whole text.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::at(
            &self.file,
            self.body.start + span.start..self.body.start + span.end,
        )
    }
}
