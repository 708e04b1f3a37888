import fc from "fast-check";
import { expect, it } from "vitest";
import { agreedProbability } from "../../../src/core/deals/agreedProbability.ts";

it.each([
  // Four of five is 80 %.
  [[0.3, 0.3, 0.9, 0.3, 0.3], 0.3],
  [[0.3, 0.3, 0.9, 0.3], undefined],
  [[0.5, 0.5], 0.5],
  [[0, 0], 0],
  [[0.5], undefined],
  [[], undefined],
])("the deals at %j tell %s", (probabilities, expected) => {
  expect(agreedProbability(probabilities)).toBe(expected);
});

it("is the same in whatever order the deals stand", () => {
  const some = fc.array(fc.constantFrom(0.1, 0.5), { maxLength: 12 });
  fc.assert(
    fc.property(some, (probabilities) => {
      const most = [0.1, 0.5].find(
        (one) =>
          probabilities.length > 1 &&
          probabilities.filter((other) => other === one).length * 5 >= probabilities.length * 4,
      );
      expect(agreedProbability([...probabilities].reverse())).toBe(most);
    }),
  );
});
