//! Products of powers.

use serde::{Deserialize, Serialize};

/// A product of powers of different things, in the order in which they came; no power is zero.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Powers<Base>(Vec<(Base, i8)>);

impl<Base: Clone + PartialEq> Powers<Base> {
    pub(super) fn none() -> Powers<Base> {
        Powers(Vec::new())
    }

    pub(super) fn of(base: Base) -> Powers<Base> {
        Powers(vec![(base, 1)])
    }

    /// What is multiplied and divided.
    pub(super) fn bases(&self) -> impl Iterator<Item = &Base> {
        self.0.iter().map(|(base, _)| base)
    }

    pub(super) fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The product; `None` where a power leaves −128 to 127.
    pub(super) fn times(&self, other: &Powers<Base>) -> Option<Powers<Base>> {
        let mut product = self.0.clone();
        for (base, power) in &other.0 {
            match product.iter_mut().find(|(own, _)| own == base) {
                Some((_, own)) => *own = own.checked_add(*power)?,
                None => product.push((base.clone(), *power)),
            }
        }
        product.retain(|(_, power)| *power != 0);
        Some(Powers(product))
    }

    /// The whole product to a power; `None` where one of its powers leaves −128 to 127.
    pub(super) fn power(&self, power: i8) -> Option<Powers<Base>> {
        if power == 0 {
            return Some(Powers::none());
        }
        let raised = self.0.iter().map(|(base, own)| Some((base.clone(), own.checked_mul(power)?)));
        raised.collect::<Option<_>>().map(Powers)
    }

    /// The same product in the order in which it is written: what the stroke takes comes last.
    pub(super) fn in_writing_order(mut self) -> Powers<Base> {
        self.0.sort_by_key(|(_, power)| *power < 0);
        self
    }

    /// The same product in the order of its bases.
    pub(super) fn sorted(mut self) -> Powers<Base>
    where
        Base: Ord,
    {
        self.0.sort();
        self
    }

    /// The product as text, such as `a·b^2/c/d`, where the stroke takes the one power behind it; `1` for none.
    pub(super) fn to_string<'a>(&'a self, name: impl Fn(&'a Base) -> &'a str) -> String {
        let above = self.0.iter().filter(|(_, power)| *power > 0);
        let below = self.0.iter().filter(|(_, power)| *power < 0);
        let show =
            |(base, power): &'a (Base, i8)| show_power(name(base), power.unsigned_abs(), self.0.len() > 1);
        let mut text = above.map(show).collect::<Vec<_>>().join("·");
        if text.is_empty() {
            text.push('1');
        }
        for part in below.map(show) {
            text.push('/');
            text.push_str(&part);
        }
        text
    }
}

/// One power. A name that holds an operator itself, such as the symbol `km/h`, is put in brackets beside others.
fn show_power(name: &str, power: u8, has_company: bool) -> String {
    let is_product = name.contains(super::expression::is_operator);
    let name = if is_product && (has_company || power > 1) { format!("({name})") } else { name.to_string() };
    if power > 1 { format!("{name}^{power}") } else { name }
}
