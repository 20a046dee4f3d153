// The playground: rules and data in, diagnostics and verdicts out, all of it in the page.
// `KEYWORDS`, `EXAMPLES`, `WASM` and `load` stand before this text in the page that is built.

const WORDS = {
  en: {
    example: "Example", day: "As of", share: "Copy link", rules: "Rules", data: "Data", entity: "Entity", period: "Period",
    metric: "Metric", value: "Value", more: "Add a row", verdicts: "Verdicts", verdict: "Verdict", target: "Target",
    observed: "Observed", required: "Required", margin: "Margin", chart: "Chart", remove: "Remove the row", fix: "Fix",
    private: "Nothing leaves this page: it cannot connect to anything. A link holds the rules and the data behind its #.",
    copied: "Copied", other: "中文", fine: "No faults in the rules", own: "Your own",
    met: "met", missed: "missed", pending: "pending", unknown: "unknown", uncertain: "uncertain", not_applicable: "not applicable", error: "error",
  },
  zh: {
    example: "示例", day: "截至", share: "复制链接", rules: "规则", data: "数据", entity: "地区", period: "时期",
    metric: "指标", value: "数值", more: "增加一行", verdicts: "结论", verdict: "结论", target: "目标",
    observed: "实际值", required: "要求", margin: "差距", chart: "图示", remove: "删除此行", fix: "改为",
    private: "内容不会离开本页：本页不能连接任何网络。链接在「#」之后包含规则和数据。",
    copied: "已复制", other: "English", fine: "规则没有问题", own: "自己的内容",
    met: "达标", missed: "未达标", pending: "未到期", unknown: "未知", uncertain: "不确定", not_applicable: "不适用", error: "出错",
  },
};
const SIGNS = { met: "✓", missed: "✗", pending: "…", unknown: "?", uncertain: "≈", not_applicable: "–", error: "!" };

const dabiao = await load(Uint8Array.from(atob(WASM), letter => letter.charCodeAt(0)));
const find = id => document.getElementById(id);
const [rules, painted, faults, day, example] = ["rules", "painted", "faults", "day", "example"].map(find);
let state = { language: navigator.language.startsWith("zh") ? "zh" : "en", rules: "", day: "", rows: [] };
let marks = [];

const word = name => WORDS[state.language][name];
const made = (name, text = "", attributes = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
};

/* The words of both languages, longest first, so that `at least` is one. */
const escaped = KEYWORDS.map(one => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
const latin = escaped.filter(one => /^[a-z]/i.test(one)), han = escaped.filter(one => /^\p{Script=Han}/u.test(one));
const byLength = (a, b) => b.length - a.length;
const TOKENS = new RegExp([
  "(?<comment>#[^\\n]*)",
  "(?<text>\"[^\"\\n]*\"|“[^”\\n]*”|「[^」\\n]*」)",
  "(?<number>(?<![\\p{L}_])[0-9０-９][0-9０-９.,]*\\s?[%％]?)",
  `(?<keyword>(?<![\\p{L}\\p{N}_.])(?:${latin.sort(byLength).join("|")})(?![\\p{L}\\p{N}_.])|${han.sort(byLength).join("|")})`,
].join("|"), "gu");

function paint() {
  const text = rules.value;
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(TOKENS)) {
    pieces.push([at, found.index, ""]);
    at = found.index + found[0].length;
    pieces.push([found.index, at, Object.entries(found.groups).find(([, value]) => value !== undefined)[0]]);
  }
  pieces.push([at, text.length, ""]);
  painted.replaceChildren(...pieces.flatMap(([from, to, kind]) => cut(text, from, to, kind)), "\n");
}

/** A piece, cut where a mark begins or ends. */
function cut(text, from, to, kind) {
  const edges = new Set([from, to, ...marks.flatMap(mark => [mark.from, mark.to]).filter(at => at > from && at < to)]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const mark = marks.find(mark => mark.from <= sorted[index] && end <= mark.to);
    return made("span", text.slice(sorted[index], end), { class: `${kind} ${mark?.severity ?? ""}`.trim() });
  });
}

/** The place in the text of a line and a column, which counts characters and not the halves of UTF-16. */
function offset(line, column) {
  const lines = rules.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
}

const span = at => ({ from: offset(at.line, at.column), to: offset(at.end_line, at.end_column) });

function check() {
  const found = dabiao.check(rules.value, state.language);
  marks = found.filter(one => one.at.file === "rules" && one.at.line).map(one => ({ ...span(one.at), severity: one.severity }));
  show(found);
  paint();
  return found.every(one => one.severity !== "error");
}

function show(found) {
  if (found.length === 0) {
    faults.replaceChildren(made("li", word("fine"), { class: "is-warning" }));
    return;
  }
  faults.replaceChildren(...found.map(one => {
    const item = made("li", "", { class: `is-${one.severity}` });
    item.append(made("p", `${one.at.line ? `${one.at.line}:${one.at.column} ` : ""}${one.message}`));
    item.append(made("small", `${one.code}${one.help ? ` · ${one.help}` : ""}`));
    for (const fix of one.fixes) {
      const button = made("button", `${word("fix")} ${fix.replacement}`, { type: "button" });
      button.addEventListener("click", () => {
        const { from, to } = span(fix.at);
        rules.value = rules.value.slice(0, from) + fix.replacement + rules.value.slice(to);
        changed();
      });
      item.append(" ", button);
    }
    return item;
  }));
}

function rowsToTable() {
  find("data").tBodies[0].replaceChildren(...state.rows.map((row, nth) => {
    const line = made("tr");
    row.forEach((cell, column) => {
      const field = made("input", "", { "aria-label": `${word(["entity", "period", "metric", "value"][column])} ${nth + 1}` });
      field.value = cell;
      field.addEventListener("input", () => { state.rows[nth][column] = field.value; judge(); });
      line.append(made("td"));
      line.lastChild.append(field);
    });
    const remove = made("button", "×", { type: "button", "aria-label": `${word("remove")} ${nth + 1}` });
    remove.addEventListener("click", () => { state.rows.splice(nth, 1); rowsToTable(); judge(); });
    line.append(made("td"));
    line.lastChild.append(remove);
    return line;
  }));
}

function judge() {
  state.rules = rules.value;
  state.day = day.value;
  const usable = check();
  const body = find("verdicts").tBodies[0];
  body.replaceChildren();
  find("summary").textContent = "";
  remember();
  if (!usable) return;
  const plan = dabiao.parse(state.rules);
  try {
    const metrics = new Metrics();
    const given = state.rows.filter(([, , metric]) => metric.trim() !== "");
    metrics.fill(given.map(([entity, period, metric, value]) => ({
      ...(entity ? { entity } : {}), ...(period ? { period } : {}), metric, value,
    })));
    const { document: report } = plan.evaluate(given.length ? metrics : new Metrics(), { as_of: state.day });
    body.append(...report.results.map(line));
    const counts = Object.entries(report.summary).filter(([, count]) => count > 0);
    find("summary").textContent = counts.map(([verdict, count]) => `${SIGNS[verdict]} ${count} ${word(verdict)}`).join(" · ");
  } catch (error) {
    if (!(error instanceof DabiaoError)) throw error;
    show(JSON.parse(error.documents[state.language] || '{"diagnostics": []}').diagnostics);
  } finally {
    plan.free();
  }
}

function line(result) {
  const row = made("tr");
  const tone = { met: "met", missed: "missed", error: "error-verdict" }[result.verdict] ?? "open";
  row.append(made("td", `${SIGNS[result.verdict]} ${word(result.verdict)}`, { class: tone }));
  row.append(made("td", [result.title, result.entity, result.period].filter(Boolean).join(" · ")));
  for (const key of ["observed", "required", "margin"]) row.append(made("td", result[key] ?? ""));
  const cell = made("td");
  const chart = bullet(result);
  if (chart) cell.append(chart);
  row.append(cell);
  return row;
}

/** What was observed as a bar, what was required as a line across it. It only draws: verdicts are exact, pixels are not. */
function bullet(result) {
  const share = text => (text == null ? null : text.split("/").map(Number).reduce((a, b) => a / b));
  const { observed, least, greatest } = result.figures ?? {};
  const [value, limit] = [share(observed), share(least ?? greatest)];
  if (!Number.isFinite(value) || !Number.isFinite(limit) || value < 0 || limit < 0) return null;
  const most = Math.max(value, limit) * 1.1 || 1;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const put = (name, attributes) => {
    const element = document.createElementNS(svg.namespaceURI, name);
    Object.entries(attributes).forEach(([key, one]) => element.setAttribute(key, one));
    svg.append(element);
  };
  Object.entries({ width: 120, height: 18, role: "img", "aria-label": `${result.observed} · ${result.required}` })
    .forEach(([key, one]) => svg.setAttribute(key, one));
  put("rect", { x: 0, y: 5, width: (120 * value) / most, height: 8, fill: result.verdict === "met" ? "#1a6b2f" : "#b3261e" });
  put("rect", { x: (120 * limit) / most - 1, y: 0, width: 2, height: 18, fill: "#1c2126" });
  return svg;
}

/** The state stands in the address behind `#`, which no browser sends to anybody. */
function remember() {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const letters = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
  history.replaceState(null, "", `#${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`);
}

function recalled() {
  try {
    const letters = atob(location.hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const read = JSON.parse(new TextDecoder().decode(Uint8Array.from(letters, letter => letter.charCodeAt(0))));
    const rows = read.rows.map(row => row.slice(0, 4).map(String));
    const fits = typeof read.rules === "string" && typeof read.day === "string" && WORDS[read.language] && rows.every(row => row.length === 4);
    return fits ? { language: read.language, rules: read.rules, day: read.day, rows } : null;
  } catch {
    return null;
  }
}

function changed() {
  example.value = "";
  judge();
}

function speak() {
  document.documentElement.lang = state.language;
  document.querySelectorAll("[data-word]").forEach(one => { one.textContent = word(one.dataset.word); });
  find("language").textContent = word("other");
  example.replaceChildren(new Option(word("own"), ""), ...EXAMPLES.map((one, nth) => new Option(one.title[state.language], nth)));
}

function begin(next, nth = "") {
  state = structuredClone({ ...state, ...next });
  speak();
  [rules.value, day.value, example.value] = [state.rules, state.day, nth];
  rowsToTable();
  judge();
}

const pick = nth => begin({ rules: EXAMPLES[nth].rules, day: EXAMPLES[nth].day, rows: EXAMPLES[nth].rows }, nth);
let waiting;
rules.addEventListener("input", () => { paint(); clearTimeout(waiting); waiting = setTimeout(changed, 150); });
rules.addEventListener("scroll", () => { [painted.scrollTop, painted.scrollLeft] = [rules.scrollTop, rules.scrollLeft]; });
day.addEventListener("input", judge);
example.addEventListener("change", () => { if (example.value !== "") pick(Number(example.value)); });
find("more").addEventListener("click", () => { state.rows.push(["", "", "", ""]); rowsToTable(); });
find("language").addEventListener("click", () => begin({ language: state.language === "en" ? "zh" : "en" }, example.value));
find("share").addEventListener("click", async () => {
  remember();
  await navigator.clipboard?.writeText(location.href).catch(() => {});
  find("share").textContent = word("copied");
});
const kept = recalled();
if (kept) begin(kept);
else pick(0);
document.body.dataset.ready = "yes";
