
/** An exact decimal, written as a string: never a float. */
export type Amount = string;
/** Bytes [start, end) of the file as given. */
export type Span = [number, number];

export interface Report {
  schema: "tieout.report/1";
  file: string;
  bytes: number;
  /** Where rounding counts as broken. */
  strict?: true;
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
  /** Where the column is in another currency or scale than the statement. */
  currency?: string;
  scale?: Amount;
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
  /** The earlier check that adds up the same figures to the same end. */
  repeats?: string;
}
