// Clicks through the playground, opened from the disk: `playground.mjs PAGE MODULES PICTURES`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [page, modules, pictures] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(page).href;
const browser = await chromium.launch({
  executablePath: process.env.DABIAO_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
const tab = await context.newPage();
const wrong = [];
tab.on("request", request => request.url().split("#")[0] === address || wrong.push(`asks for ${request.url()}`));
tab.on("pageerror", error => wrong.push(String(error)));
tab.on("console", line => line.type() === "error" && wrong.push(line.text()));
const open = async url => {
  await tab.goto("about:blank");
  await tab.goto(url);
  await tab.waitForSelector("body[data-ready=yes]", { timeout: 60000 });
};
const verdicts = () => tab.$$eval("#verdicts tbody tr", rows => rows.map(row => row.cells[0].textContent));
const settled = wanted => tab.waitForFunction(
  wanted => JSON.stringify([...document.querySelectorAll("#verdicts tbody tr")].map(row => row.cells[0].textContent)) === wanted,
  JSON.stringify(wanted), { timeout: 15000 });

// The first example, with its charts and its colours.
await open(address);
assert.deepEqual(await verdicts(), ["✓ met", "✓ met", "✗ missed"]);
assert.ok(await tab.$("#verdicts svg[role=img]"), "a chart");
const painted = await tab.$$eval("#painted .keyword", all => all.map(one => one.textContent));
assert.ok(["metric", "target", "at least"].every(one => painted.includes(one)), String(painted));
await tab.screenshot({ path: join(pictures, "playground.png") });

// Data, the day, and a row more.
await tab.fill("#data tbody tr:nth-child(1) input[aria-label^=Value]", "89.9%");
await settled(["✗ missed", "✓ met", "✗ missed"]);
await tab.click("#more");
await tab.fill("#data tbody tr:last-child input[aria-label^=Metric]", "nothing.such");
await tab.fill("#data tbody tr:last-child input[aria-label^=Value]", "1");
await tab.waitForSelector("#faults li.is-error");
assert.match(await tab.textContent("#faults"), /E0703/);
await tab.click("#data tbody tr:last-child button");
await settled(["✗ missed", "✓ met", "✗ missed"]);

// A fault as it is typed, in either language, and its fix.
await tab.selectOption("#example", "2");
await tab.waitForSelector("#faults li.is-error button");
assert.match(await tab.textContent("#faults"), /E0301/);
assert.ok(await tab.$("#painted .error"), "the place is marked");
await tab.click("#language");
assert.match(await tab.textContent("#faults"), /百分/);
await tab.click("#faults li.is-error button");
await settled(["✓ 达标"]);
await tab.screenshot({ path: join(pictures, "playground-zh.png") });

// What a link holds comes back, and nothing of it is markup.
await tab.fill("#rules", "target a: x >= 1\n  title: “<img src=x onerror=alert(1)>”");
await tab.fill("#data tbody tr:nth-child(1) input >> nth=2", "x");
await tab.fill("#data tbody tr:nth-child(1) input >> nth=3", "2");
await tab.waitForFunction(() => document.querySelector("#verdicts tbody td:nth-child(2)")?.textContent.includes("<img"));
const link = tab.url();
assert.ok(link.includes("#"));
await open(link);
assert.match(await tab.inputValue("#rules"), /onerror/);
assert.equal(await tab.$("main img"), null);
await open(`${address}#broken`);
assert.deepEqual(await verdicts(), ["✓ met", "✓ met", "✗ missed"]);

// Chinese rules, and places beyond the halves of UTF-16.
await tab.selectOption("#example", "1");
await settled(["✗ missed", "✓ met"]);
await tab.fill("#rules", "target 𠮷: 𠮷.率 >= 9 0\n");
await tab.waitForSelector("#faults li.is-error");

// The page itself may connect to nothing.
assert.equal(await tab.evaluate(() => fetch("https://example.org").then(() => "sent", () => "refused")), "refused");
assert.ok(wrong.length > 0 && wrong.every(one => /Content Security Policy|Fetch API|example\.org/.test(one)), wrong.join("\n"));
await context.close();

const checked = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-US", bypassCSP: true });
const phone = await checked.newPage();
await phone.goto(address);
await phone.waitForSelector("body[data-ready=yes]", { timeout: 60000 });
await phone.evaluate(axe);
const { violations } = await phone.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
assert.deepEqual(violations.map(one => `${one.id}: ${one.help} ${one.nodes[0].html.slice(0, 200)}`), []);
await phone.screenshot({ path: join(pictures, "playground-phone.png"), fullPage: true });
await browser.close();
