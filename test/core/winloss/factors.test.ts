import { expect, it } from "vitest";
import { FACTORS, type FactorDeal } from "../../../src/core/winloss/factors.ts";

const row = (fields: Partial<FactorDeal["deal"]>, amount?: number, won = true): FactorDeal => ({
  won,
  amount,
  deal: { opportunityId: "1", ...fields },
});
function names(word: string, rows: readonly FactorDeal[]) {
  const factor = FACTORS.find((one) => one.word === word);
  const namesOf = factor?.namer(rows);
  return rows.map((one) => namesOf?.(one));
}

it("sorts by texts, ticks and named competitors; a blank is no group but for competitors", () => {
  expect(names("segment", [row({ segment: " SMB " }), row({ segment: "" }), row({})])).toEqual([
    ["SMB"],
    [],
    [],
  ]);
  expect(names("economic buyer met", [row({ economicBuyerMet: false }), row({})])).toEqual([
    ["No"],
    [],
  ]);
  expect(names("competitor", [row({ competitor: "Bell; Cray" }), row({})])).toEqual([
    ["Bell", "Cray"],
    ["No competitor named"],
  ]);
});

it("sorts by quarters of the amounts", () => {
  const rows = [40, 10, 30, 20, undefined].map((amount) => row({}, amount, amount !== 10));
  expect(names("size", rows)).toEqual([
    ["40 and above"],
    ["Below 20"],
    ["30 to below 40"],
    ["20 to below 30"],
    [],
  ]);
  expect(names("size", rows.slice(0, 3))).toEqual([[], [], []]);
  // Limits are rounded to two digits.
  const large = [39_997_000, 19_559_000, 30_556_000, 113_500].map((amount, at) =>
    row({}, amount, at > 0),
  );
  expect(names("size", large)).toEqual([
    ["31 M to below 40 M"],
    ["Below 20 M"],
    ["20 M to below 31 M"],
    ["Below 20 M"],
  ]);
  // Amounts of won deals alone tell nothing but the outcome.
  expect(
    names("size", [...[1, 2, 3, 4].map((one) => row({}, one)), row({}, undefined, false)]),
  ).toEqual([[], [], [], [], []]);
});
