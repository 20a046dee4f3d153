"""Exceptions, and the diagnostics that they carry."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where something stands: in a text by ``line`` and ``column`` (both from 1, columns in characters, the end stands
    behind the last one), in a data file by ``row``, or in the ``call``."""

    file: str | None = None
    line: int | None = None
    column: int | str | None = None
    end_line: int | None = None
    end_column: int | None = None
    row: int | None = None
    call: str | None = None

    def __str__(self) -> str:
        parts = [self.file or self.call or ""]
        if self.line is not None:
            parts += [str(self.line), str(self.column)]
        elif self.row is not None:
            parts.append(str(self.row))
        return ":".join(parts)


@dataclass(frozen=True)
class Note:
    """A further place that explains a fault."""

    message: str
    at: Place


@dataclass(frozen=True)
class Fix:
    """An edit that would mend a fault: the place is replaced."""

    replacement: str
    at: Place


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is to be said of rules, data or a call."""

    code: str
    severity: str
    message: str
    label: str | None
    help: str | None
    at: Place
    notes: tuple[Note, ...]
    fixes: tuple[Fix, ...]

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    @property
    def fix(self) -> Fix | None:
        """The first of its fixes."""
        return self.fixes[0] if self.fixes else None

    def __str__(self) -> str:
        return f"{self.at}: {self.code}: {self.message}"


def diagnostics_of(document: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of a ``dabiao.diagnostics/1`` document."""
    return tuple(_diagnostic(one) for one in json.loads(document)["diagnostics"])


def _diagnostic(one: dict[str, Any]) -> Diagnostic:
    return Diagnostic(
        code=one["code"],
        severity=one["severity"],
        message=one["message"],
        label=one["label"],
        help=one["help"],
        at=Place(**one["at"]),
        notes=tuple(Note(note["message"], Place(**note["at"])) for note in one["notes"]),
        fixes=tuple(Fix(fix["replacement"], Place(**fix["at"])) for fix in one["fixes"]),
    )


class Error(Exception):
    """What keeps rules, data or a call from being used. ``diagnostics`` has everything that was wrong, and
    ``diagnostics_in("zh")`` the same in Chinese.

    >>> import dabiao
    >>> try:
    ...     dabiao.Plan.parse("metric x.rate\\n  type: percent\\ntarget x.rate >= 90")
    ... except dabiao.RulesError as error:
    ...     fault = error.diagnostics[0]
    ...     print(fault.at.line, fault.at.column, fault.fix.replacement)
    3 18 90%
    """

    def __init__(self, message: str, english: str = "", chinese: str = "") -> None:
        super().__init__(message)
        self._documents = {"en": english, "zh": chinese}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.diagnostics_in("en")

    def diagnostics_in(self, language: str) -> tuple[Diagnostic, ...]:
        document = self._documents[language]
        return diagnostics_of(document) if document else ()

    def __reduce__(self) -> Any:
        return type(self), (self.args[0], self._documents["en"], self._documents["zh"])


class RulesError(Error):
    """The rules have errors."""


class DataError(Error, ValueError):
    """The data have errors."""


class CallError(Error, ValueError):
    """The call is wrong: a question that cannot be asked, an argument that cannot be read."""


class InternalError(Error, RuntimeError):
    """dabiao itself failed. This is a defect of dabiao; other calls may follow."""
