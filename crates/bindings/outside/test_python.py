"""The Python package as people use it."""

import datetime
import pickle
import subprocess
import sys
import threading
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pytest

import dabiao

ROOT = Path(__file__).parents[3]
DAY = "2011-12-31"
RATE = "metric x\n  type: percent in 0%..100%\ntarget x >= 90%\n  warn: x < 93%"
LONG = Decimal("1234567890123.456789012345678")


def observed(rules: str, value: object) -> object:
    return dabiao.Plan.parse(rules).evaluate({"x": value}, as_of=DAY)["x"].evidence[0].number


@pytest.mark.parametrize("value", [LONG, -LONG, Fraction(1, 3), Fraction(-7, 3), 10**40, Decimal("1E+3"), 0, "1/3"])
def test_exact_numbers_come_back_as_they_went_in(value: object) -> None:
    assert observed("metric x\nx >= 0", value) == Fraction(value)


def test_a_number_comes_back_as_a_decimal_where_one_is_exact() -> None:
    assert isinstance(observed("metric x\nx >= 0", LONG), Decimal)
    assert isinstance(observed("metric x\nx >= 0", Fraction(1, 3)), Fraction)


@pytest.mark.parametrize(
    ("value", "share"),
    [
        ("92.4%", "0.924"),
        (Decimal("92.4"), "0.924"),
        (92.4, "0.924"),
        (92, "0.92"),
        ((462, 500), "0.924"),
        (Fraction(462, 500), "0.924"),
        (Fraction(1, 1), "1"),
    ],
)
def test_a_percent_is_given_as_a_figure_or_as_a_share_of_counts(value: object, share: str) -> None:
    assert observed(RATE, value) == Decimal(share)


def test_a_float_is_taken_as_it_is_written_and_refused_where_it_was_calculated() -> None:
    plan = dabiao.Plan.parse("metric x\nx >= 0.3")
    assert plan.evaluate({"x": 0.3}, as_of=DAY)["x"].is_met
    with pytest.raises(dabiao.DataError, match="0.30000000000000004") as caught:
        plan.evaluate({"x": 0.1 + 0.2}, as_of=DAY)
    assert caught.value.diagnostics[0].code == "E0701"
    assert "result of arithmetic" in (caught.value.diagnostics[0].label or "")
    assert "运算的结果" in (caught.value.diagnostics_in("zh")[0].label or "")
    for hollow in (float("nan"), float("inf"), Decimal("NaN")):
        with pytest.raises(dabiao.DataError):
            plan.evaluate({"x": hollow}, as_of=DAY)


def test_other_kinds_of_values() -> None:
    plan = dabiao.Plan.parse("metric open\n  type: yes/no\nmetric day\n  type: date\nopen\nday <= 2011-12-31")
    report = plan.evaluate({"open": True, "day": datetime.date(2011, 12, 31)}, as_of=datetime.date(2011, 12, 31))
    assert report.summary["met"] == 2
    assert plan.evaluate({"open": None, "day": None}, as_of=DAY).summary["unknown"] == 2
    with pytest.raises(dabiao.DataError, match="object"):
        plan.evaluate({"open": object()}, as_of=DAY)
    numpy = pandas.Series([91], dtype="int64").to_numpy()
    assert observed("metric x\nx >= 0", numpy[0]) == 91


def test_a_report_is_read_as_the_library_mirrors_it() -> None:
    plan = dabiao.Plan.load(ROOT / "rules" / "quality-2011")
    metrics = plan.metrics()
    for name in ("metrics.csv", "entities.csv"):
        metrics.fill(ROOT / "examples" / "district-2011" / name)
    report = plan.evaluate(metrics, as_of=DAY, entity="riverside")
    result = report["market_sampling.pass_rate"]
    assert (result.verdict, result.observed, result.required, result.margin) == ("missed", "87.4%", ">= 90%", "-2.6 points")
    assert result.evidence[0].count == "437/500"
    assert report.get("market_sampling.pass_rate", entity="riverside") == result
    assert report.get("market_sampling.pass_rate", entity="nowhere") is None
    assert len(report) == sum(report.summary.values()) == 68
    assert "market_sampling.pass_rate" in report and "nothing" not in report
    with pytest.raises(KeyError):
        report["nothing"]
    assert report.render(lang="zh") != report.render()


def test_assumptions_and_tables() -> None:
    plan = dabiao.Plan.parse('assume least = 90%\n  because: "not stated"\nx.rate >= least')
    assert plan.evaluate({"x.rate": 92}, as_of=DAY)["x.rate"].is_met
    report = plan.evaluate({"x.rate": 92}, as_of=DAY, assume={"least": Decimal("95")})
    assert report["x.rate"].is_missed and report.document["assumptions"][0]["overridden"]
    plan = dabiao.Plan.parse(
        "table samples\n  columns: period period, outcome text\n"
        'target pass: (share of samples where outcome = "pass") >= 50%'
    )
    rows = [{"period": 2011, "outcome": "pass"}, {"period": 2011, "outcome": "fail"}]
    assert plan.evaluate(None, as_of=DAY, tables={"samples": rows})["pass"].evidence[0].count == "1/2"


def test_faults_carry_their_places_and_fixes() -> None:
    with pytest.raises(dabiao.RulesError) as caught:
        dabiao.Plan.parse("metric x.rate\n  type: percent\ntarget x.rate >= 90")
    fault = caught.value.diagnostics[0]
    assert (fault.code, fault.at.line, fault.at.column, fault.at.end_column) == ("E0301", 3, 18, 20)
    assert fault.fix is not None and fault.fix.replacement == "90%"
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.diagnostics == caught.value.diagnostics
    plan = dabiao.Plan.parse("x.rate >= 90%")
    for question in ({"as_of": "soon"}, {"as_of": DAY, "entity": "nowhere"}, {"as_of": DAY, "period": "soon"}):
        with pytest.raises(dabiao.CallError):
            plan.evaluate({"x.rate": 92}, **question)
    with pytest.raises(dabiao.CallError):
        dabiao.check("", lang="fr")
    with pytest.raises(TypeError):
        plan.metrics().fill(3)


FRAME = {"entity": ["riverside", "hillside", "lakeside"], "x": [Decimal("91.2"), Decimal("89.9"), None]}


def frames() -> dict[str, object]:
    table = rows = pyarrow.table(FRAME)
    return {
        "pandas": pandas.DataFrame(FRAME),
        "polars": polars.DataFrame(FRAME),
        "pyarrow": table,
        "duckdb": duckdb.sql("select entity, x::decimal(9, 1) as x from rows"),
        "chunks": pyarrow.concat_tables([table.slice(0, 1), table.slice(1)]),
    }


@pytest.mark.parametrize("name", ["pandas", "polars", "pyarrow", "duckdb", "chunks"])
def test_frames(name: str) -> None:
    report = dabiao.Plan.parse(RATE).evaluate(frames()[name], as_of=DAY)
    assert {one.entity: one.verdict for one in report} == {"riverside": "met", "hillside": "missed", "lakeside": "unknown"}
    back = report.to_arrow()
    assert back.column("verdict").to_pylist() == ["met", "missed", "unknown"]
    assert report.to_pandas()["observed"].tolist()[:2] == ["91.2%", "89.9%"]
    assert polars.DataFrame(report)["flags"].to_list() == ["at_risk", None, None]


def test_floats_of_a_frame_need_their_decimals() -> None:
    plan = dabiao.Plan.parse("metric x\nx >= 0.3")
    frame = polars.DataFrame({"x": [0.1 + 0.2]})
    with pytest.raises(dabiao.DataError, match="float"):
        plan.evaluate(frame, as_of=DAY)
    assert plan.evaluate(frame, as_of=DAY, decimals={"x": 2})["x"].is_met


def test_verdicts_for_many_rows() -> None:
    count = 10_000
    names = [f"e{row}" for row in range(count)]
    frame = pyarrow.table({"entity": names, "x": pyarrow.array([row % 100 for row in range(count)])})
    verdicts = dabiao.Plan.parse(RATE).judge(frame, as_of=DAY, threads=2)
    assert verdicts.summary["met"] == count // 10
    assert verdicts.shape == (count, 3)
    table = verdicts.to_arrow()
    assert table.column("x").to_pylist()[89:91] == ["missed", "met"]
    assert table.column("entity").to_pylist() == names
    assert verdicts.to_pandas()["x"].value_counts()["met"] == count // 10


def test_other_threads_run_meanwhile() -> None:
    plan = dabiao.Plan.parse("\n".join(f"target t{n}: x{n} * y >= 1" for n in range(200)))
    rows = [{"entity": f"e{row}", "y": 2, **{f"x{n}": n for n in range(200)}} for row in range(60)]
    metrics = dabiao._metrics.metrics_of(plan, rows, None)
    done = threading.Event()

    def work() -> None:
        plan.evaluate(metrics, as_of=DAY)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    ticks = 0
    while not done.is_set():
        ticks += 1
        time.sleep(0.001)
    thread.join()
    assert ticks > 3, "the interpreter stood still"


def test_a_panic_is_an_exception_and_the_next_call_works() -> None:
    plan = dabiao.Plan.parse("x >= 1")
    metrics = plan.metrics()
    metrics.set("x", 1)
    for _ in range(3):
        for ask in (plan.evaluate, plan.judge):
            with pytest.raises(dabiao.InternalError, match="planted for a test"):
                ask(metrics, as_of=DAY, entity="planted panic")
        assert plan.evaluate(metrics, as_of=DAY)["x"].is_met


def test_notebooks_show_a_table_and_no_markup_of_a_title() -> None:
    plan = dabiao.Plan.parse("target a: x >= 1\n  title: “<script>alert(1)</script>”")
    page = plan.evaluate([{"entity": "<b>", "x": 2}], as_of=DAY)._repr_html_()
    assert page.startswith("<table>") and "<script>" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page and "✓ met" in page


def module(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dabiao", *words], cwd=ROOT, capture_output=True, text=True)


def test_the_module_is_a_command() -> None:
    data = ["--data", "examples/district-2011/metrics.csv", "examples/district-2011/entities.csv"]
    judged = module("eval", "rules/quality-2011", *data, "--entity", "riverside", "--as-of", DAY)
    assert judged.returncode == 1, judged.stderr
    assert "68 targets" in judged.stdout
    assert module("check", "rules/quality-2011").returncode == 0
    assert '"dabiao.targets/1"' in module("targets", "rules/quality-2011").stdout
    assert module("check", "no/such/folder").returncode == 2
    refused = module("eval", "rules/quality-2011", "--data", "README.md", "--as-of", DAY, "--lang", "zh")
    assert refused.returncode == 2 and "README.md" in refused.stderr
