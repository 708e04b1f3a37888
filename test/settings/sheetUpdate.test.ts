import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendar } from "../../src/settings/calendar.ts";
import { context } from "../../src/settings/context.ts";
import { type Migration, migrateSheets } from "../../src/settings/migrateSheets.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { reportOptions } from "../../src/settings/reportOptions.ts";
import { settingsHash } from "../../src/settings/settingsHash.ts";
import { sheetLayout } from "../../src/settings/sheetLayout.ts";
import { type SheetUpdate, sheetUpdate } from "../../src/settings/sheetUpdate.ts";
import { stages } from "../../src/settings/stages.ts";
import type { Cell } from "../../src/tables/reading/cell.ts";

/** What the sheet holds after an update: rows deleted, then blocks written. */
function applied(existing: readonly (readonly Cell[])[], update: SheetUpdate): Cell[][] {
  const rows = existing.map((row) => [...row]);
  for (const row of update.removedRows) rows.splice(row - 1, 1);
  for (const { below, count } of update.insertedRows)
    rows.splice(below, 0, ...Array.from({ length: count }, () => []));
  for (const { at, cells } of update.blocks) {
    cells.forEach((line, row) => {
      rows[row] ??= [];
      line.forEach((cell, column) => {
        const target = rows[row];
        if (target) target[at + column] = cell;
      });
    });
  }
  return rows;
}

describe("writing settings back", () => {
  it("keeps a person's columns and rows beside the add-on's", () => {
    const header = ["My notes", "Stage", "Probability", "Owner team", "Status"];
    const existing = [
      header,
      ["n1", "Demo", 0.2, "A", "open"],
      ["n2", "Gone", 0.4, "B", "open"],
      ["n3", "Done", 1, "C", "won"],
      ["only a note", "", "", "", ""],
    ];
    const { value } = stages.read(existing.filter((row) => row[1] !== "Gone"));
    const next = value.map((one) => (one.stage === "Demo" ? { ...one, probability: 0.3 } : one));
    const sheet = applied(existing, sheetUpdate(stages, existing, next));
    expect(sheet.map((row) => row.slice(0, 5))).toEqual([
      header,
      ["n1", "Demo", 0.3, "A", "open"],
      ["n3", "Done", 1, "C", "won"],
      ["only a note", "", "", "", ""],
    ]);
    expect(stages.read(sheet).value).toEqual(next);
  });

  it("puts new stages where they stand in the list, each row keeping a person's own cells", () => {
    const existing = [
      ["Stage", "Order", "Status", "Owner team"],
      ["Demo", 1, "open", "A"],
      ["Won", 2, "won", "B"],
    ];
    const [demo, won] = stages.read(existing).value;
    if (!demo || !won) throw new Error("two stages expected");
    const next = [
      { ...demo, stage: "Lead", order: 1 },
      { ...demo, order: 2 },
      { ...demo, stage: "Offer", order: 3 },
      { ...demo, stage: "Legal", order: 4 },
      { ...won, order: 5 },
      { ...won, stage: "Lost", status: "lost" as const, order: 6 },
    ];
    const update = sheetUpdate(stages, existing, next);
    // Row 1 is the header, row 2 Demo; Lost comes last, where there is room.
    expect(update.insertedRows).toEqual([
      { below: 2, count: 2 },
      { below: 1, count: 1 },
    ]);
    expect(applied(existing, update).map((row) => [row[0], row[1], row[3] ?? ""])).toEqual([
      ["Stage", "Order", "Owner team"],
      ["Lead", 1, ""],
      ["Demo", 2, "A"],
      ["Offer", 3, ""],
      ["Legal", 4, ""],
      ["Won", 5, "B"],
      ["Lost", 6, ""],
    ]);
  });

  it("keeps rows of a form that it does not know, and notes in its About column", () => {
    const existing = [
      ["Setting", "Value", "About", "Source"],
      ["Target win rate", 0.4, "decided in March", ""],
      ["My own number", 7, "", ""],
    ];
    const value = { ...context.defaults, winRate: 0.5 };
    const sheet = applied(existing, sheetUpdate(context, existing, value));
    expect(sheet[1]?.slice(0, 3)).toEqual(["Target win rate", 0.5, "decided in March"]);
    expect(sheet[2]).toEqual(["My own number", 7, "", ""]);
    expect(context.read(sheet)).toEqual({ value, issues: [] });
  });

  it("keeps a holiday's name with its day", () => {
    const existing = [
      ["Setting", "Value", "About"],
      ["Holiday", { moment: 20000 }, "Midsummer"],
      ["Holiday", { moment: 20010 }, "Harvest"],
    ];
    const value = { ...calendar.defaults, holidays: [20010, 20020] };
    const sheet = applied(existing, sheetUpdate(calendar, existing, value));
    expect(sheet[1]?.slice(0, 3)).toEqual(["Holiday", { moment: 20010 }, "Harvest"]);
    expect(calendar.read(sheet).value.holidays).toEqual([20010, 20020]);
  });

  it("reads back what was written over any older list of stages", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 });
    const listOf = (list: readonly string[]) =>
      stages.read([["Stage"], ...list.map((name) => [name])]).value;
    fc.assert(
      fc.property(names, names, (before, after) => {
        const existing = stages.toCells(listOf(before));
        const sheet = applied(existing, sheetUpdate(stages, existing, listOf(after)));
        const read = stages.read(sheet);
        expect(read.issues).toEqual([]);
        expect(new Map(read.value.map((one) => [one.stage, one]))).toEqual(
          new Map(listOf(after).map((one) => [one.stage, one])),
        );
      }),
    );
  });
});

describe("older sheets", () => {
  // A version that never was: shares as percents under another heading.
  const fromZero: Migration = {
    from: 0,
    about: "Chance became Probability",
    apply: (sheets) => ({
      ...sheets,
      Stages: sheets.Stages?.map((row, index) =>
        row.map((cell) => {
          if (index === 0) return cell === "Chance" ? "Probability" : cell;
          return typeof cell === "number" ? cell / 100 : cell;
        }),
      ),
    }),
  };
  const old = {
    Stages: [
      ["Stage", "Chance", "Mine"],
      ["Demo", 40, "kept"],
    ],
    "Report options": [
      ["Setting", "Value", "Note"],
      ["Settings version", 0, "x"],
      ["My setting", 3, "y"],
    ],
  };

  it("are brought up to date step by step, unknown columns and rows included", () => {
    const { sheets, steps, from } = migrateSheets(old, [fromZero], 1);
    expect(from).toBe(0);
    expect(steps).toEqual(["Chance became Probability"]);
    expect(sheets.Stages).toEqual([
      ["Stage", "Probability", "Mine"],
      ["Demo", 0.4, "kept"],
    ]);
    expect(sheets["Report options"]).toEqual([
      ["Setting", "Value", "Note"],
      ["Settings version", 1, "x"],
      ["My setting", 3, "y"],
    ]);
    expect(readSettings(sheets).settings.stages[0]?.probability).toBe(0.4);
  });

  it("of this version are left alone, and newer ones are said to be newer", () => {
    const { sheets } = migrateSheets(old, [fromZero], 1);
    expect(migrateSheets(sheets, [fromZero], 1)).toMatchObject({ sheets, steps: [], newer: false });
    expect(migrateSheets({}, [fromZero], 1)).toMatchObject({ steps: [], newer: false });
    const newer = {
      "Report options": [
        ["Setting", "Value"],
        ["Settings version", 9],
      ],
    };
    expect(migrateSheets(newer, [fromZero], 1)).toMatchObject({ sheets: newer, newer: true });
  });
});

describe("layout of a new sheet", () => {
  it("keeps words as text and shares as percents, and validates what a line may hold", () => {
    const { cells, formats, allowed } = sheetLayout(reportOptions, reportOptions.defaults);
    const at = (label: string) => cells.findIndex((row) => row[0] === label);
    expect(formats[at("Commit from")]?.[1]).toBe("0%");
    expect(formats[at("As-of date")]?.[1]).toBe("yyyy-mm-dd");
    expect(allowed[at("Largest deals listed")]?.[1]).toMatchObject({ minimum: 1, maximum: 100 });
    const own = sheetLayout(calendar, { ...calendar.defaults, pattern: "4-4-5" });
    const row = own.cells.findIndex((line) => line[1] === "4-4-5");
    expect(own.formats[row]?.[1]).toBe("@");
    expect(own.allowed[row]?.[1]?.choices).toContain("5-4-4");
  });

  it("leaves formatted room for more rows in a list", () => {
    const { cells, formats, allowed } = sheetLayout(stages, stages.defaults);
    expect(formats.length).toBeGreaterThan(cells.length + 20);
    expect(allowed.at(-1)?.[4]?.choices).toEqual(["open", "won", "lost"]);
  });
});

it("the settings hash changes with any setting and with nothing else", () => {
  const { settings } = readSettings({});
  const same = Object.fromEntries(Object.entries(settings).reverse()) as typeof settings;
  expect(settingsHash(same)).toBe(settingsHash(settings));
  expect(settingsHash(settings)).toMatch(/^[0-9a-f]{8}$/);
  const hashes = [
    { ...settings, asOf: 20000 },
    { ...settings, stages: settings.stages.slice(1) },
    { ...settings, options: { ...settings.options, dueDays: 4 } },
  ].map(settingsHash);
  expect(new Set([settingsHash(settings), ...hashes]).size).toBe(4);
});
