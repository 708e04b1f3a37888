import { expect, it } from "vitest";
import { stakeholderRisk } from "../../../src/core/deals/stakeholderRisk.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";

// Points of the deal risk analyzer: fewer than 3 contacts 10, no economic buyer 30, champion left 28, activity down 60 % 15.
it.each([
  [{ contactCount: 2 }, 10],
  [{ contactCount: 3 }, 0],
  [{ economicBuyerMet: false }, 30],
  [{ championLeft: true }, 28],
  [{ activityChange: -0.6 }, 0],
  [{ activityChange: -0.61 }, 15],
  [{ contactCount: 0, economicBuyerMet: false, championLeft: true, activityChange: -1 }, 83],
  [{}, undefined],
])("%o is worth %s points", (people, points) => {
  expect(stakeholderRisk(people, defaultSettings.risk)).toBe(points);
});

it("stops at the cap", () => {
  const settings = { ...defaultSettings.risk, cap: 35 };
  expect(stakeholderRisk({ economicBuyerMet: false, championLeft: true }, settings)).toBe(35);
});
