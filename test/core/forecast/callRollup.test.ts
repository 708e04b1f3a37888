import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { callRollup } from "../../../src/core/forecast/callRollup.ts";
import { currentCalls, submissionsOf } from "../../../src/core/forecast/currentCalls.ts";
import type { ForecastSubmission } from "../../../src/core/forecast/submission.ts";
import { people } from "../../../src/core/quota/people.ts";
import type { Rep } from "../../../src/core/quota/rep.ts";

const TEAM: readonly Rep[] = [
  { repId: "v", name: "Vera" },
  { repId: "m", name: "Mia", manager: "v" },
  { repId: "n", name: "Nils", manager: "v" },
  { repId: "a", name: "Ana", manager: "m" },
  { repId: "b", name: "Bo", manager: "m" },
  { repId: "c", name: "Cy", manager: "n" },
];

function rollup(
  reps: readonly Rep[],
  calls: readonly (readonly [rep: string, amount: number, kind?: string])[],
  asOf = 110,
) {
  const staff = people(reps);
  const rows = calls.map(
    ([rep, amount, kind = "Own"], at): ForecastSubmission => ({
      submissionId: String(at),
      submittedAt: 100 + at,
      period: "2026-Q2",
      rep,
      amount,
      kind,
    }),
  );
  const counted = submissionsOf(rows, "2026-Q2", asOf, defaultCalendar);
  const team = reps.map(({ repId }) => staff.find(repId));
  return callRollup(currentCalls(counted, staff), team, staff, asOf, asOf - 7);
}

describe("callRollup", () => {
  it("sets each manager's call beside what the reports count for", () => {
    const { lines, total } = rollup(TEAM, [
      ["Ana", 100],
      ["Cy", 50],
      ["Mia", 90],
      ["Ana", 80, "Manager"],
    ]);
    const shown = lines.map((line) => [
      line.person.label,
      line.level,
      line.own?.amount,
      line.byManager?.amount,
      line.reports,
      line.difference,
      line.counts,
      line.missing.map(({ label }) => label),
    ]);
    // Worked by hand: Ana counts at Mia's 80; Mia's own 90 stands, 10 above; Nils has Cy's 50; Vera has 90 + 50.
    expect(shown).toEqual([
      ["Vera", 0, undefined, undefined, 140, undefined, 140, []],
      ["Mia", 1, 90, undefined, 80, 10, 90, ["Bo"]],
      ["Ana", 2, 100, 80, undefined, undefined, 80, []],
      ["Bo", 2, undefined, undefined, undefined, undefined, undefined, []],
      ["Nils", 1, undefined, undefined, 50, undefined, 50, []],
      ["Cy", 2, 50, undefined, undefined, undefined, 50, []],
    ]);
    expect(total).toBe(140);
  });

  it("says how old a call is, and old after a week", () => {
    const ages = (asOf: number) => {
      const [line] = rollup([{ repId: "a" }], [["a", 1]], asOf).lines;
      return [line?.age, line?.isOld];
    };
    expect([ages(107), ages(108)]).toEqual([
      [7, false],
      [8, true],
    ]);
  });

  it("knows no total without a number, and takes up people whom Reps does not know", () => {
    expect(rollup(TEAM, []).total).toBeUndefined();
    const { lines, total } = rollup([], [["Zoe", 0]]);
    expect(lines.map(({ person, counts }) => [person.label, counts])).toEqual([["Zoe", 0]]);
    expect(total).toBe(0);
  });

  it("cuts a circle of managers", () => {
    const circle = [
      { repId: "a", manager: "b" },
      { repId: "b", manager: "a" },
    ];
    const { lines, total } = rollup(circle, [["b", 7]]);
    expect(lines.map(({ person }) => person.label)).toEqual(["a", "b"]);
    expect(total).toBe(7);
  });

  it("adds up every rep once where no manager calls, whatever the tree", () => {
    const tree = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -50, max: 1000 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(tree, (given) => {
        // Each one's manager is somebody before it; those nobody reports to call.
        const reps = given.map(([boss], at): Rep => {
          const rep = { repId: `p${at}` };
          return at === 0 || boss % 5 === 0 ? rep : { ...rep, manager: `p${boss % at}` };
        });
        const bosses = new Set(reps.map(({ manager }) => manager));
        const calls = given.flatMap(([, amount], at) =>
          bosses.has(`p${at}`) ? [] : [[`p${at}`, amount] as const],
        );
        const { lines, total } = rollup(reps, calls, 1000);
        expect(lines.length).toBe(reps.length);
        expect(total).toBe(calls.reduce((sum, [, amount]) => sum + amount, 0));
      }),
    );
  });
});
