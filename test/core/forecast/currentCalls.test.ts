import { describe, expect, it } from "vitest";
import { defaultCalendar } from "../../../src/core/calendar/defaultCalendar.ts";
import { currentCalls, mainCall, submissionsOf } from "../../../src/core/forecast/currentCalls.ts";
import type { ForecastSubmission } from "../../../src/core/forecast/submission.ts";
import { people } from "../../../src/core/quota/people.ts";

const staff = people([{ repId: "r1", name: "Ana Ruiz" }]);
const row = (more: Partial<ForecastSubmission>): ForecastSubmission => ({
  submissionId: "S",
  submittedAt: 100,
  period: "2026-Q2",
  rep: "r1",
  amount: 1,
  ...more,
});
const callsOf = (rows: readonly ForecastSubmission[], asOf = 1000) =>
  currentCalls(submissionsOf(rows, "2026-Q2", asOf, defaultCalendar), staff);

describe("currentCalls", () => {
  it("keeps the last number of each kind, with the one before and how often it was submitted", () => {
    const calls = callsOf([
      row({ submittedAt: 103, amount: 30, note: "Slipped" }),
      row({ submittedAt: 101, amount: 10, rep: "ana  ruiz" }),
      row({ submittedAt: 102, amount: 20, category: "Best Case" }),
      row({ submittedAt: 104, amount: 25, kind: "Manager", by: "Mia" }),
    ]).get("r1");
    expect(calls && mainCall(calls.own)).toEqual({
      amount: 30,
      on: 103,
      note: "Slipped",
      by: undefined,
      before: 10,
      times: 2,
    });
    expect(calls?.own.get("bestcase")?.amount).toBe(20);
    expect(calls && mainCall(calls.managers)).toMatchObject({ amount: 25, by: "Mia", times: 1 });
  });

  it("takes of one day the number of the later hour, wherever its row stands", () => {
    const calls = callsOf([
      row({ submittedAt: 103.75, amount: 30 }),
      row({ submittedAt: 103.25, amount: 10 }),
    ]).get("r1");
    expect(calls && mainCall(calls.own)).toMatchObject({ amount: 30, before: 10, on: 103 });
  });

  it("knows nothing of what was submitted later, in data as old as it says", () => {
    const rows = [
      row({ amount: 10 }),
      row({ submittedAt: 900, asOf: 107, amount: 20 }),
      row({ submittedAt: 120, amount: 30 }),
    ];
    const at = (day: number) => {
      const calls = callsOf(rows, day).get("r1");
      return calls && mainCall(calls.own)?.amount;
    };
    expect([99, 100, 107, 119, 120].map(at)).toEqual([undefined, 10, 20, 20, 30]);
  });

  it("takes the period however it is written, and only that one", () => {
    const written = ["Q2 2026", "FY26 Q2", "2026-q2", "2026-Q1", "2026-05", "soon"];
    const rows = written.map((period, at) => row({ period, amount: at }));
    const counted = submissionsOf(rows, "2026-Q2", 1000, defaultCalendar);
    expect(counted.map(({ amount }) => amount)).toEqual([0, 1, 2]);
  });

  it("takes the later row of one moment, a commit where there is no call, and no blank number", () => {
    const blank = { ...row({ submittedAt: 200 }), amount: undefined };
    const calls = callsOf([
      row({ amount: 1, category: "Commit" }),
      row({ amount: 2, category: "Commit" }),
      blank as unknown as ForecastSubmission,
    ]).get("r1");
    expect(calls && mainCall(calls.own)).toMatchObject({ amount: 2, before: 1 });
  });
});
