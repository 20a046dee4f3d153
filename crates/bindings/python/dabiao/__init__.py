"""dabiao (达标): an exact rules engine with a small language for quality targets.

>>> import dabiao
>>> plan = dabiao.Plan.parse("market.pass_rate >= 90%")
>>> report = plan.evaluate({"market": {"pass_rate": "91.2%"}}, as_of="2011-12-31")
>>> report["market.pass_rate"].verdict
'met'
>>> report.summary["missed"]
0

Verdicts are decided in exact arithmetic. Numbers come in as ``int``, ``decimal.Decimal``, ``fractions.Fraction`` or
texts, and go out as ``Decimal`` and ``Fraction``.
"""

from ._dabiao import VERSION as __version__
from ._errors import CallError, DataError, Diagnostic, Error, Fix, InternalError, Note, Place, RulesError
from ._metrics import Metrics
from ._plan import Plan, check
from ._report import Evidence, Report, Result
from ._verdicts import Verdicts

__all__ = [
    "CallError",
    "DataError",
    "Diagnostic",
    "Error",
    "Evidence",
    "Fix",
    "InternalError",
    "Metrics",
    "Note",
    "Place",
    "Plan",
    "Report",
    "Result",
    "RulesError",
    "Verdicts",
    "__version__",
    "check",
]
