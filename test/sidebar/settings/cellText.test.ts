import { describe, expect, it } from "vitest";
import { cellText, typedCell } from "../../../sidebar/settings/cellText.ts";

const share = { kind: "fraction", expected: "a share" } as const;
const whole = { kind: "integer", expected: "a whole number" } as const;
const words = { kind: "text", expected: "text" } as const;

describe("settings as a person types them", () => {
  it.each([
    ["60%", 0.6],
    ["60", 0.6],
    ["0.6", 0.6],
    ["0,6", 0.6],
    ["33.3%", 0.333],
    ["1", 1],
    ["0.5%", 0.005],
    ["", ""],
    ["lots", "lots"],
  ])("a share typed as %s is %s", (typed, cell) => {
    expect(typedCell(typed, share)).toBe(cell);
  });

  it("shows every whole percent as it is read back", () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      expect(cellText(percent / 100, share)).toBe(`${percent}%`);
      expect(typedCell(`${percent}%`, share)).toBe(percent / 100);
    }
  });

  it("leaves words, and numbers that two countries read differently, as they are typed", () => {
    expect(typedCell("4-4-5", words)).toBe("4-4-5");
    expect(typedCell("0012", words)).toBe("0012");
    expect(typedCell("1,000", whole)).toBe("1,000");
    expect(typedCell("14", whole)).toBe(14);
  });
});
