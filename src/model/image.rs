//! Pictures that may be published.

use crate::date::PartialDate;
use crate::model::{PageId, Site, joined};
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
    /// What it may be used for.
    pub purpose: Spanned<String>,
    /// A reference into the school's own consent records.
    pub consent: Option<Spanned<String>>,
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
