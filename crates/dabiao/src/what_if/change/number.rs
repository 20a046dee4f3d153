//! Numbers: the nearest stretch of them on which the target is met.

use dabiao_engine::TurningPoint;
use dabiao_model::{Change, Diagnostic, Number, Type, Value, Verdict, Wording};

use super::super::line::{Domain, Edge, Span, spans};
use super::{Search, Way};

impl Search<'_> {
    /// Over all numbers: the nearest stretch on which the target is met.
    pub(super) fn by_number(
        &self,
        now: &Number,
        ty: &Type,
        domain: &Domain,
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let turning = self.turning_points()?;
        let all = spans(turning, domain, now, |number| self.verdict(&Way::number(number.clone())))?;
        let met = || all.iter().filter(|span| span.verdict == Verdict::Met);
        let from = |span: &Span| span.from.clone().map(|edge| (edge, span.from == span.to));
        let to = |span: &Span| span.to.clone().map(|edge| (edge, span.from == span.to));
        let up = met().filter_map(from).find(|(edge, _)| edge.point.low() >= now);
        let down = met().rev().filter_map(to).find(|(edge, _)| edge.point.high() <= now);
        let distance = |(edge, _): &(Edge, bool)| (edge.point.low() - now).abs();
        let ((edge, is_alone), is_up) = match (up, down) {
            (Some(up), Some(down)) if distance(&down) < distance(&up) => (down, false),
            (Some(up), _) => (up, true),
            (None, Some(down)) => (down, false),
            (None, None) => return Ok(None),
        };
        let limit = if is_up { edge.point.high() } else { edge.point.low() };
        let shown = |number: &Number| ty.wording(&Value::Number(number.clone()));
        let is_exact = matches!(edge.point, TurningPoint::At(_));
        let id = match (is_exact, edge.included, is_up) {
            (false, _, true) => "what-if-about-above",
            (false, _, false) => "what-if-about-below",
            (true, true, _) if is_alone => "what-if-exactly",
            (true, true, true) => "what-if-at-least",
            (true, true, false) => "what-if-at-most",
            (true, false, true) => "what-if-more-than",
            (true, false, false) => "what-if-less-than",
        };
        change.to = Some(Wording::about(id, "value", shown(limit)).into());
        change.limit = Some(ty.in_own_unit(limit).to_string());
        change.included = Some(edge.included || !is_exact);
        if let Some((passes, total)) = &self.counts {
            return self.in_passes(limit, edge.included, is_up, (passes, total), change);
        }
        if edge.included || !is_exact {
            return Ok(Some(Way::number(limit.clone())));
        }
        let next = step(now, ty).and_then(|step| beyond(limit, &step, is_up));
        let next = next.filter(|number| domain.has(number)).map(Way::number);
        let Some(next) = next else { return self.just_beyond(limit, is_up, domain) };
        if self.verdict(&next)? != Verdict::Met {
            return self.just_beyond(limit, is_up, domain);
        }
        change.next = Some(ty.wording(&next.value).into());
        Ok(Some(next))
    }

    /// A value inside an open stretch, however narrow; halving the way to its end comes into it.
    fn just_beyond(
        &self,
        limit: &Number,
        is_up: bool,
        domain: &Domain,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut way = limit.abs().max(Number::ONE);
        for _ in 0..200 {
            let number = if is_up { limit + &way } else { limit - &way };
            let way_there = Way::number(number.clone());
            if domain.has(&number) && self.verdict(&way_there)? == Verdict::Met {
                return Ok(Some(way_there));
            }
            way = dabiao_engine::middle(&Number::ZERO, &way);
        }
        Ok(None)
    }
}

/// One unit in the last decimal that a number has as people read it; `None` for one that no decimal is.
fn step(number: &Number, ty: &Type) -> Option<Number> {
    let hundred = || Number::HUNDRED;
    let (shown, unit) = match ty {
        Type::Percent | Type::Points => (number * &hundred(), hundred().recip()?),
        Type::Quantity(unit) => (ty.in_own_unit(number), unit.factor().clone()),
        _ => (number.clone(), Number::ONE),
    };
    let text = shown.to_string();
    if text.contains('/') {
        return None;
    }
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let scale = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
    unit.checked_div(&scale.into())
}

/// The first multiple of a step that lies beyond a limit.
fn beyond(limit: &Number, step: &Number, is_up: bool) -> Option<Number> {
    let steps = limit.checked_div(step)?;
    let next = if is_up { steps.floor() + Number::ONE } else { steps.ceil() - Number::ONE };
    Some(&next * step)
}
