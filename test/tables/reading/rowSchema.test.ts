import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/tables/columnsOf.ts";
import { rowCheck } from "../../../src/tables/reading/rowSchema.ts";
import type { Table } from "../../../src/tables/table.ts";

type Row = { id: string; amount?: number; share?: number; count?: number };
const { id, money, fraction, number } = columnsOf<Row>();
const table: Table<Row> = {
  name: "products",
  sheet: "Products",
  about: "A table for this test.",
  key: ["id"],
  columns: [
    id("id", "ID", "key", "Names it."),
    money("amount", "Amount", "optional", "Any amount."),
    fraction("share", "Share", "optional", "A share."),
    number("count", "Count", "optional", "A count.", "", [0, 50]),
  ],
  mode: "upsert",
};

describe("the rules of a row", () => {
  it("name each field that breaks one, with its limits", () => {
    const broken = rowCheck(table)({ id: "1", amount: 1e16, share: Number.NaN, count: 51 });
    expect(broken.map(({ field }) => field)).toEqual(["amount", "share", "count"]);
    expect(broken[0]?.message).toBe("Amount is too large to be true");
    expect(broken[2]?.message).toBe("Count must lie between 0 and 50");
  });

  it("let pass whatever is blank or within the limits, and nothing else", () => {
    const value = fc.option(fc.oneof(fc.double(), fc.integer({ min: -5, max: 60 })), {
      nil: undefined,
    });
    fc.assert(
      fc.property(value, (count) => {
        const isRight = count === undefined || (count >= 0 && count <= 50);
        expect(rowCheck(table)({ id: "1", count })).toHaveLength(isRight ? 0 : 1);
      }),
    );
  });
});
