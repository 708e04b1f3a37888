import { describe, expect, it } from "vitest";
import { remembered } from "../../../workbench/host/engine/remembered.ts";
import type {
  CustomFunctions,
  FormulaArgument,
  FormulaOutcome,
} from "../../../workbench/host/formulas.ts";

const cell = (value: string | number | null, isDate = false) => ({ value, isDate });
const rows = (...values: number[]) => values.map((value) => [cell(value)]);

/** Functions that count how often they are called; the answer is the count. */
function counting(answer = (calls: number): FormulaOutcome => ({ rows: [[cell(calls)]] })) {
  let calls = 0;
  const functions: CustomFunctions = {
    declared: [],
    call: () => {
      calls += 1;
      return answer(calls);
    },
  };
  return (name: string, ...args: FormulaArgument[]) => remembered(functions, name, args);
}

describe("a custom function asked again", () => {
  it("answers as before when name and arguments are the same", () => {
    const ask = counting();
    const first = ask("F", cell(1), rows(1, 2), undefined);
    expect(ask("F", cell(1), rows(1, 2), undefined)).toBe(first);
    expect(first).toEqual({ rows: [[cell(1)]] });
  });

  it.each<[string, FormulaArgument[]]>([
    ["another value", [cell(2), rows(1, 2)]],
    ["a text that looks like the number", [cell("1"), rows(1, 2)]],
    ["a date of the same number", [cell(1, true), rows(1, 2)]],
    ["a blank", [cell(null), rows(1, 2)]],
    ["another shape of the same numbers", [cell(1), [[cell(1), cell(2)]]]],
    ["an argument more", [cell(1), rows(1, 2), undefined]],
    ["a range cut otherwise", [rows(1), rows(2)]],
  ])("is computed for %s", (_, args) => {
    const ask = counting();
    ask("F", cell(1), rows(1, 2));
    expect(ask("F", ...args)).toEqual({ rows: [[cell(2)]] });
  });

  it("is computed for another name and in another workbook", () => {
    const [ask, other] = [counting(), counting()];
    ask("F", cell(1));
    expect(ask("G", cell(1))).toEqual({ rows: [[cell(2)]] });
    expect(other("F", cell(1))).toEqual({ rows: [[cell(1)]] });
  });

  it("knows a large range by being the same one, and computes for its copy", () => {
    const ask = counting();
    const large = rows(...Array.from({ length: 1000 }, (_, at) => at));
    const first = ask("F", large);
    expect(ask("F", large)).toBe(first);
    expect(ask("F", [...large])).toEqual({ rows: [[cell(2)]] });
  });

  it("is asked anew after an error", () => {
    const ask = counting((calls) =>
      calls === 1 ? { error: "#ERROR!", message: "Too slow." } : { rows: [[cell(7)]] },
    );
    expect(ask("F")).toHaveProperty("error");
    expect(ask("F")).toEqual({ rows: [[cell(7)]] });
  });

  it("forgets the oldest of very many answers", () => {
    const ask = counting();
    for (let value = 0; value < 600; value++) ask("F", cell(value));
    expect(ask("F", cell(599))).toEqual({ rows: [[cell(600)]] });
    expect(ask("F", cell(0))).toEqual({ rows: [[cell(601)]] });
  });
});
