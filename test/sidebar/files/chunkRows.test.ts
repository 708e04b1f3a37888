import fc from "fast-check";
import { expect, it } from "vitest";
import { chunkRows } from "../../../sidebar/files/chunkRows.ts";

it("cuts rows into chunks that join to the same rows and say where they start", () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(cell)), fc.integer({ min: 1, max: 200 }), (rows, size) => {
      const chunks = chunkRows(rows, size);
      expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows);
      for (const { start, rows: part } of chunks)
        expect(rows.slice(start, start + part.length)).toEqual(part);
    }),
  );
});
