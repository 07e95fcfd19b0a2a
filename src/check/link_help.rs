//! What to write instead of a link that cannot be followed.
//!
//! In: a link, the page it is on, and who reads it there. Out: the link to
//! paste. Must never offer a link that its readers may not follow.

use super::records::for_staff;
use crate::audience::Audience;
use crate::diagnostic::{is_slip, suggestion};
use crate::markdown::{Link, LinkKind};
use crate::model::{Folder, Page, PageId, Site};

/// A link that is wrong for `reader`.
pub(super) struct Wrong<'a> {
    pub(super) site: &'a Site,
    pub(super) page: PageId,
    pub(super) link: &'a Link,
    /// The link as it stands in the file.
    pub(super) written: String,
    pub(super) reader: Audience,
}

/// What a link leads to that is no way to a file of the site.
enum Elsewhere {
    /// A whole address, and what such an address is for.
    Outside(String, &'static str),
    /// A file on a computer, by its name.
    OwnComputer(String),
}

/// The most pages or headings that are listed.
const LISTED: usize = 40;

/// The most headings of a page that a link is compared with.
const COMPARED: usize = 1_000;

impl Wrong<'_> {
    fn on(&self) -> &Page {
        self.site.page(self.page)
    }

    /// Whether it leads to a file that only one computer has.
    pub(super) fn is_on_a_computer(&self) -> bool {
        matches!(elsewhere(&self.link.dest), Some(Elsewhere::OwnComputer(_)))
    }

    /// The link to paste, if its readers may follow it.
    fn link_to(&self, dest: &str) -> Option<String> {
        let target = self
            .site
            .target(self.page, dest, LinkKind::Text, self.reader);
        target.ok().map(|_| self.leading_to(dest))
    }

    fn leading_to(&self, dest: &str) -> String {
        let inline = self
            .written
            .strip_prefix('[')
            .filter(|_| self.written.ends_with(')'));
        let words = inline.and_then(|inline| inline.rsplit_once("]("));
        match words {
            Some((words, _)) if !words.contains('\n') => format!("Write: [{words}]({dest})"),
            _ => format!("Write {dest} as the place it leads to."),
        }
    }

    /// What to write instead of a link to nothing.
    pub(super) fn help(&self) -> String {
        let dest = &self.link.dest;
        match elsewhere(dest) {
            Some(Elsewhere::Outside(..)) if self.reader == Audience::Children => {
                self.out_of_reach()
            }
            Some(Elsewhere::Outside(whole, what)) => {
                format!("Write {whole} for {what}.")
            }
            Some(Elsewhere::OwnComputer(name)) => self.put_into_files(&name),
            None => self.to_a_file(dest),
        }
    }

    /// Helps with a scheme that is none of ours.
    pub(super) fn unsafe_help(&self) -> String {
        if elsewhere(&self.link.dest).is_some() {
            return self.help();
        }
        "Link to a page on the web (https://…), a mailbox (mailto:…) or a telephone number (tel:…)."
            .to_owned()
    }

    fn put_into_files(&self, name: &str) -> String {
        if let Some(link) = self.nearest(name) {
            return link;
        }
        let folder = self.documents();
        let name = name.replace("%20", " ").replace(' ', "-");
        format!(
            "Put it into content/{folder}/ and link to {}.",
            way(self.on(), &format!("{folder}/{name}"))
        )
    }

    /// Where documents for the readers of the page stand.
    fn documents(&self) -> &'static str {
        match self.on().folder {
            Folder::Children => "files/children",
            Folder::Parents => "files/parents",
            Folder::Policies if self.on().readers.contains(Audience::Parents) => "files/parents",
            Folder::Staff | Folder::Policies => "files/staff",
        }
    }

    fn nearest(&self, dest: &str) -> Option<String> {
        let file = self.site.nearest_file(dest)?;
        let to = way(self.on(), &file);
        if let Some((_, anchor)) = dest.split_once('#').filter(|_| !to.contains("files/")) {
            let whole = format!("{to}#{anchor}");
            if let Some(link) = self.link_to(&whole) {
                return Some(link);
            }
        }
        self.link_to(&to)
    }

    fn to_a_file(&self, dest: &str) -> String {
        let first = if dest.contains('\\') {
            "Use / instead of \\. "
        } else if dest.starts_with('/') {
            "Do not begin with /. "
        } else {
            ""
        };
        if let Some(link) = self.nearest(dest) {
            return format!("{first}{link}");
        }
        let lower = dest.to_lowercase();
        if [".pdf", ".docx", ".doc", ".xlsx", ".pptx"]
            .iter()
            .any(|end| lower.ends_with(end))
        {
            let name = dest.rsplit(['/', '\\']).next().unwrap_or(dest);
            return format!("{first}{}", self.put_into_files(name));
        }
        format!("{first}{}", self.pages_there(dest))
    }

    /// The pages that a link can lead to, in the folder it names or its own.
    fn pages_there(&self, dest: &str) -> String {
        let named = ["policies", "children", "parents", "staff"];
        let folder = dest.split(['/', '\\']).find(|part| named.contains(part));
        let folder = folder.unwrap_or(self.on().folder.name());
        let pages: Vec<String> = self
            .site
            .pages
            .iter()
            .filter(|page| page.folder.name() == folder)
            .map(|page| way(self.on(), &format!("{}.md", page.path)))
            .filter(|to| self.link_to(to).is_some())
            .take(LISTED)
            .collect();
        if pages.is_empty() {
            return format!(
                "Write the way from this page to the other file, with .md at its end, as in {}.",
                way(self.on(), "parents/phones.md")
            );
        }
        format!(
            "From here, the pages in content/{folder}/ are: {}.",
            pages.join(", ")
        )
    }

    /// What to write instead of a heading that is not there.
    pub(super) fn heading(&self, id: &str, page: PageId, view: Audience) -> String {
        let headings = &self.site.page(page).prose.outline(view).headings;
        let known = headings.iter().map(|heading| heading.id.as_str());
        let page = self.link.dest.split('#').next().unwrap_or("");
        if let Some(near) = suggestion(id, known.clone().take(COMPARED)) {
            return self.leading_to(&format!("{page}#{near}"));
        }
        let listed: Vec<String> = known.take(LISTED).map(|id| format!("#{id}")).collect();
        if listed.is_empty() {
            return self.leading_to(page);
        }
        format!("The headings there are: {}.", listed.join(", "))
    }

    /// What to do where readers may not be sent.
    pub(super) fn out_of_reach(&self) -> String {
        match self.reader {
            Audience::Children => "Children are sent to children's pages only, and out of the site only by a helpline, as in [[helpline:childline]]. Take the link out.".to_owned(),
            Audience::Parents | Audience::Staff => {
                format!("Take the link out, or {}.", for_staff(self.on()))
            }
        }
    }
}

fn elsewhere(dest: &str) -> Option<Elsewhere> {
    let lower = dest.to_lowercase();
    let drive = lower.strip_prefix(|c: char| c.is_ascii_lowercase());
    let on_a_drive = drive.is_some_and(|rest| rest.starts_with(":\\") || rest.starts_with(":/"));
    if on_a_drive || lower.starts_with("file:") || dest.starts_with('\\') {
        let name = dest.rsplit(['/', '\\']).next().unwrap_or(dest);
        return Some(Elsewhere::OwnComputer(name.to_owned()));
    }
    let web = |rest: &str| {
        let rest = rest.trim_start_matches([':', '/']);
        let whole = format!("https://{rest}");
        Some(Elsewhere::Outside(whole, "a page on the web"))
    };
    if let Some((scheme, rest)) = lower.split_once(':') {
        let rest = &dest[dest.len() - rest.len()..];
        let near = ["https", "http"].iter().any(|known| is_slip(scheme, known));
        return match scheme {
            _ if near => web(rest),
            _ if is_slip(scheme, "mailto") || scheme == "email" => mailbox(rest),
            _ => None,
        };
    }
    if dest.contains('@') && !dest.contains('/') {
        return mailbox(dest);
    }
    if let Some(rest) = ["https/", "http/"]
        .iter()
        .find_map(|known| lower.strip_prefix(known))
    {
        return web(&dest[dest.len() - rest.len()..]);
    }
    let host = lower
        .trim_start_matches('/')
        .split(['/', '#'])
        .next()
        .unwrap_or("");
    if host.starts_with("www.")
        || [".uk", ".org", ".com", ".net"]
            .iter()
            .any(|end| host.ends_with(end))
    {
        return web(dest);
    }
    let digits: String = dest
        .replace("%20", "")
        .chars()
        .filter(|c| *c != '-')
        .collect();
    let number = digits.strip_prefix('+').unwrap_or(&digits);
    if (9..=13).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Elsewhere::Outside(
            format!("tel:{digits}"),
            "a telephone number",
        ));
    }
    None
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the other answers are of this kind"
)]
fn mailbox(address: &str) -> Option<Elsewhere> {
    let whole = format!("mailto:{address}");
    Some(Elsewhere::Outside(whole, "an email address"))
}

/// The way from a page to a file, both under `content/`.
fn way(from: &Page, to: &str) -> String {
    let mut folders: Vec<&str> = from.path.split('/').collect();
    folders.pop();
    let mut names: Vec<&str> = to.split('/').collect();
    let mut up = folders.len();
    while up > 0 && names.len() > 1 && folders[folders.len() - up] == names[0] {
        names.remove(0);
        up -= 1;
    }
    let mut way = "../".repeat(up);
    way.push_str(&names.join("/"));
    way
}
