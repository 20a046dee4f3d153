"""A million rows and forty targets from Arrow: `frames.py make ROWS FOLDER` writes rules and rows,
`frames.py judge RULES FILE DAY` judges them and prints seconds, rows, met and missed, as the example of `dabiao-arrow` does.
"""

import sys
import time
from pathlib import Path

import numpy
import pyarrow
import pyarrow.ipc

TARGETS = 40
ROWS_OF_A_BATCH = 1 << 16


def make(count: int, folder: Path) -> None:
    """Decimals of two places from 0 to 99.99, and a target for each column that about half of them meet."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = (f"metric m{at}\n  type: number\ntarget m{at} >= {40 + at / 2}\n" for at in range(TARGETS))
    (folder / "frames.dabiao").write_text("\n".join(rules))
    rows = numpy.arange(count, dtype=numpy.int64)
    columns = {"entity": pyarrow.array([f"e{row}" for row in range(count)])}
    for at in range(TARGETS):
        words = numpy.zeros((count, 2), dtype=numpy.int64)
        words[:, 0] = (rows * 7919 + at * 104_729) % 10_000
        buffers = [None, pyarrow.py_buffer(words)]
        columns[f"m{at}"] = pyarrow.Array.from_buffers(pyarrow.decimal128(9, 2), count, buffers)
    table = pyarrow.table(columns)
    with pyarrow.ipc.new_file(folder / "frames.arrow", table.schema) as file:
        file.write_table(table, ROWS_OF_A_BATCH)


def judge(rules: str, file: str, day: str) -> None:
    import dabiao

    plan = dabiao.Plan.load(rules)
    table = pyarrow.ipc.open_file(file).read_all()
    start = time.perf_counter()
    verdicts = plan.judge(table, as_of=day)
    answer = verdicts.to_arrow()
    seconds = time.perf_counter() - start
    print(f"{seconds:.4f} {answer.num_rows} {verdicts.summary['met']} {verdicts.summary['missed']}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", count, folder]:
            make(int(count), Path(folder))
        case ["judge", *words]:
            judge(*words)
        case _:
            sys.exit(__doc__)
