import { describe, expect, it } from "vitest";
import { tabPlace } from "../../../src/addon/sheets/tabPlace.ts";

const names = [
  "Forecast 2017-Q2",
  "Mine",
  "Opportunities",
  "Stages",
  "Import log",
  "RevOps memory",
];

describe("the place of a new tab", () => {
  it.each([
    ["Leads", 3],
    ["Scoring", 4],
    ["Snapshots", 5],
  ])("%s comes at %i", (name, place) => {
    expect(tabPlace(names, name)).toBe(place);
  });

  it("is the end where nothing comes later", () => {
    expect(tabPlace(["Sheet1", "Mine"], "Stages")).toBe(2);
    expect(tabPlace([], "Leads")).toBe(0);
  });
});
