import { expect, it } from "vitest";
import { observer } from "../../../src/core/backtest/observe.ts";
import { seriesTotals } from "../../../src/core/backtest/seriesTotal.ts";
import { day, type PlainDeal, pastOf, quarter, SETTING } from "./somePast.ts";

const AS_OF = day(2024, 7, 31);
const monthly = (amountOf: (month: number) => number): PlainDeal[] =>
  Array.from({ length: 29 }, (_, month) => ({
    id: `${month}`,
    amount: amountOf(month),
    created: day(2022, 1, 1),
    closed: day(2022, 1 + month, 15),
    won: true,
  }));

const at = (deals: readonly PlainDeal[], on: number) => {
  const period = quarter(2024, 4);
  const origin = { period, day: on, daysLeft: period.to - on, week: undefined };
  return seriesTotals(SETTING.months)(observer(pastOf(deals, AS_OF))(origin));
};

it("adds what months brought to what the series expects of the others", () => {
  // By hand: 100 in every month, whatever of the quarter is over
  expect(
    at(
      monthly(() => 100),
      day(2024, 3, 31),
    ),
  ).toBeCloseTo(300, 6);
  expect(
    at(
      monthly(() => 100),
      day(2024, 5, 31),
    ),
  ).toBeCloseTo(300, 6);
  expect(
    at(
      monthly(() => 100),
      day(2024, 6, 20),
    ),
  ).toBeCloseTo(300, 6);
});

it("takes what an unfinished month has brought for the least it brings", () => {
  // April brings 900 by the 15th; May and June are expected at 100 each
  const deals = monthly((month) => (month === 27 ? 900 : 100));
  expect(at(deals, day(2024, 4, 20))).toBeCloseTo(1100, 6);
  expect(at(deals, day(2024, 4, 10))).toBeCloseTo(300, 6);
});

it("says nothing after fewer than four months", () => {
  expect(at(monthly(() => 100).slice(0, 3), day(2022, 3, 20))).toBeUndefined();
});
