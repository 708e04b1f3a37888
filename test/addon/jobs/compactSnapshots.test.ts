import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const HEADER = ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date"];

function opened(...amounts: readonly number[]) {
  const host = addonHost();
  host.open();
  for (const amount of amounts) {
    const deals = [
      ["0061", "Acme renewal", "Negotiation", amount, "2026-07-15"],
      ["0062", "Beta rollout", "Negotiation", 80000, "2026-08-20"],
    ];
    const token = host.upload("deals.csv", [HEADER, ...deals]);
    host.ask("revopsImport", {
      ...{ from: { token }, file: "deals.csv", date: "2026-06-01", answers: {} },
    });
  }
  return host;
}

const said = (host: ReturnType<typeof opened>) => {
  host.runMenu("Compact the snapshots");
  return (host.events.at(-1) as { text?: string } | undefined)?.text;
};

describe("compacting the snapshots", () => {
  it("takes out what its own day replaced, closes the gap and gives the room back", () => {
    const host = opened(100, 200, 300);
    const amounts = () => {
      const [header = [], ...lines] = host.cells("Snapshots");
      const [id, amount] = [header.indexOf("Opportunity ID"), header.indexOf("Amount")];
      return lines.map((line) => [line[id], line[amount]]);
    };
    expect(amounts().map(([, amount]) => amount)).toEqual([100, 80000, 200, 300]);
    expect(said(host)).toBe("1 of 4 snapshots were not needed for any day and are gone.");
    expect(amounts()).toEqual([
      ["0061", 100],
      ["0062", 80000],
      ["0061", 300],
    ]);
    expect(said(host)).toBe("None of 3 snapshots can be spared.");
  });

  it("leaves a sheet with a person's own column alone, and needs snapshots", () => {
    const host = opened(100, 200, 300);
    host.person(
      `const sheet = book.getSheetByName("Snapshots");
       sheet.getRange(1, sheet.getLastColumn() + 1, 2, 1).setValues([["Mine"], ["x"]]);`,
    );
    const before = JSON.stringify(host.cells("Snapshots"));
    expect(said(host)).toMatch(/has a column of your own, Mine/);
    expect(JSON.stringify(host.cells("Snapshots"))).toBe(before);
    expect(said(opened())).toBe("There are no snapshots yet; every import takes one.");
  });
});
