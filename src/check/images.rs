//! Rules about images.

use std::collections::BTreeSet;

use super::sink::PageSink;
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, Rule, Severity, explained, suggestion};
use crate::model::{ImageFault, Site};
use crate::picture::published;
use crate::source::Place;

/// No image is published without its entry.
pub(crate) static IMAGE_ENTRY: Rule = Rule {
    name: "image-entry",
    severity: Severity::Error,
    summary: "Every image that a page shows has an entry in content/images.toml.",
    explanation: explained!("image-entry"),
};
/// An image file is there.
pub(crate) static IMAGE_FILE: Rule = Rule {
    name: "image-file",
    severity: Severity::Error,
    summary: "Every image with an entry is in content/images/, and can be published.",
    explanation: explained!("image-file"),
};
/// An image that nothing says anything about.
pub(crate) static IMAGE_STRAY: Rule = Rule {
    name: "image-stray",
    severity: Severity::Warning,
    summary: "Every file in content/images/ has an entry in content/images.toml.",
    explanation: explained!("image-stray"),
};

/// The rules that are kept here.
pub(super) static RULES: &[&Rule] = &[&IMAGE_ENTRY, &IMAGE_FILE, &IMAGE_STRAY];

pub(super) fn on_page(sink: &mut PageSink<'_>) {
    let site = sink.site;
    let page = site.page(sink.page);
    for reader in page.readers.iter() {
        for image in &page.prose.outline(reader).images {
            let Err(fault) = site.picture(sink.page, &image.dest) else {
                continue;
            };
            if let ImageFault::Missing(name) | ImageFault::NoEntry(name) = &fault
                && said_already(site, name)
            {
                continue;
            }
            let said = match fault {
                ImageFault::Outside => (
                    &IMAGE_FILE,
                    format!("“{}” is not a file in content/images/.", image.dest),
                    "Put the picture into content/images/ and write the way to it from this page, as in ![](../images/garden.jpg).".to_owned(),
                ),
                ImageFault::Missing(name) => (
                    &IMAGE_FILE,
                    format!("There is no picture “{name}” in content/images/."),
                    missing_help(site, &name),
                ),
                ImageFault::NoEntry(name) => (
                    &IMAGE_ENTRY,
                    format!("The picture “{name}” has no entry in content/images.toml, so it is not published."),
                    entry_help(&name),
                ),
            };
            sink.report_for(said, reader, image.span.clone());
        }
    }
}

/// Whether what is wrong with a picture or with the list of them was said when
/// they were read.
fn said_already(site: &Site, name: &str) -> bool {
    !site.read_whole(&format!("content/images/{name}")) || !site.read_whole(ENTRIES)
}

const ENTRIES: &str = "content/images.toml";

fn missing_help(site: &Site, name: &str) -> String {
    let entries = site.images.iter().map(|image| image.file.value.as_str());
    match suggestion(name, entries.chain(site.strays.iter().map(String::as_str))) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => format!("Put it there, and an entry for it into {ENTRIES}."),
    }
}

/// The lines to paste.
fn entry_help(name: &str) -> String {
    format!(
        "Add these lines to {ENTRIES}, and say in “alt” what the picture shows:\n[[image]]\nfile = \"{name}\"\nalt = \"…\"\nuse = \"website\"{}",
        if name.to_ascii_lowercase().ends_with(".svg") {
            ""
        } else {
            // Whoever takes a photograph for a picture like any other would be
            // warned at once.
            "\nconsent = \"…\""
        }
    )
}

/// An icon for the root of the web is a drawing like any other: it must not
/// run anything either.
fn icons(site: &Site, diagnostics: &mut Diagnostics) {
    for icon in site
        .verbatim
        .iter()
        .filter(|file| file.path == "favicon.svg")
    {
        if let Err(problem) = published(&icon.path, &icon.bytes) {
            diagnostics.report(
                &IMAGE_FILE,
                Place::File(format!("content/static/web/{}", icon.path)),
                format!(
                    "“{}” cannot be published: {}.",
                    icon.path,
                    problem.message()
                ),
                problem.help(),
            );
        }
    }
}

/// The drawings that pages name for the large choices.
fn of_choices(site: &Site, diagnostics: &mut Diagnostics) {
    for id in site.page_ids() {
        let (Some(Err(fault)), Some(icon)) = (site.icon(id), &site.page(id).front.icon) else {
            continue;
        };
        let (rule, message, help) = match fault {
            ImageFault::Missing(name) | ImageFault::NoEntry(name) if said_already(site, &name) => {
                continue;
            }
            // An icon is named by itself, so it is never looked for elsewhere.
            ImageFault::Outside => continue,
            ImageFault::NoEntry(name) => (
                &IMAGE_ENTRY,
                format!("The icon “{name}” has no entry in {ENTRIES}, so it is not published."),
                entry_help(&name),
            ),
            ImageFault::Missing(name) => (
                &IMAGE_FILE,
                format!(
                    "There is no picture “{name}” in content/images/ to be the icon of this page."
                ),
                icon_help(site, &name),
            ),
        };
        let place = Place::at(site.page(id).prose.file(), icon.span.clone());
        diagnostics
            .report(rule, place, message, help)
            .on_pages_of(Audience::Children.into());
    }
}

/// An icon is named by itself; a way to it, as text has one, is a slip.
fn icon_help(site: &Site, name: &str) -> String {
    let bare = name.rsplit_once("images/").map_or(name, |(_, bare)| bare);
    let is_there = |image: &crate::model::Image| image.file.value == bare;
    if bare != name && site.images.iter().any(is_there) {
        return format!("Write its name alone: icon = \"{bare}\"");
    }
    missing_help(site, bare)
}

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    icons(site, diagnostics);
    of_choices(site, diagnostics);
    let Some(file) = &site.files.images else {
        strays(site, diagnostics);
        return;
    };
    for image in &site.images {
        let place = Place::at(file, image.file.span.clone());
        match &image.published {
            None if !site.read_whole(&format!("content/images/{}", image.file.value)) => {}
            None => {
                diagnostics.report(
                    &IMAGE_FILE,
                    place,
                    format!(
                        "There is no picture “{}” in content/images/.",
                        image.file.value
                    ),
                    match suggestion(&image.file.value, site.strays.iter().map(String::as_str)) {
                        Some(near) => format!("Did you mean “{near}”?"),
                        None => "Put it there, or take this entry out.".to_owned(),
                    },
                );
            }
            Some(Err(problem)) => {
                diagnostics.report(
                    &IMAGE_FILE,
                    place,
                    format!(
                        "“{}” cannot be published: {}.",
                        image.file.value,
                        problem.message()
                    ),
                    problem.help(),
                );
            }
            Some(Ok(_)) => {}
        }
    }
    strays(site, diagnostics);
}

fn strays(site: &Site, diagnostics: &mut Diagnostics) {
    if !site.read_whole(ENTRIES) {
        return;
    }
    // A page that shows one is an error already, with the same advice.
    let shown: BTreeSet<String> = site
        .page_ids()
        .flat_map(|page| {
            let images = &site.page(page).prose.inspect_whole().images;
            images.iter().map(move |image| (page, image))
        })
        .map(|(page, image)| site.picture(page, &image.dest))
        .chain(site.page_ids().filter_map(|page| site.icon(page)))
        .filter_map(|found| match found {
            Err(ImageFault::NoEntry(name)) => Some(name),
            Err(ImageFault::Outside | ImageFault::Missing(_)) | Ok(_) => None,
        })
        .collect();
    for stray in site.strays.iter().filter(|stray| !shown.contains(*stray)) {
        diagnostics
            .report(
                &IMAGE_STRAY,
                Place::File(format!("content/images/{stray}")),
                format!("The picture “{stray}” has no entry in {ENTRIES}, so it is not published."),
                format!("Take it out if no page needs it. {}", entry_help(stray)),
            )
            .on_pages_of(Audiences::NONE);
    }
}
