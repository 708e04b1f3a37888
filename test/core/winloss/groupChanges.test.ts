import { expect, it } from "vitest";
import { FACTORS } from "../../../src/core/winloss/factors.ts";
import { groupChanges } from "../../../src/core/winloss/groupChanges.ts";

const factors = FACTORS.filter(({ word }) => word === "segment");
const deals = (segment: string, won: number, lost: number) =>
  Array.from({ length: won + lost }, (_, at) => ({
    won: at < won,
    deal: { opportunityId: "", segment },
  }));

it("tells which groups changed, the surest first, at one rate of false findings", () => {
  const changes = groupChanges(
    [
      ...deals("Same", 50, 50),
      ...deals("ROSE", 48, 32),
      ...deals("Few", 5, 10),
      ...deals("Gone", 50, 50),
    ],
    [...deals("Same", 51, 49), ...deals("Rose", 56, 14), ...deals("Few", 40, 10)],
    factors,
    0.95,
  );
  expect(changes.map(({ name, verdict }) => [name, verdict])).toEqual([
    ["Rose", "rose"],
    ["Same", "no clear change"],
  ]);
  const [rose] = changes;
  expect([rose?.before, rose?.now, rose?.dealsBefore, rose?.dealsNow]).toEqual([0.6, 0.8, 80, 70]);
  // Newcombe 1998, the published example of method 10.
  expect(rose?.low).toBeCloseTo(0.0524, 4);
  expect(rose?.high).toBeCloseTo(0.3339, 4);
  // R 4.2: prop.test(c(56, 48), c(70, 80), correct = FALSE)$p.value, times 2 of 2 tests.
  expect(rose?.falseRate).toBeCloseTo(2 * 0.00804508136819656, 12);
});

it("turns round with time", () => {
  const [before, now] = [deals("A", 60, 20), deals("A", 20, 60)];
  const [fell] = groupChanges(before, now, factors, 0.95);
  const [rose] = groupChanges(now, before, factors, 0.95);
  expect([fell?.verdict, rose?.verdict]).toEqual(["fell", "rose"]);
  expect(fell?.change).toBeCloseTo(-(rose?.change ?? 0), 12);
});

it("has nothing to tell without a period before", () => {
  expect(groupChanges([], deals("A", 30, 30), factors, 0.95)).toEqual([]);
});
