import { expect, it } from "vitest";
import { fittedMembers } from "../../../../src/core/forecast/series/members.ts";
import { rollingOrigins } from "../../../../src/core/forecast/series/rolling.ts";

const values = [30, 42, 38, 51, 33, 45, 41, 57, 36, 49, 44, 60, 41, 52, 49, 66, 43, 57, 50, 70];

it("origins know nothing of what came after them", () => {
  const origins = rollingOrigins(values, 4, 3);
  expect(origins).toHaveLength(6);
  expect(origins.map(({ errors }) => errors[0]!.length)).toEqual([1, 2, 3, 3, 3, 3]);
  const third = fittedMembers(values.slice(0, 17), 4, 3);
  expect(origins[2]!.errors).toEqual(
    third.forecasts.map((list) => list.map((forecast, at) => values[17 + at]! - forecast)),
  );
  // What comes after an origin changes its errors, never its forecasts
  const other = [...values.slice(0, 17), 0, 0, 0];
  rollingOrigins(other, 4, 3)[2]!.errors.forEach((list, member) => {
    list.forEach((error, at) => {
      expect(error + third.forecasts[member]![at]!).toBeCloseTo(0, 9);
    });
  });
});

it("too short a past has no origins", () => {
  expect(rollingOrigins([1, 2, 3, 4], 4, 3)).toEqual([]);
});
