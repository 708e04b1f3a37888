import { describe, expect, it } from "vitest";
import { parseStartOptions } from "../../workbench/page/startOptions.ts";

describe("parseStartOptions", () => {
  it("serves the sample company on the usual port when nothing is said", () => {
    expect(parseStartOptions([])).toEqual({
      workbook: undefined,
      empty: false,
      once: false,
      port: 8710,
    });
  });

  it("takes a port, a workbook file and the flags", () => {
    expect(
      parseStartOptions(["--port", "9000", "--once", "--empty", "--workbook=my.json"]),
    ).toEqual({
      workbook: "my.json",
      empty: true,
      once: true,
      port: 9000,
    });
  });

  it.each([["--port", "x"], ["--port", "70000"], ["--prot", "1"], ["book.json"]])(
    "refuses %s %s",
    (...args) => {
      expect(() => parseStartOptions(args.filter(Boolean))).toThrow(/port|option|workbook/);
    },
  );
});
