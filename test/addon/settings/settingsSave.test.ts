import { beforeEach, describe, expect, it } from "vitest";
import type { SettingRow, SubjectState } from "../../../src/addon/settings/settingsTypes.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

let host: AddonHost;
beforeEach(() => {
  host = addonHost();
});

const stages = () => host.ask("revopsStages").stages;
const column = (state: SubjectState, label: string) =>
  state.columns.findIndex((one) => one.label === label);

/** The rows with one cell changed, found by the stage's name. */
function edited(state: SubjectState, stage: string, label: string, value: SettingRow[number]) {
  return state.rows.map((row) =>
    row[1] === stage ? row.map((cell, at) => (at === column(state, label) ? value : cell)) : row,
  );
}

/** Saves stages as the panel does and answers with the state after it. */
function save(rows: readonly SettingRow[], basedOn = stages().hash): SubjectState {
  const result = host.ask("revopsSaveSettings", [{ subject: "stages", rows, basedOn }]);
  if (!result.saved) throw new Error(JSON.stringify(result));
  return result.states[0]!;
}

const onSheet = (stage: string, label: string) => {
  const [header = [], ...rows] = host.cells("Stages");
  return rows.find((row) => row.includes(stage))?.[header.indexOf(label)];
};

describe("saving settings from the sidebar", () => {
  it("writes the sheet, so that a formula over the named range answers anew", () => {
    save(stages().rows);
    const formula = '=WEIGHTED_FORECAST({1000}, {"Proposal"}, REVOPS_STAGES)';
    const forecast = () =>
      (host.evaluate(formula) as unknown as { rows: { value: number }[][] }).rows[0]?.[0]?.value;
    expect(forecast()).toBeCloseTo(600, 9);
    save(edited(stages(), "Proposal", "Probability", "70%"));
    expect(onSheet("Proposal", "Probability")).toBe(0.7);
    expect(forecast()).toBeCloseTo(700, 9);
    expect(stages().rows.find((row) => row[1] === "Proposal")?.[3]).toBe(0.7);
  });

  it("refuses what cannot be read, beside its field, and writes nothing", () => {
    const before = save(stages().rows);
    const rows = edited(before, "Proposal", "Probability", "a lot");
    const result = host.ask("revopsSaveSettings", [
      { subject: "stages", rows, basedOn: before.hash },
    ]);
    expect(result).toMatchObject({
      saved: false,
      problems: [
        {
          subject: "stages",
          row: 3,
          column: "Probability",
          message: 'Found "a lot", expected a share between 0% and 100%, such as 25% or 0.25.',
        },
      ],
    });
    expect(onSheet("Proposal", "Probability")).toBe(0.6);
  });

  it("refuses an edit based on an older state and says what the sheet has now", () => {
    const mine = save(stages().rows);
    save(edited(mine, "Discovery", "Probability", 0.45));
    const rows = edited(mine, "Proposal", "Probability", 0.7);
    const result = host.ask("revopsSaveSettings", [
      { subject: "stages", rows, basedOn: mine.hash },
    ]);
    expect(result.saved).toBe(false);
    if (result.saved) return;
    expect(result.changed[0]?.rows.find((row) => row[1] === "Discovery")?.[3]).toBe(0.45);
    expect(onSheet("Discovery", "Probability")).toBe(0.45);
    expect(onSheet("Proposal", "Probability")).toBe(0.6);
    const now = result.changed[0]!;
    expect(save(edited(now, "Proposal", "Probability", 0.7), now.hash).hash).not.toBe(now.hash);
  });

  it("sees a change that a person typed into the sheet", () => {
    const mine = save(stages().rows);
    host.person('book.getSheetByName("Stages").getRange("D5").setValue(0.65)');
    const result = host.ask("revopsSaveSettings", [
      { subject: "stages", rows: mine.rows, basedOn: mine.hash },
    ]);
    expect(result.saved).toBe(false);
  });

  it("saves several sheets or none", () => {
    const { calendar, currency } = host.ask("revopsCalendar");
    const edits = [
      {
        subject: "calendar" as const,
        rows: calendar.rows.map((row) => (row[0] === "Fiscal periods" ? [row[0], "4-4-5"] : row)),
        basedOn: calendar.hash,
      },
      {
        subject: "currency" as const,
        rows: [["EURO", "2026-01-01", 1.1, ""]],
        basedOn: currency.hash,
      },
    ];
    const refused = host.ask("revopsSaveSettings", edits);
    expect(refused.saved).toBe(false);
    expect(host.sheet("Calendar")).toBeUndefined();
    edits[1]!.rows = [["eur", "2026-01-01", "1.1", ""]];
    expect(host.ask("revopsSaveSettings", edits).saved).toBe(true);
    const after = host.ask("revopsCalendar");
    expect(after.calendar.rows.find(([name]) => name === "Fiscal periods")?.[1]).toBe("4-4-5");
    expect(after.currency.rows).toEqual([["EUR", "2026-01-01", 1.1, ""]]);
  });

  it("can be taken back step by step, with a person's own columns untouched", () => {
    const first = save(stages().rows);
    host.person('book.getSheetByName("Stages").getRange("M1:M2").setValues([["Mine"],["note"]])');
    const second = save(edited(first, "Proposal", "Probability", 0.7));
    save(edited(second, "Proposal", "Probability", 0.8));
    expect(stages().canUndo).toBe(true);
    expect(host.ask("revopsUndoSettings", "stages").rows).toEqual(second.rows);
    expect(host.ask("revopsUndoSettings", "stages").rows).toEqual(first.rows);
    expect(host.cells("Stages")[1]?.[12]).toBe("note");
  });

  it("brings back a removed row, and takes out an added one", () => {
    const first = save(stages().rows);
    const added = ["", "Pilot", 5.5, "75%", "open", "", "", "", 2, "", "", ""];
    save([...first.rows.filter((row) => row[1] !== "Lead"), added]);
    expect(onSheet("Lead", "Stage")).toBeUndefined();
    expect(onSheet("Pilot", "Probability")).toBe(0.75);
    const back = host.ask("revopsUndoSettings", "stages");
    expect(back.hash).not.toBe("");
    expect(back.rows.map((row) => row[1]).sort()).toEqual(first.rows.map((row) => row[1]).sort());
  });

  it("leaves a renamed stage in its row, beside a person's own cells, and takes the name back", () => {
    const first = save(stages().rows);
    host.person(
      'book.getSheetByName("Stages").getRange("M1:M5").setValues([["Mine"],[""],[""],[""],["note"]])',
    );
    const rows = edited(first, "Proposal", "Stage", "Offer");
    const from = rows.map((_, at) => at);
    const edit = { subject: "stages" as const, rows, basedOn: first.hash, from };
    expect(host.ask("revopsSaveSettings", [edit]).saved).toBe(true);
    expect(host.cells("Stages")[4]).toMatchObject({ 1: "Offer", 12: "note" });
    host.ask("revopsUndoSettings", "stages");
    expect(host.cells("Stages")[4]).toMatchObject({ 1: "Proposal", 12: "note" });
  });

  it("does not take back over what a person typed since", () => {
    save(edited(save(stages().rows), "Proposal", "Probability", 0.7));
    host.person('book.getSheetByName("Stages").getRange("D5").setValue(0.65)');
    expect(host.refusal("revopsUndoSettings", "stages")).toMatch(/was changed after the last save/);
    expect(onSheet("Proposal", "Probability")).toBe(0.65);
  });

  it("has nothing to take back before the first save", () => {
    expect(host.refusal("revopsUndoSettings", "scoring")).toBe(
      "There is no saved change of Scoring to take back.",
    );
  });

  it("keeps where a rate comes from when its removal is taken back", () => {
    const { currency } = host.ask("revopsCalendar");
    const rows = [["EUR", "2026-01-01", 1.1, ""]];
    const saved = host.ask("revopsSaveSettings", [
      { subject: "currency", rows, basedOn: currency.hash },
    ]);
    if (!saved.saved) throw new Error("not saved");
    host.person('book.getSheetByName("Currency").getRange("D2").setValue("ECB")');
    host.ask("revopsSaveSettings", [
      { subject: "currency", rows: [], basedOn: saved.states[0]!.hash },
    ]);
    expect(host.cells("Currency")).toHaveLength(1);
    host.ask("revopsUndoSettings", "currency");
    expect(host.cells("Currency")[1]).toContain("ECB");
  });

  it.each([
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("https://example.com","x")',
    "=1+1",
    "מכירה סגורה",
    "Angebot 🚀 raus",
    "'quoted",
    "+49 30",
    "2026-01-01",
    "0012",
  ])("keeps a stage called %s as the words it is", (name) => {
    const first = save(stages().rows);
    const after = save(edited(first, "Proposal", "Stage", name));
    expect(after.rows.map((row) => row[1])).toContain(name);
    expect(stages().rows.map((row) => row[1])).toContain(name);
    const { formulas = [] } = (host.sheet("Stages") ?? {}) as { formulas?: unknown[] };
    expect(JSON.stringify(formulas)).not.toContain("HYPERLINK");
  });

  it("refuses a name of 10,000 characters in one sentence", () => {
    const state = stages();
    const rows = edited(state, "Proposal", "Stage", "x".repeat(10_000));
    const result = host.ask("revopsSaveSettings", [
      { subject: "stages", rows, basedOn: state.hash },
    ]);
    if (result.saved) throw new Error("saved");
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.message).toMatch(
      /^Found "x{57}…", expected text of at most 2,000 characters\.$/,
    );
  });
});
