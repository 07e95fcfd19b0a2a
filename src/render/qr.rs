//! A web address as a QR code.
//!
//! In: an address. Out: an SVG of one path, black on white whatever colours a
//! reader has set, with the empty border that readers of such codes need.
//! Nothing is asked of anybody: it is drawn here.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use super::markup::{Html, escape};

/// The empty border, in modules, that the standard asks for.
const BORDER: i32 = 4;

/// The code of an address, with what it is called; none where the address is
/// too long for any code.
pub(super) fn code(address: &str, title: &str) -> Option<Html> {
    // A quarter of it may be torn, crumpled or drawn on.
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).ok()?;
    let side = code.size() + 2 * BORDER;
    let mut out = format!(
        "<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" shape-rendering=\"crispEdges\" aria-label=\"",
        side * 4
    );
    escape(&mut out, title);
    let _ = write!(
        out,
        "\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\""
    );
    for y in 0..code.size() {
        for (x, length) in dark(&code, y) {
            let _ = write!(out, "M{} {}h{length}v1h-{length}z", x + BORDER, y + BORDER);
        }
    }
    out.push_str("\"/></svg>");
    Some(Html::written(out))
}

/// The dark stretches of a row: where each begins, and how long it is.
fn dark(code: &QrCode, y: i32) -> Vec<(i32, i32)> {
    let mut stretches: Vec<(i32, i32)> = Vec::new();
    for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
        match stretches.last_mut() {
            Some((start, length)) if *start + *length == x => *length += 1,
            Some(_) | None => stretches.push((x, 1)),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_square_and_always_the_same() {
        let address = "https://www.example.org/children/help.html";
        let one = code(address, "Words & signs")
            .expect("it is short")
            .into_string();
        assert_eq!(
            Some(one.clone()),
            code(address, "Words & signs").map(Html::into_string)
        );
        assert!(one.contains("aria-label=\"Words &amp; signs\""), "{one}");
        // The corner of the first of the three squares.
        assert!(one.contains("d=\"M4 4h7v1h-7z"), "{one}");
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert!(code(&"a".repeat(4_000), "Long").is_none());
    }
}
