import { describe, expect, it } from "vitest";
import {
  eventPoints,
  eventRules,
  happenedPoints,
  leadEvents,
  negativeEventPoints,
} from "../../../src/core/leads/eventRules.ts";
import type { Lead, LeadEvent } from "../../../src/core/leads/lead.ts";
import { totalPoints } from "../../../src/core/leads/scoredRule.ts";
import type { ScoringRule, ScoringSettings } from "../../../src/core/leads/scoring.ts";
import { rule } from "./rule.ts";

const event = (leadId: string, name: string, eventDate: number, count?: number): LeadEvent => ({
  leadId,
  event: name,
  eventDate,
  count,
});
const settings = (...rules: ScoringRule[]) => ({ rules }) as unknown as ScoringSettings;
const lead: Lead = { leadId: "1" };

describe("happenedPoints", () => {
  const pricing = rule("engagement", "pricing page", "happened", "", 20, [5, 7]);
  const caseStudy = rule("engagement", "case study", "at least", "2", 15);

  it("counts once, from the last time", () => {
    expect(happenedPoints(pricing, [event("1", "", 0), event("1", "", 14)], 21)).toBe(15);
    expect(happenedPoints(pricing, [], 21)).toBe(0);
  });

  it("counts every time where the rule says each", () => {
    const each = { ...pricing, value: "each" };
    expect(happenedPoints(each, [event("1", "", 0), event("1", "", 14)], 21)).toBe(5 + 15);
    expect(happenedPoints(each, [event("1", "", 21, 3)], 21)).toBe(60);
  });

  it("asks for as many times as the rule does", () => {
    expect(happenedPoints(caseStudy, [event("1", "", 0)], 21)).toBe(0);
    expect(happenedPoints(caseStudy, [event("1", "", 0), event("1", "", 3)], 21)).toBe(15);
    expect(happenedPoints(caseStudy, [event("1", "", 0, 2)], 21)).toBe(15);
    const single = rule("engagement", "blog", "is", "1", 2);
    expect(happenedPoints(single, [event("1", "", 0)], 21)).toBe(2);
    expect(happenedPoints(single, [event("1", "", 0, 2)], 21)).toBe(0);
  });

  it("does not count what comes after the as-of day, and knows no decay without one", () => {
    expect(happenedPoints(pricing, [event("1", "", 22)], 21)).toBe(0);
    expect(happenedPoints(pricing, [event("1", "", 20)], undefined)).toBeUndefined();
    expect(happenedPoints(caseStudy, [event("1", "", 20, 2)], undefined)).toBe(15);
  });
});

describe("eventPoints", () => {
  const events = leadEvents([
    event("1", "Pricing_Page", 0),
    event("2", "demo request", 0),
    event("2", "visit", 5),
  ]);
  const rules = eventRules(
    settings(
      rule("engagement", "pricing page", "happened", "", 20),
      rule("engagement", "demo request", "happened", "", 30),
    ),
    "engagement",
  );

  it("finds a lead's own events in any spelling", () => {
    expect(totalPoints(eventPoints(rules, events, lead, 10))).toBe(20);
    expect(totalPoints(eventPoints(rules, events, { leadId: "2" }, 10))).toBe(30);
    expect(totalPoints(eventPoints(rules, events, { leadId: "3" }, 10))).toBe(0);
  });

  it("knows nothing without events", () => {
    expect(totalPoints(eventPoints(rules, undefined, lead, 10))).toBeUndefined();
  });

  it("takes points off for silence, since the last event or the lead's creation", () => {
    const silent = eventRules(
      settings(rule("negative", "visit", "not since", "90", 15)),
      "negative",
    );
    const points = (who: Lead, asOf: number | undefined) =>
      totalPoints(negativeEventPoints(silent, events, who, asOf));
    expect(points({ leadId: "2" }, 95)).toBe(0);
    expect(points({ leadId: "2" }, 96)).toBe(-15);
    expect(points({ leadId: "1", createdDate: 0 }, 91)).toBe(-15);
    expect(points({ leadId: "1" }, 91)).toBeUndefined();
    expect(points({ leadId: "2" }, undefined)).toBeUndefined();
  });

  it("cannot tell silence about an event that the data never names", () => {
    const silent = eventRules(
      settings(rule("negative", "login", "not since", "14", -15)),
      "negative",
    );
    expect(
      totalPoints(eventPoints(silent, events, { leadId: "1", createdDate: 0 }, 91)),
    ).toBeUndefined();
  });

  it("takes any event, and the CRM's last activity, for any", () => {
    const silent = eventRules(
      settings(rule("negative", "any", "not since", "30", -10)),
      "negative",
    );
    expect(totalPoints(eventPoints(silent, events, { leadId: "2", lastActivity: 80 }, 100))).toBe(
      0,
    );
    expect(
      totalPoints(eventPoints(silent, undefined, { leadId: "2", lastActivity: 60 }, 100)),
    ).toBe(-10);
  });
});
