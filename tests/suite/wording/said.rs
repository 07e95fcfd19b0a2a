//! Templates and source as text: what they say by a key, and what they say
//! without one.

/// Words that are asked for by their key.
pub(super) struct Said {
    /// Where.
    pub(super) file: String,
    /// The key; one that is put together ends in `~`.
    pub(super) key: String,
    /// The names that are given something to stand for.
    pub(super) names: Vec<String>,
}

impl Said {
    /// All `say("key", name=value)` of a template.
    pub(super) fn in_template(file: &str, text: &str) -> Vec<Said> {
        let calls = text.match_indices("say(\"");
        calls
            .map(|(at, call)| {
                let rest = &text[at + call.len()..];
                let (key, after) = rest.split_once('"').expect("a key ends");
                let is_begun = after.trim_start().starts_with('~');
                Said {
                    file: file.to_owned(),
                    key: if is_begun {
                        format!("{key}~")
                    } else {
                        key.to_owned()
                    },
                    names: names(after),
                }
            })
            .collect()
    }

    /// All `said("key", &[("name", …)])` of a file of source.
    pub(super) fn in_code(file: &str, text: &str) -> Vec<Said> {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let calls = ["said(", "say("].into_iter().flat_map(|call| {
            let places = text.match_indices(call);
            places.map(move |(at, call)| at + call.len())
        });
        calls
            .filter_map(|at| {
                let rest = text[at..].trim_start().strip_prefix('"')?;
                let (key, after) = rest.split_once('"')?;
                let list = after.trim_start_matches([',', ' ']).strip_prefix("&[")?;
                let list = &list[..list.find(']')?];
                let names = list.split("(\"").skip(1);
                Some(Said {
                    file: file.to_owned(),
                    key: key.to_owned(),
                    names: names
                        .filter_map(|name| name.split('"').next())
                        .map(str::to_owned)
                        .collect(),
                })
            })
            .collect()
    }
}

/// The names that a call gives, up to the bracket that closes it.
fn names(call: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut in_text) = (0, false);
    let mut part = String::new();
    for c in call.chars() {
        match c {
            '"' => in_text = !in_text,
            '(' | '[' if !in_text => depth += 1,
            ')' | ']' if !in_text && depth > 0 => depth -= 1,
            ')' if !in_text => break,
            ',' if !in_text && depth == 0 => part.clear(),
            '=' if !in_text && depth == 0 => names.push(part.trim().to_owned()),
            _ => part.push(c),
        }
    }
    names
}

/// Words that a template has of its own: outside tags, in attributes that are
/// read out, and in texts of its expressions.
pub(super) fn stray(template: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let close = match after.as_bytes().get(1) {
            Some(b'#') => "#}",
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            _ => {
                plain.push('{');
                rest = &after[1..];
                continue;
            }
        };
        let end = after
            .find(close)
            .map_or(after.len(), |end| end + close.len());
        if close != "#}" {
            found.extend(texts(&after[..end]).filter(|text| !is_name(text)));
        }
        // Whatever is printed is no word of the template's.
        plain.push('\u{1}');
        rest = &after[end..];
    }
    plain.push_str(rest);
    let mut rest = plain.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        found.extend(words(before));
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        for name in ["aria-label", "alt", "title", "placeholder"] {
            let begin = format!(" {name}=\"");
            let value = tag.split_once(&begin).map(|(_, value)| value);
            let value = value.and_then(|value| value.split('"').next());
            found.extend(value.and_then(words));
        }
        rest = behind;
    }
    found.extend(words(rest));
    found
}

/// A text, if there are letters in it.
fn words(text: &str) -> Option<String> {
    // `&amp;` and the like are signs.
    let has_letters = text
        .replace("<!doctype html", "")
        .chars()
        .any(char::is_alphabetic);
    has_letters.then(|| text.trim_matches(['\u{1}', '\n']).to_owned())
}

/// The texts in quotation marks of an expression.
fn texts(expression: &str) -> impl Iterator<Item = String> {
    let parts = expression.split('"').skip(1).step_by(2);
    parts.map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// Whether a text is a name, a sign or the shape of a drawing, and no words.
fn is_name(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./#".contains(c);
    let is_shape = |c: char| c.is_ascii_digit() || " .,-MmLlHhVvCcSsQqTtAaZz".contains(c);
    text.chars().all(is_word)
        || !text.chars().any(char::is_alphabetic)
        || (text.starts_with('M') && text.chars().all(is_shape))
}
