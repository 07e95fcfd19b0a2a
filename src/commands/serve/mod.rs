//! `signpost serve`: a preview that follows every save.
//!
//! In: the site folder, and news of what was saved in it. Out: pages on this
//! machine alone, as they would be published. Must never write a file, and
//! never show half a build: what is served is the last edition without an
//! error, whole and in memory, with what was found since laid over it.

mod answer;
mod board;
mod browser;
mod http;
mod making;
#[expect(
    clippy::disallowed_methods,
    reason = "this room asks which folders are there to be watched"
)]
mod watch;

use std::convert::Infallible;
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use super::options::Basics;
use crate::error::Error;
use board::Board;
use making::{Before, Day, Made};
use watch::{Looking, News, Watch};

/// How often the preview asks whether a new day has begun.
const NEW_DAY: Duration = Duration::from_mins(1);
/// How soon a file that could not be read is tried again, and how often.
const AGAIN: Duration = Duration::from_millis(300);
const TRIES: u32 = 10;

/// Preview a site, which follows every save
///
/// Shows the portal in a browser on this machine, as it would be published, and
/// builds it anew whenever a file is saved. What is wrong is shown over the
/// last version without an error. Nothing is written: to publish, run signpost
/// build.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Serve {
    #[command(flatten)]
    basics: Basics,

    /// The port of this machine to answer at; 0 lets the system choose one
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,

    /// Open the preview in the browser
    #[arg(long)]
    open: bool,

    /// Look for changes twice a second, where a network drive tells of none
    #[arg(long)]
    poll: bool,
}

const EXAMPLES: &str = "\
Examples:
  signpost serve                       the site in this folder, at http://127.0.0.1:4000/
  signpost serve --open                and open it in the browser
  signpost serve --today 2026-09-01    as it will be on the first day of term
  signpost serve --poll                on a network drive or a synchronised folder
  signpost serve --port 4010           where 4000 is taken

It answers this machine alone and is no web server. Ctrl+C ends it.";

impl Serve {
    /// Serves the preview until it is ended from outside.
    ///
    /// # Errors
    /// There is no site there, its folders cannot be watched, or the port
    /// cannot be had.
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<Infallible, Error> {
        let site = &self.basics.site;
        let looking = if self.poll {
            Looking::Often
        } else {
            Looking::WhenTold
        };
        // Watched first, so that nothing saved during the first build is missed.
        let mut watch = Watch::begin(site, looking)?;
        let mut made = self.make(Before::default())?;
        let listener = self.listen()?;
        let address = http::address(&listener)?;
        let board = Arc::new(Board::new());
        board.show(&mut made);
        http::serve(listener, Arc::clone(&board))?;
        let greeting = format!(
            "Preview: {address}\nIt follows every save, and answers this machine alone. To end it: Ctrl+C.\n{}",
            made.in_short()
        );
        tell(out, &greeting)?;
        if self.open {
            let opened = browser::open(&address);
            opened.or_else(|said| tell(out, &format!("{said}\n")))?;
        }
        let mut tries = 0;
        loop {
            let retries = made.could_not_read && tries < TRIES;
            let news = watch.wait(if retries { AGAIN } else { NEW_DAY });
            tries = match news {
                News::Saved => 0,
                News::Nothing if retries => tries + 1,
                News::Nothing if self.basics.today()? != made.today => 0,
                News::Nothing => continue,
            };
            let shown = board.now();
            let mut next = self.make(Before {
                made: Some(&made),
                edition: shown.edition.as_deref(),
            })?;
            if board.show(&mut next) {
                tell(out, &next.in_short())?;
            }
            made = next;
        }
    }

    fn make(&self, before: Before<'_>) -> Result<Made, Error> {
        let day = Day {
            today: self.basics.today()?,
            named: self.basics.today,
        };
        Ok(making::make(&self.basics.site, day, before))
    }

    fn listen(&self) -> Result<TcpListener, Error> {
        TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).map_err(|fault| {
            let message = if fault.kind() == io::ErrorKind::AddrInUse {
                format!(
                    "something on this machine answers at port {0} already, perhaps another preview; end that, or choose another port: --port {1}",
                    self.port,
                    self.port.checked_add(10).unwrap_or(4010)
                )
            } else {
                format!("port {} of this machine cannot be had: {fault}", self.port)
            };
            Error::Option { message }
        })
    }
}

/// Says something at once, for whoever looks on.
fn tell(out: &mut dyn Write, text: &str) -> Result<(), Error> {
    let told = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match told {
        // A reader that has gone away is no reason to end the preview.
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => Err(Error::Write {
            action: "written",
            path: "standard output".into(),
            source: fault,
        }),
        Ok(()) | Err(_) => Ok(()),
    }
}
