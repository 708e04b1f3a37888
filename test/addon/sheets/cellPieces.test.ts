import fc from "fast-check";
import { expect, it } from "vitest";
import { cellPieces } from "../../../src/addon/sheets/cellPieces.ts";

it("cuts a text into pieces that join to it again, none too long and none ending in half a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 9 }), (text, length) => {
      const pieces = cellPieces(text, length);
      expect(pieces.join("")).toBe(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(length);
        expect(piece.length).toBeGreaterThan(0);
        expect(piece).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }
    }),
  );
});

it("keeps an emoji whole at the border", () => {
  expect(cellPieces("ab\u{1F600}c", 3)).toEqual(["ab", "\u{1F600}c"]);
});
