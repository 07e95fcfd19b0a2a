//! Pages as files: where each stands, and its front matter.

use proptest::sample::Index;

use super::body::{Body, with_inserts};
use super::{ChildrenPages, Insert, Page, ParentsPages, StaffPages};
use crate::generated::Files;
use crate::generated::blocks::{Pen, draft};
use crate::generated::people::Known;
use crate::generated::records::folder;
use crate::generated::words::{Voice, quoted};

/// A page that is about to be written.
struct Plan<'p> {
    page: &'p Page,
    /// Under `content/`, without `.md`.
    path: String,
    voice: Voice,
    policy: bool,
}

fn plans(pages: &[Page], voice: Voice, policy: bool) -> impl Iterator<Item = Plan<'_>> {
    let folder = if policy { "policies" } else { folder(voice) };
    pages.iter().enumerate().map(move |(n, page)| {
        let name = voice.name("page", n);
        // Staff's pages stand in everybody's sub-folders too.
        let path = match page.nested {
            None => format!("{folder}/{name}"),
            Some(true) => format!("{folder}/shared/{name}"),
            Some(false) => format!("{folder}/{}/{name}", voice.name("more", 0)),
        };
        Plan {
            page,
            path,
            voice,
            policy,
        }
    })
}

/// Writes all pages.
pub(crate) fn write(
    children: &ChildrenPages,
    parents: &ParentsPages,
    staff: &StaffPages,
    mut known: Known,
    files: &mut Files,
) {
    let mut all: Vec<Plan<'_>> = plans(&children.0, Voice::Children, false).collect();
    all.extend(plans(&parents.guides, Voice::Parents, false));
    all.extend(plans(&parents.policies, Voice::Parents, true));
    all.extend(plans(&staff.own, Voice::Staff, false));
    all.extend(plans(&staff.policies, Voice::Staff, true));
    all.extend(staff.index.iter().map(|page| Plan {
        page,
        path: "policies/shared/index".to_owned(),
        voice: Voice::Staff,
        policy: true,
    }));
    for plan in &all {
        let (links, policies) = match plan.voice {
            Voice::Children => (&mut known.links.children, &mut known.policies.children),
            Voice::Parents => (&mut known.links.parents, &mut known.policies.parents),
            Voice::Staff => (&mut known.links.staff, &mut known.policies.staff),
        };
        links.push(format!("{}.md", plan.path));
        let policy = plan.path.strip_prefix("policies/");
        if let Some(policy) = policy.filter(|policy| !policy.ends_with("index")) {
            policies.push(policy.to_owned());
        }
    }
    let mut inserts: Vec<Vec<(Index, &Insert)>> = vec![Vec::new(); parents.policies.len()];
    for (page, at, insert) in &staff.inserts {
        if !inserts.is_empty() {
            let page = page.index(inserts.len());
            inserts[page].push((*at, insert));
        }
    }
    let mut inserts = inserts.into_iter();
    for plan in &all {
        let own = match plan {
            Plan {
                voice: Voice::Parents,
                policy: true,
                ..
            } => inserts.next().unwrap_or_default(),
            _ => Vec::new(),
        };
        files.put(
            format!("content/{}.md", plan.path),
            plan.written(&own, &known),
        );
    }
    for (n, voice) in staff.drafts.iter().enumerate() {
        let folder = folder(*voice);
        files.put(
            format!("content/{folder}/{}.md", draft(&format!("page-{n}"))),
            format!(
                "+++\ntitle = {}\ndraft = true\n+++\n\n{}\n",
                quoted(&draft("title")),
                draft("text")
            ),
        );
    }
}

impl Plan<'_> {
    fn written(&self, inserts: &[(Index, &Insert)], known: &Known) -> String {
        let mut text = self.front(known);
        let mut body = Body {
            pen: Pen::new(self.voice, &self.path, known),
            slots: Vec::new(),
            policy: self.policy && self.voice != Voice::Staff,
            text: String::new(),
        };
        body.page(self.page);
        let mut staff = Body {
            pen: Pen::new(Voice::Staff, &self.path, known),
            slots: Vec::new(),
            policy: false,
            text: String::new(),
        };
        text += &with_inserts(&body.text, &body.slots, inserts, &mut staff);
        text.truncate(text.trim_end().len());
        let end = if text.ends_with("+++") {
            "\n"
        } else {
            self.page.end
        };
        text + end
    }

    fn front(&self, known: &Known) -> String {
        let Page {
            title,
            summary,
            order,
            was,
            icon,
            ..
        } = self.page;
        let mut front = format!("+++\ntitle = {}\n", quoted(title));
        if self.policy {
            front += match self.voice {
                Voice::Staff => "audience = [\"staff\"]\n",
                Voice::Parents | Voice::Children => "audience = [\"parents\", \"staff\"]\n",
            };
        }
        if let Some(summary) = summary {
            front += &format!("summary = {}\n", quoted(summary));
        }
        if let Some(order) = order {
            front += &format!("order = {order}\n");
        }
        if self.voice == Voice::Children {
            front += "band = \"both\"\n";
            let icons = known.images.of(self.voice);
            if let (Some(icon), false) = (icon, icons.is_empty()) {
                front += &format!("icon = {}\n", quoted(icons[icon.index(icons.len())]));
            }
        }
        if *was {
            front += &format!("was = [{}]\n", quoted(&format!("{}-before", self.path)));
        }
        front + "+++\n\n"
    }
}
