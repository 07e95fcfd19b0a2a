//! How links are written: schemes, escapes, and ways from file to file.

/// The scheme of a URL that has one, in lower case.
pub(super) fn scheme(dest: &str) -> Option<String> {
    // Control characters and blanks inside a scheme are dropped by browsers.
    let bare: String = dest
        .chars()
        .filter(|c| !c.is_control() && *c != ' ')
        .collect();
    let (scheme, _) = bare.split_once(':')?;
    (!scheme.contains(['/', '#', '?'])).then(|| scheme.to_lowercase())
}

/// Percent escapes undone, as far as they are escapes.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |byte: u8| char::from(byte).to_digit(16);
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let value = hex(*high).zip(hex(*low)).map_or(0, |(h, l)| h * 16 + l);
                bytes.push(u8::try_from(value).unwrap_or(b'%'));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// `path` seen from `folder`, both under `content/`; nothing if it leaves it.
pub(crate) fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_seen_through_what_browsers_drop() {
        assert_eq!(
            scheme("java\tscript:alert(1)").as_deref(),
            Some("javascript")
        );
        assert_eq!(scheme(" JavaScript:x").as_deref(), Some("javascript"));
        assert_eq!(scheme("../a:b.md"), None);
        assert_eq!(scheme("a.md#x:y"), None);
    }

    #[test]
    fn a_path_never_leaves_the_content() {
        assert_eq!(
            joined("parents", "../children/x.md").as_deref(),
            Some("children/x.md")
        );
        assert_eq!(joined("parents", "../../secret.md"), None);
        assert_eq!(joined("a/b", "./c//d").as_deref(), Some("a/b/c/d"));
        assert_eq!(decoded("a%20b%2e%"), "a b.%");
    }
}
