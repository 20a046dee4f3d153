"""What a type checker sees of the package: mypy takes each line in strict mode."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import dabiao


def uses() -> None:
    plan: dabiao.Plan = dabiao.Plan.parse("x >= 1")
    report: dabiao.Report = plan.evaluate({"x": Decimal("1"), "y": {"z": Fraction(1, 3)}}, as_of="2011-12-31")
    rows: dabiao.Report = plan.evaluate([{"x": 1, "entity": "east"}], as_of="2011-12-31", assume={"a": (1, 2)})
    file: dabiao.Report = plan.evaluate(Path("metrics.csv"), as_of="2011-12-31") if Path("metrics.csv").exists() else report
    verdict: str = report["x"].verdict
    number: Decimal | Fraction | None = report["x"].evidence[0].number
    missed: int = report.summary["missed"]
    verdicts: dabiao.Verdicts = plan.judge([{"x": 1}], as_of="2011-12-31", threads=2)
    fault: dabiao.Diagnostic = dabiao.check("(")[0]
    line: int | None = fault.at.line
    edit: dabiao.Fix | None = fault.fix
    plan.evaluate(3, as_of="2011-12-31")  # type: ignore[arg-type]
