//! The records as an editor wrote them, before anything is resolved.
//!
//! Field for field the shapes of the files in `content/`; unknown keys are
//! refused. Names are still text here: `model::assemble` turns them into ids
//! that are known to exist. None of this can be serialised.

mod accessibility;
mod agreements;
mod approvals;
mod at;
mod checklists;
mod front;
mod glossary;
mod guidance;
mod help;
mod helplines;
mod images;
mod people;
mod procedures;
mod schedule;
mod schema;
mod school;
mod systems;
mod tables;

pub use accessibility::{RawAccessibility, RawHow, RawKnownGap, RawTested};
pub use agreements::{RawAgreement, RawChoice, RawStatement};
pub use approvals::{RawApproval, RawApprovals};
pub use at::At;
pub use checklists::{RawCheck, RawChecklist};
pub use front::{RawBand, RawFront};
pub use glossary::{RawGlossary, RawGlossaryTerm};
pub use guidance::{RawEdition, RawGuidance, RawGuidanceKind, RawGuidanceRegister, RawRenamed};
pub use help::{RawBandLists, RawBands, RawChildrenHelp, RawHelp, RawParentsHelp};
pub use helplines::{RawHelpline, RawHelplines, RawHours, RawHoursWord, RawTimes};
pub use images::{RawImage, RawImages};
pub use people::{RawChannel, RawDuty, RawHolder, RawKind, RawPeople, RawRole, RawRoute};
pub use procedures::{RawBranch, RawProcedure, RawStep};
pub use schedule::{RawClass, RawEvent, RawRecurringDuty, RawReview, RawSchedule};
pub use school::{
    RawColours, RawException, RawExit, RawLevel, RawPrivacy, RawReading, RawRuleLevel, RawSchool,
    RawStatus, RawTerm,
};
pub use systems::{RawSystem, RawSystems};
pub use tables::{RawAction, RawAnswer, RawGroup, RawMeaning, RawRow, RawTable, RawTableKind};
