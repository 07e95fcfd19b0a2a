//! What the built-in theme was tested with, as its statement says.
//!
//! In: `themes/default/tested.toml`, which is compiled in; no theme of a
//! school's can put another in its place. Out: the same for templates. A test
//! holds that it is so; nothing here is found out while pages are made.

use jiff::civil::Date;
use minijinja::context;
use minijinja::value::Value;
use serde::Deserialize;

use crate::date::PartialDate;
use crate::wording::Wording;

/// The file.
const WRITTEN: &str = include_str!("../../themes/default/tested.toml");

/// What was tested, and what was not.
#[derive(Debug, Deserialize)]
struct Tested {
    version: String,
    on: String,
    test: Vec<Test>,
}

/// Something that can be tested.
#[derive(Debug, Deserialize)]
struct Test {
    key: String,
    /// Where the tests do it; without, nobody does.
    found_in: Option<String>,
}

/// The same for the statement's template: `version`, `on`, and the keys of what
/// was `tested` and what was `untested`.
pub(super) fn told(wording: &Wording) -> Value {
    let tested: Tested =
        toml::from_str(WRITTEN).expect("a test reads the file that is compiled in");
    let day: Date = tested.on.parse().expect("a test reads its day");
    let keys = |is_tested: bool| -> Vec<String> {
        let tests = tested.test.iter();
        let meant = tests.filter(|test| test.found_in.is_some() == is_tested);
        meant.map(|test| test.key.clone()).collect()
    };
    context! {
        version => tested.version.clone(),
        on => wording.date(PartialDate::Day(day)),
        tested => keys(true),
        untested => keys(false),
    }
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::wording::Wording;

    #[test]
    fn the_file_that_is_compiled_in_can_be_read() {
        let english = crate::wording::Written {
            name: "en".to_owned(),
            text: include_str!("../../themes/default/wording/en.toml").to_owned(),
        };
        let wording = Wording::of("en-GB", &[english]).expect("the words are right");
        let told = told(&wording);
        assert!(told.get_attr("on").is_ok_and(|on| !on.is_undefined()));
    }
}
