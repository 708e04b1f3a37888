import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseWorkbook } from "../../../workbench/host/host.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const header = [
  "Opportunity ID",
  "Opportunity Name",
  "Stage",
  "Amount",
  "Close Date",
  "Created Date",
  "Probability (%)",
];
const lines = [
  ["006A", "Alpha", "Negotiation/Review", "100000", "2026-06-20", "2026-05-02", "50"],
  ["006B", "Beta", "Negotiation/Review", "200000", "2026-06-25", "2026-05-02", "25"],
  ["006C", "Gamma", "Negotiation/Review", "50000", "2026-06-28", "2026-05-02", "80"],
  ["006D", "Delta", "Closed Won", "30000", "2026-05-20", "2026-04-02", "100"],
  ["006E", "Epsilon", "Negotiation/Review", "900000", "2026-09-28", "2026-05-02", "80"],
];

const said = (host: AddonHost) => JSON.stringify(host.events.slice(-1));

/** The values of a range, as its formulas come out. */
const value = (host: AddonHost, cell: string): unknown => {
  const outcome = host.evaluate(`=Scenarios!${cell}`);
  if (!("rows" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.rows[0]?.[0]?.value;
};

describe("the Scenarios sheet", () => {
  it("is refused without opportunities, and nothing is written", () => {
    const host = addonHost();
    host.call("revopsScenarios");
    expect(said(host)).toContain("There are no opportunities yet");
    expect(host.sheet("Scenarios")).toBeUndefined();
  });

  describe("of a small pipeline", () => {
    let host: AddonHost;
    let first: { said: string; made: string };
    beforeAll(() => {
      host = addonHost();
      const token = host.upload("Opportunities.csv", [header, ...lines]);
      host.ask("revopsImport", {
        from: { token },
        file: "Opportunities.csv",
        date: "2026-06-01",
        answers: {},
      });
      host.call("revopsScenarios");
      first = { said: said(host), made: host.save() };
    }, 60_000);
    beforeEach(() => {
      host = addonHost({ workbook: parseWorkbook(first.made) });
    });
    const typeQuota = () =>
      host.person(`book.getSheetByName("Scenarios").getRange("C8").setValue(200000)`);

    it("compares scenarios by formula with one call each", () => {
      expect(first.said).toContain("type into the yellow cells");
      const cells = host.cells("Scenarios").flat().map(String);
      // Of the stage table: Negotiation/Review stands for all three that close by 30 June; nothing of September counts.
      const base = Number(value(host, "B13"));
      const chance = host.evaluate(
        '=INDEX(REVOPS_STAGES, MATCH("Negotiation/Review", INDEX(REVOPS_STAGES, 0, 2), 0), 4)',
      );
      const p = "rows" in chance ? Number(chance.rows[0]?.[0]?.value) : Number.NaN;
      expect(base).toBeCloseTo(30_000 + 350_000 * p, 4);
      // The plan changes nothing.
      expect(value(host, "A15")).toBe("Plan");
      expect(Number(value(host, "B15"))).toBeCloseTo(base, 6);
      expect(Number(value(host, "G14"))).toBeLessThan(0);
      expect(Number(value(host, "G16"))).toBeGreaterThan(0);
      expect(cells.some((cell) => cell.startsWith("#"))).toBe(false);
    });

    it("follows a lever that is typed, and keeps what was typed when it is made again", () => {
      const open = Number(value(host, "B13")) - 30_000;
      host.person(`
        const sheet = book.getSheetByName("Scenarios");
        sheet.getRange("A53").setValue("Bigger deals");
        sheet.getRange("B57").setValue(0.1);
        sheet.getRange("C57").setValue("New price list, CFO");
        sheet.getRange("C8").setValue(200000);
        sheet.getRange("M3").setValue("a note of finance");
      `);
      const check = () => {
        expect(value(host, "A17")).toBe("Bigger deals");
        expect(Number(value(host, "G17"))).toBeCloseTo(0.1 * open, 4);
        expect(value(host, "D8")).toBe(200_000);
        expect(value(host, "D10")).toBe(170_000);
        expect(Number(value(host, "F13"))).toBeGreaterThan(0);
      };
      check();
      host.call("revopsScenarios");
      expect(said(host)).toContain("what was typed is kept");
      check();
      expect(value(host, "C57")).toBe("New price list, CFO");
      expect(value(host, "M3")).toBe("a note of finance");
      expect(host.calls().length).toBeLessThanOrEqual(40);
    });

    it("shows by formula which lever moves most, and what two of them do at once", () => {
      typeQuota();
      const rows = host.cells("Scenarios");
      const rowOf = (label: string) => rows.findIndex(([first]) => first === label) + 1;
      const tornado = rowOf("Each lever alone, down and up by");
      const pair = rowOf("Two levers at once");
      const open = Number(value(host, "B13")) - 30_000;
      // Deals 10 % smaller or larger bring 10 % less or more: a swing of a fifth.
      const levers = [1, 2, 3, 4, 5, 6].map((down) => value(host, `E${tornado + down}`));
      const size = tornado + 1 + levers.indexOf("Deal size");
      expect(Number(value(host, `H${size}`))).toBeCloseTo(0.2 * open, 4);
      const swings = [1, 2, 3, 4, 5, 6].map((down) => Number(value(host, `H${tornado + down}`)));
      expect(swings).toEqual([...swings].sort((a, b) => b - a));
      // With nothing changed the tables show the base: its middle and its chance of quota.
      const [middle, chance] = [pair + 1, pair + 9];
      expect([value(host, `E${middle + 3}`), value(host, `H${middle}`)]).toEqual([0, 0]);
      const base = Number(value(host, "D13")) - 30_000;
      expect(value(host, `H${middle + 3}`)).toBe(base);
      expect(value(host, `H${chance + 3}`)).toBe(value(host, "F13"));
      // Deal size is across: at +20 % every outcome is a fifth larger.
      expect(Number(value(host, `J${middle + 3}`))).toBeCloseTo(1.2 * base, 6);
      host.person(`
        const sheet = book.getSheetByName("Scenarios");
        sheet.getRange("B${tornado}").setValue(0.2);
        sheet.getRange("B${pair + 1}").setValue("Slippage");
        sheet.getRange("B${pair + 2}:B${pair + 6}").setValues([[0], [0.1], [0.2], [0.3], [0.4]]);
      `);
      expect(Number(value(host, `H${size}`))).toBeCloseTo(0.4 * open, 4);
      expect(value(host, `H${middle + 1}`)).toBe(base);
      const cells = host.cells("Scenarios").flat().map(String);
      expect(cells.some((cell) => cell.startsWith("#"))).toBe(false);
    });

    it("says first how the base stands and which scenario is the highest", () => {
      typeQuota();
      const [middle, chance] = ["D13", "F13"].map((cell) => Number(value(host, cell)));
      const words = String(value(host, "A3"));
      expect(words).toContain(`As the deals stand: middle ${Math.round((middle ?? 0) / 1000)} k`);
      expect(words).toContain(
        `chance of quota ${Math.round(1000 * (chance ?? 0)) / 10} %; highest`,
      );
      const middles = [14, 15, 16, 17].map((row) => Number(value(host, `D${row}`)));
      const highest = 14 + middles.indexOf(Math.max(...middles));
      expect(words).toContain(`“${String(value(host, `A${highest}`))}”`);
    });

    it("makes a fresh sheet beside one that is laid out otherwise, which stays as it is", () => {
      host.person(`book.getSheetByName("Scenarios").insertRowsBefore(5, 1)`);
      const before = JSON.stringify(host.cells("Scenarios"));
      host.call("revopsScenarios");
      expect(said(host)).toContain(
        "Scenarios 2 beside Scenarios is new: Scenarios is laid out otherwise (row 5 should hold",
      );
      expect(JSON.stringify(host.cells("Scenarios"))).toBe(before);
      expect(host.cells("Scenarios 2")[12]?.[0]).toBe("Base: as the deals stand");
      // From now on the newer one is kept up to date.
      host.person(`book.getSheetByName("Scenarios 2").getRange("C8").setValue(300000)`);
      host.call("revopsScenarios");
      expect(said(host)).toContain("what was typed is kept");
      expect(host.cells("Scenarios 2")[7]?.[2]).toBe(300_000);
      expect(host.sheet("Scenarios 3")).toBeUndefined();
      expect(JSON.stringify(host.cells("Scenarios"))).toBe(before);
    });
  });
});
