//! Values and records, made up: often one of the rules' literals, or next to it.

use arbitrary::Result;

use super::Maker;
use crate::scenario::{Datum, Entity, Given, Kind, Literal, Mark, Metric, Record, Unit, YEARS};

impl Maker<'_, '_> {
    pub(super) fn data(&mut self, entities: &[Entity]) -> Result<Vec<Datum>> {
        let mut data = Vec::new();
        let everyone: Vec<Option<usize>> =
            if entities.is_empty() { vec![None] } else { (0..entities.len()).map(Some).collect() };
        let plain = Metric::all()
            .into_iter()
            .filter(|metric| !matches!(metric, Metric::Derived | Metric::Asked(_) | Metric::Seen));
        let plain: Vec<Metric> = plain.collect();
        for entity in everyone {
            let year = Some(self.spoken()?);
            let one = Literal { mantissa: 1, places: 0, unit: Unit::Plain };
            data.push(Datum { metric: Metric::Seen, entity, year, value: Given::Number(one, None) });
            for metric in &plain {
                if self.one_in(12)? {
                    data.push(Datum { metric: *metric, entity, year: None, value: self.given(*metric)? });
                    continue;
                }
                for year in YEARS {
                    if self.u.int_in_range(0..=3)? > 0 && !self.silent.contains(&year) {
                        data.push(Datum {
                            metric: *metric,
                            entity,
                            year: Some(year),
                            value: self.given(*metric)?,
                        });
                    }
                }
            }
        }
        Ok(data)
    }

    pub(super) fn given(&mut self, metric: Metric) -> Result<Given> {
        if self.one_in(20)? {
            return Ok(Given::Missing);
        }
        let kind = match metric {
            Metric::B(_) => return Ok(Given::Truth(self.one_in(2)?)),
            Metric::C(_) => return Ok(Given::Level(self.u.int_in_range(0..=4)?)),
            // The share of a sample comes with its counts nearly always.
            Metric::P(1) if !self.one_in(10)? => {
                let all = self.u.int_in_range(1..=60)?;
                return Ok(Given::Fraction(self.u.int_in_range(0..=all)?, all));
            }
            Metric::P(_) => Kind::Share,
            Metric::M(_) => Kind::Mass,
            _ => Kind::Plain,
        };
        if kind == Kind::Plain && self.one_in(15)? {
            return Ok(Given::Fraction(self.u.int_in_range(-5..=9)?, self.u.int_in_range(2..=7)?));
        }
        let value = self.near(kind)?;
        let ends_in_five = value.mantissa % 10 == 5 && value.places > 0;
        let mark = match self.u.int_in_range(0..=7)? {
            0 if metric == Metric::N(2) && ends_in_five => Some(Mark::RoundedUp),
            1 if metric == Metric::N(2) && ends_in_five => Some(Mark::RoundedDown),
            _ => None,
        };
        Ok(Given::Number(value, mark))
    }

    /// A value that often is one of the rules' literals, or next to it.
    pub(super) fn near(&mut self, kind: Kind) -> Result<Literal> {
        let of_kind: Vec<Literal> = self.pool.iter().filter(|one| is_of(one.unit, kind)).cloned().collect();
        if of_kind.is_empty() || self.one_in(3)? {
            let unit = self.unit(kind)?;
            let mantissa = self.u.int_in_range(if kind == Kind::Plain { -20 } else { 0 }..=120)?;
            return Ok(Literal { mantissa, places: self.u.int_in_range(0..=1)?, unit });
        }
        let near = self.u.choose(&of_kind)?.clone();
        let near = match self.u.int_in_range(0..=4)? {
            0 => Literal {
                mantissa: near.mantissa * 10 + self.u.int_in_range(-5..=5)?,
                places: near.places + 1,
                ..near
            },
            1 => Literal { mantissa: near.mantissa + 1, ..near },
            _ => near,
        };
        Ok(if kind == Kind::Share && near.mantissa < 0 { Literal { mantissa: 0, ..near } } else { near })
    }

    pub(super) fn records(&mut self, entities: &[Entity]) -> Result<Vec<Record>> {
        let count = self.u.int_in_range(0..=24)?;
        let mut records = Vec::new();
        for _ in 0..count {
            let entity = match entities.len() {
                0 => None,
                many => Some(self.u.int_in_range(0..=many - 1)?),
            };
            let outcome = *self.u.choose(&[
                Some("pass"),
                Some("pass"),
                Some("pass"),
                Some("fail"),
                Some("fail"),
                Some("void"),
                None,
            ])?;
            let outcome = if outcome.is_none() && self.one_in(2)? { Some("pass") } else { outcome };
            let amount = if self.one_in(12)? { None } else { Some(self.near(Kind::Plain)?) };
            records.push(Record { entity, year: self.spoken()?, outcome, amount });
        }
        Ok(records)
    }
}

fn is_of(unit: Unit, kind: Kind) -> bool {
    match kind {
        Kind::Plain => unit == Unit::Plain,
        Kind::Share => unit == Unit::Percent,
        Kind::Points => unit == Unit::Points,
        Kind::Mass => matches!(unit, Unit::Tonne | Unit::Kilo),
    }
}
