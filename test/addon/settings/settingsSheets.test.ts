import * as esbuild from "esbuild";
import { beforeEach, describe, expect, it } from "vitest";
import type { readSettingsSheets } from "../../../src/addon/settings/settingsSheets.ts";
import { subjectList, subjects } from "../../../src/settings/catalog.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { type Host, openHost } from "../../../workbench/host/host.ts";
import type { SheetData } from "../../../workbench/host/workbook.ts";

/** The settings' part of the add-on, bundled as the whole is. */
const bundle = `${
  esbuild.buildSync({
    stdin: {
      contents: 'export * from "./src/addon/settings/settingsSheets.ts";',
      resolveDir: ".",
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "RevOps",
    target: "es2019",
    platform: "neutral",
  }).outputFiles[0]?.text
}
function create() { return RevOps.createSettingsSheets(); }
function read() { return JSON.stringify(RevOps.readSettingsSheets()); }
function write(id, value) { RevOps.writeSettings(id, JSON.parse(value)); }`;

let host: Host;
beforeEach(() => {
  host = openHost({ bundle, now: () => Date.UTC(2026, 5, 15), locale: "en_US", timeZone: "UTC" });
});

const sheet = (name: string): SheetData => {
  const found = host.workbook.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const settings = () =>
  JSON.parse(host.call("read") as string) as ReturnType<typeof readSettingsSheets>;
// JSON leaves out what is undefined.
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Types a value beside a setting, as a person does. */
function type(name: string, label: string, value: string | number, column = 1): void {
  const rows = sheet(name).values;
  const row = rows.findIndex((cells) => cells?.includes(label));
  const cells = rows[row];
  if (!cells) throw new Error(`no ${label}`);
  cells[column] = value;
  host.changed();
}

describe("settings sheets", () => {
  it("are created once, say the defaults and are read back as such", () => {
    expect(host.call("create")).toEqual(subjectList.map((subject) => subject.sheet));
    expect(settings()).toEqual({ settings: plain(defaultSettings), issues: [] });
    expect(host.call("create")).toEqual([]);
  });

  it("missing ones count with their defaults", () => {
    expect(settings()).toEqual({ settings: plain(defaultSettings), issues: [] });
  });

  it("have named ranges that take in added rows, a frozen heading, validation and a warning", () => {
    host.call("create");
    for (const subject of subjectList) {
      const data = sheet(subject.sheet);
      const range = host.workbook.namedRanges.find((one) => one.name === subject.range);
      expect(range, subject.range).toMatchObject({
        sheetId: data.id,
        area: { row: 1, column: 1, rows: data.rows, columns: subject.columns.length },
      });
      expect(data.frozenRows).toBe(1);
      expect(data.tabColor).toBe("#b06000");
      expect(data.protections).toMatchObject([{ warningOnly: true }]);
      expect(data.columns).toBeGreaterThanOrEqual(subject.columns.length + 2);
    }
    const asOf = host.workbook.namedRanges.find((one) => one.name === "REVOPS_AS_OF");
    const options = sheet("Report options");
    expect(options.values[(asOf?.area.row ?? 0) - 1]?.[0]).toBe("As-of date");
    // The setting stands in column B, the date in use beside the sheet's own columns.
    expect(asOf?.area).toMatchObject({ column: 5, rows: 1, columns: 1 });
    const rules = sheet("Stages").validations;
    expect(rules.some((rule) => rule.values.includes("lost"))).toBe(true);
    expect(rules.every((rule) => rule.allowInvalid)).toBe(true);
  });

  it("keep what looks like a date or a formula as the text it is", () => {
    host.call("create");
    const values = sheet("Scoring").values.flat();
    expect(values).toContain("51-200");
    const stages = plain(defaultSettings.stages);
    stages[0].stage = "=1+1";
    stages[1].exitCriteria = "-";
    host.call("write", "stages", JSON.stringify(stages));
    expect(sheet("Stages").formulas.flat().filter(Boolean)).toEqual([]);
    // It is a new name, so its row comes last.
    expect(settings().settings.stages.map((one) => one.stage)).toContain("=1+1");
  });

  it("keep names such as =1+1, +A1, -5, @x and 'quoted through any number of saves", () => {
    host.call("create");
    const names = ["=1+1", "+A1", "-5", "@x", "'quoted", "''twice", "TRUE", "10%", "51-200"];
    const stages = names.map((stage, at) => ({
      ...plain(defaultSettings.stages[1]),
      stage,
      exitCriteria: stage,
      order: at + 1,
    }));
    for (let save = 0; save < 4; save++) {
      host.call("write", "stages", JSON.stringify(stages));
      expect(settings().settings.stages).toEqual(stages);
      // A person may clear the formats; what is there stays what it is, and so does what is written next.
      for (const row of sheet("Stages").styles) row?.fill(undefined);
      host.changed();
    }
    expect(sheet("Stages").formulas.flat().filter(Boolean)).toEqual([]);
  });

  it("what a person types counts at once, and a mistake is told with its place", () => {
    host.call("create");
    type("Context", "Target win rate", 0.4);
    type("Report options", "Largest deals listed", "many");
    type("Report options", "As-of date", 46000);
    const { settings: read, issues } = settings();
    expect(read.context.winRate).toBe(0.4);
    // Serial 46000 is 2025-12-09.
    expect(read.asOf).toBe(46000 - 25569);
    expect(read.options.largestDeals).toBe(defaultSettings.options.largestDeals);
    expect(issues).toMatchObject([{ table: "Report options", column: "Value", value: "many" }]);
  });

  it("are never overwritten by creating them, and only missing ones are added", () => {
    host.call("create");
    type("Context", "Target win rate", 0.4);
    host.workbook.sheets.splice(
      host.workbook.sheets.findIndex((one) => one.name === "Risk"),
      1,
    );
    expect(host.call("create")).toEqual(["Risk"]);
    expect(settings().settings.context.winRate).toBe(0.4);
  });

  it("the context chooses the scoring of a Scoring sheet that is created", () => {
    host.call("create");
    type("Context", "Go-to-market motion", "product-led");
    host.workbook.sheets.splice(
      host.workbook.sheets.findIndex((one) => one.name === "Scoring"),
      1,
    );
    host.call("create");
    // The product-led preset of the scoring guide: 30 % fit, threshold 60.
    expect(settings().settings.scoring).toMatchObject({ fitWeight: 0.3, threshold: 60 });
  });

  it("of an older version are raised to this one, with what a person wrote", () => {
    host.call("create");
    type("Report options", "Settings version", 0);
    type("Report options", "Largest deals listed", 7);
    host.call("create");
    const rows = sheet("Report options").values;
    expect(rows.find((cells) => cells?.[0] === "Settings version")?.[1]).toBe(1);
    expect(settings().settings.options.largestDeals).toBe(7);
  });

  it("take a new value and keep a person's own column", () => {
    host.call("create");
    const stages = sheet("Stages");
    const width = subjects.stages.columns.length;
    stages.values[0]![width] = "Mine";
    stages.values[2]![width] = "beside Qualified";
    host.changed();
    const next = plain(defaultSettings.stages).filter(
      (one: { stage: string }) => one.stage !== "Lead",
    );
    next[0].probability = 0.3;
    next.push({ ...next[0], stage: "Pilot", order: 9 });
    host.call("write", "stages", JSON.stringify(next));
    const row = sheet("Stages").values.find((cells) => cells?.[1] === "Qualified");
    expect(row?.[width]).toBe("beside Qualified");
    expect(row?.[3]).toBe(0.3);
    expect(settings().settings.stages).toEqual(next);
  });

  it("grow when a list needs more rows than the sheet has", () => {
    host.call("create");
    const { rows } = sheet("Stages");
    const many = Array.from({ length: rows + 5 }, (_, index) => ({
      ...plain(defaultSettings.stages[1]),
      stage: `1-${index + 1}`,
      order: index + 1,
    }));
    host.call("write", "stages", JSON.stringify(many));
    expect(settings().settings.stages.map((one) => one.stage)).toEqual(
      many.map((one) => one.stage),
    );
    const range = host.workbook.namedRanges.find((one) => one.name === "REVOPS_STAGES");
    expect(range?.area.rows).toBeGreaterThan(rows);
  });

  it("refuse a wrong value and stay as they are", () => {
    host.call("create");
    const before = host.save();
    const wrong = { ...defaultSettings.context, winRate: 7 };
    expect(() => host.call("write", "context", JSON.stringify(wrong))).toThrow(
      /winRate|win rate|Value/,
    );
    expect(host.save()).toBe(before);
  });

  it("are read with hardly more than one service call each", () => {
    host.call("create");
    settings();
    expect(host.calls().length).toBeLessThanOrEqual(subjectList.length + 1);
  });
});
