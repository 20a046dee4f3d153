"""Plans."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from . import _dabiao
from ._errors import Diagnostic, diagnostics_of
from ._metrics import Data, Decimals, Metrics, Records, Value, metrics_of
from ._report import Report
from ._verdicts import Verdicts


def check(rules: str, *, lang: str = "en") -> tuple[Diagnostic, ...]:
    """Everything that is to be said of rules, errors and warnings.

    >>> import dabiao
    >>> [fault.code for fault in dabiao.check("target a: x >=")]
    ['E0102']
    """
    return diagnostics_of(_dabiao.check(rules, lang))


class Plan:
    """A plan, checked and compiled once. It never changes, and threads may share it."""

    def __init__(self, plan: _dabiao.Plan) -> None:
        self._plan = plan

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Plan:
        """Loads a rule file, or a folder of rule files."""
        return cls(_dabiao.Plan.load(os.fspath(path)))

    @classmethod
    def parse(cls, text: str) -> Plan:
        """Reads rules from a text."""
        return cls(_dabiao.Plan.parse(text))

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What is to be said of the rules, though they can be used."""
        return diagnostics_of(self._plan.warnings_json("en"))

    def targets(self) -> dict[str, Any]:
        """What the plan asks for: a ``dabiao.targets/1`` document.

        >>> import dabiao
        >>> dabiao.Plan.parse("x.rate >= 90%").targets()["targets"][0]["condition"]
        'x.rate >= 90%'
        """
        document: dict[str, Any] = json.loads(self._plan.targets_json(), parse_float=Decimal)
        return document

    def metrics(self) -> Metrics:
        """An empty table of this plan's metrics."""
        return Metrics(self)

    def evaluate(
        self,
        data: Data = None,
        *,
        as_of: str | date,
        period: str | int | None = None,
        entity: str | None = None,
        assume: Mapping[str, Value] | None = None,
        tables: Mapping[str, Records] | None = None,
        decimals: Decimals | None = None,
    ) -> Report:
        """Judges every target, with the evidence for each verdict. Other threads run meanwhile.

        ``assume`` has other values for assumptions of the plan, ``tables`` the records of tables that it declares, and
        ``decimals`` says how many decimals the floats of a frame's columns have; without it floats are refused.

        >>> import dabiao
        >>> plan = dabiao.Plan.parse("complaints falls by at least 20% since 2010")
        >>> rows = [{"period": 2010, "complaints": 250}, {"period": 2011, "complaints": 200}]
        >>> plan.evaluate(rows, as_of="2011-12-31")["complaints"].verdict
        'met'
        """
        metrics = self._metrics(data, tables, decimals)
        question = _question(as_of, period, entity, assume)
        return Report(self._plan.evaluate(metrics._table, *question))

    def judge(
        self,
        data: Data,
        *,
        as_of: str | date,
        period: str | int | None = None,
        entity: str | None = None,
        assume: Mapping[str, Value] | None = None,
        tables: Mapping[str, Records] | None = None,
        decimals: Decimals | None = None,
        threads: int = 1,
    ) -> Verdicts:
        """Judges every target for every entity and collects no evidence, which is for many rows.

        >>> import dabiao
        >>> plan = dabiao.Plan.parse("x.rate >= 90%")
        >>> rows = [{"entity": "east", "x.rate": 91}, {"entity": "west", "x.rate": 89}]
        >>> plan.judge(rows, as_of="2011-12-31").summary["met"]
        1
        """
        metrics = self._metrics(data, tables, decimals)
        question = _question(as_of, period, entity, assume)
        return Verdicts(self._plan.judge(metrics._table, *question, threads))

    def _metrics(self, data: Data, tables: Mapping[str, Records] | None, decimals: Decimals | None) -> Metrics:
        metrics = metrics_of(self, data, decimals)
        for name, records in (tables or {}).items():
            metrics.table(name, records)
        return metrics


def _question(
    as_of: str | date, period: str | int | None, entity: str | None, assume: Mapping[str, Value] | None
) -> tuple[str, str | None, str | None, list[tuple[str, Value]]]:
    return str(as_of), None if period is None else str(period), entity, list((assume or {}).items())
