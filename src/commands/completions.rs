//! `signpost completions` and `signpost man`: what a shell and `man` know of
//! the command line, made from the same options.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Answer, Cli, Outcome};
use crate::error::Error;
use crate::write::schemas;

/// Print what a shell needs to complete the commands
///
/// Load it in your shell, and the Tab key completes commands and options.
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS)]
pub(super) struct Completions {
    /// Your shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

const COMPLETIONS: &str = "\
Examples:
  signpost completions bash > ~/.local/share/bash-completion/completions/signpost
  signpost completions fish > ~/.config/fish/completions/signpost.fish
  signpost completions zsh > ~/.zfunc/_signpost
  signpost completions powershell >> $PROFILE

Exit codes: 0 printed; 2 there is no such shell.";

/// Write the manual pages into a folder, for man
///
/// A page for the whole, and one for each command: signpost.1,
/// signpost-build.1 and so on. Another file of the folder is not touched.
#[derive(Debug, Args)]
#[command(after_help = PAGES)]
pub(super) struct ManPages {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

const PAGES: &str = "\
Examples:
  signpost man ~/.local/share/man/man1    then: man signpost-build
  signpost man manual                     then: man manual/signpost.1

Exit codes: 0 written; 2 the folder cannot be written to.";

impl Completions {
    /// Prints them.
    pub(super) fn run(&self) -> Answer {
        let mut said = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "signpost", &mut said);
        done(String::from_utf8_lossy(&said).into_owned())
    }
}

impl ManPages {
    /// Writes them.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub(super) fn run(&self) -> Result<Answer, Error> {
        let pages = pages();
        let written = schemas::into_folder(&self.folder, &pages)?;
        Ok(done(format!(
            "{} manual pages are in {}: {written} written, {} unchanged.\n",
            pages.len(),
            self.folder.display(),
            pages.len() - written
        )))
    }
}

fn done(text: String) -> Answer {
    Answer {
        text,
        aside: String::new(),
        outcome: Outcome::Done,
    }
}

/// The manual pages, by the names of their files.
fn pages() -> BTreeMap<String, String> {
    let mut whole = Cli::command();
    whole.build();
    let of_each = whole.get_subcommands().filter(|of| of.get_name() != "help");
    let mut pages: BTreeMap<String, String> = of_each.map(|of| page(of.clone())).collect();
    pages.extend([page(whole.clone())]);
    pages
}

/// The page of a command, with its name.
fn page(of: clap::Command) -> (String, String) {
    // `signpost-build`; it was given when the whole was put together.
    let name = of.get_display_name().unwrap_or(of.get_name());
    let name = format!("{name}.1");
    let mut said = Vec::new();
    // Not dated: the same program writes the same pages on every day.
    let man = Man::new(of.disable_help_subcommand(true));
    man.render(&mut said)
        .expect("a page in memory can be written");
    (name, String::from_utf8_lossy(&said).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_and_is_completed_in_every_shell() {
        let pages = pages();
        let command = Cli::command();
        for of in command.get_subcommands() {
            let name = of.get_name();
            let page = &pages[&format!("signpost-{name}.1")];
            assert!(page.contains("Examples:"), "{name}");
            for shell in [Shell::Bash, Shell::Fish, Shell::Zsh, Shell::PowerShell] {
                let said = Completions { shell }.run().text;
                assert!(said.contains(name), "{name} in {shell}");
            }
        }
        assert_eq!(pages.len(), command.get_subcommands().count() + 1);
    }
}
