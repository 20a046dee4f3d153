"""Runs statements in a database, or parses them, and prints what comes of it as JSON.

Reads {"setup": [...], "queries": [...]} from standard input; the argument names the database.
"""

import datetime
import decimal
import json
import sys


def text(cell):
    if cell is None:
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, float):
        raise SystemExit(f"a binary fraction: {cell!r}")
    if isinstance(cell, decimal.Decimal):
        return format(cell, "f")
    return str(cell)


def run(connection, work):
    for statement in work["setup"]:
        connection.execute(statement)
    answers = []
    for query in work["queries"]:
        rows = connection.execute(query).fetchall()
        answers.append([[text(cell) for cell in row] for row in rows])
    return answers


def main():
    work = json.load(sys.stdin)
    database = sys.argv[1]
    if database == "sqlite":
        import sqlite3

        answers = run(sqlite3.connect(":memory:"), work)
    elif database == "duckdb":
        import duckdb

        answers = run(duckdb.connect(":memory:"), work)
    else:
        import sqlglot

        answers = [repr(sqlglot.parse_one(query, read=database, error_level="raise")) for query in work["queries"]]
    json.dump(answers, sys.stdout)


main()
