import { describe, expect, it } from "vitest";
import { reports as catalog } from "../../../src/reports/catalog.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Owner",
  "Stage",
  "Amount",
  "Close Date",
  "Probability (%)",
];

function importDeals(host: AddonHost, amount: number, date: string): void {
  const rows = [
    ["006A", "Acme", "Ann Lee", "Negotiation/Review", amount, "2026-06-20", 50],
    ["006B", "=Beta", "Ben Ito", "Closed Won", 200, "2026-05-02", 100],
  ];
  const token = host.upload("deals.csv", [header, ...rows]);
  host.ask("revopsImport", { from: { token }, file: "deals.csv", answers: {}, date });
}

const view = (host: AddonHost, name: string) =>
  host.ask("revopsReports").reports.find((report) => report.name === name)!;

describe("the list of reports", () => {
  it("says of a blank spreadsheet what each report lacks", () => {
    const { reports, asOf, periods } = addonHost().ask("revopsReports");
    expect(reports.map(({ name, lacks }) => [name, lacks])).toEqual(
      catalog.map(({ name, needs }) => [name, needs.length === 0 ? [] : ["Opportunities"]]),
    );
    expect([asOf, periods]).toEqual([undefined, []]);
  });

  it("offers the periods around the as-of day and says what would tell more", () => {
    const host = addonHost();
    importDeals(host, 100, "2026-06-01");
    const { asOf, periods } = host.ask("revopsReports");
    expect(asOf).toBe("2026-06-01");
    expect(periods.map(({ label }) => label)).toEqual([
      "2026-Q2",
      "2026-Q1",
      "2026-Q3",
      "2026-06",
      "FY2026",
    ]);
    expect(view(host, "quota")).toMatchObject({ lacks: [], sheets: [] });
    expect(view(host, "quota").lastRun).toBeUndefined();
    expect(view(host, "quota").without).toContain("Quotas");
  });

  it("offers managers, teams and people, and refuses a team to a report about everybody", () => {
    const host = addonHost();
    importDeals(host, 100, "2026-06-01");
    expect(host.ask("revopsReports").teams).toEqual([]);
    host.person(
      `book.insertSheet("Reps").getRange(1, 1, 4, 4).setValues([
        ["Rep ID", "Name", "Manager", "Team"],
        ["r1", "Ann Lee", "m1", "West"],
        ["r2", "Ben Ito", "m1", ""],
        ["m1", "Mia Stern", "", ""],
      ]);`,
    );
    expect(host.ask("revopsReports").teams).toEqual(["Mia Stern", "West", "Ann Lee", "Ben Ito"]);
    expect(view(host, "forecast").takesTeam).toBe(true);
    const { sheet, figures } = host.ask("revopsReport", { name: "forecast", team: "ben ito" });
    expect(sheet).toBe("Forecast 2026-Q2 Ben Ito");
    expect(figures).toContainEqual(expect.objectContaining({ id: "open_pipeline", value: 0 }));
    expect(host.refusal("revopsReport", { name: "quota", team: "West" })).toMatch(
      /^The report quota is always about everybody; for one team there is forecast, .*\.$/,
    );
  });

  it("compares a run with the one before, written or not", () => {
    const host = addonHost();
    importDeals(host, 100, "2026-06-01");
    const first = host.ask("revopsReport", { name: "forecast", compare: true });
    expect(first.comparison).toEqual({ changes: [] });
    importDeals(host, 300, "2026-06-08");
    const preview = host.ask("revopsReport", { name: "forecast", compare: true, preview: true });
    const weighted = preview.comparison?.changes.find(({ label }) => /weighted/i.test(label));
    // Half of 100 before, half of 300 now.
    expect(weighted).toMatchObject({ before: 50, after: 150, format: "money" });
    expect(view(host, "forecast").lastRun?.asOf).toBe("2026-06-01");
    const again = host.ask("revopsReport", { name: "forecast", compare: true });
    expect(again.comparison).toEqual(preview.comparison);
    expect(
      host.ask("revopsReport", { name: "forecast", compare: true }).comparison?.changes,
    ).toEqual([]);
  });

  it("knows which runs can be taken back", () => {
    const host = addonHost();
    importDeals(host, 100, "2026-06-01");
    const { sheet } = host.ask("revopsReport", { name: "forecast" });
    expect(view(host, "forecast").sheets).toEqual([{ sheet, period: "2026-Q2", canUndo: true }]);
    for (let run = 0; run < 5; run++) host.ask("revopsReport", { name: "forecast" });
    for (let undone = 0; undone < 3; undone++) {
      expect(view(host, "forecast").sheets[0]?.canUndo).toBe(true);
      host.ask("revopsUndoReport", sheet);
    }
    expect(view(host, "forecast").sheets[0]?.canUndo).toBe(false);
    expect(host.refusal("revopsUndoReport", sheet)).toContain("Only the last three runs");
  });

  it("freezes a copy without formulas that shows the same", () => {
    const host = addonHost();
    importDeals(host, 100, "2026-06-01");
    const { sheet } = host.ask("revopsReport", { name: "forecast" });
    const copy = host.ask("revopsFreezeReport", sheet);
    expect(copy).toBe(`${sheet} (copy)`);
    const shown = (name: string) =>
      JSON.parse(
        String(
          host.person(
            `return JSON.stringify(book.getSheetByName(${JSON.stringify(name)}).getDataRange().getDisplayValues());`,
          ),
        ),
      );
    const formulas = (name: string) =>
      JSON.parse(
        String(
          host.person(
            `return JSON.stringify(book.getSheetByName(${JSON.stringify(name)}).getDataRange().getFormulas());`,
          ),
        ),
      ) as string[][];
    expect(shown(copy)).toEqual(shown(sheet));
    expect(
      formulas(sheet)
        .flat()
        .some((formula) => formula !== ""),
    ).toBe(true);
    expect(
      formulas(copy)
        .flat()
        .every((formula) => formula === ""),
    ).toBe(true);
    expect(host.ask("revopsFreezeReport", sheet)).toBe(`${sheet} (copy 2)`);
    expect(host.refusal("revopsFreezeReport", "Nothing")).toBe(
      "There is no sheet called Nothing; run the report first.",
    );
  });
});
