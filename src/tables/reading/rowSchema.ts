import * as z from "zod/mini";
import type { Column, Table } from "../table.ts";

/** A rule that a row breaks: which field, and the sentence for it. */
export type BrokenRule = { readonly field: string; readonly message: string };

const LARGEST = 1e15;
const checks = new WeakMap<object, (row: object) => readonly BrokenRule[]>();

/** The rules of a table's records; built when first used, since loading must stay quick. */
export function rowCheck<Row>(table: Table<Row>): (row: object) => readonly BrokenRule[] {
  let check = checks.get(table);
  if (!check) {
    check = buildCheck(table);
    checks.set(table, check);
  }
  return check;
}

const none: readonly BrokenRule[] = [];

function buildCheck<Row>(table: Table<Row>): (row: object) => readonly BrokenRule[] {
  // Apps Script may refuse code that is made at run time.
  z.config({ jitless: true });
  const shape: Record<string, z.ZodMiniType> = {};
  for (const column of table.columns) {
    const rule = ruleOf(column);
    if (rule) shape[column.field] = z.optional(rule);
  }
  const schema = z.object(shape);
  const limits = table.columns.flatMap((column) => limitsOf(column) ?? []);
  return (row) => {
    // Nearly every row is right, and the schema is slow to say so.
    if (isWithin(row as Readonly<Record<string, unknown>>, limits)) return none;
    const result = schema.safeParse(row);
    if (result.success) return none;
    return result.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  };
}

type Limits = { readonly field: string; readonly least: number; readonly most: number };

function limitsOf<Row>({ field, kind, range }: Column<Row>): Limits | undefined {
  if (kind !== "number" && kind !== "money" && kind !== "fraction") return undefined;
  const [least, most] = range ?? [-LARGEST, LARGEST];
  return { field, least, most };
}

function isWithin(row: Readonly<Record<string, unknown>>, limits: readonly Limits[]): boolean {
  for (const { field, least, most } of limits) {
    const value = row[field];
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value >= least && value <= most)) return false;
  }
  return true;
}

/** Kinds are right when a cell was read; what is left are limits. */
function ruleOf<Row>(column: Column<Row>): z.ZodMiniType | undefined {
  const limits = limitsOf(column);
  if (!limits) return undefined;
  const { least, most } = limits;
  const { kind, label, range } = column;
  const error = range
    ? `${label} must lie between ${limit(least, kind)} and ${limit(most, kind)}`
    : `${label} is too large to be true`;
  return z.number({ error }).check(z.minimum(least, { error }), z.maximum(most, { error }));
}

function limit(value: number, kind: string): string {
  return kind === "fraction" ? `${value * 100} %` : String(value);
}
