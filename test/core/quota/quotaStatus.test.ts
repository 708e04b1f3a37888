import { expect, it } from "vitest";
import { quotaStatus } from "../../../src/core/quota/quotaStatus.ts";

it.each([
  [1.1001, "Exceeding"],
  [1.1, "On Track"],
  [0.9, "On Track"],
  [0.8999, "At Risk"],
  [0.7, "At Risk"],
  [0.6999, "Critical"],
  [0, "Critical"],
  [-0.1, "Critical"],
])("an attainment of %d is %s", (attainment, status) => {
  expect(quotaStatus(attainment)).toBe(status);
});
