//! What the JSON Schema says of values that their types read by themselves.
//!
//! In: a type that is not read field by field. Out: the forms that it takes,
//! for editors of text that know JSON Schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{RawHours, RawTimes};
use crate::audience::Audience;
use crate::date::PartialDate;

impl JsonSchema for PartialDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A day, as in 2026-09-30, or a month in quotes, as in \"2026-09\".",
            "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
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
