//! What readers are shown or told: the texts of a page, its attributes that
//! are read out, and the sentences of a calendar and of data.

use serde_json::Value;

use super::known::Place;

/// Something that is shown, and where.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) place: Place,
}

/// Attributes that are read out.
const READ_OUT: [&str; 7] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "alt",
    "title",
    "placeholder",
    "label",
];

/// Elements without an end.
const VOID: [&str; 7] = ["meta", "link", "img", "br", "hr", "wbr", "input"];

/// All that is shown on a page of ours, which is well-formed.
pub(super) fn on_page(page: &str) -> Vec<Shown> {
    // Where a line may break parts no word.
    let page = page.replace("<wbr>", "");
    let mut shown = Vec::new();
    // The open elements, and where what stands in each belongs.
    let mut open: Vec<Place> = vec![Place::Elsewhere];
    let mut rest = page.as_str();
    while let Some((text, after)) = rest.split_once('<') {
        let place = *open.last().expect("the page itself is open");
        shown.push(Shown {
            text: without_addresses(&plain(text)),
            place,
        });
        let (tag, behind) = after.split_once('>').expect("every tag ends");
        rest = behind;
        if tag.starts_with(['!', '?']) {
            continue;
        }
        if tag.starts_with('/') {
            open.pop();
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        shown.extend(READ_OUT.iter().filter_map(|key| read(tag, key, place)));
        if name == "meta" && ["description", "og:"].iter().any(|it| tag.contains(it)) {
            shown.extend(read(tag, "content", place));
        }
        if name == "script" || name == "style" {
            let end = rest.find("</").expect("a script ends");
            rest = &rest[end..];
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            let class = attribute(tag, "class").unwrap_or_default();
            open.push(match (name, class.split(' ').any(|it| it == "prose")) {
                ("svg", _) => Place::Drawing,
                (_, true) => Place::Prose,
                (_, false) => place,
            });
        }
    }
    shown.push(Shown {
        text: plain(rest),
        place: Place::Elsewhere,
    });
    shown
}

/// Names of files, which are the same in every language.
const FILES: [&str; 2] = ["reviews.json", "content/guidance.toml"];

/// A text without addresses and names of files.
fn without_addresses(text: &str) -> String {
    let is_word = |word: &&str| {
        let bare = word.trim().trim_matches(['(', ')']);
        !bare.starts_with("https://") && !FILES.contains(&bare)
    };
    text.split_inclusive(' ').filter(is_word).collect()
}

fn read(tag: &str, key: &str, place: Place) -> Option<Shown> {
    attribute(tag, key).map(|text| Shown { text, place })
}

fn attribute(tag: &str, key: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {key}=\""))?;
    Some(plain(value.split('"').next().unwrap_or_default()))
}

/// A text without what HTML writes in the place of signs.
fn plain(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let text = text.to_owned();
    signs
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}

/// The texts of a calendar.
pub(super) fn in_calendar(calendar: &str) -> Vec<Shown> {
    let whole = calendar.replace("\r\n ", "");
    let lines = whole.split("\r\n").filter_map(|line| line.split_once(':'));
    let texts = lines.filter(|(name, _)| ["SUMMARY", "DESCRIPTION", "X-WR-CALNAME"].contains(name));
    texts
        .map(|(_, text)| Shown {
            text: text.replace("\\n", " ").replace('\\', ""),
            place: Place::Elsewhere,
        })
        .collect()
}

/// The sentences in data: whatever has a space, and stands under no key for
/// programs.
pub(super) fn in_data(data: &str) -> Vec<Shown> {
    fn walk(value: &Value, shown: &mut Vec<Shown>) {
        match value {
            Value::String(text) => shown.push(Shown {
                text: text.clone(),
                place: Place::Data,
            }),
            Value::Array(values) => values.iter().for_each(|value| walk(value, shown)),
            Value::Object(entries) => entries.values().for_each(|value| walk(value, shown)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut shown = Vec::new();
    walk(
        &serde_json::from_str(data).expect("data is JSON"),
        &mut shown,
    );
    shown
}

/// What a style sheet puts before or behind something.
pub(super) fn in_sheet(sheet: &str) -> Vec<Shown> {
    let parts = sheet.split("content:").skip(1);
    let values = parts.filter_map(|part| part.split([';', '}']).next());
    let texts = values.flat_map(|value| value.split('"').skip(1).step_by(2));
    texts
        .map(|text| Shown {
            text: text.to_owned(),
            place: Place::Elsewhere,
        })
        .collect()
}
