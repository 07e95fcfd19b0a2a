//! Rules about references to records, and about the worried page.

use super::PageSink;
use super::links::OUT_OF_REACH;
use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, did_you_mean};
use crate::model::{Folder, RECORD_KINDS, RecordFault, Site, UNKNOWN_HELPLINE, UNKNOWN_ROLE};
use crate::source::Place;

/// A reference names a kind of record that there is.
pub(crate) static UNKNOWN_KIND: Rule = Rule {
    name: "unknown-kind",
    severity: Severity::Error,
    summary: "A reference names a kind of record that there is.",
};
/// A policy that is referred to is there.
pub(crate) static UNKNOWN_POLICY: Rule = Rule {
    name: "unknown-policy",
    severity: Severity::Error,
    summary: "Every policy that is referred to stands in content/policies/.",
};
/// A site for children tells them whom to turn to.
pub(crate) static HELP_INCOMPLETE: Rule = Rule {
    name: "help-incomplete",
    severity: Severity::Error,
    summary: "A site with a page for children has a complete content/help.toml.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&UNKNOWN_KIND, &UNKNOWN_POLICY, &HELP_INCOMPLETE];

pub(super) fn references(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        for reference in &page.prose.outline(reader).references {
            let (rule, message, help) = match site.record(&reference.target) {
                Err(fault) => unknown(site, &fault),
                Ok(record) if site.record_readers(record).contains(reader) => continue,
                Ok(_) => (
                    &OUT_OF_REACH,
                    format!(
                        "“{}” is not for {reader}, who read it here.",
                        reference.target
                    ),
                    reach_help(reader),
                ),
            };
            sink.report_for(rule, reader, reference.span.clone(), message, help);
        }
    }
}

/// What to do about a record that its readers may not see.
pub(super) fn reach_help(reader: Audience) -> String {
    match reader {
        Audience::Children => {
            "Name somebody whose record is for children, or add \"children\" to its “for”.".into()
        }
        Audience::Parents | Audience::Staff => format!(
            "Put the paragraph into a quote with [!STAFF] above it, or add \"{reader}\" to the record's “for”."
        ),
    }
}

fn unknown(site: &Site, fault: &RecordFault) -> (&'static Rule, String, String) {
    match fault {
        RecordFault::Kind(kind) => (
            &UNKNOWN_KIND,
            format!("There are no references of the kind “{kind}”."),
            format!(
                "{} A reference is written as in [[role:dsl]].",
                did_you_mean(kind, RECORD_KINDS)
            ),
        ),
        RecordFault::Role(name) => (
            &UNKNOWN_ROLE,
            format!("There is no role “{name}” in content/people.toml."),
            did_you_mean(name, site.roles.iter().map(|role| role.id.value.as_str())),
        ),
        RecordFault::Helpline(name) => (
            &UNKNOWN_HELPLINE,
            format!("There is no helpline “{name}” in content/helplines.toml."),
            did_you_mean(
                name,
                site.helplines.iter().map(|line| line.id.value.as_str()),
            ),
        ),
        RecordFault::Policy(name) => (
            &UNKNOWN_POLICY,
            format!("There is no policy “{name}” in content/policies/."),
            did_you_mean(name, policies(site)),
        ),
    }
}

fn policies(site: &Site) -> Vec<&str> {
    site.pages
        .iter()
        .filter(|page| page.folder == Folder::Policies && !page.front.draft)
        .filter_map(|page| page.path.strip_prefix("policies/"))
        .collect()
}

/// A child who is worried must find somebody.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    if site.help.is_some() || site.files.help.is_some() {
        return;
    }
    if let Some(page) = site
        .pages
        .iter()
        .find(|page| page.folder == Folder::Children)
    {
        diagnostics
            .report(
                &HELP_INCOMPLETE,
                Place::File("content/help.toml".to_owned()),
                format!(
                    "There are pages for children (content/{}.md is one), but no content/help.toml that says whom a worried child can turn to.",
                    page.path
                ),
                "Write content/help.toml; every page for children carries the way to it.",
            )
            .on_pages_of(Audience::Children.into());
    }
}
