import { describe, expect, it } from "vitest";
import { fieldCompletion } from "../../../src/core/hygiene/fieldCompletion.ts";

describe("fieldCompletion", () => {
  it("is the share of needed values that are filled, blank rows aside", () => {
    const rows = [
      [true, true, false],
      [false, false, false],
      [true, false, true],
    ];
    // Columns 1 and 3 of the two rows that hold anything: 3 of 4.
    expect(fieldCompletion(rows, [0, 2])).toBe(0.75);
    expect(fieldCompletion(rows, [])).toBeUndefined();
    expect(fieldCompletion([[false]], [0])).toBeUndefined();
  });
});
