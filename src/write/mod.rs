//! Puts an edition on disk, an approval into the [`ledger`], [`schemas`] where
//! editors of text find them, and a [`starter`] where a new site is to be.
//!
//! In: an [`Edition`] and the output folder. Out: [`Changes`], what is
//! different on disk now. Each of the two trees is replaced as a whole, in one
//! step where the system can do that; whenever the build is killed, a tree is
//! the old one or the new one. The steps, for both trees at each step:
//!
//! 1. take the lock of the output folder, and clear up after a build that was
//!    killed (`exchange`);
//! 2. look at what is on disk (`survey`) and decide (`plan`); a file that
//!    is not Signpost's own stops the build here, before anything is done;
//! 3. build the new tree beside the old one (`stage`);
//! 4. exchange the two, and remove the old one.
//!
//! Must never change a file in place (an old tree shares its files with the
//! new one, and overwriting is ten times slower than a fresh file), never
//! follow a symbolic link out of a tree, never touch anything when nothing has
//! changed, and never remove a file that Signpost did not make.
//!
//! Every file operation goes through `disk::Disk`, so that the tests can
//! make each one fail, or be the last.
//!
//! [`Edition`]: crate::render::Edition
//! [`ledger`]: crate::write::ledger
//! [`schemas`]: crate::write::schemas
//! [`starter`]: crate::write::starter
//! [`Changes`]: crate::write::Changes

mod disk;
mod exchange;
mod inside;
pub mod ledger;
mod lock;
mod manifest;
mod names;
mod plan;
pub mod schemas;
mod stage;
pub mod standing;
pub mod starter;
mod survey;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::error::Error;
use crate::render::{Edition, Tree};

pub use inside::refuse_inside;

use disk::{Disk, System};
use exchange::Places;
use plan::Plan;

/// What a build changed on disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// What changed in `web`.
    pub web: TreeChanges,
    /// What changed in `staff`.
    pub staff: TreeChanges,
}

/// What a build changed in one tree. Names are paths from the tree's root,
/// with `/`, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TreeChanges {
    /// Files that are new, or whose bytes are.
    pub written: Vec<String>,
    /// How many files stand as they were. With `written`, every file there is.
    pub unchanged: usize,
    /// Files that were on disk and are no longer published.
    pub withdrawn: Vec<String>,
    /// Those of `written` that were not on disk as the last build left them:
    /// somebody changed or removed them, or the power failed.
    pub mended: Vec<String>,
}

impl Changes {
    /// Whether what is on disk is what was to be published.
    pub fn is_empty(&self) -> bool {
        self.web.is_empty() && self.staff.is_empty()
    }
}

impl TreeChanges {
    /// Whether no file of the tree was written or withdrawn.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.withdrawn.is_empty()
    }
}

/// Makes `out/web` and `out/staff` what the edition says, and tells what was
/// different. Makes `out` when it is not there.
///
/// # Errors
///
/// [`Error::Locked`] while another run writes to `out`; [`Error::Foreign`]
/// when a tree holds what Signpost did not put there; [`Error::Output`] when
/// `out` cannot hold the edition at all; [`Error::Read`] and [`Error::Write`]
/// with the path that failed. After any of them each tree is whole, the old
/// one or the new one, and the next build clears up.
pub fn publish(edition: &Edition, out: &Path) -> Result<Changes, Error> {
    publish_on(&System, edition, out)
}

/// What [`publish`] would change. Touches nothing, and so takes no lock.
///
/// # Errors
///
/// As [`publish`], but for what only writing can meet.
pub fn preview(edition: &Edition, out: &Path) -> Result<Changes, Error> {
    let trees = Trees::of(edition, out)?;
    let plans = trees.plan(&System, out)?;
    Ok(Plans::changes(plans))
}

fn publish_on(disk: &dyn Disk, edition: &Edition, out: &Path) -> Result<Changes, Error> {
    let trees = Trees::of(edition, out)?;
    disk.make_folders(out)
        .map_err(disk::unwritten("made", out))?;
    let _lock = lock::take(disk, out)?;
    for (places, _) in trees.each() {
        exchange::repair(disk, places)?;
    }
    let plans = trees.plan(disk, out)?;
    let work: Vec<(&Places, &Tree, &Plan)> = trees
        .each()
        .into_iter()
        .zip([&plans.web, &plans.staff])
        .filter(|(_, plan)| !plan.stands())
        .map(|((places, tree), plan)| (places, tree, plan))
        .collect();
    replace(disk, &work).inspect_err(|_| {
        // What was staged may have filled the disk. Should this fail too, the
        // next build does it.
        for (places, ..) in &work {
            let _ = stage::clear(disk, &places.stage);
        }
    })?;
    Ok(Plans::changes(plans))
}

/// Stages every tree before the first is exchanged: a full disk leaves both as
/// they were. `web` goes first, since that is where a withdrawn page is seen.
fn replace(disk: &dyn Disk, work: &[(&Places, &Tree, &Plan)]) -> Result<(), Error> {
    for (places, tree, plan) in work {
        stage::build(disk, places, tree, plan)?;
    }
    for (places, ..) in work {
        exchange::exchange(disk, places)?;
    }
    for (places, ..) in work {
        stage::clear(disk, &places.stage)?;
    }
    Ok(())
}

/// The two trees of an edition, and where they go.
struct Trees<'e> {
    web: (Places, &'e Tree),
    staff: (Places, &'e Tree),
}

/// What is to be done to each tree.
struct Plans {
    web: Plan,
    staff: Plan,
}

impl<'e> Trees<'e> {
    /// Refuses an edition with a name that cannot be a file of its tree.
    fn of(edition: &'e Edition, out: &Path) -> Result<Trees<'e>, Error> {
        let Edition {
            web,
            staff,
            pages: _,
        } = edition;
        names::refuse_bad(web, out)?;
        names::refuse_bad(staff, out)?;
        Ok(Trees {
            web: (Places::of(out, "web"), web),
            staff: (Places::of(out, "staff"), staff),
        })
    }

    fn each(&self) -> [(&Places, &'e Tree); 2] {
        [(&self.web.0, self.web.1), (&self.staff.0, self.staff.1)]
    }

    /// Plans both trees, and names all that is foreign in either.
    fn plan(&self, disk: &dyn Disk, out: &Path) -> Result<Plans, Error> {
        let plan = |(places, tree): &(Places, &Tree)| {
            let root = exchange::standing(disk, places)?;
            survey::survey(disk, &root, tree).map(|survey| plan::plan(tree, &survey))
        };
        let (web, staff) = (plan(&self.web)?, plan(&self.staff)?);
        let names: Vec<String> = [("web", &web), ("staff", &staff)]
            .into_iter()
            .flat_map(|(root, plan)| {
                plan.foreign
                    .iter()
                    .map(move |name| format!("{root}/{name}"))
            })
            .collect();
        if names.is_empty() {
            Ok(Plans { web, staff })
        } else {
            let path = out.to_path_buf();
            Err(Error::Foreign { path, names })
        }
    }
}

impl Plans {
    fn changes(plans: Plans) -> Changes {
        Changes {
            web: plans.web.into_changes(),
            staff: plans.staff.into_changes(),
        }
    }
}
