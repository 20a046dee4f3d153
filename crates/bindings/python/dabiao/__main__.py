"""``python -m dabiao``: checks rules and judges data, with the words and exit statuses of the ``dabiao`` command.

The whole command, with ``explain``, ``diff`` and others, is the package ``dabiao-cli``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import dabiao


def main(arguments: Sequence[str] | None = None) -> int:
    args = _parser().parse_args(arguments)
    try:
        status: int = args.run(args)
    except dabiao.DataError as error:
        return _complain(error, args.lang, 3)
    except dabiao.Error as error:
        return _complain(error, args.lang, 2)
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 3
    return status


def _check(args: argparse.Namespace) -> int:
    for fault in dabiao.Plan.load(args.rules).warnings:
        print(fault, file=sys.stderr)
    return 0


def _targets(args: argparse.Namespace) -> int:
    print(dabiao.Plan.load(args.rules)._plan.targets_json(), end="")
    return 0


def _eval(args: argparse.Namespace) -> int:
    plan = dabiao.Plan.load(args.rules)
    metrics = plan.metrics()
    for file in args.data:
        metrics.fill(Path(file))
    for name, file in args.table:
        metrics.table(name, Path(file))
    report = plan.evaluate(
        metrics, as_of=args.as_of, period=args.period, entity=args.entity, assume=dict(args.assume)
    )
    print(report.render(args.format, lang=args.lang), end="")
    if report.summary["missed"]:
        return 1
    return 4 if any(report.summary[verdict] for verdict in ("unknown", "uncertain", "error")) else 0


def _complain(error: dabiao.Error, language: str, status: int) -> int:
    faults = error.diagnostics_in(language)
    for fault in faults:
        print(f"{fault}; {fault.help}" if fault.help else fault, file=sys.stderr)
    if not faults:
        print(error, file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dabiao", description="Checks rules and judges data.")
    parser.add_argument("--version", action="version", version=dabiao.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        added.add_argument("rules", metavar="RULES", help="a rule file, or a folder of rule files")
        added.add_argument("--lang", choices=["en", "zh"], default="en", help="the language of messages and reports")
        return added

    command("check", _check, "look for faults in rules")
    command("targets", _targets, "list what a plan asks for, as JSON")
    judge = command("eval", _eval, "judge data by rules")
    judge.add_argument("--data", nargs="+", default=[], metavar="FILE", help="files of metrics or entities, CSV or JSON")
    judge.add_argument("--table", type=_pair, action="append", default=[], metavar="NAME=FILE", help="records of a table")
    judge.add_argument("--as-of", required=True, metavar="DATE", help="the day to judge for")
    judge.add_argument("--period", help="the period to judge")
    judge.add_argument("--entity", help="the entity to judge")
    judge.add_argument("--assume", type=_pair, action="append", default=[], metavar="NAME=VALUE", help="another value")
    judge.add_argument("--format", choices=["text", "json"], default="text")
    return parser


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"`{text}` is no name and value, `name=value`")
    return name, value


if __name__ == "__main__":
    sys.exit(main())
