//! Records as blocks: a fenced block whose word is the kind and whose body is
//! TOML.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::audience::Audience;
use crate::markdown::Fence;
use crate::model::kind::Named;
use crate::model::{
    AgreementId, ChecklistId, GuidanceId, HelplineId, Names, ProcedureId, RecordKind, RoleId,
    Shape, Site, SystemId, TableId, TermId,
};

/// What a block shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `contacts`: these roles.
    Contacts(Vec<RoleId>),
    /// `helplines`: these helplines.
    Helplines(Vec<HelplineId>),
    /// `routes`: these routes, by their place in [`Site::routes`].
    Routes(Vec<usize>),
    /// `guidance`: these laws and guidance.
    Guidance(Vec<GuidanceId>),
    /// `glossary`: these terms.
    Glossary(Vec<TermId>),
    /// `systems`: these systems.
    Systems(Vec<SystemId>),
    /// `table`: this one.
    Table(TableId),
    /// `procedure`: this one.
    Procedure(ProcedureId),
    /// `checklist`: this one.
    Checklist(ChecklistId),
    /// `agreement`: this one.
    Agreement(AgreementId),
    /// `review`: what the page's readers are told of its review.
    Review,
    /// `duties`: the recurring duties of these roles; of all, where none is
    /// named.
    Duties(Vec<RoleId>),
}

impl Block {
    /// The roles that readers of the block are sent to.
    pub fn roles(&self) -> Vec<RoleId> {
        match self {
            Block::Contacts(roles) => roles.clone(),
            Block::Helplines(_)
            | Block::Routes(_)
            | Block::Guidance(_)
            | Block::Glossary(_)
            | Block::Systems(_)
            | Block::Table(_)
            | Block::Procedure(_)
            | Block::Checklist(_)
            | Block::Agreement(_)
            | Block::Review
            | Block::Duties(_) => Vec::new(),
        }
    }

    /// How many entries it lists.
    pub fn listed(&self, site: &Site) -> usize {
        match self {
            Block::Contacts(roles) => roles.len(),
            Block::Helplines(lines) => lines.len(),
            Block::Routes(routes) => routes.len(),
            Block::Guidance(laws) => laws.len(),
            Block::Glossary(terms) => terms.len(),
            Block::Systems(systems) => systems.len(),
            Block::Duties(roles) => site.duties_of(roles).count(),
            Block::Table(_)
            | Block::Procedure(_)
            | Block::Checklist(_)
            | Block::Agreement(_)
            | Block::Review => 1,
        }
    }
}

/// What is wrong with a block, and where in the page's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockFault {
    /// What.
    pub kind: BlockFaultKind,
    /// Where.
    pub span: Range<usize>,
}

/// What can be wrong with a block. `check` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockFaultKind {
    /// The body is not TOML.
    Syntax(&'static Shape),
    /// There is no such key in a block of this shape.
    Key(String, &'static Shape),
    /// The key that it needs is not there.
    NoKey(&'static Shape),
    /// The value is not what the key asks for.
    Value(&'static Shape),
    /// There is no such record.
    Unknown(RecordKind, String),
    /// There is no such route.
    Route(String),
    /// The readers may not see this record.
    OutOfReach(String),
    /// There is nothing that the readers may see.
    Nothing(&'static Shape),
}

/// A name in a block, and where in the page's text.
type Name = (String, Range<usize>);

impl Site {
    /// What a fenced block shows to `audience`; nothing, if its word is not
    /// the kind of a record.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn block(
        &self,
        fence: &Fence,
        audience: Audience,
    ) -> Option<Result<Block, Vec<BlockFault>>> {
        let shape = Shape::ALL.iter().find(|shape| shape.word == fence.info)?;
        let mut reading = Reading {
            site: self,
            shape,
            audience,
            faults: Vec::new(),
            fence,
        };
        let block = reading.block();
        Some(match block {
            Some(block) if reading.faults.is_empty() => Ok(block),
            Some(_) | None => Err(reading.faults),
        })
    }
}

/// A block that is being read.
struct Reading<'r> {
    site: &'r Site,
    shape: &'static Shape,
    audience: Audience,
    faults: Vec<BlockFault>,
    fence: &'r Fence,
}

impl Reading<'_> {
    fn block(&mut self) -> Option<Block> {
        let names = self.names();
        if names.is_none() && !self.faults.is_empty() {
            return None;
        }
        Some(match self.shape.word {
            "contacts" => Block::Contacts(self.listed(names)?),
            "helplines" => Block::Helplines(self.listed(names)?),
            "guidance" => Block::Guidance(self.all_or(names, self.site.guidance_ids())?),
            "glossary" => {
                let all = self.site.glossary(self.audience);
                Block::Glossary(self.all_or(names, all.into_iter())?)
            }
            "systems" => Block::Systems(self.all_or(names, self.site.system_ids())?),
            "table" => Block::Table(self.one(names)?),
            "procedure" => Block::Procedure(self.one(names)?),
            "checklist" => Block::Checklist(self.one(names)?),
            "agreement" => Block::Agreement(self.one(names)?),
            "review" => self.review(),
            "duties" => self.duties(names)?,
            _ => Block::Routes(self.routes(names)),
        })
    }

    /// The records of a list that must stand.
    fn listed<T: Named>(&mut self, names: Option<Vec<Name>>) -> Option<Vec<T>> {
        let Some(names) = names else {
            self.fault(BlockFaultKind::NoKey(self.shape), self.fence.span.clone());
            return None;
        };
        let names = names.into_iter();
        Some(names.filter_map(|name| self.named(name)).collect())
    }

    /// The one record that must stand.
    fn one<T: Named>(&mut self, names: Option<Vec<Name>>) -> Option<T> {
        self.listed(names)?.into_iter().next()
    }

    /// The records of a list, or without one all that these readers may see.
    fn all_or<T: Named>(
        &mut self,
        names: Option<Vec<Name>>,
        all: impl Iterator<Item = T>,
    ) -> Option<Vec<T>> {
        if names.is_some() {
            return self.listed(names);
        }
        let (site, audience) = (self.site, self.audience);
        let all: Vec<T> = all
            .filter(|id| site.is_for(id.record(), audience))
            .collect();
        if all.is_empty() {
            self.fault(BlockFaultKind::Nothing(self.shape), self.fence.span.clone());
        }
        Some(all)
    }

    /// The record that is called by a name, if these readers may see it.
    fn named<T: Named>(&mut self, (name, span): Name) -> Option<T> {
        let Some(id) = T::find(self.site, &name) else {
            self.fault(BlockFaultKind::Unknown(T::KIND, name), span);
            return None;
        };
        if !self.site.is_for(id.record(), self.audience) {
            let what = format!("{} “{name}”", T::KIND.word());
            self.fault(BlockFaultKind::OutOfReach(what), span);
        }
        Some(id)
    }

    /// Children's pages have it at their foot, for the grown-ups beside them.
    fn review(&mut self) -> Block {
        match self.audience {
            Audience::Children => self.out_of_reach("review line"),
            Audience::Parents | Audience::Staff => {}
        }
        Block::Review
    }

    /// What is to be done again and again is staff's.
    fn duties(&mut self, names: Option<Vec<Name>>) -> Option<Block> {
        match self.audience {
            Audience::Children | Audience::Parents => self.out_of_reach("list of duties"),
            Audience::Staff => {}
        }
        let roles = match names {
            None => Vec::new(),
            Some(_) => self.listed(names)?,
        };
        Some(Block::Duties(roles))
    }

    fn out_of_reach(&mut self, what: &str) {
        let kind = BlockFaultKind::OutOfReach(what.to_owned());
        self.fault(kind, self.fence.span.clone());
    }

    fn routes(&mut self, names: Option<Vec<Name>>) -> Vec<usize> {
        let (site, audience) = (self.site, self.audience);
        let is_for = |at: &usize| site.routes[*at].readers.contains(audience);
        let Some(names) = names else {
            let routes: Vec<usize> = (0..site.routes.len()).filter(is_for).collect();
            if routes.is_empty() {
                self.fault(BlockFaultKind::Nothing(self.shape), self.fence.span.clone());
            }
            return routes;
        };
        let mut routes = Vec::with_capacity(names.len());
        for (name, span) in names {
            // The same worry can have a route for parents and one for staff.
            let is_about = |at: &usize| site.routes[*at].about.value == name;
            match (0..site.routes.len()).filter(is_about).find(is_for) {
                Some(at) => routes.push(at),
                None if (0..site.routes.len()).any(|at| is_about(&at)) => {
                    let what = format!("route about “{name}”");
                    self.fault(BlockFaultKind::OutOfReach(what), span);
                }
                None => self.fault(BlockFaultKind::Route(name), span),
            }
        }
        routes
    }

    fn fault(&mut self, kind: BlockFaultKind, span: Range<usize>) {
        self.faults.push(BlockFault { kind, span });
    }

    /// The names under the one key that the block has, with their places.
    fn names(&mut self) -> Option<Vec<Name>> {
        let (fence, shape) = (self.fence, self.shape);
        let table = match DeTable::parse(&fence.body) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                self.fault(BlockFaultKind::Syntax(shape), place(fence, &at));
                return None;
            }
        };
        let mut names = None;
        for (word, value) in table.get_ref() {
            if word.get_ref() == shape.key {
                let value = (value.get_ref(), place(fence, &value.span()));
                names = Some(self.under_key(value));
            } else {
                let kind = BlockFaultKind::Key(word.get_ref().to_string(), shape);
                self.fault(kind, place(fence, &word.span()));
            }
        }
        names
    }

    fn under_key(&mut self, (value, span): (&DeValue<'_>, Range<usize>)) -> Vec<Name> {
        let (fence, shape) = (self.fence, self.shape);
        let list = match (shape.names, value) {
            (Names::One, DeValue::String(name)) => return vec![(name.to_string(), span)],
            (Names::Some | Names::SomeOrAll, DeValue::Array(list)) => list,
            _ => {
                self.fault(BlockFaultKind::Value(shape), span);
                return Vec::new();
            }
        };
        if list.is_empty() {
            self.fault(BlockFaultKind::Value(shape), span);
        }
        let mut names = Vec::with_capacity(list.len());
        for entry in list {
            let span = place(fence, &entry.span());
            match entry.get_ref() {
                DeValue::String(name) => names.push((name.to_string(), span)),
                _ => self.fault(BlockFaultKind::Value(shape), span),
            }
        }
        names
    }
}

fn place(fence: &Fence, span: &Range<usize>) -> Range<usize> {
    let start = fence.origin(span.start);
    start..start + (span.end - span.start)
}
