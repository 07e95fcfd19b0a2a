//! The pairs of colours that the theme makes of a school's own.
//!
//! This is the one list. A test holds that the stylesheet has these values and
//! uses the school's colour nowhere else.

use super::Colour;

/// A screen that is light, or one that its reader has made dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Dark words on light.
    Light,
    /// Light words on dark.
    Dark,
}

/// A colour of the theme, by its name in the stylesheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// The school's colour.
    Brand,
    /// The words on it.
    BrandInk,
    /// A panel with some of it.
    BrandSoft,
    /// What lies behind a page's text.
    Paper,
    /// Words.
    Ink,
    /// Words that matter less.
    Soft,
    /// Links.
    Link,
    /// Links that were followed before.
    Seen,
    /// The ring around what the keyboard has reached.
    Focus,
    /// The dark edge of that ring.
    FocusInk,
}

/// Two colours that meet.
#[derive(Debug)]
pub struct Pair {
    /// What is to be seen. Of several, one that can be seen is enough.
    pub front: &'static [Token],
    /// What lies behind it.
    pub back: Token,
    /// The least contrast (WCAG 2.2): 4.5 for words, 3 for marks.
    pub least: f64,
    /// What it is, in the words of a sentence to an editor.
    pub what: &'static str,
}

static PAIRS: [Pair; 6] = [
    Pair {
        front: &[Token::BrandInk],
        back: Token::Brand,
        least: 4.5,
        what: "words in the band at the head of pages and on buttons",
    },
    Pair {
        front: &[Token::Ink],
        back: Token::BrandSoft,
        least: 4.5,
        what: "words at the foot of pages",
    },
    Pair {
        front: &[Token::Soft],
        back: Token::BrandSoft,
        least: 4.5,
        what: "what the foot of children's pages says of their review",
    },
    Pair {
        front: &[Token::Link],
        back: Token::BrandSoft,
        least: 4.5,
        what: "links at the foot of pages and in the panel for worried parents",
    },
    Pair {
        front: &[Token::Seen],
        back: Token::BrandSoft,
        least: 4.5,
        what: "links in the panel for worried parents that were followed before",
    },
    Pair {
        front: &[Token::Focus, Token::FocusInk],
        back: Token::Brand,
        least: 3.0,
        what: "the ring around what the keyboard has reached",
    },
];

/// Where the stylesheet uses the school's colour in one of the pairs: the
/// selector and the property.
pub static USES: [(&str, &str); 15] = [
    (":root", "--brand-soft"),
    (".top", "background"),
    (".top", "color"),
    (".button", "background"),
    (".button", "color"),
    (".chart .end", "fill"),
    (".foot", "background"),
    (".band", "background"),
    (".reach[aria-current]", "background"),
    (".reach[aria-current]", "color"),
    (".say .mark", "background"),
    (".say .mark", "color"),
    (".worry", "background"),
    (".children .ways li:first-child .reach", "background"),
    (".children .ways li:first-child .reach", "color"),
];

/// Where it is a line beside words that say the same without it, so that no
/// contrast is asked for.
pub static TRIMMINGS: [(&str, &str); 7] = [
    (".contact, .helpline, .route, .paper, .person", "border-top"),
    (".choice:hover", "border-color"),
    (".foot", "border-top"),
    (".adult .menu a[aria-current]", "border-inline-start-color"),
    (".worry", "border-inline-start"),
    (".staff .top", "border-bottom"),
    (".children .ways li:first-child .reach", "border-color"),
];

/// Every pair.
pub fn pairs() -> impl Iterator<Item = &'static Pair> {
    PAIRS.iter()
}

impl Token {
    /// The colours that do not hang on the school's, with their values.
    pub const FIXED: [Token; 7] = [
        Token::Paper,
        Token::Ink,
        Token::Soft,
        Token::Link,
        Token::Seen,
        Token::Focus,
        Token::FocusInk,
    ];

    /// The name in the stylesheet.
    pub fn name(self) -> &'static str {
        match self {
            Token::Brand => "--brand",
            Token::BrandInk => "--brand-ink",
            Token::BrandSoft => "--brand-soft",
            Token::Paper => "--paper",
            Token::Ink => "--ink",
            Token::Soft => "--soft",
            Token::Link => "--link",
            Token::Seen => "--seen",
            Token::Focus => "--focus",
            Token::FocusInk => "--focus-ink",
        }
    }

    /// The value in the stylesheet, unless it hangs on the school's colour.
    pub fn value(self, screen: Screen) -> Option<&'static str> {
        let (light, dark) = match self {
            Token::Brand | Token::BrandInk | Token::BrandSoft => return None,
            Token::Paper => ("#ffffff", "#18211f"),
            Token::Ink => ("#16211f", "#edf2f0"),
            Token::Soft => ("#48544f", "#b7c3bf"),
            Token::Link => ("#0b5562", "#86d3dd"),
            Token::Seen => ("#5a3a80", "#c9b0ee"),
            Token::Focus => ("#ffdd00", "#ffdd00"),
            Token::FocusInk => ("#0b0c0c", "#0b0c0c"),
        };
        Some(match screen {
            Screen::Light => light,
            Screen::Dark => dark,
        })
    }

    /// The colour itself, with the school's.
    fn colour(self, brand: Colour, screen: Screen) -> Colour {
        let fixed = |token: Token| token.value(screen).and_then(Colour::read).unwrap_or(brand);
        match self {
            Token::Brand => brand,
            Token::BrandInk => Colour::read(brand.ink()).unwrap_or(brand),
            Token::BrandSoft => brand.mixed(screen.share(), fixed(Token::Paper)),
            Token::Paper
            | Token::Ink
            | Token::Soft
            | Token::Link
            | Token::Seen
            | Token::Focus
            | Token::FocusInk => fixed(self),
        }
    }
}

impl Screen {
    /// How much of the school's colour is in a panel.
    pub fn share(self) -> f64 {
        match self {
            Screen::Light => 0.12,
            Screen::Dark => 0.24,
        }
    }
}

impl Pair {
    /// The contrast with a school's colour.
    pub fn contrast(&self, brand: Colour, screen: Screen) -> f64 {
        let back = self.back.colour(brand, screen);
        let fronts = self.front.iter();
        fronts
            .map(|front| front.colour(brand, screen).contrast(back))
            .fold(1.0, f64::max)
    }
}
