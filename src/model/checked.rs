//! Facts that somebody has to look at again: when that was last done, and
//! whether it is too long ago.
//!
//! The rules ask here what to warn of, and the review desk what to list, so
//! that the two cannot disagree.

use jiff::ToSpan;

use crate::date::PartialDate;
use crate::model::{
    Accessibility, Consent, Guidance, Helpline, Holder, Image, Role, RoleKind, Site, Tested,
};

/// How many months a number or an address is good for (domain.md a4: suggest
/// 6).
const MONTHS: i64 = 6;

/// How many months a consent is good for: it is asked for again each year.
const CONSENT_MONTHS: i64 = 12;

/// How many months a statement is good for, and a test that it tells of: pages
/// are reviewed each year.
const STATEMENT_MONTHS: i64 = 12;

/// When somebody last looked at a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Lately enough.
    Lately,
    /// Then, which is too long ago.
    Long(PartialDate),
    /// Nobody has written it down.
    Never,
}

impl Checked {
    /// Whether it has to be looked at again.
    pub fn is_due(self) -> bool {
        self != Checked::Lately
    }
}

impl Site {
    /// When the facts about a helpline were checked.
    pub fn helpline_checked(&self, line: &Helpline) -> Checked {
        self.checked(Some(line.verified.value), MONTHS)
    }

    /// When somebody last went through the register of laws and guidance.
    pub fn register_checked(&self) -> Checked {
        match &self.handbook.guidance_verified {
            Some(on) => self.checked(Some(on.value), MONTHS),
            None => Checked::Lately,
        }
    }

    /// When an entry of the register was checked; lately, where it has no day
    /// but that of the register.
    pub fn guidance_checked(&self, law: &Guidance) -> Checked {
        let whole = self.handbook.guidance_verified.as_ref();
        if whole.is_some_and(|whole| whole.span == law.verified.span) {
            return Checked::Lately;
        }
        self.checked(Some(law.verified.value), MONTHS)
    }

    /// When it was checked how to reach a role; lately, where nobody has to:
    /// the school knows its own telephones.
    pub fn contact_checked(&self, role: &Role) -> Checked {
        if role.kind != RoleKind::Outside || role.channels.is_empty() {
            return Checked::Lately;
        }
        self.checked(role.verified.as_ref().map(|day| day.value), MONTHS)
    }

    /// When the consent for a picture was checked; lately, where it needs none.
    pub fn consent_checked(&self, image: &Image) -> Checked {
        match &image.consent {
            Consent::Kept { .. } => self.checked(image.checked, CONSENT_MONTHS),
            Consent::NotStated | Consent::NotNeeded => Checked::Lately,
        }
    }

    /// When somebody last went through what the accessibility statement says.
    pub fn statement_checked(&self, statement: &Accessibility) -> Checked {
        self.checked(Some(statement.checked.value), STATEMENT_MONTHS)
    }

    /// Whether a test that a person made is too old to say much: pages change.
    pub fn test_aged(&self, test: &Tested) -> Checked {
        self.checked(Some(test.on.value), STATEMENT_MONTHS)
    }

    /// Whether somebody in post leaves before long, and nobody follows yet.
    pub fn leaves_a_gap(&self, role: &Role, holder: &Holder) -> bool {
        let window = self.due_soon_until();
        let Some(until) = &holder.until else {
            return false;
        };
        let last = until.value.last_day();
        let follows = role.holders.iter().any(|other| {
            let begins = other.from.map(PartialDate::first_day);
            let ends = other.until.as_ref().map(|until| until.value.last_day());
            ends.is_none_or(|end| end > last) && begins.is_none_or(|begin| begin <= window)
        });
        holder.is_in_post(self.today) && last <= window && !follows
    }

    fn checked(&self, on: Option<PartialDate>, months: i64) -> Checked {
        match on {
            None => Checked::Never,
            Some(on) if on.last_day().saturating_add(months.months()) < self.today => {
                Checked::Long(on)
            }
            Some(_) => Checked::Lately,
        }
    }
}
