//! The site as a whole, with every name resolved.
//!
//! In: [`Sources`](crate::load::Sources). Out: a [`Site`], whose ids are known
//! to exist, and what was wrong on the way. A pure function: it reads nothing
//! and asks no clock. Nothing here can be serialised: a site is never shown,
//! only a view of it.
//!
//! [`Site`]: crate::model::Site

mod accessibility;
mod address;
mod agenda;
mod agreement;
mod approval;
mod assemble;
mod block;
mod checked;
mod checklist;
mod decision;
mod digest;
mod doubt;
mod glossary;
mod guidance;
mod handbook;
mod help;
mod helpline;
mod image;
mod kind;
mod known;
mod link;
mod nearest;
mod pack;
mod page;
mod people;
mod procedure;
mod schedule;
mod school;
mod shape;
mod standing;
mod system;
mod table;
mod unknown;
mod way;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::audience::Audience;
use crate::source::SourceFile;

pub use accessibility::{Accessibility, How, KnownGap, Tested};
pub use address::{Address, TreeName};
pub use agreement::{Agreement, AgreementId, Choice, Statement};
pub use approval::{Approval, ApprovedView, Ledger, Rewording};
pub use assemble::assemble;
pub(crate) use assemble::{MISSING_FILE, RULES, TABLE_RULES};
pub use block::{Block, BlockFault, BlockFaultKind};
pub use checked::Checked;
pub use checklist::{Check, Checklist, ChecklistId};
pub use decision::{Decided, Decision};
pub use digest::{Compared, Shown, ShownSection};
pub use glossary::{GlossaryTerm, TermId, glossary_path};
pub use guidance::{Edition, Guidance, GuidanceId, GuidanceKind, Renamed};
pub use handbook::Handbook;
pub use help::{ChildrenHelp, Help, ParentsHelp, Wording};
pub use helpline::{Helpline, HelplineId, Hours, Times};
pub use image::{Consent, Image, ImageFault, ImageId};
pub use kind::{Record, RecordKind};
pub(crate) use known::{checklist_help, guidance_help, helpline_help, role_help};
pub(crate) use link::opens_in;
pub use link::{LinkFault, RecordFault, Target};
pub use page::{Band, Folder, Front, Page, PageId, Prose};
pub use people::{Channel, Duty, Holder, Medium, Role, RoleId, RoleKind, Route};
pub use procedure::{After, Procedure, ProcedureId, Reply, Step, StepId};
pub use schedule::{Class, Event, RecurringDuty, Review, Schedule};
pub use school::{Exception, Exit, Level, School, Status};
pub use shape::{Names, Shape};
pub use standing::{Eyes, Standing};
pub use system::{System, SystemId};
pub use table::{Action, Answer, Follows, Given, Group, Meaning, Row, Table, TableId, TableSays};
pub(crate) use unknown::RULES as NAME_RULES;
pub(crate) use way::joined;

/// Everything a school has written, resolved.
#[derive(Debug)]
pub struct Site {
    /// The school itself.
    pub school: School,
    /// The worried page, once there is one.
    pub help: Option<Help>,
    /// Tables, procedures, guidance and the like.
    pub handbook: Handbook,
    /// What is to be reviewed or done, by whom and how often.
    pub schedule: Schedule,
    /// Who approved which text.
    pub ledger: Ledger,
    /// Roles, in the order of `people.toml`.
    pub roles: Vec<Role>,
    /// Who hears about what.
    pub routes: Vec<Route>,
    /// Helplines, in the order of `helplines.toml`.
    pub helplines: Vec<Helpline>,
    /// Entries of `images.toml`, with their files where they are there.
    pub images: Vec<Image>,
    /// Files under `images/` without an entry, by their path from the site.
    pub strays: Vec<String>,
    /// Pages, sorted by path.
    pub pages: Vec<Page>,
    /// Documents to link to.
    pub downloads: Vec<Download>,
    /// Files for the root of the web tree.
    pub verbatim: Vec<Verbatim>,
    /// The day for which the site is built.
    pub today: Date,
    /// Files that were left out or patched up when they were read, by their
    /// path from the site: what is wrong with them was said already.
    pub doubtful: BTreeSet<String>,
    /// Records whose readers could not be read: that was said already, too.
    pub unsure: BTreeSet<Record>,
    /// The files that records were read from, for messages.
    pub files: RecordFiles,
    /// A number for all of it but the texts of pages: while it is the same,
    /// nothing else has changed.
    pub around: u64,
}

/// The files of records that were read.
#[derive(Debug, Default)]
pub struct RecordFiles {
    /// `school.toml`
    pub school: Option<Arc<SourceFile>>,
    /// `help.toml`
    pub help: Option<Arc<SourceFile>>,
    /// `people.toml`
    pub people: Option<Arc<SourceFile>>,
    /// `helplines.toml`
    pub helplines: Option<Arc<SourceFile>>,
    /// `images.toml`
    pub images: Option<Arc<SourceFile>>,
    /// `guidance.toml`
    pub guidance: Option<Arc<SourceFile>>,
    /// `glossary.toml`
    pub glossary: Option<Arc<SourceFile>>,
    /// `systems.toml`
    pub systems: Option<Arc<SourceFile>>,
    /// `accessibility.toml`
    pub accessibility: Option<Arc<SourceFile>>,
    /// `schedule.toml`
    pub schedule: Option<Arc<SourceFile>>,
    /// `approvals.toml`
    pub approvals: Option<Arc<SourceFile>>,
}

/// A document under `files/<audience>/`.
#[derive(Debug, Clone)]
pub struct Download {
    /// Whose folder it is in.
    pub audience: Audience,
    /// The path under `files/`.
    pub path: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// A file under `static/web/`.
#[derive(Debug, Clone)]
pub struct Verbatim {
    /// The path under `static/web/`.
    pub path: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

impl Site {
    /// The role with this id.
    pub fn role(&self, id: RoleId) -> &Role {
        &self.roles[id.index()]
    }

    /// The helpline with this id.
    pub fn helpline(&self, id: HelplineId) -> &Helpline {
        &self.helplines[id.index()]
    }

    /// The page with this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// The image with this id.
    pub fn image(&self, id: ImageId) -> &Image {
        &self.images[id.index()]
    }

    /// All roles' ids, in order.
    pub fn role_ids(&self) -> impl Iterator<Item = RoleId> {
        (0..self.roles.len()).map(RoleId::new)
    }

    /// The role that prose calls `name`.
    pub fn find_role(&self, name: &str) -> Option<RoleId> {
        people::find(&self.roles, name)
    }

    /// The helpline that prose calls `name`.
    pub fn find_helpline(&self, name: &str) -> Option<HelplineId> {
        helpline::find(&self.helplines, name)
    }

    /// The page at this path under `content/`, without `.md`.
    pub fn find_page(&self, path: &str) -> Option<PageId> {
        self.pages
            .binary_search_by(|page| page.path.as_str().cmp(path))
            .ok()
            .map(PageId::new)
    }

    /// All pages with their ids.
    pub fn page_ids(&self) -> impl Iterator<Item = PageId> {
        (0..self.pages.len()).map(PageId::new)
    }
}
