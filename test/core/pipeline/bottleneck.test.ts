import { expect, it } from "vitest";
import { bottlenecks } from "../../../src/core/pipeline/bottleneck.ts";

it("ranks stages by the days their deals have waited beyond the benchmark", () => {
  const found = bottlenecks([
    { stage: "Lead", days: [5, 8], inactive: [1, 2], benchmark: 7 },
    // 16 days on average against 10: 1.6 times; 8 + 4 days over.
    { stage: "Proposal", days: [18, 14], inactive: [9, 3], benchmark: 10 },
    { stage: "Discovery", days: [14], inactive: [8], benchmark: 14 },
    { stage: "Other", days: [], inactive: [], benchmark: undefined },
  ]);
  expect(found.map(({ stage, why, daysOver }) => [stage, why, daysOver])).toEqual([
    ["Proposal", "Slow and inactive", 12],
    ["Lead", undefined, 1],
    ["Discovery", "Inactive", 0],
    ["Other", undefined, undefined],
  ]);
  expect(found[0]).toMatchObject({ deals: 2, meanDays: 16, times: 1.6, inactiveShare: 0.5 });
});

it("needs more than 1.5 times the benchmark and more than 30 % inactive", () => {
  const days = Array.from({ length: 10 }, () => 15);
  const inactive = days.map((_, at) => (at < 3 ? 8 : 7));
  const [stage] = bottlenecks([{ stage: "Lead", days, inactive, benchmark: 10 }]);
  expect(stage).toMatchObject({ times: 1.5, inactiveShare: 0.3, why: undefined });
});
