import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { InputError } from "../../../src/core/inputError.ts";
import { leadEvents } from "../../../src/tables/leadEvents.ts";
import { opportunities } from "../../../src/tables/opportunities.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { readTable } from "../../../src/tables/reading/readTable.ts";
import { type MergeResult, mergeRecords } from "../../../src/tables/records/mergeRecords.ts";

const day = dayFromIso("2026-03-02") ?? Number.NaN;
const fields = [
  "opportunityId",
  "opportunityName",
  "amount",
  "closeDate",
  "createdDate",
  "isWon",
  "probability",
];

const sheetOf = (result: MergeResult<Deal>): Cell[][] => [
  [...result.header],
  ...result.cells.map((line) => [...line]),
];
const merge = (existing: Cell[][], rows: Deal[], missing: "mark" | "keep" = "keep", own = fields) =>
  mergeRecords({ table: opportunities, existing, incoming: { fields: own, rows }, missing, day });

const deal = fc.record({
  opportunityId: fc.constantFrom(...Array.from({ length: 30 }, (_, at) => `D-${at}`)),
  opportunityName: fc.option(fc.stringMatching(/^[A-Z][a-z]{2,6}( [A-Z][a-z]{2,6})?$/), {
    nil: undefined,
  }),
  amount: fc.option(
    fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
    { nil: undefined },
  ),
  closeDate: fc.option(fc.integer({ min: 18000, max: 22000 }), { nil: undefined }),
  createdDate: fc.option(
    fc.integer({ min: 18000 * 86400, max: 22000 * 86400 }).map((second) => second / 86400),
    { nil: undefined },
  ),
  isWon: fc.option(fc.boolean(), { nil: undefined }),
  probability: fc.option(
    fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    { nil: undefined },
  ),
});
const deals = fc.uniqueArray(deal, {
  selector: ({ opportunityId }) => opportunityId,
  maxLength: 20,
});

describe("where records come from", () => {
  const from = (existing: Cell[][], ids: readonly string[], source: string) =>
    mergeRecords<Deal>({
      table: opportunities,
      existing,
      incoming: {
        fields: ["opportunityId", "amount"],
        rows: ids.map((opportunityId) => ({ opportunityId, amount: 1 })),
      },
      missing: "mark",
      day,
      source,
    });
  const column = (cells: Cell[][], label: string) =>
    cells.slice(1).map((line) => line[cells[0]?.indexOf(label) ?? -1]);

  it("is written beside each, and known ones without it learn it while they stay unchanged", () => {
    const old: Cell[][] = [
      ["Opportunity ID", "Amount", "Mine"],
      ["D-1", 1, "x"],
      ["D-2", 1, "y"],
    ];
    const first = from(old, ["D-1", "D-2", "D-3"], "HubSpot");
    expect(first).toMatchObject({ unchanged: 2, changed: [], sourced: 2 });
    expect(first.header).toEqual([
      "Opportunity ID",
      "Amount",
      "Source System",
      "Gone Since",
      "Mine",
    ]);
    const sheet = sheetOf(first);
    expect(column(sheet, "Source System")).toEqual(["HubSpot", "HubSpot", "HubSpot"]);
    expect(column(sheet, "Mine")).toEqual(["x", "y", undefined]);
    const again = from(sheet, ["D-1", "D-2", "D-3"], "HubSpot");
    expect(again).toMatchObject({ unchanged: 3, sourced: 0, gone: [] });
    expect(sheetOf(again)).toEqual(sheet);
  });

  it("stays a CRM's where a file brings the record again, and what a person wrote", () => {
    const sheet: Cell[][] = [
      ["Opportunity ID", "Amount", "Source System"],
      ["D-1", 1, "HubSpot"],
      ["D-2", 1, "Old database"],
      ["D-3", 1, "pipeline.csv"],
    ];
    const ids = ["D-1", "D-2", "D-3"];
    expect(column(sheetOf(from(sheet, ids, "more.csv")), "Source System")).toEqual(
      column(sheet, "Source System"),
    );
    expect(column(sheetOf(from(sheet, ids, "HubSpot")), "Source System")).toEqual([
      "HubSpot",
      "Old database",
      "HubSpot",
    ]);
  });

  it("tells which records a complete file can lack: not those of another CRM", () => {
    const sheet: Cell[][] = [
      ["Opportunity ID", "Amount", "Source System"],
      ["D-1", 1, "HubSpot"],
      ["D-2", 1, "Salesforce"],
      ["D-3", 1, null],
      ["D-4", 1, "pipeline.csv"],
    ];
    const { gone } = from(sheet, ["D-9"], "HubSpot");
    expect(gone.map(({ opportunityId }) => opportunityId)).toEqual(["D-1", "D-3", "D-4"]);
  });
});

describe("an import into a sheet", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(
        deals,
        deals,
        fc.constantFrom("mark" as const, "keep" as const),
        (first, second, missing) => {
          const once = merge(sheetOf(merge([], first)), second, missing);
          const twice = merge(sheetOf(once), second, missing);
          expect(twice.cells).toEqual(once.cells);
          expect(twice.header).toEqual(once.header);
          expect(twice.insertedColumns).toEqual([]);
          expect([
            twice.newRows.length,
            twice.changed.length,
            twice.gone.length,
            twice.returned.length,
          ]).toEqual([0, 0, 0, 0]);
          expect(twice.unchanged).toBe(second.length);
        },
      ),
    );
  });

  it("takes no text for the blank that a cell makes of it", () => {
    const rows = [{ opportunityId: "D-1", opportunityName: "" }] as Deal[];
    const again = merge(sheetOf(merge([], rows)), rows);
    expect(again).toMatchObject({ unchanged: 1, changed: [], newRows: [] });
  });

  it("counts every incoming record as new, changed or unchanged", () => {
    fc.assert(
      fc.property(deals, deals, (first, second) => {
        const { newRows, changed, unchanged } = merge(sheetOf(merge([], first)), second);
        expect(newRows.length + changed.length + unchanged).toBe(second.length);
      }),
    );
  });

  it("leaves the sheet holding each record as the file has it", () => {
    fc.assert(
      fc.property(deals, deals, (first, second) => {
        const sheet = sheetOf(merge(sheetOf(merge([], first)), second));
        const read = new Map(
          readTable(opportunities, sheet).rows.map((row) => [row.opportunityId, row]),
        );
        for (const row of second) {
          const now = read.get(row.opportunityId);
          expect(now?.amount).toBe(row.amount);
          expect(now?.closeDate).toBe(row.closeDate);
          expect(now?.opportunityName).toBe(row.opportunityName);
          expect(now?.createdDate === undefined).toBe(row.createdDate === undefined);
          // A moment that differs by one second is the same: cells lose that much.
          expect(Math.abs((now?.createdDate ?? 0) - (row.createdDate ?? 0)) * 86400).toBeLessThan(
            1.5,
          );
        }
      }),
    );
  });

  it("keeps rows in their places and a person's columns with their record", () => {
    fc.assert(
      fc.property(
        deals,
        deals,
        fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
        (first, second, places) => {
          const sheet = sheetOf(merge([], first)).map((line) => [...line]);
          places.forEach((place, at) => {
            sheet.forEach((line, row) => {
              line.splice(
                place,
                0,
                row === 0 ? `Source ${at}` : `note ${at} of ${line.includes("x") ? "" : row}`,
              );
            });
          });
          const idAt = sheet[0]?.indexOf("Opportunity ID") ?? -1;
          const result = merge(sheet, second, "mark", [...fields, "stage", "owner"]);
          const newIdAt = result.header.indexOf("Opportunity ID");
          first.forEach((_, at) => {
            const [old, now] = [sheet[at + 1] ?? [], result.cells[at] ?? []];
            expect(now[newIdAt]).toBe(old[idAt]);
            places.forEach((_place, mine) => {
              expect(now[result.header.indexOf(`Source ${mine}`)]).toBe(
                old[sheet[0]?.indexOf(`Source ${mine}`) ?? -1],
              );
            });
          });
          for (const column of result.ownColumns)
            expect(result.header[column]).not.toMatch(/^Source/);
        },
      ),
    );
  });
});

describe("what an import tells", () => {
  const first: Deal[] = [
    { opportunityId: "A", opportunityName: "Alpha", amount: 10 },
    { opportunityId: "B", opportunityName: "Beta", amount: 20 },
  ];
  const own = ["opportunityId", "opportunityName", "amount"];
  const sheet = () => sheetOf(merge([], first, "keep", own));

  it("is what changed, with what it was before", () => {
    const { changed, unchanged } = merge(
      sheet(),
      [{ opportunityId: "A", opportunityName: "Alpha", amount: 11 }, first[1] as Deal],
      "keep",
      own,
    );
    expect(changed).toEqual([
      { row: { opportunityId: "A", opportunityName: "Alpha", amount: 11 }, before: { amount: 10 } },
    ]);
    expect(unchanged).toBe(1);
  });

  it("leaves fields alone that the file does not have", () => {
    const { cells, ownColumns, header } = merge(
      sheet(),
      [{ opportunityId: "A", amount: 12 }],
      "keep",
      ["opportunityId", "amount"],
    );
    expect(cells[0]).toEqual(["A", "Alpha", 12]);
    expect(ownColumns.map((at) => header[at])).toEqual(["Opportunity ID", "Amount"]);
  });

  it("empties a field that the file has blank", () => {
    expect(
      merge(sheet(), [{ opportunityId: "A", opportunityName: "Alpha" }], "keep", own).cells[0],
    ).toEqual(["A", "Alpha", undefined]);
  });

  it("puts new columns where the table has them", () => {
    const { header, insertedColumns } = merge(
      sheet(),
      [{ opportunityId: "A", stage: "Won", owner: "Ann", accountName: "X" }],
      "keep",
      ["opportunityId", "stage", "owner", "accountName"],
    );
    expect(header).toEqual([
      "Opportunity ID",
      "Opportunity Name",
      "Account Name",
      "Owner",
      "Stage",
      "Amount",
    ]);
    expect(insertedColumns).toEqual([{ at: 2, count: 3 }]);
  });

  it("never takes a person's column for one of its own", () => {
    const mine: Cell[][] = [
      ["Opportunity ID", "Source"],
      ["A", "my uncle"],
    ];
    const { header, cells } = merge(mine, [{ opportunityId: "A", leadSource: "Web" }], "keep", [
      "opportunityId",
      "leadSource",
    ]);
    expect(header).toEqual(["Opportunity ID", "Lead Source", "Source"]);
    expect(cells).toEqual([["A", "Web", "my uncle"]]);
  });

  it("knows a record by its first 15 characters", () => {
    const long: Cell[][] = [
      ["Opportunity ID", "Amount"],
      ["006Hp000015Yh7kIAC", 5],
    ];
    const { unchanged, newRows, cells } = merge(
      long,
      [
        { opportunityId: "006Hp000015Yh7k", amount: 5 },
        { opportunityId: "006Hp000015Yh7K", amount: 5 },
      ],
      "keep",
      ["opportunityId", "amount"],
    );
    expect([unchanged, newRows.length]).toEqual([1, 1]);
    expect(cells[0]).toEqual(["006Hp000015Yh7kIAC", 5]);
  });

  it("refuses a sheet that lost its key", () => {
    expect(() => merge([["Amount"], [5]], first, "keep", own)).toThrow(InputError);
    expect(() => merge([["Amount"], [5]], first, "keep", own)).toThrow(
      "The sheet Opportunities has lost its column Opportunity ID",
    );
  });
});

describe("records that a complete file lacks", () => {
  const own = ["opportunityId", "amount"];
  const all: Deal[] = [
    { opportunityId: "A", amount: 10 },
    { opportunityId: "B", amount: 20 },
  ];
  const without = all.slice(0, 1);
  const start = () => sheetOf(merge([], all, "keep", own));

  it("are marked with the day, once", () => {
    const result = merge(start(), without, "mark", own);
    expect(result.gone).toEqual([{ opportunityId: "B", amount: 20 }]);
    expect(readTable(opportunities, sheetOf(result)).rows[1]?.goneSince).toBe(day);
    expect(merge(sheetOf(result), without, "mark", own).gone).toEqual([]);
  });

  it("stay unmarked when the file is a part", () => {
    const result = merge(start(), without, "keep", own);
    expect(result.gone).toEqual([]);
    expect(result.header).not.toContain("Gone Since");
  });

  it("come back without a trace when they reappear, in a part too", () => {
    for (const missing of ["mark", "keep"] as const) {
      const gone = sheetOf(merge(start(), without, "mark", own));
      const back = merge(gone, all, missing, own);
      expect(back.returned.map(({ opportunityId }) => opportunityId)).toEqual(["B"]);
      expect(back.changed).toHaveLength(1);
      expect(
        readTable(opportunities, sheetOf(back)).rows.map(({ goneSince }) => goneSince),
      ).toEqual([undefined, undefined]);
    }
  });
});

describe("records without an id of their own", () => {
  it("that repeat are counted, and found again", () => {
    const rows = [1, 2, 3].map(() => ({ leadId: "L1", event: "visit", eventDate: day }));
    const request = {
      table: leadEvents,
      incoming: { fields: ["leadId", "event", "eventDate"], rows },
      missing: "keep" as const,
      day,
    };
    const once = mergeRecords({ ...request, existing: [] });
    expect(once.newRows).toHaveLength(3);
    const twice = mergeRecords({ ...request, existing: [[...once.header], ...once.cells] });
    expect([twice.newRows.length, twice.unchanged]).toEqual([0, 3]);
  });
});
