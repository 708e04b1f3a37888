import { describe, expect, it } from "vitest";
import { chooseFields, survivorOf } from "../../../src/core/duplicates/survivor.ts";

const record = (more = {}) => ({ rank: 0, filled: 3, values: {}, ...more });

describe("survivorOf", () => {
  it("keeps the lower rank, then the latest activity, the most complete, the oldest, the first", () => {
    expect(survivorOf([record({ rank: 1, lastActivity: 9 }), record()])).toBe(1);
    expect(survivorOf([record({ lastActivity: 5 }), record({ lastActivity: 9 })])).toBe(1);
    expect(survivorOf([record({ lastActivity: 5 }), record({ filled: 9 })])).toBe(0);
    expect(survivorOf([record({ filled: 3 }), record({ filled: 4 })])).toBe(1);
    expect(survivorOf([record({ created: 9 }), record({ created: 5 })])).toBe(1);
    expect(survivorOf([record(), record()])).toBe(0);
  });
});

describe("the system of record", () => {
  const crm = record({ isBelieved: true, lastActivity: 1, values: { phone: "1", title: "" } });
  const other = record({ lastActivity: 9, values: { phone: "2", title: "CEO", city: "Ulm" } });

  it("stays before a contact, a later activity and a fuller record", () => {
    expect(survivorOf([other, { ...crm, rank: 1 }])).toBe(1);
    expect(survivorOf([crm, { ...crm, lastActivity: 2 }, other])).toBe(1);
  });

  it("gives each field that it has; what it lacks comes from elsewhere", () => {
    expect(chooseFields([other, crm], 1, ["phone", "title", "city"])).toEqual([
      { field: "phone", from: 1, reason: "system of record" },
      { field: "title", from: 0, reason: "only value" },
      { field: "city", from: 0, reason: "only value" },
    ]);
  });
});

describe("a refusal of mails", () => {
  const no = record({ isBelieved: true, lastActivity: 9, values: { emailOptOut: false } });
  const yes = record({ lastActivity: 1, values: { emailOptOut: true } });

  it("stands, whoever else says so later", () => {
    expect(chooseFields([no, yes], 0, ["emailOptOut"])).toEqual([
      { field: "emailOptOut", from: 1, reason: "a refusal stands" },
    ]);
    expect(chooseFields([no, yes], 1, ["emailOptOut"])).toEqual([]);
  });
});

describe("chooseFields", () => {
  it("takes the value of the latest activity, else the only one, else the kept record's", () => {
    const records = [
      record({
        lastActivity: 5,
        values: { phone: "1", title: "CEO", city: "Ulm", email: "A@b.de" },
      }),
      record({ lastActivity: 9, values: { phone: "2", owner: "Ana", city: "", email: "a@b.de" } }),
    ];
    expect(chooseFields(records, 0, ["phone", "title", "owner", "city", "email", "none"])).toEqual([
      { field: "phone", from: 1, reason: "latest activity" },
      { field: "owner", from: 1, reason: "only value" },
    ]);
  });

  it("keeps the kept record's value where nothing is dated", () => {
    const records = [record({ values: { phone: "1" } }), record({ values: { phone: "2" } })];
    expect(chooseFields(records, 1, ["phone"])).toEqual([
      { field: "phone", from: 1, reason: "the record kept" },
    ]);
  });
});
