import { expect, it } from "vitest";
import { stagesOfDeals } from "../../../src/addon/imports/importStages.ts";
import { blueprintStages } from "../../../src/settings/presets/stagePresets.ts";
import type { ReadRow } from "../../../src/sources/planTypes.ts";

const three = (stage: string, more: Partial<ReadRow> = {}): ReadRow[] =>
  [1, 2, 3].map((at) => ({ opportunityId: `${stage}${at}`, stage, ...more }));

const statusesOf = (deals: readonly ReadRow[]) => {
  const { stages, notes } = stagesOfDeals(blueprintStages, undefined, deals);
  const added = stages.filter(({ stage }) => !blueprintStages.some((one) => one.stage === stage));
  return { statuses: Object.fromEntries(added.map((one) => [one.stage, one.status])), notes };
};

it("stages whose deals all say that they are over are won or lost, and it is said why", () => {
  const { statuses, notes } = statusesOf([
    ...three("Hurra", { probability: 1 }),
    ...three("Off the table", { lossReason: "Price" }),
    ...three("Parked", { probability: 0 }),
    ...three("Gold", { probability: 0 }),
    ...three("Silver", { probability: 0.3 }),
  ]);
  expect(statuses).toEqual({
    Hurra: "won",
    "Off the table": "lost",
    Parked: "lost",
    Gold: "open",
    Silver: "open",
  });
  expect(notes.filter((note) => /^(Taken|Counted)/.test(note))).toEqual([
    "Taken for won, as all their deals are at 100 %: Hurra. If not, set Status in the Stages sheet.",
    "Taken for lost, as all their deals name a reason for the loss: Off the table. If not, set Status in the Stages sheet.",
    "Taken for lost, as all their deals are at 0 % and their names may say that deals are over: Parked. If not, set Status in the Stages sheet.",
    "Counted as open, as nothing says otherwise: Gold. If deals there are over, set Status to won or lost in the Stages sheet.",
  ]);
});

it("one deal that says otherwise, two deals, or a flag of the CRM decide against it", () => {
  const { statuses } = statusesOf([
    ...three("Hurra", { probability: 1 }),
    { opportunityId: "x", stage: "Hurra", probability: 0.4 },
    ...three("Bravo", { probability: 1 }).slice(1),
    ...three("Yes", { probability: 1, isClosed: false }),
    ...three("Demo"),
  ]);
  expect(statuses).toEqual({ Hurra: "open", Bravo: "open", Yes: "open", Demo: "open" });
});

it("a reason that all deals have tells nothing", () => {
  expect(statusesOf(three("Gold", { lossReason: "-" })).statuses).toEqual({ Gold: "open" });
});

it("names that may mean an order are said to be counted as open", () => {
  const { notes } = statusesOf([...three("Order booked"), ...three("Auftrag"), ...three("Signed")]);
  expect(notes.filter((note) => note.startsWith("Counted as open, though"))).toEqual([
    "Counted as open, though their names may say that deals there are over: Order booked, Auftrag, Signed. If so, set Status to won or lost in the Stages sheet.",
  ]);
});
