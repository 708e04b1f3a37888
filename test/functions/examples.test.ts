import { expect, it } from "vitest";
import { runFunction } from "../../src/functions/run.ts";
const run = (n: string, ...a: unknown[]) => runFunction(n, a, () => "UTC");
it("smoke", () => {
  console.log(run("COVERAGE", 12500000, 8000000), run("DEAL_RISK_EXPLAIN", [["Economic Buyer Met", "Created Date", "Contact Count"], [false, new Date("2026-01-01"), 2]], new Date("2026-05-01")));
  console.log(run("LEAD_SCORE_EXPLAIN", [["Lead ID", "Employees", "Seniority"], ["L1", 150, "VP"]], [["Lead ID", "Event", "Event Date"], ["L1", "pricing page", "2026-01-01"]], new Date("2026-01-22")));
  console.log(run("FIT_SCORE", [["Employees", "Title"], [150, "VP Sales"]]), run("NEGATIVE_SCORE", [["Email", "Title"], ["ann@college.edu", "Student"]]));
  console.log(run("WEIGHTED_FORECAST", [[100], [50]], [["Proposal"], ["Negotiation"]]), run("WIN_RATE", [["Closed Won"], ["Closed Lost"], ["Proposal"]]));
  console.log(run("QUOTA_PACE", 522, 600, new Date("2026-01-01"), new Date("2026-04-10"), new Date("2026-03-21")));
  expect(1).toBe(1);
});
