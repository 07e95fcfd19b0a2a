//! Rules about images.

use super::PageSink;
use crate::audience::Audiences;
use crate::diagnostic::{Diagnostics, Rule, Severity, did_you_mean};
use crate::model::{ImageFault, Site};
use crate::source::Place;

/// No image is published without its entry.
pub(crate) static IMAGE_ENTRY: Rule = Rule {
    name: "image-entry",
    severity: Severity::Error,
    summary: "Every image that a page shows has an entry in content/images.toml.",
};
/// An image file is there.
pub(crate) static IMAGE_FILE: Rule = Rule {
    name: "image-file",
    severity: Severity::Error,
    summary: "Every image with an entry is in content/images/, and can be published.",
};
/// An image that nothing says anything about.
pub(crate) static IMAGE_STRAY: Rule = Rule {
    name: "image-stray",
    severity: Severity::Warning,
    summary: "Every file in content/images/ has an entry in content/images.toml.",
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
            let (rule, message, help) = match fault {
                ImageFault::Outside => (
                    &IMAGE_FILE,
                    format!("“{}” is not a file in content/images/.", image.dest),
                    "Put the image into content/images/ and link to it from this file, as in ![](../images/garden.jpg).".to_owned(),
                ),
                ImageFault::Missing(name) => (
                    &IMAGE_FILE,
                    format!("There is no image “{name}” in content/images/."),
                    did_you_mean(&name, site.images.iter().map(|image| image.file.value.as_str())),
                ),
                ImageFault::NoEntry(name) => (
                    &IMAGE_ENTRY,
                    format!("The image “{name}” has no entry in content/images.toml, so it is not published."),
                    format!("Add: [[image]] file = \"{name}\", alt = \"what it shows\", use = \"website\"."),
                ),
            };
            sink.report_for(rule, reader, image.span.clone(), message, help);
        }
    }
}

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(file) = &site.files.images else {
        strays(site, diagnostics);
        return;
    };
    for image in &site.images {
        let place = Place::at(file, image.file.span.clone());
        match &image.published {
            None => {
                diagnostics.report(
                    &IMAGE_FILE,
                    place,
                    format!(
                        "“{}” has an entry, but is not in content/images/.",
                        image.file.value
                    ),
                    did_you_mean(&image.file.value, site.strays.iter().map(String::as_str)),
                );
            }
            Some(Err(problem)) => {
                diagnostics.report(
                    &IMAGE_FILE,
                    place,
                    format!(
                        "“{}” cannot be published: {}",
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
    for stray in &site.strays {
        diagnostics
            .report(
                &IMAGE_STRAY,
                Place::File(format!("content/images/{stray}")),
                format!("The image “{stray}” has no entry in content/images.toml, so it is not published."),
                format!("Add: [[image]] file = \"{stray}\", alt = \"what it shows\", use = \"website\"; or take the file out."),
            )
            .on_pages_of(Audiences::NONE);
    }
}
