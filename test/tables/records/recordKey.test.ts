import { describe, expect, it } from "vitest";
import { opportunities } from "../../../src/tables/opportunities.ts";
import { opportunityHistory } from "../../../src/tables/opportunityHistory.ts";
import { conventionsOf } from "../../../src/tables/reading/conventions.ts";
import { dropDuplicates } from "../../../src/tables/records/duplicates.ts";
import { keyOf } from "../../../src/tables/records/recordKey.ts";
import { sameValue } from "../../../src/tables/records/sameValue.ts";

describe("the key of a record", () => {
  it("is its own id where it has one, else its key fields", () => {
    const change = { opportunityId: "A", changedAt: 20000.5, toValue: "Won" };
    expect(keyOf(opportunityHistory, { ...change, historyId: "H1" })).toBe(
      keyOf(opportunityHistory, { ...change, historyId: "H1", toValue: "Lost" }),
    );
    expect(keyOf(opportunityHistory, change)).not.toBe(
      keyOf(opportunityHistory, { ...change, toValue: "Lost" }),
    );
    expect(keyOf(opportunityHistory, change)).toBe(
      keyOf(opportunityHistory, { ...change, changedAt: 20000.5 + 1e-9 }),
    );
  });
});

describe("records that stand twice", () => {
  const rows = [
    { opportunityId: "A", amount: 1 },
    { opportunityId: "B", amount: 2 },
    { opportunityId: "A", amount: 1 },
    { opportunityId: "B", amount: 3 },
  ];

  it("are dropped when equal, and rejected with both row numbers when not", () => {
    const {
      rows: kept,
      rowNumbers,
      identical,
      issues,
    } = dropDuplicates(opportunities, rows, [2, 3, 4, 5]);
    expect(kept).toEqual(rows.slice(0, 2));
    expect(rowNumbers).toEqual([2, 3]);
    expect(identical).toBe(1);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ row: 5, value: "B", rejected: true });
    expect(issues[0]?.message).toBe(
      "The record of row 5 already stands in row 3 with other values, so row 5 was left out.",
    );
  });
});

describe("two values", () => {
  it("are the same whatever a cell does to their last digits", () => {
    expect(sameValue("datetime", 20000.123456789, 20000.12345678)).toBe(true);
    expect(sameValue("datetime", 20000, 20000 + 2 / 86400)).toBe(false);
    expect(sameValue("money", 0.1 + 0.2, 0.3)).toBe(true);
    expect(sameValue("money", 0.3, 0.31)).toBe(false);
    expect(sameValue("text", "a", undefined)).toBe(false);
    expect(sameValue("id", "006Hp000015Yh7kIAC", "006Hp000015Yh7k")).toBe(true);
  });
});

describe("the conventions of a locale", () => {
  // Intl writes 31 December 1234.5 in each of them.
  it.each([
    "en_US",
    "en_GB",
    "de_DE",
    "fr_FR",
    "sv_SE",
    "ja_JP",
    "pt_BR",
    "hu_HU",
    "es_MX",
    "it_IT",
    "nl_NL",
    "ko_KR",
    "da_DK",
    "pl_PL",
    "en_AU",
    "zh_CN",
    "en_IN",
    "lt_LT",
  ])("%s are what Intl writes", (locale) => {
    const tag = locale.replace("_", "-");
    const decimal = new Intl.NumberFormat(tag).format(1.5).includes(",") ? "," : ".";
    const parts = new Intl.DateTimeFormat(tag, {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).formatToParts(new Date(2026, 11, 31));
    const dateOrder = parts
      .map(({ type }) => ({ year: "Y", month: "M", day: "D" })[type as "year"] ?? "")
      .join("");
    expect(conventionsOf(locale)).toEqual({ decimal, dateOrder });
  });

  it("know a bare language", () => {
    expect(conventionsOf("de")).toEqual({ decimal: ",", dateOrder: "DMY" });
    expect(conventionsOf("en")).toEqual({ decimal: ".", dateOrder: "MDY" });
    expect(conventionsOf("")).toEqual({ decimal: ".", dateOrder: "MDY" });
  });
});
