//! The other records: the school, help, helplines, images and downloads.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Files;
use super::people::Known;
use super::words::{NOBODY, Voice, list, mixed, phone, quoted, title, words};

#[derive(Debug, Clone)]
struct Helpline {
    name: String,
    purpose: String,
    child_purpose: Option<String>,
    phone: String,
    hours: &'static str,
}

#[derive(Debug, Clone)]
struct Image {
    alt: Option<String>,
    text: String,
}

/// What an entry of `images.toml` says that no reader sees.
#[derive(Debug, Clone)]
struct Consent {
    reference: String,
    day: u8,
}

/// Records for everybody.
#[derive(Debug, Clone)]
pub(crate) struct ChildrenRecords {
    school: String,
    address: bool,
    helplines: Vec<Helpline>,
    help: Vec<String>,
    images: Vec<Image>,
    downloads: usize,
}

/// Records for parents.
#[derive(Debug, Clone)]
pub(crate) struct ParentsRecords {
    /// Where staff find their pages: the door says so, no children's page.
    staff_address: bool,
    helplines: Vec<Helpline>,
    help: Vec<String>,
    images: Vec<Image>,
    downloads: usize,
}

/// Records for staff.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffRecords {
    helplines: Vec<(Index, Helpline)>,
    images: Vec<(Index, Image)>,
    consents: Vec<Consent>,
    downloads: usize,
}

fn helpline(voice: Voice) -> impl Strategy<Value = Helpline> {
    let child_purpose = match voice {
        Voice::Children => words(voice).prop_map(Some).boxed(),
        Voice::Parents | Voice::Staff => Just(None).boxed(),
    };
    let hours = prop::sample::select(vec![
        "\"always\"",
        "\"not-stated\"",
        "[{ days = \"Monday to Friday\", opens = \"08:00\", closes = \"22:00\" }]",
    ]);
    (
        title(voice),
        words(voice),
        child_purpose,
        phone(voice),
        hours,
    )
        .prop_map(|(name, purpose, child_purpose, phone, hours)| Helpline {
            name,
            purpose,
            child_purpose,
            phone,
            hours,
        })
}

fn image(voice: Voice) -> impl Strategy<Value = Image> {
    (option::of(words(voice)), words(voice)).prop_map(|(alt, text)| Image { alt, text })
}

pub(crate) fn children() -> impl Strategy<Value = ChildrenRecords> {
    let voice = Voice::Children;
    (
        title(voice),
        any::<bool>(),
        vec(helpline(voice), 1..3),
        vec(words(voice), 20),
        vec(image(voice), 0..3),
        0..2usize,
    )
        .prop_map(
            |(school, address, helplines, help, images, downloads)| ChildrenRecords {
                school,
                address,
                helplines,
                help,
                images,
                downloads,
            },
        )
}

pub(crate) fn parents() -> impl Strategy<Value = ParentsRecords> {
    let voice = Voice::Parents;
    (
        any::<bool>(),
        vec(helpline(voice), 3..5),
        vec(words(voice), 2),
        vec(image(voice), 0..3),
        0..2usize,
    )
        .prop_map(
            |(staff_address, helplines, help, images, downloads)| ParentsRecords {
                staff_address,
                helplines,
                help,
                images,
                downloads,
            },
        )
}

pub(crate) fn staff() -> impl Strategy<Value = StaffRecords> {
    let voice = Voice::Staff;
    let consent = (words(voice), 1..28u8).prop_map(|(reference, day)| Consent { reference, day });
    (
        vec((any::<Index>(), helpline(voice)), 0..2),
        vec((any::<Index>(), image(voice)), 0..3),
        vec(consent, 0..6),
        0..2usize,
    )
        .prop_map(|(helplines, images, consents, downloads)| StaffRecords {
            helplines,
            images,
            consents,
            downloads,
        })
}

/// Writes the records; says what there is to be referred to.
pub(crate) fn write(
    children: &ChildrenRecords,
    parents: &ParentsRecords,
    staff: &StaffRecords,
    mut known: Known,
    files: &mut Files,
) -> Known {
    school(children, parents, files);
    write_helplines(children, parents, staff, &mut known, files);
    help(children, parents, &known, files);
    write_images(children, parents, staff, &mut known, files);
    for (voice, count) in [
        (Voice::Children, children.downloads),
        (Voice::Parents, parents.downloads),
        (Voice::Staff, staff.downloads),
    ] {
        let folder = folder(voice);
        for n in 0..count {
            let path = format!("files/{folder}/{}.pdf", voice.name("form", n));
            files.put(
                format!("content/{path}"),
                format!("%PDF-1.7 {}", voice.name("form", n)),
            );
            match voice {
                Voice::Children => known.links.children.push(path),
                Voice::Parents => known.links.parents.push(path),
                Voice::Staff => known.links.staff.push(path),
            }
        }
    }
    known
}

/// The folder of what a voice writes.
pub(crate) fn folder(voice: Voice) -> &'static str {
    match voice {
        Voice::Children => "children",
        Voice::Parents => "parents",
        Voice::Staff => "staff",
    }
}

fn school(children: &ChildrenRecords, parents: &ParentsRecords, files: &mut Files) {
    let mut text = format!(
        "name = {}\nphone = \"01632 960199\"\nemail = \"office@school.example\"\n\
         postal = [\"1 Example Road\", \"Exampleton\"]\nemail_domains = [\"school.example\"]\n\
         status = \"example\"\n",
        quoted(&children.school)
    );
    if children.address {
        text += "address = \"https://www.school.example\"\n";
    }
    if parents.staff_address {
        text += "staff_address = \"https://xjintranet.school.example\"\n";
    }
    files.put("content/school.toml", text);
}

fn helpline_written(helpline: &Helpline, id: &str, voice: Voice) -> String {
    let readers = match voice {
        Voice::Children => "[\"children\", \"parents\", \"staff\"]",
        Voice::Parents => "[\"parents\", \"staff\"]",
        Voice::Staff => "[\"staff\"]",
    };
    let child = helpline
        .child_purpose
        .as_ref()
        .map(|purpose| format!("child_purpose = {}\n", quoted(purpose)));
    format!(
        "[[helpline]]\nid = {}\nname = {}\npurpose = {}\n{}for = {readers}\nphone = {}\n\
         hours = {}\nfree = true\nsource = \"https://www.example.org/\"\nverified = 2026-10-01\n",
        quoted(id),
        quoted(&helpline.name),
        quoted(&helpline.purpose),
        child.unwrap_or_default(),
        quoted(&helpline.phone),
        helpline.hours,
    )
}

fn write_helplines(
    children: &ChildrenRecords,
    parents: &ParentsRecords,
    staff: &StaffRecords,
    known: &mut Known,
    files: &mut Files,
) {
    let mut public = Vec::new();
    for (n, helpline) in children.helplines.iter().enumerate() {
        let id = Voice::Children.name("line", n);
        public.push(helpline_written(helpline, &id, Voice::Children));
        known.helplines.children.push(id);
    }
    for (n, helpline) in parents.helplines.iter().enumerate() {
        let id = Voice::Parents.name("line", n);
        public.push(helpline_written(helpline, &id, Voice::Parents));
        known.helplines.parents.push(id);
    }
    let mut own = Vec::new();
    for (n, (at, helpline)) in staff.helplines.iter().enumerate() {
        let id = Voice::Staff.name("line", n);
        own.push((*at, helpline_written(helpline, &id, Voice::Staff)));
        known.helplines.staff.push(id);
    }
    files.put("content/helplines.toml", mixed(public, own).join("\n"));
}

fn help(children: &ChildrenRecords, parents: &ParentsRecords, known: &Known, files: &mut Files) {
    // Any of them but the first two may be an empty post.
    let adults: Vec<&String> = known.roles.children.iter().rev().collect();
    let mut text = format!(
        "[children]\nadults = {}\noutside = {}\n",
        list(&adults),
        quoted(&known.helplines.children[0])
    );
    let mut said = children.help.iter().map(|words| quoted(words));
    let mut next = || said.next().unwrap_or_else(|| "\"alder\"".to_owned());
    for key in [
        "title",
        "tell",
        "next",
        "secret",
        "emergency",
        "not_there",
        "about_them",
        "closed",
        "do_not",
        "unread",
    ] {
        let (ks1, ks2) = (next(), next());
        text += &if key == "do_not" {
            format!("[children.{key}]\nks1 = [{ks1}]\nks2 = [{ks2}, {ks1}]\n")
        } else {
            format!("[children.{key}]\nks1 = {ks1}\nks2 = {ks2}\n")
        };
    }
    let role = |n: usize| quoted(&known.roles.parents[n]);
    // One that may be an empty post, where there is one, and one that is not.
    let mut school: Vec<&String> = known.roles.parents.iter().skip(3).take(1).collect();
    school.push(&known.roles.parents[0]);
    let line = |n: usize| quoted(&known.helplines.parents[n]);
    text += &format!(
        "[parents]\nintro = {}\nschool = {}\nclosed = {}\nservices = {}\n\
         services_out_of_hours = {}\npolice = {}\nemergency = {}\nadvice = {}\n",
        quoted(&parents.help[0]),
        list(&school),
        quoted(&parents.help[1]),
        role(1),
        role(2),
        line(0),
        line(1),
        line(2),
    );
    files.put("content/help.toml", text);
}

fn write_images(
    children: &ChildrenRecords,
    parents: &ParentsRecords,
    staff: &StaffRecords,
    known: &mut Known,
    files: &mut Files,
) {
    let mut consents = staff.consents.iter();
    let mut entry = |image: &Image, file: &str, files: &mut Files| {
        files.put(
            format!("content/images/{file}"),
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 6\">\
                 <!-- {NOBODY}comment --><title>{}</title><path d=\"M0 0h9v6z\"/></svg>\n",
                image.text.replace('&', "&amp;")
            ),
        );
        let mut text = format!("[[image]]\nfile = {}\nuse = \"website\"\n", quoted(file));
        text += &match &image.alt {
            Some(alt) => format!("alt = {}\n", quoted(alt)),
            None => "decorative = true\n".to_owned(),
        };
        if let Some(Consent { reference, day }) = consents.next() {
            text += &format!(
                "consent = {}\nconsented = [\"website\", {}]\nchecked = 2026-09-{day:02}\n",
                quoted(&format!("{NOBODY}{reference}")),
                quoted(&format!("{NOBODY}{reference} for a display"))
            );
        }
        text
    };
    let mut public = Vec::new();
    for (n, image) in children.images.iter().enumerate() {
        let file = format!("{}.svg", Voice::Children.name("drawing", n));
        public.push(entry(image, &file, files));
        known.images.children.push(file);
    }
    // The photo of holders; not for prose.
    let photo = |mark: &str| Image {
        alt: Some(format!("{mark}portrait")),
        text: format!("{mark}portrait"),
    };
    public.push(entry(&photo("xj"), "xj-photo.svg", files));
    for (n, image) in parents.images.iter().enumerate() {
        let file = format!("{}.svg", Voice::Parents.name("drawing", n));
        public.push(entry(image, &file, files));
        known.images.parents.push(file);
    }
    public.push(entry(&photo("qz"), "qz-photo.svg", files));
    public.push(entry(&photo(NOBODY), "vk-photo.svg", files));
    let mut own = Vec::new();
    for (n, (at, image)) in staff.images.iter().enumerate() {
        let file = format!("qz/{}.svg", Voice::Staff.name("drawing", n));
        own.push((*at, entry(image, &file, files)));
        known.images.staff.push(file);
    }
    files.put("content/images.toml", mixed(public, own).join("\n"));
}
