//! Wording that points somewhere on paper, and nowhere on a web page.
//!
//! “Above” and “below” are everyday words; they count only with a thing that is
//! said to stand there (“the table above”), and only where no such thing does.

use std::ops::Range;

use super::things::{Side, Thing};
use super::{Found, Read, Setting, paper};
use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};

/// Where a text sends its readers, there is something (seeds O13).
pub(super) static DEAD_WORDING: Rule = Rule {
    name: "dead-wording",
    severity: Severity::Warning,
    summary: "No text sends its readers to a page number, an appendix or a place on the page that a website does not have.",
    explanation: explained!("dead-wording"),
};

/// What stands before a place that readers are sent to.
const SENT: [&str; 10] = [
    "at", "consult", "from", "in", "on", "see", "the", "this", "to", "under",
];
/// What can be attached to a letter.
const ATTACHED: [&str; 22] = [
    "agreement",
    "appendix",
    "chart",
    "checklist",
    "copy",
    "diagram",
    "document",
    "documents",
    "flowchart",
    "form",
    "forms",
    "guide",
    "guides",
    "leaflet",
    "list",
    "map",
    "plan",
    "policy",
    "sheet",
    "slip",
    "table",
    "template",
];
/// Where those words are about messages, and what comes with them.
const MESSAGES: [&str; 14] = [
    "app",
    "attachment",
    "click",
    "download",
    "email",
    "emails",
    "file",
    "files",
    "message",
    "messages",
    "open",
    "post",
    "sender",
    "stranger",
];
/// Where a place on the screen is one of some other program.
const PROGRAMS: [&str; 24] = [
    "app", "apps", "browser", "chrome", "console", "device", "game", "google", "ipad", "keyboard",
    "laptop", "phone", "platform", "program", "safari", "screen", "settings", "software", "tablet",
    "teams", "their", "tv", "youtube", "toolbar",
];

/// Why readers find nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    Page,
    Nothing(Side),
    Appendix,
    Earlier,
    Numbered,
    Document,
    Overleaf,
    Attached,
    Click,
    Layout,
}

/// Each place that sends readers nowhere.
pub(super) fn found(read: &Read<'_>, setting: Setting<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < read.len() {
        let dead = dead(read, at, setting).filter(|_| read.is_plain(at));
        at += 1;
        if let Some((words, why)) = dead {
            at = at.max(words.end);
            let said = said(read.written(words.clone()), why);
            found.push((said, read.words.span(words)));
        }
    }
}

/// The words that send readers nowhere, of which one is at a place.
fn dead(read: &Read<'_>, at: usize, setting: Setting<'_>) -> Option<(Range<usize>, Why)> {
    let (before, next) = (read.before(at, 1), read.plain(at + 1));
    match read.plain(at) {
        "page" | "pages" | "p" | "pp" => page(read, at).map(|words| (words, Why::Page)),
        "above" => beside(read, at, setting, Side::Above),
        "below" => beside(read, at, setting, Side::Below),
        "appendix" | "appendices" => appendix(read, at).map(|words| (words, Why::Appendix)),
        "section" if is_number(next) => {
            let has_one = setting.page.is_none_or(|page| page.has_number(next));
            let is_sent = before == "see" && !["of", "in"].contains(&read.plain(at + 2));
            (is_sent && !has_one && !paper::is_of_another(read, at))
                .then(|| (at..at + 2, Why::Numbered))
        }
        "section" | "sections" => {
            let is_earlier = ["earlier", "later", "preceding", "previous"].contains(&before);
            let is_own = next != "of" || read.plain(at + 2) == "this";
            let is_sent = SENT.contains(&read.before(at, 2));
            (is_earlier && is_own && is_sent && !paper::is_of_another(read, at))
                .then(|| (at - 1..at + 1, Why::Earlier))
        }
        "document" => {
            let prepositions = ["elsewhere", "in", "inside", "throughout", "within"];
            let is_within = before == "this" && prepositions.contains(&read.before(at, 2));
            let is_work = ["type", "typing", "work", "write", "writing"];
            (is_within && !read.has_beside(at, &is_work)).then(|| (at - 2..at + 1, Why::Document))
        }
        "overleaf" if !read.has_capital(at) || read.begins(at) => Some((at..at + 1, Why::Overleaf)),
        "attached" => attached(read, at).map(|words| (words, Why::Attached)),
        "click" if next == "here" && read.plain(at + 2) != "and" => {
            let is_text = read.is_plain(at + 1) && !paper::leads_on(read, at);
            is_text.then(|| (at..at + 2, Why::Click))
        }
        "menu" | "sidebar" | "column" => layout(read, at).map(|words| (words, Why::Layout)),
        _ => None,
    }
}

/// “see page 12”, “on pages 3–4”; not “page 12 of” another paper.
fn page(read: &Read<'_>, at: usize) -> Option<Range<usize>> {
    let is_numbered = is_number(read.plain(at + 1));
    let is_near = read.between(at).trim().trim_matches('.').is_empty();
    let before = read.before(at, 1);
    let is_bracketed = at == 0 && read.len() == 2 || opens(read, at);
    let is_end = before == "of" && ["bottom", "end", "foot", "top"].contains(&read.before(at, 2));
    let is_sent = ["at", "on", "see", "to"].contains(&before) || is_bracketed || is_end;
    // “Do not go from page 1 to page 5”, “turn to page 4”: a book is read.
    let is_turned = before == "to" && !["back", "go", "refer"].contains(&read.before(at, 2));
    let mut end = at + 2;
    if ["-", "–", "to", "and", "&"].contains(&read.between(at + 1).trim())
        && is_number(read.plain(end))
    {
        end += 1;
    }
    let is_of_this = read.plain(end) == "of" && read.plain(end + 1) == "this";
    let is_of = ["of", "in"].contains(&read.plain(end)) && !is_of_this;
    let is_other = paper::is_of_another(read, at) && !is_of_this;
    let is_dead = is_numbered && is_near && is_sent && !is_turned && !is_of && !is_other;
    let start = if is_bracketed || before.is_empty() {
        at
    } else {
        at - 1
    };
    is_dead.then_some(start..end)
}

/// The number of a page, or of a section.
fn is_number(word: &str) -> bool {
    word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word begins what stands in brackets.
fn opens(read: &Read<'_>, at: usize) -> bool {
    at > 0 && read.between(at - 1).ends_with('(')
}

/// “the table shown above”, “the above list”, where there is none.
fn beside(
    read: &Read<'_>,
    at: usize,
    setting: Setting<'_>,
    side: Side,
) -> Option<(Range<usize>, Why)> {
    let origin = read.passage.origin(&read.words.span(at..at + 1)).start;
    let is_missing = |word: &str| {
        let thing = Thing::of(word);
        // What stands around a record nobody can tell.
        let page = setting.page;
        let mut both = thing.zip(page).into_iter();
        both.any(|(thing, page)| !page.stands(thing, origin, side))
    };
    let next = read.plain(at + 1);
    if read.before(at, 1) == "the" && is_missing(next) {
        return Some((at..at + 2, Why::Nothing(side)));
    }
    // The list above the sink, the section above all.
    let is_of_room = [
        "a", "all", "an", "average", "eye", "ground", "his", "her", "it", "my", "our", "the",
        "their", "your",
    ];
    let goes_on = read.between(at).trim().is_empty();
    if goes_on && (is_of_room.contains(&next) || is_number(next)) {
        return None;
    }
    let between = ["given", "in", "out", "printed", "set", "shown"];
    let mut first = at.checked_sub(1)?;
    while between.contains(&read.plain(first)) && at - first < 3 {
        first = first.checked_sub(1)?;
    }
    let is_beside = !read.between(at - 1).contains(['.', ';', ':']);
    // “Put the picture below” is what somebody does.
    (is_missing(read.plain(first)) && is_beside && SENT_TO.contains(&read.before(first, 1)))
        .then(|| (first..at + 1, Why::Nothing(side)))
}

/// What stands before a thing that is pointed at.
const SENT_TO: [&str; 12] = [
    "a",
    "by",
    "chart",
    "flow",
    "following",
    "in",
    "of",
    "our",
    "see",
    "the",
    "this",
    "to",
];

/// “see appendix A”, “in the appendices”; not an appendix of another paper.
fn appendix(read: &Read<'_>, at: usize) -> Option<Range<usize>> {
    let next = read.plain(at + 1);
    let is_letter = next.len() == 1 && read.has_capital(at + 1);
    let is_near = read.between(at).trim().is_empty();
    let is_numbered = is_near && (is_letter || is_number(next));
    let end = if is_numbered { at + 2 } else { at + 1 };
    let of = read.plain(end);
    let is_of = ["of", "to", "in"].contains(&of) && read.plain(end + 1) != "this";
    let sent = [read.before(at, 1), read.before(at, 2), read.before(at, 3)];
    let is_sent = sent
        .iter()
        .any(|word| ["in", "see", "refer", "at"].contains(word));
    let is_body = read.has_beside(at, &["body", "hospital", "her", "his", "operation"]);
    let is_dead = (is_numbered || is_sent) && !is_of && !is_body;
    (is_dead && !paper::is_of_another(read, at)).then_some(at..end)
}

/// “the attached form”, “see attached”, “the guides are attached”.
fn attached(read: &Read<'_>, at: usize) -> Option<Range<usize>> {
    if read.has_beside(at, &MESSAGES) {
        return None;
    }
    let (before, next) = (read.before(at, 1), read.plain(at + 1));
    if ["see", "find"].contains(&before) {
        return Some(at - 1..at + 1);
    }
    let determiners = ["an", "our", "the", "this"];
    if determiners.contains(&before) && ATTACHED.contains(&next) {
        return Some(at..at + 2);
    }
    let is_of_this = next == "to" && read.plain(at + 2) == "this";
    let is_end = !read.between(at).trim().is_empty() || at + 1 == read.len();
    let is_said = ["are", "is"].contains(&before) && (is_end || is_of_this || next == "below");
    (is_said && read.has_beside(at, &ATTACHED)).then(|| at - 1..at + 1)
}

/// “the menu on the left”, “the left-hand column”.
fn layout(read: &Read<'_>, at: usize) -> Option<Range<usize>> {
    let is_side = |word: &str| matches!(word, "left" | "right");
    let is_where = ["at", "on", "to"].contains(&read.plain(at + 1)) && read.plain(at + 2) == "the";
    let is_hand = read.before(at, 1) == "hand" && is_side(read.before(at, 2));
    let words = if is_where && is_side(read.plain(at + 3)) {
        at..at + 4
    } else if is_hand {
        at - 2..at + 1
    } else if is_side(read.before(at, 1)) && read.plain(at) != "column" {
        at - 1..at + 1
    } else {
        return None;
    };
    let is_table = read.plain(at) == "column"
        && read.has_beside(at, &["book", "paper", "sheet", "sum", "table"]);
    (!read.has_beside(at, &PROGRAMS) && !is_table).then_some(words)
}

fn said(written: &str, why: Why) -> Said {
    let link = "Link to where it is now, as in [the words](page.md#heading).";
    let (what, help) = match why {
        Why::Page => ("is a page of paper: a website has no page numbers", link),
        Why::Nothing(Side::Above) => (
            "leads nowhere: nothing like it stands above on this page",
            link,
        ),
        Why::Nothing(Side::Below) => (
            "leads nowhere: nothing like it stands below on this page",
            link,
        ),
        Why::Appendix => (
            "is a part of a paper: nothing on this website has that name",
            link,
        ),
        Why::Earlier => (
            "leads nowhere: a website is not read from front to back",
            link,
        ),
        Why::Numbered => (
            "leads nowhere: no heading on this page has that number",
            link,
        ),
        Why::Document => (
            "is said of a paper: on a website it is not clear what belongs to it",
            link,
        ),
        Why::Overleaf => ("is the back of a sheet of paper: a web page has none", link),
        Why::Attached => (
            "is said of a letter: nothing is attached to a web page",
            link,
        ),
        Why::Click => (
            "is no link, so nothing happens",
            "Make the words that say where it leads a link, as in [The form for trips](form.md).",
        ),
        Why::Layout => (
            "stands elsewhere on a telephone, and nowhere for those who listen to the page",
            "Link to the page that is meant, by its name.",
        ),
    };
    (
        &DEAD_WORDING,
        format!("“{written}” {what}."),
        help.to_owned(),
    )
}
