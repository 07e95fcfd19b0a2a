//! A rule about the way out of the help pages: it leads to a page that gives
//! nothing away.
//!
//! In: where the exit link in `school.toml` leads. Out: an address that shows
//! whoever looks next what somebody searched for, watched or wrote. That an
//! address is not secure is told by `insecure-link`. Must never say that a page
//! is safe: the lists know kinds of pages, not what stands on them.

use crate::audience::Audience;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::Site;
use crate::source::Place;

/// Whoever leaves in a hurry comes to a page that anybody could be reading
/// (domain facts, b1).
static EXIT_PAGE: Rule = Rule {
    name: "exit-page",
    severity: Severity::Warning,
    summary: "The exit link of the help pages leads to a page that gives nothing away.",
    explanation: explained!("exit-page"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&EXIT_PAGE];

/// Names of websites, each a part of the host or its end, and what they are.
const UNFIT: [(&str, &[&str]); 5] = [
    (
        "a search engine, which shows what was searched for before",
        &[
            "google",
            "bing",
            "duckduckgo",
            "yahoo",
            "ecosia",
            "qwant",
            "kiddle",
            "kidrex",
            "startpage",
            "baidu",
            "yandex",
            "ask.com",
            "swisscows",
        ],
    ),
    (
        "social media, which knows who looks",
        &[
            "facebook",
            "instagram",
            "tiktok",
            "snapchat",
            "twitter",
            "x.com",
            "reddit",
            "pinterest",
            "discord",
            "whatsapp",
            "tumblr",
            "threads.net",
            "bsky.app",
            "linkedin",
            "twitch",
        ],
    ),
    (
        "a website of films, which shows what was watched before",
        &[
            "youtube",
            "youtu.be",
            "vimeo",
            "dailymotion",
            "netflix",
            "disneyplus",
            "iplayer",
        ],
    ),
    (
        "a shop, which shows what was looked at before",
        &["amazon", "ebay", "etsy", "vinted", "temu", "argos"],
    ),
    (
        "a website of games, which schools block",
        &[
            "roblox",
            "minecraft",
            "poki",
            "friv",
            "fortnite",
            "epicgames",
        ],
    ),
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let (Some(file), Some(exit)) = (&site.files.school, &site.school.exit) else {
        return;
    };
    let Some((host, what)) = unfit(&exit.url.value) else {
        return;
    };
    diagnostics
        .report(
            &EXIT_PAGE,
            Place::at(file, exit.url.span.clone()),
            format!("The exit link leads to “{host}”: {what}."),
            "Send a child who leaves in a hurry to a page that everybody gets alike and that anybody could be reading, such as the weather: url = \"https://www.bbc.co.uk/weather\", with its name as the label.",
        )
        .on_pages_of(Audience::Children.into());
}

/// The host of an address, and what is against it.
fn unfit(address: &str) -> Option<(&str, &'static str)> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let lower = host.to_lowercase();
    // The BBC has its films under its own name.
    let films = path.starts_with("/iplayer") && lower.ends_with("bbc.co.uk");
    UNFIT.iter().find_map(|(what, names)| {
        let named = names.iter().any(|name| is_named(&lower, name));
        (named || (films && names.contains(&"iplayer"))).then_some((host, *what))
    })
}

/// Whether a host is of this name: as a whole part of it, or as its end.
fn is_named(host: &str, name: &str) -> bool {
    if name.contains('.') {
        let before = host.strip_suffix(name);
        return before.is_some_and(|before| before.is_empty() || before.ends_with('.'));
    }
    // The last part says no more than the country.
    let parts: Vec<&str> = host.split('.').collect();
    parts[..parts.len().saturating_sub(1)].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::unfit;

    #[test]
    fn a_page_that_gives_something_away_is_known_by_its_host() {
        for address in [
            "https://www.google.co.uk",
            "https://google.com/search?q=help",
            "https://m.youtube.com/watch",
            "https://youtu.be/abc",
            "https://x.com",
            "https://WWW.TikTok.com/",
            "https://www.bbc.co.uk/iplayer",
            "https://user@www.amazon.co.uk:443/",
        ] {
            assert!(unfit(address).is_some(), "{address}");
        }
    }

    #[test]
    fn a_bland_page_is_let_be() {
        for address in [
            "https://www.bbc.co.uk/weather",
            "https://www.metoffice.gov.uk",
            "https://www.netflix-of-birds.example",
            "https://www.fox.com",
            "https://www.thimblemere.example/lunch",
            "https://www.nhm.ac.uk/google",
        ] {
            assert!(unfit(address).is_none(), "{address}");
        }
    }
}
