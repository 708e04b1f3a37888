import { expect, it } from "vitest";
import type { DealOnDay } from "../../../src/core/history/dealOnDay.ts";
import { stageLost } from "../../../src/core/winloss/stageLost.ts";

const state = (
  status: DealOnDay["status"],
  stage: string,
  notRewound: DealOnDay["notRewound"] = [],
) => ({ status, stage, notRewound }) as unknown as DealOnDay;

it("is the last stage in which the deal was open", () => {
  const life = [state("open", "Lead"), state("open", "Proposal"), state("lost", "Closed Lost")];
  expect(stageLost(life)).toBe("Proposal");
  // Reopened for a while: the last time counts.
  expect(stageLost([...life, state("open", "Demo"), state("lost", "Closed Lost")])).toBe("Demo");
});

it("is unknown for a deal that only its end is known of", () => {
  expect(stageLost([state("lost", "Closed Lost")])).toBeUndefined();
  expect(stageLost([state("open", "Closed Lost", ["stage"]), state("lost", "x")])).toBeUndefined();
  expect(stageLost([])).toBeUndefined();
});
