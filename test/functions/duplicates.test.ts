import { describe, expect, it } from "vitest";
import { runFunction } from "../../src/functions/run/run.ts";
import { pairQuality } from "../core/duplicates/madePeople.ts";
import { csv } from "../reports/dataSets.ts";

const run = (name: string, ...args: unknown[]) => runFunction(name, args, () => "UTC");
type Rows = (string | number | null)[][];

const PEOPLE = [
  ["Contact ID", "First Name", "Last Name", "Email", "Phone", "Company"],
  ["c1", "Robert", "Meier", "r.meier@acme.de", "+49 30 1234567", "Acme GmbH"],
  ["c2", "Ann", "Lee", "ann.lee@bell.io", "+1 555 010 4477", "Bell"],
  ["", "", "", "", "", ""],
  ["c3", "Bob", "Meier", "r.meier@acme.de", "", "ACME"],
];

describe("DUPLICATE_KEY", () => {
  it("is one text for all ways of writing, and blank where nothing is known", () => {
    const emails = [["a@acme.com"], ["B@Acme.com "], [""], ["c@gmail.com"]];
    const companies = [["Acme Inc."], ["ACME"], [""], [""]];
    const phones = [[5550104477], ["(555) 010-4477"], [""], ["n/a"]];
    expect(run("DUPLICATE_KEY", emails, companies, phones)).toEqual([
      ["acme.com|acme|5550104477"],
      ["acme.com|acme|5550104477"],
      [null],
      [null],
    ]);
    expect(run("DUPLICATE_KEY", "", "Acme Inc.")).toBe("|acme|");
  });
});

describe("MATCH_SCORE", () => {
  it("compares row by row, or all with one, and says nothing where nothing is shared", () => {
    const one = [PEOPLE[0], PEOPLE[1]];
    const scores = run("MATCH_SCORE", PEOPLE, one) as Rows;
    expect(scores.map(([score]) => score !== null && Number(score) > 0.9)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(scores[2]).toEqual([null]);
    expect(() => run("MATCH_SCORE", PEOPLE, PEOPLE.slice(0, 3))).toThrow(
      "MATCH_SCORE: second has 2 records but first has 4; expected as many, or one.",
    );
  });

  it("is explained by parts that add up to its weight", () => {
    const rows = run("MATCH_SCORE_EXPLAIN", PEOPLE, PEOPLE) as Rows;
    expect(rows[0]?.slice(0, 3)).toEqual(["Probability", "Weight", "Start"]);
    for (const row of [rows[1], rows[2], rows[4]] as Rows) {
      const [probability, weight, ...parts] = row.slice(0, -1) as number[];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(weight);
      expect(1 / (1 + 2 ** -(weight ?? 0))).toBe(probability);
    }
  });
});

describe("DUPLICATES", () => {
  it("spills groups with the record to keep", () => {
    const rows = run("DUPLICATES", PEOPLE) as Rows;
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["Group", "Record", "Name", "Proposal"],
      [1, "c1", "Robert Meier", "keep"],
      [1, "c3", "Bob Meier", "merge into c1"],
    ]);
    expect(rows[2]?.[5]).toBe("First name, Last name, E-mail, Company");
  });

  it("has an explaining twin with one row per pair", () => {
    const [header, pair, ...more] = run("DUPLICATES_EXPLAIN", PEOPLE) as Rows;
    expect(header?.slice(0, 6)).toEqual([
      "Record",
      "Other record",
      "Verdict",
      "Probability",
      "Weight",
      "Start",
    ]);
    expect(pair?.slice(0, 3)).toEqual(["c1", "c3", "same"]);
    const [weight, ...parts] = (pair ?? []).slice(4, -1) as number[];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(weight);
    expect(more).toEqual([]);
  });

  it("takes rows for records where there is no id, and deals by their account and close date", () => {
    const deals = [
      ["Opportunity Name", "Account Name", "Close Date", "Amount", "Owner"],
      ["Acme - Platform", "Acme Inc", "2026-03-01", 48000, "Ana"],
      ["Bell - Renewal 2025", "Bell", "2025-06-30", 9000, "Bo"],
      ["Acme: platform", "Acme", "2026-03-12", 48000, "Ana"],
      ["Bell - Renewal 2026", "Bell", "2026-06-30", 9500, "Bo"],
      ["Core", "Cray", "2026-09-30", 3000, "Cy"],
    ];
    const rows = run("DUPLICATES", deals) as Rows;
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      [1, "row 2", "Acme - Platform", "keep"],
      [1, "row 4", "Acme: platform", "merge into row 2"],
    ]);
  });

  it.each([
    [
      ["Account Name", "Website"],
      ["Acme Inc", "acme.com"],
      ["ACME, Inc.", "www.acme.com"],
      "Web domain",
    ],
    [["Company", "Phone"], ["Acme", "030 1234567"], ["ACME GmbH", "030 1234567"], "Company name"],
    [["Company"], ["Acme"], ["ACME"], "Company name"],
    [["Name", "Company"], ["Ann Lee", "Acme"], ["Ann Lee", "ACME"], "First name"],
    [["Company", "Email"], ["Acme", "a@acme.com"], ["ACME", "a@acme.com"], "E-mail"],
    [["Deal Name", "Account Name"], ["Renewal", "Acme"], ["Renewal", "ACME"], "Deal name"],
  ])("takes records headed %j for the kind that has such columns", (heading, one, other, field) => {
    const rest = heading.map((_, at) => ["Globex", "globex.io"][at] ?? "");
    const rows = run("DUPLICATES", [heading, one, rest, other]) as Rows;
    expect(rows.slice(1).map(([group, record]) => [group, record])).toEqual([
      [1, "row 2"],
      [1, "row 4"],
    ]);
    expect(String(rows[2]?.[5])).toContain(field);
  });

  it("compares any other list by all of its columns", () => {
    const list = [
      ["Ref no", "Given", "Family", "Street", "Born"],
      ["m1", "Anna", "Neumann", "4 Mill Lane", new Date("1980-02-03T00:00:00Z")],
      ["m2", "Paul", "Okafor", "81 High Street", new Date("1975-11-30T00:00:00Z")],
      ["m3", "Ana", "Neumann", "4 Mill Lane", new Date("1980-02-03T00:00:00Z")],
      ["", "", "", "", ""],
    ];
    const rows = run("DUPLICATES", list) as Rows;
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      [1, "m1", "Anna Neumann", "keep"],
      [1, "m3", "Ana Neumann", "merge into m1"],
    ]);
    expect(rows[2]?.[5]).toBe("Given nearly, Family, Street, Born");
  });

  it("takes people whose names alone it knows for such a list", () => {
    const list = [
      ["First Name", "Last Name", "Street", "Born"],
      ["Ann", "Lee", "4 Mill Lane", "1980-02-03"],
      ["Ann", "Lee", "9 Park Road", "1955-07-01"],
      ["Ann", "Lee", "4 Mill Lane", "1980-02-03"],
    ];
    const rows = run("DUPLICATES", list) as Rows;
    expect(rows.slice(1).map(([group, record]) => [group, record])).toEqual([
      [1, "row 2"],
      [1, "row 4"],
    ]);
  });

  it("refuses a range that tells no records apart", () => {
    expect(() => run("DUPLICATES", [["Colour"], ["red"]])).toThrow(
      /^DUPLICATES: the first row of records holds no heading that tells records apart; expected .+\.$/,
    );
  });
});

describe.skipIf(!process.env.REVOPS_DATA)("DUPLICATES of the Febrl lists as they are", () => {
  it.each([
    ["1", ["dataset1"]],
    ["2", ["dataset2"]],
    ["3", ["dataset3"]],
    ["4", ["dataset4a", "dataset4b"]],
  ])("finds the pairs of data set %s", (_, files) => {
    const lines = files.flatMap((file) => csv(`febrl/${file}.csv`));
    const headings = Object.keys(lines[0] ?? {});
    const cells = lines.map((line) => headings.map((heading) => (line[heading] ?? "").trim()));
    const [, ...rows] = run("DUPLICATES", [headings, ...cells]) as Rows;
    const [entityAt, entities] = [new Map<string, number>(), [] as string[]];
    for (const [id = ""] of cells) {
      entityAt.set(id, entities.length);
      entities.push(id.split("-")[1] ?? "");
    }
    const groups = new Map<unknown, number[]>();
    for (const [group, id] of rows) {
      const members = groups.get(group) ?? [];
      members.push(entityAt.get(String(id)) ?? -1);
      groups.set(group, members);
    }
    expect(pairQuality([...groups.values()], entities).f1).toBeGreaterThanOrEqual(0.995);
  });
});
