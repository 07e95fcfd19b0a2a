//! The calendar, worked out by walking it day by day.
//!
//! In: the same as the room. Out: what it should say. It shares no arithmetic
//! with it: months are counted on a list of their lengths, and terms are found
//! by looking at each day in turn.

use jiff::civil::Date;

use crate::date::{Half, Term};

/// The day after.
pub(super) fn tomorrow((y, m, d): (i32, i32, i32)) -> (i32, i32, i32) {
    match (d < length(y, m), m < 12) {
        (true, _) => (y, m, d + 1),
        (false, true) => (y, m + 1, 1),
        (false, false) => (y + 1, 1, 1),
    }
}

/// How many days a month has.
fn length(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A day as three numbers.
pub(super) fn parts(date: Date) -> (i32, i32, i32) {
    (date.year().into(), date.month().into(), date.day().into())
}

/// So many days later, one by one.
pub(super) fn days_after(date: Date, days: u32) -> (i32, i32, i32) {
    (0..days).fold(parts(date), |day, _| tomorrow(day))
}

/// So many months later: day by day to the first of each month, then on to the
/// same day, or to the last that there is.
pub(super) fn months_after(date: Date, months: u32) -> (i32, i32, i32) {
    let wanted = parts(date).2;
    let mut day = parts(date);
    for _ in 0..months {
        day = tomorrow(day);
        while day.2 != 1 {
            day = tomorrow(day);
        }
    }
    // In a month count of nothing the day stays.
    if months == 0 {
        return day;
    }
    while day.2 < wanted && tomorrow(day).2 != 1 {
        day = tomorrow(day);
    }
    day
}

/// How many days one has to walk from the earlier of two days to the later.
pub(super) fn distance(early: Date, late: Date) -> i32 {
    let mut day = parts(early);
    let mut steps = 0;
    while day != parts(late) {
        day = tomorrow(day);
        steps += 1;
    }
    steps
}

/// What a day is at school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtSchool {
    /// The n-th term of all there are, and its half.
    In(usize, Half),
    Holiday,
}

/// What each day is from the first term's first day on, up to the day before
/// `until`.
pub(super) fn diary(terms: &[Term], until: Date) -> Vec<(Date, AtSchool)> {
    let mut diary = Vec::new();
    let mut day = terms[0].starts;
    while day < until {
        let at = terms
            .iter()
            .position(|term| term.starts <= day && day <= term.ends);
        let what = at.map_or(AtSchool::Holiday, |at| {
            let term = &terms[at];
            let half_term = term.half_term.expect("each has its half-term here");
            let resumes = term.resumes.expect("and says when it is over");
            if day <= half_term {
                AtSchool::In(at, Half::First)
            } else if day >= resumes {
                AtSchool::In(at, Half::Second)
            } else {
                AtSchool::Holiday
            }
        });
        diary.push((day, what));
        day = day.tomorrow().expect("long before the calendar ends");
    }
    diary
}

/// The last day of the n-th stretch of school after the one that holds `from`,
/// or ended just before it. `same` says whether two days are in one stretch.
pub(super) fn nth_after(
    diary: &[(Date, AtSchool)],
    from: Date,
    n: u16,
    same: fn(AtSchool, AtSchool) -> bool,
) -> Option<Date> {
    let mut here = diary.iter().position(|(day, _)| *day == from)?;
    while diary[here].1 == AtSchool::Holiday {
        here = here.checked_sub(1)?;
    }
    let mut stretch = diary[here].1;
    let mut last = None;
    let mut seen = 0;
    for (day, what) in &diary[here..] {
        if *what == AtSchool::Holiday {
            continue;
        }
        if !same(*what, stretch) {
            stretch = *what;
            seen += 1;
        }
        if seen == n {
            last = Some(*day);
        }
        if seen > n {
            return last;
        }
    }
    // The walk ended before anything came after it.
    last
}
