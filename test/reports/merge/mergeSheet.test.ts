import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planReport } from "../../../src/reports/layout/planReport.ts";
import { mergeSheet } from "../../../src/reports/merge/mergeSheet.ts";
import { DEALS, type SampleDeal, sampleReport } from "../layout/sampleReport.ts";
import { edit, insertColumn, insertRow, reorder, rowOf, sheetOf, widen } from "./sheetOf.ts";

const AMOUNT = 7;
const planOf = (deals: readonly SampleDeal[] = DEALS, quota?: number) =>
  planReport(sampleReport(deals, quota));

function first(deals: readonly SampleDeal[] = DEALS) {
  const merged = mergeSheet(planOf(deals));
  return { merged, base: merged.base, state: sheetOf(merged) };
}

const deals = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^006[A-Z0-9]{1,4}$/),
    name: fc.stringMatching(/^[A-Za-z=+ ]{1,20}$/),
    owner: fc.constantFrom("Ana Ruiz", "Ben Cho", "Dee Lund"),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe("mergeSheet", () => {
  it("gives the new plan when nobody touched the sheet", () => {
    fc.assert(
      fc.property(deals, deals, (before, after) => {
        const { base, state } = first(before);
        const merged = mergeSheet(planOf(after), { base, state });
        const fresh = mergeSheet(planOf(after));
        expect(merged.entered).toEqual(fresh.entered);
        expect(merged.look.map((row) => row.map((index) => merged.styles[index]))).toEqual(
          fresh.look.map((row) => row.map((index) => fresh.styles[index])),
        );
        expect(merged.charts).toEqual(fresh.charts);
        expect(merged.conflicts).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps every note, colour, typed value and own column with its record, whatever leaves, comes or moves", () => {
    fc.assert(
      fc.property(deals, deals, fc.nat(), fc.boolean(), (before, after, pick, sorts) => {
        fc.pre(before.length > 0);
        const { base, state } = first(before);
        const chosen = before[pick % before.length]!;
        const at = rowOf(state, `t:deals/${chosen.id}`);
        edit(state, at, AMOUNT, { value: 777.25, note: "agreed with CFO" });
        edit(state, at, 13, { value: "'mine" });
        edit(state, at, 14, { value: `=H${at + 1}*2`, background: "#ffff00" });
        if (sorts) {
          const start = rowOf(state, `t:deals/${before[0]!.id}`);
          const order = before.map((_, index) => before.length - 1 - index);
          // Only what a person sees is sorted: the hidden ids stay where they were.
          const seen = Array.from({ length: 15 }, (_, index) => index).filter(
            (column) => column !== 12,
          );
          reorder(state, start, order, seen);
        }
        const merged = mergeSheet(planOf(after), { base, state });
        const row = rowOf(merged, `t:deals/${chosen.id}`);
        if (row >= 0) {
          expect(merged.entered[row]![AMOUNT]).toBe(777.25);
          expect(merged.notes[row]![AMOUNT]).toBe("agreed with CFO");
          expect(merged.entered[row]![13]).toBe("'mine");
          expect(merged.entered[row]![14]).toBe(`=H${row + 1}*2`);
          expect(merged.styles[merged.look[row]![14]!]!.background).toBe("#ffff00");
        } else {
          const texts = merged.entered.flat();
          expect(texts).toContain("'Kept from earlier");
          expect(texts).toContain(777.25);
          expect(texts).toContain("'mine");
          expect(texts).toContain("'Note: agreed with CFO");
        }
      }),
      { numRuns: 120 },
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(deals, deals, fc.nat(), (before, after, pick) => {
        fc.pre(before.length > 0);
        const { base, state } = first(before);
        const at = rowOf(state, `t:deals/${before[pick % before.length]!.id}`);
        edit(state, at, AMOUNT, { value: 12.5, note: "why" });
        edit(state, at, 13, { value: `=H${at + 1}` });
        insertRow(state, at + 1);
        edit(state, at + 1, 0, { value: "'my own line" });
        const once = mergeSheet(planOf(after), { base, state });
        const twice = mergeSheet(planOf(after), { base: once.base, state: sheetOf(once) });
        expect(twice.entered).toEqual(once.entered);
        expect(twice.notes).toEqual(once.notes);
        expect(twice.conflicts).toEqual(once.conflicts);
      }),
      { numRuns: 100 },
    );
  });

  it("brings kept belongings back when their row returns", () => {
    const { base, state } = first();
    edit(state, rowOf(state, "t:deals/006B"), AMOUNT, { value: 5, note: "call Ben" });
    const without = mergeSheet(planOf(DEALS.filter(({ id }) => id !== "006B")), { base, state });
    expect(without.entered.flat()).toContain("'Kept from earlier");
    const again = mergeSheet(planOf(), { base: without.base, state: sheetOf(without) });
    const row = rowOf(again, "t:deals/006B");
    expect([again.entered[row]![AMOUNT], again.notes[row]![AMOUNT]]).toEqual([5, "call Ben"]);
    expect(again.entered.flat()).not.toContain("'Kept from earlier");
  });

  it("drops a kept line that a person cleared", () => {
    const { base, state } = first();
    edit(state, rowOf(state, "t:deals/006B"), AMOUNT, { value: 5 });
    const fewer = DEALS.filter(({ id }) => id !== "006B");
    const without = mergeSheet(planOf(fewer), { base, state });
    const shown = sheetOf(without);
    const line = rowOf(shown, "kept/t:deals/006B/amount");
    shown.entered[line] = shown.entered[line]!.map((value, column) => (column === 12 ? value : ""));
    const next = mergeSheet(planOf(fewer), { base: without.base, state: shown });
    expect(next.entered.flat()).not.toContain("'Kept from earlier");
  });

  it("lists a value typed over, and as a conflict once the report says something else", () => {
    const { base, state } = first();
    edit(state, rowOf(state, "t:deals/006A"), AMOUNT, { value: 100000 });
    const same = mergeSheet(planOf(), { base, state });
    expect(same.entered.flat()).toContain("'Values typed over");
    expect(same.conflicts).toEqual([]);
    const changed = DEALS.map((deal) => (deal.id === "006A" ? { ...deal, amount: 150000 } : deal));
    const next = mergeSheet(planOf(changed), { base: same.base, state: sheetOf(same) });
    expect(next.conflicts).toEqual([
      "Acme renewal › Amount (USD): 100000 was typed over it and stays; the report now says 150000.",
    ]);
    expect(next.entered[rowOf(next, "t:deals/006A")]![AMOUNT]).toBe(100000);
  });

  it("fills a cleared cell with the report's value again", () => {
    const { base, state } = first();
    const at = rowOf(state, "t:deals/006A");
    edit(state, at, AMOUNT, { value: 1 });
    const over = mergeSheet(planOf(), { base, state });
    const shown = sheetOf(over);
    edit(shown, at, AMOUNT, { value: "" });
    const back = mergeSheet(planOf(), { base: over.base, state: shown });
    expect(back.entered[at]![AMOUNT]).toBe(120000);
    expect(back.entered.flat()).not.toContain("'Values typed over");
  });

  it("writes around a column that a person inserted in the middle", () => {
    const { base, state } = first();
    insertColumn(state, 4);
    const at = rowOf(state, "t:deals/006A");
    edit(state, at, 4, { value: "'checked" });
    const merged = mergeSheet(planOf([DEALS[3]!, DEALS[0]!]), { base, state });
    const row = rowOf(merged, "t:deals/006A");
    expect(merged.entered[row]![4]).toBe("'checked");
    expect(merged.entered[row]![AMOUNT + 1]).toBe(120000);
    const top = rowOf(merged, "t:deals/006D") + 1;
    expect(merged.entered[rowOf(merged, "headline/value")]![0]).toBe(
      `=SUM($I$${top}:$I$${top + 1})`,
    );
    expect(merged.charts[0]!.ranges[1]!.column).toBe(AMOUNT + 2);
    expect(merged.conflicts).toEqual([]);
    const twice = mergeSheet(planOf([DEALS[3]!, DEALS[0]!]), {
      base: merged.base,
      state: sheetOf(merged),
    });
    expect(twice.entered).toEqual(merged.entered);
  });

  it("puts back a grid column that a person deleted, without taking the rest for typed over", () => {
    const { base, state } = first();
    for (const rows of [
      state.entered,
      state.shown,
      state.notes,
      state.backgrounds,
      state.colours,
      state.bold,
      state.patterns,
    ]) {
      for (const row of rows as unknown[][]) row.splice(3, 1);
    }
    const merged = mergeSheet(planOf(), { base, state });
    expect(merged.inserts).toEqual([{ at: 3, count: 1 }]);
    expect(merged.entered).toEqual(mergeSheet(planOf()).entered);
  });

  it("moves a person's range with the table it spans", () => {
    const { base, state } = first();
    const top = rowOf(state, "t:deals/006A") + 1;
    const total = rowOf(state, "t:deals/=total");
    edit(state, total, 13, { value: `=AVERAGE(H${top}:H${top + 3})` });
    const more = [
      { id: "006Z", name: "Zeta", owner: "Ana Ruiz", amount: 9e6 },
      ...DEALS,
      { id: "006Y", name: "Ypsilon", owner: "Ben Cho", amount: 1 },
    ];
    const merged = mergeSheet(planOf(more), { base, state });
    const start = rowOf(merged, "t:deals/006Z") + 1;
    expect(merged.entered[rowOf(merged, "t:deals/=total")]![13]).toBe(
      `=AVERAGE(H${start}:H${start + 5})`,
    );
  });

  it("keeps a row that a person added with the row above it", () => {
    const { base, state } = first();
    const at = rowOf(state, "t:deals/006B") + 1;
    insertRow(state, at);
    edit(state, at, 0, { value: "'waiting for legal", note: "see mail" });
    const merged = mergeSheet(planOf([...DEALS].reverse()), { base, state });
    const row = rowOf(merged, "t:deals/006B") + 1;
    expect(merged.entered[row]![0]).toBe("'waiting for legal");
    expect(merged.notes[row]![0]).toBe("see mail");
    expect(merged.conflicts).toEqual([]);
  });

  it("keeps what stands below the report below it", () => {
    const { base, state } = first();
    insertRow(state, state.entered.length);
    insertRow(state, state.entered.length);
    edit(state, state.entered.length - 1, 2, { value: "'signed off" });
    const merged = mergeSheet(
      planOf([...DEALS, { id: "006X", name: "X", owner: "Ben Cho", amount: 3 }]),
      { base, state },
    );
    expect(merged.entered[merged.entered.length - 1]![2]).toBe("'signed off");
  });

  it("keeps a typed-over figure when the figure loses its large place", () => {
    const { base, state } = first();
    const column = 3;
    const at = rowOf(state, "headline/value");
    edit(state, at, column, { value: 400000 });
    const report = sampleReport();
    const figures = report.figures.map((figure) =>
      figure.id === "quota" ? { ...figure, headline: false } : figure,
    );
    const merged = mergeSheet(planReport({ ...report, figures }), { base, state });
    expect(merged.entered[rowOf(merged, "figures/quota")]![3]).toBe(400000);
  });

  it("finds each of 3,000 deals again that a person turned round", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      id: `006${index}`,
      name: `Deal ${index}`,
      owner: "Ana Ruiz",
      amount: index + 1,
    }));
    const { base, state } = first(many);
    widen(state, 14);
    const start = rowOf(state, "t:deals/0060");
    reorder(
      state,
      start,
      many.map((_, index) => many.length - 1 - index),
      Array.from({ length: 12 }, (_, index) => index),
    );
    const merged = mergeSheet(planOf(many), { base, state });
    expect(merged.conflicts).toEqual([]);
    expect(merged.entered).toEqual(mergeSheet(planOf(many)).entered.map((row) => [...row, ""]));
  });
});
