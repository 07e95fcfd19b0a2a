//! What a site can say besides what the demo says: pages and records that
//! nobody looks after, added to it.

/// Files, with what is put at their end.
pub(super) const MORE: [(&str, &str); 6] = [
    ("content/schedule.toml", SCHEDULE),
    ("content/people.toml", PEOPLE),
    ("content/helplines.toml", HELPLINES),
    ("content/images.toml", IMAGES),
    ("content/staff/kettle.md", STAFF),
    ("content/parents/kettle.md", PARENTS),
];

/// Duties of all kinds that there are, so that every reason is told, and a
/// page that nobody has to approve.
const SCHEDULE: &str = r#"
[[duty]]
id = "never-done"
title = "Kettle"
owner = "dsl"
every = "1 school-year"

[[duty]]
id = "in-words"
title = "Kettle"
owner = "kettle-lead"
every = "regularly"
last = "Autumn 1 2026"

[[duty]]
id = "year"
title = "Kettle"
owner = "kettle-lead"
every = "90 days"
last = "2025-26"
next = "2027-28"

[[duty]]
id = "no-such-term"
title = "Kettle"
owner = "dsl"
every = "2 half-terms"
last = "Spring 1 2019"

[[duty]]
id = "no-term-of-that-day"
title = "Kettle"
owner = "dsl"
every = "3 terms"
last = 2019-02-03

[[duty]]
id = "no-term-after"
title = "Kettle"
owner = "dsl"
every = "40 terms"
last = "Autumn 2 2026"

[[duty]]
id = "month"
title = "Kettle"
owner = "dsl"
every = "2 weeks"
last = "2026-09"
evidence = "A kettle"

[[review]]
page = "staff/kettle"
owner = "kettle-lead"
every = "1 year"
next = "Lent 2026"
last = "Michaelmas 2024"

[[review]]
page = "parents/kettle"
owner = "kettle-lead"
approver = "kettle-lead"
every = "1 year"
last = "2025-02"
next = 2026-12-01
events = [{ on = 2025-06-01, what = "A kettle was bought" }]
"#;

/// Posts that nobody holds, with and without somebody who stands in, and
/// somebody who leaves.
const PEOPLE: &str = r#"
[[role]]
id = "kettle-lead"
title = "Kettle lead"
kind = "person"
for = ["parents", "staff"]
deputy = "kettle-helper"

[[role]]
id = "kettle-helper"
title = "Kettle helper"
kind = "person"
for = ["parents", "staff"]
holders = [{ name = "Ms Kettle", until = 2026-12-20, name_for = ["parents", "staff"] }]

[[role]]
id = "kettle-clerk"
title = "Kettle clerk"
kind = "person"
for = ["parents", "staff"]

[[route]]
about = "kettles and cups"
to = ["kettle-lead", "kettle-clerk", "dsl"]
within = "a week"
instead = ["headteacher"]
for = ["parents", "staff"]
"#;

/// A service with hours of its own, by text alone.
const HELPLINES: &str = r#"
[[helpline]]
id = "kettle-line"
name = "Kettle line"
purpose = "About kettles."
for = ["parents", "staff"]
text = "07700 900123"
hours = [{ days = "Monday to Friday", opens = "08:00", closes = "22:00" }]
source = "https://kettle.example"
verified = 2025-01-02
"#;

/// A picture whose consent is old.
const IMAGES: &str = r#"
[[image]]
file = "kettle.svg"
alt = "A kettle"
use = "website"
consent = "Register 7"
checked = 2025-01-01
"#;

const STAFF: &str = r#"+++
title = "Kettle"
+++

- [x] Fill it
- [ ] Boil it

Ask the [[role:kettle-lead]] or the [[role:kettle-clerk]].[^1] There is [[helpline:kettle-line]] too.

![](../images/kettle.svg)

[^1]: Not both.

```duties
roles = ["dsl", "kettle-lead"]
```

```duties
roles = ["kettle-clerk"]
```

```review
```
"#;

const PARENTS: &str = r#"+++
title = "Kettle"
+++

Ask the [[role:kettle-lead]] or the [[role:kettle-clerk]]. There is [[helpline:kettle-line]] too.

```contacts
roles = ["kettle-lead", "kettle-clerk", "kettle-helper"]
```

```helplines
ids = ["kettle-line"]
```

```routes
about = ["kettles and cups"]
```
"#;

/// The picture.
pub(super) const PICTURE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 6\"><path d=\"M0 0h9v6z\"/></svg>\n";
