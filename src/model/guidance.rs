//! Laws and guidance that policies cite, and names that have changed.

use jiff::civil::Date;

use crate::date::PartialDate;
use crate::model::Site;
use crate::source::Spanned;

/// A law or a guidance that exists. Made by `assemble` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GuidanceId(usize);

impl GuidanceId {
    pub(super) fn new(index: usize) -> GuidanceId {
        GuidanceId(index)
    }
}

/// A law, or a text that tells schools what to do.
#[derive(Debug, Clone)]
pub struct Guidance {
    /// What references call it.
    pub id: Spanned<String>,
    /// Its title, without a year.
    pub title: Spanned<String>,
    /// Other titles that it is cited by.
    pub aliases: Vec<Spanned<String>>,
    /// How much it binds a school.
    pub kind: GuidanceKind,
    /// Who publishes it.
    pub publisher: Spanned<String>,
    /// Where it can be read.
    pub web: Option<Spanned<String>>,
    /// What it is about.
    pub summary: Option<Spanned<String>>,
    /// Its editions, the oldest first; none where there is only one.
    pub editions: Vec<Edition>,
    /// Where these facts were read.
    pub source: Spanned<String>,
    /// The day on which they were.
    pub verified: Spanned<PartialDate>,
}

/// How much a text binds a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuidanceKind {
    /// An Act or regulations.
    Law,
    /// Guidance that schools must have regard to.
    Statutory,
    /// Advice.
    Advice,
}

/// An edition of a text.
#[derive(Debug, Clone)]
pub struct Edition {
    /// What tells it from the others.
    pub name: Spanned<String>,
    /// From when it has been in force.
    pub in_force: Spanned<PartialDate>,
}

/// A body or a service that has another name now.
#[derive(Debug, Clone)]
pub struct Renamed {
    /// Names that it had.
    pub was: Vec<Spanned<String>>,
    /// Its name now, or what took its place.
    pub now: Spanned<String>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Where this was read.
    pub source: Spanned<String>,
}

impl Edition {
    /// Whether it has come into force by a day, whatever came after it.
    pub fn has_begun(&self, today: Date) -> bool {
        self.in_force.value.first_day() <= today
    }
}

impl Guidance {
    /// The edition that is in force on a day: the last that has begun. None
    /// where none is known, or before the first.
    pub fn in_force(&self, today: Date) -> Option<&Edition> {
        let begun = self
            .editions
            .iter()
            .filter(|edition| edition.has_begun(today));
        begun.max_by_key(|edition| edition.in_force.value.first_day())
    }

    /// Editions that were in force before the one that is.
    pub fn superseded(&self, today: Date) -> impl Iterator<Item = &Edition> {
        let current = self.in_force(today);
        let since = current.map(|current| current.in_force.value.first_day());
        self.editions
            .iter()
            .filter(move |edition| Some(edition.in_force.value.first_day()) < since)
    }

    /// The title, with the edition that is in force on a day.
    pub fn cited(&self, today: Date) -> String {
        match self.in_force(today) {
            Some(edition) => format!("{} {}", self.title.value, edition.name.value),
            None => self.title.value.clone(),
        }
    }
}

impl Site {
    /// The law or guidance with this id.
    pub fn guidance(&self, id: GuidanceId) -> &Guidance {
        &self.handbook.guidance[id.0]
    }

    /// The law or guidance that pages call `name`.
    pub fn find_guidance(&self, name: &str) -> Option<GuidanceId> {
        let mut known = self.handbook.guidance.iter();
        known
            .position(|guidance| guidance.id.value == name)
            .map(GuidanceId)
    }

    /// All laws and guidance, in the order of `guidance.toml`.
    pub fn guidance_ids(&self) -> impl Iterator<Item = GuidanceId> + use<> {
        (0..self.handbook.guidance.len()).map(GuidanceId::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guidance(editions: &[(&str, &str)]) -> Guidance {
        let text = |text: &str| Spanned::new(text.to_owned(), 0..0);
        let day = |text: &str| Spanned::new(PartialDate::parse(text).expect("a date"), 0..0);
        let edition = |(name, in_force): &(&str, &str)| Edition {
            name: text(name),
            in_force: day(in_force),
        };
        Guidance {
            id: text("kcsie"),
            title: text("Keeping children safe"),
            aliases: Vec::new(),
            kind: GuidanceKind::Statutory,
            publisher: text("DfE"),
            web: None,
            summary: None,
            editions: editions.iter().map(edition).collect(),
            source: text("GOV.UK"),
            verified: day("2026-11-02"),
        }
    }

    #[test]
    fn the_edition_in_force_is_the_last_that_has_begun() {
        let kcsie = guidance(&[("2025", "2025-09-01"), ("2026", "2026-09-01")]);
        let cited = |day: &str| kcsie.cited(day.parse().expect("a day"));
        assert_eq!(cited("2025-08-31"), "Keeping children safe");
        assert_eq!(cited("2025-09-01"), "Keeping children safe 2025");
        assert_eq!(cited("2026-08-31"), "Keeping children safe 2025");
        assert_eq!(cited("2026-09-01"), "Keeping children safe 2026");
        let old = |day: &str| kcsie.superseded(day.parse().expect("a day")).count();
        assert_eq!(
            (old("2025-01-01"), old("2026-01-01"), old("2027-01-01")),
            (0, 0, 1)
        );
        assert_eq!(
            guidance(&[]).cited("2026-01-01".parse().expect("a day")),
            "Keeping children safe"
        );
    }
}
