import { describe, expect, it } from "vitest";
import type { Rep } from "../../../src/core/quota/rep.ts";
import { teamProblems } from "../../../src/core/quota/teamProblems.ts";

const ana: Rep = { repId: "1", name: "Ana" };
const fields = (...reps: Rep[]) => teamProblems(reps).map(({ field }) => field);

describe("teamProblems", () => {
  it("are none in a sound team, with a manager from outside it", () => {
    expect(
      fields(
        { ...ana, manager: "The board", email: "ana@x.co", rampOverride: 0, ptoFrom: 5, ptoTo: 5 },
        { repId: "2", name: "Ana", manager: "1" },
      ),
    ).toEqual([]);
  });

  it.each([
    [{ repId: " " }, "repId"],
    [{ name: "" }, "name"],
    [{ email: "ana at x" }, "email"],
    [{ rampOverride: 30 }, "rampOverride"],
    [{ ptoFrom: 9, ptoTo: 8 }, "ptoTo"],
    [{ ptoTo: 8 }, "ptoFrom"],
  ] as const)("point at the field: %j", (given, field) => {
    expect(fields({ ...ana, ...given })).toEqual([field]);
  });

  it("refuse two people of one id", () => {
    expect(fields(ana, { repId: "1", name: "Bo" })).toEqual(["repId"]);
  });

  it("refuse managers in a circle and say who they are", () => {
    const [problem] = teamProblems([
      { ...ana, manager: "Bo" },
      { repId: "2", name: "Bo", manager: "Ana" },
    ]);
    expect(problem?.field).toBe("manager");
    expect(problem?.message).toContain("Ana reports to Bo reports to Ana");
    expect(fields({ ...ana, manager: "Ana" })).toEqual(["manager"]);
  });
});
