import { expect, it } from "vitest";
import { bantOf, disqualifiers, meddicOf } from "../../../src/core/qualification/disqualified.ts";

const all = () => true;
const asOf = 20_000;
const weak = {
  meddicMetrics: 10,
  meddicEconomicBuyer: 10,
  meddicDecisionCriteria: 8,
  meddicDecisionProcess: 0,
  meddicPain: 5,
};

it.each([
  [{ activityCount: 3 }, ["no champion after 3 activities", "no timeline after 3 activities"]],
  [{ activityCount: 2, champion: " " }, ["no timeline after 2 activities"]],
  [{ activityCount: 9, champion: "Bo", timeline: "May" }, []],
  [{ lastContacted: asOf - 14 }, []],
  [{ lastContacted: asOf - 15 }, ["no contact for 15 days"]],
  [{ ...weak, meddicChampion: 6 }, ["MEDDIC 39 of 100"]],
  [{ ...weak, meddicChampion: 7 }, []],
  [weak, []],
  // 20,000 days after 1970-01-01 is 2024-10-04 (Python: date.fromordinal(719163 + 20000)).
  [{ stopCondition: "no CFO meeting ", stopDate: asOf }, []],
  [{ stopCondition: "no CFO meeting ", stopDate: asOf - 1 }, ["no CFO meeting (until 2024-10-03)"]],
  [{ stopCondition: "no CFO meeting" }, []],
  [{ stopDate: asOf - 1 }, []],
  [{}, []],
])("%o: %o", (deal, reasons) => {
  expect(disqualifiers({ opportunityId: "1", ...deal }, asOf, all)).toEqual(reasons);
});

it("does not hold against a deal what the data has no column for", () => {
  expect(disqualifiers({ opportunityId: "1", activityCount: 9 }, asOf, () => false)).toEqual([]);
  const silent = { opportunityId: "1", lastContacted: 0 };
  expect(disqualifiers(silent, undefined, all)).toEqual([]);
});

it("reads the points that a record keeps", () => {
  expect(meddicOf({ opportunityId: "1", meddicMetrics: 90, meddicPain: 5 })).toEqual([
    20,
    undefined,
    undefined,
    undefined,
    5,
    undefined,
  ]);
  expect(bantOf({ opportunityId: "1", bantNeed: 18 })).toEqual([
    undefined,
    undefined,
    18,
    undefined,
  ]);
});
