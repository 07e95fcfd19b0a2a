//! How much a file can hold.
//!
//! In: what was read of it. Out: a problem for a file that no school has, and
//! whose pages could fill a computer: a duty that a thousand roles inherit is
//! printed a thousand times.

use std::collections::BTreeSet;

use super::sink::Sink;
use crate::model::{Role, RoleId};

/// The most roles of a school.
const MOST_ROLES: usize = 1_000;
/// The most duties of a role, with those that it inherits.
const MOST_DUTIES: usize = 200;

/// Judges the roles, once it is known from which each inherits.
pub(super) fn of_roles(roles: &[Role], sink: &mut Sink<'_>) {
    if let Some(first) = roles.get(MOST_ROLES) {
        sink.value(
            &first.id,
            format!("There are more than {MOST_ROLES} roles in this file."),
            "Take out those that no page needs.",
        );
        return;
    }
    if let Some(role) = roles.iter().find(|role| duties(roles, role) > MOST_DUTIES) {
        sink.value(
            &role.id,
            format!(
                "“{}” has more than {MOST_DUTIES} duties, with those that it inherits.",
                role.title.value
            ),
            "Say with fewer words what it is responsible for, or take roles out of “inherits”.",
        );
    }
}

/// How many duties a role has, with those that it inherits.
fn duties(roles: &[Role], role: &Role) -> usize {
    let mut duties = role.duties.len();
    let mut seen: BTreeSet<RoleId> = BTreeSet::new();
    let mut waiting: Vec<RoleId> = role.inherits.clone();
    while let Some(next) = waiting.pop() {
        if duties > MOST_DUTIES {
            break;
        }
        if seen.insert(next) {
            let role = &roles[next.index()];
            duties += role.duties.len();
            waiting.extend(&role.inherits);
        }
    }
    duties
}
