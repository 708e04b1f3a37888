import { describe, expect, it } from "vitest";
import { hostWith } from "./testHost.ts";

const host =
  hostWith(`function kind(value) { return [value === null ? "null" : Object.prototype.toString.call(value), value instanceof Object]; }
  function echo(value) { return value; }
  function give(code) { return Function("return " + code)(); }`);

describe("what the page sends", () => {
  it("arrives as values of the script's own realm", () => {
    expect(host.call("kind", { a: 1 })).toEqual(["[object Object]", true]);
    expect(host.call("kind", [1])).toEqual(["[object Array]", true]);
    expect(host.call("kind", undefined)).toEqual(["null", false]);
    expect(host.call("echo", { rows: [[1, "a", true, null, undefined]], none: undefined })).toEqual(
      { rows: [[1, "a", true, null, null]], none: null },
    );
  });

  it.each([
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a function", () => 1],
    ["a typed array", new Uint8Array(1)],
    ["a pattern", /x/],
    ["an instance of a class", new (class Deal {})()],
  ])("may not be %s", (_, value) => {
    expect(() => host.call("echo", value)).toThrow("Failed due to illegal value in property: 0");
    expect(() => host.call("echo", "fine", { deal: value })).toThrow(
      "Failed due to illegal value in property: deal",
    );
  });
});

describe("what the page gets", () => {
  it.each([
    ["({ a: [1, 'x', true, null] })", { a: [1, "x", true, null] }],
    ["[undefined, 1]", [null, 1]],
    ["undefined", null],
    ["new Date(0)", null],
    ["({ rows: [{ day: new Date(0) }], total: 5 })", null],
    ["({ sheet: SpreadsheetApp.getActiveSheet() })", null],
    [
      "({ map: new Map([[1, 2]]), set: new Set([1]), pattern: /x/ })",
      { map: {}, set: {}, pattern: {} },
    ],
    ["({ f: (x) => x })", { f: "(x) => x" }],
    ["NaN", null],
  ])("of %s is %j", (code, received) => {
    expect(host.call("give", code)).toEqual(received);
  });

  it("is refused when it contains itself", () => {
    expect(() => host.call("give", "(() => { const a = {}; a.a = a; return a })()")).toThrow(
      "an answer cannot contain itself",
    );
  });

  it("of an exception is its message alone", () => {
    expect(() => host.call("give", "(() => { throw new RangeError('too far') })()")).toThrow(
      /^too far$/,
    );
  });
});
