import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtest, type Judged } from "../../../src/core/backtest/backtest.ts";
import { observer, type Past } from "../../../src/core/backtest/observe.ts";
import { closedPeriods, originsOf } from "../../../src/core/backtest/origins.ts";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { day, type PlainDeal, pastOf, SETTING } from "./somePast.ts";

const AS_OF = day(2024, 12, 31);
const PERIODS = closedPeriods(AS_OF, "quarter", defaultCalendar, 8);

const run = (past: Past): Judged[] => backtest(originsOf(PERIODS).map(observer(past)), SETTING);

/** Every quarter alike: 10 deals of 100 due in it, of which 4 are won on its last day, and 3 created and won late. */
function steadyCompany(): PlainDeal[] {
  return [...closedPeriods(AS_OF, "quarter", defaultCalendar, 12)].flatMap(
    ({ label, from, to }): PlainDeal[] => [
      ...Array.from({ length: 10 }, (_, at) => ({
        id: `${label} ${at}`,
        amount: 100,
        created: from - 30,
        due: to,
        closed: to,
        won: at < 4,
        probability: 0.9,
      })),
      ...Array.from({ length: 3 }, (_, at) => ({
        id: `${label} late ${at}`,
        amount: 50,
        created: to - 5,
        due: to,
        closed: to,
        won: true,
      })),
    ],
  );
}

describe("the backtest", () => {
  const judged = run(pastOf(steadyCompany(), AS_OF));
  const last = judged.filter(({ point }) => point.daysLeft === 30).at(-1);

  it("is right where the past repeats itself", () => {
    // By hand: 4 x 100 + 3 x 50 in every quarter
    expect(last?.seen.actual).toBe(550);
    for (const id of ["naive", "year_ago", "average", "growth", "trend", "series"])
      expect(last?.forecasts.get(id), id).toBeCloseTo(550, 6);
    for (const id of ["conversion", "existing_new"])
      expect(last?.forecasts.get(id), id).toBeCloseTo(550, 6);
  });

  it("says what stated probabilities, a win rate and a run rate come to", () => {
    expect(last?.forecasts.get("weighted")).toBeCloseTo(900, 6);
    expect(last?.forecasts.get("pace")).toBe(0);
    // 12 quarters before the last one: 550 won to 600 lost in each
    expect(last?.forecasts.get("win_rate")).toBeCloseTo((1000 * 550) / 1150, 6);
    expect(last?.forecasts.get("category")).toBeUndefined();
    expect(last?.forecasts.get("capacity")).toBeUndefined();
  });

  it("gives the weight to methods that were right, and a range that narrows to nothing", () => {
    expect([...(last?.weights.values() ?? [])].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(last?.weights.get("conversion")).toBeGreaterThan(last?.weights.get("weighted") ?? 1);
    expect(Math.abs((last?.forecasts.get("ensemble") ?? 0) - 550)).toBeLessThan(100);
    expect(last?.range?.low).toBeLessThanOrEqual(550);
    expect(last?.range?.high).toBeGreaterThanOrEqual(550);
  });

  it("has no range where nothing was ever won: misses of nothing tell nothing", () => {
    const lost = steadyCompany().map((deal) => ({ ...deal, won: false, probability: 0 }));
    expect(run(pastOf(lost, AS_OF)).at(-1)?.forecasts.get("ensemble")).toBe(0);
    expect(run(pastOf(lost, AS_OF)).map(({ range }) => range)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ low: expect.anything() })]),
    );
  });

  it("has a range by its past misses, those of smaller periods by the root of the size", () => {
    const growing = steadyCompany().map((deal, at) => ({
      ...deal,
      amount: deal.amount * 1.3 ** Math.floor(at / 13),
    }));
    const all = run(pastOf(growing, AS_OF)).filter(({ point }) => point.daysLeft === 30);
    const said = all.map(({ forecasts }) => forecasts.get("ensemble") ?? Number.NaN);
    const now = said.pop() ?? Number.NaN;
    const squares = said.map((forecast, at) => {
      const miss = (all[at]?.seen.actual ?? 0) - forecast;
      return (miss * miss * now) / forecast;
    });
    const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
    // Ten percent of Student's t with 7 degrees lie above 1.4149 (printed tables).
    const half = 1.4149 * Math.sqrt(mean * (1 + 1 / 7));
    expect(squares).toHaveLength(7);
    expect((all.at(-1)?.range?.high ?? 0) - now).toBeCloseTo(half, 0);
    expect(half).toBeGreaterThan(10);
  });

  it("counts from how many earlier periods the weights were learned, none while there is one at most", () => {
    const counts = judged.filter(({ point }) => point.daysLeft === 30).map(({ learnt }) => learnt);
    expect(counts).toEqual([0, 0, 2, 3, 4, 5, 6, 7]);
  });

  it("says nothing about the pipeline where it is not known", () => {
    const untold = steadyCompany().map((deal): PlainDeal => ({ ...deal, notRewound: ["amount"] }));
    const [first] = run(pastOf(untold, AS_OF)).slice(-1);
    for (const id of ["weighted", "conversion", "existing_new", "win_rate", "regression"])
      expect(first?.forecasts.get(id), id).toBeUndefined();
    expect(first?.forecasts.get("average")).toBeCloseTo(550, 6);
  });

  it("never looks ahead: what happens after a day changes no forecast of that day", () => {
    const days = { min: day(2022, 1, 1), max: AS_OF };
    const deal = fc.record({
      amount: fc.integer({ min: 1, max: 900 }),
      created: fc.integer(days),
      life: fc.integer({ min: 1, max: 300 }),
      won: fc.boolean(),
      stage: fc.constantFrom("Talk", "Offer"),
      other: fc.integer({ min: 1, max: 900 }),
    });
    const some = fc.array(deal, { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(some, fc.integer(days), (list, today) => {
        const make = (isOther: boolean) =>
          list.map((one, at): PlainDeal => {
            const closed = one.created + one.life;
            const ends = isOther && closed > today ? { closed: closed + 40, won: !one.won } : one;
            return { ...one, closed, due: closed, ...ends, id: `${at}` };
          });
        const lateAmounts = (past: Past): Past => ({
          ...past,
          on: (at) =>
            past.on(at).map((one) => (at > today ? { ...one, amount: list.length * 7 } : one)),
        });
        const known = (all: readonly Judged[]) =>
          all
            .filter(({ seen }) => seen.day <= today)
            .map(({ forecasts, range }) => [...forecasts.values(), range]);
        const one = run(pastOf(make(false), AS_OF));
        const other = run(lateAmounts(pastOf(make(true), AS_OF)));
        expect(known(other)).toEqual(known(one));
      }),
      { numRuns: 6 },
    );
  });
});
