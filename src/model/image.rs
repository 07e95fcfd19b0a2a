//! Pictures that may be published.

use crate::date::PartialDate;
use crate::model::{Folder, PageId, Site, joined};
use crate::picture::{Picture, PictureProblem};
use crate::source::Spanned;

/// An image with an entry. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageId(usize);

impl ImageId {
    pub(super) fn new(index: usize) -> ImageId {
        ImageId(index)
    }

    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// An entry of `images.toml`.
#[derive(Debug, Clone)]
pub struct Image {
    /// The path under `images/`.
    pub file: Spanned<String>,
    /// What it shows, in words; nothing for a decorative image.
    pub alt: Option<Spanned<String>>,
    /// Whether it says nothing that the words beside it do not.
    pub decorative: bool,
    /// What it is used for.
    pub purpose: Spanned<String>,
    /// Whether those whom it shows have consented.
    pub consent: Consent,
    /// When the consent was last checked.
    pub checked: Option<PartialDate>,
    /// Who made it.
    pub credit: Option<String>,
    /// On what terms it may be used.
    pub licence: Option<String>,
    /// The file as it may be published, or why it may not; none where it is
    /// not there.
    pub published: Option<Result<Picture, PictureProblem>>,
}

/// What is known of the consent to show a picture.
#[derive(Debug, Clone)]
pub enum Consent {
    /// Nothing: a drawing has none.
    NotStated,
    /// Nobody can be recognised.
    NotNeeded,
    /// The school's own records have it.
    Kept {
        /// A reference into those records, where it was written.
        reference: Spanned<String>,
        /// What it is for; none where it is for the picture's use.
        purposes: Option<Vec<String>>,
    },
}

/// Why a page cannot show a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageFault {
    /// What the page names is not under `images/`.
    Outside,
    /// There is no such file.
    Missing(String),
    /// The file is there, but has no entry.
    NoEntry(String),
}

impl Image {
    /// Whether it is made of pixels, as photographs are, and no drawing.
    pub fn is_like_a_photo(&self) -> bool {
        let (_, ending) = self.file.value.rsplit_once('.').unwrap_or_default();
        !ending.eq_ignore_ascii_case("svg")
    }
}

impl Site {
    /// The image that a page names.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn picture(&self, from: PageId, dest: &str) -> Result<ImageId, ImageFault> {
        let page = &self.page(from).path;
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = joined(folder, dest).ok_or(ImageFault::Outside)?;
        let name = path.strip_prefix("images/").ok_or(ImageFault::Outside)?;
        self.entry_of(name)
    }

    /// The drawing that stands for a page of children's among the large
    /// choices, if it names one. No other page has any.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn icon(&self, id: PageId) -> Option<Result<ImageId, ImageFault>> {
        let page = self.page(id);
        let icon = page.front.icon.as_ref()?;
        (page.folder == Folder::Children).then(|| self.entry_of(&icon.value))
    }

    fn entry_of(&self, name: &str) -> Result<ImageId, ImageFault> {
        match self
            .images
            .iter()
            .position(|image| image.file.value == name)
        {
            Some(index) => Ok(ImageId(index)),
            None if self.strays.iter().any(|stray| stray == name) => {
                Err(ImageFault::NoEntry(name.to_owned()))
            }
            None => Err(ImageFault::Missing(name.to_owned())),
        }
    }
}
