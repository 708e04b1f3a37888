import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chunkRows } from "../../../sidebar/files/chunkRows.ts";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { parseWorkbook } from "../../../workbench/host/host.ts";
import { sampleCompany } from "../../../workbench/sample/sampleCompany.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const company = sampleCompany({ deals: 900, only: ["Opportunities.csv"] });
const DEALS = "REVOPS_OPPORTUNITIES, REVOPS_WIN_MODEL, REVOPS_AS_OF";

function seen(host: AddonHost): string {
  return JSON.stringify(host.events.slice(-1));
}

function table(host: AddonHost, formula: string) {
  const outcome = host.evaluate(formula);
  if (!("rows" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.rows.map((row) => row.map(({ value }) => value));
}

describe("fitting the win probabilities", () => {
  it("refuses without opportunities and writes nothing", () => {
    const host = addonHost();
    host.call("revopsFitWinModel");
    expect(seen(host)).toContain("There are no opportunities yet");
    expect(host.sheet("Win Model")).toBeUndefined();
  });

  describe("on the sample company", () => {
    const now = () => Date.UTC(2026, 10, 21, 15);
    let host: AddonHost;
    let first: { calls: number; said: string; fitted: string };
    beforeAll(() => {
      host = addonHost({ now });
      for (const { name, rows } of company.files) {
        if (name !== "Opportunities.csv") continue;
        const token = `upload-${name}`;
        for (const chunk of chunkRows(rows))
          host.ask("revopsStageRows", { token, file: name, ...chunk });
        host.ask("revopsImport", {
          from: { token },
          file: name,
          date: isoFromDay(company.asOf),
          answers: {},
        });
      }
      host.call("revopsFitWinModel");
      first = { calls: host.calls().length, said: seen(host), fitted: host.save() };
    }, 120_000);
    beforeEach(() => {
      host = addonHost({ now, workbook: parseWorkbook(first.fitted) });
    });

    it("writes a versioned sheet and says what it rests on, in few calls", () => {
      // Two sheets are made, which costs a dozen calls each.
      expect(first.calls).toBeLessThanOrEqual(50);
      expect(first.said).toMatch(/Fitted on \d+ decided deals/);
      const [header, ...rows] = host.cells("Win Model");
      expect(header?.slice(0, 3)).toEqual(["Version", "Part", "Window"]);
      expect(new Set(rows.map((row) => row[0]))).toEqual(new Set([1]));
    });

    it("gives every open deal a chance in cells, with parts that add up", () => {
      const rows = table(host, `=WIN_PROBABILITY_EXPLAIN(${DEALS})`);
      const header = rows[0] ?? [];
      const at = (label: string) => header.indexOf(label);
      const open = rows
        .slice(1)
        .filter((row) => /Stage rates|Stage, age|Logistic/.test(String(row[2])));
      expect(open.length).toBeGreaterThan(60);
      for (const row of open) {
        const parts = row
          .slice(at("Base"), at("Days left") + 1)
          .reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0);
        const logOdds = Number(row[at("Log-odds")]);
        expect(parts).toBeCloseTo(logOdds, 10);
        expect(Number(row[at("Without override")])).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 10);
      }
    });

    it("keeps a person's override through a later import and a later fit, and shows it apart", () => {
      const open = table(host, `=WIN_PROBABILITY_EXPLAIN(${DEALS})`).find(
        (row) => typeof row[3] === "number",
      );
      const deal = String(open?.[0]);
      host.person(
        `book.getSheetByName("Win Overrides").getRange(2, 1, 1, 3).setValues([["${deal}", 0.93, "Verbal yes"]])`,
      );
      const deals = company.files.find(({ name }) => name === "Opportunities.csv");
      const token = host.upload("Opportunities.csv", deals?.rows ?? []);
      host.ask("revopsImport", {
        from: { token },
        file: "Opportunities.csv",
        date: isoFromDay(company.asOf + 7),
        answers: {},
      });
      host.call("revopsFitWinModel");
      expect(seen(host)).toMatch(/Fitted on/);
      expect(host.calls().length).toBeLessThanOrEqual(40);
      expect(
        new Set(
          host
            .cells("Win Model")
            .slice(1)
            .map((row) => row[0]),
        ),
      ).toEqual(new Set([1, 2]));
      const formula = `=WIN_PROBABILITY_EXPLAIN(${DEALS}, , , REVOPS_WIN_OVERRIDES)`;
      const [header, ...rows] = table(host, formula);
      const found = rows.find((row) => row[0] === deal);
      expect(found?.[1]).toBe(0.93);
      expect(found?.[3]).toEqual(expect.any(Number));
      expect(found?.[(header ?? []).indexOf("Note")]).toBe("Override: Verbal yes");
    }, 180_000);
  });
});
