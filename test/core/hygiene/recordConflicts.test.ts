import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordConflicts, type SourcedRecord } from "../../../src/core/hygiene/recordConflicts.ts";

const record = (
  source: string,
  facts: Record<string, string>,
  lastActivity?: number,
): SourcedRecord => ({ source, facts, lastActivity });
const both = [
  record("Salesforce", { phone: "100", title: "cfo", city: "", size: "250" }, 10),
  record("HubSpot", { phone: "177", title: "cfo", city: "ulm", size: "300" }, 25),
];
const fields = ["phone", "title", "city", "size"];

describe("recordConflicts", () => {
  // By hand: phone and size differ, title agrees, city stands in one alone.
  it("believes the system of record, whoever was active last", () => {
    const { compared, conflicts } = recordConflicts(both, fields, "salesforce ");
    expect([...compared]).toEqual([
      ["phone", 1],
      ["title", 1],
      ["size", 1],
    ]);
    expect(conflicts).toEqual([
      { field: "phone", right: 0, wrong: 1, reason: "system of record" },
      { field: "size", right: 0, wrong: 1, reason: "system of record" },
    ]);
  });

  it("believes the latest activity where no system of record is named, or it says nothing", () => {
    expect(recordConflicts(both, ["phone"], "").conflicts).toEqual([
      { field: "phone", right: 1, wrong: 0, reason: "latest activity" },
    ]);
    const silent = [record("Salesforce", { phone: "" }, 30), ...both];
    expect(recordConflicts(silent.slice(0, 2), ["phone"], "HubSpot").conflicts).toEqual([]);
    const third = [record("Zoho", {}, 99), ...both];
    expect(recordConflicts(third, ["phone"], "Zoho").conflicts).toEqual([
      { field: "phone", right: 2, wrong: 1, reason: "latest activity" },
    ]);
  });

  it("does not decide without dates", () => {
    const undated = both.map(({ source, facts }) => record(source, facts));
    expect(recordConflicts(undated, ["phone"], "").conflicts).toEqual([
      { field: "phone", right: 0, wrong: 1, reason: undefined },
    ]);
  });

  it("says nothing about two records of one source", () => {
    const same = [record("HubSpot", { phone: "1" }, 1), record("hubspot", { phone: "2" }, 2)];
    const { compared, conflicts } = recordConflicts(same, ["phone"], "HubSpot");
    expect([compared.size, conflicts]).toEqual([0, []]);
  });

  it("never proposes a value that a system of record with a value contradicts", () => {
    const some = fc.record({
      source: fc.constantFrom("A", "B", "C"),
      lastActivity: fc.option(fc.nat(5), { nil: undefined }),
      facts: fc.record({ f: fc.constantFrom("", "1", "2") }),
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 6 }),
        fc.constantFrom("", "A", "B"),
        (list, system) => {
          const { compared, conflicts } = recordConflicts(list, ["f"], system);
          expect(conflicts.length).toBeLessThanOrEqual(compared.get("f") ?? 0);
          const spoken = list.filter(({ source, facts }) => source === system && facts.f !== "");
          for (const { right, wrong, reason } of conflicts) {
            expect(list[right]?.facts.f).not.toBe(list[wrong]?.facts.f);
            expect(list[right]?.source).not.toBe(list[wrong]?.source);
            if (spoken.length > 0) expect(list[right]?.source).toBe(system);
            expect(reason === "system of record").toBe(spoken.length > 0);
          }
        },
      ),
    );
  });
});
