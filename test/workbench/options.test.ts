import { describe, expect, it } from "vitest";
import { dataPath, readOptions, single, singleDate } from "../../workbench/cli/options.ts";

const known = { flags: ["--json"], values: ["--data", "--as-of"] };

describe("options", () => {
  it("splits words, flags and values, attached or behind", () => {
    const options = readOptions(["forecast", "--data", "a", "--data=b", "--json", "quota"], known);
    expect(options.words).toEqual(["forecast", "quota"]);
    expect(options.flags.has("--json")).toBe(true);
    expect(options.values.get("--data")).toEqual(["a", "b"]);
  });

  it("takes formulas as words", () => {
    expect(readOptions(["=1+1", "=A1 - 2"], known).words).toEqual(["=1+1", "=A1 - 2"]);
  });

  it.each([
    [["--speed"], "--speed is no option of this command"],
    [["--data"], "--data needs a value behind it."],
  ])("refuses %j in one sentence", (args, sentence) => {
    expect(() => readOptions(args, known)).toThrow(sentence);
  });

  it("refuses a value that may stand once only, and a text that is no date", () => {
    const twice = readOptions(["--as-of", "2026-01-31", "--as-of", "2026-02-01"], known);
    expect(() => single(twice, "--as-of")).toThrow("given 2 times");
    expect(() => singleDate(readOptions(["--as-of", "31.1.2026"], known), "--as-of")).toThrow(
      'got "31.1.2026"',
    );
  });

  it("reads the day of an export behind its path", () => {
    expect(dataPath("exports/june@2026-06-01")).toEqual({
      path: "exports/june",
      date: "2026-06-01",
    });
    expect(dataPath("a@b.csv")).toEqual({ path: "a@b.csv", date: undefined });
    expect(() => dataPath("x@2026-02-30")).toThrow("is no date");
  });
});
