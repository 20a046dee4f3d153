"""Tables of metrics, and what they can be made of."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Union, runtime_checkable

from . import _dabiao

if TYPE_CHECKING:
    from ._plan import Plan

#: A single value. A float is taken where it has no more than 15 digits, as what somebody wrote; one that has more is
#: what arithmetic left, and is refused.
Value = Union[str, int, Decimal, Fraction, float, bool, date, tuple[int, int], None]


@runtime_checkable
class Frame(Protocol):
    """Anything with Arrow's PyCapsule interface: frames of pandas, polars, pyarrow, DuckDB and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


#: What a plan can be evaluated on: a dict of metrics, which may be nested; a list of such rows with ``entity`` and
#: ``period``; a JSON text; the path of a JSON or CSV file; a frame; a table that was made before.
Data = Union[Mapping[str, Any], Sequence[Mapping[str, Any]], str, "os.PathLike[str]", Frame, "Metrics", None]

#: The records of a table: a list of rows, or the path of a file.
Records = Union[Sequence[Mapping[str, Any]], "os.PathLike[str]"]

#: How many decimals the floats of a frame's columns have, for all of them or column by column.
Decimals = Mapping[str, int]


class Metrics:
    """A table of one plan's metrics. Every value is held to its metric's type as it comes in.

    >>> import dabiao
    >>> from fractions import Fraction
    >>> plan = dabiao.Plan.parse("metric x\\n  type: percent in 0%..100%\\nx >= 90%")
    >>> metrics = plan.metrics()
    >>> metrics.set("x", Fraction(462, 500))
    >>> plan.evaluate(metrics, as_of="2011-12-31")["x"].observed
    '92.4%'
    """

    def __init__(self, plan: Plan, table: _dabiao.Metrics | None = None) -> None:
        self._table = table if table is not None else _dabiao.Metrics.empty(plan._plan)

    def set(self, metric: str, value: Value, *, entity: str | None = None, period: str | int | None = None) -> None:
        """Sets a metric in place of the value it had."""
        self._table.set(metric, value, entity, None if period is None else str(period))

    def fill(self, data: Data, *, decimals: Decimals | None = None, name: str = "frame") -> None:
        """Adds the values of a JSON text, of a file or of a frame."""
        if isinstance(data, str):
            self._table.fill_json(data)
        elif isinstance(data, os.PathLike):
            self._table.read(os.fspath(data), Path(data).read_bytes())
        elif isinstance(data, Frame):
            self._table.fill_arrow(data, name, list((decimals or {}).items()))
        else:
            raise TypeError(f"a table is filled from a JSON text, a path or a frame, not from {type(data).__name__}")

    def table(self, name: str, records: Records) -> None:
        """Gives the records of a table that the rules declare."""
        if isinstance(records, os.PathLike):
            self._table.read_table(name, os.fspath(records), Path(records).read_bytes())
        else:
            self._table.table_of_rows(name, records)


def metrics_of(plan: Plan, data: Data, decimals: Decimals | None) -> Metrics:
    """A table of whatever data there are."""
    if isinstance(data, Metrics):
        return data
    if data is None:
        return Metrics(plan)
    if isinstance(data, (str, os.PathLike)) or isinstance(data, Frame):
        metrics = Metrics(plan)
        metrics.fill(data, decimals=decimals)
        return metrics
    return Metrics(plan, _dabiao.Metrics.of_rows(plan._plan, data))
