import { expect, it } from "vitest";
import { addonHost } from "./addonHost.ts";

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

function run(host: ReturnType<typeof addonHost>, lateClose: string, day: string): void {
  const token = host.upload("deals.csv", [header, ...deals(lateClose)]);
  host.ask("revopsImport", { from: { token }, file: "deals.csv", answers: {}, date: day });
  host.ask("revopsReport", { name: "pipeline-review", asOf: day });
}

it("carries actions from Monday to Monday, keeps what a person wrote, and closes what no longer holds", () => {
  const host = addonHost();
  run(host, "2026-05-20", "2026-06-01");
  const head = () => host.cells("Action register")[0] ?? [];
  const rows = () =>
    host
      .cells("Action register")
      .slice(1)
      .map((line) => Object.fromEntries(head().map((name, at) => [String(name), line[at]])));
  const of = (id: string) => rows().find((row) => row["Action ID"] === `pipeline-review/${id}`);
  expect(of("overdue")).toMatchObject({ Status: "To do", "Finding Is": "Open", "Weeks Open": 0 });
  const before = rows().length;
  const line = rows().findIndex((row) => row["Action ID"] === "pipeline-review/inactive") + 2;
  const type = (name: string, text: string) =>
    host.person(
      `book.getSheetByName("Action register").getRange(${line}, ${head().indexOf(name) + 1}).setValue("${text}")`,
    );
  type("Status", "In progress");
  type("Owner", "Zoe");
  run(host, "2026-06-29", "2026-06-08");
  expect(host.calls().length).toBeLessThanOrEqual(45);
  expect(of("inactive")).toMatchObject({
    Status: "In progress",
    Owner: "Zoe",
    "Finding Is": "Open",
    "Weeks Open": 1,
  });
  expect(of("overdue")).toMatchObject({ "Finding Is": "Closed", "Weeks Open": 0 });
  expect(rows().length).toBeGreaterThanOrEqual(before);
});
