import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const SHEETS = `
  const put = (name, rows) => {
    book.insertSheet(name).getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);
  };
  put("Opportunities", [
    ["Opportunity ID", "Opportunity Name", "Owner", "Stage", "Amount", "Close Date", "Created Date"],
    ["006A", "Acme rollout", "Ana Ruiz", "Proposal", "1000", "2026-06-20", "2026-04-02"],
    ["006B", "Beta", "Ana Ruiz", "Closed Won", "500", "2026-05-10", "2026-03-02"],
  ]);
  put("Reps", [
    ["Rep ID", "Name", "Manager"],
    ["r1", "Ana Ruiz", "m1"],
    ["m1", "Mia Stern", ""],
  ]);
`;
const ASK = { recordId: "006A", period: "2026-Q2", rep: "r1" };
const opened = (who = "r1") => {
  const host = addonHost();
  host.person(SHEETS);
  host.ask("revopsChooseWho", { repId: who });
  return host;
};

describe("the forecast panel", () => {
  it("adds every call as new rows, and shows which stand and what was said before", () => {
    const host = opened();
    const submit = (amounts: object, note = "") =>
      host.ask("revopsSubmitForecast", { ...ASK, amounts, note });
    submit({ call: 900, commit: 700 });
    const view = submit({ call: 1100 }, "Acme grew");
    expect(view).toMatchObject({ kind: "Own", calls: { call: 1100, commit: 700 } });
    expect(view.history[0]).toMatch(/Call 1,100, by Ana Ruiz, Acme grew$/);
    expect(view.history).toHaveLength(3);
    const rows = host.cells("Forecast Submissions");
    const [header = []] = rows;
    const column = (label: string) => rows.slice(1).map((row) => row[header.indexOf(label)]);
    expect(column("Amount")).toEqual([900, 700, 1100]);
    expect(column("Category")).toEqual(["Call", "Commit", "Call"]);
    expect(column("Rep")).toEqual(["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]);
    expect(column("Submission ID")).toEqual(["S0001", "S0002", "S0003"]);
    expect(column("Kind")).toEqual(["Own", "Own", "Own"]);
  });

  it("keeps the name of a month as it is, which a cell would take for a date", () => {
    const host = opened();
    const may = { ...ASK, period: "May 2026" };
    const view = host.ask("revopsSubmitForecast", { ...may, amounts: { call: 50 }, note: "" });
    expect(view).toMatchObject({ period: "2026-05", calls: { call: 50 } });
    const [header = [], row = []] = host.cells("Forecast Submissions");
    expect(row[header.indexOf("Period")]).toBe("2026-05");
  });

  it("keeps a manager's number for a rep apart from the rep's own", () => {
    const host = opened("m1");
    host.ask("revopsSubmitForecast", { ...ASK, amounts: { call: 800 }, note: "" });
    const view = host.ask("revopsForecastPanel", ASK);
    expect(view).toMatchObject({ kind: "Manager", calls: { call: 800 } });
    host.ask("revopsChooseWho", { repId: "r1" });
    expect(host.ask("revopsForecastPanel", ASK)).toMatchObject({ kind: "Own", calls: {} });
  });

  it("refuses a call without a number, a person or a period", () => {
    const host = opened();
    const refused = (more: object) =>
      host.refusal("revopsSubmitForecast", { ...ASK, amounts: { call: 1 }, note: "", ...more });
    expect(refused({ amounts: {} })).toContain("Every number is blank");
    expect(refused({ amounts: { call: -1 } })).toContain("Call is -1");
    expect(refused({ period: "soon" })).toContain('The period is "soon"');
    host.ask("revopsChooseWho", { repId: "" });
    expect(refused({ rep: "" })).toContain("Nobody is chosen");
    expect(host.cells("Forecast Submissions")).toEqual([]);
  });

  it("keeps an override beside the deal, changes it in place and takes it back", () => {
    const host = opened();
    const deals = JSON.stringify(host.cells("Opportunities"));
    const save = (values: object) => host.ask("revopsSaveOverride", { ...ASK, values });
    const first = save({ percent: 90, amount: 1500, reason: "Verbal yes", expires: "2026-06-30" });
    expect(first.deal).toMatchObject({
      name: "Acme rollout",
      held: { percent: 90, amount: 1500, reason: "Verbal yes", by: "Ana Ruiz", isOver: false },
    });
    const second = save({ closeDate: "2026-07-05", category: "Commit", reason: "Board in July" });
    const { percent, amount, expires, closeDate, category } = second.deal?.held ?? {};
    expect([percent, amount, expires, closeDate, category]).toEqual([
      undefined,
      undefined,
      undefined,
      "2026-07-05",
      "Commit",
    ]);
    expect(host.cells("Win Overrides").filter((row) => row[0] === "006A")).toHaveLength(1);
    expect(save({}).deal?.held).toBeUndefined();
    expect(JSON.stringify(host.cells("Opportunities"))).toBe(deals);
  });

  it("keeps calls and overrides through the next import of the deals", () => {
    const host = opened();
    host.ask("revopsSubmitForecast", { ...ASK, amounts: { call: 900 }, note: "" });
    const values = { amount: 1500, category: "Commit", reason: "Verbal yes" };
    host.ask("revopsSaveOverride", { ...ASK, values });
    const kept = () => ["Forecast Submissions", "Win Overrides"].map((name) => host.cells(name));
    const before = JSON.stringify(kept());
    const token = host.upload("Opportunities.csv", [
      ["Opportunity ID", "Opportunity Name", "Owner", "Stage", "Amount", "Close Date"],
      ["006A", "Acme rollout", "Ana Ruiz", "Negotiation", 1200, "2026-06-25"],
    ]);
    const file = "Opportunities.csv";
    host.ask("revopsImport", { from: { token }, file, date: "2026-06-01", answers: {} });
    expect(JSON.stringify(kept())).toBe(before);
    const { deal, calls } = host.ask("revopsForecastPanel", ASK);
    expect(deal?.crm).toContain("Negotiation · 1,200 · closes 2026-06-25");
    expect(deal?.held).toMatchObject({ amount: 1500, category: "Commit" });
    expect(calls).toEqual({ call: 900 });
  });

  it("refuses an override without a reason or out of bounds", () => {
    const host = opened();
    const refused = (values: object) => host.refusal("revopsSaveOverride", { ...ASK, values });
    expect(refused({ percent: 50 })).toContain("needs its reason");
    expect(refused({ percent: 101, reason: "x" })).toContain("101 %");
    expect(refused({ category: "Sure", reason: "x" })).toContain('"Sure"');
    expect(refused({ amount: 1, reason: "x", expires: "2020-01-01" })).toContain("over already");
  });
});
