//! What helps somebody who would get round a school's locks and passwords.
//!
//! In: a text that children or parents read. Out: each sentence that says how
//! the school's passwords are made, what opens a door, or which product keeps
//! the school safe. Advice to families is not meant, and must never be taken
//! for it: most of what a school says of passwords is advice.

mod doors;
mod network;
mod passwords;

use std::ops::Range;
use std::sync::OnceLock;

use crate::check::sink::Said;
use crate::diagnostic::{Rule, Severity, explained};
use crate::model::Site;
use crate::words::{Mark, Passage, Words};

/// Nothing on a public page helps somebody who would get in (seeds J20).
pub(super) static SECURITY_DETAIL: Rule = Rule {
    name: "security-detail",
    severity: Severity::Warning,
    summary: "No page for children or parents says what helps somebody to get into the school or its computers.",
    explanation: explained!("security-detail"),
};

/// A word that something can be found by, as it stands in a text.
const KEYS: [&str; 33] = [
    "assword",
    "asscode",
    "assphrase",
    "PIN",
    "ogin",
    "sername",
    " code",
    "Code",
    "keypad",
    "ombination",
    "spare key",
    "alarm",
    "Alarm",
    "CCTV",
    "cameras",
    "two-",
    "Two-",
    "multi-factor",
    "2FA",
    "MFA",
    "outer",
    "erver",
    "192.168.",
    "Windows",
    "wi-fi",
    "wifi",
    "Wi-Fi",
    "WiFi",
    "ireless",
    "etwork key",
    "gate",
    "door",
    "ackup",
];

/// Whether something could be found in a text. Asked of every text there is, so
/// it goes through it once, whatever is looked for.
pub(super) fn concern(text: &str) -> bool {
    static FIRST: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    let by_first_byte = FIRST.get_or_init(|| {
        let mut by_first_byte = vec![Vec::new(); 256];
        for key in KEYS.iter().chain(&network::PRODUCTS) {
            by_first_byte[usize::from(key.as_bytes()[0])].push(*key);
        }
        by_first_byte
    });
    let bytes = text.as_bytes();
    bytes.windows(2).enumerate().any(|(at, pair)| {
        let keys = &by_first_byte[usize::from(pair[0])];
        keys.iter()
            .any(|key| pair[1] == key.as_bytes()[1] && bytes[at..].starts_with(key.as_bytes()))
    })
}

/// What gives too much away in a passage, one for each sentence.
pub(super) fn find(site: &Site, passage: &Passage, found: &mut Vec<(Said, Range<usize>)>) {
    if !concern(passage.text()) {
        return;
    }
    let words = passage.words();
    let mut start = 0;
    while let Some(first) = words.get(start) {
        let mut end = start + 1;
        while words
            .get(end)
            .is_some_and(|word| word.sentence == first.sentence)
        {
            end += 1;
        }
        let sentence = Sentence {
            passage,
            words: &words,
            range: start..end,
        };
        if let Some((detail, at)) = sentence.detail(site) {
            let said = detail.said(&passage.text()[words.span(at.clone())]);
            found.push((said, words.span(at)));
        }
        start = end;
    }
}

/// What a sentence gives away.
#[derive(Clone, Copy)]
enum Detail {
    /// What passwords look like, how often they change, or one of them.
    Password,
    /// That signing in takes no second step.
    OneStep,
    /// What opens a door or a gate, or when nobody watches.
    Door,
    /// The name of a product that keeps the school safe.
    Product,
    /// Where a machine stands, or its address.
    Machine,
}

impl Detail {
    fn said(self, words: &str) -> Said {
        let (what, todo) = match self {
            Detail::Password => (
                "tells a stranger about the school's passwords",
                "Leave it out, or keep it in a part for staff. What families should do themselves can stand here.",
            ),
            Detail::OneStep => (
                "tells a stranger how few steps it takes to sign in",
                "Leave it out, or keep it in a part for staff.",
            ),
            Detail::Door => (
                "tells a stranger how to get into the building",
                "Leave it out, and give it to those who need it by hand.",
            ),
            Detail::Product => (
                "names a product that keeps the school safe",
                "Write what it does, such as “a filter” or “a program against viruses”, or keep the name in a part for staff.",
            ),
            Detail::Machine => (
                "tells a stranger where to find the school's machines",
                "Leave it out, or keep it in a part for staff.",
            ),
        };
        (
            &SECURITY_DETAIL,
            format!("“{words}” {what}."),
            todo.to_owned(),
        )
    }
}

/// A sentence, word by word.
struct Sentence<'p> {
    passage: &'p Passage,
    words: &'p Words<'p>,
    range: Range<usize>,
}

/// Words of the school's own doings.
const SCHOOLS: [&str; 22] = [
    "our",
    "we",
    "school",
    "school's",
    "schools",
    "staff",
    "pupil",
    "pupils",
    "pupil's",
    "pupils'",
    "teachers",
    "teacher",
    "classroom",
    "class",
    "office",
    "network",
    "us",
    "governors",
    "visitors",
    "guest",
    "default",
    "headteacher",
];
/// Words of advice to those who read it.
const READERS: [&str; 10] = [
    "you", "your", "yours", "i", "my", "me", "yourself", "families", "parents", "children",
];
/// Whatever else stands in such a sentence, it is advice or a lesson.
const ADVICE: [&str; 28] = [
    "home",
    "good",
    "strong",
    "stronger",
    "strongest",
    "best",
    "better",
    "never",
    "learn",
    "learns",
    "learnt",
    "teach",
    "taught",
    "lesson",
    "lessons",
    "suggest",
    "recommend",
    "advise",
    "advice",
    "tip",
    "tips",
    "example",
    "imagine",
    "should",
    "try",
    "quiz",
    "forget",
    "forgotten",
];
/// How advice begins.
const ORDERS: [&str; 40] = [
    "use", "choose", "pick", "make", "do", "don't", "keep", "change", "set", "turn", "switch",
    "put", "think", "tell", "write", "type", "check", "ask", "help", "talk", "give", "take", "add",
    "avoid", "always", "please", "let", "try", "update", "install", "have", "read", "look", "go",
    "open", "remember", "reset", "create", "enter", "log",
];

impl Sentence<'_> {
    fn detail(&self, site: &Site) -> Option<(Detail, Range<usize>)> {
        passwords::detail(self)
            .or_else(|| doors::detail(self))
            .or_else(|| network::detail(self, site))
    }

    /// Its words in small letters, each with its place.
    fn plain(&self) -> impl Iterator<Item = (usize, &str)> {
        let read = self.range.clone().filter(|at| self.is_read(*at));
        read.map(|at| (at, self.words.plain(at)))
    }

    fn is_read(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| word.mark != Mark::Reference)
    }

    /// The word at a place of this sentence, in small letters; nothing beyond.
    fn word(&self, at: usize) -> &str {
        if self.range.contains(&at) {
            self.words.plain(at)
        } else {
            ""
        }
    }

    fn has(&self, some: &[&str]) -> bool {
        self.plain().any(|(_, word)| some.contains(&word))
    }

    /// Where one of some phrases begins first, and where it ends.
    fn phrase(&self, phrases: &[&str]) -> Option<Range<usize>> {
        self.range.clone().find_map(|at| {
            let first = self.word(at);
            let begins = |phrase: &&&str| phrase.starts_with(first);
            phrases.iter().filter(begins).find_map(|phrase| {
                let mut end = at;
                for wanted in phrase.split(' ') {
                    if self.word(end) != wanted {
                        return None;
                    }
                    end += 1;
                }
                Some(at..end)
            })
        })
    }

    /// Whether it is advice to those who read it, and not about the school.
    fn is_advice(&self) -> bool {
        let is_order = ORDERS.contains(&self.word(self.range.start));
        let safe = [
            "safe password",
            "safe passwords",
            "safer password",
            "stay safe",
            "keep safe",
        ];
        is_order
            || self.has(&ADVICE)
            || self.phrase(&safe).is_some()
            || (self.has(&READERS) && !self.has(&SCHOOLS))
    }

    /// What stands between two words.
    fn between(&self, at: usize) -> &str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(word), Some(next)) => &self.passage.text()[word.span.end..next.span.start],
            (_, _) => "",
        }
    }

    /// Whether a word looks like something to be typed: digits in it, capitals
    /// within, in quotes or as code.
    fn is_to_be_typed(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|_| self.range.contains(&at)) else {
            return false;
        };
        let said = self.words.said(at);
        let before = at.checked_sub(1).map_or("", |before| self.between(before));
        word.mark == Mark::Code
            || said.chars().any(|c| c.is_ascii_digit())
            || said.chars().skip(1).any(char::is_uppercase)
            || before.ends_with(['“', '"', '‘', '\''])
            || (said.starts_with(char::is_uppercase) && said != "I")
    }

    /// From one word to another.
    fn range(&self, from: usize, to: usize) -> Range<usize> {
        from.min(to)..(from.max(to) + 1).min(self.range.end)
    }
}
