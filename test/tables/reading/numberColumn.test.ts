import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseColumn } from "../../../src/tables/reading/analyseColumn.ts";
import type { Cell } from "../../../src/tables/reading/cell.ts";
import { isProblem } from "../../../src/tables/reading/columnReading.ts";

const read = (cells: Cell[], decimal?: "." | ",", kind: "money" | "number" = "money") => {
  const column = analyseColumn(kind, cells, decimal ? { decimal } : {});
  return { values: cells.map((cell) => column.read(cell)), question: column.question };
};

describe("amounts", () => {
  // Expected values: read by hand from the text.
  it.each<[string, number]>([
    ["$45,000.00", 45000],
    ["45k", 45000],
    ["1.2M", 1200000],
    ["1.1m USD", 1100000],
    ["2.5bn", 2500000000],
    ["(1,200.50)", -1200.5],
    ["-$1,200.50", -1200.5],
    ["$-1,200.50", -1200.5],
    ["1,200.50-", -1200.5],
    ["USD 22,700.00", 22700],
    ["22,700.00 USD", 22700],
    ["€1234.5", 1234.5],
    ["  $300000 ", 300000],
    ["12,34,567.00", 1234567],
    ["1'234.50", 1234.5],
    ["1 234 567.5", 1234567.5],
    [".5", 0.5],
    ["$342.09K", 342090],
    ["1e6", 1000000],
  ])("%s is %d", (text, value) => {
    expect(read([text, "0.25"]).values[0]).toBe(value);
  });

  it.each<[string, number]>([
    ["(1.200,50)", -1200.5],
    ["1 234,5", 1234.5],
    ["1 234,5", 1234.5],
    ["1.234.567,89 €", 1234567.89],
    ["45.000,00 EUR", 45000],
    ["R$ 1.234,56", 1234.56],
  ])("with decimal commas %s is %d", (text, value) => {
    expect(read([text]).values[0]).toBe(value);
  });

  it("takes the decimal sign of the column from the cells that tell it", () => {
    expect(read(["1.234", "12,50"]).values).toEqual([1234, 12.5]);
    expect(read(["1,234", "12.50"]).values).toEqual([1234, 12.5]);
    expect(read(["1.234", "1.234.567"]).values).toEqual([1234, 1234567]);
    expect(read(["1.234", "1234.5"]).values).toEqual([1.234, 1234.5]);
  });

  it("lets the convention decide what no cell tells", () => {
    expect(read(["$45,000", "$1,500"], ".").values).toEqual([45000, 1500]);
    expect(read(["45.000", "1.500"], ",").values).toEqual([45000, 1500]);
  });

  it("asks when amounts would have three decimals by the convention", () => {
    expect(read(["45.000", "1.500"], ".").question?.topic).toBe("decimal separator");
    expect(read(["45,000", "1,500"], ",").question?.topic).toBe("decimal separator");
    expect(read(["45.000", "1.500"]).question?.samples).toEqual(["45.000", "1.500"]);
  });

  it("asks when cells contradict one another, and reads by the answer", () => {
    const cells = ["1.234,50", "1,234.50", "1,234"];
    expect(read(cells).question?.topic).toBe("decimal separator");
    expect(cells.map((cell) => analyseColumn("money", cells, {}, ".").read(cell))).toEqual([
      1234.5, 1234.5, 1234,
    ]);
  });

  it("reads every spelling of nothing as blank", () => {
    const cells = ["", "  ", "NA", "N/A", "n/a", "null", "-", "—", "#N/A", null, undefined];
    expect(read(cells).values).toEqual(cells.map(() => undefined));
  });

  it.each(["TBD", "abc", "12 days", "1,2,3", "12%", "(12", "1.2.3,4,5", "45kk", true])(
    "%s is a problem",
    (cell) => {
      const [value] = read([cell]).values;
      expect(isProblem(value) && value.message.length > 10).toBe(true);
    },
  );

  it("reads back what it would write itself, whatever the decimal sign", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.constantFrom("." as const, "," as const),
        (cents, decimal) => {
          const value = cents / 100;
          const text = new Intl.NumberFormat(decimal === "." ? "en-US" : "de-DE", {
            minimumFractionDigits: 2,
          }).format(value);
          expect(read([text]).values[0]).toBe(value || 0);
        },
      ),
    );
  });
});

describe("shares", () => {
  const shares = (cells: Cell[]) => {
    const column = analyseColumn("fraction", cells);
    return cells.map((cell) => column.read(cell));
  };

  it("reads a column as percents when any number is beyond 1", () => {
    expect(shares(["10", "0", "100", "1", "55.1"])).toEqual([0.1, 0, 1, 0.01, 0.551]);
    expect(shares([90, 25])).toEqual([0.9, 0.25]);
  });

  it("reads a column as fractions when none is", () => {
    expect(shares(["0.1", "0", "1", 0.25])).toEqual([0.1, 0, 1, 0.25]);
  });

  it("takes a percent sign at its word", () => {
    expect(shares(["60%", "0.6"])).toEqual([0.6, 0.6]);
    expect(shares(["12,5 %"])).toEqual([0.125]);
  });

  it("refuses a fraction among percents", () => {
    const [whole, part] = shares(["60", "0.6"]);
    expect(whole).toBe(0.6);
    expect(isProblem(part)).toBe(true);
  });

  it("refuses a 1 where both readings occur, since it may be all or a hundredth", () => {
    const [half, one, text, most] = shares(["0.5", "1", "50%", "75"]);
    expect([isProblem(half), isProblem(one)]).toEqual([true, true]);
    expect([text, most]).toEqual([0.5, 0.75]);
  });

  it("does not turn a column of fractions into percents for one slip", () => {
    const values = shares([...new Array(200).fill(0.4), 40]);
    expect(values[0]).toBe(0.4);
    expect(values[200]).toBe(40);
  });
});
