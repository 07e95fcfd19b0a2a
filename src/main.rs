//! The `signpost` command: runs the command line and turns its outcome into
//! an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    // Not locked: a worker thread that panics must be able to say so.
    let mut out = anstream::stdout();
    let mut err = anstream::stderr();
    signpost::commands::run(std::env::args_os(), &mut out, &mut err).into()
}
