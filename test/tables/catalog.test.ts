import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyTable, tables } from "../../src/tables/catalog.ts";
import { readTable } from "../../src/tables/reading/readTable.ts";
import { toCells } from "../../src/tables/records/toCells.ts";
import type { Column } from "../../src/tables/table.ts";

/** Values that a column of this kind may hold. */
function valuesOf({ kind, range }: Column<unknown>): fc.Arbitrary<unknown> {
  const [least, most] = range ?? [-1e6, 1e6];
  switch (kind) {
    case "id":
    case "text":
    case "choice":
      return fc.stringMatching(/^[A-Z][a-z]{3,8}-[a-z]{2,6}$/);
    case "number":
    case "money":
      return fc
        .integer({ min: Math.max(least, -1e6) * 100, max: Math.min(most, 1e6) * 100 })
        .map((cents) => cents / 100);
    case "fraction":
      return fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    case "date":
      return fc.integer({ min: 3000, max: 40000 });
    case "datetime":
      return fc.integer({ min: 3000 * 86400, max: 40000 * 86400 }).map((second) => second / 86400);
    case "boolean":
      return fc.boolean();
  }
}

function rowsOf(table: AnyTable): fc.Arbitrary<Record<string, unknown>[]> {
  const fields = Object.fromEntries(
    table.columns.map((column) => [
      column.field,
      column.need === "key" ? valuesOf(column) : fc.option(valuesOf(column), { nil: undefined }),
    ]),
  );
  return fc.uniqueArray(fc.record(fields), {
    maxLength: 6,
    selector: (row) => table.key.map((field) => row[field]).join(),
  });
}

describe.each(tables.map((table) => [table.sheet, table] as const))("%s", (_, table) => {
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(rowsOf(table), (rows) => {
        const { header, cells } = toCells(
          table,
          rows,
          table.columns.map(({ field }) => field),
        );
        const { rows: read, issues } = readTable(table, [header, ...cells]);
        expect(issues).toEqual([]);
        expect(read.map(rounded)).toEqual(rows.map(rounded));
      }),
      { numRuns: 40 },
    );
  });
});

/** Times of day lose their last digits in a cell, never a second. */
function rounded(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      typeof value === "number" ? Math.round(value * 86400) : value,
    ]),
  );
}
