//! What is used on a site.
//!
//! In: pages and records. Out: the records and pictures that they show or name,
//! and the kinds of which that cannot be told, since a name leads nowhere.

use std::collections::BTreeSet;

use crate::audience::Audience;
use crate::model::{
    Block, BlockFaultKind, ImageId, Page, PageId, Record, RecordFault, RecordKind, Site,
};

/// The kinds that are asked about.
const ALL: [RecordKind; 7] = [
    RecordKind::Helpline,
    RecordKind::Guidance,
    RecordKind::System,
    RecordKind::Table,
    RecordKind::Procedure,
    RecordKind::Checklist,
    RecordKind::Agreement,
];

/// What is used, and what cannot be told.
#[derive(Default)]
pub(super) struct Used {
    pub(super) records: BTreeSet<Record>,
    pub(super) images: BTreeSet<ImageId>,
    /// Kinds of which a name leads nowhere, so that one may have been meant.
    pub(super) unsure: BTreeSet<RecordKind>,
    pub(super) unsure_of_images: bool,
}

impl Used {
    /// What a page uses.
    pub(super) fn page(&mut self, site: &Site, id: PageId) {
        let page: &Page = site.page(id);
        let outline = page.prose.inspect_whole();
        if !outline.open_fences.is_empty() {
            self.unsure.extend(ALL);
        }
        for reference in &outline.references {
            match site.record(&reference.target) {
                Ok(record) => {
                    self.records.insert(record);
                }
                Err(RecordFault::Unknown(kind, _)) => {
                    self.unsure.insert(kind);
                }
                Err(RecordFault::Kind(_)) => self.unsure.extend(ALL),
                Err(RecordFault::Draft(_)) => {}
            }
        }
        for fence in &outline.fences {
            match site.block(fence, Audience::Staff) {
                Some(Ok(block)) => self.block(&block),
                Some(Err(faults)) => {
                    for fault in faults {
                        match fault.kind {
                            BlockFaultKind::Unknown(kind, _) => {
                                self.unsure.insert(kind);
                            }
                            BlockFaultKind::Syntax(_)
                            | BlockFaultKind::Key(..)
                            | BlockFaultKind::NoKey(_)
                            | BlockFaultKind::Value(_)
                            | BlockFaultKind::Route(_)
                            | BlockFaultKind::OutOfReach(_)
                            | BlockFaultKind::Nothing(_) => self.unsure.extend(ALL),
                        }
                    }
                }
                None if matches!(fence.info.as_str(), "" | "text") => {}
                None => self.unsure.extend(ALL),
            }
        }
        for image in &outline.images {
            match site.picture(id, &image.dest) {
                Ok(image) => {
                    self.images.insert(image);
                }
                Err(_) => self.unsure_of_images = true,
            }
        }
        match site.icon(id) {
            Some(Ok(icon)) => {
                self.images.insert(icon);
            }
            Some(Err(_)) => self.unsure_of_images = true,
            None => {}
        }
    }

    fn block(&mut self, block: &Block) {
        let records = &mut self.records;
        match block {
            Block::Contacts(_)
            | Block::Routes(_)
            | Block::Glossary(_)
            | Block::Review
            | Block::Duties(_) => {}
            Block::Helplines(all) => records.extend(all.iter().copied().map(Record::Helpline)),
            Block::Guidance(all) => records.extend(all.iter().copied().map(Record::Guidance)),
            Block::Systems(all) => records.extend(all.iter().copied().map(Record::System)),
            Block::Table(id) => {
                records.insert(Record::Table(*id));
            }
            Block::Procedure(id) => {
                records.insert(Record::Procedure(*id));
            }
            Block::Checklist(id) => {
                records.insert(Record::Checklist(*id));
            }
            Block::Agreement(id) => {
                records.insert(Record::Agreement(*id));
            }
        }
    }

    /// What records use.
    pub(super) fn by_records(&mut self, site: &Site) {
        if let Some(help) = &site.help {
            let parents = &help.parents;
            let lines = [
                &help.children.outside,
                &parents.police,
                &parents.emergency,
                &parents.advice,
            ];
            let lines = lines.into_iter().map(|line| Record::Helpline(line.value));
            self.records.extend(lines);
        } else {
            // Whom it would send people to is told where it is asked for.
            self.unsure.insert(RecordKind::Helpline);
        }
        for procedure in &site.handbook.procedures {
            let lines = procedure.steps.iter().flat_map(|step| &step.helplines);
            let lines = lines.map(|line| Record::Helpline(line.value));
            self.records.extend(lines);
            self.records.extend(procedure.source.map(Record::Guidance));
        }
        let lists = site
            .schedule
            .duties
            .iter()
            .filter_map(|duty| duty.checklist);
        self.records.extend(lists.map(Record::Checklist));
        for holder in site.roles.iter().flat_map(|role| &role.holders) {
            self.images
                .extend(holder.photo.as_ref().map(|photo| *photo.inspect()));
        }
    }
}
