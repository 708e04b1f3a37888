import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealChange } from "../../../src/core/deals/deal.ts";
import { orderChanges } from "../../../src/core/history/changeOrder.ts";
import { csv, salesWave } from "../../reports/dataSets.ts";

const change = (id: string, day: number, more: Partial<DealChange>): DealChange => ({
  opportunityId: id,
  changedAt: day,
  ...more,
});
const order = (rows: readonly DealChange[], present: Readonly<Record<string, object>> = {}) =>
  orderChanges(
    rows,
    ({ opportunityId }) => opportunityId,
    (key) => present[key],
  );
const stagesOf = (result: ReturnType<typeof order>, id = "a") =>
  (result.byDeal.get(id) ?? []).map(({ set }) => set.stage);

describe("the order of changes", () => {
  it("is that of time, and of the file where nothing tells", () => {
    const rows = [
      change("a", 3, { toValue: "C" }),
      change("a", 1, { toValue: "A" }),
      change("a", 2, { toValue: "B1" }),
      change("a", 2, { toValue: "B2" }),
    ];
    const result = order(rows);
    expect(stagesOf(result)).toEqual(["A", "B1", "B2", "C"]);
    expect(result).toMatchObject({ ties: 1, tieOrder: "file", rearranged: 0 });
  });

  it("lets each row follow from the one before", () => {
    const rows = [
      change("a", 2, { fromValue: "B", toValue: "C" }),
      change("a", 2, { fromValue: "A", toValue: "B" }),
      change("a", 1, { toValue: "A" }),
      change("a", 2, { fromValue: "C", toValue: "D" }),
    ];
    const result = order(rows);
    expect(stagesOf(result)).toEqual(["A", "B", "C", "D"]);
    expect(result.rearranged).toBe(1);
  });

  it("lets the last row equal the present, by the ids' order when that fits", () => {
    const rows = [7, 5, 6].map((number) =>
      change("a", 1, { toValue: `S${number}`, historyId: `H.${number}` }),
    );
    const down = order(rows, { a: { stage: "S5" } });
    expect(stagesOf(down)).toEqual(["S7", "S6", "S5"]);
    expect(down.tieOrder).toBe("descending id");
    expect(stagesOf(order(rows, { a: { stage: "S7" } }))).toEqual(["S5", "S6", "S7"]);
  });

  it("counts ids as numbers, so 10 comes after 9", () => {
    const rows = [10, 11, 9].map((number) =>
      change("a", 1, { toValue: `S${number}`, historyId: `${number}` }),
    );
    expect(stagesOf(order(rows, { a: { stage: "S11" } }))).toEqual(["S9", "S10", "S11"]);
  });

  it("leaves a deal's own contradiction to that deal", () => {
    const rows = ["a", "b", "c"].flatMap((id) => [
      change(id, 1, { toValue: "Open" }),
      change(id, 1, { toValue: "Won" }),
    ]);
    const won = { stage: "Won" };
    const result = order(rows, { a: won, b: { stage: "Open" }, c: won });
    expect(result).toMatchObject({ ties: 3, tieOrder: "file", rearranged: 1 });
    expect(["a", "b", "c"].map((id) => stagesOf(result, id).at(-1))).toEqual([
      "Won",
      "Open",
      "Won",
    ]);
  });

  it("loses no row, whatever the input", () => {
    const rows = fc.array(
      fc.record({
        id: fc.constantFrom("a", "b"),
        day: fc.integer({ min: 1, max: 3 }),
        toValue: fc.constantFrom("X", "Y", undefined),
        fromValue: fc.constantFrom("X", "Y", undefined),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const given = list.map(({ id, day, ...more }) => change(id, day, more));
        const result = order(given, { a: { stage: "X" } });
        const out = [...result.byDeal.values()].flat().map((row) => row.change);
        expect(out).toHaveLength(given.length);
        expect(new Set(out)).toEqual(new Set(given));
        for (const list of result.byDeal.values()) {
          for (const [at, { day }] of list.entries()) {
            expect(day).toBeGreaterThanOrEqual(list[at - 1]?.day ?? 0);
          }
        }
      }),
    );
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("the demo company's history", () => {
  it("stands in descending order of the id numbers, whatever the order of the rows", () => {
    const tables = salesWave();
    const rows = tables.opportunityHistory?.rows ?? [];
    const deals = new Map(tables.opportunities?.rows.map((deal) => [deal.opportunityId, deal]));
    // Shuffled by a fixed rule: every 7,919th row, which visits each once.
    const shuffled = rows.map((_, at) => rows[(at * 7919) % rows.length] as DealChange);
    const result = orderChanges(
      shuffled,
      ({ opportunityId }) => opportunityId,
      (key) => deals.get(key),
    );
    expect(result.tieOrder).toBe("descending id");
    expect(result.rearranged).toBe(0);
    const lines = csv("sales_wave/OpportunityHistory.csv");
    const expected = new Map<string, string[]>();
    for (const line of lines) {
      const id = line["Opportunity.External_Id__c"] ?? "";
      expected.set(id, [...(expected.get(id) ?? []), line.External_Id__c ?? ""]);
    }
    for (const [id, list] of result.byDeal) {
      expect(list.map(({ change: { historyId } }) => historyId)).toEqual(expected.get(id));
    }
  });
});
