import { describe, expect, it } from "vitest";
import { menuFunctions } from "../../../src/addon/menu.ts";
import { reports } from "../../../src/reports/catalog.ts";
import type { CellStyle } from "../../../workbench/host/workbook.ts";
import { DEALS, reportHost } from "../reportHost.ts";

const SHEET = "Forecast 2017-Q2";

const USUAL = new Set([
  "#ffffff",
  "#202124",
  "#000000",
  "10",
  "false",
  "General",
  "general",
  "OVERFLOW",
]);

/** A cell's look as far as it is anything special. */
function lookOf(style: CellStyle): string | undefined {
  const special = Object.entries(style).filter(
    ([, value]) => !USUAL.has(String(value)) && JSON.stringify(value) !== "{}",
  );
  return special.length === 0 ? undefined : JSON.stringify(special.sort());
}

/** All that a person sees of a sheet. */
function seen(host: ReturnType<typeof reportHost>, name = SHEET): string {
  const { values, formulas, notes, columnWidths, conditionalRules, gridlines } = host.sheet(name);
  const { styles } = host.workbook;
  const looks = host
    .sheet(name)
    .styles.map((row) =>
      row?.map((index) => (index === undefined ? undefined : lookOf(styles[index]!))),
    );
  // Cells that were filled once and are blank again are no different from those that never were.
  const plain = (rows: readonly (readonly unknown[] | undefined)[]) =>
    rows
      .map((row) =>
        Array.from(row ?? [], (cell) => JSON.stringify(cell) ?? "")
          .join("|")
          .replace(/\|+$/, ""),
      )
      .join("\n")
      .trimEnd();
  const charts = host.sheet(name).charts.map(({ id: _, ...chart }) => chart);
  return JSON.stringify({
    values: plain(values),
    formulas: plain(formulas),
    notes,
    columnWidths,
    conditionalRules,
    gridlines,
    looks: plain(looks),
    charts,
  });
}

describe("a report's sheet", () => {
  it("is named by report and period, with charts, formulas and no sideways scroll", () => {
    const host = reportHost();
    const { sheet, figures } = host.report();
    expect(sheet).toBe(SHEET);
    // Hand sum of the deals that close from April to June 2017.
    expect(figures.find(({ id }) => id === "open_pipeline")!.value).toBe(295000);
    const { formulas, charts, columnWidths, hiddenColumns, gridlines } = host.sheet(SHEET);
    expect(formulas.flat().filter(Boolean).length).toBeGreaterThan(5);
    expect(charts.length).toBeGreaterThan(0);
    expect(
      Array.from({ length: 12 }, (_, at) => columnWidths[at + 1] ?? 100).reduce(
        (sum, width) => sum + width,
      ),
    ).toBeLessThanOrEqual(1200);
    expect(hiddenColumns).toEqual([13]);
    expect(gridlines).toBe(false);
  });

  it("agrees with itself: every formula comes to the figure that was reported", () => {
    const host = reportHost();
    const { figures } = host.report();
    const shown = host.person(
      `return book.getSheetByName("${SHEET}").getDataRange().getValues().map((row) => row.map((value) => (value instanceof Date ? "" : value)))`,
    ) as unknown[][];
    expect(
      shown.flat().filter((value) => typeof value === "string" && value.startsWith("#")),
    ).toEqual([]);
    const numbers = new Set(
      shown
        .flat()
        .filter((value) => typeof value === "number")
        .map((value) => Math.round(value * 100)),
    );
    for (const { value } of figures)
      if (typeof value === "number") expect(numbers).toContain(Math.round(value * 100));
    expect(shown.flat()).not.toContain("✗ differs");
    expect(shown.flat()).toContain("✓ right");
  });

  it("stays within 40 service calls, however many deals there are", () => {
    const few = reportHost();
    few.report();
    few.report();
    const callsOfFew = few.calls().length;
    const many = reportHost(
      Array.from(
        { length: 1500 },
        (_, at) => [`006${at}`, `Deal ${at}`, `Rep ${at % 9}`, 1000 + at, "2017-06-15"] as const,
      ),
    );
    many.report();
    many.report();
    const callsOfMany = many.calls().length;
    expect(callsOfMany).toBeLessThanOrEqual(40);
    expect(Math.abs(callsOfMany - callsOfFew)).toBeLessThanOrEqual(2);
  });

  it("looks the same after a second run", () => {
    const host = reportHost();
    host.report();
    const before = seen(host);
    const { conflicts } = host.report();
    expect(conflicts).toEqual([]);
    const marks = /\|run \d+/g;
    expect(seen(host).replace(marks, "")).toBe(before.replace(marks, ""));
  });

  it("gives charts the size of a new arrangement", () => {
    const arranged = (host: ReturnType<typeof reportHost>) =>
      host
        .sheet("Pipeline review 2017-Q2")
        .charts.map(
          ({ anchor, width, height, options }) =>
            `${options.title}: ${anchor.row} ${anchor.column} ${width} ${height}`,
        )
        .sort();
    const fresh = reportHost();
    fresh.report("pipeline-review");
    const host = reportHost();
    const created = (value: string) =>
      host.person(`
        const sheet = book.getSheetByName("Opportunities");
        const at = sheet.getDataRange().getValues()[0].indexOf("Created Date") + 1;
        sheet.getRange(2, at, ${DEALS.length}, 1).setValue(${value});
      `);
    created('""');
    host.report("pipeline-review");
    expect(arranged(host).length).toBeLessThan(arranged(fresh).length);
    created("new Date(2017, 3, 3)");
    host.report("pipeline-review");
    expect(arranged(host)).toEqual(arranged(fresh));
  });

  it("keeps what a person typed, noted, coloured and added, with the deal it belongs to", () => {
    const host = reportHost();
    host.report();
    const at = host.rowOf(SHEET, "0062");
    host.person(`
      const sheet = book.getSheetByName("${SHEET}");
      sheet.getRange(${at}, 2).setNote("ask Ben");
      sheet.getRange(${at}, 1).setBackground("#ffff00");
      sheet.getRange(${at}, 14).setValue("my view");
      sheet.getRange(${at}, 15).setFormula("=LEN(N${at})");
      const top = sheet.getRange(1, 4, 12, 1).getValues().findIndex((row) => typeof row[0] === "number");
    `);
    const more = [
      ["0069", "Zulu", "Ana Ruiz", 900000, "2017-06-05"] as const,
      ...DEALS.filter(([id]) => id !== "0061"),
    ];
    host.importDeals(more, "2017-06-01");
    host.report();
    const row = host.rowOf(SHEET, "0062");
    expect(row).not.toBe(at);
    const sheet = host.sheet(SHEET);
    expect(sheet.notes[`${row},2`]).toBe("ask Ben");
    expect(host.workbook.styles[sheet.styles[row - 1]![0]!]!.background).toBe("#ffff00");
    expect(sheet.values[row - 1]![13]).toBe("my view");
    expect(sheet.formulas[row - 1]![14]).toBe(`=LEN(N${row})`);
  });

  it("finds the deals again when the person sorted the table", () => {
    const host = reportHost();
    host.report();
    const first = host.rowOf(SHEET, "0061");
    const notes = DEALS.map(
      ([id]) => `sheet.getRange(${host.rowOf(SHEET, id)}, 14).setValue("note ${id}");`,
    ).join("");
    host.person(`
      const sheet = book.getSheetByName("${SHEET}");
      ${notes}
      sheet.getRange(${first}, 1, ${DEALS.length}, 12).sort({ column: 1, ascending: false });
      const own = sheet.getRange(${first}, 14, ${DEALS.length}, 1);
      own.setValues(own.getValues().reverse());
    `);
    const { conflicts } = host.report();
    expect(conflicts).toEqual([]);
    for (const [id] of DEALS)
      expect(host.sheet(SHEET).values[host.rowOf(SHEET, id) - 1]![13]).toBe(`note ${id}`);
  });

  it("keeps what belonged to a deal that left, and gives it back when it returns", () => {
    const host = reportHost();
    host.report();
    host.person(
      `book.getSheetByName("${SHEET}").getRange(${host.rowOf(SHEET, "0063")}, 14).setValue("legal review")`,
    );
    host.importDeals(
      DEALS.filter(([id]) => id !== "0063"),
      "2017-06-01",
    );
    host.report();
    expect(host.sheet(SHEET).values.flat()).toContain("Kept from earlier");
    expect(host.sheet(SHEET).values.flat()).toContain("legal review");
    host.importDeals(DEALS, "2017-06-01");
    host.report();
    expect(host.sheet(SHEET).values[host.rowOf(SHEET, "0063") - 1]![13]).toBe("legal review");
    expect(host.sheet(SHEET).values.flat()).not.toContain("Kept from earlier");
  });

  it("gives a new period a sheet of its own and never writes over a sheet that is not its own", () => {
    const host = reportHost();
    host.person(`book.insertSheet("${SHEET}").getRange(1, 1).setValue("mine")`);
    expect(host.report().sheet).toBe(`${SHEET} (2)`);
    expect(host.sheet(SHEET).values[0]![0]).toBe("mine");
    expect(host.report().sheet).toBe(`${SHEET} (2)`);
    expect(host.report("forecast", { period: "2017-06" }).sheet).toBe("Forecast 2017-06");
  });

  it("takes back the last three runs, each to exactly what was there before", () => {
    const host = reportHost();
    const states: string[] = [];
    const marks = /\|run \d+/g;
    for (let run = 0; run < 5; run++) {
      host.report();
      const row = host.rowOf(SHEET, "0062");
      host.person(
        `const cell = book.getSheetByName("${SHEET}").getRange(${row}, 14); cell.setValue("edit ${run}").setNote("note ${run}");`,
      );
      states.push(seen(host).replace(marks, ""));
      host.importDeals(
        DEALS.map(([id, name, owner, amount, close]) => [
          id,
          name,
          owner,
          amount + 1000 * (run + 1),
          close,
        ]),
        "2017-06-01",
      );
    }
    for (const expected of [states[3], states[2], states[1]]) {
      expect(host.undo(SHEET).ok).toBe(true);
      expect(seen(host).replace(marks, "")).toBe(expected);
    }
    expect(host.undo(SHEET)).toEqual({
      ok: false,
      message: `Only the last three runs of ${SHEET} can be undone, and they have been.`,
    });
    // The report goes on from there with what the person had done by then.
    host.report();
    expect(host.sheet(SHEET).values[host.rowOf(SHEET, "0062") - 1]![13]).toBe("edit 1");
  });

  it("removes the sheet when its first run is taken back", () => {
    const host = reportHost();
    host.report();
    expect(host.undo(SHEET).ok).toBe(true);
    expect(host.sheet(SHEET)).toBeUndefined();
    expect(host.report().sheet).toBe(SHEET);
  });

  it("goes on from what was there when a run was cut short before it wrote the sheet", () => {
    const host = reportHost();
    host.report();
    const row = host.rowOf(SHEET, "0062");
    host.person(`book.getSheetByName("${SHEET}").getRange(${row}, 14).setValue("mine")`);
    const before = structuredClone(host.sheet(SHEET));
    host.importDeals(
      [["0069", "Zulu", "Ana Ruiz", 900000, "2017-06-05"] as const, ...DEALS],
      "2017-06-01",
    );
    host.report();
    // The memory knows of the second run; the sheet never got it.
    Object.assign(host.sheet(SHEET), before);
    host.changed(before.id);
    expect(host.report().conflicts).toEqual([]);
    expect(host.sheet(SHEET).values[host.rowOf(SHEET, "0062") - 1]![13]).toBe("mine");
    expect(host.sheet(SHEET).values.flat()).not.toContain("Values typed over");
    expect(host.rowOf(SHEET, "0069")).toBeGreaterThan(0);
    expect(host.undo(SHEET).ok).toBe(true);
    expect(host.sheet(SHEET).values[row - 1]![13]).toBe("mine");
  });

  it("says in a sentence what is wrong and writes nothing", () => {
    const host = reportHost();
    const before = host.save();
    const ask = (request: object) =>
      (host.call("revopsReport", request) as { message: string }).message;
    expect(ask({ name: "weather" })).toMatch(
      /no report called weather; the reports are forecast, quota, hygiene/,
    );
    expect(ask({ name: "forecast", asOf: "1.6.2017" })).toMatch(
      /as-of date is "1\.6\.2017"; expected/,
    );
    expect(ask({ name: "forecast", period: "Q9" })).toMatch(/Q9/);
    host.foreignLocks.add("document");
    expect(ask({ name: "forecast" })).toMatch(/running in this spreadsheet/);
    expect(host.save()).toBe(before);
  });

  it("logs every figure of every run that is a number", () => {
    const host = reportHost();
    const { figures } = host.report();
    host.report("quota");
    const log = host.sheet("Forecast log").values.filter((row) => row?.[1] === "forecast");
    const numbers = figures.filter(({ value }) => typeof value !== "string");
    expect(numbers.length).toBeGreaterThan(20);
    expect(log.map((row) => row![4])).toEqual(numbers.map(({ id }) => id));
    expect(log[0]![3]).toBe(42887); // 1 June 2017 as a serial number
  });

  it("logs a fingerprint that changes with the settings that count, and with no others", () => {
    const host = reportHost();
    const fingerprint = () => {
      host.report();
      const rows = host.sheet("Forecast log").values.filter((row) => row !== undefined);
      return rows[rows.length - 1]![7];
    };
    const setting = (sheet: string, row: number, value: number) =>
      host.person(`book.getSheetByName("${sheet}").getRange(${row}, 2).setValue(${value})`);
    const rowOf = (sheet: string, name: string) =>
      host.sheet(sheet).values.findIndex((row) => row?.[0] === name) + 1;
    const first = fingerprint();
    setting("Context", rowOf("Context", "Target win rate"), 0.31);
    expect(fingerprint()).toBe(first);
    setting("Report options", rowOf("Report options", "Coverage target"), 5);
    expect(fingerprint()).not.toBe(first);
  });
});

describe("the menu", () => {
  it("calls functions that the built script has at its top level", () => {
    const host = reportHost();
    const missing = Object.keys(menuFunctions).filter(
      (name) => host.person(`return typeof globalThis["${name}"]`) !== "function",
    );
    expect(missing).toEqual([]);
    expect(menuFunctions).toHaveProperty("revopsRunPipelineReview");
  });

  it("is there before the add-on may read anything, and runs the reports", () => {
    const host = reportHost();
    host.open("NONE");
    const labels = host
      .menu()
      .flatMap((item) => ("items" in item ? item.items : [item]))
      .flatMap((item) => ("label" in item ? [item.label] : []));
    const titles = reports.map(({ menuLabel }) => menuLabel);
    expect(labels).toEqual(expect.arrayContaining(titles));
    for (const title of titles) host.runMenu(title);
    expect(host.events.filter(({ kind }) => kind === "alert")).toEqual([]);
    expect(host.sheet("Quota 2017-Q2")).toBeDefined();
  });
});
