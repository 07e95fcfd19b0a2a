//! Rules about a site that is a real school's.

use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{Site, Status};
use crate::source::{Place, Spanned};

/// A live site has nothing made up in it.
pub(crate) static PLACEHOLDER: Rule = Rule {
    name: "placeholder",
    severity: Severity::Error,
    summary: "A live site has no made-up telephone numbers or addresses.",
    explanation: explained!("placeholder"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&PLACEHOLDER];

/// Beginnings of the numbers that are kept for drama, in digits only, and how
/// many digits follow (Ofcom, telephone numbers for drama use).
const DRAMA: [(&str, usize); 18] = [
    ("01134960", 3),
    ("01144960", 3),
    ("01154960", 3),
    ("01164960", 3),
    ("01174960", 3),
    ("01184960", 3),
    ("01214960", 3),
    ("01314960", 3),
    ("01414960", 3),
    ("01514960", 3),
    ("01614960", 3),
    ("02079460", 3),
    ("01914980", 3),
    ("02896496", 3),
    ("02920180", 3),
    ("01632960", 3),
    ("07700900", 3),
    ("08081570", 3),
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    if site.school.status != Status::Live {
        return;
    }
    let mut report = |place: Place, what: &str| {
        diagnostics.report(
            &PLACEHOLDER,
            place,
            format!("“{what}” is made up and reaches nobody, and this site is live."),
            "Write the real one. While the site is being written, set status = \"draft\" in content/school.toml.",
        );
    };
    if let Some(file) = &site.files.school {
        let school = &site.school;
        let texts = [
            Some(&school.phone),
            Some(&school.email),
            school.address.as_ref(),
            school.staff_address.as_ref(),
        ];
        for text in texts
            .into_iter()
            .flatten()
            .chain(&school.email_domains)
            .chain(&school.allowed_mailboxes)
        {
            if made_up(&text.value) {
                report(Place::at(file, text.span.clone()), &text.value);
            }
        }
    }
    if let Some(file) = &site.files.people {
        let channels = site.roles.iter().flat_map(|role| &role.channels);
        for Spanned { value, span } in channels.map(|channel| &channel.inspect().value) {
            if made_up(value) {
                report(Place::at(file, span.clone()), value);
            }
        }
    }
    if let Some(file) = &site.files.helplines {
        for helpline in &site.helplines {
            let ways = [&helpline.phone, &helpline.text, &helpline.web];
            for Spanned { value, span } in ways.into_iter().flatten() {
                if made_up(value) {
                    report(Place::at(file, span.clone()), value);
                }
            }
        }
    }
    of_registers(site, &mut report);
    for page in &site.pages {
        for link in &page.prose.inspect_whole().links {
            if made_up(&link.dest) {
                report(page.prose.place(link.span.clone()), &link.dest);
            }
        }
    }
}

/// The addresses in registers.
fn of_registers(site: &Site, report: &mut impl FnMut(Place, &str)) {
    let Some(file) = &site.files.guidance else {
        return;
    };
    let texts = site.handbook.guidance.iter();
    for Spanned { value, span } in texts.filter_map(|text| text.web.as_ref()) {
        if made_up(value) {
            report(Place::at(file, span.clone()), value);
        }
    }
}

fn made_up(text: &str) -> bool {
    let lower = text.to_lowercase();
    let host = lower
        .split_once("://")
        .map_or(lower.as_str(), |(_, rest)| rest)
        .split(['/', '?', '#'])
        .next()
        .unwrap_or("");
    let host = host.rsplit('@').next().unwrap_or(host);
    let example = host.ends_with(".example")
        || ["example.com", "example.org", "example.net"]
            .iter()
            .any(|name| host == *name || host.ends_with(&format!(".{name}")));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits
        .strip_prefix("44")
        .map_or(digits.clone(), |rest| format!("0{rest}"));
    example
        || DRAMA
            .iter()
            .any(|(start, rest)| digits.starts_with(start) && digits.len() == start.len() + rest)
}

#[cfg(test)]
mod tests {
    use super::made_up;

    #[test]
    fn drama_numbers_and_example_addresses_are_made_up() {
        for text in [
            "01632 960001",
            "+44 1632 960 001",
            "020 7946 0123",
            "office@school.example",
            "https://www.school.example/x",
            "https://example.com",
        ] {
            assert!(made_up(text), "{text}");
        }
    }

    #[test]
    fn real_ones_are_not() {
        for text in [
            "0800 1111",
            "01632 123456",
            "999",
            "https://www.childline.org.uk",
            "https://examples.org.uk/example",
        ] {
            assert!(!made_up(text), "{text}");
        }
    }
}
