import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isReversedRange,
  postalCode,
  postalRange,
} from "../../../src/core/territory/postalRange.ts";

const inPostalRange = (code: string, from: string, to: string) =>
  postalRange(from, to)(postalCode(code));

describe("postalRange", () => {
  it.each([
    // code, from, to, inside
    ["02139", "02100", "02199", true],
    ["2139", "02100", "02199", true],
    ["02139-4307", "02100", "02199", true],
    ["021394307", "02100", "02199", true],
    ["2139-4307", "02100", "02199", true],
    ["02200", "02100", "02199", false],
    ["10115", "1000", "1999", false],
    ["1012 AB", "1000", "1999", true],
    ["sw1a 1aa", "SW", "", true],
    ["SE1 7PB", "SW", "", false],
    ["K1A 0B1", "K", "M", true],
    ["N1A 0B1", "K", "M", false],
    ["01310-100", "01000-000", "05999-999", true],
    ["", "0", "9", false],
  ])("%s from %s to %s: %s", (code, from, to, inside) => {
    expect(inPostalRange(code, from, to)).toBe(inside);
  });

  it("agrees with numbers for codes of five digits, leading zeros or not", () => {
    const code = fc.integer({ min: 0, max: 99999 });
    fc.assert(
      fc.property(code, code, code, fc.boolean(), (value, one, other, isShort) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const padded = (number: number) => String(number).padStart(5, "0");
        const text = isShort ? String(value) : padded(value);
        expect(inPostalRange(text, padded(from), padded(to))).toBe(value >= from && value <= to);
      }),
    );
  });
});

describe("isReversedRange", () => {
  it("tells a range that ends before it begins", () => {
    expect(isReversedRange("02199", "02100")).toBe(true);
    expect(isReversedRange("2100", "02199")).toBe(false);
    expect(isReversedRange("SW", "")).toBe(false);
    expect(isReversedRange("SW", "SE")).toBe(true);
  });
});
