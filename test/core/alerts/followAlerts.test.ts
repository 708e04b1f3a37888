import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert, FigureLimit } from "../../../src/core/alerts/alert.ts";
import { followAlerts, isOpen } from "../../../src/core/alerts/followAlerts.ts";

const coverage: FigureLimit = {
  figure: "coverage",
  lower: 3,
  upper: undefined,
  severity: "high",
  owner: "Manager",
  inRegister: true,
};
// 20000 is 2024-10-04.
const DAY = 20000;

/** The log after checks on one day after the other. */
function checked(values: readonly (readonly [day: number, value: number | undefined])[]): Alert[] {
  let log: Alert[] = [];
  for (const [day, value] of values) log = merged(log, check(log, value, day));
  return log;
}

const check = (log: readonly Alert[], value: number | undefined, day: number) =>
  followAlerts([{ limit: coverage, value }], log, day);

const merged = (log: readonly Alert[], changed: readonly Alert[]): Alert[] => {
  const ids = new Set(changed.map(({ alertId }) => alertId));
  return [...log.filter(({ alertId }) => !ids.has(alertId)), ...changed];
};

describe("followAlerts", () => {
  it("tells a crossing once, then says still, then back within", () => {
    const states = (days: number) =>
      checked(
        (
          [
            [DAY, 2],
            [DAY + 7, 1],
            [DAY + 14, 3],
          ] as const
        ).slice(0, days),
      ).map(({ state, since, backOn, beyond }) => [state, since, backOn, beyond]);
    expect(states(1)).toEqual([["New", DAY, undefined, 1]]);
    expect(states(2)).toEqual([["Still outside", DAY, undefined, 2]]);
    expect(states(3)).toEqual([["Back within", DAY, DAY + 14, 0]]);
  });

  it("stays new when the same day is checked again, and changes nothing in the past", () => {
    const log = checked([
      [DAY, 2],
      [DAY, 2.5],
    ]);
    expect(log).toMatchObject([{ state: "New", value: 2.5, crossings: 1 }]);
    expect(check(log, 4, DAY - 1)).toEqual([]);
  });

  it("is the same alert within a week of coming back, and another one later", () => {
    const back = [
      [DAY, 2],
      [DAY + 1, 4],
    ] as const;
    expect(checked([...back, [DAY + 8, 2]])).toMatchObject([
      { state: "Still outside", since: DAY, crossings: 2 },
    ]);
    expect(checked([...back, [DAY + 9, 2]])).toMatchObject([
      { state: "Back within", since: DAY },
      { state: "New", since: DAY + 9, crossings: 1 },
    ]);
  });

  it("neither opens nor ends an alert by a figure that is not known", () => {
    expect(checked([[DAY, undefined]])).toEqual([]);
    expect(
      checked([
        [DAY, 2],
        [DAY + 1, undefined],
      ]),
    ).toMatchObject([{ state: "New", lastSeen: DAY }]);
  });

  it("ends an alert whose limit was taken away", () => {
    const log = checked([[DAY, 2]]);
    expect(followAlerts([], log, DAY + 1)).toMatchObject([{ state: "No limit any more" }]);
  });

  it("has the other side as an alert of its own", () => {
    const both: FigureLimit = { ...coverage, upper: 5 };
    const first = followAlerts([{ limit: both, value: 2 }], [], DAY);
    const then = followAlerts([{ limit: both, value: 6 }], first, DAY + 1);
    expect(then.map(({ side, state }) => [side, state]).sort()).toEqual([
      ["above", "New"],
      ["below", "Back within"],
    ]);
  });

  it("never has two open alerts of one figure, and one exactly while it is outside", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(1, 2, 3, 4)), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (walk) => {
        let [log, day]: [Alert[], number] = [[], DAY];
        for (const [pause, value] of walk) {
          day += pause;
          log = merged(log, check(log, value, day));
          expect(log.filter(isOpen).length).toBe(value < 3 ? 1 : 0);
          expect(new Set(log.map(({ alertId }) => alertId)).size).toBe(log.length);
        }
      }),
    );
  });
});
