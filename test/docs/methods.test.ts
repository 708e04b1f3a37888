import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";
import { anchorOf, methodLinks } from "../../workbench/docs/methodLinks.ts";
import { evaluate } from "../functions/formula.ts";
import {
  calculated,
  calculations,
  methodsPage,
  misprints,
  printedNumber,
  workedFormulas,
} from "./workedNumbers.ts";

const formulas = workedFormulas(methodsPage);

describe("docs/METHODS.md", () => {
  it.each(formulas)("$formula gives what is printed", ({ formula, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(misprints(evaluate(formula), rows)).toEqual([]);
  });

  it.each(calculations(methodsPage))("$text is right: $left = $right", ({ left, right }) => {
    const printed = printedNumber(right);
    const value = printed ? printed.value : calculated(right);
    expect(Math.abs(calculated(left) - value)).toBeLessThanOrEqual(
      (printed?.rounding ?? 0) + 1e-9 * Math.abs(value),
    );
  });

  it("works an example of every forecast function", () => {
    const worked = formulas.map(({ formula }) => formula).join("\n");
    const names = functions.filter(({ family }) => family === "Forecast").map(({ name }) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !worked.includes(`${name}(`))).toEqual([]);
    const links = methodLinks(methodsPage);
    expect(names.filter((name) => !links.has(name))).toEqual([]);
    expect(links.get("CATEGORY_ROLLUP")).toBe("[Category roll-up](METHODS.md#category-roll-up)");
  });

  it("lists its sections with links that lead to them", () => {
    const headings = [...methodsPage.matchAll(/^###? (.+)$/gm)].map(([, text = ""]) => text);
    const links = [...methodsPage.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)];
    const anchors = headings.map(anchorOf);
    for (const [, , target] of links) expect(anchors).toContain(target);
    const listed = new Set(links.map(([, , target]) => target));
    expect(anchors.filter((target) => !listed.has(target))).toEqual([]);
  });
});

describe("the reading of worked numbers", () => {
  it("finds formulas with their rows, and calculations in prose", () => {
    expect(workedFormulas("```\n=A(1)  → 2 | 3%\n→ x | blank\n```\n=B(1) → 2")).toEqual([
      {
        formula: "=A(1)",
        rows: [
          ["2", "3%"],
          ["x", "blank"],
        ],
      },
    ]);
    expect(
      calculations("So 2 x (3 + 4) = 14, and 1,000 x 5 % = 50 = 100 / 2; n = 3, k / 2 = 4").map(
        ({ left, right }) => [left, right, calculated(left)],
      ),
    ).toEqual([
      ["2 x (3 + 4)", "14", 14],
      ["1,000 x 5 %", "50", 50],
      ["1,000 x 5 %", "100 / 2", 50],
    ]);
    expect(calculated("-2^3 + 100^2 x .25 - 1")).toBe(2491);
  });

  it("knows how far a printed number may be rounded", () => {
    expect(printedNumber("1,234.5")).toEqual({ value: 1234.5, rounding: 0.05 });
    expect(printedNumber("55 %")).toEqual({ value: 0.55, rounding: 0.005 });
    expect(printedNumber("P50")).toBeUndefined();
  });
});
