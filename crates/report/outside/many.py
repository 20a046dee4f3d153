"""The data of the district in examples, given to many districts with a little change. Called with their number and a folder."""

import csv
import random
import sys
from pathlib import Path

count, folder = int(sys.argv[1]), Path(sys.argv[2])
chance = random.Random(3)
rows = list(csv.reader(Path("examples/district-2011/metrics.csv").open(encoding="utf-8")))
head, own = rows[0], [row for row in rows[1:] if row[0] == "riverside"]
others = [row for row in rows[1:] if row[0] != "riverside"]


def changed(text):
    digits = text.rstrip("%")
    try:
        value = float(digits)
    except ValueError:
        return text
    if "." not in digits and not (value > 20 and text.endswith("%")):
        return text
    value, most = round(value * chance.uniform(0.93, 1.04), 2), 100 if value <= 100 else value * 2
    return f"{min(value, most):g}" + ("%" if text.endswith("%") else "")


with (folder / "many.csv").open("w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(head)
    for nth in range(count):
        out.writerows([f"district_{nth:04}", *row[1:3], changed(row[3]), *row[4:]] for row in own)
    out.writerows(others)
with (folder / "many-entities.csv").open("w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["entity", "parent", "level", "title"])
    out.writerow(["east_province", "", "province", "东部省"])
    out.writerows([f"district_{nth:04}", "east_province", "district", f"District {nth}"] for nth in range(count))
