//! Text and addresses as HTML has them.
//!
//! In: text of any kind. Out: the same with what means something in HTML
//! written otherwise, or [`Html`] for what is HTML already. Must never pass
//! on a sign that ends an attribute or begins a tag.

/// HTML that is safe to print as it is. Only `render` makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Markup that this stage wrote itself.
    pub(super) fn written(markup: String) -> Html {
        Html(markup)
    }

    /// The markup.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Appends `text` with everything escaped that means something in HTML.
pub fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// A checked address, with what a browser would not take as it is encoded.
pub(super) fn encoded(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for c in href.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
