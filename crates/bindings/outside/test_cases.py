"""The corpus of cases through the installed package: the same bytes as everywhere."""

import json
from pathlib import Path

import pytest

import dabiao

CASES = sorted((Path(__file__).parent.parent / "cases").iterdir())


def answer(case: Path) -> str:
    plan = dabiao.Plan.parse((case / "rules.dabiao").read_text())
    metrics = plan.metrics()
    if (case / "data.json").exists():
        metrics.fill((case / "data.json").read_text())
    if (case / "data.csv").exists():
        metrics._table.read("data.csv", (case / "data.csv").read_bytes())
    if (case / "set.tsv").exists():
        for line in (case / "set.tsv").read_text().splitlines():
            entity, period, metric, value = line.split("\t")
            metrics.set(metric, value, entity=entity or None, period=period or None)
    if (case / "records.csv").exists():
        metrics._table.read_table("records", "records.csv", (case / "records.csv").read_bytes())
    return plan.evaluate(metrics, **json.loads((case / "question.json").read_text())).to_json()


@pytest.mark.parametrize("case", [case for case in CASES if case.name != "question-unreadable"], ids=lambda case: case.name)
def test_a_case_gives_the_same_bytes(case: Path) -> None:
    try:
        said = answer(case)
    except dabiao.Error as error:
        said = error._documents["en"]
    assert said == (case / "answer.json").read_text()


def test_the_corpus_is_there() -> None:
    assert len(CASES) >= 20
