import { beforeEach, describe, expect, it } from "vitest";
import type { TeamPerson } from "../../../src/addon/team/teamTypes.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const HEADER = ["Rep ID", "Name", "Email", "Manager", "My note", "Active", "Start Date"];
const PEOPLE = [
  ["1", "Ana Ruiz", "ana@x.co", "Cy Wu", "likes tea", "TRUE", "2020-01-06"],
  ["2", "Bo Lind", "bo@x.co", "Cy Wu", "", "TRUE", "2026-03-16"],
  ["3", "Cy Wu", "cy@x.co", "", "", "TRUE", ""],
];

let host: AddonHost;

function paste(name: string, rows: readonly (readonly unknown[])[]): void {
  host.person(`const rows = ${JSON.stringify(rows)};
    const sheet = book.getSheetByName("${name}") || book.insertSheet("${name}");
    sheet.getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);`);
}

beforeEach(() => {
  host = addonHost();
  paste("Reps", [HEADER, ...PEOPLE]);
});

const team = (year = "FY2026") => host.ask("revopsTeam", { year });
const person = (id: string): TeamPerson => team().people.find(({ repId }) => repId === id)!;
const rowOf = (sheet: string, key: string) => host.cells(sheet).find((row) => row.includes(key));

describe("people", () => {
  it("are shown as the sheet has them, with what is wrong", () => {
    const { people, problems, years, canUndoTeam } = team();
    expect(people.map(({ name, startDate }) => [name, startDate])).toEqual([
      ["Ana Ruiz", "2020-01-06"],
      ["Bo Lind", "2026-03-16"],
      ["Cy Wu", undefined],
    ]);
    expect(problems).toEqual([]);
    expect(years).toEqual(["FY2025", "FY2026", "FY2027"]);
    expect(canUndoTeam).toBe(false);
  });

  it("start empty in a blank spreadsheet and get their sheet with the first person", () => {
    host = addonHost();
    expect(host.ask("revopsTeam", {}).people).toEqual([]);
    const after = {
      repId: "7",
      name: "Dee Fox",
      role: "AE",
      ptoFrom: "2026-07-01",
      ptoTo: "2026-07-10",
    };
    host.ask("revopsSaveTeam", { edits: [{ after }] });
    expect(host.ask("revopsTeam", {}).people).toEqual([after]);
  });

  it("are saved by their id, beside the user's own columns, and taken back by undo", () => {
    const before = person("1");
    const saved = host.ask("revopsSaveTeam", {
      edits: [
        { before, after: { ...before, rampOverride: 0.5, email: undefined } },
        { after: { repId: "9", name: "=HYPERLINK(1)", manager: "Ana Ruiz" } },
      ],
    });
    expect(saved).toEqual({ saved: 2, problems: [] });
    expect(person("1")).toEqual({ ...before, rampOverride: 0.5, email: undefined });
    expect(rowOf("Reps", "Ana Ruiz")).toContain("likes tea");
    expect(host.sheet("Reps")!.formulas.flat().filter(Boolean)).toEqual([]);
    expect(team().people).toHaveLength(4);
    expect(host.ask("revopsUndoTeam", "team")).toContain("2 rows of Reps");
    expect(person("1")).toEqual(before);
    expect(team().people).toHaveLength(3);
    expect(host.refusal("revopsUndoTeam", "team")).toContain("no saved change of Reps");
  });

  it("are refused with the field and the sentence, and nothing is written", () => {
    const bo = person("2");
    const cells = host.cells("Reps");
    const save = (after: TeamPerson, before?: TeamPerson) =>
      host.ask("revopsSaveTeam", { edits: [{ before, after }] }).problems;
    const cy = person("3");
    expect(save({ ...cy, manager: "Bo Lind" }, cy)).toMatchObject([{ field: "manager" }]);
    expect(save({ ...bo, email: "nobody" }, bo)).toMatchObject([{ repId: "2", field: "email" }]);
    expect(save({ repId: "1", name: "Second" })).toMatchObject([{ field: "repId" }]);
    expect(
      host.refusal("revopsSaveTeam", {
        edits: [{ before: bo, after: { ...bo, startDate: "soon" } }],
      }),
    ).toBe('Bo Lind: Start Date is "soon"; expected a date such as 2026-01-31.');
    expect(host.cells("Reps")).toEqual(cells);
  });

  it("are not overwritten when somebody else changed them meanwhile", () => {
    const [ana, bo] = [person("1"), person("2")];
    paste("Reps", [HEADER, ["1", "Ana Ruiz", "ana.ruiz@x.co", "Cy Wu", "", "TRUE", "2020-01-06"]]);
    const refusal = host.refusal("revopsSaveTeam", {
      edits: [{ before: ana, after: { ...ana, team: "East" } }],
    });
    expect(refusal).toContain("Ana Ruiz: Email is ana.ruiz@x.co and was ana@x.co");
    expect(refusal).toContain("nothing was saved");
    // Another person's record is not in the way.
    host.ask("revopsSaveTeam", { edits: [{ before: bo, after: { ...bo, team: "East" } }] });
    expect(person("2").team).toBe("East");
  });

  it("undo leaves alone what was edited by hand since", () => {
    const ana = person("1");
    host.ask("revopsSaveTeam", { edits: [{ before: ana, after: { ...ana, email: "a@x.co" } }] });
    paste("Reps", [HEADER, ["1", "Ana Ruiz", "typed@x.co", "Cy Wu", "", "TRUE", "2020-01-06"]]);
    expect(host.refusal("revopsUndoTeam", "team")).toContain("Email is typed@x.co and was a@x.co");
    expect(person("1").email).toBe("typed@x.co");
  });
});

describe("quotas", () => {
  const save = (edits: { repId: string; period: number; before?: number; after: number }[]) =>
    host.ask("revopsSaveQuotas", { year: "FY2026", grain: "quarter", currency: "USD", edits });

  it("are saved by person and period and shown with totals that leave out roll-ups", () => {
    expect(team().quotas).toMatchObject({
      grain: "quarter",
      isGrainFixed: false,
      totals: [0, 0, 0, 0],
    });
    save([
      { repId: "1", period: 0, after: 100.1 },
      { repId: "2", period: 0, after: 200.2 },
      { repId: "3", period: 0, after: 300 },
    ]);
    const { quotas } = team();
    expect(quotas).toMatchObject({
      isGrainFixed: true,
      currency: "USD",
      title: "FY2026, Jan-Dec 2026",
    });
    expect(quotas.rows.map(({ isRollUp, cells }) => [cells[0]?.amount, isRollUp])).toEqual([
      [100.1, false],
      [200.2, false],
      [300, true],
    ]);
    expect(quotas.totals?.[0]).toBe(300.3);
    expect(host.cells("Quotas")[1]).toContain("quarter");
  });

  it("update the row that is there and keep a person's own column", () => {
    paste("Quotas", [
      ["Rep ID", "Period Start", "Quota Amount", "Why", "Period Grain"],
      ["Ana Ruiz", "2026-01-01", "500", "agreed in May", "quarter"],
    ]);
    expect(team().quotas.rows[0]?.cells[0]).toEqual({ amount: 500 });
    save([{ repId: "1", period: 0, before: 500, after: 650 }]);
    expect(host.cells("Quotas")).toHaveLength(2);
    const row = host.cells("Quotas")[1];
    expect(row).toContain(650);
    expect(row).toContain("agreed in May");
    expect(host.ask("revopsUndoTeam", "quotas")).toContain("1 row of Quotas");
    expect(team().quotas.rows[0]?.cells[0]).toEqual({ amount: 500 });
  });

  it("are refused when the sheet says something else by now, with both amounts", () => {
    save([{ repId: "1", period: 0, after: 100 }]);
    const refused = (before: number | undefined) =>
      host.refusal("revopsSaveQuotas", {
        year: "FY2026",
        grain: "quarter",
        currency: "USD",
        edits: [{ repId: "1", period: 0, before, after: 900 }],
      });
    expect(refused(50)).toContain("Ana Ruiz: Quota Amount is 100 and was 50");
    expect(refused(undefined)).toContain("Quota Amount is 100 and was blank");
    expect(team().quotas.rows[0]?.cells[0]).toEqual({ amount: 100 });
  });

  it("split over products are shown as a sum and edited in the sheet", () => {
    paste("Quotas", [
      ["Rep ID", "Period Start", "Quota Amount", "Product Family", "Period Grain"],
      ["1", "2026-04-01", "500", "Cloud", "quarter"],
      ["1", "2026-04-01", "250", "Services", "quarter"],
    ]);
    expect(team().quotas.rows[0]?.cells[1]).toEqual({ amount: 750, isSplit: true });
    expect(
      host.refusal("revopsSaveQuotas", {
        year: "FY2026",
        grain: "quarter",
        currency: "",
        edits: [{ repId: "1", period: 1, before: 750, after: 1 }],
      }),
    ).toContain("split over several rows");
  });

  it("keep the length that the year has", () => {
    save([{ repId: "1", period: 0, after: 100 }]);
    expect(host.ask("revopsTeam", { year: "FY2026", grain: "month" }).quotas.grain).toBe("quarter");
    expect(
      host.refusal("revopsSaveQuotas", {
        year: "FY2026",
        grain: "month",
        currency: "",
        edits: [{ repId: "1", period: 0, after: 1 }],
      }),
    ).toContain("quotas by quarter");
  });
});

describe("planning", () => {
  const plan = (more: object = {}) =>
    host.ask("revopsPlanQuota", {
      ...{ year: "FY2026", grain: "quarter", target: 1_000_000, shape: "even", unit: 0.01 },
      ...{ repIds: ["1", "2"], byCapacity: false },
      ...more,
    } as const);
  const cents = (amounts: readonly number[]) =>
    amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);

  it("splits a target that agrees top-down and bottom-up", () => {
    const { targets, rows } = plan({ target: 1_000_000.01, byCapacity: true });
    expect(cents(targets)).toBe(100_000_001);
    expect(rows.reduce((sum, { amounts }) => sum + cents(amounts), 0)).toBe(100_000_001);
    // Bo starts on 16 March 2026, so nearly all of the first quarter is Ana's.
    expect(rows[0]!.amounts[0]!).toBeGreaterThan(rows[1]!.amounts[0]! * 10);
    expect(plan({ unit: 1000 }).rows[0]!.amounts).toEqual([125_000, 125_000, 125_000, 125_000]);
  });

  it("learns the seasons from won deals, and says so where there are none", () => {
    const request = { shape: "seasonal" as const };
    expect(() => plan(request)).toThrow("no complete past fiscal year");
    paste("Opportunities", [
      ["Opportunity ID", "Stage", "Amount", "Close Date", "Is Closed", "Is Won"],
      ["a", "Closed Won", "100", "2025-01-10", "TRUE", "TRUE"],
      ["b", "Closed Won", "300", "2025-11-10", "TRUE", "TRUE"],
      ["c", "Closed Lost", "900", "2025-06-10", "TRUE", "FALSE"],
    ]);
    expect(plan(request).targets).toEqual([250_000, 0, 0, 750_000]);
  });

  it("refuses what cannot be spread, in one sentence", () => {
    expect(() => plan({ target: 0 })).toThrow("company target is 0");
    expect(() => plan({ repIds: [] })).toThrow("Nobody carries a quota yet");
    expect(() => plan({ shape: "custom", weights: [1, 2] })).toThrow("each of the 4 periods");
    expect(() => plan({ shape: "custom", weights: [0, 0, 0, 0] })).toThrow("nothing to spread by");
    expect(() => plan({ year: "2026" })).toThrow("expected one like FY2026");
  });
});
