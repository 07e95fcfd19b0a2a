//! Records that are made from a schema: all that it allows, or the least.

use serde_json::{Map, Value};

/// How much of an object is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    All,
    Required,
}

/// What is done to one of the objects of an example, the `n`-th.
#[derive(Clone)]
enum Change {
    Nothing,
    /// Its `k`-th required key is left out.
    Without(usize, usize),
    /// It has a key that no schema has.
    With(usize),
}

/// Makes examples of one schema.
pub(super) struct Example {
    schema: Value,
}

/// An example that is being written.
struct Writer<'s> {
    root: &'s Value,
    keys: Keys,
    change: Change,
    /// How many objects were begun.
    objects: usize,
    /// What the change was made to.
    changed: Option<String>,
}

impl Example {
    pub(super) fn of(schema: &str) -> Example {
        Example {
            schema: serde_json::from_str(schema).expect("a schema is JSON"),
        }
    }

    /// With every key that may be there.
    pub(super) fn whole(&self) -> String {
        self.written(Keys::All, Change::Nothing).0
    }

    /// With the keys alone that must be there.
    pub(super) fn least(&self) -> String {
        self.written(Keys::Required, Change::Nothing).0
    }

    /// The whole example without one required key, for each that there is.
    pub(super) fn each_without_a_required_key(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for object in 0..self.objects() {
            for key in 0.. {
                match self.written(Keys::All, Change::Without(object, key)) {
                    (text, Some(changed)) => all.push((changed, text)),
                    (_, None) => break,
                }
            }
        }
        all
    }

    /// The whole example with one key too many, for each object in it.
    pub(super) fn each_with_an_unknown_key(&self) -> Vec<(String, String)> {
        let objects = 0..self.objects();
        let changed = objects.map(|object| self.written(Keys::All, Change::With(object)));
        changed
            .filter_map(|(text, changed)| Some((changed?, text)))
            .collect()
    }

    fn objects(&self) -> usize {
        let mut writer = self.writer(Keys::All, Change::Nothing);
        writer.file();
        writer.objects
    }

    fn written(&self, keys: Keys, change: Change) -> (String, Option<String>) {
        let mut writer = self.writer(keys, change);
        (writer.file(), writer.changed)
    }

    fn writer(&self, keys: Keys, change: Change) -> Writer<'_> {
        Writer {
            root: &self.schema,
            keys,
            change,
            objects: 0,
            changed: None,
        }
    }
}

impl Writer<'_> {
    /// The whole file: a key on each line.
    fn file(&mut self) -> String {
        let entries = self.entries(self.root, "the file");
        let lines = entries
            .iter()
            .map(|(key, value)| format!("{key} = {value}\n"));
        lines.collect()
    }

    /// The keys and values of an object.
    fn entries(&mut self, schema: &Value, called: &str) -> Vec<(String, String)> {
        let here = self.objects;
        self.objects += 1;
        let none = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&none);
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let left_out = match self.change {
            Change::Without(object, key) if object == here => required.get(key).copied(),
            Change::Nothing | Change::Without(..) | Change::With(_) => None,
        };
        if let Some(key) = left_out {
            self.changed = Some(format!("{key} of {called}"));
        }
        let mut entries = Vec::new();
        for (key, part) in properties {
            let wanted = self.keys == Keys::All || required.contains(&key.as_str());
            if wanted && left_out != Some(key.as_str()) {
                let value = self.value(part, key);
                entries.push((key.clone(), value));
            }
        }
        let closed = schema["additionalProperties"] == Value::Bool(false);
        if let (Change::With(object), true) = (&self.change, closed)
            && *object == here
        {
            self.changed = Some(called.to_owned());
            entries.push(("zz_unheard_of".to_owned(), "\"x\"".to_owned()));
        }
        entries
    }

    /// A value that a schema allows, as TOML writes it.
    fn value(&mut self, schema: &Value, called: &str) -> String {
        let schema = self.resolved(schema);
        for forms in ["anyOf", "oneOf"] {
            if let Some(first) = schema[forms].get(0) {
                return self.value(&first.clone(), called);
            }
        }
        if let Some(word) = schema["const"].as_str().or(schema["enum"][0].as_str()) {
            return format!("\"{word}\"");
        }
        match schema["type"].as_str() {
            Some("string") => text(&schema),
            Some("boolean") => "true".to_owned(),
            Some("integer") => "1".to_owned(),
            Some("array") => {
                let entry = self.value(&schema["items"].clone(), called);
                format!("[{entry}]")
            }
            Some("object") if schema["additionalProperties"].is_object() => {
                let entry = self.value(&schema["additionalProperties"].clone(), called);
                format!("{{ x = {entry} }}")
            }
            Some("object") => {
                let entries = self.entries(&schema, called);
                let entries = entries
                    .iter()
                    .map(|(key, value)| format!("{key} = {value}"));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
            other => panic!("{called} is of type {other:?}: {schema:#}"),
        }
    }

    fn resolved(&self, schema: &Value) -> Value {
        match schema["$ref"].as_str() {
            Some(reference) => {
                let pointer = reference.trim_start_matches('#');
                let found = self.root.pointer(pointer);
                found.unwrap_or_else(|| panic!("no {reference}")).clone()
            }
            None => schema.clone(),
        }
    }
}

/// A text of the form that a schema asks for.
fn text(schema: &Value) -> String {
    match (schema["format"].as_str(), schema["pattern"].as_str()) {
        (Some("date"), _) => "2026-01-31".to_owned(),
        (_, Some(pattern)) if pattern.contains("half-term") => "\"1 year\"".to_owned(),
        (None, None) => "\"1 year\"".to_owned(),
        (format, pattern) => panic!("{format:?} {pattern:?}"),
    }
}
