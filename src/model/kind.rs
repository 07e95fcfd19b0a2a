//! Kinds of records that pages name, and what there is of each.

use crate::audience::{Audience, Audiences};
use crate::model::known::{
    checklist_help, guidance_help, helpline_help, policy_help, role_help, system_help, term_help,
    titled_help,
};
use crate::model::{
    AgreementId, ChecklistId, Folder, GuidanceId, HelplineId, PageId, ProcedureId, RoleId, Site,
    SystemId, TableId, TermId,
};

/// A kind of record that pages name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// A role.
    Role,
    /// A helpline.
    Helpline,
    /// A policy, which is a page.
    Policy,
    /// A law or a guidance.
    Guidance,
    /// A term of the glossary.
    Term,
    /// A system.
    System,
    /// A permission table or an action table.
    Table,
    /// A procedure.
    Procedure,
    /// A checklist.
    Checklist,
    /// An agreement.
    Agreement,
}

/// A record that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// `[[role:…]]`
    Role(RoleId),
    /// `[[helpline:…]]`
    Helpline(HelplineId),
    /// `[[policy:…]]`
    Policy(PageId),
    /// `[[guidance:…]]`
    Guidance(GuidanceId),
    /// `[[term:…]]`
    Term(TermId),
    /// `[[system:…]]`
    System(SystemId),
    /// Shown by a block.
    Table(TableId),
    /// Shown by a block.
    Procedure(ProcedureId),
    /// Shown by a block.
    Checklist(ChecklistId),
    /// Shown by a block.
    Agreement(AgreementId),
}

/// The id of a kind of record: what a block lists is of one kind.
pub(super) trait Named: Copy {
    /// The kind.
    const KIND: RecordKind;
    /// The record that pages call `name`.
    fn find(site: &Site, name: &str) -> Option<Self>;
    /// As a record of any kind.
    fn record(self) -> Record;
}

impl Named for RoleId {
    const KIND: RecordKind = RecordKind::Role;

    fn find(site: &Site, name: &str) -> Option<RoleId> {
        site.find_role(name)
    }

    fn record(self) -> Record {
        Record::Role(self)
    }
}

impl Named for HelplineId {
    const KIND: RecordKind = RecordKind::Helpline;

    fn find(site: &Site, name: &str) -> Option<HelplineId> {
        site.find_helpline(name)
    }

    fn record(self) -> Record {
        Record::Helpline(self)
    }
}

impl Named for GuidanceId {
    const KIND: RecordKind = RecordKind::Guidance;

    fn find(site: &Site, name: &str) -> Option<GuidanceId> {
        site.find_guidance(name)
    }

    fn record(self) -> Record {
        Record::Guidance(self)
    }
}

impl Named for TermId {
    const KIND: RecordKind = RecordKind::Term;

    fn find(site: &Site, name: &str) -> Option<TermId> {
        site.find_term(name)
    }

    fn record(self) -> Record {
        Record::Term(self)
    }
}

impl Named for SystemId {
    const KIND: RecordKind = RecordKind::System;

    fn find(site: &Site, name: &str) -> Option<SystemId> {
        site.find_system(name)
    }

    fn record(self) -> Record {
        Record::System(self)
    }
}

impl Named for TableId {
    const KIND: RecordKind = RecordKind::Table;

    fn find(site: &Site, name: &str) -> Option<TableId> {
        site.find_table(name)
    }

    fn record(self) -> Record {
        Record::Table(self)
    }
}

impl Named for ProcedureId {
    const KIND: RecordKind = RecordKind::Procedure;

    fn find(site: &Site, name: &str) -> Option<ProcedureId> {
        site.find_procedure(name)
    }

    fn record(self) -> Record {
        Record::Procedure(self)
    }
}

impl Named for ChecklistId {
    const KIND: RecordKind = RecordKind::Checklist;

    fn find(site: &Site, name: &str) -> Option<ChecklistId> {
        site.find_checklist(name)
    }

    fn record(self) -> Record {
        Record::Checklist(self)
    }
}

impl Named for AgreementId {
    const KIND: RecordKind = RecordKind::Agreement;

    fn find(site: &Site, name: &str) -> Option<AgreementId> {
        site.find_agreement(name)
    }

    fn record(self) -> Record {
        Record::Agreement(self)
    }
}

impl Record {
    /// What kind of record it is.
    pub(crate) fn kind(self) -> RecordKind {
        match self {
            Record::Role(_) => RecordKind::Role,
            Record::Helpline(_) => RecordKind::Helpline,
            Record::Policy(_) => RecordKind::Policy,
            Record::Guidance(_) => RecordKind::Guidance,
            Record::Term(_) => RecordKind::Term,
            Record::System(_) => RecordKind::System,
            Record::Table(_) => RecordKind::Table,
            Record::Procedure(_) => RecordKind::Procedure,
            Record::Checklist(_) => RecordKind::Checklist,
            Record::Agreement(_) => RecordKind::Agreement,
        }
    }
}

impl RecordKind {
    /// The kinds that a reference can name, in the order in which they are
    /// named to editors.
    pub const REFERRED_TO: &[RecordKind] = &[
        RecordKind::Role,
        RecordKind::Helpline,
        RecordKind::Policy,
        RecordKind::Guidance,
        RecordKind::Term,
        RecordKind::System,
    ];

    /// The kinds that stand together in one file.
    pub(crate) const IN_ONE_FILE: &[RecordKind] = &[
        RecordKind::Role,
        RecordKind::Helpline,
        RecordKind::Guidance,
        RecordKind::Term,
        RecordKind::System,
    ];

    /// The word of references, and what an editor calls it.
    pub fn word(self) -> &'static str {
        match self {
            RecordKind::Role => "role",
            RecordKind::Helpline => "helpline",
            RecordKind::Policy => "policy",
            RecordKind::Guidance => "guidance",
            RecordKind::Term => "term",
            RecordKind::System => "system",
            RecordKind::Table => "table",
            RecordKind::Procedure => "procedure",
            RecordKind::Checklist => "checklist",
            RecordKind::Agreement => "agreement",
        }
    }

    /// More than one of it.
    pub fn plural(self) -> &'static str {
        match self {
            RecordKind::Role => "roles",
            RecordKind::Helpline => "helplines",
            RecordKind::Policy => "policies",
            RecordKind::Guidance => "laws and guidance",
            RecordKind::Term => "terms",
            RecordKind::System => "systems",
            RecordKind::Table => "tables",
            RecordKind::Procedure => "procedures",
            RecordKind::Checklist => "checklists",
            RecordKind::Agreement => "agreements",
        }
    }

    /// The kind that references call `word`.
    pub(crate) fn from_word(word: &str) -> Option<RecordKind> {
        RecordKind::REFERRED_TO
            .iter()
            .copied()
            .find(|kind| kind.word() == word)
    }

    /// The file that holds all of them, or the folder that each has a file in.
    pub fn stands_in(self) -> &'static str {
        match self {
            RecordKind::Role => "content/people.toml",
            RecordKind::Helpline => "content/helplines.toml",
            RecordKind::Policy => "content/policies/",
            RecordKind::Guidance => "content/guidance.toml",
            RecordKind::Term => "content/glossary.toml",
            RecordKind::System => "content/systems.toml",
            RecordKind::Table => "content/tables/",
            RecordKind::Procedure => "content/procedures/",
            RecordKind::Checklist => "content/checklists/",
            RecordKind::Agreement => "content/agreements/",
        }
    }
}

impl Site {
    /// The record of a kind that pages call `name`.
    pub(crate) fn find_record(&self, kind: RecordKind, name: &str) -> Option<Record> {
        match kind {
            RecordKind::Role => RoleId::find(self, name).map(Named::record),
            RecordKind::Helpline => HelplineId::find(self, name).map(Named::record),
            RecordKind::Policy => self
                .find_page(&format!("policies/{name}"))
                .map(Record::Policy),
            RecordKind::Guidance => GuidanceId::find(self, name).map(Named::record),
            RecordKind::Term => TermId::find(self, name).map(Named::record),
            RecordKind::System => SystemId::find(self, name).map(Named::record),
            RecordKind::Table => TableId::find(self, name).map(Named::record),
            RecordKind::Procedure => ProcedureId::find(self, name).map(Named::record),
            RecordKind::Checklist => ChecklistId::find(self, name).map(Named::record),
            RecordKind::Agreement => AgreementId::find(self, name).map(Named::record),
        }
    }

    /// What pages can call the records of a kind, in their order.
    pub(crate) fn names_of(&self, kind: RecordKind) -> Vec<&str> {
        match kind {
            RecordKind::Role => self.roles.iter().map(|role| &*role.id.value).collect(),
            RecordKind::Helpline => self.helplines.iter().map(|line| &*line.id.value).collect(),
            RecordKind::Policy => self
                .pages
                .iter()
                .filter(|page| page.folder == Folder::Policies && !page.front.draft)
                .filter_map(|page| page.path.strip_prefix("policies/"))
                .collect(),
            RecordKind::Guidance => {
                let guidance = self.handbook.guidance.iter();
                guidance.map(|guidance| &*guidance.id.value).collect()
            }
            RecordKind::Term => {
                let terms = self.handbook.terms.iter();
                terms.map(|term| &*term.id.value).collect()
            }
            RecordKind::System => {
                let systems = self.handbook.systems.iter();
                systems.map(|system| &*system.id.value).collect()
            }
            RecordKind::Table => {
                let tables = self.handbook.tables.iter();
                tables.map(|table| &*table.id.value).collect()
            }
            RecordKind::Procedure => {
                let all = self.handbook.procedures.iter();
                all.map(|procedure| &*procedure.id.value).collect()
            }
            RecordKind::Checklist => {
                let all = self.handbook.checklists.iter();
                all.map(|list| &*list.id.value).collect()
            }
            RecordKind::Agreement => {
                let all = self.handbook.agreements.iter();
                all.map(|agreement| &*agreement.id.value).collect()
            }
        }
    }

    /// What to write instead of a name that no record of a kind has.
    pub(crate) fn name_help(&self, kind: RecordKind, written: &str) -> String {
        match kind {
            RecordKind::Role => role_help(&self.roles, written),
            RecordKind::Helpline => helpline_help(&self.helplines, written),
            RecordKind::Policy => policy_help(self, written, &self.names_of(kind)),
            RecordKind::Guidance => guidance_help(&self.handbook.guidance, written),
            RecordKind::Term => term_help(&self.handbook.terms, written),
            RecordKind::System => system_help(&self.handbook.systems, written),
            RecordKind::Table => {
                let tables = self.handbook.tables.iter();
                let known = tables.map(|table| (&*table.id.value, &*table.title));
                titled_help(kind, written, known)
            }
            RecordKind::Procedure => {
                let all = self.handbook.procedures.iter();
                let known = all.map(|procedure| (&*procedure.id.value, &*procedure.title.value));
                titled_help(kind, written, known)
            }
            RecordKind::Checklist => checklist_help(&self.handbook.checklists, written),
            RecordKind::Agreement => {
                let all = self.handbook.agreements.iter();
                let known = all.map(|agreement| (&*agreement.id.value, &*agreement.title.value));
                titled_help(kind, written, known)
            }
        }
    }

    /// Whom a record may be shown to. Staff may see every one.
    pub fn record_readers(&self, record: Record) -> Audiences {
        let readers = match record {
            Record::Role(id) => self.role(id).readers,
            Record::Helpline(id) => self.helpline(id).shown_to(),
            Record::Policy(id) => self.page(id).readers,
            // What a law says is told to children in words of their own.
            Record::Guidance(_) => Audience::Parents.into(),
            Record::Term(id) => self.term(id).readers,
            Record::System(id) => self.system(id).readers,
            Record::Table(id) => self.table(id).readers,
            Record::Procedure(id) => self.procedure(id).readers,
            Record::Checklist(id) => self.checklist(id).readers,
            Record::Agreement(id) => self.agreement(id).readers,
        };
        readers.or(Audience::Staff.into())
    }
}
