import { expect, it } from "vitest";
import { isMql } from "../../../src/core/leads/isMql.ts";

const limits = { threshold: 65, fitMinimum: 20, engagementMinimum: 20 };

it("asks for fit, engagement and score at once", () => {
  expect(isMql(20, 20, 65, limits)).toBe(true);
  expect(isMql(19, 200, 99, limits)).toBe(false);
  expect(isMql(200, 19, 99, limits)).toBe(false);
  expect(isMql(20, 20, 64.9, limits)).toBe(false);
});
