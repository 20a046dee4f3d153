//! `unit` items.

use std::collections::HashMap;

use dabiao_model::{Code, Origin, Unit};
use dabiao_syntax::{Item, ItemKind, Key, Name, Quantity, Suffix, Text};

use super::Items;
use crate::checker::Checker;
use crate::fields::Fields;
use crate::plan::{At, SourceId};

/// Reads the units. A unit may be made of others that are declared behind it, so those that refer to unknown
/// units wait for another round.
///
/// The units of shipped files come first and are lent: a plan's own unit takes the place of one that is written alike.
pub(crate) fn units(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    let (shipped, own): (Vec<_>, Vec<_>) = items.iter().partition(|(source, _)| checker.is_shipped(*source));
    declare_all(checker, &shipped);
    checker.plan.units.lend();
    declare_all(checker, &own);
}

fn declare_all(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    let mut waiting: Vec<Declared<'_>> =
        items.iter().filter_map(|(source, item)| Declared::of(*source, item)).collect();
    let mut first: HashMap<String, At> = HashMap::new();
    loop {
        let before = waiting.len();
        waiting.retain(|unit| !declare(checker, unit, &mut first));
        if waiting.len() == before {
            break;
        }
    }
    for unit in waiting {
        if let Some(Quantity { suffix: Suffix::Unit(name), .. }) = unit.definition {
            unknown(checker, unit.source, name);
        }
    }
}

/// Resolves a unit expression, or says which unit is unknown.
pub(crate) fn resolve(checker: &mut Checker<'_>, source: SourceId, name: &Name) -> Option<Unit> {
    let found = checker.plan.units.parse(&name.text);
    checker.used_units.insert(name.text.to_string());
    if found.is_none() {
        unknown(checker, source, name);
    }
    found
}

fn unknown(checker: &mut Checker<'_>, source: SourceId, name: &Name) {
    let similar = dabiao_model::similar(&name.text, checker.plan.units.names()).map(str::to_string);
    let fault = checker.fault(Code::UnknownUnit, source, name.span).with("name", &name.text);
    let fault = match similar {
        Some(similar) => fault.variant("similar").with("similar", &similar).fix(name.span, similar),
        None => fault,
    };
    checker.report(fault);
}

/// A unit item's parts.
struct Declared<'t> {
    source: SourceId,
    name: &'t Name,
    symbol: Option<&'t Text>,
    definition: Option<&'t Quantity>,
    also: Vec<String>,
    origin: Origin,
}

impl<'t> Declared<'t> {
    fn of(source: SourceId, item: &'t Item) -> Option<Declared<'t>> {
        let ItemKind::Unit { name, symbol, definition } = &item.kind else { return None };
        let fields = Fields(&item.fields);
        let mut also = fields.texts(Key::Also);
        also.extend(fields.names(Key::Also).iter().map(|name| name.text.to_string()));
        Some(Declared {
            source,
            name,
            symbol: symbol.as_ref(),
            definition: definition.as_ref(),
            also,
            origin: fields.origin(false),
        })
    }
}

/// Declares a unit, or reports why that cannot be; `false` where it must wait for another unit.
fn declare(checker: &mut Checker<'_>, unit: &Declared<'_>, first: &mut HashMap<String, At>) -> bool {
    let symbol = unit.symbol.map(|symbol| symbol.text.as_ref());
    let also: Vec<&str> = unit.also.iter().map(String::as_str).collect();
    let units = &mut checker.plan.units;
    let declared = match unit.definition {
        None => units.declare_base(&unit.name.text, symbol, &also),
        Some(Quantity { suffix: Suffix::Unit(of), number, .. }) => {
            checker.used_units.insert(of.text.to_string());
            let Some(of) = units.parse(&of.text) else { return false };
            units.declare_derived(&unit.name.text, symbol, &also, number.clone(), &of)
        }
        Some(other) => {
            let fault = checker.fault(Code::UnknownUnit, unit.source, other.span).variant("definition");
            checker.report(fault.with("name", &unit.name.text));
            return true;
        }
    };
    match declared {
        Ok(_) => {
            let is_shipped = checker.is_shipped(unit.source);
            let origin = Origin { is_shipped, ..unit.origin.clone() };
            checker.plan.unit_origins.insert(unit.name.text.to_string(), origin);
            first.insert(unit.name.text.to_string(), At { source: unit.source, span: unit.name.span });
        }
        Err(cause) => {
            let fault = checker.fault(Code::DuplicateName, unit.source, unit.name.span).variant("unit");
            let fault = fault.with("name", &unit.name.text).with("cause", cause);
            let fault = match first.get(unit.name.text.as_ref()) {
                Some(at) => fault.note(checker.place(*at), "note-first-declared"),
                None => fault,
            };
            checker.report(fault);
        }
    }
    true
}
