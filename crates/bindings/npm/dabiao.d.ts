/** What was wrong, and where. */
export interface Diagnostic {
  code: string;
  severity: "error" | "warning";
  message: string;
  label: string | null;
  help: string | null;
  at: Place;
  notes: { message: string; at: Place }[];
  fixes: { replacement: string; at: Place }[];
}

/** A stretch of a text (lines and columns from 1, in characters), a cell of a data file, a file or a part of the call. */
export interface Place {
  file?: string;
  line?: number;
  column?: number | string | null;
  end_line?: number;
  end_column?: number;
  row?: number;
  call?: string;
}

export type Language = "en" | "zh";
export type Verdict = "met" | "missed" | "pending" | "unknown" | "uncertain" | "not_applicable" | "error";

/** A number that is not whole is taken where it has no more than 15 digits, as what somebody wrote; give others as texts. */
export type Value = string | number | bigint | boolean | null | { [path: string]: Value };

export interface Question {
  /** The day to judge for, `2011-12-31`. */
  as_of: string;
  period?: string;
  entity?: string;
  assume?: { [name: string]: string | number | bigint | boolean };
}

/** `dabiao.report/1`; the schema has all of it. */
export interface ReportDocument {
  format: "dabiao.report/1";
  as_of: string;
  results: {
    target: string; title: string; entity: string | null; period: string | null; verdict: Verdict; flags: string[];
    condition: string; observed: string | null; required: string | null; margin: string | null; owner: string[];
    evidence: { metric: string; value: string | null; exact: string | null; count: string | null; source: string | null }[];
    [key: string]: unknown;
  }[];
  summary: { [verdict in Verdict]: number };
  [key: string]: unknown;
}

/** The library has refused a call. */
export class DabiaoError extends Error {
  /** `internal` is a defect of dabiao; the next call works. */
  readonly kind: "rules" | "data" | "call" | "internal";
  readonly diagnostics: Diagnostic[];
  /** The diagnostics as `dabiao.diagnostics/1`, in both languages. */
  readonly documents: { en: string; zh: string };
}

/** Values of a plan's metrics, in the order in which they were given; they are read when the plan is evaluated. */
export class Metrics {
  set(metric: string, value: string | number | bigint | boolean, at?: { entity?: string; period?: string }): this;
  /** An object, a list of rows with `entity` and `period`, or a JSON text, whose numbers keep their digits. */
  fill(data: string | Value | Value[]): this;
  /** A data file; the ending of its name tells its format, `.json`, `.csv` or `.tsv`. */
  read(name: string, text: string): this;
  /** The records of a table that the rules declare. */
  table(table: string, name: string, text: string): this;
}

export class Report {
  readonly document: ReportDocument;
  /** The same bytes as every other way of dabiao gives. */
  toJson(): string;
  /** The report for people, as on a terminal. */
  text(language?: Language): string;
}

export class Plan {
  /** What is to be said of the rules, though they can be used. */
  warnings(language?: Language): Diagnostic[];
  /** What the plan asks for: `dabiao.targets/1`. */
  targets(): { [key: string]: unknown };
  evaluate(data: Metrics | string | Value | Value[], question: Question): Report;
  /** Gives the memory back at once; otherwise it is when the plan is collected. */
  free(): void;
}

export class Dabiao {
  readonly version: string;
  parse(rules: string): Plan;
  /** Errors and warnings of rules. */
  check(rules: string, language?: Language): Diagnostic[];
}

/** Begins the module: its bytes, or nothing in Node, where the file beside this one is read. */
export function load(wasm?: BufferSource | WebAssembly.Module): Promise<Dabiao>;
