import { describe, expect, it } from "vitest";
import type { FactPoint } from "../../../src/core/history/factPoints.ts";
import { firstFacts as firstOf } from "../../../src/core/history/firstFacts.ts";

const point = (day: number, more: Partial<FactPoint>): FactPoint => ({
  day,
  set: {},
  was: {},
  from: "change",
  ...more,
});

const firstFacts = (points: readonly FactPoint[], created: number) =>
  firstOf(points, created, () => false);

describe("how a deal stood at first", () => {
  it("is what the first row of its day of creation says", () => {
    const { facts, unknown } = firstFacts(
      [point(5, { set: { stage: "New", status: "open", amount: 7 } })],
      5,
    );
    expect(facts).toMatchObject({ stage: "New", status: "open", amount: 7, owner: undefined });
    expect(unknown).toEqual([]);
  });

  it("is what the first change replaced, else what it left, which is told", () => {
    const { facts, unknown } = firstFacts(
      [point(9, { set: { amount: 8, owner: "Bo" }, was: { amount: 7 } })],
      5,
    );
    expect(facts).toMatchObject({ amount: 7, owner: "Bo" });
    expect(unknown).toEqual(["owner"]);
  });

  it("is open, in no known stage, when the deal was first seen closed", () => {
    const closed = { stage: "Won", status: "won", closeDate: 7, amount: 2 } as const;
    const seen = firstFacts([point(9, { set: closed, from: "snapshot" })], 5);
    expect(seen.facts).toMatchObject({ status: "open", stage: undefined, amount: 2 });
    expect(seen.closing).toMatchObject({ day: 7, set: { status: "won", stage: "Won" } });
    // A row of the history says when it closed itself.
    expect(firstFacts([point(9, { set: closed })], 5).closing).toBeUndefined();
    // Never before it was created.
    expect(firstFacts([point(9, { set: closed, from: "present" })], 8).closing?.day).toBe(8);
  });

  it("is what the present row says of a followed fact, unless the deal is closed", () => {
    const open = point(9, { set: { stage: "New", status: "open", amount: 2 }, from: "present" });
    expect(firstOf([open], 5, (name) => name === "stage").unknown).toEqual(["status", "amount"]);
    // A closed deal whose closing the history does not tell had changes that it does not tell.
    const won = point(9, { set: { stage: "Won", status: "won" }, from: "present" });
    expect(firstOf([won], 5, () => true)).toMatchObject({ facts: { stage: undefined } });
    // A snapshot tells how a deal stands, not since when.
    const seen = point(9, { set: { amount: 2 }, from: "snapshot" });
    expect(firstOf([seen], 5, () => true).unknown).toEqual(["amount"]);
  });

  it("leaves category and probability to the stage of the day", () => {
    const set = { forecastCategory: "Commit", probability: 0.9 };
    expect(firstFacts([point(9, { set, from: "present" })], 5).facts).toMatchObject({
      forecastCategory: undefined,
      probability: undefined,
    });
  });
});
