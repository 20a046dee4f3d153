"""Reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from html import escape
from importlib import import_module
from typing import Any

from . import _dabiao


@dataclass(frozen=True)
class Evidence:
    """One observed value that a verdict rests on."""

    metric: str
    value: str | None
    exact: str | None
    count: str | None
    source: str | None
    entity: str | None
    period: str | None

    @property
    def number(self) -> Decimal | Fraction | None:
        """The exact number in the metric's own unit, a share for percents: a ``Decimal``, or a ``Fraction`` where no
        decimal is exact. None for what is no number.

        >>> import dabiao
        >>> from fractions import Fraction
        >>> plan = dabiao.Plan.parse("x >= 0")
        >>> plan.evaluate({"x": Fraction(1, 3)}, as_of="2011-12-31")["x"].evidence[0].number
        Fraction(1, 3)
        """
        if self.exact is None:
            return None
        return Fraction(self.exact) if "/" in self.exact else Decimal(self.exact)


@dataclass(frozen=True)
class Result:
    """A verdict with everything that it rests on. ``document`` is the whole of it, as ``dabiao.report/1`` has it."""

    target: str
    title: str
    section: str | None
    cite: list[str]
    owner: list[str]
    entity: str | None
    period: str | None
    verdict: str
    flags: list[str]
    condition: str
    due: str | None
    observed: str | None
    required: str | None
    margin: str | None
    evidence: list[Evidence]
    assumptions: list[str]
    missing: list[str]
    reason: str | None
    at: dict[str, Any]
    document: dict[str, Any] = field(repr=False)

    @property
    def is_met(self) -> bool:
        return self.verdict == "met"

    @property
    def is_missed(self) -> bool:
        return self.verdict == "missed"

    @classmethod
    def _of(cls, document: dict[str, Any]) -> Result:
        names = [name for name in cls.__dataclass_fields__ if name not in ("evidence", "document")]
        fields: dict[str, Any] = {name: document[name] for name in names}
        evidence = [Evidence(**{name: one[name] for name in Evidence.__dataclass_fields__}) for one in document["evidence"]]
        return cls(evidence=evidence, document=document, **fields)


class Report:
    """The answers for a whole plan: ``report["target"]`` is the first result of a target, ``report.results`` has all."""

    def __init__(self, report: _dabiao.Report) -> None:
        self._report = report

    def to_json(self) -> str:
        """The report as ``dabiao.report/1``: the same bytes as every other way of dabiao gives."""
        return self._report.render("json", "en")

    def render(self, form: str = "text", *, lang: str = "en") -> str:
        """The report for people, in a language."""
        return self._report.render(form, lang)

    @cached_property
    def document(self) -> dict[str, Any]:
        """The report as dicts and lists; numbers in it are ints and Decimals."""
        document: dict[str, Any] = json.loads(self.to_json(), parse_float=Decimal)
        return document

    @cached_property
    def results(self) -> list[Result]:
        """One result for each target, entity and period."""
        return [Result._of(one) for one in self.document["results"]]

    @property
    def summary(self) -> dict[str, int]:
        """How many results bear which verdict."""
        summary: dict[str, int] = self.document["summary"]
        return summary

    @property
    def score(self) -> dict[str, Any] | None:
        """The scores, where the plan gives points."""
        score: dict[str, Any] | None = self.document["score"]
        return score

    @cached_property
    def _first(self) -> dict[str, Result]:
        first: dict[str, Result] = {}
        for result in self.results:
            first.setdefault(result.target, result)
        return first

    def __getitem__(self, target: str) -> Result:
        return self._first[target]

    def __contains__(self, target: object) -> bool:
        return target in self._first

    def get(self, target: str, entity: str | None = None, period: str | int | None = None) -> Result | None:
        """The first result of a target, of an entity and a period where they are named."""
        wanted = None if period is None else str(period)
        for result in self.results:
            if result.target != target or (entity is not None and result.entity != entity):
                continue
            if wanted is None or result.period == wanted:
                return result
        return None

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._report.__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """The results as a ``pyarrow.Table``. polars and others take the report itself: ``polars.DataFrame(report)``."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """The results as a ``pandas.DataFrame``."""
        return self.to_arrow().to_pandas()

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {verdict}" for verdict, count in self.summary.items() if count)
        return f"<dabiao.Report as of {self.document['as_of']}: {counts or 'nothing judged'}>"

    def _repr_html_(self) -> str:
        """A table for notebooks. Everything is escaped, and a verdict is told by its sign and its word, not by a colour
        alone."""
        signs = {"met": "✓", "missed": "✗", "pending": "…", "not_applicable": "–"}
        colours = {"met": "#1a7f37", "missed": "#c62828"}
        with_entity = any(result.entity is not None for result in self.results)
        heads = ["verdict", *(["entity"] if with_entity else []), "target", "observed", "required", "margin", "owner"]
        rows = []
        for result in self.results[:_SHOWN]:
            colour = colours.get(result.verdict, "#8a6100")
            verdict = f"{signs.get(result.verdict, '?')} {result.verdict.replace('_', ' ')}"
            cells = [*([result.entity or ""] if with_entity else []), result.title]
            cells += [result.observed or "", result.required or "", result.margin or "", ", ".join(result.owner)]
            others = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            rows.append(f'<tr><td style="color:{colour}">{escape(verdict)}</td>{others}</tr>')
        counts = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in self.summary.items() if count)
        more = len(self.results) - _SHOWN
        caption = f"as of {escape(self.document['as_of'])}: {escape(counts)}"
        caption += f"; {more} more results are not shown" if more > 0 else ""
        head = "".join(f'<th scope="col">{name}</th>' for name in heads)
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


#: How many results a notebook shows.
_SHOWN = 200
