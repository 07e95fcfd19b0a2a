//! Records, and what is said of those that are wrong.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::audience::Audience;
use crate::load::raw::{
    RawFront, RawHelp, RawHelplines, RawHours, RawImages, RawPeople, RawSchool,
};

/// What was read, and each finding as `line:column message | help`.
fn read<T: DeserializeOwned>(text: &str) -> (Option<Fitted<T>>, Vec<String>) {
    let file = SourceFile::new("content/a.toml", text);
    let mut diagnostics = Diagnostics::new();
    let fitted = read_toml(&file, 0..text.len(), &mut diagnostics);
    let said = diagnostics.iter().map(|d| {
        let (line, column) = d.place.line_column();
        format!("{line}:{column} {} | {}", d.message, d.help)
    });
    (fitted, said.collect())
}

/// The findings of a text, as a record that has any keys and texts.
fn slips(text: &str) -> Vec<String> {
    read::<BTreeMap<String, toml::Value>>(text).1
}

#[test]
fn a_sound_record_is_read_with_its_places() {
    let text = "[[role]]\nid = \"dsl\"\ntitle = \"Lead\"\nkind = \"person\"\nfor = [\"staff\"]\nholders = [{ name = \"Ms É\", from = 2025-09-01 }]\n";
    let (fitted, said) = read::<RawPeople>(text);
    let fitted = fitted.expect("a record");
    assert_eq!((fitted.fit, said.len()), (Fit::Whole, 0));
    let role = &fitted.value.role[0];
    assert_eq!(role.span(), 0..8);
    let role = role.get_ref();
    assert_eq!(&text[role.title.span()], "\"Lead\"");
    assert_eq!(role.readers.get_ref(), &[Audience::Staff]);
    let holder = role.holders[0].get_ref();
    assert_eq!(&text[holder.name.span()], "\"Ms É\"");
    let from = holder.from.as_ref().expect("a date");
    assert_eq!(from.get_ref().to_string(), "2025-09-01");
    assert_eq!(&text[from.span()], "2025-09-01");
    let (fitted, said) = read::<RawSchool>(
        "name = \"S\"\nphone = \"1\"\nemail = \"e\"\npostal = []\nstatus = \"draft\"\n[rules]\nx = { level = \"off\", reason = \"y\" }\n",
    );
    assert_eq!(said, Vec::<String>::new());
    let school = fitted.expect("a record").value;
    let key = school.rules.keys().next().expect("a rule");
    assert_eq!((key.get_ref().as_str(), key.span()), ("x", 72..73));
}

#[test]
fn a_part_of_a_file_has_the_places_of_the_file() {
    let text = "+++\ntitle = \"A\"\norder = \"1\"\n+++\n";
    let file = SourceFile::new("content/staff/a.md", text);
    let mut diagnostics = Diagnostics::new();
    let fitted: Option<Fitted<RawFront>> = read_toml(&file, 4..28, &mut diagnostics);
    let title = fitted.expect("front matter").value.title;
    assert_eq!(&text[title.span()], "\"A\"");
    let places: Vec<_> = diagnostics.iter().map(|d| d.place.line_column()).collect();
    assert_eq!(places, [(3, 9)]);
}

#[test]
fn hours_are_a_word_or_a_list() {
    let record = |hours: &str| {
        format!(
            "[[helpline]]\nid = \"a\"\nname = \"A\"\npurpose = \"p\"\nfor = []\nsource = \"s\"\nverified = 2026-10-01\nhours = {hours}\n"
        )
    };
    for hours in [
        "\"always\"",
        "[{ days = \"Monday\", opens = \"08:00\", closes = \"22:00\" }]",
    ] {
        let (fitted, said) = read::<RawHelplines>(&record(hours));
        assert_eq!(said, Vec::<String>::new());
        assert_eq!(fitted.map(|f| f.fit), Some(Fit::Whole));
    }
    let (fitted, said) = read::<RawHelplines>(&record("\"Always\""));
    assert_eq!(
        said,
        [
            "8:9 “hours” of the helpline “a” cannot be used: “Always” does not say when it is open. | Write \"always\", \"not-stated\", or [{ days = \"Monday to Friday\", opens = \"08:00\", closes = \"22:00\" }]."
        ]
    );
    let fitted = fitted.expect("a mended record");
    assert_eq!(fitted.fit, Fit::Mended);
    let hours = fitted.value.helpline[0].get_ref().hours.get_ref();
    assert!(matches!(hours, RawHours::Times(times) if times.is_empty()));
    let (_, said) =
        read::<RawHelplines>(&record("[{ days = \"Monday\", opens = 8, close = \"9\" }]"));
    assert_eq!(
        said,
        [
            "8:37 “opens” of a line of opening hours must be text between double quotes. | Put quotes round it. Write opens = \"8\"",
            "8:40 “close” is not something a line of opening hours can have. | Did you mean “closes”? If it is not meant to be one of these, delete it.",
        ]
    );
}

#[test]
fn all_that_is_wrong_with_a_role_is_said_at_once() {
    let (fitted, said) = read::<RawPeople>(
        r#"[[role]]
id = "dsl"
titel = "Lead"
kind = "persn"
for = "parents"
holders = ["Ms X", { name = 3, from = "30/9/2026", until = 5 }]
deputy = ["a"]
duties = [{ for = ["pupils"] }]
[[role]]
[route]
about = "x"
"#,
    );
    assert_eq!(fitted.map(|f| f.fit), Some(Fit::Mended));
    assert_eq!(
        said,
        [
            "3:1 “titel” is not something the role “dsl” can have. | Did you mean “title”? If it is not meant to be one of these, delete it.",
            "4:8 “persn” is not a word for “kind” of the role “dsl”; it must be one of “person”, “body” and “outside”. | Did you mean “person”?",
            "5:7 “for” of the role “dsl” must be a list in square brackets. | Put square brackets round it. Write for = [\"parents\"]",
            "6:12 An entry of “holders” in the role “dsl” must be a holder of a role in curly brackets, with keys of its own. | Write { name = \"Ms X\" }",
            "6:29 “name” of a holder of a role must be text between double quotes. | Put quotes round it. Write name = \"3\"",
            "6:39 “from” of a holder of a role cannot be used: “30/9/2026” is not a date. | Write the year, the month and the day with hyphens, as in 2026-09-30 (yours would be 2026-09-30).",
            "6:60 “until” of a holder of a role must be a date such as 2026-09-30. | Write it as in this line: until = 2026-09-30",
            "7:10 “deputy” of the role “dsl” must be text between double quotes. | Only one can stand here. Write deputy = \"a\"",
            "8:11 This duty has no “text”. | Add this to it: text = \"…\"",
            "8:20 A duty cannot be for “pupils”. | Did you mean “children”?",
            "9:1 This role has no “id”. | Add this to it: id = \"…\"",
            "9:1 This role has no “title”. | Add this to it: title = \"…\"",
            "9:1 This role has no “kind”. | Add this to it: kind = \"person\"",
            "9:1 This role has no “for”. | Add this to it: for = [\"staff\"]",
            "10:1 “route” of people.toml must be a list in square brackets. | If “route” is a heading, write it with two brackets on each side: [[route]]",
            "10:1 The route “x” has no “to”. | Add this to it: to = [\"…\"]",
            "10:1 The route “x” has no “within”. | Add this to it: within = \"…\"",
            "10:1 The route “x” has no “for”. | Add this to it: for = [\"staff\"]",
        ]
    );
}

#[test]
fn all_that_is_wrong_with_help_and_school_is_said_at_once() {
    let (_, said) = read::<RawHelp>(
        "[children]\nadults = []\noutside = \"x\"\ntitle = \"Hello\"\ntell = { ks1 = \"x\" }\n",
    );
    assert!(said.contains(&"1:1 help.toml has no “parents”. | Add this to it: [parents] on a line of its own, with its own lines below it (intro = … and so on)".to_owned()), "{said:?}");
    assert!(said.contains(&"1:1 The [children] part of help.toml has no “secret”. | Add this to it: secret = { ks1 = \"…\", ks2 = \"…\" }".to_owned()), "{said:?}");
    assert!(said.contains(&"4:9 “title” of the [children] part of help.toml must be two wordings in curly brackets, ks1 and ks2. | Write title = { ks1 = \"Hello\", ks2 = \"…\" }".to_owned()), "{said:?}");
    assert!(
        said.contains(
            &"5:8 The text “tell” has no “ks2”. | Add this to it: ks2 = \"…\"".to_owned()
        ),
        "{said:?}"
    );
    let (_, said) = read::<RawSchool>(
        "name = \"\"\nemail = \"\"\nstatus = \"Live\"\npostal = \"x\"\n[rules]\na = { level = \"warm\" }\nb = \"off\"\n",
    );
    assert_eq!(
        said,
        [
            "1:1 school.toml has no “phone”. | Add this to it: phone = \"…\"",
            "1:8 “name” of school.toml is empty. | Write between the quotes what readers should read, or take the line out if it may be left out.",
            "2:9 “email” of school.toml is empty. | Write between the quotes what readers should read, or take the line out if it may be left out.",
            "3:10 “Live” is not a word for “status” of school.toml; it must be one of “draft”, “example” and “live”. | Did you mean “live”?",
            "4:10 “postal” of school.toml must be a list in square brackets. | Put square brackets round it. Write postal = [\"x\"]",
            "6:5 The setting of the rule “a” has no “reason”. | Add this to it: reason = \"…\"",
            "6:15 “warm” is not a word for “level” of the setting of the rule “a”; it must be one of “error”, “warn” and “off”. | Did you mean “warn”?",
            "7:5 “b” of school.toml must be a setting of the rule in curly brackets, with keys of its own. | Write b = { level = \"off\" }",
        ]
    );
}

#[test]
fn several_slips_and_what_else_is_wrong_are_said_in_one_run() {
    let (fitted, said) = read::<RawHelplines>(
        "[[helpline]]\nid = \"a\"\nname: \"A\"\nfor = [\"Children\"\nverified = 31/09/2026\npurpose = “x”\nfree = \"yes\"\ncolour = \"red\"\n",
    );
    assert!(fitted.is_none());
    assert_eq!(
        said,
        [
            "3:1 This line has a colon where an equals sign must be. | Write name = \"A\"",
            "4:7 The list that begins here is never closed. | Put a closing square bracket ] after its last entry.",
            "5:12 “31/09/2026” is not a date. | Write the year, the month and the day with hyphens, as in 2026-09-30 (and there is no 31 September).",
            "6:11 The quotes round this text are curly, as word processors make them. | Type them again as straight quotes: purpose = \"x\"",
            "7:8 “free” of the helpline “a” must be true or false, without quotes. | Write free = true",
            "8:1 “colour” is not something the helpline “a” can have. | The names that can stand here are: id, name, purpose, child_purpose, for, phone, text, web, hours, free, source, verified. If it is not meant to be one of these, delete it.",
        ]
    );
}

#[expect(clippy::too_many_lines, reason = "a table")]
#[test]
fn the_usual_slips_are_explained() {
    for (text, finding) in [
        (
            "title = \"Online safety\n",
            "1:1 The closing quote of this text is missing. | Write title = \"Online safety\"",
        ),
        (
            "title = Online safety\n",
            "1:9 This text needs quotes round it. | Write title = \"Online safety\"",
        ),
        (
            "title \"Online safety\"\n",
            "1:1 The equals sign is missing in this line. | Write title = \"Online safety\"",
        ),
        (
            "title\n",
            "1:1 “title” has no value. | Write title = \"…\", or delete the line.",
        ),
        (
            "title =\n",
            "1:1 “title” has nothing after its equals sign. | Write title = \"…\", or delete the line.",
        ),
        (
            "last = 2026-02-31\n",
            "1:8 “2026-02-31” is not in the calendar. | There is no 31 February. Look in the calendar, and write the date year first, as in 2026-09-30.",
        ),
        (
            "last = 2026-09\n",
            "1:8 “2026-09” needs quotes, because it is not a whole date. | Write last = \"2026-09\"",
        ),
        (
            "last = 1st October 2026\n",
            "1:8 “1st October 2026” is not how a date is written here. | Write last = 2026-10-01",
        ),
        (
            "a = 1\na = 2\n",
            "2:1 “a” is written twice in the same part. | Keep the one that is right and delete the other. If another entry begins here, put its heading above it, in double square brackets.",
        ),
        (
            "[t]\n[t]\n",
            "2:2 The heading “t” does not go with what stands above: it is there already. | If there are several of them, write each heading as [[t]]. If it is the same one, put its lines together under one heading.",
        ),
        (
            "[[role]\nid = \"a\"\n",
            "1:1 The brackets of this heading do not match. | Write [[role]] to begin one of several, or [role] for the only one, and nothing else on the line.",
        ),
        (
            "to = [\"a\" \"b\"]\n",
            "1:11 A comma is missing here, between two entries. | Put a comma after each entry of a list or part: [\"one\", \"two\"].",
        ),
        (
            "to = \"a\", \"b\"\n",
            "1:9 Several values need square brackets round them. | Write to = [\"a\", \"b\"]",
        ),
        (
            "h = { name = \"a\"\n[x]\n",
            "1:5 The part that begins here with { is never closed. | Put a closing curly bracket } after its last entry.",
        ),
        (
            "phone = 01632960001\n",
            "1:9 A number that begins with 0, such as a telephone number, needs quotes. | Write phone = \"01632960001\"",
        ),
        (
            "h = [{ name = \"A\", from = 01-09-2021, until = 2026-01-01 }]\n",
            "1:27 “01-09-2021” is not how a date is written here. | Write from = 2021-09-01",
        ),
        (
            "h = { name = \"A\", from = 2023-02-30 }\n",
            "1:26 “2023-02-30” is not in the calendar. | There is no 30 February. Look in the calendar, and write the date year first, as in 2026-09-30.",
        ),
        (
            "for = (\"parents\", \"staff\")\n",
            "1:17 A list stands in square brackets: [ … ]. | Write for = [\"parents\", \"staff\"]",
        ),
        (
            "title\u{a0}= \"A\"\n",
            "1:6 There is an invisible (non-breaking) space here. | Delete it and type an ordinary space.",
        ),
        (
            "free = no\n",
            "1:8 Yes and no are written true and false. | Write free = false",
        ),
        (
            "a = True\n",
            "1:5 “True” is written in small letters. | Write a = true",
        ),
        (
            "a = \"C:\\Users\"\n",
            "1:10 A backslash (\\) has a meaning of its own here. | Write / instead, or write the backslash twice: \\\\",
        ),
        (
            "a = \"he said \"no\" to\"\n",
            "1:15 There are quotes inside the quotes, so the text seems to end early. | Use single quotes inside the text, as in \"the 'Be kind' rule\".",
        ),
        (
            "a = 'it's'\n",
            "1:9 There is an apostrophe inside single quotes, so the text seems to end early. | Use double quotes round it: a = \"…\"",
        ),
        (
            "// note\n",
            "1:1 This line is not a setting. | If it is a note, begin it with a hash sign: # like this.",
        ),
        (
            "my key = \"x\"\n",
            "1:1 “my key” has a space in it; what stands before the equals sign is one word. | Write my_key = …",
        ),
        (
            "Some words.\n",
            "1:1 This line is not a setting: it has no equals sign. | Every line is a name, an equals sign and a value: title = \"…\". A note begins with a hash sign (#).",
        ),
        (
            "a == 3\n",
            "1:4 There is an equals sign too many here. | Delete it.",
        ),
        (
            "a = \"x\";\n",
            "1:8 This line ends with a sign too many. | Delete the ; at its end.",
        ),
        (
            "for = [parents]\n",
            "1:8 “parents” needs quotes. | Write \"parents\" there.",
        ),
        (
            "a = \"\"\"x\n",
            "1:5 The text that begins here with three quotes is never closed. | Put three quotes of the same kind after its last word.",
        ),
    ] {
        assert_eq!(slips(text), [finding], "{text}");
    }
}

#[test]
fn a_hostile_file_gets_a_bounded_number_of_findings() {
    const SIZE: usize = 1 << 20;
    let role = "[[role]]\nx = 1\nholders = [{from=1}]\n";
    for text in [
        "[".repeat(SIZE),
        format!("a={}", "[".repeat(SIZE)),
        format!("a={}", "{b=".repeat(SIZE / 3)),
        format!("{}a=1", "a.".repeat(SIZE / 2)),
        "a=[\n".repeat(SIZE / 4),
        "a=[{\nb=1\n".repeat(SIZE / 9),
        "a=1\n".repeat(SIZE / 4),
        "=".repeat(SIZE),
        "é\n".repeat(SIZE / 3),
        "\"".repeat(SIZE),
        "\"\"\"\n".repeat(SIZE / 4),
        format!("role=[{}]", ",".repeat(SIZE)),
        role.repeat(SIZE / role.len()),
        format!("role=[{}]", "{},".repeat(SIZE / 3)),
    ] {
        let (_, said) = read::<RawPeople>(&text);
        assert!(
            !said.is_empty() && said.len() <= 2 * SHOWN + 2,
            "{}",
            said.len()
        );
    }
}

fn all_readers(text: &str) -> Result<(), TestCaseError> {
    fn one<T: DeserializeOwned>(text: &str) -> Result<(), TestCaseError> {
        let (fitted, said) = read::<T>(text);
        // Nothing is left out or mended without a word.
        let whole = fitted.is_some_and(|fitted| fitted.fit == Fit::Whole);
        prop_assert_eq!(whole, said.is_empty(), "{:?}", said);
        for jargon in [
            "invalid", "expected", "sequence", "struct", "TOML", "i64", "Raw",
        ] {
            let found = said.iter().find(|said| said.contains(jargon));
            prop_assert!(found.is_none() || text.contains(jargon), "{:?}", found);
        }
        Ok(())
    }
    one::<RawSchool>(text)?;
    one::<RawHelp>(text)?;
    one::<RawPeople>(text)?;
    one::<RawHelplines>(text)?;
    one::<RawImages>(text)?;
    one::<RawFront>(text)
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}(\\n\\PC{0,20}){0,4}") {
        all_readers(&text)?;
    }

    #[test]
    fn any_record_is_read_or_explained(
        text in "(\\[\\[?(role|route|helpline|image|children|rules)\\]?\\]\\n|(id|title|for|hours|verified|holders|free|order|adults|tell|terms|rules|x) ?[=:] ?|\"[a-z]{0,3}\"|\"|'|\\{|\\}|\\[|\\]|,|\\.|#|3|2026-09-30|31/09/2026|true|yes|always|name = |\\n|\\n|é|“a”|\"\"\"){0,30}"
    ) {
        all_readers(&text)?;
    }
}
