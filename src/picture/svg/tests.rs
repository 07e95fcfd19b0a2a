//! Drawings that may be published, and drawings that may not.

use super::*;

pub(in super::super) const DRAWING: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- NOTE-CANARY -->\n",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 12.5\" role='img'>\n",
    "<title>Fish &amp; chips</title><defs><linearGradient id=\"a\"/></defs>\n",
    "<style>.b{fill:url(#a)}</style>\n",
    "<g fill=\"url('#a')\"><path d=\"M0 0h1\" style=\"stroke:#fff\"/><use href=\"#a\"/></g>\n",
    "</svg>\n"
);

fn inside(body: &str) -> Result<Picture, PictureProblem> {
    published(format!("<svg xmlns='{SVG}' viewBox='0 0 1 1'>{body}</svg>").as_bytes())
}

fn root(attributes: &str) -> Result<Picture, PictureProblem> {
    published(format!("<svg xmlns='{SVG}' {attributes}/>").as_bytes())
}

#[test]
fn a_plain_drawing_is_published_without_its_comments() {
    let picture = published(DRAWING.as_bytes()).expect("a good drawing");
    let text = std::str::from_utf8(&picture.bytes).expect("text");
    assert!(!text.contains("CANARY") && !text.contains("<?xml"));
    assert!(text.ends_with(&DRAWING[DRAWING.find("<svg").expect("a root")..]));
    assert_eq!((picture.width, picture.height), (24, 13));
}

#[test]
fn what_runs_is_refused() {
    for body in [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        "<a href='#x'/>",
        "<iframe/>",
        "<SCRIPT/>",
        "<path onclick='x()'/>",
        "<path ONLOAD='x()'/>",
        "<image href='#x'/>",
        "<![CDATA[x]]>",
        "<?xml-stylesheet href='a.css'?>",
        "<!DOCTYPE svg>",
    ] {
        let problem = inside(body).expect_err(body);
        assert!(matches!(problem, PictureProblem::Active { .. }), "{body}");
    }
}

#[test]
fn what_fetches_is_refused() {
    for body in [
        "<use href='other.svg#a'/>",
        "<use xlink:href='https://example.org/a.svg'/>",
        "<use href='&#104;ttps://example.org'/>",
        "<use href=' #a'/>",
        "<path fill='url(https://example.org/a)'/>",
        "<path fill='url( a.svg )'/>",
        "<path style='fill:u\\72l(a.svg)'/>",
        "<path style='fill:URL(&quot;a.svg#b&quot;)'/>",
        "<style>@import 'a.css';</style>",
        "<style>a{b:ur/**/l(x)}</style>",
        "<style>a{b:image-set('x.png' 1x)}</style>",
        "<path d='javascript:x'/>",
    ] {
        let problem = inside(body).expect_err(body);
        assert!(matches!(problem, PictureProblem::Fetches { .. }), "{body}");
    }
}

#[test]
fn notes_of_a_program_are_refused() {
    for body in [
        "<metadata>x</metadata>",
        "<sodipodi:namedview/>",
        "<path inkscape:export-filename='folder/photo.png'/>",
        "<path data-name='Layer 1'/>",
        "<g xmlns:other='urn:x'/>",
        "<g xmlns='http://www.w3.org/1999/xhtml'/>",
    ] {
        let problem = inside(body).expect_err(body);
        assert!(matches!(problem, PictureProblem::Notes { .. }), "{body}");
    }
    let moving = inside("<animate attributeName='x'/>");
    assert_eq!(moving, Err(PictureProblem::Moving));
}

#[test]
fn what_is_not_well_made_is_refused() {
    for body in [
        "<g>",
        "</g>",
        "<g></h>",
        "<g",
        "<g a>",
        "<g a=b/>",
        "<g a='1' a='2'/>",
        "<g a='1'b='2'/>",
        "&nbsp;",
        "&",
        "<!-- ",
        "<g a='<'/>",
        "<path d='&#0;'/>",
    ] {
        assert_eq!(inside(body), Err(PictureProblem::Damaged), "{body}");
    }
    for whole in [
        "",
        "hello",
        "<svg viewBox='0 0 1 1'/>",
        "<g xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0' encoding='UTF-16'?><svg/>",
    ] {
        assert_eq!(
            published(whole.as_bytes()),
            Err(PictureProblem::Damaged),
            "{whole}"
        );
    }
    let deep = "<g>".repeat(9_999);
    assert_eq!(inside(&deep), Err(PictureProblem::Damaged));
    assert_eq!(published(b"\xFF\xFE<"), Err(PictureProblem::Damaged));
    let two = format!("{DRAWING}<svg/>");
    assert_eq!(published(two.as_bytes()), Err(PictureProblem::Damaged));
}

#[test]
fn the_size_is_the_view_box_or_width_and_height() {
    let size = |attributes: &str| root(attributes).map(|picture| (picture.width, picture.height));
    assert_eq!(size("viewBox='-5,0 30 20'"), Ok((30, 20)));
    assert_eq!(size("width='30px' height='20'"), Ok((30, 20)));
    assert_eq!(size("width='9' height='9' viewBox='0 0 3 2'"), Ok((3, 2)));
    assert_eq!(size("viewBox='0 0 NaN 1'"), Ok((0, 1)));
    for attributes in [
        "",
        "width='100%' height='100%'",
        "viewBox='0 0 1'",
        "viewBox='0 0 1 1 1'",
    ] {
        assert_eq!(
            size(attributes),
            Err(PictureProblem::Unsized),
            "{attributes}"
        );
    }
}
