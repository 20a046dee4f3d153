"""Verdicts for many rows."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from . import _dabiao


class Verdicts:
    """Verdicts without evidence: a row for each entity, ``entity`` and ``period`` first, then a column for each target."""

    def __init__(self, verdicts: _dabiao.Verdicts) -> None:
        self._verdicts = verdicts

    @property
    def summary(self) -> dict[str, int]:
        """How many verdicts there are of each kind."""
        return dict(self._verdicts.counts())

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are, ``entity`` and ``period`` among them."""
        return self._verdicts.shape()

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._verdicts.__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """The verdicts as a ``pyarrow.Table`` of dictionaries."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """The verdicts as a ``pandas.DataFrame`` of categories."""
        return self.to_arrow().to_pandas()
