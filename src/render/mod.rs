//! Prints the views.
//!
//! In: a view for each audience, and the theme. Out: [`Printed`], and of it an
//! [`Edition`], every file of the two trees with its bytes. Must never see the site itself, only
//! what the views show of it.
//!
//! 1. The frame of a view (its shell, its menu) is made once, the menu once
//!    for each folder, since links are relative.
//! 2. Each page's prose goes from events to HTML in one pass.
//! 3. Its template is filled, side by side with the others.
//! 4. What the search of the view finds is read from its pages (`search`),
//!    once it is asked for.
//! 5. What a tree needs besides its pages is added (`extras`).
//!
//! [`Printed`]: crate::render::Printed
//! [`Edition`]: crate::render::Edition

mod brand;
mod edition;
mod extras;
mod flowchart;
mod html;
mod kept;
mod markup;
mod pack;
mod qr;
mod say;
mod search;
mod tested;
#[expect(clippy::disallowed_methods, reason = "this room reads the theme")]
mod theme;

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;

use minijinja::context;
use minijinja::value::{Serde, Value};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::audience::Audience;
use crate::error::Error;
use crate::views::child::Child;
use crate::views::parent::Parent;
use crate::views::staff::Staff;
use crate::views::{BlockView, Letter, Outside, Pack, PageKind, PageView, Panel, View, root};
use crate::wording::Wording;

use edition::Files;
pub use edition::{Edition, Printed, PrintedTree, Tree};
use html::Place;
pub use markup::{Html, escape};
pub use search::Search;
pub use theme::Theme;

/// What pages are printed with.
#[derive(Clone, Copy)]
pub struct Press<'t> {
    /// How they look.
    pub theme: &'t Theme,
    /// What was printed before, where somebody looks again and again: a page
    /// that is made of the same is not printed anew.
    pub before: Option<&'t Printed>,
}

/// Prints the three views, and what stands outside them.
///
/// # Errors
/// A template of the theme is wrong.
pub fn print(
    press: Press<'_>,
    child: &View<'_, Child>,
    parent: &View<'_, Parent>,
    staff: &View<'_, Staff>,
    outside: &Outside,
) -> Result<Printed, Error> {
    let Press { theme, before } = press;
    let mut printed = Printed::default();
    let mut count = |audience, pages: usize| printed.pages.insert(audience, pages);
    count(Audience::Children, child.pages().len());
    count(Audience::Parents, parent.pages().len());
    count(Audience::Staff, staff.pages().len());
    let web = &mut printed.web;
    let web_before = before.map(|before| &before.web);
    view(theme, child, "child", web, web_before)?;
    view(theme, parent, "parent", web, web_before)?;
    extras::web(theme, child, parent, outside, &mut web.files)?;
    assets(theme, outside.brand.as_deref(), &mut web.files);
    let tree = &mut printed.staff;
    view(
        theme,
        staff,
        "staff",
        tree,
        before.map(|before| &before.staff),
    )?;
    extras::staff(outside, &mut tree.files);
    assets(theme, outside.brand.as_deref(), &mut tree.files);
    Ok(printed)
}

fn assets(theme: &Theme, brand: Option<&str>, files: &mut Files) {
    for (name, bytes) in theme.assets() {
        let bytes = match brand {
            Some(colour) if name == "signpost.css" => brand::styled(bytes, colour),
            Some(_) | None => Arc::clone(bytes),
        };
        files.insert(format!("assets/{name}"), bytes);
    }
}

/// The page that a worried child goes to.
const HELP: &str = "children/help.html";

/// What is the same on every page of a view.
struct Frame<'v, P: Panel> {
    theme: &'v Theme,
    panel_of: PhantomData<P>,
    /// The folder of this view's templates.
    folder: &'static str,
    shell: Value,
    /// The panel's own keys, beside `page`, `site`, `root` and `nav`.
    panel: Value,
    /// The menu by depth of the folder, since its links are relative.
    menus: BTreeMap<String, String>,
    /// A to Z.
    index: &'v [Letter],
    /// All policies as one document, and the pages that it is made of.
    pack: Option<&'v Pack>,
    pages: &'v [PageView<'v, P>],
    /// The address of the site.
    address: Option<&'v str>,
}

fn view<P: Panel>(
    theme: &Theme,
    view: &View<'_, P>,
    folder: &'static str,
    tree: &mut PrintedTree,
    before: Option<&PrintedTree>,
) -> Result<(), Error> {
    let mut frame = Frame {
        theme,
        panel_of: PhantomData,
        folder,
        shell: Value::from(Serde(view.shell())),
        panel: Value::from(Serde(view.panel())),
        menus: BTreeMap::new(),
        index: view.index(),
        pack: view.pack(),
        pages: view.pages(),
        address: view.shell().address.as_deref(),
    };
    for page in view.pages() {
        let root = root(&page.path);
        if !frame.menus.contains_key(&root) {
            let context = context! {
                site => frame.shell.clone(),
                root => root.clone(),
                menu => Value::from(Serde(view.menu())),
            };
            let menu = theme.fill("nav.html", context)?;
            frame.menus.insert(root, menu);
        }
    }
    let around = kept::number(&(theme.number(), view.shell(), view.panel(), &frame.menus));
    let print = |page: &PageView<'_, P>| {
        let number = kept::of_page(around, page);
        let as_before = before.and_then(|before| before.page(&page.path, number?));
        let bytes = match as_before {
            Some(bytes) => bytes,
            None => frame.page(page)?.into_bytes().into(),
        };
        Ok((bytes, number))
    };
    let printed = view.pages().par_iter().map(print);
    let printed: Vec<(Arc<[u8]>, Option<u64>)> = printed.collect::<Result<_, Error>>()?;
    let files = &mut tree.files;
    for (page, (bytes, number)) in view.pages().iter().zip(printed) {
        files.insert(page.path.clone(), bytes);
        let number = number.map(|number| (page.path.clone(), number));
        tree.made_of.extend(number);
    }
    if let Some(search) = Search::of(view.pages(), files, theme.wording()) {
        tree.search = Some(search);
    }
    for moved in view.moved() {
        let context = context! {
            site => frame.shell.clone(),
            root => root(&moved.path),
            target => moved.target.clone(),
            title => moved.title.clone(),
        };
        let page = theme.fill("moved.html", context)?;
        files.insert(moved.path.clone(), page.into_bytes().into());
    }
    for (path, bytes) in view.files() {
        files.insert(path.clone(), Arc::clone(bytes));
    }
    Ok(())
}

impl<P: Panel> Frame<'_, P> {
    /// A to Z, on the page for it.
    fn index(&self, kind: PageKind) -> Value {
        if kind == PageKind::AToZ {
            Value::from(Serde(self.index))
        } else {
            Value::from(())
        }
    }

    /// The code that leads to the children's help page, on the poster of it;
    /// none while nobody has said where the site is.
    fn code(&self, kind: PageKind) -> Value {
        let address = self.address.filter(|_| kind == PageKind::Poster);
        let code = address.and_then(|address| {
            let title = self.theme.wording().said("poster.code", &[]);
            qr::code(&format!("{address}/{HELP}"), &title)
        });
        code.map_or_else(
            || Value::from(()),
            |code| Value::from_safe_string(code.into_string()),
        )
    }

    /// What the theme was tested with, on the page that tells of it.
    fn made(&self, kind: PageKind) -> Value {
        if kind == PageKind::Statement {
            tested::told(self.theme.wording())
        } else {
            Value::from(())
        }
    }

    /// All policies, on the page where they stand as one document.
    fn pack(&self, page: &PageView<'_, P>) -> Result<Value, Error> {
        match self.pack.filter(|_| page.kind == PageKind::Pack) {
            Some(pack) => pack::print(pack, self.pages, &root(&page.path), self),
            None => Ok(Value::from(())),
        }
    }

    fn page(&self, page: &PageView<'_, P>) -> Result<String, Error> {
        let root = root(&page.path);
        let body = html::print(&page.prose, &Place::page(&root), self)?;
        let name = match page.kind {
            PageKind::Front => "front",
            PageKind::Page => "page",
            PageKind::Help => "help",
            PageKind::Younger | PageKind::Older => "band",
            PageKind::Poster => "poster",
            PageKind::AToZ => "a-to-z",
            PageKind::Search => "search",
            PageKind::Changes => "changes",
            PageKind::People => "people",
            PageKind::Glossary => "terms",
            PageKind::Reviews => "reviews",
            PageKind::Calendar => "calendar",
            PageKind::Governors => "governors",
            PageKind::Statement => "statement",
            PageKind::Pack => "pack",
        };
        let menu = self.menus.get(&root).map_or("", String::as_str);
        let context = context! {
            site => self.shell.clone(),
            nav => Value::from_safe_string(marked(menu, &root, &page.path)),
            root => root.clone(),
            page => context! {
                body => Value::from_safe_string(body.into_string()),
                index => self.index(page.kind),
                code => self.code(page.kind),
                pack => self.pack(page)?,
                ..Value::from(Serde(page))
            },
            made => self.made(page.kind),
            ..self.panel.clone()
        };
        self.theme
            .fill(&format!("{}/{name}.html", self.folder), context)
    }
}

/// The menu with the page's own line marked as where the reader is.
fn marked(menu: &str, root: &str, path: &str) -> String {
    let mut link = String::from("href=\"");
    escape(&mut link, root);
    escape(&mut link, path);
    link.push('"');
    match menu.split_once(&link) {
        Some((before, after)) => format!("{before}{link} aria-current=\"page\"{after}"),
        None => menu.to_owned(),
    }
}

/// What is drawn beside a block: the flowchart of a procedure, for grown-ups.
fn drawing<P: Panel>(block: &BlockView<P>, number: &str, wording: &Wording) -> Option<Value> {
    let BlockView::Procedure(procedure) = block else {
        return None;
    };
    let drawn = match P::AUDIENCE {
        Audience::Children => None,
        Audience::Parents | Audience::Staff => {
            flowchart::draw(procedure, &format!("_block-{number}"), wording)
        }
    };
    drawn.map(|drawn| Value::from_safe_string(drawn.into_string()))
}

impl<P: Panel> html::Blocks<P> for Frame<'_, P> {
    fn wording(&self) -> &Wording {
        self.theme.wording()
    }

    fn block(&self, block: &BlockView<P>, root: &str, number: &str) -> Result<Html, Error> {
        let context = context! {
            site => self.shell.clone(),
            root => root,
            number => number,
            drawing => drawing(block, number, self.wording()),
            ..Value::from(Serde(block))
        };
        let name = format!("{}/{}.html", self.folder, block.template());
        Ok(Html::written(self.theme.fill(&name, context)?))
    }
}
