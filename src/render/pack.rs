//! All policies of a view as one document.
//!
//! In: which policies, and the pages of the view. Out: what its template is
//! given: of each policy what its own page is given, its text with ids that no
//! other has, and the id of its title. Each text is printed once, side by side
//! with the others. Must never print what is not a page of the view.

use std::collections::BTreeMap;

use minijinja::context;
use minijinja::value::{Serde, Value};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::html::{self, Among, Blocks, Place, top};
use crate::error::Error;
use crate::views::{Pack, PageView, Panel};

/// The policies of the document; `root` is the way from it to the tree's root.
pub(super) fn print<P: Panel>(
    pack: &Pack,
    pages: &[PageView<'_, P>],
    root: &str,
    blocks: &(impl Blocks<P> + Sync),
) -> Result<Value, Error> {
    let numbered = (1..).zip(pack.policies.iter().map(|at| &pages[*at]));
    let numbered: Vec<(usize, &PageView<'_, P>)> = numbered.collect();
    let numbers: BTreeMap<&str, usize> = numbered
        .iter()
        .map(|(number, page)| (page.path.as_str(), *number))
        .collect();
    let policies = numbered.par_iter().map(|(number, page)| {
        let among = Among {
            number: *number,
            title: &page.title,
            numbers: &numbers,
        };
        let body = html::print(&page.prose, &Place::among(root, among), blocks)?;
        Ok(context! {
            id => top(*number),
            body => Value::from_safe_string(body.into_string()),
            ..Value::from(Serde(*page))
        })
    });
    let policies: Vec<Value> = policies.collect::<Result<_, Error>>()?;
    Ok(context! {
        policies,
        ..Value::from(Serde(pack))
    })
}
