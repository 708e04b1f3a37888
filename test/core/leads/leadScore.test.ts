import { describe, expect, it } from "vitest";
import { leadEvents } from "../../../src/core/leads/eventRules.ts";
import type { Lead } from "../../../src/core/leads/lead.ts";
import { leadScorer } from "../../../src/core/leads/leadScore.ts";
import type { ScoringSettings } from "../../../src/core/leads/scoring.ts";
import { rule } from "./rule.ts";

const settings: ScoringSettings = {
  fitWeight: 0.5,
  engagementWeight: 0.5,
  fitMax: 50,
  engagementMax: 50,
  threshold: 65,
  fitMinimum: 20,
  engagementMinimum: 20,
  highIntent: false,
  rules: [
    rule("fit", "employees", "between", "51-200", 15),
    rule("fit", "seniority", "one of", "VP", 20),
    rule("engagement", "demo request", "happened", "", 30),
    rule("engagement", "pricing page", "happened", "", 20, [5, 7]),
    rule("negative", "email", "ends with", ".edu", -30),
  ],
};
const fieldOf = (name: string) =>
  (["employees", "seniority", "email"] as const).find((field) => field === name) as
    | keyof Lead
    | undefined;
const events = leadEvents([
  { leadId: "1", event: "demo request", eventDate: 10 },
  { leadId: "1", event: "pricing page", eventDate: 10 },
]);
const score = leadScorer(settings, fieldOf);
const lead: Lead = { leadId: "1", employees: 150, title: "VP Sales", email: "a@b.edu" };

describe("leadScorer", () => {
  it("blends fit, engagement and negative points", () => {
    // Fit 15 + 20 of 50, engagement 30 + 20 - 5 of 50 a week later: 35 + 45 - 30.
    const result = score(lead, events, 17);
    expect(result).toMatchObject({ fit: 35, engagement: 45, negative: -30, isMql: false });
    expect(result.blend?.score).toBeCloseTo(50, 10);
    expect(score({ ...lead, email: "a@b.com" }, events, 17)).toMatchObject({ isMql: true });
  });

  it("adds nothing for what is unknown and has no score when nothing is known", () => {
    expect(score({ leadId: "1", employees: 150 }, undefined, undefined).blend?.score).toBe(15);
    expect(score({ leadId: "1", email: "a@b.edu" }, undefined, undefined).blend).toBeUndefined();
    // Without an as-of day the demo request still counts, the decaying visit does not.
    expect(score(lead, events, undefined).engagement).toBe(30);
  });

  it("lets high intent alone qualify a lead only where the settings say so", () => {
    const bare = { leadId: "1" };
    expect(score(bare, events, 17).isMql).toBe(false);
    const open = leadScorer({ ...settings, highIntent: true }, fieldOf)(bare, events, 17);
    expect(open).toMatchObject({ isMql: true, highIntent: "demo request" });
  });
});
