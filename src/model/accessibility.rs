//! What a school knows of how its pages can be used by everybody.

use crate::audience::Guarded;
use crate::date::PartialDate;
use crate::model::RoleId;
use crate::source::Spanned;

/// What the accessibility statement says that only the school knows.
#[derive(Debug)]
pub struct Accessibility {
    /// When somebody last went through it.
    pub checked: Spanned<PartialDate>,
    /// Whom to ask for a page in another form; a role that parents may know.
    pub ask: Option<Spanned<RoleId>>,
    /// How soon they answer.
    pub within: Option<Spanned<String>>,
    /// Tests that people made, as they stand in the file.
    pub tested: Vec<Guarded<Tested>>,
    /// What is known not to be right for everybody.
    pub gaps: Vec<Guarded<KnownGap>>,
}

/// A test that a person made.
#[derive(Debug)]
pub struct Tested {
    /// With what.
    pub how: How,
    /// When.
    pub on: Spanned<PartialDate>,
    /// Who, by what they are.
    pub by: Spanned<String>,
    /// The programs and the device.
    pub with: Option<Spanned<String>>,
    /// What they found.
    pub found: Spanned<String>,
}

/// With what a person tested pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A screen reader.
    ScreenReader,
    /// The keyboard alone.
    Keyboard,
    /// Text made larger.
    LargeText,
    /// Words that are spoken to the device.
    Voice,
}

impl How {
    /// Every way, in the order in which a statement tells of them.
    pub const ALL: [How; 4] = [How::ScreenReader, How::Keyboard, How::LargeText, How::Voice];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            How::ScreenReader => "screen-reader",
            How::Keyboard => "keyboard",
            How::LargeText => "large-text",
            How::Voice => "voice",
        }
    }
}

/// Something that is known not to be right for everybody.
#[derive(Debug)]
pub struct KnownGap {
    /// What it is.
    pub what: Spanned<String>,
    /// How to get at it all the same.
    pub instead: Option<Spanned<String>>,
}
