//! Reviews, duties and approvals as their files have them.

use proptest::sample::Index;

use super::{Approval, ChildrenSchedule, Duty, Inside, ParentsSchedule, Review, StaffSchedule};
use crate::generated::Files;
use crate::generated::people::Reach;
use crate::generated::words::{NOBODY, Voice, mixed, quoted};

/// A role that nobody but staff know of, in every site.
const BOARD: &str = "qz-board";

/// A page that can be under review.
struct Page {
    path: String,
    voice: Voice,
    policy: bool,
}

/// The pages that were written, whom each is for.
fn pages(files: &Files) -> Vec<Page> {
    let paths = files.0.keys().filter_map(|path| {
        let path = path.strip_prefix("content/")?.strip_suffix(".md")?;
        let name = path.rsplit('/').next()?;
        let voice = match name {
            name if name.starts_with(NOBODY) => return None,
            "index" => Voice::Staff,
            name if name.starts_with(Voice::Staff.mark()) => Voice::Staff,
            name if name.starts_with(Voice::Parents.mark()) => Voice::Parents,
            _ => Voice::Children,
        };
        Some(Page {
            path: path.to_owned(),
            voice,
            policy: path.starts_with("policies/"),
        })
    });
    paths.collect()
}

/// Writes `schedule.toml` and `approvals.toml`, once all pages are there.
pub(crate) fn write(
    children: &ChildrenSchedule,
    parents: &ParentsSchedule,
    staff: &StaffSchedule,
    roles: &Reach,
    files: &mut Files,
) {
    let pages = pages(files);
    let of = |voice: Voice| pages.iter().filter(move |page| page.voice == voice);
    let mut inside = staff.inside.iter().cycle();
    let mut write = |page: &Page, review: &Review| {
        Written {
            page,
            review,
            inside: inside.next(),
            roles,
            other: parents.1,
        }
        .text()
    };
    let public = of(Voice::Children)
        .zip(&children.0)
        .chain(of(Voice::Parents).zip(&parents.0));
    let public: Vec<(String, String)> = public.map(|(page, review)| write(page, review)).collect();
    let own = of(Voice::Staff).zip(&staff.own);
    let own: Vec<(Index, (String, String))> = own
        .map(|(page, (at, review))| (*at, write(page, review)))
        .collect();
    let (title, rule) = staff.class.clone().unwrap_or_default();
    let mut schedule = staff
        .due_soon
        .map(|window| format!("due_soon = \"{window}\"\n"))
        .unwrap_or_default();
    schedule += &format!(
        "[[class]]\nid = \"yearly\"\ntitle = {}\nevery = \"1 year\"\nrule = {}\n",
        quoted(&format!("Class {title}")),
        quoted(&format!("Rule {rule}"))
    );
    let reviews = public.iter().map(|(review, _)| review.clone()).collect();
    let of_staff = own.iter().map(|(at, (review, _))| (*at, review.clone()));
    schedule += &mixed(reviews, of_staff).concat();
    for (n, duty) in staff.duties.iter().enumerate() {
        schedule += &duty_written(duty, n, roles);
    }
    files.put("content/schedule.toml", schedule);
    let approvals = public.into_iter().map(|(_, approvals)| approvals).collect();
    let of_staff = own.into_iter().map(|(at, (_, approvals))| (at, approvals));
    files.put(
        "content/approvals.toml",
        mixed(approvals, of_staff).concat(),
    );
    let people = files.0.get_mut("content/people.toml").expect("people");
    *people += &format!(
        "\n[[role]]\nid = \"{BOARD}\"\ntitle = \"Qzboard\"\nkind = \"body\"\nfor = [\"staff\"]\n"
    );
}

fn duty_written(duty: &Duty, number: usize, roles: &Reach) -> String {
    let mut text = format!(
        "\n[[duty]]\nid = \"qz-duty-{number}\"\ntitle = {}\nowner = {}\nevery = \"{}\"\n",
        quoted(&duty.title),
        quoted(duty.owner.get::<&str>(&roles.of(Voice::Staff))),
        duty.every
    );
    if let Some(last) = duty.last {
        text += &format!("last = {last}\n");
    }
    if let Some(evidence) = &duty.evidence {
        text += &format!("evidence = {}\n", quoted(evidence));
    }
    text
}

/// A review that is about to be written.
struct Written<'a> {
    page: &'a Page,
    review: &'a Review,
    inside: Option<&'a Inside>,
    roles: &'a Reach,
    /// Whom children do not know.
    other: Index,
}

impl Written<'_> {
    /// A role that the readers of the page know, or one that they do not.
    fn role(&self, at: Index, known: bool) -> String {
        let roles = match (self.page.voice, known) {
            (Voice::Staff | Voice::Parents, false) => return BOARD.to_owned(),
            (Voice::Children, false) => return self.other.get(&self.roles.parents).clone(),
            (voice, true) => self.roles.of(voice),
        };
        (*at.get(&roles)).to_owned()
    }

    /// The entry of the schedule, and those of the ledger.
    fn text(&self) -> (String, String) {
        let Review {
            last,
            next,
            every,
            class,
            approver,
            approvals: _,
        } = self.review;
        let owner = match self.inside {
            Some(inside) => *inside.owner.get(&self.roles.of(Voice::Staff)),
            None => BOARD,
        };
        let mut text = format!(
            "\n[[review]]\npage = \"{}\"\nowner = \"{owner}\"\nevery = \"{every}\"\n",
            self.page.path
        );
        for (key, day) in [("last", last), ("next", next)] {
            text += &day
                .map(|day| format!("{key} = {day}\n"))
                .unwrap_or_default();
        }
        if *class {
            text += "class = \"yearly\"\n";
        }
        if let Some((at, known)) = approver {
            text += &format!("approver = \"{}\"\n", self.role(*at, *known));
        }
        if let Some(inside) = self.inside {
            let triggers: Vec<String> = inside.triggers.iter().map(|it| quoted(it)).collect();
            text += &format!("triggers = [{}]\n", triggers.join(", "));
            let events = inside.events.iter();
            let events: Vec<String> = events
                .map(|(what, day)| format!("{{ on = 2026-11-{day:02}, what = {} }}", quoted(what)))
                .collect();
            text += &format!("events = [{}]\n", events.join(", "));
        }
        (text, self.ledger())
    }

    fn ledger(&self) -> String {
        let mut text = String::new();
        for approval in &self.review.approvals {
            text += &self.approval(approval, None);
        }
        // A small change of staff's text leaves the others as they were.
        let newest = self.review.approvals.iter().max_by_key(|it| it.on);
        let minor = self.inside.and_then(|inside| inside.minor.as_ref());
        if let (Some(newest), Some(reason)) = (newest, minor) {
            text += &self.approval(newest, Some(reason));
        }
        text
    }

    fn approval(&self, approval: &Approval, minor: Option<&String>) -> String {
        let evidence = self.inside.map_or("None", |inside| &inside.evidence);
        let mut text = format!(
            "\n[[approval]]\npage = \"{}\"\non = {}\nby = \"{}\"\nevidence = {}\n",
            self.page.path,
            approval.on,
            self.role(approval.by, approval.known),
            quoted(evidence)
        );
        if let Some(reason) = minor {
            text += &format!("minor = {}\n", quoted(reason));
        }
        let of_staff = self.inside.is_some_and(|inside| inside.same);
        // What a small change of staff's text was made to.
        let changed = self.inside.and_then(|inside| inside.minor.as_ref());
        let before = changed.is_some() && minor.is_none();
        let views = match (self.page.voice, self.page.policy) {
            (Voice::Children, _) => vec![("children", approval.same)],
            (Voice::Parents, false) => vec![("parents", approval.same)],
            (Voice::Parents, true) => vec![("parents", approval.same), ("staff", of_staff)],
            (Voice::Staff, _) => vec![("staff", of_staff)],
        };
        let views: Vec<String> = views
            .into_iter()
            .map(|(view, same)| {
                let digest = if before && view == "staff" {
                    "v1:sha256:01".to_owned()
                } else if same {
                    format!("same:{}:{view}", self.page.path)
                } else {
                    "v1:sha256:00".to_owned()
                };
                format!("{view} = \"{digest}\"")
            })
            .collect();
        text += &format!("digests = {{ {} }}\n", views.join(", "));
        if let Some(inside) = self.inside {
            text += &format!(
                "sections = {{ staff = [{}] }}\n",
                quoted(&format!("00 {}", inside.section))
            );
        }
        text
    }
}
