// HTML reports in a real browser: accessible, without a script that runs by itself, without JavaScript, on paper.
// Called with the folder of the reports and the folder for the pictures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [reports, pictures, modules] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const page = name => pathToFileURL(join(reports, name)).href;

const browser = await chromium.launch({
  executablePath: process.env.DABIAO_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Opens a report and fails where it asks the network for anything or a script of it fails. */
async function open(name, options = {}) {
  const { viewport = DESKTOP, javaScriptEnabled = true } = options;
  // The checker itself is put into the page, past the page's own policy.
  const context = await browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true });
  const tab = await context.newPage();
  const faults = [];
  tab.on("request", request => request.url().startsWith("file:") || faults.push(`asks for ${request.url()}`));
  tab.on("pageerror", error => faults.push(String(error)));
  tab.on("dialog", dialog => { faults.push(`says ${dialog.message()}`); dialog.dismiss(); });
  const begun = Date.now();
  await tab.goto(page(name), { waitUntil: "load" });
  const time = Date.now() - begun;
  return { tab, time, close: async () => { assert.deepEqual(faults, [], name); await context.close(); } };
}

async function accessible(name, viewport) {
  const { tab, close } = await open(name, { viewport });
  // What is folded is looked at too.
  await tab.evaluate(() => document.querySelectorAll("details").forEach((one, at) => { one.open = at < 80; }));
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = found.violations.map(one => `${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes[0].html.slice(0, 200)}`);
  assert.deepEqual(told, [], `${name} at ${viewport.width}`);
  assert.ok(found.passes.length > 20, "the checker looked at the page");
  await close();
  return found.passes.length;
}

async function sortsAndFilters() {
  const { tab, close } = await open("district.html");
  const column = nth => tab.$$eval("table.all tbody tr:not([hidden])", (rows, nth) => rows.map(row => row.cells[nth].textContent.trim()), nth);
  const total = (await column(0)).length;
  await tab.selectOption("select[name=verdict]", "missed");
  await tab.waitForFunction(total => document.querySelectorAll("table.all tbody tr:not([hidden])").length < total, total);
  const missed = await column(0);
  assert.ok(missed.length > 0 && missed.every(text => text.includes("missed")), String(missed));
  assert.equal(await tab.$$eval("details.target:not([hidden])", all => all.length), missed.length);
  await tab.selectOption("select[name=verdict]", "");
  await tab.waitForFunction(total => document.querySelectorAll("table.all tbody tr:not([hidden])").length === total, total);
  const head = tab.locator("table.all thead button").nth(1);
  await head.focus();
  await tab.keyboard.press("Enter");
  const up = await column(1);
  await tab.keyboard.press("Enter");
  assert.deepEqual(await column(1), [...up].reverse());
  assert.equal(await tab.locator("table.all thead th").nth(1).getAttribute("aria-sort"), "descending");
  // A link to a target opens what is folded.
  await tab.locator("table.open a").first().click();
  const opened = await tab.$$eval("details.target[open]", all => all.map(one => one.id));
  assert.equal(opened.length, 1);
  await close();
}

async function withoutScript() {
  const { tab, close } = await open("district.html", { javaScriptEnabled: false });
  assert.ok(await tab.locator("h1").isVisible());
  assert.ok(!(await tab.locator(".filters").isVisible()), "there is nothing to press that does nothing");
  const first = tab.locator("details.target").first();
  assert.ok(!(await first.locator(".body").isVisible()));
  await first.locator("summary").click();
  assert.ok(await first.locator("table.evidence").isVisible(), "a target unfolds without a script");
  await close();
}

async function textStaysText() {
  const { tab, close } = await open("hostile.html");
  assert.match(await tab.locator("h1").textContent(), /<script>alert/);
  assert.equal(await tab.$$eval("script", all => all.length), 1, "the page's own script alone");
  await close();
}

async function fitsThePhone() {
  const { tab, close } = await open("district-zh.html", { viewport: PHONE });
  const [width, room] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(width <= room, `the page is ${width} wide on a phone of ${room}`);
  assert.equal(await tab.getAttribute("html", "lang"), "zh-CN");
  await tab.screenshot({ path: join(pictures, "phone.png") });
  await close();
}

async function draw() {
  const { tab, close } = await open("district.html");
  await tab.screenshot({ path: join(pictures, "desktop.png") });
  const trend = tab.locator("details.target", { has: tab.locator("svg.trend polyline.path") }).first();
  await trend.evaluate(one => { one.open = true; });
  await trend.screenshot({ path: join(pictures, "target.png") });
  await tab.emulateMedia({ media: "print" });
  await tab.pdf({ path: join(reports, "district.pdf"), format: "A4", preferCSSPageSize: true });
  await close();
  const many = await open("many.html");
  await many.tab.screenshot({ path: join(pictures, "many.png") });
  const heat = many.tab.locator("section", { has: many.tab.locator("table.heat") });
  await heat.screenshot({ path: join(pictures, "map.png") });
  const strip = many.tab.locator("details.target", { has: many.tab.locator("svg.strip path.bad") }).first();
  await strip.evaluate(one => { one.open = true; });
  await strip.screenshot({ path: join(pictures, "entities.png") });
  await many.close();
  return many.time;
}

const looked = [];
for (const name of ["district.html", "district-zh.html", "many.html", "hostile.html", "since.html"]) {
  for (const viewport of [DESKTOP, PHONE]) {
    if (name === "many.html" && viewport === PHONE) continue;
    looked.push(await accessible(name, viewport));
  }
}
await sortsAndFilters();
await withoutScript();
await textStaysText();
await fitsThePhone();
const time = await draw();
assert.ok(time < 5000, `300 entities open in ${time} ms`);
await browser.close();
console.log(`browser: no violation in ${looked.length} looks (${Math.min(...looked)} or more rules passed); 300 entities opened in ${time} ms`);
