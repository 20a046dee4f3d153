//! Documents held against the shipped schemas.
//!
//! The schemas keep to a few keywords of JSON Schema 2020-12, so this reads them itself; a keyword that it does not know
//! fails the test.

use serde_json::Value;

/// The faults of an instance; `undescribed` keys count as faults, though the formats allow new keys.
pub(crate) fn faults(schema: &str, instance: &str) -> Vec<String> {
    let root: Value = serde_json::from_str(schema).unwrap();
    let mut faults = Vec::new();
    validate(&root, &root, &serde_json::from_str(instance).unwrap(), "", &mut faults);
    faults
}

fn validate(root: &Value, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => true,
            "additionalProperties" if !rule.is_object() => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap();
                validate(root, target, value, path, faults);
                true
            }
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(types) => types.iter().any(|kind| is(value, kind)),
                kind => is(value, kind),
            },
            "minimum" => value.as_u64() >= rule.as_u64(),
            "required" => {
                let has = |key: &Value| value.get(key.as_str().unwrap()).is_some();
                !value.is_object() || rule.as_array().unwrap().iter().all(has)
            }
            "properties" => {
                for (key, member) in value.as_object().into_iter().flatten() {
                    match rule.get(key) {
                        Some(rule) => validate(root, rule, member, &format!("{path}/{key}"), faults),
                        None => faults.push(format!("{path}/{key}: undescribed")),
                    }
                }
                true
            }
            "additionalProperties" => {
                assert!(schema.get("properties").is_none(), "{path} has named and unnamed keys");
                for (key, member) in value.as_object().into_iter().flatten() {
                    validate(root, rule, member, &format!("{path}/{key}"), faults);
                }
                true
            }
            "items" => {
                for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(root, rule, item, &format!("{path}/{nth}"), faults);
                }
                true
            }
            "oneOf" => {
                let fits = |schema: &&Value| {
                    let mut faults = Vec::new();
                    validate(root, schema, value, path, &mut faults);
                    faults.is_empty()
                };
                rule.as_array().unwrap().iter().filter(fits).count() == 1
            }
            unknown => panic!("the schema uses `{unknown}`, which this test does not know"),
        };
        if !holds {
            faults.push(format!("{path}: {keyword}"));
        }
    }
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "string" => value.is_string(),
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        unknown => panic!("the schema has the type `{unknown}`, which this test does not know"),
    }
}
