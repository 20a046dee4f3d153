//! The stages of checking and what they share.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place, Rounding, Span, Type, Units};
use dabiao_syntax::{Item, Tree};

use crate::allowance::Allowance;
use crate::plan::{AssumptionId, At, MetricId, Plan, SourceId, TermId, Time};
use crate::{declare, digest, finding, infer, lower, score};

/// What checking found.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The plan, without the items that have errors.
    pub plan: Plan,
    /// Every error and warning, of the shape of the text too.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether the plan can be used: no diagnostic is an error.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        !self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Checks the files of one plan together.
///
/// ```
/// use dabiao_check::check;
/// use dabiao_model::Source;
/// let source = Source::new("rule", "market_sampling.pass_rate >= 90%");
/// let checked = check(vec![dabiao_syntax::parse(source)]);
/// assert!(checked.is_usable());
/// assert_eq!(checked.plan.targets[0].id, "market_sampling.pass_rate");
/// ```
#[must_use]
pub fn check(trees: Vec<Tree>) -> Checked {
    check_with_hints(trees, HashMap::new())
}

/// Checks the files of one plan together with what data tell of the types of metrics that no rule declares: where
/// data have `92.4%`, a rule that asks for `>= 90` is refused.
///
/// ```
/// use std::collections::HashMap;
/// use dabiao_check::check_with_hints;
/// use dabiao_model::{Source, Type};
/// let tree = dabiao_syntax::parse(Source::new("rule", "market_sampling.pass_rate >= 90"));
/// let hints = HashMap::from([("market_sampling.pass_rate".to_string(), Type::Percent)]);
/// let checked = check_with_hints(vec![tree], hints);
/// assert_eq!(checked.diagnostics[0].fixes[0].replacement, "90%");
/// ```
#[must_use]
pub fn check_with_hints(trees: Vec<Tree>, hints: HashMap<String, Type>) -> Checked {
    check_shared(&trees, hints)
}

/// As [`check_with_hints`], for trees that somebody else keeps as well: whoever asks again after a change of one file
/// need not read the others anew.
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::Arc;
/// use dabiao_check::check_shared;
/// use dabiao_model::Source;
/// let tree = |text: &str| Arc::new(dabiao_syntax::parse(Source::new("rules", text)));
/// let kept = tree("a.rate >= 90%");
/// for text in ["b.rate >= 90%", "b.rate >= 95%"] {
///     assert_eq!(check_shared(&[Arc::clone(&kept), tree(text)], HashMap::new()).plan.targets.len(), 2);
/// }
/// ```
#[must_use]
pub fn check_shared<T: Borrow<Tree>>(trees: &[T], hints: HashMap<String, Type>) -> Checked {
    let trees: Vec<&Tree> = trees.iter().map(Borrow::borrow).collect();
    check_all(&trees, hints)
}

fn check_all(trees: &[&Tree], hints: HashMap<String, Type>) -> Checked {
    let mut checker = Checker::new(trees);
    checker.hints = hints;
    let items: Vec<(SourceId, &Item)> = trees
        .iter()
        .enumerate()
        .flat_map(|(index, tree)| tree.items.iter().map(move |item| (SourceId::new(index), item)))
        .collect();
    // What the plan declares itself comes first, since it comes before what is shipped.
    let (shipped, mut items): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|(source, _)| checker.is_shipped(*source));
    items.extend(shipped);
    declare::plan(&mut checker, &items);
    declare::organisations(&mut checker, &items);
    declare::units(&mut checker, &items);
    declare::scales(&mut checker, &items);
    declare::tables(&mut checker, &items);
    declare::metrics(&mut checker, &items);
    declare::assumptions(&mut checker, &items);
    lower::metrics_of_records(&mut checker);
    infer::undeclared_metrics(&mut checker, &items);
    lower::derived_metrics(&mut checker);
    declare::targets(&mut checker, &items);
    score::all(&mut checker, &items);
    declare::tests(&mut checker, &items);
    finding::all(&mut checker, trees, &items);
    checker.finish()
}

/// What the stages share: the plan as it grows, the names it declares, and the findings so far.
pub(crate) struct Checker<'t> {
    pub(crate) plan: Plan,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) allowances: Vec<Allowance>,
    pub(crate) assumption_names: HashMap<String, AssumptionId>,
    /// Types that data tell of undeclared metrics, by the metric's path.
    pub(crate) hints: HashMap<String, Type>,
    /// Names that faulty items would have declared; nothing is said of rules that use them.
    pub(crate) lost_names: HashSet<String>,
    /// Types of metrics as far as they are known, by [`MetricId`].
    pub(crate) metric_types: Vec<Option<Type>>,
    /// The `value:` expressions of derived metrics, by [`MetricId`].
    pub(crate) derived: HashMap<MetricId, (SourceId, &'t dabiao_syntax::Expr)>,
    /// The `value:` of metrics that are observed through a question about records, by [`MetricId`].
    pub(crate) of_records: HashMap<MetricId, (SourceId, &'t dabiao_syntax::Expr)>,
    /// The metrics of the questions about records that were lowered already, by their place; `None` for a faulty one.
    pub(crate) asked: HashMap<At, Option<MetricId>>,
    /// What metrics say of an empty roster: whether it is as good as met.
    pub(crate) if_none: HashMap<MetricId, bool>,
    /// The heads of the items that declare tables, by [`crate::plan::TableId`].
    pub(crate) heads_of_tables: Vec<At>,
    /// Terms of derived metrics that were lowered already, per place and time; `None` where they are faulty.
    pub(crate) derived_terms: HashMap<(MetricId, Vec<String>, Time), Option<TermId>>,
    /// How the plan asks for comparisons to be rounded, for targets that say nothing themselves.
    pub(crate) judge: Option<lower::Rounded>,
    /// The roundings of the condition that is being lowered, each once, with the type of what they round.
    pub(crate) roundings: Vec<(Rounding, Type)>,
    /// The derived metrics that are being lowered at this moment.
    pub(crate) lowering: Vec<MetricId>,
    /// Whether some rule reads a metric, by [`MetricId`]; those behind the end are not read.
    used_metrics: Vec<bool>,
    /// The organisations that some rule names.
    pub(crate) used_organisations: HashSet<String>,
    /// The units that rules are written in, as they are written.
    pub(crate) used_units: HashSet<String>,
    /// The heads of the items that declare metrics, where their allowances are kept.
    pub(crate) heads: HashMap<MetricId, At>,
    /// Whether the rules declare metrics, so that an undeclared one deserves a word.
    pub(crate) declares_metrics: bool,
    /// Whether the rules have a `plan` item, so that targets are held to a plan's duties.
    pub(crate) has_plan: bool,
}

impl<'t> Checker<'t> {
    fn new(trees: &[&'t Tree]) -> Checker<'t> {
        let sources = trees.iter().map(|tree| Arc::clone(&tree.source)).collect::<Vec<_>>();
        let plan = Plan { digest: digest::of(&sources), sources, units: Units::shipped(), ..Plan::default() };
        Checker {
            plan,
            diagnostics: trees.iter().flat_map(|tree| tree.diagnostics.iter().cloned()).collect(),
            allowances: Vec::new(),
            assumption_names: HashMap::new(),
            hints: HashMap::new(),
            lost_names: trees
                .iter()
                .flat_map(|tree| &tree.lost_names)
                .map(|name| name.text.to_string())
                .collect(),
            metric_types: Vec::new(),
            derived: HashMap::new(),
            of_records: HashMap::new(),
            asked: HashMap::new(),
            if_none: HashMap::new(),
            heads_of_tables: Vec::new(),
            derived_terms: HashMap::new(),
            judge: None,
            roundings: Vec::new(),
            lowering: Vec::new(),
            used_metrics: Vec::new(),
            used_organisations: HashSet::new(),
            used_units: HashSet::new(),
            heads: HashMap::new(),
            declares_metrics: false,
            has_plan: false,
        }
    }

    /// The place of a stretch of a text.
    pub(crate) fn place(&self, at: At) -> Place {
        match self.plan.sources.get(at.source.index()) {
            Some(source) => Place::Text { source: Arc::clone(source), span: at.span },
            None => Place::Call("rules".into()),
        }
    }

    /// A new diagnostic about a stretch of a text.
    pub(crate) fn fault(&self, code: Code, source: SourceId, span: Span) -> Diagnostic {
        Diagnostic::new(code, self.place(At { source, span }))
    }

    /// Keeps a diagnostic.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes that some rule reads a metric.
    pub(crate) fn note_use(&mut self, id: MetricId) {
        if self.used_metrics.len() <= id.index() {
            self.used_metrics.resize(self.plan.metrics.len().max(id.index().saturating_add(1)), false);
        }
        if let Some(is_used) = self.used_metrics.get_mut(id.index()) {
            *is_used = true;
        }
    }

    /// Whether some rule reads the metric at a position.
    pub(crate) fn uses(&self, metric: usize) -> bool {
        self.used_metrics.get(metric).copied().unwrap_or(false)
    }

    /// Whether a text comes with the program.
    pub(crate) fn is_shipped(&self, source: SourceId) -> bool {
        self.plan.sources.get(source.index()).is_some_and(|source| source.is_shipped())
    }

    /// Whether a faulty item would have declared a name.
    pub(crate) fn is_lost(&self, name: &str) -> bool {
        self.lost_names.contains(name)
    }

    /// The plan and what was found, in the order of the texts.
    fn finish(mut self) -> Checked {
        let sources = &self.plan.sources;
        let position = |diagnostic: &Diagnostic| match &diagnostic.place {
            Place::Text { source, span } => (sources.iter().position(|one| Arc::ptr_eq(one, source)), *span),
            _ => (None, Span::default()),
        };
        self.diagnostics.sort_by_cached_key(position);
        Checked { plan: self.plan, diagnostics: self.diagnostics }
    }
}
