import type { Issue } from "../reading/issue.ts";
import type { Table } from "../table.ts";
import { keysOf } from "./recordKey.ts";
import { sameValue } from "./sameValue.ts";

export type Deduplicated<Row> = {
  readonly rows: readonly Row[];
  readonly rowNumbers: readonly number[];
  /** How many rows were left out because an equal one stands before them. */
  readonly identical: number;
  /** One for each row that was left out although it says something else. */
  readonly issues: readonly Issue[];
};

/** A record that stands twice would be counted twice: the first row stays, equal ones are dropped, different ones rejected. */
export function dropDuplicates<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  rowNumbers: readonly number[],
): Deduplicated<Row> {
  const firstAt = new Map<string, number>();
  const kept: number[] = [];
  const issues: Issue[] = [];
  let identical = 0;
  keysOf(table, rows).forEach((key, at) => {
    const earlier = firstAt.get(key);
    if (earlier === undefined) {
      firstAt.set(key, at);
      kept.push(at);
    } else if (sameRow(table, rows[earlier] as Row, rows[at] as Row)) {
      identical += 1;
    } else {
      issues.push(clash(table, rows[at] as Row, rowNumbers[earlier] ?? 0, rowNumbers[at] ?? 0));
    }
  });
  if (kept.length === rows.length) return { rows, rowNumbers, identical, issues };
  return {
    rows: kept.map((at) => rows[at] as Row),
    rowNumbers: kept.map((at) => rowNumbers[at] ?? 0),
    identical,
    issues,
  };
}

function sameRow<Row>(table: Table<Row>, a: Row, b: Row): boolean {
  return table.columns.every(({ field, kind }) => sameValue(kind, a[field], b[field]));
}

function clash<Row>(table: Table<Row>, row: Row, first: number, second: number): Issue {
  const column = table.columns.find(({ field }) => field === (table.ownId ?? table.key[0]));
  return {
    table: table.sheet,
    row: second,
    column: column?.label ?? "",
    value: String((column && row[column.field]) ?? ""),
    message: `The record of row ${second} already stands in row ${first} with other values, so row ${second} was left out.`,
    remedy: "Keep the right one of the two rows and remove the other.",
    rejected: true,
  };
}
