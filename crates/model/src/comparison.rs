//! What has moved between two reports.

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use crate::diff::words;
use crate::{Figures, Number, PlanInfo, Report, Shown, TargetResult, Verdict, Wording};

/// What has moved from one report to a later one. Serialised, it is the `dabiao.comparison/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The format's name and version, `dabiao.comparison/1`.
    pub format: &'static str,
    /// The report before.
    pub old: ComparedReport,
    /// The report after.
    pub new: ComparedReport,
    /// Whether both were made by the same rules.
    pub same_rules: bool,
    /// What has moved: by kind in the order of [`MoveKind`], then in the order of the new report.
    pub moves: Vec<Move>,
    /// How many results have not moved.
    pub unchanged: usize,
}

/// Which report was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedReport {
    /// The plan that was judged.
    pub plan: PlanInfo,
    /// The day for which it was judged.
    pub as_of: String,
}

words! {
    /// How a result has moved. The first kinds ask for attention.
    MoveKind:
    /// Missed now, and not before.
    NewlyMissed "newly_missed" "moved-newly-missed",
    /// Met now, and not before.
    NewlyMet "newly_met" "moved-newly-met",
    /// Another verdict, neither met nor missed now.
    Verdict "verdict" "moved-verdict",
    /// The same verdict with less margin.
    Worse "worse" "moved-worse",
    /// The same verdict with more margin.
    Better "better" "moved-better",
    /// The same verdict on another value, of which the margins do not tell which is better.
    Observed "observed" "moved-observed",
    /// Not in the report before.
    Appeared "appeared" "moved-appeared",
    /// Not in the report after.
    Disappeared "disappeared" "moved-disappeared",
}

/// One result that has moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The target's id.
    pub target: String,
    /// The target's title.
    pub title: Shown,
    /// The title of the section that it stands in.
    pub section: Option<Shown>,
    /// The organisations that answer for it.
    pub owner: Vec<String>,
    /// The entity.
    pub entity: Option<String>,
    /// How it has moved.
    pub kind: MoveKind,
    /// The result before; `None` for one that has appeared.
    pub old: Option<MoveSide>,
    /// The result after; `None` for one that has disappeared.
    pub new: Option<MoveSide>,
    /// By how much the margin has grown, as people read it; negative where it has shrunk.
    pub by: Option<Shown>,
    /// The same, exactly, in the unit of the figures.
    pub by_exact: Option<Number>,
    /// Whether the rule itself reads otherwise.
    pub rule_changed: bool,
}

/// A result on one side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoveSide {
    /// The period that was judged.
    pub period: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was observed.
    pub observed: Option<Shown>,
    /// What was required of it.
    pub required: Option<Shown>,
    /// How far the observed value was on the good side.
    pub margin: Option<Shown>,
}

impl Comparison {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.comparison/1";

    /// Holds a report against an earlier one.
    ///
    /// Results belong together that are of one target, entity and period. Of those that are left of a target and an entity,
    /// one in either report, they belong together although their periods differ: this year's result and last year's.
    #[must_use]
    pub fn of(old: &Report, new: &Report) -> Comparison {
        let side =
            |report: &Report| ComparedReport { plan: report.plan.clone(), as_of: report.as_of.clone() };
        let pairs = pairs(old, new);
        let count = pairs.len();
        let mut moves: Vec<Move> = pairs.into_iter().filter_map(|(old, new)| moved(old, new)).collect();
        // The order of the new report is kept within a kind.
        moves.sort_by_key(|one| one.kind);
        Comparison {
            format: Comparison::FORMAT,
            old: side(old),
            new: side(new),
            same_rules: old.plan.rules_digest == new.plan.rules_digest,
            unchanged: count.saturating_sub(moves.len()),
            moves,
        }
    }

    /// How many results have moved so.
    #[must_use]
    pub fn count(&self, kind: MoveKind) -> usize {
        self.moves.iter().filter(|one| one.kind == kind).count()
    }
}

type Pair<'a> = (Option<&'a TargetResult>, Option<&'a TargetResult>);

/// What results that belong together share.
fn key(one: &TargetResult) -> (&str, Option<&str>) {
    (one.target.as_str(), one.entity.as_deref())
}

/// The results that belong together: in the order of the new report, then those of the old one that are left.
fn pairs<'a>(old: &'a Report, new: &'a Report) -> Vec<Pair<'a>> {
    let mut before: HashMap<(&str, Option<&str>), Vec<&TargetResult>> = HashMap::new();
    for one in &old.results {
        before.entry(key(one)).or_default().push(one);
    }
    let same_period: Vec<Option<&TargetResult>> = new
        .results
        .iter()
        .map(|one| {
            let left = before.get_mut(&key(one))?;
            let at = left.iter().position(|other| other.period == one.period)?;
            Some(left.swap_remove(at))
        })
        .collect();
    let mut open: HashMap<(&str, Option<&str>), usize> = HashMap::new();
    for (one, found) in new.results.iter().zip(&same_period) {
        let count = open.entry(key(one)).or_default();
        *count = count.saturating_add(usize::from(found.is_none()));
    }
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for (one, found) in new.results.iter().zip(same_period) {
        let only = || match before.get_mut(&key(one)) {
            Some(left) if left.len() == 1 && open.get(&key(one)) == Some(&1) => left.pop(),
            _ => None,
        };
        pairs.push((found.or_else(only), Some(one)));
    }
    let left = |one: &&'a TargetResult| {
        before.get(&key(one)).is_some_and(|left| left.iter().any(|other| std::ptr::eq(*other, *one)))
    };
    pairs.extend(old.results.iter().filter(left).map(|one| (Some(one), None)));
    pairs
}

fn moved(old: Option<&TargetResult>, new: Option<&TargetResult>) -> Option<Move> {
    let either = new.or(old)?;
    let by = old.zip(new).and_then(|(old, new)| grown(old.figures.as_deref()?, new.figures.as_deref()?));
    let kind = match (old, new) {
        (None, _) => MoveKind::Appeared,
        (_, None) => MoveKind::Disappeared,
        (Some(old), Some(new)) if old.verdict != new.verdict => match new.verdict {
            Verdict::Missed => MoveKind::NewlyMissed,
            Verdict::Met => MoveKind::NewlyMet,
            _ => MoveKind::Verdict,
        },
        (Some(old), Some(new)) => match &by {
            Some(by) if by.is_positive() => MoveKind::Better,
            Some(by) if !by.is_zero() => MoveKind::Worse,
            Some(_) => return None,
            None if old.observed != new.observed => MoveKind::Observed,
            None => return None,
        },
    };
    let unit = new.and_then(|new| new.figures.as_deref());
    Some(Move {
        target: either.target.clone(),
        title: either.title.clone(),
        section: either.section.clone(),
        owner: either.owner.clone(),
        entity: either.entity.clone(),
        kind,
        old: old.map(side),
        new: new.map(side),
        by: by.as_ref().zip(unit).map(|(by, figures)| told(by, figures)),
        by_exact: by,
        rule_changed: old
            .zip(new)
            .is_some_and(|(old, new)| old.condition != new.condition || old.required != new.required),
    })
}

fn side(result: &TargetResult) -> MoveSide {
    MoveSide {
        period: result.period.clone(),
        verdict: result.verdict,
        observed: result.observed.clone(),
        required: result.required.clone(),
        margin: result.margin.clone(),
    }
}

/// By how much a margin has grown; `None` where the numbers are not of one unit.
fn grown(old: &Figures, new: &Figures) -> Option<Number> {
    let is_comparable = old.unit == new.unit && old.of_change == new.of_change;
    let (old, new) = (old.margin.as_ref()?, new.margin.as_ref()?);
    is_comparable.then(|| new - old)
}

/// `+1.2 points`, `-3 tce`
fn told(by: &Number, figures: &Figures) -> Shown {
    /// The decimals that are shown.
    const PLACES: u32 = 4;
    let sign = if by.is_positive() { "+" } else { "" };
    let shown = |number: &Number| format!("{sign}{}", number.display(PLACES));
    if figures.is_share() {
        return Wording::about("value-points", "number", shown(&(by * &Number::HUNDRED))).into();
    }
    if figures.unit == "number" {
        return Wording::from(shown(by)).into();
    }
    let unit = figures.unit.wording().clone();
    Wording::about("value-quantity", "number", shown(by)).with("unit", unit).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SourcePosition, Summary};

    fn result(target: &str, period: &str, verdict: Verdict, margin: Option<&str>) -> TargetResult {
        let figures = margin.map(|margin| {
            Box::new(Figures {
                unit: "percent".into(),
                of_change: false,
                observed: None,
                least: None,
                greatest: None,
                margin: Number::parse(margin).ok(),
                warn: None,
                course: None,
            })
        });
        TargetResult {
            target: target.into(),
            title: target.into(),
            section: None,
            cite: vec![],
            owner: vec![],
            entity: None,
            period: Some(period.into()),
            verdict,
            flags: vec![],
            condition: target.into(),
            due: None,
            observed: None,
            required: None,
            margin: None,
            evidence: vec![],
            assumptions: vec![],
            missing: vec![],
            reason: None,
            at: SourcePosition { file: String::new(), line: 1, column: 1 },
            with: vec![],
            needed: None,
            rounding: None,
            figures,
        }
    }

    fn compared(
        old: Vec<TargetResult>,
        new: Vec<TargetResult>,
    ) -> (Vec<(String, MoveKind, Option<String>)>, usize) {
        let report = |results: Vec<TargetResult>| Report {
            format: Report::FORMAT,
            plan: PlanInfo { id: None, title: None, rules_digest: "sha256:0".into() },
            as_of: "2011-12-31".into(),
            assumptions: vec![],
            results,
            score: None,
            summary: Summary::default(),
            organisations: Default::default(),
            entities: Default::default(),
        };
        let found = Comparison::of(&report(old), &report(new));
        let told = |one: &Move| (one.target.clone(), one.kind, one.by.as_deref().map(str::to_string));
        (found.moves.iter().map(told).collect(), found.unchanged)
    }

    #[test]
    fn each_kind_of_move_is_told() {
        use Verdict::{Met, Missed, Unknown};
        let old = vec![
            result("a", "2010", Missed, Some("-0.02")),
            result("b", "2010", Met, Some("0.01")),
            result("c", "2010", Met, Some("0.01")),
            result("d", "2010", Met, Some("0.01")),
            result("e", "2010", Met, Some("0.01")),
            result("f", "2010", Met, None),
            result("gone", "2010", Met, None),
        ];
        let new = vec![
            result("a", "2011", Met, Some("0.012")),
            result("b", "2011", Missed, Some("-0.01")),
            result("c", "2011", Met, Some("0.005")),
            result("d", "2011", Met, Some("0.02")),
            result("e", "2011", Met, Some("0.01")),
            result("f", "2011", Unknown, None),
            result("new", "2011", Met, None),
        ];
        let by = |text: &str| Some(text.to_string());
        let wanted = vec![
            ("b".to_string(), MoveKind::NewlyMissed, by("-2 points")),
            ("a".to_string(), MoveKind::NewlyMet, by("+3.2 points")),
            ("f".to_string(), MoveKind::Verdict, None),
            ("c".to_string(), MoveKind::Worse, by("-0.5 points")),
            ("d".to_string(), MoveKind::Better, by("+1 points")),
            ("new".to_string(), MoveKind::Appeared, None),
            ("gone".to_string(), MoveKind::Disappeared, None),
        ];
        assert_eq!(compared(old, new), (wanted, 1));
    }

    /// Of a target that recurs, each period stands by itself, and one more period has nothing to be held against.
    #[test]
    fn periods_that_both_have_belong_together() {
        use Verdict::{Met, Missed};
        let of = |periods: &[(&str, Verdict)]| {
            periods.iter().map(|(period, verdict)| result("a", period, *verdict, None)).collect::<Vec<_>>()
        };
        let old = of(&[("2009", Missed), ("2010", Met)]);
        let (moves, unchanged) = compared(old, of(&[("2009", Missed), ("2010", Missed), ("2011", Met)]));
        let kinds: Vec<MoveKind> = moves.into_iter().map(|(_, kind, _)| kind).collect();
        assert_eq!((kinds, unchanged), (vec![MoveKind::NewlyMissed, MoveKind::Appeared], 1));
        let (moves, _) =
            compared(of(&[("2009", Missed), ("2010", Met)]), of(&[("2011", Met), ("2012", Met)]));
        assert_eq!(moves.len(), 4, "nobody knows which belong together");
    }
}
