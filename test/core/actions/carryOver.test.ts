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

  describe("an action that several reports find", () => {
    const two = carryOver("hygiene", [found("a", 12), found("h", 1)], first, 101);
    const of = (id: string, actions: readonly Action[]) =>
      actions.find(({ actionId }) => actionId === id);

    it("is one row that names them all", () => {
      expect(two.map(({ actionId }) => actionId)).toEqual(["a", "h"]);
      expect(of("a", two)).toMatchObject({ report: "review; hygiene", amount: 12, firstSeen: 100 });
    });

    it("is closed once the last of them lacks it", () => {
      const register = [...two, ...first.filter(({ actionId }) => actionId === "b")];
      const third = carryOver("review", [found("b", 20)], register, 107);
      expect(of("a", third)).toMatchObject({ report: "hygiene", state: "Open", lastSeen: 101 });
      const rest = register.map((row) => of(row.actionId, third) ?? row);
      const last = carryOver("hygiene", [found("h", 1)], rest, 107);
      expect(of("a", last)).toMatchObject({ report: "hygiene", state: "Closed" });
      const back = carryOver("review", [found("a", 3)], last, 114);
      expect(of("a", back)).toMatchObject({ report: "review", state: "Open", firstSeen: 100 });
    });

    it("stands once where one report finds it twice, in the words of the gravest", () => {
      expect(carryOver("review", [found("a", 1), found("a", 2)], [], 100)).toMatchObject([
        { actionId: "a", amount: 1 },
      ]);
    });

    it("keeps what a later run of another report said", () => {
      expect(carryOver("forecast", [found("a", 1)], two, 100)).toEqual([]);
    });
  });

  it("begins nothing with what a report has no room for, and keeps open what is there", () => {
    const minor = (id: string) => ({ ...found(id, 3), isMinor: true });
    const next = carryOver("review", [found("b", 20), minor("a"), minor("n")], first, 107);
    expect(brief(next)).toEqual([
      ["b", "Open", 100, 107, 1],
      ["a", "Open", 100, 107, 1],
    ]);
    expect(next[1]).not.toHaveProperty("isMinor");
  });
});
