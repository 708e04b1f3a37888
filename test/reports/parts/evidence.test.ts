import { expect, it } from "vitest";
import { evidenceOf, ownerOf } from "../../../src/reports/parts/evidence.ts";

const records = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `D${at + 1}` }));
const idOf = ({ id }: { id: string }) => id;

it("names the first five records and counts the others", () => {
  expect(evidenceOf(records(7), idOf)).toEqual({
    evidence: ["D1", "D2", "D3", "D4", "D5"],
    more: 2,
  });
  expect(evidenceOf(records(5), idOf).more).toBe(0);
  expect(evidenceOf([], idOf)).toEqual({ evidence: [], more: 0 });
});

it("names an owner only where all records have that one", () => {
  expect(ownerOf(["Ada", "Ada"])).toBe("Ada");
  expect(ownerOf(["Ada", "Ben", "Ada"])).toBe("Each owner");
  expect(ownerOf(["Ada", ""])).toBe("Each owner");
  expect(ownerOf(["", ""])).toBeUndefined();
  expect(ownerOf([undefined])).toBeUndefined();
});
