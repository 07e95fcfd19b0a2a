//! The records as an editor wrote them, before anything is resolved.
//!
//! Field for field the shapes of the files in `content/`; unknown keys are
//! refused. Names are still text here: `model::assemble` turns them into ids
//! that are known to exist. None of this can be serialised.

mod front;
mod help;
mod helplines;
mod images;
mod people;
mod school;

pub use front::{RawBand, RawFront};
pub use help::{RawBandLists, RawBands, RawChildrenHelp, RawHelp, RawParentsHelp};
pub use helplines::{RawHelpline, RawHelplines, RawHours, RawHoursWord, RawTimes};
pub use images::{RawImage, RawImages};
pub use people::{RawChannel, RawDuty, RawHolder, RawKind, RawPeople, RawRole, RawRoute};
pub use school::{RawColours, RawExit, RawLevel, RawRuleLevel, RawSchool, RawStatus, RawTerm};

/// A value and where in its file it was written.
///
/// What may be left out of a record is an `Option`, or a list or map that is
/// not in an `At`; all else is reported when it is missing.
pub type At<T> = toml::Spanned<T>;
