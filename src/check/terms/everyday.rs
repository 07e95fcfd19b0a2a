//! Short forms that everybody knows, and words that are written in capitals to
//! be loud.
//!
//! In: a word in capitals. Out: whether it needs no explaining. The lists are
//! short on purpose: who did not go to school here knows fewer of them.

use crate::audience::Audience;

/// Whether such readers know it.
pub(super) fn is_known_to(stem: &str, reader: Audience) -> bool {
    // MP3 and MP4.
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    match reader {
        Audience::Children => CHILDREN.contains(&stem),
        Audience::Parents => GROWN_UPS.contains(&stem),
        Audience::Staff => GROWN_UPS.contains(&stem) || STAFF.contains(&stem),
    }
}

/// Whether an everyday word.
pub(super) fn is_loud(word: &str) -> bool {
    LOUD.binary_search(&word).is_ok()
}

/// Whether a word follows on what somebody does, and is no surname.
pub(super) fn is_of_a_post(word: &str) -> bool {
    POSTS.contains(&word)
}

/// What grown-ups know.
#[rustfmt::skip]
// “PHSE” is a slip for “PSHE”, which `spelling` finds.
const GROWN_UPS: [&str; 146] = [
    "DOB", "PHSE", "XXL",
    "ABC", "AC", "AD", "AGE", "AGM", "ALT", "AM", "AOB", "ASAP", "ASDA", "ATM", "BA", "BBC",
    "BC", "BCE", "BEM", "BSC", "BST", "BT", "CBBC", "CBE", "CCTV", "CD", "CE", "CEO", "COVID",
    "CSV", "CTRL", "CV", "DC", "DEL", "DIY", "DJ", "DNA", "DOC", "DOCX", "DVD", "DVLA", "ESC",
    "ETA", "EU", "FAO", "FAQ", "FIFA", "FM", "GB", "GCSE", "GIF", "GMT", "GP", "GPS", "HD",
    "HDMI", "HM", "HMRC", "HQ", "HR", "HTML", "HTTP", "HTTPS", "ICT", "ID", "IKEA", "IOU",
    "ISBN", "ISO", "IT", "ITV", "JP", "JPEG", "JPG", "KB", "LCD", "LED", "LEGO", "LGBT",
    "LGBTQ", "LTD", "MA", "MB", "MBE", "MOT", "MP", "MPEG", "NASA", "NATO", "NB", "NHS", "NI",
    "OBE", "OFCOM", "OFSTED", "OK", "PC", "PDF", "PE", "PHD", "PIN", "PLC", "PM", "PNG", "PR",
    "PS", "PTA", "PTO", "QR", "QTS", "RAF", "RE", "RIP", "RNLI", "RSPCA", "RSVP", "SAT", "SIM",
    "SMS", "SOS", "SVG", "TB", "TBA", "TBC", "TESCO", "TM", "TV", "UEFA", "UFO", "UK", "UN",
    "UNICEF", "URL", "US", "USA", "USB", "UV", "VAT", "VHS", "VIP", "WIFI", "WWW", "XL", "XLS",
    "XLSX", "ZIP",
];

/// What staff know besides.
#[rustfmt::skip]
const STAFF: [&str; 4] = [
    "EYFS", "LA", "SEN", "TA",
];

/// What children know.
#[rustfmt::skip]
const CHILDREN: [&str; 29] = [
    "ABC", "AD", "AM", "BBC", "BC", "CBBC", "CD", "DJ", "DVD", "FIFA", "GB", "IT", "ITV", "LED",
    "LEGO", "NASA", "OK", "PC", "PE", "PM", "QR", "RE", "SOS", "TV", "UFO", "UK", "US", "USA",
    "XL",
];

/// Everyday words of no more than six letters, in order.
#[rustfmt::skip]
const LOUD: [&str; 290] = [
    "ABOUT", "ADD", "AFTER", "ALERT", "ALL", "ALONE", "ALSO", "ALWAYS", "AN", "AND", "ANY",
    "APR", "APRIL", "ARE", "AS", "ASK", "AT", "AUG", "AWAY", "BACK", "BAD", "BE", "BEEN",
    "BEFORE", "BIG", "BLACK", "BLOCK", "BLUE", "BOOK", "BOOKS", "BOTH", "BRING", "BUT", "BY",
    "CALL", "CAN", "CANNOT", "CARE", "CHILD", "CLASS", "CLEAN", "CLEAR", "CLICK", "CLOSE",
    "CLUB", "CLUBS", "COLD", "COME", "COULD", "DANGER", "DATE", "DAY", "DAYS", "DEC", "DID",
    "DO", "DOES", "DONT", "DOOR", "DOWN", "DRAFT", "DUE", "EACH", "ELSE", "EMPTY", "END",
    "EVER", "EVERY", "FALSE", "FEB", "FINAL", "FIRST", "FIVE", "FOR", "FORM", "FOUND", "FOUR",
    "FREE", "FRI", "FRIDAY", "FROM", "FULL", "FUN", "GAME", "GAMES", "GATE", "GET", "GIVE",
    "GO", "GOOD", "GREEN", "HAD", "HALL", "HAS", "HAVE", "HE", "HEAD", "HELP", "HER", "HERE",
    "HIGH", "HIS", "HOME", "HOT", "HOW", "IF", "IN", "INTO", "IS", "JAN", "JUL", "JULY", "JUN",
    "JUNE", "JUST", "KEEP", "KEY", "KEYS", "LAST", "LESS", "LET", "LIST", "LIVE", "LOCK",
    "LOOK", "LOST", "LOVE", "LOW", "LUNCH", "MAKE", "MANY", "MAR", "MARCH", "MAY", "ME", "MENU",
    "MON", "MONDAY", "MORE", "MOST", "MUCH", "MUST", "MY", "NAME", "NAMES", "NEVER", "NEW",
    "NEXT", "NO", "NONE", "NOT", "NOTE", "NOV", "NOW", "OCT", "OF", "OFF", "OFFICE", "OLD",
    "ON", "ONE", "ONLINE", "ONLY", "OPEN", "OR", "OUR", "OUT", "OVER", "PAGE", "PARENT", "PART",
    "PARTY", "PAUSE", "PHONE", "PHONES", "PHOTO", "PHOTOS", "PLAY", "PLEASE", "POLICY", "POST",
    "PRESS", "PUPIL", "PUPILS", "PUT", "READ", "RED", "REPORT", "RIGHT", "RING", "ROOM", "RULE",
    "RULES", "RUN", "SAFE", "SAFETY", "SAME", "SAY", "SCHOOL", "SEE", "SEP", "SET", "SHALL",
    "SHARE", "SHE", "SHOULD", "SIGN", "SIGNED", "SIX", "SO", "SOME", "STAFF", "START", "STEP",
    "STEPS", "STILL", "STOP", "SUN", "SUNDAY", "SURE", "TABLE", "TAKE", "TALK", "TELL", "TEN",
    "TERM", "THAN", "THANK", "THANKS", "THAT", "THE", "THEM", "THEN", "THERE", "THESE", "THEY",
    "THINK", "THIS", "THOSE", "THREE", "THU", "TIME", "TO", "TOO", "TOP", "TRIP", "TRIPS",
    "TRUE", "TRY", "TUE", "TURN", "TWO", "UNDER", "UNLESS", "UNTIL", "UP", "URGENT", "USE",
    "USED", "USES", "VERY", "VIDEO", "VISIT", "VISITS", "WAIT", "WAS", "WE", "WEAR", "WED",
    "WEEK", "WERE", "WHAT", "WHEN", "WHERE", "WHILE", "WHITE", "WHO", "WHY", "WILL", "WIN",
    "WITH", "WONT", "WORK", "WOULD", "WRONG", "YEAR", "YEARS", "YES", "YOU", "YOUR",
];

/// What stands behind the short form of a post or a team.
#[rustfmt::skip]
const POSTS: [&str; 35] = [
    "assistant", "assistants", "check", "checks", "club", "coordinator", "day", "days",
    "department", "form", "forms", "governor", "group", "guidance", "lead", "leader", "leads",
    "lesson", "lessons", "log", "manager", "meeting", "officer", "officers", "page", "plan",
    "policy", "room", "staff", "suite", "support", "teacher", "team", "training", "website",
];
