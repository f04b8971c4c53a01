/* tslint:disable */
/* eslint-disable */

/** An exact decimal, written as a string: never a float. */
export type Amount = string;
/** Bytes [start, end) of the file as given. */
export type Span = [number, number];

export interface Report {
    schema: "tieout.report/1";
    file: string;
    bytes: number;
    entity: { name: string | null; ticker: string | null; exchange: string | null; cik: string | null };
    release: { date: string | null; period_end: string | null; title: string | null };
    documents: { type: string; description: string | null; span: Span }[];
    statements: Statement[];
    claims: Claim[];
    checks: Check[];
    unparsed: { span: Span; why: string }[];
    diagnostics: { id: string; severity: Severity; message: string; span: Span | null }[];
}
export type Severity = "error" | "warning" | "info";
export interface Statement {
    id: string;
    kind: "balance_sheet" | "income_statement" | "cash_flow" | "reconciliation" | "equity" | "schedule" | "other";
    basis: "gaap" | "non_gaap";
    title: string;
    span: Span;
    currency: string;
    scale: Amount;
    audited: boolean | null;
    columns: Column[];
    lines: Line[];
}
export interface Column {
    id: string;
    label: string;
    headings: string[];
    instant?: string;
    start?: string;
    end?: string;
    months?: number;
}
export interface Line {
    id: string;
    caption: string;
    path: string[];
    depth: number;
    role: "heading" | "item" | "subtotal" | "total";
    unit: "money" | "per_share" | "shares" | "percent" | "count";
    concept: string | null;
    rule_above: "none" | "single" | "double";
    rule_below: "none" | "single" | "double";
    centred: boolean;
    span: Span;
    cells: Cell[];
}
export interface Cell {
    id: string;
    column: string;
    text: string;
    symbol?: string;
    printed: Amount | null;
    value: Amount | null;
    ulp: Amount | null;
    nil: boolean;
    span: Span;
}
export interface Claim {
    id: string;
    text: string;
    span: Span;
    value: Amount;
    ulp: Amount;
    kind: "amount" | "percent" | "per_share" | "direction";
    period: { instant?: string; start?: string; end?: string; months?: number } | null;
    tied_to: string[];
}
export interface Check {
    id: string;
    rule: string;
    outcome: "exact" | "rounding" | "broken" | "unchecked";
    severity: Severity;
    title: string;
    detail: string;
    statement: string | null;
    column: string | null;
    reported: string | null;
    computed: Amount | null;
    difference: Amount | null;
    tolerance: Amount | null;
    terms: { ref: string; weight: Amount }[];
    reason: string | null;
    suspects: { ref: string; suggested: string; why: string; equations_fixed: number; score: number }[];
}



/**
 * Reads a file and re-performs its arithmetic. `name` is only repeated in the report.
 */
export function analyze(bytes: Uint8Array | number[], name?: string | null): Report;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly analyze: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
