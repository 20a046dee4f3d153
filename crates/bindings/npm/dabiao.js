// dabiao in JavaScript: the functions of the C interface in a WebAssembly module, with objects around them.
//
// A panic of the module ends it. It is then begun anew, and plans read their rules again when they are asked next.

const KINDS = ["internal", "rules", "data", "call", "internal"];

/** Begins the module: its bytes, or nothing in Node, where the file beside this one is read. */
export async function load(wasm) {
  let source = wasm;
  if (source === undefined) {
    const { readFile } = await import("node:fs/promises");
    source = await readFile(new URL("./dabiao.wasm", import.meta.url));
  }
  return new Dabiao(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
}

/** The library has refused a call. */
export class DabiaoError extends Error {
  constructor(kind, message, documents = { en: "", zh: "" }) {
    super(message);
    this.name = "DabiaoError";
    this.kind = kind;
    this.documents = documents;
    this.diagnostics = documents.en ? JSON.parse(documents.en).diagnostics : [];
  }
}

export class Dabiao {
  #library;
  #collected;

  constructor(module) {
    this.#library = new Library(module);
    this.#collected = new FinalizationRegistry(held => held.free());
  }

  get version() {
    return this.#library.work(call => call.zeroed(call.plain("dabiao_version")));
  }

  parse(rules) {
    const plan = new Plan(this.#library, String(rules));
    this.#collected.register(plan, plan.held);
    return plan;
  }

  check(rules, language = "en") {
    const json = this.#library.work(call => call.text(call.checked("dabiao_check", String(rules), language)));
    return JSON.parse(json).diagnostics;
  }
}

export class Plan {
  #library;
  #rules;

  constructor(library, rules) {
    this.#library = library;
    this.#rules = rules;
    // It knows nothing of the plan, so that it does not keep it from being collected.
    const held = { plan: 0, beginning: -1, free: () => free(library, held) };
    this.held = held;
    library.work(call => this.#handle(call));
  }

  warnings(language = "en") {
    const json = this.#library.work(call => call.text(call.checked("dabiao_plan_warnings", this.#handle(call), language)));
    return JSON.parse(json).diagnostics;
  }

  targets() {
    return JSON.parse(this.#library.work(call => call.text(call.checked("dabiao_plan_targets", this.#handle(call)))));
  }

  evaluate(data, question) {
    const metrics = data instanceof Metrics ? data : new Metrics().fill(data);
    const asked = typeof question === "string" ? question : exact(question);
    return this.#library.work(call => {
      const plan = this.#handle(call);
      const table = call.owned("dabiao_metrics_free", call.checked("dabiao_metrics_new", plan));
      metrics.give(call, table);
      const report = call.owned("dabiao_report_free", call.checked("dabiao_plan_evaluate", plan, table, asked));
      const render = (form, language) => call.text(call.checked("dabiao_report_render", report, form, language));
      return new Report(render("json", "en"), { en: render("text", "en"), zh: render("text", "zh") });
    });
  }

  free() {
    this.held.free();
  }

  #handle(call) {
    if (this.held.beginning !== call.beginning || this.held.plan === 0) {
      this.held.plan = call.checked("dabiao_plan_parse", this.#rules);
      this.held.beginning = call.beginning;
    }
    return this.held.plan;
  }
}

function free(library, held) {
  if (held.plan !== 0 && held.beginning === library.beginning) {
    library.work(call => call.plain("dabiao_plan_free", held.plan));
  }
  held.plan = 0;
}

export class Metrics {
  #steps = [];

  set(metric, value, at = {}) {
    const text = single(value, metric);
    this.#steps.push((call, table) =>
      call.checked("dabiao_metrics_set", table, at.entity ?? null, at.period ?? null, metric, text));
    return this;
  }

  fill(data) {
    const json = typeof data === "string" ? data : exact(data);
    this.#steps.push((call, table) => call.checked("dabiao_metrics_fill_json", table, json));
    return this;
  }

  read(name, text) {
    this.#steps.push((call, table) => call.checked("dabiao_metrics_read", table, name, text));
    return this;
  }

  table(table, name, text) {
    this.#steps.push((call, metrics) => call.checked("dabiao_metrics_read_table", metrics, table, name, text));
    return this;
  }

  give(call, table) {
    this.#steps.forEach(step => step(call, table));
  }
}

export class Report {
  #json;
  #texts;
  #document;

  constructor(json, texts) {
    this.#json = json;
    this.#texts = texts;
  }

  get document() {
    return (this.#document ??= JSON.parse(this.#json));
  }

  toJson() {
    return this.#json;
  }

  text(language = "en") {
    return this.#texts[language];
  }
}

/** A value as JSON whose numbers are texts, so that none passes through a float on its way. */
function exact(value) {
  return JSON.stringify(value, (key, one) => (typeof one === "number" || typeof one === "bigint" ? single(one, key) : one));
}

function single(value, name) {
  if (typeof value !== "number") {
    return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  }
  const digits = String(value).replace(/e.*$/, "").replace(/[^0-9]/g, "").replace(/^0+|0+$/g, "");
  if (!Number.isFinite(value) || digits.length > 15) {
    throw new DabiaoError("data", `${name}: ${value} is a binary float of more than 15 digits, which carries its rounding: give a text`);
  }
  return String(value);
}

/** The module with its memory. */
class Library {
  #module;
  #instance;
  beginning = 0;

  constructor(module) {
    this.#module = module;
    this.#begin();
  }

  #begin() {
    this.#instance = new WebAssembly.Instance(this.#module, {});
    this.beginning += 1;
  }

  /** Does the work of one call, and gives back whatever it borrowed. */
  work(calls) {
    const call = new Call(this.#instance.exports, this.beginning);
    let panicked = false;
    try {
      return calls(call);
    } catch (error) {
      panicked = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      if (!panicked) throw error;
      throw new DabiaoError("internal", `dabiao failed, which is a defect of dabiao: ${error.message}`);
    } finally {
      if (panicked) this.#begin();
      else call.close();
    }
  }
}

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder("utf-8", { ignoreBOM: true });

/** What one call borrows of the module. */
class Call {
  #exports;
  #closing = [];

  constructor(exports, beginning) {
    this.#exports = exports;
    this.beginning = beginning;
  }

  plain(name, ...words) {
    return this.#exports[name](...words);
  }

  /** Calls a function that can fail. A text becomes its place and its length; null is left out. */
  checked(name, ...words) {
    const error = this.#memory(4);
    const given = words.flatMap(word => (word === null ? [0, 0] : typeof word === "string" ? this.#put(word) : [word]));
    const answer = this.#exports[name](...given, error);
    const fault = this.#view().getUint32(error, true);
    if (fault === 0) return answer;
    throw this.#refused(fault);
  }

  /** A handle that is given back at the end. */
  owned(free, handle) {
    this.#closing.push(() => this.#exports[free](handle));
    return handle;
  }

  /** Takes a text out, and gives it back. */
  text(handle) {
    const read = this.#read(handle);
    this.#exports.dabiao_text_free(handle);
    return read;
  }

  /** The text at a place, up to its zero byte. */
  zeroed(at) {
    const bytes = new Uint8Array(this.#exports.memory.buffer, at);
    return TEXT.decode(bytes.slice(0, bytes.indexOf(0)));
  }

  close() {
    this.#closing.reverse().forEach(close => close());
  }

  #read(handle) {
    const [at, length] = [this.#exports.dabiao_text_data(handle), this.#exports.dabiao_text_length(handle)];
    return TEXT.decode(new Uint8Array(this.#exports.memory.buffer, at, length));
  }

  #refused(fault) {
    const kind = KINDS[this.#exports.dabiao_error_kind(fault)];
    const message = this.#read(this.#exports.dabiao_error_message(fault));
    const document = language => {
      const [at, length] = this.#put(language);
      return this.text(this.#exports.dabiao_error_diagnostics(fault, at, length, 0));
    };
    const documents = { en: document("en"), zh: document("zh") };
    this.#exports.dabiao_error_free(fault);
    return new DabiaoError(kind, message, documents);
  }

  #put(text) {
    const bytes = UTF8.encode(text);
    // An empty text has a place too: no place means none was given.
    const at = this.#memory(Math.max(bytes.length, 1));
    new Uint8Array(this.#exports.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  #memory(length) {
    const at = this.#exports.dabiao_memory_new(length);
    if (at === 0) throw new RangeError("no memory is left");
    this.#closing.push(() => this.#exports.dabiao_memory_free(at, length));
    return at;
  }

  #view() {
    return new DataView(this.#exports.memory.buffer);
  }
}
