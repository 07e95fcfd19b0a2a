//! Products that keep a school safe, and the machines they run on.
//!
//! In: a sentence, and the systems that the school has in its register. Out:
//! whether it names a product, a version, or where a machine stands.

use std::ops::Range;

use super::{Detail, Sentence};
use crate::model::Site;

/// Names of products, as they are written. Names that are everyday words stand
/// with what makes them the product's.
pub(super) const PRODUCTS: [&str; 64] = [
    "1Password",
    "AVG",
    "Acronis",
    "Avast",
    "Barracuda Networks",
    "Bitdefender",
    "Bitwarden",
    "Blocksi",
    "Bromcom",
    "Cisco Meraki",
    "Cisco Umbrella",
    "CrowdStrike",
    "Cyberoam",
    "Dashlane",
    "ESET",
    "Egress",
    "FortiGate",
    "Fortinet",
    "GoGuardian",
    "Impero",
    "Intercept X",
    "InterceptX",
    "Kaspersky",
    "KeePass",
    "LGfL TRUSTnet",
    "LastPass",
    "Lightspeed Filter",
    "Lightspeed Systems",
    "Mail Protect",
    "Malwarebytes",
    "McAfee",
    "Microsoft Defender",
    "Mimecast",
    "NetSupport DNA",
    "NetSupport School",
    "Netsweeper",
    "Norton Antivirus",
    "Norton Security",
    "Palo Alto",
    "Proofpoint",
    "Protex",
    "Qustodio",
    "RM SafetyNet",
    "Redstor",
    "SafetyNet Plus",
    "School Protect",
    "Securly",
    "Senso Cloud",
    "SentinelOne",
    "Smoothwall",
    "SonicWall",
    "Sophos",
    "Surf Protect",
    "SurfProtect",
    "TRUSTnet",
    "Trend Micro",
    "Veeam",
    "Visigo",
    "WatchGuard",
    "WebScreen",
    "Webroot",
    "Windows Defender",
    "Windows Server",
    "ZScaler",
];
const MACHINES: [&str; 8] = [
    "server", "servers", "router", "routers", "firewall", "switches", "backup", "backups",
];

pub(super) fn detail(sentence: &Sentence<'_>, site: &Site) -> Option<(Detail, Range<usize>)> {
    product(sentence, site)
        .map(|at| (Detail::Product, at))
        .or_else(|| Some((Detail::Machine, machine(sentence)?)))
}

fn product(sentence: &Sentence<'_>, site: &Site) -> Option<Range<usize>> {
    let text = sentence.passage.text();
    let span = sentence.words.span(sentence.range.clone());
    let sentences = &text[span];
    if !PRODUCTS.iter().any(|name| sentences.contains(name)) {
        return version(sentence);
    }
    let is_at = |at: usize| {
        PRODUCTS.iter().find_map(|name| {
            let parts: Vec<&str> = name.split(' ').collect();
            let here = |(n, part): (usize, &&str)| {
                sentence.range.contains(&(at + n)) && sentence.words.said(at + n) == *part
            };
            let is_here = parts.iter().enumerate().all(here);
            is_here.then_some((*name, at..at + parts.len()))
        })
    };
    let (name, at) = sentence.range.clone().find_map(is_at)?;
    // What is in the register is told by `system-named`, or for everybody.
    let mut systems = site.handbook.systems.iter();
    let in_register = systems.any(|system| {
        let names = std::iter::once(&system.name).chain(&system.aliases);
        names.into_iter().any(|other| other.value.contains(name))
    });
    let is_theirs = sentence.is_advice() || sentence.has(&["you", "your", "families"]);
    let is_ours = sentence.has(&["our", "we", "school's", "staff"]);
    (!in_register && (is_ours || !is_theirs)).then_some(at)
}

/// “Our laptops run Windows 7”
fn version(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let at = sentence.phrase(&[
        "windows 7",
        "windows 8",
        "windows 10",
        "windows 11",
        "windows xp",
        "windows vista",
        "windows server",
    ])?;
    let is_ours = sentence.has(&[
        "our",
        "we",
        "school",
        "school's",
        "staff",
        "classroom",
        "office",
    ]);
    (is_ours && !sentence.is_advice()).then_some(at)
}

/// Where a machine stands, how it is reached, or what its address is.
fn machine(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    if let Some(at) = address(sentence) {
        return Some(at);
    }
    let (at, _) = sentence.plain().find(|(_, word)| MACHINES.contains(word))?;
    let place = sentence.phrase(&[
        "is in the",
        "are in the",
        "stands in",
        "stand in",
        "is kept in",
        "are kept in",
        "is under",
        "is behind",
        "are stored in",
        "is stored in",
        "sits in",
        "is locked in",
        "are kept on",
        "is next to",
        "are locked in",
        "are made to",
    ])?;
    let is_ours = !sentence.is_advice() && !sentence.has(&["your", "you"]);
    (place.start > at && place.start - at < 4 && is_ours).then(|| sentence.range(at, place.end))
}

/// `192.168.1.1`, `10.0.0.1`
fn address(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let is_part = |at: usize| sentence.word(at).parse::<u8>().is_ok();
    sentence.range.clone().find_map(|at| {
        let is_four =
            (at..at + 4).all(is_part) && (at..at + 3).all(|at| sentence.between(at) == ".");
        let is_inner = matches!(
            (sentence.word(at), sentence.word(at + 1)),
            ("192", "168") | ("10" | "172", _)
        );
        (is_four && is_inner).then_some(at..at + 4)
    })
}
