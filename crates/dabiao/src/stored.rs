//! Plans that were checked before and are kept as bytes.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place, Source};

use crate::{Error, Loaded, Plan};

/// More than a plan of the most items and the longest texts needs.
const MOST_BYTES: u64 = 1 << 30;

/// How many bytes tell a stored plan from rules.
const BEGINNING: u64 = 64;

impl Plan {
    /// The checked plan as bytes, with the texts of its rules: to be kept, and to be read again without checking the rules.
    /// The same plan gives the same bytes.
    ///
    /// # Errors
    /// [`Error::Rules`] where the plan cannot be written, which no plan is known to cause.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("market.pass_rate >= 90%")?;
    /// let bytes = plan.to_bytes()?;
    /// let again = dabiao::Plan::from_bytes(&bytes)?;
    /// assert_eq!(again.targets(), plan.targets());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        self.checked().to_bytes().map_err(|fault| Error::Rules(vec![fault]))
    }

    /// Reads a plan that [`Plan::to_bytes`] has written. [`Plan::load`] does so too, for a file that holds one.
    ///
    /// A stored plan is not checked again. It is used only as it was written, and only by the version that wrote it.
    ///
    /// # Errors
    /// [`Error::Rules`] with E0808 where the bytes are no stored plan, another version wrote them, or they have changed.
    ///
    /// ```
    /// let error = dabiao::Plan::from_bytes(b"market.pass_rate >= 90%").unwrap_err();
    /// assert_eq!(error.diagnostics()[0].code.as_str(), "E0808");
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Plan, Error> {
        let plan = dabiao_check::Plan::from_bytes(bytes, "bytes");
        plan.map(|plan| Plan::compile(Arc::new(plan))).map_err(|fault| Error::Rules(vec![fault]))
    }
}

/// The stored plan among paths, if there is one; it has to stand alone.
pub(crate) fn load<P: AsRef<Path>>(paths: &[P], texts: &[Arc<Source>]) -> Option<Loaded> {
    let path = paths.iter().map(AsRef::as_ref).find(|path| is_stored(path))?;
    let name = path.display().to_string();
    let place = || Place::File(name.as_str().into());
    let plan = if paths.len() > 1 || !texts.is_empty() {
        let fault = Diagnostic::new(Code::BrokenStoredPlan, place()).variant("company");
        Err(fault.with("path", name.as_str()))
    } else {
        match read(path, MOST_BYTES) {
            Ok(bytes) => dabiao_check::Plan::from_bytes(&bytes, &name),
            Err(error) => {
                let fault = Diagnostic::new(Code::MissingFile, place());
                Err(fault.with("path", name.as_str()).with("cause", error))
            }
        }
    };
    Some(match plan {
        Ok(plan) => {
            let language = plan.language;
            Loaded { plan: Some(Plan::compile(Arc::new(plan))), diagnostics: Vec::new(), language }
        }
        Err(fault) => Loaded { plan: None, diagnostics: vec![fault], language: None },
    })
}

fn is_stored(path: &Path) -> bool {
    path.is_file() && read(path, BEGINNING).is_ok_and(|bytes| dabiao_check::Plan::is_stored(&bytes))
}

fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
