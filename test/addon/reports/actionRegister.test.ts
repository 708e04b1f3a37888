import { expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Created Date",
  "Last Activity",
];
const deals = (lateClose: string) => [
  ["006A", "Late", "Ann Lee", "Proposal", 900, lateClose, "2026-03-02", "2026-05-30"],
  ["006B", "Quiet", "Ben Ito", "Proposal", 500, "2026-06-25", "2026-05-01", "2026-05-02"],
  ["006C", "Won", "Ben Ito", "Closed Won", 200, "2026-05-02", "2026-04-01", "2026-05-02"],
];

type Host = ReturnType<typeof addonHost>;

function run(host: Host, lateClose: string, day: string): void {
  const token = host.upload("deals.csv", [header, ...deals(lateClose)]);
  host.ask("revopsImport", { from: { token }, file: "deals.csv", answers: {}, date: day });
  host.ask("revopsReport", { name: "pipeline-review", asOf: day });
}

const headings = (host: Host) => host.cells("Action register")[0] ?? [];

const register = (host: Host) =>
  host
    .cells("Action register")
    .slice(1)
    .map((line) => Object.fromEntries(headings(host).map((name, at) => [String(name), line[at]])));

it("carries actions from Monday to Monday, keeps what a person wrote, and closes what no longer holds", () => {
  const host = addonHost();
  run(host, "2026-05-20", "2026-06-01");
  const rows = () => register(host);
  const of = (id: string) => rows().find((row) => row["Action ID"] === id);
  expect(of("overdue")).toMatchObject({ Status: "To do", "Finding Is": "Open", "Weeks Open": 0 });
  const before = rows().length;
  const line = rows().findIndex((row) => row["Action ID"] === "low_activity") + 2;
  const type = (name: string, text: string) =>
    host.person(
      `book.getSheetByName("Action register").getRange(${line}, ${headings(host).indexOf(name) + 1}).setValue("${text}")`,
    );
  type("Status", "In progress");
  type("Owner", "Zoe");
  run(host, "2026-06-29", "2026-06-08");
  expect(host.calls().length).toBeLessThanOrEqual(45);
  expect(of("low_activity")).toMatchObject({
    Status: "In progress",
    Owner: "Zoe",
    "Finding Is": "Open",
    "Weeks Open": 1,
  });
  expect(of("overdue")).toMatchObject({ "Finding Is": "Closed", "Weeks Open": 0 });
  expect(rows().length).toBeGreaterThanOrEqual(before);
});

it("takes the findings of every report that asks for work, each action once", () => {
  const host = addonHost();
  run(host, "2026-05-20", "2026-06-01");
  const ask = (name: string) => host.ask("revopsReport", { name, asOf: "2026-06-01" });
  for (const name of ["hygiene", "forecast", "deal-risk", "data-quality"]) ask(name);
  const rows = register(host);
  const ids = rows.map((row) => row["Action ID"]);
  expect(new Set(ids).size).toBe(ids.length);
  const overdue = rows.find((row) => row["Action ID"] === "overdue");
  expect(overdue?.Report).toBe("Pipeline review; Hygiene; Forecast; Data quality");
  const reports = new Set(rows.flatMap((row) => String(row.Report).split("; ")));
  for (const name of ["Hygiene", "Forecast", "Deal risk", "Data quality"])
    expect(reports).toContain(name);
  for (const row of rows) {
    expect(row.Status).toBe("To do");
    expect(row.Due, String(row["Action ID"])).not.toBe("");
  }
  ask("data-quality");
  expect(register(host)).toEqual(rows);
});
