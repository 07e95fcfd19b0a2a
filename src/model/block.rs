//! Records as blocks: a fenced block whose word is the kind and whose body is
//! TOML.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::audience::Audience;
use crate::markdown::Fence;
use crate::model::{HelplineId, Record, RoleId, Site};

/// What a block shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `contacts`: these roles.
    Contacts(Vec<RoleId>),
    /// `helplines`: these helplines.
    Helplines(Vec<HelplineId>),
    /// `routes`: these routes, by their place in [`Site::routes`].
    Routes(Vec<usize>),
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
    Syntax(String),
    /// No such key; these there are.
    Key(String, &'static str),
    /// The key that it needs is not there.
    NoKey(&'static str),
    /// The value is not a list of texts.
    Value,
    /// There is no such role.
    Role(String),
    /// There is no such helpline.
    Helpline(String),
    /// There is no such route.
    Route(String),
    /// The readers may not see this record.
    OutOfReach(String),
    /// There is nothing that the readers may see.
    Nothing,
}

/// The words that make a fenced block a record.
pub(crate) const KINDS: [&str; 3] = ["contacts", "helplines", "routes"];

/// The one key of each kind, in the order of [`KINDS`].
fn key_of(kind: &str) -> Option<&'static str> {
    match kind {
        "contacts" => Some("roles"),
        "helplines" => Some("ids"),
        "routes" => Some("about"),
        _ => None,
    }
}

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
        let key = key_of(&fence.info)?;
        Some(self.read_block(fence, key, audience))
    }

    fn read_block(
        &self,
        fence: &Fence,
        key: &'static str,
        audience: Audience,
    ) -> Result<Block, Vec<BlockFault>> {
        let mut faults = Vec::new();
        let names = names(fence, key, &mut faults);
        let block = match (key, names) {
            ("roles", Some(names)) => {
                Block::Contacts(self.roles_named(&names, audience, &mut faults))
            }
            ("ids", Some(names)) => {
                Block::Helplines(self.helplines_named(&names, audience, &mut faults))
            }
            ("about", names) => {
                Block::Routes(self.routes_about(names, audience, fence, &mut faults))
            }
            (_, _) => {
                if faults.is_empty() {
                    faults.push(fault(BlockFaultKind::NoKey(key), fence.span.clone()));
                }
                Block::Contacts(Vec::new())
            }
        };
        if faults.is_empty() {
            Ok(block)
        } else {
            Err(faults)
        }
    }

    fn roles_named(
        &self,
        names: &[(String, Range<usize>)],
        audience: Audience,
        faults: &mut Vec<BlockFault>,
    ) -> Vec<RoleId> {
        let mut roles = Vec::with_capacity(names.len());
        for (name, span) in names {
            match self.find_role(name) {
                None => faults.push(fault(BlockFaultKind::Role(name.clone()), span.clone())),
                Some(id) => {
                    if !self.is_for(Record::Role(id), audience) {
                        let kind = BlockFaultKind::OutOfReach(format!("role “{name}”"));
                        faults.push(fault(kind, span.clone()));
                    }
                    roles.push(id);
                }
            }
        }
        roles
    }

    fn helplines_named(
        &self,
        names: &[(String, Range<usize>)],
        audience: Audience,
        faults: &mut Vec<BlockFault>,
    ) -> Vec<HelplineId> {
        let mut helplines = Vec::with_capacity(names.len());
        for (name, span) in names {
            match self.find_helpline(name) {
                None => faults.push(fault(BlockFaultKind::Helpline(name.clone()), span.clone())),
                Some(id) => {
                    if !self.is_for(Record::Helpline(id), audience) {
                        let kind = BlockFaultKind::OutOfReach(format!("helpline “{name}”"));
                        faults.push(fault(kind, span.clone()));
                    }
                    helplines.push(id);
                }
            }
        }
        helplines
    }

    fn routes_about(
        &self,
        names: Option<Vec<(String, Range<usize>)>>,
        audience: Audience,
        fence: &Fence,
        faults: &mut Vec<BlockFault>,
    ) -> Vec<usize> {
        let Some(names) = names else {
            let routes: Vec<usize> = (0..self.routes.len())
                .filter(|at| self.route_is_for(*at, audience))
                .collect();
            if routes.is_empty() && faults.is_empty() {
                faults.push(fault(BlockFaultKind::Nothing, fence.span.clone()));
            }
            return routes;
        };
        let mut routes = Vec::with_capacity(names.len());
        for (name, span) in names {
            // The same worry can have a route for parents and one for staff.
            let is_about = |at: &usize| self.routes[*at].about.value == name;
            match (0..self.routes.len())
                .filter(is_about)
                .find(|at| self.route_is_for(*at, audience))
            {
                Some(at) => routes.push(at),
                None if (0..self.routes.len()).any(|at| is_about(&at)) => {
                    let kind = BlockFaultKind::OutOfReach(format!("route about “{name}”"));
                    faults.push(fault(kind, span));
                }
                None => faults.push(fault(BlockFaultKind::Route(name), span)),
            }
        }
        routes
    }

    fn route_is_for(&self, at: usize, audience: Audience) -> bool {
        self.routes[at].readers.contains(audience)
    }
}

fn fault(kind: BlockFaultKind, span: Range<usize>) -> BlockFault {
    BlockFault { kind, span }
}

/// The texts of the one key that the block has, with their places in the
/// page's text.
fn names(
    fence: &Fence,
    key: &'static str,
    faults: &mut Vec<BlockFault>,
) -> Option<Vec<(String, Range<usize>)>> {
    let table = match DeTable::parse(&fence.body) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().unwrap_or(0..0);
            let kind = BlockFaultKind::Syntax(error.message().to_owned());
            faults.push(fault(kind, place(fence, &at)));
            return None;
        }
    };
    let mut names = None;
    for (word, value) in table.get_ref() {
        if word.get_ref() != key {
            let kind = BlockFaultKind::Key(word.get_ref().to_string(), key);
            faults.push(fault(kind, place(fence, &word.span())));
            continue;
        }
        let DeValue::Array(list) = value.get_ref() else {
            faults.push(fault(BlockFaultKind::Value, place(fence, &value.span())));
            continue;
        };
        let mut found = Vec::with_capacity(list.len());
        for entry in list {
            match entry.get_ref() {
                DeValue::String(text) => {
                    found.push((text.to_string(), place(fence, &entry.span())));
                }
                _ => faults.push(fault(BlockFaultKind::Value, place(fence, &entry.span()))),
            }
        }
        if list.is_empty() {
            faults.push(fault(BlockFaultKind::Value, place(fence, &value.span())));
        }
        names = Some(found);
    }
    names
}

fn place(fence: &Fence, span: &Range<usize>) -> Range<usize> {
    let start = fence.origin(span.start);
    start..start + (span.end - span.start)
}
