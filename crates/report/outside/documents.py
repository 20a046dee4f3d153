"""JUnit and XLSX as others read them: junitparser, openpyxl, LibreOffice. Called with the folder of the reports."""

import csv
import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import openpyxl
from junitparser import JUnitXml

reports = Path(sys.argv[1])
soffice = sys.argv[2]
report = json.loads((reports / "district.json").read_text("utf-8"))
results = report["results"]


def junit() -> int:
    suites = JUnitXml.fromfile(str(reports / "district.xml"))
    summary = report["summary"]
    undecided = summary["unknown"] + summary["uncertain"] + summary["error"]
    found = (suites.tests, suites.failures, suites.errors)
    assert found == (len(results), summary["missed"], undecided), found
    counted = sum(len(list(suite)) for suite in suites)
    assert counted == len(results), counted
    return counted


def number(text):
    return None if text is None else float(Fraction(text))


def wanted(result):
    """What the sheet has of a result: observed, least, greatest as numbers, the margin of a share in points."""
    figures = result["figures"]
    if figures is None:
        return (None, None, None, None)
    share = figures["unit"] in ("percent", "points")
    scale = 100 if figures["unit"] == "points" else 1
    values = [number(figures[key]) for key in ("observed", "least", "greatest")]
    values = [None if value is None else value * scale for value in values]
    margin = number(figures["margin"])
    return (*values, None if margin is None else margin * (100 if share else 1))


def same(found, value) -> bool:
    if value is None:
        return found in (None, "")
    if isinstance(found, str) and found.endswith("%"):
        found = float(found[:-1]) / 100
    return abs(float(found) - value) <= 1e-9 * max(1.0, abs(value))


def sheet() -> int:
    book = openpyxl.load_workbook(reports / "district.xlsx")
    assert len(book.sheetnames) == 5, book.sheetnames
    table = book.worksheets[1]
    assert table.freeze_panes == "A2", table.freeze_panes
    assert table.auto_filter.ref, "columns can be filtered"
    assert table.conditional_formatting, "verdicts have colours"
    rows = list(table.iter_rows(min_row=2))
    assert len(rows) == len(results), len(rows)
    percents = 0
    for row, result in zip(rows, results):
        assert row[3].value == result["target"], (row[3].value, result["target"])
        for cell, value in zip(row[7:11], wanted(result)):
            assert same(cell.value, value), (result["target"], cell.value, value)
            if isinstance(cell.value, (int, float)) and cell.number_format.endswith("%"):
                percents += 1
    assert percents > 10, "percents are numbers shown as percents"
    texts = [str(cell.value) for row in openpyxl.load_workbook(reports / "hostile.xlsx").worksheets[1] for cell in row]
    assert any("<script>alert" in text for text in texts), "markup stays text"
    formulas = [cell.value for row in table for cell in row if cell.data_type == "f"]
    assert not formulas, formulas
    return len(rows)


def office() -> int:
    """The second sheet, as LibreOffice writes it as CSV with its stored values, has the figures of the JSON."""
    with tempfile.TemporaryDirectory() as folder:
        # Fields by commas, quoted by ", UTF-8, values and not what cells show, all sheets.
        form = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
             "--outdir", folder, str(reports / "district.xlsx")],
            check=True, capture_output=True, timeout=240,
        )
        files = sorted(Path(folder).glob("district-*.csv"))
        assert len(files) == 5, files
        [table] = [rows for rows in (list(csv.reader(one.open(encoding="utf-8"))) for one in files)
                   if len(rows) == len(results) + 1 and len(rows[0]) == 24]
    for row, result in zip(table[1:], results):
        assert row[3] == result["target"], row[3]
        for cell, value in zip(row[7:11], wanted(result)):
            assert same(cell, value), (result["target"], cell, value)
    return len(table) - 1


print(f"documents: {junit()} tests read by junitparser, {sheet()} rows by openpyxl, {office()} by LibreOffice")
