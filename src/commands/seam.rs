//! Stands in for the stages until they are here.
#![allow(
    missing_docs,
    dead_code,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes,
    reason = "a stand-in"
)]

pub mod pipeline {
    use super::check::{Findings, Publishable};
    use crate::error::Error;
    use crate::render::Edition;
    use std::path::Path;
    pub struct Settings {
        pub today: jiff::civil::Date,
        pub strict: bool,
    }
    pub fn check(root: &Path, _settings: &Settings) -> Result<Findings, Error> {
        if !root.join("content").is_dir() {
            return Err(Error::NotASite {
                path: root.to_path_buf(),
            });
        }
        Ok(Findings::default())
    }
    pub fn print(_root: &Path, _publishable: &Publishable) -> Result<Edition, Error> {
        Ok(Edition::default())
    }
}
pub mod check {
    use crate::diagnostic::{Diagnostic, Severity};
    #[derive(Default)]
    pub struct Findings(Vec<Diagnostic>);
    pub struct Publishable(Findings);
    impl Findings {
        pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
            self.0.iter()
        }
        pub fn errors(&self) -> usize {
            self.0
                .iter()
                .filter(|d| d.severity == Severity::Error)
                .count()
        }
        pub fn warnings(&self) -> usize {
            self.0.len() - self.errors()
        }
        pub fn pages(&self) -> usize {
            0
        }
        pub fn gate(self) -> Result<Publishable, Findings> {
            if self.errors() == 0 {
                Ok(Publishable(self))
            } else {
                Err(self)
            }
        }
    }
    impl Publishable {
        pub fn findings(&self) -> &Findings {
            &self.0
        }
    }
}
pub mod write {
    use crate::error::Error;
    use crate::render::Edition;
    use std::path::Path;
    #[derive(Default)]
    pub struct Changes {
        pub web: TreeChanges,
        pub staff: TreeChanges,
    }
    #[derive(Default)]
    pub struct TreeChanges {
        pub written: Vec<String>,
        pub unchanged: usize,
        pub withdrawn: Vec<String>,
        pub mended: Vec<String>,
    }
    pub fn publish(_edition: &Edition, _out: &Path) -> Result<Changes, Error> {
        Ok(Changes::default())
    }
    pub fn refuse_inside(_out: &Path, _root: &Path) -> Result<(), Error> {
        Ok(())
    }
}
