import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Comparison, MatchData } from "../../../src/core/duplicates/matchField.ts";
import { personData } from "../../../src/core/duplicates/person.ts";
import {
  advanceSearch,
  explainPair,
  groupsFound,
  prepareSearch,
  type SearchState,
  searchAll,
  searchInParts,
  startSearch,
} from "../../../src/core/duplicates/search.ts";
import { madePeople, pairQuality } from "./madePeople.ts";

describe("a search among made-up colleagues", () => {
  it("finds nearly all duplicates and hardly any other pair", () => {
    const { people, entities } = madePeople(6000, 0.05);
    const { search, state } = searchAll(personData(people));
    const quality = pairQuality(groupsFound(search, state), entities);
    expect(quality.precision).toBeGreaterThan(0.97);
    expect(quality.recall).toBeGreaterThan(0.9);
  });

  it("finds nothing where there is nothing to find", () => {
    const { people } = madePeople(3000, 0);
    const { search, state } = searchAll(personData(people));
    expect(groupsFound(search, state).length).toBeLessThan(4);
  });

  it("comes to the same in parts, whether this run or an earlier one made them", () => {
    const data = personData(madePeople(1500, 0.05).people);
    const whole = searchAll(data);
    const parts = new Map<string, string>();
    const remember = <Part>(key: string, make: () => Part): Part => {
      const known = parts.get(key);
      if (known !== undefined) return JSON.parse(known);
      const part = make();
      parts.set(key, JSON.stringify(part));
      return part;
    };
    expect(searchInParts(data, "People", remember).state).toEqual(whole.state);
    expect([...parts.keys()]).toEqual(["People weights", "People 1"]);
    expect(searchInParts(data, "People", remember).state).toEqual(whole.state);
  });

  it("comes to the same when it is cut short again and again", () => {
    const data = personData(madePeople(1500, 0.05).people);
    const whole = searchAll(data);
    let kept = JSON.stringify(startSearch(prepareSearch(data)));
    let runs = 0;
    for (; runs < 500; runs++) {
      const state: SearchState = JSON.parse(kept);
      let steps = 0;
      advanceSearch(prepareSearch(data), state, () => steps++ >= 50);
      kept = JSON.stringify(state);
      if (state.isDone) break;
    }
    expect(runs).toBeGreaterThan(3);
    expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(whole.state)));
  });

  it("has an answer for no record, one record and records about which nothing is known", () => {
    for (const people of [[], [{}], [{}, {}, {}]]) {
      const { search, state } = searchAll(personData(people));
      expect(groupsFound(search, state)).toEqual([]);
      expect(state.isDone).toBe(true);
    }
  });
});

const data = process.env.REVOPS_DATA ?? "";

/** Fields and keys as for any list of people; the truth in rec_id is read by the test alone. */
function febrl(...files: string[]): { records: MatchData; entities: string[] } {
  const rows = files.flatMap((file) =>
    readFileSync(join(data, "febrl", `${file}.csv`), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map((cell) => cell.trim())),
  );
  const column = (at: number) => rows.map((row) => row[at] ?? "");
  const field = (id: string, at: number, compare: Comparison, chance = 0.01) => ({
    id,
    label: id,
    compare,
    same: 0.8,
    close: 0.12,
    chance,
    columns: [column(at)],
  });
  const key = (...columns: number[]) => ({
    label: columns.join(),
    texts: rows.map((row) => {
      const parts = columns.map((at) => row[at] ?? "");
      return parts.includes("") ? "" : parts.join("|");
    }),
  });
  return {
    entities: rows.map((row) => (row[0] ?? "").split("-")[1] ?? ""),
    records: {
      size: rows.length,
      fields: [
        field("given_name", 1, "name"),
        field("surname", 2, "name"),
        field("street_number", 3, "code"),
        field("address_1", 4, "name"),
        field("address_2", 5, "name"),
        field("suburb", 6, "name"),
        field("postcode", 7, "code"),
        field("state", 8, "code", 0.2),
        field("date_of_birth", 9, "code"),
        field("soc_sec_id", 10, "code"),
      ],
      keys: [key(10), key(9), key(1, 2), key(2, 7), key(1, 7), key(4, 3), key(5)],
    },
  };
}

describe.skipIf(!data)("the Febrl data sets, without looking at their truth", () => {
  it.each([
    ["1", ["dataset1"]],
    ["2", ["dataset2"]],
    ["3", ["dataset3"]],
    ["4", ["dataset4a", "dataset4b"]],
  ])("finds the duplicates of data set %s", (_, files) => {
    const { records, entities } = febrl(...files);
    const { search, state } = searchAll(records);
    const quality = pairQuality(groupsFound(search, state), entities);
    expect(quality.f1).toBeGreaterThanOrEqual(0.995);
    for (const { a, b, probability } of state.links) {
      if (probability > 0.99) expect(entities[a]).toBe(entities[b]);
      expect(explainPair(search, state, a, b).probability).toBe(probability);
    }
  });
});
