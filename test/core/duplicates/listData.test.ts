import { describe, expect, it } from "vitest";
import { idColumn, listData } from "../../../src/core/duplicates/listData.ts";
import { groupsFound, searchAll } from "../../../src/core/duplicates/search.ts";

const letters = (at: number) =>
  [7, 11, 13, 17, 19].map((step) => String.fromCharCode(97 + ((at * step + at) % 26))).join("");

/** 300 different members; 20 of them again, each with one letter wrong somewhere. */
function members() {
  const rows = Array.from({ length: 300 }, (_, at) => [
    letters(at),
    `${letters(at * 3 + 1)}son`,
    `${(at * 37) % 211} ${letters(at % 40)} road`,
    String(10_000 + ((at * 7919) % 90_000)),
    ["north", "south"][at % 2] ?? "",
    "2026",
  ]);
  for (let at = 0; at < 20; at++) {
    const again = [...(rows[at * 14] ?? [])];
    const column = at % 2;
    again[column] = `${again[column]?.slice(0, 3)}x${again[column]?.slice(4)}`;
    rows.push(again);
  }
  const headings = ["Given", "Family", "Address", "Card", "Side", "Year"];
  return {
    size: rows.length,
    columns: headings.map((heading, at) => ({
      heading,
      texts: rows.map((row) => row[at] ?? ""),
    })),
  };
}

describe("listData", () => {
  const { columns, size } = members();
  const data = listData(columns, size);

  it("compares each column by what it looks like; one value in all rows is none", () => {
    expect(data.fields.map(({ label, compare }) => [label, compare])).toEqual([
      ["Given", "name"],
      ["Family", "name"],
      ["Address", "title"],
      ["Card", "code"],
      ["Side", "name"],
    ]);
  });

  it("finds the planted pairs and no others", () => {
    const { search, state } = searchAll(data);
    const planted = Array.from({ length: 20 }, (_, at) => [at * 14, 300 + at]);
    expect(groupsFound(search, state).map((group) => [...group])).toEqual(planted);
  });

  it("asks for no more than five pairs a record and key, and for all of a short list", () => {
    for (const { texts } of data.keys) {
      const counts = new Map<string, number>();
      for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
      const pairs = [...counts.values()].reduce((sum, one) => sum + (one * (one - 1)) / 2, 0);
      expect(pairs).toBeLessThanOrEqual(5 * size);
    }
    const short = columns.map(({ heading, texts }) => ({ heading, texts: texts.slice(0, 40) }));
    expect(listData(short, 40).keys).toEqual([{ label: "all", texts: Array(40).fill("all") }]);
  });
});

describe("idColumn", () => {
  it("is the first column that numbers the records, whatever is before it", () => {
    const named = { heading: "Name", texts: ["a", "b"] };
    const id = (heading: string, ...texts: string[]) => ({ heading, texts });
    expect(idColumn([named, id("rec_id", "1", "2")], 2)).toBe(1);
    expect(idColumn([named, id("Member No.", "1", "1")], 2)).toBeUndefined();
    expect(idColumn([named, id("Paid", "1", "2")], 2)).toBeUndefined();
    expect(idColumn([named], 2)).toBeUndefined();
  });
});
