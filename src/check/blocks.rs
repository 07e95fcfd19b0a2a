//! Rules about fenced blocks.

use super::links::OUT_OF_REACH;
use super::records::reach_help;
use super::sink::{PageSink, Said};
use crate::audience::Audience;
use crate::diagnostic::{Rule, Severity, did_you_mean, explained, suggestion};
use crate::markdown::Fence;
use crate::model::{
    Block, BlockFaultKind, Eyes, Names, Page, RecordFault, RecordKind, Shape, Site,
};

/// A fenced block is of a kind that there is, and its body says what it shows.
pub(crate) static BLOCK: Rule = Rule {
    name: "block",
    severity: Severity::Error,
    summary: "A fenced block is of a kind that there is, and its body says what to show.",
    explanation: explained!("block"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&BLOCK];

/// The most tables of a page: a table can be a paper of fifty sheets.
const TABLES: usize = 10;
const MANY_TABLES: &str = "This page shows ten tables before this one, which nobody reads through.";
const PART_THE_PAGE: &str = "Show it on a page of its own.";
/// The most blocks that a page can have: a short line shows a whole record,
/// and a page of a thousand of them would be of no use to anybody.
const MOST: usize = 100;
/// The most that a block can list, for the same reason: one line shows all
/// routes, and a role can be named in it a thousand times.
const MOST_LISTED: usize = 200;

/// The most records of which a page shows the whole: each can fill a book.
const MOST_WHOLE: usize = 12;

pub(super) fn check(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        let outline = page.prose.outline(reader);
        let mut tables = 0;
        let is_block = |fence: &&Fence| Shape::ALL.iter().any(|shape| shape.word == fence.info);
        if let Some(first) = outline.fences.iter().filter(is_block).nth(MOST) {
            let message = format!("This page has more than {MOST} blocks.");
            let help = "Part it into several pages.".to_owned();
            sink.report_for((&BLOCK, message, help), reader, first.span.clone());
        }
        let is_whole = |fence: &&Fence| {
            let mut shapes = Shape::ALL.iter();
            shapes.any(|shape| shape.names == Names::One && shape.word == fence.info)
        };
        if let Some(first) = outline.fences.iter().filter(is_whole).nth(MOST_WHOLE) {
            let message = format!("This page shows more than {MOST_WHOLE} records as a whole.");
            let help = "Part it into several pages, or link to pages that show them.".to_owned();
            sink.report_for((&BLOCK, message, help), reader, first.span.clone());
        }
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
            tables += usize::from(matches!(read, Ok(Block::Table(_))));
            if tables > TABLES && matches!(read, Ok(Block::Table(_))) {
                let said = (&BLOCK, MANY_TABLES.to_owned(), PART_THE_PAGE.to_owned());
                sink.report_for(said, reader, fence.span.clone());
            }
            if let Ok(block) = &read
                && let Some(said) = out_of_place(sink, block)
            {
                sink.report_for(said, reader, fence.span.clone());
            }
            for fault in read.err().unwrap_or_default() {
                if is_sure(site, &fault.kind) {
                    let said = in_nothing(&fault.kind)
                        .unwrap_or_else(|| words(page, site, &fault.kind, reader));
                    sink.report_for(said, reader, fault.span);
                }
            }
        }
    }
}

/// What is wrong with a block that can be read, on this page.
fn out_of_place(sink: &PageSink<'_>, block: &Block) -> Option<Said> {
    let site = sink.site;
    let listed = block.listed(site);
    if listed > MOST_LISTED {
        return Some(too_long(listed));
    }
    let is_reviewed = || site.standing(sink.page, Eyes::Editor).is_some();
    (*block == Block::Review && !is_reviewed()).then(|| not_under_review(site.page(sink.page)))
}

fn too_long(listed: usize) -> Said {
    let message = format!("This block would list {listed} things, and nobody can read so many.");
    let help = format!("Name those that matter here, at most {MOST_LISTED}.");
    (&BLOCK, message, help)
}

/// A page that nobody has to review has no review to show.
fn not_under_review(page: &Page) -> Said {
    let help = format!(
        "Take the block out, or add to content/schedule.toml: [[review]] page = \"{}\" and below it owner = \"…\" and every = \"1 year\", each on a line of its own.",
        page.path
    );
    (&BLOCK, "This page is not under review.".to_owned(), help)
}

/// What is wrong with the body of a block that has none.
fn in_nothing(kind: &BlockFaultKind) -> Option<Said> {
    let (message, shape) = match kind {
        BlockFaultKind::Key(key, shape) => {
            let message = format!("“{key}” is not something this block can have.");
            (message, shape)
        }
        BlockFaultKind::Syntax(shape) => ("This block cannot be read.".to_owned(), shape),
        _ => return None,
    };
    let help = "Nothing stands in it: its first line is followed by its last, ```.";
    (shape.names == Names::Nothing).then(|| (&BLOCK, message, help.to_owned()))
}

/// What is wrong with the words after an opening fence.
fn wrong_info(info: &str) -> Option<(String, String)> {
    if info.is_empty() || info == "text" {
        return None;
    }
    let word = info.split_whitespace().next().unwrap_or(info);
    let kinds = Shape::ALL.iter().map(|shape| shape.word);
    if word == "text" || kinds.clone().any(|kind| kind == word) {
        return Some((
            format!("Nothing more can stand on the line after ```{word}."),
            "Put the rest on the lines below.".to_owned(),
        ));
    }
    let near = suggestion(word, kinds.clone().chain(["text"]));
    let help = near.map_or_else(
        || {
            let kinds: Vec<String> = kinds.map(|kind| format!("```{kind}")).collect();
            format!(
                "The kinds are {}; for text that is shown as it stands write ```text.",
                kinds.join(", ")
            )
        },
        |near| format!("Did you mean ```{near}?"),
    );
    Some((format!("There is no kind of block called “{word}”."), help))
}

/// Whether a name certainly stands for nothing; a record may be in the part of
/// a file that could not be read.
fn is_sure(site: &Site, kind: &BlockFaultKind) -> bool {
    match kind {
        BlockFaultKind::Unknown(kind, name) => {
            site.surely_names_nothing(&RecordFault::Unknown(*kind, name.clone()))
        }
        BlockFaultKind::Route(name) => site.surely_lacks_route(name),
        BlockFaultKind::Nothing(shape) => site.knows_all(shape.of.unwrap_or(RecordKind::Role)),
        BlockFaultKind::Syntax(_)
        | BlockFaultKind::Key(..)
        | BlockFaultKind::NoKey(_)
        | BlockFaultKind::Value(_)
        | BlockFaultKind::OutOfReach(_) => true,
    }
}

fn words(page: &Page, site: &Site, kind: &BlockFaultKind, reader: Audience) -> Said {
    let said = |message: &str, help: String| -> Said { (&BLOCK, message.to_owned(), help) };
    match kind {
        BlockFaultKind::Syntax(shape) => said(
            "This block cannot be read.",
            match shape.names {
                Names::One => format!(
                    "Write a word, an equals sign, and a name in quotes, as in {}.",
                    shape.line()
                ),
                Names::Nothing | Names::Some | Names::SomeOrAll => "Write a word, an equals sign, and names in quotes between square brackets, as in roles = [\"dsl\", \"headteacher\"].".to_owned(),
            },
        ),
        BlockFaultKind::Key(key, shape) => said(
            &format!("“{key}” is not something this block can have."),
            format!(
                "It has “{}” and nothing else. Did you mean {}?",
                shape.key,
                shape.line()
            ),
        ),
        BlockFaultKind::NoKey(shape) => said(
            "This block does not say what to show.",
            format!("Write {} in it.", shape.line()),
        ),
        BlockFaultKind::Value(shape) => match shape.names {
            Names::One => said(
                "This is not a name.",
                format!("Write one in quotes, without brackets: {}", shape.line()),
            ),
            Names::Nothing | Names::Some | Names::SomeOrAll => said(
                "This is not a list of names.",
                "Write them in quotes between square brackets, with commas between them, as in [\"dsl\", \"headteacher\"].".to_owned(),
            ),
        },
        BlockFaultKind::Unknown(kind, name) => site.unknown(*kind, name),
        BlockFaultKind::Route(name) => said(
            &format!("There is no route about “{name}” in content/people.toml."),
            did_you_mean(
                "routes",
                name,
                site.routes.iter().map(|route| route.about.value.as_str()),
            ),
        ),
        BlockFaultKind::OutOfReach(what) => (
            &OUT_OF_REACH,
            format!("The {what} is not for {reader}, who would read it here."),
            reach_help(page, reader),
        ),
        BlockFaultKind::Nothing(shape) => {
            let (what, place) = match shape.of {
                Some(kind) => (kind.word(), kind.stands_in()),
                None => ("route", RecordKind::Role.stands_in()),
            };
            said(
                &format!("There is no {what} that {reader} may read."),
                format!("Add one to {place}, or take the block out."),
            )
        }
    }
}
