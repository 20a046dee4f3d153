//! cedar-policy: each target a policy that permits. Its sets have no order, so a trend is five attributes; its decimals
//! can be compared and no more, so a fall by a fifth is judged on whole thousandths, which the author of the policies
//! has to scale.

use std::collections::HashMap;

use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request};
use dabiao_benches::engine::{Engine, Fault, Mask, Ready, Stand};
use dabiao_benches::row::{BOTH, CHANGE, Row, SLOTS, TARGETS, TREND, YEARS};
use dabiao_benches::target::{Condition, conditions, decimal, field};

/// The engine, by the numbers that it is given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cedar {
    /// Its decimals, but for the changes.
    Decimals,
    /// Whole thousandths for everything.
    Thousandths,
}

fn attribute(slot: usize) -> String {
    match slot {
        TREND..BOTH => format!("{}_{}", field(slot), (slot - TREND) % YEARS),
        _ => field(slot),
    }
}

impl Cedar {
    fn expression(self, block: usize, condition: &Condition) -> String {
        let at = |slot: usize| format!("context.b{block}.{}", attribute(slot));
        let at_least = |slot: usize, line: i64| match self {
            Cedar::Decimals => format!("{}.greaterThanOrEqual(decimal(\"{}\"))", at(slot), decimal(line)),
            Cedar::Thousandths => format!("{} >= {line}", at(slot)),
        };
        let below = |left: usize, right: usize| match self {
            Cedar::Decimals => format!("{}.lessThan({})", at(left), at(right)),
            Cedar::Thousandths => format!("{} < {}", at(left), at(right)),
        };
        match *condition {
            Condition::AtLeast(slot, line) => at_least(slot, line),
            Condition::Below(left, right) => below(left, right),
            Condition::FallsByAFifth(base, now) => {
                format!("({} - {}) * 5 >= {}", at(base), at(now), at(base))
            }
            Condition::FallsEveryYear(first) => {
                let steps = (first + 1..first + YEARS).map(|slot| below(slot, slot - 1));
                steps.collect::<Vec<_>>().join(" && ")
            }
            Condition::Both(parts) => parts.map(|(slot, line)| at_least(slot, line)).join(" && "),
        }
    }

    fn value(self, slot: usize, value: i64) -> String {
        match self {
            Cedar::Decimals if !(CHANGE..TREND).contains(&slot) => {
                format!("{{\"__extn\":{{\"fn\":\"decimal\",\"arg\":\"{}\"}}}}", decimal(value))
            }
            _ => value.to_string(),
        }
    }
}

impl Engine for Cedar {
    fn name(&self) -> &'static str {
        match self {
            Cedar::Decimals => "cedar-policy, decimals",
            Cedar::Thousandths => "cedar-policy, whole thousandths",
        }
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn text(&self, blocks: usize) -> Option<String> {
        let policy = |block: usize, condition: &Condition| {
            format!("permit(principal, action, resource) when {{ {} }};\n", self.expression(block, condition))
        };
        let of_block =
            |block| conditions().iter().map(|condition| policy(block, condition)).collect::<String>();
        Some((0..blocks).map(of_block).collect())
    }

    fn json(&self, row: &Row) -> String {
        let values: Vec<String> = (0..SLOTS)
            .map(|slot| format!("\"{}\":{}", attribute(slot), self.value(slot, row.0[slot])))
            .collect();
        format!("{{\"b0\":{{{}}}}}", values.join(","))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let policies: PolicySet =
            text.parse().map_err(|error: cedar_policy::ParseErrors| error.to_string())?;
        let targets = policies.num_of_policies();
        // Policies without an id are named by their order.
        let ids = (0..TARGETS).map(|target| (PolicyId::new(format!("policy{target}")), target)).collect();
        let one: EntityUid =
            "Some::\"one\"".parse().map_err(|error: cedar_policy::ParseErrors| error.to_string())?;
        let authorizer = Authorizer::new();
        Ok(Box::new(Judging { form: *self, policies, targets, ids, one, authorizer, requests: Vec::new() }))
    }
}

struct Judging {
    form: Cedar,
    policies: PolicySet,
    targets: usize,
    ids: HashMap<PolicyId, usize>,
    one: EntityUid,
    authorizer: Authorizer,
    requests: Vec<Request>,
}

impl Judging {
    fn request(&self, json: &str) -> Result<Request, Fault> {
        let context = Context::from_json_str(json, None).map_err(|error| error.to_string())?;
        let one = || self.one.clone();
        Request::new(one(), one(), one(), context, None).map_err(|error| error.to_string().into())
    }

    fn judge(&self, request: &Request) -> Result<Mask, Fault> {
        let response = self.authorizer.is_authorized(request, &self.policies, &Entities::empty());
        let met = response.diagnostics().reason().filter_map(|id| self.ids.get(id));
        Ok(met.fold(0, |mask, target| mask | 1 << target))
    }
}

impl Ready for Judging {
    fn targets(&self) -> usize {
        self.targets
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.requests =
            rows.iter().map(|row| self.request(&self.form.json(row))).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        self.judge(self.requests.get(set).ok_or("no such input set")?)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        self.judge(&self.request(json)?)
    }
}
