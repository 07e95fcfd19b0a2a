//! Who may see what.
//!
//! The ground of the audience wall: the three audiences, sets of them, a
//! value that only its readers can take out ([`Guarded`]), and the one
//! function that cuts labelled text down to what an audience may read
//! ([`retain`]). Nothing here knows a page, a record or a template, and
//! nothing here can be serialised: only `views` may turn a thing into
//! something a template can print.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;

/// One of the three groups of readers that a portal is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Pupils of 5 to 11.
    Children,
    /// Parents and carers, and with them everybody on the open web.
    Parents,
    /// People who work or volunteer at the school.
    Staff,
}

impl Audience {
    /// Every audience, in the order in which they are named to editors.
    pub const ALL: [Audience; 3] = [Audience::Children, Audience::Parents, Audience::Staff];

    /// The word that records, labels and folders use for this audience.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Children => "children",
            Audience::Parents => "parents",
            Audience::Staff => "staff",
        }
    }

    /// Reads an audience's word, in any case.
    pub fn from_word(word: &str) -> Option<Audience> {
        Audience::ALL
            .into_iter()
            .find(|audience| audience.word().eq_ignore_ascii_case(word))
    }

    fn bit(self) -> u8 {
        match self {
            Audience::Children => 1,
            Audience::Parents => 2,
            Audience::Staff => 4,
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A set of audiences.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Audiences(u8);

impl Audiences {
    /// Nobody.
    pub const NONE: Audiences = Audiences(0);
    /// Staff alone: what a thing without any statement of readers is for.
    pub const STAFF: Audiences = Audiences(4);
    /// Children, parents and staff.
    pub const EVERYONE: Audiences = Audiences(7);

    /// Whether this set has `audience` in it.
    pub fn contains(self, audience: Audience) -> bool {
        self.0 & audience.bit() != 0
    }

    /// Whether nobody is in this set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether everybody in this set is in `outer` too.
    pub fn within(self, outer: Audiences) -> bool {
        self.0 & !outer.0 == 0
    }

    /// Those who are in both sets.
    #[must_use]
    pub fn and(self, other: Audiences) -> Audiences {
        Audiences(self.0 & other.0)
    }

    /// Those who are in either set.
    #[must_use]
    pub fn or(self, other: Audiences) -> Audiences {
        Audiences(self.0 | other.0)
    }

    /// Those of this set who are not in `other`.
    #[must_use]
    pub fn without(self, other: Audiences) -> Audiences {
        Audiences(self.0 & !other.0)
    }

    /// The audiences of this set, in the order of [`Audience::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Audience> {
        Audience::ALL.into_iter().filter(move |a| self.contains(*a))
    }
}

impl From<Audience> for Audiences {
    fn from(audience: Audience) -> Audiences {
        Audiences(audience.bit())
    }
}

impl FromIterator<Audience> for Audiences {
    fn from_iter<I: IntoIterator<Item = Audience>>(audiences: I) -> Audiences {
        audiences
            .into_iter()
            .fold(Audiences::NONE, |set, audience| set.or(audience.into()))
    }
}

impl fmt::Display for Audiences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.iter().map(Audience::word).collect();
        match words.split_last() {
            None => f.write_str("nobody"),
            Some((last, [])) => f.write_str(last),
            Some((last, rest)) => write!(f, "{} and {last}", rest.join(", ")),
        }
    }
}

impl fmt::Debug for Audiences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The proof that a view is being made for one audience.
///
/// `views::View::of` makes the only ones; a test keeps it so.
///
/// ```
/// let whom = signpost::audience::Reader::audience;
/// ```
/// ```compile_fail
/// let whom = signpost::audience::Reader::of;
/// ```
#[derive(Debug)]
pub struct Reader(Audience);

impl Reader {
    /// Stands for `audience`. Called by `views::View::of` and nobody else.
    pub(crate) fn of(audience: Audience) -> Reader {
        Reader(audience)
    }

    /// Whom this reader is one of.
    pub fn audience(&self) -> Audience {
        self.0
    }
}

/// A value that only its readers can take out.
///
/// It does not dereference, cannot be serialised, and does not show its value
/// when it is debugged. Each of the following compiles, and does not when one
/// line is written the other way.
///
/// The value is out of reach of everyone without a reader:
///
/// ```
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new("the door code", Audiences::STAFF);
/// assert_eq!(format!("{note:?}"), "Guarded(for staff)");
/// ```
/// ```compile_fail
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new("the door code", Audiences::STAFF);
/// assert_eq!(format!("{:?}", note.value), "Guarded(for staff)");
/// ```
///
/// It cannot be serialised, so no template can print it:
///
/// ```
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new("the door code", Audiences::STAFF);
/// assert!(serde_json::to_string(&note.audiences().to_string()).is_ok());
/// ```
/// ```compile_fail
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new("the door code", Audiences::STAFF);
/// assert!(serde_json::to_string(&note).is_ok());
/// ```
///
/// It does not stand in for its value:
///
/// ```
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new(String::from("the door code"), Audiences::STAFF);
/// let text: &str = note.inspect();
/// assert_eq!(text.len(), 13);
/// ```
/// ```compile_fail
/// use signpost::audience::{Audiences, Guarded};
/// let note = Guarded::new(String::from("the door code"), Audiences::STAFF);
/// let text: &str = &note;
/// assert_eq!(text.len(), 13);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Guarded<T> {
    value: T,
    audiences: Audiences,
}

impl<T> Guarded<T> {
    /// Guards `value`: from now on only `audiences` can have it.
    pub fn new(value: T, audiences: Audiences) -> Guarded<T> {
        Guarded { value, audiences }
    }

    /// Whom the value is for.
    pub fn audiences(&self) -> Audiences {
        self.audiences
    }

    /// The value, for a reader whom it is for.
    pub fn reveal(&self, reader: &Reader) -> Option<&T> {
        self.audiences
            .contains(reader.audience())
            .then_some(&self.value)
    }

    /// The value, whoever it is for. Only `check` and `model` may look, and
    /// only to judge it: a test keeps every other room from calling this.
    pub fn inspect(&self) -> &T {
        &self.value
    }
}

impl<T> fmt::Debug for Guarded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guarded(for {})", self.audiences)
    }
}

/// A stretch of a labelled text: a byte range, and how it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The bytes of the text, whole lines, without overlap and in order.
    pub range: Range<usize>,
    /// The label in this stretch (`[!STAFF]`), which is blanked out: its
    /// bytes are never part of what anybody reads.
    pub label: Option<Range<usize>>,
}

/// What an audience may read of a labelled text.
///
/// It has no `Serialize` and no `Deref`: a view takes the text with its
/// reader, `check` and `model` look at it with [`Retained::inspect`].
///
/// ```
/// use signpost::audience::{Audience, retain};
/// let text = retain("Ring the bell.", &[], Audience::Parents);
/// assert!(serde_json::to_string(text.inspect()).is_ok());
/// ```
/// ```compile_fail
/// use signpost::audience::{Audience, retain};
/// let text = retain("Ring the bell.", &[], Audience::Parents);
/// assert!(serde_json::to_string(&text).is_ok());
/// ```
pub struct Retained<'t> {
    text: Cow<'t, str>,
    audience: Audience,
    /// Where each kept stretch begins: in the cut text, and in the whole.
    starts: Vec<(usize, usize)>,
    /// Starts, in the cut text, of the labelled quotes, which are shown
    /// without their quote mark.
    unquoted: Vec<usize>,
}

impl<'t> Retained<'t> {
    /// The text, for a reader of the audience it was cut for.
    pub fn release(self, reader: &Reader) -> Option<(Cow<'t, str>, Vec<usize>)> {
        (self.audience == reader.audience()).then_some((self.text, self.unquoted))
    }

    /// The text, to be judged and never to be shown.
    pub fn inspect(&self) -> &str {
        &self.text
    }

    /// The place in the whole text that a place in the cut text came from.
    pub fn origin(&self, offset: usize) -> usize {
        let at = self.starts.partition_point(|(cut, _)| *cut <= offset);
        match at.checked_sub(1).and_then(|i| self.starts.get(i)) {
            Some((cut, whole)) => whole + (offset - cut),
            None => offset,
        }
    }
}

impl Retained<'_> {
    /// The span of the whole text that a span of the cut text came from.
    pub fn origin_of(&self, span: Range<usize>) -> Range<usize> {
        let start = self.origin(span.start);
        if span.end <= span.start {
            return start..start;
        }
        start..self.origin(span.end - 1).max(start) + 1
    }
}

impl fmt::Debug for Retained<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Retained(for {})", self.audience)
    }
}

/// Cuts a labelled text down to what `audience` may read.
///
/// The cut text has nothing of what was left out: not its words, not its
/// number of lines, not its place, so whatever is made of it cannot differ
/// when only the rest differs. A text without stretches is for everybody who
/// may see the page, and is not copied.
pub fn retain<'t>(
    text: &'t str,
    stretches: &[Guarded<Stretch>],
    audience: Audience,
) -> Retained<'t> {
    if stretches.is_empty() {
        return Retained {
            text: Cow::Borrowed(text),
            audience,
            starts: Vec::new(),
            unquoted: Vec::new(),
        };
    }
    let mut cut = String::with_capacity(text.len());
    let mut starts = Vec::new();
    let mut unquoted = Vec::new();
    let mut skipped = false;
    let (mut begun, mut looked) = (false, 0);
    for stretch in stretches {
        if !stretch.audiences.contains(audience) {
            skipped = true;
            continue;
        }
        let Stretch { range, label } = &stretch.value;
        // What stood before and after a gap must not run together. How long
        // the gap was does not show: blank lines belong to what they follow.
        // At the very beginning there is nothing to run together.
        begun = begun || cut.bytes().skip(looked).any(|byte| !is_blank(byte));
        looked = cut.len();
        if skipped && begun && !ends_in_blank_line(&cut) {
            cut.push_str(if cut.ends_with('\n') { "\n" } else { "\n\n" });
        }
        skipped = false;
        starts.push((cut.len(), range.start));
        match label {
            None => cut.push_str(&text[range.clone()]),
            Some(label) => {
                let before = &text[range.start..label.start];
                unquoted.push(cut.len() + before.find('>').unwrap_or(0));
                cut.push_str(before);
                cut.extend(std::iter::repeat_n(' ', label.len()));
                cut.push_str(&text[label.end..range.end]);
            }
        }
    }
    Retained {
        text: Cow::Owned(cut),
        audience,
        starts,
        unquoted,
    }
}

/// Whether a byte ends a line or is not seen in one.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\n' | b' ' | b'\t')
}

/// Whether the last line has nothing in it, or nothing that is seen.
fn ends_in_blank_line(text: &str) -> bool {
    let Some(above) = text.strip_suffix('\n') else {
        return false;
    };
    let last = above
        .bytes()
        .rev()
        .find(|byte| !matches!(byte, b' ' | b'\t'));
    last.is_none_or(|byte| byte == b'\n')
}
