//! Rules about fenced blocks.

use super::links::OUT_OF_REACH;
use super::records::reach_help;
use super::sink::{PageSink, Said};
use crate::audience::Audience;
use crate::diagnostic::{Rule, Severity, did_you_mean, suggestion};
use crate::model::{
    BLOCK_KINDS, BlockFaultKind, Page, RecordFault, Site, UNKNOWN_HELPLINE, UNKNOWN_ROLE,
    helpline_help, role_help,
};

/// A fenced block is of a kind that there is, and its body says what it shows.
pub(crate) static BLOCK: Rule = Rule {
    name: "block",
    severity: Severity::Error,
    summary: "A fenced block is of a kind that there is, and its body says what to show.",
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&BLOCK];

pub(super) fn check(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        let outline = page.prose.outline(reader);
        for fence in &outline.fences {
            // What stands in a block that is never closed was not meant for it.
            if outline.open_fences.contains(&fence.span.start) {
                continue;
            }
            let Some(read) = site.block(fence, reader) else {
                if let Some((message, help)) = wrong_info(&fence.info) {
                    sink.report_for((&BLOCK, message, help), reader, fence.span.clone());
                }
                continue;
            };
            for fault in read.err().unwrap_or_default() {
                if is_sure(site, &fault.kind) {
                    let said = words(page, site, &fault.kind, reader);
                    sink.report_for(said, reader, fault.span);
                }
            }
        }
    }
}

/// What is wrong with the words after an opening fence.
fn wrong_info(info: &str) -> Option<(String, String)> {
    if info.is_empty() || info == "text" {
        return None;
    }
    let word = info.split_whitespace().next().unwrap_or(info);
    if BLOCK_KINDS.contains(&word) || word == "text" {
        return Some((
            format!("Nothing more can stand on the line after ```{word}."),
            "Put the rest on the lines below.".to_owned(),
        ));
    }
    let help = match suggestion(word, BLOCK_KINDS.into_iter().chain(["text"])) {
        Some(near) => format!("Did you mean ```{near}?"),
        None => "Write ```contacts, ```helplines or ```routes; for text that is shown as it stands write ```text.".to_owned(),
    };
    Some((format!("There is no kind of block called “{word}”."), help))
}

/// Whether a name certainly stands for nothing; a record may be in the part of
/// a file that could not be read.
fn is_sure(site: &Site, kind: &BlockFaultKind) -> bool {
    match kind {
        BlockFaultKind::Role(name) => site.surely_names_nothing(&RecordFault::Role(name.clone())),
        BlockFaultKind::Helpline(name) => {
            site.surely_names_nothing(&RecordFault::Helpline(name.clone()))
        }
        BlockFaultKind::Route(name) => site.surely_lacks_route(name),
        BlockFaultKind::Nothing => site.knows_all_of("content/people.toml"),
        _ => true,
    }
}

fn words(page: &Page, site: &Site, kind: &BlockFaultKind, reader: Audience) -> Said {
    match kind {
        BlockFaultKind::Syntax(_) => (
            &BLOCK,
            "This block cannot be read.".into(),
            "Write a word, an equals sign, and names in quotes between square brackets, as in roles = [\"dsl\", \"headteacher\"].".into(),
        ),
        BlockFaultKind::Key(key, known) => (
            &BLOCK,
            format!("“{key}” is not something this block can have."),
            format!("It has “{known}” and nothing else. Did you mean {known} = [\"…\"]?"),
        ),
        BlockFaultKind::NoKey(key) => (
            &BLOCK,
            "This block does not say what to show.".into(),
            format!("Write {key} = [\"…\"] in it."),
        ),
        BlockFaultKind::Value => (
            &BLOCK,
            "This is not a list of names.".into(),
            "Write them in quotes between square brackets, with commas between them, as in [\"dsl\", \"headteacher\"].".into(),
        ),
        BlockFaultKind::Role(name) => (
            &UNKNOWN_ROLE,
            format!("There is no role “{name}” in content/people.toml."),
            role_help(&site.roles, name),
        ),
        BlockFaultKind::Helpline(name) => (
            &UNKNOWN_HELPLINE,
            format!("There is no helpline “{name}” in content/helplines.toml."),
            helpline_help(&site.helplines, name),
        ),
        BlockFaultKind::Route(name) => (
            &BLOCK,
            format!("There is no route about “{name}” in content/people.toml."),
            did_you_mean("routes", name, site.routes.iter().map(|route| route.about.value.as_str())),
        ),
        BlockFaultKind::OutOfReach(what) => (
            &OUT_OF_REACH,
            format!("The {what} is not for {reader}, who would read it here."),
            reach_help(page, reader),
        ),
        BlockFaultKind::Nothing => (
            &BLOCK,
            format!("There is no route that {reader} may read."),
            "Add one to content/people.toml, or take the block out.".into(),
        ),
    }
}
