// The corpus of cases in Node.js, and what a panic and a float become there: `cases.mjs PACKAGE CASES OUT`.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, cases, out] = process.argv.slice(2);
const { DabiaoError, Metrics, load } = await import(pathToFileURL(join(folder, "dabiao.js")).href);
const dabiao = await load();
const text = (name, file) => readFileSync(join(cases, name, file), "utf8");
const has = (name, file) => existsSync(join(cases, name, file));

function answer(name) {
  const plan = dabiao.parse(text(name, "rules.dabiao"));
  const metrics = new Metrics();
  if (has(name, "data.json")) metrics.fill(text(name, "data.json"));
  if (has(name, "data.csv")) metrics.read("data.csv", text(name, "data.csv"));
  if (has(name, "set.tsv")) {
    for (const line of text(name, "set.tsv").trimEnd().split("\n")) {
      const [entity, period, metric, value] = line.split("\t");
      metrics.set(metric, value, { entity: entity || undefined, period: period || undefined });
    }
  }
  if (has(name, "records.csv")) metrics.table("records", "records.csv", text(name, "records.csv"));
  return plan.evaluate(metrics, text(name, "question.json")).toJson();
}

for (const name of readdirSync(cases)) {
  let said;
  try {
    said = answer(name);
  } catch (error) {
    assert.ok(error instanceof DabiaoError, String(error));
    said = error.documents.en;
  }
  writeFileSync(join(out, `${name}.json`), said);
}

const plan = dabiao.parse("x >= 1");
const day = { as_of: "2011-12-31" };
for (let again = 0; again < 3; again += 1) {
  assert.throws(() => plan.evaluate({ x: 2 }, { ...day, entity: "planted panic" }), { kind: "internal" });
  assert.equal(plan.evaluate({ x: 2 }, day).document.summary.met, 1);
}
const exact = value => plan.evaluate({ x: value }, day).document.results[0].evidence[0].exact;
assert.equal(exact("1234567890123.456789012345678"), "1234567890123.456789012345678");
assert.equal(exact("1/3"), "1/3");
assert.equal(exact(12345678901234567890123n), "12345678901234567890123");
assert.equal(exact(0.3), "0.3");
assert.throws(() => exact(0.1 + 0.2), { kind: "data" });
assert.match(plan.evaluate({ x: 2 }, day).text("zh"), /达标/);
assert.equal(dabiao.check("target a: x >=", "zh")[0].code, "E0102");
assert.equal(plan.targets().targets[0].target, "x");
assert.equal(plan.warnings().every(one => one.severity === "warning"), true);
// Memory comes back: many calls need no more than a few.
for (let again = 0; again < 300; again += 1) dabiao.parse("x >= 1").free();
plan.free();
assert.match(dabiao.version, /^\d+\.\d+\.\d+$/);
