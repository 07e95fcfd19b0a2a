//! The register of laws and guidance.
//!
//! In: what `guidance.toml` says. Out: laws and guidance, each with editions
//! of which one at most is in force on any day, and names that have changed.
//! Must never let one name stand for two texts.

use std::collections::BTreeMap;

use super::sink::{Ids, Sink};
use super::spanned;
use crate::date::PartialDate;
use crate::diagnostic::Diagnostics;
use crate::load::Record;
use crate::load::raw::{
    At, RawEdition, RawGuidance, RawGuidanceKind, RawGuidanceRegister, RawRenamed,
};
use crate::model::{Edition, Guidance, GuidanceKind, Handbook, Renamed};
use crate::source::Spanned;

/// A register has no more entries of a kind than this, and a text no more
/// editions.
const MOST: usize = 1_000;
const MOST_EDITIONS: usize = 100;

/// The register, put into a handbook.
pub(super) fn guidance(
    record: Option<Record<RawGuidanceRegister>>,
    handbook: &mut Handbook,
    diagnostics: &mut Diagnostics,
) {
    let Some(Record { file, value: raw }) = record else {
        return;
    };
    let RawGuidanceRegister {
        verified,
        guidance,
        renamed,
    } = raw;
    let mut register = Register {
        sink: Sink::of(&file, diagnostics),
        taken: Ids::new(),
        names: BTreeMap::new(),
        old_names: BTreeMap::new(),
        verified: spanned(verified),
    };
    register
        .sink
        .no_more_than(MOST, "laws and guidance", &guidance);
    register.sink.no_more_than(MOST, "new names", &renamed);
    for guidance in guidance.into_iter().take(MOST) {
        let guidance = register.guidance(guidance.into_inner());
        handbook.guidance.push(guidance);
    }
    for renamed in renamed.into_iter().take(MOST) {
        let renamed = register.renamed(renamed.into_inner());
        handbook.renamed.push(renamed);
    }
    handbook.guidance_verified = Some(register.verified);
}

/// The register while it is read.
struct Register<'a> {
    sink: Sink<'a>,
    taken: Ids,
    /// Titles and aliases so far, each with its line.
    names: BTreeMap<String, usize>,
    /// Names that something had, each with its line.
    old_names: BTreeMap<String, usize>,
    verified: Spanned<PartialDate>,
}

impl Register<'_> {
    fn guidance(&mut self, raw: RawGuidance) -> Guidance {
        let RawGuidance {
            id,
            title,
            aliases,
            kind,
            publisher,
            web,
            summary,
            editions,
            source,
            verified,
        } = raw;
        let id = spanned(id);
        self.sink.id(&id, "guidance", &mut self.taken);
        let title = spanned(title);
        let aliases: Vec<Spanned<String>> = aliases.into_iter().map(spanned).collect();
        for name in std::iter::once(&title).chain(&aliases) {
            self.name(name);
        }
        if !editions.is_empty() && ends_in_a_year(&title.value) {
            self.sink.value(
                &title,
                "This title has a year, and the name of the edition in force is printed behind it.",
                "Take the year out of the title: it belongs to one of the “editions”.",
            );
        }
        let web = web.map(spanned);
        if let Some(web) = &web {
            self.sink.web_address(web);
        }
        Guidance {
            id,
            title,
            aliases,
            kind: match kind.into_inner() {
                RawGuidanceKind::Law => GuidanceKind::Law,
                RawGuidanceKind::Statutory => GuidanceKind::Statutory,
                RawGuidanceKind::Advice => GuidanceKind::Advice,
            },
            publisher: spanned(publisher),
            web,
            summary: summary.map(spanned),
            editions: self.editions(editions),
            source: spanned(source),
            verified: verified.map_or_else(|| self.verified.clone(), spanned),
        }
    }

    /// A title or an alias, which stands for one text alone.
    fn name(&mut self, name: &Spanned<String>) {
        if !self.sink.phrase(name) {
            return;
        }
        let line = self.sink.file.line_column(name.span.start).0;
        let first = *self.names.entry(folded(&name.value)).or_insert(line);
        if first != line {
            self.sink.value(
                name,
                format!("“{}” stands on line {first} already, so a page that cites it could mean either.", name.value),
                "Take it out of one of the two.",
            );
        }
    }

    /// Editions, of which one at most is in force on any day.
    fn editions(&mut self, raw: Vec<At<RawEdition>>) -> Vec<Edition> {
        self.sink.no_more_than(MOST_EDITIONS, "editions", &raw);
        let mut editions: Vec<Edition> = Vec::with_capacity(raw.len());
        for edition in raw.into_iter().take(MOST_EDITIONS) {
            let RawEdition { name, in_force } = edition.into_inner();
            let (name, in_force) = (spanned(name), spanned(in_force));
            let is_named = self.sink.phrase(&name);
            let alike = |other: &&Edition| folded(&other.name.value) == folded(&name.value);
            if is_named && editions.iter().any(|other| alike(&other)) {
                self.sink.value(
                    &name,
                    format!("There is an edition “{}” already.", name.value),
                    "Give each edition a name of its own, such as the year it came out.",
                );
            }
            if let Some(before) = editions.last() {
                self.follows(before, &in_force);
            }
            editions.push(Edition { name, in_force });
        }
        editions
    }

    /// An edition comes into force after the one that is written before it.
    fn follows(&mut self, before: &Edition, in_force: &Spanned<PartialDate>) {
        if self.sink.is_mended(&before.in_force.span) {
            return;
        }
        let (first, second) = (
            before.in_force.value.first_day(),
            in_force.value.first_day(),
        );
        let other = &before.name.value;
        if first == second {
            self.sink.value(
                in_force,
                format!("The edition “{other}” came into force on this day too, so nobody could tell which of the two holds."),
                "Write the day on which this edition took the place of the other.",
            );
        } else if first > second {
            self.sink.value(
                in_force,
                format!(
                    "This edition stands below “{other}”, but came into force before it, on {}.",
                    in_force.value.in_words()
                ),
                "Write the editions in the order in which they came into force, the oldest first.",
            );
        }
    }

    fn renamed(&mut self, raw: RawRenamed) -> Renamed {
        let RawRenamed {
            was,
            now,
            since,
            source,
        } = raw;
        let now = spanned(now);
        self.sink.phrase(&now);
        let list = Spanned::new((), was.span());
        let was: Vec<Spanned<String>> = was.into_inner().into_iter().map(spanned).collect();
        if was.is_empty() {
            self.sink.value(
                &list,
                format!("This does not say what “{}” was called.", now.value),
                "Write the old names in “was”, in quotes between square brackets.",
            );
        }
        for name in &was {
            self.old_name(name, &now);
        }
        Renamed {
            was,
            now,
            since: since.map(At::into_inner),
            source: spanned(source),
        }
    }

    fn old_name(&mut self, name: &Spanned<String>, now: &Spanned<String>) {
        if !self.sink.phrase(name) {
            return;
        }
        if name.value.trim() == now.value.trim() {
            self.sink.value(
                name,
                format!("“{}” is both the old name and the new one.", name.value),
                "Write the old name in “was”, and the new one in “now”.",
            );
            return;
        }
        let line = self.sink.file.line_column(name.span.start).0;
        let key = name.value.trim().to_owned();
        let first = *self.old_names.entry(key).or_insert(line);
        if first != line {
            self.sink.value(
                name,
                format!("“{}” stands on line {first} already.", name.value),
                "Take it out of one of the two.",
            );
        }
    }
}

/// A name as it is told from others: whatever its capitals, its spaces and its
/// apostrophes are.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").replace('’', "'").to_lowercase()
}

fn ends_in_a_year(title: &str) -> bool {
    let last = title.split_whitespace().next_back().unwrap_or_default();
    last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit())
}
