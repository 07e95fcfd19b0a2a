//! What was approved, for people and for programs.
//!
//! In: a decision that holds, and the site after it. Out: what was approved
//! for whom, what should be known of it, and what comes next.

use std::fmt::Write as _;

use serde_json::json;

use super::excerpt::harmless;
use super::summary::command;
use super::{Format, Request};
use crate::agenda::{and, when};
use crate::date::PartialDate;
use crate::model::{Approval, Decided, Eyes, Site};

/// The report of an approval.
pub(in super::super) fn approved(request: &Request, site: &Site, decided: &Decided) -> String {
    match request.format {
        Format::Json => for_programs(decided),
        Format::Text | Format::Github if request.quiet => harmless(&remarks(decided)),
        Format::Text | Format::Github => harmless(&for_people(request, site, decided)),
    }
}

fn for_people(request: &Request, site: &Site, decided: &Decided) -> String {
    let Decided {
        page,
        approval,
        remarks: _,
        is_known,
    } = decided;
    let title = &site.page(*page).front.title.value;
    let by = site.find_role(&approval.by.value);
    let by = by.map_or(&approval.by.value, |role| &site.role(role).title.value);
    let what = match approval.minor {
        Some(_) => "A minor change approved",
        None => "Approved",
    };
    let views: Vec<String> = views(approval).into_iter().map(str::to_owned).collect();
    let mut said = format!(
        "{what}: “{title}” ({}), as it stands for {}, on {} by {by}.\n",
        approval.page.value,
        and(&views),
        PartialDate::Day(approval.on.value).in_words()
    );
    said.push_str(if *is_known {
        "It stands in content/approvals.toml already: nothing was written.\n"
    } else {
        "It is written down in content/approvals.toml.\n"
    });
    said.push_str(&remarks(decided));
    if let Some(standing) = site.standing(*page, Eyes::Editor)
        && let (Some(due), Some(left)) = (standing.due.date, standing.due.days_left(site.today))
    {
        let tense = if left < 0 { "was" } else { "is" };
        let _ = writeln!(
            said,
            "Its next review {tense} due on {}, {}: {}.",
            PartialDate::Day(due).in_words(),
            when(left),
            standing.due.because
        );
    }
    let _ = writeln!(said, "Next: {}", command("build", request.site));
    said
}

/// What should be known of it, a line each.
fn remarks(decided: &Decided) -> String {
    let mut said = String::new();
    for remark in &decided.remarks {
        let _ = writeln!(said, "warning: {remark}");
    }
    said
}

fn for_programs(decided: &Decided) -> String {
    let Decided {
        page: _,
        approval,
        remarks,
        is_known,
    } = decided;
    let document = json!({
        "approval": {
            "page": approval.page.value,
            "on": approval.on.value.to_string(),
            "by": approval.by.value,
            "evidence": approval.evidence,
            "minor": approval.minor,
            "views": views(approval),
        },
        "written": !is_known,
        "warnings": remarks,
    });
    format!("{document}\n")
}

fn views(approval: &Approval) -> Vec<&'static str> {
    let views = approval.digests.iter();
    views.map(|view| view.audience.word()).collect()
}
