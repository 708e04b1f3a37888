import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/core/actions/action.ts";
import { carryOver } from "../../../src/core/actions/carryOver.ts";

const found = (actionId: string, amount: number) => ({ actionId, amount, owner: "Ana", due: 200 });
const brief = (actions: readonly Action[]) =>
  actions.map(({ actionId, state, firstSeen, lastSeen, weeks }) => [
    ...[actionId, state, firstSeen, lastSeen, weeks],
  ]);

describe("the register from week to week", () => {
  const first = carryOver("review", [found("a", 10), found("b", 20)], [], 100);
  const second = carryOver("review", [found("b", 25), found("c", 5)], first, 107);
  const third = carryOver("review", [found("a", 7), found("b", 25)], second, 121);

  it("takes up what is found", () => {
    expect(brief(first)).toEqual([
      ["a", "Open", 100, 100, 0],
      ["b", "Open", 100, 100, 0],
    ]);
    expect(first[0]).toMatchObject({ owner: "Ana", due: 200, status: "To do", report: "review" });
  });

  it("carries over what still holds, closes what does not, and deletes nothing", () => {
    expect(brief(second)).toEqual([
      ["b", "Open", 100, 107, 1],
      ["c", "Open", 107, 107, 0],
      ["a", "Closed", 100, 100, 0],
    ]);
    expect(second[0]?.amount).toBe(25);
  });

  it("opens again what comes back, from when it was first seen", () => {
    expect(brief(third)).toEqual([
      ["a", "Open", 100, 121, 3],
      ["b", "Open", 100, 121, 3],
      ["c", "Closed", 107, 107, 0],
    ]);
  });

  it("is left alone by a run of an earlier day and by other reports", () => {
    expect(carryOver("review", [found("z", 1)], second, 106)).toEqual([]);
    expect(brief(carryOver("hygiene", [found("z", 1)], second, 106))).toEqual([
      ["z", "Open", 106, 106, 0],
    ]);
  });
});
