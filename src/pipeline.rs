//! The sentence that the stages make: load, assemble, check, project, print.
//! Publishing is [`write::publish`](crate::write::publish). What is due is said
//! after the check, and an approval is written down after it.

use std::path::Path;

use jiff::civil::Date;

use crate::check::{self, Asked, Findings, Publishable};
use crate::error::Error;
use crate::load;
use crate::model;
use crate::model::{Decided, Decision, Site};
use crate::render::{self, Edition, Press, Printed, Theme};
use crate::views::{Look, Outside, View};
use crate::write::ledger;

/// What a run is told from outside.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The day for which the site is built.
    pub today: Date,
    /// Whether every warning stops the build.
    pub strict: bool,
}

/// Reads a site and holds it to the rules.
///
/// # Errors
/// There is no site there, or it cannot be read.
pub fn check(root: &Path, settings: Settings) -> Result<Findings, Error> {
    Ok(check_after(root, settings, None)?.once())
}

/// The same, for whoever looks again and again: pages whose text is as it was
/// `before` are not read again, and not held again to the rules that look at
/// nothing which has changed. What comes out is the same.
///
/// # Errors
/// As for [`check`](self::check()).
pub fn check_after(
    root: &Path,
    settings: Settings,
    before: Option<&Findings>,
) -> Result<Findings, Error> {
    let (sources, mut diagnostics) = load::read(root)?;
    let pages = sources.page_count();
    let site = before.map(Findings::site);
    let site = model::assemble(sources, settings.today, site, &mut diagnostics);
    let asked = Asked {
        strict: settings.strict,
        before,
    };
    Ok(check::run(site, pages, diagnostics, asked))
}

/// Prints a site that stood the check.
///
/// # Errors
/// The theme is not there or is wrong.
pub fn print(root: &Path, publishable: &Publishable) -> Result<Edition, Error> {
    Ok(print_after(root, publishable, None)?.into_edition())
}

/// The same, for whoever looks again and again: pages that are made of the same
/// as `before` are not printed again, and what the searches find is made when
/// somebody asks. What comes out is the same.
///
/// # Errors
/// As for [`print`](self::print()).
pub fn print_after(
    root: &Path,
    publishable: &Publishable,
    before: Option<&Printed>,
) -> Result<Printed, Error> {
    let Look { theme, lang } = Look::of(publishable);
    let theme = Theme::read(root, theme, lang)?;
    let wording = theme.wording();
    let (child, parent, staff) = (
        View::of(publishable, wording),
        View::of(publishable, wording),
        View::of(publishable, wording),
    );
    let outside = Outside::of(publishable, &parent);
    let press = Press {
        theme: &theme,
        before,
    };
    render::print(press, &child, &parent, &staff, &outside)
}

/// Reads a site of which it can be said what is due: nothing is wrong with the
/// school, the people, the schedule and the ledger. What else is wrong stands
/// in the findings, and stops nobody.
///
/// # Errors
/// There is no site there, it cannot be read, or [`Error::NoAnswer`]: that
/// nothing is due and that nobody could look are never the same.
pub fn agenda(root: &Path, today: Date) -> Result<Findings, Error> {
    let strict = false;
    let findings = check(root, Settings { today, strict })?;
    findings.refuse_in_doubt(root)?;
    Ok(findings)
}

/// What became of a decision.
#[derive(Debug)]
pub enum Approved {
    /// The site has errors, so what its pages say is not certain.
    Stopped(Box<Findings>),
    /// It stands in the ledger. The site is that after it.
    Written(Box<Site>, Box<Decided>),
}

/// Writes down that a page was approved as it stands.
///
/// # Errors
/// There is no site there, it cannot be read, the decision cannot be one, or
/// the ledger cannot be written or read again.
pub fn approve(root: &Path, today: Date, decision: &Decision) -> Result<Approved, Error> {
    let strict = false;
    let findings = check(root, Settings { today, strict })?;
    if findings.has_certain_errors() {
        return Ok(Approved::Stopped(Box::new(findings)));
    }
    let decided = findings.site().decide(decision);
    let decided = decided.map_err(|message| Error::Option { message })?;
    if decided.is_known {
        return Ok(Approved::Written(
            findings.into_site().into(),
            decided.into(),
        ));
    }
    ledger::append(root, &decided.approval)?;
    let after = agenda(root, today)?.into_site();
    Ok(Approved::Written(after.into(), decided.into()))
}
