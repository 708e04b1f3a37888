import fc from "fast-check";
import { expect, it } from "vitest";
import { crossTable } from "../../../src/core/winloss/crossTable.ts";

type Row = { won: boolean; names: string[]; segments: string[] };
const cross = (deals: readonly Row[]) =>
  crossTable(
    deals,
    ({ names }) => names,
    ({ segments }) => segments,
  );

it("puts the largest first, spellings together, and leaves out what has no row or column", () => {
  expect(
    cross([
      { won: true, names: ["Acme", "ACME"], segments: ["SMB"] },
      { won: false, names: ["acme", "Bell"], segments: ["smb"] },
      { won: false, names: ["Acme"], segments: ["Mid"] },
      { won: true, names: ["Acme"], segments: [] },
    ]),
  ).toEqual({
    columns: ["SMB", "Mid"],
    rows: [
      {
        name: "ACME",
        decided: 3,
        cells: [
          { won: 1, decided: 2 },
          { won: 0, decided: 1 },
        ],
      },
      { name: "Bell", decided: 1, cells: [{ won: 0, decided: 1 }, undefined] },
    ],
  });
});

it("equals a count of every pair", () => {
  const list = (...words: string[]) =>
    fc.uniqueArray(fc.constantFrom<string>(...words), { maxLength: 2 });
  const deal = fc.record({
    won: fc.boolean(),
    names: list("a", "b", "c"),
    segments: list("x", "y", "z"),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 50 }), (deals) => {
      const { columns, rows } = cross(deals);
      for (const { name, cells } of rows)
        for (const [at, cell] of cells.entries()) {
          const both = deals.filter(
            ({ names, segments }) => names.includes(name) && segments.includes(columns[at] ?? ""),
          );
          expect(cell?.decided ?? 0).toBe(both.length);
          expect(cell?.won ?? 0).toBe(both.filter(({ won }) => won).length);
        }
    }),
  );
});
