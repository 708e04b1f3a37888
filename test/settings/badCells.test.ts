import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { readCalendar } from "../../src/settings/calendar.ts";
import { readContext } from "../../src/settings/context.ts";
import { readRates } from "../../src/settings/currency.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { readReportOptions, reportOptions } from "../../src/settings/reportOptions.ts";
import { readRequiredFields } from "../../src/settings/requiredFields.ts";
import { readRisk, risk } from "../../src/settings/risk.ts";
import { readScoring, scoring } from "../../src/settings/scoring.ts";
import { readStages, stages } from "../../src/settings/stages.ts";

const FORM = ["Setting", "Value", "About", "Source"];

describe("a cell that cannot be read", () => {
  it("is named with sheet, row, column, what was found and what was expected, and its default counts", () => {
    const { value, issues } = readContext([
      FORM,
      ["Sales model", "inside"],
      ["Target win rate", "often"],
      ["Go-to-market motion", "Product led"],
    ]);
    expect(value.winRate).toBe(0.25);
    expect(value.motion).toBe("product-led");
    expect(issues).toEqual([
      {
        table: "Context",
        row: 3,
        column: "Value",
        value: "often",
        message: 'Found "often", expected a share between 0% and 100%, such as 25% or 0.25.',
        remedy: "Type a share between 0% and 100%, such as 25% or 0.25; until then 0.25 is used.",
        rejected: false,
      },
    ]);
  });

  it("does not disturb its neighbours in a list; a row without its name is left out", () => {
    const { value, issues } = readStages([
      ["Stage", "Probability", "Status", "My column"],
      ["Demo", "maybe", "open", "keep"],
      ["", 0.3, "open", ""],
      ["Done", 1, "win", ""],
      ["", "", "", "a note of mine"],
      ["demo", 0.5, "open", ""],
    ]);
    expect(
      value.map(({ stage, probability, status, order }) => [stage, probability, status, order]),
    ).toEqual([
      ["Demo", undefined, "open", 1],
      ["Done", 1, "open", 2],
    ]);
    expect(issues.map(({ row, column, rejected }) => [row, column, rejected])).toEqual([
      [2, "Probability", false],
      [3, "Stage", true],
      [4, "Status", false],
      [6, "Stage", true],
    ]);
  });

  it.each([
    ["hour of opening after closing", [["Opening hour", 18]], "closing hour after"],
    ["no such month", [["Fiscal year starts in", "Sept-ish"]], "one of January"],
    ["a weekday that is none", [["Working days", "Monday, Funday"]], "one or more of Monday"],
    ["a holiday that is no date", [["Holiday", "Christmas"]], "a date, such as"],
  ])("calendar: %s", (_, lines, expected) => {
    const { value, issues } = readCalendar([FORM, ...lines]);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain(expected);
    expect(value).toEqual(readCalendar(undefined).value);
  });

  it("limits that contradict each other fall back together", () => {
    const { value, issues } = readReportOptions([
      FORM,
      ["Coverage critical below", 6],
      ["Largest deals listed", 5],
    ]);
    expect(value).toEqual({ ...reportOptions.defaults, largestDeals: 5 });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.row).toBe(2);
  });

  it("a currency row needs a code, a day and a rate above zero", () => {
    const { value, issues } = readRates([
      ["Currency", "From", "Rate", "Source"],
      ["eur", "2026-01-01", 1.1, ""],
      ["Euro", "2026-01-01", 1.1, ""],
      ["GBP", "soon", 1.3, ""],
      ["GBP", { moment: dayFromIso("2025-06-01") ?? 0 }, 0, ""],
      ["GBP", { moment: dayFromIso("2025-06-01") ?? 0 }, 1.3, "bank"],
    ]);
    expect(value).toEqual([
      { currency: "GBP", from: dayFromIso("2025-06-01"), rate: 1.3 },
      { currency: "EUR", from: dayFromIso("2026-01-01"), rate: 1.1 },
    ]);
    expect(issues.map(({ row, column, rejected }) => [row, column, rejected])).toEqual([
      [3, "Currency", true],
      [4, "From", true],
      [5, "Rate", true],
    ]);
  });

  it("one currency has one rate on a day; the rows of two are named, and the first counts", () => {
    const from = (iso: string) => ({ moment: dayFromIso(iso) ?? 0 });
    const { value, issues } = readRates([
      ["Currency", "From", "Rate"],
      ["USD", from("2026-01-01"), 0.9],
      ["USD", from("2026-02-01"), 0.91],
      ["GBP", from("2026-01-01"), 1.2],
      ["usd", from("2026-01-01"), 0.95],
    ]);
    expect(value.map(({ currency, rate }) => [currency, rate])).toEqual([
      ["USD", 0.9],
      ["GBP", 1.2],
      ["USD", 0.91],
    ]);
    expect(issues.map(({ row, message }) => [row, message])).toEqual([
      [5, "Rows 2 and 5 both give a rate for USD from 2026-01-01; expected one."],
    ]);
  });

  it("an active scoring rule needs its value, and weights make 100%", () => {
    const { value, issues } = readScoring([
      ["Kind", "Attribute", "Operator", "Value", "Points", "Active"],
      ["setting", "Fit weight", "", 0.9, "", ""],
      ["fit", "industry", "one of", "", 20, true],
      ["fit", "industry", "one of", "", 10, false],
      ["fit", "employees", "roughly", "50", 10, true],
      ["luck", "employees", "is", "50", 10, true],
    ]);
    expect(value.fitWeight).toBe(scoring.defaults.fitWeight);
    expect(value.rules.map(({ operator, points }) => [operator, points])).toEqual([
      ["one of", 10],
      ["is", 10],
    ]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [5, "Operator"],
      [6, "Kind"],
      [2, "Value"],
      [3, "Value"],
    ]);
  });

  it("risk: a row with a stage or segment is a weight of its own, and a second one for the same place is named", () => {
    const { value, issues } = readRisk([
      ["Factor", "Points", "Limit", "Stage", "Segment"],
      ["Competitor confirmed", 35, "", "Negotiation", ""],
      ["Competitor confirmed", 5, "", "", ""],
      ["competitor confirmed", 40, "", "negotiation", ""],
      ["age", "", 30, "", "SMB"],
    ]);
    expect(value.factors.find(({ id }) => id === "competitor")?.points).toBe(5);
    expect(value.weights).toMatchObject([
      { id: "competitor", stage: "Negotiation", segment: "", points: 35 },
      { id: "age", stage: "", segment: "SMB", points: undefined, limit: 30 },
    ]);
    expect(issues.map(({ row, message }) => [row, message])).toEqual([
      [4, 'The factor "competitor confirmed" is there twice for negotiation.'],
    ]);
  });

  it("risk: a missing factor has its default, 0 points switch it off, text does not", () => {
    const { value, issues } = readRisk([
      ["Factor", "Points", "Limit", "Dimension"],
      ["Base", "high", "", "setting"],
      ["Competitor confirmed", 0, "", "competitive"],
      ["Champion left", "lots", "", ""],
      ["age", 10, 60, ""],
      ["Weather", 50, "", ""],
    ]);
    const points = Object.fromEntries(value.factors.map((factor) => [factor.id, factor.points]));
    expect(points).toMatchObject({ competitor: 0, championLeft: 28, age: 10, economicBuyer: 30 });
    expect(value.factors.find((factor) => factor.id === "age")?.limit).toBe(60);
    expect(value.base).toBe(20);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [4, "Points"],
      [2, "Points"],
    ]);
  });

  it("a range without its headings is one issue and counts as the default", () => {
    for (const read of [
      readStages,
      readScoring,
      readRisk,
      readRates,
      readContext,
      readRequiredFields,
    ]) {
      const { value, issues } = read([["nonsense"], [1], [2]]);
      expect(issues).toHaveLength(1);
      expect(value).toEqual(read(undefined).value);
    }
  });

  it("never throws, whatever a cell holds", () => {
    const odd = [
      true,
      false,
      Number.NaN,
      -1,
      1e300,
      "=A1",
      "'",
      { moment: 2.5 },
      {},
      [],
      "\n",
      "é",
    ];
    for (const { sheet, columns, lines } of [stages, scoring, risk, reportOptions]) {
      const header = columns.map((column) => column.label);
      const rows = odd.map((cell) => header.map(() => cell as string));
      const named = lines.flatMap(({ label }) => odd.map((cell) => [label, cell as string]));
      expect(() => readSettings({ [sheet]: [header, ...rows, ...named] })).not.toThrow();
    }
  });
});

describe("shares in a list", () => {
  const probabilities = (...values: (string | number)[]) =>
    readStages([["Stage", "Probability"], ...values.map((value, index) => [`s${index}`, value])]);

  it("60 and 100 in one column are percents", () => {
    expect(probabilities(7, 29, 57, 100, "10%").value.map((stage) => stage.probability)).toEqual([
      0.07, 0.29, 0.57, 1, 0.1,
    ]);
  });

  it("0.6 and 60 in one column are refused, and the column counts as blank", () => {
    const { value, issues } = probabilities(0.6, 60);
    expect(value.map((stage) => stage.probability)).toEqual([undefined, undefined]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([[1, "Probability"]]);
  });

  it("1 with fractions is certainty", () => {
    expect(probabilities(0.5, 1).value.map((stage) => stage.probability)).toEqual([0.5, 1]);
  });
});
