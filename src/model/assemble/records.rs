//! Helplines and images.

use std::collections::BTreeSet;

use super::sink::{Ids, Sink};
use super::{DUPLICATE_ID, audiences, spanned};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::Diagnostics;
use crate::load::raw::{
    At, RawHelpline, RawHelplines, RawHours, RawHoursWord, RawImage, RawImages, RawTimes,
};
use crate::load::{RawAsset, Record};
use crate::model::{self, Consent, Helpline, HelplineId, Hours, Image, Times};
use crate::picture::published;
use crate::source::Spanned;

/// All helplines.
pub(super) fn helplines(
    record: Option<Record<RawHelplines>>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Helpline> {
    let Some(Record { file, value: raw }) = record else {
        return Vec::new();
    };
    let mut sink = Sink::of(&file, diagnostics);
    let mut taken = Ids::new();
    let helplines = raw.helpline.into_iter().map(At::into_inner).enumerate();
    helplines
        .map(|(at, helpline)| {
            if sink.is_mended(&helpline.readers.span()) {
                unsure.insert(model::Record::Helpline(HelplineId::new(at)));
            }
            self::helpline(helpline, &mut taken, &mut sink)
        })
        .collect()
}

fn helpline(raw: RawHelpline, taken: &mut Ids, sink: &mut Sink<'_>) -> Helpline {
    let RawHelpline {
        id,
        name,
        purpose,
        child_purpose,
        readers,
        phone,
        text,
        web,
        hours,
        free,
        source,
        verified,
    } = raw;
    let id = spanned(id);
    sink.id(&id, "helpline", taken);
    let phone = phone.map(spanned);
    let text = text.map(spanned);
    let web = web.map(spanned);
    for number in phone.iter().chain(&text) {
        sink.phone(number);
    }
    if let Some(address) = &web {
        sink.web_address(address);
    }
    if phone.is_none() && text.is_none() && web.is_none() {
        sink.value(
            &id,
            format!("There is no way to reach the helpline “{}”.", id.value),
            "Add a phone, a text or a web address.",
        );
    }
    let hours = hours_of(spanned(hours), sink);
    Helpline {
        id,
        name: spanned(name),
        purpose: spanned(purpose),
        child_purpose: child_purpose.map(spanned),
        readers: audiences(&readers),
        phone,
        text,
        web,
        hours,
        free: free.is_some_and(At::into_inner),
        source: spanned(source),
        verified: spanned(verified),
    }
}

fn hours_of(raw: Spanned<RawHours>, sink: &mut Sink<'_>) -> Hours {
    let Spanned { value, span } = raw;
    match value {
        RawHours::Word(RawHoursWord::Always) => Hours::Always,
        RawHours::Word(RawHoursWord::NotStated) => Hours::NotStated,
        RawHours::Times(times) => {
            let at = Spanned::new((), span);
            for RawTimes { opens, closes, .. } in &times {
                for time in [opens, closes] {
                    if !is_time(time) {
                        sink.value(
                            &at,
                            format!("“{time}” is not a time of day."),
                            "Write hours and minutes, as in \"08:00\" or \"22:30\".",
                        );
                    }
                }
            }
            if times.is_empty() {
                sink.value(
                    &at,
                    "No hours are given.",
                    "Write \"always\", \"not-stated\", or the days and times.",
                );
            }
            let times = times.into_iter().map(
                |RawTimes {
                     days,
                     opens,
                     closes,
                 }| Times {
                    days,
                    opens,
                    closes,
                },
            );
            Hours::Times(times.collect())
        }
    }
}

fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else {
        return false;
    };
    let number = |text: &str, below: u8| {
        text.len() == 2 && text.parse::<u8>().is_ok_and(|number| number < below)
    };
    number(hours, 25) && number(minutes, 60)
}

/// All entries with their files, and the files without an entry.
pub(super) fn images(
    record: Option<Record<RawImages>>,
    pictures: Vec<RawAsset>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Image>, Vec<String>) {
    let mut entries: Vec<Image> = Vec::new();
    if let Some(Record { file, value: raw }) = record {
        let mut sink = Sink::of(&file, diagnostics);
        for image in raw.image {
            let image = self::image(image.into_inner(), &mut sink);
            if entries
                .iter()
                .any(|other| other.file.value == image.file.value)
            {
                sink.report(
                    &DUPLICATE_ID,
                    &image.file,
                    format!("“{}” has another entry.", image.file.value),
                    "Keep one entry for each image.",
                );
            } else {
                entries.push(image);
            }
        }
    }
    let mut strays = Vec::new();
    let read: Vec<_> = pictures
        .into_par_iter()
        .map(|picture| (published(&picture.path, &picture.bytes), picture.path))
        .collect();
    for (picture, path) in read {
        match entries.iter_mut().find(|image| image.file.value == path) {
            Some(image) => image.published = Some(picture),
            None => strays.push(path),
        }
    }
    (entries, strays)
}

fn image(raw: RawImage, sink: &mut Sink<'_>) -> Image {
    let RawImage {
        file,
        alt,
        decorative,
        purpose,
        consent,
        consented,
        checked,
        credit,
        licence,
    } = raw;
    let file = spanned(file);
    let alt = alt.map(spanned).filter(|alt| !alt.value.trim().is_empty());
    let decorative = decorative.is_some_and(At::into_inner);
    if alt.is_some() == decorative {
        sink.value(
            &file,
            format!(
                "The entry for “{}” must say either what the image shows or that it is decorative.",
                file.value
            ),
            "Write alt = \"…\" with what it shows, or decorative = true, and not both.",
        );
    }
    Image {
        file,
        alt,
        decorative,
        purpose: spanned(purpose),
        consent: of_consent(consent, consented),
        checked: checked.map(At::into_inner),
        credit: credit.map(At::into_inner),
        licence: licence.map(At::into_inner),
        published: None,
    }
}

fn of_consent(consent: Option<At<String>>, consented: Option<At<Vec<String>>>) -> Consent {
    match consent.map(spanned) {
        None => Consent::NotStated,
        Some(reference) if reference.value == "not-needed" => Consent::NotNeeded,
        Some(reference) => Consent::Kept {
            reference,
            purposes: consented.map(At::into_inner),
        },
    }
}
