//! Opens the browser of whoever asked for it.

use std::process::{Command, Stdio};

/// Opens `address`, which is our own, in the browser.
///
/// # Errors
/// A sentence: no browser could be opened.
pub(super) fn open(address: &str) -> Result<(), String> {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let begun = Command::new(program)
        .args(before)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    begun.map(drop).map_err(|_| {
        format!("No browser could be opened from here. Open {address} in one yourself.")
    })
}
