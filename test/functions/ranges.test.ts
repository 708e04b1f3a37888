import { describe, expect, it } from "vitest";
import { functions } from "../../src/functions/catalog.ts";
import type { Param } from "../../src/functions/customFunction.ts";
import { runFunction } from "../../src/functions/run/run.ts";
import { evaluate } from "./formula.ts";

/** Things are counted from 0 on. */
const COUNTED = ["deals", "people", "customers", "events", "ranges", "periods", "factors"];

/** What no argument of its unit can be: the unit says from where to where it goes. */
function impossible({ kind, unit = "", range }: Param): number[] {
  if (kind === "fraction") return [-0.5];
  if (kind !== "number") return [];
  const most = /0-(\d+)$/.exec(unit)?.[1];
  if (most !== undefined) return [-1, Number(most) + 1];
  if (range) return [range[0] - 1, ...(range[1] === undefined ? [] : [range[1] + 1])];
  return COUNTED.includes(unit) ? [-1] : [];
}

const plausible: Readonly<Record<string, unknown>> = { date: "2026-01-31", text: "x" };

const cases = functions
  .filter(({ shape }) => shape !== "records")
  .flatMap(({ name, params }) =>
    params.flatMap((param) => impossible(param).map((bad) => ({ name, params, param, bad }))),
  );

describe("a number that an argument cannot be", () => {
  it("is met in many functions", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThan(40);
  });

  it.each(cases)("$name refuses $bad by its name: $param.name", ({ name, params, param, bad }) => {
    const args = params.map((one) => {
      if (one === param) return bad;
      return one.optional || one.kind === "settings" ? "" : (plausible[one.kind] ?? 1);
    });
    expect(() => runFunction(name, args, () => "UTC")).toThrow(
      new RegExp(`^${name}: (row 1 of )?${param.name} (holds|is) "?${bad}"?; expected .+\\.$`),
    );
  });
});

describe("a risk", () => {
  const RISK =
    /^DEAL_RISK_LEVEL: (row 1 of )?deals holds (-1|140); expected a number from 0 to 100/;

  it("is 0 to 100", () => {
    expect(() => evaluate("=DEAL_RISK_LEVEL(-1)")).toThrow(RISK);
    expect(() => evaluate("=DEAL_RISK_LEVEL(140)")).toThrow(RISK);
    expect(() => evaluate("=DEAL_RISK_LEVEL({140; -1})")).toThrow(RISK);
    expect(evaluate("=DEAL_RISK_LEVEL({0; 100})")).toEqual([["Low"], ["High"]]);
  });

  it("that is none leaves its row of a column blank and spoils a total", () => {
    expect(evaluate('=DEAL_RISK_LEVEL({85; 140; ""; 10})')).toEqual([
      ["High"],
      [null],
      [null],
      ["Low"],
    ]);
    expect(evaluate("=MONEY_AT_RISK({100; 100}, {50%; 50%}, {140; 65})")).toEqual([[null], [25]]);
    expect(() => evaluate("=RISK_ADJUSTED({100; 100}, {50; 140})")).toThrow(
      "RISK_ADJUSTED: row 2 of risk_scores holds 140; expected a number from 0 to 100.",
    );
  });

  it("goes up to a cap of the settings that is higher", () => {
    const settings = [
      ["Factor", "Points", "Limit", "Type"],
      ["Cap", 150, "", "Setting"],
    ];
    const level = (score: number) =>
      runFunction("DEAL_RISK_LEVEL", [score, "", settings], () => "UTC");
    expect(level(140)).toEqual([["High"]]);
    expect(() => level(151)).toThrow("deals holds 151; expected a number from 0 to 150.");
  });
});
