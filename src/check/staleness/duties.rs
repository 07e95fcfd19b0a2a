//! Rules about recurring duties.

use super::schedule::{UNKNOWN_TERM, VAGUE_INTERVAL, of_term, vague};
use crate::agenda::{State, when};
use crate::date::PartialDate;
use crate::diagnostic::{Diagnostics, Rule, Severity, explained};
use crate::model::{RecurringDuty, Site};
use crate::source::Place;

/// A duty was not done in time.
static DUTY_OVERDUE: Rule = Rule {
    name: "duty-overdue",
    severity: Severity::Warning,
    summary: "Every duty is done by the day on which it is due.",
    explanation: explained!("duty-overdue"),
};
/// Nothing says by when a duty is to be done.
static DUTY_UNSCHEDULED: Rule = Rule {
    name: "duty-unscheduled",
    severity: Severity::Warning,
    summary: "Every duty says when it was last done, so that a day follows.",
    explanation: explained!("duty-unscheduled"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&DUTY_OVERDUE, &DUTY_UNSCHEDULED];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.schedule else {
        return;
    };
    // Where something of it is wrong, that was said.
    if !site.read_whole(file.path()) {
        return;
    }
    for duty in &site.schedule.duties {
        let place = Place::at(file, duty.id.span.clone());
        if let Some((at, message, help)) = vague(&duty.every) {
            let place = Place::at(file, at..at + 1);
            diagnostics.report(&VAGUE_INTERVAL, place, message, help);
            continue;
        }
        let (due, states) = site.duty_standing(duty);
        for term in &due.unknown {
            let (message, help) = of_term(*term);
            diagnostics.report(&UNKNOWN_TERM, place.clone(), message, help);
        }
        if states.contains(&State::Overdue) {
            let (Some(date), Some(left)) = (due.date, due.days_left(site.today)) else {
                continue;
            };
            let message = format!(
                "“{}” was due on {}, {} ({}).",
                duty.title,
                PartialDate::Day(date).in_words(),
                when(left),
                due.because
            );
            diagnostics.report(&DUTY_OVERDUE, place, message, next_step(site, duty));
        } else if states.contains(&State::Unscheduled) && due.unknown.is_empty() {
            let message = format!(
                "It cannot be told when “{}” is to be done: {}.",
                duty.title, due.because
            );
            let help = format!(
                "Add when it was last done, as in last = {}, or when it is to be done next, as in next = {}.",
                site.today, site.today
            );
            diagnostics.report(&DUTY_UNSCHEDULED, place, message, help);
        }
    }
}

fn next_step(site: &Site, duty: &RecurringDuty) -> String {
    let who = duty.owner.map_or_else(
        || "Somebody".to_owned(),
        |role| format!("The {}", site.role(role).title.value),
    );
    format!(
        "{who} sees to it. When it is done, write last = {} and, in evidence, where that can be seen.",
        site.today
    )
}
