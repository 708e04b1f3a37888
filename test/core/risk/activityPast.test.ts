import { describe, expect, it } from "vitest";
import { activityPast, activityToFit } from "../../../src/core/risk/activityPast.ts";

const on = (opportunityId: string, ...days: number[]) =>
  days.map((date) => ({ opportunityId, date }));

/** The first activity of all is on day 100. */
const past = activityPast([...on("a", 100, 141.75, 150, 190, 203), ...on("b", 120)]);

describe("activity as it was known on a day", () => {
  it("counts 45 days up to the end of that day, and not what came later", () => {
    expect(past("a", 50, 190)).toEqual({ lastActivity: 190, recentActivity: 2 });
    // Day 145 is the last that no longer counts on day 190, 146 the first that does.
    expect(past("a", 50, 195)).toEqual({ lastActivity: 190, recentActivity: 1 });
    expect(past("a", 50, 203)).toEqual({ lastActivity: 203, recentActivity: 2 });
  });

  it("takes a younger deal and a shorter record by their pace", () => {
    // Created on day 181: 20 days by day 200, one activity in them, 2.25 in 45.
    expect(past("a", 181, 200).recentActivity).toBeCloseTo(45 / 20, 12);
    // The record goes back 40 days by day 139: one activity in them.
    expect(past("b", 50, 139).recentActivity).toBeCloseTo(45 / 40, 12);
    expect(past("a", 190, 200)).toEqual({ lastActivity: 190 });
  });

  it("knows nothing before the record is long enough, of no activities, and of no created date", () => {
    expect(past("a", 50, 128)).toEqual({});
    expect(past("a", undefined, 190)).toEqual({});
    expect(activityPast([])("a", 50, 190)).toEqual({});
  });

  it("takes a deal never seen in a long record for silent since before it, in a short one for unknown", () => {
    expect(past("c", 50, 190)).toEqual({ lastActivity: 99, recentActivity: 0 });
    expect(past("c", 50, 140)).toEqual({ recentActivity: 0 });
    // Created within the record: nothing was ever done.
    expect(past("c", 150, 190)).toEqual({ recentActivity: 0 });
  });
});

describe("activity to fit a risk with", () => {
  const life = (id: string, ended: number | undefined) => ({ id, created: 50, ended });
  const activities = [...on("open", 100, 150), ...on("lost", 110)];
  const lives = [life("open", undefined), life("lost", 160), life("won", 170)];

  it("is the same while half of the deals that ended have activities as open ones do", () => {
    const toFit = activityToFit(activities, lives, 200);
    expect(toFit("lost", 50, 150)).toEqual({ lastActivity: 110, recentActivity: 1 });
  });

  it("is nothing when the record leaves out deals that ended", () => {
    expect(activityToFit(on("open", 100, 150), lives, 200)("open", 50, 150)).toEqual({});
    const more = [...lives, life("x", 161)];
    expect(activityToFit(activities, more, 200)("open", 50, 150)).toEqual({});
  });
});
