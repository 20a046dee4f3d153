//! Counts: how many more of the same total have to pass.

use dabiao_model::{Change, Diagnostic, Number, Verdict, Wording};

use super::{Search, Way};

impl Search<'_> {
    /// The passes at which a share comes to a limit.
    pub(super) fn in_passes(
        &self,
        limit: &Number,
        included: bool,
        is_up: bool,
        (passes, total): (&Number, &Number),
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let wanted = limit * total;
        let enough = match (is_up, included) {
            (true, true) => wanted.ceil(),
            (true, false) => wanted.floor() + Number::ONE,
            (false, true) => wanted.floor(),
            (false, false) => wanted.ceil() - Number::ONE,
        };
        let is_possible = !enough.is_negative() && enough <= *total;
        let Some(way) = Way::counts(&enough, total).filter(|_| is_possible) else { return Ok(None) };
        if self.verdict(&way)? == Verdict::Met {
            change.passes = Some((&enough - passes).to_string());
            return Ok(Some(way));
        }
        Ok(None)
    }

    /// For a sample that decides: the number of passes nearest to those found. More passes never speak against what
    /// fewer speak for, so halving finds it.
    pub(super) fn by_passes(
        &self,
        (passes, total): &(Number, Number),
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut nearest: Option<Number> = None;
        for end in [total.clone(), Number::ZERO] {
            let Some(way) = Way::counts(&end, total) else { continue };
            if self.verdict(&way)? != Verdict::Met {
                continue;
            }
            let (mut short, mut met) = (passes.clone(), end);
            while (&met - &short).abs() > Number::ONE {
                let between = dabiao_engine::middle(&short, &met).floor();
                let Some(way) = Way::counts(&between, total) else { break };
                if self.verdict(&way)? == Verdict::Met { met = between } else { short = between }
            }
            nearest = nearest.filter(|other| (other - passes).abs() <= (&met - passes).abs()).or(Some(met));
        }
        let Some(met) = nearest else { return Ok(None) };
        let more = &met - passes;
        let id = if more.is_negative() { "what-if-at-most-passes" } else { "what-if-at-least-passes" };
        change.to =
            Some(Wording::about(id, "passes", met.to_string()).with("total", total.to_string()).into());
        change.limit = met.checked_div(total).map(|share| share.to_string());
        change.included = Some(true);
        change.passes = Some(more.to_string());
        Ok(Way::counts(&met, total))
    }
}
