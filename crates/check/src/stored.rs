//! A checked plan as bytes, to be kept beside its rules and read without checking them again.
//!
//! The bytes are a mark, the version that wrote them, a digest of all that follows, and the plan as postcard writes it.

mod fit;
mod row;

use dabiao_model::{Code, Diagnostic, Place};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Plan;

pub(crate) use row::FlatRow;

/// How a stored plan begins. The last byte is no text, so that no rule file begins so.
const MARK: &[u8] = b"dabiao plan\x1a";

/// Who may read it. A plan holds what a version made of its rules, so another version checks them anew.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How many bytes a SHA-256 has.
const DIGEST: usize = 32;

#[derive(Serialize, Deserialize)]
struct Head<'h> {
    version: &'h str,
    digest: [u8; DIGEST],
}

impl Plan {
    /// Whether bytes are meant to be a stored plan.
    ///
    /// ```
    /// assert!(!dabiao_check::Plan::is_stored("x.rate >= 90%".as_bytes()));
    /// ```
    #[must_use]
    pub fn is_stored(bytes: &[u8]) -> bool {
        bytes.starts_with(MARK)
    }

    /// The plan as bytes, with the texts of its rules. The same plan gives the same bytes.
    ///
    /// # Errors
    /// Where it cannot be written, which no plan that was checked is known to cause.
    ///
    /// ```
    /// use dabiao_check::{Plan, check};
    /// use dabiao_model::Source;
    /// let plan = check(vec![dabiao_syntax::parse(Source::new("rules", "x.rate >= 90%"))]).plan;
    /// let read = Plan::from_bytes(&plan.to_bytes()?, "x.plan")?;
    /// assert_eq!((read.digest, read.targets.len()), (plan.digest, 1));
    /// # Ok::<(), dabiao_model::Diagnostic>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>, Diagnostic> {
        let unwritten = |error: postcard::Error| broken("", "unwritten").with("cause", error.to_string());
        let plan = postcard::to_stdvec(self).map_err(unwritten)?;
        let head = Head { version: VERSION, digest: Sha256::digest(&plan).into() };
        let head = postcard::to_stdvec(&head).map_err(unwritten)?;
        Ok([MARK, &head, &plan].concat())
    }

    /// Reads a plan that was stored under a name, which its diagnostics give.
    ///
    /// # Errors
    /// E0808 where the bytes are no stored plan, another version wrote them, or they have changed since.
    pub fn from_bytes(bytes: &[u8], name: &str) -> Result<Plan, Diagnostic> {
        let damaged = || broken(name, "damaged");
        let bytes = bytes.strip_prefix(MARK).ok_or_else(|| broken(name, "unmarked"))?;
        let (head, bytes) = postcard::take_from_bytes::<Head<'_>>(bytes).map_err(|_| damaged())?;
        if head.version != VERSION {
            let fault = broken(name, "version").with("version", head.version.to_string());
            return Err(fault.with("own", VERSION.to_string()));
        }
        if head.digest != <[u8; DIGEST]>::from(Sha256::digest(bytes)) {
            return Err(damaged());
        }
        let (mut plan, rest) = postcard::take_from_bytes::<Plan>(bytes).map_err(|_| damaged())?;
        if !rest.is_empty() || !fit::fits(&plan) {
            return Err(damaged());
        }
        plan.name_metrics();
        Ok(plan)
    }

    fn name_metrics(&mut self) {
        let mut names = std::mem::take(&mut self.metric_names);
        for (index, metric) in self.metrics.iter().enumerate() {
            for name in std::iter::once(&metric.path).chain(&metric.titles) {
                names.entry(name.clone()).or_insert(crate::MetricId::new(index));
            }
        }
        self.metric_names = names;
    }
}

fn broken(name: &str, variant: &'static str) -> Diagnostic {
    Diagnostic::new(Code::BrokenStoredPlan, Place::File(name.into())).variant(variant).with("path", name)
}
