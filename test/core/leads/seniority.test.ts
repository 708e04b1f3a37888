import { expect, it } from "vitest";
import { seniorityOfTitle, withSeniority } from "../../../src/core/leads/seniority.ts";

it.each([
  ["Chief Revenue Officer", "C-level"],
  ["CEO & Founder", "C-level"],
  ["President", "C-level"],
  ["Vice President, Sales", "VP"],
  ["SVP Marketing", "VP"],
  ["Director of IT", "Director"],
  ["Head of Growth", "Director"],
  ["Account Manager", "Manager"],
  ["Engineer", undefined],
])("%s is %s", (title, level) => {
  expect(seniorityOfTitle(title)).toBe(level);
});

it("leaves the CRM's own seniority alone", () => {
  expect(withSeniority({ leadId: "1", title: "CEO", seniority: "entry" }).seniority).toBe("entry");
  expect(withSeniority({ leadId: "1", title: "CEO" }).seniority).toBe("C-level");
  expect(withSeniority({ leadId: "1" }).seniority).toBeUndefined();
});
