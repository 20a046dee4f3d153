// JUnit as a consumer of it reads it, and SARIF by its public schema. Called with the folder of the reports.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [reports, modules] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const read = name => readFileSync(join(reports, name), "utf8");
const json = name => JSON.parse(read(name));

async function junit() {
  const { parse } = await import(pathToFileURL(require.resolve("junit2json")).href);
  const suites = await parse(read("district.xml"));
  const { summary, results } = json("district.json");
  assert.equal(suites.tests, results.length);
  assert.equal(suites.failures, summary.missed);
  assert.equal(suites.errors, summary.unknown + summary.uncertain + summary.error);
  const tests = suites.testsuite.flatMap(suite => suite.testcase);
  const failed = tests.filter(test => test.failure).map(test => test.name).sort();
  assert.deepEqual(failed, results.filter(one => one.verdict === "missed").map(one => one.target).sort());
  const hostile = await parse(read("hostile.xml"));
  assert.match(hostile.name, /<script>alert/);
  return tests.length;
}

function sarif() {
  const Ajv = require("ajv-draft-04");
  const schemas = join(dirname(require.resolve("@microsoft/jest-sarif/package.json")), "lib", "schemas");
  const schema = JSON.parse(readFileSync(join(schemas, "sarif-2.1.0-rtm.5.json"), "utf8"));
  const ajv = new (Ajv.default ?? Ajv)({ strict: false, allErrors: true, unicodeRegExp: false });
  const formats = require("ajv-formats");
  (formats.default ?? formats)(ajv);
  const fits = ajv.compile(schema);
  let count = 0;
  for (const name of ["faults.sarif", "fine.sarif", "faults-zh.sarif"]) {
    const log = json(name);
    assert.ok(fits(log), `${name}: ${JSON.stringify(fits.errors?.slice(0, 3))}`);
    count += log.runs[0].results.length;
  }
  assert.ok(count > 0, "faults were told");
  const broken = json("faults.sarif");
  broken.runs[0].results[0].level = "grave";
  assert.ok(!fits(broken), "the schema finds a fault");
  return count;
}

console.log(`documents: ${await junit()} tests read by junit2json, ${sarif()} findings fit the schema of SARIF 2.1.0`);
