import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";

const builder = resolve(import.meta.dirname, "../../workbench/build/withoutHelp.mjs");
const dist = (name: string) =>
  readFileSync(resolve(import.meta.dirname, "../../dist", name), "utf8");

describe("declarations without their help", () => {
  it("keep what a call needs, line by line", async () => {
    const { withoutHelp } = await import(builder);
    const left = withoutHelp(`const other = { about: "text", of: 1 };
      const one = { name: "X", family, about: "a", returns: "b", errors: ["c"], shape: "rows",
        params: [{ ...shared, kind: "number", about: \`d, e\`, optional: true, default: "f" }],
        example: { formula: "=X(1)", result: 1 }, source: "g", compute: (row) => ({ source: row }) };`);
    expect(left.split("\n")).toHaveLength(4);
    expect(left.replace(/\s+/g, " ")).toBe(
      'const other = { of: 1 }; const one = { name: "X", shape: "rows", ' +
        'params: [{ ...shared, kind: "number", optional: true, }], compute: (row) => ({ source: row }) };',
    );
  });

  it("are columns without what the docs say of them", async () => {
    const { withoutHelp } = await import(builder);
    expect(
      withoutHelp('a = [id("x", "X", "key", "Its id.", "Id; Key"), text(one, "y", "z", "w")];'),
    ).toBe('a = [id("x", "X", "key", ""       , "Id; Key"), text(one, "y", "z", "w")];');
  });

  it("are what the script computes with; stubs and the panel's page have the rest", () => {
    const code = dist("Code.js");
    const computing = code.slice(0, code.indexOf("// Called by the menu"));
    const page = dist("Sidebar.html");
    const views = JSON.parse(
      /<script type="application\/json" id="functions">(.*?)<\/script>/s.exec(page)?.[1] ?? "[]",
    );
    expect(views).toHaveLength(functions.length);
    // Declarations that are made by a helper still hand it their texts.
    const texts = functions.flatMap(({ about, returns, example }) => [
      ...[about, returns, example.formula],
    ]);
    const kept = texts.filter((text) => computing.includes(text));
    expect(texts.length).toBeGreaterThan(400);
    expect(kept.length).toBeLessThan(0.05 * texts.length);
    functions.forEach(({ name, family, about, params, returns, errors, source }, at) => {
      expect(views[at]).toMatchObject({ name, family, about, returns, errors, source });
      const shown = params.map(
        ({ name: param, kind, about: help, unit, optional, default: standard }) => ({
          ...{ name: param, kind, about: help, unit, optional, default: standard },
        }),
      );
      expect(views[at].params).toEqual(JSON.parse(JSON.stringify(shown)));
    });
  });
});
