//! What the JSON Schema says of values that their types read by themselves.
//!
//! In: a type that is not read field by field. Out: the forms that it takes,
//! for editors of text that know JSON Schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{RawHours, RawTimes};
use crate::audience::Audience;
use crate::date::{Every, Interval, PartialDate, Period};

/// A day, in quotes or bare. Editors take a bare one for a text with this
/// format (Tombi), or for a text of any form (Taplo).
fn day() -> Schema {
    json_schema!({
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    })
}

impl JsonSchema for PartialDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, as in 2026-09-30, or a month in quotes, as in \"2026-09\".",
            "anyOf": [day(), { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" }]
        })
    }
}

impl JsonSchema for Period {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, as in 2026-09-30, or in quotes a month (\"2026-09\"), a term (\"Autumn 2026\"), half a term (\"Autumn 1 2026\") or a school year (\"2026-27\").",
            "anyOf": [day(), { "type": "string" }]
        })
    }
}

impl JsonSchema for Interval {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Interval".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A number of days, weeks, months, years, half-terms, terms or school-years, as in \"1 year\".",
            "pattern": "^[1-9][0-9]{0,3} (day|week|month|year|half-term|term|school-year)s?$"
        })
    }
}

impl JsonSchema for Every {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Every".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "How often: a number of days, weeks, months, years, half-terms, terms or school-years, as in \"1 year\"."
        })
    }
}

impl JsonSchema for Audience {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Reader".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = Audience::ALL.map(Audience::word);
        json_schema!({ "type": "string", "enum": words })
    }
}

impl JsonSchema for RawHours {
    fn schema_name() -> Cow<'static, str> {
        "RawHours".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let times = generator.subschema_for::<Vec<RawTimes>>();
        json_schema!({
            "description": "When a service answers: always, not-stated, or days and times.",
            "anyOf": [{ "type": "string", "enum": ["always", "not-stated"] }, times]
        })
    }
}
